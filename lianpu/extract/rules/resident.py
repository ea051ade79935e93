"""Tables and firms: names of a column of firms are known to the whole text; firms of a row's sentences stand in its place."""

from __future__ import annotations

import re

from lianpu.extract.context import Context, Owner
from lianpu.extract.reading import Reading
from lianpu.extract.rules import grid, prose, sites
from lianpu.extract.things import firm

_LONGEST = 12
"""Characters of the longest short name."""


def known(ctx: Context, out: Reading) -> None:
    """Let the rules know the firms that columns of firms name, before anything is read of them."""
    for index, paragraph in enumerate(ctx.outline.paragraphs):
        cell = grid.cells(ctx, index).get("firm") if paragraph.kind == "row" else None
        for name in re.split(r"[、；]", cell.text) if cell is not None else ():
            thing = firm(ctx, name, 0) if 3 <= len(name) <= _LONGEST else None
            if thing is not None and thing.what.type == "Enterprise":
                out.expect(thing.what.name)


def apply(ctx: Context, index: int, out: Reading) -> None:
    """Firms that act in the sentences of a row stand in the place that the row begins with, if nothing else says where."""
    where = seat(ctx, index)
    spans = prose.cells(ctx, index) if where is not None else []
    if where is None or not spans:
        return
    place, cell = where
    spans = [(a, b) for a, b in spans if cell.row != index or cell.end <= a]
    elsewhere = {d.o for d in out.stated(index) if d.p == "worksWith"}
    placed = {d.s for d in out.stated(index) if d.p == "locatedIn"} | elsewhere
    for mention in list(out.mentions):
        inside = mention.paragraph == index and any(a <= mention.start and mention.end <= b for a, b in spans)
        if inside and mention.what.type == "Enterprise" and mention.what not in placed:
            placed.add(mention.what)
            out.name(place, cell.row, cell.start, cell.end, "row-place")
            at = (
                (index, min(cell.start, mention.start), mention.end) if cell.row == index else (index, mention.start, mention.end)
            )
            out.state(mention.what, "locatedIn", place, "existing", at, "row-resident")


def seat(ctx: Context, index: int) -> tuple[Owner, grid.Cell] | None:
    """The one county or town that a row names in front of what it tells."""
    at = grid.columns(ctx, index)
    if "place" not in at or any(at[role] < at["place"] for role in at):
        return None
    several = sites.of(ctx, grid.cells(ctx, index))
    return several[0] if len(several) == 1 and several[0][0] != ctx.home and several[0][0].type == "Region" else None
