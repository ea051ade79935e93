"""Registers: lists of the clusters that places have, and of firms, parks and projects under the place that heads them."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache

from lianpu.extract import names, words
from lianpu.extract.context import Context, Owner
from lianpu.extract.document import Paragraph
from lianpu.extract.marks import mark
from lianpu.extract.reading import Reading
from lianpu.extract.rules import grid, grouped
from lianpu.extract.things import firm
from lianpu.extract.whereabouts import place_prefix, standing, wide
from lianpu.model import EntityType, Status

_LINE = 60
"""Longest line of a register, characters."""
_SEVERAL = 2
"""Fewest lines that make a register."""
_CLUSTER = re.compile(
    r"(?P<name>[^，。；：、（）—]{1,24}?)(?P<trait>特色|优势|示范)?产业集群(?:（基地）)?(?:（[^（）]{1,8}）)?"
    r"|（(?P<inner>[^（）]{2,20})）(?:特色|优势)?产业集群"
    r"|——(?:[\u4e00-\u9fff]{2,6}[省市区])?(?P<known>[^，。；：、（）—]{2,14}?产业)(?:名|强|大)[县市区镇乡城](?:（[^（）]{1,8}）)?"
)
"""What stands behind the place of a cluster: its sector, which may stand in a bracket or be what the place is known for."""
_ZONE = re.compile(r"[\u4e00-\u9fff]{0,6}?(?:新区|经开区|高新区|开发区|园区)(?=（|——)")
"""A zone that no register has, in front of the bracket or dash of its cluster."""
_KIND = 4
"""Characters that the name of such a zone has more than where no place stands in front of it."""
_TOWN = re.compile(r"[\u4e00-\u9fff]{1,4}?(?<!小)(?:镇|乡|街道)(?=.{2})")
_BODIES: tuple[EntityType, ...] = ("Park", "Platform", "Institution", "Project")
_FIRMS = ("公司", "集团", "合作社", "农场", "厂", "合作联社")


@dataclass(frozen=True, slots=True)
class Cluster:
    """The cluster of one line or cell: its sector by its name and other forms, its place and the town around which is said."""

    sector: Owner
    aliases: tuple[str, ...]
    place: Owner
    around: Owner | None


def clusters(ctx: Context) -> Mapping[int, Cluster]:
    """The lines of the document that are clusters of places, where several are."""
    return _clusters(ctx)


@lru_cache(maxsize=1)
def _clusters(ctx: Context) -> Mapping[int, Cluster]:
    lines = ((index, _line(p.text)) for index, p in enumerate(ctx.outline.paragraphs) if p.kind != "row" and len(p.text) <= _LINE)
    found = {index: one for index, (_, text) in lines if "产业" in text and (one := _cluster(ctx, text)) is not None}
    return found if len(found) >= _SEVERAL else {}


def _outer(ctx: Context, text: str) -> int:
    """Length of the provinces, or the document's own place, in front of another place (“甲省乙市丙区”: 甲省)."""
    at = 0
    while (match := ctx.place_pattern.match(text, at)) is not None:
        own = Owner("Region", ctx.places[match.group()])
        if own != ctx.home and not wide(ctx, own):
            break
        at = match.end() + (text[match.end() : match.end() + 1] in ("省", "市"))
    return at


def _line(text: str) -> tuple[int, str]:
    """A line without its number and its stop, and where that begins."""
    found = mark(text)
    begin = found.end if found is not None else 0
    while begin < len(text) and text[begin] in " 　":
        begin += 1
    return begin, text[begin:].rstrip("。；， ")


def _cluster(ctx: Context, text: str) -> Cluster | None:
    """The cluster that a text is, as a whole."""
    at, begin, place, around = _outer(ctx, text), 0, None, None
    while (prefix := place_prefix(ctx, text[at:])) is not None and at + prefix[1] < len(text):
        begin, at, place = at, at + prefix[1], prefix[0]
        if place.type == "Park":
            break
    zone = _ZONE.match(text, at) if place is None or place.type == "Region" else None
    if zone is not None and (place is not None or zone.end() - at > _KIND):
        at, place = zone.end(), Owner("Park", text[begin if place is not None else at : zone.end()])
    if place is None or place == ctx.home:
        return None
    town = _TOWN.match(text, at)
    if town is not None and place.type == "Region":
        at, place, around = town.end(), Owner("Region", town.group()), place
    match = _CLUSTER.fullmatch(text, at)
    if match is None:
        return None
    core = match["name"] or match["inner"] or match["known"]
    plain = match["name"] is not None and match["trait"] is None
    name = f"{core}产业集群" if plain else core
    forms = dict.fromkeys((text[at:], text) if match["name"] else (text,) if match["inner"] else ())
    return Cluster(Owner("Industry", name), tuple(form for form in forms if form != name), place, around)


def lines(ctx: Context) -> Collection[int]:
    """The lines of the document that are but entries of a register, and no sentences."""
    return clusters(ctx).keys() | _members(ctx).keys()


def apply(ctx: Context, out: Reading) -> None:
    """Read all registers of the document."""
    for index, found in clusters(ctx).items():
        write(found, (index, 0, len(ctx.outline.paragraphs[index].text)), out)
    for index, member in _members(ctx).items():
        _place(ctx, index, member, out)
    _parks(ctx, out)


@dataclass(frozen=True, slots=True)
class _Member:
    """What a line under a place names: its class and name, its other forms, where it begins, and the place with its cell."""

    what: Owner
    aliases: tuple[str, ...]
    start: int
    end: int
    place: Owner
    cell: grid.Cell


@lru_cache(maxsize=1)
def _members(ctx: Context) -> Mapping[int, _Member]:
    """The lines under a place, up to the first that is no name of a firm, park, institute or work."""
    out: dict[int, _Member] = {}
    head: tuple[Owner, grid.Cell] | None = None
    for index, paragraph in enumerate(ctx.outline.paragraphs):
        if paragraph.kind == "row" or index in clusters(ctx):
            continue
        named = _head(ctx, paragraph, index) if len(paragraph.text) <= _LINE else None
        begin, text = _line(paragraph.text)
        found = _named(ctx, text, begin) if head is not None and named is None else None
        head = named or (head if found is not None else None)
        if found is not None and head is not None:
            out[index] = _Member(*found, begin, begin + len(text), *head)
    return out


def _place(ctx: Context, index: int, member: _Member, out: Reading) -> None:
    """Note a member of a register and that it stands in the place above it."""
    what, where = member.what, (index, member.start, member.end)
    out.name(what, *where, "register", member.aliases)
    out.name(member.place, member.cell.row, member.cell.start, member.cell.end, "register")
    status: Status = "planned" if what.type == "Project" else "existing"
    if what.name != member.place.name:
        out.state(what, "locatedIn", member.place, status, where, "register")
    own = standing(ctx, what.name, what.type) if what.type in ("Park", "Platform", "Institution") else None
    if own is not None and own not in (what, member.place):
        out.name(own, *where, "register")
        out.state(what, "locatedIn", own, "existing", where, "register")


def _head(ctx: Context, paragraph: Paragraph, index: int) -> tuple[Owner, grid.Cell] | None:
    """The division that a line names and counts what it has (“成县（3户）”), also one whose name is a common word elsewhere."""
    found = grouped.titled(ctx, paragraph, 0, len(paragraph.text), index)
    match = _COUNTED.fullmatch(paragraph.text) if found is None else None
    code = ctx.document.region_code
    if match is None or not code:
        return found
    hits = [r for r in ctx.table.find(match["name"], code) if r.name == match["name"] and r.code != code]
    cell = grid.Cell(match["name"], match.start("name"), match.end("name"), index)
    return (Owner("Region", match["name"]), cell) if len(hits) == 1 else None


_COUNTED = re.compile(
    r"(?:[（(]?[0-9一二三四五六七八九十]{1,3}[)）、.．])?\s*(?P<name>[\u4e00-\u9fff]{1,12}[市县区旗])[（(]?(?:共|合计)?[0-9]+[个家户项条][)）]?：?"
)


def _parks(ctx: Context, out: Reading) -> None:
    """Numbered lines that open with a park each, which stands where its name says (“1.甲县乙产业园，面积…”)."""
    found: list[tuple[int, int, str, Owner]] = []
    for index, paragraph in enumerate(ctx.outline.paragraphs):
        if paragraph.kind == "row" or mark(paragraph.text) is None:
            continue
        begin, text = _line(paragraph.text)
        name = re.split("[，。；：]", text, maxsplit=1)[0]
        own = standing(ctx, name, "Park") if 4 <= len(name) <= _NAME and names.form(name)[0] == "Park" else None
        if own is not None and own.name != name and _DEED.search(name) is None:
            found.append((index, begin, name, own))
    for index, begin, name, own in found if len(found) >= _SEVERAL else ():
        where = (index, begin, begin + len(name))
        out.name(Owner("Park", name), *where, "register")
        out.name(own, *where, "register")
        out.state(Owner("Park", name), "locatedIn", own, "existing", where, "register")


_NAME = 24
"""Longest name of a park, characters."""
_DEED = re.compile(r"建设|打造|推进|发展|[和与及、]")


def row(ctx: Context, index: int, out: Reading) -> None:
    """Read the clusters that a column of a row names, with the sector that another says they are of."""
    line = ctx.outline.paragraphs[index]
    cells = grid.cells(ctx, index)
    held = [role for role in ("tracks", "tracks+") if "集群" in grid.title(ctx, index, role) and role in cells]
    found = _cluster(ctx, cells[held[0]].text) if held and cells[held[0]].row == index else None
    if found is None:
        return
    cell = cells[held[0]]
    write(found, (index, cell.start, cell.end), out)
    other = cells.get("tracks+" if held[0] == "tracks" else "tracks")
    wider = grid.sectors(ctx, {"tracks": other}) if other is not None else []
    for sector, at in wider:
        if sector.name != found.sector.name and len(wider) == 1:
            out.name(sector, index, at.start, at.end, "row-track")
            out.state(found.sector, "subIndustryOf", sector, "existing", (index, 0, len(line.text)), "register-of")


def write(found: Cluster, where: tuple[int, int, int], out: Reading) -> None:
    """Note a cluster, and that its place has it."""
    out.name(found.place, *where, "register")
    out.name(found.sector, *where, "register", found.aliases)
    out.state(found.place, "focusesOn", found.sector, "existing", where, "register")
    if found.around is not None:
        out.name(found.around, *where, "register")
        out.state(found.place, "partOf", found.around, "existing", where, "register")


def _named(ctx: Context, text: str, start: int) -> tuple[Owner, tuple[str, ...]] | None:
    """The one thing that a line is the name of, with its other forms."""
    if not 4 <= len(text) <= _LINE or re.search(r"[，。；：]", text):
        return None
    kind = names.form(text)[0]
    if text.endswith(_FIRMS):
        thing = firm(ctx, text, start)
        if thing is None:
            return (Owner("Enterprise", text), ()) if text.endswith("有限责任公司") else None
        return (thing.what, thing.aliases) if thing.what.type == "Enterprise" else None
    told = "、" in text or words.opening(text, "task_grows") or words.opening(text, "facility_verbs") or ctx.opens_with_verb(text)
    return (Owner(kind, text), ()) if kind in _BODIES and not told else None
