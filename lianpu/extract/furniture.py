"""What a page carries besides its text: page numbers, contents tables, captions, running titles. All of it is dropped."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from lianpu.extract.marks import mark

_BREAK = re.compile(r"[\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_EDGE = " \t\u3000\xa0\ufeff\u200b"
_S = r"[ \t\u3000\xa0]*"
_PAGE = re.compile(
    rf"(?:[-—–_·.]{{0,3}}{_S}(?:\d{_S}){{1,4}}[-—–_·.]{{0,3}}|第{_S}\d+{_S}页(?:{_S}[,，/]?{_S}共{_S}\d+{_S}页)?|\d+{_S}/{_S}\d+|[ivxIVX]+)"
)
_LEADER = re.compile(
    rf"(?:[.．…·]{_S}){{4,}}[-—–]?{_S}\d{{0,4}}{_S}[-—–]?$|[\t\u3000 ]{_S}[-—–]{_S}\d{{1,4}}{_S}[-—–]$|\t{_S}\d{{1,4}}$"
)
_CONTENTS = re.compile(r"目[ \t\u3000\xa0]*[录次]$")
_CAPTION = re.compile(rf"(?:图|表|附图){_S}\d+(?:[-—.．]\d+)?(?:{_S}[:：.、]|[ \t\u3000\xa0])[^。；，]{{0,50}}$")
_RULE = re.compile(r"[\s|:+\-—–=_*]+")
_BAR = re.compile(r"[ \t]\|[ \t]|\|.*\|")
_REPEATED = 4
"""A line that stands this often beside a page number is a running title."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line without the white space around it: ``source[start:end] == text``. ``row`` marks a row of a table, ``gap`` the
    blanks between its cells where nothing else parts them, ``paged`` the first line of a page, ``joint`` what stands for the end
    of the line before it where both are one row: a tab for each cell that begins there, a blank inside a cell.
    """

    start: int
    end: int
    text: str
    row: bool
    gap: re.Pattern[str] | None = None
    paged: bool = False
    joint: str = ""


def columns(text: str) -> int:
    """Width on a page, in columns of half an ideograph."""
    return sum(map(_width, text))


@lru_cache(maxsize=1 << 14)
def _width(c: str) -> int:
    return 2 if unicodedata.east_asian_width(c) in "WFA" else 1


def is_page(line: str) -> bool:
    """Whether a line is a page number."""
    return _PAGE.fullmatch(line) is not None


def strip(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines that carry text, in order."""
    pages = [not line.row and is_page(line.text) for line in lines]
    contents = _contents(lines)
    running = _running(lines, pages)
    out: list[TextLine] = []
    paged = False
    for index, (line, page) in enumerate(zip(lines, pages, strict=True)):
        paged |= page
        if line.joint or not page and index not in contents and not _is_furniture(line.text, running):
            out.append(replace(line, paged=True) if paged else line)
            paged = False
    return out


def _is_furniture(text: str, running: set[str]) -> bool:
    return text in running or _RULE.fullmatch(text) is not None or _CAPTION.match(text) is not None


def lines(text: str) -> list[TextLine]:
    """The lines of a text that are not empty."""
    out: list[TextLine] = []
    start = 0
    for end in (*(match.start() for match in _BREAK.finditer(text)), len(text)):
        raw = text[start:end]
        left = start + len(raw) - len(raw.lstrip(_EDGE))
        right = left + len(raw.strip(_EDGE))
        if left < right:
            line = text[left:right]
            out.append(TextLine(left, right, line, _BAR.search(line) is not None or ("\t" in line and not _leads(line))))
        start = end + 1
    return out


def _leads(line: str) -> bool:
    """Whether a line leads to a page; a row of three cells may end in a number, too, that is none.

    >>> [_leads(line) for line in ("一、总体要求\\t3", "一、\\t总体要求\\t3", "营业收入\\t亿元\\t120", "2\\t甲产业\\t亿元\\t150")]
    [True, True, False, False]
    """
    if _LEADER.search(line) is None:
        return False
    first, *others = line.split("\t")
    return len(others) < 2 or len(others) < 3 and (first.isdigit() or mark(first) is not None)


def _contents(lines: Sequence[TextLine]) -> set[int]:
    """Lines of contents tables: those with page numbers behind leaders, and what stands between them and their title."""
    out = {index for index, line in enumerate(lines) if "。" not in line.text and _leads(line.text)}
    for index, line in enumerate(lines):
        if _CONTENTS.match(line.text):
            out.add(index)
            out.update(range(index, _end_of_contents(lines, index, out)))
    return out


def _end_of_contents(lines: Sequence[TextLine], title: int, leaders: set[int]) -> int:
    """Index behind the last entry: entries have leaders, wrap over two lines, or are the headings that come again below."""
    end = title + 1
    for index in range(title + 1, len(lines)):
        if index in leaders:
            end = index + 1
        elif index - end > 2:
            break
    if end > title + 1 or title + 1 >= len(lines):
        return end
    first = _key(lines[title + 1].text)
    for index in range(title + 2, len(lines)):
        text = lines[index].text
        if _key(text) == first:
            return index
        if len(text) > 60 or text.endswith("。"):
            break
    return end


def _key(text: str) -> str:
    return re.sub(r"[\s.．…·\-—–]|\d+$", "", text)


def _running(lines: Sequence[TextLine], pages: Sequence[bool]) -> set[str]:
    """Titles that are printed on every page, next to its number."""
    beside = Counter(
        lines[at].text
        for index, page in enumerate(pages)
        if page
        for at in (index - 1, index + 1)
        if 0 <= at < len(lines) and not pages[at] and len(lines[at].text) <= 40
    )
    return {line for line, count in beside.items() if count >= _REPEATED}
