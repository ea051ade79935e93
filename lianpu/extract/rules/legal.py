"""Firms by their registered names, wherever a sentence has them: “由甲市乙开发有限公司运营”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lianpu.extract import brands, clauses
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context
from lianpu.extract.reading import Reading
from lianpu.extract.rules import firm_words
from lianpu.extract.things import classify, verbal
from lianpu.extract.whereabouts import place_prefix

_NAME = re.compile(
    r"(?P<name>(?:[\u4e00-\u9fffA-Za-z0-9·]|[（(][\u4e00-\u9fff]{2,8}[）)]){4,36}?(?:有限责任公司|有限公司|集团公司|分公司))(?!章程|登记)"
)
_TRADE = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,16}?(?:股份公司|(?:实业|旅行|旅游|开发|发展|贸易|运输|农业|林业|牧业|茶业|酒业|食品|文化|传媒|矿业|水泥|机械|科技)公司"
    r"|(?:专业)?合作社|家庭农场|养殖场|酒庄|[酒茶糖药瓷纸]厂|(?:食品|面粉|加工|服装|家具|陶瓷|印刷|木材|饲料|皮革)厂))(?![\u4e00-\u9fff]?[长房区])"
)
"""Firms of farming and of small trades, which few names tell in full."""
_TRADES = ("公司", "合作社", "农场", "养殖场", "酒庄", "厂")
_JOINT = re.compile(r"[和与及同由对向在的]|依托|以及|其中|例如|比如|包括")
_COMING = re.compile(r"(?:引进|引入|招引|引育|吸引)了?$")
_GENERAL = re.compile(r"企业|国有独资|平台|下属|所属|[一二三四五六七八九十0-9]+家|等")


def apply(ctx: Context, text: str, span: Span, paragraph: int, out: Reading) -> None:
    """Note such firms, and where they stand by their name or by having been brought in; a name alone says nothing."""
    for match in _found(text, span):
        lead = _lead(ctx, match.group(), sure=match.re is _TRADE)
        if lead is None or match.span() == (span.start, span.end):
            continue
        start = match.start() + lead
        name = text[start : match.end()]
        if match.re is _TRADE and (row := clauses.tokens(name, Span(0, len(name)))) and row[0].start == 0:
            continue
        thing = classify(ctx, name, start, slot="Enterprise") if 6 <= len(name) <= 40 and not _GENERAL.search(name) else None
        if thing is None or thing.what.type != "Enterprise":
            continue
        out.name(thing.what, paragraph, thing.start, thing.end, "registered", thing.aliases)
        came = _COMING.search(text, span.start, start) is not None
        place = thing.place or (ctx.home if came else None)
        if place is not None:
            where = (paragraph, max(span.start, start - 4), thing.end)
            out.name(place, *where, "place")
            out.state(thing.what, "locatedIn", place, "existing", where, "registered")


def _found(text: str, span: Span) -> Iterator[re.Match[str]]:
    """All that may be such names; those by their trade alone only where a registered name has not begun before."""
    body = text[span.start : span.end]
    end = span.start
    for match in _NAME.finditer(text, span.start, span.end) if "公司" in body else ():
        end = match.end()
        yield match
    if any(word in body for word in _TRADES):
        yield from (m for m in _TRADE.finditer(text, end, span.end) if text[m.start() - 1] in _BEFORE or m.start() == span.start)


_BEFORE = frozenset("，、。；：（和与及由")


def _lead(ctx: Context, text: str, *, sure: bool = False) -> int | None:
    """Length of the sentence's own words in front of a name; None where its beginning cannot be told.

    A name begins with a place or with a coined word, behind the last joint where one does, else right behind verbs.
    """
    cuts = [0, *(match.end() for match in _JOINT.finditer(text, 0, len(text) - 6))]
    led = [cut + firm_words.led(text[cut:]) for cut in cuts]
    known = (cut for cut in reversed(led) if place_prefix(ctx, text[cut:]) is not None or brands.coined(text[cut : cut + 4]))
    return next(known, led[0] if not sure and not verbal(text[led[0] : led[0] + 4]) else None)
