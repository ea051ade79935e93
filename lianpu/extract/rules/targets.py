"""Targets and indicators of a paragraph with their owners."""

from __future__ import annotations

from collections import defaultdict

from msgspec.structs import replace

from lianpu.extract import bearers, figures, metric, openings, parted, tabular
from lianpu.extract.context import Context, Owner
from lianpu.extract.reading import Figure, Mention, Reading
from lianpu.extract.rules import rows
from lianpu.extract.whereabouts import place_prefix


def apply(ctx: Context, out: Reading) -> None:
    """Figures of the whole document, each with the owner in force at its sentence."""
    document = ctx.document
    base = int(document.date[:4]) if document.date else None
    works = {
        m.paragraph: m.what
        for m in reversed(out.mentions)
        if m.what.type == "Project" and ctx.outline.paragraphs[m.paragraph].kind == "row"
    }
    grounds = _Grounds(ctx, out)
    named: defaultdict[int, list[Mention]] = defaultdict(list)
    for mention in out.mentions:
        named[mention.paragraph].append(mention)
    last: figures.Figure | None = None
    told = parted.Told()
    for found in figures.figures(ctx.outline, title=document.title, horizon=document.horizon, base_year=base):
        found, part = _parted(ctx, found, last)
        if not found.value.metric or parted.pointing(found.value):
            continue
        last = found
        text = ctx.outline.paragraphs[found.paragraph].text
        owner = grounds.of(found)
        if (told_of := out.works.get(found.paragraph)) is not None:
            if not tabular.counts(text, found.value):
                continue
            owner, ahead = told_of, place_prefix(ctx, found.value.metric)
            if ahead is not None and ahead[1] < len(found.value.metric):
                found = replace(found, value=replace(found.value, metric=found.value.metric[ahead[1] :]))
        elif part is not None:
            owner = part
        elif (work := parted.costing(named[found.paragraph], text, found.value)) is not None:
            owner = work
            found = replace(found, value=replace(found.value, metric=metric.head_of(found.value.metric), achieved=False))
        elif not found.project and (work := parted.within(named[found.paragraph], text, found.value)) is not None:
            owner = work
        elif found.project:
            owner = works.get(found.paragraph, owner)
        elif found.bare and owner is not None and owner.type == "Region" and owner != ctx.home:
            pass  # The number of a place in a table of places.
        elif (opened := openings.work(text, found.value)) is not None and not bearers.of_sector(ctx, found.value):
            owner, cost = opened
            found = replace(found, value=replace(found.value, metric=metric.head_of(found.value.metric))) if cost else found
        elif not found.bare and (sized := openings.park(text, found.value)) is not None:
            owner, found = sized, replace(found, value=replace(found.value, metric="规划面积"))
        else:
            owner = bearers.of(ctx, named[found.paragraph], text, found.value, owner)
        if (
            owner is not None
            and owner.type != "Industry"
            and (rest := metric.without(found.value.metric, owner.name)) is not None
        ):
            found = replace(found, value=replace(found.value, metric=rest))
        if owner is not None and owner.type == "Project" and not found.project and parted.undated(found.value):
            found = replace(found, value=replace(found.value, year=None))
        table = ctx.outline.paragraphs[found.paragraph].header
        if owner is not None and (table is None or found.project or not told.again(owner, found.value, table)):
            told.add(owner, found.value, table)
            out.name(owner, found.paragraph, found.value.start, found.value.end, "target")
            out.figures.append(Figure(owner, found.value, found.paragraph))


def _parted(ctx: Context, found: figures.Figure, last: figures.Figure | None) -> tuple[figures.Figure, Owner | None]:
    """A figure whose metric is but a place or sector with the metric that it parts (or none), and whose it is; else as it is."""
    text = ctx.outline.paragraphs[found.paragraph].text
    before = last.value if last is not None and last.paragraph == found.paragraph else None
    part = parted.placed(ctx, found.value) or parted.sectoral(ctx, text, found.value, before)
    if part is None and (led := parted.led(ctx, found.value)) is not None:
        return replace(found, value=replace(found.value, metric=led[1])), led[0]
    if part is None:
        return found, None
    return replace(found, value=replace(found.value, metric=parted.shared(text, found.value, before))), part


class _Grounds:
    """Who owns the sentences and rows that figures stand in."""

    def __init__(self, ctx: Context, out: Reading) -> None:
        self.ctx = ctx
        self.heads = out.heads
        self.starts: defaultdict[int, list[int]] = defaultdict(list)
        for paragraph, start in out.heads:
            self.starts[paragraph].append(start)

    def of(self, found: figures.Figure) -> Owner | None:
        """The owner before what the figure itself says."""
        paragraph = self.ctx.outline.paragraphs[found.paragraph]
        before = [start for start in self.starts.get(found.paragraph, ()) if start <= found.value.start]
        row = rows.bearer(self.ctx, found.paragraph) if paragraph.kind == "row" and not before else None
        owner = self.heads[found.paragraph, max(before)] if before else row or self.ctx.owner_of(paragraph.section)
        owner = parted.of_results(self.ctx, paragraph.section, paragraph.text, owner)
        return parted.at_work(self.ctx, paragraph.section, owner)
