"""A real Neo4j for the tests, from ordinary Maven artefacts: started once, on a free loopback port, stopped by its process id."""

from __future__ import annotations

import os
import queue
import shutil
import socket
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from neo4j import GraphDatabase

HERE = Path(__file__).parent / "neo4j"
SECONDS = 60
PASSWORD = "链谱-test-1"


@dataclass(frozen=True)
class Server:
    """A running server and what it asks for."""

    uri: str
    user: str
    password: str


def _absent(what: str) -> None:
    """Skip, or fail where everything is required."""
    if os.environ.get("LIANPU_REQUIRE_ALL") == "1":
        pytest.fail(f"{what}, and LIANPU_REQUIRE_ALL=1 asks for it")
    pytest.skip(f"{what}: no tests against a real Neo4j")


def _jars() -> Path:
    """The server's jars, fetched by Maven into the user's cache directory the first time."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "lianpu-test" / "neo4j-5.26.12"
    if (cache / "complete").exists():
        return cache
    command = ["mvn", "-q", "-B", "-f", str(HERE / "pom.xml"), "dependency:copy-dependencies", "-DincludeScope=runtime"]
    done = subprocess.run([*command, f"-DoutputDirectory={cache}"], capture_output=True, text=True, timeout=300)
    if done.returncode:
        _absent(f"mvn cannot fetch Neo4j ({(done.stdout + done.stderr).strip().splitlines()[:1]})")
    (cache / "complete").touch()
    return cache


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _ready(process: subprocess.Popen[str]) -> str | None:
    """None when the server says that it is ready, else what it said instead."""
    said: queue.Queue[str] = queue.Queue()
    assert process.stdout is not None
    threading.Thread(target=lambda: [said.put(line) for line in process.stdout or ()] and said.put(""), daemon=True).start()
    heard = []
    try:
        while True:
            line = said.get(timeout=SECONDS)
            if line.strip() == "ready":
                return None
            heard.append(line)
            if not line:
                return "".join(heard)
    except queue.Empty:
        return f"nothing within {SECONDS} s: {''.join(heard)[-500:]}"


@pytest.fixture(scope="session")
def running_neo4j() -> Iterator[Server]:
    """A Neo4j that asks for a password."""
    for tool in ("java", "mvn"):
        if shutil.which(tool) is None:
            _absent(f"{tool} is missing")
    jars, port = _jars(), _free_port()
    with tempfile.TemporaryDirectory(prefix="lianpu-neo4j-") as home:
        command = ["java", "-Xmx1g", "--add-opens=java.base/java.nio=ALL-UNNAMED", "-cp", f"{jars}/*"]
        arguments = [str(HERE / "Launcher.java"), home, str(port), "true"]
        process = subprocess.Popen([*command, *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        try:
            trouble = _ready(process)
            if trouble is not None:
                pytest.fail(f"Neo4j did not start: {trouble}")
            yield _with_password(Server(f"bolt://127.0.0.1:{port}", "neo4j", PASSWORD))
        finally:
            process.terminate()
            process.wait(timeout=SECONDS)
            if process.stdout is not None:
                process.stdout.close()


@pytest.fixture(scope="module")
def neo4j_server(running_neo4j: Server) -> Server:
    """The running Neo4j, emptied of what other test files have left."""
    with GraphDatabase.driver(running_neo4j.uri, auth=(running_neo4j.user, running_neo4j.password)) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
    return running_neo4j


def _with_password(server: Server) -> Server:
    """The first login must change the password."""
    with GraphDatabase.driver(server.uri, auth=(server.user, "neo4j")) as driver, driver.session(database="system") as session:
        session.run("ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $new", new=server.password).consume()
    return server
