"""Tables that a page gives with a cell on each line."""

from __future__ import annotations

import marked
import pytest

TITLE = "株洲市储能产业三年行动方案（2024—2026年）"
TITLES = ("序号", "项目名称", "建设单位", "建设地点", "主要内容及规模", "总投资（亿元）")
ROWS = (
    ("1", "钠电池正极项目", "湖南青竹储能有限公司", "攸县", "年产钠电池正极材料2万吨", "2"),
    ("2", "液流电池隔膜项目", "湖南白云膜业有限公司", "茶陵县", "购置涂布机六台，建设检测楼", "6.5"),
    ("3", "储能柜体扩能项目", "湖南红枫钣金有限公司", "渌口区", "改造老厂房", "3"),
)
PLACES = {("钠电池正极项目", "攸县"), ("液流电池隔膜项目", "茶陵县"), ("储能柜体扩能项目", "渌口区")}


def _wrapped(cell: str) -> str:
    return "\n".join(cell[at : at + 6] for at in range(0, len(cell), 6))


def _read(text: str) -> tuple[set[tuple[str, str]], set[tuple[str, float]]]:
    found = marked.bare(text, title=TITLE)
    return {(s, o) for s, _, o in found.claims("locatedIn")}, {(t.s, t.value) for t in marked.targets(found)}


@pytest.mark.parametrize("end", ["\n", " |\n", "\n\n"])
def test_cells_of_a_row_are_lines(end: str) -> None:
    located, costs = _read(end.join(cell for row in (TITLES, *ROWS) for cell in row) + end + "各县要抓好落实。")
    assert located >= PLACES
    assert costs >= {("钠电池正极项目", 2), ("液流电池隔膜项目", 6.5), ("储能柜体扩能项目", 3)}


def test_lines_of_a_narrow_cell_are_put_together() -> None:
    located, _ = _read("\n".join(_wrapped(cell) for row in (TITLES, *ROWS) for cell in row))
    assert located >= PLACES


def test_without_numbers_each_cell_has_to_be_like_its_column() -> None:
    assert _read("\n".join(cell for row in (TITLES, *ROWS) for cell in row[1:]))[0] >= PLACES
    assert not _read("项目名称\n建设单位\n建设地点\n各县要抓好落实\n早谋划\n早推进\n早见效")[0]


def test_an_empty_cell_between_bars_keeps_its_column() -> None:
    rows = [("1", "钠电池正极项目", "", "攸县"), ("2", "液流电池隔膜项目", "湖南白云膜业有限公司", "茶陵县")]
    text = "\n".join(f"{cell} |" for row in (TITLES[:4], *rows) for cell in row)
    assert _read(text)[0] >= {("钠电池正极项目", "攸县"), ("液流电池隔膜项目", "茶陵县")}


def test_numbers_of_pages_make_no_table() -> None:
    found = marked.bare("序号管理办法另行制定。\n1\n在攸县建设钠电池正极项目。\n2\n各县要抓好落实。", title=TITLE)
    assert ("钠电池正极项目", "locatedIn", "攸县") in found.claims("locatedIn")
