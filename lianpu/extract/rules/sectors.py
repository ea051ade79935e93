"""subIndustryOf from brackets, “A、B等为代表的C” and “涵盖A、B等领域”: what a sector is made of, said beside its name."""

from __future__ import annotations

import re

from lianpu.extract import clauses, lists, names
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner, sector_key
from lianpu.extract.lists import Item
from lianpu.extract.reading import Reading
from lianpu.extract.rules import groups

_BRACKET = re.compile(r"(?P<name>[\u4e00-\u9fff“”0-9+]{2,16}?(?:产业集群|产业体系|产业链|产业))（(?P<list>[^（）]{4,90})）")
_OPENED = re.compile(r"产业(?:集群|体系|链)?（")
_LIKE = re.compile(
    r"以(?P<list>[^，。；]{4,80}?)(?:等)?为(?:代表|主要内容|主)的"
    r"(?P<name>[^，。；、]{2,14}?(?:技术|(?=[，。；、]|等|深度|建设|发展|快速|进入)))"
)
_QUOTED = re.compile(r"“[^“”]{1,8}”(?:产业集群|产业体系)")
_LEVEL = re.compile(r"(?:优势|新兴|支柱|主导|特色)产业(?:集群)?$")


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
_MADE_OF = re.compile(
    r"(?:覆盖|涵盖|囊括|包含|(?<!产业)包括|分为|细分为|(?:已经?|初步|基本|逐步)形成|形成了)了?(?:以|涵盖|覆盖)?"
    rf"(?P<list>[^，。；：等]{{4,90}}?)(?:等[^，。；：、]{{0,6}}?|(?:[0-9一二两三四五六七八九十]+|多)(?:大|个|条|类|项)){_FIELDS}(?=[，。；]|$)"
)
_COUNTED = re.compile(
    r"(?:围绕|聚焦|瞄准|包括|重点(?:发展|培育|打造))(?P<list>[^，。；：等]{4,90}?)"
    r"(?:等?(?:[0-9一二两三四五六七八九十]+(?:大|个)|(?:优势|重点)?细分)(?:细分|重点)?(?:领域|板块|赛道)|等细分(?:行业|产业))(?=[，。；]|$)"
)


_BEFORE = 30
"""How far before a list the text must speak of an industry where the list may be of the uses of the document's subject."""


def _spread(ctx: Context, text: str, clause: Span, paragraph: int, sectors: tuple[Owner, ...], out: Reading) -> None:
    """“涵盖甲、乙等领域”, “聚焦甲、乙等五大领域”: the parts of the sector that the statement is about; a whole document's
    sector has parts only where the text says that it is made of them, as its fields are otherwise those of its use."""
    for pattern, owners in ((_MADE_OF, sectors), (_COUNTED, tuple(o for o in sectors if o != ctx.subject))):
        match = pattern.search(text, clause.start, clause.end) if owners else None
        if match is not None and (owners[0] != ctx.subject or "产业" in text[max(0, match.start() - _BEFORE) : match.end()]):
            items = lists.parse(text, *match.span("list")).items
            _state(ctx, owners[0], match.span(), items, paragraph, out, goods=pattern is _MADE_OF)


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
    found = [(part, name) for part in parts if (name := groups.part(ctx, part.text, goods=goods)) is not None]
    for part, name in found if len(found) >= 2 and 2 * len(found) > len(parts) else ():
        if name == whole.name:
            continue
        out.name(whole, paragraph, *at, "sector")
        what = out.name(Owner("Industry", name), paragraph, part.start, part.end, "sector-part")
        where = (paragraph, min(at[0], part.start), max(at[1], part.end))
        out.state(what, "subIndustryOf", whole, "existing", where, "sector-group")


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
    if found is None or found[0] != name or names.adjectival(name) or "产业" in name:
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
    if whole is None or len(parts) < 2 or not (ctx.known_sector(whole[0]) or ctx.is_sector(whole[0])):
        return
    owner = out.name(Owner("Industry", whole[0]), paragraph, start, match.end("name"), "sector")
    for part, (a, b) in zip(parts, spans, strict=True):
        found = names.topic(part)
        if found is None or not (ctx.known_sector(found[0]) or ctx.is_sector(found[0]) or not names.goods(found[0])):
            continue
        what = out.name(Owner("Industry", found[0]), paragraph, a, b, "sector-part")
        where = (paragraph, min(start, match.start("list")), max(b, match.end("name")))
        out.state(what, "subIndustryOf", owner, "existing", where, "sector-parts")
