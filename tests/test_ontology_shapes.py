"""The SHACL shapes on small graphs: a good one passes, each fault is found by the shape that is named after it."""

from __future__ import annotations

from pathlib import Path

import pyshacl
import pytest
from rdflib import SH, Graph

SHAPES = Graph().parse(Path(__file__).parent.parent / "lianpu" / "ontology" / "generated" / "shapes.ttl")
NAMES = "https://w3id.org/lianpu/shapes#"

GOOD = """
@prefix lp: <https://w3id.org/lianpu/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix : <https://w3id.org/lianpu/id/> .

:firm a lp:Enterprise ; rdfs:label "东华重工" ; lp:locatedIn :park ; lp:produces :part .
:park a lp:Park ; rdfs:label "邹城开发区" ; lp:locatedIn :county ; lp:focusesOn :sector .
:zone a lp:Park ; rdfs:label "开发区东片" ; lp:partOf :park .
:county a lp:Region ; rdfs:label "邹城市" ; lp:partOf :city .
:city a lp:Region ; rdfs:label "济宁市" ; lp:code "370800" .
:part a lp:Product ; rdfs:label "液压缸" ; lp:feeds :sector .
:sector a lp:Industry ; rdfs:label "工程机械" .
:plan a lp:Document ; dcterms:title "某规划" ; dcterms:date "2024-05" .
:claim a lp:Claim, rdf:Statement ; rdf:subject :firm ; rdf:predicate lp:produces ; rdf:object :part ; lp:status "existing" ;
    lp:document :plan ; lp:start 4 ; lp:end 11 ; lp:quote "生产液压缸等" ; lp:confidence 0.9e0 .
:aim a lp:Target ; lp:of :sector ; lp:metric "产值" ; lp:value 1.5e3 ; lp:unit "亿元" ; lp:op ">=" ; lp:year 2027 .
:figure a lp:Indicator ; lp:of :city ; lp:metric "企业数" ; lp:value 8.0e0 ; lp:unit "" .
"""


def findings(turtle: str) -> dict[str, str]:
    """Severity of each shape that complains."""
    _, report, _ = pyshacl.validate(Graph().parse(data=turtle), shacl_graph=SHAPES)
    assert isinstance(report, Graph)
    return {
        str(shape).removeprefix(NAMES): str(report.value(result, SH.resultSeverity)).removeprefix(str(SH))
        for result, shape in report.subject_objects(SH.sourceShape)
    }


def test_a_good_graph_has_no_violation_and_no_warning() -> None:
    assert findings(GOOD) == {}


@pytest.mark.parametrize(
    ("old", "new", "shape"),
    [
        ("lp:document :plan ;", "", "Claim-document"),
        (' ; lp:quote "生产液压缸等"', "", "Claim-quote"),
        ("生产液压缸等", "", "Claim-quote"),
        ("lp:start 4 ;", "", "Claim-start"),
        ("lp:end 11 ;", "", "Claim-end"),
        ("lp:end 11", 'lp:end "11"', "Claim-end"),
        ("lp:end 11", "lp:end 3", "Claim-start"),
        ("rdf:subject :firm ;", "", "Claim-subject"),
        ("rdf:predicate lp:produces ;", "", "Claim-predicate"),
        ('rdfs:label "工程机械"', 'lp:code "1"', "Entity-label"),
        ('"东华重工"', '""', "Entity-label"),
        ("lp:locatedIn :park", "lp:locatedIn :sector", "locatedIn-object"),
        ("lp:produces :part .", "lp:anchors :part .", "anchors-object"),
        ("lp:focusesOn :sector", "lp:focusesOn :sector ; lp:stageOf :sector", "stageOf-subject"),
        (":sector a lp:Industry", ":sector a lp:Unheard", "feeds-object"),
        (":sector a lp:Industry", ":sector a lp:Industry, lp:Region", "feeds-object"),
        ('"液压缸" ;', '"液压缸" ; lp:seeks :nowhere ;', "seeks-object"),
        ('"370800"', '"370800" ; lp:partOf :county', "partOf-cycle"),
        ('"370800"', '"370800" ; lp:partOf :city', "partOf-cycle"),
        ("lp:of :sector ;", "", "Target-of"),
        ("lp:of :city", "lp:of :claim", "of-object"),
        ('lp:metric "产值" ;', "", "Target-metric"),
        ("lp:value 8.0e0 ;", "", "Target-value"),
        ('"某规划"', '""', "Document-title"),
        ('"邹城开发区"', '"邹城开发区", "开发区"', "Entity-label"),
        ('"370800"', '"3708"', "Region-code-value"),
        ('lp:status "existing"', 'lp:status "wished"', "Claim-status-value"),
        ("lp:confidence 0.9e0", "lp:confidence 1.1e0", "Claim-confidence-value"),
        ("lp:start 4", "lp:start -1", "Claim-start-value"),
        ('"existing" ;', '"existing" ; lp:order 0 ;', "Claim-order-value"),
        ('"existing" ;', '"existing" ; lp:position "sideways" ;', "Claim-position-value"),
        ('"existing" ;', '"existing" ; lp:share 35.0e0 ;', "Claim-share-value"),
        ("rdf:predicate lp:produces", "rdf:predicate lp:likes", "Claim-predicate-value"),
        ('lp:op ">="', 'lp:op "≥"', "Target-op-value"),
    ],
)
def test_a_violation_is_found_by_its_shape(old: str, new: str, shape: str) -> None:
    assert GOOD.count(old) == 1
    assert findings(GOOD.replace(old, new)).get(shape) == "Violation"


@pytest.mark.parametrize(
    ("old", "new", "shape"),
    [
        ("lp:locatedIn :county ; ", "", "Park-place"),
        ('lp:unit "亿元" ;', "", "Target-unit"),
        ('"亿元"', '""', "Target-unit"),
        (" ; lp:year 2027", "", "Target-year"),
        ("lp:year 2027", "lp:year 20270", "Target-year-value"),
        ("lp:value 1.5e3", "lp:value 1.5e3 ; lp:valueMax 1.0e3", "Target-range"),
        ('"2024-05"', '"二〇二四年"', "Document-date-value"),
        ("lp:feeds :sector", "lp:feeds :sector, :part", "feeds-itself"),
    ],
)
def test_a_warning_is_found_by_its_shape_and_is_no_violation(old: str, new: str, shape: str) -> None:
    assert GOOD.count(old) == 1
    assert findings(GOOD.replace(old, new)) == {shape: "Warning"}


def test_types_that_reasoning_adds_are_no_wrong_class() -> None:
    more = "@prefix schema: <https://schema.org/> .\n:city a schema:Place, lp:Entity .\n:firm a schema:Organization .\n"
    assert findings(GOOD + more) == {}


def test_every_shape_speaks_chinese_and_english() -> None:
    shapes = set(SHAPES.subjects(SH.path, None)) & {s for s in SHAPES.subjects() if str(s).startswith(NAMES)}
    assert len(shapes) > 35
    for shape in shapes:
        assert {message.language for message in SHAPES.objects(shape, SH.message)} == {"zh", "en"}  # type: ignore[attr-defined]
