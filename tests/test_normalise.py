"""Lines to paragraphs: what is dropped, what is joined, how characters become uniform, and that offsets stay true."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reader_fixture import source, texts

from lianpu.extract.characters import uniform
from lianpu.extract.normalise import paragraphs

PIECES = st.sampled_from(
    [
        *(
            "（一）壮大轴承产业。",
            "一、总体要求",
            "重点发展",
            "轴承、保持器",
            "３００亿元",
            "到 2025 年,",
            "(某镇)",
            "“链主”",
            '"链主"',
            "**要点**",
        ),
        *(
            "- 3 -",
            "— 12 —",
            "目 录",
            "【重点企业】",
            "主攻方向。",
            "一、前言......3",
            "序号 | 任务 | 责任单位",
            "1 | 建园 | ",
            "\n—9—\n | 路面 | ",
            "2 | 甲园 | 修建 | 乙县 | 5",
            "\n- 9 -\n | | 道路 | | ",
            "甲\t乙",
            "LED display",
            "1. 5G",
            "3,000家",
        ),
        *(
            "\n",
            "\n\n",
            "\r",
            " ",
            "\u3000",
            "\t",
            "\ufeff",
            "。",
            "，",
            "；",
            "：",
            "——",
            "⼀",
            "ＡＢ",
            "10:30",
            "http://a.cn",
            "\u200b",
        ),
    ]
)
MARKS = {
    ",": "，",
    ";": "；",
    ":": "：",
    "?": "？",
    "!": "！",
    "(": "（",
    ")": "）",
    '"': "“”",
    "＂": "“”",
    "\t": "| ",
    "】": "：",
    "。": "：",
}


@given(st.lists(PIECES, max_size=40).map("".join))
def test_every_span_is_a_slice_of_the_source(text: str) -> None:
    for paragraph in paragraphs(source(text)):
        assert len(paragraph.offsets) == len(paragraph.text) > 0
        rising = all(a < b for a, b in zip(paragraph.offsets, paragraph.offsets[1:], strict=False))
        assert rising or paragraph.joined and len(set(paragraph.offsets)) == len(paragraph.offsets)
        for char, offset in zip(paragraph.text, paragraph.offsets, strict=True):
            raw = text[offset]
            assert char in (raw, uniform(raw)) or char in MARKS.get(uniform(raw), "") or (char == " " and raw.isspace())
        start, end = paragraph.raw_span(0, len(paragraph.text))
        assert text[start:end][0] == text[paragraph.offsets[0]]
        assert all(start <= offset < end for offset in paragraph.offsets)
        for cell_start, cell_end in paragraph.cells:
            assert "|" not in paragraph.text[cell_start:cell_end]


@given(st.lists(PIECES, max_size=40).map("".join))
def test_ideographs_are_never_lost_from_sentences(text: str) -> None:
    kept = "".join(p.text for p in paragraphs(source("某市重点发展精密轴承，" + text.replace("\n", "") + "。")))
    assert kept.startswith("某市重点发展精密轴承，") or "|" in kept or not kept


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("到 ２０２５ 年,产值３００亿元", "到2025年，产值300亿元"),
        ("企业3,000家,占比10%", "企业3,000家，占比10%"),
        ("会议10:30开始:地点甲镇", "会议10:30开始：地点甲镇"),
        ("发展 LNG 船舶(内河)", "发展LNG船舶（内河）"),
        ("采用 Industrial Internet 平台", "采用Industrial Internet平台"),
        ("1. 5G网络", "1. 5G网络"),
        ('培育"链主"企业和＂专精特新＂企业', "培育“链主”企业和“专精特新”企业"),
        ("做强「链主」", "做强“链主”"),
        ("**牵头单位**:甲局", "牵头单位：甲局"),
        ("网址http://a.cn上公布", "网址http://a.cn上公布"),
        ("智能制造－－轴承", "智能制造--轴承"),
        ("冶炼–轧管", "冶炼—轧管"),
        ("⼯业园区", "工业园区"),
        ("甲、\u200b乙", "甲、乙"),
    ],
)
def test_characters_become_uniform(raw: str, clean: str) -> None:
    assert texts(raw) == [clean]


def test_page_numbers_contents_and_captions_go() -> None:
    text = """某市产业规划

目 录

一、前言\t- 3 -
（一）基础.............. 4
二、重点 - 5 -

一、前言

产业基础较好。
- 3 -
— 12 —
第 4 页
图 1 产业布局示意图
二、重点
"""
    assert texts(text) == ["某市产业规划", "一、前言", "产业基础较好。", "二、重点"]


def test_contents_without_page_numbers_end_where_the_text_begins() -> None:
    assert texts("目录\n第一章 前言\n第二章 重点\n第一章 前言\n基础较好。\n第二章 重点\n做强轴承。") == [
        "第一章前言",
        "基础较好。",
        "第二章重点",
        "做强轴承。",
    ]


HEAD = "序号 | 项目名称 | 建设内容 | 建设地点 | 总投资（亿元）\n"
CUT = HEAD + "1 | 甲厂房项目 | 建设厂房两 | 乙县 | 5\n- 7 -\n"


def test_a_row_cut_by_a_page_line_is_whole_again() -> None:
    text = CUT + " |  | 幢，年产轴承3万套。 |  | \n2 | 丙园 | 修路。 | 丁县 | 6\n"
    _, first, second = paragraphs(source(text))
    assert first.text == "1|甲厂房项目|建设厂房两幢，年产轴承3万套。|乙县|5"
    assert second.text.startswith("2|丙园")
    at = first.text.index("厂房两幢")
    start, end = first.raw_span(at, at + 4)
    assert text[start:end].startswith("厂房两") and text[start:end].endswith("幢")
    content, place = first.text.index("3万套"), first.text.index("乙县")
    start, end = first.raw_span(content, place + 2)
    assert text[start:end].startswith("| 乙县 | 5") and text[start:end].endswith("3万套。")


@pytest.mark.parametrize(
    "below",
    [
        " | 丙园 | 修路。 | 丁县 | ",
        "2 |  | 修路。 |  | ",
        " |  |  | 丁县 | 6\n",
    ],
)
def test_a_row_of_its_own_stays_apart_behind_a_page_line(below: str) -> None:
    text = CUT.replace("| 乙县 ", "|  ") if "丁县 | 6" in below else CUT
    assert len(paragraphs(source(text + below))) == 3


def test_without_a_page_line_no_rows_are_joined() -> None:
    text = CUT.replace("- 7 -\n", "") + " |  | 幢。 |  | "
    assert len(paragraphs(source(text))) == 3


def test_a_sentence_broken_by_a_page_line_is_whole_again() -> None:
    text = (
        "当前产业正处在新一轮转型升级的关键时期，全市上下抢抓黄河流域机\n"
        "\n- 7 -\n\n遇，做强轴承产业。\n二、重点任务\n做强钢管产业。"
    )
    assert texts(text) == [
        "当前产业正处在新一轮转型升级的关键时期，全市上下抢抓黄河流域机遇，做强轴承产业。",
        "二、重点任务",
        "做强钢管产业。",
    ]


def test_text_wrapped_at_a_width_is_joined_and_headings_stay() -> None:
    whole = [
        "一、发展背景",
        (
            "轴承产业是某市的传统优势产业，已经形成钢材、锻造、车加工、热处理、磨加工、装配和检测等完整的链条，全市共有企业三百余家，"
            "产品销往二十多个省份。保持器产量居全国前列，市场占有率稳步提高，龙头企业带动作用明显增强。"
        ),
        "二、总体要求",
        (
            "坚持创新驱动，加快发展高端轴承，推动产业集群向中高端迈进，建成全国重要的轴承基地，钢管产业同步提升，形成相互支撑的格局，"
            "到规划期末建成特色鲜明、链条完整、配套齐全的先进制造业基地，主要经济指标走在全省前列，绿色发展水平持续提高。"
        ),
    ]
    wrapped = "\n".join(text[at : at + 20] for text in whole for at in range(0, len(text), 20))
    assert texts(wrapped) == whole


def test_a_few_lines_that_a_reader_glued_together_leave_the_width_as_it_is() -> None:
    body = "甲市支持轴承企业扩大产能并且推动钢管企业提升质量同时培育一批专精特新企业以及建设检测中心"
    lines = [body[:20], body[20:40], body[40:] + "。"] * 12
    glued = [*lines, "乙市打造供应链平台推动产业链" * 3 + "。"]
    assert texts("\n".join(glued))[:2] == [body + "。"] * 2


def test_where_paragraphs_have_a_line_each_a_short_line_stands_alone() -> None:
    long = "甲市支持轴承企业扩大产能并且推动钢管企业提升质量，同时培育一批专精特新企业以及建设检测中心。" * 4
    lines = [long, "重点区域：甲区、乙县，丙市、丁县、戊区、己县、庚区、辛市", long, "标志性成果：建成轴承检测中心", *[long] * 8]
    assert texts("\n".join(lines)) == lines


def test_a_label_opens_a_paragraph() -> None:
    assert texts("甲区重点发展轴承、钢管、保持器，乙区重点发展铝材、铜材、钢球\n路径举措1：做强轴承产业。") == [
        "甲区重点发展轴承、钢管、保持器，乙区重点发展铝材、铜材、钢球",
        "路径举措1：做强轴承产业。",
    ]


def test_the_first_line_of_a_point_may_be_narrower_when_it_breaks_off() -> None:
    point = "（一）规模壮大。2025年核心产业企业达到98家、营收175.68亿元，增速居全省前列，形成三个板块。"
    narrow = "甲市支持轴承企业扩大产能并且推动钢管企业提升质量。" * 8
    wrapped = "\n".join(narrow[at : at + 20] for at in range(0, len(narrow), 20))
    assert texts("\n".join([point[:18], point[18:39], point[39:], wrapped]))[0] == point


def test_titles_items_and_agencies_are_not_joined() -> None:
    text = (
        "（一）壮大轴承产业\n（二）壮大钢管产业\n牵头单位：市工信局\n"
        "责任单位：市科技局\n（2021年3月5日）\n为做强产业，制定本意见。"
    )
    assert texts(text) == text.split("\n")


def test_the_title_of_a_zones_plan_stands_alone() -> None:
    text = "聊城经济技术开发区精密轴承产业发展实施方案（2026—2028年）\n为落实全市部署，抢抓机遇，制定本方案。"
    assert texts(text) == text.split("\n")


def test_rows_have_cells_and_know_their_header() -> None:
    text = "序号 | 重点任务 | 责任单位\n1 | 建设轴承产业园 | 市工信局\n2 |  | 市科技局\n\n说明文字在表后。\n甲 | 乙 | 丙"
    found = paragraphs(source(text))
    assert [p.kind for p in found] == ["row", "row", "row", "body", "row"]
    assert [p.header for p in found] == [0, 0, 0, None, None]
    assert [[p.text[a:b] for a, b in p.cells] for p in found[:3]] == [
        ["序号", "重点任务", "责任单位"],
        ["1", "建设轴承产业园", "市工信局"],
        ["2", "", "市科技局"],
    ]


def test_markdown_tables_have_no_outer_cells_and_no_rule_line() -> None:
    found = paragraphs(source("| 项目名称 | 建设地点 |\n| --- | --- |\n| 甲轴承项目 | 某镇 |"))
    assert [[p.text[a:b] for a, b in p.cells] for p in found] == [["项目名称", "建设地点"], ["甲轴承项目", "某镇"]]


def test_tabs_separate_cells() -> None:
    (row,) = paragraphs(source("甲轴承项目\t某镇\t3.5亿元"))
    assert [row.text[a:b] for a, b in row.cells] == ["甲轴承项目", "某镇", "3.5亿元"]


def test_years_are_titles_of_columns() -> None:
    found = headers("序号 | 指标 | 2025年（基数） | 2026年 | 2027年目标 | 属性\n1 | 规模（亿元） | 7 | 8 | 9 | 预期性\n")
    assert found == [0, 0]


def test_a_row_that_is_empty_at_both_ends_keeps_its_cells() -> None:
    rows = paragraphs(source("序号 | 任务 | 责任单位\n1 | 建园 | 甲局\n | 扩园 | \n"))
    assert [rows[2].text[a:b] for a, b in rows[2].cells] == ["", "扩园", ""]


def headers(text: str) -> list[int | None]:
    """The header of each row."""
    return [paragraph.header for paragraph in paragraphs(source(text))]


def test_rows_of_an_indicator_table_that_end_in_a_number_are_no_contents() -> None:
    text = "指标\t单位\t2028年\t2030年\n营业收入\t亿元\t120\t150\n智能工厂\t家\t20\t35\n一、总体要求\t3"
    assert [p.kind for p in paragraphs(source(text))] == ["row", "row", "row"]
