"""A statement as a reader takes it apart: who, relying on whom, does what, to which list of things."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from lianpu.extract import brands, clauses, fields, gaps, labelled, verb_acts, wooing, words
from lianpu.extract.acts import Act, Frame, Reliance
from lianpu.extract.clauses import Span, Token

_AS = re.compile(
    r"作?为(?:主要|核心|重要|重点|关键)?(?P<role>(?:[\u4e00-\u9fff]{2})?重点(?:县市|县区|市县|县|市|区县|乡镇|镇街|镇|乡)|(?:主攻|发展)方向|方向|切入点|着力点|支柱|特色|补充|载体|平台|依托|龙头|核心|重点|主导|支撑|引领|牵引|骨干|主体|链主|代表|基础|中心|主|突破口|纽带|带动|引擎|主阵地|主战场|主平台|承载[地区]?|拓展区|(?:(?:重点|优势|主要)?布局)?(?:优势|重点|主要|核心)?(?:区域|产区)|主产区|优势区|基地|阵地|(?:重要)?节点|示范点?|样板|典型)"
)
_AS_TOO = re.compile(rf"、(?P<list>[^，。；：为]{{2,40}}?){_AS.pattern}(?=[、，。；的]|$)")
"""What else something is with another role (以甲为主导、乙为支撑)."""
_EFFECT = re.compile(
    r"(?:的)?(?:“?(?:龙头|骨干|链主|引领|带动|平台|载体|示范|支撑|牵引|辐射|核心|集聚|基础|主导|领军|主体|桥梁|纽带|孵化)”?(?:引领|带动|辐射|示范|支撑|骨干)*)*(?:作用|优势|效应|功能)"
)


def parse(text: str, statement: Span, led: Callable[[Span], int] = lambda clause: clause.start) -> Frame:
    """The frame of ``text[statement.start:statement.end]``; ``led`` tells where the places that a clause leads with end."""
    pieces = tuple(
        part
        for piece in clauses.clauses(text, statement)
        for whole in _coordinate(text, _behind(text, piece))
        for part in _as_what(text, whole)
    )
    begins = [_governed(text, piece, led(piece)) for piece in pieces]
    tokens = [clauses.tokens(text, Span(begin, piece.end)) for piece, begin in zip(pieces, begins, strict=True)]
    reliances, taken = _reliances(text, pieces, tokens)
    toward = fields.toward(text, pieces, tokens) if fields.TOWARD.stands(text, statement) else []
    taken += [Span(act.clause.start, act.clause.end) for act in toward]
    lacking = gaps.lacks(text, pieces, tokens) if gaps.LACKING.stands(text, statement) else []
    taken += [act.clause for act in lacking]
    as_what = fields.taken(text, pieces) if fields.TAKEN.stands(text, statement) else []
    taken += [act.clause for act in as_what]
    woo = wooing.acts(text, statement, pieces) if wooing.WOOING.stands(text, statement) else []
    taken += [act.clause for act in woo]
    held = fields.strengths(text, pieces, tokens)
    free = [piece for piece in pieces if not any(a.clause.start <= piece.start < a.clause.end for a in woo)]
    listed = (*fields.fields(text, free, [tokens[pieces.index(p)] for p in free]), *fields.weighted(text, reliances))
    called = labelled.acts(text, statement, pieces, tokens)
    taken += [span for act in called for span in (Span(act.verb.start, act.verb.end), *act.objects)]
    acts = [*listed, *as_what, *held, *toward, *lacking, *woo, *called, *_acts(text, pieces, begins, tokens, taken)]
    lead = _lead(pieces, tokens)
    around = tuple(
        Span(t.end, piece.end)
        for piece, row in zip(pieces, tokens, strict=True)
        for t in row[:1]
        if t.word in ("围绕", "针对", "面向") and len(row) == 1
    )
    return Frame(statement, pieces, tuple(acts), tuple(reliances), around, lead)


_AMONG = re.compile(r"其中：?(?=[\u4e00-\u9fff]{3})")
"""Opens a clause about some of what was named before."""


def _behind(text: str, piece: Span) -> Span:
    """A clause without the word that it opens with and that adds nothing to who it is about."""
    among = _AMONG.match(text, piece.start, piece.end) if text.startswith("其中", piece.start) else None
    governed = among is not None and clauses.tokens(text, Span(among.end(), piece.end))
    return Span(among.end(), piece.end) if among is not None and governed else piece


def _governed(text: str, piece: Span, end: int) -> int:
    """Where the words that govern a clause may begin: behind the places that it leads with if one stands right there."""
    row = clauses.tokens(text, Span(end, piece.end)) if end > piece.start else ()
    return end if row and row[0].start == end else piece.start


_DEEDS = "建设|打造|发展|创建|布局|培育|做强|壮大|建成"
_FIRST_DEED = re.compile(rf"(?:支持|推动|推进|鼓励|引导)?(?P<who>[\u4e00-\u9fff]{{2,8}}?)(?P<deed>{_DEEDS})")


def _coordinate(text: str, piece: Span) -> Iterator[Span]:
    """“支持A建设X、B建设Y”: each who with the deed that they share is a clause of its own."""
    listed = text.find("、", piece.start, piece.end) >= 0
    first = _FIRST_DEED.match(text, piece.start, piece.end) if listed else None
    begin = piece.start
    if first is not None and _names(text, Span(*first.span("who"))):
        deed = re.compile(rf"、(?P<who>[\u4e00-\u9fff]{{2,8}}?){first['deed']}(?=[^、]{{3}})")
        for match in deed.finditer(text, first.end(), piece.end):
            if _names(text, Span(*match.span("who"))):
                yield Span(begin, match.start())
                begin = match.start("who")
    yield Span(begin, piece.end)


_AS_WHAT = re.compile(
    r"以[^，。；：]{2,60}?为(?:主要|核心|重要|重点|关键)?(?:承载|发展)?(?:载体|平台|依托|核心区域?|重点区域?|区域|承载地|承载区|阵地|主阵地|主战场|支撑|抓手|纽带|引擎|基地)"
)


def _as_what(text: str, piece: Span) -> Iterator[Span]:
    """“以甲镇、乙镇为重点区域发展丙”: what something is done with and what is done are clauses of their own."""
    match = _AS_WHAT.match(text, piece.start, piece.end) if text.startswith("以", piece.start) else None
    row = clauses.tokens(text, Span(match.end(), piece.end)) if match is not None and match.end() + 4 < piece.end else ()
    if match is None or not row or row[0].start != match.end():
        yield piece
        return
    yield Span(piece.start, match.end())
    yield Span(match.end(), piece.end)


def _names(text: str, span: Span) -> bool:
    """Whether a stretch is no adverb and holds no word that governs, so that it may name somebody."""
    return text[span.start : span.end] not in words.words("adverbs") and not clauses.tokens(text, span)


def _lead(pieces: Sequence[Span], tokens: Sequence[Sequence[Token]]) -> Span | None:
    if not pieces:
        return None
    first = tokens[0][0] if tokens[0] else None
    end = first.start if first else pieces[0].end
    if end <= pieces[0].start or end - pieces[0].start > 30:
        return None
    return Span(pieces[0].start, end)


def _governing(row: Sequence[Token]) -> list[Token]:
    return [t for t in row if t.kind in ("develop", "seek", "have")]


def _reliances(text: str, pieces: Sequence[Span], tokens: Sequence[Sequence[Token]]) -> tuple[list[Reliance], list[Span]]:
    """“依托…” spans may cross commas: they run to the first governing verb or role word."""
    out: list[Reliance] = []
    taken: list[Span] = []
    for index, (piece, row) in enumerate(zip(pieces, tokens, strict=True)):
        for t in row:
            if t.word in ("依托", "依靠", "借助"):
                end = _reliance_end(text, index, t.end, pieces, tokens)
                out.append(Reliance(Span(t.end, end), "", t.word, Span(piece.start, end)))
                taken.append(Span(t.start, end))
            elif t.word == "以" and t.kind == "prep":
                match = _AS.search(text, t.end, piece.end)
                if match:
                    out.append(Reliance(Span(t.end, match.start()), match.group("role"), "以", Span(piece.start, match.end())))
                    begin = match.end()
                    while (more := _AS_TOO.match(text, begin, piece.end)) is not None:
                        listed = Span(*more.span("list"))
                        out.append(Reliance(listed, more["role"], "以", Span(piece.start, more.end())))
                        begin = more.end()
                    taken.append(Span(t.start, begin))
            elif t.word == "发挥":
                match = _EFFECT.search(text, t.end, piece.end)
                if match and match.start() > t.end:
                    out.append(Reliance(Span(t.end, match.start()), "作用", "发挥", Span(piece.start, match.end())))
                    taken.append(Span(t.start, match.end()))
    return out, taken


def _reliance_end(text: str, index: int, start: int, pieces: Sequence[Span], tokens: Sequence[Sequence[Token]]) -> int:
    for piece, row in zip(pieces[index:], tokens[index:], strict=True):
        verbs = [t for t in row if t.start >= start and t.kind in ("adverb", "develop", "seek", "have", "cause")]
        if verbs:
            end = verbs[0].start
            while end > start and text[end - 1] in "，、 ":
                end -= 1
            return end
        preps = [t for t in row if t.start > start and t.kind == "prep"]
        if preps and piece is not pieces[index]:
            return piece.start - 1
        match = re.search(r"(?:企业|公司|优势|作用|院所|平台|机构|载体|等)$", text[start : piece.end])
        if match:
            return piece.end
        if "、" not in text[piece.start : piece.end] and piece is not pieces[index]:
            return piece.start - 1
    return pieces[index].end


def _acts(
    text: str, pieces: Sequence[Span], begins: Sequence[int], tokens: Sequence[Sequence[Token]], taken: list[Span]
) -> list[Act]:
    out: list[Act] = []
    for piece, begin, row in zip(pieces, begins, tokens, strict=True):
        free = [t for t in row if not any(s.start <= t.start < s.end for s in taken)] if taken else row
        verbs = _governing(free)
        causes = [t for t in free if t.kind == "cause"]
        body_start = max([piece.start, *(s.end for s in taken if piece.start <= s.start < piece.end)])
        state = _state(text, piece, max(body_start, begin), verbs, causes)
        if state is not None:
            out.append(state)
        if not verbs and not causes:
            if state is None and out and _continues(text, piece, free, taken) and out[-1].objects[-1].end + 1 == piece.start:
                last = out[-1]
                out[-1] = Act(
                    last.kind,
                    last.status,
                    last.verb,
                    (*last.objects, piece),
                    last.subject,
                    Span(last.clause.start, piece.end),
                    last.caused,
                )
            continue
        act = verb_acts.act(text, piece, body_start, verbs, causes)
        if act is not None and not text.startswith(_CHANCES, act.objects[0].start):
            out.append(act)
    return out


_CHANCES = ("机遇", "契机", "热潮", "浪潮")
"""What a verb says of the times rather than of a thing (抓住甲建设机遇)."""


def _state(text: str, piece: Span, start: int, verbs: list[Token], causes: list[Token]) -> Act | None:
    """“A、B等产量居全国前列”: a list that is the subject of a statement of fact."""
    first = min((t.start for t in (*verbs, *causes)), default=piece.end)
    if text.startswith(("把", "将"), start):
        return None
    if text.find("、", start, first) < 0:
        return _brought_forth(text, piece, start) if first == piece.end else None
    match = _states().search(text, start + 2, piece.end)
    end = min(first, match.start() if match else piece.end)
    if first == piece.end and match is None or text.find("、", start, end) < 0 or end - start > 120 or end >= piece.end:
        return None
    if brands.acting(text[start:end]):
        return None
    told = match is not None and match.start() <= first
    if _AROUND.search(text, start, end) or text.startswith("在", start) and text.find("突破", end, piece.end) >= 0:
        return None
    if text.startswith("在", start):
        if match is None or match.start() >= first:
            return None
        start += 1
    word = match.group() if match and told else text[end : end + 2]
    return Act("have", "existing", Token("have", word, "existing", end, end + len(word)), (Span(start, end),), None, piece)


_FORTH_AT = re.compile(
    r"(?:已经|已|成功|正式|顺利|相继|先后|实现|规模化|批量|小批量)*"
    rf"(?:{'|'.join(words.longest_first('brought_forth'))})$"
)


def _brought_forth(text: str, piece: Span, start: int) -> Act | None:
    """“首艘甲船成功交付”: one good that is there now."""
    end = piece.end - (text[piece.end - 1] in "。；")
    if not text.endswith(words.longest_first("brought_forth"), start, end):
        return None
    said = _FORTH_AT.search(text, start, end)
    if said is None or said.start() - start < 4:
        return None
    return Act(
        "have",
        "existing",
        Token("have", text[said.start() : end], "existing", said.start(), end),
        (Span(start, said.start()),),
        None,
        piece,
    )


_AROUND = re.compile(r"[上中下]游围绕|^(?:围绕|针对|面向|(?:力争|力求|努力|争取|重点|着力|全力|加快|积极|主要)+在)")


@cache
def _states() -> re.Pattern[str]:
    said = "|".join(map(re.escape, words.longest_first("states")))
    return re.compile(rf"(?:{said})(?!首[创台款艘])|居(?=[全前首第世国省亚])|[破超](?=[0-9百千万])|均(?![衡质化热速温相])")


def _continues(text: str, piece: Span, free: Sequence[Token], taken: list[Span]) -> bool:
    body = text[piece.start : piece.end]
    if (
        body.startswith("其中")
        or text.startswith("其中", piece.start - 2)
        or free
        or any(s.start <= piece.start < s.end for s in taken)
    ):
        return False
    return (
        "、" in body
        or body.endswith("等")
        or body.endswith(("产业", "行业"))
        and text[: piece.start - 1].endswith(("产业", "行业"))
    )
