"""Which lines make one cell: narrow columns break what they hold, and nothing but what a column is for tells where one ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from lianpu.extract import headers, words

_DISTRICT = 6
"""Longest name of a district, characters: more is a zone."""
_LINES = 6
"""Most lines of one cell."""
_NUMBERS = frozenset({"序号", "编号"})
_UNITS = frozenset({"单位", "计量单位"})
_YEAR = re.compile(r"20[0-9]{2}年(?:目标|实际|现状|计划)?值?")
_FORMS = {"place": "place", "project": "work", "firm": "firm", "lead": "office", "responsible": "office"}
"""What the cells of a column are like by what it holds."""
_FIGURE = re.compile(r"[约>≥]?\d[\d,，.%\-—~～]*|[-—–/]")


@lru_cache(maxsize=1 << 12)
def kind(title: str) -> str:
    """What the cells of a column are like by its title: a number, a figure, a firm, a place, a work, an office, some
    other name, or any text.

    >>> [kind(title) for title in ("序号", "总投资（亿元）", "建设单位", "建设地点", "备注")]
    ['number', 'figure', 'firm', 'place', 'text']
    """
    if title in _NUMBERS:
        return "number"
    if headers.counts(title) or _YEAR.fullmatch(title) is not None:
        return "figure"
    if title in _UNITS:
        return "name"
    role = next((held for word, held in words.rows("columns") if headers.titled(title, word)), "")
    return _FORMS.get(role, "name" if role or title.endswith("名称") else "text")


def parts(lines: Sequence[str], kinds: Sequence[str]) -> list[tuple[int, int]]:
    """Which lines make each cell, as (first, behind the last); nothing where not just one way has all of them like their columns.

    >>> parts(["1", "甲乙铝", "材项目", "丙县"], ("number", "work", "place"))
    [(0, 1), (1, 3), (3, 4)]
    >>> parts(["1", "甲乙", "丙丁", "戊己"], ("number", "text", "text"))
    []
    """

    @cache
    def ways(at: int, column: int) -> tuple[int, tuple[int, ...]]:
        """How many ways there are from a line and a column on, and where the cells of the first one end."""
        if column == len(kinds):
            return (1, ()) if at == len(lines) else (0, ())
        count = 0
        first: tuple[int, ...] = ()
        for end in range(at + 1, min(len(lines) - (len(kinds) - column - 1), at + _LINES) + 1):
            if like("".join(lines[at:end]), kinds[column]):
                more, rest = ways(end, column + 1)
                first = first if count or not more else (end, *rest)
                count += more
        return count, first

    count, ends = ways(0, 0)
    return list(zip((0, *ends[:-1]), ends, strict=True)) if count == 1 else []


def like(text: str, held: str) -> bool:
    """Whether a text is like the cells of its column.

    >>> like("甲县乙镇", "place"), like("甲县乙公司", "place")
    (True, False)
    """
    if held == "number":
        return text.isdigit()
    if held in ("figure", "name"):
        return (_FIGURE.fullmatch(text) is not None) == (held == "figure")
    end = words.ending(text, "cell_ends")
    if held == "place" and end == "区" and len(text) > _DISTRICT:
        return False
    return held == "text" or end != "" and words.mapping("cell_ends")[end][0] == held
