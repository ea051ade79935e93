"""Lines that somebody else has written, located in the source text by their quotes."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from lianpu.model import DocumentLine, EntityLine, Line

GIVEN_RULE = "given"

_PAGE_LINE = re.compile(
    r"[^\S\n]*(?:[-—–－_]{0,3}[^\S\n]*(?:第[^\S\n]*)?\d{1,4}(?:[^\S\n]*页)?[^\S\n]*[-—–－_]{0,3}|[IVXivx]{1,5})[^\S\n]*"
)
_PAGE_MARK = re.compile(r"[—–-]\s*\d{1,4}\s*[—–-]")
_LINE = re.compile(r"[^\n\f]+")


@dataclass(frozen=True, slots=True)
class _Folded:
    """A text without what a quote leaves out; ``offsets[i]`` is where ``text[i]`` came from."""

    text: str
    offsets: array[int]


def locate(lines: Sequence[Line], source_text: str) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Lines with ``start``, ``end`` and the source slice as ``quote``, and the lines that are not found.

    A quote is found past line wraps, spaces and page-number lines, at its first place. An entity without a quote is
    found by its name or an alias. A line that has a place keeps it if its quote stands there. Lines about an entity that
    is itself lost keep their entity: it is then taken from the first of them.
    """
    folded = (_fold(source_text, frozenset()), _fold(source_text, _page_lines(source_text)))
    found: list[Line] = []
    lost: list[Line] = []
    for line in lines:
        placed = line if isinstance(line, DocumentLine) else _place(line, source_text, folded)
        (lost if placed is None else found).append(line if placed is None else placed)
    return _with_ends(found, lost)


def _place(line: Line, source_text: str, folded: Sequence[_Folded]) -> Line | None:
    assert not isinstance(line, DocumentLine)
    if 0 <= line.start < line.end and source_text[line.start : line.end] == line.quote:
        return line
    wanted = [line.quote] if line.quote else [line.name, *line.aliases] if isinstance(line, EntityLine) else []
    for text in wanted:
        for haystack in folded:
            span = _find(text, haystack)
            if span is not None:
                start, end = span
                quote = source_text[start:end]
                shown = line.text or text
                return msgspec.structs.replace(line, start=start, end=end, quote=quote, text=shown, rule=line.rule or GIVEN_RULE)
    return None


def _find(text: str, haystack: _Folded) -> tuple[int, int] | None:
    needle = _fold(text, frozenset()).text
    at = haystack.text.find(needle) if needle else -1
    return None if at < 0 else (haystack.offsets[at], haystack.offsets[at + len(needle) - 1] + 1)


def _fold(text: str, without: frozenset[int]) -> _Folded:
    """Characters of one width and without spaces, each from one place of ``text``; offsets in ``without`` are left out."""
    kept: list[str] = []
    offsets: array[int] = array("l")
    for offset, character in enumerate(text):
        if character.isspace() or offset in without or unicodedata.category(character) == "Cf":
            continue
        wide = unicodedata.normalize("NFKC", character)
        kept.append(wide if len(wide) == 1 else character)
        offsets.append(offset)
    return _Folded("".join(kept), offsets)


def _page_lines(text: str) -> frozenset[int]:
    """Offsets of all characters of lines that hold a page number only, and of page numbers between dashes."""
    lines = [match for match in _LINE.finditer(text) if _PAGE_LINE.fullmatch(match.group())]
    return frozenset(offset for match in (*lines, *_PAGE_MARK.finditer(text)) for offset in range(match.start(), match.end()))


def _with_ends(found: list[Line], lost: list[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Entities that facts need although their own place is not found take the place of the first fact about them."""
    first: dict[str, Line] = {}
    for line in found:
        if not isinstance(line, DocumentLine | EntityLine):
            for name in (line.s, line.o) if hasattr(line, "o") else (line.s,):
                first.setdefault(name, line)
    rescued = {line.name: _at(line, first[line.name]) for line in lost if isinstance(line, EntityLine) and line.name in first}
    still = tuple(line for line in lost if not (isinstance(line, EntityLine) and line.name in rescued))
    return (*(line for line in found if isinstance(line, DocumentLine)), *rescued.values(), *_rest(found)), still


def _rest(found: list[Line]) -> list[Line]:
    return [line for line in found if not isinstance(line, DocumentLine)]


def _at(entity: EntityLine, line: Line) -> EntityLine:
    assert not isinstance(line, DocumentLine)
    return msgspec.structs.replace(
        entity, start=line.start, end=line.end, quote=line.quote, text=line.text, section=line.section, rule=GIVEN_RULE
    )
