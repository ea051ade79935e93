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


def uniform(c: str) -> str:
    """The form of one character that does not depend on its neighbours."""
    return _table().get(c, c)


def is_cjk(c: str) -> bool:
    """Whether this is an ideograph."""
    return _CJK.match(c) is not None


def _is_word(c: str) -> bool:
    return c.isascii() and c.isalnum()


def clean(pieces: Iterable[tuple[int, str]], *, row: bool = False) -> tuple[str, array[int]]:
    """Uniform text of some source characters and where each came from.

    :param pieces: (offset, characters from there on), in order of offset.
    :param row: tabs separate cells.
    """
    raw: list[tuple[int, str]] = []
    for start, piece in pieces:
        raw.extend(_without_marks(start, piece))
    chinese = any(is_cjk(c) for _, c in raw)
    out: list[str] = []
    offsets: array[int] = array("i")
    space: int | None = None
    quotes = 0
    for at, (offset, c) in enumerate(raw):
        if row and c == "\t":
            c = "|"
        elif c.isspace():
            space = offset if space is None else space
            continue
        form = uniform(c)
        if form == '"':
            form, quotes = "“”"[quotes % 2], quotes + 1
        elif form in _MARKS and _becomes_full(raw, at, chinese):
            form = _MARKS[form]
        if space is not None and out and _keeps_space(out, form, chinese):
            out.append(" ")
            offsets.append(space)
        space = None
        out.append(form)
        offsets.append(offset)
    return "".join(out), offsets


def _without_marks(start: int, piece: str) -> Iterable[tuple[int, str]]:
    """Characters with offsets, without Markdown's bold marks and without invisible characters."""
    at = 0
    while at < len(piece):
        if piece.startswith("**", at):
            at += 2
            continue
        if piece[at] not in _DROPPED:
            yield start + at, piece[at]
        at += 1


def _keeps_space(out: list[str], following: str, chinese: bool) -> bool:
    """A space stays between Latin words and numbers, and in “1. 5G”, which is no decimal."""
    before = out[-1]
    if not chinese:
        return before not in "|" and following != "|"
    return _is_word(following) and (_is_word(before) or (before == "." and following.isdigit()))


def _becomes_full(raw: list[tuple[int, str]], at: int, chinese: bool) -> bool:
    """Whether an ASCII mark stands in Chinese text, not in a number, a time or an address."""
    if not chinese:
        return False
    c = raw[at][1]
    before = raw[at - 1][1] if at else ""
    after = "".join(x for _, x in raw[at + 1 : at + 5])
    if c == ",":
        return not (before.isdigit() and _THOUSANDS.match(after))
    if c == ":":
        return not ((before.isdigit() and after[:1].isdigit()) or after.startswith("//"))
    return True
