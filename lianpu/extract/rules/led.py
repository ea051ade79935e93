"""Firms named without a word for firms behind them: “以A为链主的X”, “骨干企业：B、C”, “链主企业D”, “支持E、F等在…”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from lianpu.extract import brands, clauses, lists, names, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.cues import Cue, needs
from lianpu.extract.owners import Option
from lianpu.extract.reading import Reading
from lianpu.extract.rules import arrivals, carriers, firm_words, firms
from lianpu.extract.things import Thing, classify
from lianpu.extract.whereabouts import place_prefix

_ROLE = r"等?(?:企业|公司|集团)?为(?:“?链主”?|龙头|代表|骨干|引领|领军|牵引|核心|中心|主体?(?![要导])|配套|支撑)"
_LEADERS = re.compile(
    rf"以(?P<list>[^，。；：]{{2,60}}?(?:{_ROLE}[，、][^，。；：]{{2,60}}?)?){_ROLE}的(?P<what>[^，。；：、的和与及等]{{2,14}})"
)
_SUCH = re.compile(
    r"(?<![^，。；：])(?:[^以，。；：、]{0,24}?(?P<verb>形成|集聚|聚集|汇聚|培育|涌现|引进|拥有|构建|打造)(?:了|出|起)?)?(?P<list>[^以，。；：]{3,60}?)等?(?:企业)?为(?:龙头|代表|骨干|引领|领军|链主)"
    r"的(?P<what>[^，。；：、的和与及等]{2,14})"
)
"""“甲、乙为代表的龙头企业”."""
_EACH = re.compile(rf"{_ROLE}[、，]|$")
"""Behind each of several lists of leaders (以甲为龙头、乙和丙为骨干的…)."""
_ACTS = rf"(?<!改)扩建|{'|'.join(words.longest_first('firm_goes_on'))}"
"""What stands behind the names of firms."""
_HEAD = 18
"""Characters in front of a statement in which the sector may stand that heads it."""
_HEADED = re.compile(
    r"(?P<what>[^，。；：、的]{2,16})：(?:形成|打造|培育|构建)?了?以(?P<list>[^，。；：]{2,60}?)等?(?:企业|公司|集团)?为(?:“?链主”?|龙头|代表|骨干|引领|领军)(?!的)"
)
"""“X集群：以A、B等企业为代表”."""
_NOUN = re.compile(r"(?:产业集群|集群|产业链|基地|(?:产业|企业|发展)?(?:梯队|格局|体系|方阵|矩阵|雁阵|阵容)|企业.*|龙头.*)$")


def apply(
    ctx: Context, text: str, span: Span, paragraph: int, options: tuple[Option, ...], alone: Sequence[Raised], out: Reading
) -> None:
    """Note such firms, and the sector that those carry which lead it; ``alone`` is what :func:`raised` found."""
    sector = next((o.owner for o in options if o.owner.type == "Industry"), ctx.subject)
    if text.find("以", span.start, span.end) >= 0 or text.find("为", span.start, span.end) >= 0:
        _leaders(ctx, text, span, paragraph, sector, options, out)
    if any(text.find(word, span.start, span.end) >= 0 for word in ("企业", "链主", "龙头")):
        _behind_titles(ctx, text, span, paragraph, sector, out)
    bringing = _BRINGING.stands(text, span)
    for clause in clauses.clauses(text, span):
        _subjects(ctx, text, clause, paragraph, options, out)
        for told in (one for one in alone if one.clause == clause):
            _backed(ctx, text, span, told, paragraph, options, out)
        for match in _brought().finditer(text, clause.start, clause.end) if bringing else ():
            found = sure_firms(ctx, text, Span(*match.span("list")))
            if any(ended(thing.what.name) for thing in found):
                note(found, None, "brought", (paragraph, clause.start, match.end()), out)
                arrivals.state(ctx, text, clause, Span(*match.span("list")), found, paragraph, options, out)


@cache
def _raised() -> re.Pattern[str]:
    """“培育A、B、C”, “拥有A、B”: names alone behind a verb of raising or having, to the end of the clause."""
    verbs = "|".join(words.longest_first("firm_raised"))
    return re.compile(rf"(?:{verbs})了?(?P<list>[^，。；：等]{{2,60}}?、[^，。；：等]{{2,40}}?)等?(?=[，。；]|$)")


class Raised(msgspec.Struct, frozen=True, gc=False):
    """Firms alone that a clause raises or has: the span of their list, and what is said of them."""

    clause: Span
    listed: Span
    said: Span
    firms: list[Thing]


@needs(_raised, nothing=list)
def raised(ctx: Context, text: str, span: Span) -> list[Raised]:
    """The lists of firms alone that a statement raises or has, which are nothing that is developed."""
    pieces = clauses.clauses(text, span) if text.find("、", span.start, span.end) >= 0 else ()
    return [found for clause in pieces if (found := _firms_alone(ctx, text, clause)) is not None]


def _firms_alone(ctx: Context, text: str, clause: Span) -> Raised | None:
    """What a verb of raising or having has in a clause, if it is several firms."""
    match = _raised().search(text, clause.start, clause.end) if text.find("、", clause.start, clause.end) >= 0 else None
    found = sure_firms(ctx, text, Span(*match.span("list"))) if match is not None else []
    traded = any(ended(t.what.name) or words.ending(t.what.name, "firm_trades", leave=2) for t in found)
    known = match is not None and len(found) > 1 and traded
    return Raised(clause, Span(*match.span("list")), Span(*match.span()), found) if known and match is not None else None


def _backed(ctx: Context, text: str, span: Span, told: Raised, paragraph: int, options: tuple[Option, ...], out: Reading) -> None:
    """Several firms that are raised or had carry the field that the statement opens with, else the sector of head or section."""
    clause, begin = told.clause, told.said.start
    sector = carriers.field(ctx, text, span.start, begin) or carriers.field(ctx, text, clause.start, begin)
    sector = sector or _near(told.firms, clause, paragraph, options, out)
    note(told.firms, sector, "raised", (paragraph, clause.start, told.said.end), out)
    if not text.startswith("现有", begin):
        arrivals.state(ctx, text, clause, told.listed, told.firms, paragraph, options, out)


def _leaders(
    ctx: Context, text: str, span: Span, paragraph: int, sector: Owner | None, options: tuple[Option, ...], out: Reading
) -> None:
    """“以A为链主的X”, “X集群：以A、B等企业为代表”."""
    matches = (
        *_LEADERS.finditer(text, span.start, span.end),
        *_SUCH.finditer(text, span.start, span.end),
        *_HEADED.finditer(text, max(0, span.start - _HEAD), span.end),
    )
    unsure: list[tuple[Span, Owner | None, tuple[int, int]]] = []
    """What leads a sector beside others that are led by firms for sure (“以A为链主的X、以B为链主的Y”)."""
    sure = 0
    for match in matches:
        carried = _sector(ctx, match.group("what"), sector)
        begin = match.start("list")
        for cut in _EACH.finditer(text, *match.span("list")):
            found = sure_firms(ctx, text, Span(begin, cut.start()), most=True)
            note(found, carried, "led", (paragraph, *match.span()), out)
            unsure += [] if found or match.re is not _LEADERS else [(Span(begin, cut.start()), carried, match.span())]
            sure += len(found)
            begin = cut.end()
    for span_, carried, place in unsure if sure > max(1, len(unsure)) else ():
        named = classify(ctx, text[span_.start : span_.end], span_.start, slot="Enterprise")
        note([named] if named is not None and named.what.type == "Enterprise" else [], carried, "led", (paragraph, *place), out)


def _behind_titles(ctx: Context, text: str, span: Span, paragraph: int, sector: Owner | None, out: Reading) -> None:
    """“骨干企业：A、B”, “代表企业有A、B”, “链主企业A”."""
    for match in _titled().finditer(text, span.start, span.end):
        marked = match.group("several") is not None
        listed = marked or "、" in match.group("list")
        found = sure_firms(ctx, text, Span(*match.span("several" if marked else "list")), most=listed)
        if listed and len(found) > 1 or all(names.form(thing.what.name)[0] == "Enterprise" for thing in found):
            headed = match.group("mark") is not None and match.start() == span.start
            carried = sector if headed or firm_words.leading(match.group("role")) else None
            note(found, carried, "titled", (paragraph, *match.span()), out)


def _subjects(ctx: Context, text: str, clause: Span, paragraph: int, options: tuple[Option, ...], out: Reading) -> None:
    """Firms that a clause opens with: what they are to the sector, what they are to do, an honour that they have."""
    sector = next((o.owner for o in options if o.owner.type == "Industry"), ctx.subject)
    where = (paragraph, clause.start, clause.end)
    said = sector is not None and any(text.find(word, clause.start, clause.end) >= 0 for word in ("为", "是"))
    are = _are().fullmatch(text, clause.start, clause.end) if said else None
    if are is not None and sector is not None:
        note(sure_firms(ctx, text, Span(*are.span("list")), most=True), sector, "titled", where, out)
    if (caused := _caused().match(text, clause.start, clause.end)) is not None:
        stop = _GROW.search(text, *caused.span("list"))
        found = sure_firms(ctx, text, Span(caused.start("list"), stop.start() if stop is not None else caused.end("list")))
        carried = _near(found, clause, paragraph, options, out)
        note(found if len(found) > 1 else [], carried, "caused", where, out)
    elif (
        words.inside(text[clause.start : clause.end], "firm_honours")
        and (honoured := _HONOURED.match(text, clause.start, clause.end)) is not None
    ):
        found = sure_firms(ctx, text, Span(*honoured.span("list")))
        note(found if any(ended(thing.what.name) for thing in found) else [], None, "honoured", where, out)


_GROW = re.compile(r"(?:加快|不断|持续|进一步)?做[大强优精]")
"""What firms are to do, between their names and what follows."""


def _near(found: list[Thing], clause: Span, paragraph: int, options: tuple[Option, ...], out: Reading) -> Owner | None:
    """The sector of firms that are to do something: the one that head or section give, where nothing else is said of them."""
    sector = options[0].owner if options[0].relation in ("head", "section0", "lead") else None
    said = {
        d.s for d in out.stated(paragraph) if d.p in ("produces", "anchors") and d.start <= clause.end and clause.start <= d.end
    }
    free = all(thing.place is None and thing.what not in said for thing in found)
    return sector if sector is not None and sector.type == "Industry" and free else None


def note(found: list[Thing], sector: Owner | None, rule: str, place: tuple[int, int, int], out: Reading) -> None:
    """Mention firms, and state that they carry a sector if there is one."""
    for thing in found:
        out.name(thing.what, place[0], thing.start, thing.end, f"{rule}-firm", thing.aliases)
        if sector is not None:
            firms.anchor([thing.what], sector, place, f"anchors-{rule}", out)


@cache
def _brought() -> re.Pattern[str]:
    """“引进A、B”, “吸引C落户”: names alone behind a verb of coming."""
    verbs = "|".join(word for word, kind in words.rows("firm_arrivals") if kind == "come")
    ends = "|".join(words.longest_first("firm_settles"))
    return re.compile(rf"(?:{verbs})了?(?P<list>[^，。；：等]{{3,60}}?)(?=等?(?:[，。；]|$)|{ends}|{_ACTS})")


_BRINGING = Cue(_brought)


def ended(name: str) -> bool:
    """Whether a coined name has a firm's ending, so that it may stand alone."""
    return (
        names.form(name)[0] == "Enterprise"
        or bool(words.ending(name, "firm_heads", leave=2))
        or name in words.words("firm_known")
    )


@cache
def _titled() -> re.Pattern[str]:
    """“骨干企业：A、B”, “链主企业A”: firms behind the word for what they are."""
    roles = "|".join(map(re.escape, words.longest_first("firm_roles")))
    labels = "|".join(map(re.escape, words.longest_first("firm_labels")))
    behind = r"[^，。；：、的等和与及]{2,12}?"
    mark = r"(?P<mark>：|，?(?:例?如)|主要有|有(?![望效])|包括|分别(?:为|是)|为(?![核主骨龙])|是)"
    return re.compile(
        rf"(?P<role>(?:{roles})+|(?<![^，。；：])(?:{labels})(?=企业(?:：|主要有|有(?![望效])|包括|分别|为)))(?:企业|公司|(?<=链主)|(?<=龙头)|(?:带动|引领)(?=：))(?:{mark}(?P<several>[^，。；：]{{2,120}}(?:(?<=）)，[^，。；：]{{2,60}}）)*)"
        rf"|(?P<list>{behind}(?:、{behind})*?)(?=等|[，。；]|$|{_ACTS}))"
    )


_HONOURED = re.compile(
    rf"(?P<list>[^，。；：“”]{{3,40}}?)(?:等\d*家?企业)?(?:成功|分别|首次|相继|先后|均|双双)*(?:{'|'.join(words.longest_first('firm_honours'))})"
)
"""“A、B入选…”: firms of which an honour or a deed is told."""


@cache
def _are() -> re.Pattern[str]:
    """“A、B为骨干企业”: a clause that says what firms are to the sector of the text."""
    roles = "|".join(map(re.escape, (word for word, *mark in words.rows("firm_roles") if mark)))
    return re.compile(
        rf"(?P<list>[^以，。；：]{{3,60}}?)等?(?:企业)?(?:为|是|成为)[^，。；：的]{{0,6}}?(?:{roles})+(?:企业)?[。；]?"
    )


@cache
def _caused() -> re.Pattern[str]:
    """“支持A、B等在…”: names that are to do something, before what they are to do."""
    return re.compile(rf"(?:{'|'.join(words.longest_first('causes'))})(?P<list>[^，。；：等]{{2,60}})等?(?={_ACTS})")


def _sector(ctx: Context, what: str, own: Owner | None) -> Owner | None:
    """The sector that is led: what follows 的 or stands before ：, or the text's own where that is only a word for firms."""
    noun = _NOUN.search(what)
    name = what[: noun.start()] if noun is not None else what
    name = name.removesuffix("生产") if len(name) > 3 else name
    ranked = words.ending(name, "firm_nouns") or words.ending(name, "firm_roles")
    if ranked or len(name) < 2 or names.adjectival(name) or not names.nameable(name):
        return own
    return ctx.sector_in(name) or Owner("Industry", name)


def sure_firms(ctx: Context, text: str, span: Span, *, most: bool = False) -> list[Thing]:
    """The listed names, if each is a firm's by itself, or ``most`` of several."""
    items = lists.parse(text, span.start, span.end).items
    firms_: list[Thing] = []
    sure: list[Thing] = []
    most = most and len(items) > 1
    for item in items:
        thing = classify(ctx, item.text, item.start, slot="Enterprise")
        if thing is not None and thing.what.type == "Enterprise":
            firms_.append(thing)
            sure += [thing] if _strength(ctx, thing.what.name) == 2 else []
        if not most and not (sure and sure[-1] is thing):
            return []
    if not most:
        return sure
    all_ = len(firms_) == len(items) and all(_may_be(ctx, t.what.name) for t in firms_)
    return firms_ if sure and (2 * len(sure) >= len(items) or all_) else []


def _may_be(ctx: Context, name: str) -> bool:
    """Whether a name among firms may be one: with a firm's ending, or a word that the text has nowhere else."""
    ended = words.ending(name, "firm_trades", leave=2) or words.ending(name, "firm_heads", leave=2)
    return bool(ended) or _strength(ctx, name) > 0 or firms.coined(ctx, name) and not names.goods(name)


def _strength(ctx: Context, name: str) -> int:
    """How surely a name is a firm's, a place in front of it left aside (甲省宇瀚药业)."""
    prefix = place_prefix(ctx, name)
    bare = name[prefix[1] :] if prefix is not None and len(name) - prefix[1] >= 2 else name
    return brands.strength(bare)
