"""Firms and projects that a verb brings to a place, and what the words in front of a firm say that it makes."""

from __future__ import annotations

import pytest
from marked import bare, read


@pytest.mark.parametrize(
    ("sentence", "place", "status"),
    [
        ("<Enterprise>山东远航减速器有限公司</Enterprise>落户<Region>茌平区</Region>。", "茌平区", "existing"),
        (
            "<Enterprise>海达电气</Enterprise>、<Enterprise>西门子</Enterprise>等大型企业早已在<Region>茌平区</Region>设立工厂。",
            "茌平区",
            "existing",
        ),
        (
            "<Enterprise>山东远航减速器有限公司</Enterprise>、研制伺服电机的<Enterprise>山东云海电机有限公司</Enterprise>等企业相继落地<Region>堂邑镇</Region>。",
            "堂邑镇",
            "existing",
        ),
        (
            "<Project>嘉禾科技北方总部</Project>、<Platform>云海智能控制芯片研发中心</Platform>等项目落户<Park>聊城高新区</Park>。",
            "聊城高新区",
            "existing",
        ),
        (
            "<Enterprise>海达电气</Enterprise>、<Enterprise>西门子</Enterprise>等电机产业龙头集聚<Region>茌平区</Region>。",
            "茌平区",
            "existing",
        ),
        ("推动<Enterprise>山东远航减速器有限公司</Enterprise>尽快落户<Region>茌平区</Region>。", "茌平区", "planned"),
        ("<Platform>工业互联网标识解析二级节点</Platform>已在<Region>茌平区</Region>上线运行。", "茌平区", "existing"),
    ],
)
def test_firms_and_projects_are_where_a_verb_brings_them(sentence: str, place: str, status: str) -> None:
    found = read(sentence)
    kinds = ("Enterprise", "Project", "Platform")
    those = {mark.name for mark in found.marks if mark.type in kinds}
    facts = {f.s: f.status for f in found.facts() if f.p == "locatedIn" and f.o == place}
    assert {name: facts.get(name) for name in those} == dict.fromkeys(those, status)


@pytest.mark.parametrize(
    "sentence",
    ["山东远航减速器有限公司投产，茌平区服务到位。", "一批总部、中心等项目落户茌平区。", "推动成果在茌平区落地。"],
)
def test_without_a_place_or_a_name_nothing_is_said(sentence: str) -> None:
    assert not [f for f in bare(sentence).facts() if f.rule == "landing"]


@pytest.mark.parametrize(
    "sentence",
    [
        "生产<Product>空心螺旋桨</Product>的<Enterprise>山东远航动力有限公司</Enterprise>已达产。",
        "引进专业从事<Product>关节减速器</Product>研发的<Enterprise>聊城云海机电有限公司</Enterprise>，年底投产。",
        "作为拥有自主<Product>硅基显示技术</Product>的生产企业，<Enterprise>聊城云海光电股份有限公司</Enterprise>率先量产。",
    ],
)
def test_words_in_front_of_a_firm_say_what_it_makes(sentence: str) -> None:
    found = read(sentence)
    (goods,) = [mark.name for mark in found.marks if mark.type == "Product"]
    (firm,) = [mark.name for mark in found.marks if mark.type == "Enterprise"]
    assert (firm, "produces", goods) in found.claims()


@pytest.mark.parametrize("sentence", ["支持发展的聊城云海机电有限公司扩产。", "研发能力较强的聊城云海机电有限公司扩产。"])
def test_other_words_in_front_of_a_firm_name_no_goods(sentence: str) -> None:
    assert not bare(sentence).claims("produces")
