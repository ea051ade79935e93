"""What is amiss in a graph: other people's pages, shared passages, contradictions, missing places, names of two things."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import msgspec
import pytest
from click.testing import CliRunner
from gap_graphs import Plan, Records, graph

from lianpu.cli import main
from lianpu.graph.records import IdRecord
from lianpu.model import Claim, Entity, Op, Target
from lianpu.ontology import regions
from lianpu.papers.audit_report import audit_report
from lianpu.queries import passages
from lianpu.queries.audit import COLUMNS, KINDS, Audit, Finding, audit
from lianpu.queries.view import View

OWN = Plan("东昌府区", "金厂 anchors 轴承产业\n轴承产业 focusesOn 保持器 planned")
OTHERS = Plan("东昌府区", "济宁市 focusesOn 液压马达 planned\n液压产业 seeks 多路阀 recruit", foreign=True)
COPIED = "各有关部门要把重点产业链的摸排、协调和服务列入日程，每季度通报一次进展，年底对照清单逐项验收并公布结果。"


def audited(records: Records, texts: dict[str, str] | None = None, ids: tuple[IdRecord, ...] = ()) -> Audit:
    return audit(View(records, regions()), texts or {}, ids)


def only(found: Audit, kind: str) -> Finding:
    (finding,) = (one for one in found.findings if one.kind == kind)
    return finding


def target(value: float, op: Op = "=", unit: str = "亿元", *, year: int | None = 2030, top: float | None = None) -> Target:
    key = f"{op}{value}{unit}{year}"
    return Target(
        id=key, s="industry/轴承产业", metric="产值", value=value, value_max=top, unit=unit, op=op, year=year, claims=(key,)
    )


def with_targets(*targets: Target) -> Records:
    records = graph(OWN)
    claims = tuple(
        Claim(id=t.id, s=t.s, p="target", o=t.id, document="plan0", start=1000 * n, end=1000 * n + 9, quote=f"产值写作{t.id}")
        for n, t in enumerate(targets)
    )
    return replace(records, targets=targets, claims=(*records.claims, *claims))


# -- text of another jurisdiction ---------------------------------------------------------------------------------


def test_pages_about_another_place_are_found_with_the_place_their_section_and_their_sentences() -> None:
    found = only(audited(graph(OWN, OTHERS)), "foreign")
    assert (found.name, [one.id for one in found.entities]) == ("济宁市", ["region/济宁市"])
    assert [(one.document, one.section, one.start) for one in found.evidence] == [
        ("plan1", "第一章", 0),
        ("plan1", "第一章", 100),
    ]
    assert "多路阀" in found.evidence[1].text


def test_a_graph_without_such_pages_has_no_such_finding() -> None:
    assert audited(graph(OWN)).of("foreign") == ()


def test_what_is_part_of_another_quotation_is_not_told_again() -> None:
    records = graph(OWN, OTHERS)
    inner = msgspec.structs.replace(
        records.claims[-1], id="inner", p="mention", o="", start=104, end=108, quote="液压产业", text="液压产业"
    )
    found = only(audited(replace(records, claims=(*records.claims, inner))), "foreign")
    assert [one.start for one in found.evidence] == [0, 100]


# -- passages -----------------------------------------------------------------------------------------------------


def test_a_passage_of_two_documents_is_quoted_from_both_whatever_its_line_wraps() -> None:
    wrapped = COPIED[:17] + "\n  " + COPIED[17:]
    texts = {"plan0": f"甲市自有其事。{COPIED}此后另说。", "plan1": f"乙县开头不同，\n{wrapped}结尾也不同。"}
    found = only(audited(graph(OWN, OWN), texts), "shared")
    assert [one.document for one in found.evidence] == ["plan0", "plan1"]
    for one in found.evidence:
        assert one.quote == texts[one.document][one.start : one.end]
        assert one.text in COPIED and len(one.text) >= len(COPIED) - 1
    assert found.length == sum(map(str.isalnum, COPIED))


def test_a_passage_is_found_wherever_it_stands_and_a_short_one_is_none() -> None:
    long = "".join(map(chr, range(0x4E00, 0x4E00 + passages.SHORTEST)))
    for shift in range(passages.BLOCK):
        before = "".join(map(chr, range(0x6000, 0x6000 + shift)))
        ((first, again),) = passages.shared({"a": before + long, "b": "另" + long + "起"})
        assert (first[1:], again[1:]) == ((shift, shift + len(long)), (1, 1 + len(long)))
        assert list(passages.shared({"a": before + long[:-1], "b": "另" + long[:-1] + "起"})) == []


def test_what_stands_in_three_documents_is_told_twice_and_repeats_within_one_never() -> None:
    places = [(one.document, other.document) for one, other in passages.shared({"a": COPIED, "b": COPIED, "c": COPIED})]
    assert places == [("a", "b"), ("a", "c")]
    assert list(passages.shared({"a": COPIED + "。其间另有他事。" + COPIED})) == []


# -- targets ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (target(100), target(120)),
        (target(100), target(90, "<=")),
        (target(100, "~"), target(120, "~")),
        (target(100), target(130, ">=")),
        (target(5, unit="亿元"), target(60000, unit="万元")),
        (target(10, top=20), target(25)),
    ],
)
def test_figures_that_cannot_both_hold_contradict_each_other(left: Target, right: Target) -> None:
    found = only(audited(with_targets(left, right)), "target")
    assert found.name == "产值" and found.entities[0].id == "industry/轴承产业"
    assert {(one.op, one.value, one.unit) for one in found.figures} == {(one.op, one.value, one.unit) for one in (left, right)}
    assert {one.quote for one in found.evidence} == {f"产值写作{left.id}", f"产值写作{right.id}"}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (target(100, ">="), target(120, ">=")),
        (target(100, "~"), target(103)),
        (target(100, ">="), target(120)),
        (target(5, unit="亿元"), target(50000, unit="万元")),
        (target(100), target(8, unit="%")),
        (target(100), target(120, year=2035)),
        (target(100, year=None), target(120, year=None)),
        (target(10, top=20), target(15)),
    ],
)
def test_figures_that_may_both_hold_are_no_contradiction(left: Target, right: Target) -> None:
    assert audited(with_targets(left, right)).of("target") == ()


def test_of_many_figures_each_that_disagrees_is_told_once() -> None:
    found = audited(with_targets(*(target(float(value)) for value in (100, 200, 300, 400)))).of("target")
    assert [tuple(one.value for one in finding.figures) for finding in found] == [(100, 200), (100, 300), (100, 400)]


# -- entities -----------------------------------------------------------------------------------------------------


def with_entities(*entities: Entity) -> Records:
    records = graph(OWN)
    return replace(records, entities=(*records.entities, *entities))


def test_firms_and_parks_that_lead_to_no_region_are_listed_and_firms_of_tables_counted() -> None:
    said = Claim(id="m", s="enterprise/银厂", p="mention", document="plan0", start=5, end=7, quote="银厂")
    records = with_entities(
        Entity(id="enterprise/银厂", type="Enterprise", name="银厂", documents=("plan0",), mentions=("m",)),
        Entity(id="park/新园", type="Park", name="新园", documents=("plan0",)),
        Entity(id="enterprise/表厂", type="Enterprise", name="表厂", origin="table/某表"),
    )
    found = audited(replace(records, claims=(*records.claims, said)))
    assert [(one.name, [e.quote for e in one.evidence]) for one in found.of("place")] == [("银厂", ["银厂"]), ("新园", [])]
    assert found.unplaced == 1


def test_a_name_of_two_things_of_a_class_is_found_unless_their_ids_tell_them_apart() -> None:
    found = audited(
        with_entities(
            Entity(id="industry/轴承", type="Industry", name="轴承", aliases=("轴承产业",)),
            Entity(id="agency/市科技局/370800", type="Agency", name="市科技局"),
            Entity(id="agency/市科技局/370300", type="Agency", name="市科技局"),
            Entity(id="product/轴承产业", type="Product", name="轴承产业"),
        )
    )
    alias = only(found, "alias")
    assert (alias.name, {one.id for one in alias.entities}) == ("轴承产业", {"industry/轴承产业", "industry/轴承"})


def test_ids_must_lead_to_something_and_not_in_a_circle() -> None:
    def record(identifier: str, redirect: str = "") -> IdRecord:
        return IdRecord(id=identifier, type="Enterprise", name="某厂", redirect=redirect)

    ids = (
        record("enterprise/旧一", "enterprise/旧二"),
        record("enterprise/旧二", "enterprise/金厂"),
        record("enterprise/金厂"),
        record("enterprise/旧三", "enterprise/已无"),
        record("enterprise/环甲", "enterprise/环乙"),
        record("enterprise/环乙", "enterprise/环甲"),
    )
    found = audited(graph(OWN), ids=ids).of("redirect")
    assert {(one.name, one.to) for one in found} == {
        ("enterprise/旧三", "enterprise/已无"),
        ("enterprise/环甲", "enterprise/环乙"),
        ("enterprise/环乙", "enterprise/环甲"),
    }


# -- reports ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def everything() -> Audit:
    records = with_targets(target(100), target(120))
    others = graph(OWN, OTHERS)
    strange = tuple(claim for claim in others.claims if claim.origin == "foreign")
    lost = Entity(id="enterprise/银厂", type="Enterprise", name="银厂", aliases=("金厂",))
    known = {entity.id: entity for entity in (*records.entities, *others.entities, lost)}
    records = replace(records, documents=others.documents, entities=tuple(known.values()), claims=(*records.claims, *strange))
    ids = (IdRecord(id="enterprise/旧厂", type="Enterprise", name="旧厂", redirect="enterprise/已无"),)
    return audited(records, {"plan0": COPIED, "plan1": COPIED}, ids)


def test_every_kind_is_in_the_fixture_and_in_every_paper(everything: Audit, root: Path) -> None:
    assert {one.kind for one in everything.findings} == set(KINDS)
    schema = json.loads((root / "docs/schema/audit.schema.json").read_text("utf-8"))
    jsonschema.validate(json.loads(msgspec.json.encode(everything)), schema)
    for language, heads in (
        ("zh", ("夹带的外地文本", "济宁市", "悬空的标识")),
        ("en", ("Pages of other jurisdictions", "Ids that lead")),
    ):
        report = audit_report(everything, language)  # type: ignore[arg-type]
        text = report.data("md").decode()
        assert all(head in text for head in heads)
        assert COPIED[:-1] in text and "enterprise/已无" in text
        assert report.data("html") and report.data("docx")
        assert len(report.sheets()) == len(KINDS)


def test_rows_have_fixed_columns_and_one_row_a_sentence(everything: Audit) -> None:
    rows = everything.rows()
    assert all(tuple(row) == COLUMNS for row in rows)
    assert len(rows) == sum(max(1, len(one.evidence)) for one in everything.findings)


def test_the_command_prints_every_form_in_both_languages(demo_kg: Path, tmp_path: Path) -> None:
    def run(*more: str) -> str:
        result = CliRunner().invoke(main, ["audit", "--kg", str(demo_kg), *more])
        assert result.exit_code == 0, result.output
        return result.output

    found = msgspec.json.decode(run("-f", "json"), type=Audit)
    assert len(found.documents) > 1
    assert tuple(next(csv.reader(io.StringIO(run("-f", "csv"))))) == COLUMNS
    assert run() != run("--lang", "en")
    for suffix in ("docx", "xlsx", "html", "md"):
        run("-o", str(tmp_path / f"a.{suffix}"))
        assert (tmp_path / f"a.{suffix}").stat().st_size > 500
