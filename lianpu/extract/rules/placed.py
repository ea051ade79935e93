"""Firms right behind the county or zone that they stand in, in lists: “扶持甲县乙新能源、丙县丁电子和戊电力发展…”."""

from __future__ import annotations

import re
from functools import cache

from lianpu.extract import clauses, lists, names, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.reading import Reading
from lianpu.extract.things import generic, verbal
from lianpu.extract.whereabouts import place_prefix


@cache
def _openers() -> re.Pattern[str]:
    return re.compile("|".join(words.longest_first("firm_openers")))


def apply(ctx: Context, text: str, span: Span, paragraph: int, out: Reading) -> None:
    """Note such firms and where they stand; a place carries over to the firms after it in the list."""
    for clause in clauses.clauses(text, span):
        opener = _openers().search(text, clause.start, clause.end)
        if opener is None:
            continue
        end = next((t.start for t in clauses.tokens(text, Span(opener.end(), clause.end)) if t.kind != "prep"), clause.end)
        listing = lists.parse(text, opener.end(), end)
        found = _firms(ctx, listing.items) if listing.tail is None or _SECTORS.search(listing.tail.text) is None else []
        for name, place, at in found:
            firm = out.name(Owner("Enterprise", name), paragraph, at, at + len(name), "placed-firm", (place.name + name,))
            out.name(place, paragraph, clause.start, at + len(name), "place")
            out.state(firm, "locatedIn", place, "existing", (paragraph, clause.start, at + len(name)), "placed-firm")


_SECTORS = re.compile(r"产业|集群|行业|领域|链")
"""What a list closes with that names sectors and goods, not firms (甲市医药、乙县药材等产业集群)."""


@cache
def _cut() -> re.Pattern[str]:
    """What follows a firm's name in one phrase with it: 等, or the verb of what it does."""
    return re.compile(rf"(?<=[\u4e00-\u9fff]{{3}})(?:等|{'|'.join(words.longest_first('makes'))}).*$")


def _firms(ctx: Context, items: tuple[lists.Item, ...]) -> list[tuple[str, Owner, int]]:
    """Name, place and start of the items up to the first that is no firm or has no place."""
    place: Owner | None = None
    found: list[tuple[str, Owner, int]] = []
    led = [place_prefix(ctx, item.text) for item in items]
    several = len(items) > 1 and all(p is not None for p in led)
    for item, prefix in zip(items, led, strict=True):
        place = prefix[0] if prefix is not None else place
        at = prefix[1] if prefix is not None else 0
        name = _cut().sub("", item.text[at:])
        if place is None or place == ctx.home or not _within(ctx, place) or not _firm_name(ctx, name, several):
            break
        found.append((name, place, item.start + at))
    return found


def _within(ctx: Context, place: Owner) -> bool:
    """Whether a place lies in the document's region; its zones do."""
    code = ctx.document.region_code
    return place.type == "Park" or code is not None and any(ctx.table.contains(code, r.code) for r in ctx.table.find(place.name))


def _firm_name(ctx: Context, name: str, several: bool) -> bool:
    """A short name with a firm's ending and a head of its own, or three or four characters where all items have places."""
    if not 3 <= len(name) <= 8 or generic(name) or verbal(name) or ctx.known_sector(name):
        return False
    kind, suffix = names.form(name)
    head = name[: len(name) - len(suffix)]
    if kind == "Enterprise":
        return 2 <= len(head) <= 4 and not generic(head) and not names.goods(head) and ctx.count(head) <= ctx.count(name) + 2
    return several and kind is None and len(name) <= 4 and not names.goods(name) and ctx.count(name) <= 3
