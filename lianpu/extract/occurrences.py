"""Where a text has which words: read once, asked for thousands of names without reading the text again."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property, partial
from operator import add


class Occurrences:
    """A text by its pairs of neighbouring characters; a word is looked for only where its rarest pair stands."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._counts: dict[str, int] = {}
        self._pairs: dict[str, array[int]] = defaultdict(partial(array, "I"))
        for at, pair in enumerate(map(add, text, text[1:])):
            self._pairs[pair].append(at)

    def starts(self, word: str) -> list[int]:
        """Where the word begins, in order, overlapping places included.

        >>> Occurrences("甲甲甲乙").starts("甲甲")
        [0, 1]
        """
        if len(word) < 2:
            return [at for at, char in enumerate(self.text) if char == word]
        places: array[int] | None = None
        shift = 0
        for offset in range(len(word) - 2, -1, -1):
            found = self._pairs.get(word[offset : offset + 2])
            if found is None:
                return []
            if places is None or len(found) < len(places):
                places, shift = found, offset
        text = self.text
        return [at - shift for at in places or () if at >= shift and text.startswith(word, at - shift)]

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

    def among(self, words: Iterable[str]) -> list[str]:
        """Those of many words, two characters or longer, that the text has."""
        pairs = self._pairs
        return [word for word in words if word[:2] in pairs and word in self]
