"""partOf and locatedIn said in so many words: “下辖…”, “包括…”, “在X建设Y”, “Y落户X”, “拥有Y”."""

from __future__ import annotations

import re

from lianpu.extract import clauses, lists, names, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.lists import Item
from lianpu.extract.reading import Reading
from lianpu.extract.rules import mentioned
from lianpu.extract.things import Thing, classify, firm, generic, place_prefix, standing, strip_verbs, verbal
from lianpu.model import Status

_PARTS = re.compile(r"(?:下辖|管辖|内辖|辖|包括|包含|涵盖|由)(?P<list>[^。；]{3,200})")
_VERB = r"(?:规划建设|谋划建设|布局建设|建设|规划|布局|打造|设立|新建|创建|成立|组建)"
_AT = re.compile(
    rf"(?:在|于|以)(?P<place>[^。；]{{2,36}}?)(?:为(?:中心|核心|重点)，|，)?(?P<verb>{_VERB})(?P<object>[^，。；]{{3,60}})"
)
_BY = re.compile(
    rf"(?:支持|鼓励|推动|指导|推进|依托|^)(?P<place>[^，。；：、]{{2,12}}?)(?:加快|积极|高标准|高质量|规划)?(?P<verb>{_VERB})(?P<object>[^，。；]{{3,60}})"
)
_VERBS = re.compile(_VERB)
_OURS = re.compile(r"我[省市区县]")
_HERE = re.compile(r"^我[省市区县]$")
_CORE = re.compile(r"^(?:核心|重点|主要|主导|布局|承载)?(?:区域|地区|布局|承载区|承载地)(?:布局)?：(?P<list>.{2,120}?)(?:。|$)")
_TOWN = re.compile(r"^[\u4e00-\u9fff]{2,4}(?:镇|乡|街道)$")
_ZONES = re.compile(r"(?:功能区|功能板块|园区|片区|组团|板块|分区|节点|聚集区|集聚区)(?:（(?P<bracket>[^（）]{5,80})）)")


def core_areas(ctx: Context, text: str, paragraph: int, owner: Owner, out: Reading) -> None:
    """“核心区域：A、B”: the places of a sector's section focus on the sector."""
    match = _CORE.match(text)
    if match is None or owner.type != "Industry":
        return
    for item in lists.parse(text, *match.span("list")).items:
        thing = classify(ctx, re.sub(r"（[^（）]*）$", "", item.text), item.start)
        if thing is not None and thing.what.type in ("Region", "Park"):
            out.name(thing.what, paragraph, thing.start, thing.end, "core-area")
            out.state(thing.what, "focusesOn", owner, "existing", (paragraph, 0, thing.end), "core-area")


def several(ctx: Context, text: str, start: int, end: int) -> list[Owner]:
    """Places that open or stand inside a clause together (“支持A、B、C等建设…”); empty unless all items are places."""
    listing = lists.parse(text, start, end)
    found: list[Owner] = []
    for item in listing.items:
        prefix = place_prefix(ctx, item.text)
        if prefix is None or prefix[1] < len(item.text):
            return []
        found.append(prefix[0])
    return found if not listing.tail or len(listing.tail.text) <= 4 else []


_OF = re.compile(r"(?:等(?:地|市|县)?)?(?:[0-9一二两三四五六七八九十]+(?:大|个))?")


def before_object(ctx: Context, text: str, start: int, end: int) -> tuple[list[Owner], int]:
    """Places in front of what a verb has as its object (“做强济南、青岛4大机器人产业基地”) and where the rest begins."""
    found: list[Owner] = []
    at = start
    while True:
        match = ctx.place_pattern.match(text, at, end)
        if match is None:
            break
        found.append(Owner("Region", ctx.places[match.group()]))
        at = match.end()
        if at >= end or text[at] not in "、和":
            break
        at += 1
    if not found:
        return [], start
    rest = _OF.match(text, at, end)
    at = rest.end() if rest else at
    return (found, at) if names.praised(text[at:end]) is not None else ([], start)


def apply(ctx: Context, text: str, span: Span, paragraph: int, owner: Owner, out: Reading) -> None:
    """Parts of a zone or region; what stands, lands or is built in a place."""
    for match in _PARTS.finditer(text, span.start, span.end):
        _parts(ctx, text, match, paragraph, span, owner, out)
    somewhere = ctx.place_pattern.search(text, span.start, span.end) is not None
    if _VERBS.search(text, span.start, span.end):
        for match in _AT.finditer(text, span.start, span.end) if somewhere or _OURS.search(text, span.start, span.end) else ():
            _built(ctx, text, match, _listed_places(ctx, match.group("place")), paragraph, out)
        for match in _BY.finditer(text, span.start, span.end) if somewhere else ():
            prefix = place_prefix(ctx, match.group("place"))
            if prefix is not None and prefix[1] == len(match.group("place")) and prefix[0] != ctx.home:
                _built(ctx, text, match, [prefix[0]], paragraph, out, loose=False)
    if owner.type == "Park" and not verbal(owner.name):
        _zones(ctx, text, span, paragraph, owner, out)
    if somewhere:
        _chain(ctx, text, span, paragraph, out)
    for clause in clauses.clauses(text, span):
        _landed(ctx, text, clause, paragraph, out)
        _held(ctx, text, clause, paragraph, owner, out)
        if somewhere:
            _led(ctx, text, clause, paragraph, out)


def place_of(ctx: Context, text: str) -> Thing | None:
    """A region, town or park that a list item names; towns of other places, too."""
    body = re.sub(r"（[^（）]*）$|^(?:以及|和|及)", "", text)
    if _TOWN.match(body) and ctx.table.find(body) and not verbal(body):
        return Thing(Owner("Region", ctx.places.get(body, body)), 0, len(body))
    thing = classify(ctx, body, 0)
    return thing if thing is not None and thing.what.type in ("Region", "Park") else None


def _parts(ctx: Context, text: str, match: re.Match[str], paragraph: int, span: Span, owner: Owner, out: Reading) -> None:
    """“P，包括A和B（乙镇）”: parts of the zone that the sentence opens with, else of its owner."""
    listing = lists.parse(text, *match.span("list"))
    if match.group().startswith("由") and not re.search(r"(?:组成|构成)", match.group("list")):
        return
    opening = text[span.start : match.start()].strip("，、：了 ")
    opened = place_of(ctx, opening) if 3 <= len(opening) <= 16 else None
    whole = opened.what if opened is not None else owner if owner.type in ("Region", "Park") else ctx.home
    found = [(item, place_of(ctx, item.text)) for item in listing.items]
    places = [(item, thing) for item, thing in found if thing is not None]
    if whole is None or len(places) < 2 or len(places) * 2 < len(found):
        return
    if opened is not None:
        out.name(whole, paragraph, span.start, match.start(), "whole")
    for item, thing in places:
        _part(ctx, thing.what, whole, (paragraph, span.start, item.end), item, out)


def _part(ctx: Context, part: Owner, whole: Owner, where: tuple[int, int, int], item: Item, out: Reading) -> None:
    out.name(part, where[0], item.start, item.start + min(len(part.name), len(item.text)), "part")
    if part.type == "Region" or whole.type == "Park":
        out.state(part, "partOf", whole, "existing", where, "parts")
    else:
        out.state(part, "locatedIn", whole, "existing", where, "parts")
    bracket = re.search(r"（([^（）]{2,8})）$", item.text)
    town = place_of(ctx, bracket.group(1)) if bracket is not None and part.type == "Park" else None
    if town is not None and town.what.type == "Region" and bracket is not None:
        at = item.start + bracket.start(1)
        out.name(town.what, where[0], at, at + len(bracket.group(1)), "part")
        out.state(part, "locatedIn", town.what, "existing", (where[0], item.start, item.end), "bracket-place")
        if whole.type == "Park":
            out.state(town.what, "partOf", whole, "existing", where, "parts")


def _listed_places(ctx: Context, text: str) -> list[Owner]:
    """Places in front of a verb of building: “甲镇、乙镇滨河区域”, “我市”; words behind a place are left aside."""
    if _HERE.match(text):
        return [ctx.home] if ctx.home else []
    found: list[Owner] = []
    for item in lists.parse(text, 0, len(text)).items:
        body = item.text[1:] if item.text[:1] in "在以" else item.text
        prefix = place_prefix(ctx, body)
        if prefix is None:
            return found if found and re.match(r"[^，]{0,12}(?:以[东南西北]|区域)", body) else []
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
        thing = _building(ctx, item, loose=loose)
        if thing is None:
            continue
        out.name(thing, paragraph, item.start, item.end, "built")
        for place in places:
            if place.name not in thing.name:
                out.name(place, paragraph, match.start("place"), match.end("place"), "place")
                out.state(thing, "locatedIn", place, "planned", (paragraph, match.start(), item.end), "built-in")


def _building(ctx: Context, item: Item, *, loose: bool = True) -> Owner | None:
    """A park, platform, institute or work that an item names; kinds without a subject count where a place is said."""
    thing = classify(ctx, item.text, item.start)
    if thing is not None and thing.what.type in ("Park", "Platform", "Institution", "Project"):
        return thing.what
    if not loose:
        return None
    kind, suffix = names.form(item.text)
    if kind not in ("Park", "Platform", "Institution") or not 5 <= len(item.text) <= 20 or len(item.text) - len(suffix) < 2:
        return None
    return (
        None
        if re.search(r"的|[0-9一二三四五六七八九十]+(?:个|家|处)|级$|^(?:一批|国家|省)", item.text) or verbal(item.text)
        else Owner(kind, item.text)
    )


_INNER = re.compile(
    r"(?P<verb>规划建设|配套建设|重点建设|建设|打造|布局|分为|划分为|形成|推进|整合|完善提升|提升发展|改造提升|加快)(?P<list>(?!为)(?:[^，。；：（]|（[^（）]{1,8}）){4,120})"
)
_FUNCTIONS = re.compile(r"功能区|板块|组团|片区|园区|分区|节点")


def _zones(ctx: Context, text: str, span: Span, paragraph: int, owner: Owner, out: Reading) -> None:
    """Zones that the paragraph of a park lays out are parts of it, or of the one zone that the paragraph laid out before."""
    for match in _ZONES.finditer(text, span.start, span.end):
        _laid(ctx, text, Span(*match.span("bracket")), match.start(), paragraph, owner, True, out)
    for match in _INNER.finditer(text, span.start, span.end):
        if not (match.group("verb") == "打造" and match.group("list").endswith(("基地", "高地"))):
            _laid(ctx, text, Span(*match.span("list")), match.start(), paragraph, owner, False, out)


def _laid(ctx: Context, text: str, at: Span, start: int, paragraph: int, owner: Owner, bracket: bool, out: Reading) -> None:
    listing = lists.parse(text, at.start, at.end)
    tail = listing.tail.text if listing.tail else ""
    ends = sum(re.search(r"[区园](?:（[^（）]*）)?$", item.text) is not None for item in listing.items)
    loose = bracket or bool(_FUNCTIONS.search(tail)) or ends > 1
    bodies = [(item, body) for item in listing.items if (body := _building(ctx, item)) is not None and len(listing.items) > 1]
    bodies = [(item, body) for item, body in bodies if body.type in ("Platform", "Institution")]
    for item, body in bodies:
        out.name(body, paragraph, item.start, item.end, "built")
        out.state(body, "locatedIn", owner, "planned", (paragraph, start, item.end), "platform-of-park")
    found = [(item, name) for item in listing.items if (name := _zone(ctx, item, owner, loose, bracket)) is not None]
    whole = _before(paragraph, start, owner, out) if len(found) > 1 or bracket else owner
    heading = mentioned.first(ctx, whole.name) if found or bodies else None
    if heading is not None:
        out.name(whole, *heading, "park-of-section")
    for item, name in found:
        begin = item.start + item.text.index(name)
        part = out.name(Owner("Park", name), paragraph, begin, begin + len(name), "part")
        out.state(part, "partOf", whole, "existing", (paragraph, start, item.end), "zones-of-park")


def _before(paragraph: int, start: int, owner: Owner, out: Reading) -> Owner:
    """The single zone that an earlier statement of the paragraph laid out in the owner, if there is one."""
    earlier = [d for d in out.stated(paragraph) if d.rule == "zones-of-park" and d.o == owner and d.start < start]
    groups = {d.start: [e for e in earlier if e.start == d.start] for d in earlier}
    single = [group[0].s for _, group in sorted(groups.items()) if len(group) == 1]
    return single[-1] if single else owner


def _zone(ctx: Context, item: Item, owner: Owner, loose: bool, bare: bool) -> str | None:
    """The name of a zone that an item holds; ``loose``: any …区 or …园 counts; ``bare``: no verb stands in front."""
    begin = 0 if bare else strip_verbs(item.text)
    body = re.sub(r"（[^（）]*）$|(?:建设|发展|规模)$", "", item.text[begin:])
    kind, suffix = names.form(body)
    if kind != "Park" and not (loose and re.search(r"[区园城带点]$", body)) or not 4 <= len(body) <= 18 or verbal(body):
        return None
    if (
        re.search(r"的|[0-9]|级|^(?:一批|新型|特色|为|世界|全国|或)|单", body)
        or len(body) - len(suffix) < 2
        or body == owner.name
    ):
        return None
    if generic(body[: len(body) - len(suffix)]) or re.match(r"[一二三四五六七八九十两]*(?:大|个)|业", body):
        return None
    return body if standing(ctx, body, "Park") is None else None


_OFFICIAL = re.compile(r"(?:省|市|区|县|旗|镇|乡|街道)$")


def _chain(ctx: Context, text: str, span: Span, paragraph: int, out: Reading) -> None:
    """“甲市乙区丙街道”: full names one behind the other are part of each other."""
    at = span.start
    while (outer := ctx.place_pattern.search(text, at, span.end)) is not None:
        at = outer.end()
        inner = ctx.place_pattern.match(text, at, span.end)
        if inner is None or not (_OFFICIAL.search(outer.group()) and _OFFICIAL.search(inner.group())):
            continue
        whole, part = ctx.places[outer.group()], ctx.places[inner.group()]
        if any(ctx.table.contains(w.code, p.code) for w in ctx.table.find(whole) for p in ctx.table.find(part)):
            for name, match in ((whole, outer), (part, inner)):
                out.name(Owner("Region", name), paragraph, *match.span(), "place")
            out.state(
                Owner("Region", part),
                "partOf",
                Owner("Region", whole),
                "existing",
                (paragraph, outer.start(), inner.end()),
                "chain-of-places",
            )


_LANDED = re.compile(r"(?:总部|项目)?(?:成功|相继|正式|顺利|先后|签约|加快|尽早)*(?:落户|落地)(?P<place>[\u4e00-\u9fff]{0,6})")
_FIRMS = re.compile(r"(?:企业|公司|集团)(?:[0-9一二三四五六七八九十]+家)?$")


_WISHED = re.compile(r"争取|力争|争创|谋划|引导|鼓励")


def _landed(ctx: Context, text: str, clause: Span, paragraph: int, out: Reading) -> None:
    """“甲中心落户乙市”, “丙集团落户”: named bodies that came to a place, by default the document's region."""
    match = _LANDED.search(text, clause.start + 3, clause.end) if text.find("落", clause.start, clause.end) >= 0 else None
    if match is None or match.group().startswith("项目") or _WISHED.search(text, clause.start, match.start()):
        return
    after = match.group("place")
    prefix = place_prefix(ctx, after) if after else None
    if after and prefix is None:
        return
    place = prefix[0] if prefix is not None else ctx.home
    status: Status = "planned" if re.search(r"推动|推进|加快|尽早", text[clause.start : match.end()]) else "existing"
    begin = clause.start + _lead(ctx, text[clause.start : match.start()])
    listing = lists.parse(text, begin, match.start())
    for item in listing.items if place is not None else ():
        thing = classify(ctx, item.text, item.start)
        if (thing is None or thing.what.type in ("Product", "Industry")) and _short_firm(item.text):
            thing = firm(ctx, item.text, item.start)
        _stand(
            ctx,
            thing,
            place,
            (paragraph, clause.start, match.end()),
            status,
            "landed",
            out,
        )


def _short_firm(name: str) -> bool:
    return 3 <= len(name) <= 8 and any(name.endswith(end) for end in words.words("firm_heads"))


def _lead(ctx: Context, text: str) -> int:
    first = min((p for p in (text.find("、"), text.find("和")) if p > 0), default=len(text))
    return strip_verbs(text[:first])


def _stand(
    ctx: Context, thing: Thing | None, place: Owner | None, where: tuple[int, int, int], status: Status, rule: str, out: Reading
) -> None:
    if thing is None or place is None or thing.what.type not in ("Enterprise", "Platform", "Institution", "Park"):
        return
    out.name(thing.what, where[0], thing.start, thing.end, rule, thing.aliases)
    out.name(place, where[0], where[1], where[2], "place")
    out.state(thing.what, "locatedIn", thing.place or place, status, where, rule)


_HAVE = re.compile(
    r"(?:拥有|集聚了?|汇聚了?|(?:成功|先后|已)?(?:引进|招引|引育)落地|成功(?:引进|招引)|已(?:引进|落户)|培育壮大|培育了?|引育)(?P<list>[^，。；]{4,140})"
)
_BODIES = re.compile(
    r"(?:企业|公司|集团|平台|机构|实验室|研究院|院所|载体|龙头|中心)(?:[0-9一二三四五六七八九十]+(?:余)?[家个])?$"
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
        _stand(ctx, thing, prefix[0], where, "existing", "led-by-place", out)


def _held(ctx: Context, text: str, clause: Span, paragraph: int, owner: Owner, out: Reading) -> None:
    """“甲县拥有乙实验室、丙研究院等平台”: bodies of the place that the clause opens with, else of the region."""
    match = _HAVE.search(text, clause.start, clause.end)
    if match is None:
        return
    prefix = place_prefix(ctx, text[clause.start : clause.end])
    place = prefix[0] if prefix is not None and match.start() - clause.start - prefix[1] <= 6 else None
    if place is None and not re.match(r"拥有|.*落地|成功|已", match.group()):
        return
    listing = lists.parse(text, *match.span("list"))
    tail = listing.tail.text if listing.tail else ""
    if not listing.etc or not _BODIES.search(tail):
        return
    where = place or (owner if owner.type in ("Region", "Park") else ctx.home)
    for item in listing.items:
        thing = classify(ctx, item.text, item.start, slot="Enterprise" if _FIRMS.search(tail) or "龙头" in tail else None)
        _stand(ctx, thing, where, (paragraph, clause.start, clause.end), "existing", "region-holds", out)
