"""focusesOn of several places that a statement tells of, each with its own goods (“甲县乙、丙镇丁入选…”)."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from lianpu.extract import brands, clauses, names, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.lists import Item
from lianpu.extract.reading import Reading
from lianpu.extract.things import generic, strip_verbs, verbal
from lianpu.extract.whereabouts import local, place_prefix, town
from lianpu.model import Status

Pair = tuple[Owner, Item]


class Told(msgspec.Struct, frozen=True, gc=False):
    """A clause that has places with their goods; ``ends`` tells whether something is told of them there."""

    clause: Span
    pairs: tuple[Pair, ...]
    status: Status
    ends: bool
    surely: bool
    """Whether what is told of them can be told of goods alone."""


def apply(ctx: Context, text: str, span: Span, paragraph: int, out: Reading) -> list[Span]:
    """State that each place focuses on its goods; gives the clauses that say so, of which nothing else is to be read."""
    if _listed(ctx, text, span) < 2 or _LINE.search(text, span.start, span.end) is not None:
        return []
    taken: list[Span] = []
    run: list[Told] = []
    for clause in (*clauses.clauses(text, span), None):
        told = _clause(ctx, text, clause) if clause is not None else None
        if told is not None:
            run.append(told)
            continue
        taken += _write(ctx, run, paragraph, out)
        run = []
    return taken


def _listed(ctx: Context, text: str, span: Span) -> int:
    """How many places a statement names at least, as far as two."""
    known = sum(1 for _, _ in zip(ctx.place_pattern.finditer(text, span.start, span.end), range(2), strict=False))
    return known if known > 1 else known + len(_TOWNS.findall(text, span.start, span.end))


_TOWNS = re.compile(r"[\u4e00-\u9fff]{2}(?:[镇乡]|街道)")
_LINE = re.compile(r"[\u4e00-\u9fff]至[\u4e00-\u9fff]{2,8}(?:铁路|高铁|高速|公路|段)")


def _write(ctx: Context, run: list[Told], paragraph: int, out: Reading) -> list[Span]:
    while run and not run[-1].ends:
        run.pop()
    pairs = [pair for told in run for pair in told.pairs]
    several = len({place.name for place, _ in pairs}) > 1
    if not several or not (any(told.surely for told in run) or any(brands.strength(item.text) < 2 for _, item in pairs)):
        return []
    planned = run[0].status == "planned"
    for told in run:
        for place, item in told.pairs:
            what = Owner("Industry" if ctx.known_sector(item.text) else "Product", item.text)
            out.name(place, paragraph, told.clause.start, told.clause.end, "standing")
            out.name(what, paragraph, item.start, item.end, "standing")
            where = (paragraph, told.clause.start, told.clause.end)
            out.state(place, "focusesOn", what, "planned" if planned else told.status, where, "own-goods")
    return [told.clause for told in run]


_OPENS = re.compile(r"(?:其中|(?:已|初步|基本|逐步)*形成了?(?:以)?|以|由|拥有|涌现出?)(?=[\u4e00-\u9fff]{4})")


def _clause(ctx: Context, text: str, clause: Span) -> Told | None:
    """The places of a clause with their goods; none where it names anything else before it tells what is with them."""
    opened = _OPENS.match(text, clause.start, clause.end)
    begin = opened.end() if opened is not None else clause.start
    place = ctx.place_pattern.search(text, begin, clause.end)
    first = place.start() + 1 if place is not None else text.find("、", begin, clause.end)
    verbs = strip_verbs(text[begin:first]) if opened is None and first > begin + 1 else 0
    begin += verbs
    if text[begin : begin + 1] not in ctx.place_openings and town(text[begin : begin + _TOWN]) is None:
        return None
    found = _told().finditer(text, begin + 3, clause.end)
    told = next((m for m in found if not (text.startswith("、", m.end()) and m.group() in words.words("own_goods_ends"))), None)
    end = told.start() if told is not None else clause.end - (text[clause.end - 1] in "。；")
    waiting: list[Owner] = []
    group: list[Owner] = []
    pairs: list[Pair] = []
    for piece in _pieces(ctx, text, Span(begin, end)):
        body = text[piece.start : piece.end]
        owner, size = _place(ctx, body)
        if owner is None:
            if not group or waiting:
                return None
            size = 0
        else:
            waiting = [*waiting, owner]
            if size == len(body):
                continue
            group, waiting = waiting, []
        joined = _JOIN.match(body, size)
        shift = joined.end() if joined is not None else size
        name = body[shift:]
        name = name[: len(name) - len(words.ending(name, "own_goods_ends", leave=2))]
        if not _goods(ctx, name) or words.inside(body[shift:] + text[piece.end : min(end + _KIND, clause.end)], "own_goods_not"):
            return None
        item = Item(name, piece.start + shift, piece.start + shift + len(name))
        pairs += [(who, item) for who in group]
    if waiting or not pairs:
        return None
    surely = told is not None and told["surely"] is not None
    return Told(clause, tuple(pairs), "planned" if verbs else "existing", told is not None, surely)


_KIND = 4
"""Characters behind the goods that may count them as something else (2个平台)."""
_TOWN = 9
"""Characters of a town's name, at most."""
_JOIN = re.compile(r"(?:等?[两三四五六七八九十][地县市区镇乡]|等?(?:县市|县区|地))?的?")
"""Between places and their goods (甲、乙两县|丙)."""


def _pieces(ctx: Context, text: str, span: Span) -> list[Span]:
    """What a list joins by 、 or by 和 in front of another place, or of other goods."""
    out: list[Span] = []
    for piece in clauses.split(text, span.start, span.end, "、"):
        joint = next((m for m in _AND.finditer(text, piece.start + 2, piece.end - 1)), None)
        rest = text[joint.end() : piece.end] if joint is not None else ""
        parted = joint is not None and (_place(ctx, rest)[0] is not None or len(rest) > 1 and joint.start() - piece.start > 1)
        if joint is not None and parted:
            out += [Span(piece.start, joint.start()), Span(joint.end(), piece.end)]
        else:
            out.append(piece)
    return out


_AND = re.compile(r"以及|[和及与]")


def _place(ctx: Context, text: str) -> tuple[Owner | None, int]:
    """The place that words begin with, one of the document's province where that is known, and its length."""
    prefix = place_prefix(ctx, text)
    if prefix is not None:
        near = prefix[0].type == "Park" or not ctx.document.region_code or local(ctx, prefix[0].name)
        return (prefix[0], prefix[1]) if near or town(text) is not None else (None, 0)
    name = town(text)
    return (Owner("Region", name), len(name)) if name is not None else (None, 0)


@cache
def _told() -> re.Pattern[str]:
    """What is told of a list behind its last item."""
    surely, verbs = ("|".join(map(re.escape, words.of_role("own_goods_told", role))) for role in ("goods", "verb"))
    counted = r"等?[0-9一二两三四五六七八九十]+(?:个|大|项|类)[\u4e00-\u9fff]{0,8}?(?:产业|经济|集群|板块|产品|品牌|基地)"
    return re.compile(
        rf"(?:均|都|也|已|正)*(?P<surely>{counted}|等[\u4e00-\u9fff]{{0,8}}?(?:产业|行业|产品|集群|资源|基地)|(?:{surely})[^，。；：、]*)"
        rf"|等?(?:产业)?(?:均|都|也|已|正|相继|分别|产品)*(?:[0-9]|{verbs})"
    )


_NOT = re.compile(r"[为以向由在的（）“”：]|企$|^[区县市镇]|分别|各自|共同|联合|先后|相继")


def _goods(ctx: Context, name: str) -> bool:
    """Whether what stands behind a place is goods or a sector: a plain short name, no firm's, no body's."""
    topic = names.topic(name)
    if (
        topic is None
        or topic[0] != name
        or not (2 <= len(name) <= 8 or names.goods(name))
        or generic(name)
        or verbal(name)
        or _NOT.search(name)
    ):
        return False
    kind, suffix = names.form(name)
    trade = kind == "Enterprise" and (names.goods(name) or not brands.coined(name) or len(name) == len(suffix) + 1)
    plain = (kind in (None, "Industry", "Product") or trade) and not clauses.tokens(name, Span(0, len(name)))
    plain = plain and not words.ending(name, "adverbs")
    return plain and name not in ctx.places and not words.opening(name, "firm_known")
