"""The section tree of small documents: marks, run-in heads, nesting, what is no heading."""

from __future__ import annotations

import pytest
from reader_fixture import read

from lianpu.extract.marks import chinese_number, mark
from lianpu.extract.sections import lines

LEAD = "某市产业发展规划\n为加快产业发展，推动转型升级，结合全市实际，制定本规划。\n"


def tree(text: str) -> list[str]:
    return list(lines(read(LEAD + text)))


@pytest.mark.parametrize(
    ("text", "style", "number"),
    [
        ("第三章  空间布局", "chapter", (3,)),
        ("第十二节 保障", "node", (12,)),
        ("二十一、附则", "cn", (21,)),
        ("（三）做强轴承", "pcn", (3,)),
        ("(四) 做强钢管", "pcn", (4,)),
        ("5.1.2优化布局", "decimal", (5, 1, 2)),
        ("10.2.1分区施策", "decimal", (10, 2, 1)),
        ("3.目标", "num", (3,)),
        ("2. 5G网络", "num", (2,)),
        ("（2）保持器", "pnum", (2,)),
        ("③电机", "circle", (3,)),
        ("——甲镇集聚区。", "dash", None),
        ("行动2：育才", "named", (2,)),
        ("附件1", "annex", (1,)),
    ],
)
def test_marks_have_style_and_number(text: str, style: str, number: tuple[int, ...] | None) -> None:
    found = mark(text)
    assert found is not None and (found.style, found.number) == (style, number)


@pytest.mark.parametrize(
    "text", ["2025年产值达到", "19.5亿元", "3.5%", "一是加强", "一、二、三产业融合", "一产做优", "5G网络", "工程机械产业"]
)
def test_what_only_looks_like_a_mark_is_none(text: str) -> None:
    assert mark(text) is None


def test_numbers_are_read() -> None:
    assert [chinese_number(text) for text in ("十", "二十三", "一百零五", "7", "一二")] == [10, 23, 105, 7, None]


def test_styles_nest_in_their_usual_order() -> None:
    text = (
        "一、重点任务\n（一）轴承产业\n1.发展目标\n到2025年，产值达到百亿元规模。\n"
        "2.实施路径\n招引钢材企业。\n（二）钢管产业\n做强轧管环节。\n二、保障\n加强领导。"
    )
    assert tree(text) == ["一、重点任务", "  （一）轴承产业", "    1.发展目标", "    2.实施路径", "  （二）钢管产业", "二、保障"]


def test_run_in_heads_open_sections_and_stay_in_their_paragraph() -> None:
    found = read(
        LEAD
        + "（一）壮大轴承产业。依托甲厂，重点发展精密轴承。\n强化技术协同。建设检测中心，开展关键工艺攻关。\n牵头单位：市工信局"
    )
    assert list(lines(found)) == ["（一）壮大轴承产业", "  强化技术协同"]
    assert [p.kind for p in found.paragraphs[2:]] == ["body", "body", "body"]
    assert found.paragraphs[2].text.startswith("（一）壮大轴承产业。依托")
    assert [found.label(p.section) for p in found.paragraphs[2:]] == [
        "（一）壮大轴承产业",
        "（一）壮大轴承产业 / 强化技术协同",
        "（一）壮大轴承产业",
    ]


def test_a_series_that_goes_on_keeps_what_starts_right_under_it() -> None:
    part = "{}{}\n（一）现状\n已有企业二十家。\n（二）方向\n招引钢材企业。\n"
    text = "一、重点任务\n" + part.format("任务一：", "轴承链") + part.format("任务二：", "钢管链")
    assert tree(text) == [
        "一、重点任务",
        *(2 * " " + line for line in ("任务一：轴承链", "  （一）现状", "  （二）方向")),
        "  任务二：钢管链",
        "    （一）现状",
        "    （二）方向",
    ]


def test_dashes_nest_in_the_head_that_announces_them() -> None:
    text = (
        "第一节 服务业集聚区\n三大现代服务业发展带。依托运河和铁路，"
        "布局三条发展带。\n——运河文化旅游带。沿运河发展文化旅游产业。\n"
        "——铁路绿色物流带。沿铁路发展现代物流产业。\n四大服务业功能组团。"
        "聚焦商贸、养老等方向布局。\n——城市观光组团。依托南湖小镇发展旅游业。"
    )
    assert tree(text) == [
        "第一节服务业集聚区",
        "  三大现代服务业发展带",
        "    ——运河文化旅游带",
        "    ——铁路绿色物流带",
        "  四大服务业功能组团",
        "    ——城市观光组团",
    ]


def test_a_series_that_starts_again_nests_where_the_outer_one_goes_on() -> None:
    text = (
        "一、前言\n形势较好。\n二、背景\n机遇较多。\n三、发展重点\n构建现代产业体系。\n"
        "一、做强主导产业\n轴承为主。\n二、培育新兴产业\n医药为主。\n四、空间布局\n两带一区。"
    )
    assert tree(text) == ["一、前言", "二、背景", "三、发展重点", "  一、做强主导产业", "  二、培育新兴产业", "四、空间布局"]


def test_an_item_that_is_a_sentence_ends_the_section_before_it() -> None:
    found = read(
        LEAD + "（一）轴承产业\n1.精密轴承。重点发展主轴轴承和机器人轴承。\n"
        "2.支持骨干企业联合高校和科研院所围绕材料、热处理、检测等共性环节开展协同攻关并在园区内转化落地，形成示范。"
    )
    assert found.label(found.paragraphs[-1].section) == "（一）轴承产业"


@pytest.mark.parametrize(
    "body",
    [
        "智能终端产业链，依托高新区产业园，重点发展模组。",
        "发展对策：完善提升产业园，促进集聚发展。",
        "到二〇二五年实现目标。此后稳步提升，走在前列。",
        "一是招引龙头企业。二是培育配套企业，形成链条。",
        "轴承企业要以智能化为抓手。支持甲厂建设车间，形成示范。",
        "轴承和钢管是我区的当家产业。近年来产值增长，势头较好。",
    ],
)
def test_sentences_are_no_heads(body: str) -> None:
    assert tree("一、重点任务\n" + body) == ["一、重点任务"]


def test_a_heading_may_stand_in_lenticular_brackets() -> None:
    text = "三、产业\n【精密轴承】\n重点发展主轴轴承和机器人轴承，推进丙丁项目建设，提高供给质量。\n"
    assert tree(text) == ["三、产业", "  精密轴承"]


def test_the_town_of_a_zone_may_stand_behind_it_in_a_head() -> None:
    text = "一、空间布局\n轴承智造园（甲镇）。占地八百亩，重点建设检测中心。\n"
    assert tree(text) == ["一、空间布局", "  轴承智造园（甲镇）"]


def test_a_line_without_mark_over_text_is_a_heading_but_a_signature_is_none() -> None:
    text = (
        "第一节 科技创新引领工程\n建设检测中心，服务全市企业，提高质量水平。\n"
        "市场主体培育工程\n培育一批行业领军企业，支持中小企业走专精特新道路，促进融通发展。\n"
        "某市人民政府\n2021年3月5日"
    )
    found = read(LEAD + text)
    assert list(lines(found)) == ["第一节科技创新引领工程", "市场主体培育工程"]
    assert [p.kind for p in found.paragraphs[-2:]] == ["heading", "heading"]
    assert found.paragraphs[-1].section == 0


def test_title_rows_of_a_table_open_sections_that_end_with_the_table() -> None:
    text = (
        "一、任务\n序号 | 任务 | 责任单位\n一 | 轴承产业 | \n1 | 建园 | 市工信局\n"
        "二 | 钢管产业 | \n1 | 建厂 | 市商务局\n二、保障\n加强领导。"
    )
    found = read(LEAD + text)
    assert list(lines(found)) == ["一、任务", "  一轴承产业", "  二钢管产业", "二、保障"]
    assert [found.label(p.section) for p in found.paragraphs if p.kind == "row"][2::2] == [
        "一、任务 / 一轴承产业",
        "一、任务 / 二钢管产业",
    ]


def test_the_rest_of_a_cell_behind_a_page_break_opens_no_section() -> None:
    text = "一、任务分工\n序号 | 任务 | 内容 | 单位\n1 | 建园 | 建设检测 | 市工信局\n |  | 中心和平台 | "
    found = read(text)
    assert "中心和平台" not in [section.title for section in found.sections]


def test_title_lines_are_headings_outside_the_tree() -> None:
    found = read(LEAD + "一、任务\n做强轴承产业。")
    assert (found.paragraphs[0].kind, found.paragraphs[0].section) == ("heading", 0)
    assert (found.paragraphs[1].kind, found.paragraphs[1].section) == ("body", 0)


def test_a_head_may_stand_before_a_year() -> None:
    assert tree("一、现状\n（一）轴承产业规模壮大。2025年，全市产值达到百亿元规模。\n（二）短板") == [
        "一、现状",
        "  （一）轴承产业规模壮大",
        "  （二）短板",
    ]


def test_a_line_between_a_whole_title_and_the_text_heads_it() -> None:
    found = read(
        "某市产业发展规划（2026—2030年）\n轴承制造业\n顺应行业趋势，重点发展滚针轴承，提升保持器供应能力，打造轴承名城。\n"
    )
    assert list(lines(found)) == ["轴承制造业"]
    sent = read(
        "某市人民政府\n关于印发某市产业发展规划的通知\n各镇人民政府，市政府各部门，各有关单位，现将规划印发给你们，请认真贯彻。\n一、目标\n"
    )
    assert list(lines(sent)) == ["一、目标"]
