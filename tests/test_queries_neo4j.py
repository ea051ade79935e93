"""`lianpu query --neo4j`: the rows of the embedded stores, of one graph of the database, and nothing but questions."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from graph_lines import plan
from named_fixture import documents
from neo4j import Driver, GraphDatabase
from servers import Server, free_port
from test_queries_agree import QUESTIONS

from lianpu import pipeline
from lianpu.cli import main
from lianpu.errors import UnknownNameError
from lianpu.graph.records import Graph
from lianpu.graph.resolve import resolve
from lianpu.graph.stores import oxigraph
from lianpu.graph.stores.neo4j import Neo4jStore
from lianpu.graph.stores.protocol import Rows
from lianpu.graph.stores.within import GRAPH, within
from lianpu.ontology.chains import references
from lianpu.queries.defaults import filled
from lianpu.queries.lookup import lookup
from lianpu.queries.named import run

OTHER = resolve(
    [
        plan(
            "别",
            "济宁市",
            "Enterprise 山推股份;Enterprise 别处厂;Product 推土机;Product 别处件;Park 别处园",
            "别处厂 produces 推土机;别处厂 produces 别处件;别处园 focusesOn 别处件;山推股份 worksWith 别处厂",
        )
    ]
)


@pytest.fixture(scope="module")
def graph() -> Graph:
    return resolve(documents(), references=references())


@pytest.fixture(scope="module")
def store(graph: Graph, neo4j_server: Server) -> Iterator[Neo4jStore]:
    """A graph of a database that holds another one, and nodes of somebody else."""
    uri, user, password = neo4j_server.uri, neo4j_server.user, neo4j_server.password
    with (
        Neo4jStore(uri, user=user, password=password, name="别的") as other,
        Neo4jStore(uri, user=user, password=password, name="这个") as one,
    ):
        other.load(OTHER)
        one.load(graph)
        with GraphDatabase.driver(uri, auth=(user, password)) as driver:
            driver.execute_query("CREATE (:Enterprise {id: 'enterprise/私', name: '私'})-[:PRODUCES]->(:Product {name: '私件'})")
        yield one


@pytest.fixture
def ask(store: Neo4jStore, neo4j_server: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[Driver]:
    """The environment of a command line that may enter; and a connection that sees everything."""
    monkeypatch.setenv(pipeline.NEO4J_PASSWORD, neo4j_server.password)
    with GraphDatabase.driver(neo4j_server.uri, auth=(neo4j_server.user, neo4j_server.password)) as driver:
        yield driver


def query(server: Server, *arguments: str, name: str = "这个") -> Result:
    return CliRunner().invoke(main, ["query", "--neo4j", server.uri, "--name", name, *arguments])


def rows(result: Result) -> list[dict[str, object]]:
    assert result.exit_code == 0, result.output
    found: list[dict[str, object]] = json.loads(result.stdout)
    return found


# -- named questions ----------------------------------------------------------------------------------------------


def test_open_parameters_are_found_as_the_embedded_store_finds_them(graph: Graph, store: Neo4jStore, tmp_path: Path) -> None:
    oxigraph.write(graph, tmp_path / "store")
    embedded = oxigraph.OxigraphStore(tmp_path / "store")
    for name in QUESTIONS:
        given = {"rule": "test"} if name == "claims_of_rule" else {}
        values = filled(store, name, given, "cypher")
        assert values == filled(embedded, name, given), name
        assert run(store, name, values, "cypher") == run(embedded, name, values), name


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_default_that_the_graph_lacks_is_replaced_by_what_it_has(
    name: str, store: Neo4jStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the defaults are: asked with things that are nowhere, the first values that give rows are taken."""
    monkeypatch.setattr("lianpu.queries.defaults.run", lambda *_: Rows((), ()))
    given = {"rule": "test"} if name == "claims_of_rule" else {}
    if name == "evidence_of_fact":
        given = {"predicate": "produces"}
    values = filled(store, name, given, "cypher")
    assert run(store, name, values, "cypher").rows, values


@pytest.mark.parametrize("form", ["csv", "json", "md"])
def test_the_command_prints_what_it_prints_of_the_directory(
    form: str, demo_kg: Path, neo4j_server: Server, ask: Driver, tmp_path: Path
) -> None:
    pipeline.open(demo_kg).load_neo4j(neo4j_server.uri, password=neo4j_server.password, name="演示")
    question = ("firms_in_region", "-p", "region=济宁市", "-f", form)
    here = CliRunner().invoke(main, ["query", "--kg", str(demo_kg), *question])
    there = query(neo4j_server, *question, "--kg", str(tmp_path / "absent"), name="演示")
    assert there.output == here.output and len(here.output.splitlines()) > 2
    limited = query(neo4j_server, *question, "--limit", "1", name="演示")
    assert limited.exit_code == 0 and "只显示前 1 行" in limited.stderr
    silent = query(neo4j_server, "leaders_of_industry", name="演示")
    assert silent.exit_code == 0 and "industry=industry/不锈钢产业" in silent.stderr


@pytest.mark.parametrize(
    ("asked", "id_"),
    [
        ("山推股份", "enterprise/山推股份"),
        ("enterprise/山推股份", "enterprise/山推股份"),
        ("轴承", "industry/轴承产业"),
        ("jining", None),
        ("document/jining", "document/jining"),
    ],
)
def test_names_are_looked_up_on_the_server(store: Neo4jStore, asked: str, id_: str | None) -> None:
    if id_ is None:
        with pytest.raises(UnknownNameError):
            lookup(store, asked)
    else:
        assert lookup(store, asked) == id_


def test_a_name_of_another_graph_is_unknown_and_near_names_are_told(neo4j_server: Server, ask: Driver) -> None:
    unknown = query(neo4j_server, "products_of_firm", "-p", "firm=别处厂")
    assert unknown.exit_code == 1 and "别处厂" in unknown.stderr
    near = query(neo4j_server, "products_of_firm", "-p", "firm=山推公司")
    assert near.exit_code == 1 and "山推股份" in near.stderr
    assert rows(query(neo4j_server, "products_of_firm", "-p", "firm=别处厂", "-f", "json", name="别的"))


# -- one's own questions ------------------------------------------------------------------------------------------

OWN = [
    "MATCH (n) RETURN n.graph AS graph, count(n) AS n",
    "MATCH (n) RETURN count(*) AS n",
    "MATCH (f:Enterprise) RETURN f.name AS name ORDER BY name",
    "MATCH (f:Enterprise|Park&!Region) RETURN f.name AS name ORDER BY name",
    "MATCH (f IS Enterprise) RETURN f.name AS name ORDER BY name",
    "MATCH (f {name: '山推股份'})-[r]-(o) RETURN type(r) AS type, o.name AS other ORDER BY type, other",
    "MATCH (f:Enterprise {})-[r:PRODUCES]->() RETURN count(r) AS n",
    "MATCH (f:Enterprise WHERE f.name STARTS WITH '山')-->(o WHERE (o.name) <> '') RETURN o.name AS name ORDER BY name",
    "MATCH (f:Enterprise) WHERE (f)-[:PRODUCES]->(:Product) AND (1) - (1) = 0 RETURN f.name AS name ORDER BY name",
    "MATCH (f:Enterprise) WHERE NOT (f)-[:ANCHORS]->() RETURN f.name AS name ORDER BY name",
    "MATCH (f:Enterprise) RETURN f.name AS name, [(f)-->(o:Product) | o.name] AS made ORDER BY name",
    "MATCH (f:Enterprise) RETURN f.name AS name, COUNT { (f)-[:PRODUCES]->() } AS made ORDER BY name",
    "MATCH (f:Enterprise) WHERE EXISTS { MATCH (f)--(o) WHERE o.name CONTAINS '轴承' } RETURN f.name AS name ORDER BY name",
    "CALL { MATCH (n:Product) RETURN n.name AS name UNION MATCH (n:Park) RETURN n.name AS name } RETURN name ORDER BY name",
    "MATCH (f:Enterprise) CALL (f) { MATCH (f)-->(o) RETURN o.name AS made } RETURN f.name AS name, made ORDER BY name, made",
    "MATCH (a:Enterprise), (b:Product), p = shortestPath((a)-[*..4]-(b)) RETURN a.id AS a, b.id AS b, length(p) AS n",
    "MATCH ((a)-[:PART_OF]->(b)){1,3} RETURN size(a) AS n, count(*) AS many ORDER BY n",
    "MATCH p = ANY SHORTEST (a:Enterprise)-->{1,3}(b:Region) RETURN a.name AS a, b.name AS b, length(p) AS n ORDER BY a, b",
    "OPTIONAL MATCH (where:Park) WITH where AS match WHERE match.name <> '(x)' // (y)\nRETURN match.name AS `(n)` ORDER BY `(n)`",
    "MATCH \\u0028f:Enterprise\\u0029 RETURN f.name AS name ORDER BY name",
    "MATCH (f)–[:PRODUCES]–(o) RETURN count(*) AS n",
]


def _plain(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


@pytest.mark.parametrize("text", OWN)
def test_a_question_of_ones_own_sees_what_it_would_see_if_the_graph_were_alone(
    text: str, store: Neo4jStore, neo4j_server: Server, ask: Driver
) -> None:
    found = store.query_own(text)
    session = ask.session()
    alone = session.begin_transaction()
    try:
        # Without the others, in a transaction that is never committed.
        alone.run("MATCH (n) WHERE coalesce(n.graph, '') <> '这个' DETACH DELETE n")
        assert tuple(alone.run(text).keys()) == found.columns
        rows = [tuple(_plain(value) for value in record.values()) for record in alone.run(text)]
        assert sorted(rows, key=repr) == sorted(found.rows, key=repr)
    finally:
        alone.rollback()
        session.close()
    assert found.rows


def test_a_question_of_ones_own_from_text_file_and_standard_input(neo4j_server: Server, ask: Driver, tmp_path: Path) -> None:
    text = "MATCH (f:Enterprise) WHERE f.name <> $not RETURN f.name AS name ORDER BY name"
    (tmp_path / "firms.cypher").write_text(text, "utf-8")
    asked = ("-p", "not=金帝", "-f", "json")
    first = rows(query(neo4j_server, "-e", text, *asked))
    assert first and {"name": "金帝"} not in first and {"name": "别处厂"} not in first and {"name": "私"} not in first
    assert rows(query(neo4j_server, str(tmp_path / "firms.cypher"), *asked)) == first
    command = ["query", "--neo4j", neo4j_server.uri, "--name", "这个", "-", *asked]
    assert rows(CliRunner().invoke(main, command, input=text)) == first
    some = query(neo4j_server, "-e", text, *asked, "--limit", "1", "--dialect", "cypher")
    assert rows(some) == first[:1] and "还有更多" in some.stderr


def test_a_question_is_ended_on_the_server_when_its_time_is_over(neo4j_server: Server, ask: Driver) -> None:
    text = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a * b = -1 RETURN count(*) AS n"
    command = [sys.executable, "-m", "lianpu.cli", "query", "--neo4j", neo4j_server.uri, "-e", text, "--timeout", "3"]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert ended.returncode == 1 and ended.stdout == "" and "3 秒" in ended.stderr
    until = time.monotonic() + 20
    running = "SHOW TRANSACTIONS YIELD currentQuery AS text WHERE text STARTS WITH 'UNWIND range' RETURN text"
    while ask.execute_query(running).records:
        assert time.monotonic() < until, "the server goes on"
        time.sleep(0.2)


REFUSED = [
    "CREATE (n:Region {id: 'x'})",
    "MATCH (n) SET n.name = 'x'",
    "MATCH (n) DETACH DELETE n",
    "MERGE (n:Region {id: 'x'})",
    "MATCH (n) CALL (n) { SET n.x = 1 } RETURN n",
    "CREATE INDEX extra FOR (n:Region) ON (n.name)",
    "LOAD CSV FROM 'file:///in.csv' AS row RETURN row",
    "MATCH (n) LOAD CSV FROM 'http://127.0.0.1/in.csv' AS row RETURN row",
    "CALL dbms.listConfig() YIELD name RETURN name",
    "MATCH (n) CALL apoc.load.json('http://a/') YIELD value RETURN value",
    "RETURN 1 AS x; MATCH (n) DETACH DELETE n",
    "SHOW USERS",
    "MATCH (n) RETURN",
]


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_question_is_refused_in_one_line(text: str, neo4j_server: Server, ask: Driver) -> None:
    counting = "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n) AS n, count(r) AS r, sum(size(keys(n))) AS k"
    before = ask.execute_query(counting).records
    refused = query(neo4j_server, "-e", text)
    assert refused.exit_code == 1 and refused.stdout == ""
    assert refused.stderr.startswith("lianpu: Cypher：") and len(refused.stderr.splitlines()) == 1
    assert ask.execute_query(counting).records == before


def test_a_read_transaction_refuses_what_the_words_would_let_through(
    neo4j_server: Server, ask: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lianpu.graph.stores.neo4j.guard_cypher", lambda _: None)
    refused = query(neo4j_server, "-e", "MATCH (n:Enterprise) SET n.name = 'x'")
    assert refused.exit_code == 1 and "read" in refused.stderr


# -- arguments that do not fit ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("firms_in_region", "--neo4j", "bolt://h", "--endpoint", "http://h"), "只能给一个"),
        (("firms_in_region", "--neo4j", "bolt://h", "--dialect", "sparql"), "只接受 Cypher"),
        (("asked.rq", "--neo4j", "bolt://h"), "只接受 Cypher"),
        (("firms_in_region", "--database", "x"), "只用于 --neo4j"),
        (("firms_in_region", "--endpoint", "http://h", "--name", "x"), "只用于 --neo4j"),
    ],
)
def test_arguments_that_do_not_fit_are_usage_errors(
    arguments: tuple[str, ...], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("asked.rq").write_text("ASK {}", "utf-8")
    result = CliRunner().invoke(main, ["query", *arguments])
    assert result.exit_code == 2 and said in result.stderr and len(result.stderr.splitlines()) == 1


def test_a_server_that_is_not_there_or_refuses_the_password(
    neo4j_server: Server, ask: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = CliRunner().invoke(main, ["query", "firms_in_region", "--neo4j", f"bolt://127.0.0.1:{free_port()}"])
    assert nowhere.exit_code == 1 and "连不上服务器" in nowhere.stderr
    monkeypatch.setenv(pipeline.NEO4J_PASSWORD, "wrong")
    refused = query(neo4j_server, "firms_in_region")
    assert refused.exit_code == 1 and pipeline.NEO4J_PASSWORD in refused.stderr and "wrong" not in refused.output


def test_the_rewritten_question_names_its_graph_by_a_parameter(store: Neo4jStore) -> None:
    assert within("MATCH (n) RETURN (n.name) AS x") == f"MATCH (n {{graph: ${GRAPH}}}) RETURN (n.name) AS x"
    assert within("MATCH (a) RETURN a.list[0]-(a) AS x").count(GRAPH) == 1
