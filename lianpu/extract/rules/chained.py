"""partOf between divisions that stand one behind the other, the inner by its full name: “甲市乙区丙街道、丁镇”, “甲乙区”."""

from __future__ import annotations

import re

from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.reading import Reading
from lianpu.extract.things import verbal

_OFFICIAL = re.compile(r"(?:省|市|区|县|旗|镇|乡|街道)$")


def apply(ctx: Context, text: str, span: Span, paragraph: int, out: Reading) -> None:
    """“甲市乙区丙街道”: divisions one behind the other are part of each other."""
    villages(ctx, text, span, paragraph, out)
    at = span.start
    while (outer := ctx.place_pattern.search(text, at, span.end)) is not None:
        at = outer.end()
        inner = ctx.place_pattern.match(text, at, span.end)
        if inner is None or not _OFFICIAL.search(inner.group()) and _ALONE.match(text, inner.end(), span.end) is None:
            continue
        whole, part = ctx.places[outer.group()], ctx.places[inner.group()]
        if any(ctx.table.contains(w.code, p.code) for w in ctx.table.find(whole) for p in ctx.table.find(part)):
            for name, match in ((whole, outer), (part, inner)):
                out.name(Owner("Region", name), paragraph, *match.span(), "place")
            out.state(
                Owner("Region", part),
                "partOf",
                Owner("Region", whole),
                "existing",
                (paragraph, outer.start(), inner.end()),
                "chain-of-places",
            )
            at = _carried(ctx, text, Owner("Region", whole), outer.start(), Span(inner.end(), span.end), paragraph, out)


_ALONE = re.compile(r"[、，。；）]|$")
"""Behind a place in its short form: what shows that no longer name begins with it (甲省乙、丙)."""


_VILLAGE = re.compile(
    r"(?P<name>(?![各全一几多数]|美丽|示范|重点|特色|行政|乡)[\u4e00-\u9fff]{1,5}?(?<![乡农新])村)(?![庄民级落集史屯镇委组股社])"
)


def villages(ctx: Context, text: str, span: Span, paragraph: int, out: Reading) -> None:
    """“甲镇乙村”: a village behind its town is part of it."""
    if "村" not in text[span.start : span.end]:
        return
    for town in ctx.place_pattern.finditer(text, span.start, span.end):
        match = _VILLAGE.match(text, town.end(), span.end) if town.group()[-1] in "镇乡道" else None
        if match is None or verbal(match["name"]) or ctx.place_pattern.match(text, town.end()) is not None:
            continue
        village, whole = Owner("Region", match["name"]), Owner("Region", ctx.places[town.group()])
        out.name(whole, paragraph, *town.span(), "place")
        out.name(village, paragraph, *match.span("name"), "village", (town.group() + match["name"],))
        out.state(village, "partOf", whole, "existing", (paragraph, town.start(), match.end()), "village")


def _carried(ctx: Context, text: str, whole: Owner, start: int, rest: Span, paragraph: int, out: Reading) -> int:
    """“乙区丙镇、丁镇”: further places of the same division behind the first; gives where they end."""
    at = rest.start
    while at < rest.end and text[at] in "、和":
        match = ctx.place_pattern.match(text, at + 1, rest.end)
        name = ctx.places[match.group()] if match is not None and _OFFICIAL.search(match.group()) else None
        inside = name is not None and any(
            ctx.table.contains(w.code, p.code) for w in ctx.table.find(whole.name) for p in ctx.table.find(name)
        )
        if match is None or name is None or not inside:
            break
        out.name(Owner("Region", name), paragraph, *match.span(), "place")
        out.state(Owner("Region", name), "partOf", whole, "existing", (paragraph, start, match.end()), "chain-of-places")
        at = match.end()
    return at
