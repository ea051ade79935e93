"""focusesOn of places that are the grounds of a crop or trade: “主要布局在甲镇”, “甲县、乙县2大优势区”, “丙（甲镇、乙镇）”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lianpu.extract import clauses, lists, names, phrases
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.cues import needs
from lianpu.extract.reading import Reading
from lianpu.extract.rules import areas
from lianpu.extract.things import generic, verbal
from lianpu.extract.whereabouts import local
from lianpu.extract.words import either
from lianpu.model import Status

_LAID = re.compile(
    r"(?:产业|种植|养殖|生产)?(?:主要|重点|集中|优先)*(?:布局|分布|集中|种植|养殖)(?:在|于|到)(?P<places>[^，。；：（）]{2,60}?)(?:等(?:地|区域)?)?[，。；]?$"
)
_SIZED = r"(?:等)?(?:[0-9一二两三四五六七八九十]+(?:个|大|条))?"
_BANDS = re.compile(
    rf"(?:重点)?(?:发展|建设|打造|布局|培育|巩固|提升)(?P<one>[^，。；：（）]{{2,60}}?){_SIZED}(?:优势|特色|重点|核心)*(?:产业|种植|养殖|生产)?(?:带|区)"
    rf"(?:[和、及与](?P<two>[^，。；：（）]{{2,60}}?){_SIZED}(?:优势|特色|重点|核心)*(?:产业|种植|养殖|生产)?(?:带|区))?[，。；]?$"
)


@cache
def _such() -> re.Pattern[str]:
    verbs, kinds = either("ground_verbs"), either("ground_kinds")
    return re.compile(rf"{verbs}(?P<places>[^，。；：（）]{{2,60}}?)等(?P<sector>[^，。；：、的]{{2,14}}?){kinds}")


_HELD = re.compile(r"(?P<sector>[^（）、，。；：]{2,12})（(?P<places>[^（）]{2,60})）")


@needs(_LAID, _BANDS, _such, _HELD)
def apply(ctx: Context, text: str, span: Span, paragraph: int, owner: Owner, out: Reading) -> None:
    """State that the places focus on the sector that the statement names, or on the one that it stands under."""
    for clause in clauses.clauses(text, span):
        for what, at, listed in (*_under(text, clause, owner), *_named(ctx, text, clause), *_held(ctx, text, clause)):
            for place, where in _places(ctx, text, listed):
                out.name(place, paragraph, where.start, where.end, "place")
                if at is not None:
                    out.name(what, paragraph, at.start, at.end, "ground")
                status: Status = "planned" if clauses.tokens(text, clause) else "existing"
                out.state(place, "focusesOn", what, status, (paragraph, clause.start, clause.end), "ground")


Found = tuple[Owner, Span | None, Span]
"""A sector, where the statement names it, and where its places are listed."""


def _under(text: str, clause: Span, owner: Owner) -> Iterator[Found]:
    """The places in which the sector of the section is laid out, where the clause names nothing else."""
    if owner.type != "Industry":
        return
    match = _LAID.match(text, clause.start, clause.end) or _BANDS.match(text, clause.start, clause.end)
    groups = ("places",) if match is not None and "places" in match.re.groupindex else ("one", "two")
    yield from ((owner, None, Span(*match.span(group))) for group in groups if match is not None and match[group] is not None)


def _named(ctx: Context, text: str, clause: Span) -> Iterator[Found]:
    """“建设甲县、乙县等丙产业重点县12个”."""
    match = _such().search(text, clause.start, clause.end)
    found = _sector(ctx, match["sector"]) if match is not None else None
    if match is not None and found is not None:
        yield found, Span(*match.span("sector")), Span(*match.span("places"))


def _held(ctx: Context, text: str, clause: Span) -> Iterator[Found]:
    """“丙（甲镇、乙镇）、丁（戊镇）”: each with its places in the bracket behind it; no bracket holds anything else."""
    found: list[Found] = []
    for match in _HELD.finditer(text, clause.start, clause.end):
        begin = match.start("sector") + phrases.verb_length(match["sector"])
        what = _sector(ctx, text[begin : match.end("sector")])
        if what is None or not _places(ctx, text, Span(*match.span("places"))):
            return
        found.append((what, Span(begin, match.end("sector")), Span(*match.span("places"))))
    yield from found


def _sector(ctx: Context, name: str) -> Owner | None:
    """The crop, goods or sector that words name as a whole."""
    found = names.topic(name)
    if found is None or found[0] != name or verbal(name) or generic(name) or not phrases.plain(name):
        return None
    sure = names.goods(name) or ctx.known_sector(name) or names.form(name)[0] == "Industry"
    return Owner("Industry" if ctx.is_sector(name) else "Product", name) if sure else None


def _places(ctx: Context, text: str, span: Span) -> list[tuple[Owner, Span]]:
    """The places of a list that names nothing else, all of the document's own province."""
    found = areas.several(ctx, text, span.start, span.end)
    items = lists.parse(text, span.start, span.end).items
    if not all(place.type == "Region" and (local(ctx, place.name) or ctx.home_level == "") for place in found):
        return []
    return [(place, Span(item.start, item.end)) for place, item in zip(found, items, strict=False)]
