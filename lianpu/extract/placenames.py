"""Which administrative place a surface form means in one document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import chain
from typing import overload

from lianpu.extract import brands, words
from lianpu.extract.occurrences import Occurrences
from lianpu.ontology.regions import RegionTable, by_opening

_FAR = 5
"""So often a text writes a far county that its short name alone may mean it."""
_DIVISION = ("区", "县", "市", "高新区", "开发区", "经开区", "综合保税区", "主城区")
"""What stands somewhere behind the short name of such a county."""
_LONGER = frozenset("域块间位段场民容")
"""What makes another word of a division's name."""
_TOWN = re.compile(r"(?:街道|镇|乡)$")
_SIDES = frozenset("东西南北中")
_AS_PLACE = re.compile(r"(?:地区)?(?:[、，；。和与及等在要将0-9]|重点|主要|大力|优先|发展|建设|打造|布局|优势|继续|适度)")
"""Behind a part of the province that the text treats as a place of its own rather than as the head of a name."""


class Places:
    """Surface form of an administrative place to its official name, as far as a document may mean it.

    Everything inside the document's region (``code``) and above it by short and full name; provinces and cities of the whole
    country by short and full name; counties elsewhere only by their full name. ``far`` are codes of other places that the
    document has text about: their towns by full name,
    and by short name where the text has the full one, too. Forms are looked up when asked for: a document has few of them.
    """

    def __init__(self, code: str | None, table: RegionTable, said: Occurrences, far: tuple[str, ...] = ()) -> None:
        self._code = code
        self._table = table
        self._said = said
        self._far = far
        self._inside = {code, *(r.code for r in table.parents(code))} if code else set()
        self._names = table.names()
        self._known: dict[str, str | None] = {}

    def __contains__(self, surface: object) -> bool:
        return isinstance(surface, str) and self._find(surface) is not None

    def __getitem__(self, surface: str) -> str:
        name = self._find(surface)
        if name is None:
            raise KeyError(surface)
        return name

    @overload
    def get(self, surface: str) -> str | None: ...
    @overload
    def get(self, surface: str, default: str) -> str: ...
    def get(self, surface: str, default: str | None = None) -> str | None:
        """The official name that a form means, else ``default``."""
        name = self._find(surface)
        return default if name is None else name

    def written(self) -> list[str]:
        """All forms that the document's text has, the longest first."""
        return self._longest_first(form for forms in self._forms for form in self._said.among(forms))

    def inside(self, text: str) -> list[str]:
        """All forms that another text has, the longest first."""
        pairs = {text[at : at + 2] for at in range(len(text) - 1)}
        return self._longest_first(f for forms in self._forms for pair in pairs for f in forms.get(pair, ()) if f in text)

    def _longest_first(self, forms: Iterable[str]) -> list[str]:
        return sorted({form for form in forms if form in self}, key=lambda form: (-len(form), form))

    @cached_property
    def _forms(self) -> tuple[Mapping[str, tuple[str, ...]], ...]:
        """All forms by their first two characters: those of the whole country, those of this document."""
        return self._table.openings, by_opening(chain(*self._others))

    @cached_property
    def _others(self) -> tuple[Mapping[str, str], ...]:
        return self._former, self._table.autonomous, self._towns, self._far_towns, self.parts

    def _find(self, surface: str) -> str | None:
        if surface not in self._known:
            self._known[surface] = self._official(surface)
        return self._known[surface]

    def _official(self, surface: str) -> str | None:
        """The name a form means; none where the form is the name of a nearer place and one more character (济宁 and 市…)."""
        if len(surface) < 2 or not any(surface[:2] in forms for forms in self._forms):
            return None
        name = self._division(surface) or next((known[surface] for known in self._others if surface in known), None)
        stem = self._find(surface[:-1]) if name else None
        if name is None or stem in (None, name) or not self._near(stem or "") or self._near(name):
            return name
        return None

    def _division(self, surface: str) -> str | None:
        """A province, city or county of today by its full or short name."""
        codes = self._names.get(surface, ())
        code = self._code
        near = next((c for c in codes if code and (c in self._inside or self._table.contains(code, c))), None)
        region = self._table.get(near or codes[0]) if codes else None
        if region is None or surface in words.words("place_words") and region.code != code:
            return None
        clear = near or region.level in ("province", "city") or surface == region.name
        return region.name if clear or len(codes) == 1 and self._often(surface) else None

    def _often(self, short: str) -> bool:
        """Whether the text writes much of a far county by its short name: often, and before a kind of zone or division."""
        return self._said.count(short) >= _FAR and any(self._stands(short + kind) for kind in _DIVISION)

    def _stands(self, name: str) -> bool:
        """Whether the text has a name that is no part of a longer word (东海区 in 东海区域)."""
        return any(self._said.text[at + len(name) : at + len(name) + 1] not in _LONGER for at in self._said.starts(name))

    def _near(self, name: str) -> bool:
        """Whether an official name is one of the document's own province."""
        code = self._code
        return bool(code) and any(r.code[:2] == (code or "")[:2] for r in self._table.find(name))

    def alone(self, surface: str, text: str, at: int) -> bool:
        """Whether a form that ends at ``at`` stands by itself there; a part of the province may be the head of a name, too."""
        return surface not in self.parts or at >= len(text) or _AS_PLACE.match(text, at) is not None

    @cached_property
    def parts(self) -> Mapping[str, str]:
        """Parts of the document's province by where they lie (桂南, 桂南地区), where the text treats them as places."""
        province = self._table.get((self._code or "")[:2] + "0000")
        letters = {row[0] for row in words.rows("region_letters") if province is not None and row[1] == province.name}
        named = (area for area in words.words("areas") if area[0] in letters and set(area[1:]) <= _SIDES)
        found = [
            area for area in named if any(_AS_PLACE.match(self._said.text, at + len(area)) for at in self._said.starts(area))
        ]
        return {form: area for area in found for form in (area, f"{area}地区")}

    @cached_property
    def _former(self) -> Mapping[str, str]:
        """Former and other names of places inside the document's region."""
        out: dict[str, str] = {}
        for alias in self._table.aliases().values():
            region = self._table.get(alias.codes[0]) if len(alias.codes) == 1 else None
            if region is not None and self._code and self._table.contains(self._code, region.code) and len(alias.name) > 2:
                out.setdefault(alias.name, region.name)
        return out

    @cached_property
    def _towns(self) -> Mapping[str, str]:
        return self._towns_of(self._code) if self._code else {}

    @cached_property
    def _far_towns(self) -> Mapping[str, str]:
        towns: dict[str, str] = {}
        for code in self._far:
            for surface, name in self._towns_of(code).items():
                if surface not in towns and (len(surface) >= 3 or name in self._said):
                    towns[surface] = name
        return towns

    def _towns_of(self, code: str) -> Mapping[str, str]:
        """Towns of a region by full name; those of a county by short name, too.

        A town whose name itself ends in 镇 (沙镇镇) goes by the form that the text has. A short name that common words begin
        like (龙头街道, 重兴镇) means the town only where the text has its full name, too.
        """
        out: dict[str, str] = {}
        region = self._table.get(code)
        county = region is not None and region.level == "county"
        for town in self._table.towns_within(code):
            name = town.name[:-1] if town.name.endswith("镇镇") and town.name not in self._said else town.name
            if len(name) >= 3:
                out[name] = name
            short = _TOWN.sub("", town.name) if county else ""
            for kind in ("镇", "乡", "街道") if len(short) >= 2 and name not in self._said else ():
                if short + kind in self._said:
                    name = short + kind
                    out[name] = name
            if len(short) >= 2 and (name in self._said or not brands.common(short)):
                out.setdefault(short, name)
        return out
