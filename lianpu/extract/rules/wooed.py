"""Firms that a place is to bring in or talks with, in a column of their own, and where the next column says they are."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lianpu.extract import lists
from lianpu.extract.context import Context, Owner
from lianpu.extract.reading import Reading
from lianpu.extract.rules import grid
from lianpu.extract.rules.grid import Cell
from lianpu.extract.things import firm
from lianpu.extract.whereabouts import place_prefix


def apply(ctx: Context, index: int, cells: Mapping[str, Cell], out: Reading) -> None:
    """The firms of 拟对接企业, 目标企业; those that the place talks with already (对接) work with it."""
    cell = cells.get("wooed")
    if cell is None or cell.row != index or grid.prose(cell.text):
        return
    firms = [found for item in _items(cell) if (found := firm(ctx, item.text, cell.start + item.start)) is not None]
    seats = [] if receives(ctx, index) else _seats(ctx, cells)
    met = "对接" in grid.title(ctx, index, "wooed")
    for at, found in enumerate(firms):
        out.name(found.what, index, found.start, found.end, "row-wooed", found.aliases)
        seat = seats[at] if len(seats) == len(firms) else seats[0] if len(seats) == 1 else found.place
        if seat is not None:
            where = grid.span(index, cell, cells["place"]) if seats else grid.span(index, cell)
            out.name(seat, where[0], where[1], where[2], "row-place")
            out.state(found.what, "locatedIn", seat, "existing", where, "row-wooed-place")
        if met and ctx.home is not None:
            out.name(ctx.home, index, cell.start, cell.end, "row-wooed")
            out.state(ctx.home, "worksWith", found.what, "planned", grid.span(index, cell), "row-wooed")


def receives(ctx: Context, index: int) -> bool:
    """Whether the column of places says where the firms are to come to, not where they are."""
    return _RECEIVES.search(grid.title(ctx, index, "place")) is not None


_RECEIVES = re.compile(r"落户|落地|承接|承载|布局|拟选址")


def _items(cell: Cell) -> tuple[lists.Item, ...]:
    return lists.parse(cell.text, 0, len(cell.text)).items


def _seats(ctx: Context, cells: Mapping[str, Cell]) -> list[Owner]:
    """The divisions that the cell of places lists, each whole; none where it says whole regions (长三角)."""
    cell = cells.get("place")
    items = _items(cell) if cell is not None else ()
    found = [prefix for item in items if (prefix := place_prefix(ctx, item.text)) is not None and prefix[1] == len(item.text)]
    return [owner for owner, _ in found] if len(found) == len(items) else []
