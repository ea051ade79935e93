"""locatedIn of works that a place itself builds or does something in: “甲镇改造乙市场，建成丙物流园”, “丁市在戊园设立专区”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lianpu.extract import clauses, lists, names
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.cues import needs
from lianpu.extract.reading import Reading
from lianpu.extract.rules import areas
from lianpu.extract.things import Thing, classify, generic, verbal
from lianpu.extract.whereabouts import local, place_prefix
from lianpu.extract.words import either
from lianpu.model import Status

_WITHIN = re.compile(
    r"(?:在|依托)(?P<list>[^，。；：的]{4,24}?)(?:内|中)?(?:配套|规划|新|集中)?(?:建设|设立|布局|打造|建成)(?=[\u4e00-\u9fff]{2})"
)
_WORKS = ("Park", "Platform", "Project")


@cache
def _builds() -> re.Pattern[str]:
    return re.compile(rf"(?:重点|加快|积极|规划|高标准|高质量)*(?P<verb>{either('placed_verbs')})(?P<list>[^，。；：]{{4,60}})")


@needs(_builds, _WITHIN)
def apply(ctx: Context, text: str, span: Span, paragraph: int, out: Reading) -> None:
    """State where works are of which the clauses of a statement tell that opens with one place, up to the next place."""
    pieces = clauses.clauses(text, span)
    place = _opening(ctx, text, pieces[0]) if pieces else None
    if place is None:
        return
    noted = {(d.s.name, d.p) for d in out.stated(paragraph) if d.p == "locatedIn"}
    for at, clause in enumerate(pieces):
        begin = place[1] if at == 0 else clause.start
        if (
            at
            and text[clause.start : clause.start + 1] in ctx.place_openings
            and place_prefix(ctx, text[clause.start : clause.end])
        ):
            return
        for thing, status in _works(ctx, text, Span(begin, clause.end)):
            if (thing.what.name, "locatedIn") in noted or thing.place is not None:
                continue
            out.name(thing.what, paragraph, thing.start, thing.end, "inside", thing.aliases)
            out.name(place[0], paragraph, span.start, place[1], "place")
            out.state(thing.what, "locatedIn", place[0], status, (paragraph, span.start, thing.end), "inside")


def _opening(ctx: Context, text: str, clause: Span) -> tuple[Owner, int] | None:
    """The one place of the document's own province that a statement opens with, and where it ends."""
    end = areas.leading(ctx, text, clause)
    prefix = place_prefix(ctx, text[clause.start : end]) if end > clause.start else None
    one = prefix is not None and prefix[0].type == "Region" and "、" not in text[clause.start : end] and prefix[0] != ctx.home
    return (prefix[0], end) if prefix is not None and one and local(ctx, prefix[0].name) else None


def _works(ctx: Context, text: str, clause: Span) -> Iterator[tuple[Thing, Status]]:
    """Works by their own names that a clause builds, raises, or does something in."""
    within = _WITHIN.match(text, clause.start, clause.end)
    built = _builds().match(text, clause.start, clause.end) if within is None else None
    match = within or built
    raised = within is not None or built is not None and built["verb"].startswith(("改造", "扩建", "提升"))
    for item in lists.parse(text, *match.span("list")).items if match is not None else ():
        if _SEVERAL.match(item.text) is not None:
            continue
        thing = classify(ctx, item.text, item.start)
        if thing is None or thing.what.type not in _WORKS or generic(thing.what.name) or verbal(thing.what.name):
            continue
        if len(thing.what.name) >= _NAME and names.praised(thing.what.name) is None:
            yield thing, "existing" if raised else "planned"


_SEVERAL = re.compile(r"一批|若干|多[个家处]|一系列|[0-9一二两三四五六七八九十]+(?:[个家处座]|多个)")
"""How many works there are to be, which names none."""
_NAME = 6
"""Characters of the name of such a work, at least."""
