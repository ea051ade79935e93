"""Figures whose owner their place in the plan decides: results of a track, parts of a figure before, costs of a work."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from lianpu.extract import metric, metric_cues, names, quantities, words
from lianpu.extract.bearer_sectors import roles
from lianpu.extract.context import Context, Owner, sector_key
from lianpu.extract.reading import Mention
from lianpu.extract.value import Value
from lianpu.extract.whereabouts import place_prefix


def at_work(ctx: Context, section: int, owner: Owner | None) -> Owner | None:
    """The owner below a heading of work (“培育新型经营主体”) in a chapter of work on a sector (“发展现代农业”): the region.

    A chapter that is headed with nothing but its sector owns all of it, and so does the industry of a document about one.
    """
    path = ctx.outline.path(section)
    owned = [index for index in path if ctx.section_owners[index] is not None]
    if ctx.subject is not None or not owned or owned[-1] == path[-1] or owner != ctx.section_owners[owned[-1]]:
        return owner
    title, chapter = ctx.outline.sections[path[-1]].title, ctx.outline.sections[owned[-1]].title
    work = ctx.opens_with_verb(title) and ctx.opens_with_verb(chapter) and not title.endswith(tuple(roles("rubric")))
    return ctx.home or owner if work else owner


_COST = re.compile(r"投资额?$")
_OF_A_WORK = re.compile(r"投资额?$|产能$|^年产")


def undated(value: Value) -> bool:
    """Whether a figure of a work is its cost or yearly output, which is of no one year, whatever its sentence is dated with."""
    return _OF_A_WORK.search(value.metric) is not None and not value.achieved


_GAP = re.compile(r"[^，。；、：（）]{0,5}")
"""What may stand between a sum and the work that it is spent on."""


def costing(mentions: Iterable[Mention], text: str, value: Value) -> Owner | None:
    """The work whose cost or size a figure is, named right behind it (“总投资30亿元的乙项目”, “300亩甲产业园”)."""
    kinds = ("Project",) if _COST.search(value.metric) else ("Project", "Park", "Platform") if _sized(value) else ()
    behind = _GAP.match(text, value.end)
    named = [m for m in mentions if m.what.type in kinds and behind and value.end <= m.start <= behind.end()]
    return min(named, key=lambda m: (m.start, -m.end)).what if named else None


def within(mentions: Iterable[Mention], text: str, value: Value) -> Owner | None:
    """The work whose name a figure stands in (“年产5万吨甲项目”), or in whose bracket it does (“乙项目（总投资3亿元）”)."""
    near = value.start - _WORK_NAME
    works = [m for m in mentions if m.what.type == "Project" and m.end - m.start >= _WORK and near <= m.start < value.end]
    said = {m: text[m.start : m.end] + _BRACKET.match(text, m.end).group() for m in works}  # type: ignore[union-attr]
    found = [m for m in works if any((a.value, a.unit) == (value.value, value.unit) for a in quantities.find(said[m]))]
    return max(found, key=lambda m: m.end - m.start).what if found else None


_BRACKET = re.compile(r"(?:（[^（）]*）)?")
_WORK_NAME = 80
"""How far before a figure the work may be named, characters."""
_WORK = 6
"""Shortest name of a work that a figure may belong to."""


def _sized(value: Value) -> bool:
    return value.unit.lstrip("万亿") in words.of_role("metrics", "area")


def of_results(ctx: Context, section: int, text: str, owner: Owner | None) -> Owner | None:
    """The owner of a paragraph of results (“标志性成果：…”): they close all of the sector's part, not the last heading in it."""
    if not text.lstrip("*•· ").startswith(tuple(_results())):
        return owner
    above = [ctx.section_owners[index] for index in ctx.outline.path(section)[:-1]]
    sectors = [found for found in above if found is not None and found.type == "Industry"]
    return sectors[-1] if sectors and owner == ctx.section_owners[section] else owner


@cache
def _results() -> frozenset[str]:
    return frozenset(word + "：" for word in roles("results"))


def placed(ctx: Context, value: Value) -> Owner | None:
    """The place that is all of a figure's metric (“其中甲县4个”): it has the figure of something said before."""
    place = place_prefix(ctx, value.metric)
    rest = value.metric[place[1] :] if place is not None else "?"
    return place[0] if place is not None and (not rest or rest in metric_cues.cue("keep")) else None


def led(ctx: Context, value: Value) -> tuple[Owner, str] | None:
    """The place that a figure's metric begins with, and what is left of it (“甲县｜新签约项目40个”)."""
    place = place_prefix(ctx, value.metric) if not value.subject else None
    if place is None or place[0] == ctx.home or not value.metric.startswith(_DIVISION, place[1] - 1):
        return None
    rest = value.metric[place[1] :]
    kept, body = metric_cues.kept_verb(rest), metric.strip(rest)[0]
    if not (kept or len(body) < len(rest) or metric_cues.macro(rest) or rest.startswith(("规上", "规模以上", *roles("acts")))):
        return None
    name = kept + body.removeprefix(kept)
    return (place[0], name) if len(name) >= _METRIC else None


_DIVISION = ("市", "区", "县", "旗", "州", "镇", "乡")
_METRIC = 2


def sectoral(ctx: Context, text: str, value: Value, before: Value | None) -> Owner | None:
    """The sector that is all of a figure's metric behind the output that it is a part of (“产值90亿元，其中甲业40亿元”)."""
    if before is None or not metric_cues.ends_in_output(before.metric) or not shared(text, value, before):
        return None
    begin = text.rfind("。", 0, value.start + 1) + 1
    named = value.metric == "产业规模" and not value.classed and "其中" in text[begin : value.end]
    name = value.subject if named else value.metric
    shares = _BY_SECTORS.search(text, begin, max(value.end, text.find("。", value.end)))
    if shares is not None and shares.start() < value.end and (found := names.topic(name)) is not None and found[0] == name:
        return Owner("Industry", name)
    return Owner("Industry", name) if ctx.known_sector(name) or ctx.is_sector(name) and "、" not in name else None


def shared(text: str, value: Value, before: Value | None) -> str:
    """The metric of the figure before that a place's figure parts (“项目20个，其中：甲县4个、乙县6个”), or ""."""
    if before is None or before.unit != value.unit or before.end > value.end:
        return ""
    if "。" in (between := text[before.end : value.end]) and _BY_PARTS.search(between) is None:
        return ""
    return before.metric


_BY_PARTS = re.compile(r"^。(?:其中|[分按](?:产业|行业|领域|板块|园区|区域|县区)(?:看|来看|分)?)，?[^。]*$")
"""“分产业看，…”: the next sentence parts the figure that the one before ends with."""


_BY_SECTORS = re.compile(
    r"[分按](?:产业|行业|领域)(?:链|板块)?(?:看|来看|分)?，"
    r"|其中[：，]?[^，。；]{2,16}元[、，；](?:[^，。；0-9]{2,16}[0-9.]+亿元[、，；]?)+"
)
"""What tells that the names before the sums that follow are sectors."""


def pointing(value: Value) -> bool:
    """Whether a metric only points at others (上述指标), so that nobody can tell what the number is of."""
    return value.metric.startswith(tuple(roles("pointer")))


class Told:
    """What has been said of whom and where, so that an annex that says it again in other words adds nothing."""

    def __init__(self) -> None:
        self._said: defaultdict[tuple[str, float, str], list[tuple[Value, int | None]]] = defaultdict(list)

    def again(self, owner: Owner, value: Value, table: int | None) -> bool:
        """Whether the same number of the same owner was told outside this table, for the same year (or any, if now for none)."""
        said = self._said[sector_key(owner.name), value.value, value.unit]
        return any(place != table and value.year in (None, one.year) and _alike(one.metric, value.metric) for one, place in said)

    def add(self, owner: Owner, value: Value, table: int | None) -> None:
        """Remember a figure of a table (the paragraph of its header) or of running text (None)."""
        self._said[sector_key(owner.name), value.value, value.unit].append((value, table))


_HALF = 0.5


def _alike(one: str, other: str) -> bool:
    """Whether two metrics share half of the pairs of characters that the shorter one has."""
    first, second = ({name[i : i + 2] for i in range(len(name) - 1)} for name in (one, other))
    return len(first & second) >= _HALF * max(1, min(len(first), len(second)))
