"""Firms that works are called after alone (“依托A、B、C等重点项目”, “引进D、E等项目”): they carry the sector or have come."""

from __future__ import annotations

import re

from lianpu.extract import brands, clauses, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context
from lianpu.extract.cues import needs
from lianpu.extract.owners import Option
from lianpu.extract.reading import Reading
from lianpu.extract.rules import arrivals, ventures
from lianpu.extract.rules.led import ended, note, sure_firms
from lianpu.extract.things import list_start

_WORKS = re.compile(
    r"(?P<list>[^，。；：]{3,90}?)等?(?:一批|[0-9一二三四五六七八九十]+个)?(?:重点|重大|龙头|骨干|标志性|产业|工业|在建|续建|新建|配套)*项目"
)


_CAME = re.compile(r"引进|引入|招引|引育|签约|落户|落地|集聚|入驻")
"""In front of works that have come or are to come (累计引进甲、乙等项目)."""


@needs(_WORKS)
def apply(ctx: Context, text: str, span: Span, paragraph: int, options: tuple[Option, ...], out: Reading) -> None:
    """Note the firms of each clause."""
    for clause in clauses.clauses(text, span):
        if text.find("、", clause.start, clause.end) >= 0:
            _undertaking(ctx, text, clause, paragraph, options, out)


def _undertaking(ctx: Context, text: str, clause: Span, paragraph: int, options: tuple[Option, ...], out: Reading) -> None:
    """“依托A、B、C等重点项目”: works that are called after their firms alone; these carry the sector of head or section."""
    match = _WORKS.match(text, clause.start, clause.end) if text.find("项目", clause.start, clause.end) >= 0 else None
    begin = list_start(text, *match.span("list")) if match is not None else 0
    found = sure_firms(ctx, text, Span(begin, match.end("list")), most=True) if match is not None and begin > clause.start else []
    told = sum(ended(thing.what.name) or _branded(thing.what.name) for thing in found)
    split = sum(ventures.coined(ctx, thing.what.name) != "" for thing in found)
    if match is not None and len(found) > 1 and 2 * told > len(found) > 2 * split:
        sector = options[0].owner if options[0].relation in ("head", "section0", "lead") else None
        sector = sector if sector is not None and sector.type == "Industry" else None
        listed = Span(begin, match.end())
        came = _CAME.search(text, clause.start, begin) is not None
        settled = came and arrivals.state(ctx, text, clause, listed, found, paragraph, options, out)
        note(found, None if settled else sector, "undertaking", (paragraph, clause.start, match.end()), out)


def _branded(name: str) -> bool:
    """Whether a name is a made-up word of two or three characters and a trade or goods (宇瀚电缆), or a known firm's."""
    end = words.ending(name, "firm_trades", leave=2) or words.ending(name, "goods", leave=2)
    head = len(name) - len(end)
    made = bool(end) and brands.strength(name) == 2 and 2 <= head <= 4 and (len(end) > 1 or head == 3)
    return made or bool(words.opening(name, "firm_known", leave=1))
