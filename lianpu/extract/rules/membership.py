"""partOf in other words: “甲高新区乙、丙两个片区”, “是丁开发区的重要组成部分”, “戊园、己园整合为庚园”.

An axis has what it connects: “辛创新带，串联壬区、癸县”.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from lianpu.extract import lists, names, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.cues import Cue, needs
from lianpu.extract.lists import Item
from lianpu.extract.reading import Reading
from lianpu.extract.rules import areas
from lianpu.extract.things import generic, list_start, verbal
from lianpu.extract.whereabouts import place_prefix

_KIND = r"片区|园区|组团|板块|分园|分区|园"
_COUNT = r"[0-9两二三四五六七八九十]+(?:个|大)"
_SHARED = re.compile(
    r"(?P<list>[\u4e00-\u9fff]{2,6}(?:、[\u4e00-\u9fff]{2,6})*[、和与及][\u4e00-\u9fff]{2,6}?)等?"
    rf"{_COUNT}(?P<kind>{_KIND})(?!经济)"
)
_MEMBER = re.compile(
    r"(?:均|都|分别|也|同)?(?:是|为|作为|属于)(?P<whole>[\u4e00-\u9fff（）“”A-Za-z0-9]{3,18}?)的?(?:重要|主要|核心|有机)*(?:组成部分|子园区)"
)
_UNDER = re.compile(
    r"(?P<list>[^，。；：]{4,80}?)(?:均|都|统一|整体|已|同步)*(?:纳入|并入|划入|划归|隶属于?|归属)(?P<whole>[^，。；：、]{3,14}?)"
    r"(?:统一|一体化?|代管|托管|管理|范围|进行|统筹|管辖)*(?=[，。；]|$)"
)
_MERGED = re.compile(
    r"(?P<list>[^，。；：]{6,80}?)(?:优化整合|整合|合并|归并)(?:提升|组建|成立|设立)?(?:为|成|成立|组建|设立)(?P<whole>[^，。；：、]{3,16})"
)
_AXIS = re.compile(
    r"(?P<whole>[\u4e00-\u9fff0-9A-Za-z]{3,16}?(?:带|轴|走廊|廊道|经济圈))[，。、：]?(?:[^，。；：]{0,14}，?)"
    r"(?:(?:串联|贯通|贯穿|覆盖)(?P<list>[^。；：]{4,80})|以(?P<points>[^，。；：]{4,40})为(?:主轴|轴线?|节点|支点|主体|纽带))"
)
_LEAD = re.compile(
    r"^(?:[（(]?[0-9一二三四五六七八九十]{1,3}[)）、.．])?(?:[一二三四五六七八九十]是)?(?:[即为指](?=[\u4e00-\u9fff]{4}))?"
    r"(?:[一二两][轴带廊]为)?(?:沿(?=[\u4e00-\u9fff]{3,}(?:带|轴|走廊)))?"
)


_CONNECTING = ("串联", "贯", "覆盖", "轴", "节点", "支点", "主体", "纽带")
"""Words without which nothing is an axis."""
_CONNECTS = Cue(_CONNECTING)


def _ways() -> tuple[re.Pattern[str], ...]:
    """All that is looked for."""
    return (_SHARED, _CORE, _MAKE_UP, _SIDES, _MEMBER, _UNDER, _MERGED)


@needs(_ways, _CONNECTING)
def apply(ctx: Context, text: str, span: Span, paragraph: int, owner: Owner, out: Reading) -> None:
    """Parts of a zone or an axis that a statement names in these ways."""
    body = text[span.start : span.end]
    if "个" in body or "大" in body:
        for match in _SHARED.finditer(text, span.start, span.end):
            _shared(ctx, text, span, match, paragraph, owner, out)
    if any(word in body for word in _CORE_WORDS):
        _core(ctx, text, span, paragraph, out)
    if "组成" in body or "构成" in body:
        for match in _MAKE_UP.finditer(text, span.start, span.end):
            begin = list_start(text, match.start("list"), match.end("list"))
            items = lists.parse(text, begin, match.end("list")).items
            place = areas.place_of(ctx, match["whole"])
            quarter = Owner("Park", match["whole"]) if match["whole"].endswith("组团") else None
            _write(ctx, items, place.what if place is not None else quarter, paragraph, match, out)
    _sides(ctx, text, span, paragraph, out)
    if "组成部分" in body or "子园区" in body:
        _member(ctx, text, span, paragraph, owner, out)
    if any(word in body for word in ("纳入", "并入", "划入", "划归", "隶属", "归属")):
        for match in _UNDER.finditer(text, span.start, span.end):
            begin = list_start(text, match.start("list"), match.end("list"))
            items = lists.parse(text, begin, match.end("list")).items
            _write(ctx, items, _zone(ctx, match["whole"]), paragraph, match, out, least=1)
    if any(word in body for word in ("整合", "合并", "归并")):
        for match in _MERGED.finditer(text, span.start, span.end):
            begin = list_start(text, match.start("list"), match.end("list"))
            items = lists.parse(text, begin, match.end("list")).items
            _write(ctx, items, _zone(ctx, match["whole"]), paragraph, match, out)
    if _CONNECTS.stands(text, span):
        titled = max(0, span.start - _TITLE) if text[span.start - 1 : span.start] == "。" else span.start
        found = list(_AXIS.finditer(text, span.start, span.end)) or list(_AXIS.finditer(text, titled, span.end))
        for match in found:
            kind = "list" if match["list"] else "points"
            if match.start(kind) < span.start:
                continue
            _write(ctx, lists.parse(text, *match.span(kind)).items, _axis(match["whole"]), paragraph, match, out)


_MAKE_UP = re.compile(
    r"(?P<list>[^，。；：由]{4,80}?)(?:共同|联合)(?:组成|构成|组建|形成)(?:了)?(?P<whole>[^，。；：、的]{4,16}?(?:区|圈|带|走廊|组团|板块|城|群))(?=[，。；]|$)"
)
"""“甲镇、乙镇共同组成丙组团”."""
_CORE_WORDS = ("核心园区", "核心区", "核心承载区", "主园区", "主阵地")
_CORE = re.compile(
    r"(?:^|(?<=[。；：，]))作为(?P<whole>[^，。；：、]{4,16}?)的?(?:核心园区|核心区|核心承载区|主园区|主阵地)，(?P<part>[^，。；：、]{4,16}?)"
    r"(?=已|现|集聚|重点|加快|聚焦|发挥|积极|依托|承载|规划|要|将|围绕)"
)


def _core(ctx: Context, text: str, span: Span, paragraph: int, out: Reading) -> None:
    """“作为甲高新区的核心园区，乙科技园集聚…”."""
    match = _CORE.search(text, span.start, span.end)
    whole, part = (_zone(ctx, match["whole"]), _zone(ctx, match["part"])) if match is not None else (None, None)
    if match is not None and whole is not None and part is not None and whole != part:
        out.name(whole, paragraph, *match.span("whole"), "whole")
        out.name(part, paragraph, *match.span("part"), "part")
        out.state(part, "partOf", whole, "existing", (paragraph, match.start(), match.end()), "member")


_SIDES = re.compile(
    r"(?P<list>[\u4e00-\u9fff]{0,24}?区(?:[东西南北]|[\u4e00-\u9fff]{1,3})园区?(?:、[\u4e00-\u9fff]{1,4}园区?)*[、和与及][\u4e00-\u9fff]{1,4}园区?)(?![\u4e00-\u9fff]?区|林|艺|地)"
)
"""“甲经开区南园、北园”: parts of the zone in front of the first."""
_SIDE = re.compile(r"[\u4e00-\u9fff]{0,3}[^\W公游花校家乐果茶庄田]园区?")
"""Such a part; parks for people and gardens are none."""


def _sides(ctx: Context, text: str, span: Span, paragraph: int, out: Reading) -> None:
    """State that the sides that a list names behind a zone are part of it."""
    if "园、" not in (body := text[span.start : span.end]) and "园和" not in body and "园区、" not in body:
        return
    for match in _SIDES.finditer(text, span.start, span.end):
        items = lists.parse(text, *match.span("list")).items
        first = items[0]
        found = [(at, place_prefix(ctx, first.text[at:])) for at in range(len(first.text) - 4)]
        at, prefix = next(((at, p) for at, p in found if p is not None and p[0].type == "Park"), (0, None))
        if prefix is None or len(items) < 2 or at + prefix[1] >= len(first.text):
            continue
        start = first.start + at + prefix[1]
        parts = (_bare(Item(text[start : first.end], start, first.end)), *items[1:])
        if any(_SIDE.fullmatch(item.text) is None or verbal(item.text) for item in parts):
            continue
        out.name(prefix[0], paragraph, first.start + at, start, "whole")
        for item in parts:
            part = out.name(Owner("Park", item.text), paragraph, item.start, item.end, "part")
            out.state(part, "partOf", prefix[0], "existing", (paragraph, first.start + at, match.end()), "shared-kind")


def _axis(name: str) -> Owner | None:
    lead = _LEAD.match(name)
    name = name[lead.end() :] if lead is not None else name
    return Owner("Region", name) if len(name) >= 4 and not verbal(name) and not generic(name) else None


def axis(text: str, span: Span) -> Owner | None:
    """The axis or band that a statement opens with to say what it connects."""
    match = _AXIS.match(text, span.start, span.end) if _CONNECTS.stands(text, span) else None
    return _axis(match["whole"]) if match is not None else None


_TITLE = 18
"""Longest axis that a sentence of its own names in front of the one on what it connects, characters with the stop."""


def _zone(ctx: Context, name: str) -> Owner | None:
    """The zone that words name, if they name one."""
    place = areas.place_of(ctx, name)
    return place.what if place is not None and place.what.type == "Park" else None


def _write(
    ctx: Context,
    items: Iterable[Item],
    whole: Owner | None,
    paragraph: int,
    match: re.Match[str],
    out: Reading,
    *,
    least: int = 2,
) -> None:
    """State that the places of a list are part of a whole, if there are enough."""
    places = [(item, place.what) for item in items if (place := areas.place_of(ctx, item.text)) is not None]
    if whole is None or len(places) < least:
        return
    out.name(whole, paragraph, *match.span("whole"), "whole")
    for item, part in places:
        out.name(part, paragraph, item.start, item.end, "part")
        out.state(part, "partOf", whole, "existing", (paragraph, match.start(), match.end()), "member")


def _shared(ctx: Context, text: str, span: Span, match: re.Match[str], paragraph: int, owner: Owner, out: Reading) -> None:
    """Parts that share the word for their kind, of the zone in front of the list, else of the park whose text it is."""
    start, whole = match.start(), owner if owner.type == "Park" else None
    begin = max(text.rfind(mark, span.start, start) for mark in "，。；：“") + 1 or span.start
    said = _parting().search(text, begin, match.end("list"))
    ahead = text[max(span.start, text.rfind("，", span.start, begin - 1) + 1) : begin - 1] if said is not None else ""
    zone = _zone(ctx, text[begin : said.start()]) or _zone(ctx, ahead) if said is not None else None
    if said is not None:
        whole, start = zone or whole, said.end()
    for at in () if said is not None else range(begin, match.end("list")):
        prefix = place_prefix(ctx, text[at : match.end("list")])
        if prefix is not None and prefix[0].type == "Park" and prefix[1] < match.end("list") - at:
            whole, start = prefix[0], at + prefix[1]
            break
    items = lists.parse(text, start, match.end("list")).items
    items = tuple(_bare(item) for item in items)
    if whole is None or len(items) < 2 or any(not _own(ctx, item.text) for item in items):
        return
    out.name(whole, paragraph, begin, match.end(), "whole")
    for item in items:
        part = out.name(Owner("Park", item.text + match["kind"]), paragraph, item.start, item.end, "part")
        out.state(part, "partOf", whole, "existing", (paragraph, begin, match.end()), "shared-kind")


@cache
def _parting() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words.longest_first("part_verbs"))))


def _bare(item: Item) -> Item:
    """An item without 由, 以 or 设 in front."""
    cut = len(item.text) - len(item.text.lstrip("由以的设"))
    return Item(item.text[cut:], item.start + cut, item.end)


def _own(ctx: Context, name: str) -> bool:
    """Whether an item may be the proper name of a part: short, no word for how or what, no zone itself."""
    return (
        2 <= len(name) <= 6
        and not generic(name)
        and not verbal(name)
        and names.form(name)[0] is None
        and name[-1] not in "区园点站城"
        and not ctx.known_sector(name)
    )


_LEAST = 4
"""Characters of the name of a park in front of “是”."""


def _member(ctx: Context, text: str, span: Span, paragraph: int, owner: Owner, out: Reading) -> None:
    """“甲园、乙园是丙开发区的重要组成部分”, or without a subject in the text of a park."""
    match = _MEMBER.search(text, span.start, span.end)
    whole = _zone(ctx, match["whole"]) if match is not None else None
    if match is None or whole is None:
        return
    begin = max(text.rfind(mark, span.start, match.start()) for mark in "，。；：") + 1 or span.start
    items = lists.parse(text, begin, match.start()).items if match.start() - begin >= _LEAST else ()
    parks = [(item, zone) for item in items if (zone := _zone(ctx, item.text)) is not None]
    if not parks and owner.type == "Park":
        out.state(owner, "partOf", whole, "existing", (paragraph, span.start, match.end()), "member")
    elif not parks or len(parks) < len(items):
        return
    out.name(whole, paragraph, *match.span("whole"), "whole")
    for item, part in parks:
        out.name(part, paragraph, item.start, item.end, "part")
        out.state(part, "partOf", whole, "existing", (paragraph, begin, match.end()), "member")
