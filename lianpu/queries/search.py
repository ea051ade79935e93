"""Entities by parts of their names, aliases and pinyin initials: an index made once, in memory."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import islice

from lianpu.model import Entity
from lianpu.queries.initials import initials

_BREAK = "\n"
_LONGEST_INITIALS = 40
"""Letters kept of a name: nobody types more."""


class NameIndex:
    """Names in one text, the shortest first, so that the first places found are the closest matches."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        names = sorted({(folded(name), entity.id) for entity in entities for name in (entity.name, *entity.aliases)})
        letters = (spelt[:_LONGEST_INITIALS] for spelt in initials(name for name, _ in names))
        self._names = _Lines(names)
        self._letters = _Lines({(spelt, one) for spelt, (_, one) in zip(letters, names, strict=True) if len(spelt) > 1})

    def search(self, text: str, limit: int) -> tuple[str, ...]:
        """Ids of the first so many of :meth:`matches`."""
        return tuple(islice(self.matches(text), limit))

    def matches(self, text: str) -> Iterator[str]:
        """Ids of entities, each once: those of the name first, then names that begin with it, that contain it, then the same
        for initials; of each the shortest first.
        """
        wanted = folded(text)
        seen: set[str] = set()
        for identifier in self._all(wanted) if wanted else ():
            if identifier not in seen:
                seen.add(identifier)
                yield identifier

    def _all(self, wanted: str) -> Iterator[str]:
        yield from self._names.starting(wanted)
        yield from self._names.containing(wanted)
        if wanted.isascii():
            yield from self._letters.starting(wanted)
            yield from self._letters.containing(wanted)


class _Lines:
    """Lines of one text, each with an id."""

    def __init__(self, lines: Iterable[tuple[str, str]]) -> None:
        ordered = sorted(lines, key=lambda line: (len(line[0]), line))
        self._text = _BREAK + "".join(name + _BREAK for name, _ in ordered)
        self._ids = [identifier for _, identifier in ordered]
        self._starts: list[int] = []
        at = 1
        for name, _ in ordered:
            self._starts.append(at)
            at += len(name) + 1

    def starting(self, wanted: str) -> Iterator[str]:
        return self._found(_BREAK + wanted, 1)

    def containing(self, wanted: str) -> Iterator[str]:
        return self._found(wanted, 0)

    def _found(self, pattern: str, skip: int) -> Iterator[str]:
        at = self._text.find(pattern)
        while at >= 0:
            line = bisect_right(self._starts, at + skip) - 1
            yield self._ids[line]
            at = self._text.find(pattern, self._starts[line + 1] - 1) if line + 1 < len(self._starts) else -1


def folded(name: str) -> str:
    """A name as it is compared: widths, case and spaces make no difference."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())
