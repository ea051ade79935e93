"""focusesOn and seeks: what an owner develops, has or looks for."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lianpu.extract import judge, names, owners, subjects, words
from lianpu.extract.acts import Act, Frame
from lianpu.extract.context import Context, Owner
from lianpu.extract.owners import Option
from lianpu.extract.reading import Mention, Reading, Sample
from lianpu.extract.rules import built, signs, streams, weighed
from lianpu.extract.rules.makers import makes_own
from lianpu.extract.rules.objects import NAMED_SECTOR, Listed, objects
from lianpu.extract.rules.weighed import Place
from lianpu.extract.things import Thing
from lianpu.model import Status


def apply(
    ctx: Context,
    frame: Frame,
    text: str,
    paragraph: int,
    options: tuple[Option, ...],
    act: Act,
    out: Reading,
    makers: tuple[Owner, ...],
    together: tuple[Owner, ...] = (),
    carried: Callable[[], Owner | None] = lambda: None,
) -> Option | None:
    """Write what one act says of its owner; ``makers`` are the firms that the statement relies on, ``carried`` finds the
    sector of the firms that it has as objects.

    Gives the option of the sector that may own the rest of the sentence when the act has that one sector as its object.
    """
    owner = options[0].owner
    listed = objects(ctx, text, act)
    things = [x.thing for x in listed]
    built.trained(ctx, frame, paragraph, owner, carried, act, things, out)
    built.apply(ctx, frame, paragraph, owner, act, things, out)
    works = _ventures(paragraph, act, out)
    topics = [
        x
        for x in listed
        if x.thing.what.type in ("Industry", "Product") and not (_passed_over(x.thing.what.name) or _inside(x.thing, works))
    ]
    closing = next((x for x in topics if x.closing), None)
    alone = len(topics) == 1 and len(makers) > 1 and topics[0].thing.what.type == "Product"
    maker = makers[0] if len(makers) == 1 else None
    if closing is not None and maker is not None and closing.thing.what.type != "Industry":
        topics.remove(closing)
        closing = None
    sector = (
        bool(closing and _SECTOR_TAIL.search(closing.thing.what.name + closing.after))
        or closing is None
        and any(_GENERIC_SECTORS.search(x.tail) for x in topics)
    )
    at = Place(ctx, frame, text, paragraph, act)
    marked = (x for x in weighed.marked(at, topics, out) if not _inside(x.thing, works))
    found = (*topics, *marked)
    shares = weighed.each(at, owner, found, out)
    kept: list[Thing] = []
    likely = [x for x, (_, share) in zip(found, shares, strict=True) if share >= judge.KEEP]
    alike = weighed.of_most(at, options, likely, out)
    each = _each(text, act, together, topics)
    parted = len(together) > 1 and _respectively(text, act)
    for x, (row, share) in zip(found, shares, strict=True):
        placed = [Option(x.thing.place, "placed")] if x.thing.place is not None else []
        inner = [Option(closing.thing.what, "tail")] if sector and closing is not None and x is not closing else []
        choice = owners.possible(x.thing.what.name, [*placed, *options, *inner])
        if x.thing in alike and not inner:
            choice = (alike[x.thing],)
        elif x.thing in alike and (most := owners.agreed(list(alike.values()))) is not None and most in choice:
            choice = (most,)
        if x.thing.place is not None:
            out.name(x.thing.place, paragraph, act.clause.start, act.clause.end, "place")
        made = makers if (maker or alone) and not x.praised else ()
        if inner and out.model is None and names.goods(x.thing.what.name):
            choice = owners.possible(x.thing.what.name, [*inner, *options])
        if x in each:
            choice = (Option(each[x], "subject"),)
        elif parted:
            continue
        least = judge.KEEP_PAIRED if x in each else _least(text, act, made, x)
        if _decide(at, _Case(x, choice, row, share, least, made, () if x in each else together), out):
            kept.append(x.thing)
    if "游" in text[frame.span.start : act.clause.end]:
        stretch = streams.reach(text, frame.clauses, act.clause)
        streams.kept(ctx, text, stretch, paragraph, owner, [(t.what, t.start, t.end) for t in kept], out)
    if sector and closing is None:
        _parts(kept, owner, act, (paragraph, *built.evidence(frame, act)), out)
    # What the tagger marks besides does not count: the judge is trained before anything that it marks has been weighed.
    own = [x.thing for x in topics if x.thing in kept] or kept
    single = len(listed) == 1 and len(own) == 1 and act.kind == "develop" and not makers and not listed[0].praised
    return _carried(ctx, own[0].what.name) if single else None


_RESPECTIVELY = re.compile(r"(?:分别|各自)(?:重点|着力|大力)?")


def _respectively(text: str, act: Act) -> bool:
    """Whether each of several owners has its own of what an act has."""
    return _RESPECTIVELY.search(text, max(act.clause.start, act.verb.start - 4), act.verb.start) is not None


def _each(text: str, act: Act, together: Sequence[Owner], topics: Sequence[Listed]) -> dict[Listed, Owner]:
    """“甲、乙分别发展丙和丁”: the place of each thing, where there are as many places as things."""
    if len(together) < 2 or not _respectively(text, act):
        return {}
    items = [x for x in topics if not x.closing]
    return dict(zip(items, together, strict=True)) if len(items) == len(together) else {}


def _passed_over(name: str) -> bool:
    """Whether a listed name is a firm's, or one that only sums up the sectors that are to come."""
    return name == "未来产业" or weighed.is_firm(name)


def _ventures(paragraph: int, act: Act, out: Reading) -> list[Mention]:
    """The works among the objects of an act that are called after their firms: those are no sectors or goods."""
    firms = [
        m for m in out.mentioned(paragraph) if m.rule == "works-firm" and any(s.start <= m.start < s.end for s in act.objects)
    ]
    built_ = {m.end for m in out.mentioned(paragraph) if m.rule == "works"} if firms else set()
    alone = [m for m in out.mentioned(paragraph) if m.rule == "own-works" and m.what.type == "Project"]
    return [*(m for m in firms if m.end in built_), *alone]


def _inside(thing: Thing, works: Sequence[Mention]) -> bool:
    return any(m.start <= thing.start < m.end for m in works)


def _parts(kept: Sequence[Thing], owner: Owner, act: Act, where: tuple[int, int, int], out: Reading) -> None:
    """What a sector is said to have as its kinds (“重点发展A、B等细分行业”) are parts of it."""
    if owner.type != "Industry" or act.kind == "seek" or act.verb.word in words.words("aims"):
        return
    for thing in kept:
        if not names.goods(thing.what.name) or thing.what.type == "Industry":
            out.state(Owner("Industry", thing.what.name), "subIndustryOf", owner, "existing", where, "sub-etc")


def _carried(ctx: Context, name: str) -> Option:
    """The one object of an act as an owner of what the sentence says after it."""
    if NAMED_SECTOR.search(name) or ctx.known_sector(name):
        return Option(Owner("Industry", name), "carried")
    return Option(Owner("Industry", name), "good" if names.goods(name) else "object")


_LABELLED = re.compile(r"(?:主要|重点)?(?:为|是|包括)?：")
"""Behind what stands for a verb in front of a list."""


_KINDS = ("产业链", "产业集群", "特色产业", "优势产业", "主导产业", "品牌", "品种", "作物", "水果", "蔬菜")
"""Ends of what a list calls its items."""


def _least(text: str, act: Act, makers: tuple[Owner, ...], x: Listed) -> float:
    """How likely a thing of an act must be to be kept."""
    if makes_own(text, act, makers):
        return judge.KEEP_OWN
    if act.kind == "develop" and _LABELLED.match(text, act.verb.end) is not None:
        return judge.KEEP_LABELLED
    called = x.size > 1 and not x.closing and not x.marked and x.tail.endswith(_KINDS)
    if act.kind == "develop" and not makers and called:
        return judge.KEEP_CALLED
    return judge.KEEP_MADE if makers else judge.KEEP_SOUGHT if act.kind == "seek" else judge.KEEP


@dataclass(frozen=True, slots=True)
class _Case:
    """What is decided on: a thing that an act has, whose it may be, and how likely it is."""

    listed: Listed
    options: tuple[Option, ...]
    features: list[str]
    likely: float
    least: float
    """How likely it must be."""
    makers: tuple[Owner, ...]
    """The firms that make it, if any do."""
    together: tuple[Owner, ...]
    """The owners that have the verb together, and so the thing."""


def _decide(at: Place, case: _Case, out: Reading) -> bool:
    """Write one thing, if likely enough, under the owner that it belongs to or under all that the verb has; tells whether."""
    act, x = at.act, case.listed
    rule = "existing" if act.kind == "have" else act.status
    name = x.thing.what.name
    verb = signs.kin(act.verb.word)
    said = owners.Said(name, x.thing.what.type, rule, at.statement, at.paragraph, verb, x.size, closing=x.closing)
    if out.samples is not None:
        signed = owners.signs(at.ctx, case.options, said)
        rows = tuple((option.owner, tuple(row)) for option, row in zip(case.options, signed, strict=True))
        out.samples.append(Sample(tuple(case.features), rule, name, x.thing.aliases, at.paragraph, rows))
    if case.likely < case.least:
        return False
    chosen = owners.choose(at.ctx, case.options, said, out.model.owner if out.model else None)
    place = (at.paragraph, *built.evidence(at.frame, act))
    if chosen.relation in _SAID_HERE:
        _name_owner(at, chosen, out)
    for owner in case.together if chosen.owner in case.together else (chosen.owner,):
        _write(out, owner, x.thing, rule, case.likely, place, case.makers)
    return True


def _name_owner(at: Place, chosen: Option, out: Reading) -> None:
    """Note an owner that only this statement names, so that what is said of it stays."""
    text, span, name = at.text, at.frame.span, chosen.owner.name
    begin = text.find(name, span.start, span.end) if name not in out.told[chosen.owner.type] else -1
    end = begin + len(name)
    if begin >= 0 and subjects.sound(at.ctx, chosen, text[max(0, begin - 2) : begin], text[end : end + 2]):
        out.name(chosen.owner, at.paragraph, begin, end, "owner")


_SAID_HERE = frozenset({"lead", "subject", "around", "about", "topic", "raised", "carried", "object", "good", "relied"})
"""Relations of owners that the statement itself names."""


def _write(
    out: Reading, who: Owner, thing: Thing, said: str, confidence: float, place: tuple[int, int, int], makers: tuple[Owner, ...]
) -> None:
    status: Status = said  # type: ignore[assignment]
    out.name(thing.what, place[0], thing.start, thing.end, "object", thing.aliases)
    for maker in makers if status in ("planned", "existing", "breakthrough", "extend") else ():
        out.state(
            maker,
            "produces",
            thing.what,
            "existing" if status == "existing" else "planned",
            place,
            "produces",
            confidence=confidence,
        )
    if status in ("planned", "existing"):
        if not makers:
            out.state(who, "focusesOn", thing.what, status, place, "focus", confidence=confidence)
        return
    out.state(who, "seeks", thing.what, status, place, f"seeks-{status}", confidence=confidence)


_SECTOR_TAIL = re.compile(r"(?:产业|服务业|制造业|行业|加工业|经济|业)$")
_GENERIC_SECTORS = re.compile(r"(?:细分|重点|主导|优势|特色|核心)+(?:行业|产业|产业链)$")
