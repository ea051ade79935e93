"""Tables whose rows stand under places: lines and rows that head a group, merged cells, cells that list."""

from __future__ import annotations

import marked
import pytest

TITLE = "株洲市储能产业三年行动方案（2024—2026年）"
HEADER = "序号 | 项目名称 | 建设单位 | 建设内容"


def _located(*rows: str) -> set[tuple[str, str]]:
    return {(s, o) for s, _, o in marked.bare("\n".join(rows), title=TITLE).claims("locatedIn")}


@pytest.mark.parametrize(
    "heads",
    [("一、攸县（1个）", "二、茶陵县（1个）"), ("一 | 攸县（1个） | | ", "二 | 茶陵县（1个） | | ")],
)
def test_rows_stand_in_the_place_that_heads_their_group(heads: tuple[str, str]) -> None:
    found = _located(
        HEADER,
        heads[0],
        "1 | 钠电池正极项目 | 湖南青竹储能有限公司 | 新建两条产线",
        heads[1],
        "2 | 液流电池隔膜项目 | 湖南白云膜业有限公司 | 改造老厂房",
    )
    assert {("钠电池正极项目", "攸县"), ("液流电池隔膜项目", "茶陵县")} <= found
    assert not {("钠电池正极项目", "茶陵县"), ("液流电池隔膜项目", "攸县")} & found


def test_a_heading_over_the_table_places_its_rows_and_text_behind_ends_it() -> None:
    rows = ("（一）攸县", HEADER, "1 | 钠电池正极项目 | 湖南青竹储能有限公司 | 新建两条产线")
    after = ("各县要按月报送进度，确保按期完成。", HEADER, "2 | 液流电池隔膜项目 | 湖南白云膜业有限公司 | 改造老厂房")
    found = _located(*rows, *after)
    assert ("钠电池正极项目", "攸县") in found
    assert ("液流电池隔膜项目", "攸县") not in found


def test_a_heading_of_another_kind_places_nothing() -> None:
    found = _located(HEADER, "一、续建类（1个）", "1 | 钠电池正极项目 | 湖南青竹储能有限公司 | 新建两条产线")
    assert not any(s == "钠电池正极项目" for s, _ in found)


def test_an_empty_cell_of_places_is_merged_with_the_one_above() -> None:
    found = _located(
        "县区 | 项目名称 | 建设单位",
        "攸县 | 钠电池正极项目 | 湖南青竹储能有限公司",
        " | 光储一体电站项目 | 湖南红枫能源有限公司",
        "茶陵县 | 液流电池隔膜项目 | 湖南白云膜业有限公司",
    )
    assert {("钠电池正极项目", "攸县"), ("光储一体电站项目", "攸县"), ("液流电池隔膜项目", "茶陵县")} <= found


def test_a_cell_that_lists_places_is_where_the_project_stands() -> None:
    found = _located("项目名称 | 建设地点", "钠电池正极项目 | 攸县、茶陵县")
    assert {("钠电池正极项目", "攸县"), ("钠电池正极项目", "茶陵县")} <= found


def test_cells_that_list_parks_and_projects() -> None:
    found = _located(
        "县市区 | 承载园区 | 重点项目",
        "攸县 | 酒仙湖储能产业园、桃水电池园 | 钠电池正极二期、光储一体电站项目",
    )
    assert found == {(s, "攸县") for s in ("酒仙湖储能产业园", "桃水电池园", "钠电池正极二期", "光储一体电站项目")}


def test_full_names_in_a_cell_of_places_are_part_of_each_other() -> None:
    rows = ("项目名称 | 建设地点", "钠电池正极项目 | 株洲市攸县", "液流电池隔膜项目 | 株洲市茶陵县")
    found = marked.bare("\n".join(rows), title=TITLE)
    assert found.claims("partOf") == {("攸县", "partOf", "株洲市"), ("茶陵县", "partOf", "株洲市")}
