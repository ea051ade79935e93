"""Parks, platforms and institutes that carry a place in their name, wherever a sentence mentions them."""

from __future__ import annotations

import re
from functools import cache

from lianpu.extract import borders, clauses, lists, names, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.reading import Reading
from lianpu.extract.rules import opened, own_works, works
from lianpu.extract.things import generic, list_start, strip_verbs, titled, verbal
from lianpu.extract.whereabouts import place_prefix, standing
from lianpu.model import EntityType, Status

_KINDS: tuple[EntityType, ...] = ("Park", "Platform", "Institution")
_INSIDE = (
    r"(?:(?!以(?!色列)|带动|引领(?!区))[^、，。；：！？（）“”\s和及与或在将把为对从向的是等由]"
    r"|（(?!以下|简称)[^（）]{1,12}）|“[^“”]{1,10}”)"
)
_BRACKET = re.compile(r"（([^（）]{2,10})）$")
_EDGE = re.compile(r"[、，。；：！？（）“”《》\s和及与或在将把为从向的是即由到于以等至]|对(?!接)")
_COUNTED = re.compile(r"(?P<more>等)?(?:[0-9两三四五六七八九十]+(?:家|个|大|座|条)|(?<=等))(?P<tail>[^，。；：、0-9]{2,16})")


@cache
def _shape() -> re.Pattern[str]:
    """What may follow a place up to a suffix of the three classes, as short as it goes."""
    kinds = sorted((s for s, kind in names.suffixes().items() if kind in _KINDS), key=lambda s: (-len(s), s))
    ends = [re.escape(s) if len(s) > 1 else rf"(?<=[\u4e00-\u9fff]{{2}}){s}(?![林艺区])" for s in kinds]
    return re.compile(rf"{_INSIDE}{{0,18}}?(?:{'|'.join(ends)})(?:（(?!以下|简称)[^（）]{{1,12}}）)?")


def apply(ctx: Context, text: str, span: Span, paragraph: int, owner: Owner, out: Reading) -> None:
    """Note every such name of a statement and where it stands."""
    somewhere = ctx.place_pattern.search(text, span.start, span.end) is not None
    if somewhere:
        shared(ctx, text, span, paragraph, out)
    works.apply(ctx, text, span, paragraph, owner, out)
    own_works.apply(ctx, text, span, paragraph, out)
    proper(text, span, paragraph, out)
    if somewhere:
        opened.apply(ctx, text, span, paragraph, out)
        placed(ctx, text, span, paragraph, out)


_LAB = re.compile(r"[\u4e00-\u9fff]{2,12}实验室")
_WISHED = re.compile(r"(?:争创|争取|申报|申建|创建|创成|争建|培育|布局)[^，。；]{0,12}$")


def _free(text: str, start: int, at: int) -> bool:
    """Whether a name may begin at ``at``: behind punctuation, a function word or a verb."""
    left = at
    while left > start and not _EDGE.match(text, left - 1):
        left -= 1
    return left == at or strip_verbs(text[left:at] + "甲甲") == at - left


@cache
def _national() -> re.Pattern[str]:
    ends = "|".join(map(re.escape, words.longest_first("national_ends")))
    level = "国家|全国|自治区|省(?![内外直份])|市(?![场民政值区内外域])|县(?![域区市内城])|区(?![域块内间位])"
    return re.compile(rf"(?P<name>(?:{level})(?!级|影响)[\u4e00-\u9fff“”+A-Za-z]{{2,16}}?(?:{ends}))")


def proper(text: str, span: Span, paragraph: int, out: Reading) -> None:
    """Laboratories of a proper name (甲山实验室) and national bodies with a subject that the text has as given."""
    for match in _LAB.finditer(text, span.start, span.end) if text.find("实验室", span.start, span.end) >= 0 else ():
        begin = max((m.end() for m in _EDGE.finditer(text, match.start(), match.end() - 3)), default=match.start())
        whole = begin > match.start() or begin == span.start or not "\u4e00" <= text[begin - 1] <= "\u9fff"
        begin += strip_verbs(text[begin : match.end()])
        core = text[begin : match.end() - 3]
        if whole and 2 <= len(core) <= 3 and not generic(core) and not verbal(core):
            out.name(Owner("Platform", text[begin : match.end()]), paragraph, begin, match.end(), "laboratory")
    for match in _national().finditer(text, span.start, span.end):
        name = match.group("name")
        suffix = names.form(name)[1]
        wished = _WISHED.search(text, span.start, match.start()) is not None or not _free(text, span.start, match.start())
        if (
            not wished
            and not verbal(name)
            and not re.search(r"[和与及]|重点实验室$", name)
            and not generic(name.removesuffix(suffix))
        ):
            out.name(Owner("Platform", name), paragraph, *match.span(), "national-body")


def placed(ctx: Context, text: str, span: Span, paragraph: int, out: Reading) -> None:
    """Names that a place opens or that hold one."""
    at = span.start
    while at < span.end:
        place = ctx.place_pattern.search(text, at, span.end)
        if place is None:
            return
        at = place.end()
        begin = _begin(text, span.start, place.start())
        stop = longest(text, place.end(), span.end)
        if begin is None or stop is None:
            continue
        begin += titled(ctx, text[begin:stop])
        name = text[begin:stop]
        kind, suffix = names.form(name)
        inner = name[: len(re.sub(r"（[^（）]*）$", "", name)) - len(suffix)]
        if (
            kind not in _KINDS
            or len(name) > 32
            or name in ctx.places
            or verbal(inner)
            or _NO_NAME.match(text, place.end()) is not None
            or text.startswith("城市", stop)
            or _governed(text, place.end(), stop)
            or begin == place.start()
            and len(name) <= len(suffix)
            or len(suffix) == 1
            and stop - place.end() < 3
        ):
            continue
        town = _inner_town(ctx, text, place.end(), stop - len(suffix)) if begin == place.start() else None
        if town is not None:
            _seated(ctx, text, kind, Span(begin, stop), town, span.start, paragraph, out)
        else:
            _note(ctx, text, Owner(kind, name), paragraph, Span(begin, stop), span.start, out)
        at = stop


_FULL = re.compile(r"(?:区|县|市|镇|乡|街道)$")


def _inner_town(ctx: Context, text: str, at: int, end: int) -> re.Match[str] | None:
    """The full name of a place right behind another one, with a name of its own behind it (甲县|乙镇|丙园区)."""
    match = ctx.place_pattern.match(text, at, end)
    return match if match is not None and _FULL.search(match.group()) and end - match.end() >= 2 else None


def _seated(
    ctx: Context, text: str, kind: EntityType, at: Span, town: re.Match[str], start: int, paragraph: int, out: Reading
) -> None:
    """Write a name whose place runs from the county to the town, so that it is only said where the thing stands."""
    thing = out.name(
        Owner(kind, text[town.end() : at.end]), paragraph, town.end(), at.end, "named-place", (text[at.start : at.end],)
    )
    where = out.name(Owner("Region", ctx.places[town.group()]), paragraph, *town.span(), "place")
    out.state(thing, "locatedIn", where, status(text, start, at.start, at.end), (paragraph, at.start, at.end), "named-place")


def _governed(text: str, at: int, end: int) -> bool:
    """Whether a clause goes on behind a place (“乙区重点布局丙中心”, “丁县发挥戊园优势”), so that no name begins with it."""
    found = clauses.tokens(text, Span(at, end))
    return bool(found) and found[0].start == at and found[0].kind in ("prep", "adverb", "cause")


_NO_NAME = re.compile(r"市?级|老工业|(?:联合)?(?:高校|院校)")
"""Behind a place: what makes a rank or a character of it, no name (甲市级企业技术中心, 乙老工业基地)."""


_FORMER = re.compile(r"（原(?P<name>[^（）]{3,12})）$")


def _note(ctx: Context, text: str, thing: Owner, paragraph: int, at: Span, start: int, out: Reading) -> None:
    """Write a name and its place; a place in brackets behind a park (甲产业园（乙县）) is where the park lies."""
    bracket = _BRACKET.search(thing.name)
    where = standing(ctx, thing.name, thing.type)
    end = at.end
    if bracket is not None and thing.type == "Park" and bracket.group(1) in ctx.places:
        where = Owner("Region", ctx.places[bracket.group(1)])
        thing = Owner("Park", thing.name[: bracket.start()])
        end = at.start + bracket.start()
    elif thing.type == "Park" and (other := borders.second_name(thing.name)):
        out.name(Owner("Park", thing.name[: -len(other) - 2]), paragraph, at.start, end, "second-name", (other, thing.name))
        thing, end = Owner("Park", thing.name[: -len(other) - 2]), end - len(other) - 2
    former = _FORMER.search(thing.name)
    if former is not None:
        thing = Owner(thing.type, thing.name[: former.start()])
        end = at.start + former.start()
    if _new_town(ctx, thing):
        out.name(Owner("Region", thing.name), paragraph, at.start, end, "named-place")
        return
    out.name(thing, paragraph, at.start, end, "named-place", (former.group("name"),) if former is not None else ())
    if where is None or where.name == thing.name:
        return
    out.name(where, paragraph, at.start, at.end, "place")
    out.state(
        thing,
        "locatedIn",
        where,
        status(text, start, at.start, at.end),
        (paragraph, max(start, at.start - 20), at.end),
        "named-place",
    )


_NEW_TOWN = re.compile(r"(?:新城|主城片区)$")


def _new_town(ctx: Context, thing: Owner) -> bool:
    """Whether a name is a place and 新城 or 主城片区: a part of the city to live in, no park."""
    match = _NEW_TOWN.search(thing.name)
    return thing.type == "Park" and match is not None and thing.name[: match.start()] in ctx.places


def shared(ctx: Context, text: str, span: Span, paragraph: int, out: Reading) -> None:
    """“甲、乙和丙3家高新区”, “甲、乙等装备聚集区”: places before a tail that they share are one zone or platform each."""
    for clause in clauses.clauses(text, span):
        for match in _COUNTED.finditer(text, clause.start, clause.end):
            tail = _kind_tail(match.group("tail"))
            begin = list_start(text, clause.start, match.start())
            items = lists.parse(text, begin, match.start()).items
            one = len(items) == 1 and re.search(r"等[0-9两三四五六七八九十]", match.group()) and items[0].text in ctx.places
            if not tail or "为" in tail or len(items) < 2 and not one:
                continue
            kind: EntityType = "Park" if names.form(tail)[0] == "Park" else "Platform"
            if any(names.form(item.text)[0] in _KINDS for item in items):
                continue
            prefixes = [place_prefix(ctx, item.text) for item in items]
            if any(p is None or match.group("more") and p[1] < len(item.text) for p, item in zip(prefixes, items, strict=True)):
                continue
            for item in items:
                _note(ctx, text, Owner(kind, item.text + tail), paragraph, Span(item.start, item.end), span.start, out)


def _kind_tail(text: str) -> str:
    """The words up to the end of a kind of zone or platform (平台 of “平台获评…”); none for 基地, which may be anywhere."""
    for size in range(2, len(text) + 1):
        kind, suffix = names.form(text[:size])
        if re.search(r"[和与及]|载体", text[:size]):
            return ""
        if (
            kind in ("Park", "Platform")
            and not suffix.endswith("基地")
            and (size == len(text) or names.form(text[: size + 1])[0] != kind)
        ):
            return text[:size]
    return ""


def body_at(text: str, at: int, end: int) -> bool:
    """Whether a park, platform or institute begins at ``at`` (甲公司创新中心), without a verb in its name."""
    shape = _shape().match(text, at, end)
    return shape is not None and not verbal(shape.group())


def _begin(text: str, start: int, at: int) -> int | None:
    """Where the name around a place at ``at`` begins: at the place, or at a parent body in front of it (甲研究院济宁分院)."""
    left = at
    while left > max(start, at - 16) and not _EDGE.match(text, left - 1):
        left -= 1
    left += strip_verbs(text[left:at] + "甲")
    head = text[left:at]
    if not head or words.ending(head, "body_verbs") or re.search(r"[0-9一二三四五六七八九十](?:家|个|项|条)?$", head):
        return at
    if left == at or generic(head):
        return at
    return (
        left
        if names.form(head)[0] in ("Institution", "Platform", "Enterprise")
        or re.search(r"(?:所|交大|大|院|国际|科学|中心|研究|检测|检验)$", head)
        else None
    )


def longest(text: str, start: int, end: int) -> int | None:
    """End of the name whose place ends at ``start``: the shortest fit, grown while a longer one continues it."""
    shape = _shape()
    match = shape.match(text, start, end)
    if match is None:
        return None
    stop = match.end()
    for extra in (4, 3, 2, 1):
        if (
            stop + extra <= end
            and len(names.form(text[start : stop + extra])[1]) > extra
            and not re.search(r"[、，。；：（]", text[stop : stop + extra])
        ):
            stop += extra
            break
    while True:
        longer = shape.match(text, stop, min(end, stop + 10))
        if longer is None or longer.end() - stop > 8 or verbal(text[stop : longer.end()]) or _COUNT.match(text, stop):
            return stop
        stop = longer.end()


_COUNT = re.compile(r"[0-9一二两三四五六七八九十]+(?:大|个|家)")
"""Behind a name: how many of a kind were listed (甲研究院两大平台)."""

_STARTED = re.compile(r"(?:等)?(?:开工|启动|动工|获批建设|加快建设|建设(?:扎实)?推进|规划建设)")


def status(text: str, start: int, at: int, end: int) -> Status:
    """Planned when a verb of building stands shortly before a name or right behind it, else existing."""
    before = text[max(start, at - 16) : at]
    planned = any(word in before for word in words.words("builds"))
    return "planned" if planned or _STARTED.match(text, end) else "existing"
