"""What a project makes, by its name and the amounts in its description: “年产3万台甲泵”, “乙阀5万套、丙件2万个”."""

from __future__ import annotations

import re

from lianpu.extract import lists, names, words
from lianpu.extract.clauses import Span, split
from lianpu.extract.clauses import tokens as tokens_of
from lianpu.extract.context import Context, Owner
from lianpu.extract.document import Paragraph
from lianpu.extract.reading import Reading
from lianpu.extract.things import classify, verbal

_UNIT = (
    r"(?:台套|台/套|台（套）|[台套只吨件个辆架支片颗组根条米副双块枚盒瓶把卷箱袋张面樘匹羽尾株粒艘部艇对桶罐扇顶盏床串]"
    r"|平方米|立方米|公里|千米|[kKMG][wW]h?|[千兆吉]瓦时?|升)(?:/年)?(?!方)"
)
_AMOUNT = rf"(?:约|超)?[0-9][0-9.,]*(?:余)?(?:[万亿千百]*){_UNIT}"
_SIZE = r"(?:[0-9.]+(?:英寸|寸|nm|um|μm|mm|[VGTkM]))?"
"""A size that belongs to the name of what is made (12英寸芯片)."""
_FIRST = re.compile(rf"^(?P<lead>.*?){_AMOUNT}(?:的)?(?P<what>{_SIZE}[^0-9，。；、（）]{{2,24}})(?:（[^（）]{{2,8}}）)?$")
_LAST = re.compile(
    rf"^(?P<what>{_SIZE}[^0-9，。；、（）]{{2,24}}){_AMOUNT}(?:以上)?(?:的?(?:生产|扩产|技改|技术改造|扩建)*(?:能力|产能|规模|项目))?$"
)
_COUNTS = re.compile(_AMOUNT)
_VERBS = re.compile(
    r"^(?:[一二三四五]期|(?:项目)?(?:建成|达产|投产)后|预计|可|将|拟|转型|年(?!产)|实现|和)*(?:年产|年新增|新增|新上|形成|生产|制造|日产|月产能?|产能|各类|各种|配套)*"
)
_TAKEN = re.compile(r"[年日]?(?:均)?(?:处理|加工|消纳|回收|收购|收储|利用|接待|屠宰|周转|吞吐|配送)")
"""What goes in or passes through, not what is made."""
_END = re.compile(
    r"(?:的)?(?:生产能力|能力|生产线|智能化?产线|产线|产能|规模|生产|制造|量产|产业集群|生产基地|基地|建设|技术改造|改造|技改|扩产|扩建|改扩建|产业化|研发|智能|数字化|车间|工厂|与|及|和|的)*(?:项目)?$"
)
_PROJECT = re.compile(
    r"^(?P<what>.{2,30}?)(?:关键技术)?(?:精密|精细|绿色|智能|高端)?(?P<tail>研发制造|研发生产|生产制造|智能制造|生产加工|生产|制造|智造|产业化|研发与产业化|研发及产业化|产业化及研发|改扩建|扩建|扩产|技改|技术改造|(?:智能化|数字化|绿色化)(?:改造|升级)|产业基地|提取|精深加工|深加工|加工|封测|封装测试|总装|精炼|中试线|智能工厂|智能车间|扩能|搬迁升级|产线|生产线|新建|产业园)"
    r"(?:生产)?(?:一体化)?(?:基地|线|厂房|产业园)?(?:产能)?(?:结构)?(?:[一二三四五]期)?(?:优化|升级|建设|技术改造|技改|扩建|改扩建|改造|提升)*(?:[一二三四五]期)?(?:项目|工程)?(?:（[^（）]*）)?$"
)


def apply(ctx: Context, row: Paragraph, index: int, maker: Owner, start: int, end: int, registered: str, out: Reading) -> None:
    """State what the firm is to make, as one cell of its row says."""
    before = len(out.drafts)
    for sentence in split(row.text, start, end, "。；"):
        triggered = False
        for clause in split(row.text, sentence.start, sentence.end, "，"):
            body = row.text[clause.start : clause.end]
            if words.inside(body, "output_bought") and not words.inside(body, "output_gained"):
                continue
            triggered = triggered or words.inside(body, "output_starts")
            if (told := _PRODUCTS.match(body)) is not None:
                listed(ctx, row, index, maker, clause.start + told.end(), clause.end, out)
            elif triggered and _COUNTS.search(body) or len(_COUNTS.findall(body)) > 1:
                _amounts(ctx, row, index, maker, clause.start, clause.end, out)
            else:
                _lines(ctx, row, index, maker, clause, out)
                _pursued(ctx, row, index, maker, clause, out)
    if len(out.drafts) == before and not words.inside(registered, "developers"):
        _titled(ctx, row, index, maker, start, end, registered, out)


_PRODUCTS = re.compile(r"(?:主要|主营|主导)?产品(?:主要)?(?:包括|涵盖|有|为|：)(?!年)")
_COUNTED_INSIDE = re.compile(rf"（(?P<goods>[^（）]*{_AMOUNT}[^（）]*[、，][^（）]*{_AMOUNT}[^（）]*)）")


def _amounts(ctx: Context, row: Paragraph, index: int, maker: Owner, start: int, end: int, out: Reading) -> None:
    for inner in _COUNTED_INSIDE.finditer(row.text, start, end):
        _amounts(ctx, row, index, maker, *inner.span("goods"), out)
    listing = _pieces(row.text, start, end)
    closed = _LAST.match(row.text[listing[-1].start : listing[-1].end])
    every = (
        closed is not None and "年产" in row.text[start:end] and not any(c.isdigit() for c in row.text[start : listing[-1].start])
    )
    for item in listing:
        bracket = _COUNTED_INSIDE.search(row.text, item.start, item.end)
        body = row.text[item.start : bracket.start() if bracket is not None else item.end]
        match = _LAST.match(body) or _FIRST.match(body)
        if match is not None:
            made = [m.end("verb") for m in _MAKING.finditer(match.group("what"))] if match.re is _LAST else []
            _made(
                ctx,
                row,
                index,
                maker,
                item.start + match.start("what") + max(made, default=0),
                item.start + match.end("what"),
                out,
            )
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
    """The goods of ``[start:end]``, before a bracket."""
    text = row.text[start:end]
    if _TAKEN.match(text):
        return
    lead = _VERBS.match(text)
    if lead is not None and lead.end() == len(text) > 0:
        return
    start += lead.end() if lead is not None else 0
    bracket = row.text.find("（", start + 2, end)
    listing = lists.parse(row.text, start, bracket if bracket > 0 and row.text[end - 1] == "）" else end)
    closing = lists.parse(row.text, listing.tail.start, listing.tail.end).items if listing.tail is not None else ()
    for item in (*listing.items, *closing):
        _state(ctx, index, maker, _END.sub("", item.text), item.start, out)


_MAKING = re.compile(
    r"(?P<verb>(?:年产|生产|新增|新上|形成)(?:各类|各种)?)(?![线及和与、]|设备|基地|能力|产能|面积|用房|厂房).{2}"
)
_LINES = "|".join(map(re.escape, words.longest_first("output_lines")))
_LINE = re.compile(
    rf"(?:形成|建设|建成|新建|新增|打造|新上|布局)(?P<what>[^，。；0-9]{{3,40}}?)(?:的)?(?:{_LINES})(?=[、，。；及和与等]|以及|$)"
)
_WORKS = re.compile(rf"(?:{'|'.join(map(re.escape, words.longest_first('output_works')))})+$")


def _lines(ctx: Context, row: Paragraph, index: int, maker: Owner, clause: Span, out: Reading) -> None:
    """“形成甲机生产能力”, “建设乙件生产线”: what comes from a line or factory that has no amount."""
    for match in _LINE.finditer(row.text, clause.start, clause.end):
        start, end = match.span("what")
        works = _WORKS.search(row.text[start:end])
        end = start + works.start() if works is not None and works.start() >= 3 else end
        for item in lists.parse(row.text, start, end).items:
            _state(ctx, index, maker, item.text, item.start, out)


def _pursued(ctx: Context, row: Paragraph, index: int, maker: Owner, clause: Span, out: Reading) -> None:
    """“攻关A、B等技术”, “推出C”: what the firm's own project is to work out or bring out."""
    tokens = tokens_of(row.text, clause)
    verbs = [t for t in tokens if t.kind != "adverb"]
    word = verbs[0] if verbs else None
    if word is None or word.status != "breakthrough" and word.word not in words.words("project_acts"):
        return
    if not _OWN.fullmatch(row.text, clause.start, word.start) or any(t.kind in ("prep", "cause") for t in tokens):
        return
    if _NAMES_ONLY.search(row.text[word.end : clause.end]):
        return
    last = word
    for follower in verbs[1:]:
        last = follower if follower.start == last.end else last
    for item in lists.parse(row.text, last.end, clause.end).items:
        _state(ctx, index, maker, item.text, item.start, out)


_ADVERBS = "|".join(map(re.escape, words.longest_first("adverbs")))
_OWN = re.compile(rf"(?:[^，。；：]{{2,8}}：|[0-9]+[.、]|本?项目|公司|企业|拟|将|主要|计划|并|同时|{_ADVERBS})*")
_NAMES_ONLY = re.compile(r"^(?:关键|核心)?(?:技术|难题|瓶颈)|体系$")


def listed(ctx: Context, row: Paragraph, index: int, maker: Owner, start: int, end: int, out: Reading) -> None:
    """The goods that a cell of products lists."""
    for item in lists.parse(row.text, start, end).items:
        _state(ctx, index, maker, item.text, item.start, out)


def _titled(ctx: Context, row: Paragraph, index: int, maker: Owner, start: int, end: int, registered: str, out: Reading) -> None:
    """A project called after its product: plot, place, the firm's own name and the phase in front left out."""
    text = row.text[start:end]
    openings = _openings(ctx, text, registered)
    unnamed = not any(branded for _, branded in openings)
    for size, branded in openings:
        more = _MORE.match(text, size) if branded else None
        size = more.end() if more is not None and text[size - 2 : more.end()] in registered else size
        phase = _AGE.match(text, size)
        size = phase.end() if phase else size
        match = _PROJECT.match(text[size:]) or _BRANDED.match(text[size:])
        plain = match is not None and match.re is _BRANDED
        if match is None or len(match["what"]) < 2:
            continue
        if plain and (_built(ctx, match["what"]) or not (branded or unnamed and _goods(match["what"]))):
            continue
        items = lists.parse(row.text, start + size, start + size + match.end("what")).items
        made = match.re is _PROJECT and match["tail"] in words.words("project_makes") and not _built(ctx, match["what"])
        own = branded and not _built(ctx, match["what"]) and not names.adjectival(match["what"])
        if plain or made or own or any(names.goods(item.text) or ctx.known_sector(item.text) for item in items):
            for item in items:
                _state(ctx, index, maker, item.text, item.start, out)
        return


def _goods(what: str) -> bool:
    """Whether all that a project is called after are goods."""
    parts = re.split(r"[、及和与]", what)
    return all(names.goods(part) and names.form(part)[0] in _MADE for part in parts)


_MADE = (None, "Product", "Enterprise", "Industry")
"""Classes that the ending of goods may have, too."""


def _openings(ctx: Context, text: str, registered: str) -> list[tuple[int, bool]]:
    """Where the product may begin in a project's name, longest first, and whether the firm's own name stands before it."""
    own = registered
    while (around := ctx.place_pattern.match(own)) is not None and around.end() < len(own):
        own = own[around.end() :].lstrip("省市区县")
    plot = _PLOT.match(text)
    begin = plot.end() if plot else 0
    place = ctx.place_pattern.match(text, begin)
    at = text.find(registered)
    if at >= 0:
        begin, place = at + len(registered), None
    starts = [begin, *([place.end()] if place is not None else [])]
    found: list[tuple[int, bool]] = []
    for here in reversed(starts):
        sizes = range(min(8, len(text) - here - 1), 1, -1)
        brand = [n for n in sizes if own.startswith(text[here : here + n]) and text[here + n] not in "及和与、"]
        found += [(here + n, True) for n in (*brand[:1], *brand[-1:])]
    return [*found, *((here, at >= 0) for here in reversed(starts))]


def _built(ctx: Context, what: str) -> bool:
    """Whether a project's name says what is built or where, rather than what is made."""
    return bool(words.ending(what, "project_generic")) or ctx.place_pattern.search(what) is not None


_BRANDED = re.compile(r"(?P<what>[^，。；、（）0-9]{4,16}?)(?:项目|基地|基地项目)$")
"""What follows the firm's own short name in the name of its project."""
_PLOT = re.compile(r"^[\u4e00-\u9fff]{0,8}?[【〔\[（(]20[0-9]{2}[】〕\]）)][0-9]{1,4}号(?:地块)?")
"""The number of a plot of land in front of the name of what is built on it."""
_AGE = re.compile(r"(?:20[0-9]{2}年度?|[一二三四五六]期|新建|新上|年产|生产|制造)*")
_MORE = re.compile(r"科技|集团|智能(?!化)|股份")
"""What may belong to a firm's short name in front of the goods, where its registered name has it there."""


_NO_GOODS = re.compile(
    r"[0-9.]+$|面积|平方|厂房|场地|用地|(?:(?<!加工)中心|基地|园区|产业园|工厂|车间)$|^(?:辅助|配套|相关|生产|检测|智能|成套)?设备$"
)


def _state(ctx: Context, index: int, maker: Owner, text: str, start: int, out: Reading) -> None:
    thing = classify(ctx, text, start)
    least = 2 if names.goods(text) else 3
    if thing is None or thing.what.type not in ("Product", "Industry") or not least <= len(thing.what.name) <= 20:
        return
    name = thing.what.name
    if verbal(name) or _NO_GOODS.search(name) or names.adjectival(name) or name in words.words("stops"):
        return
    out.name(thing.what, index, thing.start, thing.end, "row-output")
    out.state(maker, "produces", thing.what, "planned", (index, thing.start, thing.end), "row-output")
