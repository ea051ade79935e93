"""What is made of what (“利用甲制作乙”), and which sector supplies another (“加强甲与乙产业配套”): feeds."""

from __future__ import annotations

import re

from lianpu.extract import names, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.reading import Reading
from lianpu.extract.rules import chain_owners, stage_lists


def apply(ctx: Context, text: str, span: Span, paragraph: int, home: Owner | None, out: Reading) -> None:
    """Read what feeds what in one statement; goods without an industry of their own feed ``home``."""
    _support(ctx, text, span, paragraph, home, out)
    _made_of(ctx, text, span, paragraph, home, out)


_SUPPORT = re.compile(r"(?:加强|促进|推动|强化|做好)(?P<a>[^，。；、与和]{2,12})[与和](?P<b>[^，。；、与和]{2,12}?产业)配套")


def _support(ctx: Context, text: str, span: Span, paragraph: int, home: Owner | None, out: Reading) -> None:
    """“加强X与Y产业配套”: X feeds Y, both being sectors that the text knows."""
    for match in _SUPPORT.finditer(text, span.start, span.end):
        a, b = match.group("a"), match.group("b")
        if not (ctx.known_sector(a) or ctx.known_sector(b)) or not (names.nameable(a) and names.nameable(b)):
            continue
        where = (paragraph, match.start(), match.end())
        first, second = chain_owners.of_home(ctx, Owner("Industry", a), home), Owner("Industry", b)
        out.name(first, paragraph, *match.span("a"), "support")
        out.name(second, paragraph, *match.span("b"), "support")
        out.state(first, "feeds", second, "existing", where, "chain-support")


_SUPPLIES = re.compile(
    r"(?:发展|开发|生产|做强|布局|扩大|壮大|提升)(?P<list>[^，。；：]{2,60})，(?:就近|主要|重点|直接|更好)*为(?P<goods>[\u4e00-\u9fffA-Za-z0-9]{2,14}?)"
    r"(?:产业|企业|整车厂|主机厂|生产)*(?:提供|做好|实现)?(?:就近|本地)?配套(?=[，。；]|$)"
)
"""“发展甲、乙，为丙配套”."""
_USE = re.compile(
    r"(?:利用|回收|消纳)(?P<list>[^，。；]{2,60}?)等?(?:来|进行)?(?:研发)?(?:制作|制备|生产|制造|制成|加工)(?P<goods>[^，。；]{2,60})"
)
_RAW = re.compile(
    r"以(?P<list>[^，。；以]{2,30}?)等?为(?:主要|主|基础|核心)?(?:原料|原材料)，?(?:的|生产|制备|发展|开发|加工)+(?P<goods>[^，。；]{2,60})"
)


def _made_of(ctx: Context, text: str, span: Span, paragraph: int, home: Owner | None, out: Reading) -> None:
    """“利用A、B制作X”, “以A为原料生产X”: A feeds X; of several goods no pair is claimed, the industry takes them."""
    for pattern in (_USE, _RAW, _SUPPLIES) if text.find("配套", span.start, span.end) >= 0 else (_USE, _RAW):
        for match in pattern.finditer(text, span.start, span.end):
            if re.search(r"企业|研发|的", match.group("goods")):
                continue
            raws = stage_lists.things(ctx, text, Span(*match.span("list")))
            if pattern is _USE:
                raws = [t for t in raws if t.what.name.endswith(words.longest_first("raw_materials"))]
            goods = stage_lists.things(ctx, text, Span(*match.span("goods")))
            used = goods[0].what if len(goods) == 1 else home
            for raw in raws if used is not None and names.nameable(used.name) else ():
                where = (paragraph, match.start(), match.end())
                out.name(raw.what, paragraph, raw.start, raw.end, "raw-material")
                for thing in goods if len(goods) == 1 else ():
                    out.name(thing.what, paragraph, thing.start, thing.end, "made-of")
                if used is not None:
                    out.name(used, *where, "made-of")
                    out.state(raw.what, "feeds", used, "existing", where, "made-of")
