"""What stands in the district that a statement leads with or lists: “甲区依托乙园…”, “丙县：以丁园为载体”, “戊区（己园）”."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lianpu.extract import brands, lists, names, words
from lianpu.extract.acts import Frame
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.owners import Option
from lianpu.extract.reading import Reading
from lianpu.extract.rules import areas
from lianpu.extract.rules.zones import building
from lianpu.extract.things import Thing, classify, firm, strip_verbs, verbal
from lianpu.extract.whereabouts import local, place_prefix, town_in

_BODIES = ("Park", "Platform", "Institution")


def leading(ctx: Context, options: Iterable[Option]) -> Owner | None:
    """The one division inside the document's region that a statement or its point opens with, or that has its section."""
    near = [o for o in options if o.relation in ("lead", "together", "head", "section0")]
    if not near or near[0].owner.type != "Region" or any(o.relation == "together" for o in near):
        return None
    return _inside(ctx, near[0].owner)


def _inside(ctx: Context, place: Owner) -> Owner | None:
    return place if place.type == "Region" and place != ctx.home and local(ctx, place.name) else None


def _of_clause(ctx: Context, text: str, clause: Span, before: Owner | None) -> tuple[Owner | None, int]:
    """The one division that a clause leads with, none where it leads with several, else that of the clause before it."""
    found, end = areas.led(ctx, text, clause)
    return (_inside(ctx, found[0]) if len(found) == 1 else None) if found else before, end


def relied(
    ctx: Context,
    text: str,
    things: Iterable[Thing],
    options: Iterable[Option],
    paragraph: int,
    clause: Span,
    span: Span,
    out: Reading,
) -> None:
    """State that parks, platforms and institutes that a district relies on in a clause stand in it."""
    place, _ = _of_clause(ctx, text, clause, leading(ctx, options))
    for thing in things if place is not None else ():
        assert place is not None
        _stand(ctx, thing, place, (paragraph, span.start, span.end), "relied-in-district", out)


def host(ctx: Context, text: str, clause: Span) -> tuple[Owner | None, int]:
    """The one place inside the home that a clause leads with (“甲县|依托乙药业”, “丙园|支持丁电子”) and where it ends."""
    found, end = areas.led(ctx, text, clause)
    if found:
        return (found[0] if len(found) == 1 and found[0] != ctx.home else None), end
    park = areas.opening(text, clause)
    end = text.find(park.name, clause.start, clause.end) + len(park.name) if park is not None else clause.start
    return (park, end) if park is not None and park.type == "Park" else (None, clause.start)


def firms(ctx: Context, text: str, things: Iterable[Thing], paragraph: int, clause: Span, out: Reading) -> None:
    """State that firms that a place relies on in its own clause stand in it."""
    strangers = [thing for thing in things if thing.place is None]
    place = host(ctx, text, clause)[0] if strangers else None
    for thing in strangers if place is not None else ():
        assert place is not None
        out.name(place, paragraph, clause.start, clause.end, "place")
        out.state(thing.what, "locatedIn", place, "existing", (paragraph, clause.start, clause.end), "firm-in-district")


def _stand(ctx: Context, thing: Thing, place: Owner, where: tuple[int, int, int], rule: str, out: Reading) -> None:
    """A thing stands in the district unless its own name says another place than one around it."""
    if (
        thing.what.type in (*_BODIES, "Enterprise")
        and thing.what != place
        and (thing.place is None or _around(ctx, thing.place, place))
    ):
        out.name(thing.what, where[0], thing.start, thing.end, rule, thing.aliases)
        out.state(thing.what, "locatedIn", place, "existing", where, rule)


def _around(ctx: Context, outer: Owner, place: Owner) -> bool:
    """Whether one place is a division around another, or the same."""
    inner = ctx.table.find(place.name)
    return any(o.code == i.code or ctx.table.contains(o.code, i.code) for o in ctx.table.find(outer.name) for i in inner)


_BUILDS = re.compile(
    rf"(?:大力|加快|重点|积极|全力|着力|规划|谋划|推进|推动|加快推进|高标准|高水平|高质量|支持|抓好|实施)*(?P<verb>{'|'.join(words.longest_first('placed_verbs'))}|推进|加快|推动|加快推进)(?P<object>[^，。；：]{{4,80}})"
)


def built(ctx: Context, text: str, frame: Frame, options: Iterable[Option], paragraph: int, out: Reading) -> None:
    """“甲县重点建设乙园、丙中心”: what a district that leads the statement builds stands in it."""
    place = leading(ctx, options)
    for clause in frame.clauses:
        place, start = _of_clause(ctx, text, clause, place)
        if place is None:
            continue
        lead = place_prefix(ctx, text[start : clause.end])
        start += lead[1] if lead is not None and lead[0] == place else 0
        match = _BUILDS.match(text, start + (text[start : start + 1] in "：，"), clause.end)
        for item in lists.parse(text, *match.span("object")).items if match is not None else ():
            body = building(ctx, _unbuilt(item), loose=False)
            if body is not None and place_prefix(ctx, body.name) is None:
                out.name(body, paragraph, item.start, item.end, "built")
                out.name(place, paragraph, clause.start, item.end, "place")
                out.state(body, "locatedIn", place, "planned", (paragraph, clause.start, item.end), "built-in-district")


def _unbuilt(item: lists.Item) -> lists.Item:
    """An item without the noun of building behind it (甲园|建设)."""
    body = item.text.removesuffix(words.ending(item.text, "built_tails", leave=4))
    return lists.Item(body, item.start, item.start + len(body))


_HELD = re.compile(r"(?P<place>[\u4e00-\u9fff]{2,12})（(?P<list>[^（）]{3,60})）(?![\u4e00-\u9fff])")


def bracketed(ctx: Context, text: str, span: Span, paragraph: int, out: Reading) -> None:
    """“甲区（乙园、丙中心）、丁县（戊镇）”: what the bracket behind a district names stands there, towns are part of it."""
    for match in _HELD.finditer(text, span.start, span.end) if text.find("（", span.start, span.end) >= 0 else ():
        district = _district(ctx, match["place"])
        if district is None:
            continue
        where = (paragraph, match.start("place"), match.end())
        items = lists.parse(text, *match.span("list")).items
        if district.type == "Park" and not all(brands.alone(item.text) for item in items):
            continue
        towns = [town for item in items if (town := town_in(ctx, district, item.text)) is not None]
        things = [thing for item in items if (thing := _held_there(ctx, item)) is not None]
        if len(towns) == len(items):
            out.name(district, paragraph, match.start("place"), match.end("place"), "place")
            for town, item in zip(towns, items, strict=True):
                out.name(town, paragraph, item.start, item.end, "part", (item.text,) if item.text != town.name else ())
                out.state(town, "partOf", district, "existing", where, "towns-of-district")
        elif len(things) == len(items) and all(thing.what.type in (*_BODIES, "Enterprise") for thing in things):
            out.name(district, paragraph, match.start("place"), match.end("place"), "place")
            for thing in things:
                _stand(ctx, thing, district, where, "bracket-of-district", out)


def _held_there(ctx: Context, item: lists.Item) -> Thing | None:
    """What an item in a district's bracket names; a firm by its name alone."""
    thing = classify(ctx, item.text, item.start)
    other = thing is None or thing.what.type in ("Product", "Industry")
    return firm(ctx, item.text, item.start) if other and brands.alone(item.text) else thing


def _district(ctx: Context, text: str) -> Owner | None:
    """The division that the words in front of a bracket end with, alone or behind verbs (布局|甲区), or the park they are."""
    for size in range(min(len(text), 12), 1, -1):
        name, before = text[-size:], text[:-size].removesuffix("和")
        place = ctx.places.get(name)
        if place is not None and local(ctx, place) and (not before or strip_verbs(before + "甲甲") == len(before)):
            return Owner("Region", place)
    name = text[strip_verbs(text) :]
    park = 4 <= len(name) <= 16 and names.form(name)[0] == "Park" and not verbal(name)
    return Owner("Park", name) if park else None
