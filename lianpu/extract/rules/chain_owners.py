"""The industry whose chain an unnamed one is: that of the section, or the one said before it (“甲产业规模…，形成…产业链”)."""

from __future__ import annotations

import re

from lianpu.extract import clauses, names
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner, sector_key


def section_industry(ctx: Context, paragraph: int, owner: Owner) -> Owner | None:
    """The industry whose chain an unnamed one is: the owner at hand, else that of the section."""
    if owner.type == "Industry" and not re.search(r"[为是，；—→－]|[上中下]游", owner.name):
        return owner
    section = ctx.owner_of(ctx.outline.paragraphs[paragraph].section)
    if section is not None and section.type == "Industry":
        return section
    park = next((o for o in (owner, section) if o is not None and o.type == "Park"), None)
    kind = _PARK_KIND.search(park.name) if park is not None else None
    name = re.sub(r"^.*[为是]", "", park.name[: kind.start()]) if park is not None and kind is not None else ""
    return Owner("Industry", name) if len(name) >= 2 and ctx.known_sector(name) else None


_PARK_KIND = re.compile(r"(?:特色|现代|高端|智能制造|智造|制造)*(?:产业)?(?:集聚区|示范区|园区|园|基地|小镇|城|谷|港)$")


def of_home(ctx: Context, chain: Owner, home: Owner | None) -> Owner:
    """The section's industry when ``chain`` is another name for it (钢管 in the section on 高精管材), else ``chain``."""
    key = sector_key(home.name) if home is not None else ""
    own = sector_key(chain.name)
    other = key in ctx.titled and own not in ctx.titled and own not in key and set(own) & set(key)
    return home if home is not None and other else chain


_SECTOR = re.compile(r"(?P<name>[\u4e00-\u9fffA-Za-z]{2,14}?)(?:相关|特色)?(?:产业)?(?:链?上下游|产业|行业)")


def said_before(ctx: Context, text: str, start: int, end: int) -> Owner | None:
    """The last sector named in the statement before a chain: “X产业规模…，形成…”, “加快发展X，形成…”."""
    for piece in reversed(clauses.clauses(text, Span(start, end)) if end > start else []):
        verbs = [t for t in clauses.tokens(text, piece) if t.kind != "prep"]
        body = text[verbs[-1].end if verbs else piece.start : piece.end]
        if (
            verbs
            and 2 <= len(body) <= 12
            and not re.search(r"[为是的]", body)
            and ctx.known_sector(body)
            and names.nameable(body)
        ):
            return Owner("Industry", body)
        match = _SECTOR.search(text, piece.start, piece.end)
        found = _told_sector(ctx, text, Span(*match.span("name")), piece) if match else None
        if found is not None:
            return found
    return None


_WHOLE = re.compile(r"[我全本][省市县区州旗]")


def _told_sector(ctx: Context, text: str, name: Span, piece: Span) -> Owner | None:
    """The longest end of the words before 产业 that the text treats as a sector elsewhere, behind verbs and places."""
    begins = [t.end for t in clauses.tokens(text, piece) if t.end <= name.end - 2]
    begin = max([name.start, *begins, *(i + 1 for i in range(name.start, name.end) if text[i] in "为是的将")])
    place = ctx.place_pattern.match(text, begin, name.end) or _WHOLE.match(text, begin, name.end)
    begin = place.end() if place else begin
    for at in range(begin, name.end - 1):
        said = text[at : name.end]
        if said.endswith(("处于", "位于", "属于", "居于", "处在")):
            return None
        if (said in ctx.titled or said in ctx.listed or ctx.count(said + "产业") >= 2) and names.nameable(said):
            return Owner("Industry", said)
    return None
