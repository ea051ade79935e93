"""focusesOn of crops whose area is told: “新增柑橘基地1.2万亩、花椒0.4万亩”, “全县种植棉花12万亩”, “建成3万亩烟叶示范基地”."""

from __future__ import annotations

import re
from functools import cache

from lianpu.extract import brands, clauses, names, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.reading import Reading
from lianpu.extract.things import generic, verbal
from lianpu.extract.whereabouts import local, place_prefix, town
from lianpu.model import Status

_AREA = r"(?:约|近|超)?[0-9][0-9.]*(?:余|多)?[万千]?(?:余|多)?(?:亩|公顷|座棚)(?:以上|左右)?"
_BEHIND = re.compile(
    rf"(?P<name>[\u4e00-\u9fff“”]{{2,24}}?)(?:稳定在|保持在|扩大到|发展到|扩大至|发展至|已?达到?|突破|超过)?{_AREA}"
)
_AHEAD = re.compile(rf"{_AREA}(?:的|连片)?(?P<name>[\u4e00-\u9fff]{{2,16}})$")
_AIM = re.compile(r"力争|到20[0-9]{2}年|目标|确保|计划|规划|预计|达到|达|突破|超过|稳定在|以上")
"""Words of figures that are to be reached, which say nothing but the figure."""
_NO_CROP = re.compile(
    r"等|粮食|农田|耕地|土地|占地|高标准|水库|林地|森林|草原|荒山|造林|绿化|湿地|建筑|厂房|园区|面积|农作物|作物|撂荒|复垦"
)
"""In what has an area and is no crop."""


def apply(ctx: Context, text: str, span: Span, paragraph: int, owner: Owner, out: Reading) -> None:
    """State that the owner, or the place in front of it, focuses on each crop."""
    if "亩" not in (body := text[span.start : span.end]) and "公顷" not in body and "座棚" not in body:
        return
    for clause in clauses.clauses(text, span):
        row = clauses.tokens(text, clause)
        status: Status = "planned" if any(t.kind == "develop" for t in row) else "existing"
        aimed = _AIM.search(text, clause.start, clause.end) is not None and status == "existing"
        place: Owner | None = None
        for piece in () if aimed else clauses.split(text, clause.start, clause.end, "、"):
            end = piece.end - (text[piece.end - 1] in "。；")
            ways = (_BEHIND.match(text, piece.start, end), _AHEAD.search(text, piece.start, end))
            found = next((crop for way in ways if way is not None and (crop := _crop(ctx, way["name"]))), None)
            place = found[1] if found is not None and found[1] is not None else place
            if found is None:
                continue
            at = text.index(found[0], piece.start)
            what = Owner("Industry" if ctx.is_sector(found[0]) else "Product", found[0])
            stated = any(d.p == "focusesOn" and d.o.name == what.name for d in out.stated(paragraph))
            if stated or place is None and owner.name.startswith(what.name):
                continue
            out.name(what, paragraph, at, at + len(what.name), "planted")
            if place is not None:
                out.name(place, paragraph, piece.start, piece.end, "place")
            out.state(place or owner, "focusesOn", what, status, (paragraph, clause.start, clause.end), "planted")


@cache
def _starts() -> re.Pattern[str]:
    said = "|".join(map(re.escape, (*words.longest_first("crop_starts"), *words.longest_first("adverbs"))))
    return re.compile(rf"(?:{said})*")


def _crop(ctx: Context, said: str) -> tuple[str, Owner | None] | None:
    """The crop that words in front of a figure name, and the place that they name in front of it."""
    body = said.strip("“”")
    start = _starts().match(body)
    body = body[start.end() :] if start is not None else body
    prefix = place_prefix(ctx, body)
    place = prefix[0] if prefix is not None and (prefix[0].type == "Park" or local(ctx, prefix[0].name)) else None
    if place is not None and prefix is not None:
        body = body[prefix[1] :]
    elif (name := town(body)) is not None:
        place, body = Owner("Region", name), body[len(name) :]
    start = _starts().match(body)
    body = body[start.end() :] if start is not None else body
    while (end := words.ending(body, "crop_grows", leave=2)) != "":
        body = body[: -len(end)]
    found = names.topic(body)
    if found is None or found[0] != body or len(body) > _NAME or _NO_CROP.search(body) or generic(body) or verbal(body):
        return None
    sure = names.goods(body) or ctx.known_sector(body)
    return (body, place) if sure and not brands.alone(body) and not clauses.tokens(body, Span(0, len(body))) else None


_NAME = 8
"""Characters of a crop's name, at most."""
