"""partOf by the figures of a zone's layout, and by what a zone's own plan goes through under a title on its layout."""

from __future__ import annotations

import marked
import pytest

PLAN = "永登经济开发区产业发展规划（2023—2027年）"
ZONE = "永登经济开发区"
LAYOUT = "二、空间布局"


def parts(*lines: str, title: str = PLAN, section: str = LAYOUT) -> set[tuple[str, str]]:
    """What is part of what in a plan with these lines."""
    return {(s, o) for s, _, o in marked.bare("\n".join(lines), title=title, section=section).claims("partOf")}


NAMED = {("槐林片区", ZONE), ("枣岭产业园", ZONE), ("凤栖组团", ZONE)}
FIGURES = [
    "园区调整为“一区三园”，即：槐林片区、枣岭产业园、凤栖组团。",
    "规划“一区三园”，分别为槐林片区、枣岭产业园、凤栖组团。",
    "“一区”即永登经济开发区；“三园”即槐林片区、枣岭产业园、凤栖组团。",
    "构建“一区三园”格局，一区为永登经济开发区，三园为槐林片区、枣岭产业园、凤栖组团。",
    "“三园”：槐林片区、枣岭产业园、凤栖组团。",
    "开发区辖槐林片区、枣岭产业园、凤栖组团。",
    "永登经济开发区下设槐林片区、枣岭产业园、凤栖组团三个园区。",
    "一核为槐林片区，两翼为枣岭产业园、凤栖组团。",
]


@pytest.mark.parametrize("sentence", FIGURES)
def test_what_figures_stand_for_is_part_of_the_zone(sentence: str) -> None:
    assert parts(sentence, section="一、总体思路") == NAMED


GONE_THROUGH = [
    ("1.槐林片区", "位于红城镇，重点发展数控机床。", "2.枣岭产业园", "重点发展中成药。", "3.凤栖组团", "重点发展冷链物流。"),
    ("（一）槐林片区。重点发展数控机床。", "（二）枣岭产业园。重点发展中成药。", "（三）凤栖组团。重点发展冷链物流。"),
    ("——槐林片区。重点发展数控机床。", "——枣岭产业园。重点发展中成药。", "——凤栖组团。重点发展冷链物流。"),
    ("槐林片区重点发展数控机床，枣岭产业园重点发展中成药，凤栖组团重点发展冷链物流。",),
    ("一是槐林片区。重点发展数控机床。二是枣岭产业园。重点发展中成药。三是凤栖组团。重点发展冷链物流。",),
    ("槐林片区将重点发展数控机床。枣岭产业园将重点发展中成药。凤栖组团将重点发展冷链物流。",),
    (
        "园区名称 | 所在地 | 主导产业",
        "槐林片区 | 红城镇 | 数控机床",
        "枣岭产业园 | 中堡镇 | 中成药",
        "凤栖组团 | 苦水镇 | 冷链物流",
    ),
]


@pytest.mark.parametrize("lines", GONE_THROUGH)
def test_what_a_zones_plan_goes_through_under_its_layout_is_part_of_it(lines: tuple[str, ...]) -> None:
    assert parts(*lines) == NAMED


def test_parts_of_a_part_are_none_of_the_zone() -> None:
    found = parts("第一节 槐林产业园", "东园片区重点发展数控机床，西园片区重点发展中成药。")
    assert found == {("槐林产业园", ZONE), ("东园片区", "槐林产业园"), ("西园片区", "槐林产业园")}


@pytest.mark.parametrize(
    "sentence",
    [
        "实施“三大行动”，即：强链、补链、延链。",
        "打造“一基地两中心”，即全国人才汇聚中心、绿色生态中心。",
        "“两链”为数控机床、中成药。",
    ],
)
def test_other_figures_have_no_parts(sentence: str) -> None:
    assert parts(sentence, section="一、总体思路") == set()


def test_figures_of_a_region_have_none_without_their_zone() -> None:
    title = "永登县工业发展规划（2023—2027年）"
    assert parts("规划“三园”，即：槐林产业园、枣岭产业园、凤栖产业园。", title=title, section="一、总体思路") == set()
    told = parts("“一区”即永登经济开发区；“两园”即槐林产业园、枣岭产业园。", title=title, section="一、总体思路")
    assert told == {("槐林产业园", ZONE), ("枣岭产业园", ZONE)}


def test_parks_of_a_zones_plan_under_other_titles_are_not_said_to_be_parts() -> None:
    assert parts("槐林产业园重点发展数控机床。", section="三、保障措施") == set()
    assert parts("1.槐林产业园", "重点发展数控机床。", title="永登县工业发展规划") == set()


HOMES = [
    ("永登渭川工业区规划（2023年）", "渭川工业区重点发展数控机床。永登渭川工业区", "永登渭川工业区"),
    ("兰州新区产业发展规划", "兰州新区重点发展数控机床。", "兰州新区"),
    ("中国（甘肃）自由贸易试验区总体方案", "试验区重点发展跨境电商。", "中国（甘肃）自由贸易试验区"),
]


@pytest.mark.parametrize(("title", "sentence", "zone"), HOMES)
def test_whose_plan_a_title_says_that_it_is(title: str, sentence: str, zone: str) -> None:
    assert (title, "regulates", zone) in marked.bare(sentence, title=title).claims("regulates")


def test_a_park_that_only_the_title_has_is_not_the_documents_subject() -> None:
    found = marked.bare("全县重点发展数控机床。", title="永登县特色产业园区高质量发展实施意见").claims("regulates")
    assert {o for _, _, o in found} == {"永登县"}


def test_general_words_of_a_title_are_no_industry() -> None:
    found = marked.bare("开发区已初步形成数控机床、中成药两大产业集群。", title="永登经济开发区总体发展规划")
    assert "总体" not in found.entities()


OWNERS = [
    "“槐林片区”位于红城镇，重点发展数控机床。",
    "槐林新城位于红城镇，规划面积5平方公里，重点发展数控机床。",
    "在红城镇建设槐林片区，重点发展数控机床。",
    "槐林片区：位于红城镇。产业定位：数控机床。",
]


@pytest.mark.parametrize("sentence", OWNERS)
def test_the_park_that_a_sentence_opens_with_owns_what_it_develops(sentence: str) -> None:
    found = marked.bare(sentence, title=PLAN, section=LAYOUT).claims("focusesOn")
    assert {(s[:2], o) for s, _, o in found} == {("槐林", "数控机床")}


def test_a_sector_that_will_be_developed_owns_nothing_by_that() -> None:
    found = marked.bare("重点发展数控机床产业。数控机床产业将重点围绕整机发力。", title=PLAN, section=LAYOUT)
    assert ("数控机床产业", "focusesOn", "发力") not in found.claims()


PLACED = [
    ("槐林片区（红城镇）：重点发展数控机床。", {("槐林片区", "红城镇")}),
    ("1.槐林片区（红城镇）", {("槐林片区", "红城镇")}),
    ("建设槐林产业园（红城镇），发展数控机床。", {("槐林产业园", "红城镇")}),
    ("槐林片区（起步区）：重点发展数控机床。", set()),
]


@pytest.mark.parametrize(("sentence", "expected"), PLACED)
def test_a_park_stands_in_the_town_of_its_bracket(sentence: str, expected: set[tuple[str, str]]) -> None:
    found = marked.bare(sentence, title=PLAN, section=LAYOUT).claims("locatedIn")
    assert {(s, o) for s, _, o in found if s != ZONE} == expected


def test_two_parks_of_a_title_are_not_one() -> None:
    found = marked.bare("“两翼”为槐林工业园和枣岭产业集中区。\n槐林工业园重点发展数控机床。", title="永登县工业发展规划")
    assert "槐林工业园和枣岭产业集中区" not in found.entities()


CITY = "兰州市产业发展规划（2023—2027年）"
GOES_ON = [
    "城关区重点发展数控机床。同时，大力发展中成药。",
    "城关区以数控机床为主导产业。同时，大力发展中成药。",
    "城关区作为全市主战场，重点发展数控机床。利用农业资源优势，大力发展中成药。",
]


@pytest.mark.parametrize("sentence", GOES_ON)
def test_a_paragraph_that_opens_with_a_place_is_about_it(sentence: str) -> None:
    found = marked.bare(sentence, title=CITY, section="第三章 空间布局").claims("focusesOn")
    assert {(s, o) for s, _, o in found} == {("城关区", "数控机床"), ("城关区", "中成药")}


def test_the_next_place_has_what_comes_behind_it() -> None:
    found = marked.bare("城关区重点发展数控机床。红古区重点发展铝材。同时，大力发展中成药。", title=CITY).claims("focusesOn")
    assert {("城关区", "focusesOn", "数控机床"), ("红古区", "focusesOn", "中成药")} <= found
    assert ("城关区", "focusesOn", "中成药") not in found


AWAY = [
    ("城关区重点发展数控机床。全市大力发展中成药。", "第三章 空间布局"),
    ("支持城关区发展数控机床。大力发展中成药。", "第三章 空间布局"),
    ("城关区、红古区重点发展数控机床。大力发展中成药。", "第三章 空间布局"),
]


@pytest.mark.parametrize(("sentence", "section"), AWAY)
def test_what_is_said_of_the_whole_is_not_the_places(sentence: str, section: str) -> None:
    assert ("城关区", "focusesOn", "中成药") not in marked.bare(sentence, title=CITY, section=section).claims("focusesOn")


def test_a_position_ends_where_the_next_clause_has_a_verb() -> None:
    found = marked.bare("城关区定位为先进制造业基地，重点发展数控机床、中成药。", title=CITY, section="第三章 空间布局")
    assert not {name for name in found.entities() if name.startswith("重点发展")}


def test_what_a_zone_is_said_to_be_is_no_part_of_its_name() -> None:
    found = marked.bare("发挥永登经济开发区作为国家级开发区的引领作用，辐射带动红古工业园区。永登经济开发区属甘肃省级开发区。")
    assert not {name for name in found.entities() if "作为" in name or "属" in name}


def test_who_works_together_in_a_figure_is_no_part_of_the_core() -> None:
    text = "“一核”即兰州高新区，是中成药的主要载体。“多地协作”中，包括城关区、红古区、永登县等辐射区。"
    assert marked.bare(text, title=CITY).claims("partOf") == set()
