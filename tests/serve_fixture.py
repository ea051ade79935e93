"""A served graph for the tests: from a thread for what an answer is, as a program for how it begins and ends."""

from __future__ import annotations

import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import requests
import uvicorn
from starlette.types import ASGIApp

SECONDS = 60


class Client(requests.Session):
    """Asks one server, without proxies or other habits of the machine."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.url = url
        self.trust_env = False

    def request(self, method: str, url: str, *args: Any, **options: Any) -> requests.Response:  # type: ignore[override]
        """Ask for a path."""
        return super().request(method, self.url + url, *args, timeout=SECONDS, **options)


@contextmanager
def running(app: ASGIApp) -> Iterator[Client]:
    """An application behind a real port, until the end of the block."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, lifespan="on", log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    end = time.monotonic() + SECONDS
    while not server.started:
        assert thread.is_alive() and time.monotonic() < end, "the server did not start"
        time.sleep(0.01)
    with Client(f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}") as client:
        yield client
    server.should_exit = True
    thread.join(SECONDS)
    assert not thread.is_alive()


@contextmanager
def served(kg: Path, *options: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """``lianpu serve`` on a free port: its address and its process."""
    command = [sys.executable, "-m", "lianpu.cli", "serve", "--kg", str(kg), "--port", "0", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield first_line(process), process
        finally:
            if process.poll() is None:
                process.kill()


def first_line(process: subprocess.Popen[str]) -> str:
    """What a process says first; its errors if it says nothing in time."""
    assert process.stdout is not None and process.stderr is not None
    said: queue.Queue[str] = queue.Queue()
    stream = process.stdout
    threading.Thread(target=lambda: said.put(stream.readline()), daemon=True).start()
    try:
        line = said.get(timeout=SECONDS).strip()
    except queue.Empty:
        line = ""
    if not line:
        process.kill()
        raise AssertionError(f"the server did not start: {process.stderr.read()}")
    return line
