"""Firms that everybody knows by a short name, wherever a text has them."""

from __future__ import annotations

from functools import cache

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from lianpu.extract import words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.cues import needs
from lianpu.extract.reading import Reading
from lianpu.extract.rules import named
from lianpu.extract.things import verbal
from lianpu.extract.whereabouts import place_prefix, province


def _names() -> list[str]:
    """Known names that are no words besides."""
    return sorted({name for name, *mark in words.rows("firm_known") if not mark})


@cache
def _plain() -> CharwiseDoubleArrayAhoCorasick:
    """Finds these, the longest where several begin."""
    return CharwiseDoubleArrayAhoCorasick(_names(), MATCH_KIND_LEFTMOST_LONGEST)


def opening(text: str) -> str:
    """The known firm that a name begins with: the shorter of two where the longer leaves a bare kind (吉利|汽车零部件)."""
    long = words.opening(text, "firm_known", leave=1)
    bare = long and text[len(long) :] in words.words("stops")
    return words.opening(long, "firm_known", leave=1) or long if bare else long


@needs(_names)
def apply(ctx: Context, text: str, span: Span, paragraph: int, out: Reading) -> None:
    """Mention the known firms of a statement that stand for themselves, with the place in front of them."""
    found = _plain().find(text[span.start : span.end])
    held = [m.what.name for m in out.mentioned(paragraph)] if found else []
    for start, end in ((span.start + a, span.start + b) for a, b, _ in found):
        if _inside(text, start, end, held) or named.body_at(text, start, span.end) or _office(text, start, end):
            continue
        firm = out.name(Owner("Enterprise", text[start:end]), paragraph, start, end, "known-firm")
        place = _before(ctx, text, span.start, start)
        if place is not None and not province(ctx, place):
            out.name(place, paragraph, start, end, "place")
            where = (paragraph, max(span.start, start - 12), end)
            out.state(firm, "locatedIn", place, "existing", where, "known-firm")


def _office(text: str, start: int, end: int) -> bool:
    """Whether a name is that of an office of a place (市招商局)."""
    return text[end - 1] == "局" and text[start - 1 : start] in tuple("省市区县州旗盟")


def _inside(text: str, start: int, end: int, held: list[str]) -> bool:
    """Whether a name read before covers the place."""
    short = text[start:end]
    longer = (name for name in held if short in name and name != short)
    return any(text.startswith(name, start - name.find(short)) for name in longer)


def _before(ctx: Context, text: str, start: int, at: int) -> Owner | None:
    """The place that ends right where a firm's name begins and itself begins a phrase."""
    for size in range(min(8, at - start), 1, -1):
        begin = at - size
        prefix = place_prefix(ctx, text[begin : at + 1])
        free = begin == start or not "\u4e00" <= text[begin - 1] <= "\u9fff" or verbal(text[max(start, begin - 2) : begin])
        if prefix is not None and prefix[1] == size and free and prefix[0] != ctx.home:
            return prefix[0]
    return None
