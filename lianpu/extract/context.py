"""What the whole document says about its names before any rule reads a sentence: places, sectors, owners of sections."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from lianpu.extract import foreign, homes, names, phrases, titles, tracks, words, zone_titles
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


_LISTED = re.compile(
    r"([^，。；：\n]{4,120})等(?:(?!企业|公司|集团)[^，。；、]){0,6}(?:行业|产业|赛道|产业链)(?!(?:龙头|骨干|头部|领军|链主|知名|重点)+企业)"
)
_MAIN = re.compile(r"(?:主导|首位|支柱|优势|特色|[大个条])产业")
_SUMMED = re.compile(
    r"(?:[^、]{0,8}(?:以|围绕|形成了?|拥有|即))?([^、]{2,10}(?:、[^、]{2,10})+?)(?:(?:为|[0-9一二两三四五六七八九十]+(?:大|个))(?:主导|首位|支柱|优势|特色)产业|[0-9一二两三四五六七八九十]+[大个条](?:重点|先进)?产业(?![园区基])(?:链|集群)?)"
)
_RUN = re.compile(r"[^，。；：\n]{5,}")
_BEHIND = 9
"""Characters that may stand behind a list up to the end of 行业."""
_CALLED = re.compile(r"产业(?!园)|行业")
_NAME = 40
"""More characters than any name has."""


def _any_of(words_: Iterable[str]) -> str:
    """A regular expression for the longest of the words, that looks at each character once."""
    tails: dict[str, list[str]] = {}
    for word in words_:
        tails.setdefault(word[0], []).append(word[1:])
    parts = []
    for first, rest in tails.items():
        longer = [tail for tail in rest if tail]
        inner = _any_of(longer) + ("?" if len(longer) < len(rest) else "") if longer else ""
        parts.append(re.escape(first) + inner)
    return f"(?:{'|'.join(parts)})" if parts else "(?!)"


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
        match = _ZONE_PLAN.match(homes.behind_opening(self.document.title))
        if match is None or not self.document.region:
            return ""
        place = self.place_pattern.match(match["zone"])
        if place is None or place.end() >= match.end("zone") - 2 or _all_zones(match["zone"], place.end(), self.home_level):
            return ""
        return match["zone"]

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
        return re.compile(_any_of(self._written) + _WHOLE)

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
        out: set[str] = set()
        for match in self._listings():
            items = re.split(r"、|和|以及", match.group(1))
            out.update(sector_key(re.sub(r"^.*?(?:发展|聚焦|布局|培育|围绕|打造|壮大|推动|突出)", "", item)) for item in items)
        for match in self._summed():
            out.update(sector_key(item) for item in re.split(r"、|和|以及", match.group(1)))
        return frozenset(k for k in out if 2 <= len(k) <= 12)

    def _summed(self) -> Iterator[re.Match[str]]:
        """Lists of all main sectors of a place (“甲、乙、丙为主导产业”, “甲、乙、丙三大支柱产业”)."""
        for run in _RUN.finditer(self.text) if _MAIN.search(self.text) else ():
            body = run.group()
            if "、" in body and (match := _SUMMED.match(body)) is not None:
                yield match

    def _listings(self) -> Iterator[re.Match[str]]:
        """All that :data:`_LISTED` matches, sought only in runs that have 等."""
        last = 0
        for run in _RUN.finditer(self.text):
            for match in _LISTED.finditer(self.text, max(run.start(), last), run.end() + _BEHIND) if "等" in run.group() else ():
                if match.start() < run.end():
                    last = match.end()
                    yield match

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

    @cached_property
    def section_owners(self) -> tuple[Owner | None, ...]:
        """For each section the owner that its own title names, if any."""
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

    def _series(self, found: list[Owner | None]) -> tuple[Owner | None, ...]:
        """The owners again, with those of headings that name a sector as most headings of their series do, or as all may."""
        sections = self.outline.sections
        sisters: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        for index, section in enumerate(sections):
            if section.number and index:
                sisters[section.parent, section.level].append(index)
        for series in sisters.values():
            named = [index for index in series if (one := found[index]) is not None and one.type == "Industry"]
            most = len(named) >= 2 and len(named) * 2 >= len(series)
            if most or titles.series([sections[index].title for index in series]):
                for index in series:
                    found[index] = found[index] or titles.owner(self, sections[index].title, sectoral=True)
            for index, name in zip(series, titles.fields(self, [sections[index].title for index in series]), strict=True):
                if name and found[index] is None:
                    called = not name.endswith("产业") and self.says(name + "产业")
                    found[index] = Owner("Industry", name + "产业" if called else name)
        return tuple(found)

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
        title = re.sub(
            r"^.*?关于|^附件[0-9一二三]*|（[^（）]*）|《|》|[0-9—\-]+年?|第?[一二三四五六七八九十]+五", "", self.document.title
        )
        if _SLOGAN.search(title) is not None or "等产业" in title:
            return None
        title = re.sub(r"[“”]", "", _WORKS.sub("", title))
        title = re.sub(r"^.*?(?:省|市|区|县|自治区)", "", title) if not self.document.region else title
        title = title.replace(self._zone, "", 1)
        for surface in self.places.inside(title):
            title = title.replace(surface, "")
        title = _SORT.sub("产业", title.removeprefix("自治").removeprefix("州").removeprefix("盟")).replace("战略性新兴产业", "")
        by, gives, to = title.partition("赋能")
        return (self._about(to) if gives and by else None) or self._about(title)

    def _about(self, title: str) -> Owner | None:
        """The industry that is left of a title without place and kind of document."""
        single = _SINGLE.fullmatch(title)
        if single is not None and self.says(single["name"]):
            return Owner("Industry", single["name"])
        for word in words.longest_first("document_words"):
            title = title.replace(word, "")
        title = _PURPOSE.sub("", title)
        found = names.topic(_DRIVEN.sub("", title))
        name = _WHERE.sub("", found[0]).rstrip("+") if found is not None else ""
        broad = sector_key(name) in words.of_role("bearers", "broad") or _WHOLE_ECONOMY.fullmatch(name) is not None
        broad = broad or phrases.only_verbs(sector_key(name))
        if len(name) < 2 or len(name) > 12 or broad or _NO_SUBJECT.search(name) or name in words.words("title_words"):
            return None
        if words.inside(name, "no_subjects") or phrases.is_sentence(name) or _run_together(name, self.document.title):
            return None
        if not self.said.count(sector_key(name)):
            return None  # what is left of a title of several things is no name
        called = re.compile(re.escape(name) + _CALLED_SO) if self.says(name + "产业") and not name.endswith("产业") else None
        if called is not None and called.search(self.text):
            name += "产业"
        return Owner("Industry", name)


def _all_zones(zone: str, place: int, level: str) -> bool:
    """Whether a kind of zone behind a place stands for all that the place has (“甲省开发区”, “乙市工业园区”)."""
    return level == "province" or level == "city" and zone[place:].lstrip("州盟市") == "工业园区"


def _run_together(name: str, title: str) -> bool:
    """Whether a name is made of two parts of a title that a verb stood between (甲改革|推动|产业升级)."""
    return name.endswith("产业") and name not in title and name.removesuffix("产业") + "战略" not in title


_ZONE_PLAN = re.compile(
    r"(?P<zone>[\u4e00-\u9fff]{2,10}?(?:(?:经济技术|高新技术产业|经济|高新技术|产业)开发区|高新区|经开区|综合保税区|工业园区|台商投资区))(?=[\u4e00-\u9fff“0-9·]{4})"
)
_CALLED_SO = r"产业(?![园区基协联研学]|集聚)"
"""Behind a name that is used with 产业 by itself, not only as the head of a park's or an association's name."""
_SINGLE = re.compile(
    r"(?:加快|推进|推动|促进|支持|培育|做[大强优]+|打造|壮大|发展)*(?P<name>[\u4e00-\u9fff]产业)(?:发展|高质量|链|振兴|提升|规划|方案|行动)[\u4e00-\u9fff]*"
)
"""A title about an industry that is called by one character (茶产业发展规划)."""
_WORKS = re.compile(r"“[^“”]{2,10}(?:工程|计划|行动|战略)”")
"""What the work is called in a title (“一号工程”)."""
_SORT = re.compile(r"(?<=[\u4e00-\u9fff]{2})战略性新兴产业(?:集群)?")
"""What kind of industry a title says its own to be."""
_PURPOSE = re.compile(r"(?<=[\u4e00-\u9fff]产业)(?![带链]|集群)[\u4e00-\u9fff]+$")
"""What a title says is to be done with its industry (甲产业布局优化, 乙产业精品化), or that it is a park of it (丙产业园)."""
_DRIVEN = re.compile(r"^[\u4e00-\u9fff]{2,4}驱动(?=.{2})")
"""What drives the industry of a title (场景驱动甲产业)."""
_WHERE = re.compile(r"(?:制造|示范|聚集|集聚)?(?:基地|园区|集群|集聚区)$")
"""Where the industry of a title is to be (甲产业基地)."""
_WHOLE_ECONOMY = re.compile(r"(?:先进)?(?:工业|制造业?|服务业|农业|科技){2,}")
"""What a title joins that are all of a place's economy (工业和制造业)."""
_SLOGAN = re.compile(r"“(?:[一两二三四五六七八九十][\u4e00-\u9fff]{1,2}){2,}”")
"""Several industries that a title counts up (“一果一茶”产业提升方案), none of which it is about alone."""
_NO_SUBJECT = re.compile(
    r"[县镇区市]域经济|产业结构|(?:一体化|城市群|都市圈|流域|经济[带圈]|走廊|产业带|(?:联动|先行|合作|试验|示范|引领|功能|投资)区|新区|[强富大][省市区县镇]|人民|政府)$"
    r"|流域|地区|毗邻|开发区|·|价值|承接|^(?:融入|对接|参与)"
)
"""In titles of documents that are about a place or about how things are done, not about an industry."""
