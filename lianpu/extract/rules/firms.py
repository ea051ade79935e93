"""anchors, supports and locatedIn from what an owner relies on: “依托A、B等龙头企业”, “以C为载体”, “发挥D作用”."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from lianpu.extract import brands, lists, names, words
from lianpu.extract.acts import Frame, Reliance
from lianpu.extract.context import Context, Owner
from lianpu.extract.lists import Item
from lianpu.extract.reading import Reading
from lianpu.extract.rules import serves
from lianpu.extract.things import Thing, classify, generic, verbal
from lianpu.extract.whereabouts import place_prefix

_FIRM_WORDS = re.compile(r"(?:企业|公司|集团)(?:优势|作用)?$")
_BESIDE = re.compile(r"[^和及与、]{0,10}(?:企业|公司|集团)(?P<joint>和|及|与|、)(?P<rest>[^，]{3,40})$")


@dataclass(frozen=True, slots=True)
class Relied:
    """Things a statement relies on, by class."""

    firms: tuple[Thing, ...]
    parks: tuple[Thing, ...]
    platforms: tuple[Thing, ...]


_LAND = re.compile(r"[山河湖湾岛港海江岭谷口镇村街段片线路南北]$")
"""Ends of names of land and ways."""


def landed(name: str) -> bool:
    """Whether a name ends like one of land or of a way (甲湖, 乙山)."""
    return _LAND.search(name) is not None


def firmlike(name: str, *, alone: bool) -> bool:
    """Whether a name that no word calls a firm may be one: a firm's ending, or short and of no common kind."""
    if names.form(name)[0] == "Enterprise" or not alone and brands.strength(name) == 2 and not landed(name):
        return True
    short = alone and len(name) <= 7 and not names.goods(name) and not _common(name)
    return short and brands.strength(name) == 2 and not landed(name)


def all_placed(ctx: Context, text: str, start: int, end: int) -> bool:
    """Whether a list is of firms by the places in front of its names (乙县华甲、丙市明丁发展…)."""
    items = lists.parse(text, start, end).items
    if len(items) < 2:
        return False
    prefixes = [place_prefix(ctx, item.text) for item in items]
    led = [p is not None and coined(ctx, i.text[p[1] :]) for p, i in zip(prefixes, items, strict=True)]
    return led[0] and sum(led) * 2 > len(items)


def all_sure(ctx: Context, text: str, start: int, end: int) -> bool:
    """Whether every name of a list of two and more is a firm's by itself (甲乙电气、宇瀚)."""
    items = lists.parse(text, start, end).items
    prefixes = [place_prefix(ctx, item.text) for item in items]
    bare = [i.text[p[1] :] if p is not None else i.text for i, p in zip(items, prefixes, strict=True)]
    return len(bare) > 1 and all(len(name) <= 8 and brands.strength(name) == 2 for name in bare)


_REGISTERED = re.compile(r"(?:有限|集团|股份|责任)公司$")


def acting(ctx: Context, body: str, told: Collection[str]) -> int:
    """Length of the one firm that a subject is, with the place in front: by its name, registered or told before (``told``)."""
    if body in told or _REGISTERED.search(body) is not None and len(body) <= 40 and not verbal(body):
        return len(body)
    prefix = place_prefix(ctx, body)
    at = prefix[1] if prefix is not None else 0
    size = brands.acting(body[at:])
    name = body[at : at + size]
    if size and not ctx.known_sector(name) and ctx.place_pattern.search(name) is None:
        return at + size
    return len(body) if body[at:] in told else 0


def coined(ctx: Context, name: str) -> bool:
    """Whether a name opens with two characters that the text has nowhere without it (甲乙制浆设备)."""
    head = name[:2]
    plain = not generic(head) and not verbal(name) and not _common(name) and re.search(r"[（）“”]", name) is None
    return plain and 2 <= len(name) <= 9 and ctx.count(head) == ctx.count(name)


def _common(name: str) -> bool:
    return bool(words.ending(name, "firm_common_ends") or words.opening(name, "firm_common_heads"))


def fields(ctx: Context, tail: str, items: tuple[Item, ...]) -> bool:
    """Whether a list before “等…企业” is of the fields of firms, not of their names (“算法、应用等初创企业”)."""
    common = [item for item in items if _common(item.text) or ctx.is_sector(item.text) or ctx.known_sector(item.text)]
    return 2 * len(common) > len(items) or any(word in tail for word in words.words("firm_fields"))


def read(ctx: Context, text: str, reliance: Reliance, *, sure: bool = False) -> Relied:
    """Classify the names of one reliance; places put in front carry over to the names after them. ``sure``: all are firms."""
    span = reliance.span
    listing = lists.parse(text, span.start, span.end, ctx.sector_names)
    tail = listing.tail.text if listing.tail else ""
    beside = _BESIDE.match(tail)
    items = listing.items
    if beside is not None and listing.tail is not None:
        at = listing.tail.start + beside.start("rest")
        items += lists.parse(text, at, span.end, ctx.sector_names).items
        tail = tail[: beside.start("joint")]
    called = sure or bool(_FIRM_WORDS.search(tail)) and not fields(ctx, tail, listing.items)
    slot = called or _slot(reliance, tail, text[span.start : span.end])
    return _sorted(ctx, items, slot, called, _role(reliance), alone=len(listing.items) == 1)


def _slot(reliance: Reliance, tail: str, body: str) -> bool:
    """Whether firms may stand where no word calls them so."""
    if tail or _role(reliance) not in ("firm", "leader"):
        return False
    vague = reliance.opener in ("依托", "依靠", "借助") and any(word in body for word in words.words("firm_abstract"))
    return not vague or "、" in body


def _role(reliance: Reliance) -> str:
    return words.mapping("firm_slots").get(reliance.role, ("",))[0] if reliance.role else "firm"


def _trusted(ctx: Context, items: tuple[Item, ...], role: str) -> bool:
    """Whether the company that unknown names keep says that they are firms: as leaders, or beside one with a firm's ending."""
    firms = [i for i in items if names.form(i.text)[0] == "Enterprise" and names.form(i.text)[1] != i.text]
    beside = role == "leader" or len(items) > 1 and bool(firms)
    return beside and all(i in firms or len(i.text) > 2 and coined(ctx, i.text) and not names.goods(i.text) for i in items)


def _sorted(ctx: Context, items: tuple[Item, ...], slot: bool, called: bool, role: str, *, alone: bool) -> Relied:
    """The items as firms, parks and platforms; ``called``: a word behind the list says that they are firms."""
    firms: list[Thing] = []
    parks: list[Thing] = []
    platforms: list[Thing] = []
    place: Owner | None = None
    called = called or slot and _trusted(ctx, items, role)
    for item in items:
        thing = classify(ctx, item.text, item.start, slot="Enterprise" if slot else None)
        if thing is None:
            prefix = place_prefix(ctx, item.text)
            place = prefix[0] if prefix else place
            continue
        if thing.place is not None:
            place = thing.place
        kind = thing.what.type
        if kind == "Enterprise":
            single = alone or thing.place is not None
            made = thing.place is not None or alone and ctx.count(thing.what.name) <= 2 and names.goods(thing.what.name)
            if not (called or firmlike(_bare(ctx, thing.what.name), alone=single) or made and coined(ctx, thing.what.name)):
                continue
            if thing.place is None and place is not None:
                thing = Thing(thing.what, thing.start, thing.end, place, thing.aliases)
            firms.append(thing)
        elif kind == "Park":
            parks.append(thing)
            place = None
        elif kind in ("Platform", "Institution"):
            platforms.append(thing)
    return Relied(tuple(firms), tuple(parks), tuple(platforms))


def _bare(ctx: Context, name: str) -> str:
    """A name without the province that it begins with (山东甲乙)."""
    prefix = place_prefix(ctx, name)
    return name[prefix[1] :] if prefix is not None and len(name) - prefix[1] >= 2 else name


def apply(
    ctx: Context,
    frame: Frame,
    paragraph: int,
    owner: Owner,
    relied: Relied,
    reliance: Reliance,
    out: Reading,
    industry: Owner | None = None,
    *,
    carry: bool = True,
) -> None:
    """Mentions, places, anchors, focus of parks and support of platforms.

    ``industry`` is the sector that the firms carry where it is not the owner; none of it without ``carry``.
    """
    start, end = frame.evidence(reliance.clause)
    for thing in (*relied.firms, *relied.parks, *relied.platforms):
        place = (paragraph, start, end)
        out.name(thing.what, paragraph, thing.start, thing.end, "relied", thing.aliases)
        if thing.place is not None:
            out.name(thing.place, paragraph, thing.start - 1 if thing.start else thing.start, thing.end, "place")
            out.state(thing.what, "locatedIn", thing.place, "existing", place, "place-prefix")
    if owner.type == "Park" and owner.name in ctx.outline.paragraphs[paragraph].text:
        for thing in (*relied.firms, *relied.platforms):
            if thing.place is None and thing.what.type != "Institution":
                out.state(thing.what, "locatedIn", owner, "existing", (paragraph, start, end), "firm-of-park")
    carried = industry or (owner if owner.type == "Industry" else None) if carry else None
    served = carried if owner.type == "Industry" or carried != ctx.subject else None  # a place relies on it for its own work
    for thing in relied.platforms:
        serves.state(ctx, thing.what, served, "existing", (paragraph, start, end), "supports-relied", out)
    if carried is not None:
        anchor([thing.what for thing in relied.firms], carried, (paragraph, start, end), "anchors", out)
        for thing in relied.parks if owner.type != "Region" else ():
            out.state(thing.what, "focusesOn", carried, "existing", (paragraph, start, end), "park-of-industry")


_COUNTED = re.compile(r"[一二两三四五六七八九十0-9]+[家户大]|龙头$|骨干$")
"""What says how many firms there are or what they are, no sector."""


def anchor(firms: Iterable[Owner], sector: Owner, place: tuple[int, int, int], rule: str, out: Reading) -> None:
    """State that firms carry a sector, which is thereby named."""
    for firm in firms if serves.plausible(sector) and _COUNTED.match(sector.name) is None else ():
        out.name(sector, *place, "carried")
        out.state(firm, "anchors", sector, "existing", place, rule)
