"""Rows of tables: projects with firm and place, parks with place and content, tasks with agencies."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lianpu.extract import lists, names, words
from lianpu.extract.context import Context, Owner
from lianpu.extract.document import Paragraph
from lianpu.extract.reading import Reading
from lianpu.extract.things import classify, firm, place_prefix

_OUTPUT = re.compile(
    r"(?:年产|新增|生产|产能|制造)(?:约|超)?[0-9.,]+(?:余)?[万亿]*(?:台套|台（套）|台/套|[台套只吨件个辆架支片颗米])?(?:/年)?(?:的)?(?P<what>[^，。；、（）0-9|]{2,20})"
)


def roles(ctx: Context, header: Paragraph) -> Mapping[str, int]:
    """Role of a column to its index, by the words of the header row."""
    out: dict[str, int] = {}
    for index, (start, end) in enumerate(header.cells):
        title = re.sub(r"\s", "", header.text[start:end])
        for word, role in words.rows("columns"):
            if word in title:
                out.setdefault(role, index)
                break
    return out


def apply(ctx: Context, index: int, out: Reading) -> None:
    """Read one row by its header."""
    row = ctx.outline.paragraphs[index]
    if row.header is None or row.header == index:
        return
    columns = roles(ctx, ctx.outline.paragraphs[row.header])

    def cell(role: str) -> tuple[str, int, int] | None:
        at = columns.get(role)
        if at is None or at >= len(row.cells):
            return None
        start, end = row.cells[at]
        while start < end and row.text[start] in " 　":
            start += 1
        while end > start and row.text[end - 1] in " 　":
            end -= 1
        return (row.text[start:end], start, end) if end > start else None

    place = _place(ctx, cell("place"))
    _project(ctx, index, row, cell("project"), cell("firm"), place, cell("content"), out)
    _zone(ctx, index, row, cell("park"), place, out)


def _place(ctx: Context, found: tuple[str, int, int] | None) -> tuple[Owner, int, int] | None:
    if found is None:
        return None
    text, start, end = found
    if text in ctx.places:
        return Owner("Region", ctx.places[text]), start, end
    prefix = place_prefix(ctx, text)
    if prefix is None:
        kind, _ = names.form(text)
        return (Owner("Park", text), start, end) if kind == "Park" and len(text) <= 20 else None
    return prefix[0], start, start + prefix[1]


def _project(
    ctx: Context,
    index: int,
    row: Paragraph,
    project: tuple[str, int, int] | None,
    maker: tuple[str, int, int] | None,
    place: tuple[Owner, int, int] | None,
    content: tuple[str, int, int] | None,
    out: Reading,
) -> None:
    evidence_end = max((c[2] for c in (project, maker, place, content) if c is not None), default=0)
    thing = None
    if project is not None and 4 <= len(project[0]) <= 60:
        thing = out.name(Owner("Project", project[0].replace(" ", "")), index, project[1], project[2], "row-project")
        if place is not None:
            out.name(*place[:1], index, place[1], place[2], "row-place")
            out.state(thing, "locatedIn", place[0], "planned", (index, min(project[1], place[1]), max(project[2], place[2])), "row-located")
    if maker is None or project is None:
        return
    owner = firm(ctx, maker[0], maker[1])
    if owner is None or not re.search(r"(?:公司|集团|厂|院|大学|科技|股份)$", maker[0]):
        return
    out.name(owner.what, index, owner.start, owner.end, "row-firm", owner.aliases)
    if owner.place is not None:
        out.name(owner.place, index, owner.start, owner.end, "row-firm")
        out.state(owner.what, "locatedIn", owner.place, "existing", (index, maker[1], maker[2]), "row-firm-place")
    for source in (project, content):
        if source is None:
            continue
        for match in _OUTPUT.finditer(row.text, source[1], source[2]):
            for item in lists.parse(row.text, *match.span("what")).items:
                product = classify(ctx, re.sub(r"(?:的)?(?:生产能力|能力|生产线|制造|产业集群|建设|技术改造|改造)*(?:项目)?$", "", item.text), item.start)
                if product is not None and product.what.type in ("Product", "Industry"):
                    out.name(product.what, index, product.start, product.end, "row-output")
                    out.state(owner.what, "produces", product.what, "planned", (index, source[1], min(evidence_end, match.end())), "row-output")


def _zone(
    ctx: Context, index: int, row: Paragraph, park: tuple[str, int, int] | None, place: tuple[Owner, int, int] | None, out: Reading
) -> None:
    if park is None or not 3 <= len(park[0]) <= 40 or names.form(park[0])[0] not in ("Park", "Platform"):
        return
    zone = out.name(Owner("Park", park[0]), index, park[1], park[2], "row-park")
    if place is not None and place[0].name != zone.name:
        out.name(place[0], index, place[1], place[2], "row-place")
        out.state(zone, "locatedIn", place[0], "existing", (index, min(park[1], place[1]), max(park[2], place[2])), "row-located")
