"""Which division a name means in a document: the nearest around the document's own region that bears it."""

from __future__ import annotations

from collections.abc import Iterator

from lianpu.graph.names import scope_of
from lianpu.model import DocumentLine
from lianpu.ontology.regions import LEVELS, Region, RegionTable


class Places:
    """The region table as seen from documents."""

    def __init__(self, table: RegionTable) -> None:
        self.table = table

    def of_document(self, document: DocumentLine) -> str | None:
        """Code of the document's region, by its own code or else by name."""
        if document.region_code is not None and self.table.get(document.region_code) is not None:
            return document.region_code
        return self.code(document.region, None) if document.region else None

    def code(self, name: str, around: str | None) -> str | None:
        """Code of the division that ``name`` means in a text about ``around``; None if none or several may be meant.

        Towns are looked for only inside the province of ``around``: their names are not told apart farther away.
        """
        own = self.table.get(around) if around is not None else None
        if own is not None and name == own.name:
            return own.code
        for within in self._contexts(around):
            found = self.table.find(name, within)
            if within is None:
                found = tuple(region for region in found if region.level != "town")
            if found:
                return _the_one(name, found)
        return None

    def _contexts(self, around: str | None) -> Iterator[str | None]:
        if around is not None:
            yield around
            yield from (region.code for region in self.table.parents(around))
        yield None

    def city(self, code: str) -> str:
        """The prefecture (or municipality, or province) that a division is in, which is where firms are told apart."""
        chain = [region for region in (self.table.get(code), *self.table.parents(code)) if region is not None]
        return next((r.code for r in chain if r.level == "city"), chain[-1].code if chain else code)

    def scope(self, name: str, around: str | None) -> str:
        """Code of the area in which a body's or park's name is unique; empty if the name says where it is.

        市工业和信息化局 is one body in a city; 国家发展改革委 and 聊城高新区 are one everywhere.
        """
        level = scope_of(name)
        if level == "nation" or self.names_place(name):
            return ""
        if around is None:
            return ""
        chain = (self.table.get(around), *self.table.parents(around))
        return next((r.code for r in chain if r is not None and r.level == level), around)

    def names_place(self, name: str) -> bool:
        """Whether a name holds that of a province, city or county, the short form only at its beginning."""
        known = self.table.names()
        for start in range(len(name) - 1):
            for end in range(start + 2, min(start + 12, len(name)) + 1):
                part = name[start:end]
                # 市中… is hardly ever the district 市中区: the short form of a name that begins like a level says nothing.
                at_head = start == 0 and part[0] not in "省市区县"
                if part in known and (at_head or part[-1] in "省市县" and len(part) > 2):
                    return True
        return False


def _the_one(name: str, found: tuple[Region, ...]) -> str | None:
    """The only one, or the only one with exactly this name, or the only one of the highest level (吉林: the province)."""
    exact = [region for region in found if region.name == name] or list(found)
    if len(exact) > 1:
        highest = min(LEVELS.index(region.level) for region in exact)
        exact = [region for region in exact if LEVELS.index(region.level) == highest and region.level in ("province", "city")]
    return exact[0].code if len(exact) == 1 else None
