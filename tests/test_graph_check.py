"""A sound graph passes; each kind of damage is found and said."""

from __future__ import annotations

import msgspec
import pytest
from graph_lines import plan

from lianpu.graph.check import Finding, check
from lianpu.graph.records import Graph
from lianpu.graph.resolve import resolve
from lianpu.model import Fact, TargetLine
from lianpu.ontology.chains import references


@pytest.fixture(scope="module")
def graph() -> Graph:
    lines = "Enterprise 甲厂;Product 阀门;Region 济宁市;Park 化工园;Region 邹城市"
    facts = "甲厂 produces 阀门;化工园 locatedIn 邹城市;邹城市 partOf 济宁市"
    return resolve([plan("a", "济宁市", lines, facts, foreign="甲厂 produces 阀门")], references=references())


def found(graph: Graph) -> list[Finding]:
    return [finding for finding in check(graph).findings if finding.severity == "violation"]


def test_a_sound_graph_passes(graph: Graph) -> None:
    assert check(graph).findings == ()


def test_a_park_without_a_place_and_a_target_without_unit_or_year_are_warnings() -> None:
    target = TargetLine(s="化工产业", metric="产值", value=5, op="=", quote="产值达到五")
    result = check(
        resolve(
            [plan("a", "济宁市", "Park 化工园;Industry 化工产业", targets=(msgspec.structs.replace(target, start=1, end=6),))]
        )
    )
    assert (result.violations, result.warnings) == (0, 3)
    assert ("park/化工园", "园区没有所在地") in {(f.focus, f.message) for f in result.findings}


def test_a_claim_without_words_is_no_evidence(graph: Graph) -> None:
    claims = tuple(
        msgspec.structs.replace(c, quote="") if c.p == "produces" and c.origin == "documents" else c for c in graph.claims
    )
    assert [f.message for f in found(msgspec.structs.replace(graph, claims=claims))] == ["断言须有合格的原文（lp:quote）"]


def test_a_circle_of_parts_is_found(graph: Graph) -> None:
    claim = next(c.id for c in graph.claims if c.p == "partOf")
    back = Fact(s="region/济宁市", p="partOf", o="region/邹城市", status="existing", claims=(claim,))
    assert any("partOf" in f.message for f in found(msgspec.structs.replace(graph, facts=(*graph.facts, back))))


def test_a_statement_of_the_wrong_class_is_found() -> None:
    wrong = resolve([plan("a", "济宁市", "Product 阀门;Agency 市科技局", "阀门 produces 市科技局")])
    assert any("produces" in f.message for f in found(wrong))


def test_ids_that_lead_nowhere_are_found(graph: Graph) -> None:
    lost = msgspec.structs.replace(graph, entities=tuple(e for e in graph.entities if e.id != "product/阀门"))
    assert any(f.message == "指向不存在的实体 product/阀门" for f in found(lost))
    bare = msgspec.structs.replace(graph, claims=(), documents=())
    assert {"事实没有依据"} & {
        f.message
        for f in found(
            msgspec.structs.replace(graph, facts=(Fact(s="region/济宁市", p="seeks", o="product/阀门", status="recruit"),))
        )
    }
    assert any("断言" in f.message for f in found(bare))


def test_findings_are_worded_in_the_language(graph: Graph) -> None:
    lost = msgspec.structs.replace(graph, entities=tuple(e for e in graph.entities if e.id != "product/阀门"))
    without_place = resolve([plan("a", "济宁市", "Park 化工园", "")])
    told = {f.message for one in (lost, without_place) for f in check(one, language="en").findings}
    assert {"leads to an entity that does not exist: product/阀门", "the park has no place"} <= told
