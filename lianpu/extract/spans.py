"""Merged cells: titles of columns that stand in two rows, cells that stand for several rows and are left out below, rows that
head others; and tables that stand on their side."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from itertools import groupby

from msgspec.structs import replace

from lianpu.extract import cell_fits, headers
from lianpu.extract.document import Paragraph

Cells = tuple[tuple[int, int], ...]

_FIRST = 4
"""Columns in which a cell may be left out."""
_OUT = 3
"""Most cells of a row that are left out."""
_SHORT = 8
"""Longest title of a part of a column that nothing tells to be one, characters."""
_DIGIT = re.compile(r"[0-9]")
_UNIT = re.compile(r"[（(].*[)）]$")


def titles(header: Paragraph, row: Paragraph, cells: Cells) -> Paragraph | None:
    """The header with the titles of a second row below those that they part; None where the row is no such one.

    >>> def row(*parts):
    ...     text, at, cells = "|".join(parts), 0, []
    ...     for part in parts:
    ...         cells.append((at, at + len(part)))
    ...         at += len(part) + 1
    ...     return Paragraph(text, array("i", range(len(text))), "row", cells=tuple(cells))
    >>> below = row("", "", "总投资", "年度投资")
    >>> titles(row("序号", "项目名称", "投资（亿元）", ""), below, below.cells).text
    '序号|项目名称|总投资（亿元）|年度投资（亿元）'
    """
    upper = [header.text[a:b].strip() for a, b in header.cells]
    lower = [row.text[a:b].strip() for a, b in cells]
    if len(upper) != len(lower):
        return None
    upper = ["" if at and title == upper[at - 1] else title for at, title in enumerate(upper)]
    own = [at for at, title in enumerate(lower) if title and title != upper[at]]
    above = [max((n for n in range(at + 1) if upper[n]), default=0) for at in range(len(upper))]
    shared = len({above[at] for at in own}) < len(own)
    named = all(headers.is_title(lower[at]) or len(lower[at]) <= _SHORT and _DIGIT.search(lower[at]) is None for at in own)
    if not shared or not named or 0 in own or not all(title or at in own for at, title in enumerate(upper)):
        return None
    text: list[str] = []
    offsets: array[int] = array("i")
    spans: list[tuple[int, int]] = []
    length = 0

    def add(paragraph: Paragraph, start: int, end: int) -> None:
        nonlocal length
        text.append(paragraph.text[start:end])
        offsets.extend(paragraph.offsets[start:end])
        length += end - start

    for at, (start, end) in enumerate(header.cells):
        if at:
            bar = header.cells[at - 1][1]
            add(header, bar, bar + 1)
        begin = length
        if at in own:
            a, b = header.cells[above[at]]
            unit = _UNIT.search(header.text, a, b)
            bare = unit.start() if unit is not None else b
            if not headers.is_title(lower[at]) or lower[at][:2] == "20":
                add(header, a, bare)
            add(row, *cells[at])
            if unit is not None and _UNIT.search(lower[at]) is None:
                add(header, *unit.span())
        else:
            add(header, start, end)
        spans.append((begin, length))
    return Paragraph("".join(text), offsets, "row", cells=tuple(spans), joined=True)


def aligned(row: Paragraph, cells: Cells, header: Paragraph) -> Cells:
    """The cells of a row with empty ones for those that a merged cell above stands for, where they fit their columns only so.

    >>> def paragraph(text):
    ...     ends = [*(at for at, c in enumerate(text) if c == "|"), len(text)]
    ...     cells = tuple(zip((0, *(end + 1 for end in ends)), ends))
    ...     return Paragraph(text, array("i", range(len(text))), "row", cells=cells)
    >>> line = paragraph("2|甲药港园区|11.5|")
    >>> [line.text[a:b] for a, b in aligned(line, line.cells, paragraph("序号|地区|园区名称|面积（公顷）"))]
    ['2', '', '甲药港园区', '11.5']
    """
    kinds = [cell_fits.kind(re.sub(r"\s", "", header.text[a:b])) for a, b in header.cells]
    texts = [row.text[a:b].strip() for a, b in cells]
    filled = max((at + 1 for at, text in enumerate(texts) if text), default=0)
    missing = min(len(kinds) - filled, _OUT)
    if missing <= 0 or filled < 2 or _unlike(texts[:filled], kinds) == 0:
        return cells
    for out in range(1, missing + 1):
        for at in range(min(_FIRST, filled)):
            if _unlike([*texts[:at], *[""] * out, *texts[at:filled]], kinds) == 0:
                gap = (cells[at][0], cells[at][0])
                rest = [*cells[:at], *[gap] * out, *cells[at:filled]]
                end = len(row.text)
                return (*rest, *[(end, end)] * (len(kinds) - len(rest)))
    return cells


def _unlike(texts: Sequence[str], kinds: Sequence[str]) -> int:
    """How many filled cells are not like their columns."""
    return sum(bool(text) and not cell_fits.like(text, kind) for text, kind in zip(texts, kinds, strict=False))


_HEADS = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[)）、.]?|[^0-9].*[（(](?:共)?[0-9]+[个项家][)）]")
"""What a row begins with that heads others and sums up their figures: a number in words, or a count behind its title."""
_SUM = re.compile(r"[0-9.,，]+")
_TITLE = 30
"""Longest title of a group, characters."""


def heading(row: Paragraph) -> Cells:
    """The one or two cells of a row that has nothing but a number and a title, and heads the rows below it, with their sums.

    >>> line = Paragraph("一|甲县（2个）|||7.5", array("i", range(13)), "row", cells=((0, 1), (2, 8), (9, 9), (10, 10), (11, 14)))
    >>> [line.text[a:b] for a, b in heading(line)]
    ['一', '甲县（2个）']
    """
    filled = [(a, b) for a, b in row.cells if row.text[a:b].strip()]
    if len(filled) > 2 and _HEADS.match(row.text[slice(*filled[0])].strip()) and len(row.cells) - len(filled) >= 2:
        filled = [(a, b) for a, b in filled if _SUM.fullmatch(row.text[a:b].strip()) is None]
    alone = len(row.cells) > 2 and len(filled) <= 2 and all(b - a <= _TITLE for a, b in filled)
    return tuple(filled) if alone else ()


def halves(found: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs; rows of a table whose header has its titles twice, side by side, as two rows each.

    >>> line = Paragraph("序号|名称|序号|名称", array("i", range(11)), "row", cells=((0, 2), (3, 5), (6, 8), (9, 11)))
    >>> [row.text for row in halves([line])]
    ['序号|名称', '序号|名称']
    """
    out: list[Paragraph] = []
    width = 0
    for row in found:
        titles = [row.text[a:b].strip() for a, b in row.cells]
        while titles and not titles[-1]:
            titles.pop()
        half = len(titles) // 2
        if row.kind != "row":
            width = 0
        elif half > 1 and len(titles) % 2 == 0 and titles[:half] == titles[half:] and headers.are_titles(titles):
            width = half
        elif headers.are_titles(titles):
            width = 0
        out += [_part(row, 0, width), _part(row, width, 2 * width)] if width and len(row.cells) >= 2 * width else [row]
    return [row for row in out if row.text]


def _part(row: Paragraph, first: int, behind: int) -> Paragraph:
    """The cells of a row from one to another as a row."""
    start, end = row.cells[first][0], row.cells[behind - 1][1]
    cells = tuple((a - start, b - start) for a, b in row.cells[first:behind])
    text = row.text[start:end]
    return replace(row, text=text if text.strip(" |") else "", offsets=row.offsets[start:end], cells=cells)


_SIDE = 3
"""Fewest different labels of a table that stands on its side."""


def sideways(found: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs; rows that are but a label and what it is for (建设单位 | 甲公司) as text with the label before a colon."""
    out: list[Paragraph] = []
    for labelled, run in groupby(found, key=_labelled):
        rows = list(run)
        headed = bool(out) and out[-1].kind == "row" and headers.are_titles([out[-1].text[a:b] for a, b in out[-1].cells])
        several = labelled and len({row.text[a:b].strip() for row in rows for a, b in row.cells[::2]}) >= _SIDE
        out += map(_as_text, rows) if several and not headed else rows
    return out


def _labelled(row: Paragraph) -> bool:
    """Whether a row is made of labels and what is said behind each."""
    cells = [row.text[a:b].strip() for a, b in row.cells]
    while len(cells) > 2 and not cells[-1]:
        cells.pop()
    return (
        len(cells) in (2, 4)
        and all(len(label) <= _TITLE and headers.is_title(label) for label in cells[::2])
        and all(cells[1::2])
        and not any(headers.is_title(said) for said in cells[1::2])
    )


def _as_text(row: Paragraph) -> Paragraph:
    text = list(row.text)
    for at, (_, end) in enumerate(row.cells[:-1]):
        text[end] = "；" if at % 2 else "："
    return Paragraph("".join(text).rstrip("；："), row.offsets[: len("".join(text).rstrip("；："))])
