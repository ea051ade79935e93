"""Places in names: the one that a name begins with, the one inside it, and where what it names stands."""

from __future__ import annotations

import re

from lianpu.extract import aliases, names, words
from lianpu.extract.context import Context, Owner
from lianpu.model import EntityType

_ZONE = re.compile(
    r"(?:国家|省级)?(?:经济技术开发区|经济开发区|高新技术产业开发区|高新技术产业园区|农业高新技术产业示范区|高新区|经开区|开发区|新区|综合保税区|保税区|度假区|工业集聚区|集聚区|工业集中区|产业集中区|集中区|工业园区|化工园区|科创城)(?:管委会)?"
)
_LEVEL = re.compile(r"(?:省|市|区|县|镇)(?![\u4e00-\u9fff]?协)")
WATER = re.compile(r"[湾峡江河湖岛岭峰](?!区|县|市|镇)")
"""What makes another proper name of a place's name: 金州湾, 宝鸡峡."""


def place_prefix(ctx: Context, text: str) -> tuple[Owner, int] | None:
    """The place in front of a name and its length: a division (济宁, 邹城市) or a zone of one (济宁高新区)."""
    if text[:1] not in ctx.place_openings:
        return None
    match = ctx.place_pattern.match(text)
    if match is None:
        kind = words.opening(text, "zones")
        owner = _own_zone(ctx, kind) if kind else None
        return (owner, len(kind)) if owner is not None else None
    if WATER.match(text, match.end()) or not ctx.places.alone(match.group(), text, match.end()):
        return None
    at = match.end()
    inner = ctx.place_pattern.match(text, at)
    nested = inner is not None and inner.end() < len(text) and not WATER.match(text, inner.end())
    if inner is not None and nested and not _wider(ctx, inner.group()) and not _beside(ctx, match.group(), inner.group()):
        match, at = inner, inner.end()
    suffix = _LEVEL.match(text, at)
    if suffix and ctx.places.get(match.group() + suffix.group()) == ctx.places[match.group()]:
        at = suffix.end()
    zone = _ZONE.match(text, at)
    if zone is not None:
        return Owner("Park", aliases.full_zone(ctx.said, text[: zone.end()])), zone.end()
    return Owner("Region", ctx.places[match.group()]), at


def _own_zone(ctx: Context, text: str) -> Owner | None:
    """The zone of the document's own city or county that a kind of zone (高新区) means there, by its full name if it is said."""
    home = ctx.home
    if text not in words.words("zones") or home is None or home.type != "Region" or province(ctx, home):
        return None
    full = next((form for form in (home.name + text, home.name[:-1] + text) if ctx.says(form)), text)
    return Owner("Park", aliases.full_zone(ctx.said, full))


def opening_place(ctx: Context, text: str, at: int) -> Owner | None:
    """The place that the statement around ``at`` opens with (“甲市产量居首，集聚了乙、丙”, “在丁园，戊相继落户”)."""
    begin = max(text.rfind(mark, 0, at) for mark in "。；") + 1
    within = text.startswith("在", begin)
    begin += within
    prefix = place_prefix(ctx, text[begin:at]) if begin < at else None
    if prefix is None and within and (comma := text.find("，", begin, at)) > 0:
        return park_in_front(text, begin, comma)
    return prefix[0] if prefix is not None else None


def park_in_front(text: str, start: int, end: int) -> Owner | None:
    """The park whose name fills ``text[start:end]`` in front of a verb but for words like 新 and 已 (甲园|已先后)."""
    body = _ALREADY.sub("", text[start:end].removeprefix("其中").removeprefix("目前"))
    named = 4 <= len(body) <= 20 and names.form(body)[0] == "Park" and not re.search(r"[、，：和与及]", body)
    return Owner("Park", body) if named else None


_ALREADY = re.compile(r"(?:已|新|现|先后|相继|累计|共|目前|陆续|成功|新近|内|里|中)+$")


def whole_place(ctx: Context, text: str) -> Owner | None:
    """The place that words are as a whole, the innermost where they run through several (甲市乙区)."""
    prefix = place_prefix(ctx, text)
    if prefix is None or prefix[1] == len(text):
        return prefix[0] if prefix is not None else None
    inner = ctx.place_pattern.fullmatch(text, prefix[1])
    outer = ctx.table.find(prefix[0].name) if inner is not None else ()
    parts = ctx.table.find(ctx.places[inner.group()]) if inner is not None else ()
    inside = any(ctx.table.contains(o.code, p.code) for o in outer for p in parts)
    return Owner("Region", ctx.places[inner.group()]) if inner is not None and inside else None


def _beside(ctx: Context, outer: str, inner: str) -> bool:
    """Whether the second of two places is a city elsewhere, a partner of the first in a name (甲市深圳产业园)."""
    first, second = ctx.table.find(ctx.places[outer]), ctx.table.find(ctx.places[inner])
    cities = bool(first and second) and all(r.level in ("city", "province") for r in second)
    return cities and not any(f.code == s.code or ctx.table.contains(f.code, s.code) for f in first for s in second)


def _wider(ctx: Context, surface: str) -> bool:
    """Whether a place is a province: behind another place it begins a name (甲县山东乙公司)."""
    return any(r.level == "province" and not r.name.endswith("市") for r in ctx.table.find(surface))


def province(ctx: Context, place: Owner) -> bool:
    """A province in a name does not say where the thing stands; a municipality (上海市) does."""
    return (
        place.type == "Region"
        and not place.name.endswith("市")
        and any(r.level == "province" for r in ctx.table.find(place.name))
    )


def wide(ctx: Context, place: Owner) -> bool:
    """A province or a city other than the document's own: part of a firm's name that says nothing of where it works."""
    code = ctx.document.region_code
    found = ctx.table.find(place.name)
    if place.type != "Region" or not code or not found:
        return False
    own = {r.code for r in (ctx.table.get(code), *ctx.table.parents(code)) if r is not None and r.level != "province"}
    return not any(r.code in own or ctx.table.contains(code, r.code) and r.code != code for r in found)


def local(ctx: Context, place: str) -> bool:
    """Whether an official name is one of the document's own province, below the province itself."""
    code = ctx.document.region_code
    if not code:
        return False
    top = code[:2] + "0000"
    return place in ctx.places.parts or any(r.code[:2] == top[:2] and r.level != "province" for r in ctx.table.find(place))


def town_in(ctx: Context, district: Owner, text: str) -> Owner | None:
    """The town of a district that words name in full or without 镇, 乡 or 街道."""
    if district.type != "Region" or not 2 <= len(text) <= 6:
        return None
    towns = (t for r in ctx.table.find(district.name) if r.level == "county" for t in ctx.table.towns_within(r.code))
    found = next((t for t in towns if text in (t.name, _TOWN.sub("", t.name))), None)
    return Owner("Region", found.name) if found is not None else None


_TOWN = re.compile(r"(?:街道|镇|乡)$")


_TOWN_HEAD = re.compile(r"[\u4e00-\u9fff]{2,7}?(?:镇|乡|街道)")


_NO_TOWN_IN = re.compile(r"^[各全等该本每和与及向对从]|[以为在由于的等]")


def town(text: str) -> str | None:
    """The town that words begin with by its ending alone, though no table has it (甲镇|乙).

    >>> town("龙吟镇砂仁"), town("特色小镇建设"), town("砂仁种植")
    ('龙吟镇', None, None)
    """
    match = _TOWN_HEAD.match(text)
    if match is None or words.ending(match.group(), "no_towns") or words.inside(match.group(), "inner_verbs"):
        return None
    return match.group() if _NO_TOWN_IN.search(match.group()) is None else None


def inner_place(ctx: Context, name: str) -> Owner | None:
    """Where a branch stands (甲研究院济宁分院, 甲中心（济宁）): the last of the document's own places in the name."""
    found = [m for m in ctx.place_pattern.finditer(name) if 0 < m.end() < len(name) and m.start() > 0]
    near = [ctx.places[m.group()] for m in found if local(ctx, ctx.places[m.group()])]
    return Owner("Region", near[-1]) if near else None


PARENT = re.compile(r"[\u4e00-\u9fff]{2,10}(?:大学|学院|科学院|研究院|研究所|交大)(?=[\u4e00-\u9fff]{4,})")
"""A parent body whose own place does not say where its branch stands (甲市大学乙市研究院)."""
_LINE = re.compile(r"至|(?:高铁|铁路|高速|高速公路|城际|通道|运河|航道)(?:[一-鿿]{2,5}段)?(?:工程|项目)?$")
"""Works that run between places."""


_SEAT = re.compile(r"（(?P<place>[\u4e00-\u9fff]{2,6})）")
"""The county in the bracket behind the city that opens a name (甲市（乙）检测中心)."""


def standing(ctx: Context, name: str, kind: EntityType) -> Owner | None:
    """Where a park, platform, institute or work stands by its own name."""
    if (
        kind == "Institution"
        and re.search(r"(?:大学|学院|学校|中学|高校|校区)$", name)
        or kind == "Project"
        and _LINE.search(name)
    ):
        return None
    prefix = place_prefix(ctx, name)
    place = prefix[0] if prefix else None
    bracket = _SEAT.match(name, prefix[1]) if prefix is not None and prefix[0].type == "Region" else None
    if bracket is not None and local(ctx, ctx.places.get(bracket["place"], "")):
        return Owner("Region", ctx.places[bracket["place"]])
    if place is not None and (place.name == name or prefix is not None and prefix[1] >= len(name)):
        found = ctx.place_pattern.match(name)
        place = Owner("Region", ctx.places[found.group()]) if found and found.end() < len(name) else None
    if place is None or place.type == "Region" and not local(ctx, place.name) or PARENT.match(name):
        place = inner_place(ctx, name) or place
    return None if place is None or province(ctx, place) else place
