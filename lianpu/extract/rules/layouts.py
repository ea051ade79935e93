"""partOf by the layout of a zone: “一城（甲新城）、一园（乙园）”, “以甲、乙为核心建设丙”, “规划建设五个功能区。甲产业园：…”."""

from __future__ import annotations

import re
from functools import cache

from lianpu.extract import lists, names, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.reading import Reading
from lianpu.extract.rules import areas
from lianpu.model import Status

_ANNOUNCED = re.compile(
    r"(?:规划建设|规划|建设|划分为|划分|分为|设置|形成|打造|构建|布局)(?:[一二两三四五六七八九十0-9]+(?:个|大)|若干)[^，。；：]{0,8}(?:区|园|板块|组团)[。：；]"
)
_NAMED_ZONE = re.compile(r"(?:[^。；]{0,24}：)?(?P<name>[\u4e00-\u9fff]{3,14}(?:区|园|基地|中心|小镇|组团|片区|板块))：")


def ways() -> tuple[re.Pattern[str], ...]:
    """All that is looked for."""
    return (_NAMED_ZONE, _COUNT, _core_pattern())


def announced(ctx: Context, text: str, span: Span, paragraph: int, out: Reading) -> None:
    """“规划建设五个功能区。甲产业园：…；乙服务区：…”: zones that a park's paragraph announces and then goes through."""
    park = ctx.owner_of(ctx.outline.paragraphs[paragraph].section)
    zone = _NAMED_ZONE.match(text, span.start, span.end)
    if zone is None or park is None or park.type != "Park" or _ANNOUNCED.search(text, 0, zone.start("name")) is None:
        return
    part = out.name(Owner("Park", zone.group("name")), paragraph, *zone.span("name"), "part")
    out.state(part, "partOf", park, "existing", (paragraph, span.start, zone.end("name")), "announced-zone")


_COUNT = re.compile(r"[一二两三四五六七八九十][\u4e00-\u9fff]{1,4}（(?P<inner>[^（）]{3,30})）")


def numbered(ctx: Context, text: str, clause: Span, paragraph: int, owner: Owner, out: Reading) -> None:
    """“一城（甲新城）、一园（乙工业园）”: what the figures of a zone's layout stand for."""
    found = list(_COUNT.finditer(text, clause.start, clause.end))
    if len(found) < 2 or owner.type not in ("Park", "Region") or owner == ctx.home:
        return
    planned = any(word in text[clause.start : found[0].start()] for word in words.words("builds"))
    status: Status = "planned" if planned else "existing"
    for match in found:
        for item in lists.parse(text, *match.span("inner")).items:
            place = areas.place_of(ctx, item.text)
            part = place.what if place is not None else Owner("Park", item.text)
            out.name(part, paragraph, item.start, item.end, "part")
            out.state(part, "partOf", owner, status, (paragraph, clause.start, match.end()), "figures-of-zone")


@cache
def _core_pattern() -> re.Pattern[str]:
    roles = "|".join(words.longest_first("core_roles"))
    ends = "|".join(words.longest_first("zone_ends"))
    return re.compile(
        rf"以(?P<list>[^，。；]{{4,60}}?)为(?:{roles})(?:[^，。；]{{0,6}}(?:加快|推进|推动|打造|建设|构建)(?P<whole>[^，。；的]{{2,14}}?(?:{ends})))?"
    )


def cored(ctx: Context, text: str, clause: Span, paragraph: int, owner: Owner, out: Reading) -> None:
    """“以甲新片区、乙科学城为核心建设丙板块”: parks are parts of the zone that is built, else of the zone of the paragraph."""
    match = _core_pattern().search(text, clause.start, clause.end)
    if match is None or match.group("whole") is None and owner.type != "Park":
        return
    parts = [(item, areas.place_of(ctx, item.text)) for item in lists.parse(text, *match.span("list")).items]
    parks = [(item, thing.what) for item, thing in parts if thing is not None and thing.what.type == "Park"]
    whole = owner
    if match.group("whole") is not None and parks:
        region = match.group("whole").endswith("板块")
        whole = out.name(Owner("Region" if region else "Park", match.group("whole")), paragraph, *match.span("whole"), "whole")
    for item, part in parks:
        out.name(part, paragraph, item.start, item.end, "part")
        out.state(part, "partOf", whole, "existing", (paragraph, match.start(), match.end()), "core-of-zone")
    laid = _LAID.match(text, match.end())
    if len(parks) == 1 and laid is not None:
        _laid(text, laid, match.start(), paragraph, parks[0][1], out)


_LAID = re.compile(r"，(?:重点)?(?:规划)?(?:布局|建设)(?P<list>[^，。；]{4,60}?)等(?:功能|载体|板块|片区|园区)")


def _laid(text: str, match: re.Match[str], start: int, paragraph: int, core: Owner, out: Reading) -> None:
    """“以甲集聚区为核心，布局乙小镇、丙基地等功能”: what is laid out around the core is part of it."""
    for item in lists.parse(text, *match.span("list")).items:
        if names.form(item.text)[0] == "Park" and 4 <= len(item.text) <= 12:
            part = out.name(Owner("Park", item.text), paragraph, item.start, item.end, "part")
            out.state(part, "partOf", core, "planned", (paragraph, start, item.end), "laid-around-core")
