"""Towns that a list says it has, zones of farming with their counties, and what is grown in them."""

from __future__ import annotations

import pytest

from tests.marked import bare

CITY = "襄阳市特色农业发展规划（2023—2027年）"


def _said(sentence: str, predicate: str = "focusesOn") -> set[tuple[str, str]]:
    found = {(s, o.removesuffix("产业")) for s, _, o in bare(sentence, title=CITY).claims(predicate)}
    return {(s, o) for s, o in found if s != "襄阳市"}


@pytest.mark.parametrize(
    ("sentence", "places", "good"),
    [
        ("以白岭、双河、石坎等三个乡镇为基地，大力发展花椒规模化种植。", "白岭 双河 石坎", "花椒"),
        ("在白岭、石坎等乡镇建成4个菊花示范片。", "白岭 石坎", "菊花"),
        ("沿江设施农业区，包括谷城、枣阳2县（市），重点发展番茄、草莓。", "沿江设施农业区", "番茄"),
    ],
)
def test_towns_by_bare_names_and_zones_of_farming(sentence: str, places: str, good: str) -> None:
    assert _said(sentence) >= {(place, good) for place in places.split()}


@pytest.mark.parametrize(
    "sentence",
    [
        "以花椒、核桃、油茶等三个品种为重点，带动白岭发展。",
        "在标准、品质、品牌等方面建成4个示范片。",
    ],
)
def test_what_closes_otherwise_lists_no_towns(sentence: str) -> None:
    assert not {s for s, _ in _said(sentence)} & {"花椒", "核桃", "油茶", "标准", "品质", "品牌"}


def test_counties_of_a_zone_of_farming() -> None:
    told = "建设三大片区，即：环城生态农业区，包括襄州、樊城2区，发展苗木；沿江设施农业区，包括谷城、枣阳2县（市），发展番茄。"
    parts = {
        ("襄州区", "环城生态农业区"),
        ("樊城区", "环城生态农业区"),
        ("谷城县", "沿江设施农业区"),
        ("枣阳市", "沿江设施农业区"),
    }
    assert _said(told, "partOf") >= parts


def test_a_zone_of_function_owns_what_it_is_to_develop() -> None:
    assert {s for s, _ in _said("汉江生态涵养发展区则要重点发展核桃、冷水鱼。")} == {"汉江生态涵养发展区"}


def test_a_town_of_no_table_among_those_of_the_county() -> None:
    found = _said("在石花镇、五山镇、紫金镇、白岭发展茶叶产业。")
    assert found >= {(town, "茶叶") for town in ("石花镇", "五山镇", "紫金镇", "白岭")}
    assert not {s for s, _ in _said("在石花镇、机制、标准方面推进茶叶产业。")} & {"机制", "标准"}


def test_places_that_are_the_grounds_of_a_crop() -> None:
    found = {(s, o) for s, o in _said("在谷城、保康等茶叶主产区建设加工园区。")}
    assert found == {("谷城县", "茶叶"), ("保康县", "茶叶")}
    assert _said("在谷城、保康等粮食主产区推广新技术。") == set()
