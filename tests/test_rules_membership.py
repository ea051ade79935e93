"""What is part of a zone or an axis, and what a district that leads a sentence builds."""

from __future__ import annotations

import marked
import pytest

CITY = "郴州市新材料产业发展规划（2022—2027年）"

PARTS = [
    (
        "<Park>桂阳高新区</Park>荷叶、方元两个片区错位发展。",
        {("荷叶片区", "桂阳高新区"), ("方元片区", "桂阳高新区")},
    ),
    (
        "<Park>宜章经开区</Park>由梅花、岩泉、浆水三个组团组成，规划面积12平方公里。",
        {("梅花组团", "宜章经开区"), ("岩泉组团", "宜章经开区"), ("浆水组团", "宜章经开区")},
    ),
    (
        "<Park>油麻工业园</Park>、<Park>高亭装备园</Park>整合为<Park>永兴经开区</Park>。",
        {("油麻工业园", "永兴经开区"), ("高亭装备园", "永兴经开区")},
    ),
    (
        "<Region>便江产业带</Region>，串联<Region>永兴县</Region>、<Region>苏仙区</Region>、<Region>宜章县</Region>。",
        {("永兴县", "便江产业带"), ("苏仙区", "便江产业带"), ("宜章县", "便江产业带")},
    ),
    (
        "<Region>便江产业带</Region>以<Region>永兴县</Region>、<Region>苏仙区</Region>为轴线，带动周边。",
        {("永兴县", "便江产业带"), ("苏仙区", "便江产业带")},
    ),
    (
        "“一带”即<Region>便江产业带</Region>，覆盖<Region>永兴县</Region>、<Region>苏仙区</Region>，重点发展轴承。",
        {("永兴县", "便江产业带"), ("苏仙区", "便江产业带")},
    ),
    (
        "<Park>安仁工业集中区</Park>，加快<Park>安仁工业集中区渡口组团</Park>建设。",
        {("安仁工业集中区渡口组团", "安仁工业集中区")},
    ),
    (
        "<Park>便江新材料示范区</Park>以<Park>宜章经开区</Park>为核心区，以<Park>油麻工业园</Park>、<Park>桂阳高新区</Park>为拓展区。",
        {(p, "便江新材料示范区") for p in ("宜章经开区", "油麻工业园", "桂阳高新区")},
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), PARTS[:-1])
def test_parts(sentence: str, expected: set[tuple[str, str]]) -> None:
    claims = marked.read(sentence, title=CITY).claims("partOf")
    assert {(s, o) for s, _, o in claims} == expected


def test_core_and_outer_parts_of_the_zone_of_a_section() -> None:
    sentence, expected = PARTS[-1]
    claims = marked.read(sentence, title=CITY, section="（一）便江新材料示范区").claims("partOf")
    assert {(s, o) for s, _, o in claims} == expected


def test_a_park_that_its_text_calls_a_part_of_another() -> None:
    found = marked.read("是<Park>资兴经开区</Park>的重要组成部分，发展云计算。", title=CITY, section="（一）东江湖数据产业园")
    assert ("东江湖数据产业园", "partOf", "资兴经开区") in found.claims()


def test_a_zone_of_a_park_that_a_list_names_is_part_of_it() -> None:
    found = marked.bare("依托安仁工业集中区渡口片区、高亭装备园发展建材。", title=CITY)
    assert ("安仁工业集中区渡口片区", "partOf", "安仁工业集中区") in found.claims()
    assert ("安仁工业集中区渡口片区", "locatedIn", "安仁工业集中区") not in found.claims()


NO_PARTS = [
    "桂阳高新区新材料、装备两个产业加快发展。",
    "推动钢铁、有色两大园区升级。",
    "将绿色理念贯穿规划、建设全过程。",
    "是全市经济的重要组成部分。",
    "整合科技、人才资源。",
]


@pytest.mark.parametrize("sentence", NO_PARTS)
def test_no_parts(sentence: str) -> None:
    assert marked.bare(sentence, title=CITY).claims("partOf") == set()


BUILT = [
    (
        "<Region>嘉禾县</Region>重点建设<Park>珠泉大道产业园</Park>、<Park>车头工业园</Park>。",
        {("珠泉大道产业园", "嘉禾县"), ("车头工业园", "嘉禾县")},
    ),
    (
        "<Region>资兴市</Region>。规划建设<Platform>翠江深冷数据中心</Platform>、<Park>翠江锂电产业园</Park>。",
        {("翠江深冷数据中心", "资兴市"), ("翠江锂电产业园", "资兴市")},
    ),
    ("<Region>安仁县</Region>：推进<Park>渡口制鞋产业园</Park>建设。", {("渡口制鞋产业园", "安仁县")}),
    ("<Park>郴州（嘉禾）铸锻产业园</Park>在建。", {("郴州（嘉禾）铸锻产业园", "嘉禾县")}),
]


@pytest.mark.parametrize(("sentence", "expected"), BUILT)
def test_built_in_a_district(sentence: str, expected: set[tuple[str, str]]) -> None:
    claims = marked.read(sentence, title=CITY).claims("locatedIn")
    assert {(s, o) for s, _, o in claims} == expected


def test_what_the_city_or_nobody_builds_stands_nowhere() -> None:
    for sentence in ("郴州市重点建设车头工业园。", "重点建设车头工业园。", "嘉禾县建设一批特色产业园区。"):
        assert marked.bare(sentence, title=CITY).claims("locatedIn") == set(), sentence


def test_a_park_that_only_heads_a_section_stands_where_its_name_says() -> None:
    found = marked.bare("加快基础设施建设，重点发展铸锻件。", title=CITY, section="（一）嘉禾铸锻产业园")
    assert ("嘉禾铸锻产业园", "locatedIn", "嘉禾县") in found.claims()


def test_a_district_in_full_behind_its_city_is_part_of_it() -> None:
    found = marked.bare("支持济南莱芜区、济宁邹城市发展轴承，推动聊城机床提质。")
    assert {(s, o) for s, _, o in found.claims("partOf")} == {("莱芜区", "济南市"), ("邹城市", "济宁市")}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("桂阳高新区下辖荷叶、方元两个园区。", {("荷叶园区", "桂阳高新区"), ("方元园区", "桂阳高新区")}),
        ("油麻工业园、高亭装备园均是永兴经开区的组成部分。", {("油麻工业园", "永兴经开区"), ("高亭装备园", "永兴经开区")}),
        ("桂阳高新区（含油麻工业园、高亭装备园）主攻轴承。", {("油麻工业园", "桂阳高新区"), ("高亭装备园", "桂阳高新区")}),
        ("桂阳高新区设有铸造区、热处理区。", {("铸造区", "桂阳高新区"), ("热处理区", "桂阳高新区")}),
        ("桂阳高新区划分为铸造片区、热处理片区。", {("铸造片区", "桂阳高新区"), ("热处理片区", "桂阳高新区")}),
        ("油麻工业园、高亭装备园纳入永兴经开区统一管理。", {("油麻工业园", "永兴经开区"), ("高亭装备园", "永兴经开区")}),
        ("其中桂阳高新区包括油麻工业园、高亭装备园。", {("油麻工业园", "桂阳高新区"), ("高亭装备园", "桂阳高新区")}),
        ("便江新材料走廊是我市产业发展的重要组成部分。", set()),
        ("建设桂阳高新区南园、北园、空港园。", {(f"{part}园", "桂阳高新区") for part in ("南", "北", "空港")}),
        ("作为桂阳高新区的核心园区，油麻工业园集聚企业百家。", {("油麻工业园", "桂阳高新区")}),
        ("桂阳高新区由荷叶园区、方元园区组成。", {("荷叶园区", "桂阳高新区"), ("方元园区", "桂阳高新区")}),
        ("桂阳高新区设荷叶园、方元园两个分园。", {("荷叶园", "桂阳高新区"), ("方元园", "桂阳高新区")}),
        ("作为全市的核心区，油麻工业园集聚企业百家。", set()),
        ("桂阳高新区加快公园、绿地和游园建设。", set()),
    ],
)
def test_parts_in_other_words(sentence: str, expected: set[tuple[str, str]]) -> None:
    claims = marked.bare(sentence, title=CITY).claims("partOf")
    assert {(s, o) for s, _, o in claims} == expected


def test_platforms_that_a_park_has_inside_stand_in_it() -> None:
    found = marked.bare("永兴铸造小镇内设模具检测中心、高亭装备园。", title=CITY).claims("partOf", "locatedIn")
    assert ("模具检测中心", "locatedIn", "永兴铸造小镇") in found
    assert ("高亭装备园", "partOf", "永兴铸造小镇") in found
