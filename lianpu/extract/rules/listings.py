"""Cells that list: the sectors of a place or park, the goods of a sector or firm, the firms of a sector."""

from __future__ import annotations

from collections.abc import Mapping

from lianpu.extract import clauses, lists
from lianpu.extract.context import Context, Owner
from lianpu.extract.reading import Reading
from lianpu.extract.rules import grid, members
from lianpu.extract.rules.grid import Cell
from lianpu.extract.things import classify, firm
from lianpu.model import Status

_SOUGHT: Mapping[str, Status] = {"recruit": "recruit", "breakthrough": "breakthrough", "supplement": "supplement"}

Placed = tuple[Owner, Cell]


def apply(ctx: Context, index: int, cells: Mapping[str, Cell], zone: Owner | None, place: Placed | None, out: Reading) -> None:
    """Read the lists of one row; ``zone`` is its park, ``place`` what its cell of places, or that of its group, names."""
    sectors = grid.sectors(ctx, cells) if "tracks" in cells else []
    stand = zone or (place[0] if place is not None else None)
    if "firms" in cells:
        members.apply(ctx, index, cells["firms"], sectors, out)
    if "project" in cells:
        return
    maker = _maker(ctx, index, cells.get("firm"), place, out)
    for sector, cell in sectors if maker is None else ():
        out.name(sector, cell.row, cell.start, cell.end, "row-track")
        if stand is not None:
            said = "focusesOn" if stand.type in ("Region", "Park") else "supports"
            out.state(stand, said, sector, "existing", (cell.row, cell.start, cell.end), "row-track")
    owner = sectors[0][0] if len(sectors) == 1 else stand
    for role in ("products", "focus", *_SOUGHT):
        if role in cells:
            _goods(ctx, index, cells[role], role, owner, maker, out)


def _maker(ctx: Context, index: int, cell: Cell | None, place: Placed | None, out: Reading) -> Owner | None:
    """The firm that the row is about, with where it stands."""
    found = firm(ctx, cell.text, cell.start) if cell is not None else None
    if found is None or cell is None or cell.row != index:
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
    for piece in clauses.split(row.text, cell.start, cell.end, "；。"):
        for item in lists.parse(row.text, piece.start, piece.end, ctx.sector_names).items:
            thing = classify(ctx, item.text, item.start)
            if thing is None or thing.what.type not in ("Product", "Industry"):
                continue
            out.name(thing.what, index, thing.start, thing.end, "row-listed", thing.aliases)
            place = (index, cell.start, cell.end)
            if maker is not None and role == "products":
                out.state(maker, "produces", thing.what, "existing", place, "row-products")
            elif maker is None and owner is not None and role in _SOUGHT:
                out.state(owner, "seeks", thing.what, _SOUGHT[role], place, "row-sought")
            elif maker is None and owner is not None:
                out.state(owner, "focusesOn", thing.what, "planned", place, "row-focus")
