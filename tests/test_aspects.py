"""Sentences that say which sector they are about, and goods that are said to be the weight of one."""

from __future__ import annotations

import pytest

from tests.marked import bare

GOODS = ["深沟球轴承", "滚针轴承"]


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("在精密传动产业上，重点发展深沟球轴承、滚针轴承。", "精密传动产业"),
        ("在培育精密传动万亿产业上，重点布局深沟球轴承、滚针轴承。", "精密传动产业"),
        ("关于精密传动产业，重点发展深沟球轴承、滚针轴承。", "精密传动产业"),
        ("就精密传动产业而言，重点发展深沟球轴承、滚针轴承。", "精密传动产业"),
        ("对精密传动产业，重点支持深沟球轴承、滚针轴承等产品。", "精密传动产业"),
        ("精密传动领域，聚焦深沟球轴承、滚针轴承，推动扩能提质。", "精密传动"),
        ("将精密传动产业作为首位产业，重点发展深沟球轴承、滚针轴承。", "精密传动产业"),
        ("以深沟球轴承、滚针轴承为主攻方向，做强精密传动产业。", "精密传动产业"),
        ("大力发展以深沟球轴承、滚针轴承为重点的精密传动产业。", "精密传动产业"),
        ("精密传动产业发展重点：深沟球轴承、滚针轴承。", "精密传动产业"),
        ("精密传动产业重点包括深沟球轴承、滚针轴承等产品。", "精密传动产业"),
        ("●精密传动产业：重点发展深沟球轴承、滚针轴承。", "精密传动产业"),
        ("- 精密传动产业：重点发展深沟球轴承、滚针轴承。", "精密传动产业"),
        ("《规划》聚焦深沟球轴承、滚针轴承等2个重点领域。", "东昌府区"),
        ("在重点领域，重点发展深沟球轴承、滚针轴承。", "东昌府区"),
        ("对高耗能产业，支持发展深沟球轴承、滚针轴承。", "东昌府区"),
        ("在对外开放上，支持发展深沟球轴承、滚针轴承。", "东昌府区"),
    ],
)
def test_goods_are_those_of_the_sector_that_their_sentence_is_about(sentence: str, owner: str) -> None:
    found = bare(sentence, before=["精密传动产业基础较好。"])
    assert {s for s, p, o in found.claims("focusesOn") if o in GOODS} == {owner}


@pytest.mark.parametrize(
    ("sentence", "sought"),
    [
        ("围绕深沟球轴承、滚针轴承等领域，开展技术攻关。", True),
        ("围绕深沟球轴承、滚针轴承等方向，加强关键技术研发。", True),
        ("围绕深沟球轴承、滚针轴承等领域，开展业务培训。", False),
    ],
)
def test_fields_are_sought_where_what_is_done_in_them_is_research(sentence: str, sought: bool) -> None:
    assert ("滚针轴承" in {o for _, p, o in bare(sentence).claims("seeks")}) == sought


def test_what_counts_a_group_or_points_at_its_first_is_no_part_of_a_name() -> None:
    found = bare("构建现代产业体系，即电子信息、航空航天、生物医药等三个战略性新兴产业。")
    assert found.claims("subIndustryOf") == {(x, "subIndustryOf", "战略性新兴产业") for x in ("航空航天", "电子信息", "生物医药")}


PLAN = "湖北省低空经济高质量发展行动方案"


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        (
            "我省将建设试验区，重点发展飞控系统、航空电池。",
            {("湖北省", "focusesOn", "飞控系统"), ("湖北省", "focusesOn", "航空电池")},
        ),
        ("重点发展飞控系统、航空电池。", {("低空经济", "focusesOn", "飞控系统"), ("低空经济", "focusesOn", "航空电池")}),
        ("推动飞控产品向文旅、环保、测绘等领域拓展应用。", set()),
        ("在飞控系统、航空电池等关键领域实现突破。", {("低空经济", "seeks", "飞控系统"), ("低空经济", "seeks", "航空电池")}),
        (
            "推动数字农业、智能农机向宜昌、荆州延伸。",
            {(x, "focusesOn", y) for x in ("宜昌市", "荆州市") for y in ("数字农业", "智能农机")},
        ),
    ],
)
def test_owners_in_a_plan_on_one_industry(sentence: str, facts: set[tuple[str, str, str]]) -> None:
    found = bare(sentence, title=PLAN, before=["大力发展低空经济。"])
    assert {f for f in found.claims("focusesOn", "seeks") if f[2] != "低空经济"} == facts


def test_how_much_a_sector_is_to_make_is_no_part_of_its_name() -> None:
    found = bare("围绕打造千亿元级精密传动产业，聚焦滚针轴承等重点产品。")
    assert {o for _, _, o in found.claims("focusesOn")} == {"精密传动产业", "滚针轴承"}
