"""Tables that a page gives with a cell on each line: titles of columns first, then as many lines a row, the number in front."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from lianpu.extract import cell_fits, headers
from lianpu.extract.furniture import TextLine, is_page

Cell = tuple[TextLine, ...]
"""The lines of one cell; none where it is empty."""

_FIRST = frozenset({"序号", "编号", "No.", "NO."})
"""What the column of numbers is headed with."""
_LEAST, _MOST = 3, 14
"""Columns that such a table has."""
_ROWS = 2
"""Fewest rows from which the lines are known to be a table."""
_TITLE = 20
"""Longest title of a column, characters."""
_TRIED = 240
"""Cells at the head of a table that are tried first."""
_CELL = 400
"""Longest cell, characters."""
_WRAPPED = 6
"""Most lines that a cell of a table is broken into, times its columns, between two numbers."""
_KNOWN = 2
"""Columns of a table without numbers whose titles have to say what their cells are like."""
_SHARE = 0.6
"""Share of the rows between two numbers that have as many cells as the titles."""


def rows(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines; cells of such tables are rows, each but the first of a row joined to the one before it."""
    out: list[TextLine] = []
    at = 0
    while at < len(lines):
        found = _table(lines, at)
        if found is None:
            out.append(lines[at])
            at += 1
        else:
            table, at = found
            out += [line for row in table for line in _joined(row)]
    return out


def _joined(row: Sequence[Cell]) -> Iterator[TextLine]:
    """The lines of a row: a tab before each cell but the first, a blank before the next line of one cell."""
    tabs = ""
    for index, cell in enumerate(row):
        tabs += "\t" if index else ""
        for line in cell:
            yield replace(line, row=True, joint=tabs or " ") if index or line is not cell[0] else replace(line, row=True)
            tabs = ""


def _table(lines: Sequence[TextLine], at: int) -> tuple[list[list[Cell]], int] | None:
    """Header and rows of the table whose first title a line is, and the index of the line behind it."""
    bare = re.sub(r"[\s|]", "", lines[at].text)
    barred = lines[at].text.endswith("|")
    if len(bare) > _TITLE or lines[at].row and not barred or not headers.is_title(bare):
        return None
    if bare not in _FIRST and not all(headers.is_title(line.text.rstrip("| ")) for line in lines[at + 1 : at + _LEAST]):
        return None
    if bare not in _FIRST and all(headers.is_title(_text(cell)) for cell in _cells(lines, at, barred=barred, most=_MOST + 1)[0]):
        return None
    cells, ends = _cells(lines, at, barred=barred, most=_TRIED)
    if bare in _FIRST:
        first = next((n for n, cell in enumerate(cells) if _text(cell) == "1"), 0)
        titles = _titles(cells[:first])
    else:
        first = next((n for n, cell in enumerate(cells) if not headers.is_title(_text(cell))), 0)
        titles = list(cells[:first])
    if not _LEAST <= len(titles) <= _MOST:
        return None
    read = partial(_numbered, barred=barred) if bare in _FIRST else _told
    found, behind = read(cells, first, titles)
    if found and len(cells) == _TRIED:
        cells, ends = _cells(lines, at, barred=barred, most=len(lines))
        found, behind = read(cells, first, titles)
    return ([titles, *found], ends[behind - 1] + 1) if found else None


def _cells(lines: Sequence[TextLine], at: int, *, barred: bool, most: int) -> tuple[list[Cell], list[int]]:
    """The cells from a line on, as far as lines may be such, and the index of the last line of each."""
    cells: list[Cell] = []
    ends: list[int] = []
    held: list[TextLine] = []
    for index in range(at, len(lines)):
        line = lines[index]
        bars = line.text.count("|")
        if len(cells) == most or bars > line.text.endswith("|") or sum(len(part.text) for part in held) > _CELL:
            break
        if barred and not bars:
            held.append(line)
            continue
        if not barred and (bars or len(line.text) > _CELL):
            break
        if barred:
            text = line.text[:-1].rstrip()
            held += [replace(line, end=line.start + len(text), text=text)] if text else []
        elif not is_page(line.text) or line.text.isdigit():
            held.append(line)
        else:
            continue
        cells.append(tuple(held))
        ends.append(index)
        held = []
    return cells, ends


def _text(cell: Cell) -> str:
    return re.sub(r"\s", "", "".join(line.text for line in cell))


def _titles(cells: Sequence[Cell]) -> list[Cell]:
    """The titles of the columns, those that a line's end parts put together; none where one is no title."""
    out: list[Cell] = []
    for cell in cells:
        text = _text(cell)
        if out and not headers.is_title(text) and (text[:1] in "（(及和与、" or headers.is_title(_text(out[-1]) + text)):
            out[-1] = (*out[-1], *cell)
        else:
            out.append(cell)
    known = [headers.is_title(text) for cell in out if (text := _text(cell)) and len(text) <= _TITLE]
    return out if len(known) == len(out) and sum(known) * 2 >= len(out) else []


def _numbered(cells: Sequence[Cell], first: int, titles: Sequence[Cell], *, barred: bool) -> tuple[list[list[Cell]], int]:
    """The rows from the cell of the first number on, and the index of the cell behind the last; none where they do not fit."""
    width, kinds = len(titles), tuple(cell_fits.kind(_text(title)) for title in titles)
    most = width if barred else width * _WRAPPED
    rows: list[list[Cell]] = []
    while True:
        wanted = str(len(rows) + 2)
        ends = [first + width, *range(first + min(width - 1, _LEAST), first + most + 1)]
        found = [end for end in ends if end < len(cells) and _text(cells[end]) == wanted]
        row, end = next(((row, end) for end in found if (row := _fitted(cells[first:end], kinds))), ([], 0))
        if not row:
            break
        rows.append(row)
        first = end
    if not rows or found:
        return [], first
    ends = [end for end in range(first + width, first + most + 1) if end <= len(cells)]
    whole = all(cell_fits.like(_text(cell), kind) for cell, kind in zip(cells[first:], kinds, strict=False))
    last = next((end for end in ends[not whole :] if _fitted(cells[first:end], kinds)), min(first + width, len(cells)))
    rows.append(_fitted(cells[first:last], kinds) or list(cells[first:last]))
    return (rows, last) if sum(len(row) == width for row in rows) >= len(rows) * _SHARE else ([], first)


def _told(cells: Sequence[Cell], first: int, titles: Sequence[Cell]) -> tuple[list[list[Cell]], int]:
    """The rows of a table without numbers, as far as their cells are like their columns, two of which say what they are like."""
    width, kinds = len(titles), tuple(cell_fits.kind(_text(title)) for title in titles)
    rows: list[list[Cell]] = []
    while len(row := list(cells[first : first + width])) == width and all(
        cell_fits.like(_text(cell), kind) for cell, kind in zip(row, kinds, strict=True)
    ):
        rows.append(row)
        first += width
    return (rows, first) if len(rows) >= _ROWS and sum(kind != "text" for kind in kinds) >= _KNOWN else ([], first)


def _fitted(row: Sequence[Cell], kinds: Sequence[str]) -> list[Cell]:
    """The cells of a row, those whose lines a narrow column breaks put together; none where that cannot be told."""
    if len(row) <= len(kinds):
        return list(row)
    bounds = cell_fits.parts([_text(cell) for cell in row], kinds)
    return [tuple(line for cell in row[a:b] for line in cell) for a, b in bounds]
