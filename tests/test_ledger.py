"""Ledgers: their rows, what chooses them, and how they are printed."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from gap_graphs import Plan, Records, graph, identify
from msgspec.structs import replace
from test_cli import as_rows, run
from test_gaps import EAST, LAIWU

from lianpu.errors import QueryError, UnknownNameError
from lianpu.model import Claim, Entity
from lianpu.ontology.chains import chains
from lianpu.ontology.regions import regions
from lianpu.papers.ledger_report import ledger_report, ledger_sheet
from lianpu.queries.ledger import LEDGERS, Ledger, ledger
from lianpu.queries.view import View
from lianpu.viz.paper import Table

CITY = Plan(
    "济宁市",
    """
    甲厂 anchors 工程机械
    甲厂 produces 推土机
    工程机械 seeks 发动机 recruit
    工程机械 seeks 智能算法 breakthrough
    挖掘机产业 subIndustryOf 工程机械
    乙厂 anchors 挖掘机产业
    任城园 locatedIn 任城区
    任城园 focusesOn 工程机械
    任城园 focusesOn 农机装备 planned
    """,
    targets=(("工程机械", "营业收入", 500, "亿元"), ("农机装备", "营业收入", 300, "亿元")),
)
FOREIGN = Plan("济宁市", "外厂 anchors 工程机械", foreign=True)


def view() -> View:
    records = graph(CITY, EAST, LAIWU, FOREIGN)
    documents = tuple(replace(d, date="2020-08" if d.id == "plan0" else "2021") for d in records.documents)
    duty = {"status": "existing", "document": "plan0", "quote": "由甲局牵头", "text": "由甲局牵头", "section": "第二章"}
    found = [
        Claim(id=f"duty{n}", s=identify("工程机械"), p=p, o=f"agency/{o}", start=n, end=n + 5, **duty)  # type: ignore[arg-type]
        for n, (p, o) in enumerate((("leadAgency", "甲局"), ("responsibleAgency", "乙局"), ("responsibleAgency", "丙局")))
    ]
    mention = Claim(id="m", s="project/甲项目", p="mention", document="plan0", quote="甲项目", text="甲项目", start=0, end=3)
    facts = tuple(replace(records.facts[0], s=c.s, p=c.p, o=c.o, claims=(c.id,), documents=("plan0",), rule="") for c in found)
    agencies = tuple(Entity(id=f"agency/{name}", type="Agency", name=name) for name in ("甲局", "乙局", "丙局"))
    project = Entity(id="project/甲项目", type="Project", name="甲项目", mentions=("m",))
    targets = tuple(replace(t, year=2025, claims=("duty0",)) for t in records.targets)
    entities, all_facts = (*records.entities, *agencies, project), (*records.facts, *facts)
    return View(Records(documents, entities, all_facts, targets, (*records.claims, *found, mention)), regions())


VIEW = view()


def rows(name: str, **chosen: object) -> list[dict[str, object]]:
    return [dict(row) for row in ledger(VIEW, name, reference=chains(), **chosen).rows]  # type: ignore[arg-type]


def column(name: str, key: str, **chosen: object) -> set[object]:
    return {row[key] for row in rows(name, **chosen)}


@pytest.mark.parametrize("name", LEDGERS)
def test_every_row_has_every_column_and_its_sentence(name: str) -> None:
    found = ledger(VIEW, name, reference=chains())
    assert found.rows
    for row in found.rows:
        assert tuple(row) == found.columns and row["sentence"] and row["document"] and row["region"]


def test_a_region_has_what_is_in_it_and_what_its_documents_say() -> None:
    assert column("anchors", "firm", region="济宁市") == {"甲厂", "乙厂"}
    assert column("anchors", "firm", region="东昌府区") == {"金厂", "百货厂"}
    assert column("parks", "park", region="任城区") == {"任城园"}
    assert rows("anchors", region="任城区") == []


def test_foreign_text_is_in_no_ledger() -> None:
    assert "外厂" not in column("anchors", "firm")


def test_an_industry_has_its_sub_industries() -> None:
    assert column("anchors", "firm", industry="工程机械产业") == {"甲厂", "乙厂"}
    assert column("anchors", "firm", industry="挖掘机产业") == {"乙厂"}
    assert column("parks", "focus", industry="工程机械") == {"工程机械"}
    assert column("targets", "subject", industry="工程机械") == {"工程机械"}


def test_a_year_is_the_targets_or_the_documents() -> None:
    assert len(rows("targets", year=2025)) == 2 and rows("targets", year=2020) == []
    assert column("anchors", "firm", year=2020) == {"甲厂", "乙厂"} and rows("anchors", year=2019) == []


def test_a_duty_has_all_who_share_it_on_one_row() -> None:
    (row,) = rows("duties")
    assert (row["subject"], row["lead"], row["responsible"], row["section"]) == ("工程机械", "甲局", "乙局、丙局", "第二章")


def test_a_project_shows_the_sentence_around_its_name() -> None:
    (row,) = rows("projects")
    assert row["project"] == "甲项目" and row["sentence"] == "由甲局牵头"


def test_what_is_to_be_recruited_has_a_row_a_candidate_and_no_techniques() -> None:
    found = rows("recruits", region="东昌府区", industry="轴承")
    assert {(row["link"], row["tier"], row["firm"]) for row in found} == {("钢板", "B", "泰厂"), ("钢带", "B", "泰厂")}
    assert column("recruits", "link", region="济宁市") == {"发动机"}
    (alone,) = rows("recruits", region="济宁市", year=2020)
    assert alone["firm"] is None and alone["status"] == "recruit"


def test_unknown_names_are_refused() -> None:
    with pytest.raises(QueryError):
        ledger(VIEW, "budgets", reference=chains())
    with pytest.raises(UnknownNameError):
        ledger(VIEW, "targets", reference=chains(), industry="无此产业")
    with pytest.raises(UnknownNameError):
        ledger(VIEW, "targets", reference=chains(), region="无此地")


@pytest.mark.parametrize("name", LEDGERS)
def test_a_chinese_sheet_has_no_english(name: str) -> None:
    sheet = ledger_sheet(ledger(VIEW, name, reference=chains()))
    assert not re.search("[A-Za-z]{2,}", "".join((*sheet.columns, *(str(v) for row in sheet.rows for v in row if v is not None))))


def test_an_empty_ledger_says_so() -> None:
    printed = ledger_report(Ledger(name="parks", region="山东省济宁市", year=2030))
    assert printed.paper.title == "山东省济宁市园区台账" and "没有" in printed.paper.summary[0].text
    assert not any(isinstance(block, Table) for block in printed.paper.blocks)


@pytest.mark.parametrize("name", LEDGERS)
def test_the_command_prints_every_form(demo_kg: Path, tmp_path: Path, name: str) -> None:
    asked = ("ledger", name, "--kg", demo_kg)
    listed = as_rows(run(*asked, "-f", "csv").stdout)
    assert len(json.loads(run(*asked, "-f", "json").stdout)) == len(listed)
    assert run(*asked, "-f", "md").stdout.startswith("# ")
    assert run(*asked).stdout
    run(*asked, "-o", tmp_path / "ledger.xlsx")
    assert (tmp_path / "ledger.xlsx").read_bytes().startswith(b"PK")
