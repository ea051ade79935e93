"""supports from fields said beside a body: “甲实验室聚焦乙、丙领域”, “围绕丁、戊等产业，建设己平台”, or in its row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lianpu.extract import lists, names
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.phrases import may_own
from lianpu.extract.reading import Mention, Reading
from lianpu.extract.rules import groups, named
from lianpu.extract.things import classify
from lianpu.model import Status

_ABOUT = r"(?:聚焦于?|围绕|面向|针对|专注于?|致力于|瞄准|从事)"
_FIELDS = (
    r"(?P<list>[^，。；：等]{4,90}?)(?:等)?(?:[0-9一二两三四五六七八九十]+(?:大|个))?"
    r"(?:重点|优势|主导|特色|关键|核心|前沿|支柱|细分)*(?:领域|产业|行业|赛道|方向)"
)
_AHEAD = re.compile(rf"{_ABOUT}{_FIELDS}(?:的?(?:发展|研发|共性|创新)?(?:需求|需要|技术)?)?，(?P<rest>[^。；]*)")
_BEHIND = re.compile(rf"(?:主要|重点|将|专门|长期|持续)*{_ABOUT}{_FIELDS}")
_BUILT = re.compile(r"(?:建设|搭建|打造|组建|成立|布局|创建|建立|设立|培育|构建|引进|谋划|推进|加快|依托|发挥)")


def apply(ctx: Context, text: str, span: Span, paragraph: int, mentions: Sequence[Mention], out: Reading) -> None:
    """State whom the bodies among a statement's ``mentions`` serve by the fields that it lists."""
    partners = {m.what for m in mentions if m.rule == "partner"}
    bodies = {m.what: m for m in mentions if m.what.type in names.BODIES and m.what not in partners}
    if not bodies:
        return
    ahead = _AHEAD.search(text, span.start, span.end)
    built = _BUILT.search(text, *ahead.span("rest")) if ahead is not None else None
    for body, mention in bodies.items():
        behind = _BEHIND.match(text, mention.end, span.end)
        if behind is not None:
            _state(ctx, text, body, behind, Span(mention.start, behind.end()), paragraph, "existing", out)
        elif ahead is not None and built is not None and built.end() <= mention.start:
            status = named.status(text, built.start(), mention.start, mention.end)
            _state(ctx, text, body, ahead, Span(ahead.start(), mention.end), paragraph, status, out)


def row(ctx: Context, index: int, out: Reading) -> None:
    """A row that names a body in one cell and in another the fields that it is about."""
    text = ctx.outline.paragraphs[index].text
    cells = [(a, b) for a, b in ctx.outline.paragraphs[index].cells if b > a]
    found = [(a, b) for a, b in cells if b - a <= _NAME and names.form(text[a:b].strip())[0] in names.BODIES]
    thing = classify(ctx, text[slice(*found[0])].strip(), found[0][0]) if len(found) == 1 else None
    if thing is None or thing.what.type not in names.BODIES:
        return
    for a, b in cells:
        match = _BEHIND.match(text, a, b)
        if match is not None:
            out.name(thing.what, index, thing.start, thing.end, "row-body", thing.aliases)
            _state(ctx, text, thing.what, match, Span(min(a, thing.start), match.end()), index, "existing", out)


_NAME = 30
"""Characters of a body's name in a cell, at most."""


def _state(
    ctx: Context, text: str, body: Owner, match: re.Match[str], at: Span, paragraph: int, status: Status, out: Reading
) -> None:
    """State that a body serves each sector of a list, where most of it are such."""
    items = lists.parse(text, *match.span("list"), ctx.sector_names).items
    found = [(item, name) for item in items if (name := groups.part(ctx, item.text, goods=True)) is not None and may_own(name)]
    for item, name in found if 2 * len(found) > len(items) else ():
        sector = out.name(Owner("Industry", name), paragraph, item.start, item.end, "served")
        out.state(body, "supports", sector, status, (paragraph, at.start, at.end), "supports-fields")
