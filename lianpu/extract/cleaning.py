"""What a cell of a table names: lists taken apart, endings of bookkeeping off, lines of bookkeeping left out."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

_SHORTEST = 2
_EDGES = " \t\"“”'‘’、，,；;:：-—－·"
_NEVER = re.compile(r"(?!)")


class Cleaning(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the cells of a column are read."""

    split: tuple[str, ...] = ()
    """Words between two things, as long as each of them has two characters."""
    whole: tuple[str, ...] = ()
    """Words in which such a word joins nothing (不饱和)."""
    strip: tuple[str, ...] = ()
    """Endings that add nothing, taken off until none is left."""
    drop: tuple[str, ...] = ()
    """Names that are no things, once the endings are off."""
    drop_with: tuple[str, ...] = ()
    """Words that the name of no thing holds."""


class Cleaner:
    """Reads cells as a cleaning says; each cell is thought about once.

    >>> Cleaner(Cleaning(split=("和",), strip=("业务",))).things("覆铜板和粘结片业务")
    ('覆铜板', '粘结片')
    """

    def __init__(self, cleaning: Cleaning) -> None:
        self._split = _any(cleaning.split)
        self._whole = _any(cleaning.whole)
        self._strip = re.compile(f"(?:{_any(cleaning.strip).pattern})$")
        self._drop = frozenset(cleaning.drop)
        self._drop_with = _any(cleaning.drop_with)
        self._known: dict[str, tuple[str, ...]] = {}

    def things(self, cell: str) -> tuple[str, ...]:
        """What a cell names, each once."""
        if cell not in self._known:
            named = (self._bare(part) for part in self._parts(self._bare(cell)))
            self._known[cell] = tuple(dict.fromkeys(name for name in named if self._keeps(name)))
        return self._known[cell]

    def _bare(self, name: str) -> str:
        """The name without the endings and without marks at its edges."""
        while True:
            bare = name.strip(_EDGES)
            ending = self._strip.search(bare)
            bare = bare[: ending.start()] if ending is not None and ending.start() >= _SHORTEST else bare
            if bare == name:
                return bare
            name = bare

    def _parts(self, name: str) -> list[str]:
        """The things that a name joins; itself where a part would be too short, or a joining word belongs to a word."""
        if self._whole.search(name):
            return [name]
        parts = self._split.split(name)
        return parts if all(len(part) >= _SHORTEST for part in parts) else [name]

    def _keeps(self, name: str) -> bool:
        """Whether a name may be a thing's."""
        return len(name) >= _SHORTEST and name not in self._drop and not self._drop_with.search(name)


def _any(words: Iterable[str]) -> re.Pattern[str]:
    """Any of the words, longer ones first."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, ordered))) if ordered else _NEVER
