"""Table cells that hold sentences rather than names, dates or figures."""

from __future__ import annotations

from lianpu.extract import agencies
from lianpu.extract.context import Context, Owner
from lianpu.extract.rules import rows

_NAMES = frozenset({"project", "firm", "place", "park", "platform", "lead", "responsible", "firms", "tracks"})


def cells(ctx: Context, index: int) -> list[tuple[int, int]]:
    """(start, end) of the prose cells of a row: long, with a verb's room, under no header of names or duties."""
    row = ctx.outline.paragraphs[index]
    header = ctx.outline.paragraphs[row.header] if row.header is not None else None
    taken = set(rows.roles(ctx, header).items()) if header else set()
    closed = {at for role, at in taken if role in _NAMES}
    listed = any(role == "project" for role, _ in taken)
    out: list[tuple[int, int]] = []
    for at, (start, end) in enumerate(row.cells):
        title = header.text[slice(*header.cells[at])] if header is not None and at < len(header.cells) else ""
        if index == row.header or at in closed or listed or agencies.column(title) is not None:
            continue
        if end - start >= 12:
            out.append((start, end))
    return out


def sector(ctx: Context, index: int) -> Owner | None:
    """The sector that a row's own cell names (主攻赛道, 特色领域), if there is one."""
    row = ctx.outline.paragraphs[index]
    if row.header is None or row.header == index:
        return None
    at = rows.roles(ctx, ctx.outline.paragraphs[row.header]).get("tracks")
    if at is None or at >= len(row.cells):
        return None
    title = row.text[slice(*row.cells[at])].strip()
    return ctx.sector_in(title) if 2 <= len(title) <= 24 else None
