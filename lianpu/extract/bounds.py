"""Words that bound a number: “超过”, “不低于”, “近” in front of it, “以上”, “左右” behind it (``lexicon/bounds.tsv``)."""

from __future__ import annotations

from functools import cache

from lianpu.extract import words
from lianpu.model import Op


@cache
def _bounds(side: str) -> dict[str, Op]:
    return {row[0]: row[2] for row in words.rows("bounds") if row[1] == side}  # type: ignore[misc]


def before(text: str, start: int) -> tuple[int, Op | None]:
    """Where the bound words before a number start, and the firmest of what they say."""
    op: Op | None = None
    table = _bounds("before")
    while True:
        word = _ending(text, start)
        if not word:
            return start, op
        start -= len(word)
        if op is None or op == "~":
            op = table[word]


def _ending(text: str, end: int) -> str:
    """The longest bound word in front of a number that ends at ``end``; "" when there is none."""
    table, guards = _bounds("before"), _guards()
    for size in range(min(len(_longest_first("before")[0]), end), 0, -1):
        word = text[end - size : end]
        if word in table and not (word in guards and end > size and text[end - size - 1] in guards[word]):
            return word
    return ""


@cache
def _guards() -> dict[str, str]:
    """Bound words that say nothing behind some characters (通过, 经过)."""
    return {row[0]: row[3] for row in words.rows("bounds") if len(row) > 3}


@cache
def _longest_first(side: str) -> tuple[str, ...]:
    return tuple(sorted(_bounds(side), key=lambda word: (-len(word), word)))


def after(text: str, end: int) -> tuple[int, Op | None]:
    """Where the bound word behind a number ends, and what it says."""
    word = next((w for w in _longest_first("after") if text.startswith(w, end)), None)
    return (end, None) if word is None else (end + len(word), _bounds("after")[word])


def reach(text: str, end: int) -> str:
    """The word of reaching (达到, 突破) that ends at ``end``; "" when there is none."""
    return next((word for word in _longest_first("reach") if text.endswith(word, 0, end)), "")
