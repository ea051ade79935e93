"""Firms in sentences: who is one, which sector it carries, what it makes; what stands in a firm's slot and is none."""

from __future__ import annotations

import marked
import pytest

SECTION = "第一节 线缆产业"

CARRIED = [
    # what a verb behind the firms aims at
    (
        "依托<Enterprise>瑞丰电缆</Enterprise>、<Enterprise>海川电气</Enterprise>等企业，打造高压线缆产业基地。",
        {("瑞丰电缆", "高压线缆产业"), ("海川电气", "高压线缆产业")},
    ),
    # what they are said to lead
    ("培育壮大以<Enterprise>瑞丰电缆</Enterprise>为龙头的海底线缆产业集群。", {("瑞丰电缆", "海底线缆产业")}),
    # leaders of whatever name beside one with a firm's ending
    (
        "以<Enterprise>瑞丰电气</Enterprise>、<Enterprise>洛凯拉</Enterprise>为龙头，重点发展绝缘粒料、阻燃护套。",
        {("瑞丰电气", "线缆产业"), ("洛凯拉", "线缆产业")},
    ),
    # a role alone names no sector
    ("线缆产业依托<Enterprise>瑞丰电缆</Enterprise>等龙头企业，形成拉丝、绞合、护套的产业链。", {("瑞丰电缆", "线缆产业")}),
    # the kind in front of 企业, wherever the list stands
    (
        "推动<Enterprise>瑞丰</Enterprise>、<Enterprise>洛凯拉</Enterprise>、<Enterprise>越塔</Enterprise>等骨干线缆企业加快升级。",
        {("瑞丰", "线缆产业"), ("洛凯拉", "线缆产业"), ("越塔", "线缆产业")},
    ),
    # the sector in front of its leaders, and a clause that says what firms are
    (
        "线缆产业以<Enterprise>越塔机电</Enterprise>、<Enterprise>鄂岷锻造</Enterprise>为龙头，拥有企业46家。",
        {("越塔机电", "线缆产业"), ("鄂岷锻造", "线缆产业")},
    ),
    (
        "产品畅销全国，<Enterprise>越塔化肥</Enterprise>、<Enterprise>泽岷化工</Enterprise>为骨干企业。",
        {("越塔化肥", "线缆产业"), ("泽岷化工", "线缆产业")},
    ),
    # a coined name that ends like goods
    ("依托<Enterprise>越塔制浆设备</Enterprise>重点发展造纸成套装备。", {("越塔制浆设备", "线缆产业")}),
]


@pytest.mark.parametrize(("sentence", "carried"), CARRIED)
def test_the_sector_that_firms_carry(sentence: str, carried: set[tuple[str, str]]) -> None:
    found = marked.read(sentence, section=SECTION)
    assert {(s, o) for s, _, o in found.claims("anchors")} == carried


def test_the_sentence_before_keeps_its_sector_for_the_firms_behind_it() -> None:
    found = marked.read(
        "通信电缆依托<Enterprise>瑞丰电气</Enterprise>发展绝缘粒料；依托<Enterprise>海川电气</Enterprise>发展阻燃护套。",
        section=SECTION,
        before=["通信电缆产业发展较快，通信电缆行业稳步增长。"],
    )
    assert {s for s, _, o in found.claims("anchors") if o.startswith("通信电缆")} == {"瑞丰电气", "海川电气"}


NO_FIRMS = [
    "孵化算法、应用、检测等初创企业。",
    "培育一批模型、智能体等领域企业。",
    "引导茶企、药企等企业上云。",
    "依托海川软件名城、数据起步区优势，推动转型。",
]


@pytest.mark.parametrize("sentence", NO_FIRMS)
def test_fields_and_kinds_are_no_firms(sentence: str) -> None:
    assert "Enterprise" not in marked.bare(sentence, section=SECTION).entities().values()


def test_several_firms_make_only_the_one_thing() -> None:
    many = marked.bare("依托瑞丰电缆、海川电气等企业，突破交联工艺，重点发展绝缘粒料、阻燃护套。", section=SECTION)
    assert many.claims("produces") == set()
    assert {s for s, _, _ in many.claims("anchors")} == {"瑞丰电缆", "海川电气"}


def test_supported_firms_without_a_leaders_name_carry_no_sector() -> None:
    found = marked.bare("支持瑞丰电缆、海川电气等企业研发阻燃护套。", section=SECTION)
    assert found.claims("anchors") == set()
    assert found.entities()["瑞丰电缆"] == "Enterprise"


MAKERS = [
    # one firm between a verb of support and what it is to do, or in front of its own verb
    ("支持<Enterprise>宇瀚机电</Enterprise>开发绝缘粒料、避雷器。", {("宇瀚机电", "绝缘粒料"), ("宇瀚机电", "避雷器")}),
    ("<Enterprise>珂洛电缆</Enterprise>要重点开发避雷器。", {("珂洛电缆", "避雷器")}),
    ("<Enterprise>聊城海川线缆有限公司</Enterprise>研发绝缘粒料。", {("聊城海川线缆有限公司", "绝缘粒料")}),
    # the place, the partner or the means between a firm and its verb
    ("支持<Enterprise>宇瀚机电</Enterprise>在郑家镇开发避雷器。", {("宇瀚机电", "避雷器")}),
    ("<Enterprise>宇瀚机电</Enterprise>联合山东大学研发避雷器。", {("宇瀚机电", "避雷器")}),
    # where a firm is to go on to
    ("引导<Enterprise>宇瀚机电</Enterprise>向海底电缆、避雷器延伸。", {("宇瀚机电", "海底电缆"), ("宇瀚机电", "避雷器")}),
    # each of two clauses has its own
    (
        "支持<Enterprise>宇瀚机电</Enterprise>开发绝缘粒料，<Enterprise>珂洛智控</Enterprise>开发避雷器。",
        {("宇瀚机电", "绝缘粒料"), ("珂洛智控", "避雷器")},
    ),
]


@pytest.mark.parametrize(("sentence", "made"), MAKERS)
def test_one_firm_in_front_of_a_verb_makes_its_objects(sentence: str, made: set[tuple[str, str]]) -> None:
    found = marked.read(sentence, section=SECTION)
    assert {(s, o) for s, _, o in found.claims("produces")} == made
    assert {(s, o) for s, _, o in found.claims("anchors")} == {(s, "线缆产业") for s, _ in made}
    assert not any(p in ("focusesOn", "seeks") and o in {o for _, o in made} and s != "线缆产业" for s, p, o in found.claims())


def test_what_several_firms_make_by_any_means_is_their_sectors() -> None:
    found = marked.bare("引导宇瀚机电、珂洛智控等企业利用现有装备开发绝缘粒料、避雷器。", section=SECTION)
    assert {s for s, _, _ in found.claims("anchors")} == {"宇瀚机电", "珂洛智控"}
    assert found.claims("produces") == set()


def test_several_firms_in_front_of_a_verb_make_the_one_thing() -> None:
    found = marked.read("<Enterprise>宇瀚机电</Enterprise>、<Enterprise>渤海锻业</Enterprise>发展绝缘粒料。", section=SECTION)
    assert {(s, o) for s, _, o in found.claims("produces")} == {("宇瀚机电", "绝缘粒料"), ("渤海锻业", "绝缘粒料")}


def test_goods_behind_two_firms_are_not_the_seconds_alone() -> None:
    found = marked.bare("支持宇瀚机电、珂洛药业研发绝缘粒料、避雷器。", section=SECTION)
    assert found.claims("produces") == set()


NO_MAKERS = [
    "依托聊城、临清向海底电缆、避雷器等领域拓展。",
    "支持宇瀚机电建设检测中心。",
    "联动聊城南部发展海缆接头。",
    "要注重发展海缆接头。",
    "支持港航智能化发展。",
    "抓好宇瀚机电研发中心、海缆接头基地建设。",
]


@pytest.mark.parametrize("sentence", NO_MAKERS)
def test_what_stands_before_a_verb_and_makes_nothing(sentence: str) -> None:
    assert marked.bare(sentence, section=SECTION).claims("produces") == set()


def test_firms_behind_the_park_that_they_stand_in() -> None:
    found = marked.read(
        "依托滨湖线缆产业园<Enterprise>宇瀚重工</Enterprise>、<Enterprise>珂洛电气</Enterprise>等企业发展避雷器。",
        section=SECTION,
    )
    assert {(s, o) for s, _, o in found.claims("locatedIn") if o == "滨湖线缆产业园"} == {
        ("宇瀚重工", "滨湖线缆产业园"),
        ("珂洛电气", "滨湖线缆产业园"),
    }


def test_what_is_recruited_behind_a_firm_is_not_its_own() -> None:
    found = marked.bare("依托瑞丰电缆，重点发展绝缘粒料，积极招引电子元件龙头企业，大力发展智能终端。", section=SECTION)
    assert {o for _, _, o in found.claims("produces")} == {"绝缘粒料"}


def test_a_place_to_become_is_no_product() -> None:
    found = marked.bare("依托瑞丰电缆，重点发展绝缘粒料，打造全国线缆护套生产基地。", section=SECTION)
    assert {o for _, _, o in found.claims("produces")} == {"绝缘粒料"}


def test_known_firms_stand_for_themselves_not_inside_a_body() -> None:
    found = marked.bare("支持宁德时代在我区布局。比亚迪创新中心加快建设。")
    assert found.entities().get("宁德时代") == "Enterprise"
    assert "比亚迪" not in found.entities()
    assert "招商局" not in marked.bare("市招商局配合，推进线缆产业建设。", section=SECTION).entities()


PROJECTS = [
    (
        "法士特新能源汽车传动系统、弗迪12吉瓦时动力电池扩产等项目开工建设。",
        {("法士特", "新能源汽车传动系统"), ("弗迪", "动力电池")},
    ),
    ("惠科新型显示、特变电工IGBT模块等项目开工。", {("惠科", "新型显示"), ("特变电工", "IGBT模块")}),
    ("越塔8英寸半导体芯片、洛凯高性能碳纤维等项目开工。", {("越塔", "8英寸半导体芯片"), ("洛凯", "高性能碳纤维")}),
    ("恒瑞生物医药产业园等项目加快推进。", {("恒瑞", "生物医药")}),
    ("推进瑞丰科技智能装备生产基地等项目。", {("瑞丰科技", "智能装备")}),
]


@pytest.mark.parametrize(("sentence", "made"), PROJECTS)
def test_a_firms_own_project_says_what_it_makes(sentence: str, made: set[tuple[str, str]]) -> None:
    found = marked.bare(sentence)
    assert {(s, o) for s, _, o in found.claims("produces")} == made
    assert {f.status for f in found.facts() if f.p == "produces"} == {"planned"}


def test_short_forms_with_a_firms_ending_are_the_registered_firm() -> None:
    found = marked.bare("支持瑞丰科技等企业上市，瑞丰（聊城）精密科技有限公司投产，依托瑞丰等龙头企业发展线缆。", section=SECTION)
    firms = {name for name, kind in found.entities().items() if kind == "Enterprise"}
    assert {"瑞丰科技", "瑞丰"} <= firms
