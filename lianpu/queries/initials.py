"""Pinyin initials of names: 重庆钢铁 is ``cqgt``. The readings are those of pypinyin, looked up here for many names at once:
its own segmentation takes 0.2 ms a name, half a minute for a large graph.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

_BREAK = "\n"


class Initials:
    """First letters by character, and the words in which a character has another one (重 is z, in 重庆 c)."""

    def __init__(self) -> None:
        # Imported here: only a search needs it, and it loads two large tables.
        from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

        letters = {code: _first(readings) for code, readings in PINYIN_DICT.items()}
        self._letters = _Letters(letters | {code: chr(code).lower() for code in range(128) if chr(code).isalnum()})
        self._letters[ord(_BREAK)] = _BREAK
        spelt = ((word, "".join(_first(syllable[0]) for syllable in syllables)) for word, syllables in PHRASES_DICT.items())
        self._words = [(word, letters) for word, letters in spelt if letters != word.translate(self._letters)]
        self._finder = CharwiseDoubleArrayAhoCorasick([word for word, _ in self._words], MATCH_KIND_LEFTMOST_LONGEST)

    def of(self, names: Iterable[str]) -> list[str]:
        """The initials of names: small letters and digits; what is neither these nor a Chinese character is left out."""
        text = unicodedata.normalize("NFKC", "".join(name.replace(_BREAK, "") + _BREAK for name in names))
        pieces: list[str] = []
        done = 0
        for start, end, word in self._finder.find(text):
            pieces += text[done:start], self._words[word][1]
            done = end
        return "".join((*pieces, text[done:])).translate(self._letters).split(_BREAK)[:-1]


class _Letters(dict[int, str]):
    """Letters by code point; other characters have none."""

    def __missing__(self, code: int) -> str:
        return ""


@cache
def _first(reading: str) -> str:
    """The letter of a syllable, without its tone mark."""
    return unicodedata.normalize("NFD", reading)[:1]


@cache
def _initials() -> Initials:
    return Initials()


def initials(names: Iterable[str]) -> list[str]:
    """Pinyin initials of names.

    >>> initials(["重庆钢铁（ABC）3"])
    ['cqgtabc3']
    """
    return _initials().of(names)
