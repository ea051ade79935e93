"""Marks that open headings and items: 第一章, 一、, （一）, 1., 1.1, （1）, ①, ——, 专栏1, with their class and number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from lianpu.extract import words

Style = Literal[
    "annex", "part", "chapter", "node", "cn", "pcn", "named", "decimal", "num", "pnum", "circle", "plain", "runin", "dash"
]

_CN = "〇零一二三四五六七八九十百"
_SPACE = r"[ \t\u3000\xa0]*"
_UNITS = "亿万千百个家元年月日倍公平吨项条座名人件台套米亩立位户期所岁分级第届"
_PATTERNS: tuple[tuple[Style, str], ...] = (
    ("part", rf"第{_SPACE}(?P<n>[{_CN}\d]+){_SPACE}(?:部分|篇|编)"),
    ("chapter", rf"第{_SPACE}(?P<n>[{_CN}\d]+){_SPACE}章"),
    ("node", rf"第{_SPACE}(?P<n>[{_CN}\d]+){_SPACE}节"),
    ("cn", rf"(?P<n>[{_CN}]{{1,3}}){_SPACE}[、．.]"),
    ("pcn", rf"[（(]{_SPACE}(?P<n>[{_CN}]{{1,3}}){_SPACE}[）)]"),
    ("decimal", rf"(?P<n>\d{{1,2}}(?:[.．]\d{{1,2}}){{2,3}})(?:[、.．](?!\d)|{_SPACE}(?=[A-Za-z“]?[\u4e00-\u9fff]))"),
    ("decimal", rf"(?P<n>\d{{1,2}}[.．]\d{{1,2}})(?:[、.．](?!\d)|{_SPACE}(?=[A-Za-z“]?[\u4e00-\u9fff])(?![{_UNITS}]))"),
    ("pnum", rf"[（(]{_SPACE}(?P<n>\d{{1,2}}){_SPACE}[）)]|(?P<m>\d{{1,2}})[）)]"),
    ("num", r"(?P<n>\d{1,2})(?:[、．]|[.](?!\d))|(?P<m>\d{1,2})[.](?=\dG|\d[DＤ])"),
    ("circle", r"(?P<n>[①-⑳])"),
    ("dash", r"(?:—{1,3}|-{2,3}|●|■|◆|▲)"),
)


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark at the head of a line: ``text[:end]``. ``number`` is None for dashes and bullets."""

    style: Style
    end: int
    number: tuple[int, ...] | None


def _track() -> str:
    """“赛道一：”, “特色赛道（1）：”, “方向/赛道二 甲”, “赛道三（甲）”, “产业链四：”."""
    kinds = "|".join(map(re.escape, words.longest_first("track_kinds")))
    tracks = "|".join(map(re.escape, (*words.longest_first("track_words"), *words.longest_first("sector_heads"))))
    number = rf"{_SPACE}(?:之?(?P<n>[{_CN}\d]{{1,2}})|[（(](?P<m>[{_CN}\d]{{1,2}})[）)])"
    return rf"(?:{kinds})*(?:{tracks}){number}(?:{_SPACE}[：:、.]|[ \t\u3000\xa0]+(?=[\u4e00-\u9fff“A-Za-z])|(?=[（(A-Za-z]))"


def _compiled() -> tuple[tuple[Style, re.Pattern[str]], ...]:
    named = "|".join(map(re.escape, words.longest_first("heading_words")))
    annex = "|".join(map(re.escape, words.longest_first("annex_words")))
    number = rf"{_SPACE}(?P<n>[{_CN}\d]{{0,3}}(?:[-—]\d{{1,2}})?){_SPACE}"
    extra: tuple[tuple[Style, str], ...] = (
        ("annex", rf"(?:{annex}){number}(?=[：:]|$)[：:]?"),
        ("named", _track()),
        ("named", rf"(?:{named}){number}(?<=[{_CN}\d \t\u3000\xa0])(?:[：:、.]|(?=[\u4e00-\u9fff“]))"),
    )
    return tuple((style, re.compile(pattern)) for style, pattern in (*extra, *_PATTERNS))


_REGEXES: tuple[tuple[Style, re.Pattern[str]], ...] = _compiled()
_TRACK = re.compile(_track())
_BEFORE_TRACKS = frozenset({"cn", "pcn", "num", "pnum", "dash"})
"""Styles of marks that a track may have in front of its own number (“（一）赛道一：甲”)."""
_SEVERAL = re.compile(r"[一二三四五六七八九十]{2}、|[一二三四五六七八九十][、．.][一二三四五六七八九十][、．.]")


@lru_cache(maxsize=1 << 12)
def mark(text: str) -> Mark | None:
    """The mark that a line opens with, if it opens with one; “一、二、三产业” and “二三产业” open with none."""
    if _SEVERAL.match(text) and not re.match(rf"[一二三四五六七八九]?十[{_CN}]?、", text):
        return None
    for style, regex in _REGEXES:
        match = regex.match(text)
        if match:
            found = match.groupdict()
            number = found.get("n") or found.get("m")
            track = _TRACK.match(text, match.end()) if style in _BEFORE_TRACKS else None
            if track is not None:
                return Mark("named", track.end(), _number(track["n"] or track["m"]))
            return Mark(style, match.end(), _number(number) if number else None)
    return None


def _number(text: str) -> tuple[int, ...] | None:
    if "①" <= text[0] <= "⑳":
        return (ord(text[0]) - ord("①") + 1,)
    parts = [chinese_number(part) for part in re.split(r"[.．\-—]", text) if part]
    return tuple(part for part in parts if part is not None) or None


def chinese_number(text: str) -> int | None:
    """Value of a number below 1,000 written in digits or as 二十三.

    >>> [chinese_number(text) for text in ("三", "十", "十二", "二十", "一百零五", "17", "一二")]
    [3, 10, 12, 20, 105, 17, None]
    """
    if text.isdecimal():
        return int(text)
    total, digit = 0, 0
    for c in text:
        if c in "百十":
            total += (digit or 1) * (100 if c == "百" else 10)
            digit = 0
        elif c in "〇零":
            digit = 0
        elif digit:
            return None
        else:
            digit = "一二三四五六七八九".index(c) + 1
    return total + digit
