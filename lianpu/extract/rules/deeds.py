"""What firms that open a clause make or are to make: “支持甲药业扩产乙、丙”, “丁机械要加快研制戊”, “己化工的庚、辛出口…”."""

from __future__ import annotations

import re
from functools import cache

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from lianpu.extract import brands, clauses, lists, words
from lianpu.extract.acts import Frame, Reliance
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.owners import Option
from lianpu.extract.reading import Reading
from lianpu.extract.rules import carriers, deed_goods, districts, doers, firm_words, firms, places, sayings
from lianpu.extract.rules.deed_goods import Deed
from lianpu.extract.rules.doers import Doers
from lianpu.extract.things import classify, verbal
from lianpu.extract.whereabouts import park_in_front, place_prefix
from lianpu.model import Status


@cache
def _verbs() -> tuple[CharwiseDoubleArrayAhoCorasick, tuple[str, ...]]:
    found = (*words.longest_first("deeds"), "的")
    return CharwiseDoubleArrayAhoCorasick(list(found), MATCH_KIND_LEFTMOST_LONGEST), found


_DONE = re.compile(r"已|率先|首|成功|先后|相继|现有?$|目前|[产成]了|了$|实现")
_WISHED = re.compile(r"要|将|拟|加快|力争|争取|计划|重点|积极|着力|继续|尽快|正在|全力|推进|进一步")
_OWN = re.compile(r"开发|研发|研制|研发生产|生产|年产|主要生产|推出|新上|上马|延伸发展|主打|主营|扩产|主攻|攻关|突破")
"""Verbs with which the next clause goes on about the same firms."""


def apply(
    ctx: Context, text: str, frame: Frame, paragraph: int, options: tuple[Option, ...], near: Owner | None, out: Reading
) -> list[Span]:
    """State what such firms make, where they stand and which sector they carry; gives the spans of the goods."""
    taken: list[Span] = []
    last: Deed | None = None
    for clause in clauses.clauses(text, frame.span):
        start, caused, home = _led(ctx, text, clause)
        deed = _deed(ctx, text, clause, start, caused, last, out)
        if deed is None:
            last = last if not caused else None
            continue
        who = deed.who
        goods = deed_goods.goods(ctx, text, deed)
        count = len(lists.parse(text, deed.objects.start, deed.objects.end).items)
        several = len(who.firms) > 1 and count > 1
        if not goods and not who.sure:
            continue
        if last is None or last.who is not who:
            sector = carriers.of(ctx, text, frame, Reliance(who.span, "", "支持", clause), options, near)
            called = text[who.span.start : who.span.end]
            only = len(who.firms) > 1 and not several and "企业" in called and not firm_words.leading(called)
            _note(who, paragraph, clause, sector if goods and not only else None, out)
            if home is not None:
                districts.firms(ctx, text, who.firms, paragraph, clause, out)
        last = deed
        if deed.kind == "place":
            into = _into if deed.verb.endswith(("入园", "进园")) else _settled
            into(ctx, text, deed, frame, paragraph, clause, out)
        paired = deed.each and len(goods) == len(who.firms)
        if several and not paired:
            continue
        status = "existing" if places.present(ctx, paragraph) else deed.status
        for index, thing in enumerate(goods):
            out.name(thing.what, paragraph, thing.start, thing.end, "deed", thing.aliases)
            where = (paragraph, clause.start, max(thing.end, who.span.end))
            for one in who.firms[index : index + 1] if paired else who.firms:
                out.state(one.what, "produces", thing.what, status, where, "deed")
        taken += [deed.objects] if goods else []
    return taken


def _led(ctx: Context, text: str, clause: Span) -> tuple[int, bool, Owner | None]:
    """Where a clause goes on behind what leads to its firms, whether it makes them act, the place that does (甲县支持|乙药业)."""
    start, caused = doers.led(text, clause.start, clause.end)
    if start == clause.start and ctx.place_pattern.match(text, start) is not None:
        home, begin = districts.host(ctx, text, clause)
        behind, made = doers.led(text, begin, clause.end) if home is not None else (start, False)
        return (behind, made, home) if made else (start, caused, None)
    return start, caused, None


def leader(ctx: Context, text: str, frame: Frame, out: Reading) -> Owner | None:
    """The one firm that takes the lead in a statement (“由甲药业牵头，联合乙大学…”)."""
    for clause in frame.clauses:
        end = next((at for word in ("牵头", "领衔") if (at := text.find(word, clause.start, clause.end)) > 0), -1)
        start, caused = doers.led(text, clause.start, clause.end) if end > 0 else (0, False)
        who = doers.read(ctx, text, Span(start, end), caused, out, bold=True) if end > start else None
        if who is not None and len(who.firms) == 1:
            return who.firms[0].what
    return None


def _settled(ctx: Context, text: str, deed: Deed, frame: Frame, paragraph: int, clause: Span, out: Reading) -> None:
    """“甲药业落户乙园”: where the firms have come to."""
    body = text[deed.objects.start : clause.end].rstrip("。；，").removesuffix("以来").removesuffix("后")
    prefix = place_prefix(ctx, f"{body}，")
    rest = body[prefix[1] :] if prefix is not None else body
    park = park_in_front(body, 0, len(body)) if rest else None
    home = park or (prefix[0] if prefix is not None and not rest else None)
    if home is None or home == ctx.home:
        return
    where = (paragraph, clause.start, clause.end)
    out.name(home, paragraph, deed.objects.start, deed.objects.start + len(body), "place")
    for thing in deed.who.firms:
        out.state(thing.what, "locatedIn", home, deed.status, where, "settled")


def _into(ctx: Context, text: str, deed: Deed, frame: Frame, paragraph: int, clause: Span, out: Reading) -> None:
    """“依托甲园，推动乙、丙入园”: the park that the statement relies on."""
    for reliance in frame.reliances:
        thing = classify(ctx, text[reliance.span.start : reliance.span.end], reliance.span.start)
        if thing is not None and thing.what.type == "Park":
            for one in deed.who.firms:
                out.state(one.what, "locatedIn", thing.what, deed.status, (paragraph, clause.start, clause.end), "settled")


_COUNTED = re.compile(r"[一二两三四五六七八九十0-9]+[家户大]|龙头|骨干|企业")


def _note(who: Doers, paragraph: int, clause: Span, sector: Owner | None, out: Reading) -> None:
    where = (paragraph, clause.start, who.span.end)
    for thing in who.firms:
        out.name(thing.what, paragraph, thing.start, thing.end, "doer", thing.aliases)
        if thing.place is not None:
            out.name(thing.place, *where, "place")
            out.state(thing.what, "locatedIn", thing.place, "existing", where, "place-prefix")
    if (
        sector is not None
        and sector.type == "Industry"
        and _COUNTED.match(sector.name) is None
        and not brands.alone(sector.name)
        and not verbal(sector.name)
    ):
        firms.anchor([thing.what for thing in who.firms], sector, (paragraph, clause.start, clause.end), "anchors-doer", out)


def _deed(ctx: Context, text: str, clause: Span, start: int, caused: bool, last: Deed | None, out: Reading) -> Deed | None:
    """What firms do that a clause opens with, or those of the clause before that it goes on about."""
    body = text[start : clause.end]
    unlikely = last is None and not caused and not doers.may_open(ctx, text, start, out)
    if unlikely and not words.inside(body, "firm_only_deeds"):
        return None
    acted: Deed | None = None
    automaton, verbs = _verbs()
    if last is not None and body.startswith(("是", "为")) and (is_ := sayings.goods(text, start, clause.end)) is not None:
        return Deed(last.who, "是", "have", is_, "existing")
    for begin, stop, index in automaton.find(body):
        verb, begin, stop = verbs[index], begin + start, stop + start
        kind = words.mapping("deeds").get(verb, ("",))[0]
        led = last is not None and last.verb in ("牵头", "领衔") and kind == "light" and begin == start
        if last is not None and not caused and (led or _goes_on(text[start:begin], verb)):
            status = _status(kind, text[start:begin], last.who.caused or last.status == "planned" and kind == "have")
            return Deed(last.who, verb, kind, _rest(text, stop, clause.end), status)
        if begin - start < 3 or _NOUN.match(text, begin):
            continue
        behind = text.startswith("的", stop) and verb != "的"
        said = _OWNED.match(text, stop + behind, clause.end) if verb == "的" or behind else None
        if (verb == "的" or behind) and said is None:
            continue
        bold = verb in words.words("firm_only_deeds") or text[start:begin].endswith("自主")
        who = doers.read(ctx, text, Span(start, begin), caused, out, bold=bold)
        if who is None:
            continue
        around = text[who.span.end : begin] + text[stop : stop + 1]
        if said is not None:
            return Deed(who, verb, "have", Span(*said.span("goods")), "existing")
        deed = Deed(who, verb, kind, _rest(text, stop, clause.end), _status(kind, around, who.caused), "分别" in around)
        if kind not in ("act", "raw", "place"):
            return deed
        acted = acted or deed
    known_for = _KNOWN_FOR.search(body)
    if known_for is not None and known_for.start() >= 3:
        who = doers.read(ctx, text, Span(start, start + known_for.start()), caused, out)
        if who is not None:
            return Deed(who, "以", "have", Span(start + known_for.start("goods"), start + known_for.end("goods")), "existing")
    toward = _TOWARD.search(body) if "向" in body else None
    if toward is not None and toward.start() >= 3:
        who = doers.read(ctx, text, Span(start, start + toward.start()), caused, out)
        if who is not None:
            return Deed(who, "向", "plan", Span(start + toward.start("goods"), start + toward.end("goods")), "planned")
    return acted


_MEANS = ("联合", "携手", "会同", "瞄准", "围绕", "面向", "针对", "依托", "通过", "利用")
"""What may stand in front of the verb with which a clause goes on about the firms of the one before."""
_THERE = re.compile(r"(?:将|拟)?在[^，。；、]{2,12}")


def _goes_on(before: str, verb: str) -> bool:
    """Whether a clause goes on about the firms of the one before: nothing but adverbs or a place stand in front of its verb."""
    if _THERE.fullmatch(before):
        return verb.endswith(("建", "建设", "建有", "建成"))
    means = not before or doers.adverbial(before) or before.startswith(_MEANS)
    return _OWN.fullmatch(verb) is not None and means


_NOUN = re.compile(
    r"(?:制造|生产|建造)(?:产业|基地|能级|能力|企业|中心|业|园|服务|环节|要素|装备|走廊|设备|工艺|技术|方式|线|经营)"
)
"""A verb of making that only opens a noun."""
_KNOWN_FOR = re.compile(
    r"以(?P<goods>[^，。；：]{2,40}?)(?:等)?(?:见长|著称|闻名(?:业内|全国|海内外|国内外|于世)?|为主打|为主攻方向|为主导产品|为拳头产品|为特色|为主)$"
)
_TOWARD = re.compile(
    r"(?:(?:逐步|加快|持续|产品|业务|产业链|进一步)*由(?P<from>[^，。；]{2,12}?))?(?:产品|业务)?向(?P<goods>[^，。；：]{2,50}?)(?:等)?(?:方向|领域|环节)?(?:延伸|转型|拓展|升级|发展|攀升|转变|转产|迈进|进军)(?:发展)?$"
)
_OWNED = re.compile(
    r"(?P<goods>[^，。；的]{2,40}?)(?:等(?:产品)?)?(?:产销量|产能|产量|销量|市场占有率|市场份额|出货量)?"
    r"(?:已|均|先后|相继|分别|要|也)*(?:稳居|居|位居|位列|出口|远销|畅销|占|进入|打入|切入|成功打入|跻身|获评|荣获|入选|填补|打破|实现|抢占|瞄准|达|突破|热销|成为|通过|应用于|供应|配套|服务(?=企业|用户|客户|超)|上线|投用|(?:成功|顺利|正式|首次)?(?:交付|下水|首航|试航|命名|首飞|下线|量产))"
)
"""Goods behind 的 of which a success is told."""


def _status(kind: str, around: str, wished: bool) -> Status:
    if wished:
        return "planned"
    if kind in ("have", "place"):
        return "planned" if _WISHED.search(around) else "existing"
    return "existing" if _DONE.search(around) and not _WISHED.search(around) else "planned"


def _rest(text: str, start: int, end: int) -> Span:
    """The goods behind a verb, without a sum of money, an amount and 了 in front."""
    lead = deed_goods.SIZED.match(text, start, end)
    return Span(lead.end() if lead is not None else start, end - (text[end - 1] in "。；"))
