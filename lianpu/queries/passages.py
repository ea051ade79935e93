"""Passages that documents share, found in one pass over their texts.

Texts are compared without white space and punctuation, which copying changes. Of every text read so far each block of
:data:`BLOCK` characters, one next to the other, is remembered with its place; at every character of the next text it is asked
whether such a block begins there, and a hit is widened as far as the texts agree. A passage of twice that length holds a whole
block wherever it stands. A block that several texts have leads to the first of them only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

BLOCK = 20
SHORTEST = 2 * BLOCK
"""Characters, without white space and punctuation, that a passage has at least."""


class Span(NamedTuple):
    """A part of a document's source text, in code points."""

    document: str
    start: int
    end: int


class _Text(NamedTuple):
    """The letters and digits of a text, and where each stands in it."""

    document: str
    letters: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        return Span(self.document, self.places[start], self.places[end - 1] + 1)


def shared(texts: Mapping[str, str]) -> Iterator[tuple[Span, Span]]:
    """Passages of at least :data:`SHORTEST` characters that stand in two documents: where first (by id of the document), where
    again. What stands in many is told once for each further document. Time and memory grow with the length of the texts.
    """
    known: dict[str, tuple[_Text, int]] = {}
    for document in sorted(texts):
        text = _letters(document, texts[document])
        yield from _again(text, known)
        for start in range(0, len(text.letters) - BLOCK + 1, BLOCK):
            known.setdefault(text.letters[start : start + BLOCK], (text, start))


def _letters(document: str, text: str) -> _Text:
    places = tuple(index for index, character in enumerate(text) if character.isalnum())
    return _Text(document, "".join(text[index] for index in places), places)


def _again(text: _Text, known: Mapping[str, tuple[_Text, int]]) -> Iterator[tuple[Span, Span]]:
    at = done = 0
    while at <= len(text.letters) - BLOCK:
        found = known.get(text.letters[at : at + BLOCK])
        if found is None:
            at += 1
            continue
        other, there = found
        back = _common(text.letters, other.letters, at - 1, there - 1, -1, at - done)
        length = BLOCK + _common(text.letters, other.letters, at + BLOCK, there + BLOCK, 1, len(text.letters))
        if back + length >= SHORTEST:
            yield other.span(there - back, there + length), text.span(at - back, at + length)
            done = at + length
        at += length


def _common(one: str, other: str, at: int, there: int, step: int, most: int) -> int:
    """How many characters agree from two places on, forward (``step`` 1) or backward (-1), ``most`` at most."""
    count = 0
    while count < most and 0 <= at < len(one) and 0 <= there < len(other) and one[at] == other[there]:
        at, there, count = at + step, there + step, count + 1
    return count
