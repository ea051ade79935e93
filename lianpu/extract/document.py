"""What the reader hands to the rules: clean paragraphs that know where each character came from, in a section tree."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

import msgspec

Kind = Literal["heading", "body", "row"]


@dataclass(frozen=True, slots=True)
class Source:
    """A decoded document. ``text`` is what every offset counts in."""

    id: str
    file: str
    text: str
    sha256: str
    encoding: str


class Paragraph(msgspec.Struct, frozen=True, gc=False):
    """A logical paragraph: line wraps undone, page furniture gone, punctuation and width made uniform.

    ``text[i]`` came from ``source.text[offsets[i]]``: characters are replaced one to one or dropped, never invented.
    ``cells`` are the (start, end) spans in ``text`` of the columns when ``kind`` is ``row``. ``section`` indexes
    :attr:`Outline.sections`; a heading belongs to the section that it opens.
    """

    text: str
    offsets: array[int]
    kind: Kind = "body"
    section: int = 0
    cells: tuple[tuple[int, int], ...] = ()
    header: int | None = None
    """For a row: index of the paragraph that is its table's header row, if there is one."""
    joined: bool = False
    """For a row: whether it was put together from two pages, so that its offsets do not only rise."""

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the source text of the shortest slice with all of ``text[start:end]`` (not empty)."""
        if self.joined:
            return min(self.offsets[start:end]), max(self.offsets[start:end]) + 1
        return self.offsets[start], self.offsets[end - 1] + 1


class Section(msgspec.Struct, frozen=True, gc=False):
    """A node of the section tree; section 0 is the root with an empty title and level 0."""

    title: str
    level: int
    parent: int
    number: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """The document as paragraphs in reading order and the tree of their sections."""

    source: Source
    paragraphs: Sequence[Paragraph]
    sections: Sequence[Section] = field(default_factory=lambda: (Section("", 0, 0),))
    _paths: dict[int, tuple[int, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _labels: dict[int, str] = field(default_factory=dict, init=False, repr=False, compare=False)

    def path(self, section: int) -> tuple[int, ...]:
        """Indices of the sections from the outermost to ``section``, without the root."""
        known = self._paths.get(section)
        if known is None:
            known = (*self.path(self.sections[section].parent), section) if section else ()
            self._paths[section] = known
        return known

    def label(self, section: int) -> str:
        """Titles from the outermost section inward, joined by `` / ``."""
        known = self._labels.get(section)
        if known is None:
            known = " / ".join(self.sections[i].number + self.sections[i].title for i in self.path(section))
            self._labels[section] = known
        return known
