"""partOf and locatedIn said in so many words: “下辖…”, “包括…”, “在X建设Y”, “Y落户X”, “拥有Y”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from lianpu.extract import clauses, lists, names, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.cues import needs
from lianpu.extract.reading import Reading
from lianpu.extract.rules import ventures, zones
from lianpu.extract.rules.zones import building
from lianpu.extract.things import Thing, classify, firm, generic, list_start, strip_verbs, verbal
from lianpu.extract.whereabouts import local, opening_place, park_in_front, place_prefix, whole_place
from lianpu.model import EntityType, Status

_VERB = rf"(?:{'|'.join(words.longest_first('placed_verbs'))})"
_OBJECT = rf"(?P<verb>{_VERB})(?P<object>[^，。；]{{3,60}})"
_AT = (
    re.compile(rf"(?:在|于)(?P<place>[^，。；]{{2,36}}?)，?{_OBJECT}"),
    re.compile(rf"以(?P<place>[^，。；]{{2,36}}?)为(?:中心|核心|重点)，?{_OBJECT}"),
)
_BY = re.compile(
    r"(?:支持|鼓励|推动|指导|推进|依托|^)(?P<place>[^，。；：、]{2,12}?(?:[、和与][^，。；：、]{2,8}?){0,5})(?:等地?)?"
    rf"(?:加快|积极|重点|高标准|高质量|规划)?(?P<verb>{_VERB})(?P<object>[^，。；]{{3,60}})"
)
_VERBS = re.compile(_VERB)
_ZONED = re.compile(r"镇|园|新区|开发区|集聚区|片区|新城|谷")
"""What a place in front of a verb of building may have, although no division is named."""
_OURS = re.compile(r"我[省市区县]")
_OF = re.compile(
    r"(?:抓好|做好|推进|加快|支持|完善|提升)(?P<place>[^，。；的]{2,24}?)的(?P<object>[^，。；的]{4,16}?)(?:建设|发展|提升)"
)
"""“抓好甲镇、乙镇的丙基地建设”."""
_HERE = re.compile(r"^我[省市区县]$")


def apply(ctx: Context, text: str, span: Span, paragraph: int, owner: Owner, out: Reading) -> None:
    """Parts of a zone or region; what stands, lands or is built in a place."""
    somewhere = ctx.place_pattern.search(text, span.start, span.end) is not None
    if _VERBS.search(text, span.start, span.end):
        ours = somewhere or _OURS.search(text, span.start, span.end) or _ZONED.search(text, span.start, span.end)
        for match in _matches((*_AT, _OF), text, span) if ours else ():
            _built(ctx, text, match, _listed_places(ctx, match.group("place")), paragraph, out)
        for match in _BY.finditer(text, span.start, span.end) if somewhere else ():
            items = lists.parse(match.group("place"), 0, len(match.group("place"))).items
            prefixes = [(item, place_prefix(ctx, item.text)) for item in items]
            led = [p[0] for item, p in prefixes if p is not None and p[1] == len(item.text) and p[0] != ctx.home]
            if led and len(led) == len(items):
                _built(ctx, text, match, led, paragraph, out, loose=False)
    if owner.type == "Park" and not verbal(owner.name):
        zones.apply(ctx, text, span, paragraph, owner, out)
    held = False
    for clause in clauses.clauses(text, span):
        _landed(ctx, text, clause, paragraph, out)
        held = _held(ctx, text, clause, paragraph, owner, out, goes_on=held)
        if somewhere:
            _led(ctx, text, clause, paragraph, out)


def _matches(patterns: Iterable[re.Pattern[str]], text: str, span: Span) -> Iterator[re.Match[str]]:
    for pattern in patterns:
        yield from pattern.finditer(text, span.start, span.end)


_PLACED = re.compile(r"[^，。；、：（）.．0-9—“”][^，。；、：（）“”]{3,23}（(?P<place>[^（）]{2,6})）")


@needs(_PLACED)
def bracketed(ctx: Context, text: str, span: Span, paragraph: int, out: Reading) -> None:
    """“甲检验中心（乙市）”, “丙产业园（丁镇）”: a place of the document's province in brackets behind a body or a park."""
    for match in _PLACED.finditer(text, span.start, span.end):
        place = ctx.places.get(match.group("place"))
        body = text[match.start() : match.start("place") - 1]
        begin = match.start() + strip_verbs(body)
        begin += text[begin] in "即为是"
        name = text[begin : match.end()]
        kind = names.form(name)[0]
        bare = text[begin : match.start("place") - 1]
        if place is None or not local(ctx, place) or kind not in ("Park", "Platform", "Institution") or len(name) < 8:
            continue
        if kind == "Park" and (verbal(bare) or re.search("[的是为]", bare)):
            continue
        aliases = (name,) if kind == "Park" else ()
        thing = out.name(Owner(kind, bare if kind == "Park" else name), paragraph, begin, match.end(), "bracket-place", aliases)
        out.name(Owner("Region", place), paragraph, *match.span("place"), "place")
        where = (paragraph, begin, match.end())
        out.state(thing, "locatedIn", Owner("Region", place), "existing", where, "bracket-place")


_TOWN_NAME = re.compile(r"[\u4e00-\u9fff]{2,3}(?:镇|乡|街道)(?=$|[的、])")


def _town(text: str) -> tuple[Owner, int] | None:
    """A town by its full name alone, where only a place can stand, although no table has it."""
    match = _TOWN_NAME.match(text)
    return (Owner("Region", match.group()), match.end()) if match is not None and not verbal(match.group()) else None


def _park(ctx: Context, text: str) -> tuple[Owner, int] | None:
    """A park that the whole of the words name."""
    thing = classify(ctx, text, 0) if names.form(text)[0] == "Park" else None
    whole = thing is not None and thing.what.type == "Park" and thing.start == 0 and thing.end == len(text)
    return (thing.what, len(text)) if thing is not None and whole else None


def _listed_places(ctx: Context, text: str) -> list[Owner]:
    """Places in front of a verb of building: “甲镇、乙镇滨河区域”, “我市”; words behind a place are left aside."""
    if _HERE.match(text):
        return [ctx.home] if ctx.home else []
    found: list[Owner] = []
    for item in lists.parse(text, 0, len(text)).items:
        body = item.text[1:] if item.text[:1] in "在以" else item.text
        whole = whole_place(ctx, body)
        prefix = (whole, len(body)) if whole is not None else place_prefix(ctx, body) or _town(body) or _park(ctx, body)
        if prefix is None:
            return found if found and re.match(r"[^，]{0,12}(?:以[东南西北]|区域|村)", body) else []
        if prefix[1] < len(body) and not re.match(
            r"(?:的|[^，、]{0,10}(?:以[东南西北]|区域|境内|周边|方向|交汇))", body[prefix[1] :]
        ):
            return []
        found.append(prefix[0])
    return found


def _built(
    ctx: Context, text: str, match: re.Match[str], places: list[Owner], paragraph: int, out: Reading, *, loose: bool = True
) -> None:
    """What is built in the places; ``loose``: kinds that elsewhere name nothing (甲乙生产基地) count, too."""
    for item in lists.parse(text, *match.span("object")).items if places else ():
        thing = building(ctx, item, loose=loose)
        if thing is None:
            continue
        out.name(thing, paragraph, item.start, item.end, "built")
        for place in places:
            if place.name not in thing.name:
                out.name(place, paragraph, match.start("place"), match.end("place"), "place")
                out.state(thing, "locatedIn", place, "planned", (paragraph, match.start(), item.end), "built-in")


_LANDED = re.compile(
    r"(?:总部|项目)?(?:成功|相继|正式|顺利|先后|签约|加快|尽早|分别|即将)*(?:落户|落地)(?P<place>[\u4e00-\u9fff]{0,14})"
)
_FIRMS = re.compile(r"(?:企业|公司|集团)(?:[0-9一二三四五六七八九十]+家)?$")


_PHASE = re.compile(r"[一二三四五][期厂]$")
_INTENT = re.compile(r"推动|推进|加快|尽早|即将|将|拟|促进|力促")


def _landed(ctx: Context, text: str, clause: Span, paragraph: int, out: Reading) -> None:
    """“甲中心落户乙市”, “丙集团落户”: named bodies that came to a place, by default the document's region."""
    match = _LANDED.search(text, clause.start + 3, clause.end) if text.find("落", clause.start, clause.end) >= 0 else None
    after = match.group("place") if match is not None else ""
    prefix = place_prefix(ctx, f"{after}，") if after else None
    park = park_in_front(after, 0, len(after)) if prefix is None and match is not None and after else None
    prefix = (park, len(after)) if park is not None else prefix
    wished = match is not None and words.inside(text[clause.start : match.start()], "landing_wished")
    if match is None or prefix is None and (after or wished):
        return
    place = prefix[0] if prefix is not None else ctx.home
    intent = wished or _INTENT.search(text, clause.start, match.end()) is not None
    status: Status = "planned" if intent else "existing"
    begin = list_start(text, clause.start, match.start())
    called = match.group().startswith("项目")
    if called or _PHASE.search(text, begin, match.start()) is not None:
        end = match.start() + 2 * called
        project = _project(text, begin, end) if prefix is not None else None
        where = (paragraph, clause.start, match.end())
        _stand(project, place, where, status, "landed", out)
        if project is not None:
            ventures.state(ctx, project.what.name, project.start, "planned", where, out)
        return
    listing = lists.parse(text, begin, match.start())
    each = _respectively(ctx, text, match, len(listing.items), clause.end)
    for at, item in enumerate(listing.items if place is not None else ()):
        place = each[at] if each else place
        thing = classify(ctx, item.text, item.start)
        if (thing is None or thing.what.type in ("Product", "Industry")) and _short_firm(item.text):
            thing = firm(ctx, item.text, item.start)
        if (thing is None or thing.what.type == "Product") and prefix is not None:
            body = building(ctx, item)
            thing = Thing(body, item.start, item.end) if body is not None else thing
        _stand(thing, place, (paragraph, clause.start, match.end()), status, "landed", out)


def _respectively(ctx: Context, text: str, match: re.Match[str], size: int, end: int) -> list[Owner]:
    """“甲中心、乙基地分别落户丙区、丁县”: a place for each; none where they are not as many."""
    items = lists.parse(text, match.start("place"), end).items if "分别" in match.group() and size > 1 else ()
    prefixes = [place_prefix(ctx, item.text) for item in items]
    return [p[0] for p in prefixes if p is not None] if len(items) == size and None not in prefixes else []


def _project(text: str, start: int, end: int) -> Thing | None:
    """The project that came to a place, without what it costs (“投资三亿元的甲电池项目落户乙县”)."""
    modifier = names.MODIFIER.match(text[start:end])
    start += modifier.end() if modifier is not None else 0
    name = text[start:end]
    named = 6 <= len(name) <= 30 and not generic(name[:-2]) and not verbal(name) and names.COUNT.match(name) is None
    plain = named and "、" not in name and zones.VAGUE.search(name) is None
    return Thing(Owner("Project", name), start, end) if plain else None


def _short_firm(name: str) -> bool:
    return 3 <= len(name) <= 8 and any(name.endswith(end) for end in words.words("firm_heads"))


def _stand(
    thing: Thing | None, place: Owner | None, where: tuple[int, int, int], status: Status, rule: str, out: Reading
) -> None:
    if thing is None or place is None or thing.what.type not in _STANDING:
        return
    out.name(thing.what, where[0], thing.start, thing.end, rule, thing.aliases)
    out.name(place, where[0], where[1], where[2], "place")
    out.state(thing.what, "locatedIn", thing.place or place, status, where, rule)


@cache
def _have() -> re.Pattern[str]:
    """A verb of having and what is had; “fact”: without a place only in a part on the present state."""
    verbs = "|".join(words.longest_first("holds"))
    return re.compile(rf"(?P<verb>{verbs})(?!投|并网)(?P<list>[^，。；]{{4,140}})")


_BODIES = re.compile(
    r"(?:企业|公司|集团|平台|机构|实验室|研究院|院所|载体|龙头|中心|项目|集聚区|园区)(?:[0-9一二三四五六七八九十]+(?:余)?[家个])?$"
)
_LED = re.compile(r"(?:推动|依托|支持|引导|指导|发挥|鼓励)(?P<list>[^，。；]{2,60}?等[^，。；、]{0,14}?企业)")


def _led(ctx: Context, text: str, clause: Span, paragraph: int, out: Reading) -> None:
    """“乙县推动甲车业等企业…”: firms that the clause's own place leads stand in it."""
    prefix = place_prefix(ctx, text[clause.start : clause.end])
    if prefix is None or prefix[0] == ctx.home:
        return
    match = _LED.match(text, clause.start + prefix[1], clause.end)
    listing = lists.parse(text, *match.span("list")) if match else None
    for item in listing.items if listing is not None else ():
        thing = classify(ctx, item.text, item.start, slot="Enterprise")
        where = (paragraph, clause.start, match.end() if match else clause.end)
        _stand(thing, prefix[0], where, "existing", "led-by-place", out)


def _held(ctx: Context, text: str, clause: Span, paragraph: int, owner: Owner, out: Reading, *, goes_on: bool = False) -> bool:
    """“甲县拥有乙实验室、丙研究院等平台”: bodies of the place that the clause opens with, else of the region.

    ``goes_on``: the clause before was one of these, so that this one may go on without a verb (“丁站等省级平台九家”).
    """
    prefix = place_prefix(ctx, text[clause.start : clause.end])
    match = _have().search(text, clause.start, clause.end)
    place = prefix[0] if prefix is not None and match is not None and match.start() - clause.start - prefix[1] <= 6 else None
    place = (park_in_front(text, clause.start, match.start()) if match is not None else None) or place
    if match is None and not goes_on:
        return False
    if match is not None and place is None:
        kind = words.mapping("holds")[match.group("verb")][0]
        if kind == "place" or kind == "fact" and not present(ctx, paragraph):
            return False
    listing = lists.parse(text, *(match.span("list") if match is not None else (clause.start, clause.end)))
    tail = listing.tail.text if listing.tail else ""
    if not listing.etc or not _BODIES.search(tail):
        return False
    where = place or opening_place(ctx, text, clause.start) or (owner if owner.type in ("Region", "Park") else ctx.home)
    for item in listing.items:
        thing = classify(ctx, item.text, item.start, slot="Enterprise" if _FIRMS.search(tail) or "龙头" in tail else None)
        thing = thing if thing is not None and thing.what.type in _BODY else _of_tail(item, tail)
        _stand(thing, where, (paragraph, clause.start, clause.end), "existing", "region-holds", out)
    return True


_BODY = ("Enterprise", "Platform", "Institution", "Park")
_STANDING = (*_BODY, "Project")


def _of_tail(item: lists.Item, tail: str) -> Thing | None:
    """A short proper name that only the closing noun says the kind of (甲云创等国家级平台, 乙数据湖等项目)."""
    kind: EntityType | None = next((k for end, k in _TAIL_KINDS if end in tail), None)
    plain = 3 <= len(item.text) <= 12 and not generic(item.text) and not verbal(item.text) and not names.goods(item.text)
    if kind is None or not plain or words.ending(item.text, "works") or re.search(r"[的级]|[0-9]", item.text):
        return None
    return Thing(Owner(kind, item.text), item.start, item.end)


_TAIL_KINDS: tuple[tuple[str, EntityType], ...] = (("平台", "Platform"), ("机构", "Institution"), ("项目", "Project"))


def present(ctx: Context, paragraph: int) -> bool:
    """Whether a paragraph belongs to a part of the document on the present state."""
    path = ctx.outline.path(ctx.outline.paragraphs[paragraph].section)
    titled = (ctx.outline.sections[i].title for i in path)
    return any(words.inside(title, "present_titles") and (_noun(title) or not ctx.opens_with_verb(title)) for title in titled)


def _noun(title: str) -> bool:
    """“发展基础与形势”: a title that opens with what may be a verb, too, and is one of the present state all the same."""
    rest = title.removeprefix("发展").removeprefix("建设")
    told = words.opening(rest, "present_titles")
    return bool(told) and rest[len(told) : len(told) + 1] in ("", "与", "和", "及", "、")
