"""上游, 中游 and 下游 of an industry: stageOf with a position, feeds (“上游引进甲、乙，下游拓展丙”)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from lianpu.extract import clauses, gaps, names, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.reading import Reading
from lianpu.extract.rules import chain_owners, stage_lists
from lianpu.extract.things import Thing
from lianpu.model import Position

_STREAM = re.compile(r"(?P<which>[上中下])游(?![上中下]游|客|戏|船|轮|泳|学)")
_POSITIONS: dict[str, Position] = {"上": "upstream", "中": "midstream", "下": "downstream"}


def apply(
    ctx: Context, text: str, span: Span, paragraph: int, home: Owner | None, out: Reading, taken: tuple[Span, ...] = ()
) -> None:
    """Read positions along the stream in one statement.

    ``taken`` are the spans of sequences, whose stages have their place by order already.
    """
    if home is not None and (headed := titled(ctx, paragraph)) is not None:
        _below(ctx, text, span, paragraph, headed, home, out)
    for position, thing, place, chain in _placed(ctx, text, span, home) if home is not None else ():
        if not any(s.start <= thing.start < s.end for s in taken):
            write(thing, position, chain, (paragraph, place.start, place.end), out)


_TITLE = re.compile(r"(?:产业链)?(?P<which>[上中下])游(?:环节|产业|领域|原料|材料|制造|应用|产品|端|部分)*(?:（[^（）]{1,10}）)?")


def titled(ctx: Context, paragraph: int) -> Position | None:
    """The place along the chain that the heading of a paragraph says."""
    found = _TITLE.fullmatch(ctx.outline.sections[ctx.outline.paragraphs[paragraph].section].title)
    return _POSITIONS[found["which"]] if found is not None else None


def _below(ctx: Context, text: str, span: Span, paragraph: int, position: Position, chain: Owner, out: Reading) -> None:
    """What a statement under such a heading does no more than list."""
    end = span.end - text.endswith("。", span.start, span.end)
    if text.find("，", span.start, end) < 0 and _STREAM.search(text, span.start, end) is None:
        listed = Span(stage_lists.past_verbs(text, span.start, end), end)
        for thing in stage_lists.things(ctx, text, listed):
            write(thing, position, chain, (paragraph, listed.start, listed.end), out)


_MEANS = re.compile(
    r"(?:向|在)?[上中下]游(?:端|环节|方面)?(?:$|(?:以[^，]*为(?:链主|龙头|核心|主体|载体|依托|骨干)|(?:依托|发挥|对接|联合|借助|支持)[^，]*)$)"
)
_MEANS_ONLY = re.compile(r"(?:以[^，]*为(?:链主|龙头|核心|主体|载体|依托|骨干)|(?:依托|发挥|对接|联合|借助)[^，]*)$")


def reach(text: str, pieces: Sequence[Span], clause: Span) -> Span:
    """A clause with the one before it that says only where along the stream and by whom (“中游以甲为链主，发展乙”)."""
    at = next((i for i, piece in enumerate(pieces) if piece.start <= clause.start < piece.end), 0)
    for before in reversed(pieces[max(0, at - 2) : at]):
        if _MEANS.match(text, before.start, before.end):
            return Span(before.start, clause.end)
        if _MEANS_ONLY.match(text, before.start, before.end) is None:
            break
    return clause


def kept(
    ctx: Context, text: str, span: Span, paragraph: int, owner: Owner, things: list[tuple[Owner, int, int]], out: Reading
) -> None:
    """Things that another rule found in the clause ``span``: stages in the one position that the clause names before them.

    Left alone where the list beside 上游 or 下游 has been read already.
    """
    home = chain_owners.section_industry(ctx, paragraph, owner)
    marks = _marks(text, span)
    if home is None or any(d.position and d.start < span.end and span.start < d.end for d in out.stated(paragraph)):
        return
    if len(marks) != 1 or _generic(text, marks[0].end(), span.end) or _goods_before(text, span, marks[0].start()):
        return
    for what, start, end in things:
        if start >= marks[0].end():
            place = (paragraph, marks[0].start(), max(end, marks[0].end()))
            write(Thing(what, start, end), _POSITIONS[marks[0].group("which")], home, place, out)


def _marks(text: str, span: Span) -> list[re.Match[str]]:
    """上游, 中游, 下游 where an industry's are meant, not a river's, a rank or both ends at once."""
    rivers = tuple(words.words("stream_not_before"))
    return [m for m in _STREAM.finditer(text, span.start, span.end) if not text[span.start : m.start()].endswith(rivers)]


def write(thing: Thing, position: Position, chain: Owner, where: tuple[int, int, int], out: Reading) -> None:
    """State that a thing stands at a place along a chain; what is made of goods before 下游 only takes them."""
    if thing.what.name == chain.name:
        return
    rule = f"chain-{position}"
    out.name(chain, *where, "chain")
    out.name(thing.what, where[0], thing.start, thing.end, "stage", thing.aliases)
    if chain.type == "Industry":
        out.state(thing.what, "stageOf", chain, "existing", where, rule, position=position)
    if position == "upstream":
        out.state(thing.what, "feeds", chain, "existing", where, rule)
    elif position == "downstream":
        out.state(chain, "feeds", thing.what, "existing", where, rule)


def _placed(ctx: Context, text: str, statement: Span, home: Owner) -> list[tuple[Position, Thing, Span, Owner]]:
    out: list[tuple[Position, Thing, Span, Owner]] = []
    pieces = clauses.clauses(text, statement)
    for index, piece in enumerate(pieces):
        marks = _marks(text, piece)
        following = pieces[index + 1] if index + 1 < len(pieces) else None
        for number, mark in enumerate(marks):
            position = _POSITIONS[mark.group("which")]
            chain = _before(ctx, text, piece, mark.start()) or chain_owners.said_before(ctx, text, statement.start, piece.start)
            chain = (
                (_goods_before(text, piece, mark.start()) or home) if chain is None else chain_owners.of_home(ctx, chain, home)
            )
            end = marks[number + 1].start() if number + 1 < len(marks) else piece.end
            listed = _front(text, _behind(text, Span(marks[number - 1].end(), piece.end)) if number else piece, mark)
            stands = _STANDS.search(text[piece.start : mark.start()])
            if listed is None and (stands is None or stands.start() == 0 and text.startswith("的", mark.end())):
                listed = _back(text, mark.end(), end, following if end == piece.end else None)
            if listed is not None:
                whole = Span(min(mark.start(), listed.start), max(mark.end(), listed.end))
                out += [(position, thing, whole, chain) for thing in stage_lists.things(ctx, text, listed)]
            if listed is not None and listed.end < mark.start():
                out += [(position, thing, Span(mark.start(), end), chain) for thing in _closing(ctx, text, mark.end(), end)]
    return out


_JOINED = re.compile(r"[^、，]{0,6}?(?:企业|项目|产品|原料|材料|配套|环节)(?:以及|和|及|与)")


def _behind(text: str, rest: Span) -> Span:
    """“A等上游企业和B等下游企业”: where the second list begins."""
    joined = _JOINED.match(text, rest.start, rest.end)
    return Span(joined.end() if joined else rest.start, rest.end)


def _before(ctx: Context, text: str, piece: Span, at: int) -> Owner | None:
    """“X下游”, “X产业链上游”: the industry right before the word, when the text treats it as one."""
    if _STANDS.search(text[piece.start : at]) is not None:
        return None
    body = re.sub(r"(?:产业链|产业|链)?的?(?:向)?$", "", text[piece.start : at])
    tokens = clauses.tokens(text, Span(piece.start, piece.start + len(body)))
    name = body[tokens[-1].end - piece.start :] if tokens else body
    name = re.sub(r"^.*[、和与及]", "", name)
    return Owner("Industry", name) if 2 <= len(name) <= 12 and ctx.known_sector(name) else None


def _goods_before(text: str, piece: Span, at: int) -> Owner | None:
    """“甲下游乙、丙”: the goods right before the word, from which or into which the others are made."""
    tokens = clauses.tokens(text, Span(piece.start, at))
    begin = max(tokens[-1].end if tokens else piece.start, text.rfind("、", piece.start, at) + 1)
    name = text[begin:at].removesuffix("的")
    if _STANDS.search(name) is not None:
        return None
    goods = _LATIN.fullmatch(name) is not None or 3 <= len(name) <= 8 and names.goods(name)
    return Owner("Product", name) if goods and names.nameable(name) else None


_STANDS = re.compile(
    r"等?(?:产品|环节|企业|领域)?(?:均|都|主要)?(?:处于|位于|属于|居于|处在)(?:全?产业链|链条)?的?$|(?<=[\u4e00-\u9fffA-Za-z]{2})（(?:产业链)?$"
)
"""“甲、乙处于产业链上游”, “甲、乙（上游）”: the list stands in front of its place."""
_LATIN = re.compile(r"[A-Z][A-Za-z0-9\-]{1,7}")


def _front(text: str, piece: Span, mark: re.Match[str]) -> Span | None:
    """“A、B等上游材料”: the list before the word, behind the verb that governs it."""
    body = text[piece.start : mark.start()]
    stands = _STANDS.search(body)
    if stands is not None and len(body) > len(stands.group()) + 1:
        return Span(stage_lists.past_verbs(text, piece.start, piece.start + stands.start()), piece.start + stands.start())
    if not body.endswith(("等", "等的")):
        return None
    tokens = [t for t in clauses.tokens(text, Span(piece.start, mark.start())) if t.end < mark.start() - 2]
    start = tokens[-1].end if tokens else piece.start
    joined = re.match(r"以及|及|和|与|通过|对", text[start : mark.start()])
    return Span(start + (joined.end() if joined else 0), mark.start() - (2 if body.endswith("等的") else 1))


def _closing(ctx: Context, text: str, start: int, end: int) -> list[Thing]:
    """The Y of “A、B等上游Y”, when it is more than a general noun."""
    if end - start < 4 or _generic(text, start, end) or text[start:end].endswith(("企业", "项目", "产品")):
        return []
    return stage_lists.things(ctx, text, Span(start, end))


_TRAILING = re.compile(
    r"(?:(?:等)?的?(?:方向|领域|产业)?(?:进行)?(?:拓展|延伸|延长|发展|布局|转型|迈进|升级|突破|集聚|为主|为重点|为辅)+"
    r"|(?:稳定|有效)?(?:供应|供给|保障)+|(?:提质|增效|扩量|扩能|扩产|拓展应用|应用)+|的(?:完整|较为完整)?的?(?:全?产业链条?|链条|格局|体系)|[→—＋+]+"
    r"|(?:研发|生产|及|和|应用|制造|等|各)*环节|到|、)$"
)


@cache
def _generics() -> tuple[str, ...]:
    return words.longest_first("stream_generic")


def _generic(text: str, start: int, end: int) -> bool:
    """Whether 上游 or 下游 is followed by a general noun (下游企业), so that what comes after is not what stands there."""
    return text[start:end].startswith(_generics())


def _back(text: str, start: int, end: int, following: Span | None) -> Span | None:
    """“上游引进A、B等”, “向下游的A、B延伸”, “拓展下游市场，开拓A、B”: the list after the word."""
    start += text.startswith("）", start, end)
    headed = _HEADED.match(text, start, end) or _telling(text, start, end)
    if headed is not None:
        start = headed.end()
    elif following is not None and len(text[start:end]) <= _SHORT and _NEXT.match(text, following.start, following.end):
        start, end = following.start, following.end
    elif _generic(text, start, end):
        open_market = (
            following is not None and len(text[start:end]) <= 6 and re.match(r"(?:消费|应用)?(?:市场|领域)$", text[start:end])
        )
        if not open_market or following is None:
            return None
        start, end = following.start, following.end
        if not clauses.tokens(text, following):
            return None
    elif not text[start:end].strip("的端环节方面") and following is not None:
        start, end = following.start, following.end
    held = _HELD.match(text, start, end)
    if held is not None:
        return Span(*held.span("list"))
    start = stage_lists.past_verbs(text, start, end)
    end = _told(text, start, end)
    trailing = _TRAILING.search(text[start:end])
    end = start + trailing.start() if trailing else end
    body = text[start:end]
    if len(body) < 2 or _NO_LIST.match(body) or _generic(text, start, end):
        return None
    return Span(start, end)


_NOUN = re.compile(r"[）)]?(?:环节|领域|端|方面|产业|部分|板块)(?:主要|重点)*")
_TELLS = re.compile(r"是|为|有|以|包括|包含|涵盖|涉及|覆盖")


def _telling(text: str, start: int, end: int) -> re.Match[str] | None:
    """“上游环节主要包括甲、乙”, “上游领域布局甲、乙”: the general noun in front of a verb that has the list."""
    noun = _NOUN.match(text, start, end)
    if noun is None or text.find("、", noun.end(), end) < 0:
        return None
    told = clauses.tokens(text, Span(noun.end(), end))
    governed = _TELLS.match(text, noun.end(), end) is not None or bool(told) and told[0].start == noun.end()
    return noun if governed else None


_SHORT = 10
"""Characters of what says what a stage is, in front of the clause that lists it (“上游原材料，主要有甲、乙”)."""
_NEXT = re.compile(r"(?:主要|重点)*(?:包括|包含|涵盖|有|为|是|涉及)(?=[^，。；]*、)")
_HEADED = re.compile(r"[\u4e00-\u9fff]{0,2}(?:环节|产业|领域|材料|应用|产品|端)*(?:（[^（）]{1,8}）)?[：]")
"""“上游环节：甲、乙”, “上游（原料）：甲、乙”: a label of what is listed behind it."""
_NO_LIST = re.compile(r"[与同和对]|在|“|将|由|通过|联合|缺乏|缺少|[^，]*为(?:链主|龙头|核心|主体|载体|依托|骨干)")
_HELD = re.compile(r"(?:端|环节)?[\u4e00-\u9fff]{2,6}（(?!含|包括)(?P<list>[^（），。；]+、[^（），。；]+)）")
"""“上游原料（甲、乙）”: what a bracket lists behind a general word."""
_COUNTED = re.compile(r"等?[两三四五]大?(?:段|环节|板块|部分|端)$")


def _told(text: str, start: int, end: int) -> int:
    """Where a list ends before what is told of it (“甲、乙配套不全”, “丙缺失”, “丁三段”)."""
    lack = gaps.lacking(text, Span(start, end))
    if lack is not None:
        return lack.end
    counted = _COUNTED.search(text, start, end)
    return counted.start() if counted is not None else end
