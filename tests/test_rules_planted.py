"""Crops of which an area is told, and what is read of amounts, ranks and firms around farming."""

from __future__ import annotations

import pytest

from lianpu.extract import lists, names
from tests.marked import bare

CITY = "襄阳市特色农业发展规划（2023—2027年）"


def _goods(sentence: str) -> set[str]:
    return {o.removesuffix("产业") for _, _, o in bare(sentence, title=CITY).claims("focusesOn")}


@pytest.mark.parametrize(
    ("sentence", "crops"),
    [
        ("新增高山蔬菜基地0.3万亩、柑橘基地0.9万亩。", "柑橘 高山蔬菜"),
        ("新建花椒基地2万亩，提质改造油茶3万亩。", "花椒 油茶"),
        ("全县种植棉花12万亩，其中长绒棉8万亩。", "棉花 长绒棉"),
        ("建成3.5万亩烟叶示范基地。", "烟叶"),
        ("打造9个茶叶产业示范基地。", "茶叶"),
        ("全县板栗、核桃、油橄榄等产业种植面积稳定在31万亩以上。", "板栗 核桃 油橄榄"),
        ("“肉鸭、板栗、湖羊、脐橙”四大优势产业持续向好。", "肉鸭 板栗 湖羊 脐橙"),
        ("将光伏产业打造成支柱产业。", "光伏"),
    ],
)
def test_crops_of_which_something_is_told(sentence: str, crops: str) -> None:
    assert _goods(sentence) >= set(crops.split())


@pytest.mark.parametrize(
    "sentence",
    [
        "新建高标准农田5万亩。",
        "到2025年，茶园面积达到30万亩。",
        "园区占地300亩，绿化造林2万亩。",
    ],
)
def test_areas_of_no_crop(sentence: str) -> None:
    assert _goods(sentence) == set()


@pytest.mark.parametrize(
    ("words", "name"),
    [("1.5万亩烟叶", "烟叶"), ("柑橘标准化种植基地1.2万亩", "柑橘"), ("3个茶叶", "茶叶"), ("10万吨级码头", "10万吨级码头")],
)
def test_amounts_are_no_part_of_a_name(words: str, name: str) -> None:
    found = names.topic(words)
    assert found is not None and found[0] == name


def test_a_quoted_list_is_a_list() -> None:
    text = "“茶叶、花椒、油茶”三大产业"
    listing = lists.parse(text, 0, len(text))
    assert [item.text for item in listing.items] == ["茶叶", "花椒", "油茶"] and listing.etc


def test_firms_by_their_trade_and_in_front_of_a_comma() -> None:
    told = "厂房已建成投产，其中湖北康源日用品有限公司，主要生产日用陶瓷，年产值2亿元。"
    assert ("湖北康源日用品有限公司", "produces", "日用陶瓷") in bare(told, title=CITY).claims("produces")
    told = "襄州实业股份公司、谷城康源养殖场建成投产，发展农民专业合作社、家庭农场。"
    places = {(s, o) for s, _, o in bare(told, title=CITY).claims("locatedIn")}
    assert places == {("襄州实业股份公司", "襄州区"), ("康源养殖场", "谷城县")}
