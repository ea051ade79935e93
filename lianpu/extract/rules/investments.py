"""What a firm invests in: “支持甲建设年产2万片乙生产线”, “丙新上丁生产线”, “加快戊己项目建设”: what it is to make."""

from __future__ import annotations

import re
from functools import cache

from lianpu.extract import brands, clauses, lists, names, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.cues import Cue, needs
from lianpu.extract.reading import Reading
from lianpu.extract.rules import firm_words, firms, ventures
from lianpu.extract.rules.sayings import SOME
from lianpu.extract.things import Thing, classify, verbal
from lianpu.extract.whereabouts import place_prefix
from lianpu.model import Status

_WORKS = ("项目", "生产线", "产线", "车间", "产能", "装置", "生产基地", "工厂")
_VERB = re.compile(r"(?:投资)?(?:建设|新建|扩建|改扩建|新上|上马|投建|建造|实施|启动|扩大)")
_SIZED = rf"(?:年(?:产|处理|加工|新增)|新增|日处理)?(?:{SOME}的?)?"
_CLOSING = r"(?:扩产|扩能|技改|扩建|改扩建|技术改造|改造|升级|产业化|[一二三四]期|第?[二三四]厂|数字化|智能化?|量产|生产)*"
_LINE = re.compile(rf"{_SIZED}(?P<goods>[^，。；：0-9“”]{{2,30}}?){_CLOSING}(?:{'|'.join(_WORKS)})(?=$|[、，。；等和及（])")
_PROJECT = re.compile(
    rf"{_SIZED}(?P<goods>[^，。；：、0-9“”等]{{2,24}}?){_CLOSING}项目(?=$|[、，。；等（]|建设|投产|开工|落地|达产|竣工|进度|前期|尽快)"
)
_BUILDING = Cue(_WORKS)
_BEFORE = 24
"""Characters of what may stand between the beginning of a clause and the verb of its firm."""


def apply(ctx: Context, text: str, span: Span, paragraph: int, out: Reading) -> None:
    """Note such firms and goods, and where firms are to build or develop something."""
    if text.find("在", span.start, span.end) >= 0:
        _stand(ctx, text, span, paragraph, out)
    if not _BUILDING.stands(text, span):
        return
    for clause in clauses.clauses(text, span):
        begin = clause.start + firm_words.led(text[clause.start : clause.end])
        prefix = place_prefix(ctx, text[begin : clause.end])
        start = begin + prefix[1] if prefix is not None else begin
        found = _building(text, start, clause, out) or _named(ctx, text, start, clause, out)
        if found is None:
            continue
        size, what = found
        goods = _goods(ctx, text, what) if text.find("公司", what.start, what.end) < 0 else []
        goods = [thing for thing in goods if not words.ending(thing.what.name, "deed_no_goods")]
        if not goods:
            continue
        firm = out.name(Owner("Enterprise", text[start : start + size]), paragraph, start, start + size, "investor")
        where = (paragraph, clause.start, what.end)
        if prefix is not None and prefix[0] != ctx.home:
            out.name(prefix[0], paragraph, begin, start + size, "place")
            out.state(firm, "locatedIn", prefix[0], "existing", where, "place-prefix")
        for thing in goods:
            out.name(thing.what, paragraph, thing.start, thing.end, "invested", thing.aliases)
            out.state(firm, "produces", thing.what, _status(text, what.end, clause.end), where, "invested")


_BUILT = re.compile(r"(?:项目|[一二三]期|全部|全面|正式|顺利|成功|已|相继|先后)*(?:竣工|建成|投产|投用|达产)(?!达效后|后)")


def _status(text: str, start: int, end: int) -> Status:
    """Whether what a firm invests in is there by what follows it."""
    return "existing" if _BUILT.match(text, start, end) is not None else "planned"


_THERE = re.compile(r"(?P<who>[^，。；：]{3,30}?)在(?P<place>[^，。；：在]{2,16}?)(?:建设|新建|布局|设立|投资|扩建|发展|实施)")


@needs(_THERE)
def _stand(ctx: Context, text: str, span: Span, paragraph: int, out: Reading) -> None:
    """“推动甲、乙在丙镇建设…”: where the firms are to be."""
    for clause in clauses.clauses(text, span):
        begin = clause.start + firm_words.led(text[clause.start : clause.end])
        there = _THERE.match(text, begin, clause.end)
        prefix = place_prefix(ctx, there["place"]) if there is not None and brands.acting(there["who"]) else None
        if there is None or prefix is None or prefix[1] != len(there["place"]) or prefix[0] == ctx.home:
            continue
        where = (paragraph, begin, there.end())
        out.name(prefix[0], paragraph, *there.span("place"), "place")
        for item in lists.parse(text, *there.span("who")).items:
            firm = out.name(Owner("Enterprise", item.text), paragraph, item.start, item.end, "investor")
            out.state(firm, "locatedIn", prefix[0], "planned", where, "invested-place")


def _building(text: str, start: int, clause: Span, out: Reading) -> tuple[int, Span] | None:
    """A firm in front of a verb of building, and the goods of the line or project that it builds."""
    verb = _VERB.search(text, start + 2, min(clause.end, start + _BEFORE))
    if verb is None:
        return None
    who = text[start : verb.start()]
    size = brands.acting(who) or (len(who) if who in out.told["Enterprise"] else 0)
    line = _LINE.match(text, verb.end(), clause.end) if size and "、" not in who[:size] else None
    return (size, Span(*line.span("goods"))) if line is not None else None


def _named(ctx: Context, text: str, start: int, clause: Span, out: Reading) -> tuple[int, Span] | None:
    """A firm that opens the name of its project (甲乙储能电芯项目): told before, or with other words behind it elsewhere."""
    body = text[start : clause.end]
    if "项目" not in body or "、" in body[: body.find("项目")]:
        return None
    told = out.told["Enterprise"] if body[:2] in out.firm_openings else frozenset()
    size = next((n for n in range(min(12, len(body) - 4), 1, -1) if body[:n] in told), 0) if told else 0
    size = max(size, ventures.opening(ctx, body))
    project = _PROJECT.match(text, start + size, clause.end) if size else None
    return (size, Span(*project.span("goods"))) if project is not None else None


@cache
def _general() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(map(re.escape, words.longest_first('generic_parts')))})*")


def _goods(ctx: Context, text: str, span: Span) -> list[Thing]:
    things = [classify(ctx, item.text, item.start) for item in lists.parse(text, span.start, span.end).items]
    found = [thing for thing in things if thing is not None and thing.what.type in ("Product", "Industry")]
    return [thing for thing in found if _fit(thing.what.name)]


_PHASE = re.compile(r"[一二三四五]期|公司")


def _fit(name: str) -> bool:
    """Whether a name says what is to be made."""
    general = _general().fullmatch(name) is not None or names.adjectival(name) or name in words.words("stops")
    return not general and len(name) > 2 and not verbal(name) and not firms.landed(name) and _PHASE.match(name) is None
