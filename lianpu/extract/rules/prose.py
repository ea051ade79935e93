"""Table cells that hold sentences rather than names, dates or figures."""

from __future__ import annotations

from lianpu.extract import agencies
from lianpu.extract.context import Context
from lianpu.extract.rules import grid

_NAMES = frozenset({"project", "firm", "place", "park", "platform", "lead", "responsible", "firms", "products"})


def cells(ctx: Context, index: int) -> list[tuple[int, int]]:
    """(start, end) of the prose cells of a row: long, with a verb's room, under no header of names or duties."""
    row = ctx.outline.paragraphs[index]
    header = ctx.outline.paragraphs[row.header] if row.header is not None else None
    taken = set(grid.columns(ctx, index).items())
    listing = bool(grid.sectors(ctx, grid.cells(ctx, index)))
    closed = {at for role, at in taken if role in _NAMES or role == "tracks" and listing}
    listed = any(role == "project" for role, _ in taken)
    out: list[tuple[int, int]] = []
    for at, (start, end) in enumerate(row.cells):
        title = header.text[slice(*header.cells[at])] if header is not None and at < len(header.cells) else ""
        if index == row.header or at in closed or listed or agencies.column(title) is not None:
            continue
        if end - start >= 12:
            out.append((start, end))
    return out
