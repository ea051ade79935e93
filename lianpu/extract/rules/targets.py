"""Targets and indicators of a paragraph with their owners."""

from __future__ import annotations

from collections import defaultdict

from msgspec.structs import replace

from lianpu.extract import bearers, figures, metric
from lianpu.extract.context import Context, Owner
from lianpu.extract.reading import Figure, Mention, Reading
from lianpu.extract.rules import applied


def _applied(ctx: Context, owner: Owner) -> tuple[str, ...]:
    """How the text calls a sector that takes up what the document is about (“人工智能+医疗” of 医疗)."""
    return tuple(filter(ctx.says, applied.forms(owner.name))) if owner.type == "Industry" else ()


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
    named: defaultdict[int, list[Mention]] = defaultdict(list)
    for mention in out.mentions:
        named[mention.paragraph].append(mention)
    for found in figures.figures(ctx.outline, title=document.title, horizon=document.horizon, base_year=base):
        if bearers.nothing(ctx, found.value):
            continue
        text = ctx.outline.paragraphs[found.paragraph].text
        costs = bearers.costing(named[found.paragraph], text, found.value)
        if costs is not None:
            found = replace(found, value=replace(found.value, metric=metric.head_of(found.value.metric)))
        section = ctx.outline.paragraphs[found.paragraph].section
        before = [start for start in starts.get(found.paragraph, ()) if start <= found.value.start]
        owner = out.heads[found.paragraph, max(before)] if before else ctx.owner_of(section)
        owner = bearers.at_work(ctx, section, bearers.of_results(ctx, section, text, owner))
        owner = costs or (
            works.get(found.paragraph, owner)
            if found.project
            else bearers.of(ctx, named[found.paragraph], text, found.value, owner)
        )
        if owner is None:
            continue
        out.name(owner, found.paragraph, found.value.start, found.value.end, "target", _applied(ctx, owner))
        out.figures.append(Figure(owner, found.value, found.paragraph))
