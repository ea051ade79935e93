"""Firms that open a clause and what they make: whoever leads to them, whatever stands between them and their verb."""

from __future__ import annotations

import marked
import pytest

MADE = [
    ("支持宇瀚食品新上年产3万吨速冻面点生产线。", {("宇瀚食品", "速冻面点", "planned")}),
    ("鼓励珂洛陶瓷联合聊城大学攻关高强度骨质瓷。", {("珂洛陶瓷", "高强度骨质瓷", "planned")}),
    ("引导宇瀚化工扩产电子级环氧树脂，推动珂洛新材上马高吸水性树脂。", {("宇瀚化工", "电子级环氧树脂", "planned")}),
    ("珂洛泵业牵头组建产业联盟，研发磁力驱动泵、海水淡化泵。", {("珂洛泵业", "磁力驱动泵", "planned")}),
    ("宇瀚制药要加快开展透皮贴剂研制。", {("宇瀚制药", "透皮贴剂", "planned")}),
    ("宇瀚船舶研制的风电运维船成功交付。", {("宇瀚船舶", "风电运维船", "existing")}),
    ("宇瀚瓷业的电瓷套管产能稳居全国首位。", {("宇瀚瓷业", "电瓷套管", "existing")}),
    ("宇瀚储能已形成软包电池产能。", {("宇瀚储能", "软包电池", "existing")}),
    ("支持本地软件企业宇瀚云、微砺智能开发低代码质检平台。", {("宇瀚云", "低代码质检平台", "planned")}),
    ("宇瀚食品以预制菜、冻干果蔬见长。", {("宇瀚食品", "预制菜", "existing"), ("宇瀚食品", "冻干果蔬", "existing")}),
    ("宇瀚服饰落地后主攻校服、职业装。", {("宇瀚服饰", "校服", "planned"), ("宇瀚服饰", "职业装", "planned")}),
    ("宇瀚软件打造的数据标注平台服务企业超过600家。", {("宇瀚软件", "数据标注平台", "existing")}),
    ("亚岚电机的柴油发电机组出口量居全国前列。", {("亚岚电机", "柴油发电机组", "existing")}),
    # several firms make one thing, each; one firm makes each of several
    (
        "推动宇瀚数控、珂洛精机研制车铣复合机床。",
        {("宇瀚数控", "车铣复合机床", "planned"), ("珂洛精机", "车铣复合机床", "planned")},
    ),
    # each of several the one in its place; the next clause goes on, also at a place
    (
        "宇瀚钴业、珂洛新材分别布局钴盐、三元前驱体。",
        {("宇瀚钴业", "钴盐", "planned"), ("珂洛新材", "三元前驱体", "planned")},
    ),
    ("河北宇瀚食品集团有限公司投资6亿元，年产调味虾2万吨。", {("河北宇瀚食品集团有限公司", "调味虾", "planned")}),
    ("支持宇瀚药业扩大中药饮片、配方颗粒产能。", {("宇瀚药业", "中药饮片", "planned"), ("宇瀚药业", "配方颗粒", "planned")}),
]


def _made(sentence: str) -> set[tuple[str, str, str]]:
    return {(f.s, f.o, f.status) for f in marked.bare(sentence).facts() if f.p == "produces"}


@pytest.mark.parametrize(("sentence", "made"), MADE)
def test_what_firms_that_open_a_clause_make(sentence: str, made: set[tuple[str, str, str]]) -> None:
    assert made <= _made(sentence)


NOTHING = [
    "推动轻质型智能制造装备、智能机器人的研发及产业化。",
    "鼓励宇瀚食品做强品牌，鼓励企业研发功能食品。",
    "支持宇瀚食品建设研发中心。",
    "通过“揭榜挂帅”攻关关键难题。",
    "全过程创新链加快构建。",
    "联合宇瀚食品开展人才培养。",
    "支持宇瀚食品、珂洛面业开发挂面、速冻饺子。",
]


@pytest.mark.parametrize("sentence", NOTHING)
def test_no_goods_of_one_firm(sentence: str) -> None:
    assert not _made(sentence)


def test_firms_counted_behind_their_noun() -> None:
    found = marked.bare("已集聚宇瀚化工、珂洛新材等企业52家。")
    assert {"宇瀚化工", "珂洛新材"} <= {name for name, kind in found.entities().items() if kind == "Enterprise"}


def test_where_firms_have_come_to() -> None:
    found = marked.bare("宇瀚电子、珂洛精机落户东昌府经济开发区。")
    lying = {(f.s, f.o) for f in found.facts() if f.p == "locatedIn"}
    assert lying >= {("宇瀚电子", "东昌府经济开发区"), ("珂洛精机", "东昌府经济开发区")}


def test_firms_that_a_place_wants_to_win_carry_nothing_there() -> None:
    found = marked.bare("瞄准宇瀚化工、珂洛新材等龙头企业开展招商。", section="（一）化工产业")
    assert not found.claims("anchors")


def test_firms_in_front_of_a_partner_work_with_it() -> None:
    found = marked.bare("支持宇瀚电子、珂洛机器人联合聊城大学攻关灵巧手。")
    assert found.claims("worksWith") == {("宇瀚电子", "worksWith", "聊城大学"), ("珂洛机器人", "worksWith", "聊城大学")}


def test_a_name_that_is_mostly_read_as_a_firms_is_no_sector() -> None:
    found = marked.bare("形成以宇瀚钙业、珂洛钙业为代表的碳酸钙产业集群。", before=["宇瀚钙业年产沉淀碳酸钙8万吨。"])
    assert found.entities()["宇瀚钙业"] == "Enterprise"


def test_firms_that_move_into_a_park_lie_in_it() -> None:
    found = marked.bare("宇瀚药业、珂洛药业等16家药企入驻新芜现代产业园区。")
    assert {f.o for f in found.facts() if f.p == "locatedIn" and f.s == "宇瀚药业"} == {"新芜现代产业园区"}
