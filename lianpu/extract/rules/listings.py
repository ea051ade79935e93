"""Cells that list: the sectors of a place or park, the goods of a sector or firm, the firms of a sector."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from lianpu.extract import clauses, lists
from lianpu.extract.context import Context, Owner
from lianpu.extract.reading import Reading
from lianpu.extract.rules import grid, members, streams, wooed
from lianpu.extract.rules.grid import Cell
from lianpu.extract.rules.sites import Placed
from lianpu.extract.things import Thing, classify, firm
from lianpu.model import Position, Status

_SOUGHT: Mapping[str, Status] = {
    "recruit": "recruit",
    "breakthrough": "breakthrough",
    "supplement": "supplement",
    "extend": "extend",
}

_LACKING = re.compile(r"缺失|缺|短板|薄弱|空白")


def apply(
    ctx: Context,
    index: int,
    cells: Mapping[str, Cell],
    zones: Sequence[Owner],
    place: Placed | None,
    out: Reading,
    seat: Placed | None = None,
) -> None:
    """Read the lists of one row; ``zones`` are its parks, ``place`` what its cell of places, or that of its group, names.

    ``seat`` is the place or park that the row is about, where its firms are.
    """
    sectors = grid.sectors(ctx, cells) if "tracks" in cells else []
    if "wooed" in cells and not wooed.receives(ctx, index):
        place = None
    stand = zones[0] if zones else place[0] if place is not None else None
    for role in ("firms", "firms+"):
        if role in cells:
            members.apply(ctx, index, cells[role], sectors, out, seat)
    if "project" in cells and not grid.about_sector(ctx, index):
        return
    maker = _maker(ctx, index, cells.get("firm"), place, out) if not zones else None
    bodies = bool(zones) and all(zone.type not in ("Region", "Park") for zone in zones)
    owners = [*zones, *([seat[0]] if bodies and seat is not None else [])] or ([stand] if stand is not None else [])
    for sector, cell in sectors:
        out.name(sector, cell.row, cell.start, cell.end, "row-track")
        if maker is not None and len(sectors) == 1 and _leads(ctx, index):
            out.state(maker, "anchors", sector, "existing", grid.span(index, cells["firm"], cell), "row-anchors")
        for one in owners if maker is None else ():
            said = "focusesOn" if one.type in ("Region", "Park") else "supports"
            out.state(one, said, sector, grid.status(cells), (cell.row, cell.start, cell.end), "row-track")
    if maker is not None and "tracks" in cells and "方向" in grid.title(ctx, index, "tracks"):
        for sector, cell in sectors:
            out.state(maker, "produces", sector, "planned", (cell.row, cell.start, cell.end), "row-aims")
    owner = sectors[0][0] if len(sectors) == 1 else stand or (_about(ctx, index) if "wooed" in cells else None)
    for role in ("products", "focus", *_SOUGHT):
        if role in cells:
            _goods(ctx, index, cells[role], role, owner, maker, out)
    if len(sectors) == 1:
        for role in _STREAMS:
            if role in cells:
                _stages(ctx, index, cells[role], role, sectors[0][0], out)


def _leads(ctx: Context, index: int) -> bool:
    """Whether a table goes from sectors to firms (环节 | 企业)."""
    at = grid.columns(ctx, index)
    return at.get("tracks", 0) < at.get("firm", 0)


_STREAMS: tuple[Position, ...] = ("upstream", "midstream", "downstream")


def _about(ctx: Context, index: int) -> Owner | None:
    """The sector, or the place, that the section of a row is about."""
    return ctx.owner_of(ctx.outline.paragraphs[index].section)


def _stages(ctx: Context, index: int, cell: Cell, role: Position, chain: Owner, out: Reading) -> None:
    """A cell under 上游, 中游 or 下游: what stands there, and lacks there where the title of the column says so."""
    row = ctx.outline.paragraphs[index]
    if cell.row != index or grid.prose(cell.text):
        return
    header = ctx.outline.paragraphs[row.header] if row.header is not None else None
    at = grid.columns(ctx, index).get(role)
    title = header.text[slice(*header.cells[at])] if header is not None and at is not None else ""
    for thing in things(ctx, row.text, cell):
        streams.write(thing, role, chain, (index, cell.start, cell.end), out)
        if _LACKING.search(title):
            out.state(chain, "seeks", thing.what, "supplement", (index, cell.start, cell.end), "row-sought")


def things(ctx: Context, text: str, cell: Cell) -> Iterator[Thing]:
    """The goods and sectors that a cell lists."""
    spans = [(cell.start + start, cell.start + end) for start, end in grid.points(cell.text)]
    for piece in (piece for start, end in spans for piece in clauses.split(text, start, end, "；。")):
        for item in lists.parse(text, piece.start, piece.end, ctx.sector_names).items:
            thing = classify(ctx, item.text, item.start)
            if thing is not None and thing.what.type in ("Product", "Industry"):
                yield thing


def _maker(ctx: Context, index: int, cell: Cell | None, place: Placed | None, out: Reading) -> Owner | None:
    """The firm that the row is about, with where it stands."""
    found = firm(ctx, cell.text, cell.start) if cell is not None else None
    if found is None or cell is None or cell.row != index or found.what.type != "Enterprise":
        return None
    out.name(found.what, index, found.start, found.end, "row-firm", found.aliases)
    for stand, at in ((found.place, cell), place or (None, cell)):
        if stand is not None:
            out.name(stand, at.row, at.start, at.end, "row-place")
            out.state(found.what, "locatedIn", stand, "existing", grid.span(index, cell, at), "row-firm-place")
    return found.what


def _goods(ctx: Context, index: int, cell: Cell, role: str, owner: Owner | None, maker: Owner | None, out: Reading) -> None:
    """A cell that only lists goods or sectors: what the row's firm makes, or what its sector, park or place aims at."""
    row = ctx.outline.paragraphs[index]
    if cell.row != index or grid.prose(cell.text):
        return
    place = (index, cell.start, cell.end)
    for thing in things(ctx, row.text, cell):
        out.name(thing.what, index, thing.start, thing.end, "row-listed", thing.aliases)
        if maker is not None and role in ("products", "focus"):
            done: Status = "existing" if role == "products" else "planned"
            out.state(maker, "produces", thing.what, done, place, "row-products")
        elif owner is not None and role in _SOUGHT and (maker is None or owner.type == "Industry"):
            out.state(owner, "seeks", thing.what, _SOUGHT[role], place, "row-sought")
            if maker is not None and role == "breakthrough":
                out.state(maker, "produces", thing.what, "planned", place, "row-sought")
        elif maker is None and owner is not None:
            status: Status = "existing" if role == "products" else "planned"
            out.state(owner, "focusesOn", thing.what, status, place, "row-focus")
