"""Who leads and who is responsible."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianpu.extract import agencies, agency_names


def roles(text: str) -> list[tuple[str, str]]:
    return [(a.role, a.name) for clause in agencies.find(text) for a in clause.agencies]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "牵头单位：市水利局；责任单位：市林业局、教育局等，各县市区、功能区",
            [("lead", "市水利局"), ("responsible", "市林业局"), ("responsible", "市教育局")],
        ),
        ("完善服务。（责任单位：省商务厅、省统计局）", [("lead", "省商务厅"), ("responsible", "省统计局")]),
        ("完善服务。〔市能源局牵头，市林业局等负责〕", [("lead", "市能源局"), ("responsible", "市林业局")]),
        ("完善服务。（市能源局、市林业局）", [("lead", "市能源局"), ("responsible", "市林业局")]),
        ("完善服务（市能源局、市林业局）体系。", []),
        ("完善服务。（市能源局、各类企业）", []),
        ("成立由主要领导任组长的能源工作领导小组。", [("lead", "能源工作领导小组")]),
        (
            "责任单位：市水利局、市林业局（牵头）、市审计局。",
            [("responsible", "市水利局"), ("lead", "市林业局"), ("responsible", "市审计局")],
        ),
        ("（市林业局（牵头）、市审计局）", [("lead", "市林业局"), ("responsible", "市审计局")]),
        ("【责任单位：市能源局，各市（特区、区）人民政府】", [("lead", "市能源局")]),
        (
            "（责任单位：县农业农村局、县水利局，县气象局、县供销社，各镇）",
            [("lead", "县农业农村局"), ("lead", "县水利局"), ("responsible", "县气象局"), ("responsible", "县供销社")],
        ),
        (
            "责任部门：市气象局，**市体育局**，市审计局",
            [("responsible", "市气象局"), ("lead", "市体育局"), ("responsible", "市审计局")],
        ),
        ("（市体育局、市审计局按职责分工负责）", [("lead", "市体育局"), ("responsible", "市审计局")]),
        ("（市体育局牵头，市审计局、各县（市、区）配合）", [("lead", "市体育局"), ("responsible", "市审计局")]),
        ("建立由市海洋局牵头的会商机制。", [("lead", "市海洋局")]),
        (
            "牵头：市海洋局；配合：市林业局、甲乙镇人民政府",
            [("lead", "市海洋局"), ("responsible", "市林业局"), ("responsible", "甲乙镇人民政府")],
        ),
        (
            "牵头单位：市海洋局。责任单位：市林业局、市水利局。",
            [("lead", "市海洋局"), ("responsible", "市林业局"), ("responsible", "市水利局")],
        ),
        ("冷链推进专班设在区供销社，定期调度。", [("lead", "区供销社")]),
        (
            "牵头单位：市海洋局；责任单位：市林业局、青石湾临港产业园管委会、临海县人民政府、滨江区政府",
            [("lead", "市海洋局"), ("responsible", "市林业局"), ("responsible", "青石湾临港产业园管委会")],
        ),
        ("区审计局负责规划实施的跟踪分析。", [("responsible", "区审计局")]),
        ("由市审计局会同市体育局、市气象局负责。", [("responsible", n) for n in ("市审计局", "市体育局", "市气象局")]),
        (
            "牵头单位：市海洋局 责任单位：市林业局市水利局市审计局各县（区）人民政府",
            [("lead", "市海洋局"), ("responsible", "市林业局"), ("responsible", "市水利局"), ("responsible", "市审计局")],
        ),
        ("精细化工（市林业局、市水利局）", [("lead", "市林业局"), ("responsible", "市水利局")]),
        (
            "由市林业局牵头，市水利局、市审计局配合，甲乙市政府落实。",
            [("lead", "市林业局"), ("responsible", "市水利局"), ("responsible", "市审计局")],
        ),
        (
            "牵头部门（单位）：甲市林业局；参与部门：乙市林业局、丙市林业局",
            [("lead", "甲市林业局"), ("responsible", "乙市林业局"), ("responsible", "丙市林业局")],
        ),
        (
            "（牵头单位：市民政局，配合单位：市残联、人民银行某某市中心支行、临海海关）",
            [
                ("lead", "市民政局"),
                ("responsible", "市残联"),
                ("responsible", "人民银行某某市中心支行"),
                ("responsible", "临海海关"),
            ],
        ),
    ],
)
def test_statements(text: str, expected: list[tuple[str, str]]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "成立由主要领导任组长的工作专班。",
        "支持企业牵头组建创新联合体。",
        "（责任单位：有关县市区、某某集团、某某学院）",
        "市场主体负责运营。",
    ],
)
def test_what_names_no_body(text: str) -> None:
    assert roles(text) == []


def test_columns() -> None:
    assert [agencies.column(h) for h in ("责任单位", "牵头单位（部门）", "建议责任单位（省级部门）", "完成时限", "单位")] == [
        "responsible",
        "lead",
        "responsible",
        None,
        None,
    ]
    text = "序|市体育局、滨江开发区管委会、某某大学"
    cell = agency_names.listed(text, "responsible", 2)
    assert [(a.name, text[a.start : a.end]) for a in cell] == [("市体育局", "市体育局"), ("滨江开发区管委会", "滨江开发区管委会")]


def test_forms_of_one_body() -> None:
    assert agency_names.key("市卫健委") == agency_names.key("市卫生健康委") == agency_names.key("临江市卫生健康委员会")
    assert agency_names.key("区发改局") == agency_names.key("区发展和改革局") != agency_names.key("市发改局")
    assert roles("责任单位：市卫健委、市卫生健康委、市财政局") == [("lead", "市卫健委"), ("responsible", "市财政局")]


CHAIN_DUTIES = [
    ("（链长单位：市体育局；成员单位：市财政局）", [("lead", "市体育局"), ("responsible", "市财政局")]),
    ("链长单位为市体育局，副链长单位为市财政局。", [("lead", "市体育局"), ("responsible", "市财政局")]),
    ("市体育局作为链长单位，市财政局作为成员单位。", [("lead", "市体育局"), ("responsible", "市财政局")]),
    ("专班牵头单位：市体育局，专班成员单位：市财政局。", [("lead", "市体育局"), ("responsible", "市财政局")]),
    ("[牵头单位：市体育局；配合单位：市财政局]", [("lead", "市体育局"), ("responsible", "市财政局")]),
    ("主要责任单位：市体育局；协办单位：市财政局", [("lead", "市体育局"), ("responsible", "市财政局")]),
    ("链主企业为甲体育，成员单位为协会会员。", []),
    ("责任单位是否到位由市里督查。", []),
]


@pytest.mark.parametrize(("text", "expected"), CHAIN_DUTIES)
def test_who_has_a_chain_in_hand(text: str, expected: list[tuple[str, str]]) -> None:
    assert roles(text) == expected


def test_the_label_of_those_that_do_not_lead() -> None:
    assert agencies.others("配合单位：市财政局")
    assert agencies.others("成员单位：市财政局")
    assert not agencies.others("牵头单位：市财政局")
    assert not agencies.others("各配合单位要压实责任。")


_PIECES = st.sampled_from(
    [
        "牵头单位：",
        "责任单位：",
        "市体育局",
        "教育局",
        "、",
        "，",
        "；",
        "（",
        "）",
        "。",
        "等",
        "牵头",
        "负责",
        "**",
        "各县市区",
        "和",
        "由",
    ]
)


@given(st.lists(_PIECES, max_size=24).map("".join))
def test_spans_hold_the_names(text: str) -> None:
    for clause in agencies.find(text):
        assert 0 <= clause.start < clause.end <= len(text)
        for agency in clause.agencies:
            assert agency.name.endswith(text[agency.start : agency.end])


@pytest.mark.parametrize(
    "text",
    [
        "（市级责任单位：甲市财政局、甲市科技局）",
        "（牵头领导：乙丙；牵头单位：甲市财政局；配合单位：甲市科技局）",
        "[责任单位：甲市财政局、甲市科技局]",
    ],
)
def test_a_bracket_ends_what_its_label_lists(text: str) -> None:
    assert [agency.name for clause in agencies.find(text) for agency in clause.agencies] == ["甲市财政局", "甲市科技局"]
