"""Size classes of industries: “千亿级产业集群2个（高端装备、高端化工）”, “A、B等三个百亿级制造集群”, “百亿级轴承产业”.

Each named industry gets 产业规模 >= the class; the count itself is an ordinary figure (:mod:`lianpu.extract.values`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from lianpu.extract import words
from lianpu.extract.quantities import alternation, numeral

_LEVEL = re.compile(
    r"(?<![\d.])(?P<n>\d+(?:\.\d+)?|[一二两三四五六七八九十百千]+)?(?P<s>万亿|亿)(?:元)?(?:级|规模的?|以上规模的?|产值(?:规模)?的?(?=[\u4e00-\u9fff]{0,4}产业)|(?=产业集群|产业链|集群|[\u4e00-\u9fff]{2,8}?产业(?:集群|基地)))"
    r"(?P<noun>(?:(?!(?:(?<=集群)|(?=.(?:\d+|[一二两三四五六七八九十]+)个))[和及与])[^，。；：、（）”]){0,30})"
)
_FAR = 200
_AND = ("和", "及", "与")
_COUNT = r"(?:\d+|[一二两三四五六七八九十]+)"
_ALONE = re.compile(r"(?!一批|若干|多个|世界|国际|全国|区域)[\u4e00-\u9fffA-Za-z]{2,12}(?<![的级个条批流先色势型大])")
"""One industry between the verb and its class (“培育智能机器人｜千亿产业集群”)."""
_COUNTED = re.compile(r"(?<!等)“?(?P<n>\d+|[一二两三四五六七八九十]+)(?:个|大)$")
_JOINT = re.compile(r"(?<=..)(?:以及|[和与及])(?=..)")
_BRACKETED = re.compile(rf"{_COUNT}?个?（(?P<list>[^（）]+)）")
_LISTED = re.compile(rf"等(?:{_COUNT}?(?:个|大|条)?|一批|若干)[超过]?$")


@cache
def _regex(name: str) -> re.Pattern[str]:
    roles: dict[str, list[str]] = {}
    for word, role, *_ in (*words.rows("metrics"), *words.rows("metrics_cues")):
        roles.setdefault(role, []).append(word)
    patterns = {
        "class": rf"(?:{alternation(roles['class'])})(?:{_COUNT}个)?$",
        "generic": rf"(?:{alternation([*roles['generic'], '的', '和', '、'])})*+$",
        "made": alternation(roles["make"]),
        "verbs": rf"(?:{alternation([*roles['do'], *roles['adverb'], *roles['aim'], *roles['filler'], '将', '把', '以'])})*+",
    }
    return re.compile(patterns[name])


@dataclass(frozen=True, slots=True)
class Level:
    """One industry of a size class, named at ``text[start:end]``.

    ``text[clause:stop]`` is the evidence, ``value`` counts ``unit``.
    """

    start: int
    end: int
    value: float
    unit: str
    clause: int
    stop: int


def find(text: str) -> tuple[Level, ...]:
    """Industries with their size class, in order of the classes."""
    out: list[Level] = []
    if "亿" not in text:
        return ()
    past = 0
    for match in _LEVEL.finditer(text):
        if match["n"] is None and match["s"] == "亿":
            continue
        value = numeral(match["n"]) if match["n"] else 1.0
        unit = match["s"] + "元"
        clause = max(text.rfind(mark, max(0, match.start() - _FAR), match.start()) for mark in "，。；：！？") + 1
        joined = clause < past and text[past : past + 1] in _AND
        clause, past = past + 1 if joined else clause, match.end()
        for start, end in _named(text, match, clause):
            out.append(Level(start, end, value, unit, clause, max(match.end(), end)))
    return tuple(out)


def _named(text: str, match: re.Match[str], clause: int) -> list[tuple[int, int]]:
    """Spans of the industries of one class: in brackets behind it, between class and 产业, or listed before it with 等."""
    noun = match["noun"]
    kind = _regex("class").search(noun)
    before = _counted(text, clause, match.start())
    if kind and before:
        return before
    bracket = _BRACKETED.match(text, match.end("noun"))
    if bracket and (kind or re.fullmatch(rf"{_COUNT}个", noun)):
        return _split(text, *bracket.span("list"))
    if kind is None:
        return []
    body = noun[: kind.start()]
    if body and not _regex("generic").match(body):
        return [match.span("noun")]
    head = text[clause : match.start()]
    listed = _LISTED.search(head)
    verbs = _regex("verbs").match(head)
    opened = verbs.end() if verbs else 0
    if listed is None:
        alone = not body and opened and _ALONE.fullmatch(head, opened)
        return [(clause + opened, match.start())] if alone else []
    first = re.split("、", head[opened : listed.start()])[0]
    made = [match.end() for match in _regex("made").finditer(first) if match.end() <= len(first) - 2]
    return _split(text, clause + opened + (made[-1] if made else 0), clause + listed.start())


def _counted(text: str, clause: int, start: int) -> list[tuple[int, int]]:
    """The industries that a count sums up right before their class (“形成甲、乙、丙3个千亿级集群”), as many as it says."""
    count = _COUNTED.search(text[clause:start])
    if count is None:
        return []
    head = text[clause : clause + count.start()]
    verbs = _regex("verbs").match(head)
    opened = verbs.end() if verbs else 0
    made = [match.end() for match in _regex("made").finditer(head.split("、")[0])]
    items = _split(text, clause + max([opened, *made]), clause + count.start())
    joint = _JOINT.search(text, *items[-1]) if items and len(items) == numeral(count["n"]) - 1 else None
    if joint is not None:
        items = [*items[:-1], (items[-1][0], joint.start()), (joint.end(), items[-1][1])]
    plain = not any(re.search(r"\d|个", text[a:b]) for a, b in items)
    alone = len(items) == 1 and opened + (made[-1] if made else 0) > 0
    return items if plain and (len(items) > 1 or alone) and len(items) == numeral(count["n"]) else []


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of the items of a list at its 、; a conjunction may be part of a name (航空航天与低空经济)."""
    out: list[tuple[int, int]] = []
    begin = start
    for i in range(start, end + 1):
        if i == end or text[i] == "、":
            if i > begin:
                out.append((begin, i))
            begin = i + 1
    return [span for span in out if 2 <= span[1] - span[0] <= 20]
