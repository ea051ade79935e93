"""Targets and indicators of a paragraph: metric, number, unit, bound, year, and whether already achieved.

A number is read in its clause. What stands before it is its metric (“营业收入达到1500亿元”, “建设智能工厂16个”), or, after
a verb of building, what stands behind it (“打造30个创新创业共同体”). See GUIDE “Targets”; words in ``lexicon/metrics*.tsv``.
Statements are read in :mod:`.counting`, numbers in :mod:`.quantities`, years in :mod:`.years`, names in :mod:`.metric`, size
classes in :mod:`.levels`; :mod:`.layout` says where in a clause to look, :mod:`.tense` what is done and what is planned.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from msgspec.structs import replace

from lianpu.extract import aside, levels, metric_cues, quantities, tense, years
from lianpu.extract.counting import Dated, Reader
from lianpu.extract.value import Value as Value


def find(
    text: str,
    *,
    year: int | None = None,
    horizon: tuple[int, int] | None = None,
    base_year: int | None = None,
    achieved: bool | None = None,
    planned: bool = False,
) -> tuple[Value, ...]:
    """Figures of a clean paragraph in order of place.

    ``year`` is what a heading says and holds until the text names another; ``base_year`` the document's year, from which
    “3年内” counts (by default the start of ``horizon``); ``achieved`` what the section is about: True for one that looks back.
    ``planned`` tells that it is the part of a report that plans, where no word of a sentence makes a fact of an aim.
    """
    base = base_year if base_year is not None else horizon[0] if horizon else None
    opens = horizon[0] if horizon and not achieved else None
    amounts, sizes = quantities.find(text), levels.find(text)
    if not amounts and not sizes:
        return ()
    marks = years.find(text, base)
    marks = years.of_plan(text, marks, horizon) if horizon is not None and "年" in text else marks
    past = not planned and (tense.looks_back(text, amounts, marks, base) if achieved is None else achieved)
    if past:
        marks = tuple(mark for mark in marks if not mark.current)
    default = frame = Dated(year, planned, past)
    numbers, dates, named = [q.number for q in amounts], [y.start for y in marks], [s.start for s in sizes]
    out: list[Value] = []
    for start, end in _statements(text):
        inside, terms = _slice(amounts, numbers, start, end), _slice(marks, dates, start, end)
        classes = _slice(sizes, named, start, end)
        if not (inside or terms or classes):
            continue
        ruled = aside.hands_out(text, start, end) if inside else -1
        statement = Reader(text, start, end, inside, terms, metric_cues.aims(text, start, end), base, opens, ruled)
        found, frame = statement.read(
            frame, default, out[-1] if out and (text[start - 1] == "；" or text[start] == "（") else None
        )
        out.extend(found)
        out.extend(statement.sizes(classes, found, frame))
    return tuple(_undated(v, year, base) for v in out)


def _undated(value: Value, year: int | None, base: int | None) -> Value:
    """A figure already reached does not take the year to come of a heading."""
    ahead = value.achieved and value.year is not None and value.year == year and base is not None and year >= base
    return replace(value, year=None) if ahead else value


_T = TypeVar("_T")


def _slice(items: Sequence[_T], places: list[int], start: int, end: int) -> tuple[_T, ...]:
    """The items that stand in ``[start, end)``; ``places`` are where they stand, in order."""
    return tuple(items[bisect_left(places, start) : bisect_left(places, end)])


_STATEMENT = re.compile(r"[^。！？；]*[。！？；]?")
_AHEAD = re.compile(r"，(?=今后|下一步|接下来)")
"""Where a sentence turns to what is ahead (“现有生产线5条，今后重点…”), which is a statement of its own."""


def _statements(text: str) -> Iterator[tuple[int, int]]:
    turns = [match.end() for match in _AHEAD.finditer(text)]
    for match in _STATEMENT.finditer(text):
        bounds = [match.start(), *(turn for turn in turns if match.start() < turn < match.end()), match.end()]
        yield from ((start, end) for start, end in pairwise(bounds) if end > start)
