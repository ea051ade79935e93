"""Characters made uniform one by one: width, punctuation, quotes, dashes, spaces. Nothing is ever added.

A character of the result is the character of the source at its offset, replaced by its uniform form; white space that stays is
one space, and a tab that separates table cells is ``|``.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from lianpu.extract import words

_MARKS = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
_FULL_MARKS = frozenset("，；：？！（）")
_CJK = re.compile(r"[\u2e80-\u2fdf\u3400-\u9fff\uf900-\ufaff]")
_DROPPED = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad")
_THOUSANDS = re.compile(r"\d{3}(?!\d)")


@cache
def _table() -> Mapping[str, str]:
    table = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in _FULL_MARKS}
    for codes, form in words.rows("characters"):
        table.update({chr(int(code, 16)): form for code in codes.split(" ")})
    # Ideographs that PDF files write as radicals or compatibility forms.
    for code in (*range(0x2E80, 0x2FE0), *range(0xF900, 0xFB00)):
        form = unicodedata.normalize("NFKC", chr(code))
        if len(form) == 1:
            table[chr(code)] = form
    return MappingProxyType(table)


@cache
def _forms() -> Mapping[int, str]:
    """The same as :meth:`str.translate` takes it."""
    return {ord(c): form for c, form in _table().items()}


def uniform(c: str) -> str:
    """The form of one character that does not depend on its neighbours."""
    return _table().get(c, c)


def _is_word(c: str) -> bool:
    return c.isascii() and c.isalnum()


def unbroken(text: str) -> str:
    """The lines of a table cell as one; a space only where Latin words meet.

    >>> unbroken("甲轴\\n承 AI\\nchip")
    '甲轴承 AI chip'
    """
    whole = ""
    for line in filter(None, (part.strip() for part in text.split("\n"))):
        apart = whole[-1:].isascii() and whole[-1:].isalpha() and line[0].isascii() and line[0].isalpha()
        whole += (" " if apart else "") + line
    return whole


def clean(pieces: Iterable[tuple[int, str]], *, row: bool = False, gap: re.Pattern[str] | None = None) -> tuple[str, array[int]]:
    """Uniform text of some source characters and where each came from.

    :param pieces: (offset, characters from there on), in order of offset.
    :param row: tabs separate cells.
    :param gap: blanks that separate cells, too.
    """
    raw, places = _without_marks(pieces)
    if gap is not None:
        raw = gap.sub(lambda blanks: "|".ljust(len(blanks.group())), raw)
    chinese = _CJK.search(raw) is not None
    formed = (raw.replace("\t", "|") if row else raw).translate(_forms())
    out: list[str] = []
    offsets: array[int] = array("i")
    space: int | None = None
    begin = quotes = 0
    for mark in (*_MOVING.finditer(formed), None):
        at = mark.start() if mark else len(formed)
        runs = [(formed[begin:at], begin, at)] if at > begin else []
        if mark and not mark.group().isspace():
            form = mark.group()
            if form == '"':
                form, quotes = "“”"[quotes % 2], quotes + 1
            elif _becomes_full(raw, at, chinese):
                form = _MARKS[form]
            runs.append((form, at, at + 1))
        for run, start, end in runs:
            if space is not None and out and _keeps_space(out[-1][-1], run[0], chinese):
                out.append(" ")
                offsets.append(space)
            space = None
            out.append(run)
            offsets.extend(places[start:end])
        if mark and mark.group().isspace() and space is None:
            space = places[at]
        begin = at + 1
    return "".join(out), offsets


_MOVING = re.compile(rf"[\s\"{re.escape(''.join(_MARKS))}]")
"""White space, and the characters whose form depends on their neighbours."""
_NOTHING = re.compile(rf"\*\*|[{''.join(sorted(_DROPPED))}]")
"""Markdown's bold marks and invisible characters."""


def _without_marks(pieces: Iterable[tuple[int, str]]) -> tuple[str, array[int]]:
    """Characters and their offsets, without what prints nothing."""
    kept: list[str] = []
    places: array[int] = array("i")
    for start, piece in pieces:
        begin = 0
        for at, end in (*(m.span() for m in _NOTHING.finditer(piece)), (len(piece), len(piece))):
            kept.append(piece[begin:at])
            places.extend(range(start + begin, start + at))
            begin = end
    return "".join(kept), places


def _keeps_space(before: str, following: str, chinese: bool) -> bool:
    """A space stays between Latin words and numbers, and in “1. 5G”, which is no decimal."""
    if not chinese:
        return before not in "|" and following != "|"
    return _is_word(following) and (_is_word(before) or (before == "." and following.isdigit()))


def _becomes_full(raw: str, at: int, chinese: bool) -> bool:
    """Whether an ASCII mark stands in Chinese text, not in a number, a time or an address."""
    if not chinese:
        return False
    before, after = raw[at - 1 : at], raw[at + 1 : at + 5]
    if raw[at] == ",":
        return not (before.isdigit() and _THOUSANDS.match(after))
    if raw[at] == ":":
        return not ((before.isdigit() and after[:1].isdigit()) or after.startswith("//"))
    return True
