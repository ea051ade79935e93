"""Pages of a PDF to text: ruled tables row by row (`` | `` between cells), all else line by line.

A table that goes on over a page break is one table: a repeated header is left out, and a row that the break divides is joined.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from lianpu.errors import UnreadableError
from lianpu.extract import furniture
from lianpu.extract.characters import unbroken

if TYPE_CHECKING:
    from pdfplumber.page import Page
    from pypdfium2 import PdfPage

_GRID = 8
"""Line segments that the smallest grid has, two cells side by side."""
_NEAR = 6.0
"""Points by which the columns of two pages may be shifted."""
_PROSE = 20
"""Characters of a cell that holds sentences rather than names."""

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Grid:
    """A ruled table of one page: where it stands, the left edges of its columns, its rows with something in them."""

    top: float
    bottom: float
    edges: tuple[float, ...]
    rows: tuple[Row, ...]


@dataclass(slots=True)
class _Writer:
    """Lines of the document so far; ``rows`` are those of the table that is open at its end."""

    lines: list[str] = field(default_factory=list)
    edges: tuple[float, ...] = ()
    rows: list[Row] = field(default_factory=list)

    def text(self, text: str) -> None:
        """Text closes the table, page numbers do not."""
        lines = [line for line in text.splitlines() if line.strip()]
        if self.rows and all(furniture.is_page(line.strip()) for line in lines):
            return
        self.close()
        self.lines.extend(lines)

    def table(self, grid: _Grid, *, first: bool) -> None:
        """``first``: nothing but the table stands at the top of the page, so that it may go on from the one before."""
        columns = _columns(grid, self.edges) if first and self.rows else None
        if columns is None:
            self.close()
            self.edges, self.rows = grid.edges, list(grid.rows)
            return
        rows = [_spread(row, columns, len(self.edges)) for row in grid.rows]
        if rows and rows[0] == self.rows[0]:
            del rows[0]
        if rows and _divided(self.rows[-1], rows[0]):
            self.rows[-1] = tuple(unbroken(f"{a}\n{b}") for a, b in zip(self.rows[-1], rows.pop(0), strict=True))
        self.rows.extend(rows)

    def close(self) -> None:
        """Write the open table."""
        self.lines.extend(" | ".join(row) for row in self.rows)
        self.edges, self.rows = (), []


def text(data: bytes) -> str:
    """The text of a PDF, page after page.

    :raises UnreadableError: it cannot be opened.
    """
    import pypdfium2

    writer = _Writer()
    try:
        with pypdfium2.PdfDocument(data) as document:
            ruled = {number for number, page in enumerate(document) if _segments(page) >= _GRID}
            plain = [page.get_textpage().get_text_range() for page in document]
    except pypdfium2.PdfiumError as error:
        raise UnreadableError("pdf_broken", reason=error) from error
    grids = _ruled(data, ruled) if ruled else {}
    for number, page in enumerate(plain):
        if grids.get(number):
            _write(writer, grids[number])
        else:
            # U+FFFE is how pdfium writes the hyphen of a divided word; the word goes on.
            writer.text(page.replace("\ufffe", ""))
    writer.close()
    return "\n".join(writer.lines)


def _write(writer: _Writer, blocks: Sequence[str | _Grid]) -> None:
    first = True
    for block in blocks:
        if isinstance(block, str):
            writer.text(block)
            first = first and bool(writer.rows) or not block.strip()
        else:
            writer.table(block, first=first)
            first = False


def _segments(page: PdfPage) -> int:
    """Line segments that are drawn on a page."""
    from pypdfium2 import raw

    return sum(raw.FPDFPath_CountSegments(item) for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]))


# -- tables of a page ---------------------------------------------------------------------------------------------------


def _ruled(data: bytes, numbers: set[int]) -> dict[int, list[str | _Grid]]:
    """Pages with tables as text and tables from top to bottom."""
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as document:
        return {number: _blocks(document.pages[number]) for number in sorted(numbers)}


def _blocks(page: Page) -> list[str | _Grid]:
    """Text and tables of a page from top to bottom; nothing when it has no table."""
    grids = sorted(_grids(page), key=lambda grid: grid.top)
    out: list[str | _Grid] = []
    bounds = [float("-inf"), *(edge for grid in grids for edge in (grid.top, grid.bottom)), float("inf")]
    for at, (top, bottom) in enumerate(pairwise(bounds)):
        out.append(grids[at // 2] if at % 2 else _between(page, top, bottom))
    return out if grids else []


def _grids(page: Page) -> list[_Grid]:
    out = []
    for table in page.find_tables():
        edges = tuple(sorted({cell[0] for cell in table.cells}))
        rows = tuple(tuple(unbroken(cell or "") for cell in row) for row in table.extract())
        if len(edges) >= 2:
            out.append(_Grid(table.bbox[1], table.bbox[3], edges, tuple(row for row in rows if any(row))))
    return out


def _between(page: Page, top: float, bottom: float) -> str:
    inside = page.filter(lambda item: item["object_type"] == "char" and top <= (item["top"] + item["bottom"]) / 2 < bottom)
    return inside.extract_text()


# -- over a page break --------------------------------------------------------------------------------------------------


def _columns(grid: _Grid, edges: Sequence[float]) -> tuple[int, ...] | None:
    """Index of each column of a table among those of the table before it, or None when it is another table."""
    found = [next((at for at, edge in enumerate(edges) if abs(edge - own) <= _NEAR), -1) for own in grid.edges]
    return None if -1 in found else tuple(found)


def _spread(row: Row, columns: Sequence[int], width: int) -> Row:
    """A row under the columns of the table that it goes on from; columns that are merged across the break are empty."""
    cells = dict(zip(columns, row, strict=True))
    return tuple(cells.get(at, "") for at in range(width))


def _divided(last: Row, row: Row) -> bool:
    """Whether the first row of a page is the rest of the last one of the page before: it has no number or name of its own."""
    if row[0]:
        return False
    prose = [above for above, cell in zip(last, row, strict=True) if cell and max(len(above), len(cell)) > _PROSE]
    named = any(cell and len(cell) <= _PROSE for cell in row)
    return not named or any(not above.endswith(("。", "；")) for above in prose)
