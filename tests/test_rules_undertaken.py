"""Firms that works are called after, firms beside others that lead a sector, and words of a list that name nothing."""

from __future__ import annotations

import pytest

from tests.marked import bare

CITY = "襄阳市先进制造业高质量发展规划（2023—2027年）"
HEAD = "农机装备产业。"


@pytest.mark.parametrize(
    ("sentence", "firms"),
    [
        ("依托东风井关、金驰机器、双星动力等重点项目，发展拖拉机。", "东风井关 金驰机器 双星动力"),
        ("支持美亚达电缆、骆驼铁塔、三环锻造等4个重大项目建设。", "美亚达电缆 骆驼铁塔 三环锻造"),
    ],
)
def test_firms_that_works_are_called_after_carry_the_sector(sentence: str, firms: str) -> None:
    found = bare(HEAD + sentence, title=CITY).claims("anchors")
    assert {(s, o) for s, _, o in found} == {(firm, "农机装备产业") for firm in firms.split()}


@pytest.mark.parametrize("sentence", ["推进水库、公路、变电站等重点项目建设。", "依托轴承、齿轮、丝杠等重点项目，发展机床。"])
def test_works_and_goods_are_no_firms(sentence: str) -> None:
    assert not [name for name, kind in bare(HEAD + sentence, title=CITY).entities().items() if kind == "Enterprise"]


def test_each_sector_is_led_by_its_own_firm_which_is_not_said_to_make_it() -> None:
    sentence = (
        "培育以宁德时代为链主的储能电池、以宇通客车为链主的专用车、以潍柴动力为链主的发动机、以楚香为链主的粮油制品等主导产业。"
    )
    found = bare(sentence, title=CITY).claims("anchors", "produces")
    assert found == {
        ("宁德时代", "anchors", "储能电池"),
        ("宇通客车", "anchors", "专用车"),
        ("潍柴动力", "anchors", "发动机"),
        ("楚香", "anchors", "粮油制品"),
    }


@pytest.mark.parametrize(
    ("sentence", "goods", "not_goods"),
    [
        ("发展新型、大容量、长寿命储能电池。", {"长寿命储能电池"}, {"大容量"}),
        ("发展驱动电机、底盘等关键总成。", {"驱动电机", "底盘"}, {"关键总成"}),
        ("推进新型传感器和芯片核心技术攻关。", {"芯片"}, {"芯片核心技术"}),
        ("产业仍面临主要原料乙烯、高端轴承钢紧缺等问题。", {"高端轴承钢"}, {"主要原料"}),
    ],
)
def test_what_only_says_of_which_kind_names_nothing(sentence: str, goods: set[str], not_goods: set[str]) -> None:
    said = {o for _, _, o in bare(sentence, title=CITY).claims("focusesOn", "seeks")}
    assert goods <= said
    assert not not_goods & said
