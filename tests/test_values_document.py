"""Figures of a document: years of headings and lead-ins, sections that look back, tables."""

from __future__ import annotations

from array import array

from lianpu.extract import figures
from lianpu.extract.document import Outline, Paragraph, Section, Source


def outline(*parts: tuple[str, int, str], sections: tuple[Section, ...]) -> Outline:
    """Paragraphs given as (kind, section, text); rows have their cells between bars and the first row of a run is the header."""
    out: list[Paragraph] = []
    header: int | None = None
    for kind, section, text in parts:
        cells: list[tuple[int, int]] = []
        if kind == "row":
            start = 0
            for cell in text.split("|"):
                cells.append((start, start + len(cell)))
                start += len(cell) + 1
        own = header if kind == "row" else None
        offsets = array("I", range(len(text)))
        out.append(Paragraph(text, offsets, kind, section, tuple(cells), own))  # type: ignore[arg-type]
        header = (len(out) - 1 if header is None else header) if kind == "row" else None
    return Outline(Source("plan", "plan.txt", "", "", "utf-8"), out, sections)


ROOT = Section("", 0, 0)


def found(document: Outline, **options: object) -> list[tuple[str, float, str, int | None, bool]]:
    return [
        (f.value.metric, f.value.value, f.value.unit, f.value.year, f.value.achieved)
        for f in figures.figures(document, **options)  # type: ignore[arg-type]
    ]


def test_a_lead_in_dates_its_list() -> None:
    document = outline(
        ("body", 1, "到2028年，主要目标如下："),
        ("body", 1, "——培育骨干企业40家。"),
        ("body", 1, "——建设中试平台6个。"),
        ("body", 2, "建设冷链仓库9座。"),
        sections=(ROOT, Section("发展目标", 1, 0), Section("重点任务", 1, 0)),
    )
    assert found(document, base_year=2025) == [
        ("骨干企业", 40, "家", 2028, False),
        ("中试平台", 6, "个", 2028, False),
        ("冷链仓库", 9, "座", None, False),
    ]


def test_a_heading_gives_year_and_tense() -> None:
    document = outline(
        ("body", 1, "规上企业达到210家。"),
        ("body", 2, "规上企业达到260家。"),
        sections=(ROOT, Section("发展基础", 1, 0), Section("2027年主要目标", 1, 0)),
    )
    assert found(document, base_year=2024) == [("规上企业", 210, "家", None, True), ("规上企业", 260, "家", 2027, False)]


def test_a_report_is_of_its_year() -> None:
    document = outline(("body", 0, "全年新开工重点项目90个以上。新建泊位4个。"), sections=(ROOT,))
    assert [f[3] for f in found(document, title="2026年某县政府工作报告", base_year=2026)] == [2026, 2026]
    assert [f[3] for f in found(document, title="某县2026年产业链精准招商工作方案", base_year=2026)] == [2026, 2026]
    assert 2027 not in [f[3] for f in found(document, title="某县产业链提升行动方案（2025—2027年）", base_year=2025)]


def test_project_tables() -> None:
    document = outline(
        ("row", 0, "序号|项目名称|主要建设内容|总投资（亿元）"),
        ("row", 0, "1|年产2000台减速机项目|容积率2.0，总投资32000万元，购置设备80台，建设产线6条，年产2000台减速机。|3.2"),
        sections=(ROOT,),
    )
    assert found(document, base_year=2025) == [
        ("产线", 6, "条", None, False),
        ("减速机年产能", 2000, "台", None, False),
        ("总投资", 3.2, "亿元", None, False),
    ]
    last = figures.figures(document, base_year=2025)[-1]
    assert last.cell == 3 and last.bare and document.paragraphs[1].text[last.value.start : last.value.end].endswith("|3.2")


def test_indicator_tables() -> None:
    document = outline(
        ("row", 0, "指标名称|单位|2025年目标|2030年目标"),
        ("row", 0, "规上工业产值|亿元|450|700"),
        ("row", 0, "研发投入强度（%）||2.5|3"),
        sections=(ROOT,),
    )
    assert found(document, base_year=2024) == [
        ("规上工业产值", 450, "亿元", 2025, False),
        ("规上工业产值", 700, "亿元", 2030, False),
        ("研发投入强度", 2.5, "%", 2025, False),
        ("研发投入强度", 3, "%", 2030, False),
    ]


def test_a_year_in_the_bracket_of_a_title_is_no_unit() -> None:
    document = outline(
        ("row", 0, "类别|指标|现状值|目标值（2030年）"),
        ("row", 0, "规模|规上工业产值（亿元）|450|700"),
        sections=(ROOT,),
    )
    assert found(document, base_year=2024) == [("规上工业产值", 700, "亿元", 2030, False)]


def test_a_table_that_repeats_the_text_adds_nothing() -> None:
    document = outline(
        ("body", 0, "到2028年，建设中试平台6个。"),
        ("row", 0, "序号|赛道|标志性成果"),
        ("row", 0, "1|轴承|到2028年，建设中试平台6个，孵化企业20家。"),
        sections=(ROOT,),
    )
    assert found(document, base_year=2025) == [("中试平台", 6, "个", 2028, False), ("企业", 20, "家", 2028, False)]


def test_a_report_keeps_its_tense_under_titles_of_work() -> None:
    document = outline(
        ("body", 2, "组建产业联盟27家。"),
        ("body", 4, "组建产业联盟28家。"),
        sections=(
            ROOT,
            Section("现状分析", 1, 0),
            Section("支撑体系加快成型", 2, 1),
            Section("现状与打算", 1, 0),
            Section("主要目标", 2, 3),
        ),
    )
    assert found(document, base_year=2026) == [("产业联盟", 27, "家", None, True), ("产业联盟", 28, "家", None, False)]


def test_what_a_listed_project_is_to_make_is_no_fact() -> None:
    document = outline(
        ("row", 1, "项目名称|建设内容|总投资（亿元）"),
        ("row", 1, "精密轴承项目|公司已有厂房，为满足订单需求，建设一条月产能7万套的精密轴承生产线|12"),
        sections=(ROOT, Section("附件", 1, 0)),
    )
    assert [(v[1], v[4]) for v in found(document)] == [(7, False), (12, False)]


def test_what_a_listed_project_costs_is_of_no_year() -> None:
    document = outline(
        ("row", 1, "项目名称|建设内容|总投资（亿元）|2027年计划投资（亿元）"),
        ("row", 1, "甲厂扩建项目|年产叉车3000台|12.5|4"),
        sections=(ROOT, Section("2027年重点项目清单", 1, 0)),
    )
    assert found(document, base_year=2026) == [
        ("叉车年产能", 3000, "台", None, False),
        ("总投资", 12.5, "亿元", None, False),
        ("计划投资", 4, "亿元", 2027, False),
    ]


def test_a_column_of_the_present_is_no_target_and_bounds_follow_the_unit() -> None:
    document = outline(
        ("row", 1, "指标名称|单位|2024年现状|2027年目标|2030年目标"),
        ("row", 1, "规上企业数量|家|5|≥14|32以上"),
        ("row", 1, "起降点|个|21|30-36|61"),
        sections=(ROOT, Section("主要目标", 1, 0)),
    )
    assert found(document, base_year=2025) == [
        ("规上企业数量", 5, "家", 2024, True),
        ("规上企业数量", 14, "家", 2027, False),
        ("规上企业数量", 32, "家", 2030, False),
        ("起降点", 21, "个", 2024, True),
        ("起降点", 30, "个", 2027, False),
        ("起降点", 61, "个", 2030, False),
    ]
    assert [f.value.op for f in figures.figures(document, base_year=2025)][:3] == ["=", ">=", ">="]


def test_a_cell_that_is_a_number_with_its_unit_is_the_figure_of_its_title() -> None:
    document = outline(
        ("row", 1, "产业链|2026年营业收入目标|牵头单位"),
        ("row", 1, "农机产业链|601亿元|甲局"),
        sections=(ROOT, Section("任务分工", 1, 0)),
    )
    assert found(document, base_year=2026) == [("营业收入", 601, "亿元", 2026, False)]


def test_a_paragraph_that_opens_with_a_year_dates_the_points_below_it() -> None:
    parts = (
        ("body", 1, "到2028年，能级持续提升。"),
        ("body", 1, "——规模壮大。培育骨干企业40家。"),
        ("body", 2, "建设中试平台6个。"),
    )
    document = outline(*parts, sections=(ROOT, Section("总体要求", 1, 0), Section("重点任务", 1, 0)))
    assert found(document, base_year=2025) == [("骨干企业", 40, "家", 2028, False), ("中试平台", 6, "个", None, False)]
    plain = outline(parts[0], ("body", 1, "培育骨干企业40家。"), sections=document.sections)
    assert found(plain, base_year=2025) == [("骨干企业", 40, "家", None, False)]


def test_sizes_in_a_list_of_parks_are_told_in_passing_those_of_tasks_are_aims() -> None:
    parks = outline(
        ("row", 1, "园区名称|简介"),
        ("row", 1, "甲园|总建筑面积约12万平方米，引进企业31家。"),
        sections=(ROOT, Section("清单", 1, 0)),
    )
    tasks = outline(
        ("row", 1, "序号|工作任务"), ("row", 1, "1|盘活空间12万平方米，引进企业31家。"), sections=(ROOT, Section("清单", 1, 0))
    )
    assert [value for _, value, *_ in found(parks)] == [31]
    assert [value for _, value, *_ in found(tasks)] == [12, 31]


def test_the_part_of_a_report_about_the_past_year_holds_no_targets() -> None:
    sections = (ROOT, Section("过去一年工作", 1, 0), Section("今年重点工作", 1, 0))
    document = outline(("text", 1, "新增小巨人企业56家。"), ("text", 2, "新增小巨人企业60家。"), sections=sections)
    assert [(value, achieved) for _, value, _, _, achieved in found(document)] == [(56.0, True), (60.0, False)]
