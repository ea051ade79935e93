"""Real servers for the tests, from ordinary PyPI and Maven artefacts: each started once, on a free loopback port, and stopped by
its process id.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import urllib3
from neo4j import GraphDatabase
from urllib3.exceptions import HTTPError

HERE = Path(__file__).parent
SECONDS = 60
PASSWORD = "链谱-test-1"
SHORT_LIVED = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""Options of a Java machine that is to start soon rather than run fast: half the work until Neo4j is up."""


@dataclass(frozen=True)
class Server:
    """A running Neo4j and what it asks for."""

    uri: str
    user: str
    password: str


@dataclass(frozen=True)
class SparqlServer:
    """A running SPARQL server: where it is asked, loaded and changed."""

    query: str
    store: str
    update: str

    def run(self, update: str) -> None:
        """Change what it holds, behind lianpu's back."""
        reply = urllib3.request("POST", self.update, body=update.encode(), headers={"Content-Type": "application/sparql-update"})
        assert reply.status < 300, reply.data


def absent(what: str, server: str) -> None:
    """Skip, or fail where everything is required."""
    if os.environ.get("LIANPU_REQUIRE_ALL") == "1":
        pytest.fail(f"{what}, and LIANPU_REQUIRE_ALL=1 asks for it")
    pytest.skip(f"{what}: no tests against a real {server}")


def jars(folder: str, version: str, server: str) -> Path:
    """A server's jars, fetched by Maven into the user's cache directory the first time."""
    for tool in ("java", "mvn"):
        if shutil.which(tool) is None:
            absent(f"{tool} is missing", server)
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "lianpu-test" / f"{folder}-{version}"
    if (cache / "complete").exists():
        return cache
    command = ["mvn", "-q", "-B", "-f", str(HERE / folder / "pom.xml"), "dependency:copy-dependencies", "-DincludeScope=runtime"]
    done = subprocess.run([*command, f"-DoutputDirectory={cache}"], capture_output=True, text=True, timeout=300)
    if done.returncode:
        absent(f"mvn cannot fetch {server} ({(done.stdout + done.stderr).strip().splitlines()[:1]})", server)
    (cache / "complete").touch()
    return cache


def free_port() -> int:
    """A port of the loopback interface that nobody uses at the moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(command: Sequence[str], answers: str, seconds: float = SECONDS) -> Iterator[subprocess.Popen[bytes]]:
    """A server process until the block ends. It is up when an address (``http://…``) answers, or when it says a word, which it
    has so many seconds for.

    It works in a directory of its own. What it says goes to a file, so that no pipe can fill.
    """
    with tempfile.TemporaryFile() as said, tempfile.TemporaryDirectory(prefix="lianpu-server-") as home:
        process = subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT, cwd=home)
        try:
            until = time.monotonic() + seconds
            while not _up(answers, said.fileno()):
                if process.poll() is not None or time.monotonic() > until:
                    said.seek(0)
                    told = said.read()[-500:].decode("utf-8", "replace")
                    pytest.fail(f"{command[0]} did not start within {seconds:g} s (exit code {process.poll()}): {told}")
                time.sleep(0.1)
            yield process
        finally:
            process.terminate()
            process.wait(timeout=SECONDS)


def _up(answers: str, said: int) -> bool:
    if not answers.startswith("http"):
        return answers.encode() in os.pread(said, 1 << 20, 0)
    try:
        return urllib3.request("GET", answers, retries=False, timeout=5).status < 500
    except HTTPError:
        return False


@contextmanager
def neo4j_process(
    port: int, home: str, *, auth: bool, heap: str = "1g", options: Sequence[str] = SHORT_LIVED, seconds: float = SECONDS
) -> Iterator[subprocess.Popen[bytes]]:
    """A Neo4j that keeps its data in ``home``.

    :param options: of the Java machine.
    :param seconds: after which it must be up.
    """
    found = jars("neo4j", "5.26.12", "Neo4j")
    command = ["java", f"-Xmx{heap}", *options, "--add-opens=java.base/java.nio=ALL-UNNAMED", "-cp", f"{found}/*"]
    arguments = [str(HERE / "neo4j" / "Launcher.java"), home, str(port), str(auth).lower()]
    with running([*command, *arguments], "ready\n", seconds) as process:
        yield process


@pytest.fixture(scope="session")
def running_neo4j() -> Iterator[Server]:
    """A Neo4j that asks for a password."""
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="lianpu-neo4j-") as home, neo4j_process(port, home, auth=True):
        yield _with_password(Server(f"bolt://127.0.0.1:{port}", "neo4j", PASSWORD))


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


@pytest.fixture(scope="session")
def running_oxigraph() -> Iterator[SparqlServer]:
    """Oxigraph's own server, of the package ``oxigraph``."""
    program = Path(sys.executable).parent / "oxigraph"
    if not program.exists():
        absent("the package oxigraph is not installed", "Oxigraph server")
    address = f"127.0.0.1:{free_port()}"
    command = [str(program), "serve", "--location", "data", "--bind", address]
    with running(command, f"http://{address}/"):
        yield SparqlServer(*(f"http://{address}/{path}" for path in ("query", "store", "update")))


@pytest.fixture(scope="session")
def running_fuseki() -> Iterator[SparqlServer]:
    """Apache Jena Fuseki with one data set in memory."""
    (jar,) = jars("fuseki", "5.6.0", "Fuseki").glob("*.jar")
    port = free_port()
    address = f"http://127.0.0.1:{port}/ds"
    command = ["java", "-Xmx1g", *SHORT_LIVED, "-jar", str(jar), "--localhost", "--port", str(port), "--mem", "--update", "/ds"]
    with running(command, f"{address}/query?query=ASK%7B%7D"):
        yield SparqlServer(*(f"{address}/{path}" for path in ("query", "data", "update")))


@pytest.fixture(scope="module")
def oxigraph_server(running_oxigraph: SparqlServer) -> SparqlServer:
    """The running Oxigraph, emptied of what other test files have left."""
    running_oxigraph.run("DROP ALL")
    return running_oxigraph


@pytest.fixture(scope="module")
def fuseki_server(running_fuseki: SparqlServer) -> SparqlServer:
    """The running Fuseki, emptied of what other test files have left."""
    running_fuseki.run("DROP ALL")
    return running_fuseki
