"""The document line: title, number, issuers, date, region, years, cited policies."""

from __future__ import annotations

import pytest
from reader_fixture import read, source

from lianpu.extract import extract_source
from lianpu.extract.metadata import document
from lianpu.model import DocumentLine, EntityLine, FactLine

BODY = (
    "\n一、总体要求\n到2027年，轴承产业规模稳步提高。落实《某省轴承产业行动计划》《山东省安全生产条例》和《三国演义》文化工程。\n"
)


def line(text: str) -> DocumentLine:
    return document(read(text))


def test_a_covering_letter_gives_the_title_of_what_it_sends() -> None:
    found = line(
        "邹城市人民政府\n关于印发《邹城市轴承产业规划（2022-2027年）》的通知\n邹政发〔2022〕7号\n各镇政府，市政府各部门：\n"
        "现将《邹城市轴承产业规划（2022-2027年）》印发给你们，请认真贯彻执行。\n邹城市人民政府\n2022年3月9日\n（此件公开发布）"
        + BODY
    )
    assert found.title == "邹城市轴承产业规划（2022-2027年）"
    assert (found.number, found.issuer, found.date) == ("邹政发〔2022〕7号", ("邹城市人民政府",), "2022-03-09")
    assert (found.region, found.region_code, found.horizon) == ("邹城市", "370883", (2022, 2027))


def test_a_notice_that_names_what_it_sends_without_brackets_is_titled_like_that() -> None:
    found = line(
        "邹城市人民政府办公室关于印发邹城市轴承产业培育方案的通知\n邹政办〔2025〕9号\n各镇政府，市政府各部门：\n"
        "现将方案印发给你们，请认真执行。" + BODY
    )
    assert (found.title, found.number, found.region) == ("邹城市轴承产业培育方案", "邹政办〔2025〕9号", "邹城市")


def test_a_title_broken_over_lines_is_joined_with_its_issuer() -> None:
    found = line(
        "淄博市人民政府\n关于加快建设轴承检测走廊\n先行片区的意见\n"
        "淄政字〔2023〕15号\n各区县人民政府：\n为推动产业升级，提出如下意见。" + BODY
    )
    assert found.title == "淄博市人民政府关于加快建设轴承检测走廊先行片区的意见"
    assert (found.number, found.region, found.horizon) == ("淄政字〔2023〕15号", "淄博市", (2023, 2027))


def test_party_and_government_are_two_issuers() -> None:
    found = line(
        "中共济宁市委文件\n济发〔2023〕9号\n中共济宁市委 济宁市人民政府 关于做强轴承产业的意见\n"
        "(2023年5月6日)\n为做强产业，提出意见。" + BODY
    )
    assert found.issuer == ("中共济宁市委", "济宁市人民政府")
    assert (found.date, found.title) == ("2023-05-06", "中共济宁市委济宁市人民政府关于做强轴承产业的意见")


def test_a_title_page_with_a_date_in_chinese_numerals() -> None:
    found = line("济南市钢城区轴承产业规划\n（2023-2030年）\n（征求意见稿）\n济南市钢城区发展和改革局\n二〇二三年十一月\n" + BODY)
    assert found.title == "济南市钢城区轴承产业规划（2023-2030年）（征求意见稿）"
    assert (found.issuer, found.date) == (("济南市钢城区发展和改革局",), "2023-11")
    assert (found.region, found.horizon) == ("钢城区", (2023, 2030))


def test_several_departments_sign_in_one_block() -> None:
    found = line(
        "浙江省经济和信息化厅等三部门关于印发《浙江省轴承产业行动计划》\n的通知\n浙经信〔2025〕36号\n为做强产业，现印发给你们。\n"
        "浙江省经济和信息化厅浙江省商务厅\n浙江省市场监督管理局\n"
        "2025年11月30日\n浙江省轴承产业行动计划\n轴承是装备的关键部件，应用广泛。" + BODY
    )
    assert found.title == "浙江省轴承产业行动计划"
    assert found.issuer == ("浙江省经济和信息化厅", "浙江省商务厅", "浙江省市场监督管理局")
    assert found.date == "2025-11-30"


def test_a_five_year_plan_and_a_report_tell_their_years() -> None:
    assert line("济宁市国民经济和社会发展第十五个五年规划纲要" + BODY).horizon == (2026, 2030)
    report = line("2026年山东省政府工作报告\n一、工作回顾\n轴承产业规模稳步提高。")
    assert (report.horizon, report.issuer, report.region) == ((2026, 2026), ("山东省人民政府",), "山东省")


@pytest.mark.parametrize(
    "session", ["——2026年1月26日在县第十六届人民代表大会第四次会议上", "（二〇二六年一月二十六日在县人民代表大会会议上）"]
)
def test_a_report_is_dated_by_the_session_that_it_was_given_to(session: str) -> None:
    found = line(f"邹城市2026年政府工作报告\n{session}\n各位代表：\n一、工作回顾\n轴承产业规模稳步提高。")
    assert (found.date, found.horizon, found.region) == ("2026-01-26", (2026, 2026), "邹城市")


def test_a_report_without_a_year_in_its_title_is_of_the_year_in_which_it_was_given() -> None:
    found = line("政府工作报告\n——2025年2月27日在邹城市第十七届人民代表大会第五次会议上\n一、工作回顾\n轴承产业规模稳步提高。")
    assert (found.region, found.issuer, found.horizon) == ("邹城市", ("邹城市人民政府",), (2025, 2025))
    assert line("邹城市人民政府工作报告\n（2025年2月27日）\n一、工作回顾\n规模稳步提高。").horizon == (2025, 2025)


def test_working_marks_of_a_draft_are_no_part_of_the_title() -> None:
    found = line(
        "丽水市轴承产业工作方案\n（4月13日修改稿）\n一、现状分析\n2025年产值为百亿元规模。\n二、目标\n到2028年，规模翻番。"
    )
    assert (found.title, found.horizon) == ("丽水市轴承产业工作方案", (2026, 2028))


def test_a_draft_is_dated_by_the_last_year_that_it_looks_back_on_not_by_an_aim() -> None:
    head = "丽水市轴承产业工作方案\n（4月13日修改稿）\n一、现状分析\n"
    assert line(head + "截至2025年底，企业八十家。\n到2027年，规模翻番。2027年，全市企业过百。").date == "2026-04-13"
    assert line(head + "截至2026年3月底，企业八十家。\n到2027年，规模翻番。").date == "2026-04-13"


def test_a_plan_of_an_area_across_provinces_is_of_that_area() -> None:
    found = line("长三角生态绿色一体化发展示范区产业发展规划\n一、现状\n企业八十家。")
    assert (found.region, found.region_code) == ("长三角生态绿色一体化发展示范区", None)


@pytest.mark.parametrize(
    ("title", "body", "region"),
    [
        ("关于加快推进邹城市轴承产业发展的意见", "企业八十家。", "邹城市"),
        ("数字山东发展规划", "企业八十家。", "山东省"),
        ("鼓楼区轴承产业布局", "福州轴承园与鼓楼区共建，连接福州大学。", "鼓楼区"),
        ("鼓楼区轴承产业布局", "企业八十家。", "鼓楼区"),
        ("加快轴承产业发展的意见", "贵州轴承企业八十家。贵州与安顺市共建园区，贵州再添新厂，贵州更强。", "贵州省"),
        ("轴承产业情况", "甲厂设在邹城市。我市支持邹城市建园，邹城市已有三家。", "济宁市"),
        ("轴承产业情况", "在贵州与四川，在贵州、四川、贵州、四川都有工厂。", None),
        ("轴承产业情况", "在贵州有厂，在贵州再添一家。", None),
    ],
)
def test_a_place_behind_a_deed_or_written_far_more_often_than_others_is_the_region(
    title: str, body: str, region: str | None
) -> None:
    assert line(f"{title}\n一、现状\n{body}").region == region


def test_a_first_line_far_shorter_than_the_next_is_a_title() -> None:
    text = "邹城开发区二〇二二年经济社会发展总体情况和下一年工作打算安排\n" + "轴承企业稳步成长，产值持续扩大，订单明显增多，" * 4
    assert line(text + "势头良好。").title == "邹城开发区二〇二二年经济社会发展总体情况和下一年工作打算安排"


def test_plans_and_laws_are_cited_other_books_and_the_document_itself_are_not() -> None:
    assert line("某市轴承产业规划\n《某市轴承产业规划》是行动指南，应当遵循。" + BODY).cites == (
        "某省轴承产业行动计划",
        "山东省安全生产条例",
    )


def test_titles_listed_as_a_basis_are_cited_without_brackets() -> None:
    text = (
        "邹城市轴承产业规划\n第一节 规划依据\n1.济宁市城市总体规划（2014—2030年）；\n"
        "2.济宁市服务业发展规划；\n3.其他各类专项规划。"
    )
    assert line(text).cites == ("济宁市城市总体规划（2014—2030年）", "济宁市服务业发展规划")


@pytest.mark.parametrize("text", ["没有标题的一段文字，说明轴承产业的情况。", "轴承"])
def test_what_is_not_stated_stays_empty(text: str) -> None:
    found = line(text)
    assert (found.number, found.issuer, found.date, found.region, found.horizon, found.cites) == (None, (), None, None, None, ())
    assert found.title


def test_the_year_of_an_aim_is_not_behind_a_draft() -> None:
    found = line(
        "丽水市轴承产业工作方案\n（4月13日修改稿）\n一、现状\n截至2025年，产值为百亿元。\n二、目标\n到2028年，全市产值翻番。"
    )
    assert found.date == "2026-04-13"


def test_a_programme_of_three_years_ends_with_the_furthest_year_of_its_aims() -> None:
    assert line("邹城市轴承产业三年行动方案\n一、目标\n到2027年，产值达到165亿元。").horizon == (2025, 2027)


@pytest.mark.parametrize(
    ("title", "region"),
    [
        ("加快山东省优势产业集群发展行动方案", "山东省"),
        ("关于进一步支持邹城市轴承产业发展的若干措施", "邹城市"),
    ],
)
def test_a_place_behind_the_verbs_of_a_title_is_its_region(title: str, region: str | None) -> None:
    assert line(title + BODY).region == region


def test_a_title_of_new_industries_as_a_kind_is_about_no_single_one() -> None:
    text = "聊城市战略性新兴产业发展规划（2021—2025年）\n一、总体要求\n（一）轴承产业\n做强战略性新兴产业，重点发展滚针轴承。\n"
    found = extract_source(source(text))
    assert "性新兴产业" not in {e.name for e in found if isinstance(e, EntityLine)}
    assert ("轴承产业", "focusesOn", "滚针轴承") in {(f.s, f.p, f.o) for f in found if isinstance(f, FactLine)}


@pytest.mark.parametrize(
    ("place", "words", "county"),
    [("广西壮族自治区", "建设水产种质资源库，提升种质资源保护中心。", "资源县"), ("江西省", "规划新建检测中心。", "新建区")],
)
def test_a_county_whose_short_name_is_a_common_word_goes_by_its_full_name(place: str, words: str, county: str) -> None:
    found = extract_source(source(f"{place}轴承产业发展规划（2026—2030年）\n一、任务\n{words}\n"))
    assert county not in {e.name for e in found if isinstance(e, EntityLine)}
    named = extract_source(source(f"{place}轴承产业发展规划（2026—2030年）\n一、任务\n支持{county}发展轴承产业。\n"))
    assert county in {e.name for e in named if isinstance(e, EntityLine)}
