"""A firm's one project: who builds it, what it is to make, and where it stands by the words around its name."""

from __future__ import annotations

import pytest
from marked import bare, read


@pytest.mark.parametrize(
    "sentence",
    [
        "推动总投资六亿元的<Enterprise>鸿岳科技</Enterprise><Product>伺服电机</Product>项目建成投产。",
        "<Enterprise>鸿岳科技</Enterprise><Product>伺服电机</Product>项目加快推进，年内完成厂房。",
        "确保<Enterprise>鸿岳科技</Enterprise><Product>伺服电机</Product>项目年内投产。",
        "支持<Enterprise>鸿岳科技</Enterprise><Product>伺服电机</Product>二期项目扩能。",
        "以<Enterprise>鸿岳科技</Enterprise><Product>伺服电机</Product>项目为龙头，带动配套企业集聚。",
        "依托<Enterprise>鸿岳科技</Enterprise><Product>伺服电机</Product>、<Enterprise>宇瀚机电</Enterprise><Product>减速器</Product>等重点项目，壮大集群。",
    ],
)
def test_a_firm_makes_what_its_project_is_for_and_nobody_else_develops_that(sentence: str) -> None:
    found = read(sentence)
    firms = [mark.name for mark in found.marks if mark.type == "Enterprise"]
    goods = [mark.name for mark in found.marks if mark.type == "Product"]
    assert set(zip(firms, ["produces"] * len(firms), goods, strict=True)) <= found.claims("produces")
    assert not {o for _, _, o in found.claims("focusesOn") if any(one in o for one in goods)}


@pytest.mark.parametrize(
    "sentence",
    [
        "加快位于<Region>茌平区</Region>的<Project>鸿岳科技伺服电机项目</Project>建设。",
        "推动落户<Region>茌平区</Region>的<Project>鸿岳科技伺服电机项目</Project>开工。",
        "在<Region>茌平区</Region>规划建设<Project>鸿岳科技伺服电机项目</Project>。",
    ],
)
def test_words_in_front_of_a_project_say_where_it_is(sentence: str) -> None:
    found = read(sentence)
    (place,) = [mark.name for mark in found.marks if mark.type == "Region"]
    (work,) = [mark.name for mark in found.marks if mark.type == "Project"]
    assert (work, "locatedIn", place) in found.claims("locatedIn")


@pytest.mark.parametrize(
    "sentence",
    [
        "推动一批伺服电机项目建成投产。",
        "推动人工智能示范性项目落地。",
        "加快高端装备等重点项目建设。",
        "做好鸿岳科技项目服务。",
    ],
)
def test_without_a_firm_and_its_goods_there_is_no_such_project(sentence: str) -> None:
    assert not [f for f in bare(sentence).facts() if f.rule in ("own-works", "venture")]
