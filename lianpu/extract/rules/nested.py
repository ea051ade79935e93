"""partOf between places: “P，包括A和B（乙镇）”, “一城（C）、一区（D）”, “以E、F为核心”."""

from __future__ import annotations

import re
from functools import cache

from lianpu.extract import clauses, lists, names, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.cues import needs
from lianpu.extract.lists import Item
from lianpu.extract.reading import Reading
from lianpu.extract.rules import areas, hamlets, layouts
from lianpu.extract.things import Thing, verbal


def _ways() -> tuple[re.Pattern[str], ...]:
    """All that is looked for."""
    return (_parts_pattern(), _ZONE_OF_PARTS, *layouts.ways())


@needs(_ways)
def apply(ctx: Context, text: str, span: Span, paragraph: int, owner: Owner, out: Reading) -> None:
    """Parts of a zone or region that a statement names."""
    whole: Owner | None = None
    end = span.start
    for match in _parts_pattern().finditer(text, span.start, span.end):
        goes_on = whole if match.start() == end + 1 else None
        whole = _parts(ctx, text, match, paragraph, span, goes_on or owner, out, named=goes_on is None)
        end = match.end()
    for clause in clauses.clauses(text, span):
        layouts.numbered(ctx, text, clause, paragraph, owner, out)
        layouts.cored(ctx, text, clause, paragraph, owner, out)
    layouts.announced(ctx, text, span, paragraph, out)
    _wholly(ctx, text, span, paragraph, out)


@cache
def _parts_pattern() -> re.Pattern[str]:
    verbs = "|".join(words.longest_first("part_verbs"))
    return re.compile(rf"(?:{verbs})(?P<list>[^。；，]{{2,200}}(?:，(?!{verbs})[^。；，]{{1,100}}){{0,8}})")


_DIRECTION = re.compile(r"^[东南西北中]{1,2}部?片区$")


def _parts(
    ctx: Context, text: str, match: re.Match[str], paragraph: int, span: Span, owner: Owner, out: Reading, *, named: bool
) -> Owner | None:
    """“P，包括A和B（乙镇）”: parts of the zone that the sentence opens with, else of its owner; gives what they are part of.

    ``named``: the zone may stand in front; else the list goes on with more parts of ``owner``. What a park's own paragraph lays
    out is read in :mod:`.zones`.
    """
    said = Span(match.start("list"), match.end("list"))
    if text[match.start() - 1] == "（" and (close := text.find("）", *match.span("list"))) > 0:
        said = Span(said.start, close)
    listed = text[said.start : said.end]
    whole_names = names.form(listed.split("、")[0])[0] == "Park"
    if not whole_names and _COUNTED_KIND.search(listed) is not None:
        return None
    if match.group().startswith("由") and not re.search(r"(?:组成|构成)", listed):
        return None
    before = text[span.start : match.start()].rstrip("，、：了（ ")
    if before.endswith(("”", "”中")) and _FIGURE.search(before) is not None:
        return None
    begin = span.start + before.rfind("，") + 1
    stands = _STANDS_FOR.match(text, begin, match.start()) or _NOW.match(text, begin, match.start())
    begin = stands.end() if stands is not None else begin
    opening = _EXTENT.sub("", text[begin : span.start + len(before)].strip("、： "))
    opening = _CALLED.sub("", opening)
    opened = (areas.place_of(ctx, opening) or _told(ctx, opening, begin, out)) if named and 3 <= len(opening) <= 20 else None
    if opened is None and match.group().startswith(tuple(words.words("layout_verbs"))):
        return None
    whole = opened.what if opened is not None else owner if owner.type in ("Region", "Park") else ctx.home
    listed_ = places(ctx, text, said.start, said.end, inner=whole is not None and whole.type == "Park")
    if whole is None or not listed_:
        return whole
    if opened is not None:
        whole = _region(ctx, whole, paragraph, span.start, match.start(), out)
    for item, thing in listed_:
        _part(ctx, thing.what, whole, (paragraph, span.start, item.end), item, out)
    return whole


_COUNTED_KIND = re.compile(
    r"^[^，。]{2,40}?[0-9两二三四五六七八九十]+(?:个|大)(?:片区|园区|组团|板块|分园)(?:组成|构成)?(?:$|，)"
)
"""Parts that share the word for their kind: see :mod:`.membership`."""
_FIGURE = re.compile(r"“[一二两三四五六七八九十多][\u4e00-\u9fff]{1,3}”中?$")
"""A figure of a layout (“多点”), which is no place of its own."""


def places(ctx: Context, text: str, start: int, end: int, *, inner: bool) -> list[tuple[Item, Thing]]:
    """The places that a list names: all that stands before the first comma, else the most of the whole list; at least two.

    ``inner``: of a park's parts, which may be named by what they are for (研发区).
    """
    comma = text.find("，", start, end)
    for stop in (comma, end) if comma > 0 else (end,):
        items = [_closed(item) for item in lists.parse(text, start, stop).items]
        found = [
            (item, _inmost(ctx, item) or areas.place_of(ctx, item.text) or (_inner_zone(item) if inner else None))
            for item in items
        ]
        named = [(item, thing) for item, thing in found if thing is not None]
        if len(named) >= 2 and len(named) * (2 if stop == end else 1) >= len(found):
            return named
    return []


def _closed(item: Item) -> Item:
    """An item without the word that closes the list of parts (由甲片区、乙片区|组成)."""
    body = re.sub(r"(?:共同)?(?:组成|构成)$|全[域境]$", "", item.text)
    return Item(body, item.start, item.start + len(body))


_FUNCTION = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]{2,10}(?:区|园|组团|板块|中心|基地|社区|港|城|带)(?:（[^（）]*）)?$")


def _inner_zone(item: Item) -> Thing | None:
    """A part of a park by what it is for (研发区, 配套组团); no count or rank of such parts."""
    name = re.sub(r"（[^（）]*）$", "", item.text)
    ranked = re.match(r"[0-9一二两三四五六七八九十]+(?:大|个)|国家|省级|一批|若干|各", name) is not None
    if ranked or verbal(name) or _FUNCTION.fullmatch(name) is None:
        return None
    body = names.form(name)[0] == "Platform"
    return Thing(Owner("Platform" if body else "Park", name), item.start, item.start + len(name))


_CALLED = re.compile(r"（[^（）]{2,12}）$")
"""What a zone is called besides, behind its name."""
_STANDS_FOR = re.compile(r"“[一二两三四五六七八九十多][\u4e00-\u9fff]{1,3}”(?:即|为|是|指)")
"""The figure of a layout in front of the zone that it stands for (“一核”即甲园)."""
_NOW = re.compile(r"(?:其中|目前|现有|当前|现状)：?|(?:即|分别[为是]|具体[为是])：?(?=[\u4e00-\u9fff]{4})")
_EXTENT = re.compile(r"(?:的)?(?:规划|空间|覆盖|实施|区域)?范围$")
"""“甲示范区范围包括…”: behind the zone that is made of the parts."""


def _told(ctx: Context, name: str, start: int, out: Reading) -> Thing | None:
    """A named area that the text has spoken of before; by its full name where the text says what it calls it for short."""
    for said in (f"简称{name}", f"简称“{name}"):
        for at in ctx.said.starts(said):
            bracket = ctx.text.rfind("（", max(0, at - 4), at)
            clause = re.split(r"[^\u4e00-\u9fff]", ctx.text[max(0, bracket - _LONG) : bracket])[-1] if bracket > 0 else ""
            full = _BEFORE.sub("", clause)
            if full and re.search(".*".join(map(re.escape, name)) + "$", full):
                return Thing(Owner("Region", full), start, start + len(name), None, (name,))
    return Thing(Owner("Region", name), start, start + len(name)) if name in out.told["Region"] else None


_LONG = 24
_BEFORE = re.compile(r"^.*(?:建设|设立|规划|打造|推进|加快|关于|支持|推动|将)")
"""A clause up to its last verb of building, in front of a zone's name."""


def _inmost(ctx: Context, item: Item) -> Thing | None:
    """The last of the places that an item runs through from the outside in (甲省乙市丙区)."""
    at, last = 0, None
    while (match := ctx.place_pattern.match(item.text, at)) is not None:
        at, last = match.end(), match
    if last is None or last.start() == 0 or _TOGETHER.fullmatch(item.text, at) is None:
        return None
    return Thing(Owner("Region", ctx.places[last.group()]), item.start + last.start(), item.start + at)


_TOGETHER = re.compile(rf"(?:等?{hamlets.HOW_MANY.pattern}|[一二两三四五六七八九十0-9]+个?省)?")


_ZONE_OF_PARTS = re.compile(r"(?:划为|作为|为)(?P<whole>[\u4e00-\u9fff]{3,12}?(?:区|走廊|圈|带|组团))(?=[，。；])")
_WHOLLY = re.compile(
    r"(?P<list>[^。；：]{6,120}?)"
    r"(?:等?[一二两三四五六七八九十0-9]+个?(?:镇|街道|乡|乡镇|镇街|区|县|县区|市|园区)(?:全域)?|全域)$"
)


def _wholly(ctx: Context, text: str, span: Span, paragraph: int, out: Reading) -> None:
    """“甲镇、乙镇两个镇全域为丙启动区”: what is all of it a part of the zone."""
    told = out.told["Region"] | out.told["Park"]
    zone = next((m for m in _ZONE_OF_PARTS.finditer(text, span.start, span.end) if m["whole"] in told), None)
    if zone is None:
        return
    # Only behind a zone that the text has spoken of is it worth looking for the list, which takes long.
    match = _WHOLLY.search(text, span.start, zone.start())
    if match is None:
        return
    whole = Owner("Region" if zone["whole"] in out.told["Region"] else "Park", zone["whole"])
    for piece in re.finditer(r"[^，、和及与]+", match["list"]):
        at = match.start("list") + piece.start()
        at += len("其中") if piece.group().startswith("其中") else 0
        item = Item(text[at : match.start("list") + piece.end()], at, match.start("list") + piece.end())
        thing = _inmost(ctx, item) or areas.place_of(ctx, item.text)
        if thing is not None:
            where = (paragraph, match.start(), zone.end())
            out.name(thing.what, paragraph, item.start, item.end, "part")
            out.state(thing.what, "partOf", whole, "existing", where, "wholly-part")


def _region(ctx: Context, whole: Owner, paragraph: int, start: int, end: int, out: Reading) -> Owner:
    """The opened zone; a quarter by its direction (北部片区) is a region, and one of the document's."""
    if not _DIRECTION.match(whole.name):
        return out.name(whole, paragraph, start, end, "whole")
    whole = out.name(Owner("Region", whole.name), paragraph, start, end, "whole")
    if ctx.home is not None:
        out.state(whole, "partOf", ctx.home, "existing", (paragraph, start, end), "quarter")
    return whole


def _part(ctx: Context, part: Owner, whole: Owner, where: tuple[int, int, int], item: Item, out: Reading) -> None:
    out.name(part, where[0], item.start, item.start + min(len(part.name), len(item.text)), "part")
    zoned = whole.type == "Park" or not ctx.table.find(whole.name)
    if part.type == "Region" or part.type == "Park" and zoned:
        out.state(part, "partOf", whole, "existing", where, "parts")
    else:
        out.state(part, "locatedIn", whole, "existing", where, "parts")
    bracket = re.search(r"（([^（）]{2,8})）$", item.text)
    town = areas.place_of(ctx, bracket.group(1)) if bracket is not None and part.type == "Park" else None
    if town is not None and town.what.type == "Region" and bracket is not None:
        at = item.start + bracket.start(1)
        out.name(town.what, where[0], at, at + len(bracket.group(1)), "part")
        out.state(part, "locatedIn", town.what, "existing", (where[0], item.start, item.end), "bracket-place")
        if zoned:
            out.state(town.what, "partOf", whole, "existing", where, "parts")
