"""Loading a real Neo4j: idempotent, resumable, side by side with other people's nodes; and servers that misbehave."""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner
from graph_lines import plan
from neo4j import Driver, GraphDatabase
from neo4j.graph import Path as Way
from servers import Server, free_port

from lianpu.cli import main
from lianpu.errors import ServerError
from lianpu.graph import directory
from lianpu.graph.records import Graph
from lianpu.graph.resolve import resolve
from lianpu.graph.stores.neo4j import Neo4jStore, _too_old
from lianpu.graph.stores.neo4j_load import Loaded
from lianpu.graph.stores.property_graph import property_graph

BEFORE = resolve(
    [plan("甲", "聊城市", "Enterprise 轴承厂;Product 轴承;Product 滚子", "轴承厂 produces 轴承;轴承厂 produces 滚子")]
)
AFTER = resolve([plan("甲", "聊城市", "Enterprise 轴承厂=轴厂;Product 轴承", "轴承厂 produces 轴承 planned")])


def sizes(graph: Graph) -> tuple[int, int]:
    data = property_graph(graph)
    return sum(map(len, data.nodes.values())), sum(map(len, data.edges.values()))


@pytest.fixture
def driver(neo4j_server: Server) -> Iterator[Driver]:
    with GraphDatabase.driver(neo4j_server.uri, auth=(neo4j_server.user, neo4j_server.password)) as found:
        found.execute_query("MATCH (n) DETACH DELETE n")
        yield found


def connect(server: Server, name: str = "试", **options: float) -> Neo4jStore:
    return Neo4jStore(server.uri, user=server.user, password=server.password, name=name, **options)  # type: ignore[arg-type]


def load(server: Server, graph: Graph, name: str = "试", batch: int = 2) -> Loaded:
    with connect(server, name) as store:
        return store.load(graph, batch=batch)


def held(driver: Driver, name: str = "试") -> tuple[list[object], list[object]]:
    """Every node and relationship of a name with all that it carries."""
    nodes = "MATCH (n {graph: $name}) RETURN labels(n) AS labels, properties(n) AS all ORDER BY n.id"
    edges = """MATCH ({graph: $name})-[r]->({graph: $name}) RETURN type(r) AS type, startNode(r).id AS s, endNode(r).id AS o,
        properties(r) AS all ORDER BY type, s, o, r.origin"""
    return tuple([record.data() for record in driver.execute_query(text, name=name).records] for text in (nodes, edges))  # type: ignore[return-value]


def test_loading_twice_changes_nothing(neo4j_server: Server, driver: Driver) -> None:
    nodes, edges = sizes(BEFORE)
    assert load(neo4j_server, BEFORE) == Loaded(nodes, edges, 0)
    there = held(driver)
    assert (len(there[0]), len(there[1])) == (nodes, edges)
    assert load(neo4j_server, BEFORE) == Loaded(nodes, edges, 0)
    assert held(driver) == there
    assert driver.execute_query("MATCH (m:LianpuLoad) RETURN count(m) AS n").records[0]["n"] == 0


def test_a_changed_graph_leaves_what_it_would_have_put_on_an_empty_server(neo4j_server: Server, driver: Driver) -> None:
    load(neo4j_server, AFTER)
    wanted = held(driver)
    driver.execute_query("MATCH (n) DETACH DELETE n")
    load(neo4j_server, BEFORE)
    loaded = load(neo4j_server, AFTER)
    assert loaded.removed > 0 and (loaded.nodes, loaded.edges) == sizes(AFTER)
    assert held(driver) == wanted


def test_two_graphs_share_a_database_and_other_nodes_stay(neo4j_server: Server, driver: Driver) -> None:
    driver.execute_query("CREATE (a:Region {id: 'region/山东省', mine: true})-[:PART_OF]->(:Note {id: 'mine'})")
    load(neo4j_server, BEFORE, "一")
    first = held(driver, "一")
    load(neo4j_server, BEFORE, "二")
    load(neo4j_server, AFTER, "二")
    load(neo4j_server, Graph(), "二")
    assert held(driver, "一") == first
    assert held(driver, "二") == ([], [])
    kept = "MATCH (a:Region {mine: true})-[:PART_OF]->(b:Note) WHERE a.graph IS NULL RETURN keys(a) AS keys"
    assert [sorted(record["keys"]) for record in driver.execute_query(kept).records] == [["id", "mine"]]


def test_a_load_that_broke_off_goes_on_where_it_stopped(neo4j_server: Server, driver: Driver) -> None:
    def stop(done: int, total: int, what: str) -> None:
        if what == "PART_OF":
            raise KeyboardInterrupt

    with connect(neo4j_server) as store, pytest.raises(KeyboardInterrupt):
        store.load(BEFORE, progress=stop, batch=2)
    # Written before the break: a load that goes on does not write it again.
    driver.execute_query("MATCH (n:Enterprise {graph: '试'}) SET n.seen = true")
    loaded = load(neo4j_server, BEFORE)
    assert (loaded.nodes, loaded.edges) == sizes(BEFORE)
    assert driver.execute_query("MATCH (n:Enterprise {seen: true}) RETURN count(n) AS n").records[0]["n"] == 1
    load(neo4j_server, BEFORE)
    assert driver.execute_query("MATCH (n:Enterprise {seen: true}) RETURN count(n) AS n").records[0]["n"] == 0


def test_what_somebody_removed_in_between_is_written_again(neo4j_server: Server, driver: Driver) -> None:
    def stop(done: int, total: int, what: str) -> None:
        if what == "PART_OF":
            raise KeyboardInterrupt

    with connect(neo4j_server) as store, pytest.raises(KeyboardInterrupt):
        store.load(BEFORE, progress=stop, batch=2)
    driver.execute_query("MATCH (n:Product {graph: '试'}) DETACH DELETE n")
    loaded = load(neo4j_server, BEFORE)
    assert (loaded.nodes, loaded.edges) == sizes(BEFORE)


def test_a_second_load_of_the_name_ends_the_first(neo4j_server: Server, driver: Driver) -> None:
    def meanwhile(done: int, total: int, what: str) -> None:
        if what == "Product":
            load(neo4j_server, AFTER)

    with connect(neo4j_server) as store, pytest.raises(ServerError, match="另一个 lianpu load"):
        store.load(BEFORE, progress=meanwhile, batch=2)
    assert {row["all"]["name"] for row in held(driver)[0] if row["labels"] == ["Product"]} == {"轴承"}  # type: ignore[index]


# -- connections that break, servers that do not fit --------------------------------------------------------------


class Relay:
    """A port that passes everything on to another until :meth:`cut`."""

    def __init__(self, port: int) -> None:
        self._to = port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._open: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            far = socket.create_connection(("127.0.0.1", self._to))
            self._open += [near, far]
            for source, target in ((near, far), (far, near)):
                threading.Thread(target=self._pass, args=(source, target), daemon=True).start()

    def _pass(self, source: socket.socket, target: socket.socket) -> None:
        try:
            while data := source.recv(1 << 16):
                target.sendall(data)
        except OSError:
            pass

    def cut(self, *, for_good: bool) -> None:
        """Break what is open; refuse what comes, if for good."""
        if for_good:
            self._listener.shutdown(socket.SHUT_RDWR)
            self._listener.close()
        for end in self._open:
            # close() alone would wait for the threads that read.
            end.shutdown(socket.SHUT_RDWR)
            end.close()
        self._open.clear()

    def close(self) -> None:
        self._listener.close()
        for end in self._open:
            end.close()


@pytest.mark.parametrize("for_good", [False, True])
def test_a_lost_connection_is_tried_again_and_what_was_written_is_told(
    neo4j_server: Server, driver: Driver, for_good: bool
) -> None:
    cuts: list[int] = []

    def cut(done: int, total: int, what: str) -> None:
        if what == "Region" and not cuts:
            cuts.append(done)
            relay.cut(for_good=for_good)

    with closing(Relay(int(neo4j_server.uri.rpartition(":")[2]))) as relay:
        through = Server(f"bolt://127.0.0.1:{relay.port}", neo4j_server.user, neo4j_server.password)
        with connect(through, patience=0.5 if for_good else 10) as store:
            if for_good:
                with pytest.raises(ServerError, match="连不上") as broken:
                    store.load(BEFORE, progress=cut, batch=2)
                # The batch of the other lane may have been written, too, and its answer may be lost.
                told = re.search(r"已写入 (\d+) 个节点、0 条关系", broken.value.message)
                assert told is not None and 2 <= int(told[1]) <= len(held(driver)[0])
            else:
                loaded = store.load(BEFORE, progress=cut, batch=2)
                assert cuts and (loaded.nodes, loaded.edges) == sizes(BEFORE)
    loaded = load(neo4j_server, BEFORE)
    assert (loaded.nodes, loaded.edges) == sizes(BEFORE) == tuple(map(len, held(driver)))


def test_a_wrong_password_and_a_closed_port_are_told(neo4j_server: Server) -> None:
    with pytest.raises(ServerError, match="密码不对"):
        Neo4jStore(neo4j_server.uri, user="neo4j", password="wrong-password")
    with pytest.raises(ServerError, match="连不上"):
        Neo4jStore(f"bolt://127.0.0.1:{free_port()}", user="neo4j", password="x")
    with pytest.raises(ServerError, match="地址不能用"):
        Neo4jStore("ftp://127.0.0.1", user="neo4j", password="x")


def test_an_old_server_is_told_from_one_that_will_do() -> None:
    assert [agent for agent in ("Neo4j/4.4.30", "Neo4j/5.26.12", "Neo4j/2026.08.1", "Other/1.0") if _too_old(agent)] == [
        "Neo4j/4.4.30"
    ]


def test_a_server_that_shares_no_version_of_the_protocol_is_told() -> None:
    def refuse(listener: socket.socket) -> None:
        connection, _ = listener.accept()
        with connection:
            connection.recv(20)
            connection.sendall(bytes(4))

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=refuse, args=(listener,))
        thread.start()
        with pytest.raises(ServerError, match="版本不合"):
            Neo4jStore(f"bolt://127.0.0.1:{listener.getsockname()[1]}", user="neo4j", password="x")
        thread.join()


def test_the_command_loads_with_the_password_of_the_environment(
    neo4j_server: Server, driver: Driver, demo_kg: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LIANPU_NEO4J_PASSWORD", neo4j_server.password)
    done = CliRunner().invoke(main, ["load", "neo4j", "--kg", str(demo_kg), "--uri", neo4j_server.uri, "--name", "示例"])
    nodes, edges = sizes(directory.load(demo_kg))
    assert done.output == f"已写入 {nodes} 个节点、{edges} 条关系\n"
    assert tuple(map(len, held(driver, "示例"))) == (nodes, edges)


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_queries_of_the_readme_answer_on_a_loaded_server(
    driver: Driver, neo4j_server: Server, demo_kg: Path, name: str, root: Path
) -> None:
    asked = re.findall(r"```cypher\n(.*?)```", (root / name).read_text("utf-8"), re.DOTALL)
    assert len(asked) == 3
    with connect(neo4j_server, "lianpu") as store:
        store.load(directory.load(demo_kg))
    answers = [driver.execute_query(text).records for text in asked]
    assert all(answers)
    assert all(isinstance(row["p"], Way) for rows in answers[:2] for row in rows)
    assert {"发动机", "液压件"} <= {row["what"] for row in answers[2]}
