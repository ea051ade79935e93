"""Cells that list the firms of a sector: numbered or by commas, those of several sectors in turn, those that are to come."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from lianpu.extract.context import Context, Owner
from lianpu.extract.reading import Reading
from lianpu.extract.rules import grid
from lianpu.extract.rules.grid import Cell
from lianpu.extract.things import Thing, classify
from lianpu.extract.whereabouts import standing
from lianpu.model import EntityType, Status

_NUMBER = r"(?:^|(?<=[^0-9A-Za-z.]))[0-9]{1,2}[.．、]\s*|(?:^|(?<=[；。司团]))[0-9]{1,2}(?=[\u4e00-\u9fff])"
_POINT = re.compile(
    rf"{_NUMBER}|[①-⑳]\s*|[（(][0-9]{{1,2}}[)）]\s*|(?<=有限公司)(?=[\u4e00-\u9fff]{{2}})(?![\u4e00-\u9fff]{{0,6}}分公司)|(?P<come>[；。，]?拟?(?:引进|招引|引育)：)|[、，；。]\s*"
)
_FIRST = re.compile(r"(?:[（(]?1[.．、)）]?|①)\s*$")
_SCHOLARS = re.compile(r"大学|学院|科学院|(?:研究|材料|设计|计算)(?:所|院|员)$")
_AFTER = re.compile(r"等?(?:企业)?$|（(?:科研院所|高校|平台)）$")

Sectors = Sequence[tuple[Owner, Cell]]


class _Item(msgspec.Struct, frozen=True, gc=False):
    """One listed name, the run of numbers from 1 on that it stands in, and whether its firm is to come."""

    text: str
    start: int
    run: int
    coming: bool


def apply(ctx: Context, index: int, cell: Cell, sectors: Sectors, out: Reading, seat: tuple[Owner, Cell] | None = None) -> None:
    """Read such a cell; the one sector beside them is carried by all, of several each by the firms of its own numbering.

    All that say no place of their own are in the ``seat`` that the row is about.
    """
    items = list(_items(cell))
    runs = max((item.run for item in items), default=0)
    for item in items:
        thing = _listed(ctx, item.text, item.start) if 2 <= len(item.text) <= 40 else None
        if thing is None:
            continue
        out.name(thing.what, index, thing.start, thing.end, "row-firms", thing.aliases)
        place = thing.place or (ctx.home if item.coming else None)
        if place is not None:
            status: Status = "planned" if thing.place is None else "existing"
            out.name(place, index, thing.start, thing.end, "row-firms")
            out.state(thing.what, "locatedIn", place, status, (index, thing.start, thing.end), "row-firm-place")
        elif seat is not None:
            out.name(seat[0], seat[1].row, seat[1].start, seat[1].end, "row-place")
            out.state(thing.what, "locatedIn", seat[0], "existing", grid.span(index, cell, seat[1]), "row-firm-place")
        carried = _carried(sectors, item, runs)
        if carried is not None and thing.what.type == "Enterprise":
            out.name(carried[0], carried[1].row, carried[1].start, carried[1].end, "row-track")
            out.state(thing.what, "anchors", carried[0], "existing", (index, cell.start, cell.end), "row-anchors")


def _carried(sectors: Sectors, item: _Item, runs: int) -> tuple[Owner, Cell] | None:
    """The sector of one listed firm: the only one, or the one in the place of its numbering; none while it is to come."""
    if item.coming or not sectors:
        return None
    if runs == len(sectors) and item.run:
        return sectors[item.run - 1]
    return sectors[0] if len(sectors) == 1 and runs <= 1 else None


def _items(cell: Cell) -> Iterator[_Item]:
    """The names of a cell between numbers and marks."""
    begin, run, coming = 0, 0, False
    for match in [*_POINT.finditer(cell.text), None]:
        stop = match.start() if match is not None else len(cell.text)
        body = cell.text[begin:stop]
        yield _Item(_AFTER.sub("", body.strip()), cell.start + begin + len(body) - len(body.lstrip()), run, coming)
        if match is not None:
            begin = match.end()
            first = _FIRST.fullmatch(match.group()) is not None
            run += first
            coming = match.group("come") is not None or coming and not first


def _listed(ctx: Context, name: str, start: int) -> Thing | None:
    """A firm, institute or platform of a list of firms."""
    slot: EntityType = "Enterprise"
    thing = classify(ctx, name, start, slot=slot)
    if thing is None or thing.what.type not in ("Enterprise", "Institution", "Platform"):
        return None
    if thing.what.type == "Enterprise" and _SCHOLARS.search(name):
        return Thing(Owner("Institution", name), start, start + len(name), standing(ctx, name, "Institution"))
    return thing
