"""focusesOn and seeks: what an owner develops, has or looks for."""

from __future__ import annotations

import re

from lianpu.extract import lists, names
from lianpu.extract.context import Context, Owner
from lianpu.extract.frames import Act, Frame, Reliance
from lianpu.extract.reading import Reading
from lianpu.extract.rules import chains
from lianpu.extract.things import Thing, classify
from lianpu.model import EntityType, Status


_FIRMS = re.compile(r"(?:企业|公司|集团)(?:做大做强|发展壮大|发展|集聚|落地|培育|建设)?$")


def objects(ctx: Context, text: str, act: Act) -> tuple[list[Thing], Thing | None, bool]:
    """Things in an act's lists, the Y of “A、B等Y” if it is a thing, and whether there is a 等."""
    things: list[Thing] = []
    tail: Thing | None = None
    etc = False
    for span in act.objects:
        end = span.end
        praise = names.praised(text[span.start : end]) if act.kind != "seek" else None
        if praise is not None and "、" not in praise[0]:
            kind, suffix = names.form(text[span.start : end])
            things.append(Thing(Owner("Industry" if ctx.is_sector(praise[0]) else "Product", praise[0]), span.start + praise[1], span.start + praise[2]))
            continue
        listing = lists.parse(text, span.start, end, ctx.sector_names)
        slot: EntityType | None = "Enterprise" if listing.tail is not None and _FIRMS.search(listing.tail.text) and act.kind != "seek" else None
        for item in listing.items:
            thing = classify(ctx, item.text, item.start, slot=slot)
            if thing is not None:
                things.append(thing)
        if listing.tail is not None:
            etc = True
            found = classify(ctx, listing.tail.text, listing.tail.start)
            if found is not None and found.what.type in ("Industry", "Product"):
                tail = found
    return things, tail, etc


def apply(ctx: Context, frame: Frame, text: str, paragraph: int, owner: Owner, act: Act, out: Reading, produces: Owner | None) -> None:
    """Write what one act says of its owner; ``produces`` is the single firm that the statement relies on, if any."""
    things, tail, etc = objects(ctx, text, act)
    topics = [t for t in things if t.what.type in ("Industry", "Product")]
    firms_named(ctx, frame, paragraph, owner, act, things, out)
    built(ctx, frame, paragraph, owner, act, things, out)
    status: Status = act.status  # type: ignore[assignment]
    if act.kind == "have":
        status = "existing"
    if tail is not None and produces is not None and tail.what.type != "Industry":
        tail = None
    sector = tail is not None and bool(_SECTOR_TAIL.search(tail.what.name)) or tail is None and bool(_GENERIC_SECTORS.search(_tail_text(text, act)))
    chain_words = text[act.clause.start : act.objects[-1].end]
    if "上游" in chain_words or "下游" in chain_words:
        chains.positions(ctx, text, act.clause, paragraph, owner, [(t.what, t.start, t.end) for t in topics], out)
    for thing in [*topics, *([tail] if tail else [])]:
        who = owner
        if sector and tail is not None and thing is not tail and names.goods(thing.what.name):
            who = tail.what
        end = max(thing.end, act.objects[0].start + 1)
        place = (paragraph, _evidence_start(frame, act), end)
        out.name(thing.what, paragraph, thing.start, thing.end, "object")
        if act.kind == "seek":
            out.state(who, "seeks", thing.what, status, place, f"seeks-{status}")
            if produces is not None and status == "breakthrough":
                out.state(produces, "produces", thing.what, "planned", place, "produces-breakthrough")
        elif produces is not None:
            out.state(produces, "produces", thing.what, "planned" if act.kind != "have" else "existing", place, "produces")
        else:
            out.state(who, "focusesOn", thing.what, status, place, f"focus-{act.kind}")
    parent = tail.what if tail is not None else owner
    if sector and parent.type == "Industry" and act.kind != "seek":
        for thing in topics:
            if not names.goods(thing.what.name) or thing.what.type == "Industry":
                out.state(Owner("Industry", thing.what.name), "subIndustryOf", parent, "existing", (paragraph, _evidence_start(frame, act), act.objects[-1].end), "sub-etc")


_SECTOR_TAIL = re.compile(r"(?:产业|服务业|制造业|行业|加工业|经济|业)$")
_GENERIC_SECTORS = re.compile(r"(?:细分|重点|主导|优势|特色|核心)*(?:行业|产业|领域|赛道|产业链)$")


def _tail_text(text: str, act: Act) -> str:
    listing = lists.parse(text, act.objects[-1].start, act.objects[-1].end)
    return listing.tail.text if listing.tail else ""


def weighted(ctx: Context, frame: Frame, text: str, paragraph: int, owner: Owner, reliance: Reliance, out: Reading) -> None:
    """“以A、B为重点”, “以A、B等领域为主导”: the owner focuses on what the phrase weighs."""
    if reliance.opener != "以" or reliance.role not in ("重点", "主导", "核心", "主", "主体", "突破口"):
        return
    listing = lists.parse(text, reliance.span.start, reliance.span.end, ctx.sector_names)
    status: Status = "existing" if reliance.role in ("主导", "主体") else "planned"
    sub = listing.tail is not None and bool(_GENERIC_SECTORS.search(listing.tail.text))
    for item in listing.items:
        thing = classify(ctx, item.text, item.start)
        if thing is None or thing.what.type not in ("Industry", "Product"):
            continue
        where = (paragraph, reliance.clause.start, reliance.clause.end)
        out.name(thing.what, paragraph, thing.start, thing.end, "weighted")
        out.state(owner, "focusesOn", thing.what, status, where, "focus-weighted")
        if sub and owner.type == "Industry":
            out.state(thing.what, "subIndustryOf", owner, "existing", where, "sub-weighted")


def firms_named(ctx: Context, frame: Frame, paragraph: int, owner: Owner, act: Act, things: list[Thing], out: Reading) -> None:
    """“培育A、B等骨干企业”: the firms carry the owner's industry, or work in the owner's park or place."""
    for thing in things:
        if thing.what.type != "Enterprise":
            continue
        where = (paragraph, _evidence_start(frame, act), act.objects[-1].end)
        out.name(thing.what, paragraph, thing.start, thing.end, "firm-object", thing.aliases)
        if thing.place is not None:
            out.name(thing.place, paragraph, thing.start, thing.end, "place")
            out.state(thing.what, "locatedIn", thing.place, "existing", where, "place-prefix")
        elif owner.type == "Park" or owner.type == "Region" and owner != ctx.home:
            out.state(thing.what, "locatedIn", owner, "existing", where, "firm-of-park")
        if owner.type == "Industry":
            out.state(thing.what, "anchors", owner, "existing", where, "anchors-object")


def built(ctx: Context, frame: Frame, paragraph: int, owner: Owner, act: Act, things: list[Thing], out: Reading) -> None:
    """Platforms, institutes, parks and projects that an owner builds or has."""
    status: Status = "existing" if act.kind == "have" else "planned"
    for thing in things:
        kind = thing.what.type
        if kind not in ("Platform", "Institution", "Park", "Project"):
            continue
        where = (paragraph, _evidence_start(frame, act), thing.end)
        out.name(thing.what, paragraph, thing.start, thing.end, "built")
        if thing.place is not None and thing.place.name != thing.what.name:
            out.name(thing.place, paragraph, thing.start, thing.end, "place")
            out.state(thing.what, "locatedIn", thing.place, status, where, "place-prefix")
        elif act.kind == "have" and ctx.home is not None and owner.type == "Region":
            out.state(thing.what, "locatedIn", owner, status, where, "region-has")
        if kind in ("Platform", "Institution") and owner.type == "Industry":
            out.state(thing.what, "supports", owner, status, where, "supports-built")


def _evidence_start(frame: Frame, act: Act) -> int:
    if act.clause.end - frame.span.start <= 90:
        return frame.span.start
    return act.clause.start

