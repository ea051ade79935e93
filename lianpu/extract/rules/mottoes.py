"""focusesOn of what a motto lists (“按照‘做大甲、做强乙’的思路”) and of what a park joins (“丙园集丁、戊于一体”)."""

from __future__ import annotations

import re

from lianpu.extract import clauses, lists, names, phrases
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.cues import needs
from lianpu.extract.reading import Reading
from lianpu.extract.things import generic, verbal
from lianpu.extract.whereabouts import place_prefix

_MOTTO = re.compile(
    r"“(?P<list>[^“”。；：]{6,80})”(?:的|这一)?(?:产业|发展|总体|调整|结构|工作|种植|养殖|生产|区域)*(?:布局|思路|要求|原则|方针|方向|目标|路径|战略|格局)"
)
_JOINED = re.compile(
    r"(?P<who>[^，。；：、的]{4,20}?)[，是为将以]{0,2}(?:集|融)(?P<list>[^，。；：]{4,60}?)(?:等(?:多种|多项)?)?(?:功能|业务|业态)?[于为]一体"
)


@needs(_MOTTO, _JOINED)
def apply(ctx: Context, text: str, span: Span, paragraph: int, owner: Owner, out: Reading) -> None:
    """State that the owner of a statement focuses on what its motto lists, and a park on what it joins."""
    for match in _MOTTO.finditer(text, span.start, span.end):
        items = lists.parse(text, *match.span("list")).items
        grown = [found for item in items if (found := _grown(ctx, item)) is not None]
        if len(grown) >= _SEVERAL and len(grown) == len(items):
            _write(owner, grown, (paragraph, match.start(), match.end()), out)
    for match in _JOINED.finditer(text, span.start, span.end):
        park = match["who"]
        if names.form(park)[0] != "Park" or verbal(park) or names.praised(park) is not None and place_prefix(ctx, park) is None:
            continue
        items = lists.parse(text, *match.span("list")).items
        held = [(Owner("Industry", x.text), Span(x.start, x.end)) for x in items if _named(ctx, x.text)]
        if 2 * len(held) > len(items):
            who = out.name(Owner("Park", park), paragraph, *match.span("who"), "joined")
            _write(who, held, (paragraph, match.start(), match.end()), out)


_SEVERAL = 3
"""Deeds of a motto, at least."""


def _grown(ctx: Context, item: lists.Item) -> tuple[Owner, Span] | None:
    """What the deed of a motto grows (做大|生猪): goods or a sector behind a verb, and nothing else."""
    verb = phrases.verb_length(item.text)
    name = item.text[verb:]
    if not verb or not _named(ctx, name):
        return None
    return Owner("Industry" if ctx.is_sector(name) else "Product", name), Span(item.start + verb, item.end)


def _named(ctx: Context, name: str) -> bool:
    """Whether words are goods or a sector."""
    found = names.topic(name)
    if found is None or found[0] != name or generic(name) or verbal(name) or clauses.tokens(name, Span(0, len(name))):
        return False
    return names.goods(name) or ctx.known_sector(name) or names.form(name)[0] == "Industry" or name.endswith(_SERVICES)


_SERVICES = (
    "物流",
    "配送",
    "电商",
    "电子商务",
    "贸易",
    "旅游",
    "康养",
    "加工",
    "仓储",
    "检测",
    "观光",
    "研学",
    "养殖",
    "种植",
    "联运",
)
"""Ends of what a park does."""


def _write(owner: Owner, found: list[tuple[Owner, Span]], where: tuple[int, int, int], out: Reading) -> None:
    for what, at in found:
        out.name(what, where[0], at.start, at.end, "motto")
        out.state(owner, "focusesOn", what, "planned", where, "motto")
