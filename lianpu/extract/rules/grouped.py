"""Places that head a group of rows: “二、乙县（3个）” as a line inside or above a table, or as a row with nothing else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from lianpu.extract import spans
from lianpu.extract.context import Context, Owner
from lianpu.extract.document import Paragraph
from lianpu.extract.rules.grid import Cell
from lianpu.extract.whereabouts import place_prefix

_NUMBER = re.compile(r"(?:[（(]?[0-9一二三四五六七八九十]{1,3}[)）、.．]\s*)?")
_COUNT = re.compile(r"(?:[（(][^（）()]{1,12}[)）]|[0-9]+个|[：:])*\s*")


@lru_cache(maxsize=1)
def places(ctx: Context) -> Mapping[int, tuple[Owner, Cell]]:
    """For each row below such a heading the division that it names, and where it is written."""
    out: dict[int, tuple[Owner, Cell]] = {}
    found: tuple[Owner, Cell] | None = None
    for index, paragraph in enumerate(ctx.outline.paragraphs):
        if paragraph.kind != "row":
            found = titled(ctx, paragraph, 0, len(paragraph.text), index)
        elif title := spans.heading(paragraph):
            found = titled(ctx, paragraph, *title[-1], index)
        elif index == paragraph.header and found is not None and found[1].row != index - 1:
            found = None
        elif found is not None and index != paragraph.header:
            out[index] = found
    return out


def titled(ctx: Context, paragraph: Paragraph, start: int, end: int, index: int) -> tuple[Owner, Cell] | None:
    """The division inside the document's region that a title is, a number in front and a count behind it left aside."""
    number = _NUMBER.match(paragraph.text, start, end)
    start = number.end() if number is not None else start
    while start < end and paragraph.text[start] in " 　":
        start += 1
    prefix = place_prefix(ctx, paragraph.text[start:end])
    if prefix is None or prefix[0] == ctx.home or _COUNT.fullmatch(paragraph.text, start + prefix[1], end) is None:
        return None
    return prefix[0], Cell(paragraph.text[start : start + prefix[1]], start, start + prefix[1], index)
