"""Word lists of ``lexicon/*.tsv``, read once; rules hold no lists of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files

from daachorse import CharwiseDoubleArrayAhoCorasick


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Columns of ``lexicon/NAME.tsv`` without comments and blank lines."""
    text = files("lianpu.extract").joinpath("lexicon", f"{name}.tsv").read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#"))


@cache
def words(name: str) -> frozenset[str]:
    """First column of a list as a set."""
    return frozenset(row[0] for row in rows(name))


@cache
def longest_first(name: str) -> tuple[str, ...]:
    """First column of a list, longest word first, as alternations and trimming want it."""
    return tuple(sorted(words(name), key=lambda word: (-len(word), word)))


@cache
def of_role(name: str, role: str) -> tuple[str, ...]:
    """Words whose second column is a role, in the order of the list."""
    return tuple(row[0] for row in rows(name) if row[1] == role)


@cache
def mapping(name: str) -> Mapping[str, tuple[str, ...]]:
    """First column to the others."""
    return {row[0]: row[1:] for row in rows(name)}


@cache
def _sizes(name: str, at: int) -> Mapping[str, tuple[int, ...]]:
    """Lengths of the words of a list by their first (0) or last (-1) character, the longest first: few are to be tried."""
    out: dict[str, set[int]] = {}
    for word in words(name):
        out.setdefault(word[at], set()).add(len(word))
    return {char: tuple(sorted(sizes, reverse=True)) for char, sizes in out.items()}


@cache
def _finder(*names: str) -> CharwiseDoubleArrayAhoCorasick:
    """Finds the words of one list, each by its number in :func:`longest_first`, or of several."""
    found = longest_first(*names) if len(names) == 1 else sorted(frozenset().union(*map(words, names)))
    return CharwiseDoubleArrayAhoCorasick(list(found))


def inside(text: str, name: str) -> bool:
    """Whether a text has any word of a list, in one pass over the text however long the list is.

    >>> inside("年内开工甲高铁", "works"), inside("培育甲产业", "works")
    (True, False)
    """
    return bool(_finder(name).find(text))


def last_ends(text: str, *names: str) -> list[int]:
    """Where each word of these lists that a text has ends for the last time, in no order."""
    return list({word: end for _, end, word in _finder(*names).find_overlapping(text)}.values())


def found(text: str, name: str) -> list[str]:
    """The words of a list that a text has, in the order of :func:`longest_first`."""
    ordered = longest_first(name)
    numbers = {number for _, _, number in _finder(name).find_overlapping(text)}
    return [ordered[number] for number in sorted(numbers)]


def openings(text: str, name: str) -> Iterator[str]:
    """The words of a list that begin ``text``, the longest first."""
    known = words(name)
    return (text[:size] for size in _sizes(name, 0).get(text[:1], ()) if text[:size] in known)


def endings(text: str, name: str) -> Iterator[str]:
    """The words of a list that end ``text``, the longest first."""
    known = words(name)
    return (text[-size:] for size in _sizes(name, -1).get(text[-1:], ()) if text[-size:] in known)


def ending(text: str, name: str, *, leave: int = 0) -> str:
    """The longest word of a list that ends ``text`` and leaves at least ``leave`` characters before it; "" when none does."""
    known, most = words(name), len(text) - leave
    for size in _sizes(name, -1).get(text[-1:], ()):
        if size <= most and text[-size:] in known:
            return text[-size:]
    return ""


def opening(text: str, name: str, *, leave: int = 0) -> str:
    """The longest word of a list that begins ``text`` and leaves at least ``leave`` characters after it; "" when none does."""
    known, most = words(name), len(text) - leave
    for size in _sizes(name, 0).get(text[:1], ()):
        if size <= most and text[:size] in known:
            return text[:size]
    return ""


def either(name: str) -> str:
    """A regular expression for any word of a list, the longest first."""
    return f"(?:{'|'.join(map(re.escape, longest_first(name)))})"


def any_of(words_: Iterable[str]) -> str:
    """A regular expression for the longest of the words, that looks at each character once."""
    tails: dict[str, list[str]] = {}
    for word in words_:
        tails.setdefault(word[0], []).append(word[1:])
    parts = []
    for first, rest in tails.items():
        longer = [tail for tail in rest if tail]
        inner = any_of(longer) + ("?" if len(longer) < len(rest) else "") if longer else ""
        parts.append(re.escape(first) + inner)
    return f"(?:{'|'.join(parts)})" if parts else "(?!)"
