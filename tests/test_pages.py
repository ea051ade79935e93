"""PDF pages: tables row by row, also over a page break; the same claims from every format."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from pdf_pages import Table, pdf

from lianpu import extract
from lianpu.extract.pages import text
from lianpu.model import EntityLine, FactLine

WIDTHS = (3, 10, 12, 6)
HEADER = ("序号", "项目名称", "建设单位", "建设地点")


def test_a_ruled_table_gives_a_line_a_row_in_its_place() -> None:
    rows = [HEADER, ("1", "年产三万套甲轴\n承项目", "乙市丙轴承有限公\n司", "丁县")]
    assert text(pdf(["附件：项目清单", Table(WIDTHS, rows), "说明：以上按地区排列"])).splitlines() == [
        "附件：项目清单",
        "序号 | 项目名称 | 建设单位 | 建设地点",
        "1 | 年产三万套甲轴承项目 | 乙市丙轴承有限公司 | 丁县",
        "说明：以上按地区排列",
    ]


def test_a_row_that_the_page_break_divides_is_one_row() -> None:
    first = Table((3, 8, 24), [("序号", "任务", "具体内容"), ("1", "做强轴承", "支持甲轴承企业扩大产能，建设检测平台，推动链上")])
    rest = Table((3, 8, 24), [("", "", "下游协同发展。"), ("2", "做优钢管", "支持乙钢管企业提升质量。")])
    assert text(pdf([first, "3"], [rest])).splitlines()[1:] == [
        "1 | 做强轴承 | 支持甲轴承企业扩大产能，建设检测平台，推动链上下游协同发展。",
        "2 | 做优钢管 | 支持乙钢管企业提升质量。",
    ]


def test_a_header_that_comes_again_on_the_next_page_is_left_out() -> None:
    pages = [[Table(WIDTHS, [HEADER, (f"{n}", f"甲{n}项目", f"乙{n}有限公司", "丁县")])] for n in (1, 2)]
    assert text(pdf(*pages)).splitlines() == [
        "序号 | 项目名称 | 建设单位 | 建设地点",
        "1 | 甲1项目 | 乙1有限公司 | 丁县",
        "2 | 甲2项目 | 乙2有限公司 | 丁县",
    ]


def test_a_row_under_merged_cells_on_the_next_page_is_a_row_of_its_own() -> None:
    first = Table((3, 8, 24), [("序号", "赛道", "现状"), ("1", "智能装备", "已集聚一批骨干企业，建成检测中心和中试平台。")])
    rest = Table((3, 8, 24), [("", "现代物流", "已建成区域分拨中心，形成覆盖全市的配送网络体系。")])
    assert text(pdf([first], [rest])).splitlines()[1:] == [
        "1 | 智能装备 | 已集聚一批骨干企业，建成检测中心和中试平台。",
        " | 现代物流 | 已建成区域分拨中心，形成覆盖全市的配送网络体系。",
    ]


def test_text_between_two_tables_ends_the_first() -> None:
    table = Table((3, 8), [("序号", "园区"), ("1", "甲产业园")])
    assert text(pdf([table], ["附件二", Table((3, 8), [("", "乙平台")])])).splitlines()[-2:] == ["附件二", " | 乙平台"]


def test_a_box_of_one_column_is_text() -> None:
    assert " | " not in text(pdf([Table((20,), [("甲市轴承产业发展",), ("工作方案",)]), "一、总体要求"]))


# -- one document, four formats -----------------------------------------------------------------------------------------

PLAN = (
    "济宁市轴承产业发展行动计划",
    "一、发展重点",
    "轴承产业。依托丙轴承有限公司，重点发展精密轴承、陶瓷滚子，突破高速主轴轴承，招引密封件企业。",
    "二、重点项目",
)
TABLE = (
    HEADER,
    ("1", "精密轴承产业园项目", "济宁市丙轴承有限公司", "邹城市"),
    ("2", "陶瓷滚子智能工厂项目", "济宁市丁滚子有限公司", "邹城市"),
)


def _formats(folder: Path) -> dict[str, Path]:
    paths = {kind: folder / kind / f"plan.{kind}" for kind in ("txt", "docx", "html", "pdf")}
    for path in paths.values():
        path.parent.mkdir()
    paths["txt"].write_text("\n".join([*PLAN, *(" | ".join(row) for row in TABLE)]), encoding="utf-8")
    document = docx.Document()
    for line in PLAN:
        document.add_paragraph(line)
    table = document.add_table(rows=len(TABLE), cols=len(HEADER))
    for at, row in enumerate(TABLE):
        for column, cell in enumerate(row):
            table.cell(at, column).text = cell
    document.save(str(paths["docx"]))
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in TABLE)
    body = "".join(f"<p>{line}</p>" for line in PLAN) + f"<table>{rows}</table>"
    paths["html"].write_text(f"<!DOCTYPE html><html><body><article>{body}</article></body></html>", encoding="utf-8")
    wrapped = [line[at : at + 46] for line in PLAN for at in range(0, len(line), 46)]
    paths["pdf"].write_bytes(pdf([*wrapped, Table((3, 14, 14, 6), TABLE)]))
    return paths


@pytest.mark.parametrize("kind", ["docx", "html", "pdf"])
def test_every_format_makes_the_same_claims(tmp_path: Path, kind: str) -> None:
    paths = _formats(tmp_path)

    def claims(path: Path) -> list[tuple[str, ...]]:
        lines = extract.extract(path)
        facts = [(x.s, x.p, x.o, x.status or "") for x in lines if isinstance(x, FactLine)]
        return sorted([*facts, *((x.type, x.name) for x in lines if isinstance(x, EntityLine))])

    expected = claims(paths["txt"])
    assert ("精密轴承产业园项目", "locatedIn", "邹城市", "planned") in expected
    assert claims(paths[kind]) == expected
