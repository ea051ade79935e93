"""Size classes of industries: “千亿级产业集群2个（高端装备、高端化工）”, “A、B等三个百亿级制造集群”, “百亿级轴承产业”.

Each named industry gets 产业规模 >= the class; the count itself is an ordinary figure (:mod:`lianpu.extract.values`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lianpu.extract.quantities import numeral

_LEVEL = re.compile(
    r"(?<![\d.])(?P<n>\d+(?:\.\d+)?|[一二两三四五六七八九十百千]+)?(?P<s>万亿|亿)(?:元)?(?:级|规模的?|以上规模的?)(?P<noun>[^，。；：、（）]{0,30})"
)
_KIND = re.compile(r"(?:产业集群|产业链群|产业链|集群|产业|行业|经济|制造业)$")
_LIST_BEFORE = re.compile(r"(?:(?<=[，。；：])|^)(?:[^，。；：]*?)(?P<list>[^，。；：]*?)(?:等)?(?:\d+|[一二两三四五六七八九十]+)?(?:个|大|条)?$")
_HEAD = re.compile(
    r"^(?:(?:重点|着力|加快|全力|积极|努力|聚焦|推动|力争|共同|继续)*(?:打造|形成|培育|壮大|做大做强|做强|做优|做大|建设|发展|构建|培育形成|实现|推进|以|将|把|依托|围绕|支持))+"
)
_GENERIC = re.compile(r"^(?:(?:新兴|支柱|潜力|主导|优势|特色|战略性?|先进|制造|现代|新|未来|农牧|工业|重点|标志性|世界级|新型|国家级|省级|的|若干|和|、)*)$")
_NUMBERED = re.compile(r"^(?:\d+个?|[一二两三四五六七八九十]+个)")


@dataclass(frozen=True, slots=True)
class Level:
    """One industry of a size class: ``text[start:end]`` names it, ``evidence`` spans the clause; ``value`` counts ``unit``."""

    start: int
    end: int
    value: float
    unit: str
    evidence: tuple[int, int]


def find(text: str) -> tuple[Level, ...]:
    """Industries with their size class, in order of the classes."""
    out: list[Level] = []
    for match in _LEVEL.finditer(text):
        if match["n"] is None and match["s"] == "亿":
            continue
        value = numeral(match["n"]) if match["n"] else 1.0
        unit = match["s"] + "元"
        clause = max(text.rfind(mark, 0, match.start()) for mark in "，。；：！？") + 1
        for start, end in _named(text, match, clause):
            out.append(Level(start, end, value, unit, (clause, max(match.end(), end))))
    return tuple(out)


def _named(text: str, match: re.Match[str], clause: int) -> list[tuple[int, int]]:
    noun = match["noun"]
    bracket = re.compile(r"(?:\d+|[一二两三四五六七八九十]+)?个?（(?P<list>[^（）]+)）").match(text, match.end("noun"))
    if bracket and _kind(noun) or bracket and re.match(r"^\d+个$", noun):
        return _split(text, *bracket.span("list"))
    start, end = match.span("noun")
    body = _KIND.sub("", noun)
    if _kind(noun) and body and not _GENERIC.match(body):
        return [(start, end)]
    if not _kind(noun):
        return []
    stop = match.start()
    head = text[clause:stop]
    listed = re.search(r"等(?:\d+|[一二两三四五六七八九十]+)?(?:个|大|条)?$", head)
    if listed is None:
        return []
    verb = _HEAD.match(head)
    return _split(text, clause + (verb.end() if verb else 0), clause + listed.start())


def _kind(noun: str) -> bool:
    return _KIND.search(re.sub(r"(?:\d+|[一二两三四五六七八九十]+)个$", "", noun)) is not None


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of the items of “A、B与C、D”: at 、, and at a last 和 or 及 that stands after a 、."""
    out: list[tuple[int, int]] = []
    begin = start
    for i in range(start, end + 1):
        if i == end or text[i] == "、":
            if i > begin:
                out.append((begin, i))
            begin = i + 1
    return [span for span in out if 2 <= span[1] - span[0] <= 20]
