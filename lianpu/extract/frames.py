"""A statement as a reader takes it apart: who, relying on whom, does what, to which list of things."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from lianpu.extract import clauses, words
from lianpu.extract.clauses import Span, Token

_QUOTED = 120
"""Longest statement that is quoted whole, characters."""


class Act(msgspec.Struct, frozen=True, gc=False):
    """A governing verb with the spans of its objects.

    ``kind`` is ``develop``, ``seek`` or ``have``; ``subject`` the span of the noun phrase before the verb or inside a
    causative (“支持A发展B”), if any; ``clause`` the span that is evidence for it.
    """

    kind: str
    status: str
    verb: Token
    objects: tuple[Span, ...]
    subject: Span | None
    clause: Span
    caused: bool = False
    closing: str = ""
    """Nominal verbs that close the objects (“的研发招引”)."""


class Reliance(msgspec.Struct, frozen=True, gc=False):
    """“依托X”, “以X为龙头”, “发挥X作用”: the span of X and the words that say what X is to the owner."""

    span: Span
    role: str
    opener: str
    clause: Span


class Frame(msgspec.Struct, frozen=True, gc=False):
    """One statement taken apart."""

    span: Span
    clauses: tuple[Span, ...]
    acts: tuple[Act, ...]
    reliances: tuple[Reliance, ...]
    around: tuple[Span, ...] = ()
    lead: Span | None = None
    """Noun phrase that opens the statement, before the first cue word."""

    def evidence(self, clause: Span, end: int = 0) -> tuple[int, int]:
        """What is quoted for a clause: the statement where it is short, else what leads to the clause's end, or to ``end``."""
        if self.span.end - self.span.start <= _QUOTED:
            return self.span.start, self.span.end
        start = self.span.start if clause.end - self.span.start <= _QUOTED else clause.start
        return start, max(clause.end, end)


_AS = re.compile(
    r"为(?:主要|核心|重要|重点|关键)?(?P<role>载体|平台|依托|龙头|核心|重点|主导|支撑|引领|牵引|骨干|主体|链主|代表|基础|中心|主|突破口|纽带|带动|引擎|主阵地|承载)"
)
_EFFECT = re.compile(
    r"(?:的)?(?:“?(?:龙头|骨干|链主|引领|带动|平台|载体|示范|支撑|牵引|辐射|核心|集聚|基础|主导|领军|主体|桥梁|纽带|孵化)”?(?:引领|带动|辐射|示范|支撑|骨干)*)*(?:作用|优势|效应|功能)"
)


def parse(text: str, statement: Span) -> Frame:
    """The frame of ``text[statement.start:statement.end]``."""
    pieces = clauses.clauses(text, statement)
    tokens = [clauses.tokens(text, piece) for piece in pieces]
    reliances, taken = _reliances(text, pieces, tokens)
    toward = _toward(text, pieces, tokens)
    taken += [Span(act.clause.start, act.clause.end) for act in toward]
    acts = [*_fields(text, pieces, tokens), *_weighted(reliances), *toward, *_acts(text, pieces, tokens, taken)]
    lead = _lead(pieces, tokens)
    around = tuple(
        Span(t.end, piece.end)
        for piece, row in zip(pieces, tokens, strict=True)
        for t in row[:1]
        if t.word in ("围绕", "针对", "面向") and len(row) == 1
    )
    return Frame(statement, pieces, tuple(acts), tuple(reliances), around, lead)


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
                    taken.append(Span(t.start, match.end()))
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


def _acts(text: str, pieces: Sequence[Span], tokens: Sequence[Sequence[Token]], taken: list[Span]) -> list[Act]:
    out: list[Act] = []
    for piece, row in zip(pieces, tokens, strict=True):
        free = [t for t in row if not any(s.start <= t.start < s.end for s in taken)] if taken else row
        verbs = _governing(free)
        causes = [t for t in free if t.kind == "cause"]
        body_start = max([piece.start, *(s.end for s in taken if piece.start <= s.start < piece.end)])
        state = _state(text, piece, body_start, verbs, causes)
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
        act = _act(text, piece, body_start, verbs, causes)
        if act is not None:
            out.append(act)
    return out


def _state(text: str, piece: Span, start: int, verbs: list[Token], causes: list[Token]) -> Act | None:
    """“A、B等产量居全国前列”: a list that is the subject of a statement of fact."""
    first = min((t.start for t in (*verbs, *causes)), default=piece.end)
    if text.find("、", start, first) < 0:
        return None
    match = _states().search(text, start + 2, piece.end)
    end = min(first, match.start() if match else piece.end)
    if first == piece.end and match is None or text.find("、", start, end) < 0 or end - start > 120 or end >= piece.end:
        return None
    word = match.group() if match and match.start() <= first else text[end : end + 2]
    return Act("have", "existing", Token("have", word, "existing", end, end + len(word)), (Span(start, end),), None, piece)


@cache
def _states() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words.longest_first("states"))))


_FIELD = re.compile(
    r"(?P<opener>在|围绕|聚焦|瞄准|集)(?P<list>[^，。；：在]{2,100}?)(?P<close>(?:等[^，。；、]{0,6})?(?:领域|方面|环节|技术|产业|产品|赛道|行业|方向)(?:上|中|内|里)?|等?(?:于一体|为一体|一体化))(?=[，的。；]|$|做大|开展|加强|实现|形成|集中|发力|取得|率先|持续)"
)


def _fields(text: str, pieces: Sequence[Span], tokens: Sequence[Sequence[Token]]) -> list[Act]:
    """“在A、B等领域，加强攻关”, “围绕A、B等产业”, “集A、B于一体的…”: a list that opens a clause, under the verb that follows."""
    out: list[Act] = []
    for index, piece in enumerate(pieces):
        listed = text.find("、", piece.start, piece.end) >= 0
        for match in _FIELD.finditer(text, piece.start, piece.end) if listed else ():
            if "、" not in match.group("list") or match.group("opener") == "集" and "一体" not in match.group("close"):
                continue
            ahead = [
                t
                for row in tokens[index : index + 3]
                for t in row
                if t.start >= match.end() and t.kind in ("seek", "develop", "have")
            ]
            verb = _sought_before(match, pieces, tokens, index) or (ahead[0] if ahead else None)
            sought = verb is not None and verb.kind == "seek" and not _of_projects(text, verb, pieces)
            kind, status = (verb.kind, verb.status) if verb and sought else ("develop", "planned")
            word = Token(
                "develop", match.group("opener") + "…" + (verb.word if verb else ""), status, match.start(), match.start("list")
            )
            out.append(Act(kind, status, word, (Span(*match.span("list")),), None, piece))
    return out


def _sought_before(field: re.Match[str], pieces: Sequence[Span], tokens: Sequence[Sequence[Token]], index: int) -> Token | None:
    """“开展关键技术攻关，重点在A、B等技术上发力”: the verb that closes the clause before says what is done in the fields."""
    before = tokens[index - 1] if index and field["opener"] == "在" and not any(t.kind == "seek" for t in tokens[index]) else ()
    last = before[-1] if before else None
    closes = last is not None and last.kind == "seek" and last.end == pieces[index - 1].end
    return last if closes else None


def _of_projects(text: str, verb: Token, pieces: Sequence[Span]) -> bool:
    """“突破一批大项目”: what is broken through is no technique, so the fields named before are not sought."""
    end = next((p.end for p in pieces if p.start <= verb.start < p.end), verb.end)
    return verb.status == "breakthrough" and text[verb.end : end].rstrip("。；").endswith(("项目", "工程", "目标", "规模"))


_TOWARD = re.compile(
    r"向(?:(?:产业链)?[上中下]游的?)?(?P<list>[^，。；：向]{2,80}?)(?:等[^，。；、]{0,8}?)?(?:领域|方向|环节|业务|市场)?"
    r"(?:不断|持续|加快|积极|逐步|延链)*(?P<verb>延伸|扩展|拓展|延展|延长)"
)
_NO_AIM = re.compile(r"(?:[化端型]|[上下]游|两端|前后|纵深|深度|广度|全链条|价值链[^、]*)$")
"""Ends of a way or a direction, towards which nothing named is extended (向高端化延伸, 向上下游延伸)."""


def _toward(text: str, pieces: Sequence[Span], tokens: Sequence[Sequence[Token]]) -> list[Act]:
    """“推动X产业向A、B等领域延伸”: A and B are where X is to be extended to."""
    out: list[Act] = []
    for piece, row in zip(pieces, tokens, strict=True):
        match = _TOWARD.search(text, piece.start, piece.end) if text.find("向", piece.start, piece.end) >= 0 else None
        if match is None or _NO_AIM.search(match.group("list")):
            continue
        verb = Token("seek", match.group("verb"), "extend", *match.span("verb"))
        begin = max([piece.start, *(t.end for t in row if t.end <= match.start())])
        subject = Span(begin, match.start()) if 2 <= match.start() - begin <= 14 else None
        out.append(Act("seek", "extend", verb, (Span(*match.span("list")),), subject, piece))
    return out


_WEIGHTS = frozenset({"重点", "主导", "核心", "主", "主体", "突破口", "中心", "支撑"})


def _weighted(reliances: list[Reliance]) -> list[Act]:
    """“以A、B为重点”: what the phrase weighs is an object, too; 主导 and 主体 say that it is so already."""
    out: list[Act] = []
    for r in reliances:
        if r.opener == "以" and r.role in _WEIGHTS:
            status = "existing" if r.role in ("主导", "主体") else "planned"
            word = Token("have" if status == "existing" else "develop", f"以…为{r.role}", status, r.clause.start, r.span.start)
            out.append(Act(word.kind, status, word, (r.span,), None, r.clause))
    return out


def _continues(text: str, piece: Span, free: Sequence[Token], taken: list[Span]) -> bool:
    body = text[piece.start : piece.end]
    if free or any(s.start <= piece.start < s.end for s in taken):
        return False
    return (
        "、" in body
        or body.endswith("等")
        or body.endswith(("产业", "行业"))
        and text[: piece.start - 1].endswith(("产业", "行业"))
    )


def _act(text: str, piece: Span, start: int, verbs: list[Token], causes: list[Token]) -> Act | None:
    end = piece.end
    while end > start and text[end - 1] in "。！？；":
        end -= 1
    if len(verbs) > 1 and verbs[0].kind == "develop" and re.search(r"(?:企业|公司|集团)$", text[verbs[0].end : verbs[1].start]):
        causes, verbs = [verbs[0]], verbs[1:]
    cause = causes[0] if causes and (not verbs or causes[0].start < verbs[0].start) else None
    verb = verbs[0] if verbs else None
    if cause is not None and verb is not None and verb.start > cause.end:
        between = text[cause.end : verb.start]
        adverbs = between in words.words("adverbs") or not between
        if not adverbs and _is_tail(text, verb, end):
            return _noun_act(text, piece, start, cause, end)
        subject = None if adverbs else Span(cause.end, _back(text, verb, cause.end))
        return _verb_act(text, piece, verb, verbs, end, subject, caused=True)
    if cause is not None and verb is None:
        return _noun_act(text, piece, start, cause, end)
    if verb is None:
        return None
    before = _back(text, verb, start)
    subject = Span(start, before) if before - start >= 2 else None
    return _verb_act(text, piece, verb, verbs, end, subject, caused=False)


def _back(text: str, verb: Token, limit: int) -> int:
    """Start of the adverbs that stand before the verb."""
    return _before_adverbs(text, verb.start, limit)


def _before_adverbs(text: str, at: int, limit: int) -> int:
    while word := words.ending(text[max(limit, at - 8) : at], "adverbs"):
        at -= len(word)
    return at


def _is_tail(text: str, verb: Token, end: int) -> bool:
    """“加快X研发”, “推进X建设”: the words that look like verbs close the clause as a noun."""
    rest = text[verb.start : end]
    return (
        bool(_NOMINAL.fullmatch(rest))
        or end - verb.end <= 4
        and not text[verb.end : end].strip("等和及与的产业化应用攻关工作创新")
    )


_LONG_MODIFIER = re.compile(r"[^、，。；“”（）]{1,30}(?:和|与|及|以及|、)[^、，。；“”（）]{1,24}的(?=[^的]{2,60}$)")
_NOMINAL_WORDS = "|".join(map(re.escape, words.longest_first("nominal_verbs")))
_NOMINAL = re.compile(rf"(?:的|和|及|与|、|等|技术|关键|核心|{_NOMINAL_WORDS})+")
_NOMINAL_END = re.compile(rf"(?:的)?(?:(?:{_NOMINAL_WORDS})(?:和|及|与|、)?)+$")


def _object_start(text: str, start: int, end: int) -> int:
    """Past “对”, “以…为…的”, “集…于一体的”, “由…组成的” in front of what is developed."""
    body = text[start:end]
    match = _OBJECT_HEAD.match(body) or _LONG_MODIFIER.match(body)
    return start + match.end() if match and len(body) - match.end() >= 2 else start


_OBJECT_HEAD = re.compile(
    r"对(?![接外口照标])|以[^，。；]{2,60}为[^，。；]{0,8}?的|(?:应用于|用于|适用于|面向|针对|具有|服务于|涵盖|适合|与|基于用户)[^，。；]{2,60}?的(?=[^的]{2,40}$)|集[^，。；]{2,80}(?:于一体|为一体|一体)的?|由[^，。；]{2,40}(?:组成|构成)的|以[^，。；]{2,40}为(?:龙头|核心|重点|主导|引领|支撑|主体|代表)的?"
)


def _verb_act(
    text: str, piece: Span, verb: Token, verbs: list[Token], end: int, subject: Span | None, *, caused: bool
) -> Act | None:
    kind, status = verb.kind, verb.status
    last = verb
    for follower in verbs[1:]:
        gap = text[last.end : follower.start]
        if follower.start == last.end or gap in ("和", "、", "并", "及", "与", "或"):
            last = follower
            if follower.kind == "seek" and kind != "seek":
                kind, status = follower.kind, follower.status
        else:
            break
    start = _object_start(text, last.end, end)
    if start >= end:
        return None
    return Act(kind, status, verb, (Span(start, end),), subject, piece, caused)


def _closing(text: str, start: int, end: int) -> tuple[int, str]:
    """Where the nominal verbs that close an object begin, and those words (“的研发、示范应用和产业化”)."""
    match = _NOMINAL_END.search(text[start:end])
    if match is None or match.start() < 2:
        return end, ""
    return start + match.start(), match.group()


def _noun_act(text: str, piece: Span, start: int, cause: Token, end: int) -> Act | None:
    """“加大X的研发招引”: the closing noun says what is done with X."""
    kind, status = "develop", "planned"
    stop, closing = _closing(text, cause.end, end)
    stop = _before_adverbs(text, stop, cause.end)
    if re.search(r"招引|引进|引育|承接|招商", closing):
        kind, status = "seek", "recruit"
    elif re.search(r"研发|研制|攻关|突破|研究", closing):
        kind, status = "seek", "breakthrough"
    begin = _object_start(text, cause.end, stop)
    if stop - begin < 2:
        return None
    before = _back(text, cause, start)
    subject = Span(start, before) if before - start >= 2 else None
    return Act(kind, status, cause, (Span(begin, stop),), subject, piece, True, closing)
