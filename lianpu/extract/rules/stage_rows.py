"""Tables about one chain, in its section: its stages (环节 | 产品 | 企业, 上游 | 中游 | 下游), its firms and what they make."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lianpu.extract.context import Context, Owner
from lianpu.extract.reading import Reading
from lianpu.extract.rules import grid, listings, members, streams
from lianpu.extract.rules.grid import Cell
from lianpu.extract.things import firm
from lianpu.model import Position, Status

_OTHERS = frozenset({"project", "tracks", "tracks+", "place", "park", "carrier", "platform", "wooed", "task"})
"""Roles of tables that are about something else."""
_STAGE = re.compile(r"(?:产业链)?(?P<which>[上中下])游(?:环节|产业|领域|材料|原料|应用|产品|制造|端)?(?:（[^（）]{1,10}）)?")
_POSITIONS: dict[str, Position] = {"上": "upstream", "中": "midstream", "下": "downstream"}
_LEADING = re.compile(r"链主|龙头|骨干|核心|重点|代表|领军|头部|主要|支撑")
"""What the title of a column of firms says of those that carry the sector."""


def staged(cells: Mapping[str, Cell]) -> Mapping[str, Cell]:
    """The cells with that of a row's sector as its stage, where it says where along the chain the row stands (环节: 上游)."""
    track = cells.get("tracks")
    if track is None or _STAGE.fullmatch(track.text) is None:
        return cells
    return {**{role: cell for role, cell in cells.items() if role != "tracks"}, "stage": track}


def apply(ctx: Context, index: int, cells: Mapping[str, Cell], out: Reading) -> None:
    """Read one row of such a table: where its goods stand along the chain, which firms carry it and what the one firm makes."""
    chain = ctx.owner_of(ctx.outline.paragraphs[index].section)
    if chain is None or chain.type != "Industry" or not cells or _held(ctx, index, cells) & _OTHERS:
        return
    for position in _POSITIONS.values():
        if position in cells:
            _stages(ctx, index, cells[position], position, chain, out)
    stage = cells.get("stage")
    found = _STAGE.fullmatch(stage.text) if stage is not None else None
    for role in ("products", "focus"):
        cell = cells.get(role)
        if cell is not None and cell.row == index and not grid.prose(cell.text):
            if found is not None:
                _stages(ctx, index, cell, _POSITIONS[found["which"]], chain, out)
            _goods(ctx, index, cell, role, chain, cells, out)
    _carriers(ctx, index, chain, cells, out)


def _held(ctx: Context, index: int, cells: Mapping[str, Cell]) -> set[str]:
    """The roles of the table's columns, that of its stages by what it is."""
    return (set(grid.columns(ctx, index)) - ({"tracks"} if "stage" in cells else set())) | set(cells)


def _stages(ctx: Context, index: int, cell: Cell, position: Position, chain: Owner, out: Reading) -> None:
    """What a cell lists stands at one place along the chain."""
    if cell.row == index and not grid.prose(cell.text):
        for thing in listings.things(ctx, ctx.outline.paragraphs[index].text, cell):
            streams.write(thing, position, chain, (index, cell.start, cell.end), out)


def _goods(ctx: Context, index: int, cell: Cell, role: str, chain: Owner, cells: Mapping[str, Cell], out: Reading) -> None:
    """What a cell lists is made by the one firm of the row, else the chain has it or is to have it."""
    if "firm" in cells:
        return
    maker = _one(ctx, cells["firms"]) if "firms" in cells else None
    status: Status = "existing" if role == "products" else "planned"
    for thing in listings.things(ctx, ctx.outline.paragraphs[index].text, cell):
        out.name(thing.what, index, thing.start, thing.end, "row-listed", thing.aliases)
        if maker is not None:
            where = grid.span(index, cell, cells["firms"])
            out.state(maker, "produces", thing.what, status, where, "row-products")
        elif "firms" not in cells:
            out.state(chain, "focusesOn", thing.what, status, (index, cell.start, cell.end), "row-focus")


def _one(ctx: Context, cell: Cell) -> Owner | None:
    """The firm that a cell names alone."""
    alone = "、" not in cell.text and "，" not in cell.text and "；" not in cell.text
    found = firm(ctx, cell.text, cell.start) if alone else None
    return found.what if found is not None and found.what.type == "Enterprise" else None


def _carriers(ctx: Context, index: int, chain: Owner, cells: Mapping[str, Cell], out: Reading) -> None:
    """The firms of the row carry the chain: those called so by the column, and whose goods the next column says."""
    if "firms" in cells:
        members.apply(ctx, index, cells["firms"], [(chain, cells["firms"])], out)
    elif "firm" in cells and ("products" in cells or _LEADING.search(grid.title(ctx, index, "firm"))):
        maker = _one(ctx, cells["firm"])
        if maker is not None:
            cell = cells["firm"]
            out.name(chain, index, cell.start, cell.end, "row-track")
            out.state(maker, "anchors", chain, "existing", (index, cell.start, cell.end), "row-anchors")
