"""Builds and loads that die by SIGKILL. A process that has everything imported forks for each: no test waits for imports.

Each line of standard input is ``[seconds, work, arguments]``; ``seconds`` null lets the work end. The answer is one line: how
many seconds it ran and whether it was killed, failed or done. Builds leave the reference chains out: most of a small graph.
"""

from __future__ import annotations

import importlib
import json
import os
import signal
import sys
import threading
import time
from pathlib import Path
from typing import Any

from lianpu.graph import directory
from lianpu.graph.stores import ladybug, oxigraph
from lianpu.graph.stores.graph_store import GraphStore
from lianpu.graph.stores.neo4j import Neo4jStore

building: Any = importlib.import_module("lianpu.pipeline.build")  # the package has a function of this name
building.references = lambda folder=None: ()
assert ladybug and oxigraph and directory  # imported before the fork


def build(documents: str, out: str) -> None:
    building.build([Path(documents)], Path(out))


def neo4j(kg: str, uri: str, user: str, password: str, name: str) -> None:
    with Neo4jStore(uri, user=user, password=password, name=name) as store:
        store.load(directory.load(Path(kg)), batch=5)


def sparql(kg: str, url: str) -> None:
    with GraphStore(url) as store:
        store.load(directory.load(Path(kg)))


WORK = {"build": build, "neo4j": neo4j, "sparql": sparql}


def run(seconds: float | None, work: str, arguments: list[Any]) -> tuple[float, str]:
    start = time.monotonic()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            WORK[work](*arguments)
            code = 0
        finally:
            os._exit(code)
    # The child is not waited for before the timer is gone: its number cannot be another's.
    timer = threading.Timer(seconds, os.kill, (child, signal.SIGKILL)) if seconds is not None else None
    if timer is not None:
        timer.start()
    os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
    if timer is not None:
        timer.cancel()
        timer.join()
    _, status = os.waitpid(child, 0)
    ended = "killed" if os.WIFSIGNALED(status) else "failed" if os.WEXITSTATUS(status) else "done"
    return time.monotonic() - start, ended


if __name__ == "__main__":
    for line in sys.stdin:
        sys.stdout.write(json.dumps(run(*json.loads(line))) + "\n")
        sys.stdout.flush()
