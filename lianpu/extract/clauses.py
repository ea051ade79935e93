"""Sentences, clauses and the words that govern them.

All positions count in one paragraph's clean text. A clause is what stands between commas outside brackets; its tokens
are adverbs, governing verbs and prepositions (``lexicon/cues.tsv``, ``adverbs.tsv``), the rest is content.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

import msgspec
from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from lianpu.extract import brands, names, words

Kind = Literal["adverb", "develop", "seek", "have", "prep", "cause", "join"]

_OPEN, _CLOSE = "（《“‘【〔", "）》”’】〕"


class Span(msgspec.Struct, frozen=True, gc=False):
    """``text[start:end]`` of a paragraph."""

    start: int
    end: int


class Token(msgspec.Struct, frozen=True, gc=False):
    """A cue word in its place; ``status`` is what a governing verb says of its objects."""

    kind: Kind
    word: str
    status: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cue:
    """What a cue word is, and whether it governs in the middle of a clause, too."""

    kind: Kind
    status: str
    anywhere: bool
    first: bool = False
    """Whether no other verb stands right before it (发展|养殖装备)."""


@cache
def cues() -> dict[str, Cue]:
    """All cue words, each with what it is."""
    out = {word: Cue("adverb", "", True) for word in words.words("adverbs")}
    for row in words.rows("cues"):
        word, kind, status, where = (*row, "", "", "")[:4]
        out[word] = Cue(kind, status, where not in ("start", "first"), where == "first")  # type: ignore[arg-type]
    return out


@cache
def _automaton() -> tuple[CharwiseDoubleArrayAhoCorasick, tuple[str, ...]]:
    patterns = tuple(sorted(cues()))
    return CharwiseDoubleArrayAhoCorasick(list(patterns), MATCH_KIND_LEFTMOST_LONGEST), patterns


@lru_cache(maxsize=64)
def _edges(marks: str) -> re.Pattern[str]:
    """Matches a bracket or one of the marks."""
    return re.compile(f"[{re.escape(_OPEN + _CLOSE + marks)}]")


def split(text: str, start: int, end: int, marks: str) -> list[Span]:
    """Pieces of ``text[start:end]`` between ``marks`` outside brackets, without the marks; empty pieces dropped."""
    out: list[Span] = []
    depth = 0
    begin = start
    for match in _edges(marks).finditer(text, start, end):
        c, i = match.group(), match.start()
        if c in _OPEN:
            depth += 1
        elif c in _CLOSE:
            depth = max(0, depth - 1)
        elif not depth:
            if i > begin:
                out.append(Span(begin, i))
            begin = i + 1
    if end > begin:
        out.append(Span(begin, end))
    return out


_SENTENCE = re.compile(r"[^。！？]*[。！？]?”?")


def sentences(text: str) -> list[Span]:
    """Sentences: up to 。！？ whatever the brackets, without a label in front; one in a cell parts them, too.

    >>> text = "建成减速器基地核心内容与指标：攻关减速器。"
    >>> [text[s.start : s.end] for s in sentences(text)]
    ['建成减速器基地', '攻关减速器。']
    """
    spans = [Span(*m.span()) for m in _SENTENCE.finditer(text, unlabelled(text)) if m.end() > m.start()]
    if "指标：" not in text:
        return spans
    out: list[Span] = []
    for span in spans:
        begin = span.start
        for match in _INNER.finditer(text, span.start, span.end):
            if match.start() > begin:
                out.append(Span(begin, match.start()))
            begin = match.end()
        if span.end > begin:
            out.append(Span(begin, span.end))
    return out


_INNER = re.compile(r"(?:核心|主要|具体)内容[与和及](?:[\u4e00-\u9fff]{2})?指标：")
"""Labels that stand in the middle of a cell, often without a mark before them."""


@cache
def _label() -> re.Pattern[str]:
    words_ = "|".join(map(re.escape, words.longest_first("labels")))
    return re.compile(rf"[*＊▲●·\s]*(?:{words_})[0-9一二三四五六七八九十]{{0,3}}：")


def unlabelled(text: str) -> int:
    """Where a paragraph begins behind the label that says what kind of statement it is.

    >>> "路径举措2：攻关减速器。"[unlabelled("路径举措2：攻关减速器。") :]
    '攻关减速器。'
    """
    match = _label().match(text)
    return match.end() if match is not None else 0


def statements(text: str, sentence: Span) -> list[Span]:
    """Parts of a sentence between semicolons."""
    return split(text, sentence.start, sentence.end, "；。！？")


@lru_cache(maxsize=256)
def clauses(text: str, statement: Span) -> tuple[Span, ...]:
    """Parts of a statement between commas outside brackets; each rule asks for those of the same statement."""
    return tuple(split(text, statement.start, statement.end, "，"))


_OPENERS = frozenset({"围绕", "依托", "支持", "鼓励", "引导", "推动", "带动", "帮助", "重点支持", "立足", "利用", "凭借", "借助"})


_ACTORS = ("企业", "公司", "集团")


def _opened(text: str, out: list[Token], cue: Cue, begin: int) -> bool:
    """“围绕X完善Y”, “支持A开发B”: after such an opener the first plain verb governs, too, but none of “A及配套B”."""
    last = out[-1] if out else None
    used = last is not None and last.word == "利用" and text.endswith(_ACTORS, 0, last.start)
    opener = last is not None and last.word in _OPENERS and (len(out) == 1 or used)
    opened = cue.kind == "develop" and opener and last is not None and begin >= last.end + 2
    return opened and text[begin - 1] not in "及和与"


def _led_by_places(cue: Cue, word: str) -> bool:
    """“甲县以乙园为载体”, “甲区、乙县培育丙”: what a clause that leads with places may go on with."""
    return word == "以" or cue.kind in ("develop", "seek")


_HEADED = re.compile(
    r"以[^，。；：]{2,60}?为(?:“?链主|龙头|骨干|代表|引领|领军|牵引|(?:主导|重点|核心|主线|主攻方向|主要方向|突破口|切入点|主(?![攻张])|载体)(?=，|。|；|$))"
)
"""Who heads the sector that a clause leads with (“甲产业以乙、丙为龙头”), and what it is mainly about (“甲产业以丁为主”)."""
_MODAL = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:(?<![主重需必只首次紧概摘纪还])要|还要|须|应当|应该|(?<!模)(?<!虚)拟)$")
"""Behind a subject and right before its verb."""
_SECTOR = ("业", "经济", "产业链", "板块", "领域")
_SECTOR_DEEDS = frozenset(
    {"突出", "做大", "做强", "做优", "做精", "做活", "做旺", "做特", "做足", "做实", "侧重", "巩固", "扩大", "开发", "缺"}
)
"""Verbs that behind a sector's name are no part of it."""
_SUBJECT = re.compile(r"[\u4e00-\u9fffA-Za-z]{2,12}")
_NO_SUBJECT = re.compile(r"[的了在和与及等以向由将把对为从是有]")
_FIRST = re.compile(r"[\u4e00-\u9fffA-Za-z0-9-]{2,12}(?=、)")


def _acts(text: str, span: Span, begin: int, stop: int) -> bool:
    """Whether what a clause opens with is the subject of a verb (“甲要发展乙”, “丙产业突出丁”, “戊发展己材料、庚设备”)."""
    if not 2 <= begin - span.start <= 14:
        return False
    if _MODAL.search(text, span.start, begin) is not None:
        return True
    before = text[span.start : begin]
    if before.endswith(_SECTOR) and text[begin:stop] in _SECTOR_DEEDS:
        return True
    if text[begin:stop] != "发展" or _SUBJECT.fullmatch(before) is None or _NO_SUBJECT.search(before) is not None:
        return False
    first = _FIRST.match(text, stop, span.end)
    return first is not None and names.goods(first.group())


_NAME = 30
"""Characters of firms' names in front of their verb, with what stands between, at most."""
_PLACED = re.compile(
    r"(?:[（(][0-9一二三四五六七八九十]{1,2}[）)]|[0-9]{1,2}[.、]|[◆●■▲—]+)?[\u4e00-\u9fff、]{1,20}(?:[区县市旗镇盟]|自治州)：?"
)
"""Places that a clause leads with, behind a mark."""


_HEADED_BY = re.compile(r"[^，。；：+]{2,16}(?:产业|行业|产业链|集群|业|经济)：")
"""A sector and a colon in front of what is done about it (甲产业：发展乙)."""


_NOUN_AFTER = re.compile(
    r"、(?:制造|应用|生产|设计|推广|转化|销售|服务|中试|孵化|产业化|研发|试验|检测)|的|能力|水平|基地|中心|平台|体系|机构|环境|目标|方式|模式|新?格局|机制|力度|者|商(?!务|业|贸|用|品|标|超|旅|圈)|资金|基金|经费|投入|人才|活动|成果|团队"
    r"|(?<=发展|拓展|提升|优化|引领)新?区(?![块域间])|[带轴圈极](?=[，。；、：和与地]|$)|层(?![状压合叠])|条件|方向|方针|基础|优势|需求|趋势|态势|路径|阶段|过程|要素|理念|原则|战略|[率力性型](?![\u4e00-\u9fff]{2})"
)


def _listed_noun(text: str, token: Token, after: Token | None, span: Span) -> bool:
    """“创新研发、装备制造”: a verb that a mark of lists follows, and no other verb behind that, is a noun of the list."""
    marked = token.kind == "seek" and token.end < span.end and text[token.end] == "、"
    return marked and token.start > span.start and (after is None or after.start != token.end + 1)


@lru_cache(maxsize=1 << 12)
def tokens(text: str, span: Span) -> tuple[Token, ...]:
    """Cue words of a clause in order, those that are part of a noun left out; the tagger and several rules ask for the same."""
    automaton, patterns = _automaton()
    known = cues()
    body = text[span.start : span.end]
    out: list[Token] = []
    for begin, stop, index in automaton.find(body):
        cue = known[patterns[index]]
        begin, stop = begin + span.start, stop + span.start
        if (
            not cue.anywhere
            and begin > span.start
            and not (out and out[-1].end == begin)
            and not (cue.kind == "develop" and text.endswith(_ACTORS, span.start, begin))
            and not _opened(text, out, cue, begin)
            and not (not out and _led_by_places(cue, patterns[index]) and _PLACED.fullmatch(text, span.start, begin))
            and not (not out and cue.kind in ("develop", "seek") and _HEADED_BY.fullmatch(text, span.start, begin))
            and not (
                not out
                and cue.kind in ("develop", "seek")
                and begin <= span.start + _NAME
                and brands.acting(text[span.start : begin])
            )
            and not (not out and patterns[index] == "以" and _HEADED.match(text, begin, span.end))
            and not (not out and cue.kind in ("develop", "seek") and _acts(text, span, begin, stop))
        ):
            continue
        if cue.kind == "join" or cue.first and out and out[-1].end == begin and out[-1].kind != "adverb":
            continue
        if cue.kind in ("develop", "seek", "have", "cause") and _NOUN_AFTER.match(text, stop, span.end):
            continue
        out.append(Token(cue.kind, patterns[index], cue.status, begin, stop))
    out = [t for i, t in enumerate(out) if not _listed_noun(text, t, out[i + 1] if i + 1 < len(out) else None, span)]
    return tuple(t for i, t in enumerate(out) if t.kind != "adverb" or i + 1 < len(out) and out[i + 1].start == t.end)
