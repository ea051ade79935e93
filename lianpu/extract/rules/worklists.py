"""Projects that are listed behind their place: “甲区：乙项目（丙公司）、丁项目；戊县：己项目。”"""

from __future__ import annotations

import re

from lianpu.extract import clauses, labels, lists
from lianpu.extract.context import Context
from lianpu.extract.reading import Reading
from lianpu.extract.rules import rows, sites
from lianpu.extract.rules.grid import Cell

_NUMBER = r"(?:[（(]?[0-9一二三四五六七八九十]{1,3}[)）、.．]|[①-⑳●◆■★▲—·-]+)?\s*"
_LEAD = re.compile(rf"{_NUMBER}(?P<place>[^，。；：、（）]{{2,16}})(?:（[0-9]+个）)?：")
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
        for cells in _listed(text, lead.end(), part.end, index):
            rows.particulars(ctx, {**cells, "place": place}, out)


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
