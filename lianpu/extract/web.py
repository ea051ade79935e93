"""HTML pages to text: one line a block, `` | `` between the cells of a table row, without menus and page frames.

Which text of a page is its own is decided by trafilatura; how it is laid out is read from the page itself, since a line must
not end where only a style changes, and a table must stay a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lianpu.extract.characters import unbroken

_BLOCKS = frozenset(
    (
        *(
            "address",
            "article",
            "blockquote",
            "body",
            "br",
            "center",
            "dd",
            "div",
            "dl",
            "dt",
            "figure",
            "form",
            "h1",
            "h2",
            "h3",
        ),
        *("h4", "h5", "h6", "hr", "html", "li", "main", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th"),
        *("thead", "tr", "ul"),
    )
)
_SKIPPED = frozenset(
    ("script", "style", "noscript", "head", "nav", "header", "footer", "aside", "button", "select", "iframe", "template")
)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_BAR = "\x1f"
"""Between the cells of a row until spaces are made uniform."""
_MARKS = re.compile(r"[\s|]+")


def text(page: str) -> str:
    """The text of a page; empty when it has none."""
    import trafilatura
    from lxml import html
    from lxml.etree import LxmlError

    try:
        tree = html.fromstring(_DECLARATION.sub("", page))
    except LxmlError:
        return ""
    own = trafilatura.extract(page, output_format="txt", include_tables=True, include_comments=False, favor_recall=True)
    main = _MARKS.sub("", own or "")
    return "\n".join(line for line in _lines(tree) if not main or _belongs(line, main))


def _belongs(line: str, main: str) -> bool:
    """Whether a line, or most of a row, is in the page's own text."""
    cells = [_MARKS.sub("", cell) for cell in line.split(" | ")]
    return sum(len(cell) for cell in cells if cell in main) * 2 > sum(map(len, cells))


def _lines(tree: Any) -> Iterator[str]:
    parts: list[str] = []
    for piece in (*_pieces(tree), None):
        if piece is not None:
            parts.append(piece)
            continue
        line = _SPACE.sub(" ", "".join(parts)).strip(" ").replace(_BAR, " | ")
        parts = []
        if line.strip("| \u3000\xa0"):
            yield line


def _pieces(element: Any) -> Iterator[str | None]:
    """Text in order of reading, with None where a line ends."""
    if not isinstance(element.tag, str) or element.tag in _SKIPPED:
        return
    if element.tag == "table" and _is_grid(element):
        for row in _rows(element):
            yield None
            yield row
        yield None
        return
    block = element.tag in _BLOCKS
    if block:
        yield None
    yield element.text or ""
    for child in element:
        yield from _pieces(child)
        yield child.tail or ""
    if block:
        yield None


def _is_grid(table: Any) -> bool:
    """A table of data, not one that only lays out the page: no table inside, several columns."""
    rows = table.findall(".//tr")
    return table.find(".//table") is None and len(rows) > 1 and max(len(_cells(row)) for row in rows) > 1


def _cells(row: Any) -> list[Any]:
    return [cell for cell in row if cell.tag in ("td", "th")]


def _rows(table: Any) -> Iterator[str]:
    """Rows; a cell over several rows stands in each of them, one over several columns in the first."""
    below: dict[int, tuple[int, str]] = {}
    for row in table.findall(".//tr"):
        out: list[str] = []
        for cell in _cells(row):
            _fill(out, below)
            words = unbroken("".join("\n" if piece is None else _SPACE.sub(" ", piece) for piece in _pieces(cell)))
            if (more := _span(cell, "rowspan")) > 1:
                below[len(out)] = (more - 1, words)
            out += [words, *[""] * (_span(cell, "colspan") - 1)]
        _fill(out, below)
        yield _BAR.join(out)


def _fill(out: list[str], below: dict[int, tuple[int, str]]) -> None:
    """Put in the cells that reach down from the rows above."""
    while len(out) in below:
        at = len(out)
        left, words = below.pop(at)
        if left > 1:
            below[at] = (left - 1, words)
        out.append(words)


def _span(cell: Any, name: str) -> int:
    value = cell.get(name, "1")
    return min(int(value), 100) if value.isdigit() and value != "0" else 1
