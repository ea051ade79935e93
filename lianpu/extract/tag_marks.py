"""Stretches of a paragraph that are marked as planned, existing or sought, and what they say of what a rule found."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

import msgspec

LABELS = ("planned", "existing", "sought")
"""What is marked; ``name``, a firm, park, platform or project, is learned to be told from them and dropped."""


class Mark(msgspec.Struct, frozen=True, gc=False):
    """A stretch ``text[start:end]`` of a paragraph and what is said of it."""

    start: int
    end: int
    label: str


_START, _END = attrgetter("start"), attrgetter("end")


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one paragraph, and for each of its characters how likely it is inside one."""

    marks: tuple[Mark, ...]
    inside: Sequence[float]

    def touching(self, start: int, end: int) -> tuple[Mark, ...]:
        """The marks that share a character with ``text[start:end]``."""
        first = bisect_right(self.marks, start, key=_END)
        return self.marks[first : bisect_left(self.marks, end, first, key=_START)]

    def signs(self, start: int, end: int) -> list[str]:
        """Features for the judge: how ``text[start:end]`` lies to the marks, and how sure its characters are."""
        touching = self.touching(start, end)
        same = next((m for m in touching if m.start == start and m.end == end), None)
        if same is not None:
            way = same.label
        elif not touching:
            way = "none"
        else:
            first = touching[0]
            way = "inner" if first.start <= start and end <= first.end else "outer" if start <= first.start else "across"
        inside = self.inside[start:end]
        sure = int(5 * sum(inside) / len(inside)) if inside else 0
        return [f"mark={way}", f"sure={sure}", f"mark={way}/{sure}", f"last={int(5 * inside[-1]) if inside else 0}"]


NOTHING = Marks((), ())
"""Of a paragraph that no model has looked at."""


def of_tags(tags: Sequence[str], start: int = 0) -> list[Mark]:
    """Stretches of labels, those of names left out; ``start`` is where the first stands."""
    out: list[Mark] = []
    begin = start
    before = ""
    for i, tag in enumerate((*tags, "O"), start):
        label = tag[2:]
        if label == before and not tag.startswith("B"):
            continue
        if before in LABELS:
            out.append(Mark(begin, i, before))
        begin, before = i, label
    return out
