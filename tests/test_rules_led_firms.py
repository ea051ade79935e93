"""Firms that a leader's title, a heading or an honour names."""

from __future__ import annotations

import marked
import pytest

SECTION = "第一节 线缆产业"


def test_firms_behind_a_heading_stand_for_the_sector_that_it_names() -> None:
    found = marked.bare("海底线缆产业集群：以安徽宇瀚科技、珂洛电气等企业为代表。", section="第一节 总体布局")
    assert found.claims("anchors") == {
        ("安徽宇瀚科技", "anchors", "海底线缆产业"),
        ("珂洛电气", "anchors", "海底线缆产业"),
    }


CARRYING = [
    "代表企业有宇瀚科技、珂洛电气等。",
    "龙头企业包括宇瀚科技、珂洛电气，生产稳定。",
    "集聚了一批骨干企业，如宇瀚科技、珂洛电气。",
    "龙头带动：宇瀚科技、珂洛电气。",
    "现有链主宇瀚科技，骨干企业珂洛电气、宏发机械等37户。",
    "重点企业：宇瀚科技、珂洛电气。",
    "宇瀚科技、珂洛电气是链上骨干。",
    "宇瀚科技、珂洛电气为龙头。",
    "宇瀚科技、珂洛电气为代表的龙头企业带动作用明显。",
    "代表企业：宇瀚科技（电缆、光缆），珂洛电气（接头）。",
]


@pytest.mark.parametrize("sentence", CARRYING)
def test_firms_behind_a_title_and_a_verb(sentence: str) -> None:
    found = marked.bare(sentence, section=SECTION)
    assert {("宇瀚科技", "线缆产业"), ("珂洛电气", "线缆产业")} <= {(s, o) for s, _, o in found.claims("anchors")}


HONOURED = [
    "<Enterprise>宇瀚科技</Enterprise>、<Enterprise>炜宁</Enterprise>入选全省百强。",
    "<Enterprise>珂洛电气</Enterprise>成功打造智能制造场景。",
    "支持<Enterprise>炜宁能源</Enterprise>等龙头企业扩产。",
]


@pytest.mark.parametrize("sentence", HONOURED)
def test_firms_of_which_an_honour_or_deed_is_told(sentence: str) -> None:
    marked.read(sentence, section=SECTION)


def test_leaders_of_several_ranks_carry_the_sector_of_the_section() -> None:
    found = marked.bare("形成以宇瀚科技为龙头、珂洛电气和宏发机械为骨干的产业梯队。", section=SECTION)
    assert {s for s, _, o in found.claims("anchors") if o == "线缆产业"} == {"宇瀚科技", "珂洛电气", "宏发机械"}


def test_what_is_led_is_no_part_of_the_leaders_name() -> None:
    found = marked.bare("海底线缆以宇瀚科技为骨干，产量居全国第一。", section=SECTION)
    assert not any("以" in name for name in found.entities())


NO_FIRMS = [
    "重点企业有效投资增长，龙头企业有望突破百亿元。",
    "桑榕、城榆高速建成通车，辣椒荣获金奖。",
    "3家企业入选名单，智能科技荣获一等奖。",
    "依托绿色能源、纾困资金，推动转型。",
]


@pytest.mark.parametrize("sentence", NO_FIRMS)
def test_honours_of_others_name_no_firms(sentence: str) -> None:
    assert "Enterprise" not in marked.bare(sentence, section=SECTION).entities().values()


@pytest.mark.parametrize(
    ("sentence", "status"),
    [("成功引进宇瀚科技、珂洛电气，补齐整机短板。", "existing"), ("引进宇瀚科技、珂洛电气建设区域总部。", "planned")],
)
def test_names_alone_behind_a_verb_of_coming(sentence: str, status: str) -> None:
    found = marked.bare(sentence, section=SECTION)
    said = {(f.s, f.o, f.status) for f in found.facts() if f.p == "locatedIn"}
    assert said == {("宇瀚科技", "东昌府区", status), ("珂洛电气", "东昌府区", status)}


def test_goods_behind_a_verb_of_coming_are_no_firms() -> None:
    found = marked.bare("加快招引储能电池、新型显示，引进浙江大学设立研究院。", section=SECTION)
    assert "Enterprise" not in found.entities().values()


@pytest.mark.parametrize("sentence", ["竹木新材料以宇瀚木塑、珂洛竹业为骨干，提升出口量。", "竹木新材料领域以宇瀚木塑为龙头。"])
def test_firms_carry_the_sector_in_front_of_them(sentence: str) -> None:
    found = marked.bare(sentence, section=SECTION)
    assert ("宇瀚木塑", "anchors", "竹木新材料") in found.claims("anchors")


def test_a_verb_in_front_of_firms_is_no_sector() -> None:
    found = marked.bare("涌现了一批以宇瀚木塑、珂洛竹业等为代表的单项冠军。", section=SECTION)
    assert {o for _, _, o in found.claims("anchors")} <= {"线缆产业"}


def test_firms_for_whom_a_chain_stands_behind_a_verb_lead_it_and_are_no_parts_of_it() -> None:
    found = marked.bare("在凤凰工业园形成了威达机械、恒泰能源、永固化工等为代表的能源化工产业链。").claims(
        "anchors", "subIndustryOf"
    )
    leaders = {(s, o) for s, p, o in found if p == "anchors"}
    assert leaders == {(firm, "能源化工产业") for firm in ("威达机械", "恒泰能源", "永固化工")}
    assert not any(p == "subIndustryOf" for _, p, _ in found)
