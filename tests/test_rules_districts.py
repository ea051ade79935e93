"""What stands in the district that a statement names, where a sentence says that something lies, and what a park's text has."""

from __future__ import annotations

import marked
import pytest

CITY = "株洲市储能产业三年行动方案（2024—2026年）"


@pytest.mark.parametrize(
    "sentence",
    [
        "攸县依托珂洛新材布局海底电缆。",
        "攸县以珂洛新材为龙头，发展海底电缆、光缆。",
        "攸县支持珂洛新材扩大海底电缆产能。",
        "布局在攸县（珂洛新材）。",
        "珂洛新材（攸县）获评冠军。",
    ],
)
def test_firms_that_a_place_relies_on_backs_or_has_in_its_bracket_stand_in_it(sentence: str) -> None:
    assert marked.bare(sentence, title=CITY).claims("locatedIn") == {("珂洛新材", "locatedIn", "攸县")}


def test_a_preposition_behind_a_place_is_no_part_of_a_firms_name() -> None:
    assert "以珂洛药业" not in marked.bare("攸县以珂洛药业为龙头，发展胶囊。", title=CITY).entities()


LOCATED = [
    (
        "<Region>荷塘区</Region>依托<Park>桐梓坪储能产业园</Park>、<Institution>渌水电化学研究院</Institution>等平台，发展隔膜。",
        {("桐梓坪储能产业园", "荷塘区"), ("渌水电化学研究院", "荷塘区")},
    ),
    (
        "支持<Region>攸县</Region>依托<Park>洣江汽车城</Park>引进隔膜企业，<Region>醴陵市</Region>规划建设<Park>渌水电芯产业园</Park>。",
        {("洣江汽车城", "攸县"), ("渌水电芯产业园", "醴陵市")},
    ),
    (
        "<Region>石峰区</Region>：以<Park>清水塘电芯产业园</Park>为载体，布局变流器。",
        {("清水塘电芯产业园", "石峰区")},
    ),
    (
        "<Region>攸县</Region>发挥<Park>洣江汽车城</Park>优势，布局储能变流器。",
        {("洣江汽车城", "攸县")},
    ),
    (
        "联动区：<Region>茶陵县</Region>（<Park>云阳山隔膜产业园</Park>）、<Region>攸县</Region>（<Park>酒埠江电解液园</Park>）。",
        {("云阳山隔膜产业园", "茶陵县"), ("酒埠江电解液园", "攸县")},
    ),
    (
        '<Park name="罗正光电园">罗正光电园</Park>位于<Region>炎陵县</Region><Region>沔渡镇</Region>，占地八百亩。',
        {("罗正光电园", "沔渡镇")},
    ),
    (
        "<Platform>渌江固态电池检测中心</Platform>落成，项目拟选址<Region>醴陵市</Region><Park>仙岳山工业园</Park>，明年动工。",
        {("渌江固态电池检测中心", "醴陵市"), ("渌江固态电池检测中心", "仙岳山工业园"), ("仙岳山工业园", "醴陵市")},
    ),
    (
        "支持<Platform>渌江固态电池检测中心</Platform>（位于<Region>天元区</Region>）扩大规模。",
        {("渌江固态电池检测中心", "天元区")},
    ),
    (
        "2.<Project>醴陵瓷芯电容项目</Project>，选址<Park>攸县化工园</Park>，明年投产。",
        {("醴陵瓷芯电容项目", "攸县化工园"), ("醴陵瓷芯电容项目", "醴陵市"), ("攸县化工园", "攸县")},
    ),
    (
        "<Platform>渌江固态电池检测中心</Platform>设在<Park>株洲清水塘高新区</Park>。",
        {("渌江固态电池检测中心", "株洲清水塘高新区")},
    ),
    (
        "推进株洲市天元区<Platform>渌江超算中心</Platform>建设。",
        {("渌江超算中心", "天元区")},
    ),
    (
        "1.<Platform>渌江固态电池检测中心</Platform>。由高校牵头组建，设在<Region>天元区</Region>。",
        {("渌江固态电池检测中心", "天元区")},
    ),
    (
        "推动<Platform>渌江固态电池检测中心</Platform>、<Park>湘东电芯救援基地</Park>分别落户<Region>攸县</Region>、<Region>茶陵县</Region>。",
        {("渌江固态电池检测中心", "攸县"), ("湘东电芯救援基地", "茶陵县")},
    ),
    (
        "在<Park>清水塘电芯产业园</Park>建设<Platform>渌江中试平台</Platform>。",
        {("渌江中试平台", "清水塘电芯产业园")},
    ),
    (
        "支持高校与企业共建<Park>攸县电芯产业园</Park>。",
        {("攸县电芯产业园", "攸县")},
    ),
    (
        '依托<Park name="桐梓坪示范区">桐梓坪示范区（攸县）</Park>发展隔膜。',
        {("桐梓坪示范区", "攸县")},
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), LOCATED)
def test_located(sentence: str, expected: set[tuple[str, str]]) -> None:
    claims = marked.read(sentence, title=CITY).claims("locatedIn")
    assert expected <= {(s, o) for s, _, o in claims}, claims


ELSEWHERE = [
    "株洲市依托<Park>桐梓坪储能产业园</Park>，发展隔膜。",
    "荷塘区对接<Platform>上海电芯检测中心</Platform>，发展隔膜。",
    "荷塘区、石峰区依托<Park>桐梓坪储能产业园</Park>，发展隔膜。",
]


@pytest.mark.parametrize("sentence", ELSEWHERE)
def test_not_located_in_a_district(sentence: str) -> None:
    claims = marked.read(sentence, title=CITY).claims("locatedIn")
    assert not {o for _, _, o in claims} & {"荷塘区", "石峰区", "天元区"}, claims


def test_planned_site_is_planned() -> None:
    found = marked.read("<Park>罗正光电园</Park>选址于<Region>炎陵县</Region>。", title=CITY)
    assert {(f.o, f.status) for f in found.facts() if f.p == "locatedIn"} == {("炎陵县", "planned")}


def test_park_of_the_point_has_what_came_to_it() -> None:
    found = marked.read(
        "1.建设<Park>罗正光电园</Park>。位于<Region>炎陵县</Region>，已落地<Platform>渌江材料检测中心</Platform>、"
        "<Institution>炎帝膜材料研究院</Institution>。",
        title=CITY,
    )
    claims = {(s, o) for s, _, o in found.claims("locatedIn")}
    assert {("罗正光电园", "炎陵县"), ("渌江材料检测中心", "罗正光电园"), ("炎帝膜材料研究院", "罗正光电园")} <= claims


def test_second_name_of_a_park_is_an_alias() -> None:
    found = marked.read('依托<Park>荷塘智能谷</Park>（<Park name="荷塘智能谷">洣水小镇</Park>）发展储能。', title=CITY)
    assert {"荷塘智能谷", "洣水小镇"} <= set(found.entities())
    assert "荷塘智能谷（洣水小镇）" not in {s for s, _, _ in found.claims()}


NAMES = [
    ("<Region>醴陵市</Region>以<Park>醴陵经济开发区</Park>、<Park>仙岳山瓷业园</Park>为重点。", "醴陵市以醴陵经济开发区"),
    ("<Region>荷塘区</Region>重点布局<Platform>荷塘电芯检测中心</Platform>。", "荷塘区重点布局荷塘电芯检测中心"),
    ("“一港”即<Park>荷塘数智港</Park>，“多谷”包括<Park>石峰智造谷</Park>、<Park>渌口材料谷</Park>。", "“一港”即荷塘数智港"),
]


@pytest.mark.parametrize(("sentence", "wrong"), NAMES)
def test_name_begins_behind_the_verb(sentence: str, wrong: str) -> None:
    assert wrong not in marked.read(sentence, title=CITY).entities()


NO_PARKS = ["新建一批幼儿园、公园。", "推广稻谷、优质茶园。", "建成果园、校园。", "荷塘区园林绿化提升。"]


@pytest.mark.parametrize("sentence", NO_PARKS)
def test_no_park(sentence: str) -> None:
    assert "Park" not in marked.bare(sentence, title=CITY).entities().values()


PARTS = [
    (
        "<Park>株洲高新区</Park>由<Park>天台片区</Park>、<Park>栗水片区</Park>组成，下辖<Region>嵩山路街道</Region>、<Region>泰山路街道</Region>。",
        {("天台片区", "株洲高新区"), ("栗水片区", "株洲高新区"), ("嵩山路街道", "株洲高新区"), ("泰山路街道", "株洲高新区")},
    ),
    (
        "<Park>清水塘电芯产业园</Park>包括<Park>中试区</Park>、<Park>物流组团</Park>。",
        {("中试区", "清水塘电芯产业园"), ("物流组团", "清水塘电芯产业园")},
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), PARTS)
def test_parts(sentence: str, expected: set[tuple[str, str]]) -> None:
    claims = marked.read(sentence, title=CITY).claims("partOf")
    assert expected <= {(s, o) for s, _, o in claims}, claims


def test_figures_of_a_layout_are_no_parts_of_the_park_before() -> None:
    sentence = "“一核”即<Park>株洲高新区</Park>；“多点”包括<Park>攸县高新区</Park>、<Park>茶陵经济开发区</Park>等园区。"
    assert not marked.read(sentence, title=CITY).claims("partOf")


TOWNS = [
    (
        '布局<Region>茶陵县</Region>（<Region name="腰潞镇">腰潞</Region>、<Region>湖口镇</Region>），发展隔膜。',
        {"腰潞镇", "湖口镇"},
    ),
    (
        '重点区域：<Region>茶陵县</Region>（<Region name="腰潞镇">腰潞</Region>、<Region name="湖口镇">湖口</Region>）。',
        {"腰潞镇", "湖口镇"},
    ),
]


@pytest.mark.parametrize(("sentence", "towns"), TOWNS)
def test_towns_in_the_bracket_behind_a_district(sentence: str, towns: set[str]) -> None:
    found = marked.read(sentence, title=CITY, section="二、隔膜产业")
    assert found.claims("partOf") == {(town, "partOf", "茶陵县") for town in towns}
    assert not found.claims("locatedIn")
