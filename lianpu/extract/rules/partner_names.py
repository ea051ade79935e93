"""What a name in a list of partners is: a place, an institute, a firm, or only a kind of body."""

from __future__ import annotations

import re
from functools import cache

from lianpu.extract import clauses, names, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.things import Thing, classify, firm
from lianpu.extract.whereabouts import place_prefix
from lianpu.model import EntityType

_TYPES = ("Institution", "Enterprise", "Platform", "Region", "Park")


@cache
def _kinds() -> tuple[tuple[str, EntityType], ...]:
    return tuple(sorted(((r[0], r[1]) for r in words.rows("partner_kinds")), key=lambda r: -len(r[0])))  # type: ignore[misc]


def slot_of(kind: str) -> EntityType | None:
    """What the words after 等 call the partners; places only when nothing else is said of them."""
    for word, slot in _kinds():
        if kind == word or slot != "Region" and word in kind:
            return slot
    return None


_NEAR = re.compile(r"^(?:周边|毗邻)|(?:各|沿线|沿岸)?(?:省份|省区|城市|各地)$")


def classified(ctx: Context, name: str, start: int, kind: str, slot: EntityType | None) -> list[Thing]:
    """Whom a listed name means: several for a run of letters (京津), nobody where it is a kind; ``kind`` stands behind 等."""
    letters = slot == "Region" and len(name) >= 2 and all(c in words.mapping("region_letters") for c in name)
    if letters and name not in ctx.places and name not in words.words("areas"):
        return [Thing(Owner("Region", place), start, start + len(name)) for place in spelled(name, "城市" in kind)]
    place = None if slot == "Enterprise" else region(ctx, name, slot) or region(ctx, _NEAR.sub("", name), slot)
    if place is not None:
        return [Thing(place, start, start + len(name))] if slot == "Region" or not kind else []
    if slot == "Region" or generic(name) or names.form(name)[0] in ("Agency", "Project") or name.endswith("市场") or acts(name):
        return []
    if slot == "Enterprise" and name in ctx.places:
        return [Thing(Owner("Enterprise", name), start, start + len(name))]
    thing = classify(ctx, name, start, slot="Enterprise" if slot == "Enterprise" else None)
    if thing is None or thing.what.type not in _TYPES:
        thing = _by_slot(ctx, name, start, slot)
    if thing is None or thing.what.type not in _TYPES:
        return []
    return [] if thing.what.type == "Enterprise" and topical(ctx, thing.what.name) else [thing]


def acts(name: str) -> bool:
    """Whether words taken for a name begin with a verb or a count."""
    if re.match(r"[0-9一二三四五六七八九十多]+(?:所|家|个|余)", name):
        return True
    tokens = clauses.tokens(name, Span(0, len(name)))
    return bool(tokens) and tokens[0].start == 0


def topical(ctx: Context, name: str) -> bool:
    """Whether a name that stands where firms do is a field elsewhere in the text (智能终端等企业)."""
    fields = ("产业", "技术", "领域", "应用", "装备", "制造", "行业")
    return name in ctx.titled or any(ctx.says(name + field) for field in fields)


_BODY = re.compile(r"(?:院|所|中心|会|部|校)$")


def _by_slot(ctx: Context, name: str, start: int, slot: EntityType | None) -> Thing | None:
    """A name that only the words around it tell to be an institute (复旦) or a firm (X科技)."""
    if (
        slot == "Institution"
        and names.topic(name) is not None
        and (2 <= len(name) <= 5 or len(name) <= 16 and _BODY.search(name))
    ):
        return None if topical(ctx, name) else Thing(Owner("Institution", name), start, start + len(name))
    if slot in (None, "Institution") and re.match(r"中国?科(?:学)?院[\u4e00-\u9fff]{2,12}所$", name):
        return Thing(Owner("Institution", name), start, start + len(name))
    if slot is None and 4 <= len(name) <= 10 and name.endswith(words.longest_first("partner_firm_ends")):
        return firm(ctx, name, start)
    return None


def region(ctx: Context, name: str, slot: EntityType | None) -> Owner | None:
    """The place or area that a name is; a county in short only beside the document's own or where it is called a place."""
    if name in ctx.places:
        return Owner("Region", ctx.places[name])
    prefix = place_prefix(ctx, name)
    if prefix is not None and prefix[1] == len(name):
        return prefix[0]
    code = ctx.document.region_code
    near = next((r.code for r in ctx.table.parents(code)), None) if code else None
    found = ctx.table.find(name, None if slot == "Region" else near) if len(name) >= 2 and (slot == "Region" or near) else ()
    if len(found) == 1 and found[0].level in ("province", "city", "county"):
        return Owner("Region", found[0].name)
    area = name in words.words("areas") or re.fullmatch(
        r"[\u4e00-\u9fff]{2,6}(?:大湾区|都市圈|经济圈|城市群|经济[带区]|自贸港|中心城区|流域|三省|地区)", name
    )
    return Owner("Region", name) if area and not generic(name) else None


@cache
def _bodies() -> tuple[str, ...]:
    """Kinds of bodies, longest first."""
    kinds = {*(w for w, _ in _kinds()), *(s for s, t in names.suffixes().items() if t in _TYPES)} - _PROPER
    return tuple(sorted(kinds, key=len, reverse=True))


def generic(name: str) -> bool:
    """Whether a name is only a kind of body with words that fit any (高水平大学, 各大电商平台)."""
    rest = name
    for kind in _bodies() if rest.endswith(_bodies()) else ():
        if rest.endswith(kind):
            rest = rest[: -len(kind)]
            break
    while rest:
        word = next((w for w in words.longest_first("partner_generic") if rest.startswith(w)), None)
        if word is None:
            return False
        rest = rest[len(word) :]
    return True


_PROPER = frozenset({"农科院", "科学院", "工程院", "党校"})
"""Kinds of which each place has one, so that 省 or 市 before them makes a name."""


def spelled(letters: str, cities: bool) -> list[str]:
    """Places that a run of one-character names means."""
    rows = [words.mapping("region_letters")[c] for c in letters]
    return [(row[1] or row[0]) if cities else (row[0] or row[1]) for row in rows]
