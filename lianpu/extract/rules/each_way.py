"""focusesOn of several sectors of which each has its own way to grow: “推动甲上规模、乙上档次”, “加快甲集聚、乙升级”."""

from __future__ import annotations

import re
from functools import cache

from lianpu.extract import brands, clauses, names, phrases, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.cues import needs
from lianpu.extract.reading import Reading
from lianpu.extract.things import generic, verbal


@cache
def _row() -> re.Pattern[str]:
    """A verb that has something done, and two or more names each with what is done with it."""
    ways = "|".join(map(re.escape, words.longest_first("each_ways")))
    way = rf"(?:{ways}|向[\u4e00-\u9fff]{{1,4}}化(?:迈进|转型|升级|发展|延伸|跃升)?)"
    verbs = "推动|促进|加快|推进|实现|力促|带动|加速|支持|引导|助力"
    return re.compile(
        rf"(?:着力|大力|全力|持续|积极|聚力|统筹)*(?:{verbs})(?P<row>[^，。；：、]{{2,14}}?{way}(?:、[^，。；：、]{{2,14}}?{way})+)(?=[，。；]|$)"
    )


@cache
def _way() -> re.Pattern[str]:
    ways = "|".join(map(re.escape, words.longest_first("each_ways")))
    return re.compile(rf"(?:{ways}|向[\u4e00-\u9fff]{{1,4}}化(?:迈进|转型|升级|发展|延伸|跃升)?)$")


@needs(_row, nothing=list)
def apply(ctx: Context, text: str, span: Span, paragraph: int, owner: Owner, out: Reading) -> list[Span]:
    """State that the owner focuses on each, planned; gives the clauses that are read."""
    read: list[Span] = []
    for clause in clauses.clauses(text, span):
        match = _row().match(text, clause.start, clause.end)
        if match is None:
            continue
        pieces = list(clauses.split(text, *match.span("row"), "、"))
        found = [(piece, _sector(ctx, text[piece.start : piece.end])) for piece in pieces]
        if sum(name != "" for _, name in found) < len(found):
            continue
        for piece, name in found:
            goods = names.goods(name) and not ctx.is_sector(name) and not ctx.known_sector(name)
            what = Owner("Product" if goods else "Industry", name)
            out.name(what, paragraph, piece.start, piece.start + len(name), "each-way")
            out.state(owner, "focusesOn", what, "planned", (paragraph, clause.start, match.end()), "each-way")
        read.append(clause)
    return read


def _sector(ctx: Context, piece: str) -> str:
    """The sector or goods of one piece; "" where it is about something else."""
    way = _way().search(piece, 2)
    name = piece[: way.start()] if way is not None else ""
    while name and (more := _way().search(name, 2)) is not None:
        name = name[: more.start()]
    found = names.topic(name) if name else None
    if found is None or found[0] != name or generic(name) and names.form(name)[0] != "Industry" or verbal(name):
        return ""
    sector = ctx.known_sector(name) or ctx.is_sector(name) or names.goods(name) or phrases.sectoral(name)
    other = phrases.means(name) and names.form(name)[0] != "Industry" or brands.strength(name) == 2
    return name if sector and phrases.may_own(name) and not other else ""
