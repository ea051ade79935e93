"""Names and parameters that look like commands go through every store, come back equal, and change nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from servers import Server, SparqlServer

from lianpu.errors import QueryError
from lianpu.graph.records import Graph
from lianpu.graph.stores import ladybug, oxigraph
from lianpu.graph.stores.endpoint import EndpointStore
from lianpu.graph.stores.graph_store import GraphStore
from lianpu.graph.stores.neo4j import Neo4jStore
from lianpu.graph.stores.protocol import Entity, Rows, Store
from lianpu.graph.stores.rdflib_store import RdflibStore
from lianpu.ids import entity_id
from lianpu.model import Claim
from lianpu.model import Entity as Node

NAMES = (
    "单'双\"反`撇\\斜",
    "'''三\"\"\"",
    "大{括}号${x}$x?x",
    "行一\n行二\r\n行三\t止",
    "}) DETACH DELETE n //",
    "' }) MATCH (n) DETACH DELETE n WITH 1 AS x MATCH (m {name: '",
    "> ; DROP ALL",
    '" } ; DROP ALL ; SELECT * { ?s ?p "',
    "<http://example.org/> . <a> <b> <c>",
    "\u202e倒写\u202c\u200f左右\u061c",
    "𠮷野家🏭𪚥",
    "\\u0022 \\n %22 %0A &quot;",
    "# 注释 // 注释 /* 注释 */ --",
    "e\u0301 与 \u00e9",
    "\ufeff\u200b零宽\u00a0",
)
ASKED = {
    "sparql": """PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        SELECT ?e ?name ?alias { ?e rdfs:label ?name ; skos:altLabel ?alias FILTER(?name = $given) }""",
    "cypher": """MATCH (n:Product) WHERE n.name = $given UNWIND n.aliases AS alias
        RETURN n.id AS e, n.name AS name, alias AS alias""",
}
NAMED = {
    "sparql": "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> SELECT ?name { $e rdfs:label ?name }",
    "cypher": "MATCH (n:Product) WHERE n.id = $e RETURN n.name AS name",
}
QUOTES = {
    "sparql": "PREFIX lp: <https://w3id.org/lianpu/ontology#> SELECT ?text { ?c lp:quote ?text ; lp:section ?text }",
    "cypher": "MATCH (c:Claim) WHERE c.section = c.quote RETURN c.quote AS text",
}
COUNTED = {
    "sparql": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
    "cypher": "MATCH (n) OPTIONAL MATCH (n)-[r]->(m) RETURN count(n) + count(r) AS n",
}
STORES = ("oxigraph", "rdflib", "oxigraph_server", "fuseki_server", "ladybug", "neo4j")


@pytest.fixture(scope="module")
def graph() -> Graph:
    ids = [entity_id("Product", name) for name in NAMES]
    nodes = [Node(id=i, type="Product", name=name, aliases=(name[::-1],)) for i, name in zip(ids, NAMES, strict=True)]
    claims = [
        Claim(id=f"{number:032x}", s=i, p="mention", document=name, section=name, quote=name, text=name)
        for number, (i, name) in enumerate(zip(ids, NAMES, strict=True))
    ]
    return Graph(entities=tuple(sorted(nodes, key=lambda node: node.id)), claims=tuple(claims))


@pytest.fixture(scope="module", params=STORES)
def asked(request: pytest.FixtureRequest, graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Store]]:
    path: Path = tmp_path_factory.mktemp("hostile") / "store"
    kind: str = request.param
    with ExitStack() as stack:
        if kind == "oxigraph":
            oxigraph.write(graph, path)
            yield "sparql", oxigraph.OxigraphStore(path)
        elif kind == "rdflib":
            yield "sparql", RdflibStore(graph)
        elif kind == "ladybug":
            ladybug.write(graph, path)
            embedded = ladybug.LadybugStore(path)
            stack.callback(embedded.close)
            yield "cypher", embedded
        elif kind == "neo4j":
            bolt: Server = request.getfixturevalue("neo4j_server")
            # The name of the graph goes to the server as well.
            name = "图' }) DETACH DELETE n //"
            served = stack.enter_context(Neo4jStore(bolt.uri, user=bolt.user, password=bolt.password, name=name))
            served.load(graph)
            yield "cypher", served
        else:
            http: SparqlServer = request.getfixturevalue(kind)
            http.run("DROP ALL")
            stack.enter_context(GraphStore(http.store)).load(graph)
            yield "sparql", stack.enter_context(EndpointStore(http.query))


@pytest.fixture
def ask(asked: tuple[str, Store]) -> Iterator[Callable[..., Rows]]:
    """Asks in the store's language; afterwards it holds as much as before."""
    dialect, store = asked
    before = store.query(COUNTED[dialect]).rows
    yield lambda texts, **values: store.query(texts[dialect], values)
    assert store.query(COUNTED[dialect]).rows == before


def test_names_come_back_as_they_were_and_as_parameters_find_only_themselves(ask: Callable[..., Rows]) -> None:
    for name in NAMES:
        assert ask(ASKED, given=name).rows == ((entity_id("Product", name), name, name[::-1]),)
        assert ask(NAMED, e=Entity(entity_id("Product", name))).rows == ((name,),)


def test_sentences_and_sections_come_back_as_they_were(ask: Callable[..., Rows]) -> None:
    assert sorted(str(row[0]) for row in ask(QUOTES).rows) == sorted(NAMES)


def test_an_id_that_is_no_iri_is_refused_or_finds_nothing(asked: tuple[str, Store], ask: Callable[..., Rows]) -> None:
    for name in ("product/x> ; DROP ALL", "product/x}) DETACH DELETE n //", "product/\n"):
        if asked[0] == "sparql":
            with pytest.raises(QueryError, match="实体标识"):
                ask(NAMED, e=Entity(name))
        else:
            assert ask(NAMED, e=Entity(name)).rows == ()
