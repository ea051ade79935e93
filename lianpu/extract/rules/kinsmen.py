"""Firms right behind their kind: “果脯加工企业甲食品”, “引进饮料领军企业乙、丙”: what they make, or the trade that they lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from lianpu.extract import brands, clauses, lists, names, phrases, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.cues import needs
from lianpu.extract.reading import Reading
from lianpu.extract.rules import firm_words, firms
from lianpu.extract.things import Thing, classify, generic, verbal
from lianpu.extract.whereabouts import place_prefix
from lianpu.extract.words import either


class Kin(msgspec.Struct, frozen=True, gc=False):
    """A kind of firms, where it stands, whether those named lead it, and who they are."""

    kind: str
    at: Span
    leading: bool
    found: tuple[Thing, ...]


@cache
def _kin() -> re.Pattern[str]:
    rank = f"(?:{either('firm_roles')}|{either('firm_ranks')})"
    return re.compile(
        rf"(?P<kind>[\u4e00-\u9fff]{{2,14}}?)(?P<role>{rank}*)(?:企业|厂商|生产商|制造商)"
        r"(?P<list>[\u4e00-\u9fff（）]{2,16}(?:、[\u4e00-\u9fff（）]{2,16})*?)(?=等|[，。；]|$)"
    )


@needs(_kin)
def apply(ctx: Context, text: str, span: Span, paragraph: int, out: Reading) -> None:
    """State that each firm makes the goods that its kind is called after, or carries the trade of which it is a leading one."""
    found = list(_all(ctx, text, span))
    for kin in found:
        sure = [brands.strength(thing.what.name) == 2 for thing in kin.found]
        if not any(sure) and len(found) < 2:
            continue
        trade = kin.leading or names.form(kin.kind)[0] == "Industry"
        what = Owner("Industry" if trade or ctx.is_sector(kin.kind) else "Product", kin.kind)
        where = (paragraph, kin.at.start, kin.found[-1].end)
        out.name(what, paragraph, kin.at.start, kin.at.end, "kind-of-firm")
        for thing in kin.found:
            out.name(thing.what, paragraph, thing.start, thing.end, "kind-firm", thing.aliases)
            if kin.leading:
                firms.anchor([thing.what], what, where, "anchors-kind", out)
            else:
                out.state(thing.what, "produces", what, "existing", where, "kind-firm")


def _all(ctx: Context, text: str, span: Span) -> Iterator[Kin]:
    """Each kind of a statement with the firms right behind it; none where anything else stands there."""
    for match in _kin().finditer(text, span.start, span.end):
        told = words.opening(match["kind"], "causes") and not firm_words.leading(match["role"])
        if told or clauses.tokens(text, Span(*match.span("list"))) or _ACTS.search(match["list"]) is not None:
            continue
        begin = match.start("kind") + firm_words.led(match["kind"])
        prefix = place_prefix(ctx, text[begin : match.end("kind")])
        begin += prefix[1] if prefix is not None else 0
        begin += phrases.verb_length(text[begin : match.end("kind")])
        begin += _opened(text[begin : match.end("kind")])
        kind = text[begin : match.end("kind")].removesuffix("产业").removesuffix("行业")
        kind = (
            kind.removesuffix("生产").removesuffix("加工")
            if names.goods(kind.removesuffix("生产").removesuffix("加工"))
            else kind
        )
        if not _trade(ctx, kind):
            continue
        items = lists.parse(text, *match.span("list")).items
        things = [classify(ctx, item.text, item.start, slot="Enterprise") for item in items]
        named = tuple(t for t in things if t is not None and t.what.type == "Enterprise" and _firm(ctx, t.what.name))
        if named and len(named) == len(items):
            yield Kin(kind, Span(begin, begin + len(kind)), firm_words.leading(match["role"]), named)


_ACTS = re.compile(
    r"[余多各][家户个]|占比|比[重例]|较[高快强]"
    r"|利用|采用|生产|开展|实施|新增|扩建|改造|投资|加大|提高|通过|进行|增加|提升|参与|加入"
)
"""What firms do, behind their kind, where no name stands."""


def _opened(text: str) -> int:
    """Length of the words that only open an example or a list (如, 有)."""
    match = _OPENERS.match(text)
    return match.end() if match is not None else 0


_OPENERS = re.compile(
    r"(?:其中|例如|比如|诸如|如|有|包括|分别是|就有|世界500强|全[国省市县]|国内|国际|知名|著名)+(?=[\u4e00-\u9fff]{2})"
)


def _trade(ctx: Context, kind: str) -> bool:
    """Whether a kind of firms is called after goods or a trade."""
    found = names.topic(kind)
    if found is None or found[0] != kind or generic(kind) or verbal(kind) or names.adjectival(kind) or not phrases.may_own(kind):
        return False
    return names.goods(kind) or ctx.known_sector(kind) or names.form(kind)[0] == "Industry" or kind.endswith(_MADE)


_MADE = ("原料", "装备", "包装", "添加剂", "加工", "制造", "养殖", "种植", "物流")
"""Ends of kinds of firms besides goods."""


def _firm(ctx: Context, name: str) -> bool:
    """Whether a name in such a slot may be a firm's: no goods, no act, nothing that the text has elsewhere."""
    if brands.strength(name) == 2:
        return True
    plain = not names.goods(name) and not verbal(name) and not generic(name) and not phrases.opens_with_verb(name)
    return plain and names.form(name)[0] in (None, "Enterprise") and firms.coined(ctx, name) and 2 <= len(name) <= 8
