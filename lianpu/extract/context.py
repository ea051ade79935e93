"""What the whole document says about its names before any rule reads a sentence: places, sectors, owners of sections."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from lianpu.extract import foreign, names, titles, words
from lianpu.extract.document import Outline
from lianpu.extract.owner import Owner as Owner
from lianpu.extract.owner import sector_key as sector_key
from lianpu.model import DocumentLine
from lianpu.ontology.regions import RegionTable

_SECTOR = re.compile(
    r"([\u4e00-\u9fffA-Za-z0-9+“”]{2,14}?)(产业链|产业集群|产业|行业|服务业|制造业|加工业|农业|旅游业|物流业|金融业|经济)(?![\u4e00-\u9fff]{0,1}(?:化|园|基地|区|工人|政策|基金))"
)


class Context:
    """Names that hold for a whole document."""

    def __init__(self, outline: Outline, document: DocumentLine, table: RegionTable) -> None:
        self.outline = outline
        self.document = document
        self.table = table
        self.text = "\n".join(p.text for p in outline.paragraphs)
        self._counts: dict[str, int] = {}

    @cached_property
    def home(self) -> Owner | None:
        """The document's region."""
        return Owner("Region", self.document.region) if self.document.region else None

    @cached_property
    def foreign(self) -> foreign.Foreign:
        """The paragraphs that another place's text fills, if any."""
        return foreign.find(self.outline, self.document.region_code, self.table)

    @cached_property
    def places(self) -> Mapping[str, str]:
        """Surface form of an administrative place to its official name, as far as this document may mean it.

        Everything inside the document's region and above it by short and full name; provinces and cities of the whole
        country by short and full name; counties elsewhere only by their full name.
        """
        out: dict[str, str] = {}
        code = self.document.region_code
        inside: set[str] = set()
        if code:
            inside = {code, *(r.code for r in self.table.parents(code))}
        for surface, codes in self.table.names().items():
            near = next((c for c in codes if code and (c in inside or self.table.contains(code, c))), None)
            region = self.table.get(near or codes[0])
            if region is None or surface in words.words("place_words") and region.code != code:
                continue
            if (
                near
                or region.level in ("province", "city")
                or surface == region.name
                or len(codes) == 1
                and self._written(surface)
            ):
                out[surface] = region.name
        for alias in self.table.aliases().values():
            region = self.table.get(alias.codes[0]) if len(alias.codes) == 1 else None
            if region is not None and code and self.table.contains(code, region.code) and len(alias.name) > 2:
                out.setdefault(alias.name, region.name)
        if code:
            out |= {surface: name for surface, name in self._towns(code).items() if surface not in out}
        for far in self.foreign.codes:
            out |= {surface: name for surface, name in self._towns(far).items() if surface not in out and len(surface) >= 3}
        for surface, name in list(out.items()):
            stem = out.get(surface[:-1], "")
            if len(surface) < 2 or stem not in ("", name) and self._near(stem) and not self._near(name):
                del out[surface]
        return out

    def _written(self, short: str) -> bool:
        """Whether the text writes much of a far county by its short name: often, and before a kind of zone or division."""
        if self.text.count(short) < 5:
            return False
        return re.search(short + r"(?:区|县|市|高新区|开发区|经开区|综合保税区|主城区)", self.text) is not None

    def _near(self, name: str) -> bool:
        """Whether an official name is one of the document's own province."""
        code = self.document.region_code
        return bool(code) and any(r.code[:2] == (code or "")[:2] for r in self.table.find(name))

    def _towns(self, code: str) -> Mapping[str, str]:
        """Towns of the document's region by full name; those of a county by short name, too.

        A town whose name itself ends in 镇 (沙镇镇) goes by the form that the text has.
        """
        out: dict[str, str] = {}
        region = self.table.get(code)
        for town in self.table.towns_within(code):
            name = town.name[:-1] if town.name.endswith("镇镇") and town.name not in self.text else town.name
            if len(name) >= 3:
                out[name] = name
            short = re.sub(r"(?:街道|镇|乡)$", "", town.name)
            if region is not None and region.level == "county" and len(short) >= 2:
                out.setdefault(short, name)
        return out

    @cached_property
    def place_pattern(self) -> re.Pattern[str]:
        """Matches a place at a position, longest surface first, only those that the text has."""
        found = sorted((s for s in self.places if s in self.text), key=lambda s: (-len(s), s))
        return re.compile("|".join(map(re.escape, found)) or r"(?!)")

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
        key = sector_key(name)
        called = self.count(key + "产业") > self.count(key + "产业园") or self.says(key + "行业")
        return len(key) >= 2 and (key in self.titled or called or key in self.listed)

    def count(self, words_: str) -> int:
        """How often the text has these words, counted once."""
        found = self._counts.get(words_)
        if found is None:
            found = self._counts[words_] = self.text.count(words_)
        return found

    def says(self, words_: str) -> bool:
        """Whether the text has these words."""
        return self.count(words_) > 0

    @cached_property
    def listed(self) -> frozenset[str]:
        """Items of “A、B等细分行业/产业/领域”."""
        out: set[str] = set()
        for match in re.finditer(r"([^，。；：]{4,120})等(?:[^，。；、]{0,6})(?:行业|产业|赛道|产业链)", self.text):
            items = re.split(r"、|和|以及", match.group(1))
            out.update(sector_key(re.sub(r"^.*?(?:发展|聚焦|布局|培育|围绕|打造|壮大|推动|突出)", "", item)) for item in items)
        return frozenset(k for k in out if 2 <= len(k) <= 12)

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
        return titles.opens_with_verb(name)

    def is_sector(self, name: str) -> bool:
        """Whether the document treats the name as a sector rather than goods."""
        key = sector_key(name)
        return key != name.strip("“”") and len(key) >= 2 or names.form(name)[0] == "Industry" or key in self.titled

    @cached_property
    def titled(self) -> frozenset[str]:
        """Keys of the sectors that own a section."""
        return frozenset(sector_key(o.name) for o in self.section_owners if o is not None and o.type == "Industry")

    @cached_property
    def section_owners(self) -> tuple[Owner | None, ...]:
        """For each section the owner that its own title names, if any."""
        out: list[Owner | None] = []
        for section in self.outline.sections:
            above = out[section.parent] if out else None
            sectoral = above is not None and above.type == "Industry" or self.subject is not None
            out.append(titles.owner(self, section.title, sectoral, track=titles.is_track(section.number)))
        return tuple(out)

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
        return tuple(titles.parts(s.title) if strong or titles.is_track(s.number) else () for s, strong in pairs)

    def owner_of(self, section: int) -> Owner | None:
        """The nearest owner of a section or of one above it; else the document's industry, else its region."""
        for index in reversed(self.outline.path(section)):
            owner = self.section_owners[index]
            if owner is not None:
                return owner
        return self.subject or self.home

    @cached_property
    def subject(self) -> Owner | None:
        """The one industry that the document is about, if its title names one."""
        title = re.sub(r"^附件[0-9一二三]*|（[^（）]*）|《|》|[0-9—\-]+年?|第?[一二三四五六七八九十]+五", "", self.document.title)
        title = re.sub(r"[“”]", "", title)
        title = re.sub(r"^.*?(?:省|市|区|县|自治区)", "", title) if not self.document.region else title
        for surface in sorted(self.places, key=len, reverse=True):
            if surface in title:
                title = title.replace(surface, "")
        for word in words.longest_first("document_words"):
            title = title.replace(word, "")
        found = names.topic(title)
        if found is None or found[0] in words.words("title_words") or len(found[0]) > 12:
            return None
        name = found[0]
        if name + "产业" in self.text and not name.endswith("产业"):
            name += "产业"
        return Owner("Industry", name)
