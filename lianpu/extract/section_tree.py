"""Which section nests in which: a heading (“（二）”) that continues an open series closes what is inside that series."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

import msgspec
from msgspec.structs import replace

from lianpu.extract.document import Section
from lianpu.extract.marks import Style

_STYLES: tuple[Style, ...] = (
    *("annex", "part", "chapter", "node", "cn", "pcn", "named", "decimal", "num", "pnum", "circle", "plain", "runin", "dash"),
)
"""From the outermost inward, where the document's own numbers do not say otherwise."""
_RANK = {style: rank for rank, style in enumerate(_STYLES)}


@dataclass(frozen=True, slots=True)
class Head:
    """A heading found: ``whole`` when the paragraph is nothing else."""

    style: Style
    number: tuple[int, ...] | None
    label: str
    title: str
    whole: bool


class Open(msgspec.Struct, frozen=True, gc=False):
    """A section that is open, with the style and number of its heading."""

    section: int
    style: Style
    number: tuple[int, ...] | None
    followed: bool = True
    """Whether text came between this heading and the next."""


@dataclass(slots=True)
class Tree:
    """The sections so far and those of them that are still open, innermost last."""

    ahead: dict[Style, deque[tuple[int, ...] | None]]
    """Numbers of the marks still to come, by style."""
    sections: list[Section] = field(default_factory=lambda: [Section("", 0, 0)])
    stack: list[Open] = field(default_factory=list)

    @property
    def current(self) -> int:
        """Index of the innermost open section, 0 for none."""
        return self.stack[-1].section if self.stack else 0

    def open(self, head: Head) -> int:
        """Open the section of a heading inside what it does not close; gives its index."""
        self.close(head.style, head.number)
        parent = self.current
        self.sections.append(Section(head.title, len(self.stack) + 1, parent, head.label))
        self.stack.append(Open(len(self.sections) - 1, head.style, head.number, followed=False))
        return self.current

    def close_like(self, title: str) -> None:
        """Close down to a section that is titled in the same manner (…工程): a heading without its mark is its sibling."""
        same = [
            at for at, one in enumerate(self.stack) if one.style == "node" and self.sections[one.section].title[-2:] == title[-2:]
        ]
        if same:
            del self.stack[same[-1] :]

    def close(self, style: Style, number: tuple[int, ...] | None) -> None:
        """Close the sections that a heading of this style and number ends."""
        same = [at for at, one in enumerate(self.stack) if one.style == style and _depth(one.number) == _depth(number)]
        following = [at for at in same if _follows(self.stack[at].number, number)]
        if following:
            del self.stack[following[-1] :]
        elif same and not self._nests(same[-1], number):
            del self.stack[same[-1] :]
        elif not same:
            while self.stack and _place(self.stack[-1].style, self.stack[-1].number) > _place(style, number):
                if number == (1,) and style != "annex" and self._goes_on(self.stack[-1]):
                    return
                self.stack.pop()

    def _goes_on(self, outer: Open) -> bool:
        """Whether a heading with something right under it is one of a series (任务一：, （一）, （二）, 任务二：)."""
        coming = self.ahead[outer.style]
        later = outer.number is not None and outer.number > (1,)
        return not outer.followed and (later or bool(coming) and _follows(outer.number, coming[0]))

    def _nests(self, at: int, number: tuple[int, ...] | None) -> bool:
        """一、 inside 四、: a series of the same style that starts right under the other, or ends where the other goes on."""
        outer = self.stack[at].number
        if number != (1,) or outer in (None, (1,)) or at != len(self.stack) - 1:
            return False
        last: tuple[int, ...] | None = number
        for coming in self.ahead[self.stack[at].style]:
            if not _follows(last, coming):
                return not self.stack[at].followed or _follows(outer, coming)
            last = coming
        return not self.stack[at].followed

    def touch(self) -> None:
        """Text stands in the current section."""
        if self.stack and not self.stack[-1].followed:
            self.stack[-1] = replace(self.stack[-1], followed=True)


def _depth(number: tuple[int, ...] | None) -> int:
    return len(number) if number else 0


def _follows(before: tuple[int, ...] | None, number: tuple[int, ...] | None) -> bool:
    """Whether the one number comes right after the other in a series."""
    return bool(before and number) and before[:-1] == number[:-1] and number[-1] == before[-1] + 1  # type: ignore[index]


def _place(style: Style, number: tuple[int, ...] | None) -> tuple[int, int]:
    return _RANK[style], _depth(number) if style == "decimal" else 0
