"""Firms by their slot alone, wherever it stands: what is listed before “等龙头企业” is firms, whatever they are called."""

from __future__ import annotations

import re

import msgspec

from lianpu.extract import brands, clauses, lists, names, words
from lianpu.extract.acts import Frame, Reliance
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.cues import needs
from lianpu.extract.owners import Option
from lianpu.extract.reading import Reading
from lianpu.extract.rules import arrivals, carriers, firm_words, firms
from lianpu.extract.rules.firm_words import Closing
from lianpu.extract.things import Thing, classify, list_start

_LONGEST = 140
"""Longest list that is looked at, characters."""
_JOINTS = re.compile(r"(?:、|以及|和|与|及|[，：])+")
_LEAD = re.compile(
    r"(?:[了着过]|围绕|瞄准|对接|紧盯|面向|服务|包括|其中|例如|比如|如|以|与|同|由|向|像|[^，。；：、]{2,8}的)(?=[\u4e00-\u9fffA-Za-z]{2})"
)
"""What may stand between the verb of a list and its first name."""
_ABROAD = re.compile(r"(?:瞄准|对接|紧盯|围绕|服务|面向)(?:一批|国内外|国内|全国|省内外)?$")
"""In front of firms elsewhere that a place wants to win or to serve."""
_MET = re.compile(r"的?(?:战略|深度|密切)*(?:对接|合作|联系|洽谈|沟通|交流)")
"""Behind firms that a place talks with (与甲、乙等龙头企业的对接)."""
_STREAMS = ("上游", "中游", "下游")
"""Opens a list of what stands there, which is no firms by their names (下游甲、乙等成套企业)."""
_NOTE = re.compile(r"（(?P<note>[^（）]{2,16})）$")


_WISH = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:争当|争做|争创|成为|成长为|打造成|培育成|发展成|做成)为?$")
"""What a listed firm is to become (支持甲科技|争当|链主企业)."""


class Named(msgspec.Struct, frozen=True, gc=False):
    """A listed firm and what a bracket behind its name says of it (甲科技（智能驾驶））."""

    thing: Thing
    note: Span | None = None


@needs(firm_words.pattern)
def apply(
    ctx: Context, text: str, frame: Frame, paragraph: int, options: tuple[Option, ...], near: Owner | None, out: Reading
) -> None:
    """Mention the firms of every such list, and state what its words say of them: where they stand, what they carry or make."""
    for clause in clauses.clauses(text, frame.span):
        start = clause.start
        for closing in firm_words.closings(text, clause):
            if "传统" in closing.words:
                continue
            begin = _begin(text, max(start, closing.start - _LONGEST), closing.start)
            start = closing.end
            if text.startswith(_STREAMS, begin):
                continue
            sought = _sought(text, clause.start, begin)
            came = sought and _come(text, clause, begin, closing)
            found = _firms(ctx, text, Span(begin, closing.start), closing, sought and not came, out)
            if came and all(brands.strength(named.thing.what.name) < 2 for named in found):
                continue
            place = (paragraph, begin, closing.end)
            abroad = _ABROAD.search(text, max(clause.start, begin - 4), begin) is not None or text.startswith("配套", closing.end)
            abroad = abroad or text[begin - 1 : begin] in ("与", "同") and _MET.match(text, closing.end) is not None
            for named in found:
                _note(ctx, text, named, paragraph, clause, out)
            what = [named.thing for named in found]
            settled = abroad or arrivals.state(ctx, text, clause, Span(begin, closing.end), what, paragraph, options, out)
            layer = _layer(ctx, text, clause, begin, options) if what and not closing.leading else None
            if layer is None or layer != ctx.subject:
                _made(ctx, text, closing, what, place, out)
            named_here = not closing.leading and _nearby(closing, what, place, options, out)
            if what and not abroad and (closing.leading or named_here):
                reliance = Reliance(Span(begin, closing.end), "", "支持", clause)
                sector = carriers.of_list(ctx, text, frame, reliance, options, near)
                _carry(None if settled and sector == ctx.subject else sector, what, place, out)
            elif layer is not None:
                _carry(layer, what, place, out)


def _begin(text: str, start: int, end: int) -> int:
    """Where the first name of a list begins: behind a list before it, the verbs and the words that lead to it."""
    joint = _JOINTS.match(text, start, end)
    start = max(joint.end() if joint is not None else start, text.rfind("：", start, end) + 1)
    begin = list_start(text, start, end)
    lead = _LEAD.match(text, begin, end)
    return lead.end() if lead is not None else begin


def _sought(text: str, start: int, end: int) -> bool:
    """Whether a list stands under a verb of recruiting, which names kinds of firms as often as firms."""
    return any(token.kind == "seek" for token in clauses.tokens(text, Span(start, end)))


_COUNTED = re.compile(r"(?:共|共计|总共|累计)?[0-9]+余?[家户]")


def _come(text: str, clause: Span, begin: int, closing: Closing) -> bool:
    """Whether firms under such a verb have come, which have names: they are counted, or the verb tells of what is done."""
    counted = _COUNTED.search(closing.words) or _COUNTED.match(text, closing.end)
    return counted is not None or _CAME.search(text, clause.start, begin) is not None


_CAME = re.compile(
    r"(?:已|成功|先后|相继|累计|陆续|接连|新)(?:[^，。；：、]{0,4})(?:引进|引入|招引|吸引|签约)了?|(?:引进|引入|招引|吸引)了"
)


def _firms(ctx: Context, text: str, span: Span, closing: Closing, sought: bool, out: Reading) -> list[Named]:
    """The items as firms, where most are firms by their names alone; under a verb of recruiting no ending says so."""
    items = lists.parse(text, span.start, span.end).items
    if len(items) < 2 and not text.startswith("等", closing.start):
        return []
    named = [_named(ctx, item) for item in items]
    least = 2 if sought or len(items) == 1 or firms.fields(ctx, closing.words, items) else 1
    rated = [(one, _strength(ctx, one.thing.what.name, out, sought)) for one in named if one is not None]
    sure = [one for one, strength in rated if strength >= least]
    many = len(sure) * 2 > len(items) or len(sure) * 2 == len(items) and any(strength == 2 for _, strength in rated)
    return [one for one, strength in rated if strength == 2 or not ctx.known_sector(one.thing.what.name)] if many else []


def _named(ctx: Context, item: lists.Item) -> Named | None:
    """One item as a firm, with the span of the note in a bracket behind its name."""
    wish = _WISH.search(item.text)
    item = lists.Item(item.text[: wish.start()], item.start, item.start + wish.start()) if wish is not None else item
    note = _NOTE.search(item.text)
    body = item.text[: note.start()] if note is not None and names.form(item.text)[1] != "有限公司" else item.text
    thing = classify(ctx, body, item.start, slot="Enterprise")
    if thing is None or thing.what.type != "Enterprise":
        return None
    at = Span(item.start + note.start("note"), item.start + note.end("note")) if note is not None and body != item.text else None
    return Named(thing, at)


def _strength(ctx: Context, name: str, out: Reading, sought: bool) -> int:
    """How surely a listed name is a firm's: by an earlier mention, by itself, or as one that the text has nowhere else.

    Goods whose makers are sought (缺少甲、乙件等配套企业) are no firms.
    """
    if sought and names.goods(name) and name not in out.told["Enterprise"]:
        return 0
    return 2 if name in out.told["Enterprise"] else brands.strength(name) or int(firms.coined(ctx, name))


def _note(ctx: Context, text: str, named: Named, paragraph: int, clause: Span, out: Reading) -> None:
    """Mention a firm, where its place stands before it, and what the bracket behind it says that it makes."""
    thing = named.thing
    where = (paragraph, clause.start, clause.end)
    out.name(thing.what, paragraph, thing.start, thing.end, "firm-slot", thing.aliases)
    if thing.place is not None:
        out.name(thing.place, *where, "place")
        out.state(thing.what, "locatedIn", thing.place, "existing", where, "place-prefix")
    note = named.note
    firm_note = note is not None and brands.strength(text[note.start : note.end]) == 2
    if note is not None and not firm_note and (made := carriers.made(ctx, text[note.start : note.end], note.start)) is not None:
        out.name(made.what, paragraph, made.start, made.end, "firm-note")
        out.state(thing.what, "produces", made.what, "existing", (paragraph, thing.start, note.end + 1), "firm-note")


def _nearby(closing: Closing, found: list[Thing], place: tuple[int, int, int], options: tuple[Option, ...], out: Reading) -> bool:
    """Whether firms of no rank (“支持A、B等企业提升…”) are those of the sector that head or section give: neither a place nor
    one product is said of them.
    """
    near = options[0].owner.type == "Industry" and options[0].relation in ("head", "section0", "lead")
    if not near or closing.what or any(thing.place is not None for thing in found):
        return False
    said = {d.s for d in out.stated(place[0]) if d.p == "produces" and d.start <= place[2] and place[1] <= d.end}
    return not any(thing.what in said for thing in found)


_HOLDER = re.compile(
    r"(?P<layer>[\u4e00-\u9fff]{2}层)?(?P<field>[^，。；：、]{2,12}(?:领域|方面|板块|环节))?(?:已|目前|现)?"
    r"(?:拥有|集聚|聚集|汇聚|培育|涌现|形成|现有|有)"
)


def _layer(ctx: Context, text: str, clause: Span, begin: int, options: tuple[Option, ...]) -> Owner | None:
    """“基础层拥有A、B等…企业”, “X领域集聚C、D等…企业”: what the firms carry is what the layers are of, or the field."""
    holder = _HOLDER.match(text, clause.start, begin)
    if holder is None or holder.end() - clause.start < 4:
        return None
    if holder["layer"] is not None:
        return ctx.subject
    if holder["field"] is not None and (said := carriers.field(ctx, text, clause.start, begin)) is not None:
        return said
    first = options[0]
    return first.owner if first.relation == "lead" and first.owner.type == "Industry" else None


def _made(ctx: Context, text: str, closing: Closing, found: list[Thing], place: tuple[int, int, int], out: Reading) -> None:
    """The kind of firms is what they make; leaders of a sector carry it instead."""
    start = text.find(closing.what, closing.start)
    several = "与" in closing.what or "和" in closing.what
    made = carriers.made(ctx, closing.what, start) if closing.what and found and not several else None
    if made is None or closing.leading and not names.goods(made.what.name) or words.ending(closing.what, "firm_no_kinds"):
        return
    out.name(made.what, place[0], made.start, made.end, "firm-kind")
    for thing in found:
        out.state(thing.what, "produces", made.what, "existing", place, "firm-kind")


def _carry(sector: Owner | None, found: list[Thing], place: tuple[int, int, int], out: Reading) -> None:
    """The leaders carry the sector, unless the sentence has said of them which one they carry."""
    stated = out.stated(place[0])
    said = {d.s for d in stated if d.p == "anchors" and d.start <= place[2] and place[1] <= d.end}
    if sector is not None:
        firms.anchor((thing.what for thing in found if thing.what not in said), sector, place, "anchors-slot", out)
