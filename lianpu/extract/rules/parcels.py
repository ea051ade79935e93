"""Goods that a statement shares out among several sectors: “甲、乙等丙产业，丁、戊等己产业”, “庚产业（辛、壬）、癸产业（子）”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec
from msgspec.structs import replace

from lianpu.extract import brands, clauses, lists, names, phrases, words
from lianpu.extract.acts import Frame
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.cues import needs
from lianpu.extract.lists import Item
from lianpu.extract.reading import Reading
from lianpu.extract.rules import groups
from lianpu.extract.rules.packed import no_part
from lianpu.extract.things import Thing, classify
from lianpu.extract.whereabouts import place_prefix
from lianpu.model import Status

_LEAST = 2
"""Sectors from which a statement shares out without a colon; what one sector closes is weighed as any list."""
_NAME = r"[^，。；：、（）“”《》和及与的]{2,12}?"
_MADE = re.compile(
    rf"以(?P<list>[^。；：（）以]{{2,60}}?)为(?:主体?|代表|核心|重点|特色|支撑|主导|引领)的(?P<name>{_NAME})(?P<end>产业链|产业|行业)"
)
_TOLD = re.compile(
    rf"(?:^|(?<=[。；，]))(?P<name>{_NAME})(?P<end>产业链|产业|行业|领域|方面)(?:：|——)(?P<list>[^。；：（）]{{2,80}}?)(?=[。；]|$)"
)
_HELD = re.compile(rf"(?P<name>{_NAME})(?P<end>产业链|产业|行业|领域)?（(?:含|包括|重点)?(?P<list>[^（）。；]{{4,60}})）")
_TWICE = re.compile("等[^等]+等")
_CUES = {_MADE: ("为",), _TOLD: ("：", "——"), _HELD: ("（",)}
"""What each pattern has in all its matches."""


class _Parcel(msgspec.Struct, frozen=True, gc=False):
    """One sector with the things of its list, from the first word of the two to the last."""

    sector: Owner
    at: Span
    things: tuple[Thing, ...]
    span: Span
    listed: bool = False
    """Whether the sector is itself an item of a list, which others are said to develop."""


@needs(_MADE, _TOLD, _HELD, _TWICE, nothing=list)
def apply(ctx: Context, text: str, frame: Frame, paragraph: int, out: Reading) -> list[Span]:
    """State that each sector focuses on the things of its own list; gives the lists that were read so."""
    told = _written(ctx, text, frame.span, _TOLD)
    for found in (told, _closed(ctx, text, frame), *(_written(ctx, text, frame.span, way) for way in (_MADE, _HELD))):
        if len({parcel.sector for parcel in found}) >= (1 if found is told else _LEAST):
            for parcel in found:
                _write(frame, parcel, paragraph, out)
            return [parcel.span for parcel in found if not parcel.listed]
    return []


def _closed(ctx: Context, text: str, frame: Frame) -> list[_Parcel]:
    """“甲、乙等丙产业，丁、戊等己产业”: each sector closes its list."""
    out: list[_Parcel] = []
    if text.count("等", frame.span.start, frame.span.end) < _LEAST:
        return out
    for clause in frame.clauses:
        for items, whole, end in groups.listed(ctx, text, clause):
            if words.ending(whole.name, "sector_groups"):
                continue
            begin = text.rfind(whole.name, items[-1].end, end)
            parcel = _parcel(ctx, items, whole.name, Span(begin, begin + len(whole.name)), Span(items[0].start, end))
            if parcel is not None and begin >= 0:
                out.append(parcel)
    return out


def _written(ctx: Context, text: str, span: Span, pattern: re.Pattern[str]) -> list[_Parcel]:
    """Each sector in front of its list, or behind one that it is made of."""
    out: list[_Parcel] = []
    cued = any(text.find(cue, span.start, span.end) >= 0 for cue in _CUES[pattern])
    for match in pattern.finditer(text, span.start, span.end) if cued else ():
        start = match.start("name") + phrases.verb_length(match["name"])
        name = text[start : match.end("name")]
        if clauses.tokens(text, Span(*match.span("list"))):
            continue
        items = lists.parse(text, *match.span("list"), ctx.sector_names).items
        alone = pattern is _HELD and len(items) < _LEAST
        if alone and (text.count("（", span.start, span.end) < _LEAST or no_part(match["list"])):
            continue
        parcel = _parcel(ctx, items, name, Span(start, match.end("name")), Span(*match.span()))
        if parcel is not None:
            out.append(replace(parcel, listed=pattern is _HELD))
    return out


def _parcel(ctx: Context, items: Sequence[Item], name: str, at: Span, span: Span) -> _Parcel | None:
    """A sector and its things; none where the name is no sector's or something else is listed."""
    things = tuple(_things(ctx, items))
    if not things or 2 * len(things) <= len(items) or place_prefix(ctx, name) is not None:
        return None
    if "企业" in name or brands.alone(name) and name not in ctx.titled or any(brands.firm(t.what.name) for t in things):
        return None
    sector = (
        phrases.may_own(name) and phrases.plain(name) and names.form(name)[0] not in ("Park", "Platform", "Institution", "Agency")
    )
    return _Parcel(Owner("Industry", name), at, things, span) if sector else None


def _things(ctx: Context, items: Sequence[Item]) -> Iterator[Thing]:
    for item in items:
        thing = classify(ctx, item.text, item.start)
        if thing is not None and thing.what.type in ("Product", "Industry") and names.nameable(thing.what.name):
            yield thing


def _write(frame: Frame, parcel: _Parcel, paragraph: int, out: Reading) -> None:
    act = next((a for a in frame.acts if any(s.start <= parcel.things[0].start < s.end for s in a.objects)), None)
    where = (paragraph, min(frame.span.start, parcel.span.start) if act is not None else parcel.span.start, parcel.span.end)
    sought = act is not None and act.kind == "seek"
    status: Status = act.status if act is not None else "planned"  # type: ignore[assignment]
    out.name(parcel.sector, paragraph, parcel.at.start, parcel.at.end, "parcel")
    kinds = [thing.what for thing in parcel.things if thing.what.type != "Industry"]
    parts = parcel.listed and not sought and not any(names.goods(what.name) for what in kinds)
    for thing in parcel.things:
        out.name(thing.what, paragraph, thing.start, thing.end, "parcel", thing.aliases)
        if parts or parcel.listed and not sought and thing.what.type == "Industry":
            part = Owner("Industry", thing.what.name)
            out.state(part, "subIndustryOf", parcel.sector, "existing", where, "parcel")
            continue
        out.state(parcel.sector, "seeks" if sought else "focusesOn", thing.what, status, where, "parcel")
