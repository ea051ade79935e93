"""Targets and indicators of a paragraph with their owners."""

from __future__ import annotations

import re

from lianpu.extract import figures
from lianpu.extract.context import Context, Owner
from lianpu.extract.reading import Figure, Reading
from lianpu.extract.things import place_prefix
from lianpu.extract.values import Value

_WHOLE = re.compile(
    r"^(?:到[0-9]{4}年(?:底|末)?，?)?(?:力争|争取)?(?:全市|全区|全省|全县|我市|我区|我省|我县|全域|本市|全旗|全州)"
)


def apply(ctx: Context, out: Reading) -> None:
    """Figures of the whole document, each with the owner in force at its sentence."""
    document = ctx.document
    base = int(document.date[:4]) if document.date else None
    works = {
        m.paragraph: m.what
        for m in reversed(out.mentions)
        if m.what.type == "Project" and ctx.outline.paragraphs[m.paragraph].kind == "row"
    }
    starts: dict[int, list[int]] = {}
    for paragraph, start in out.heads:
        starts.setdefault(paragraph, []).append(start)
    for found in figures.figures(ctx.outline, title=document.title, horizon=document.horizon, base_year=base):
        text = ctx.outline.paragraphs[found.paragraph].text
        before = [start for start in starts.get(found.paragraph, ()) if start <= found.value.start]
        owner = (
            out.heads[found.paragraph, max(before)] if before else ctx.owner_of(ctx.outline.paragraphs[found.paragraph].section)
        )
        if owner is None:
            continue
        owner = works.get(found.paragraph, owner) if found.project else _owner(ctx, text, found.value, owner)
        out.name(owner, found.paragraph, found.value.start, found.value.end, "target")
        out.figures.append(Figure(owner, found.value, found.paragraph))


def _owner(ctx: Context, text: str, value: Value, owner: Owner) -> Owner:
    subject = value.subject.strip("“”，")
    if subject:
        if _WHOLE.match(subject) and ctx.home is not None:
            return ctx.home
        prefix = place_prefix(ctx, subject)
        if prefix is not None and prefix[1] == len(subject):
            return prefix[0]
        if ctx.known_sector(subject) or ctx.is_sector(subject):
            return Owner("Industry", subject)
    clause = text[max(0, text.rfind("。", 0, value.start) + 1) : value.end]
    if (
        _WHOLE.search(clause[: clause.find(value.metric)] if value.metric and value.metric in clause else clause)
        and ctx.home is not None
    ):
        return ctx.home
    return owner
