"""Ranks and places to become (“全国重要的X基地”, “X高地”): what is developed is the sector in them."""

from __future__ import annotations

import re

from lianpu.extract import lists, names
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.things import Thing
from lianpu.extract.whereabouts import place_prefix

_AREA = re.compile(r"^[\u4e00-\u9fff]{1,10}?(?:地区|片区|区域|流域|沿线|沿岸|一带)(?=[\u4e00-\u9fff]{3,})")


def topic(ctx: Context, name: str) -> Owner:
    """A name as a sector or as goods."""
    return Owner("Industry" if ctx.is_sector(name) else "Product", name)


def without_place(ctx: Context, name: str) -> int:
    """Length of the place or area in front of what a rank is about (甲地区大数据)."""
    prefix = place_prefix(ctx, name)
    length = prefix[1] if prefix is not None and prefix[0].type == "Region" and len(name) - prefix[1] >= 2 else 0
    area = _AREA.match(name, length)
    return area.end() if area is not None else length


def of(ctx: Context, text: str, start: int, end: int) -> list[Thing]:
    """The sectors of one rank: “世界级A与B制造基地” has two; none where the words are no rank or every item has its own."""
    body = text[start:end]
    found = names.praised(body)
    if found is None:
        return []
    listing = lists.parse(text, start, end, ctx.sector_names)
    several = len(listing.items) > 1 and any(names.praised(item.text) for item in listing.items[:-1])
    if several or listing.tail is not None and listing.etc:
        return []
    inner = Span(start + found[1], start + found[2])
    out: list[Thing] = []
    for item in lists.parse(text, inner.start, inner.end, ctx.sector_names).items:
        named = names.topic(item.text)
        if named is None:
            continue
        shift = without_place(ctx, named[0])
        again = names.topic(named[0][shift:])
        if again is not None:
            out.append(_thing(ctx, text, again[0], item.start + named[1] + shift + again[1]))
    return out


def _thing(ctx: Context, text: str, name: str, start: int) -> Thing:
    """What a rank is about, with the 产业 behind its name (菱镁产业基地)."""
    end = start + len(name)
    if text.startswith("产业", end) and not name.endswith("产业"):
        return Thing(Owner("Industry", name + "产业"), start, end, None, (name,))
    return Thing(topic(ctx, name), start, end)
