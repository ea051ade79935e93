"""Sheets of plain values as an Excel file: frozen header, filters, columns as wide as what is in them, wrapped text."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from lianpu.viz.sheets import Sheet, Value
from lianpu.viz.still import still
from lianpu.viz.text import printable

_LEAST, _MOST = 8, 50
"""Width of a column, in Latin characters."""
_LONGEST_NAME = 31
_MOST_TEXT = 32_767
"""Characters that a cell holds; what is longer ends in …"""
_LINE_HEIGHT = 15.5
_MOST_HEIGHT = 409.0
_HEAD, _BODY = "sheet head", "sheet body"
_EDGE = Side(style="thin", color="D0D7DE")


def excel(sheets: Sequence[Sheet], title: str) -> bytes:
    """The Excel file of some sheets; texts are texts, whatever they begin with."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.title, book.properties.creator = printable(title), "lianpu"
    for style in _styles():
        book.add_named_style(style)
    for sheet in sheets:
        _sheet(book.create_sheet(_name(sheet.name, book.sheetnames)), sheet)
    raw = io.BytesIO()
    book.save(raw)
    return still(raw.getvalue())


def _name(name: str, taken: Sequence[str]) -> str:
    """A name that a tab may have, unlike the others."""
    plain = re.sub(r"[\[\]:*?/\\'\n\r\t]", " ", printable(name)).strip()[:_LONGEST_NAME] or "1"
    number = 2
    free = plain
    while free in taken:
        free = f"{plain[: _LONGEST_NAME - 3]} {number}"
        number += 1
    return free


def _sheet(page: Worksheet, sheet: Sheet) -> None:
    widths = [_width([column, *(row[index] for row in sheet.rows)]) for index, column in enumerate(sheet.columns)]
    for index, (column, width) in enumerate(zip(sheet.columns, widths, strict=True), 1):
        page.column_dimensions[get_column_letter(index)].width = width
        _put(page, 1, index, column, _HEAD)
    for line, row in enumerate(sheet.rows, 2):
        for index, value in enumerate(row, 1):
            _put(page, line, index, value, _BODY)
        page.row_dimensions[line].height = _height(row, widths)
    page.freeze_panes = "A2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{len(sheet.rows) + 1}"
    page.print_title_rows = "1:1"
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", page.PAPERSIZE_A4
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _put(page: Worksheet, line: int, column: int, value: Value, style: str) -> None:
    cell = page.cell(line, column)
    cell.style = style
    if isinstance(value, str):
        text = printable(value)
        cell.value = text if len(text) <= _MOST_TEXT else text[: _MOST_TEXT - 1] + "…"
        # A text that begins with = is no formula.
        cell.data_type = "s"
    else:
        cell.value = value


def _styles() -> tuple[NamedStyle, NamedStyle]:
    border = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)
    head = NamedStyle(
        _HEAD,
        font=Font(bold=True),
        fill=PatternFill("solid", fgColor="E9EEF4"),
        alignment=Alignment(horizontal="center", vertical="center", wrap_text=True),
        border=border,
    )
    return head, NamedStyle(_BODY, alignment=Alignment(vertical="top", wrap_text=True), border=border)


def _columns(text: str) -> int:
    """Latin characters that a text is as wide as."""
    return sum(1 if char.isascii() else 2 for char in text)


def _width(values: Sequence[Value]) -> float:
    """As wide as the longest line, within bounds; two more for the filter's button."""
    longest = max((_columns(line) for value in values for line in str(value or "").split("\n")), default=0)
    return min(max(longest + 2, _columns(str(values[0])) + 4, _LEAST), _MOST)


def _height(row: Sequence[Value], widths: Sequence[float]) -> float:
    lines = [
        sum(max(1, -(-_columns(line) // int(width - 2))) for line in str(value or "").split("\n"))
        for value, width in zip(row, widths, strict=True)
    ]
    return min(_LINE_HEIGHT * max(lines, default=1), _MOST_HEIGHT)
