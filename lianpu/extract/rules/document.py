"""regulates: the document and its region, the document and the sectors that own its sections."""

from __future__ import annotations

import re

from lianpu.extract import names, tracks, words
from lianpu.extract.context import Context, Owner
from lianpu.extract.reading import Reading
from lianpu.extract.rules import applied, registers, sectors


def apply(ctx: Context, policy: Owner, out: Reading) -> None:
    """Statements that the document as a whole makes."""
    paragraphs = ctx.outline.paragraphs
    title_at = next((i for i, p in enumerate(paragraphs) if p.text and p.text[:6] in ctx.document.title), 0)
    if not paragraphs:
        return
    where = (title_at, 0, len(paragraphs[title_at].text))
    out.name(policy, *where, "document", titles(ctx.document.title, ctx.text))
    if ctx.home is not None:
        out.name(ctx.home, *where, "document")
        out.state(policy, "regulates", ctx.home, "existing", where, "regulates-region")
        if ctx.home.type == "Park" and ctx.document.region and ctx.home_level != "province":
            around = out.name(Owner("Region", ctx.document.region), *where, "document")
            out.state(ctx.home, "locatedIn", around, "existing", where, "zone-of-title")
    if ctx.subject is not None:
        out.name(ctx.subject, *where, "document")
        out.state(policy, "regulates", ctx.subject, "existing", where, "regulates-subject")
    listed = registers.clusters(ctx)
    seen: set[int] = set()
    for index, paragraph in enumerate(paragraphs):
        section = paragraph.section
        if section in seen or index in ctx.foreign.paragraphs or index in listed:
            continue
        seen.add(section)
        owner = ctx.section_owners[section]
        joined = _joined(ctx, section)
        for sector in joined:
            out.name(sector, index, 0, len(paragraph.text), "heading")
            where = (index, 0, len(paragraph.text))
            out.state(policy, "regulates", sector, "existing", where, "regulates-heading")
        if owner is None or owner.type != "Industry" or joined or not _sector(ctx, owner, section):
            continue
        if owner.name.endswith("）"):
            inner = ctx.sector_in(owner.name)
            if inner is None:
                continue
            owner = inner
        end = min(len(paragraph.text), 60)
        where = (index, 0, end)
        out.name(owner, *where, "heading")
        sectors.in_title(ctx, index, owner, out)
        parent = ctx.owner_of(ctx.outline.sections[section].parent)
        beneath = parent is not None and parent.type == "Industry" and (parent != ctx.subject or _divided(ctx))
        if parent is not None and beneath:
            out.state(owner, "subIndustryOf", parent, "existing", where, "sub-heading")
        if ctx.outline.sections[section].number or not beneath or parent == ctx.subject:
            out.state(policy, "regulates", owner, "existing", where, "regulates-heading")


_TAKEN_UP = re.compile(r"人工智能|AI|数字|数据|算力|智能体|互联网|物联网|区块链|低空|信息技术|应用")


def _divided(ctx: Context) -> bool:
    """Whether the headings of a plan on one industry are kinds of it, not the fields that take it up."""
    return ctx.subject is not None and _TAKEN_UP.search(ctx.subject.name) is None


def _sector(ctx: Context, owner: Owner, section: int) -> bool:
    """Whether a heading's noun phrase is a sector rather than a state, a deed or a table of the document."""
    name = owner.name
    if (
        name.endswith(words.longest_first("no_sectors"))
        and not names.goods(name)
        or re.search(r"赋能|[和与及]产业$|^产业|^[（(]", name)
    ):
        return False
    called = names.form(name)[0] == "Industry" or names.goods(name) or any(ctx.says(name + end) for end in ("产业", "行业"))
    return (
        called
        or name.endswith("链")
        or section in ctx.serial_sections
        or tracks.opens(ctx.outline, section)
        or ctx.count(name) > 2
    )


def _joined(ctx: Context, section: int) -> tuple[Owner, ...]:
    """The sectors of a track's title that names two (“赛道三：甲乙芯片与丙丁装备”, “赛道二：AI+甲、乙”, “人工智能+甲和乙”)."""
    title = ctx.outline.sections[section]
    fields = applied.fields(title.title + "：", 0, len(title.title) + 1)
    if len(fields) > 1:
        return tuple(field for field, _, _ in fields)
    if not tracks.numbered(title.number):
        return ()
    parts = re.split("[、与和]", tracks.PLUS.sub("", title.title))
    found = [names.topic(part) for part in parts]
    one = len(parts) > 1 and parts[-1].endswith("产业") and not parts[0].endswith("产业")
    plain = (
        len(parts) > 1 and not one and all(len(part) >= 4 and topic is not None for part, topic in zip(parts, found, strict=True))
    )
    return tuple(Owner("Industry", topic[0]) for topic in found if topic is not None) if plain else ()


_DRAFT = re.compile(r"（(?:[^（）]*(?:稿|节选|摘要|试行|暂行|修订|修编|印发)[^（）]*)）")
_YEARS = re.compile(r"（[^（）]*[0-9]{4}[^（）]*）")


def titles(title: str, text: str) -> tuple[str, ...]:
    """Other forms of a document's title: without draft marks, without years, and “本规划” where the text says so.

    >>> titles("甲区产业规划（2021—2025年）（征求意见稿）", "本规划期限五年。")
    ('甲区产业规划（2021—2025年）', '甲区产业规划', '本规划')
    """
    final = _DRAFT.sub("", title)
    bare = _YEARS.sub("", final)
    own = re.search(r"(规划|意见|方案|计划|办法|纲要|报告)$", bare)
    forms = [final, bare, *(["本" + own.group(1)] if own and "本" + own.group(1) in text else [])]
    return tuple(dict.fromkeys(f for f in forms if f and f != title))
