"""What an owner trains and builds: firms that carry a sector, platforms, institutes, parks and projects."""

from __future__ import annotations

import re
from collections.abc import Callable

from lianpu.extract import gaps, words
from lianpu.extract.acts import Act, Frame
from lianpu.extract.context import Context, Owner
from lianpu.extract.reading import Reading
from lianpu.extract.rules import firms, serves, zones
from lianpu.extract.rules.places import present
from lianpu.extract.things import Thing
from lianpu.model import Status


def trained(
    ctx: Context,
    frame: Frame,
    paragraph: int,
    owner: Owner,
    carried: Callable[[], Owner | None],
    act: Act,
    things: list[Thing],
    out: Reading,
) -> None:
    """“培育A、B等骨干企业”: the firms carry a sector, and work in the owner's park or place."""
    found = [thing for thing in things if thing.what.type == "Enterprise"]
    sector = carried() if found and act.kind != "seek" and act.verb.word not in _ABROAD else None
    for thing in found:
        where = (paragraph, *evidence(frame, act))
        out.name(thing.what, paragraph, thing.start, thing.end, "firm-object", thing.aliases)
        if thing.place is not None:
            out.name(thing.place, paragraph, thing.start, thing.end, "place")
            out.state(thing.what, "locatedIn", thing.place, "existing", where, "place-prefix")
        elif _at_home(ctx, owner, paragraph):
            out.state(thing.what, "locatedIn", owner, "existing", where, "firm-of-park")
        if sector is not None:
            firms.anchor([thing.what], sector, where, "anchors-object", out)


_ABROAD = ("瞄准", "对接", "紧盯", "引进", "引入", "招引", "吸引")
"""Verbs of winning firms that stand elsewhere."""


def _at_home(ctx: Context, owner: Owner, paragraph: int) -> bool:
    """Whether firms that an owner trains stand in it: a park in its own paragraph, a place other than the document's."""
    own = owner.type == "Park" and owner.name in ctx.outline.paragraphs[paragraph].text
    return own or owner.type == "Region" and owner != ctx.home


_KEPT = re.compile(r"完善|提升|运营|升级|优化|用好|健全")
"""What is done to what is there."""
_CLAUSE = re.compile(r"为(?!民|主)|到(?!家)|提供|申报|接入|融入|贯通")
"""What makes a clause of what ends like a name (甲区为乙提供了平台)."""


def apply(ctx: Context, frame: Frame, paragraph: int, owner: Owner, act: Act, things: list[Thing], out: Reading) -> None:
    """Platforms, institutes, parks and projects that an owner builds or has."""
    status: Status = "existing" if act.kind == "have" else "planned"
    for thing in things if act.verb.word != gaps.LACK else ():
        kind = thing.what.type
        if kind not in ("Platform", "Institution", "Park", "Project"):
            continue
        if kind == "Park" and thing.place is None and zones.bare(thing.what.name):
            continue
        if words.opening(thing.what.name, "torn_heads", leave=3) or _CLAUSE.search(thing.what.name):
            continue
        where = (paragraph, *evidence(frame, act))
        out.name(thing.what, paragraph, thing.start, thing.end, "built", thing.aliases)
        if thing.place is not None and thing.place.name != thing.what.name:
            out.name(thing.place, paragraph, thing.start, thing.end, "place")
            out.state(thing.what, "locatedIn", thing.place, status, where, "place-prefix")
        elif act.kind == "have" and act.verb.start < thing.start and ctx.home is not None and owner.type == "Region":
            out.state(thing.what, "locatedIn", owner, status, where, "region-has")
        if kind in ("Platform", "Institution") and act.verb.word not in words.words("serves_no_verbs"):
            served = owner if owner.type == "Industry" and not (act.kind == "have" and owner == ctx.subject) else None
            stands: Status = "existing" if _KEPT.search(act.verb.word) or present(ctx, paragraph) else status
            serves.state(ctx, thing.what, served, stands, where, "supports-built", out)


def evidence(frame: Frame, act: Act) -> tuple[int, int]:
    """What is quoted for an act: up to its last object."""
    return frame.evidence(act.clause, act.objects[-1].end)
