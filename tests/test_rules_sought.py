"""What is sought, and lists that only a label governs."""

from __future__ import annotations

import pytest

from tests.marked import bare

SECTOR = "电子信息产业"


def _said(sentence: str) -> set[tuple[str, str]]:
    found = bare(sentence, section=f"第一节 {SECTOR}").claims("focusesOn", "seeks")
    return {(p, o) for s, p, o in found if s == SECTOR}


@pytest.mark.parametrize(
    ("sentence", "predicate", "things"),
    [
        ("主攻方向：光学镜头、柔性线路板、工业传感器。", "focusesOn", "光学镜头 柔性线路板 工业传感器"),
        ("产业链重点环节：光学镜头、柔性线路板、工业传感器。", "focusesOn", "光学镜头 柔性线路板 工业传感器"),
        ("招商重点：冷链物流、智能制药装备、光学镜头。", "seeks", "冷链物流 智能制药装备 光学镜头"),
        ("招引镜头模组、触控面板企业落户本地。", "seeks", "镜头模组 触控面板"),
        ("招引机器视觉、边缘控制器、数字孪生服务商。", "seeks", "机器视觉 边缘控制器 数字孪生"),
        ("力争在光学镜头、触控面板上实现突破。", "seeks", "光学镜头 触控面板"),
        ("突破线控制动系统、燃料电池双极板关键技术。", "seeks", "线控制动系统 燃料电池双极板"),
    ],
)
def test_things_of_a_list_are_named_alike(sentence: str, predicate: str, things: str) -> None:
    assert _said(sentence) == {(predicate, thing) for thing in things.split()}


@pytest.mark.parametrize(
    ("sentence", "things"),
    [
        ("我区家具产业在实木拼板、水性涂料等环节存在短板。", "实木拼板 水性涂料"),
        ("家具产业链条较短，实木拼板、水性涂料主要靠外地购进。", "实木拼板 水性涂料"),
        ("着力解决家具产业链实木拼板、水性涂料依赖外购问题。", "实木拼板 水性涂料"),
        ("家具产业存在实木拼板、水性涂料等配套产品缺失的问题。", "实木拼板 水性涂料"),
        ("家具产业链条较短，缺乏实木拼板、水性涂料等关键配套。", "实木拼板 水性涂料"),
        ("面向沿海招引家具产业链实木拼板、水性涂料企业。", "实木拼板 水性涂料"),
    ],
)
def test_what_lacks_is_sought_by_the_sector_that_is_spoken_of(sentence: str, things: str) -> None:
    found = bare(sentence, section="第二节 发展现状").claims("seeks")
    assert found == {("家具产业", "seeks", thing) for thing in things.split()}


def test_what_a_kind_of_goods_is_to_be_extended_to_is_its_own() -> None:
    found = bare("推动智能家电向场景电器、健康电器转型。").claims("seeks")
    assert found == {("智能家电", "seeks", "场景电器"), ("智能家电", "seeks", "健康电器")}


def test_where_those_come_from_who_are_sought_is_not_sought() -> None:
    assert _said("瞄准济南、青岛招引光学镜头、触控面板企业。") == {("seeks", "光学镜头"), ("seeks", "触控面板")}


def test_what_is_stuck_is_named_without_what_makes_it_so() -> None:
    assert _said("攻克光学镜头“卡脖子”难题。") == {("seeks", "光学镜头")}


def test_goods_whose_makers_are_sought_are_no_firms() -> None:
    assert _said("缺少光学镜头、五金件等配套企业。") == {("seeks", "光学镜头"), ("seeks", "五金件")}


@pytest.mark.parametrize(
    "sentence", ["主攻方向：坚持链条思维，久久为功。", "薄弱环节：附加值低，占比不高。", "招商重点：（见附件）。"]
)
def test_a_label_without_a_list_says_nothing(sentence: str) -> None:
    assert _said(sentence) == set()


def test_what_projects_are_to_break_through_is_sought() -> None:
    found = bare("实施智能绞线机、低噪轮胎等重点领域攻关项目30项。", section="二、重点任务")
    assert {("东昌府区", "seeks", "智能绞线机"), ("东昌府区", "seeks", "低噪轮胎")} <= found.claims("seeks")


def test_a_sector_that_is_to_make_a_breakthrough_is_developed() -> None:
    found = bare("推动数字经济实现质的突破。", section="二、重点任务")
    assert not found.claims("seeks")
