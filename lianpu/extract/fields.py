"""Acts whose objects stand before the verb: “在A、B等领域…”, “围绕A、B…”, “向A、B延伸”, “以A、B为重点”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from lianpu.extract import gaps, names, words
from lianpu.extract.acts import Act, Reliance
from lianpu.extract.clauses import Span, Token
from lianpu.extract.cues import Cue


class _Field(NamedTuple):
    """A list with the word that opens it and where the phrase ends."""

    opener: str
    listed: Span
    start: int
    end: int


_AROUND = frozenset({"围绕", "紧扣", "针对", "锚定"})
"""Prepositions whose list is worked on, with or without a general noun behind it."""


_WOOING = _AROUND | {"聚焦", "瞄准"}
"""What opens a list that may be wooed for."""
_WOOED = re.compile(
    r"(?:等?[^，。；、]{0,10}?)?(?:积极|大力|重点|精准|深入|集中|持续|主动)*(?:开展|实施|推进|进行|组织|加大|强化)(?:产业链|精准|以商|专题|靶向|定向|专业|驻点|上门|敲门|平台|基金|资本|场景|全产业链|补链|链式)*招(?:商|引)"
)
"""Behind a list that is wooed for (“围绕甲、乙开展精准招商”)."""
_USES = ("需求", "场景", "应用", "用途")
"""Ends of a list of what something is for (“围绕A、B等应用需求”): nothing is said of that."""


def fields(text: str, pieces: Sequence[Span], tokens: Sequence[Sequence[Token]]) -> list[Act]:
    """“在A、B等领域，加强攻关”, “围绕A、B发展…”, “集A、B于一体的…”: a list that opens a clause, under the verb that follows."""
    out: list[Act] = []
    for index, piece in enumerate(pieces):
        if text.find("、", piece.start, piece.end) < 0:
            continue
        for field in (*_around(text, piece, tokens[index]), *_within(text, piece)):
            deed = field.opener == "在" and _DEED.search(text, field.listed.start, field.listed.end) is not None
            if deed or text.endswith(_USES, field.listed.start, field.listed.end):
                continue
            ahead = [
                t
                for row in tokens[index : index + 3]
                for t in row
                if t.start >= field.end and t.kind in ("seek", "develop", "have")
            ]
            if _WOOED.match(text, field.end, piece.end) is not None and field.opener in _WOOING:
                word = Token("seek", field.opener + "…招商", "recruit", field.start, field.listed.start)
                whose, listed = gaps.of_sector(text, field.listed)
                out.append(Act("seek", "recruit", word, (listed,), whose, piece))
                continue
            verb = _sought_before(field, pieces, tokens, index) or _projects(text, ahead) or (ahead[0] if ahead else None)
            sought = verb is not None and verb.kind == "seek" and not _of_projects(text, verb, pieces)
            kind, status = (verb.kind, verb.status) if verb and sought else ("develop", "planned")
            word = Token("develop", field.opener + "…" + (verb.word if verb else ""), status, field.start, field.listed.start)
            whose, listed = gaps.of_sector(text, field.listed) if sought else (None, field.listed)
            out.append(Act(kind, status, word, (listed,), whose, piece))
    return out


_DEED = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:发展|培育|打造|建成|建设|布局|种植|形成)(?=[\u4e00-\u9fff]{2})")
"""In what is no list of fields but of places in which something is done (在甲镇、乙村|发展丙产业)."""


def _around(text: str, piece: Span, row: Sequence[Token]) -> Iterator[_Field]:
    """“围绕A、B发展…”: the list behind the preposition runs to the next word that governs."""
    for at, token in enumerate(row):
        if token.word not in _AROUND:
            continue
        end = next((t.start for t in row[at + 1 :] if t.kind != "prep"), piece.end)
        while end > token.end and text[end - 1] in "。；，":
            end -= 1
        end -= 2 if text[token.end : end].endswith(("开展", "进行", "组织", "实施", "开始")) else 0
        if text.find("、", token.end, end) > 0:
            yield _Field(token.word, Span(token.end, end), token.start, end)


_AIMED = r"(?:力求|力争|争取|寻求|谋求|实现|取得|率先|有|[新大]|更大|重大|关键|一批)+"
"""Between the fields and their 突破 (在甲、乙上|力求突破)."""


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
        rf"(?P<close>(?:等[^，。；、]{{0,6}}?|[两三四五六七八九十0-9]+(?:大|个)[^，。；、]{{0,4}}?)?(?:{nouns})(?:上|中|内|里)?|上(?={_AIMED}突破)|等?(?:于一体|为一体|一体化))"
        rf"(?=[，的。；]|$|实现|形成|集中|发力|取得|获得|涌现|诞生|率先|{_AIMED}突破|{verbs})"
    )


def _within(text: str, piece: Span) -> Iterator[_Field]:
    for match in _opened().finditer(text, piece.start, piece.end):
        joined = match["opener"] == "集"
        if "、" in match["list"] and ("一体" in match["close"] and match.start() == piece.start if joined else True):
            yield _Field(match["opener"], Span(*match.span("list")), match.start(), match.end())


def _sought_before(field: _Field, pieces: Sequence[Span], tokens: Sequence[Sequence[Token]], index: int) -> Token | None:
    """“开展关键技术攻关，重点在A、B等技术上发力”: the verb that closes the clause before says what is done in the fields."""
    before = tokens[index - 1] if index and field.opener == "在" and not any(t.kind == "seek" for t in tokens[index]) else ()
    last = before[-1] if before else None
    closes = last is not None and last.kind == "seek" and last.end == pieces[index - 1].end
    return last if closes else None


_RESEARCH = re.compile(r"(?:专项|项目|任务|课题|工程|行动|计划)+")
"""Behind a verb of breaking through: work that is set up."""


_CARRIES = frozenset({"开展", "加强", "强化", "组织", "实施", "推进", "加大", "进行", "深化", "加快"})
"""Verbs that only carry the noun of what is done in fields (开展|技术攻关)."""


def _projects(text: str, ahead: Sequence[Token]) -> Token | None:
    """“在A、B等领域，布局一批攻关项目”: what is set up breaks through."""
    if len(ahead) < 2 or ahead[0].kind != "develop" or ahead[1].status != "breakthrough":
        return None
    if ahead[0].word in _CARRIES and text[ahead[1].end : ahead[1].end + 1] in ("，", "。", "；", ""):
        return ahead[1]
    return ahead[1] if _RESEARCH.match(text, ahead[1].end) and "，" not in text[ahead[0].end : ahead[1].start] else None


def _of_projects(text: str, verb: Token, pieces: Sequence[Span]) -> bool:
    """“突破一批大项目”: what is broken through is no technique, so the fields named before are not sought."""
    end = next((p.end for p in pieces if p.start <= verb.start < p.end), verb.end)
    of = verb.status == "breakthrough" and not _RESEARCH.match(text, verb.end)
    return of and text[verb.end : end].rstrip("。；").endswith(("项目", "工程", "目标", "规模"))


_TOWARD = re.compile(
    r"向(?:(?:产业链)?[上中下]游的?)?(?P<list>[^，。；：向]{2,80}?)(?:等[^，。；、]{0,8}?)?(?:领域|方向|环节|业务|市场|赛道|产业)?"
    r"(?:不断|持续|加快|积极|逐步)*(?P<verb>(?<=方向)发展|延伸|扩展|拓展(?!应用|推广)|延展|延长|延链|转型|转产|适配|进军|跨界|切入)"
)
TOWARD = Cue(_TOWARD)
_NO_AIM = re.compile(r"(?:[化端型商]|[上下]游|两端|前后|纵深|深度|广度|全链条|绿色|低碳|智能|集约|数字|驱动|价值链[^、]*)$")
"""Ends of a way, a direction or an actor, towards which nothing named is extended (向高端化延伸, 向上下游延伸)."""


def toward(text: str, pieces: Sequence[Span], tokens: Sequence[Sequence[Token]]) -> list[Act]:
    """“推动X产业向A、B等领域延伸”: A and B are where X is to be extended to."""
    out: list[Act] = []
    for piece, row in zip(pieces, tokens, strict=True):
        match = _TOWARD.search(text, piece.start, piece.end)
        if match is None or _NO_AIM.search(match["list"]) or text.find("场景", match.end("list"), match.start("verb")) >= 0:
            continue
        grown = match["verb"] == "发展"
        verb = (
            Token("develop", "发展", "planned", *match.span("verb"))
            if grown
            else Token("seek", match["verb"], "extend", *match.span("verb"))
        )
        begin = max([piece.start, *(t.end for t in row if t.end <= match.start())])
        end = next((at for mark in "由从" if (at := text.find(mark, begin + 3, match.start())) > 0), match.start())
        subject = Span(begin, end) if 2 <= end - begin <= 14 else None
        out.append(Act(verb.kind, verb.status, verb, (Span(*match.span("list")),), subject, piece))
    return out


_WEIGHTS = frozenset(
    (
        *("重点", "主导", "核心", "主", "主体", "突破口", "中心", "支撑", "主攻方向", "发展方向"),
        *("方向", "切入点", "着力点", "支柱", "特色", "补充"),
    )
)
_OF = re.compile(r"的(?P<whose>[^，。；：、的“”]{3,16}?(?<!创新集群))(?:体系|格局|链条)?(?=[，。；]|$)")


def weighted(text: str, reliances: list[Reliance]) -> list[Act]:
    """“以A、B为重点”: what the phrase weighs is an object, too; 主导 and 主体 say that it is so already.

    “以A、B为重点的C”: it is C's.
    """
    out: list[Act] = []
    for r in reliances:
        if r.opener == "以" and (r.role in _WEIGHTS or r.role == "代表"):
            whose = _OF.match(text, r.clause.end)
            name = whose["whose"] if whose is not None else ""
            whose = whose if names.form(name)[0] == "Industry" or names.goods(name) else None
            if whose is None and r.role == "代表":
                continue
            status = "existing" if r.role in ("主导", "主体") else "planned"
            word = Token("have" if status == "existing" else "develop", f"以…为{r.role}", status, r.span.start - 1, r.span.start)
            subject = Span(*whose.span("whose")) if whose is not None else None
            out.append(Act(word.kind, status, word, (r.span,), subject, r.clause))
    return out


_TAKEN_AS = re.compile(
    r"(?:把|将)(?P<list>[^，。；：]{2,60}?)(?:等(?:[\u4e00-\u9fff]{0,2}(?:产业|行业|领域))?)?(?:作为|列为|列入|纳入|确定为|确立为|定位为)(?P<whose>[^，。；：的]{2,16}?)??的?"
    r"(?:(?:[一二两三四五六七八九十百千万0-9]+亿元?级?|首位|主导|支柱|特色|优势|主攻|重点|核心|战略性|富民|强县|头号|龙头|优先|拳头)+的?(?:发展|培育)?的?"
    r"(?:产业(?:链|集群)?|方向|领域|产品|行业)|(?:发展|主攻|培育|招商|扶持)(?:的?重点|方向)|突破口|重中之重|切入点|着力点|主抓手)"
)
TAKEN = Cue(_TAKEN_AS)


def taken(text: str, pieces: Sequence[Span]) -> list[Act]:
    """“把A、B作为甲园的主攻方向”: what somebody takes as what it is to develop."""
    out: list[Act] = []
    for piece in pieces:
        match = _TAKEN_AS.search(text, piece.start, piece.end)
        if match is None or match.start() - piece.start > _WHO:
            continue
        wooed = "招商" in match.group()
        kind, status = ("seek", "recruit") if wooed else ("develop", "planned")
        verb = Token(kind, "引进" if wooed else "发展", status, match.start(), match.start("list"))  # type: ignore[arg-type]
        before = Span(piece.start, match.start()) if match.start() - piece.start >= _NAME + 1 else None
        whose = Span(*match.span("whose")) if match["whose"] is not None else before
        out.append(Act(kind, status, verb, (Span(*match.span("list")),), whose, piece))
    return out


_WHO = 20
"""Characters of who does so, at most."""
_STRENGTH = re.compile(
    r"(?P<head>.*?)(?P<sector>产业|行业|制造业|工业)?(?P<tail>(?:等|的|各类)*(?:特色|优势|传统|主导|支柱|现有|雄厚|良好|独特|产业|行业|科研|制造|资源|人才|配套|集群|集聚|国家级|先发)*"
    r"(?:基础|优势|资源|条件|禀赋|积累|底蕴))(?:和[\u4e00-\u9fff]{2,8})?$"
)
_SECTOR = re.compile(r"(?:产业|行业|制造业|农业|工业)$")
_HELD = frozenset({"依托", "依靠", "立足", "凭借"})


def strengths(text: str, pieces: Sequence[Span], tokens: Sequence[Sequence[Token]]) -> list[Act]:
    """“依托A、B等产业优势”, “立足A产业”: what a statement builds on is there."""
    out: list[Act] = []
    for piece, row in zip(pieces, tokens, strict=True):
        for at, token in enumerate(row):
            if token.word not in _HELD:
                continue
            end = next((t.start for t in row[at + 1 :] if t.kind != "prep"), piece.end)
            span = _held(text, token.end, end)
            if span is not None:
                word = Token("have", token.word + "…", "existing", token.start, token.end)
                out.append(Act("have", "existing", word, (span,), None, piece))
    return out


def _held(text: str, start: int, end: int) -> Span | None:
    """What is held in “A、B等产业优势”, without the words that say how it is held."""
    body = text[start:end].rstrip("，。；的")
    found = _STRENGTH.fullmatch(body)
    if found is not None and found.end("head") >= _NAME:
        return Span(start, start + max(found.end("head"), found.end("sector")))
    return Span(start, start + len(body)) if _SECTOR.search(body) and len(body) > _NAME + 1 else None


_NAME = 2
"""Characters that a name has at least."""
