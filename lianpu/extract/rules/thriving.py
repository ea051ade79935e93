"""focusesOn of a place from how its sectors fare: “甲产业已初具规模”, “聚集乙企业9家”, “在丙、丁等领域具有优势”."""

from __future__ import annotations

import re
from functools import cache

from lianpu.extract import brands, clauses, lists, names, phrases, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.lists import Item
from lianpu.extract.reading import Reading
from lianpu.extract.rules import places, ventures
from lianpu.extract.rules.turnover import apart
from lianpu.extract.things import generic, verbal
from lianpu.extract.whereabouts import park_in_front, place_prefix

_KIND = r"(?:产业集群|产业链|产业|行业|制造业|服务业|经济)"
_OPENED = r"(?:目前|现在|当前|如今|近年来|此外|同时|其中|[该本全我]?[省市县区旗州园]内?|的|已)*"
"""What may stand in front of the sector besides its place."""


_KNOWN = (
    r"在(?:全国|全球|国内|世界|国际|业内|行业内?)(?:都|均|也|已)*(?:具?有|拥有|享有|占有?|处于)"
    r"[^，。；：]{0,6}(?:影响力|知名度|话语权|地位|席之地|优势)"
)
"""A sector is known far and wide."""


@cache
def _faring() -> re.Pattern[str]:
    """A sector and how it fares."""
    how = words.either("thriving_tells")
    return re.compile(
        rf"{_OPENED}(?P<list>[^，。；：]{{2,40}}?)(?P<kind>(?:等)?{_KIND}|)"
        rf"(?:的?(?:发展|集聚|规模|总体|整体))*(?:已经?|现已|正在?|均|也|都|呈现?出?|日[益渐趋]|相继|基本|逐步|初步|较为|十分|非常|更加)*(?:{how}|{_KNOWN})"
    )


_FIRMS = re.compile(
    r"(?:已经?|现|共|累计|先后|目前|相继|成功)*(?:聚集|集聚|汇聚|拥有|引进|入驻|落户|吸引|集中|形成|现有|建有)(?:了|各类)*"
    r"(?:(?P<many>[^，。；：]{2,50}?)(?:等)?(?:类|领域|行业|产业)?(?:相关|配套|产业链|上下游|重点|规上|规模以上|骨干)*企业(?:已?达?|超过?|近|约)*[0-9一二两三四五六七八九十百]"
    r"|(?:[^，。；：]{2,60}?等)?[0-9]+(?:余|多)?(?:家|户|个)(?P<after>[^，。；：]{2,40}?)(?:等)?(?:类|领域|行业|产业)?(?:相关|配套|产业链|上下游|重点|骨干)*企业)"
)
"""Firms of a kind that are counted."""
_STRONG = re.compile(
    r"在(?P<list>[^，。；：]{2,60}?)(?:等)?(?:诸多|多个|[0-9一二三四五六七八九十]+个)?(?:领域|方面|方向|行业|环节|赛道)"
    r"(?:上|中)?(?:均|都|已|已经|也|率先)*(?:具有|具备|形成|拥有|积累|建立|处于|走在|居|位居)了?[^，。；：]{0,14}?(?:优势|竞争力|实力|特色|基础|领先|前列|影响力|地位)"
)
"""Fields in which a place is strong."""
_PATTERNS = ((re.compile("企业"), _FIRMS), (re.compile("优势|竞争力|实力|特色|基础|领先|前列|影响力|地位"), _STRONG))
"""Each pattern with words of which it has one."""
_RANK = re.compile(
    r"^(?:规上|规模|国家|省级|市级|全国|高新技术|科技型|外资|民营|上市|专精特新|实力|经济)|[较雄各]|实力|企业|产业链"
)
"""In words that say how large or good firms are, or how an economy is."""
_AIMED = re.compile(r"力争|争取|确保|到20[0-9]{2}年|目标|推动|促进|实现|加快|支持|计划|预计|将")
"""What makes of how a sector fares how it is to fare."""


def apply(ctx: Context, text: str, span: Span, paragraph: int, owners: tuple[Owner, ...], out: Reading) -> None:
    """State what the place of a statement has; in a text about one sector, nothing of that sector."""
    place = next((owner for owner in owners if owner.type in ("Region", "Park")), ctx.home)
    if place is None:
        return
    faring = _cue().search(text, span.start, span.end) is not None
    cued = [pattern for cue, pattern in _PATTERNS if cue.search(text, span.start, span.end) is not None]
    if not faring and not cued:
        return
    for clause in clauses.clauses(text, span):
        whose = _whose(ctx, text, clause) or place
        match = _faring().match(text, _behind(ctx, text, clause), clause.end) if faring else None
        if match is not None and _AIMED.search(text, clause.start, match.end("kind")) is None:
            _fares(ctx, text, match, paragraph, whose, out)
        if _AIMED.search(text, clause.start, clause.end) is not None:
            continue
        for pattern in cued:
            if (match := pattern.search(text, clause.start, clause.end)) is not None:
                _has(ctx, text, match, paragraph, whose, out)


@cache
def _cue() -> re.Pattern[str]:
    return re.compile(rf"{words.either('thriving_tells')}|影响力|知名度|话语权|地位|席之地")


def _behind(ctx: Context, text: str, clause: Span) -> int:
    """Where a clause goes on behind the place that it opens with."""
    prefix = place_prefix(ctx, text[clause.start : clause.end])
    return clause.start + (prefix[1] if prefix is not None else 0)


def _whose(ctx: Context, text: str, clause: Span) -> Owner | None:
    """The place that a clause opens with."""
    prefix = place_prefix(ctx, text[clause.start : clause.end])
    if prefix is not None:
        return prefix[0]
    verb = _HAS.search(text, clause.start + 4, clause.end)
    begin = clause.start + text.startswith("在", clause.start)
    return park_in_front(text, begin, verb.start()) if verb is not None else None


_HAS = re.compile(r"(?:已经?|现|共|累计|先后|目前)*(?:聚集|集聚|汇聚|拥有|引进|集中|形成|现有|建有)")


def _fares(ctx: Context, text: str, match: re.Match[str], paragraph: int, place: Owner, out: Reading) -> None:
    """One sector, or several, in front of how they fare."""
    if places.present(ctx, paragraph) or place != ctx.home or _done(text, match):
        start, end = match.span("list")
        if match["kind"].startswith("等"):
            end += 1
        whole = Item(text[start:end], start, end)
        items = lists.parse(text, start, end).items if "、" in whole.text else (whole,)
        for at, item in enumerate(items):
            kind = match["kind"].removeprefix("等") if at == len(items) - 1 else ""
            own, item = apart(ctx, item)
            _write(ctx, item, kind, Span(*match.span()), paragraph, own or place, out, sure=bool(match["kind"]))


def _done(text: str, match: re.Match[str]) -> bool:
    """Whether the words say that it is so by now."""
    return _NOW.search(text, match.end("kind"), match.end()) is not None


_NOW = re.compile(r"已|初具|迅猛|了|正|形成|显现|凸显|在(?:全国|全球|国内|世界|国际|业内|行业)|基础(?:雄厚|扎实|良好|较好)")


def _has(ctx: Context, text: str, match: re.Match[str], paragraph: int, place: Owner, out: Reading) -> None:
    """The kinds of firms that are counted, or the fields in which the place is strong."""
    group = next(name for name in ("many", "after", "list") if match.groupdict().get(name) is not None)
    for item in lists.parse(text, *match.span(group)).items:
        _write(ctx, item, "", Span(*match.span()), paragraph, place, out, sure=group == "list")


def _write(ctx: Context, item: Item, kind: str, at: Span, paragraph: int, place: Owner, out: Reading, *, sure: bool) -> None:
    found = names.topic(item.text)
    if found is None:
        return
    name, begin, end = found
    longer = name + kind
    if name.endswith("核心") or _RANK.search(name) is not None or {name, longer} & words.words("turnover_totals"):
        return
    name = longer if kind in ("产业", "行业", "经济") and _text_has(ctx, longer) else name
    known = ctx.known_sector(name) or ctx.is_sector(name) or names.form(name)[0] == "Industry"
    if begin > 0 or generic(name) or verbal(name) or not phrases.may_own(name) or not phrases.plain(name):
        return
    firm = brands.strength(name) == 2 or bool(ventures.maker(name)) or names.form(name)[0] == "Enterprise" and brands.coined(name)
    if (
        firm
        or names.form(name)[0] not in (None, "Industry", "Product", "Enterprise")
        or not (known or names.goods(name) or sure and len(name) >= 3 or phrases.sectoral(name))
    ):
        return
    what = Owner("Industry" if known else "Product", name)
    if what.name in out.told["Enterprise"] or words.ending(name, "seat_not_ends"):
        return
    out.name(place, paragraph, at.start, at.end, "thriving")
    out.name(what, paragraph, item.start + begin, item.start + end, "thriving")
    out.state(place, "focusesOn", what, "existing", (paragraph, at.start, at.end), "thriving")


def _text_has(ctx: Context, name: str) -> bool:
    """Whether the text calls the sector so, with its kind."""
    return ctx.count(name) > 0
