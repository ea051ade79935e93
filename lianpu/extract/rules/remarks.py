"""Firms with a bracket behind their name that says what they make or where they stand: “甲机电（绝缘子）”, “乙新材（丙县）”."""

from __future__ import annotations

import re

from lianpu.extract import brands, lists, names, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.reading import Reading
from lianpu.extract.rules import firm_words
from lianpu.extract.things import Thing, classify, verbal
from lianpu.extract.things import firm as firm_of
from lianpu.extract.whereabouts import place_prefix, province, whole_place

_NOTE = re.compile(r"（(?:(?:主要|主导|核心|拳头|代表|主营)?(?:产品|生产)[为有：]?|主营|主产)?(?P<note>[^（）：]{2,40})）")
_PLACE = re.compile(r"[上中下]游(?:环节|领域)?(?:主要)?(?:有|为|是|包括)?")
"""Where along a chain a firm stands, in front of its name."""
_MORE = re.compile(r"[^，。；、（]{0,14}(?:公司|集团|项目|园|基地|中心|厂|平台|院)")
"""What goes on with a name behind the bracket."""
_NO_GOODS = re.compile(r"[0-9“”]|简称|以下|股票|代码|控股|子公司|全资|[级类型期批]$|有限|筹|牵头|国家|链主|龙头|企业")
"""What a bracket behind a name says besides goods."""


def apply(ctx: Context, text: str, span: Span, paragraph: int, out: Reading) -> None:
    """Note such firms of a statement."""
    _labelled(ctx, text, span, paragraph, out)
    if text.find("（", span.start, span.end) < 0:
        return
    for match in _NOTE.finditer(text, span.start, span.end):
        begin = max(span.start, *(text.rfind(mark, span.start, match.start()) + 1 for mark in "，。；：、）"))
        begin += firm_words.led(text[begin : match.start()])
        begin = placed.end() if (placed := _PLACE.match(text, begin, match.start())) is not None else begin
        prefix = place_prefix(ctx, text[begin : match.start()])
        start = begin + prefix[1] if prefix is not None else begin
        legal = firm_of(ctx, text[begin : match.start()], begin) if text.endswith("公司", begin, match.start()) else None
        if legal is not None:
            start, prefix = legal.start, (legal.place, 0) if legal.place is not None else None
        told = next((m for m in out.mentioned(paragraph) if m.end == match.start() and m.what.type == "Enterprise"), None)
        start = told.start if told is not None and legal is None else start
        name = told.what.name if told is not None and legal is None else text[start : match.start()]
        if told is None and _firm(match["note"], out) and not brands.alone(name):
            _made_by(ctx, text, match, span, paragraph, out)
            continue
        if told is None and not _firm(name, out):
            continue
        home = whole_place(ctx, match["note"]) if _MORE.match(text, match.end(), span.end) is None else None
        goods = _goods(ctx, match["note"], match.start("note")) if home is None else []
        if home is None and not goods:
            continue
        firm = out.name(Owner("Enterprise", name), paragraph, start, match.start(), "remark")
        where = (paragraph, begin, match.end())
        home = home or (prefix[0] if prefix is not None and not province(ctx, prefix[0]) else None)
        if home is not None and home != ctx.home:
            out.name(home, *where, "place")
            out.state(firm, "locatedIn", home, "existing", where, "remark-place")
        for thing in goods:
            out.name(thing.what, paragraph, thing.start, thing.end, "remark", thing.aliases)
            out.state(firm, "produces", thing.what, "existing", where, "remark-goods")


_LINE = re.compile(
    r"(?:[0-9]{1,2}[.、．]|[（(][0-9]{1,2}[)）]|[①-⑳]|[●■◆▲])?\s*(?P<name>[\u4e00-\u9fffA-Za-z]{3,24}?)：(?P<goods>[^，。；：]{2,60})[。；]?$"
)


def _labelled(ctx: Context, text: str, span: Span, paragraph: int, out: Reading) -> None:
    """“1.甲科技：乙、丙”: a line that is a firm with what it makes; in the section on a sector it carries that, too."""
    match = _LINE.fullmatch(text) if span.start == 0 or text[span.start - 1] == "：" else None
    if match is None or not (
        match["name"] in out.told["Enterprise"] or brands.alone(match["name"]) or match["name"].endswith("有限公司")
    ):
        return
    goods = _goods(ctx, match["goods"], match.start("goods"))
    firm = Owner("Enterprise", match["name"])
    for thing in goods:
        out.name(firm, paragraph, *match.span("name"), "remark")
        out.name(thing.what, paragraph, thing.start, thing.end, "remark", thing.aliases)
        out.state(firm, "produces", thing.what, "existing", (paragraph, match.start("name"), match.end("goods")), "remark-line")
    sector = ctx.owner_of(ctx.outline.paragraphs[paragraph].section)
    if goods and sector is not None and sector.type == "Industry":
        out.name(sector, paragraph, *match.span("name"), "remark")
        out.state(firm, "anchors", sector, "existing", (paragraph, match.start("name"), match.end("goods")), "anchors-line")


def _made_by(ctx: Context, text: str, match: re.Match[str], span: Span, paragraph: int, out: Reading) -> None:
    """“甲、乙（丙科技）”: the goods in front of a bracket that names nothing but their one maker."""
    begin = max(span.start, *(text.rfind(mark, span.start, match.start()) + 1 for mark in "，。；：）"))
    begin += text[begin : begin + 1] == "、"
    note = match["note"]
    goods = _goods(ctx, text[begin : match.start()], begin) if _firm(note, out) and "、" not in note else []
    if not goods:
        return
    firm = out.name(Owner("Enterprise", note), paragraph, *match.span("note"), "remark")
    for thing in goods:
        out.name(thing.what, paragraph, thing.start, thing.end, "remark", thing.aliases)
        out.state(firm, "produces", thing.what, "existing", (paragraph, begin, match.end()), "remark-maker")


def _firm(name: str, out: Reading) -> bool:
    """Whether a name in front of a bracket is a firm's: told before, registered, or coined with a trade."""
    if name in out.told["Enterprise"] or name.endswith("有限公司"):
        return True
    ended = any(words.ending(name, of, leave=2) for of in ("firm_heads", "firm_trades")) or names.form(name)[0] == "Enterprise"
    return ended and brands.alone(name)


def _goods(ctx: Context, note: str, start: int) -> list[Thing]:
    """The goods that a bracket lists, if it lists nothing else."""
    if _NO_GOODS.search(note) is not None or verbal(note):
        return []
    items = lists.parse(note, 0, len(note)).items
    things = [classify(ctx, item.text, start + item.start) for item in items]
    found = [thing for thing in things if thing is not None and thing.what.type in ("Product", "Industry")]
    told = [thing for thing in found if names.goods(thing.what.name) or ctx.known_sector(thing.what.name)]
    return found if len(found) == len(items) and 2 * len(told) >= len(found) else []
