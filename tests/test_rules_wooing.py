"""Goods whose makers a place aims at or wooes without naming them are sought."""

from __future__ import annotations

import pytest
from marked import bare, read

SECTION = "第二节 轴承产业"


@pytest.mark.parametrize(
    "sentence",
    [
        "瞄准<Product>轴承钢球</Product>、<Product>密封圈</Product>等缺失环节，开展精准招商。",
        "聚焦<Product>轴承钢球</Product>、<Product>密封圈</Product>等薄弱环节，强化项目招引。",
        "面向<Product>轴承钢球</Product>、<Product>密封圈</Product>等方向，引进头部企业。",
        "紧盯<Topic>轴承钢球</Topic>、<Topic>密封圈</Topic>等细分赛道，招大引强。",
        "开展<Product>轴承钢球</Product>、<Product>密封圈</Product>等专题招商。",
        "填补<Product>轴承钢球</Product>、<Product>密封圈</Product>等空白。",
        "补强<Product>轴承钢球</Product>、<Product>密封圈</Product>等薄弱环节。",
        "支持企业开展<Product>轴承钢球</Product>、<Product>密封圈</Product>等关键技术攻关。",
    ],
)
def test_what_is_missing_or_wooed_for_is_sought(sentence: str) -> None:
    found = read(sentence, section=SECTION)
    goods = {mark.name for mark in found.marks}
    assert {o for _, _, o in found.claims("seeks")} == goods
    assert not {o for _, _, o in found.claims("focusesOn")} & goods


@pytest.mark.parametrize(
    "sentence",
    [
        "瞄准产业高端化、智能化方向，完善服务机制。",
        "开展产业链招商、以商招商，优化营商环境。",
        "招引关联度高、成长性好、附加值高的项目。",
    ],
)
def test_ways_and_qualities_are_not_sought(sentence: str) -> None:
    assert not bare(sentence).claims("seeks")


def test_firms_that_works_are_called_after_have_come_and_those_met_lead_nothing() -> None:
    came = read("累计引进<Enterprise>鸿岳科技</Enterprise>、<Enterprise>宇瀚机电</Enterprise>等项目12个。", section=SECTION)
    assert came.claims("locatedIn", "anchors") == {(m.name, "locatedIn", "东昌府区") for m in came.marks}
    met = read("加强与<Enterprise>鸿岳科技</Enterprise>、<Enterprise>宇瀚机电</Enterprise>等龙头企业的联系。", section=SECTION)
    assert met.claims("worksWith", "anchors") == {("东昌府区", "worksWith", m.name) for m in met.marks}


def test_a_registered_firm_is_known_by_its_short_name_in_front_of_what_it_builds() -> None:
    before = ("先后引进山东鸿岳科技有限公司、山东宇瀚机电有限公司等企业。",)
    found = read("鸿岳<Product>伺服电机</Product>、宇瀚<Product>减速器</Product>等项目投入运行。", section=SECTION, before=before)
    assert {(s[2:4], o) for s, _, o in found.claims("produces")} >= {("鸿岳", "伺服电机"), ("宇瀚", "减速器")}
