"""Parks, platforms, institutes and works that carry their place in their name, wherever a sentence mentions them."""

from __future__ import annotations

import re
from functools import cache

from lianpu.extract import names, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.reading import Reading
from lianpu.extract.things import _province, place_prefix
from lianpu.model import EntityType, Status

_KINDS: tuple[EntityType, ...] = ("Park", "Platform", "Institution", "Project")
_INSIDE = r"(?:[^、，。；：！？（）“”\s和及与或在将为把对从向的是等]|（[^（）]{1,12}）|“[^“”]{1,10}”)"


@cache
def _shape() -> re.Pattern[str]:
    """What may follow a place up to a suffix of the four classes, as short as it goes."""
    ends = sorted((s for s, kind in names.suffixes().items() if kind in _KINDS and len(s) > 1), key=lambda s: (-len(s), s))
    return re.compile(rf"{_INSIDE}{{0,18}}?(?:{'|'.join(map(re.escape, ends))})(?:[一二三四五六七八九十]期|（[^（）]{{1,12}}）)?")


def apply(ctx: Context, text: str, span: Span, paragraph: int, out: Reading) -> None:
    """Note every such name of a statement and where it stands."""
    at = span.start
    while at < span.end:
        place = ctx.place_pattern.search(text, at, span.end)
        if place is None:
            return
        at = place.end()
        prefix = place_prefix(ctx, text[place.start() : min(span.end, place.start() + 40)])
        if prefix is None:
            continue
        if not _opens(text, span.start, place.start()):
            continue
        match = _longest(text, place.end(), span.end)
        if match is None:
            continue
        name = text[place.start() : match]
        kind, suffix = names.form(name)
        if kind not in _KINDS or len(name) > 30 or name in ctx.places or _verbal(name[place.end() - place.start() : -len(suffix)]):
            continue
        thing = out.name(Owner(kind, name), paragraph, place.start(), match, "named-place")
        where = Owner("Region", ctx.places[place.group()])
        if not _province(ctx, where) and not (kind == "Institution" and name.endswith(("大学", "学院", "学校"))):
            out.name(where, paragraph, place.start(), place.end(), "place")
            out.state(thing, "locatedIn", where, _status(text, span.start, place.start()), (paragraph, max(span.start, place.start() - 20), match), "named-place")
        at = match


def _opens(text: str, start: int, at: int) -> bool:
    """Whether a name may begin at ``at``: after punctuation, a function word or a verb, not in the middle of another name."""
    if at == start or not "\u4e00" <= text[at - 1] <= "\u9fff":
        return True
    before = text[max(start, at - 4) : at]
    return before[-1] in "与和及在将把为对从向的是由到于以" or any(before.endswith(w) for w in words.words("builds") | words.words("opens"))


def _longest(text: str, start: int, end: int) -> int | None:
    """End of the name that begins with a place ending at ``start``: the shortest fit, grown while a longer one continues it."""
    shape = _shape()
    match = shape.match(text, start, end)
    if match is None:
        return None
    stop = match.end()
    for extra in (3, 2, 1):
        if stop + extra <= end and len(names.form(text[start : stop + extra])[1]) > extra and not re.search(r"[、，。；：]", text[stop : stop + extra]):
            stop += extra
            break
    while True:
        longer = shape.match(text, stop, min(end, stop + 10))
        if longer is None or longer.end() - stop > 8 or _verbal(text[stop : longer.end()]):
            return stop
        stop = longer.end()


def _verbal(inner: str) -> bool:
    return any(word in inner for word in words.words("builds"))


def _status(text: str, start: int, at: int) -> Status:
    before = text[max(start, at - 16) : at]
    planned = max((before.rfind(w) for w in words.words("builds")), default=-1)
    return "planned" if planned >= 0 else "existing"
