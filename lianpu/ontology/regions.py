"""The administrative divisions of China from province to town: names, codes, what lies in what.

Codes are those of GB/T 2260 (six digits) and of the Ministry of Civil Affairs for towns (nine digits); ``regions/`` holds
the tables and their licence. Former names (兖州市, 莱芜市) stand in ``regions/aliases.tsv`` and lead to today's divisions.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from importlib.resources import files
from itertools import chain
from types import MappingProxyType
from typing import Literal

import msgspec

from lianpu.errors import SchemaError, UnknownNameError

Level = Literal["province", "city", "county", "town"]

LEVELS: tuple[Level, ...] = ("province", "city", "county", "town")
"""From the largest to the smallest."""
_AUTONOMOUS = re.compile(r"([\u4e00-\u9fff]{2,3}?)(?:[\u4e00-\u9fff]{1,4}族)+自治([县旗])")


class Region(msgspec.Struct, frozen=True):
    """An administrative division. Municipalities (上海市) are provinces whose districts are counties."""

    code: str
    name: str
    level: Level
    parent: str | None = None


class Alias(msgspec.Struct, frozen=True):
    """A former or other name. Several ``codes`` mean that the name does not say which; ``year`` is that of the change."""

    name: str
    codes: tuple[str, ...]
    year: int | None = None
    note: str = ""


def _table(name: str) -> str:
    return (files("lianpu.ontology") / "regions" / name).read_text(encoding="utf-8")


def _rows(name: str, columns: int) -> Iterator[list[str]]:
    """Fields of a table in ``regions/``, comment lines left out.

    :raises SchemaError: a line has another number of columns.
    """
    for number, line in enumerate(_table(name).splitlines(), 1):
        if line.startswith("#"):
            continue
        fields = line.split("\t")
        if len(fields) != columns:
            raise SchemaError("cells_differ", place=f"{name}:{number}", expected=columns, found=len(fields))
        yield fields


@cache
def _suffixes() -> Mapping[str, tuple[tuple[str, bool], ...]]:
    """Suffixes by their last character, which leaves few to try."""
    out: dict[str, list[tuple[str, bool]]] = {}
    for suffix, action in _rows("suffixes.tsv", 2):
        out.setdefault(suffix[-1], []).append((suffix, action == "cut"))
    return {last: tuple(suffixes) for last, suffixes in out.items()}


@cache
def _peoples() -> tuple[str, ...]:
    """Endings that name a people, 族 included where it is said."""
    return tuple(f for name, form in _rows("peoples.tsv", 2) for f in ((f"{name}族", name) if form == "bare" else (f"{name}族",)))


@cache
def short_name(name: str) -> str:
    """The name without its suffix and the peoples in it; the name itself where less than two characters would stay.

    >>> [short_name(name) for name in ("济宁市", "景宁畲族自治县", "内蒙古自治区", "沙县区", "东乡族自治县", "忠县")]
    ['济宁', '景宁', '内蒙古', '沙县', '东乡', '忠县']
    """
    for suffix, cut in _suffixes().get(name[-1:], ()):
        if name.endswith(suffix):
            core = name[: -len(suffix)]
            return _without_peoples(core) if cut and len(core) >= 2 else name
    return name


def everyday_names(name: str) -> set[str]:
    """The full and the short name, of an autonomous prefecture the one with 州 alone, too.

    >>> sorted(everyday_names("楚雄彝族自治州")), sorted(everyday_names("济宁市"))
    (['楚雄', '楚雄州', '楚雄彝族自治州'], ['济宁', '济宁市'])
    """
    short = short_name(name)
    return {name, short, f"{short}州"} if name.endswith("自治州") and short != name else {name, short}


def _without_peoples(core: str) -> str:
    # Most names end in no people: one test of all endings at once, since this is asked of forty thousand names.
    while core.endswith(_peoples()):
        ending = next((p for p in _peoples() if core.endswith(p) and len(core) - len(p) >= 2), None)
        if ending is None:
            break
        core = core[: -len(ending)]
    return core[:-1] if core.endswith("族") and len(core) > 2 else core


class RegionTable:
    """All divisions. Counties and above are read at once, towns when first asked for."""

    def __init__(self) -> None:
        self._upper = {code: Region(code, name, _level(code, parent), parent or None) for code, name, parent in _divisions()}
        self._index = _by_surface(self._upper.values())
        self._found: dict[str, Region | None] = {}
        self._within: dict[str, tuple[Region, ...]] = {}

    # -- structure ------------------------------------------------------------------------------------------------

    def get(self, code: str) -> Region | None:
        """The division with this code."""
        return self._upper.get(code) or self._town(code)

    def parents(self, code: str) -> tuple[Region, ...]:
        """The divisions around this one, nearest first; empty for provinces and unknown codes."""
        out: list[Region] = []
        region = self.get(code)
        while region is not None and region.parent is not None:
            region = self._upper[region.parent]
            out.append(region)
        return tuple(out)

    def children(self, code: str) -> tuple[Region, ...]:
        """The divisions directly inside, by code."""
        return self._children.get(code, ()) + self._towns_of(code)

    def contains(self, outer_code: str, inner_code: str) -> bool:
        """Whether the one is the other or lies in it; unknown codes lie in nothing."""
        if outer_code == inner_code:
            return True
        code: str | None = inner_code[:6] if self._town(inner_code) else inner_code
        while code is not None and code != outer_code:
            region = self._upper.get(code)
            code = region.parent if region else None
        return code is not None

    def full_name(self, code: str) -> str:
        """All names from the province inward, without spaces: 山东省聊城市东昌府区.

        :raises UnknownNameError: no division has this code.
        """
        region = self.get(code)
        if region is None:
            raise UnknownNameError("region_no_code", code=code)
        return "".join(r.name for r in (*reversed(self.parents(code)), region))

    def towns_within(self, code: str) -> tuple[Region, ...]:
        """All towns, townships and subdistricts inside a division, by code."""
        known = self._within.get(code)
        if known is None:
            children = self._children.get(code, ())
            known = self._towns_of(code) + tuple(town for child in children for town in self.towns_within(child.code))
            self._within[code] = known
        return known

    # -- names ----------------------------------------------------------------------------------------------------

    def names(self) -> Mapping[str, tuple[str, ...]]:
        """Every full name of a province, city or county, and every short one of two characters or more, to its codes.

        Larger divisions come first. Former names are not among them; see :meth:`aliases`.
        """
        return MappingProxyType(self._index)

    @cached_property
    def openings(self) -> Mapping[str, tuple[str, ...]]:
        """The same names by their first two characters."""
        return by_opening(self._index)

    @cached_property
    def autonomous(self) -> Mapping[str, str]:
        """Autonomous counties without their peoples (景宁畲族自治县 is 景宁县, too)."""
        found = ((name, _AUTONOMOUS.fullmatch(name)) for name in self._index)
        return {match.group(1) + match.group(2): name for name, match in found if match is not None}

    def aliases(self) -> Mapping[str, Alias]:
        """Former and other names."""
        return MappingProxyType(self._aliases)

    def find(self, name: str, within: str | None = None) -> tuple[Region, ...]:
        """Divisions that a full, partly full, short or former name may mean, larger ones first.

        ``within`` keeps those inside the division with that code. Today's names of counties and above go before former
        names, and those before names of towns. Empty when there are none.
        """
        name = "".join(name.split())
        for lookup in (self._named, self._composed, self._former, self._town_named):
            found = lookup(name, within)
            if found:
                return tuple(sorted(found, key=lambda r: (LEVELS.index(r.level), r.code)))
        return ()

    def resolve(self, name: str, within: str | None = None) -> Region:
        """The one division that a name means.

        A name that a single province or city bears means that one (吉林, 西安), and of equal ones that with exactly this
        name.

        :raises UnknownNameError: no division has the name (``near`` lists similar full names), or several have
            (``near`` lists their full names).
        """
        found = self.find(name, within)
        if not found:
            near = self._near(name, within)
            if within is None:
                raise UnknownNameError("region_none", name=name, near=near)
            raise UnknownNameError("region_none_within", where=self.full_name(within), name=name, near=near)
        highest = [region for region in found if region.level == found[0].level]
        exact = [region for region in highest if region.name == name]
        for candidates in (found, exact, highest if highest[0].level in ("province", "city") else ()):
            if len(candidates) == 1:
                return candidates[0]
        full = [self.full_name(region.code) for region in found[:10]]
        if within is None:
            raise UnknownNameError("region_several", count=len(found), name=name, near=full)
        raise UnknownNameError("region_several_within", where=self.full_name(within), count=len(found), name=name, near=full)

    # -- how names are found --------------------------------------------------------------------------------------

    def _named(self, name: str, within: str | None) -> list[Region]:
        return self._inside((self._upper[code] for code in self._index.get(name, ())), within)

    def _composed(self, name: str, within: str | None) -> list[Region]:
        """The name as one of a larger division followed by one inside it."""
        for cut in range(len(name) - 2, 1, -1):
            outer = self._named(name[:cut], None)
            found = {region for place in outer for region in self._inside(self.find(name[cut:], place.code), within)}
            if found:
                return list(found)
        return []

    def _former(self, name: str, within: str | None) -> list[Region]:
        alias = self._aliases.get(name) or self._short_aliases.get(name)
        return self._inside((self._upper[code] for code in alias.codes), within) if alias else []

    def _town_named(self, name: str, within: str | None) -> list[Region]:
        alike = self._towns_by_opening.get(name[:2], ())
        return self._inside((_town(code, full) for code, full in alike if name in (full, short_name(full))), within)

    def _towns_of(self, code: str) -> tuple[Region, ...]:
        return tuple(_town(code, name) for code, name in self._towns_by_parent.get(code, ()))

    def _inside(self, regions: Iterable[Region], within: str | None) -> list[Region]:
        return [r for r in regions if within is None or r.code != within and self.contains(within, r.code)]

    def _near(self, name: str, within: str | None) -> tuple[str, ...]:
        """Full names of up to five divisions whose own name looks like ``name``, or like the end of it inside its beginning."""
        pools = [(name, self._inside(self._upper.values(), within))]
        for cut in range(len(name) - 1, 1, -1):
            outer = self._named(name[:cut], within)
            if len(outer) == 1:
                inside = self._inside(self._upper.values(), outer[0].code)
                pools.insert(0, (name[cut:], [*inside, *self.towns_within(outer[0].code)]))
                break
        out: dict[str, None] = {}
        for part, regions in pools:
            close = difflib.get_close_matches(part, {region.name for region in regions}, n=5, cutoff=0.5)
            out |= dict.fromkeys(self.full_name(region.code) for match in close for region in regions if region.name == match)
        return tuple(out)[:5]

    # -- tables that are made when first needed -------------------------------------------------------------------

    @cached_property
    def _children(self) -> dict[str, tuple[Region, ...]]:
        return _by_parent(self._upper.values())

    def _town(self, code: str) -> Region | None:
        """The town with this code, looked up in the text of the table: few are asked for, and to read all takes longer."""
        if len(code) != 9:
            return None
        if code not in self._found:
            start = self._town_text.find(f"\n{code}\t") if code.isdigit() else -1
            name = self._town_text[start + 11 : self._town_text.find("\n", start + 1)] if start >= 0 else ""
            self._found[code] = _town(code, name) if name else None
        return self._found[code]

    @cached_property
    def _town_text(self) -> str:
        return _table("towns.tsv")

    @cached_property
    def _towns_by_parent(self) -> dict[str, list[tuple[str, str]]]:
        """Codes and names: few of all towns are ever made a :class:`Region`."""
        out: dict[str, list[tuple[str, str]]] = {}
        for code, name in _rows("towns.tsv", 2):
            out.setdefault(code[:6], []).append((code, name))
        return out

    @cached_property
    def _towns_by_opening(self) -> dict[str, list[tuple[str, str]]]:
        """The same by the first two characters, which full and short name have in common."""
        out: dict[str, list[tuple[str, str]]] = {}
        for code, name in chain.from_iterable(self._towns_by_parent.values()):
            out.setdefault(name[:2], []).append((code, name))
        return out

    @cached_property
    def _aliases(self) -> dict[str, Alias]:
        out: dict[str, Alias] = {}
        for name, codes, year, note in _rows("aliases.tsv", 4):
            alias = Alias(name, tuple(codes.split(",")), int(year) if year else None, note)
            unknown = [code for code in alias.codes if code not in self._upper]
            if unknown or name in out:
                raise SchemaError("alias_wrong", place="aliases.tsv", name=name, codes=unknown)
            out[name] = alias
        return out

    @cached_property
    def _short_aliases(self) -> dict[str, Alias]:
        return {short_name(alias.name): alias for alias in reversed(self._aliases.values())}


def _town(code: str, name: str) -> Region:
    return Region(code, name, "town", code[:6])


def by_opening(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Names by their first two characters, which tell fast which of many a text may have."""
    out: dict[str, list[str]] = {}
    for name in names:
        out.setdefault(name[:2], []).append(name)
    return {opening: tuple(group) for opening, group in out.items()}


def _divisions() -> Iterator[list[str]]:
    return _rows("divisions.tsv", 3)


def _level(code: str, parent: str) -> Level:
    if not parent:
        return "province"
    return "city" if code.endswith("00") else "county"


def _by_parent(regions: Iterable[Region]) -> dict[str, tuple[Region, ...]]:
    out: dict[str, list[Region]] = {}
    for region in regions:
        if region.parent is not None:
            out.setdefault(region.parent, []).append(region)
    return {code: tuple(inside) for code, inside in out.items()}


def _by_surface(regions: Iterable[Region]) -> dict[str, tuple[str, ...]]:
    """Codes by full and by short name, larger divisions first."""
    out: dict[str, list[str]] = {}
    for region in sorted(regions, key=lambda r: (LEVELS.index(r.level), r.code)):
        for surface in everyday_names(region.name):
            out.setdefault(surface, []).append(region.code)
    return {surface: tuple(codes) for surface, codes in sorted(out.items())}


@cache
def regions() -> RegionTable:
    """The table, read once.

    :raises SchemaError: a table file is malformed.
    """
    return RegionTable()
