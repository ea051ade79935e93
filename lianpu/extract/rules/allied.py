"""worksWith of firms and institutes that do something together: “甲机电和乙新材联合研制丙”, “丁药业、戊大学合作开展…”."""

from __future__ import annotations

import re

from lianpu.extract import clauses, lists, names
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.reading import Reading
from lianpu.extract.rules import doers, places
from lianpu.extract.things import Thing, classify
from lianpu.model import Status

_TOGETHER = re.compile(
    r"(?P<list>[^，。；：等在按就]{4,60}?)(?:[两三四五][家所]企业|等[^，。；、]{0,8}?(?:企业|单位))?"
    r"(?:联合|合作|共同|携手|联手|协同|合资)(?=[研开攻建组打申设推实创共投承])"
)
_CUE = re.compile(r"联合|合作|共同|携手|联手|协同|合资")
_DONE = re.compile(r"了|已|成功|率先")


def apply(ctx: Context, text: str, span: Span, paragraph: int, out: Reading) -> None:
    """State that the first firm of such a list works with the others of a statement's clause."""
    if _CUE.search(text, span.start, span.end) is None:
        return
    for clause in clauses.clauses(text, span):
        start, caused = doers.led(text, clause.start, clause.end)
        match = _TOGETHER.match(text, start, clause.end)
        if match is None or not any(joint in match["list"] for joint in "、和与及"):
            continue
        items = lists.parse(text, *match.span("list")).items
        firms = [doers.read(ctx, text, Span(item.start, item.end), caused, out, bold=True) for item in items]
        found = [
            who.firms[0] if who is not None and len(who.firms) == 1 else _institute(ctx, item)
            for who, item in zip(firms, items, strict=True)
        ]
        partners = sorted((t for t in found if t is not None), key=lambda t: t.what.type != "Enterprise")
        if len(partners) < 2 or len(partners) < len(items) or partners[0].what.type != "Enterprise":
            continue
        where = (paragraph, clause.start, match.end())
        for thing in partners:
            out.name(thing.what, paragraph, thing.start, thing.end, "allied", thing.aliases)
        done = places.present(ctx, paragraph) or not caused and _DONE.search(text, clause.start, clause.end) is not None
        status: Status = "existing" if done else "planned"
        for other in partners[1:]:
            out.state(partners[0].what, "worksWith", other.what, status, where, "allied")


def _institute(ctx: Context, item: lists.Item) -> Thing | None:
    """The institute that an item names."""
    thing = classify(ctx, item.text, item.start) if names.form(item.text)[0] == "Institution" else None
    return thing if thing is not None and thing.what == Owner("Institution", thing.what.name) else None
