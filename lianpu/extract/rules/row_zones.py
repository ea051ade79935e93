"""The parks and institutes of a row: what a cell names, and where they stand by name, row and description."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lianpu.extract import lists, names
from lianpu.extract.context import Context, Owner
from lianpu.extract.reading import Reading
from lianpu.extract.rules import grid, sites
from lianpu.extract.rules.grid import Cell
from lianpu.extract.whereabouts import standing


def text_of(ctx: Context, cell: Cell) -> str:
    """The row that a cell stands in."""
    return ctx.outline.paragraphs[cell.row].text


_HERE = re.compile(r"(?:位于|选址(?:于|在)?|落户(?:于|在)?|坐落(?:于|在)|利用|计划在|拟在|依托)(?P<place>[^，。；、]{2,20})")


def inside(ctx: Context, thing: Owner, content: Cell | None, out: Reading) -> None:
    """“位于乙镇…”, “计划在丙园区购买…” in the content: a nearer place of the row's thing."""
    match = _HERE.search(text_of(ctx, content), content.start, content.end) if content is not None else None
    if match is None or content is None or match.group().startswith("依托") and match.start() > content.start:
        return
    prefix = sites.inmost(ctx, match["place"])
    seat = _SEATED.match(match["place"])
    if seat is not None and (prefix is None or prefix[1] < seat.end()):
        prefix = Owner("Park", seat.group()), seat.end()
    elif prefix is None and names.form(match["place"])[0] == "Park" and len(match["place"]) <= _SEAT:
        prefix = Owner("Park", match["place"]), len(match["place"])
    if prefix is None or prefix[0].name == thing.name:
        return
    start = match.start("place")
    out.name(prefix[0], content.row, start, start + prefix[1], "row-place")
    status = "existing" if match.group().startswith(("位于", "坐落")) else "planned"
    where = (content.row, match.start(), start + prefix[1])
    out.state(thing, "locatedIn", prefix[0], status, where, "row-content-place")  # type: ignore[arg-type]
    stand = standing(ctx, prefix[0].name, "Park") if prefix[0].type == "Park" else None
    if stand is not None and stand.name != prefix[0].name:
        out.name(stand, content.row, start, start + prefix[1], "row-place")
        out.state(prefix[0], "locatedIn", stand, "existing", where, "row-name-place")


_SEAT = 16
"""Longest name of a park that something is said to stand in, characters."""
_SEATED = re.compile(
    r"[^，。；、（）0-9]{2,12}?(?:产业园|科技园|工业园|创新园|孵化园|物流园|开发区|高新区|集聚区|产业城|科技城|新城)(?:[东南西北]区|[东西南北]片区|区)?"
)
"""A park that something is said to stand in, in front of its house or plot."""
_ZONE = re.compile(r"(?:园|园区|区|城|镇|谷|港|湾|岛|基地|空间|园[一二三四五]期|综合体|大厦|中心|平台|小镇|社区|走廊)$")


_TOWN = re.compile(r"（(?P<place>[^（）]{2,12})）$")
"""The town of a park in a bracket behind its name."""


def zones(ctx: Context, cell: Cell, role: str) -> list[tuple[Owner, Cell]]:
    """The parks or institutes of a cell: of a list each, where all are such."""
    items = lists.parse(cell.text, 0, len(cell.text)).items if "、" in cell.text else ()
    parts = [Cell(item.text, cell.start + item.start, cell.start + item.end, cell.row) for item in items]
    found = [zone for part in parts if (zone := zone_of(ctx, part, role)) is not None]
    if parts and len(found) == len(parts):
        return found
    whole = zone_of(ctx, cell, role)
    return [whole] if whole is not None else []


def zone_of(ctx: Context, cell: Cell, role: str) -> tuple[Owner, Cell] | None:
    """The park or institute that a cell names."""
    note = _TOWN.search(cell.text)
    name = cell.text[: note.start()] if note is not None and note["place"] in ctx.places else cell.text
    kind, _ = names.form(name)
    if not 3 <= len(name) <= 40 or name in ctx.places or sites.TOWN_ALONE.fullmatch(name):
        return None
    if kind is None and "平台" in grid.title(ctx, cell.row, role) and name.endswith(("中心", "实验室", "平台")):
        kind = "Platform"
    if role == "park" and kind not in ("Platform", "Institution"):
        kind = "Park" if kind == "Park" or _ZONE.search(name) else None
    return (Owner(kind, name), cell) if kind in ("Park", "Platform", "Institution") else None


def placed(
    ctx: Context,
    index: int,
    zone: Owner,
    cell: Cell,
    cells: Mapping[str, Cell],
    place: tuple[Owner, Cell] | None,
    out: Reading,
) -> None:
    """Where a park or institute stands by its name, its row and its description."""
    out.name(zone, index, cell.start, cell.start + len(zone.name), "row-park")
    if len(zone.name) < len(cell.text) and (note := _TOWN.search(cell.text)) is not None:
        town, at = Owner("Region", ctx.places[note["place"]]), cell.start + note.start("place")
        out.name(town, index, at, at + len(note["place"]), "row-place")
        out.state(zone, "locatedIn", town, "existing", grid.span(index, cell), "bracket-place")
    own = standing(ctx, zone.name, zone.type)
    if own is not None and own.name != zone.name:
        out.name(own, index, cell.start, cell.end, "row-place")
        out.state(zone, "locatedIn", own, grid.status(cells), grid.span(index, cell), "row-name-place")
    if place is not None and place[0].name != zone.name:
        out.name(place[0], place[1].row, place[1].start, place[1].end, "row-place")
        out.state(zone, "locatedIn", place[0], grid.status(cells), grid.span(index, cell, place[1]), "row-located")
    inside(ctx, zone, cells.get("content"), out)
