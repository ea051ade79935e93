"""Which names of a document are spellings of one thing, and the groups that they form."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence

from lianpu.extract import words
from lianpu.extract.context import Owner

_GROUP = re.compile(r"集团$")


def shortens(short: Owner, long: Owner) -> bool:
    """Whether a name takes characters of the other in their order: 泰钢 and 泰山钢铁, 甲科院 and 甲国科学院."""
    a, b = short.name, long.name
    if short.type == "Institution" and _initials(a, b):
        return True
    if not 2 <= len(a) < len(b) or a[0] != b[0] or a[-2:] in b:
        return False
    if short.type == "Enterprise" and (len(a) > 3 or len(b) > 8):
        return False
    if short.type == "Institution" and a[-1] not in b[-2:]:
        return False
    rest = iter(b)
    return all(char in rest for char in a)


def _initials(short: str, long: str) -> bool:
    """浙大甲城研究院 and 浙江大学甲城研究院: two characters stand for the university that heads the same name."""
    tail = short[2:]
    head = long[: len(long) - len(tail)]
    named = len(tail) >= 3 and long.endswith(tail) and head.endswith("大学") and len(head) >= 4
    return named and short[0] == head[0] and short[1] == "大"


def contains(name: str, short: str, places: Container[str]) -> bool:
    """Whether a firm's name has the short one at its head or right behind a place; 集团 alone tells no two firms apart."""
    stem, end = _parts(short)
    if name.find(end, name.find(stem) + len(stem)) < 0:
        stem += end
    at = name.find(stem)
    if at < 0 or len(stem) < 2 or len(name) <= len(short):
        return False
    return at == 0 or name[:at] in places or short in name and at <= 4


def _parts(short: str) -> tuple[str, str]:
    """A firm's short name as its own part and the firm's ending behind it (甲乙|科技), which the full name may have later on."""
    stem = _GROUP.sub("", short)
    end = words.ending(stem, "firm_heads", leave=2)
    return stem[: len(stem) - len(end)], end


class Alike:
    """Names by their pairs of characters and by their first one, so that a name is compared with few."""

    def __init__(self, named: Sequence[Owner]) -> None:
        self._pairs: dict[str, dict[Owner, None]] = defaultdict(dict)
        self._first: dict[str, list[Owner]] = defaultdict(list)
        for owner in named:
            self._first[owner.name[:1]].append(owner)
            for at in range(len(owner.name) - 1):
                self._pairs[owner.name[at : at + 2]][owner] = None

    def holding(self, short: Owner) -> Iterable[Owner]:
        """Names that may hold what the short one says, in their order."""
        stem, _ = _parts(short.name)
        found = [self._pairs.get(stem[at : at + 2], {}) for at in range(len(stem) - 1)]
        return min(found, key=len, default={})

    def opening(self, short: Owner) -> Iterable[Owner]:
        """Names that open like the short one, in their order."""
        return self._first[short.name[:1]]


class Groups:
    """Every name with the one that stands for it."""

    def __init__(self) -> None:
        self.best: dict[Owner, Owner] = {}
        self._members: dict[Owner, list[Owner]] = defaultdict(list)

    def add(self, best: Owner, members: Iterable[Owner]) -> None:
        """Names for which one of them stands."""
        self.best.update(dict.fromkeys(members, best))
        self._members[best].extend(members)

    def redirect(self, old: Owner, new: Owner) -> None:
        """Every name that stood for the one stands for the other."""
        moved = self._members.pop(old, [])
        self.best.update(dict.fromkeys(moved, new))
        self._members[new].extend(moved)
