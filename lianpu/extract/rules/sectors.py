"""subIndustryOf from brackets, “A、B等为代表的C” and “涵盖A、B等领域”: what a sector is made of, said beside its name."""

from __future__ import annotations

import re

from lianpu.extract import clauses, lists, names, phrases
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner, sector_key
from lianpu.extract.cues import needs
from lianpu.extract.lists import Item
from lianpu.extract.reading import Reading
from lianpu.extract.rules import groups
from lianpu.extract.things import list_start

_BRACKET = re.compile(
    r"(?P<name>[\u4e00-\u9fff“”0-9+]{2,16}?(?:(?:产业集群|产业体系|产业链|产业)(?=（)|(?=（(?:包括|含))))"
    r"（(?:主要)?(?:包括|包含|含)?(?P<list>[^（）]{4,90})）"
)
_OPENED = re.compile(r"产业(?:集群|体系|链)?（|（(?:包括|含)")
_LIKE = re.compile(
    r"以(?P<list>[^，。；]{4,80}?)(?:等)?为(?:代表|主要内容|主体?|主导|支柱|特色)的"
    r"(?P<name>[^，。；、]{2,14}?(?:技术|(?=[，。；、]|等|深度|建设|发展|快速|进入)))"
)
_QUOTED = re.compile(r"“[^“”]{1,8}”(?:产业集群|产业体系)")
_LEVEL = re.compile(r"(?:优势|新兴|支柱|主导|特色)产业(?:集群)?$")


def _ways() -> tuple[re.Pattern[str], ...]:
    """All that is looked for."""
    return (_BRACKET, _LIKE, _DEFINED, _LISTED, _MADE_OF, _COUNTED)


@needs(_ways)
def apply(ctx: Context, text: str, span: Span, paragraph: int, owners: tuple[Owner, ...], out: Reading) -> None:
    """Write the parts of each sector that a statement spells out; ``owners`` is what it may be about, the nearest first."""
    sectors = tuple(owner for owner in owners if owner.type == "Industry")
    for clause in clauses.clauses(text, span):
        _spread(ctx, text, clause, paragraph, sectors, out)
    brackets = _BRACKET.finditer(text, span.start, span.end) if _OPENED.search(text, span.start, span.end) else ()
    for match in [*brackets, *_LIKE.finditer(text, span.start, span.end)]:
        found = list(lists.parse(text, *match.span("list")).items)
        parts = [_LEVEL.sub("", item.text) for item in found]
        _write(ctx, match, parts, [(item.start, item.end) for item in found], paragraph, out)


_FIELDS = (
    r"(?:优势|特色|重点|主要|核心|细分|完整的?)*(?:领域|赛道|板块|产业(?:体系|门类|格局|链条?|集群)?|行业|门类|业态)"
    r"(?:的?(?:发展|产业|全产业链)?(?:格局|体系|集群|布局))?"
)
_FIELD = re.compile("领域|赛道|板块|产业|行业|门类|业态|方向|细分|链条|子集群")
"""In all that :data:`_MADE_OF` and :data:`_COUNTED` match."""
_MADE_OF = re.compile(
    r"(?:覆盖|涵盖|囊括|包含|(?<!产业)包括|分为|细分为|(?:已经?|初步|基本|逐步)形成|形成了)了?(?:以|涵盖|覆盖)?"
    rf"(?P<list>[^，。；：等]{{4,90}}?)(?:等[^，。；：、]{{0,6}}?|(?:[0-9一二两三四五六七八九十]+|多)(?:大|个|条|类|项)){_FIELDS}(?=[，。；]|$)"
)
_COUNTED = re.compile(
    r"(?P<list>[^，。；：等]{4,90}?)”?等?(?:(?:[0-9一二两三四五六七八九十]+(?:大|个|类|条)|细分)(?:细分|重点|特色|优势|主导|核心|子)*"
    r"(?:领域|板块|赛道|方向|门类|行业|产业链|链条|(?<=子)集群)|(?<=等)(?:细分(?:行业|产业)|(?:新兴|重点|特色|优势)?(?:赛道|门类|子行业)))(?![化园基集链内外间])"
)
_COUNTS = re.compile(
    r"(?:[个大类子条]|细分|特色|重点|优势|主导|核心)(?:领域|板块|赛道|方向|门类|行业|产业|链条|集群)|等(?:新兴)?(?:赛道|门类|子行业)"
)
"""One of these is in all that is counted."""
_DEFINED = re.compile(
    r"(?P<whole>[\u4e00-\u9fffA-Za-z0-9+]{2,16}?)(?:主要|具体|大致|大体|一般|可)?"
    r"(?:包括|包含|涵盖|囊括|(?:可|细|划)?分为|(?P<of>由))(?:了)?(?P<list>[^，。；：等]{4,90}?)"
    r"(?:等?[0-9一二两三四五六七八九十]+(?:大|个|类)[\u4e00-\u9fff]{0,8}?|等(?:细分|重点|主要|子)*(?:领域|板块|门类|行业|类别|方向|业态)?)?"
    r"(?P<made>组成|构成)?(?<!环节)(?<!工序)(?<!步骤)(?=[，。；]|$)"
)
"""“甲产业包括乙、丙”, “甲产业由乙、丙三大板块组成”."""


_BEFORE = 30
"""How far before a list the text must speak of an industry where the list may be of the uses of the document's subject."""


def _spread(ctx: Context, text: str, clause: Span, paragraph: int, sectors: tuple[Owner, ...], out: Reading) -> None:
    """“涵盖甲、乙等领域”, “聚焦甲、乙等五大领域”: the parts of the sector that the statement is about; a whole document's
    sector has parts only where the text says that it is made of them, as its fields are otherwise those of its use."""
    if _JOINED.search(text, clause.start, clause.end) is None:
        return
    defined = _DEFINED.match(text, clause.start, clause.end)
    whole = _defined(ctx, defined) if defined is not None else None
    listed = _LISTED.match(text, clause.start, clause.end) if whole is None and sectors and sectors[0] != ctx.subject else None
    if listed is not None and text[clause.start - 1] in "。：":
        items = lists.parse(text, *listed.span("list")).items
        sure = any(names.goods(item.text) or ctx.known_sector(item.text) or ctx.is_sector(item.text) for item in items)
        if sure and not any(clauses.tokens(item.text, Span(0, len(item.text))) for item in items):
            _state(ctx, sectors[0], listed.span(), items, paragraph, out, goods=True)
    if defined is not None and whole is not None:
        items = lists.parse(text, *defined.span("list")).items
        _state(ctx, whole, defined.span(), items, paragraph, out, goods=True)
        return
    if text.find("、", clause.start, clause.end) < 0 or _FIELD.search(text, clause.start, clause.end) is None:
        return
    for pattern, owners in ((_MADE_OF, sectors), (_COUNTED, tuple(o for o in sectors if o != ctx.subject))):
        cued = owners and (pattern is _MADE_OF or _COUNTS.search(text, clause.start, clause.end) is not None)
        match = pattern.search(text, clause.start, clause.end) if cued else None
        if match is not None and (owners[0] != ctx.subject or "产业" in text[max(0, match.start() - _BEFORE) : match.end()]):
            begin = list_start(text, *match.span("list"))
            if _ELSEWHERE.search(text[clause.start : begin + 1]) is not None:
                return
            _state(ctx, owners[0], match.span(), lists.parse(text, begin, match.end("list")).items, paragraph, out, goods=True)


_ELSEWHERE = re.compile(r"(?:建成|推出|上线|(?<!集中)[在于])(?:了|覆盖)?.?$")
"""In front of a list: what makes it one of fields in which something is done."""
_JOINED = re.compile(r"[、和与及]")
_LISTED = re.compile(
    r"(?:主要|具体|重点)?(?:包括|包含|涵盖)(?P<list>[^，。；：等]{4,90}?)(?:等(?:领域|门类|行业|类别)?)?(?=[。；]|$)"
)
"""What the text behind a head that is a sector says it is made of."""
_KIND = re.compile(r"产业(?:集群|体系)?$|经济$|[工农渔林牧]业$|制造业$")


def _defined(ctx: Context, match: re.Match[str]) -> Owner | None:
    """The sector that a clause says what it is made of; a chain is made of stages and is none."""
    name = match["whole"]
    if match["of"] is not None and match["made"] is None:
        return None
    found = names.topic(name)
    called = _KIND.search(name) is not None or names.form(name)[0] == "Industry" or ctx.known_sector(name)
    called = called or ctx.subject is not None and name == ctx.subject.name
    sector = found is not None and found[0] == name and called
    return Owner("Industry", name) if sector and not names.adjectival(name) and "链" not in name else None


def _state(
    ctx: Context,
    whole: Owner,
    at: tuple[int, int],
    parts: tuple[Item, ...],
    paragraph: int,
    out: Reading,
    *,
    goods: bool,
) -> None:
    """State that each of the listed sectors is a part of ``whole``, if there are at least two; ``goods`` may be names of such."""
    if groups.led(ctx, parts, paragraph):
        return
    found = [(part, name) for part in parts if (name := groups.part(ctx, part.text, goods=goods)) is not None]
    for part, name in found if len(found) >= 2 and 2 * len(found) > len(parts) else ():
        if name == whole.name:
            continue
        out.name(whole, paragraph, *at, "sector")
        what = out.name(Owner("Industry", name), paragraph, part.start, part.end, "sector-part")
        where = (paragraph, min(at[0], part.start), max(at[1], part.end))
        out.state(what, "subIndustryOf", whole, "existing", where, "sector-group")


_TITLED = re.compile(r"（(?P<said>含|包含|包括|涵盖|主要包括)?(?P<list>[^（），。：；]+[、和与][^（），。：；]+)）")


def in_title(ctx: Context, index: int, owner: Owner, out: Reading) -> None:
    """“做强甲产业（含乙、丙）”: what a bracket in a sector's heading lists is part of it."""
    text = ctx.outline.paragraphs[index].text
    match = _TITLED.search(text, 0, _HEADING)
    key = sector_key(owner.name)
    if match is None or key not in text[: match.start()]:
        return
    items = lists.parse(text, *match.span("list")).items
    sure = (names.goods(item.text) or ctx.known_sector(item.text) or ctx.is_sector(item.text) for item in items)
    if match["said"] or all(sure):
        _state(ctx, owner, match.span(), items, index, out, goods=True)


_HEADING = 60
"""Characters of a heading that are looked at."""


def heads(ctx: Context, out: Reading) -> None:
    """A sector that heads a paragraph or sentence in another sector's section is a part of that.

    “甲产业链，…”, “壮大甲产业链，…”, and “甲依托…” where the section's sector is said to focus on 甲.
    """
    focused = {(d.s, sector_key(d.o.name)) for d in out.drafts if d.p == "focusesOn"}
    seen: set[tuple[Owner, str]] = set()
    for (index, start), owner in sorted(out.heads.items(), key=lambda item: item[0]):
        paragraph = ctx.outline.paragraphs[index]
        above = _above(ctx, paragraph.section)
        if above is None:
            continue
        if owner != above and owner.type == "Industry" and paragraph.text.startswith(sector_key(owner.name), start):
            name, begin = owner.name, start
        elif (match := _OPENING.match(paragraph.text, start)) is not None and _opens(match, (above, focused)):
            name, begin = match.group("name"), match.start("name")
        else:
            continue
        key = sector_key(name)
        if key == sector_key(above.name) or (above, key) in seen:
            continue
        seen.add((above, key))
        what = out.name(Owner("Industry", name), index, begin, begin + len(key), "sector-head")
        out.state(what, "subIndustryOf", above, "existing", (index, begin, begin + len(key)), "sector-head")


_OPENING = re.compile(
    r"(?:——)?(?P<verb>壮大|培育|发展|布局|打造|做强|做大|提升)?(?P<name>[\u4e00-\u9fff0-9A-Za-z]{2,14}?)"
    r"(?:(?P<chain>产业链)[，：。]|，?依托)"
)


def _opens(match: re.Match[str], known: tuple[Owner, set[tuple[Owner, str]]]) -> bool:
    """Whether an opening phrase names a part of the section's sector."""
    name = match.group("name")
    found = names.topic(name)
    if found is None or found[0] != name or names.adjectival(name) or "产业" in name or phrases.only_verbs(name):
        return False
    if match.group("chain"):
        return True
    above, focused = known
    return match.group("verb") is None and (above, sector_key(name)) in focused


def _above(ctx: Context, section: int) -> Owner | None:
    """The sector that owns the section or one above it."""
    for index in reversed(ctx.outline.path(section)):
        owner = ctx.section_owners[index]
        if owner is not None:
            return owner if owner.type == "Industry" and owner != ctx.subject else None
    return None


def _write(
    ctx: Context, match: re.Match[str], parts: list[str], spans: list[tuple[int, int]], paragraph: int, out: Reading
) -> None:
    start = match.start("name")
    name = match.group("name")
    for verb in ("打造", "培育", "发展", "实施", "构建", "形成", "聚焦", "壮大", "做强", "建设", "推动", "加快"):
        at = name.rfind(verb)
        if at >= 0:
            start, name = match.start("name") + at + len(verb), name[at + len(verb) :]
    whole = (name, 0, len(name)) if _QUOTED.fullmatch(name) else names.topic(name)
    sector = whole is not None and _KIND.search(whole[0]) is not None and not names.adjectival(whole[0]) and "“" not in whole[0]
    sector = (
        sector
        or whole is not None
        and "（" in match.group()
        and match.group().find("（包") > 0
        and not names.adjectival(whole[0])
    )
    if whole is None or len(parts) < 2 or not (sector or ctx.known_sector(whole[0]) or ctx.is_sector(whole[0])):
        return
    owner = out.name(Owner("Industry", whole[0]), paragraph, start, match.end("name"), "sector")
    for part, (a, b) in zip(parts, spans, strict=True):
        found = names.topic(part)
        if found is None or not (sector or ctx.known_sector(found[0]) or ctx.is_sector(found[0]) or not names.goods(found[0])):
            continue
        what = out.name(Owner("Industry", found[0]), paragraph, a, b, "sector-part")
        where = (paragraph, min(start, match.start("list")), max(b, match.end("name")))
        out.state(what, "subIndustryOf", owner, "existing", where, "sector-parts")
