"""A question reads the graph and does nothing else: no change, no file, no other server."""

from __future__ import annotations

import hashlib
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from graph_lines import plan
from servers import Server

from lianpu.errors import QueryError
from lianpu.graph.resolve import resolve
from lianpu.graph.stores import ladybug, oxigraph
from lianpu.graph.stores.guard import guard_cypher, guard_sparql
from lianpu.graph.stores.neo4j import Neo4jStore
from lianpu.graph.stores.protocol import Rows
from lianpu.graph.stores.rdflib_store import RdflibStore

Stores = tuple[oxigraph.OxigraphStore, ladybug.LadybugStore, RdflibStore, Path]


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stores]:
    folder = tmp_path_factory.mktemp("refusals")
    graph = resolve([plan("a", "济宁市", "Enterprise 甲厂;Product 乙件;Region 济宁市", "甲厂 produces 乙件")])
    oxigraph.write(graph, folder / "oxigraph")
    ladybug.write(graph, folder / "ladybug")
    cypher = ladybug.LadybugStore(folder / "ladybug")
    yield oxigraph.OxigraphStore(folder / "oxigraph"), cypher, RdflibStore(graph), folder
    cypher.close()


def digest(folder: Path) -> dict[str, str]:
    return {str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.rglob("*") if p.is_file()}


SERVICES = [
    "SELECT * { SERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } }",
    "SELECT * { SERVICE SILENT <http://127.0.0.1:PORT/> { ?s ?p ?o } }",
    "SELECT * { ?s ?p ?o service<http://127.0.0.1:PORT/>{ ?a ?b ?c } }",
    "PREFIX ex: <http://127.0.0.1:PORT/> SELECT * { ?s ?p ?o SERVICEex:foo{ ?a ?b ?c } }",
    "PREFIX : <http://127.0.0.1:PORT/> SELECT * { ?s ?p ?o SERVICE:foo { ?a ?b ?c } }",
    "PREFIX ex: <http://127.0.0.1:PORT/> SELECT * { ?s ?p ?o SeRvIcEsIlEnTex:a # { c\n { ?a ?b ?c } }",
    "SELECT * { ?s ?p ?o # a comment\rSERVICE <http://127.0.0.1:PORT/> { ?a ?b ?c }\n }",
    "SELECT * { ?s ?p ?o . \\u0053ERVICE <http://127.0.0.1:PORT/> { ?a ?b ?c } }",
    "PREFIX ex: <http://x/> SELECT * { ?s ?p ex:it\\'s SERVICE <http://127.0.0.1:PORT/> { ?a ?b ?c } FILTER('1' = '1') }",
    "SELECT * { ?s ?p '''it\\''' SERVICE ''' . SERVICE <http://127.0.0.1:PORT/> { ?a ?b ?c } }",
    "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } } }",
    "SELECT * { { SELECT * { SERVICE ?p { ?s ?p ?o } } } }",
    "SELECT * { ?s ?p ?o . FILTER(1 < 2) OPTIONAL { ?s ?p 1.SERVICE <http://127.0.0.1:PORT/> { ?a ?b ?c } } }",
]
UPDATES = [
    "LOAD <http://127.0.0.1:PORT/>",
    "INSERT DATA { <a:a> <a:b> <a:c> }",
    "DELETE WHERE { ?s ?p ?o }",
    "CLEAR ALL",
    "DROP ALL",
    "SELECT * { ?s ?p ?o } ; DROP ALL",
    "WITH <a:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
]


@pytest.mark.parametrize("text", [*SERVICES, *UPDATES])
def test_sparql_asks_no_other_server_and_writes_nothing(stores: Stores, text: str) -> None:
    sparql, _, memory, folder = stores
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setblocking(False)
        asked = text.replace("PORT", str(listening.getsockname()[1]))
        before, held = digest(folder), len(memory.dataset)
        for store in (sparql, memory):
            with pytest.raises(QueryError, match="SPARQL"):
                store.query(asked)
        with pytest.raises(BlockingIOError):
            listening.accept()
    assert digest(folder) == before and len(memory.dataset) == held


@pytest.mark.parametrize("text", SERVICES)
def test_a_service_is_refused_before_the_engine_sees_it(text: str) -> None:
    with pytest.raises(QueryError, match="SERVICE"):
        guard_sparql(text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?service $SERVICE { ?service ?p 'SERVICE <http://a/> { }' } # SERVICE <http://a/> {",
        "PREFIX service: <http://SERVICE/> SELECT * { GRAPH service:SERVICE { ?s service:service ?o } }",
        'SELECT * { ?s ?p """ " SERVICE { """ , "\\" SERVICE { " , <http://a/SERVICE> , "x"@en-service }',
        "PREFIX ex: <http://a/> SELECT * { ?s ex:my-service ex:a\\,service . ?s ?p _:service FILTER(?a <?b && ?c> 1) }",
    ],
)
def test_the_word_service_in_strings_and_names_is_no_offence(stores: Stores, text: str) -> None:
    sparql, _, memory, _ = stores
    assert isinstance(sparql.query(text).rows, tuple) and isinstance(memory.query(text).rows, tuple)


CYPHER = [
    "CREATE (n:Region {id: 'x'})",
    "MATCH (n:Region) SET n.name = 'x'",
    "MATCH (n:Region) REMOVE n.name",
    "MATCH (n) DETACH DELETE n",
    "MERGE (n:Region {id: 'x'})",
    "DROP TABLE Region",
    "ALTER TABLE Region ADD z INT64",
    "CREATE NODE TABLE Q(id INT64 PRIMARY KEY)",
    "CREATE MACRO f(x) AS x + 1",
    "COPY Region FROM 'FOLDER/in.csv'",
    "COPY (MATCH (n:Region) RETURN n.id AS id) TO 'FOLDER/out.csv'",
    "/* RETURN */ coPy (MATCH (n:Region) RETURN n.id AS id) TO 'FOLDER/out.csv'",
    "PROFILE COPY (MATCH (n:Region) RETURN n.id AS id) TO 'FOLDER/out.csv'",
    "RETURN 1 AS x; COPY (MATCH (n:Region) RETURN n.id AS id) TO 'FOLDER/out.csv'",
    "RETURN 'a\\\\'; COPY (MATCH (n:Region) RETURN n.id AS id) TO \"FOLDER/out.csv\" // '",
    "RETURN 1 AS `a\\`; COPY (MATCH (n:Region) RETURN n.id AS id) TO 'FOLDER/out.csv' // `",
    "/* **/ RETURN ' */ COPY (MATCH (n:Region) RETURN n.id AS id) TO \"FOLDER/out.csv\" // '",
    "LOAD FROM 'FOLDER/in.csv' RETURN *",
    "MATCH (n:Region) LOAD FROM 'FOLDER/in.csv' RETURN *",
    "MATCH (n:Region) load /* x */ wiTH HEADERS (a STRING) FROM 'FOLDER/in.csv' RETURN a",
    "LOAD CSV FROM 'file:///FOLDER/in.csv' AS row RETURN row",
    "MATCH (n) LOAD CSV WITH HEADERS FROM 'file:///FOLDER/in.csv' AS row RETURN row",
    "MATCH (n) \\u004cOAD CSV FROM 'file:///FOLDER/in.csv' AS row RETURN row",
    "ATTACH 'FOLDER/other.db' AS o (dbtype lbug)",
    "INSTALL httpfs",
    "FORCE INSTALL httpfs",
    "LOAD EXTENSION httpfs",
    "LOAD httpfs",
    "UNINSTALL httpfs",
    "UPDATE httpfs",
    "EXPORT DATABASE 'FOLDER/exported'",
    "IMPORT DATABASE 'FOLDER/exported'",
    "CHECKPOINT",
    "BEGIN TRANSACTION",
    "USE other",
    "CALL threads=4",
    "CALL project_graph('g', ['Region'], ['PART_OF'])",
    "CALL read_csv_serial('FOLDER/in.csv') RETURN *",
    "MATCH (n) CALL apoc.load.json('http://a/') YIELD value RETURN value",
    "MATCH (n) CALL { LOAD CSV FROM 'file:///FOLDER/in.csv' AS row RETURN row } RETURN row",
    "CALL `db`.`labels`() YIELD label RETURN label",
]


@pytest.mark.parametrize("text", CYPHER)
def test_cypher_writes_nothing_and_touches_no_file(stores: Stores, text: str, tmp_path: Path) -> None:
    _, cypher, _, folder = stores
    (tmp_path / "in.csv").write_text("a\n1\n")
    before = digest(folder), digest(tmp_path), cypher.query("MATCH (n) RETURN count(n) AS n")
    with pytest.raises(QueryError, match="Cypher"):
        cypher.query(text.replace("FOLDER", str(tmp_path)))
    assert (digest(folder), digest(tmp_path), cypher.query("MATCH (n) RETURN count(n) AS n")) == before


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("RETURN 'CREATE (n); COPY x FROM y' AS x // ; COPY", (("CREATE (n); COPY x FROM y",),)),
        ("/* LOAD FROM 'a' */ MATCH (load:Enterprise) RETURN load.name AS load;", (("甲厂",),)),
        ("MATCH (call:Enterprise) WITH call RETURN call.name AS `COPY; LOAD FROM`", (("甲厂",),)),
        ("OPTIONAL MATCH (`delete`:Enterprise) RETURN `delete`.name AS `set`", (("甲厂",),)),
        ("UNWIND ['INSTALL httpfs', \"it's; DROP\"] AS x RETURN x", (("INSTALL httpfs",), ("it's; DROP",))),
        ("CALL db_version() RETURN *", (("0.22.0",),)),
    ],
)
def test_those_words_in_strings_and_names_are_no_offence(stores: Stores, text: str, rows: tuple[tuple[object, ...], ...]) -> None:
    assert stores[1].query(text).rows == rows


def test_a_sub_query_is_judged_by_what_is_in_it() -> None:
    guard_cypher("MATCH (n) CALL { WITH n RETURN n.id AS id } RETURN id")
    guard_cypher("CALL db.labels() YIELD label RETURN label")


# -- a real Neo4j -------------------------------------------------------------------------------------------------

NEO4J = [
    "CREATE (n:Region {id: 'x'})",
    "MATCH (n) SET n.name = 'x'",
    "MATCH (n) DETACH DELETE n",
    "MERGE (n:Region {id: 'x'})",
    "UNWIND [1, 2] AS i CREATE (n {id: i})",
    "MATCH (n) CALL (n) { SET n.x = 1 } RETURN n",
    "MATCH (n) WITH collect(n) AS all FOREACH (n IN all | SET n.x = 1)",
    "CREATE INDEX extra FOR (n:Region) ON (n.name)",
    "LOAD CSV FROM 'http://127.0.0.1:PORT/in.csv' AS row RETURN row",
    "MATCH (n) LOAD CSV WITH HEADERS FROM 'http://127.0.0.1:PORT/in.csv' AS row RETURN row",
    "UNWIND [1] AS i CALL { LOAD CSV FROM 'http://127.0.0.1:PORT/in.csv' AS row RETURN row } RETURN row",
    "MATCH (n) \\u004cOAD CSV FROM 'http://127.0.0.1:PORT/in.csv' AS row RETURN row",
    "CALL dbms.listConfig() YIELD name RETURN name",
    "CALL dbms.setConfigValue('db.logs.query.enabled', 'OFF')",
    "CALL `dbms`.`listConfig`() YIELD name RETURN name",
    "CALL db.createLabel('Extra')",
    "CALL tx.setMetaData({a: 1})",
    "RETURN 1 AS x; MATCH (n) DETACH DELETE n",
    "SHOW USERS",
    "USE system SHOW DATABASES",
    "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'",
    "STOP DATABASE neo4j",
]
WRITING = [text for text in NEO4J if text.startswith(("CREATE (", "MATCH (n) SET", "MATCH (n) DETACH", "MERGE", "CREATE INDEX"))]


@pytest.fixture(scope="module")
def neo4j(neo4j_server: Server) -> Iterator[Neo4jStore]:
    login = {"user": neo4j_server.user, "password": neo4j_server.password}
    with Neo4jStore(neo4j_server.uri, name="refusals", **login) as store:
        store.load(resolve([plan("a", "济宁市", "Enterprise 甲厂;Product 乙件", "甲厂 produces 乙件")]))
        yield store


def held(store: Neo4jStore) -> Rows:
    return store.query(
        "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN labels(n) AS labels, properties(n) AS p, count(r) AS out ORDER BY p.id"
    )


@pytest.mark.parametrize("text", NEO4J)
def test_a_real_neo4j_is_asked_and_nothing_else(neo4j: Neo4jStore, text: str) -> None:
    before = held(neo4j)
    assert len(before.rows) > 2
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setblocking(False)
        with pytest.raises(QueryError, match="Cypher"):
            neo4j.query(text.replace("PORT", str(listening.getsockname()[1])))
        with pytest.raises(BlockingIOError):
            listening.accept()
    assert held(neo4j) == before


@pytest.mark.parametrize("text", WRITING)
def test_neo4j_itself_refuses_to_write_where_nobody_looks_at_the_text(
    neo4j: Neo4jStore, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = held(neo4j)
    monkeypatch.setattr("lianpu.graph.stores.neo4j.guard_cypher", lambda _: None)
    with pytest.raises(QueryError, match=r"read|Schema"):
        neo4j.query(text)
    assert held(neo4j) == before


def test_neo4j_answers_a_question_with_those_words(neo4j: Neo4jStore) -> None:
    assert neo4j.query("MATCH (call:Enterprise) RETURN call.name AS `CREATE`, 'LOAD CSV' AS x").rows == (("甲厂", "LOAD CSV"),)
    assert ("Enterprise",) in neo4j.query("CALL db.labels() YIELD label RETURN label").rows
