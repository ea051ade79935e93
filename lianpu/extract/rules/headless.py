"""Tables without a header: what their columns hold by what nearly all of their rows have in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import groupby

from lianpu.extract import agency_names, names
from lianpu.extract.context import Context
from lianpu.extract.document import Paragraph
from lianpu.extract.whereabouts import place_prefix

_FIRM = re.compile(r"(?:公司|集团)$")
_SHARE = 0.7
"""Share of a column's cells that say what it holds."""
_ROWS = 3
"""Rows from which a table without a header can be told."""
_CONTENT = re.compile(r"(?:主要)?(?:年产|新建|建设|新增|购置|改造|改扩建|扩建|形成|利用|占地|总建筑面积|规划)")
"""What a description of works begins with."""


def names_firm(text: str) -> bool:
    """Whether a cell ends like a firm's full name (甲有限公司, 乙集团)."""
    return _FIRM.search(text) is not None


def columns(ctx: Context, index: int) -> Mapping[str, int]:
    """Roles of the columns of the table of one row that nearly all its rows fill with firms, projects, places or agencies."""
    return _tables(ctx).get(index, {})


@lru_cache(maxsize=1)
def _tables(ctx: Context) -> Mapping[int, Mapping[str, int]]:
    """For each row without a header the columns of its table, which is looked at once."""
    out: dict[int, Mapping[str, int]] = {}
    for bare, run in groupby(enumerate(ctx.outline.paragraphs), key=lambda pair: _bare(pair[1])):
        table = list(run) if bare else []
        out |= dict.fromkeys((index for index, _ in table), _roles(ctx, [row for _, row in table]))
    return out


def _roles(ctx: Context, rows: Sequence[Paragraph], least: int = 2) -> Mapping[str, int]:
    """What the columns of a table hold, as far as enough of its rows say so."""
    if len(rows) < _ROWS:
        return {}
    out: dict[str, int] = {}
    for at in range(max(len(row.cells) for row in rows)):
        filled = [text for row in rows if at < len(row.cells) and (text := row.text[slice(*row.cells[at])].strip())]
        for role, holds in _signs(ctx):
            if len(filled) >= _ROWS and sum(map(holds, filled)) >= len(filled) * _SHARE:
                out.setdefault(role, at)
                break
    return out if len(out) >= least else {}


def untold(ctx: Context, header: int, taken: frozenset[int]) -> Mapping[str, int]:
    """Roles of columns whose titles say nothing (名称): places, projects, parks and firms that nearly all rows have there."""
    row = ctx.outline.paragraphs[header]
    found = {role: at for role, at in _headed(ctx).get(header, {}).items() if at not in taken and at < len(row.cells)}
    return {role: at for role, at in found.items() if role != "firm" or row.text[slice(*row.cells[at])].strip() in _NAMES}


@lru_cache(maxsize=1)
def _headed(ctx: Context) -> Mapping[int, Mapping[str, int]]:
    """For each header the columns below it that hold places, projects, parks or firms."""
    below: dict[int, list[Paragraph]] = {}
    for index, row in enumerate(ctx.outline.paragraphs):
        if row.kind == "row" and row.header is not None and row.header != index:
            below.setdefault(row.header, []).append(row)
    found = {header: _roles(ctx, rows, least=1) for header, rows in below.items()}
    return {header: {role: at for role, at in held.items() if role in _TOLD} for header, held in found.items()}


_TOLD = frozenset({"place", "project", "park", "firm"})
_NAMES = frozenset({"名称", "单位", "主体"})
"""Titles under which firms may stand: others say what the firms of their column are to do."""


def _stands(ctx: Context, text: str) -> bool:
    """Whether a text is a place: a division, a town of one, a park of one."""
    if text in ctx.places:
        return True
    prefix = place_prefix(ctx, text) if len(text) <= _PLACE else None
    rest = text[prefix[1] :] if prefix is not None else text
    return prefix is not None and (not rest or _TOWN.fullmatch(rest) is not None or names.form(text)[0] == "Park")


_PLACE = 16
"""Longest cell that is a place, characters."""
_TOWN = re.compile(r"[\u4e00-\u9fff]{1,6}(?:镇|乡|街道)")


def _bare(row: Paragraph) -> bool:
    return row.kind == "row" and row.header is None


def _signs(ctx: Context) -> tuple[tuple[str, Callable[[str], bool]], ...]:
    return (
        ("firm", names_firm),
        ("project", lambda text: names.form(text)[0] == "Project" and len(text) >= 4),
        ("content", lambda text: _CONTENT.match(text) is not None and len(text) >= 8),
        ("place", lambda text: _stands(ctx, text)),
        ("responsible", lambda text: bool(agency_names.listed(text, "responsible")) and len(text) <= 40),
        ("park", lambda text: names.form(text)[0] == "Park" and len(text) <= 24),
    )
