"""focusesOn of the places that have a sector: “甲产业布局在乙县”, “以丙区为核心的丁产业”, “戊县己、庚市辛等产业集群”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from lianpu.extract import brands, clauses, lists, names, phrases, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner, sector_key
from lianpu.extract.cues import needs
from lianpu.extract.reading import Reading
from lianpu.extract.rules import areas, groups, hamlets, positions
from lianpu.extract.rules.seat_ways import patterns
from lianpu.extract.whereabouts import local, park_in_front, place_prefix
from lianpu.model import Status

Placed = tuple[Owner, Span]

_NAME = 14
"""Characters of a sector's name, at most."""
_CHAIN = re.compile(r"以(?P<chain>[^。；的]{4,80}?)的(?P<sectors>[^，。；：、]{2,24}?)(?=格局|体系|产业|集群|$)")
_ROLE = re.compile(r"^(?:以)?(?P<places>.{2,30}?)为")


def _ways() -> tuple[re.Pattern[str], ...]:
    """All that is looked for."""
    return (*(pattern for _, pattern in patterns()), _tells(), _CLUSTERS, _CALLED, _CHAIN)


@needs(_ways, nothing=list)
def apply(ctx: Context, text: str, span: Span, paragraph: int, out: Reading) -> list[Span]:
    """State that places focus on the sectors that a statement lays out in them; gives the clauses that bring some there."""
    taken: list[Span] = []
    known = _ZONE.search(text, span.start, span.end) or ctx.place_pattern.search(text, span.start, span.end)
    if known is None and _TOWNS.search(text, span.start, span.end) is None:
        return taken
    for clause in clauses.clauses(text, span):
        for places, sectors, where, there in _laid(ctx, text, clause):
            for sector in sectors:
                status: Status = "existing" if there else _status(text, clause)
                _write(out, places, sector, status, (paragraph, where.start, where.end))
            if places and sectors and _BROUGHT.match(text, sectors[-1][1].end, where.end) is not None:
                taken.append(clause)
        pairs = list(_pairs(ctx, text, clause))
        whole = _whole(text, clause, pairs)
        for place, sector in pairs:
            called = len(_GROUPS.findall(text, clause.start, clause.end)) > 1
            called = called and _GROWS.search(text, clause.start, clause.end) is None
            is_: Status = "existing" if called else _status(text, clause)
            _write(out, [place], sector, is_, (paragraph, place[1].start, sector[1].end))
            if whole is not None and sector_key(sector[0].name) != sector_key(whole.name):
                head = out.name(whole, paragraph, clause.start, place[1].start, "seat-whole")
                out.state(sector[0], "subIndustryOf", head, "existing", (paragraph, clause.start, sector[1].end), "seat-whole")
    for places, sectors, where in _around(ctx, text, span):
        for sector in sectors:
            _write(out, places, sector, _status(text, where), (paragraph, where.start, where.end))
    return taken


_BROUGHT = re.compile(r"(?:等[^，。；、]{0,8}?)?(?:产业链|产业|项目|企业|环节)?向")
"""Behind sectors that are brought to a place, of which only the place has them (推动甲、乙|向丙县集聚)."""


def _whole(text: str, clause: Span, pairs: Sequence[tuple[Placed, Placed]]) -> Owner | None:
    """The sector that a clause opens with whose parts several places have (“甲产业培育|乙县丙产业链、丁县戊产业链”)."""
    if len(pairs) < 2:
        return None
    body = text[clause.start : min(place[1].start for place, _ in pairs)]
    while (verb := _verb_before(body, len(body))) > 0:
        body = body[:-verb]
    sector = names.form(body)[0] == "Industry" and phrases.plain(body) and phrases.may_own(body)
    return Owner("Industry", body) if sector and verb == 0 and len(body) <= _NAME else None


def _verb_before(text: str, end: int) -> int:
    """How long the verb or its adverb is that ends at a place of a text."""
    said = text[:end]
    return max(len(words.ending(said, "title_verbs")), len(words.ending(said, "adverbs")), 2 * said.endswith("围绕"))


_GROUPS = re.compile("产业集群|产业链")
_GROWS = re.compile(r"打造|培育|建设|发展|壮大|做[大强优]|支持|推[动进]|加快|力争|争创|创建|谋划|布局|构建")
"""What is to be done with clusters that a list names (培育甲县乙产业集群、…)."""
_ZONE = re.compile(r"园|片区|组团|开发区|高新区|基地|小镇")
"""In the name of a park."""
_TOWNS = re.compile(r"等[0-9一二三四五六七八九十个]{0,3}(?:乡镇|镇村|镇街|[镇乡村])")
"""Behind a list of towns that may have bare names."""
_LOOSE = ("在", "布局", "依托", "由", "为")
"""Words of ways that also tell of a single project."""
_USED = frozenset({"依托", "在", "由", "以"})
"""Words in front of a park that another place or sector uses."""
_PLAIN = ("产", "实现", "企业")
"""Words of ways that only goods and trades stand in front of, however short."""
Laid = tuple[list[Placed], list[Placed], Span]


def _laid(ctx: Context, text: str, clause: Span) -> Iterator[tuple[list[Placed], list[Placed], Span, bool]]:
    """What each way of a clause says, and whether it can only tell of what is there."""
    body = text[clause.start : clause.end]
    for word, pattern in patterns():
        match = pattern.search(text, clause.start, clause.end) if word in body else None
        if match is not None and "分别" not in match["places"]:
            alone = word not in _USED
            places = _places(ctx, text, Span(*match.span("places")), alone=alone)
            title = word in words.words("seat_won") or word in _PLAIN
            sectors = _sectors(ctx, text, Span(*match.span("sectors")), sure=word not in _LOOSE, title=title) if places else []
            yield places, sectors, Span(*match.span()), word in _PLAIN or word in ("是", "作为") and _wished(text, match) is None
    opened = _opened(ctx, text, clause)
    if opened is not None:
        yield *opened, False


def _wished(text: str, match: re.Match[str]) -> re.Match[str] | None:
    """What makes of “甲县是乙基地” an aim."""
    return re.search(r"(?<![重主])要|将|力争|目标|定位|打造|建设|建成", text[match.start() : match.end()])


def _opened(ctx: Context, text: str, clause: Span) -> Laid | None:
    """“甲县乙产业规模…”, “提升丙市丁产业发展水平”: a place and the industry of it that a clause opens with."""
    start = clause.start + phrases.verb_length(text[clause.start : clause.end])
    prefix = place_prefix(ctx, text[start : clause.end])
    match = _tells().match(text, start + prefix[1], clause.end) if prefix is not None else None
    if prefix is None or match is None:
        return None
    sectors = _sectors(ctx, text, Span(*match.span("sectors")))
    places = _places(ctx, text, Span(start, start + prefix[1]))
    return places, [sector for sector in sectors if sector[1].start == match.start("sectors")], Span(start, match.end())


@cache
def _tells() -> re.Pattern[str]:
    return re.compile(rf"(?P<sectors>[^，。；：、的]{{2,{_NAME}}}?)(?:产业集群|产业链|产业|行业)(?={words.either('seat_tells')})")


def _around(ctx: Context, text: str, span: Span) -> Iterator[Laid]:
    """“以甲区为中心，乙县、丙市为支点的丁产业格局”: all the places have it."""
    body = text[span.start : span.end]
    match = _CHAIN.search(text, span.start, span.end) if body.count("为") > 1 and "以" in body else None
    pieces = clauses.split(text, *match.span("chain"), "，") if match is not None else []
    if match is None or len(pieces) < 2:
        return
    places: list[Placed] = []
    for piece in pieces:
        role = _ROLE.match(text[piece.start : piece.end])
        if role is not None:
            places += _places(ctx, text, Span(piece.start + role.start("places"), piece.start + role.end("places")))
    yield places, _sectors(ctx, text, Span(*match.span("sectors"))), Span(*match.span())


def _pairs(ctx: Context, text: str, clause: Span) -> Iterator[tuple[Placed, Placed]]:
    """Each place with its own sector: “甲县乙、丙市丁等产业集群”, “戊县（己）、庚市（辛）”."""
    if text.find("、", clause.start, clause.end) < 0:
        return
    for part in clauses.split(text, clause.start, clause.end, "“”"):
        summed = _CLUSTERS.search(text, part.start, part.end)
        items = lists.parse(text, part.start, summed.start()).items if summed is not None else ()
        items = items or _clusters(text, part)
        found = [pair for item in items for pair in _pair(ctx, item)]
        if len({place for place, _ in found}) >= 2 and 2 * len(found) > len(items):
            yield from found


def _clusters(text: str, part: Span) -> tuple[lists.Item, ...]:
    """The items of a list of clusters that are each called so (“甲县乙产业集群、丙区丁产业集群”), without that word."""
    begin = max(part.start, text.rfind("：", part.start, part.end) + 1)
    if len(_GROUPS.findall(text, begin, part.end)) < 2:
        return ()
    items = lists.parse(text, begin, part.end).items
    called = [(item, _CALLED.search(item.text)) for item in items]
    return tuple(lists.Item(i.text[: m.start()], i.start, i.start + m.start()) for i, m in called if m is not None)


_CALLED = re.compile(r"(?:特色|优势|先进制造业|中小企业特色|全)*(?:产业集群|产业链)(?:等|建设|发展)?[。；]?$")
_CLUSTERS = re.compile(
    r"(?:等|[两三四五六七八九十]大|[两三四五六七八九十]个)(?:[0-9一二两三四五六七八九十]+(?:大|个))?"
    r"(?:特色|优势|重点|主导|先进制造业|百亿级|千亿级|国家级|省级|制造|生产)*(?:产业|集群|板块|格局|基地)"
)
"""What a list of places with their sectors sums up to."""
_HELD = re.compile(r"(?P<place>[^（）]{2,14})（(?P<sectors>[^（）]{2,40})）$")


def _pair(ctx: Context, item: lists.Item) -> list[tuple[Placed, Placed]]:
    """The place that an item begins with, behind verbs, and the sector that the rest of it, or its bracket, is."""
    skip = phrases.verb_length(item.text)
    if place_prefix(ctx, item.text[skip:]) is None:
        begins = (m.start() for m in ctx.place_pattern.finditer(item.text) if _verb_before(item.text, m.start()))
        skip = next(begins, skip)
    held = _HELD.match(item.text, skip)
    if held is not None:
        places = _places(ctx, item.text, Span(*held.span("place")))
        sectors = _sectors(ctx, item.text, Span(*held.span("sectors")))
        return [(_moved(place, item.start), _moved(sector, item.start)) for place in places for sector in sectors]
    prefix = _innermost(ctx, item.text[skip:])
    if prefix is None or prefix[0].type == "Region" and not local(ctx, prefix[0].name):
        return []
    at = skip + prefix[1]
    end = len(item.text) - len(words.ending(item.text, "seat_ends", leave=at + 2))
    sectors = _sectors(ctx, item.text, Span(at, end))
    place = prefix[0], Span(item.start + skip, item.start + at)
    return [(place, _moved(sector, item.start)) for sector in sectors if sector[1].start == at]


def _innermost(ctx: Context, text: str) -> tuple[Owner, int] | None:
    """The smallest of the places that a name begins with one behind the other (甲市乙区|丙) and where it ends."""
    prefix = place_prefix(ctx, text)
    inner = place_prefix(ctx, text[prefix[1] :]) if prefix is not None and prefix[0].type == "Region" else None
    return (inner[0], prefix[1] + inner[1]) if prefix is not None and inner is not None and inner[0].type == "Region" else prefix


def _moved(placed: Placed, by: int) -> Placed:
    return placed[0], Span(placed[1].start + by, placed[1].end + by)


def _status(text: str, span: Span) -> Status:
    return "existing" if words.inside(text[span.start : span.end], "seat_done") else "planned"


def _write(out: Reading, places: Sequence[Placed], sector: Placed, status: Status, where: tuple[int, int, int]) -> None:
    what, at = sector
    for place, spot in places:
        out.name(place, where[0], spot.start, spot.end, "place")
        out.name(what, where[0], at.start, at.end, "seat")
        out.state(place, "focusesOn", what, status, where, "seat")


def _places(ctx: Context, text: str, span: Span, *, alone: bool = False) -> list[Placed]:
    """The places of a list that names nothing else, behind verbs."""
    start = span.start + phrases.verb_length(text[span.start : span.end])
    found = areas.several(ctx, text, start, span.end) or (_one_park(text, Span(start, span.end)) if alone else [])
    items = lists.parse(text, start, span.end).items
    if not hamlets.listed(ctx, text, start, span.end) and not all(
        place.type == "Park" or local(ctx, place.name) for place in found
    ):
        return []
    return [(place, Span(item.start, item.end)) for place, item in zip(found, items, strict=False)]


def _one_park(text: str, span: Span) -> list[Owner]:
    """The one park that a stretch names as a whole."""
    found = park_in_front(text, span.start, span.end)
    return [found] if found is not None and _KIND.fullmatch(found.name) is None else []


_KIND = re.compile(
    r"(?:相关|专业|特色|重点|省级|国家级|工业|产业|化工|各|全[市省县区]|优势|主要|核心|有条件的?)*(?:园区|园|片区|开发区|高新区|基地|小镇|集聚区)"
)
"""A kind of park, which names none."""


def _sectors(ctx: Context, text: str, span: Span, *, sure: bool = True, title: bool = False) -> list[Placed]:
    """The sectors of a list, behind verbs; none where it lists anything else. ``sure``: the words around it say that they are.

    ``title``: they are part of a title that was won or of what is grown there, which has no firm's name in it.
    """
    start = span.start + phrases.verb_length(text[span.start : span.end])
    out: list[Placed] = []
    for item in lists.parse(text, start, span.end, ctx.sector_names).items:
        body = _scope().sub("", item.text)
        around = place_prefix(ctx, body) if title else None
        body = body[around[1] :] if around is not None else body
        found = names.topic(body) or (names.topic(body + "产业") if text.startswith("产业", item.end) else None)
        name = groups.part(ctx, found[0], goods=True) if found is not None and len(found[0]) <= _NAME else None
        if name is None or not phrases.may_own(name) or not phrases.plain(name) or not title and _other(ctx, name, sure):
            return []
        if title and words.ending(name, "seat_not_ends"):
            return []
        at = text.rindex(name, item.start, item.end + 2)
        out.append((Owner("Industry", name), Span(at, at + len(name))))
    return out


@cache
def _scope() -> re.Pattern[str]:
    """How far a sector's rank reaches (全国重要的, 华中)."""
    reach = "|".join((*words.longest_first("areas"), "国家级?", "全[国省]", "自治区级", "省级", "世界级?", "国内"))
    return re.compile(rf"^(?:(?:{reach})(?:重要|领先|知名|最大)*)?的?(?=[^地区]{{2}})")


def _other(ctx: Context, name: str, sure: bool) -> bool:
    """Whether a name may be a firm's, begins with a place, or is one that nothing tells to be a sector's."""
    known = names.form(name)[0] == "Industry" or ctx.known_sector(name)
    if brands.strength(name) > 1 or brands.coined(name) or place_prefix(ctx, name) is not None:
        return True
    if positions.manner(name) or words.ending(name, "seat_not_ends") or len(name) < 3 and not (known or names.goods(name)):
        return True
    return not (sure or known or names.goods(name) or ctx.count(name) > 1)
