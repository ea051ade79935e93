"""What a project makes, by its name and the amounts in its description: “年产3万台甲泵”, “乙阀5万套、丙件2万个”."""

from __future__ import annotations

import re

from lianpu.extract import lists, names, words
from lianpu.extract.clauses import Span, split
from lianpu.extract.context import Context, Owner
from lianpu.extract.document import Paragraph
from lianpu.extract.reading import Reading
from lianpu.extract.things import classify, verbal

_UNIT = r"(?:台套|台/套|台（套）|[台套只吨件个辆架支片颗组根条]|[kK][wW]|千瓦)(?:/年)?(?!方)"
_AMOUNT = rf"(?:约|超)?[0-9][0-9.,]*(?:余)?(?:[万亿千百]*){_UNIT}"
_FIRST = re.compile(rf"^(?P<lead>.*?){_AMOUNT}(?:的)?(?P<what>[^0-9，。；、（）]{{2,24}})$")
_LAST = re.compile(rf"^(?P<what>[^0-9，。；、（）]{{2,24}}){_AMOUNT}(?:以上)?(?:的?(?:生产)?(?:能力|产能|规模|项目))?$")
_TRIGGER = re.compile(r"年产|年新增|新增|形成|生产|产能|制造|日产|月产")
_COUNTS = re.compile(_AMOUNT)
_VERBS = re.compile(
    r"^(?:(?:项目)?(?:建成|达产|投产)后|预计|可|将|拟|转型|年(?!产)|实现|和)*(?:年产|年新增|新增|新上|形成|生产|制造|日产|月产能?|产能|各类|各种)*"
)
_END = re.compile(
    r"(?:的)?(?:生产能力|能力|生产线|智能化?产线|产线|产能|规模|生产|制造|产业集群|生产基地|基地|建设|技术改造|改造|产业化|研发|智能|数字化|车间|工厂|与|及|和)*(?:项目)?$"
)
_PROJECT = re.compile(
    r"^(?P<what>.{3,30}?)(?:关键技术)?(?:研发制造|研发生产|生产制造|生产|制造|产业化|研发与产业化|研发及产业化)(?:基地|线|厂房)?(?:建设|技术改造|技改|扩建|改造)?(?:项目|工程)?(?:（[^（）]*）)?$"
)


def apply(ctx: Context, row: Paragraph, index: int, maker: Owner, start: int, end: int, registered: str, out: Reading) -> None:
    """State what the firm is to make, as one cell of its row says."""
    before = len(out.drafts)
    for clause in split(row.text, start, end, "，。；"):
        body = row.text[clause.start : clause.end]
        if _TRIGGER.search(body) or len(_COUNTS.findall(body)) > 1:
            _amounts(ctx, row, index, maker, clause.start, clause.end, out)
    if len(out.drafts) == before:
        _titled(ctx, row, index, maker, start, end, registered, out)


def _amounts(ctx: Context, row: Paragraph, index: int, maker: Owner, start: int, end: int, out: Reading) -> None:
    listing = _pieces(row.text, start, end)
    closed = _LAST.match(row.text[listing[-1].start : listing[-1].end])
    every = (
        closed is not None and "年产" in row.text[start:end] and not any(c.isdigit() for c in row.text[start : listing[-1].start])
    )
    for item in listing:
        body = row.text[item.start : item.end]
        match = _LAST.match(body) or _FIRST.match(body)
        if match is not None:
            _made(ctx, row, index, maker, item.start + match.start("what"), item.start + match.end("what"), out)
        elif every:
            _made(ctx, row, index, maker, item.start, item.end, out)


def _pieces(text: str, start: int, end: int) -> list[Span]:
    """Parts between 、 and before an 及 that an amount follows (甲系统及200台乙机器人)."""
    out: list[Span] = []
    for piece in split(text, start, end, "、"):
        joint = re.search(r"[及和](?=[0-9])", text[piece.start : piece.end])
        if joint is not None and joint.start() > 2:
            out += [Span(piece.start, piece.start + joint.start()), Span(piece.start + joint.end(), piece.end)]
        else:
            out.append(piece)
    return out


def _made(ctx: Context, row: Paragraph, index: int, maker: Owner, start: int, end: int, out: Reading) -> None:
    text = row.text[start:end]
    lead = _VERBS.match(text)
    start += lead.end() if lead is not None and lead.end() < len(text) else 0
    for item in lists.parse(row.text, start, end).items:
        _state(ctx, index, maker, _END.sub("", item.text), item.start, out)


def _titled(ctx: Context, row: Paragraph, index: int, maker: Owner, start: int, end: int, registered: str, out: Reading) -> None:
    """A project called after its product, the firm's own name and the phase in front left out."""
    text = row.text[start:end]
    at = text.find(registered)
    if at >= 0:
        text, start = text[at + len(registered) :], start + at + len(registered)
    shared = [n for n in range(min(8, len(text)), 1, -1) if text[:n] in registered]
    for size in (*shared[:1], *shared[-1:], 0):
        phase = _PHASE.match(text, size)
        size = phase.end() if phase else size
        match = _PROJECT.match(text[size:])
        if match is None or len(match.group("what")) < 3:
            continue
        for item in lists.parse(row.text, start + size, start + size + match.end("what")).items:
            if names.goods(item.text):
                _state(ctx, index, maker, item.text, item.start, out)
        return


_PHASE = re.compile(r"(?:科技|集团|智能|股份)?(?:20[0-9]{2}年度?|[一二三四五六]期|新建|新上|年产)*")


def _state(ctx: Context, index: int, maker: Owner, text: str, start: int, out: Reading) -> None:
    thing = classify(ctx, text, start)
    if thing is None or thing.what.type not in ("Product", "Industry") or not 3 <= len(thing.what.name) <= 20:
        return
    name = thing.what.name
    if (
        verbal(name)
        or re.search(r"[0-9.]+$|面积|平方|厂房|场地|用地|^(?:辅助|配套|相关|生产|检测|智能|成套)?设备$", name)
        or names.adjectival(name)
        or name in words.words("stops")
    ):
        return
    out.name(thing.what, index, thing.start, thing.end, "row-output")
    out.state(maker, "produces", thing.what, "planned", (index, thing.start, thing.end), "row-output")
