"""The places whose text a part of a statement is: a wing of a layout, or the towns that something is grown in."""

from __future__ import annotations

import re

from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.rules import areas
from lianpu.extract.whereabouts import whole_place

_WING = re.compile(
    r"(?:“[^“”]{1,6}”：?)?(?:其中，?)?(?:[东西南北中]部?)?[一二三四五六七八九]?(?:翼|核|极|轴|片|带|组团)(?:即|为|是|包括|涵盖|以|由)(?P<places>[^，。；：]{3,40}?)(?:等[^，。；]{0,4})?(?:为(?:主体?|核心|重点|中心|支撑|骨干)|组成|构成)?(?=，|$)"
)
"""“东翼为甲镇、乙镇”, “西翼以丙园为主”: the places that a wing of a layout stands for."""


def of(ctx: Context, text: str, pieces: tuple[Span, ...]) -> list[tuple[int, tuple[Owner, ...]]]:
    """Where the clauses begin that say which places a wing is, each with these: what comes behind is theirs."""
    out: list[tuple[int, tuple[Owner, ...]]] = []
    for piece in pieces if len(pieces) > 1 else ():
        match = _WING.match(text, piece.start, piece.end) or _based(text, piece)
        if match is not None:
            begin, end = match.start("places"), match.start("places") + len(_AROUND.sub("", match["places"]))
            one = whole_place(ctx, text[begin:end]) or areas.park(text[begin:end])
            found = tuple([one] if one is not None else areas.several(ctx, text, begin, end))
            out += [(piece.start, found)] if found else []
    return out


_BASED = re.compile(
    r"以(?P<places>[^，。；：为]{3,90})为(?:主要|重要|重点)*(?:基地|主产区|优势区|产区|重点区域|优势区域|核心区域?|重点|主阵地|阵地|布局优势区域|布局重点)$"
)
"""“以甲镇、乙镇等三个乡镇为基地，发展丙”: the places that what comes behind is laid out in."""


def _based(text: str, piece: Span) -> re.Match[str] | None:
    if not text.startswith("以", piece.start):
        return None
    if text.find("、", piece.start, piece.end) > 0:
        return _BASED.match(text, piece.start, piece.end)
    return _MAINLY.match(text, piece.start, piece.end)


_MAINLY = re.compile(
    r"以(?P<places>[^，。；：为]{3,20}[区园镇乡城谷港](?:及(?:其)?周边[^，。；：为]{0,4})?)为(?:主体?|载体|依托|主阵地)$"
)
"""“以甲园及周边地区为主，形成乙产业基地”."""
_AROUND = re.compile(r"及其?周边(?:地区|区域|乡镇|片区)?$")
