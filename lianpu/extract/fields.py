"""Acts whose objects stand before the verb: “在A、B等领域…”, “围绕A、B…”, “向A、B延伸”, “以A、B为重点”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from lianpu.extract import words
from lianpu.extract.acts import Act, Reliance
from lianpu.extract.clauses import Span, Token


class _Field(NamedTuple):
    """A list with the word that opens it and where the phrase ends."""

    opener: str
    listed: Span
    start: int
    end: int


_AROUND = frozenset({"围绕", "紧扣", "针对", "锚定"})
"""Prepositions whose list is worked on, with or without a general noun behind it."""


def fields(text: str, pieces: Sequence[Span], tokens: Sequence[Sequence[Token]]) -> list[Act]:
    """“在A、B等领域，加强攻关”, “围绕A、B发展…”, “集A、B于一体的…”: a list that opens a clause, under the verb that follows."""
    out: list[Act] = []
    for index, piece in enumerate(pieces):
        if text.find("、", piece.start, piece.end) < 0:
            continue
        for field in (*_around(text, piece, tokens[index]), *_within(text, piece)):
            ahead = [
                t
                for row in tokens[index : index + 3]
                for t in row
                if t.start >= field.end and t.kind in ("seek", "develop", "have")
            ]
            verb = _sought_before(field, pieces, tokens, index) or (ahead[0] if ahead else None)
            sought = verb is not None and verb.kind == "seek" and not _of_projects(text, verb, pieces)
            kind, status = (verb.kind, verb.status) if verb and sought else ("develop", "planned")
            word = Token("develop", field.opener + "…" + (verb.word if verb else ""), status, field.start, field.listed.start)
            out.append(Act(kind, status, word, (field.listed,), None, piece))
    return out


def _around(text: str, piece: Span, row: Sequence[Token]) -> Iterator[_Field]:
    """“围绕A、B发展…”: the list behind the preposition runs to the next word that governs."""
    for at, token in enumerate(row):
        if token.word not in _AROUND:
            continue
        end = next((t.start for t in row[at + 1 :] if t.kind != "prep"), piece.end)
        while end > token.end and text[end - 1] in "。；，":
            end -= 1
        if text.find("、", token.end, end) > 0:
            yield _Field(token.word, Span(token.end, end), token.start, end)


@cache
def _opened() -> re.Pattern[str]:
    """“在A、B等领域”, “在A、B两大领域”, “集A、B于一体”: up to a mark or a word that governs."""
    nouns = "领域|方面|环节|技术|产业|产品|赛道|行业|方向|业态|板块"
    verbs = "|".join(
        map(
            re.escape,
            [*words.longest_first("adverbs"), *(r[0] for r in words.rows("cues") if r[1] in ("develop", "seek", "cause"))],
        )
    )
    return re.compile(
        rf"(?P<opener>在|聚焦|瞄准|集)(?P<list>[^，。；：在]{{2,100}}?)"
        rf"(?P<close>(?:等[^，。；、]{{0,6}}?|[两三四五六七八九十0-9]+(?:大|个)[^，。；、]{{0,4}}?)?(?:{nouns})(?:上|中|内|里)?|等?(?:于一体|为一体|一体化))"
        rf"(?=[，的。；]|$|实现|形成|集中|发力|取得|率先|{verbs})"
    )


def _within(text: str, piece: Span) -> Iterator[_Field]:
    for match in _opened().finditer(text, piece.start, piece.end):
        if "、" in match["list"] and (match["opener"] != "集" or "一体" in match["close"]):
            yield _Field(match["opener"], Span(*match.span("list")), match.start(), match.end())


def _sought_before(field: _Field, pieces: Sequence[Span], tokens: Sequence[Sequence[Token]], index: int) -> Token | None:
    """“开展关键技术攻关，重点在A、B等技术上发力”: the verb that closes the clause before says what is done in the fields."""
    before = tokens[index - 1] if index and field.opener == "在" and not any(t.kind == "seek" for t in tokens[index]) else ()
    last = before[-1] if before else None
    closes = last is not None and last.kind == "seek" and last.end == pieces[index - 1].end
    return last if closes else None


def _of_projects(text: str, verb: Token, pieces: Sequence[Span]) -> bool:
    """“突破一批大项目”: what is broken through is no technique, so the fields named before are not sought."""
    end = next((p.end for p in pieces if p.start <= verb.start < p.end), verb.end)
    return verb.status == "breakthrough" and text[verb.end : end].rstrip("。；").endswith(("项目", "工程", "目标", "规模"))


_TOWARD = re.compile(
    r"向(?:(?:产业链)?[上中下]游的?)?(?P<list>[^，。；：向]{2,80}?)(?:等[^，。；、]{0,8}?)?(?:领域|方向|环节|业务|市场|赛道|产业)?"
    r"(?:不断|持续|加快|积极|逐步)*(?P<verb>延伸|扩展|拓展|延展|延长|延链|转型|转产|适配|进军|跨界|切入)"
)
_NO_AIM = re.compile(r"(?:[化端型商]|[上下]游|两端|前后|纵深|深度|广度|全链条|绿色|低碳|智能|集约|数字|驱动|价值链[^、]*)$")
"""Ends of a way, a direction or an actor, towards which nothing named is extended (向高端化延伸, 向上下游延伸)."""


def toward(text: str, pieces: Sequence[Span], tokens: Sequence[Sequence[Token]]) -> list[Act]:
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


def weighted(reliances: list[Reliance]) -> list[Act]:
    """“以A、B为重点”: what the phrase weighs is an object, too; 主导 and 主体 say that it is so already."""
    out: list[Act] = []
    for r in reliances:
        if r.opener == "以" and r.role in _WEIGHTS:
            status = "existing" if r.role in ("主导", "主体") else "planned"
            word = Token("have" if status == "existing" else "develop", f"以…为{r.role}", status, r.clause.start, r.span.start)
            out.append(Act(word.kind, status, word, (r.span,), None, r.clause))
    return out
