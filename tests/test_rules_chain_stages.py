"""Stages of a chain and its firms in all the forms of plans: running text, labels, headings, tables."""

from __future__ import annotations

import pytest

from lianpu.extract.context import sector_key
from lianpu.model import FactLine
from tests.test_rules_chain_plans import facts

CHAIN = "釉面陶瓷产业"


def chained(body: str) -> list[FactLine]:
    return facts(f"（一）釉面陶瓷产业链\n{body}", "鹤壁市重点产业链培育方案（2024—2026年）")


STAGES = [
    "上游环节主要包括色釉料、坯体粉，中游环节主要包括陶瓷砖、陶瓷管，下游环节主要包括整体卫浴、集成灶具。",
    "上游领域重点布局色釉料、坯体粉，中游领域重点布局陶瓷砖、陶瓷管，下游领域重点布局整体卫浴、集成灶具。",
    "色釉料、坯体粉处于产业链上游，陶瓷砖、陶瓷管处于产业链中游，整体卫浴、集成灶具处于产业链下游。",
    "位于上游的是色釉料、坯体粉，处于中游的是陶瓷砖、陶瓷管，位于下游的是整体卫浴、集成灶具。",
    "色釉料、坯体粉（上游），陶瓷砖、陶瓷管（中游），整体卫浴、集成灶具（下游）。",
    "（上游）色釉料、坯体粉；（中游）陶瓷砖、陶瓷管；（下游）整体卫浴、集成灶具。",
    "推动上游色釉料、坯体粉稳定供应，中游陶瓷砖、陶瓷管提质扩量，下游整体卫浴、集成灶具拓展应用。",
    "一是上游原材料，主要有色釉料、坯体粉。二是中游制造，主要有陶瓷砖、陶瓷管。三是下游应用，主要有整体卫浴、集成灶具。",
    "上游主要为原料供应，包括色釉料、坯体粉；中游主要为制造，包括陶瓷砖、陶瓷管；下游主要为应用，包括整体卫浴、集成灶具。",
    "1.上游\n色釉料、坯体粉。\n2.中游\n陶瓷砖、陶瓷管。\n3.下游\n整体卫浴、集成灶具。",
    "已形成上游色釉料、坯体粉，中游陶瓷砖、陶瓷管，下游整体卫浴、集成灶具的产业链条。",
    "已形成涵盖上游色釉料、坯体粉、中游陶瓷砖、陶瓷管、下游整体卫浴、集成灶具的完整产业链。",
    "环节\t重点产品\n上游\t色釉料、坯体粉\n中游\t陶瓷砖、陶瓷管\n下游\t整体卫浴、集成灶具",
    "产业链环节\t主要产品\n上游（原料）\t色釉料、坯体粉\n中游（制造）\t陶瓷砖、陶瓷管\n下游（应用）\t整体卫浴、集成灶具",
    "上游\t中游\t下游\n色釉料、坯体粉\t陶瓷砖、陶瓷管\t整体卫浴、集成灶具",
]


@pytest.mark.parametrize("body", STAGES)
def test_stages_stand_where_the_text_says(body: str) -> None:
    found = {(f.o, f.position): set[str]() for f in chained(body) if f.p == "stageOf"}
    for fact in chained(body):
        if fact.p == "stageOf":
            found[fact.o, fact.position].add(fact.s)
    assert found == {
        (CHAIN, "upstream"): {"色釉料", "坯体粉"},
        (CHAIN, "midstream"): {"陶瓷砖", "陶瓷管"},
        (CHAIN, "downstream"): {"整体卫浴", "集成灶具"},
    }
    fed = {(f.s, f.o) for f in chained(body) if f.p == "feeds"}
    assert fed == {("色釉料", CHAIN), ("坯体粉", CHAIN), (CHAIN, "整体卫浴"), (CHAIN, "集成灶具")}


NO_STAGES = [
    "加强上下游衔接，提升上游环节配套能力。",
    "推动下游精细化、绿色化。",
    "处于产业链上游，附加值不高。",
    "1.上游\n提升供应能力，强化协同。",
]


@pytest.mark.parametrize("body", NO_STAGES)
def test_what_no_list_follows_has_no_stage(body: str) -> None:
    assert not [f for f in chained(body) if f.p in ("stageOf", "feeds")]


A = {("宇瀚科技", "色釉料"), ("宇瀚科技", "陶瓷砖"), ("鼎宸科技", "陶瓷管")}
MADE = [
    "主要企业有宇瀚科技（色釉料、陶瓷砖）、鼎宸科技（陶瓷管）等。",
    "重点企业：宇瀚科技（主要产品色釉料、陶瓷砖）、鼎宸科技（主要产品陶瓷管）。",
    "重点企业：\n1.宇瀚科技：色釉料、陶瓷砖\n2.鼎宸科技：陶瓷管",
    "链主企业\t主导产品\n宇瀚科技\t色釉料、陶瓷砖\n鼎宸科技\t陶瓷管",
    "企业名称\t主要产品\n宇瀚科技\t色釉料、陶瓷砖\n鼎宸科技\t陶瓷管",
    "产品\t代表企业\n色釉料、陶瓷砖\t宇瀚科技\n陶瓷管\t鼎宸科技",
]


@pytest.mark.parametrize("body", MADE)
def test_firms_of_a_chain_make_what_stands_beside_them(body: str) -> None:
    found = chained(body)
    assert {(f.s, f.o) for f in found if f.p == "produces"} == A
    assert {(f.s, f.o) for f in found if f.p == "anchors"} == {("宇瀚科技", CHAIN), ("鼎宸科技", CHAIN)}
    assert not [f for f in found if f.p == "focusesOn" and "企业" in f.s]


def test_goods_before_their_maker() -> None:
    found = chained("色釉料、陶瓷砖（宇瀚科技），陶瓷管（鼎宸科技）。")
    assert {(f.s, f.o) for f in found if f.p == "produces"} == A


def test_a_firm_at_a_place_of_the_chain() -> None:
    found = chained("上游有宇瀚科技（色釉料），中游有鼎宸科技（陶瓷管）。")
    assert {(f.s, f.position) for f in found if f.p == "stageOf"} == {("色釉料", "upstream"), ("陶瓷管", "midstream")}
    assert {(f.s, f.o) for f in found if f.p == "produces"} == {("宇瀚科技", "色釉料"), ("鼎宸科技", "陶瓷管")}


def test_what_the_one_leader_makes() -> None:
    found = chained("链主企业为宇瀚科技，主要产品为色釉料、陶瓷砖。")
    assert {(f.s, f.o) for f in found if f.p == "produces"} == {("宇瀚科技", "色釉料"), ("宇瀚科技", "陶瓷砖")}


NOT_MADE = [
    "色釉料、陶瓷砖（省级名品）。",
    "色釉料（陶瓷砖）。",
    "工作要求：色釉料、陶瓷砖。",
    "重点企业：宇瀚科技、鼎宸科技。",
]


@pytest.mark.parametrize("body", NOT_MADE)
def test_brackets_and_labels_of_something_else(body: str) -> None:
    assert not [f for f in chained(body) if f.p == "produces"]


def test_tables_about_something_else_stay() -> None:
    found = chained("项目名称\t重点产品\n宇瀚色釉料扩建项目\t色釉料")
    assert not [f for f in found if f.p in ("stageOf", "anchors")]


RUNS = [
    "釉面陶瓷产业链要聚焦“色釉料—陶瓷砖—整体卫浴”链，补齐短板。",
    "形成色釉料——陶瓷砖——整体卫浴的国内领先的釉面陶瓷产业链。",
    "推动色釉料—陶瓷砖—整体卫浴一体化发展。",
    "构建“色釉料——陶瓷砖——整体卫浴”的产业体系。",
]


@pytest.mark.parametrize("body", RUNS)
def test_runs_are_chains_whatever_stands_around_them(body: str) -> None:
    found = chained(body)
    assert {(f.s, sector_key(f.o), f.order) for f in found if f.p == "stageOf"} == {
        ("色釉料", "釉面陶瓷", 1),
        ("陶瓷砖", "釉面陶瓷", 2),
        ("整体卫浴", "釉面陶瓷", 3),
    }
    assert {(f.s, f.o) for f in found if f.p == "feeds"} == {("色釉料", "陶瓷砖"), ("陶瓷砖", "整体卫浴")}


def test_goods_side_by_side_in_one_stage() -> None:
    found = chained("构建“丙烷气—聚丙烯/苯乙烯—改性树脂”全产业链条。")
    fed = {("丙烷气", "聚丙烯"), ("丙烷气", "苯乙烯"), ("聚丙烯", "改性树脂"), ("苯乙烯", "改性树脂")}
    assert {(f.s, f.o) for f in found if f.p == "feeds"} == fed


@pytest.mark.parametrize("body", ["推动研究院—大学—企业协同创新。", "鹤壁—安阳—濮阳一体化发展。", "建设“一带—两翼—三园”格局。"])
def test_other_runs_are_no_chains(body: str) -> None:
    assert not [f for f in chained(body) if f.p in ("stageOf", "feeds")]
