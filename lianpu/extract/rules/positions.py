"""focusesOn from what a place is positioned as: “甲高新区定位是乙经济高地、丙制造基地”, “功能定位：丁休闲、戊创意”."""

from __future__ import annotations

import re
from functools import cache

from lianpu.extract import lists, names, phrases, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.reading import Reading
from lianpu.extract.rules import areas
from lianpu.extract.things import generic, verbal

_POSITION = re.compile(
    r"(?P<who>[^，。；：]{2,24}?)?(?:的)?(?:总体|功能|产业|发展|战略)*定位(?:是|为|于|：)(?P<list>[^。；]{2,140})"
)


def apply(ctx: Context, text: str, span: Span, paragraph: int, owner: Owner, out: Reading) -> None:
    """Sectors among the things that a place is to be, under the place named in front or the park of the paragraph."""
    if text.find("定位", span.start, span.end) < 0:
        return
    for match in _POSITION.finditer(text, span.start, span.end):
        who = _who(ctx, match, owner)
        if who is None:
            continue
        begin = match.start("who") if match.group("who") else match.start()
        for item in lists.parse(text, *match.span("list")).items:
            if text[item.start - 1] == "，" and phrases.opens_with_verb(item.text[len(words.opening(item.text, "adverbs")) :]):
                break
            name = _sector(ctx, item.text)
            if name:
                at = item.start + item.text.index(name)
                out.name(who, paragraph, begin, match.start("list"), "position")
                what = out.name(Owner("Industry", name), paragraph, at, at + len(name), "position")
                out.state(who, "focusesOn", what, "planned", (paragraph, begin, item.end), "position")


def _who(ctx: Context, match: re.Match[str], owner: Owner) -> Owner | None:
    named = match.group("who")
    if named:
        place = areas.place_of(ctx, named)
        return place.what if place is not None else None
    return owner if owner.type == "Park" or owner.type == "Region" and owner != ctx.home else None


def _sector(ctx: Context, text: str) -> str:
    """The sector in front of a role (乙经济 of “乙经济高地”), or one that stands alone; "" when the words name none."""
    found = names.topic(text[: len(text) - len(words.ending(text, "position_roles", leave=2))])
    name = found[0] if found is not None else ""
    role = text.endswith(words.longest_first("position_roles"))
    kind = names.form(name)[0] == "Industry" or names.goods(name) or ctx.known_sector(name)
    bare = len(name) >= 4 and bool(words.ending(name, "position_sectors", leave=2))
    if len(name) < 2 or len(name) > 10 or not (kind or bare or role and ctx.count(name) > 1):
        return ""
    return "" if generic(name) or names.adjectival(name) or verbal(name) or manner(name) else name


def manner(name: str) -> bool:
    """Whether a name is made of words of manner alone (创新, 绿色转型, 生态)."""
    return _way().fullmatch(name) is not None


@cache
def _way() -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(words.longest_first("position_ways")) + ")+")
