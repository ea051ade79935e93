"""Where a row says that its things stand: the divisions, towns and parks of its cell of places."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from lianpu.extract import names
from lianpu.extract.context import Context, Owner
from lianpu.extract.reading import Reading
from lianpu.extract.rules.grid import Cell
from lianpu.extract.whereabouts import place_prefix, standing

Placed = tuple[Owner, Cell]


def of(ctx: Context, cells: Mapping[str, Cell]) -> list[Placed]:
    """What the cell of places names, the nearest first; without one the divisions in a cell of parks (承接园区 | 甲县)."""
    if "place" in cells:
        return _several(ctx, cells["place"])
    for role in ("park", "carrier"):
        found = _several(ctx, cells[role]) if role in cells else []
        if found and all(who.type == "Region" and cells[role].text.endswith(at.text) for who, at in found[:1]):
            return found
    return []


def noted(ctx: Context, cells: Mapping[str, Cell]) -> Mapping[str, Cell]:
    """The cells of a row; where no cell says where its project stands, the place in the bracket behind it does."""
    project = cells.get("project")
    note = _BRACKET.fullmatch(project.text) if project is not None and "place" not in cells else None
    if project is None or note is None:
        return cells
    name, where = (
        Cell(note[part], project.start + note.start(part), project.start + note.end(part), project.row) for part in _BRACKETED
    )
    return {**cells, "project": name, "place": where} if _levels(ctx, where) else cells


def place(ctx: Context, cell: Cell | None) -> Placed | None:
    """What a cell of places names: a division, a zone of one, or a park."""
    if cell is None:
        return None
    prefix = inmost(ctx, cell.text)
    if prefix is not None and _whole_park(cell.text, prefix):
        return Owner("Park", cell.text), cell
    if prefix is not None:
        return prefix[0], Cell(cell.text[: prefix[1]], cell.start, cell.start + prefix[1], cell.row)
    if TOWN_ALONE.fullmatch(cell.text):
        return Owner("Region", cell.text), cell
    address = _ADDRESS.fullmatch(cell.text)
    name = (address["place"] or address["park"]) if address is not None else cell.text.removesuffix("管委会")
    kind, _ = names.form(name)
    at = Cell(name, cell.start, cell.start + len(name), cell.row)
    return (Owner("Park", name), at) if kind == "Park" and len(name) <= 20 else None


def write(ctx: Context, found: list[Placed], out: Reading) -> None:
    """Name places of a row; a town behind its county is part of it, a park stands where its name or the bracket says."""
    for who, cell in found:
        out.name(who, cell.row, cell.start, cell.end, "row-place")
        own = standing(ctx, who.name, "Park") if who.type == "Park" and len(cell.text) == len(who.name) else None
        if own is not None and own.name != who.name:
            out.name(own, cell.row, cell.start, cell.end, "row-place")
            out.state(who, "locatedIn", own, "existing", (cell.row, cell.start, cell.end), "row-name-place")
    for (inner, cell), (outer, around) in pairwise(found):
        if not cell.start <= around.start < cell.end and not around.start <= cell.start < around.end:
            continue
        said = "partOf" if inner.type == outer.type == "Region" else "locatedIn"
        out.state(inner, said, outer, "existing", (cell.row, min(cell.start, around.start), max(cell.end, around.end)), "row-in")


def inmost(ctx: Context, text: str) -> tuple[Owner, int] | None:
    """The place that a text begins with and its length; of a county and its town (乙县丙镇) the town."""
    prefix = place_prefix(ctx, text)
    rest = text[prefix[1] :] if prefix is not None else text
    return (Owner("Region", ctx.places[rest]), len(text)) if rest in ctx.places else prefix


_ADDRESS = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{2,18}(?:片区|园区|新城|新区|组团|产业园|工业园|开发区|高新区|小镇))[\u4e00-\u9fff]{1,5}(?:路|街|大道|巷)(?:[0-9A-Za-z].*|[东西南北]侧.*)?"
    r"|(?P<park>[\u4e00-\u9fff]{2,18}(?:园区?|基地|中心|新城|小镇))[0-9A-Za-z一二三四五六七八九十]{1,3}(?:号楼|号|栋|幢|座|期厂房).*"
)
"""A park with the road and the number where something stands in it (甲片区乙路36号, 丙园3号楼)."""
TOWN_ALONE = re.compile(r"[\u4e00-\u9fff]{1,10}(?:(?<!小)镇|乡|街道|苏木)")
"""A town that no register has, alone in a column of places."""
_NO_NAME = re.compile(r"[，。；、（）0-9]|[内和及与]")
_PARTS = re.compile(r"[、，；/]")
_REST = re.compile(r"(?:等(?:地|区县|县区)?|内)$")
_BRACKET = re.compile(r"(?P<name>[^（）]{2,40})（(?P<note>[^（）]{2,16})）")
_BRACKETED = ("name", "note")


_KIND = 3
"""Shortest kind of park that is one by the place in front of it (甲县工业园)."""


def _whole_park(text: str, prefix: tuple[Owner, int]) -> bool:
    """“甲镇农牧产业园”: a cell that is a park by its kind and field, behind the place that it is named after."""
    rest = text[prefix[1] :]
    kind, tail = names.form(rest)
    own = len(rest) - len(tail) >= 2 or rest == tail and len(tail) >= _KIND
    return kind == "Park" and own and len(text) <= 20 and _NO_NAME.search(text) is None


def _several(ctx: Context, cell: Cell) -> list[Placed]:
    """The places of a cell that lists nothing but places; else the one that it begins with."""
    out: list[Placed] = []
    at = 0
    for text in _PARTS.split(cell.text):
        bare = _REST.sub("", text)
        found = _levels(ctx, Cell(bare, cell.start + at, cell.start + at + len(bare), cell.row))
        if not found:
            one = place(ctx, cell)
            return [one] if one is not None else []
        out += found
        at += len(text) + 1
    return out


def _levels(ctx: Context, cell: Cell) -> list[Placed]:
    """A place, or one inside another, the inner first: “乙县丙镇”, “高新区丙镇”, “甲园区（乙县）”, “乙县（甲园区）”."""
    note = _BRACKET.fullmatch(cell.text)
    if note is not None:
        parts = [Cell(note[part], cell.start + note.start(part), cell.start + note.end(part), cell.row) for part in _BRACKETED]
        first, second = (whole(ctx, part) for part in parts)
        if first is None or second is None:
            return []
        inner, outer = (second, first) if first[0].type == "Region" and second[0].type == "Park" else (first, second)
        return [(inner[0], inner[1]), (outer[0], Cell(outer[1].text, cell.start, cell.end, cell.row))]
    prefix = place_prefix(ctx, cell.text)
    rest = cell.text[prefix[1] :] if prefix is not None else ""
    if prefix is not None and TOWN_ALONE.fullmatch(rest):
        town = Owner("Region", ctx.places.get(rest, rest))
        around = Cell(cell.text[: prefix[1]], cell.start, cell.start + prefix[1], cell.row)
        inner = town, Cell(rest, cell.start, cell.end, cell.row)
        return [inner] if prefix[0] == ctx.home else [inner, (prefix[0], around)]
    one = whole(ctx, cell)
    return [one] if one is not None else []


def whole(ctx: Context, cell: Cell) -> Placed | None:
    """The place that a text is as a whole."""
    found = place(ctx, cell)
    return found if found is not None and len(found[1].text) == len(cell.text) else None
