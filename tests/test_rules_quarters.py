"""Quarters (组团, 片区, 板块) in their own text, and axes that a sentence of their own names."""

from __future__ import annotations

import marked
import pytest

from lianpu.extract import frames, leads
from lianpu.extract.clauses import Span

CITY = "郴州市新材料产业发展规划（2022—2027年）"

QUARTERS = [
    (
        "<Park>便江西部组团</Park>：依托<Park>油麻工业园</Park>、<Park>高亭装备园</Park>，联动<Region>迎春镇</Region>、<Region>梅田镇</Region>发展建材。",
        {
            ("油麻工业园", "便江西部组团"),
            ("高亭装备园", "便江西部组团"),
            ("迎春镇", "便江西部组团"),
            ("梅田镇", "便江西部组团"),
            ("便江西部组团", "郴州市"),
        },
    ),
    (
        "<Park>便江北部片区</Park>：加快<Park>油麻工业园</Park>建设，发展石墨。",
        {("油麻工业园", "便江北部片区"), ("便江北部片区", "郴州市")},
    ),
    (
        "沿<Region>便江创新轴</Region>。自北向南串联<Park>油麻工业园</Park>、<Park>高亭装备园</Park>等平台。",
        {("油麻工业园", "便江创新轴"), ("高亭装备园", "便江创新轴")},
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), QUARTERS)
def test_quarters(sentence: str, expected: set[tuple[str, str]]) -> None:
    claims = marked.read(sentence, title=CITY).claims("partOf")
    assert {(s, o) for s, _, o in claims} == expected


def test_a_quarter_of_the_zone_that_has_the_section() -> None:
    found = marked.read(
        "<Park>便江西部组团</Park>：依托<Park>油麻工业园</Park>发展石墨。", title=CITY, section="（一）便江新材料示范区"
    )
    assert ("便江西部组团", "partOf", "便江新材料示范区") in found.claims()


@pytest.mark.parametrize(
    "sentence",
    [
        "四大功能组团：依托油麻工业园发展石墨。",
        "便江西部组团：依托省级农业园区、现代农业发展蔬菜。",
        "便江新片区：面向全国发展贸易。",
        "油麻工业园：联动迎春镇、梅田镇发展建材。",
    ],
)
def test_no_parts_of_a_quarter(sentence: str) -> None:
    claims = marked.bare(sentence, title=CITY).claims("partOf")
    assert not {(s, o) for s, _, o in claims} - {("便江西部组团", "郴州市")}


OPENED = [
    (
        "<Park>便江西部组团</Park>由迎春镇、梅田镇构成，对接郴州高新区，重点布局<Topic>石墨材料</Topic>。",
        "便江西部组团",
        "石墨材料",
    ),
    ("<Region>苏仙经济圈</Region>要全面提升能级，重点发展<Topic>石墨材料</Topic>。", "苏仙经济圈", "石墨材料"),
    ("“一核”，即<Park>便江石墨核心区</Park>，大力发展<Topic>石墨材料</Topic>。", "便江石墨核心区", "石墨材料"),
    ("<Park>油麻工业园区</Park>要当好主阵地，重点发展<Topic>石墨材料</Topic>。", "油麻工业园区", "石墨材料"),
]


@pytest.mark.parametrize(("sentence", "owner", "thing"), OPENED)
def test_a_zone_that_a_statement_opens_with_owns_it_whatever_is_said_of_it_first(sentence: str, owner: str, thing: str) -> None:
    assert (owner, "focusesOn", thing) in marked.read(sentence, title=CITY).claims("focusesOn")


def test_a_quarter_is_no_part_of_the_one_before_it() -> None:
    text = (
        "<Park>便江西部组团</Park>含迎春镇、梅田镇，重点发展石墨材料。<Park>便江北部组团</Park>含油麻镇、高亭司镇，重点发展建材。"
    )
    found = marked.read(text, title=CITY).claims("partOf")
    assert ("便江北部组团", "partOf", "便江西部组团") not in found
    assert ("迎春镇", "partOf", "便江西部组团") in found


def test_what_a_bracket_tells_of_a_park_is_no_part_of_its_name() -> None:
    found = marked.read("依托<Park>郴州石墨产业园</Park>（一期位于迎春镇、二期位于梅田镇），发展石墨电极。", title=CITY)
    assert "郴州石墨产业园（一期位于迎春镇、二期位于梅田镇）" not in found.entities()


def test_where_firms_come_from_is_no_part_of_the_park_that_they_go_to() -> None:
    found = marked.bare("引导企业由梅田镇、迎春镇零散分布向石墨产业园集中，提升集聚水平。", title=CITY).entities()
    assert not any("分布" in name for name in found)


def test_a_place_beside_another_begins_without_the_word_between_them() -> None:
    found = marked.bare("郴州石墨产业园位于与高亭乡交界处，规划面积较大。", title=CITY).entities()
    assert "与高亭乡" not in found


def test_the_zone_that_a_statement_founds_may_own_what_follows() -> None:
    text = "在梅田镇规划建设郴州石墨物流园，发展冷链物流、快递分拨。"
    frame = frames.parse(text, Span(0, len(text) - 1))
    assert [(o.owner.name, o.relation) for o in leads.topics(text, frame)] == [("郴州石墨物流园", "topic")]


def test_all_places_that_a_quarter_has_in_the_main_are_its_parts() -> None:
    found = marked.read("<Park>便江北部片区</Park>以迎春镇、梅田镇为主，重点发展石墨材料。", title=CITY).claims("partOf")
    assert {("迎春镇", "partOf", "便江北部片区"), ("梅田镇", "partOf", "便江北部片区")} <= found


def test_a_park_that_is_said_to_have_parts_is_not_called_so() -> None:
    found = marked.bare("油麻工业园区分为东区、西区两个片区，主导产业为石墨材料、电子装配。", title=CITY).entities()
    assert not any("分为" in name for name in found)
