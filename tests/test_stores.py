"""One behaviour suite for every store; the named questions are held together in test_queries_agree.py."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from graph_lines import plan
from servers import Server, SparqlServer

from lianpu.errors import GraphError, QueryError
from lianpu.graph.export import nquads, turtle
from lianpu.graph.records import Graph
from lianpu.graph.resolve import resolve
from lianpu.graph.stores import ladybug, oxigraph
from lianpu.graph.stores.endpoint import EndpointStore
from lianpu.graph.stores.graph_store import GraphStore
from lianpu.graph.stores.neo4j import Neo4jStore
from lianpu.graph.stores.protocol import Entity, Rows, Store
from lianpu.graph.stores.rdflib_store import RdflibStore
from lianpu.model import Entity as EntityRecord
from lianpu.model import TargetLine
from lianpu.ontology.chains import references

STORES = ("oxigraph", "rdflib", "oxigraph_server", "fuseki_server", "ladybug", "neo4j")
PREFIX = """PREFIX lp: <https://w3id.org/lianpu/ontology#> PREFIX lpg: <https://w3id.org/lianpu/graph/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#> """


@pytest.fixture(scope="module")
def graph() -> Graph:
    target = TargetLine(
        s="工程机械",
        metric="产值",
        year=2025,
        value=1500,
        value_max=1600.5,
        unit="亿元",
        op=">=",
        quote="产值“一千五百”亿元",
        start=3,
        end=9,
    )
    lines = "Enterprise 山推股份=山推;Product 推土机;Industry 工程机械;Region 济宁市;Enterprise 外地厂;Product O'型\"圈\\n"
    facts = (
        "山推股份 produces 推土机 planned;山推股份 anchors 工程机械;济宁市 seeks 工程机械 recruit;山推股份 produces O'型\"圈\\n"
    )
    one = plan("规划 一", "济宁市", lines, facts, foreign="外地厂 produces 推土机", targets=(target,))
    return resolve([one], references=references())


@pytest.fixture(scope="module", params=STORES)
def named_store(
    request: pytest.FixtureRequest, graph: Graph, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Store]]:
    path: Path = tmp_path_factory.mktemp("store") / request.param
    if request.param == "oxigraph":
        oxigraph.write(graph, path)
        yield "sparql", oxigraph.OxigraphStore(path)
    elif request.param == "rdflib":
        yield "sparql", RdflibStore(graph)
    elif request.param.endswith("_server"):
        with served(request.getfixturevalue(request.param), graph) as store:
            yield "sparql", store
    elif request.param == "ladybug":
        ladybug.write(graph, path)
        embedded = ladybug.LadybugStore(path)
        yield "cypher", embedded
        embedded.close()
    else:
        server: Server = request.getfixturevalue("neo4j_server")
        with Neo4jStore(server.uri, user=server.user, password=server.password, name="suite") as loaded:
            loaded.load(graph)
            yield "cypher", loaded


@contextmanager
def served(server: SparqlServer, graph: Graph) -> Iterator[EndpointStore]:
    with GraphStore(server.store) as loading:
        loading.load(graph)
    with EndpointStore(server.query) as store:
        yield store


def ask(named_store: tuple[str, Store], sparql: str, cypher: str, **params: object) -> Rows:
    dialect, store = named_store
    return store.query(PREFIX + sparql if dialect == "sparql" else cypher, params)  # type: ignore[arg-type]


def test_entities_come_as_their_ids(named_store: tuple[str, Store]) -> None:
    rows = ask(
        named_store,
        "SELECT ?e ?name WHERE { ?e a lp:Enterprise ; rdfs:label ?name } ORDER BY ?name",
        "MATCH (e:Enterprise) WHERE e.origin = 'documents' RETURN e.id AS e, e.name AS name ORDER BY name",
    )
    assert rows == Rows(("e", "name"), (("enterprise/山推股份", "山推股份"),))


def test_rows_may_be_limited(named_store: tuple[str, Store]) -> None:
    dialect, store = named_store
    sparql = "SELECT ?name WHERE { ?f rdfs:label '山推股份' ; lp:produces|lp:anchors ?o . ?o rdfs:label ?name } ORDER BY ?name"
    cypher = "MATCH (f:Enterprise)-[:PRODUCES|ANCHORS]->(o) WHERE f.name = '山推股份' RETURN o.name AS name ORDER BY name"
    text = PREFIX + sparql if dialect == "sparql" else cypher
    everything = store.query(text)
    assert len(everything.rows) == 3
    assert store.query(text, limit=2) == Rows(everything.columns, everything.rows[:2])
    assert store.query(text, limit=9) == everything


def test_parameters_are_values(named_store: tuple[str, Store]) -> None:
    sparql = "SELECT ?o ?name WHERE { $firm lp:produces ?o . ?o rdfs:label ?name } ORDER BY ?name"
    cypher = "MATCH (f:Enterprise)-[r:PRODUCES]->(o) WHERE f.id = $firm RETURN o.id AS o, o.name AS name ORDER BY name"
    rows = ask(named_store, sparql, cypher, firm=Entity("enterprise/山推股份"))
    assert [row[1] for row in rows.rows] == ["O'型\"圈\\n", "推土机"]
    assert ask(named_store, sparql, cypher, firm=Entity("enterprise/x'_OR_'1'='1")).rows == ()


def test_a_text_parameter_is_compared_as_text(named_store: tuple[str, Store]) -> None:
    sparql = "SELECT ?e WHERE { ?e skos:altLabel ?alias FILTER(?alias = $alias) }"
    cypher = "MATCH (n:Enterprise) WHERE $alias IN n.aliases RETURN n.id AS e"
    assert ask(named_store, sparql, cypher, alias="山推").rows == (("enterprise/山推股份",),)


def test_numbers_come_as_numbers(named_store: tuple[str, Store]) -> None:
    rows = ask(
        named_store,
        "SELECT ?value ?max ?year ?unit WHERE "
        "{ ?t a lp:Target ; lp:value ?value ; lp:valueMax ?max ; lp:year ?year ; lp:unit ?unit }",
        "MATCH (:Industry)-[:HAS_TARGET]->(t:Target) RETURN t.value AS value, t.valueMax AS max, t.year AS year, t.unit AS unit",
    )
    assert rows.rows == ((1500.0, 1600.5, 2025, "亿元"),)


def test_claims_stand_beside_facts_with_their_evidence(named_store: tuple[str, Store]) -> None:
    rows = ask(
        named_store,
        "SELECT ?status ?text ?start ?rule WHERE "
        "{ ?c rdf:predicate lp:seeks ; lp:status ?status ; lp:text ?text ; lp:start ?start ; lp:rule ?rule }",
        "MATCH (c:Claim) WHERE c.predicate = 'seeks' AND c.origin = 'documents' "
        "RETURN c.status AS status, c.text AS text, c.start AS start, c.rule AS rule",
    )
    assert rows.rows == (("recruit", "文中写明济宁市与工程机械", 10, "test"),)


def test_origins_are_told_apart(named_store: tuple[str, Store]) -> None:
    foreign = ask(
        named_store,
        "SELECT ?s WHERE { GRAPH lpg:foreign { ?s lp:produces ?o } }",
        "MATCH (s)-[r:PRODUCES]->(o) WHERE r.origin = 'foreign' RETURN s.id AS s",
    )
    assert foreign.rows == (("enterprise/外地厂",),)
    parents = ask(
        named_store,
        "SELECT ?o WHERE { GRAPH lpg:regions { $r lp:partOf ?o } }",
        "MATCH (s:Region)-[r:PART_OF]->(o:Region) WHERE s.id = $r AND r.origin = 'regions' RETURN o.id AS o",
        r=Entity("region/济宁市"),
    )
    assert parents.rows == (("region/山东省",),)


def test_every_class_and_relation_may_be_asked_for_even_when_empty(named_store: tuple[str, Store]) -> None:
    assert ask(named_store, "SELECT ?p WHERE { ?p a lp:Project }", "MATCH (p:Project) RETURN p.id AS p").rows == ()
    cypher = "MATCH (a)-[r:WORKS_WITH]->(b) RETURN a.id AS a"
    assert ask(named_store, "SELECT ?a WHERE { ?a lp:worksWith ?b }", cypher).rows == ()


def test_a_malformed_question_is_refused(named_store: tuple[str, Store]) -> None:
    with pytest.raises(QueryError, match=r"SPARQL|Cypher"):
        ask(named_store, "SELECT ?x WHER { }", "MATCH (n RETURN n")


def test_a_malformed_question_is_told_by_line_and_column(tmp_path: Path, graph: Graph) -> None:
    oxigraph.write(graph, tmp_path / "store")
    store = oxigraph.OxigraphStore(tmp_path / "store")
    for text, told in {
        "SELECT ?x\nWHER { ?x ?y ?z }": "第 2 行第 6 列不能理解：",
        "SELECT ?x { ?x": "没有写完",
        "SELECT (COUNT(*) AS ?n) ?x { ?x ?y ?z }": "The SELECT contains a variable that is unbound",
    }.items():
        with pytest.raises(QueryError, match=told):
            store.query(text)


def test_a_question_cannot_write(named_store: tuple[str, Store]) -> None:
    with pytest.raises(QueryError):
        ask(named_store, "INSERT DATA { lp:a lp:b lp:c }", "CREATE (n:Region {id: 'region/x'})")


def test_every_fact_is_one_relation(named_store: tuple[str, Store], graph: Graph) -> None:
    dialect, store = named_store
    if dialect == "cypher":
        count = store.query("MATCH (a)-[r]->(b) RETURN count(r) AS n").rows[0][0]
        assert count == len(graph.facts) + len(graph.targets)


# -- SPARQL forms -------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module", params=["oxigraph", "rdflib", "oxigraph_server", "fuseki_server"])
def sparql_store(request: pytest.FixtureRequest, graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    if request.param == "rdflib":
        yield RdflibStore(graph)
    elif request.param.endswith("_server"):
        with served(request.getfixturevalue(request.param), graph) as store:
            yield store
    else:
        path = tmp_path_factory.mktemp("sparql") / "store"
        oxigraph.write(graph, path)
        yield oxigraph.OxigraphStore(path)


def test_ask_and_construct(sparql_store: Store) -> None:
    assert sparql_store.query(PREFIX + "ASK { ?s lp:seeks ?o }") == Rows(("answer",), ((True,),))
    built = sparql_store.query(PREFIX + "CONSTRUCT { ?s lp:seeks ?o } WHERE { ?s lp:seeks ?o }")
    assert built == Rows(("s", "p", "o"), (("region/济宁市", "https://w3id.org/lianpu/ontology#seeks", "industry/工程机械"),))


def test_a_parameter_works_after_comments_and_select_distinct(sparql_store: Store) -> None:
    text = "# SELECT of a comment {\n" + PREFIX + "SELECT DISTINCT ?o WHERE { $firm lp:anchors ?o }"
    assert sparql_store.query(text, {"firm": Entity("enterprise/山推股份")}).rows == (("industry/工程机械",),)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("SELECT (COUNT(*) AS ?n) { $firm lp:anchors ?o }", ((1,),)),
        ("SELECT ?n { { SELECT (COUNT(?o) AS ?n) { $firm lp:anchors ?o } } }", ((1,),)),
        ("SELECT ?o (COUNT(*) AS ?n) { $firm lp:anchors ?o } GROUP BY ?o ORDER BY $firm", (("industry/工程机械", 1),)),
        ("SELECT $firm ?o { ?firm lp:anchors ?o }", (("industry/工程机械",),)),
        ("SELECT ?o { $firm lp:anchors ?o FILTER('$firm ?firm' != \"it's\") } # $firm", (("industry/工程机械",),)),
        ("SELECT ?o { ?e lp:anchors ?o OPTIONAL { ?x lp:anchors ?o FILTER(?x = $firm) } }", (("industry/工程机械",),)),
    ],
)
def test_a_parameter_works_wherever_it_stands(sparql_store: Store, text: str, rows: tuple[tuple[object, ...], ...]) -> None:
    assert sparql_store.query(PREFIX + text, {"firm": Entity("enterprise/山推股份")}).rows == rows


def test_a_value_cannot_end_its_term(sparql_store: Store) -> None:
    text = PREFIX + "SELECT ?s { ?s rdfs:label $name }"
    assert sparql_store.query(text, {"name": 'x" } UNION { ?s ?p ?o } #'}).rows == ()
    assert sparql_store.query(text, {"name": "O'型\"圈\\n"}).rows == (("product/O'型%22圈%5Cn",),)


# -- files and exports --------------------------------------------------------------------------------------------


def test_a_store_that_is_not_there_is_named(tmp_path: Path) -> None:
    for store in (oxigraph.OxigraphStore, ladybug.LadybugStore):
        with pytest.raises(GraphError, match="nothing"):
            store(tmp_path / "nothing")


def test_exports_hold_the_graph_and_do_not_change(graph: Graph) -> None:
    import rdflib

    assert nquads(graph) == nquads(graph)
    everything = rdflib.Dataset().parse(data=nquads(graph), format="nquads")
    # Two chains may state one triple, each in its own graph: quads are counted, not triples.
    assert len(set(everything.quads())) == len(nquads(graph).splitlines())
    own = rdflib.Graph().parse(data=turtle(graph), format="turtle")
    assert "外地厂" not in {str(label) for label in own.objects()} and 0 < len(own) < len(everything)


def test_ladybug_keeps_every_string_as_it_is(tmp_path: Path) -> None:
    names = ["甲,乙", 'a"b""c', "行一\r\n行二\r行三", "\\n'引'", " 空 ", "\ue000", "[表, 项]", "NULL"]
    entities = [
        EntityRecord(id=f"product/{number}", type="Product", name=name, aliases=tuple(names[:number]), origin="documents")
        for number, name in enumerate(names)
    ]
    ladybug.write(Graph(entities=tuple(entities)), tmp_path / "strings")
    store = ladybug.LadybugStore(tmp_path / "strings")
    asked = "MATCH (n:Product) RETURN n.id AS id, n.name AS name, n.aliases AS aliases, n.code AS code ORDER BY id"
    assert store.query(asked).rows == tuple((e.id, e.name, e.aliases, None) for e in entities)
    store.close()


def test_a_statement_of_the_wrong_class_is_stored_as_it_is(tmp_path: Path) -> None:
    odd = resolve([plan("a", "济宁市", "Project 项目;Agency 市科技局", "项目 worksWith 市科技局")])
    ladybug.write(odd, tmp_path / "odd")
    store = ladybug.LadybugStore(tmp_path / "odd")
    assert store.query("MATCH (a)-[r:WORKS_WITH]->(b) RETURN b.name AS b").rows == (("市科技局",),)
    store.close()
