"""RDF forms of a graph, and the way back: the records of a file are those of the graph."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
import rdflib
from pyoxigraph import Literal, RdfFormat, parse
from whole_graph import AWKWARD, whole_graph

from lianpu.errors import GraphError, InputError
from lianpu.graph import export
from lianpu.graph.export.read import read
from lianpu.graph.records import Graph
from lianpu.pipeline import build, import_rdf
from lianpu.pipeline import open as open_graph

WHOLE = {".nq": export.nquads, ".trig": export.trig, ".jsonld": export.jsonld}
OWN = {".ttl": export.turtle, ".rdf": export.rdfxml}
HERE = ("documents", "regions")


@pytest.fixture(scope="module")
def graph() -> Graph:
    found = whole_graph()
    assert {f.origin.partition("/")[0] for f in found.facts} == {"documents", "foreign", "regions", "table", "chain"}
    assert {f.rule for f in found.facts} > {"region-of-document"} and {t.achieved for t in found.targets} == {True, False}
    assert any(e.origin == "documents" and e.name == AWKWARD for e in found.entities)
    assert any(c.share == 0.35 for c in found.claims) and any(len(f.statuses) > 1 for f in found.facts)
    return found


def records(graph: Graph) -> Graph:
    """All but the review list and the history of ids, which no file has."""
    return msgspec.structs.replace(graph, review=(), ids=())


def own_records(graph: Graph) -> Graph:
    """What the region's own documents and the code table say, and the things of which they say it."""
    facts = tuple(fact for fact in graph.facts if fact.origin in HERE)
    claims = tuple(claim for claim in graph.claims if claim.origin == "documents")
    spoken = {end for fact in facts for end in (fact.s, fact.o)}
    entities = []
    for entity in graph.entities:
        if entity.origin in HERE or entity.id in spoken:
            mentions = [claim for claim in claims if claim.p == "mention" and claim.s == entity.id]
            documents = tuple(sorted({claim.document for claim in mentions}))
            ids = tuple(sorted(claim.id for claim in mentions))
            entities.append(msgspec.structs.replace(entity, documents=documents, mentions=ids))
    targets = tuple(target for target in graph.targets if target.origin == "documents")
    return Graph(documents=graph.documents, entities=tuple(entities), facts=facts, claims=claims, targets=targets)


def same(found: Graph, expected: Graph) -> bool:
    """Record by record, so that a difference is one line."""
    for name in ("documents", "entities", "targets", "claims", "facts"):
        assert dict(enumerate(getattr(found, name))) == dict(enumerate(getattr(expected, name))), name
    return found == expected


def back(data: bytes, suffix: str, tmp_path: Path) -> Graph:
    path = tmp_path / f"graph{suffix}"
    path.write_bytes(data)
    found = read(path)
    assert found.skipped == 0
    return found.graph


@pytest.mark.parametrize("suffix", WHOLE)
def test_a_form_with_named_graphs_gives_the_same_records_back(graph: Graph, suffix: str, tmp_path: Path) -> None:
    assert same(back(WHOLE[suffix](graph), suffix, tmp_path), records(graph))


def test_turtle_gives_back_what_documents_and_the_code_table_say(graph: Graph, tmp_path: Path) -> None:
    expected = own_records(graph)
    assert 0 < len(expected.facts) < len(graph.facts)
    assert same(back(export.turtle(graph), ".ttl", tmp_path), expected)


def test_rdf_xml_has_what_turtle_has_but_for_what_xml_cannot_hold(graph: Graph, tmp_path: Path) -> None:
    text = msgspec.json.encode(own_records(graph)).decode().replace("\\f", "\ufffd")
    assert "\ufffd" in text
    assert same(back(export.rdfxml(graph), ".rdf", tmp_path), msgspec.json.decode(text, type=Graph))


def test_the_order_of_statements_does_not_matter(graph: Graph, tmp_path: Path) -> None:
    lines = export.nquads(graph).splitlines(keepends=True)
    random.Random(7).shuffle(lines)
    assert back(b"".join(lines), ".nq", tmp_path) == records(graph)


@pytest.mark.parametrize("write", [*WHOLE.values(), *OWN.values()])
def test_equal_graphs_give_equal_bytes(graph: Graph, write: Callable[[Graph], bytes]) -> None:
    assert write(graph) == write(whole_graph())


def loose(quads: object) -> set[tuple[str, ...]]:
    """Statements with numbers by their value."""
    return {(str(q.subject), str(q.predicate), value(q.object), str(q.graph_name)) for q in quads}  # type: ignore[attr-defined]


def value(term: object) -> str:
    if isinstance(term, Literal) and term.datatype.value.endswith("#double"):
        return f"double {float(term.value)!r}"
    return str(term)


def test_json_ld_says_the_same_as_n_quads(graph: Graph) -> None:
    assert loose(parse(export.jsonld(graph), format=RdfFormat.JSON_LD)) == loose(
        parse(export.nquads(graph), format=RdfFormat.N_QUADS)
    )


def test_json_ld_reads_like_plain_json(graph: Graph) -> None:
    nodes = {node["@id"]: node for node in msgspec.json.decode(export.jsonld(graph))["@graph"]}
    firm = nodes["id:enterprise/山推股份"]
    assert firm["@type"] == "lp:Enterprise" and firm["label"] == "山推股份" and firm["altLabel"] == ["山推", "山推公司"]
    assert firm["produces"] == "id:product/推土机"
    assert any(node.get("value") == 1500.5 and node.get("year") == 2027 for node in nodes.values())


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # rdflib itself makes one
def test_rdflib_reads_turtle_rdf_xml_and_json_ld(graph: Graph) -> None:
    turtle = rdflib.Graph().parse(data=export.turtle(graph), format="turtle")
    xml = rdflib.Graph().parse(data=export.rdfxml(graph), format="xml")
    assert len(turtle) == len(xml) > 100
    # A Dataset also takes in the named graphs.
    whole = rdflib.Dataset().parse(data=export.jsonld(graph), format="json-ld")
    assert len(list(whole.quads((None, None, None, None)))) > len(turtle)


def test_a_base_of_ones_own_goes_there_and_back(graph: Graph, tmp_path: Path) -> None:
    path = tmp_path / "graph.nq"
    path.write_bytes(export.nquads(graph, "https://example.org/知识/"))
    assert read(path, "https://example.org/知识/").graph == records(graph)
    with pytest.raises(InputError, match="没有链谱的实体"):
        read(path)


def test_statements_of_others_are_counted_not_kept(graph: Graph, tmp_path: Path) -> None:
    path = tmp_path / "graph.nq"
    mine = b'<https://w3id.org/lianpu/id/region/%E7%94%B2> <https://schema.org/name> "x" .\n<urn:a> <urn:b> <urn:c> .\n'
    path.write_bytes(export.nquads(graph) + mine)
    found = read(path)
    assert found.skipped == 2 and found.graph == records(graph)


LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"
ENTITY = f'<https://w3id.org/lianpu/id/product/a> a <https://w3id.org/lianpu/ontology#Product> ; {LABEL} "a"'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("nonsense", "不能读取"),
        (f'{ENTITY}, "b" .', "应有一个 label，有 2 个"),
        (f"{ENTITY} ; <https://w3id.org/lianpu/ontology#feeds> <https://w3id.org/lianpu/id/product/b> .", "不存在的实体"),
        ("<https://w3id.org/lianpu/id/claim/1> a <https://w3id.org/lianpu/ontology#Claim> .", "应有一个 predicate"),
        (f"{ENTITY} ; <https://w3id.org/lianpu/ontology#code> 370800 .", "Expected `str"),
        ("<urn:a> <urn:b> <urn:c> .", "没有链谱的实体"),
    ],
)
def test_a_file_that_is_no_graph_is_refused_with_the_reason(text: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError, match=message):
        read(path)


def test_an_unknown_suffix_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="读不了这种文件"):
        read(tmp_path / "graph.pdf")
    with pytest.raises(InputError, match="不能读取"):
        read(tmp_path / "graph.nq")


def test_an_imported_graph_answers_as_the_first_and_takes_no_documents(demo_kg: Path, tmp_path: Path) -> None:
    first = open_graph(demo_kg)
    first.export(tmp_path / "graph.nq")
    report = import_rdf(tmp_path / "graph.nq", tmp_path / "kg")
    second = open_graph(tmp_path / "kg")
    assert records(second.records) == records(first.records)
    assert report.skipped == 0 and report.entities == len(first.records.entities)
    assert second.gaps("济宁市", "工程机械") == first.gaps("济宁市", "工程机械")
    with pytest.raises(GraphError, match="没有文件原文"):
        build([demo_kg.parent], tmp_path / "kg")
    with pytest.raises(GraphError, match="已有图谱"):
        import_rdf(tmp_path / "graph.nq", tmp_path / "kg")
