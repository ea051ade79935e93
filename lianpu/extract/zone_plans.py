"""The zone whose own plan a document is, by its title: “甲经济开发区产业规划”, “乙新区规划”, “中国（丙省）自由贸易试验区方案”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lianpu.extract import homes, names

if TYPE_CHECKING:
    from lianpu.extract.context import Context


def of(ctx: Context) -> str:
    """The zone of a place whose plan the title says that it is, else nothing."""
    title = homes.behind_opening(ctx.document.title)
    if (free := _FREE_TRADE.match(title)) is not None:
        return free.group()
    match = _ZONE_PLAN.match(title)
    if match is None or not ctx.document.region:
        return _other(ctx, title) if ctx.document.region else ""
    place = ctx.place_pattern.match(match["zone"])
    if place is None or place.end() >= match.end("zone") - 2 or _all_zones(match["zone"], place.end(), ctx.home_level):
        return ""
    return match["zone"]


def _other(ctx: Context, title: str) -> str:
    """A park, new area or science town of a city or county by which the text goes on to call what it is about."""
    match = _OTHER_PLAN.match(title)
    place = ctx.place_pattern.match(title) if match is not None and ctx.home_level in ("city", "county") else None
    if match is None or place is None or place.end() >= match.end("zone"):
        return ""
    inner = match["zone"][place.end() :]
    stem = names.form(inner)[1] != inner or inner == "新区"
    forms = (match["zone"], *([inner] if inner != "新区" else []))
    return next((form for form in forms if stem and ctx.count(form) > 1), "")


def _all_zones(zone: str, place: int, level: str) -> bool:
    """Whether a kind of zone behind a place stands for all that the place has (“甲省开发区”, “乙市工业园区”)."""
    return level == "province" or level == "city" and zone[place:].lstrip("州盟市") == "工业园区"


_FREE_TRADE = re.compile(r"中国（[\u4e00-\u9fff]{2,4}）自由贸易试验区")
"""The zone of a province that carries the country in its name."""
_OTHER_PLAN = re.compile(
    r"(?P<zone>[\u4e00-\u9fff]{2,16}?(?:产业园区?|科技园区?|工业园|物流园区?|化工园区|工业区|产业区|科学城|科技城|科创城|航空城|保税港区|产业集聚区|产业集中区|工业集中区|新区|度假区))"
    r"(?=[\u4e00-\u9fff“0-9·（]{4})"
)
"""Other zones that a plan may be of, where its text goes on to name them."""
_ZONE_PLAN = re.compile(
    r"(?P<zone>[\u4e00-\u9fff]{2,10}?(?:(?:经济技术|高新技术产业|经济|高新技术|产业)开发区|高新区|经开区|综合保税区|工业园区|台商投资区))(?=[\u4e00-\u9fff“0-9·]{4}|(?:简介|简况|概况|介绍|情况|概述)$)"
)
