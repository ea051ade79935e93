"""What the whole document says about its names before any rule reads a sentence: places, sectors, owners of sections."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property, lru_cache

import msgspec

from lianpu.extract import clauses, foreign, names, words
from lianpu.extract.document import Outline
from lianpu.extract.occurrences import Occurrences
from lianpu.extract.placenames import Places
from lianpu.model import DocumentLine, EntityType
from lianpu.ontology.regions import RegionTable

_SECTOR = re.compile(
    r"([\u4e00-\u9fffA-Za-z0-9+“”]{2,14}?)(产业链|产业集群|产业|行业|服务业|制造业|加工业|农业|旅游业|物流业|金融业|经济)(?![\u4e00-\u9fff]{0,1}(?:化|园|基地|区|工人|政策|基金))"
)


class Owner(msgspec.Struct, frozen=True, gc=False):
    """Who a statement is about: a class and a name."""

    type: EntityType
    name: str


_QUOTES = re.compile(r"[“”‘’\s]")
_KIND = re.compile(r"(?:产业集群|产业链条|产业链|全产业链|产业|行业|集群|链)$")


@lru_cache(maxsize=1 << 15)
def sector_key(name: str) -> str:
    """What two spellings of one sector share: the name without 产业, 产业链, 产业集群, 行业, 业 forms and quotes.

    >>> sector_key("轴承及保持器产业") == sector_key("轴承及保持器")
    True
    """
    name = _QUOTES.sub("", name).replace("高档", "高端")
    return _KIND.sub("", name) or name


def _ends_in_title_word(title: str, but: frozenset[str] = frozenset()) -> bool:
    """Whether a title ends in a word of titles of two characters or more, those in ``but`` left aside."""
    return any(len(word) > 1 and word not in but for word in words.endings(title, "title_words"))


_LISTED = re.compile(r"([^，。；：]{4,120})等(?:[^，。；、]{0,6})(?:行业|产业|赛道|产业链)")
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


class Context:
    """Names that hold for a whole document."""

    def __init__(self, outline: Outline, document: DocumentLine, table: RegionTable) -> None:
        self.outline = outline
        self.document = document
        self.table = table
        self.text = "\n".join(p.text for p in outline.paragraphs)
        self.said = Occurrences(self.text)

    @cached_property
    def home(self) -> Owner | None:
        """The document's region."""
        return Owner("Region", self.document.region) if self.document.region else None

    @cached_property
    def foreign(self) -> foreign.Foreign:
        """The paragraphs that another place's text fills, if any."""
        return foreign.find(self.outline, self.document.region_code, self.table, self.said)

    @cached_property
    def places(self) -> Places:
        """Surface forms of administrative places to their official names, as far as this document may mean them."""
        return Places(self.document.region_code, self.table, self.said, self.foreign.codes)

    @cached_property
    def place_pattern(self) -> re.Pattern[str]:
        """Matches a place at a position, longest surface first, only those that the text has."""
        return re.compile(_any_of(self.places.written()))

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
        return len(key) >= 2 and (key in self.titled or self._called(key) or key in self.listed)

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
        for match in _LISTED.finditer(self.text):
            items = re.split(r"、|和|以及", match.group(1))
            out.update(sector_key(re.sub(r"^.*?(?:发展|聚焦|布局|培育|围绕|打造|壮大|推动|突出)", "", item)) for item in items)
        return frozenset(k for k in out if 2 <= len(k) <= 12)

    def sector_in(self, title: str) -> Owner | None:
        """The sector that a short title or group row names, if any: inside brackets first."""
        inner = re.search(r"（([^（）]{2,16})）", title)
        for part in [inner.group(1) if inner else title]:
            owner = self._title_owner(part, self.subject is not None)
            if owner is not None and owner.type == "Industry":
                return owner
        return None

    def opens_with_verb(self, name: str) -> bool:
        """Whether a phrase begins with a verb of development (“壮大不锈钢产业”), which no sector's name does."""
        match = re.match(_VERB_HEAD, name)
        return match is not None and len(name) - match.end() >= 2

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
            out.append(self._title_owner(section.title, sectoral))
        return tuple(out)

    @cached_property
    def weak_owners(self) -> tuple[Owner | None, ...]:
        """For each section without an owner the bare noun phrase of its title, which may name a sector or an area."""
        out: list[Owner | None] = []
        for section, strong in zip(self.outline.sections, self.section_owners, strict=True):
            title = section.title.strip("—-。：: “”")
            plain = strong is None and 3 <= len(title) <= 12 and not _WORKS.search(title) and not re.search(r"[，、；：]", title)
            if plain and not _ends_in_title_word(title) and not names.adjectival(title):
                plain = not clauses.tokens(title, clauses.Span(0, len(title))) and not self.opens_with_verb(title)
                found = names.topic(title) if plain else None
                out.append(Owner("Industry", title) if found is not None and found[0] == title else None)
            else:
                out.append(None)
        return tuple(out)

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
        for surface in self.places.inside(title):
            title = title.replace(surface, "")
        for word in words.longest_first("document_words"):
            title = title.replace(word, "")
        found = names.topic(title)
        if found is None or found[0] in words.words("title_words") or len(found[0]) > 12:
            return None
        name = found[0]
        if self.says(name + "产业") and not name.endswith("产业"):
            name += "产业"
        return Owner("Industry", name)

    def _title_owner(self, title: str, sectoral: bool) -> Owner | None:
        """The owner that a heading names; ``sectoral``: it stands under a sector, so a bare noun phrase names another."""
        title = title.strip("—-。：: ")
        if not title or len(title) > 40 or title.endswith("业态") or re.search(r"[百千万]亿级|[0-9]亿", title):
            return None
        place = self.places.get(title)
        if place is not None:
            return Owner("Region", place)
        kind, _ = names.form(title)
        if kind == "Park" and not re.match(_VERB_HEAD, title):
            return (
                None if re.match(r"全[市省区县国]|区域|国家|[省市]级|冀|[^“]{0,8}(?:一流|领先)", title) else Owner("Park", title)
            )
        lifted = self._lifted(title)
        if lifted is not None:
            return lifted
        level = re.search(r"(?:产业|业|经济)(?:发展)?(?:能级|水平|质量|质效|竞争力|规模|优势|活力)$", title)
        if not level and _ends_in_title_word(title, but=_SOFT) or len(title) > 24:
            return None
        body = re.sub(_VERB_HEAD, "", title)
        body = re.sub(r"((?:产业|业|经济))(?:发展)?(?:能级|水平|质量|质效|竞争力|规模|优势|活力)$", r"\1", body)
        body = re.sub(r"(?:高质量|创新|集群|集聚|融合|加快|协同|健康)?(?:发展|提升|升级|建设|培育|攻坚|突破|壮大)$", "", body)
        found = names.topic(body)
        if body.endswith(("业态", "转型重塑", "提档升级")):
            return None
        if found is not None and body[found[2] :] not in ("", "产业", "产业链", "产业集群", "”"):
            return None
        name = found[0] if found else ""
        if (
            not name
            or names.adjectival(name)
            or name in ("未来产业", "新兴产业", "战略性新兴产业", "民营经济", "实体经济")
            or not name
            or name in words.words("title_words")
            or any(c in re.sub(r"（[^（）]*）", "", name) for c in "，、；：")
            and not name.endswith("产业")
        ):
            return None
        if _ends_in_title_word(name, but=_SOFT):
            return None
        called = self.says(name + "产业") or self.says(name + "行业") or self.says(name + "产业链")
        if names.form(name)[0] == "Industry" or called:
            return Owner("Industry", name + "产业" if called and self.says(name + "产业") and not name.endswith("产业") else name)
        if names.praised(title) is not None and kind != "Industry":
            return None
        if (
            sectoral
            and len(name) <= 14
            and title.endswith(name)
            and not _WORKS.search(title)
            and not clauses.tokens(body, clauses.Span(0, len(body)))
        ):
            return Owner("Industry", name)
        return None

    def _lifted(self, title: str) -> Owner | None:
        """“增强X产业自主创新能力”: the sector that a heading's verb does something to."""
        match = re.match(_VERB_HEAD, title)
        if match is None or match.end() >= len(title) - 2:
            return None
        body = title[match.end() :]
        grown = re.fullmatch(r"(?P<name>[^，、；：“]{2,10}?)发展(?:水平|质量|质效|能级)", body)
        if grown is not None and names.nameable(grown["name"]) and grown["name"] not in words.words("title_words"):
            return Owner("Industry", grown["name"])
        for end in range(len(body) - 1, 2, -1):
            if _SECTOR_END.search(body[:end]) and not re.match(r"[园区基化链集人政工]", body[end:]):
                name = body[:end]
                found = names.topic(name)
                plain = found is not None and found[0] == name and not re.search(r"[，、；：“]", name)
                return Owner("Industry", name) if plain and not names.adjectival(name) else None
        return None


_SECTOR_END = re.compile(r"(?:产业|服务业|制造业|加工业|旅游业|物流业|建筑业|农业|经济|林业|渔业|牧业)$")
_WORKS = re.compile(
    r"[0-9]|“|机制|服务$|模式|生态|环境|能力|体系|基础|条件|情况|短板|区域|主体|资源|数据|人才|赋能|支撑|保障|组织|责任|重大|关键|核心|任务|方针"
)
_SOFT = frozenset({"产业", "产业集群", "产业链", "经济"})
_VERB_HEAD = re.compile(
    r"^(?:(?:增强|扩大|改善|繁荣|延伸|激发|释放|擦亮|打响|挖掘|丰富|统筹|协同|引领|放大|厚植|建强|做好|深化|用好|办好|抢抓|扩能提质|提质|大力|积极|加快|重点|着力|全面|深入|进一步|持续|不断|优先|提升|推动|推进|促进|加强|融合|谋划|培育|发展|壮大|做大|做强|做优|做精|打造|构建|建设|布局|聚焦|突破|支持|改造|改造提升|"
    r"巩固|优化|拓展|实施|强化|积极发展|赋能|AI\+|“AI\+”|人工智能\+|“人工智能\+”)+)"
)
