"""Where a text has which words: read once, asked for thousands of names without reading the text again."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

import numpy as np

_FEW = 4
"""So few places of a pair are looked at sooner than it is asked for a rarer pair."""


class Occurrences:
    """A text by its pairs of neighbouring characters; a word is looked for only where its rarest pair stands."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._counts: dict[str, int] = {}
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.int64)
        pairs = (codes[:-1] << 21) + codes[1:]
        order = np.argsort(pairs, kind="stable")
        self._order: list[int] = order.tolist()
        """Where each pair stands: those of one pair after each other, in order."""
        begins = np.flatnonzero(np.diff(pairs[order], prepend=-1))
        self._bounds = [*begins.tolist(), len(pairs)]
        self._pairs = {text[at : at + 2]: i for i, at in enumerate(order[begins].tolist())}
        """Each pair to its place in ``_bounds``."""

    def starts(self, word: str) -> list[int]:
        """Where the word begins, in order, overlapping places included.

        >>> Occurrences("甲甲甲乙").starts("甲甲")
        [0, 1]
        """
        if len(word) < 2:
            return [at for at, char in enumerate(self.text) if char == word]
        begin = end = shift = 0
        for offset in range(len(word) - 2, -1, -1):
            pair = self._pairs.get(word[offset : offset + 2])
            if pair is None:
                return []
            first, last = self._bounds[pair], self._bounds[pair + 1]
            if not end or last - first < end - begin:
                begin, end, shift = first, last, offset
                if end - begin <= _FEW:
                    break
        text = self.text
        return [at - shift for at in self._order[begin:end] if at >= shift and text.startswith(word, at - shift)]

    def places(self, word: str) -> Iterator[tuple[int, int]]:
        """Line and place in the line where the word begins, in order.

        >>> list(Occurrences("甲县建设。\\n乙县与甲县协作。").places("甲县"))
        [(0, 0), (1, 3)]
        """
        for at in self.starts(word):
            line = bisect_right(self._lines, at) - 1
            yield line, at - self._lines[line]

    @cached_property
    def _lines(self) -> list[int]:
        """Where each line begins."""
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def count(self, word: str) -> int:
        """How often the text has the word, as :meth:`str.count` counts: places do not overlap.

        >>> Occurrences("甲甲甲乙").count("甲甲")
        1
        """
        known = self._counts.get(word)
        if known is None:
            known = self._counts[word] = self._apart(word)
        return known

    def _apart(self, word: str) -> int:
        number = end = 0
        for start in self.starts(word):
            if start >= end:
                number, end = number + 1, start + len(word)
        return number

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self.count(word) > 0

    def among(self, words: Mapping[str, Iterable[str]]) -> set[str]:
        """Those of many words, given by their first two characters, that the text has."""
        return {word for pair in self._pairs.keys() & words.keys() for word in words[pair] if word in self}
