"""What is generated from the vocabulary: up to date, well formed, accepted by the tools that it is for."""

from __future__ import annotations

import html
import re
from pathlib import Path

import ladybug
import msgspec
import owlrl
import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Namespace, URIRef
from whole_graph import whole_graph

from lianpu.graph.export import turtle
from lianpu.ids import ONTOLOGY
from lianpu.ontology import generate, schema

LP = Namespace(ONTOLOGY)
ROOT = Path(__file__).parent.parent
GENERATED = ROOT / "lianpu" / "ontology" / "generated"


def test_the_generated_files_are_what_the_schema_gives() -> None:
    assert generate.main(["--check"]) == 0


def test_check_names_the_file_that_would_change_and_leaves_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert generate.main([], root=tmp_path) == 0
    assert generate.main(["--check"], root=tmp_path) == 0
    stale = tmp_path / "docs" / "ontology.md"
    stale.write_text("edited by hand", "utf-8")
    capsys.readouterr()
    assert generate.main(["--check"], root=tmp_path) == 1
    assert capsys.readouterr().err.startswith("docs/ontology.md:")
    assert stale.read_text("utf-8") == "edited by hand"
    assert generate.main([], root=tmp_path) == 0
    assert stale.read_bytes() == (ROOT / "docs" / "ontology.md").read_bytes()


def test_the_ontology_labels_and_defines_every_class_and_predicate() -> None:
    graph = Graph().parse(GENERATED / "ontology.ttl")
    for name in schema().classes:
        assert (LP[name], RDF.type, OWL.Class) in graph
    for name in schema().predicates:
        assert (LP[name], RDF.type, OWL.ObjectProperty) in graph
        assert graph.value(LP[name], RDFS.domain) is not None
    for name in (*schema().classes, *schema().predicates):
        assert {label.language for label in graph.objects(LP[name], RDFS.label)} == {"zh", "en"}  # type: ignore[attr-defined]


def test_domains_and_ranges_are_unions_of_classes() -> None:
    graph = Graph().parse(GENERATED / "ontology.ttl")
    union = graph.value(LP.locatedIn, RDFS.range)
    assert [str(c).removeprefix(ONTOLOGY) for c in graph.items(graph.value(union, OWL.unionOf))] == ["Region", "Park"]  # type: ignore[arg-type]
    assert graph.value(LP.anchors, RDFS.range) == LP.Industry


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> ladybug.Connection:
    database = ladybug.Database(str(tmp_path_factory.mktemp("store") / "graph"))
    connection = ladybug.Connection(database)
    connection.execute((GENERATED / "ladybug.cypher").read_text("utf-8"))
    return connection


def rows(connection: ladybug.Connection, query: str) -> list[list[object]]:
    result = connection.execute(query)
    assert isinstance(result, ladybug.QueryResult)
    return [list(row) for row in result.get_all()]


def test_ladybug_makes_a_table_for_every_class_and_relation(store: ladybug.Connection) -> None:
    tables = {(row[0], row[1]) for row in rows(store, "CALL show_tables() RETURN type, name")}
    nodes = {("NODE", name) for name in schema().stored}
    assert tables == nodes | {("REL", p.relation) for p in schema().predicates.values()} | {("REL", "HAS_TARGET")}


def test_ladybug_holds_every_pair_of_classes_and_refuses_others(store: ladybug.Connection) -> None:
    for name in schema().entities:
        store.execute(f"CREATE (:{name} {{id: '{name}', name: 'x', aliases: ['y'], origin: 'documents'}})")
    for predicate in schema().predicates.values():
        for s in predicate.domain:
            for o in predicate.range:
                store.execute(
                    f"MATCH (s:{s}), (o:{o}) CREATE (s)-[:{predicate.relation} {{status: 'planned', quotes: ['q']}}]->(o)"
                )
        count = rows(store, f"MATCH ()-[r:{predicate.relation}]->() RETURN count(r) AS n")
        assert count == [[len(predicate.domain) * len(predicate.range)]]
    with pytest.raises(RuntimeError, match="schema"):
        store.execute("MATCH (s:Region), (o:Enterprise) CREATE (s)-[:LOCATED_IN]->(o)")


def test_ladybug_holds_the_columns_of_records(store: ladybug.Connection) -> None:
    store.execute("CREATE (:Claim {id: 'c', start: 3, stop: 9, quote: '甲', ord: 1, confidence: 0.5, origin: 'documents'})")
    store.execute("CREATE (:Target {id: 't', metric: '产值', value: 2.5, valueMax: 3.0, unit: '亿元', op: '>=', year: 2027})")
    store.execute("CREATE (:Document {id: 'd', title: '规划', number: '1 号', date: '2023', region: '370800'})")
    store.execute("MATCH (s:Industry), (t:Target) CREATE (s)-[:HAS_TARGET {origin: 'documents'}]->(t)")
    assert rows(store, "MATCH (c:Claim) RETURN c.start AS s, c.stop AS e") == [[3, 9]]
    assert rows(store, "MATCH (:Industry)-[r:HAS_TARGET]->(t) RETURN t.year AS year, r.origin AS origin") == [[2027, "documents"]]


def test_neo4j_keys_every_class_once_and_each_statement_is_one_line() -> None:
    lines = [x for x in (GENERATED / "neo4j.cypher").read_text("utf-8").splitlines() if x and not x.startswith("//")]
    assert all(x.startswith(("CREATE CONSTRAINT ", "CREATE INDEX ")) and x.endswith(";") and "IF NOT EXISTS" in x for x in lines)
    assert len({x.split()[2] for x in lines}) == len(lines)
    assert sum("IS UNIQUE" in x for x in lines) == len(schema().stored)


def test_the_table_in_the_docs_has_a_row_for_everything() -> None:
    text = (ROOT / "docs" / "ontology.md").read_text("utf-8")
    for name in (*schema().classes, *schema().predicates):
        assert f"| `{name}` |" in text
    assert len({len(line.replace("\\|", "").split("|")) for line in text.splitlines() if line.startswith("| `seeks`")}) == 1


def test_every_term_of_the_ontology_is_labelled_defined_and_shown_by_an_example_in_both_languages() -> None:
    graph = Graph().parse(GENERATED / "ontology.ttl")
    ours = {term for triple in graph for term in triple if str(term).startswith(ONTOLOGY)}
    assert len(ours) > 60
    for term in ours:
        assert graph.value(term, RDF.type) is not None, term  # nothing is used that is not declared
        for said in (RDFS.label, SKOS.definition, SKOS.example):
            assert {text.language for text in graph.objects(term, said)} == {"zh", "en"}, (term, said)  # type: ignore[attr-defined]


def test_terms_that_files_use_are_declared() -> None:
    declared = set(Graph().parse(GENERATED / "ontology.ttl").subjects(RDF.type))
    used = set(Graph().parse(data=turtle(whole_graph())).predicates())
    kinds = set(Graph().parse(data=turtle(whole_graph())).objects(None, RDF.type))
    assert LP.Derivation in kinds
    assert {term for term in used | kinds if str(term).startswith(ONTOLOGY)} <= declared


def test_reasoning_finds_no_contradiction_in_a_graph_and_places_it_in_other_vocabularies() -> None:
    graph = Graph().parse(GENERATED / "ontology.ttl")
    graph.parse(data="@prefix lp: <https://w3id.org/lianpu/ontology#> . <urn:f> lp:produces <urn:p> . <urn:f> a lp:Enterprise .")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    assert (URIRef("urn:f"), RDF.type, URIRef("http://www.w3.org/ns/org#FormalOrganization")) in graph
    assert not list(graph.subjects(RDF.type, URIRef("http://www.daml.org/2002/03/agents/agent-ont#ErrorMessage")))
    graph.add((URIRef("urn:f"), RDF.type, LP.Region))
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    assert list(graph.subjects(RDF.type, URIRef("http://www.daml.org/2002/03/agents/agent-ont#ErrorMessage")))


def test_the_page_explains_every_term_and_its_links_lead_somewhere() -> None:
    page = (ROOT / "docs" / "ontology.html").read_text("utf-8")
    anchors = set(re.findall(r'id="([^"]+)"', page))
    vocabulary = schema()
    names = {*vocabulary.classes, *vocabulary.predicates, *vocabulary.attributes}
    assert names <= anchors
    assert set(re.findall(r'href="#([^"]+)"', page)) <= anchors
    assert all(url.startswith(("#", "http")) for url in re.findall(r'href="([^"]+)"', page)) and "src=" not in page
    for name in names:
        said = {**vocabulary.classes, **vocabulary.predicates, **vocabulary.attributes}[name]
        assert html.escape(said.definition.zh) in page and said.label.en in page


def test_the_context_names_every_property() -> None:
    found = msgspec.json.decode((GENERATED / "context.jsonld").read_bytes())["@context"]
    assert {*schema().predicates, *schema().attributes} <= found.keys()
    assert found["value"] == {"@id": "lp:value", "@type": "xsd:double"} and found["altLabel"] == {"@id": "skos:altLabel"}
