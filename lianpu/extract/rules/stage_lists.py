"""The list of a stage: where it begins behind its verbs (“上游引进甲、乙”), and the goods and sectors in it."""

from __future__ import annotations

import re

from lianpu.extract import brands, clauses, lists, names
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.things import Thing, classify

_LEADING = re.compile(
    r"(?:的|端|环节|方面|领域|重点|主要|积极|大力|加快|着力|，|：|为|是|有|包括|包含|涵盖|涉及|覆盖|以|向|生产|推动|推进|打通|贯通|畅通|稳定|保障|锁定|围绕|做强|做大|做优|补齐|补上|补(?![贴助充给])|延伸至|延伸到|拓展至|拓展到|延伸|拓展|至|到(?!位))"
)


def past_verbs(text: str, start: int, end: int) -> int:
    """Past particles, adverbs and governing verbs that stand before the list."""
    while start < end:
        match = _LEADING.match(text, start, end)
        tokens = [t for t in clauses.tokens(text, Span(start, end)) if t.kind != "prep"]
        if tokens and tokens[0].start == start:
            start = tokens[0].end + (text[tokens[0].end : tokens[0].end + 1] in ("出", "起"))
        elif match:
            start = match.end()
        else:
            break
    return start


_WAY = re.compile(r"[\u4e00-\u9fff]{1,3}化")
"""How a chain is to grow (精细化), which is nothing that stands in it."""
_MAKING = re.compile(r"(?<=.{2})(?:制造|生产)$")


def _made(items: tuple[lists.Item, ...]) -> tuple[lists.Item, ...]:
    """The goods of “A、B制造”, whose last word is what is done with all of them."""
    making = _MAKING.search(items[-1].text) if len(items) > 1 else None
    if (
        making is None
        or any(_MAKING.search(item.text) for item in items[:-1])
        or not names.goods(items[-1].text[: making.start()])
    ):
        return items
    last = items[-1]
    return (*items[:-1], lists.Item(last.text[: making.start()], last.start, last.start + making.start()))


_HELD = re.compile(r"(?P<firm>[^（）]{2,16})（(?P<held>[^（）]{2,40})）$")


def _held(item: lists.Item) -> tuple[lists.Item, ...]:
    """The goods in the bracket behind a firm (上游有|甲科技（乙、丙）); else the item as it is."""
    match = _HELD.fullmatch(item.text)
    if match is None or not (brands.alone(match["firm"]) or match["firm"].endswith("公司")):
        return (item,)
    begin = item.start + match.start("held")
    held = lists.parse(match["held"], 0, len(match["held"])).items
    return tuple(lists.Item(one.text, begin + one.start, begin + one.end) for one in held)


def things(ctx: Context, text: str, listed: Span) -> list[Thing]:
    """Goods and sectors of the list; a list cut off by a verb ends there."""
    listing = lists.parse(text, listed.start, listed.end, ctx.sector_names)
    items = _made(tuple(one for item in listing.items for one in _held(item)))
    full = lists.shared([i.text for i in items])
    out: list[Thing] = []
    for item, name in zip(items, full, strict=True):
        thing = classify(ctx, item.text, item.start)
        if thing is None or thing.what.type not in ("Industry", "Product") or ctx.place_pattern.match(thing.what.name):
            continue
        opening = clauses.tokens(item.text, Span(0, len(item.text)))[:1]
        if (
            opening
            and opening[0].start == 0
            or item.text.startswith(("向", "与", "对"))
            or item.text.endswith(("企业", "合作"))
            or _WAY.fullmatch(item.text)
        ):
            continue
        if name != item.text:
            thing = Thing(Owner("Product", name), thing.start, thing.end, None, ())
        out.append(thing)
    return out
