"""Dossiers: who leads, who helps, and what the documents leave open."""

from __future__ import annotations

import json
import re
from pathlib import Path

from gap_graphs import Plan, Records, graph
from jsonschema import Draft202012Validator
from test_cli import run
from test_gaps import ALL, JINING
from test_papers import DOCUMENTS, headings, lines, text

from lianpu.ontology.chains import chains
from lianpu.ontology.regions import regions
from lianpu.papers.dossier_report import dossier_report
from lianpu.queries.dossier import TOPICS, Dossier, dossier
from lianpu.queries.view import View
from lianpu.viz.paper import Paper


def found(records: Records = ALL, region: str = "济宁市", chain: str = "工程机械") -> Dossier:
    return dossier(View(records, regions()), region, chain, reference=chains())


def asked(one: Dossier) -> dict[str, tuple[str, ...]]:
    return {question.topic: question.names for question in one.questions}


def paper(one: Dossier, language: str = "zh") -> Paper:
    return dossier_report(one, DOCUMENTS, chains(), language).paper  # type: ignore[arg-type]


def test_leaders_stand_with_what_they_lead_and_make() -> None:
    records = graph(Plan("济宁市", JINING.statements + "甲厂 produces 推土机\n外厂 locatedIn 淄博市\n外厂 anchors 工程机械\n"))
    leaders = {leader.firm.name: leader for leader in found(records).leaders}
    assert set(leaders) == {"甲厂", "乙厂"}
    assert leaders["甲厂"].products == ("推土机",) and leaders["甲厂"].industries[0].name == "工程机械"
    assert {e.predicate for e in leaders["甲厂"].evidence} == {"anchors", "produces"}


def test_parks_platforms_policies_and_targets_of_the_chain() -> None:
    one = found()
    assert {park.entity.name for park in one.parks} == {"任城园"}
    assert {platform.entity.name for platform in one.platforms} == {"甲实验室"}
    assert {policy.entity.name for policy in one.policies} == {"甲意见"}
    assert [target.metric for target in one.targets] == ["营业收入"]


def test_what_documents_do_not_say_is_asked() -> None:
    questions = asked(found())
    assert questions["leaders_without_products"] == ("乙厂", "甲厂")
    assert questions["placed_by_document"] == ("乙厂", "甲厂")
    assert "发动机" in questions["gaps_without_candidates"]
    assert questions["targets_without_year"] == ("工程机械营业收入",)
    assert {"no_agencies", "no_projects"} <= set(questions) and "no_parks" not in questions
    assert list(questions) == [topic for topic in TOPICS if topic in questions]


def test_what_is_said_is_not_asked() -> None:
    records = graph(Plan("济宁市", "甲厂 anchors 工程机械\n甲厂 produces 挖掘机\n甲实验室 supports 工程机械"))
    questions = asked(found(records))
    assert not {"no_leaders", "leaders_without_products", "no_platforms", "gaps_without_candidates"} & set(questions)
    assert {"no_parks", "no_targets"} <= set(questions)
    assert "工程机械整机" in questions["single_firm"]


def test_a_chain_that_is_unknown_has_no_questions() -> None:
    one = found(graph(JINING), chain="轴承")
    assert one == Dossier(report=one.report)
    assert paper(one).blocks == () and "不能视为缺失" in paper(one).summary[0].text


def test_the_paper_has_its_order_no_english_and_a_source_for_every_number() -> None:
    printed = paper(found())
    names = [re.sub("^.+?、", "", heading) for heading in headings(printed)]
    expected = [
        "龙头企业",
        "链条现状",
        "缺口与候选企业",
        "园区",
        "平台与机构",
        "政策与目标",
        "待回答的问题",
        "依据文件",
        "资料来源",
    ]
    assert names == [*expected, "阅读说明"]
    assert printed.title == "山东省济宁市工程机械产业链档案"
    assert not re.search("[A-Za-z]{2,}", text(printed))
    used = {number for block in printed.blocks for line in lines(block) for number in line.sources}
    assert used == set(printed.sources)


def test_a_dossier_in_english() -> None:
    assert headings(paper(found(), "en"))[0] == "1. Leading firms"


def test_the_command_writes_every_form(demo_kg: Path, tmp_path: Path, root: Path) -> None:
    command = ("dossier", "--kg", demo_kg, "--region", "东昌府区", "--chain", "轴承")
    assert run(*command).stdout.startswith("# 山东省聊城市东昌府区轴承产业链档案")
    for suffix in ("html", "docx", "md"):
        run(*command, "-o", tmp_path / f"dossier.{suffix}")
        assert (tmp_path / f"dossier.{suffix}").stat().st_size > 1000
    schema = json.loads((root / "docs" / "schema" / "dossier.schema.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(json.loads(run(*command, "-f", "json").stdout))
