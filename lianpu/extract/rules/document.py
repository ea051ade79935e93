"""regulates: the document and its region, the document and the sectors that own its sections."""

from __future__ import annotations

from lianpu.extract.context import Context, Owner
from lianpu.extract.reading import Reading


def apply(ctx: Context, policy: Owner, out: Reading) -> None:
    """Statements that the document as a whole makes."""
    paragraphs = ctx.outline.paragraphs
    title_at = next((i for i, p in enumerate(paragraphs) if p.text and p.text[:6] in ctx.document.title), 0)
    if not paragraphs:
        return
    where = (title_at, 0, len(paragraphs[title_at].text))
    out.name(policy, *where, "document")
    if ctx.home is not None:
        out.name(ctx.home, *where, "document")
        out.state(policy, "regulates", ctx.home, "existing", where, "regulates-region")
    if ctx.subject is not None:
        out.name(ctx.subject, *where, "document")
        out.state(policy, "regulates", ctx.subject, "existing", where, "regulates-subject")
    seen: set[int] = set()
    for index, paragraph in enumerate(paragraphs):
        section = paragraph.section
        if section in seen or index in ctx.foreign.paragraphs:
            continue
        seen.add(section)
        owner = ctx.section_owners[section]
        if owner is None or owner.type != "Industry":
            continue
        end = min(len(paragraph.text), 60)
        where = (index, 0, end)
        out.name(owner, *where, "heading")
        parent = ctx.owner_of(ctx.outline.sections[section].parent)
        beneath = parent is not None and parent.type == "Industry" and parent != ctx.subject
        if parent is not None and beneath:
            out.state(owner, "subIndustryOf", parent, "existing", where, "sub-heading")
        if ctx.outline.sections[section].number or not beneath:
            out.state(policy, "regulates", owner, "existing", where, "regulates-heading")
