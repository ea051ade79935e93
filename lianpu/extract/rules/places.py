"""partOf and locatedIn said in so many words: “下辖…”, “包括…”, “在X建设Y”."""

from __future__ import annotations

import re

from lianpu.extract import lists, names
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.reading import Reading
from lianpu.extract.things import classify, place_prefix

_PARTS = re.compile(r"(?:下辖|管辖|内辖|辖|包括|包含|涵盖)(?P<list>[^。；]{3,200})")
_AT = re.compile(r"在(?P<place>[^，。；、]{2,16}?)(?P<verb>规划建设|谋划建设|布局建设|建设|规划|布局|打造|设立|新建|创建|成立)(?P<object>[^，。；]{3,60})")


_CORE = re.compile(r"^(?:核心|重点|主要|主导|布局|承载)?(?:区域|地区|布局|承载区|承载地)(?:布局)?：(?P<list>.{2,120}?)(?:。|$)")


def core_areas(ctx: Context, text: str, paragraph: int, owner: Owner, out: Reading) -> None:
    """“核心区域：A、B”: the places of a sector's section focus on the sector."""
    match = _CORE.match(text)
    if match is None or owner.type != "Industry":
        return
    for item in lists.parse(text, *match.span("list")).items:
        thing = classify(ctx, re.sub(r"（[^（）]*）$", "", item.text), item.start)
        if thing is not None and thing.what.type in ("Region", "Park"):
            out.name(thing.what, paragraph, thing.start, thing.end, "core-area")
            out.state(thing.what, "focusesOn", owner, "existing", (paragraph, 0, thing.end), "core-area")


def several(ctx: Context, text: str, start: int, end: int) -> list[Owner]:
    """Places that open or stand inside a clause together (“支持A、B、C等建设…”); empty unless all items are places."""
    listing = lists.parse(text, start, end)
    found: list[Owner] = []
    for item in listing.items:
        prefix = place_prefix(ctx, item.text)
        if prefix is None or prefix[1] < len(item.text):
            return []
        found.append(prefix[0])
    return found if not listing.tail or len(listing.tail.text) <= 4 else []


_OF = re.compile(r"(?:等(?:地|市|县)?)?(?:[0-9一二两三四五六七八九十]+(?:大|个))?")


def before_object(ctx: Context, text: str, start: int, end: int) -> tuple[list[Owner], int]:
    """Places in front of what a verb has as its object (“做强济南、青岛4大机器人产业基地”) and where the rest begins."""
    found: list[Owner] = []
    at = start
    while True:
        match = ctx.place_pattern.match(text, at, end)
        if match is None:
            break
        found.append(Owner("Region", ctx.places[match.group()]))
        at = match.end()
        if at >= end or text[at] not in "、和":
            break
        at += 1
    if not found:
        return [], start
    rest = _OF.match(text, at, end)
    at = rest.end() if rest else at
    return (found, at) if names.praised(text[at:end]) is not None else ([], start)


def apply(ctx: Context, text: str, span: Span, paragraph: int, owner: Owner, out: Reading) -> None:
    """Parts of a zone or region; things built in a place."""
    for match in _PARTS.finditer(text, span.start, span.end):
        _parts(ctx, text, match, paragraph, span, owner, out)
    for match in _AT.finditer(text, span.start, span.end):
        prefix = place_prefix(ctx, match.group("place"))
        if prefix is None or prefix[1] != len(match.group("place")):
            continue
        for item in lists.parse(text, *match.span("object")).items:
            thing = classify(ctx, item.text, item.start)
            if thing is not None and thing.what.type in ("Park", "Platform", "Institution", "Project"):
                out.name(thing.what, paragraph, thing.start, thing.end, "built")
                out.name(prefix[0], paragraph, match.start("place"), match.end("place"), "place")
                out.state(thing.what, "locatedIn", prefix[0], "planned", (paragraph, match.start(), thing.end), "built-in")


def _parts(ctx: Context, text: str, match: re.Match[str], paragraph: int, span: Span, owner: Owner, out: Reading) -> None:
    listing = lists.parse(text, *match.span("list"))
    whole = owner if owner.type in ("Region", "Park") else ctx.home
    if whole is None:
        return
    found = [classify(ctx, item.text, item.start) for item in listing.items]
    places = [t for t in found if t is not None and t.what.type in ("Region", "Park")]
    if len(places) < 2 or len(places) < len(listing.items) // 2:
        return
    for thing in places:
        where = (paragraph, span.start, thing.end)
        out.name(thing.what, paragraph, thing.start, thing.end, "part")
        if thing.what.type == "Region":
            out.state(thing.what, "partOf", whole, "existing", where, "parts")
        else:
            out.state(thing.what, "locatedIn" if whole.type == "Region" else "partOf", whole, "existing", where, "parts")
