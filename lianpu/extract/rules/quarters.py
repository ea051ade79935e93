"""What lies in a quarter (组团, 片区, 板块) by its own text: “甲组团：依托乙园，联动丙镇、丁镇”; what it is part of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lianpu.extract import clauses, lists, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.lists import Item
from lianpu.extract.owners import Option
from lianpu.extract.reading import Reading
from lianpu.extract.rules import areas
from lianpu.extract.things import verbal
from lianpu.extract.whereabouts import place_prefix

_QUARTER = re.compile(r"(?![一二三四五六七八九十两]+(?:大|个))[\u4e00-\u9fff]{2,}(?:组团|(?<!新)片区|板块)$")
_GATHERS = re.compile(r"(?:依托|推动|推进|联动|整合提升|整合|优化提升|提升|加快|发挥|包括|涵盖|辖|以)(?P<list>[^，。；：]{3,90})")
_RANKED = re.compile(r"国家级|省级|市级|[0-9一二三四五六七八九十两]+(?:大|个)|各")
_TOWN = re.compile(r"(?:街道|镇|乡)$")


def apply(ctx: Context, text: str, span: Span, paragraph: int, options: Sequence[Option], out: Reading) -> None:
    """State that towns and parks that the text of a quarter works with are part of it, and it of the zone or region around."""
    quarter = next((o.owner for o in options[:1] if o.relation in ("head", "lead", "section0")), None)
    if quarter is None or quarter.type not in ("Park", "Region") or _QUARTER.match(quarter.name) is None:
        return
    if text.startswith(quarter.name, span.start):
        zone = place_prefix(ctx, quarter.name)
        around = zone[0] if zone is not None and zone[0].type == "Park" and zone[0] != quarter else None
        parks = (o.owner for o in options[1:] if o.owner.type == "Park" and o.relation not in ("previous", "together"))
        around = around or next(parks, None) or ctx.home
        if around is not None:
            where = (paragraph, span.start, span.start + len(quarter.name))
            out.name(quarter, *where, "quarter")
            out.state(quarter, "partOf", around, "existing", where, "quarter")
    for clause in clauses.clauses(text, span):
        match = _GATHERS.match(text, clause.start, clause.end) or _GATHERS.search(text, clause.start, clause.end)
        for item, part in _places(ctx, text, match) if match is not None else ():
            out.name(part, paragraph, item.start, item.end, "part")
            out.state(part, "partOf", quarter, "existing", (paragraph, clause.start, item.end), "part-of-quarter")


_AS = re.compile(r"为(?:主体?|重点|核心|中心|依托|支撑|节点)$")
"""What a quarter has its places as (“以甲镇、乙镇|为主”)."""


def _places(ctx: Context, text: str, match: re.Match[str]) -> Iterator[tuple[Item, Owner]]:
    """The towns and parks that a list begins with, up to the first thing of another kind."""
    for item in lists.parse(text, *match.span("list")).items:
        body = _AS.sub("", text[item.start : _behind(ctx, text, item)])
        body = body.removesuffix(words.ending(body, "built_tails", leave=3))
        place = areas.place_of(ctx, body) if _RANKED.match(body) is None and not verbal(body) else None
        if place is None or place.what.type == "Region" and _TOWN.search(place.what.name) is None:
            return
        yield Item(body, item.start, item.start + len(body)), place.what


def _behind(ctx: Context, text: str, item: Item) -> int:
    """Where an item ends: behind its town where the clause goes on with what is done there (丙镇|发展建材)."""
    town = ctx.place_pattern.match(text, item.start, item.end)
    if town is None or _TOWN.search(town.group()) is None:
        return item.end
    found = clauses.tokens(text, Span(town.end(), item.end))
    return town.end() if found and found[0].start == town.end() else item.end
