"""Rows of tables that the end of a page cuts in two: what stands on the next page goes on in each cell of the row."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from lianpu.extract.document import Paragraph

Cells = Sequence[tuple[int, int]]


def join(above: Paragraph, row: Paragraph, cells: Cells) -> Paragraph | None:
    """The row ``above`` with what ``row``, the first of the next page, adds to it; None where ``row`` is one of its own.

    :param cells: the (start, end) spans of the cells of ``row``, as many as ``above`` has where it goes on.

    >>> def row(*parts):
    ...     text, cells, at = "|".join(parts), [], 0
    ...     for part in parts:
    ...         cells.append((at, at + len(part)))
    ...         at += len(part) + 1
    ...     return Paragraph(text, array("i", range(len(text))), "row", cells=tuple(cells))
    >>> above, below = row("3", "甲园项目", "建设厂", "甲县", "5"), row("", "", "房两幢。", "", "")
    >>> join(above, below, below.cells).text
    '3|甲园项目|建设厂房两幢。|甲县|5'
    """
    if not _goes_on(above, row, cells):
        return None
    text: list[str] = []
    offsets: array[int] = array("i")
    spans: list[tuple[int, int]] = []
    at = 0
    for index, (part, more) in enumerate(zip(above.cells, cells, strict=True)):
        if index:
            bar = above.cells[index - 1][1]
            text.append(above.text[bar : part[0]])
            offsets.extend(above.offsets[bar : part[0]])
            at += part[0] - bar
        begin = at
        for paragraph, (start, end) in ((above, part), (row, more)):
            text.append(paragraph.text[start:end])
            offsets.extend(paragraph.offsets[start:end])
            at += end - start
        spans.append((begin, at))
    return Paragraph("".join(text), offsets, "row", cells=tuple(spans), joined=True)


def _goes_on(above: Paragraph, row: Paragraph, cells: Cells) -> bool:
    """Whether a row has no number and less than half of its cells, each of them below a filled one."""
    filled = [index for index, (start, end) in enumerate(cells) if row.text[start:end].strip()]
    if len(cells) != len(above.cells) or not filled or filled[0] == 0 or 2 * len(filled) >= len(cells):
        return False
    return all(above.text[slice(*above.cells[index])].strip() for index in (0, *filled))
