"""Loading a SPARQL server by the Graph Store Protocol, and asking one that misbehaves."""

from __future__ import annotations

import base64
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner
from graph_lines import plan
from servers import SparqlServer, free_port

from lianpu.cli import main
from lianpu.errors import QueryError, ServerError
from lianpu.graph import directory
from lianpu.graph.records import Graph
from lianpu.graph.resolve import resolve
from lianpu.graph.stores.endpoint import EndpointStore
from lianpu.graph.stores.graph_store import RECORD, GraphStore
from lianpu.graph.stores.http import Login
from lianpu.graph.stores.rdf import quads

BEFORE = resolve(
    [plan("甲", "聊城市", "Enterprise 甲厂;Product 滚子;Enterprise 外厂", "甲厂 produces 滚子", foreign="外厂 produces 滚子")]
)
AFTER = resolve([plan("甲", "聊城市", "Enterprise 甲厂;Product 滚子", "甲厂 anchors 滚子")])
EVERYTHING = "SELECT ?g ?s ?p ?o { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"


@pytest.fixture(params=["oxigraph_server", "fuseki_server"])
def server(request: pytest.FixtureRequest) -> SparqlServer:
    running: SparqlServer = request.getfixturevalue(request.param)
    running.run("DROP ALL")
    return running


def held(server: SparqlServer) -> set[tuple[object, ...]]:
    """All statements but the record of the load."""
    with EndpointStore(server.query, base="") as store:
        return {row for row in store.query(EVERYTHING).rows if row[0] != RECORD}


def load(server: SparqlServer, graph: Graph, *, replace: bool = False) -> tuple[int, int, int]:
    with GraphStore(server.store) as store:
        loaded = store.load(graph, replace=replace)
    return loaded.triples, loaded.graphs, loaded.removed


def test_the_server_holds_what_the_graph_holds_and_loading_twice_changes_nothing(server: SparqlServer) -> None:
    first = load(server, BEFORE)
    there = held(server)
    assert len(there) == len(set(quads(BEFORE)))
    assert load(server, BEFORE) == first and held(server) == there


def test_what_the_graph_no_longer_has_goes_and_other_graphs_stay(server: SparqlServer) -> None:
    server.run('INSERT DATA { GRAPH <http://example.org/notes> { <http://example.org/a> <http://example.org/b> "我的" } }')
    load(server, BEFORE)
    foreign = [row for row in held(server) if row[0] == "https://w3id.org/lianpu/graph/foreign"]
    _, graphs, removed = load(server, AFTER)
    assert foreign and removed == 1 and graphs == 1  # the graph of the code table stays
    mine = ("http://example.org/notes", "http://example.org/a", "http://example.org/b", "我的")
    assert mine in held(server)
    assert len(held(server)) == len(set(quads(AFTER))) + 1


def test_a_default_graph_of_others_is_not_replaced_unless_asked(server: SparqlServer) -> None:
    server.run("INSERT DATA { <http://example.org/a> <http://example.org/b> 1 }")
    with pytest.raises(ServerError, match="已有别的数据"):
        load(server, AFTER)
    assert held(server) == {(None, "http://example.org/a", "http://example.org/b", 1)}
    load(server, AFTER, replace=True)
    server.run("INSERT DATA { <http://example.org/a> <http://example.org/b> 2 }")
    with pytest.raises(ServerError, match="被别人改过"):
        load(server, AFTER)
    assert (None, "http://example.org/a", "http://example.org/b", 2) in held(server)


def test_a_load_that_broke_off_is_completed_by_the_next(server: SparqlServer) -> None:
    load(server, BEFORE)

    def stop(done: int, total: int, what: str) -> None:
        if done == 1:
            raise KeyboardInterrupt

    with GraphStore(server.store) as store, pytest.raises(KeyboardInterrupt):
        store.load(AFTER, progress=stop)
    load(server, AFTER)
    assert len(held(server)) == len(set(quads(AFTER)))


# -- servers that misbehave ---------------------------------------------------------------------------------------

Answer = Callable[[BaseHTTPRequestHandler], object]


@contextmanager
def answering(answer: Answer) -> Iterator[str]:
    """A server on a loopback port that answers everything in one way; gives its address."""

    class Handler(BaseHTTPRequestHandler):
        def handle_any(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", "0")))
            answer(self)

        do_GET = do_POST = do_PUT = do_DELETE = handle_any

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/ds/query"
        finally:
            server.shutdown()
            thread.join()


def say(status: int, body: str, kind: str = "text/plain", **headers: str) -> Answer:
    def answer(request: BaseHTTPRequestHandler) -> None:
        data = body.encode()
        request.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(data)), **headers}.items():
            request.send_header(name, value)
        request.end_headers()
        request.wfile.write(data)

    return answer


@pytest.mark.parametrize(
    ("answer", "error", "told"),
    [
        (say(400, "line 1: 不能理解"), QueryError, "line 1: 不能理解"),
        (say(401, "who?"), ServerError, "密码不对"),
        (say(503, "busy"), ServerError, "503：busy"),
        (say(302, "", Location="http://127.0.0.1:1/"), ServerError, "302"),
        (say(200, "<html>", "text/html"), ServerError, "不是 SPARQL 结果（text/html）"),
        (say(200, '{"head":', "application/sparql-results+json"), ServerError, "不能读取"),
    ],
)
def test_what_a_server_answers_is_told_with_its_address(answer: Answer, error: type[Exception], told: str) -> None:
    with answering(answer) as url, EndpointStore(url) as store, pytest.raises(error, match=told) as raised:
        store.query("ASK {}")
    assert url in str(raised.value)


def test_a_question_without_an_answer_in_time_is_given_up() -> None:
    def drip(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Length", "1000000")
        request.end_headers()
        for _ in range(20):
            time.sleep(0.05)
            try:
                request.wfile.write(b" " * 10_000)
            except OSError:
                return

    silent = threading.Event()
    for answer in (drip, lambda _: silent.wait(0.4)):
        late = pytest.raises(QueryError, match=r"没有回答|时限")
        with answering(answer) as url, EndpointStore(url, seconds=0.2) as store, late:
            store.query("ASK {}")


def test_the_login_is_sent_and_redirects_never_see_it() -> None:
    seen: list[str | None] = []

    def note(request: BaseHTTPRequestHandler) -> None:
        seen.append(request.headers["Authorization"])
        say(307, "", Location=request.path + "?again")(request)

    with answering(note) as url, EndpointStore(url, login=Login("甲", "密:码")) as store, pytest.raises(ServerError, match="307"):
        store.query("ASK {}")
    assert seen == ["Basic " + base64.b64encode("甲:密:码".encode()).decode()]


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("ftp://127.0.0.1/", "http://"),
        ("http://", "主机名"),
        ("http://[::1", "主机名"),
        ("http://me:secret@127.0.0.1/query", "不要写用户名和密码"),
    ],
)
def test_an_address_that_cannot_be_used_is_refused_and_no_password_shown(url: str, told: str) -> None:
    with pytest.raises(ServerError, match=told) as raised:
        EndpointStore(url)
    assert "secret" not in str(raised.value)


def test_nobody_there_is_told() -> None:
    with EndpointStore(f"http://127.0.0.1:{free_port()}/query") as store, pytest.raises(ServerError, match="连不上"):
        store.query("ASK {}")


@pytest.mark.parametrize(("failures", "comes_through"), [(2, True), (9, False)])
def test_a_lost_connection_is_tried_again_and_what_was_written_is_told(failures: int, comes_through: bool) -> None:
    """After the record and the default graph the connection is lost."""
    written: list[str] = []
    lost: list[str] = []

    def flaky(request: BaseHTTPRequestHandler) -> None:
        if request.command == "POST":
            say(200, '{"head":{"vars":["p","o"]},"results":{"bindings":[]}}', "application/sparql-results+json")(request)
        elif len(written) == 2 and len(lost) < failures:
            lost.append(request.path)
            request.close_connection = True
        else:
            written.append(request.path)
            say(204, "")(request)

    with answering(flaky) as url, Uncounted(url.replace("query", "data"), waits=(0.01, 0.02)) as store:
        if comes_through:
            assert store.load(BEFORE).graphs == 2
            assert written[1] == "/ds/data?default" and len(set(written)) == 4
        else:
            with pytest.raises(ServerError, match="已写入 1 个图，共 3 个"):
                store.load(BEFORE)
    assert len(lost) == min(failures, 3)


class Uncounted(GraphStore):
    """For a server that holds nothing."""

    def _triples(self) -> int:
        return 0


# -- commands -----------------------------------------------------------------------------------------------------


def test_the_command_loads_and_says_what_it_wrote(
    oxigraph_server: SparqlServer, demo_kg: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    oxigraph_server.run("DROP ALL")
    # Oxigraph's server asks for no password and takes any.
    monkeypatch.setenv("LIANPU_SPARQL_PASSWORD", "x")
    command = ["load", "sparql", oxigraph_server.store, "--kg", str(demo_kg), "--query", oxigraph_server.query, "--user", "me"]
    done = CliRunner().invoke(main, command)
    statements = len(set(quads(directory.load(demo_kg))))
    assert done.exit_code == 0 and "已写入默认图" in done.output
    assert len(held(oxigraph_server)) == statements


def test_the_command_says_why_it_could_not_load(demo_kg: Path) -> None:
    done = CliRunner().invoke(main, ["load", "sparql", f"http://127.0.0.1:{free_port()}/store", "--kg", str(demo_kg)])
    assert done.exit_code == 1 and "连不上服务器" in done.stderr


def test_a_question_to_an_endpoint_gives_the_rows_of_the_embedded_store(oxigraph_server: SparqlServer, demo_kg: Path) -> None:
    oxigraph_server.run("DROP ALL")
    load(oxigraph_server, directory.load(demo_kg))
    here = ["query", "firms_in_region", "-p", "region=济宁市", "--kg", str(demo_kg), "-f", "csv"]
    there = [*here, "--endpoint", oxigraph_server.query]
    asked = [CliRunner().invoke(main, command) for command in (here, there)]
    assert asked[0].output == asked[1].output and len(asked[0].output.splitlines()) > 1
    oxigraph_server.run("DROP ALL")
    assert len(CliRunner().invoke(main, there).output.splitlines()) == 1
    refused = CliRunner().invoke(main, ["query", "-e", "SELEC", "--kg", str(demo_kg), "--endpoint", oxigraph_server.query])
    assert refused.exit_code == 1 and oxigraph_server.query in refused.stderr
    cypher = CliRunner().invoke(main, [*there, "--dialect", "cypher"])
    assert cypher.exit_code == 2 and "只接受 SPARQL" in cypher.stderr
