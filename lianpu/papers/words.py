"""The texts of commands and papers (``messages/papers.yaml``) in one language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import PurePath

from lianpu.messages import Language, catalogue
from lianpu.queries.labels import labels
from lianpu.queries.records import Evidence, Ref

_DATE = re.compile(r"\d{4}(-\d{1,2}){0,2}")
_ROW = re.compile(r"(?<!\S)行 (\d+)$")
"""What stands for the section of a row of a table or of a line of a chain file."""
_TABLES = frozenset({".csv", ".tsv", ".xlsx"})


class Words:
    """Texts by name, and the labels of the records (states, tiers, statuses) of the same language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._texts = catalogue("papers", language)
        self.labels = labels(language)

    def __call__(self, key: str, **values: object) -> str:
        """A text with its values filled in.

        :raises KeyError: there is no such text, or a value is missing.
        """
        return self._texts[key].format(**values) if values else self._texts[key]

    def title(self, key: str, **values: object) -> tuple[str, ...]:
        """A title, in the parts between which it may be broken."""
        return tuple(part.format(**values) for part in self._texts[key].split("|"))

    def names(self, names: Iterable[str], most: int = 0, unit: str = "") -> str:
        """Names one after the other, each once; of more than ``most`` the first ones and how many there are."""
        every = list(dict.fromkeys(names))
        if not most or len(every) <= most:
            return self("comma").join(every)
        shown = self("comma").join(every[:most])
        return shown + self("and_more", count=len(every), unit=self(f"unit_{unit}") if unit else "")

    def tier(self, tier: str) -> str:
        """A tier of candidates without what it means: 甲类, A."""
        return self.labels["tier"][tier].partition(self("colon").strip())[0]

    def titles(self, titles: Iterable[str], most: int = 0) -> str:
        """Document titles in their marks."""
        every = [self("named", title=title) for title in dict.fromkeys(titles)]
        if self.language == "en":
            return self.names(every, most, "titles")
        shown = "".join(every[:most] if most else every)
        return shown + self("and_more", count=len(every), unit=self("unit_titles")) if most and len(every) > most else shown

    def source(self, title: str) -> str:
        """A document in its marks, or a table by the name of its file."""
        return self("table_file", name=title) if PurePath(title).suffix in _TABLES else self.titles([title])

    def section(self, section: str) -> str:
        """A section of a document as it is called; of a table or chain file its line, in the language."""
        return _ROW.sub(lambda found: self("row", number=found[1]), section)

    def sentence(self, one: Evidence, *, section: bool = False) -> str:
        """A sentence in its marks, with its document and, if wanted, section."""
        source = self.source(one.title)
        if section and one.section:
            source = self("source_section", source=source, section=self.section(one.section))
        return self("quoted", text=one.text) + self("bracket", text=source)

    def firm(self, ref: Ref) -> str:
        """A firm with its place, and how it is known to be there."""
        place = ref.place or self.labels["distance"]["unknown"]
        return ref.name + self("bracket", text=self.names(part for part in (place, self.derived(ref)) if part))

    def derived(self, ref: Ref) -> str:
        """That a firm is placed by its document's region, or by its registered name; empty if its place is stated."""
        text = self.labels["text"]
        return text["derived"].format(title=ref.placed_by) if ref.placed_by else text["registered"] if ref.registered else ""

    def elsewhere(self, owner: str, name: str) -> str:
        """That another industry of the region seeks a thing."""
        return self.labels["text"]["elsewhere"].format(owner=owner, name=name)

    def date(self, date: str | None) -> str:
        """A date as precise as it is known (2021-12-28, 2021-12, 2021), as it stands if it is written otherwise."""
        if not date or not _DATE.fullmatch(date):
            return date or ""
        year, *rest = (int(part) for part in date.split("-"))
        key = ("year", "month", "date")[len(rest)]
        return self(key, **dict(zip(("year", "month", "day"), (year, *rest), strict=False)))


@cache
def words(language: Language = "zh") -> Words:
    """The texts in a language."""
    return Words(language)
