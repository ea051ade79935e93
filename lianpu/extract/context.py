"""What the whole document says about its names before any rule reads a sentence: places, sectors, owners of sections."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from lianpu.extract import (
    document_subject,
    foreign,
    heading_series,
    names,
    phrases,
    sector_lists,
    titles,
    tracks,
    words,
    zone_plans,
    zone_titles,
)
from lianpu.extract.document import Outline
from lianpu.extract.occurrences import Occurrences
from lianpu.extract.owner import Owner as Owner
from lianpu.extract.owner import sector_key as sector_key
from lianpu.extract.owner import unquoted
from lianpu.extract.placenames import Places
from lianpu.model import DocumentLine
from lianpu.ontology.regions import RegionTable

_SECTOR = re.compile(
    r"([\u4e00-\u9fffA-Za-z0-9+“”]{2,14}?)(产业链|产业集群|产业|行业|服务业|制造业|加工业|农业|旅游业|物流业|金融业|经济)(?![\u4e00-\u9fff]{0,1}(?:化|园|基地|区|工人|政策|基金))"
)


_CALLED = re.compile(r"产业(?!园)|行业")
_NAME = 40
"""More characters than any name has."""


_WHOLE = r"(?<!国(?=[家际有内道]))"
"""Behind a place: no word that takes its last character (雄安|国家…)."""
_WRITTEN = 2
"""How often such a document writes a county's full name to be read for its towns, too."""


class Context:
    """Names that hold for a whole document."""

    def __init__(self, outline: Outline, document: DocumentLine, table: RegionTable) -> None:
        self.outline = outline
        self.document = document
        self.table = table
        self.text = "\n".join(p.text for p in outline.paragraphs)
        self.said = Occurrences(self.text)
        self._sectors_known: dict[str, bool] = {}

    @cached_property
    def home(self) -> Owner | None:
        """The document's region; of a zone's own plan the zone."""
        zone = self._zone
        return Owner("Park", zone) if zone else Owner("Region", self.document.region) if self.document.region else None

    @cached_property
    def _zone(self) -> str:
        """The development zone of a place whose plan the title says that it is, else nothing."""
        return zone_plans.of(self)

    @cached_property
    def home_level(self) -> str:
        """How high the division stands that the document is of."""
        code = self.document.region_code
        found = [r for r in self.table.find(self.document.region or "") if r.code == code] if code else []
        return found[0].level if found else ""

    @cached_property
    def foreign(self) -> foreign.Foreign:
        """The paragraphs that another place's text fills, if any."""
        return foreign.find(self.outline, self.document.region_code, self.table, self.said)

    @cached_property
    def places(self) -> Places:
        """Surface forms of administrative places to their official names, as far as this document may mean them."""
        codes = self.foreign.codes
        if self.document.region_code is None:
            codes = (*codes, *self._counties(Places(None, self.table, self.said)))
        return Places(self.document.region_code, self.table, self.said, codes)

    def _counties(self, places: Places) -> tuple[str, ...]:
        """Codes of the counties that a document of no one region writes of by their full names."""
        named = {name for form in places.written() if (name := places[form]) == form and self.said.count(form) >= _WRITTEN}
        found = [self.table.find(name) for name in sorted(named)]
        return tuple(regions[0].code for regions in found if len(regions) == 1 and regions[0].level == "county")

    @cached_property
    def _written(self) -> list[str]:
        return self.places.written()

    @cached_property
    def place_openings(self) -> frozenset[str]:
        """The characters that the text's places and kinds of zones begin with."""
        return frozenset(name[0] for name in (*self._written, *words.words("zones")))

    @cached_property
    def place_pattern(self) -> re.Pattern[str]:
        """Matches a place at a position, longest surface first, only those that the text has."""
        return re.compile(words.any_of(self._written) + _WHOLE)

    @cached_property
    def sectors(self) -> frozenset[str]:
        """Keys of names that the text calls a sector (X产业, X产业链, headings about a sector)."""
        out = set()
        for match in _SECTOR.finditer(self.text):
            stem = match.group(1)
            for cut in range(len(stem) - 1):
                candidate = stem[cut:]
                if 2 <= len(candidate) <= 10:
                    out.add(candidate)
        return frozenset(out)

    @cached_property
    def sector_names(self) -> frozenset[str]:
        """Names of sectors with a conjunction inside (轴承及保持器), which lists must not split."""
        owned = {o.name for o in self.section_owners if o is not None}
        joined = {m.group(1) for m in re.finditer(r"([\u4e00-\u9fff]{2,6}[及和与][\u4e00-\u9fff]{2,6})产业", self.text)}
        return frozenset(n for n in {*owned, *joined, *(sector_key(n) for n in owned)} if re.search(r"[及和与]", n))

    def known_sector(self, name: str) -> bool:
        """Whether the text elsewhere calls the name a sector (X产业, X产业链, X行业) or gives it a section."""
        known = self._sectors_known.get(name)
        if known is None:
            key = sector_key(name)
            known = len(key) >= 2 and (key in self.titled or self._called(key) or key in self.listed)
            self._sectors_known[name] = known
        return known

    def _called(self, key: str) -> bool:
        """Whether the words stand right before 产业 or 行业; a park's 产业园 is none."""
        backward = key[::-1]
        at = bisect_left(self._before_sector, backward)
        return at < len(self._before_sector) and self._before_sector[at].startswith(backward)

    @cached_property
    def _before_sector(self) -> list[str]:
        """What stands before each 产业 and 行业, spelled backward and sorted."""
        return sorted({self.text[max(0, m.start() - _NAME) : m.start()][::-1] for m in _CALLED.finditer(self.text)})

    def count(self, words_: str) -> int:
        """How often the text has these words."""
        return self.said.count(words_)

    def says(self, words_: str) -> bool:
        """Whether the text has these words."""
        return words_ in self.said

    @cached_property
    def listed(self) -> frozenset[str]:
        """Items of “A、B等细分行业/产业/领域”."""
        return sector_lists.items(self.text)

    def sector_in(self, title: str) -> Owner | None:
        """The sector that a short title or group row names, if any: inside brackets first."""
        inner = re.search(r"（([^（）]{2,16})）", title)
        for part in [inner.group(1) if inner else title]:
            owner = titles.owner(self, part, self.subject is not None)
            if owner is not None and owner.type == "Industry":
                return owner
        return None

    def opens_with_verb(self, name: str) -> bool:
        """Whether a phrase begins with a verb of development (“壮大不锈钢产业”), which no sector's name does."""
        return phrases.opens_with_verb(name)

    def is_sector(self, name: str) -> bool:
        """Whether the document treats the name as a sector rather than goods."""
        key = sector_key(name)
        return key != unquoted(name) and len(key) >= 2 or names.form(name)[0] == "Industry" or key in self.titled

    @cached_property
    def titled(self) -> frozenset[str]:
        """Keys of the sectors that own a section."""
        return frozenset(sector_key(o.name) for o in self.section_owners if o is not None and o.type == "Industry")

    @cached_property
    def named_owners(self) -> Mapping[str, Owner]:
        """The owners of sections by their names."""
        return {owner.name: owner for owner in self.section_owners if owner is not None}

    @cached_property
    def cells(self) -> frozenset[str]:
        """What stands in a cell of a table by itself."""
        rows = (row for row in self.outline.paragraphs if row.kind == "row")
        return frozenset(row.text[a:b].strip() for row in rows for a, b in row.cells)

    @property
    def section_owners(self) -> tuple[Owner | None, ...]:
        """For each section the owner that its own title names, if any."""
        return self._headed[0]

    @property
    def serial_sections(self) -> frozenset[int]:
        """The sections whose title names a sector only as one of a series of such headings."""
        return self._headed[1]

    @cached_property
    def _headed(self) -> tuple[tuple[Owner | None, ...], frozenset[int]]:
        """The owners of sections by their titles, and which of them their series tells."""
        out: list[Owner | None] = []
        annexed: dict[int, str] = {}
        """Below each section the last title without a number: an annex, whose numbered parts come after it."""
        for section in self.outline.sections:
            above = out[section.parent] if out else None
            general = titles.general(self.outline.sections[section.parent].title)
            sectoral = above is not None and above.type == "Industry" or self.subject is not None or general
            upper = (self.outline.sections[at].title for at in self.outline.path(section.parent))
            supporting = any(map(titles.supporting, upper))
            zone = zone_titles.zone(section.title, annexed.get(section.parent) or self.outline.sections[section.parent].title)
            if not section.number:
                annexed[section.parent] = section.title
            track = tracks.numbered(section.number)
            found = zone or (None if supporting else titles.owner(self, section.title, sectoral, track=track))
            below = found is None and not track and tracks.opens(self.outline, len(out))
            out.append(tracks.beneath(self, section.title) if below else found)
        return self._series(out)

    def _series(self, found: list[Owner | None]) -> tuple[tuple[Owner | None, ...], frozenset[int]]:
        """The owners again, with those of headings that name a sector as most headings of their series do, or as all may.

        Beside them the sections whose sector only their series tells.
        """
        sections = self.outline.sections
        serial: set[int] = set()
        sisters: defaultdict[tuple[int, int, bool], list[int]] = defaultdict(list)
        for index, section in enumerate(sections[1:], 1):
            sisters[section.parent, section.level, section.number != ""].append(index)
        for series in sisters.values():
            named = [index for index in series if (one := found[index]) is not None and one.type == "Industry"]
            most = len(named) >= 2 and len(named) * 2 >= len(series)
            if most or heading_series.bare([sections[index].title for index in series]):
                for index in series:
                    if found[index] is None and (one := titles.owner(self, sections[index].title, sectoral=True)) is not None:
                        found[index] = one
                        serial.add(index)
            for index, name in zip(series, heading_series.fields(self, [sections[index].title for index in series]), strict=True):
                if name and found[index] is None:
                    called = not name.endswith("产业") and self.says(name + "产业")
                    found[index] = Owner("Industry", name + "产业" if called else name)
                    serial.add(index)
        return tuple(found), frozenset(serial)

    @cached_property
    def weak_owners(self) -> tuple[Owner | None, ...]:
        """For each section without an owner the bare noun phrase of its title, which may name a sector or an area."""
        pairs = zip(self.outline.sections, self.section_owners, strict=True)
        return tuple(titles.weak(section.title) if strong is None else None for section, strong in pairs)

    @cached_property
    def general_titles(self) -> tuple[bool, ...]:
        """For each section whether its title is about kinds of industry, so that no sector above it owns what it says."""
        pairs = zip(self.outline.sections, self.section_owners, strict=True)
        return tuple(strong is None and titles.general(section.title) for section, strong in pairs)

    @cached_property
    def joined_owners(self) -> tuple[tuple[Owner, ...], ...]:
        """For each section the sectors that its title joins, if it joins any."""
        pairs = zip(self.outline.sections, self.section_owners, strict=True)
        return tuple(titles.parts(s.title) if strong or tracks.numbered(s.number) else () for s, strong in pairs)

    @cached_property
    def joined(self) -> frozenset[str]:
        """Keys of the sectors that titles join."""
        return frozenset(sector_key(owner.name) for owners in self.joined_owners for owner in owners)

    def owner_of(self, section: int) -> Owner | None:
        """The nearest owner of a section or of one above it; else the document's industry, else its region."""
        return self._nearest_owners[section] or self.subject or self.home

    @cached_property
    def _nearest_owners(self) -> list[Owner | None]:
        """For each section its own owner or that of the nearest one above, which stands before it; the root has none."""
        out: list[Owner | None] = [None]
        for section, owner in zip(self.outline.sections[1:], self.section_owners[1:], strict=True):
            out.append(owner or out[section.parent])
        return out

    @cached_property
    def subject(self) -> Owner | None:
        """The one industry that the document is about, if its title names one."""
        return document_subject.of(self, self._zone)
