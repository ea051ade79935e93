"""Places as owners: the core areas of a sector, several places together, places in front of what a verb has as its object."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lianpu.extract import brands, clauses, lists, names, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.reading import Reading
from lianpu.extract.rules import firms, hamlets
from lianpu.extract.things import Thing, classify, firm, verbal
from lianpu.extract.whereabouts import WATER, place_prefix, town, town_in, whole_place

_INNER = re.compile(r"（(?P<inner>[^（）]{2,60})）$")


@cache
def _core() -> re.Pattern[str]:
    heads = "|".join(words.longest_first("core_area_heads"))
    return re.compile(rf"^(?:{heads})：(?P<list>.{{2,200}}?)(?:。|$)")


def core_areas(ctx: Context, text: str, paragraph: int, owner: Owner, policy: Owner, out: Reading) -> bool:
    """“核心区域：甲区（乙、丙）、丁县”: the places focus on the sector of the section, or on the one that their bracket names.

    A park, platform or firm in the bracket stands in the place; a sector there is one that the document plans for.
    Tells whether the paragraph is such a line.
    """
    match = _core().match(text)
    if match is None or owner.type != "Industry" or clauses.tokens(text, Span(*match.span("list"))):
        return False
    for item in lists.parse(text, *match.span("list")).items:
        inner = _INNER.search(item.text)
        held = inner.group("inner") if inner else ""
        begin = item.start + inner.start("inner") if inner else item.end
        pieces = list(_pieces(text, begin, begin + len(held))) if held else []
        where = (paragraph, 0, item.end)
        name = item.text[: inner.start()] if inner else item.text
        places = list(_core_places(ctx, name, item.start))
        towns = {p.start: t for p in pieces for x in places[:1] if (t := town_in(ctx, x.what, p.text)) is not None}
        for piece in pieces:
            if piece.start in towns:
                out.name(towns[piece.start], paragraph, piece.start, piece.end, "core-area", (piece.text,))
                out.state(towns[piece.start], "partOf", places[0].what, "existing", where, "town-of-area")
        things = [t for piece in pieces if piece.start not in towns for t in _inner(ctx, piece)]
        topics = [t for t in things if t.what.type in ("Industry", "Product")]
        for place in places:
            out.name(place.what, paragraph, place.start, place.end, "core-area")
            if not topics:
                out.state(place.what, "focusesOn", owner, "existing", where, "core-area")
            for thing in topics:
                out.name(thing.what, paragraph, thing.start, thing.end, "core-area")
                out.state(place.what, "focusesOn", thing.what, "existing", where, "core-area")
                if ctx.known_sector(thing.what.name) and thing.what.name not in owner.name:
                    out.state(policy, "regulates", Owner("Industry", thing.what.name), "existing", where, "regulates-area")
            for thing in things:
                if thing not in topics and thing.what.type != "Region":
                    out.name(thing.what, paragraph, thing.start, thing.end, "core-area")
                    out.state(thing.what, "locatedIn", place.what, "existing", where, "core-area")
    return True


def _pieces(text: str, start: int, end: int) -> Iterator[lists.Item]:
    """Items of a bracket, cut at 、 only where a 和 or 与 stands inside a name."""
    listing = lists.parse(text, start, end).items
    yield from (
        (lists.Item(text[start:end], start, end),) if names.form(text[start:end])[0] and "、" not in text[start:end] else listing
    )


def _core_places(ctx: Context, text: str, start: int) -> Iterator[Thing]:
    """The places of one item, several between strokes (甲区/乙区)."""
    for piece in re.finditer(r"[^/]+", text):
        thing = classify(ctx, piece.group(), start + piece.start())
        if thing is not None and thing.what.type in ("Region", "Park"):
            yield thing


def _inner(ctx: Context, item: lists.Item) -> Iterator[Thing]:
    """What the bracket behind a place names: sectors and goods, parks, platforms and firms; none for pilots and hamlets."""
    whole = names.form(item.text)[0] in ("Park", "Platform", "Institution")
    for piece in re.finditer(r".+" if whole else r"[^/]+", item.text):
        name, start = piece.group(), item.start + piece.start()
        park = words.ending(name, "park_tails", leave=2)
        if park and names.form(name)[0] is None:
            short = re.sub(r"^.*[>）]", "", name)
            yield Thing(Owner("Park", name), start, start + len(name), None, (short,) if short != name else ())
            continue
        firm_ = names.form(name)[0] == "Enterprise" and words.ending(name, "firm_heads", leave=2)
        thing = firm(ctx, name, start) if firm_ else classify(ctx, name, start)
        if thing is not None and thing.what.type in ("Industry", "Product") and not _says_sector(ctx, name, thing.what):
            thing = firm(ctx, name, start) if len(name) > 2 and brands.strength(name) == 2 and not firms.landed(name) else None
        if thing is not None:
            yield thing


def _says_sector(ctx: Context, text: str, what: Owner) -> bool:
    """Whether words in a bracket are a sector or goods rather than a spot on the map or a title."""
    if text.endswith(words.longest_first("list_notes")):
        return False
    called = what.type == "Industry" or ctx.known_sector(what.name) or names.goods(what.name)
    return called or len(what.name) >= 4 and ctx.count(what.name) > 1 and not firms.coined(ctx, what.name)


_TOWN = re.compile(r"^[\u4e00-\u9fff]{2,4}(?:镇|乡|街道)$")


def place_of(ctx: Context, text: str) -> Thing | None:
    """A region, town or park that a list item names; towns of other places, too."""
    body = re.sub(rf"^(?:以及|和|及)|“[^“”]{{2,8}}”$|等?{hamlets.HOW_MANY.pattern}$", "", text)
    body = re.sub(r"（[^（）]*）$", "", body)
    if _TOWN.match(body) and ctx.table.find(body) and not verbal(body):
        return Thing(Owner("Region", ctx.places.get(body, body)), 0, len(body))
    thing = classify(ctx, body, 0)
    return thing if thing is not None and thing.what.type in ("Region", "Park") else None


def several(ctx: Context, text: str, start: int, end: int) -> list[Owner]:
    """Places that open or stand inside a clause together (“支持A、B、C等建设…”); empty unless all items are places."""
    behind = _ACT_TOGETHER.search(text, start, end)
    end = behind.start() if behind is not None else end
    start += text.startswith("在", start)
    comma = text.find("、", start, end) >= 0
    if comma and (bare := hamlets.listed(ctx, text, start, end)):
        return bare
    listed = comma or words.inside(text[start:end], "zones")
    if not listed and ctx.place_pattern.search(text, start, end) is None:
        return []
    counted = hamlets.HOW_MANY.search(text, start, end)
    listing = lists.parse(text, start, counted.start() if counted and counted.end() == end else end)
    found: list[Owner] = []
    unknown = 0
    for item in listing.items:
        place = whole_place(ctx, item.text) or (park(item.text) or _town(ctx, item.text) if len(listing.items) > 1 else None)
        if place is None:
            place = hamlets.bare(item.text)
            unknown += 1
        if place is None:
            return []
        found.append(place)
    if unknown and (2 * unknown >= len(found) or any(place.type == "Park" for place in found)):
        return []
    said = listing.tail.text if listing.tail else ""
    return found if len(said) <= _TAIL or said.endswith(hamlets.GROUNDS) else []


_TAIL = 4
"""Characters of what a list of places sums up to, at most."""


def _town(ctx: Context, name: str) -> Owner | None:
    """A town among places by its ending; none where a known place stands behind other words."""
    return Owner("Region", name) if town(name) == name and ctx.place_pattern.search(name, 1) is None else None


def park(name: str) -> Owner | None:
    """A park among places by the ending of its name."""
    named = 4 <= len(name) <= 18 and names.form(name)[0] == "Park" and not verbal(name)
    return Owner("Park", name) if named and not clauses.tokens(name, Span(0, len(name))) else None


_ACT_TOGETHER = re.compile(
    r"(?:等地?)?(?:分别|各自|共同|协同|联合|联手|携手|错位|同步|率先|集中|重点|则|还?要|须|应当?|拟|主要)+$|正在?$"
)
"""How several places do something, between them and the verb."""
_TOGETHER = re.compile(rf"等?(?:{hamlets.HOW_MANY.pattern}|[地市县区旗])?")


_MODAL = re.compile(
    r"(?:则|也|还)*(?:要|应当?|须|拟)(?![素点求地会急有对])|将(?=[加打建发重大做推实全着积继进立依聚围])(?!加工|重[工型心]|大[米豆棚气]|建[材筑]|发[电酵动]|实[验体])|正在?(?=[加着在全积大稳努逐])|现已|已经?(?=[形建初培])"
)
"""Between places and the verb that they are the subject of."""
_KIND = 3
"""Characters of a kind of zone (高新区)."""


def leading(ctx: Context, text: str, clause: Span) -> int:
    """Where the places that a clause leads with end (“甲市、乙县|发展丙”), its start if it leads with none."""
    at = clause.start + text.startswith("在", clause.start, clause.end)
    if text[at : at + 1] not in ctx.place_openings:
        return clause.start
    while ctx.place_pattern.match(text, at, clause.end) is not None or words.opening(text[at : at + _KIND], "zones"):
        prefix = place_prefix(ctx, text[at : clause.end])
        if prefix is None:
            return clause.start
        at += prefix[1]
        if text[at : at + 1] not in ("、", "和", "与"):
            several_ = _TOGETHER.match(text, at, clause.end) if "、" in text[clause.start : at] else None
            at = several_.end() if several_ is not None else at
            modal = _MODAL.match(text, at, clause.end)
            return modal.end() if modal is not None else at
        at += 1
    return hamlets.last(text, at, clause) if text.count("、", clause.start, at) > 1 else clause.start


_AREA = re.compile(
    r"(?:[东西南北中]|东南|西南|东北|西北|沿[江海河湖边线]|近郊|远郊|环城|城郊|[\u4e00-\u9fff]{1,3}(?=库区|山区|坝区|灌区))部?(?:县区|县市|县[（(]市[)）]|区县|片区|地区|乡镇|山区|区域|板块|平原|丘陵|库区|坝区|灌区|镇街)"
)
"""Part of a region by where it lies (东部县区, 沿江地区)."""


def area(name: str) -> Owner | None:
    """The area that is a part of a region by where it lies."""
    return Owner("Region", name) if _AREA.fullmatch(name) is not None else None


def opening(text: str, clause: Span) -> Owner | None:
    """The park or area that a clause opens with, right before the word that governs it."""
    row = clauses.tokens(text, clause)
    begin = clause.start + text.startswith("在", clause.start)
    if not row or not _LEAST <= row[0].start - begin <= _MOST:
        return None
    body = _ALONE.sub("", text[begin : row[0].start])
    if (found := area(body)) is not None:
        return found
    return park(body) if _LISTED.search(body) is None else None


_LEAST, _MOST = 4, 20
"""Characters of the name of such a place."""
_ALONE = re.compile(r"(?:内|则|也|还|要|须|应|拟|将|可)+$")
"""Between a place and its verb."""
_LISTED = re.compile(r"[、（的]|[和与及](?![\u4e00-\u9fff]{0,2}(?:园|区|港|谷|城))")
"""What makes more of the words in front of a verb than one place's name."""


_BACKED = re.compile(r"(?:支持|推动|鼓励|引导|推进|促进)(?!建设|发展)")


def led(ctx: Context, text: str, clause: Span) -> tuple[list[Owner], int]:
    """The places that a clause leads with or backs (“支持|甲市|依托乙园”) and where they end."""
    backed = _BACKED.match(text, clause.start, clause.end)
    begin = backed.end() if backed is not None else clause.start
    end = leading(ctx, text, Span(begin, clause.end))
    then = clauses.tokens(text, Span(end, clause.end)) if end > begin else ()
    built = then and text.startswith("在", begin) and works(text, Span(then[0].end, clause.end))
    found = several(ctx, text, begin, end) if then and then[0].start == end and not built else []
    return found, end if found else clause.start


_WORKS = ("Park", "Platform", "Institution", "Project")


def works(text: str, objects: Span) -> bool:
    """Whether what is made in a place is a work of its own, which the statement is about then."""
    item = text[objects.start : objects.end].rstrip("。；").partition("、")[0]
    return names.form(item)[0] in _WORKS or names.praised(item) is not None


_HELD = re.compile(
    r"(?P<park>[\u4e00-\u9fff]{2,12}?(?:工业园区?|产业园区?|化工园区?|科技园区?|示范园区?|创业园区?|集中区|集聚区|经开区|高新区|开发区|园区))"
    r"(?=(?P<sector>(?![、和与及的])[^，。；：的等]{2,24}?)(?:产业集群|产业链|产业(?![园基区])|集群))"
)
_OF = re.compile(r"(?:等(?:地|市|县)?)?(?:[0-9一二两三四五六七八九十]+(?:大|个))?")


def before_object(ctx: Context, text: str, start: int, end: int) -> tuple[list[Owner], int]:
    """Places in front of what a verb has as its object (“做强济南、青岛4大机器人产业基地”) and where the rest begins.

    A park has a sector in front of which it stands (“加快甲产业园乙产业集群建设”).
    """
    held = _HELD.match(text, start, end)
    park_ = park(held["park"]) if held is not None else None
    if held is not None and park_ is not None and not names.adjectival(held["sector"] + "产业") and not verbal(held["sector"]):
        return [park_], held.end("park")
    if (own := hamlets.own_goods(text, start, end)) is not None:
        return [own[0]], own[1]
    found: list[Owner] = []
    at = start
    while True:
        match = ctx.place_pattern.match(text, at, end)
        if match is None or WATER.match(text, match.end(), end):
            break
        found.append(Owner("Region", ctx.places[match.group()]))
        at = match.end()
        if at >= end or text[at] not in "、和":
            break
        at += 1
    if not found:
        return [], start
    rest = _OF.match(text, at, end)
    at = rest.end() if rest else at
    return (found, at) if names.praised(text[at:end]) is not None else ([], start)
