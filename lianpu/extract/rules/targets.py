"""Targets and indicators of a paragraph with their owners."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lianpu.extract import values
from lianpu.extract.context import Context, Owner
from lianpu.extract.things import place_prefix
from lianpu.extract.values import Value

_WHOLE = re.compile(r"^(?:到[0-9]{4}年(?:底|末)?，?)?(?:力争|争取)?(?:全市|全区|全省|全县|我市|我区|我省|我县|全域|本市|全旗|全州)")


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with its owner and place."""

    owner: Owner
    value: Value
    paragraph: int


def read(ctx: Context, index: int, owner: Owner) -> list[Figure]:
    """Figures of one paragraph; ``owner`` is who its section or head is about."""
    text = ctx.outline.paragraphs[index].text
    document = ctx.document
    base = int(document.date[:4]) if document.date else (document.horizon[0] if document.horizon else None)
    out = []
    for value in values.find(text, horizon=document.horizon, base_year=base):
        out.append(Figure(_owner(ctx, text, value, owner), value, index))
    return out


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
    if _WHOLE.search(clause[: clause.find(value.metric)] if value.metric and value.metric in clause else clause) and ctx.home is not None:
        return ctx.home
    return owner
