"""What a sector is to be extended to, and which fields are to be broken through in."""

from __future__ import annotations

import pytest

from lianpu.extract import frames
from lianpu.extract.acts import Act
from lianpu.extract.clauses import Span, tokens


def extended(text: str) -> list[Act]:
    return [act for act in frames.parse(text, Span(0, len(text))).acts if act.status == "extend"]


@pytest.mark.parametrize(
    ("text", "subject", "listed"),
    [
        ("推动纺纱产业向面料、服装等下游产品延伸", "纺纱产业", "面料、服装"),
        ("支持药企向功能食品、化妆品等领域不断拓展", "药企", "功能食品、化妆品"),
        ("引导铸造企业向上游的生铁冶炼延伸", "铸造企业", "生铁冶炼"),
    ],
)
def test_things_that_a_sector_extends_to_are_sought(text: str, subject: str, listed: str) -> None:
    (act,) = extended(text)
    assert act.kind == "seek"
    assert act.subject is not None
    assert text[act.subject.start : act.subject.end] == subject
    assert [text[s.start : s.end] for s in act.objects] == [listed]


@pytest.mark.parametrize(
    "text", ["推动纺纱产业向高端化延伸", "推动产业链向上下游延伸", "推动制造业向价值链中高端拓展", "引导企业向园区集聚"]
)
def test_ways_and_directions_are_not(text: str) -> None:
    assert extended(text) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("围绕纺纱、印染等产业，着力突破一批关键技术", "breakthrough"),
        ("围绕纺纱、印染等产业，着力突破一批带动力强的大项目", "planned"),
        ("开展联合攻关，重点在纺纱、印染等核心技术上发力，推动成果转化", "breakthrough"),
        ("开展推广活动，重点在纺纱、印染等核心技术上发力", "planned"),
        ("围绕纺纱、印染等产业，招引一批带动力强的大项目", "recruit"),
        ("在纺纱、印染等领域，精准布局一批重大技术攻关项目", "breakthrough"),
    ],
)
def test_fields_are_broken_through_in_by_techniques_not_by_projects(text: str, status: str) -> None:
    acts = frames.parse(text, Span(0, len(text))).acts
    fields = [act for act in acts if text[act.objects[0].start : act.objects[0].end].startswith("纺纱、印染")]
    assert [act.status for act in fields] == [status]


def objects(text: str) -> list[list[str]]:
    return [[text[s.start : s.end] for s in act.objects] for act in frames.parse(text, Span(0, len(text))).acts]


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("围绕纺纱、印染完善配套", "纺纱、印染"),
        ("紧扣纺纱、印染两大产业，加快建链", "纺纱、印染两大产业"),
        ("在纺纱、印染等领域布局一批先导区", "纺纱、印染"),
        ("在纺纱、印染两大领域持续发力", "纺纱、印染"),
    ],
)
def test_a_list_that_opens_a_clause_is_worked_on_up_to_the_next_verb(text: str, listed: str) -> None:
    assert [listed] in objects(text)


def test_what_is_around_a_place_word_is_no_list_of_facts() -> None:
    text = "在纺纱、印染等领域突破关键技术"
    acts = frames.parse(text, Span(0, len(text))).acts
    assert [act.kind for act in acts if text[act.objects[0].start :].startswith("纺纱")] == ["seek"]


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("打造以纺纱、印染为主的产业集群", ["纺纱、印染", "产业集群"]),
        ("布局一批以纺纱、印染等为重点的产业基地", ["纺纱、印染等", "产业基地"]),
        ("建设涵盖纺纱、印染的综合体", ["纺纱、印染", "综合体"]),
        ("建设由纺纱、印染组成的产业链", ["纺纱、印染", "产业链"]),
        # what it is for or what it has is no part of it
        ("建设面向纺纱、印染的检测中心", ["检测中心"]),
        ("开发具备耐磨、防水的面料", ["面料"]),
    ],
)
def test_a_modifier_that_says_what_a_thing_consists_of_has_objects(text: str, listed: list[str]) -> None:
    assert listed in objects(text)


@pytest.mark.parametrize("text", ["推动纺纱企业向面料赛道转型", "引导纺纱企业向产业用布跨界", "加快纺纱产业向面料延链"])
def test_turning_to_something_extends_to_it(text: str) -> None:
    assert [act.status for act in frames.parse(text, Span(0, len(text))).acts if act.verb.kind == "seek"] == ["extend"]


@pytest.mark.parametrize("text", ["推动纺纱企业向绿色低碳转型", "推动纺纱企业向系统服务商转型"])
def test_turning_into_another_way_or_actor_does_not(text: str) -> None:
    assert extended(text) == []


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("甲区发展航空和临空物流", "航空和临空物流"),
        ("甲区、乙县培育壮大种业", "种业"),
        ("丙经济开发区发展力矩传感器", "力矩传感器"),
    ],
)
def test_places_in_front_of_a_verb_are_who_does_it(text: str, listed: str) -> None:
    act = frames.parse(text, Span(0, len(text))).acts[-1]
    assert [text[s.start : s.end] for s in act.objects] == [listed]


@pytest.mark.parametrize("text", ["甲区发展基础扎实", "乙市发展战略明确", "丙县培育能力增强"])
def test_a_noun_made_of_the_verb_is_not(text: str) -> None:
    assert frames.parse(text, Span(0, len(text))).acts == ()


def _objects(text: str, word: str) -> list[str]:
    acts = [act for act in frames.parse(text, Span(0, len(text))).acts if act.verb.word.startswith(word)]
    return [text[s.start : s.end] for act in acts for s in act.objects]


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("电控系统、线控底盘等环节缺失", "电控系统、线控底盘"),
        ("高端轴承长期依赖进口", "高端轴承"),
        ("精密减速器仍是短板", "精密减速器"),
        ("力矩电机、编码器环节基本空白", "力矩电机、编码器"),
        ("我县氢气阀门大量依赖省外采购", "氢气阀门"),
        ("二是下游开关柜、变压器几乎为零", "开关柜、变压器"),
        ("堵点：上游冷轧薄板、导轨大部分由外省供货", "冷轧薄板、导轨"),
        ("化学原料药和药用玻璃等包材需从甲省、乙省采购", "化学原料药和药用玻璃"),
        ("下游开关柜、变压器等成套企业几乎为零", "开关柜、变压器"),
        ("需尽快填补的空白有靶材、光学胶", "靶材、光学胶"),
        ("短板在多式联运设施和保税仓储", "多式联运设施和保税仓储"),
        ("缺环氧氯丙烷、氯化聚氯乙烯", "环氧氯丙烷、氯化聚氯乙烯"),
        ("上游补硫酸锰、针状焦", "硫酸锰、针状焦"),
        ("数控系统、电主轴目前主要依赖进口", "数控系统、电主轴"),
        ("拉链、缝纫线90%从内地采购", "拉链、缝纫线"),
        ("BDO下游聚酯、氨纶配套不全", "聚酯、氨纶"),
    ],
)
def test_what_is_said_to_lack_is_to_be_supplemented(text: str, listed: str) -> None:
    (act,) = [act for act in frames.parse(text, Span(0, len(text))).acts if act.status == "supplement"]
    assert [text[s.start : s.end] for s in act.objects] == [listed]


@pytest.mark.parametrize(
    ("text", "held"),
    [("依托泵阀、教玩具等特色产业优势，发展机器人", ["泵阀、教玩具"]), ("立足纺织产业，发展面料", ["纺织产业"])],
)
def test_what_a_statement_builds_on_is_there(text: str, held: list[str]) -> None:
    assert _objects(text, "依托…") + _objects(text, "立足…") == held


def test_each_place_with_the_deed_that_they_share_is_a_clause_of_its_own() -> None:
    text = "支持甲区建设轴承小镇、乙县建设钢管小镇"
    assert [text[c.start : c.end] for c in frames.parse(text, Span(0, len(text))).clauses] == [
        "支持甲区建设轴承小镇",
        "乙县建设钢管小镇",
    ]


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("首台光子计数CT、首创冷冻消融系统获批上市", "首台光子计数CT、首创冷冻消融系统"),
        ("全球首艘甲醇燃料油轮成功交付", "全球首艘甲醇燃料油轮"),
        ("五轴联动数控机床正式下线", "五轴联动数控机床"),
        ("推动短途货运飞机实现适航取证", "短途货运飞机"),
        ("甲镇定位是绿色智造、丝绸", "绿色智造、丝绸"),
    ],
)
def test_what_is_brought_forth_or_to_come_is_an_object(text: str, listed: str) -> None:
    (act,) = frames.parse(text, Span(0, len(text))).acts
    assert [text[s.start : s.end] for s in act.objects] == [listed]


def test_shares_of_a_figure_are_no_more_objects() -> None:
    text = "产值突破500亿元，其中整机300亿元、配套120亿元"
    assert all("整机" not in text[s.start : s.end] for act in frames.parse(text, Span(0, len(text))).acts for s in act.objects)


def test_two_nouns_of_doing_have_an_object_each() -> None:
    text = "加强脑机接口攻关和核心器件研制"
    (act,) = frames.parse(text, Span(0, len(text))).acts
    assert (act.status, [text[s.start : s.end] for s in act.objects]) == ("breakthrough", ["脑机接口", "核心器件"])


def test_a_verb_behind_a_conjunction_is_part_of_a_name() -> None:
    text = "推动客车整车及配套设备做大做强"
    (act,) = frames.parse(text, Span(0, len(text))).acts
    assert act.verb.word == "推动"


def test_a_verb_that_a_list_goes_on_behind_is_a_noun_of_the_list() -> None:
    text = "打造创新研发、装备制造协同发展的枢纽"
    assert not [act for act in frames.parse(text, Span(0, len(text))).acts if act.kind == "seek"]
    text = "研发、引进减速器"
    (act,) = frames.parse(text, Span(0, len(text))).acts
    assert act.kind == "seek" and [text[s.start : s.end] for s in act.objects] == ["减速器"]


def test_sectors_whose_chains_are_to_be_extended_are_sought() -> None:
    text = "促进有色冶金、装备制造等产业延链补链"
    (act,) = frames.parse(text, Span(0, len(text))).acts
    assert (act.kind, act.status) == ("seek", "extend")


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("承接广东、浙江等地服务器整机项目", "服务器整机项目"),
        ("承接东部地区服务器、液冷部件项目", "服务器、液冷部件项目"),
        ("承接长三角、珠三角服务器整机项目", "服务器整机项目"),
    ],
)
def test_where_what_is_recruited_comes_from_is_no_part_of_it(text: str, listed: str) -> None:
    (act,) = frames.parse(text, Span(0, len(text))).acts
    assert [text[s.start : s.end] for s in act.objects] == [listed]


def test_planning_governs_what_stands_behind_it() -> None:
    text = "引进甲设备、乙设备等项目，谋划丙材料、丁材料等未来产业"
    acts = frames.parse(text, Span(0, len(text))).acts
    assert [(act.kind, act.verb.word) for act in acts] == [("seek", "引进"), ("develop", "谋划")]


@pytest.mark.parametrize(
    ("text", "kind", "listed"),
    [
        ("加快印染装备研发生产", "develop", "印染装备"),
        ("加强印染装备、纺机等研发制造", "develop", "印染装备、纺机等"),
        ("加快印染装备研发及产业化", "seek", "印染装备"),
        ("推进创新药物研发", "seek", "创新药物"),
        ("支持印染、纺机等产业进入国家集群", "develop", "印染、纺机等产业"),
    ],
)
def test_what_is_to_be_made_too_is_developed_and_ends_before_what_it_is_to_enter(text: str, kind: str, listed: str) -> None:
    (act,) = frames.parse(text, Span(0, len(text))).acts
    assert act.kind == kind
    assert [text[s.start : s.end] for s in act.objects] == [listed]


def test_what_is_the_backbone_of_what_is_built_is_an_object_too() -> None:
    assert ["纺织制造业", "现代产业体系"] in objects("加快构建以纺织制造业为骨干的现代产业体系")


def test_what_a_list_ends_with_opens_no_means() -> None:
    text = "聚焦乙药物筛选研发、深海资源利用等领域开展技术攻关"
    assert {act.status for act in frames.parse(text, Span(0, len(text))).acts if act.objects[0].start == 2} >= {"breakthrough"}


@pytest.mark.parametrize("goods", ["轴承", "区块链", "带式输送机", "圈养设备", "极片"])
def test_goods_that_begin_like_an_area_are_developed(goods: str) -> None:
    text = f"重点发展{goods}。"
    assert [token.word for token in tokens(text, Span(0, len(text)))][-1:] == ["发展"]


@pytest.mark.parametrize("area", ["生态涵养发展区", "沿江发展轴", "城市功能拓展区", "南部发展带"])
def test_an_area_to_be_developed_has_no_verb(area: str) -> None:
    text = f"{area}，包括甲县、乙县。"
    assert not tokens(text, Span(0, len(area)))
