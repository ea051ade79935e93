"""Plans of several chains: points that open with their chain are about it, and the document plans for it."""

from __future__ import annotations

import pytest

from lianpu.extract import extract_source
from lianpu.extract.context import sector_key
from lianpu.extract.document import Source
from lianpu.model import FactLine

TITLE = "鹤壁市重点产业链培育方案（2024—2026年）"


def facts(body: str, title: str = TITLE) -> list[FactLine]:
    text = "\n".join([title, "一、总体要求", "坚持工业立市。", "二、主要任务", body, "三、保障措施", "加强领导。"]) + "\n"
    return [line for line in extract_source(Source("t", "t.txt", text, "", "utf-8")) if isinstance(line, FactLine)]


FORMS = [
    "釉面陶瓷产业链方面，重点发展色釉料。",
    "釉面陶瓷产业链方面。重点发展色釉料。",
    "在培育壮大釉面陶瓷产业链方面，重点发展色釉料。",
    "一是釉面陶瓷产业链，重点发展色釉料。",
    "一是釉面陶瓷产业链。重点发展色釉料。",
    "●釉面陶瓷产业链：重点发展色釉料。",
    "【釉面陶瓷产业链】重点发展色釉料。",
    "“釉面陶瓷”产业链：重点发展色釉料。",
    "釉面陶瓷产业链要重点发展色釉料。",
    "釉面陶瓷产业链突出补链强链，重点发展色釉料。",
    "（一）釉面陶瓷产业链（链长：市委常委）\n重点发展色釉料。",
    "（一）釉面陶瓷产业链（链长单位：市工信局）\n重点发展色釉料。",
    "产业链二：工业仪表\n重点发展色釉料。",
]


@pytest.mark.parametrize("body", FORMS)
def test_a_point_that_opens_with_its_chain_is_about_it(body: str) -> None:
    found = facts(body)
    name = "工业仪表" if "仪表" in body else "釉面陶瓷"
    assert {sector_key(f.o) for f in found if f.p == "regulates"} == {"鹤壁市", name}
    assert {(sector_key(f.s), f.o) for f in found if f.p == "focusesOn" and f.o == "色釉料"} == {(name, "色釉料")}


NONE = [
    "围绕釉面陶瓷、工业仪表，举办对接会。",
    "产业规模方面，力争实现新突破。",
    "本方案所称企业不含采矿和电力行业。",
    "传统产业要加快改造。",
    "支持釉面陶瓷产业链。",
]


@pytest.mark.parametrize("body", NONE)
def test_other_openings_are_no_chain_of_the_plan(body: str) -> None:
    assert {f.o for f in facts(body) if f.p == "regulates"} == {"鹤壁市"}


def test_points_of_a_plan_on_one_industry_are_none() -> None:
    found = facts("釉面陶瓷产业链方面，重点发展色釉料。", "鹤壁市新材料产业发展规划（2024—2026年）")
    assert "釉面陶瓷" not in {sector_key(f.o) for f in found if f.p == "regulates"}


LISTED = [
    "聚焦釉面陶瓷、工业仪表、现代中药等3条重点产业链，实施链长制。",
    "调整后的3条产业链是：釉面陶瓷、工业仪表、现代中药。",
    "选取釉面陶瓷、工业仪表、现代中药等3条产业链，由市领导担任链长。",
    "梳理出釉面陶瓷、工业仪表、现代中药等3条产业链，建立工作专班。",
    "3条重点产业链分别为釉面陶瓷产业链、工业仪表产业链、现代中药产业链。",
    "本方案所称产业链是指釉面陶瓷、工业仪表、现代中药产业链。",
]


@pytest.mark.parametrize("body", LISTED)
def test_chains_that_a_region_takes_in_hand(body: str) -> None:
    found = facts(body)
    chains = {"釉面陶瓷", "工业仪表", "现代中药"}
    assert {sector_key(f.o) for f in found if f.p == "regulates"} == {"鹤壁市", *chains}
    assert {sector_key(f.o) for f in found if f.p == "focusesOn" and f.s == "鹤壁市"} == chains


def test_parts_of_listed_chains() -> None:
    found = facts("3条产业链是：釉面陶瓷（含色釉料）、工业仪表、现代中药。")
    assert {(f.s, sector_key(f.o)) for f in found if f.p == "subIndustryOf"} == {("色釉料", "釉面陶瓷")}


UNLISTED = [
    "每条产业链明确1名链长、1个牵头部门、2个承载园区。",
    "带动上下游、左右岸、干支流等3条产业链条件改善。",
    "本市产业链包括研发、设计、制造、销售各环节。",
]


@pytest.mark.parametrize("body", UNLISTED)
def test_other_lists_are_no_chains_of_the_region(body: str) -> None:
    assert {f.o for f in facts(body) if f.p == "regulates"} == {"鹤壁市"}
