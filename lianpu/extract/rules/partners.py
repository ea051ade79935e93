"""worksWith: named cooperation, “与A、B等合作”, “对接A”, “联合B打造”, “杭沪苏等城市合作”."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cache

from lianpu.extract import brands, clauses, lists, names, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.cues import needs
from lianpu.extract.reading import Reading
from lianpu.extract.rules import doers, partner_phrases
from lianpu.extract.rules.chain_owners import section_industry
from lianpu.extract.rules.firms import firmlike
from lianpu.extract.rules.partner_names import acts, classified, generic, region, slot_of, spelled, topical
from lianpu.extract.rules.partner_phrases import Phrase
from lianpu.extract.rules.places import present
from lianpu.extract.rules.serves import own_body
from lianpu.extract.things import Thing, firm
from lianpu.extract.whereabouts import whole_place
from lianpu.model import Status


def _beside() -> tuple[re.Pattern[str], ...]:
    return (_BESIDE, _TOGETHER)


@needs(partner_phrases.patterns, _beside, ("合作", "协作"), nothing=list)
def apply(ctx: Context, text: str, span: Span, paragraph: int, owner: Owner, firm: Owner | None, out: Reading) -> list[Span]:
    """Write cooperation of one statement; gives the spans that are partners, so that other rules leave them.

    Who works with them: the noun phrase before 与 if it names somebody, else ``firm``, else ``owner``.
    """
    taken: list[Span] = []
    for phrase in partner_phrases.phrases(text, span):
        if any(s.start < phrase.listed.end and phrase.listed.start < s.end for s in taken):
            continue
        partners = _partners(ctx, text, phrase, out.firm_openings) or _firms(ctx, text, phrase, paragraph, firm, out)
        if not partners:
            continue
        if slot_of(phrase.kind) == "Enterprise" and _fields(partners, out):
            continue
        named = _subject(ctx, text, phrase.subject, paragraph, out)
        where = (paragraph, phrase.whole.start, phrase.whole.end)
        status = _status(ctx, text, paragraph, phrase.whole)
        for thing in partners:
            out.name(thing.what, paragraph, thing.start, thing.end, "partner", thing.aliases)
            for one in named or [_unnamed(ctx, paragraph, owner, firm, thing)]:
                out.name(one, *where, "works-with")
                out.state(one, "worksWith", thing.what, status, where, "works-with")
        taken.append(phrase.listed)
    _letters(ctx, text, span, paragraph, out)
    _side_by_side(ctx, text, span, paragraph, out)
    return taken


def _firms(ctx: Context, text: str, phrase: Phrase, paragraph: int, leader: Owner | None, out: Reading) -> list[Thing]:
    """“甲集团与乙医药签订协议”: firms in short, where who works with them is a firm or an institute."""
    items = lists.parse(text, phrase.listed.start, phrase.listed.end).items if not phrase.kind else ()
    likely = [
        item
        for item in items
        if (firmlike(item.text, alone=True) or _known(item.text)) and not topical(ctx, item.text) and not generic(item.text)
    ]
    if not items or len(likely) < len(items):
        return []
    who = _subject(ctx, text, phrase.subject, paragraph, out) or [leader] if leader is not None else []
    who = who or _subject(ctx, text, phrase.subject, paragraph, out)
    sure = all(brands.alone(item.text) or item.text.endswith("集团") for item in items)
    said = text[phrase.whole.start : phrase.whole.end]
    signed = sure and not who and phrase.subject is None and ("签" in said or said.startswith("对接"))
    signed = signed or not who and all(_known(item.text) for item in items)
    if not signed and not any(one.type == "Enterprise" or sure and one.type == "Institution" for one in who):
        return []
    found = [firm(ctx, item.text, item.start) for item in items]
    return [thing for thing in found if thing is not None]


def _known(name: str) -> bool:
    """Whether a name in short is a firm's everywhere."""
    return name in words.words("firm_known") or name.endswith("集团") and brands.strength(name) == 2


def _fields(partners: list[Thing], out: Reading) -> bool:
    """“对接智能终端、…等企业”: a list of firms by their fields, one of which the text has told before to be goods or a sector."""
    return any(thing.what.name in out.told[kind] for thing in partners for kind in ("Industry", "Product"))


def _unnamed(ctx: Context, paragraph: int, owner: Owner, firm: Owner | None, partner: Thing) -> Owner:
    """Who works with ``partner`` when nobody is named: the firm relied on, else the owner; a whole document's industry or a
    sector beside places and firms gives way to the region."""
    who = firm or owner
    if re.search(r"[，“”+]", who.name) or who.type == "Industry" and not (ctx.is_sector(who.name) or ctx.known_sector(who.name)):
        who = section_industry(ctx, paragraph, Owner("Region", "")) or ctx.home or who
    wider = partner.what.type in ("Region", "Enterprise") and who.type == "Industry"
    return ctx.home if ctx.home is not None and (wider or who == ctx.subject) else who


_DONE = re.compile(r"已(?!有)|了(?!解)|取得|成功|步伐加快|新成效|持续深化")
_AHEAD = re.compile(r"力争|到20[0-9]{2}年|谋划|积极|加快|推动")


def _status(ctx: Context, text: str, paragraph: int, span: Span) -> Status:
    """Existing when the clause says what was done, or stands in a part on the present state."""
    body = text[span.start : span.end] + re.split(r"[，。；]", text[span.end :])[0]
    done = _DONE.search(body) is not None or present(ctx, paragraph)
    return "existing" if done and not _AHEAD.search(body) else "planned"


def _subject(ctx: Context, text: str, span: Span | None, paragraph: int, out: Reading) -> list[Owner]:
    """The places, firms, parks or institutes that the noun phrase before 与 names; none when it says only what kind."""
    if span is None:
        return []
    body = text[span.start : span.end]
    body = body.removesuffix("已")
    span = Span(span.start, span.start + len(body))
    if ctx.home is not None and re.match(r"(?:全|我|本)[省市区县]$", body):
        return [ctx.home]
    at, caused = doers.led(text, span.start, span.end)
    if (who := doers.read(ctx, text, Span(at, span.end), caused, out, bold=True)) is not None:
        for thing in who.firms:
            out.name(thing.what, paragraph, thing.start, thing.end, "partner", thing.aliases)
        return [thing.what for thing in who.firms]
    tokens = [t for t in clauses.tokens(text, span) if t.kind != "prep"]
    if tokens:
        body = text[tokens[-1].end : span.end]
    body = re.sub(r"^(?:例如|比如|如|由|将|拟|同时|并|项目)", "", body)
    start = span.end - len(body)
    listing = lists.parse(text, start, span.end)
    kind = listing.tail.text if listing.tail else ""
    body = body.rstrip("积极主动深度精准全面")
    phrase = Phrase(Span(start, start + len(body)), kind, span)
    found = _partners(ctx, text, phrase, out.firm_openings) if listing.items and (kind or "、" in body or len(body) <= 16) else []
    if (
        not found
        and len(body) >= 3
        and not re.search(r"企业|联合|产业|机构|单位", body)
        and not acts(body)
        and not generic(body)
        and firmlike(body, alone=True)
    ):
        found = [one] if (one := firm(ctx, body, start)) is not None and not topical(ctx, body) else []
    for thing in found:
        out.name(thing.what, paragraph, thing.start, thing.end, "partner", thing.aliases)
    return [thing.what for thing in found]


def _partners(ctx: Context, text: str, phrase: Phrase, firms: Set[str]) -> list[Thing]:
    if "领域" in phrase.kind:
        return []
    slot = slot_of(phrase.kind)
    items = lists.parse(text, phrase.listed.start, phrase.listed.end).items
    learned = any(names.form(item.text)[0] == "Institution" for item in items)
    if phrase.needs is not None and any(own_body(ctx, item.text) for item in items):
        return []
    if slot == "Enterprise" and (all(i.text in ctx.places for i in items) or any(topical(ctx, i.text) for i in items)):
        return []
    out: list[Thing] = []
    for item in items:
        within = "Institution" if slot is None and learned and item.text.endswith(("院", "所")) else slot
        within = "Enterprise" if within is None and item.text in firms and item.text not in ctx.places else within
        for thing in classified(ctx, item.text.strip("“”"), item.start, phrase.kind, within):
            if phrase.needs is None or thing.what.type == phrase.needs:
                out.append(thing)
    return out


_BESIDE = re.compile(
    r"(?:推动|支持|促进|推进|深化|加强|加快)(?P<list>[^，。；：]{4,60}?)(?:等地)?(?:协同|联动|携手|结对|合作|共建|共同|联合|一体化|同城化)"
)
_TOGETHER = re.compile(
    r"(?P<list>[^，。；：]{4,60}?)(?:等地)?(?:携手|联手|联合)(?=打造|建设|共建|开展|申报|创建|发展|举办|办学|实施|攻关|组建)"
)


def _side_by_side(ctx: Context, text: str, span: Span, paragraph: int, out: Reading) -> None:
    """“推动甲市、乙市协同打造”, “丙县、丁县联合建设”: places, the first of which works with the others."""
    body = text[span.start : span.end]
    if _JOINT.search(body) is None or _SIDES.search(body) is None:
        return
    for clause in clauses.clauses(text, span):
        match = _BESIDE.search(text, clause.start, clause.end) or _TOGETHER.match(text, clause.start, clause.end)
        items = _parted(lists.parse(text, *match.span("list")).items) if match is not None else ()
        places = [place for item in items if (place := _place(ctx, item.text)) is not None]
        if match is None or not 2 <= len(places) == len(items):
            continue
        where = (paragraph, match.start(), match.end())
        for item, place in zip(items, places, strict=True):
            out.name(place, paragraph, item.start, item.end, "partner")
        for other in places[1:]:
            out.state(
                places[0], "worksWith", other, _status(ctx, text, paragraph, Span(*match.span())), where, "works-with-beside"
            )


_SIDES = re.compile(r"协同|联动|携手|联手|结对|合作|共建|共同|联合|一体化|同城化")
_JOINT = re.compile(r"[、和—－-]")
_DASH = re.compile(r"[—－-]+")


def _parted(items: tuple[lists.Item, ...]) -> tuple[lists.Item, ...]:
    """Items, the one of two places that a dash joins (甲市—乙市) as two."""
    if len(items) != 1 or (dash := _DASH.search(items[0].text)) is None:
        return items
    item = items[0]
    first = lists.Item(item.text[: dash.start()], item.start, item.start + dash.start())
    return (first, lists.Item(item.text[dash.end() :], item.start + dash.end(), item.end))


def _place(ctx: Context, name: str) -> Owner | None:
    """The place or area that an item of such a list is, as a whole."""
    return region(ctx, name, None) or whole_place(ctx, name)


_FIELDS = "毗邻地区|东西部|产业|科创|科技|创新|经济|文旅|人才|能源|农业|园区|山海|对口|战略|全面|深度"


@cache
def _pairs(own: str) -> re.Pattern[str]:
    """Runs of two one-character names of places, one of which may be ``own``."""
    pair = f"[{''.join(sorted(words.mapping('region_letters')))}{own}]{{2}}"
    return re.compile(rf"(?P<runs>{pair}(?:、{pair})*)(?:{_FIELDS}){{0,3}}(?:合作|协作)(?!桥|示范|区)")


def _letters(ctx: Context, text: str, span: Span, paragraph: int, out: Reading) -> None:
    """“鲁豫毗邻地区合作”, “苏陕、津陕协作”, “舟甬科创合作”: the document's region works with the other of each pair."""
    if ctx.home is None or text.find("作", span.start, span.end) < 0:
        return
    own = ctx.home.name[0]
    for match in _pairs(own).finditer(text, span.start, span.end):
        for run in match.group("runs").split("、"):
            where = (paragraph, match.start(), match.end())
            for place in _others(ctx.home.name, run):
                partner = out.name(Owner("Region", place), *where, "partner")
                out.state(ctx.home, "worksWith", partner, _status(ctx, text, paragraph, span), where, "works-with-letters")


def _others(home: str, run: str) -> list[str]:
    """The places of a pair of letters besides ``home``, one of which is its own; beside a city all are cities."""
    known = words.mapping("region_letters")
    if all(letter in known for letter in run):
        places = spelled(run, cities=False)
        return [place for place in places if place != home] if home in places else []
    return spelled(run.replace(home[0], "", 1), cities=True) if run.count(home[0]) == 1 else []
