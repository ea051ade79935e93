"""Entities by parts of their names, aliases and pinyin initials."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from lianpu.model import Entity
from lianpu.queries.initials import initials

_BREAK = "\n"
_LONGEST_INITIALS = 40
"""Letters kept of a name: nobody types more."""


class Lines:
    """Lines of one text, the shortest first, each with an id.

    :param text: the lines, with a break before each and after the last.
    :param ids: the ids by number of the line.
    :param starts: where lines start in the text.
    """

    def __init__(self, text: str, ids: Sequence[str], starts: Sequence[int]) -> None:
        self.text = text
        self.ids = ids
        self.starts = starts

    @classmethod
    def of(cls, lines: Iterable[tuple[str, str]]) -> Lines:
        """Lines of names with their ids."""
        ordered = sorted(lines, key=lambda line: (len(line[0]), line))
        starts = [*accumulate((len(name) + 1 for name, _ in ordered), initial=1)][:-1]
        return cls(_BREAK + "".join(name + _BREAK for name, _ in ordered), [one for _, one in ordered], starts)

    def equal(self, wanted: str) -> Iterator[str]:
        """Ids of the lines that are a text."""
        key = len(wanted), wanted
        for line in range(bisect_left(range(len(self.starts)), key, key=self._key), len(self.starts)):
            if self._key(line) != key:
                return
            yield self.ids[line]

    def _key(self, line: int) -> tuple[int, str]:
        end = self.starts[line + 1] if line + 1 < len(self.starts) else len(self.text)
        name = self.text[self.starts[line] : end - 1]
        return len(name), name

    def starting(self, wanted: str) -> Iterator[str]:
        """Ids of the lines that start with a text."""
        return self._found(_BREAK + wanted, 1)

    def containing(self, wanted: str) -> Iterator[str]:
        """Ids of the lines that contain a text."""
        return self._found(wanted, 0)

    def _found(self, pattern: str, skip: int) -> Iterator[str]:
        at = self.text.find(pattern)
        while at >= 0:
            line = bisect_right(self.starts, at + skip) - 1
            yield self.ids[line]
            at = self.text.find(pattern, self.starts[line + 1] - 1) if line + 1 < len(self.starts) else -1


class Names:
    """Names and their initials, each in one text, so that the first places found are the closest matches."""

    def __init__(self, names: Lines, letters: Lines) -> None:
        self.names = names
        self.letters = letters

    def called(self, name: str) -> Iterator[str]:
        """Ids of entities that have a name or an alias which is the same but for widths, case and spaces."""
        return self.names.equal(folded(name))

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
        yield from self.names.starting(wanted)
        yield from self.names.containing(wanted)
        if wanted.isascii():
            yield from self.letters.starting(wanted)
            yield from self.letters.containing(wanted)


class NameIndex(Names):
    """The names of entities, in memory."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        names = sorted({(folded(name), entity.id) for entity in entities for name in (entity.name, *entity.aliases)})
        letters = (spelt[:_LONGEST_INITIALS] for spelt in initials(name for name, _ in names))
        spelt = {(spelt, one) for spelt, (_, one) in zip(letters, names, strict=True) if len(spelt) > 1}
        super().__init__(Lines.of(names), Lines.of(spelt))


def folded(name: str) -> str:
    """A name as it is compared: widths, case and spaces make no difference."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())
