"""Where a sentence says that something lies: “甲园位于乙区丙镇”, “项目选址丁园区”, “戊中心（位于己市）”.

A park's own text also says what has come to it: “已落地庚中心”.
"""

from __future__ import annotations

import re

from lianpu.extract import brands, clauses, lists, names, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.lists import Item
from lianpu.extract.reading import Reading
from lianpu.extract.rules import named
from lianpu.extract.rules.zones import building
from lianpu.extract.things import classify, firm, list_start, verbal
from lianpu.extract.whereabouts import WATER, place_prefix, standing
from lianpu.model import Status

_BODIES = ("Park", "Platform", "Institution", "Project")
_LIES = re.compile(
    r"(?P<plan>(?:拟|计划|规划)?选址(?:位于|定于|在|于)?|拟(?:落户|建(?:于|在)|布局(?:于|在))|(?:总部)?(?:位于|坐落(?:于|在)|设(?:于|在)|建(?:于|在)|座落(?:于|在)|地处))(?P<rest>[^，。；（）]{2,40})"
)
_LYING = re.compile(r"选址|拟落户|拟布局|位于|[坐座]落|[设建][于在]|地处")
"""In all that :data:`_LIES` matches."""
_STANDS = re.compile(r"(?:总部)?(?:位于|坐落|设于|设在|建于|建在|座落|地处)")
_GENERIC = re.compile(r"(?:该|本)?(?:项目|园区|基地|中心|平台|小镇|产业园|片区|院区|其)?$")
"""What stands for the thing that the text is about."""


def apply(ctx: Context, text: str, span: Span, paragraph: int, owner: Owner, out: Reading) -> None:
    """State where what a statement is about lies, and what a park's text says has come to it."""
    for match in _LIES.finditer(text, span.start, span.end) if _LYING.search(text, span.start, span.end) is not None else ():
        places = _places(ctx, text, *match.span("rest"))
        thing = (
            _behind(text, span, places[-1][2], paragraph, out) or _subject(ctx, text, span, match.start(), paragraph, owner, out)
            if places
            else None
        )
        if thing is None:
            continue
        stands = _STANDS.match(match["plan"]) is not None
        status: Status = "existing" if stands else "planned"
        where = (paragraph, span.start, max(end for _, _, end in places))
        for place, start, end in places:
            out.name(place, paragraph, start, end, "situated-place")
            if place.name != thing.name:
                out.state(thing, "locatedIn", place, status, where, "situated")
        for body in (thing, *(place for place, _, _ in places if place.type == "Park")):
            own = standing(ctx, body.name, body.type) if body.type in ("Park", "Project") else None
            if own is not None and own.name != body.name:
                out.name(own, paragraph, span.start, where[2], "place")
                out.state(body, "locatedIn", own, "existing" if body != thing else status, where, "situated")
        if len(places) == 2:
            out.state(places[1][0], "locatedIn", places[0][0], "existing", (paragraph, places[0][1], where[2]), "situated")
    if owner.type == "Park":
        _hosted(ctx, text, span, paragraph, owner, out)


def _places(ctx: Context, text: str, start: int, end: int) -> list[tuple[Owner, int, int]]:
    """The inmost division that the words begin with and the park behind it, as far as there are: name, start and end."""
    found: list[tuple[Owner, int, int]] = []
    at = start
    while (match := ctx.place_pattern.match(text, at, end)) is not None and not WATER.match(text, match.end(), end):
        found, at = [(Owner("Region", ctx.places[match.group()]), *match.span())], match.end()
    town = _TOWN.match(text, at, end)
    if town is not None and not verbal(town.group()):
        found, at = [(Owner("Region", town.group()), *town.span())], town.end()
    zone = place_prefix(ctx, text[start:end])
    if zone is not None and zone[0].type == "Park":
        return [(zone[0], start, start + zone[1])]
    stop = named.longest(text, at, end)
    name = text[at:stop] if stop is not None else ""
    if stop is not None and names.form(name)[0] == "Park" and 3 <= len(name) <= 16 and not verbal(name):
        short = len(name) - len(names.form(name)[1]) < 2
        if short and found:
            return [(Owner("Park", text[found[0][1] : stop]), found[0][1], stop)]
        begin = found[0][1] if found and text[found[0][1] : at] != found[0][0].name else at
        return [*found, (Owner("Park", text[begin:stop]), begin, stop)]
    return found


def _behind(text: str, span: Span, end: int, paragraph: int, out: Reading) -> Owner | None:
    """The firm behind the place that it lies in (位于甲镇的乙机电主要生产…)."""
    size = brands.owning(text[end + 1 : end + 13]) if text.startswith("的", end) else 0
    if not size or end + 1 + size > span.end:
        return None
    return out.name(Owner("Enterprise", text[end + 1 : end + 1 + size]), paragraph, end + 1, end + 1 + size, "situated")


_TOWN = re.compile(r"(?![与和及])[\u4e00-\u9fff]{2,4}?(?:街道|镇|乡)(?!级|村|企)")


def _subject(ctx: Context, text: str, span: Span, at: int, paragraph: int, owner: Owner, out: Reading) -> Owner | None:
    """What lies there: the name right before the verb, else what the statement has named first, else the park of the text."""
    begin = max(text.rfind(mark, span.start, at) for mark in "，、；：（") + 1 or span.start
    if text[at - 1 : at] == "（":
        begin = max(text.rfind(mark, span.start, at - 1) for mark in "，、；：和") + 1 or span.start
        at -= 1
    head = text[begin:at].rstrip("，")
    if not _GENERIC.fullmatch(head):
        begin = list_start(text, begin, at)
        maker = _is_firm(text[begin:at], out)
        thing = firm(ctx, text[begin:at], begin) if maker else classify(ctx, text[begin:at], begin)
        if thing is not None and (thing.what.type in _BODIES or maker):
            out.name(thing.what, paragraph, thing.start, thing.end, "situated", thing.aliases)
            return thing.what
        built = building(ctx, Item(text[begin:at], begin, at))
        return out.name(built, paragraph, begin, at, "situated") if built is not None else None
    known = _named_before(text, paragraph, span, at, out) or _opening(ctx, text, span, at, paragraph, out)
    known = known or (owner if owner.type in ("Park", "Project") else None)
    return known or _headed(ctx, text, span, paragraph, out)


def _is_firm(name: str, out: Reading) -> bool:
    """Whether what lies somewhere is a firm: by its registered name, as one told of before, or by a coined name and trade."""
    if name.endswith("公司") or name in out.told["Enterprise"]:
        return True
    return (
        4 <= len(name) <= 8
        and brands.coined(name)
        and (names.form(name)[0] == "Enterprise" or brands.traded(f"{name}位于") == len(name))
    )


_HEAD = re.compile(r"(?:[（(]?[0-9一二三四五六七八九十]{1,3}[)）、.．])?\s*(?P<name>[^，。；：]{4,26})[。：]")


def _headed(ctx: Context, text: str, span: Span, paragraph: int, out: Reading) -> Owner | None:
    """The body that heads a paragraph in front of the statement (“1.甲创新中心。设在乙区”)."""
    match = _HEAD.match(text, 0, span.start)
    thing = classify(ctx, match["name"], match.start("name")) if match is not None else None
    if thing is None or thing.what.type not in (*_BODIES, "Enterprise"):
        return None
    return out.name(thing.what, paragraph, thing.start, thing.end, "situated", thing.aliases)


_NUMBER = re.compile(r"[（(]?[0-9一二三四五六七八九十]{1,3}[)）、.．]\s*")


def _begin(text: str, span: Span) -> int:
    """Where a statement begins behind its number."""
    number = _NUMBER.match(text, span.start, span.end)
    return number.end() if number is not None else span.start


def _opening(ctx: Context, text: str, span: Span, at: int, paragraph: int, out: Reading) -> Owner | None:
    """The body that the first clause of a statement begins with, by its form."""
    end = min((p for mark in "，：" if (p := text.find(mark, span.start, at)) > 0), default=span.start)
    begin = _begin(text, span)
    stop = end if text[begin:end].endswith("项目") else named.longest(text, begin, end)
    thing = classify(ctx, text[begin:stop], begin) if stop is not None else None
    if thing is not None and thing.what.type in _BODIES:
        return out.name(thing.what, paragraph, thing.start, thing.end, "situated", thing.aliases)
    bare = text[begin : text.find("（", begin, end)] if text.find("（", begin, end) > 0 else text[begin:end]
    if _is_firm(bare, out):
        return out.name(Owner("Enterprise", bare), paragraph, begin, begin + len(bare), "situated")
    work = _WORK.match(text, begin, at)
    built = building(ctx, Item(work["name"], *work.span("name"))) if work is not None else None
    return out.name(built, paragraph, *work.span("name"), "situated") if built is not None and work is not None else None


_WORK = re.compile(r"(?P<name>[^，。；：、]{4,30}?项目)(?=由|总投资|计划投资|投资|占地|，)")
"""A project that a statement opens with, in front of who builds it and what it costs."""


def _named_before(text: str, paragraph: int, span: Span, at: int, out: Reading) -> Owner | None:
    """The body that a statement opens with, if it has been noted."""
    begin = _begin(text, span)
    found: Owner | None = None
    for mention in reversed(out.mentions):
        if mention.paragraph != paragraph:
            break
        if mention.start == begin and mention.end <= at and mention.what.type in _BODIES:
            found = mention.what
    return found


_HOSTS = re.compile(
    rf"(?:{'|'.join(words.longest_first('hosts'))})(?:了)?(?:[0-9一二两三四五六七八九十]+(?:家|个))?(?P<list>[^，。；：]{{4,120}})"
)


def _hosted(ctx: Context, text: str, span: Span, paragraph: int, park: Owner, out: Reading) -> None:
    """“已落地甲中心、乙研究院”, “建有丙实验室” in the text of a park: platforms and institutes that stand in it."""
    for clause in clauses.clauses(text, span):
        match = _HOSTS.search(text, clause.start, clause.end)
        for item in lists.parse(text, *match.span("list")).items if match is not None else ():
            thing = classify(ctx, item.text, item.start)
            if thing is not None and thing.what.type in ("Platform", "Institution"):
                out.name(thing.what, paragraph, thing.start, thing.end, "hosted", thing.aliases)
                out.state(thing.what, "locatedIn", park, "existing", (paragraph, clause.start, item.end), "hosted")
