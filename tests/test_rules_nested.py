"""partOf between zones in marked sentences: cores, figures of a layout, quarters."""

from __future__ import annotations

import marked
import pytest

ZONE = "第一节 水城光电产业园"

CASES = [
    (
        "打造一城（<Park>凤栖科创城</Park>）、一园（<Park>枣林工业园</Park>）等节点。",
        ZONE,
        {("凤栖科创城", "水城光电产业园"), ("枣林工业园", "水城光电产业园")},
        "planned",
    ),
    (
        "以<Park>水城枣林工业园</Park>为核心，提升制造功能。",
        ZONE,
        {("水城枣林工业园", "水城光电产业园")},
        "existing",
    ),
    (
        "以<Park>水城枣林工业园</Park>、<Park>水城凤栖科学城</Park>为核心加快<Region>西部湖区板块</Region>建设。",
        "第一节 总体布局",
        {("水城枣林工业园", "西部湖区板块"), ("水城凤栖科学城", "西部湖区板块")},
        "existing",
    ),
]


CASES += [
    (
        "“一核”即<Park>水城高新区</Park>（区集聚区），下设<Park>枣林工业园</Park>、<Park>凤栖医药园</Park>两个园区。",
        "第一节 总体布局",
        {("枣林工业园", "水城高新区"), ("凤栖医药园", "水城高新区")},
        "existing",
    ),
]


@pytest.mark.parametrize(("sentence", "section", "expected", "status"), CASES)
def test_parts_of_zones(sentence: str, section: str, expected: set[tuple[str, str]], status: str) -> None:
    found = marked.read(sentence, section=section)
    assert {(s, o) for s, _, o in found.claims("partOf")} == expected
    assert {f.status for f in found.facts() if f.p == "partOf"} == {status}


def test_what_is_laid_out_around_a_core_is_part_of_it() -> None:
    found = marked.read(
        "以<Park>水城枣林工业园</Park>为核心，布局<Park>基金小镇</Park>、<Park>转化基地</Park>等功能。", section=ZONE
    )
    assert {("基金小镇", "水城枣林工业园"), ("转化基地", "水城枣林工业园")} <= {(s, o) for s, _, o in found.claims("partOf")}


def test_zones_that_a_park_announces_and_goes_through_are_its_parts() -> None:
    found = marked.read(
        "规划建设两个功能区。<Park>光学元件加工区</Park>：主要发展镜片；<Park>人才生活服务区</Park>：配套公寓。", section=ZONE
    )
    whole = "水城光电产业园"
    assert {("光学元件加工区", whole), ("人才生活服务区", whole)} <= {(s, o) for s, _, o in found.claims("partOf")}


def test_what_a_figure_of_a_zones_layout_stands_for_is_part_of_the_zone() -> None:
    found = marked.read("“两园”，即<Park>枣林工业园</Park>、<Park>凤栖装备产业园</Park>。", section=ZONE)
    assert {("枣林工业园", "水城光电产业园"), ("凤栖装备产业园", "水城光电产业园")} == {
        (s, o) for s, _, o in found.claims("partOf")
    }


def test_a_village_behind_its_town_is_part_of_it_and_no_firm() -> None:
    found = marked.read("支持<Region>沙镇镇</Region><Region>槐李村</Region>、堂邑镇路东村发展精品民宿。")
    assert {("槐李村", "partOf", "沙镇镇"), ("路东村", "partOf", "堂邑镇")} == found.claims("partOf", "anchors")
    assert marked.bare("推进沙镇镇美丽乡村建设，堂邑镇各村发展民宿。").claims("partOf") == set()


def test_a_town_that_is_a_subdistrict_today_goes_by_the_name_that_the_text_has() -> None:
    found = marked.read("<Park>枣林工业园</Park>位于<Region>柳园镇</Region>，面积较大。")
    assert ("枣林工业园", "locatedIn", "柳园镇") in found.claims("locatedIn")


NOTHING = [
    ("打造一城（凤栖科创城）、一园（枣林工业园）。", "第一节 总体布局"),
    ("以科技创新为核心，以绿色转型为支撑。", ZONE),
]


@pytest.mark.parametrize(("sentence", "section"), NOTHING)
def test_figures_of_the_region_and_abstract_cores_make_no_parts(sentence: str, section: str) -> None:
    assert marked.bare(sentence, section=section).claims("partOf") == set()


AREA = "甲乙一体化示范区产业规划"


def test_the_extent_of_a_zone_is_its_parts() -> None:
    text = "规划建设甲乙生态科创走廊示范区（以下简称示范区），示范区范围包括上海市青浦区、江苏省苏州市吴江区，面积较大。"
    found = marked.bare(text, title=AREA).claims("partOf")
    assert {("青浦区", "partOf", "甲乙生态科创走廊示范区"), ("吴江区", "partOf", "甲乙生态科创走廊示范区")} <= found


def test_towns_that_are_wholly_a_zone_are_its_parts_and_parts_of_the_county_before_them() -> None:
    text = "推动青浦区、吴江区和甲水都市圈建设。其中青浦区金泽镇、朱家角镇，吴江区黎里镇三个镇全域为甲水都市圈，面积较大。"
    found = marked.bare(text, title=AREA)
    parts = {(s, o) for s, _, o in found.claims("partOf")}
    assert {("金泽镇", "青浦区"), ("朱家角镇", "青浦区"), ("黎里镇", "吴江区")} <= parts
    assert {(town, "甲水都市圈") for town in ("金泽镇", "朱家角镇", "黎里镇")} <= parts
    assert not any("全域" in name for name in found.entities())
