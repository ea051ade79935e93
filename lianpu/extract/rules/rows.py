"""Rows of tables: projects with firm and place, parks with place and content, sectors with their firms."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from lianpu.extract import aliases, names, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.document import Paragraph
from lianpu.extract.reading import Reading
from lianpu.extract.rules import named, outputs
from lianpu.extract.things import Thing, classify, firm, place_prefix, standing
from lianpu.model import EntityType


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell without blanks at its ends: ``text`` is the row's ``[start:end]``."""

    text: str
    start: int
    end: int


def roles(ctx: Context, header: Paragraph) -> Mapping[str, int]:
    """Role of a column to its index, by the words of the header row."""
    out: dict[str, int] = {}
    for index, (start, end) in enumerate(header.cells):
        role = _role(header.text[start:end])
        if role is not None:
            out.setdefault(role, index)
    return out


@lru_cache(maxsize=256)
def _role(title: str) -> str | None:
    title = re.sub(r"\s", "", title)
    return next((role for word, role in words.rows("columns") if word in title), None)


def apply(ctx: Context, index: int, out: Reading) -> None:
    """Read one row by its header."""
    row = ctx.outline.paragraphs[index]
    if row.header is None or row.header == index:
        return
    columns = roles(ctx, ctx.outline.paragraphs[row.header])
    cells = {role: cell for role, at in columns.items() if (cell := _cell(row, at)) is not None}
    if "project" in cells and "firm" in cells and _FULL.search(cells["project"].text) and not _FULL.search(cells["firm"].text):
        cells["project"], cells["firm"] = cells["firm"], cells["project"]
    place = _place(ctx, cells.get("place"))
    if "project" in cells:
        _project(ctx, index, row, cells, place, out)
    for role in ("park", "platform"):
        if role in cells:
            _zone(ctx, index, row, cells, cells[role], role == "platform", place, out)
    if "firms" in cells:
        _firms(ctx, index, cells["firms"], cells.get("tracks"), out)


_FULL = re.compile(r"(?:公司|集团)$")


def _cell(row: Paragraph, at: int) -> Cell | None:
    if at >= len(row.cells):
        return None
    start, end = row.cells[at]
    while start < end and row.text[start] in " 　":
        start += 1
    while end > start and row.text[end - 1] in " 　":
        end -= 1
    return Cell(row.text[start:end], start, end) if end > start else None


def _place(ctx: Context, cell: Cell | None) -> tuple[Owner, Cell] | None:
    """What a cell of places names: a division, a zone of one, or a park."""
    if cell is None:
        return None
    if cell.text in ctx.places:
        return Owner("Region", ctx.places[cell.text]), cell
    prefix = place_prefix(ctx, cell.text)
    if prefix is not None and cell.text[prefix[1] :] in ctx.places:
        return Owner("Region", ctx.places[cell.text[prefix[1] :]]), cell
    if prefix is not None:
        return prefix[0], Cell(cell.text[: prefix[1]], cell.start, cell.start + prefix[1])
    kind, _ = names.form(cell.text)
    if cell.text in words.words("zones") and ctx.home is not None:
        full = next((f for f in (ctx.home.name + cell.text, ctx.home.name[:-1] + cell.text) if ctx.says(f)), cell.text)
        return Owner("Park", aliases.full_zone(ctx.said, full)), cell
    return (Owner("Park", cell.text), cell) if kind == "Park" and len(cell.text) <= 20 else None


def _project(
    ctx: Context, index: int, row: Paragraph, cells: Mapping[str, Cell], place: tuple[Owner, Cell] | None, out: Reading
) -> None:
    project, maker, content = cells["project"], cells.get("firm"), cells.get("content")
    if not 4 <= len(project.text) <= 80 or _FULL.search(project.text):
        return
    short = _bare(project.text, maker.text if maker else "")
    aliases = (short,) if short and short != project.text else ()
    thing = out.name(Owner("Project", project.text), index, project.start, project.end, "row-project", aliases)
    if place is not None:
        where, cell = place
        out.name(where, index, cell.start, cell.end, "row-place")
        out.state(
            thing,
            "locatedIn",
            where,
            "planned",
            (index, min(project.start, cell.start), max(project.end, cell.end)),
            "row-located",
        )
    _inside(ctx, index, row, thing, content, out)
    if content is not None:
        named.placed(ctx, row.text, Span(content.start, content.end), index, out)
    if maker is None and (own := _NAMED.match(project.text)) is not None:
        maker = Cell(own.group(), project.start, project.start + own.end())
    owner = firm(ctx, maker.text, maker.start) if maker is not None and _MAKER.search(maker.text) else None
    if owner is None or maker is None:
        return
    out.name(owner.what, index, owner.start, owner.end, "row-firm", owner.aliases)
    stand, at = owner.place, maker
    if stand is None and (ahead := _ahead(ctx, project, maker.text)) is not None:
        stand, at = ahead, project
    if stand is not None:
        out.name(stand, index, at.start, at.end, "row-firm")
        out.state(owner.what, "locatedIn", stand, "existing", (index, at.start, at.end), "row-firm-place")
    for source in (project, content):
        if source is not None:
            outputs.apply(ctx, row, index, owner.what, source.start, source.end, maker.text, out)


_MAKER = re.compile(r"(?:公司|集团|厂|院|大学|科技|股份)$")
_NAMED = re.compile(r"[^，。、]{2,28}?(?:有限公司|集团公司)")
_HERE = re.compile(r"(?:位于|选址(?:于|在)?|落户(?:于|在)?|坐落(?:于|在)|利用|计划在|拟在)(?P<place>[^，。；、]{2,20})")


def _bare(name: str, maker: str) -> str:
    """A project without the firm (and the place before it) in front of its name."""
    at = name.find(maker) if maker else -1
    return name[at + len(maker) :] if at >= 0 and len(name) - at - len(maker) >= 4 else ""


def _ahead(ctx: Context, project: Cell, maker: str) -> Owner | None:
    """The place that stands before the firm's registered name in a project's name (乙市甲有限公司年产…)."""
    at = project.text.find(maker)
    prefix = place_prefix(ctx, project.text[:at]) if at >= 2 else None
    return prefix[0] if prefix is not None and prefix[1] == at else None


def _inside(ctx: Context, index: int, row: Paragraph, thing: Owner, content: Cell | None, out: Reading) -> None:
    """“位于乙镇…”, “计划在丙园区购买…” in the content: a nearer place of the row's thing."""
    match = _HERE.search(row.text, content.start, content.end) if content is not None else None
    prefix = place_prefix(ctx, match.group("place")) if match else None
    if match is None or prefix is None or prefix[0].name == thing.name:
        return
    start = match.start("place")
    out.name(prefix[0], index, start, start + prefix[1], "row-place")
    status = "existing" if match.group().startswith(("位于", "坐落")) else "planned"
    out.state(thing, "locatedIn", prefix[0], status, (index, match.start(), start + prefix[1]), "row-content-place")  # type: ignore[arg-type]


_ZONE = re.compile(r"(?:园|园区|区|城|镇|谷|港|湾|岛|基地|空间|园[一二三四五]期|综合体|大厦|中心|平台|小镇|社区|走廊)$")


def _zone(
    ctx: Context,
    index: int,
    row: Paragraph,
    cells: Mapping[str, Cell],
    cell: Cell,
    body: bool,
    place: tuple[Owner, Cell] | None,
    out: Reading,
) -> None:
    """A row of a table of parks or of institutes."""
    kind, _ = names.form(cell.text)
    if not 3 <= len(cell.text) <= 40 or cell.text in ctx.places:
        return
    if not body and kind not in ("Platform", "Institution"):
        kind = "Park" if kind == "Park" or _ZONE.search(cell.text) else None
    if kind not in ("Park", "Platform", "Institution"):
        return
    zone = out.name(Owner(kind, cell.text), index, cell.start, cell.end, "row-park")
    own = standing(ctx, cell.text, kind)
    if own is not None and own.name != cell.text:
        out.name(own, index, cell.start, cell.end, "row-place")
        out.state(zone, "locatedIn", own, "existing", (index, cell.start, cell.end), "row-name-place")
    if place is not None and place[0].name != zone.name:
        out.name(place[0], index, place[1].start, place[1].end, "row-place")
        out.state(
            zone,
            "locatedIn",
            place[0],
            "existing",
            (index, min(cell.start, place[1].start), max(cell.end, place[1].end)),
            "row-located",
        )
    _inside(ctx, index, row, zone, cells.get("content"), out)


_POINT = re.compile(r"(?:^|(?<=[^0-9A-Za-z.]))[0-9]{1,2}[.．、]\s*|[、，；。]\s*")


_STARTS = re.compile(r"(?:^|(?<=[^0-9]))1[.．、]")
"""Numbering that begins anew: the firms of several sectors in one cell."""


_SCHOLARS = re.compile(r"大学|学院|科学院|(?:研究|材料|设计|计算)(?:所|院|员)$")


def _firms(ctx: Context, index: int, cell: Cell, track: Cell | None, out: Reading) -> None:
    """A cell that lists firms, numbered or by commas; with one sector beside them they carry it."""
    sector = None if len(_STARTS.findall(cell.text)) > 1 else _sector(ctx, track)
    begin = 0
    for match in [*_POINT.finditer(cell.text), None]:
        stop = match.start() if match is not None else len(cell.text)
        name = re.sub(r"等?(?:企业)?$|（(?:科研院所|高校|平台)）$", "", cell.text[begin:stop].strip())
        start = cell.start + begin + (len(cell.text[begin:stop]) - len(cell.text[begin:stop].lstrip()))
        begin = match.end() if match is not None else stop
        if not 2 <= len(name) <= 40:
            continue
        slot: EntityType = "Enterprise"
        thing = classify(ctx, name, start, slot=slot)
        if thing is None or thing.what.type not in ("Enterprise", "Institution", "Platform"):
            continue
        if thing.what.type == "Enterprise" and _SCHOLARS.search(name):
            thing = Thing(Owner("Institution", name), start, start + len(name), standing(ctx, name, "Institution"))
        out.name(thing.what, index, thing.start, thing.end, "row-firms", thing.aliases)
        if thing.place is not None:
            out.name(thing.place, index, thing.start, thing.end, "row-firms")
            out.state(thing.what, "locatedIn", thing.place, "existing", (index, thing.start, thing.end), "row-firm-place")
        if sector is not None and track is not None and thing.what.type == "Enterprise":
            out.name(sector, index, track.start, track.end, "row-track")
            out.state(thing.what, "anchors", sector, "existing", (index, cell.start, cell.end), "row-anchors")


def _sector(ctx: Context, track: Cell | None) -> Owner | None:
    """The one sector of a cell of tracks; the document's own for a slogan (“甲+乙”焕新); none when the cell holds several."""
    if track is None or re.search(r"[、，；]", track.text):
        return None
    if re.search(r"[“”+]", track.text):
        return ctx.subject
    if not 2 <= len(track.text) <= 12:
        return None
    return Owner("Industry", track.text) if names.nameable(track.text) else None
