"""Titles of columns, and tables whose columns only blanks part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from lianpu.extract import quantities, words
from lianpu.extract.furniture import TextLine

_YEARS = re.compile(r"20\d\d年?(?:目标|目标值|现状|实际|完成|计划)?值?")
_UNIT = re.compile(r"(?<=[\u4e00-\u9fff]{2})[（(](?:单位[：:])?(?P<unit>[^（）()：:]{1,6})[）)]$")
"""What a column of numbers is counted in, behind what it measures (产量（万吨）)."""
_LONGEST = 16
_SHORT = 6
"""Longest title that its ending alone tells, characters."""
_AND = re.compile(r"[及和与]")
"""Between two things that one column tells (建设内容及规模)."""
_WIDE = re.compile(r"[ \u3000\xa0]{2,}")
_BLANK = re.compile(r"[ \u3000\xa0]+")
_CELLS = 3
"""Fewest columns of a table that only blanks part."""


@lru_cache(maxsize=1 << 12)
def is_title(title: str) -> bool:
    """Whether a cell is the title of a column, as far as words tell."""
    bare = re.sub(r"[（(].*", "", title)
    if _YEARS.fullmatch(bare):
        return True
    if bare in words.words("table_headers") or len(bare) <= _SHORT and words.ending(bare, "header_ends"):
        return True
    if counts(title):
        return True
    halves = _AND.split(bare)
    if len(halves) == 2 and len(bare) <= _LONGEST and any(half in words.words("table_headers") for half in halves):
        return True
    roles = words.words("columns")
    return any(titled(form, word) and len(form) <= len(word) + 2 for form in {title, bare} for word in roles)


def counts(title: str) -> bool:
    """Whether a title has the unit of what stands under it (总投资（亿元）)."""
    unit = _UNIT.search(title.replace("(", "（").replace(")", "）"))
    return unit is not None and unit["unit"].lstrip("万亿") in quantities.kinds()


def titled(title: str, word: str) -> bool:
    """Whether a header cell has a word of ``columns.tsv``, or is one that has to be the whole title.

    >>> titled("企业（个）", "=企业"), titled("企业性质", "=企业"), titled("主要建设内容", "建设内容")
    (True, False, True)
    """
    return re.sub(r"（.*", "", title) == word[1:] if word.startswith("=") else word in title


def are_titles(cells: Sequence[str]) -> bool:
    """Titles of columns only: at least two known ones among short cells, and those the half of them."""
    titles = [title for cell in cells if (title := re.sub(r"\s", "", cell))]
    if any(len(title) > _LONGEST or "。" in title for title in titles):
        return False
    hits = sum(map(is_title, titles))
    return hits >= 2 and hits * 2 >= len(titles)


def rows(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """The lines; those of a table that only blanks part, from its header on, are rows with their ``gap``."""
    gap, width, above = None, 0, False
    for index, line in enumerate(lines):
        following = lines[index + 1].text if index + 1 < len(lines) else ""
        found = None if line.row else _header(line.text, following)
        if found is not None:
            gap, width = found, len(found.split(line.text))
        elif gap is not None and (line.row or len(gap.split(line.text)) != width):
            goes_on = above and not line.row and len(gap.split(following)) == width
            gap, above = (gap, False) if goes_on else (None, False)
            yield line
            continue
        above = gap is not None
        yield line if gap is None else replace(line, row=True, gap=gap)


def _header(text: str, following: str) -> re.Pattern[str] | None:
    """The blanks that part a line of titles, where the line behind it has as many cells."""
    for gap in (_WIDE, _BLANK):
        cells = gap.split(text)
        if len(cells) >= _CELLS and len(gap.split(following)) == len(cells) and are_titles(cells):
            return gap if gap is _WIDE or all(map(is_title, cells)) else None
    return None
