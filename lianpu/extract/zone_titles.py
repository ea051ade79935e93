"""The place that a heading names: a park of a list of parks, an area (“加快甲北地区振兴”), a place (“推动乙整体转型”)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lianpu.extract import belts, clauses, names, phrases, words
from lianpu.extract.owner import Owner

if TYPE_CHECKING:
    from lianpu.extract.context import Context

_AREA = re.compile(r"[\u4e00-\u9fff]{1,6}(?:地区|片区|流域|沿线|沿海|山区|城市群|都市圈|经济带|经济圈)")
_AREA_MADE = re.compile(r"(?:全面|高质量|加快|协同|一体化|率先|绿色|转型|振兴|发展|崛起|突破|建设)+$")


def bare_zone(ctx: Context, title: str) -> str:
    """A zone's title without the place or the parts of it in a bracket behind its name (“甲园（乙镇）”)."""
    head, opens, inner = title.removesuffix("）").partition("（")
    told = (
        inner in ctx.places
        or inner.endswith(("镇", "街道", "乡"))
        or inner.startswith(("含", "包括", "原", "以下", "即", "又称", "简称"))
    )
    return head if opens and told and title.endswith("）") and len(head) >= 3 else title


_INTRODUCED = re.compile(r"(?:基本)?(?:简介|概况|简况|介绍|情况)$")
_ZONES = re.compile(
    r"(?:产业平台|园区|载体|集聚区|产业空间|产业基地)(?:基本)?(?:清单|名单|名录|目录|一览表?|简介|概况|介绍|情况)$"
)


def zone(title: str, above: str) -> Owner | None:
    """The park that a title under a list of parks names, whatever the name ends in (“甲谷” under “重点产业平台清单”)."""
    name = _INTRODUCED.sub("", title.strip("—-。：: "))
    if _ZONES.search(above) is None or not 4 <= len(name) <= 24 or re.search(r"[，、；：]", name):
        return None
    named = (
        not phrases.opens_with_verb(name)
        and not clauses.tokens(name, clauses.Span(0, len(name)))
        and not phrases.about_work(name)
    )
    return Owner("Park", name) if named or names.form(name)[0] in ("Park", "Platform") else None


def area(title: str) -> Owner | None:
    """“加快甲北地区全面振兴”: the area that a heading's verb does something to."""
    if (belt := belts.named(title.strip("“”"))) is not None:
        return belt
    match = phrases.VERBS.match(title)
    body = _AREA_MADE.sub("", title[match.end() :] if match else title)
    return Owner("Region", body) if _AREA.fullmatch(body) and not names.adjectival(body) else None


_TURNS = re.compile(
    r"(?:整体|全面|高质量|绿色|创新|加快|跨越|融合)*(?:转型|振兴|崛起|发展|[\u4e00-\u9fff]{2,6}(?:岛|新城|高地|样板|标杆|门户))"
)
"""What a heading says a place is to become."""


def turned(ctx: Context, title: str) -> Owner | None:
    """“推动甲整体转型”, “建设乙世界级生态岛”: the place inside the document's own that a heading's verb is about."""
    begin = max(0, title.find("推动")) if title.startswith("以") else len(words.opening(title, "adverbs", leave=4))
    verb = begin + phrases.verb_length(title[begin:])
    place = ctx.place_pattern.match(title, verb) if verb > begin else None
    if place is None or _TURNS.fullmatch(title, place.end()) is None:
        return None
    name = ctx.places[place.group()]
    return Owner("Region", name) if ctx.home is None or name != ctx.home.name else None
