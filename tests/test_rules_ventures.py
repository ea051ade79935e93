"""Projects called after a made-up firm and its goods: where the name ends, what is said of each of several."""

from __future__ import annotations

import pytest
from marked import bare, read

REPORT = "2025年河北省政府工作报告"

MADE = [
    "推进<Enterprise>沅珂源</Enterprise><Product>陶瓷膜</Product>、<Enterprise>江礁集团</Enterprise><Product>绿色新材料</Product>等项目建设。",
    "加快<Enterprise>汇玥</Enterprise><Product>多孔碳</Product>项目建设。",
    "<Enterprise>华沅</Enterprise><Product>智能装备</Product>、<Enterprise>天弋</Enterprise><Product>储能电池</Product>等46个项目开工。",
    "<Enterprise>凌昊</Enterprise><Product>高洁净度铜排</Product>、<Enterprise>鑫礁科技</Enterprise><Product>锂电铜箔</Product>等项目竣工投产。",
    "总投资30亿元的<Enterprise>道沅沃</Enterprise>年产5万吨<Product>速冻食品</Product>、晟珂化工丙烯酸等项目开工建设。",
    "确保<Enterprise>华沅</Enterprise><Product>智能装备</Product>一期投产、<Enterprise>沅珂源</Enterprise><Product>陶瓷膜</Product>二期开工。",
]


@pytest.mark.parametrize("sentence", MADE)
def test_a_made_up_firm_makes_its_projects_goods(sentence: str) -> None:
    found = read(sentence, title=REPORT)
    firms = [mark.name for mark in found.marks if mark.type == "Enterprise"]
    goods = [mark.name for mark in found.marks if mark.type == "Product"]
    assert {(s, "produces", o) for s, o in zip(firms, goods, strict=True)} <= found.claims("produces")


NONE = [
    "推进沅珂食品、凌昊新材料等项目建设。",
    "推进智能装备、储能电池等项目建设。",
    "加快陶瓷膜项目建设。",
    "确保学校一期投用、医院二期开工。",
]


@pytest.mark.parametrize("sentence", NONE)
def test_trades_and_plain_goods_are_no_firms_goods(sentence: str) -> None:
    assert not bare(sentence, title=REPORT).claims("produces")


def test_what_is_said_of_each_of_several_works() -> None:
    found = bare("华沅智能装备一期投产、沅珂源陶瓷膜二期开工。", title=REPORT)
    assert {(f.s, f.status) for f in found.facts() if f.p == "produces"} == {("华沅", "existing"), ("沅珂源", "planned")}


def test_a_firms_project_is_no_goods_of_the_place() -> None:
    found = bare("推进沅珂源陶瓷膜、江礁集团绿色新材料等项目建设。", title=REPORT)
    assert not found.claims("focusesOn")
