"""Where a firm is by its registered name: a province or prefecture at its start or in brackets, never a county.

The county 金安区 is no place of 金安国纪, so that what is shorter than a prefecture says nothing here.
"""

from __future__ import annotations

import re
from functools import cache

from lianpu.ontology import regions
from lianpu.ontology.regions import Region

_LEVELS = ("province", "city")
_LONGEST = 12
_REST = 2
"""Characters that must follow a place at the start of a name, so that something is named at all."""
_BRACKETS = re.compile(r"[（(]([^（）()]{2,12})[）)]")


@cache
def place(name: str) -> Region | None:
    """The province or prefecture that a registered name tells.

    >>> place("江苏恒立液压股份有限公司").name, place("普冉半导体（上海）股份有限公司").name
    ('江苏省', '上海市')
    >>> place("金安国纪集团股份有限公司") is None
    True
    """
    found = _at_start(name, None)
    if found is None:
        inside = (_named(part, None) for part in _BRACKETS.findall(name))
        return next((region for region in inside if region is not None), None)
    region, rest = found
    nearer = _at_start(rest, region.code)
    return nearer[0] if nearer is not None else region


def _at_start(name: str, within: str | None) -> tuple[Region, str] | None:
    """The division at the start of a name, longest first, and what follows it."""
    for end in range(min(_LONGEST, len(name) - _REST), 1, -1):
        region = _named(name[:end], within)
        if region is not None:
            return region, name[end:]
    return None


def _named(name: str, within: str | None) -> Region | None:
    """The one province or prefecture of this full or short name, a province before a prefecture (吉林, 海南)."""
    table = regions()
    known = [region for code in table.names().get(name, ()) if (region := table.get(code)) is not None]
    known = [r for r in known if r.level in _LEVELS and (within is None or r.code != within and table.contains(within, r.code))]
    known.sort(key=lambda region: (_LEVELS.index(region.level), region.code))
    alone = len(known) == 1 or len(known) > 1 and known[0].level != known[1].level
    return known[0] if alone else None
