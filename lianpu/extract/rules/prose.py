"""Table cells that hold sentences rather than names, dates or figures."""

from __future__ import annotations

from lianpu.extract import agencies
from lianpu.extract.context import Context
from lianpu.extract.rules import grid

_NAMES = frozenset({"project", "firm", "place", "park", "platform", "lead", "responsible", "firms", "products"})


_NUMBER = frozenset({"序号", "编号"})
_ENDS = tuple("。；！？：")


def goes_on(ctx: Context, index: int) -> bool:
    """Whether a row is the rest of the one before it, from which a page's end parts it: without a number, amid a sentence."""
    row, before = ctx.outline.paragraphs[index], ctx.outline.paragraphs[index - 1] if index else None
    if row.header is None or before is None or before.kind != "row" or before.header != row.header:
        return False
    title = ctx.outline.paragraphs[row.header]
    if row.text[slice(*row.cells[0])].strip() or title.text[slice(*title.cells[0])].strip() not in _NUMBER:
        return False
    named = {at for role, at in grid.columns(ctx, index).items() if role in _NAMES or role == "tracks"}
    pairs = [pair for at, pair in enumerate(zip(before.cells, row.cells, strict=False)) if at not in named]
    both = [(a, b) for a, b in pairs if a[0] < a[1] and b[1] - b[0] >= _REST]
    return any(not before.text[slice(*a)].rstrip().endswith(_ENDS) for a, _ in both)


_REST = 8
"""Fewest characters of the rest of a sentence."""


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
