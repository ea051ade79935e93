"""Annexes in the forms that pages give them: merged cells, tables on their side, lists below a title, units over a table."""

from __future__ import annotations

import marked
import pytest

TITLE = "株洲市储能产业三年行动方案（2024—2026年）"
LIST = "株洲市2025年储能产业项目清单"


def _located(text: str, title: str = TITLE) -> set[tuple[str, str]]:
    return {(s, o) for s, _, o in marked.bare(text, title=title).claims("locatedIn")}


def _costs(text: str) -> set[tuple[str, float, str]]:
    return {(t.s, t.value, t.unit) for t in marked.targets(marked.bare(text, title=TITLE))}


def test_titles_in_two_rows_are_one_header() -> None:
    text = (
        "序号|项目名称|建设地点|投资（亿元）||责任单位\n|||总投资|年度投资|\n"
        "1|钠电池正极项目|攸县|6|2|攸县政府\n2|液流电池隔膜项目|茶陵县|5|1.5|茶陵县政府"
    )
    assert _costs(text) >= {("钠电池正极项目", 6, "亿元"), ("液流电池隔膜项目", 1.5, "亿元")}


def test_a_cell_that_a_merged_one_stands_for_is_left_out_and_the_row_moves_up() -> None:
    text = (
        "序号 | 县区 | 项目名称 | 总投资（亿元） | 备注 |\n1 | 攸县 | 钠电池正极项目 | 6 | 续建 |\n"
        "2 | 光储一体电站项目 | 4 | ||\n3 | 茶陵县 | 液流电池隔膜项目 | 5 | |"
    )
    assert _located(text) >= {("光储一体电站项目", "攸县"), ("液流电池隔膜项目", "茶陵县")}
    assert ("光储一体电站项目", 4, "亿元") in _costs(text)


def test_a_row_that_heads_a_group_may_sum_it_up() -> None:
    rows = "1|钠电池正极项目|湖南青竹储能有限公司|改造厂房|6|2\n"
    head = "序号|项目名称|建设单位|建设内容|总投资（亿元）|年度投资（亿元）\n"
    assert ("钠电池正极项目", "攸县") in _located(head + "一|攸县（1个）|||6|2\n" + rows)
    assert not _located(head + "一|续建项目（1个）|||6|2\n" + rows)


def test_a_table_on_its_side_is_labels_and_what_they_are_for() -> None:
    text = "项目名称 | 钠电池正极项目\n建设单位 | 湖南青竹储能有限公司\n建设地点 | 攸县\n总投资 | 6亿元"
    assert ("钠电池正极项目", "攸县") in _located(text)
    assert ("钠电池正极项目", 6, "亿元") in _costs(text)
    indicators = "指标名称 | 目标值\n总投资 | 6亿元\n年产值 | 9亿元\n占地面积 | 300亩"
    assert not _located(indicators)


def test_the_unit_over_a_table_is_that_of_its_sums() -> None:
    rows = "序号|项目名称|建设地点|总投资\n1|钠电池正极项目|攸县|6\n2|液流电池隔膜项目|茶陵县|5"
    assert ("钠电池正极项目", 6, "亿元") in _costs(f"单位：亿元\n{rows}")
    assert not _costs(f"单位：亿元、万元\n{rows}")


def test_the_land_of_listed_parks_is_no_aim() -> None:
    rows = "园区名称|核准面积（公顷）|主导产业\n攸县高新区|830|钠电池\n茶陵经开区|410|电池隔膜"
    assert not _costs(rows)


@pytest.mark.parametrize(
    "row",
    [
        "1|钠电池正极项目（攸县）|改造厂房\n2|液流电池隔膜项目（茶陵县）|新建两条产线",
        "1|攸县钠电池正极项目|改造厂房\n2|茶陵县液流电池隔膜项目|新建两条产线",
    ],
)
def test_a_place_in_the_name_of_a_project_is_where_it_stands(row: str) -> None:
    found = marked.bare("序号|项目名称|建设内容\n" + row, title=TITLE)
    located = {(s, o) for s, _, o in found.claims("locatedIn")}
    assert {o for _, o in located} >= {"攸县", "茶陵县"}
    assert found.entities()["钠电池正极项目"] == "Project"
    assert not _located("序号|项目名称|建设内容\n1|钠电池正极项目（一期）|改造厂房")


def test_columns_whose_titles_say_nothing_are_told_by_what_they_hold() -> None:
    rows = "1|钠电池正极项目|攸县|续建\n2|液流电池隔膜项目|茶陵县|新开\n3|光储一体电站项目|渌口区|新开"
    assert _located(f"序号|名称|分布情况|备注\n{rows}") >= {("钠电池正极项目", "攸县"), ("光储一体电站项目", "渌口区")}
    assert not _located(
        "序号|名称|分布情况|备注\n1|钠电池正极项目|攸县|续建\n2|液流电池隔膜项目|多地|新开\n3|光储一体电站项目|多地|新开"
    )


def test_what_follows_the_title_of_a_list_is_no_title_page() -> None:
    text = f"{LIST}\n项目一：钠电池正极项目\n建设单位：湖南青竹储能有限公司\n建设地点：攸县\n总投资：6亿元\n责任单位：攸县政府\n"
    found = marked.extract_source(marked.Source("t", "t.txt", text, "", "utf-8"))
    assert [(line.s, line.value) for line in found if isinstance(line, marked.TargetLine)] == [("钠电池正极项目", 6)]


def test_a_project_that_stands_somewhere_before_its_firm_is_named() -> None:
    text = "1.钠电池正极项目。位于攸县，由湖南青竹储能有限公司建设。\n2.液流电池隔膜项目。位于前列，由县里统筹。"
    located = _located(text)
    assert ("钠电池正极项目", "攸县") in located
    assert not any(s == "液流电池隔膜项目" for s, _ in located)


def test_two_rows_side_by_side_are_two() -> None:
    head = "序号|企业名称|县区|序号|企业名称|县区\n"
    rows = "1|湖南青竹储能有限公司|攸县|2|湖南白云膜业有限公司|茶陵县\n3|湖南红枫钣金有限公司|渌口区|||"
    assert _located(head + rows) >= {
        ("湖南青竹储能有限公司", "攸县"),
        ("湖南白云膜业有限公司", "茶陵县"),
        ("湖南红枫钣金有限公司", "渌口区"),
    }


def test_an_indicator_whose_group_is_merged_keeps_its_columns() -> None:
    text = "类别 | 指标名称 | 单位 | 2024年 | 2026年 |\n规模 | 储能产业产值 | 亿元 | 80 | 150 |\n规上企业数量 | 家 | 20 | 35 ||\n"
    assert {(value, unit) for _, value, unit in _costs(text)} >= {(150, "亿元"), (35, "家")}


def test_firms_may_stand_under_a_bare_title_but_under_no_title_of_a_duty() -> None:
    rows = "1|湖南青竹储能有限公司|攸县\n2|湖南白云膜业有限公司|茶陵县\n3|湖南红枫钣金有限公司|渌口区"
    assert ("湖南白云膜业有限公司", "茶陵县") in _located(f"序号|名称|所在县区\n{rows}")
    assert ("湖南白云膜业有限公司", "茶陵县") not in _located(f"序号|监理单位|所在县区\n{rows}")


def test_a_bracket_says_who_leads() -> None:
    text = "序号|重点任务|责任单位（牵头）|责任单位（配合）\n1|壮大电池隔膜产业|市发展改革委|市商务局"
    found = marked.bare(text, title=TITLE).claims("leadAgency", "responsibleAgency")
    assert {(p, o) for _, p, o in found} == {("leadAgency", "市发展改革委"), ("responsibleAgency", "市商务局")}
