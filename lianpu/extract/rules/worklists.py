"""Projects that are listed behind their place: “甲区：乙项目（丙公司）、丁项目；戊县：己项目。”"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lianpu.extract import clauses, labels, lists, names
from lianpu.extract.context import Context, Owner
from lianpu.extract.reading import Reading
from lianpu.extract.rules import rows, sites
from lianpu.extract.rules.grid import Cell
from lianpu.extract.whereabouts import standing

_NUMBER = r"(?:[（(]?[0-9一二三四五六七八九十]{1,3}[)）、.．]|[①-⑳●◆■★▲—·-]+)?\s*"
_LEAD = re.compile(rf"{_NUMBER}(?P<place>[^，。；：、（）]{{2,16}}?)(?:（[0-9]+[个家]）|[0-9]+[个家])?：")
_KINDS = r"项目|工程|基地|园|园区|中心|生产线|电站|厂|[一二三四]期"
_WORK = re.compile(rf"(?P<name>[^，。；：（）]{{4,40}}(?:{_KINDS}))(?:（(?P<note>[^（）]{{2,40}})）)?")
_CUE = ("项目", "工程", "基地", "园")


def apply(ctx: Context, index: int, out: Reading) -> None:
    """Read such lists of a paragraph."""
    text = ctx.outline.paragraphs[index].text
    if "：" not in text or not any(cue in text for cue in _CUE):
        return
    for part in clauses.split(text, 0, len(text), "；。"):
        lead = _LEAD.match(text, part.start, part.end)
        place = Cell(lead["place"], *lead.span("place"), index) if lead is not None else None
        if lead is None or place is None or labels.known(place.text) or not sites.whole(ctx, place):
            continue
        parks = list(_parks(text, lead.end(), part.end, index))
        if parks:
            for park in parks:
                _stand(ctx, park, place, out)
            continue
        for cells in _listed(text, lead.end(), part.end, index):
            rows.particulars(ctx, {**cells, "place": place}, out)


def _parks(text: str, start: int, end: int, index: int) -> Iterator[tuple[Cell, list[Cell]]]:
    """The parks of a list of nothing else, each with the parks that its bracket says it has (“甲园区（含乙园、丙园）”)."""
    found: list[tuple[Cell, list[Cell]]] = []
    for match in _ITEM.finditer(text, start, end):
        name, note = match["name"], match["note"]
        if names.form(name)[0] != "Park" or len(name) > _LONGEST or _acts(name):
            return
        inner: list[Cell] = []
        for part in _PART.finditer(text, *match.span("note")) if note is not None else ():
            inner.append(Cell(part.group(), *part.span(), index))
        found.append(
            (Cell(name, *match.span("name"), index), inner if note is not None and text[match.start("note") - 1] == "含" else [])
        )
    yield from found


_ITEM = re.compile(r"(?P<name>[^、，；。（）]{3,40})(?:（(?:含|原)?(?P<note>[^（）]{2,40})）)?(?:[、，；。]|$)")
_PART = re.compile(r"[^、，；和]{3,20}")
_LONGEST = 24
"""Longest name of a park, characters."""


def _stand(ctx: Context, park: tuple[Cell, list[Cell]], place: Cell, out: Reading) -> None:
    """Note a park of a list, that it stands in the place in front and in that of its name, and what it is made of."""
    cell, inner = park
    what = out.name(Owner("Park", cell.text), cell.row, cell.start, cell.end, "listed-park")
    where = (cell.row, cell.start, cell.end)
    around = sites.of(ctx, {"place": place})[:1]
    own = standing(ctx, cell.text, "Park")
    for stand in dict.fromkeys([*(one for one, _ in around), *([own] if own is not None else [])]):
        if stand != what:
            out.name(stand, *where, "listed-park")
            out.state(what, "locatedIn", stand, "existing", where, "listed-park")
    for part in inner:
        one = out.name(Owner("Park", part.text), part.row, part.start, part.end, "listed-park")
        out.state(one, "partOf", what, "existing", (part.row, part.start, part.end), "listed-park")


def _listed(text: str, start: int, end: int, index: int) -> list[dict[str, Cell]]:
    """The projects of a list of nothing else, each with the firm in its bracket."""
    out: list[dict[str, Cell]] = []
    for item in lists.parse(text, start, end).items:
        match = _WORK.fullmatch(item.text)
        if match is None or _acts(match["name"]):
            return []
        parts = {"project": "name", "firm": "note"}
        spans = {role: match.span(group) for role, group in parts.items() if match[group]}
        out.append({role: Cell(item.text[a:b], item.start + a, item.start + b, index) for role, (a, b) in spans.items()})
    return out


def _acts(name: str) -> bool:
    """Whether what looks like the name of a project is what is done with one (推进甲项目)."""
    return any(token.start == 0 or token.kind == "prep" for token in clauses.tokens(name, clauses.Span(0, len(name))))
