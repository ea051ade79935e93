"""focusesOn and seeks: what an owner develops, has or looks for."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from lianpu.extract import brands, judge, names, owners, subjects, words
from lianpu.extract.acts import Act, Frame
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.owners import Option
from lianpu.extract.reading import Reading, Sample
from lianpu.extract.rules import built, packed, ranks, signs, streams
from lianpu.extract.rules.makers import makes_own
from lianpu.extract.rules.objects import NAMED_SECTOR, Listed, objects
from lianpu.extract.tag_marks import NOTHING, Marks
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
    topics = [x for x in listed if x.thing.what.type in ("Industry", "Product") and not _passed_over(x.thing.what.name)]
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
    marked = _marked(ctx, text, act.objects, topics, out.marks.get(paragraph, NOTHING))
    found = (*topics, *marked)
    weighed = _weighed(ctx, frame, text, paragraph, act, owner, found, out)
    kept: list[Thing] = []
    likely = [x for x, (_, share) in zip(found, weighed, strict=True) if share >= judge.KEEP]
    alike = _alike(ctx, frame, text, paragraph, options, act, likely, out)
    each = _each(text, act, together, topics)
    parted = len(together) > 1 and _respectively(text, act)
    for x, (row, share) in zip(found, weighed, strict=True):
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
        least = judge.KEEP_PAIRED if x in each else _least(text, act, made)
        if _decide(ctx, frame, text, paragraph, choice, act, x, row, share, least, out, made, () if x in each else together):
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
    return name == "未来产业" or _firm(name)


def _firm(name: str) -> bool:
    """Whether a listed name is a firm's by its beginning and its end."""
    return names.form(name)[0] == "Enterprise" and brands.coined(name)


def _weighed(
    ctx: Context, frame: Frame, text: str, paragraph: int, act: Act, owner: Owner, found: Sequence[Listed], out: Reading
) -> list[tuple[list[str], float]]:
    """For each thing the judge's features and how likely it is to be kept; those that the tagger alone found come last."""
    weights = out.model.keep if out.model else None
    signed: list[list[str]] = [[] for _ in found]
    each = [judge.UNJUDGED for _ in found]
    if found and (weights is not None or out.samples is not None):
        about = signs.of_act(ctx, frame, text, paragraph, act, owner)
        marks = out.marks.get(paragraph, NOTHING)
        rows = [signs.of(ctx, text, act, x, marks) for x in found]
        if weights is not None:
            shared = weights.bias + about.weight(weights)
            each = [judge.likely(shared + row.weight(weights)) for row in rows]
        if out.samples is not None:
            signed = [row.features() + about.features() for row in rows]
    listed = sum(not x.marked for x in found)
    likely = [*judge.alike(each[:listed]), *each[listed:]]
    if out.samples is None:
        likely = _rivals(found, likely)
    return list(zip(signed, likely, strict=True))


def _alike(
    ctx: Context,
    frame: Frame,
    text: str,
    paragraph: int,
    options: tuple[Option, ...],
    act: Act,
    found: Sequence[Listed],
    out: Reading,
) -> dict[Thing, Option]:
    """The owners of the things of a list that is developed: what most have the others have, too."""
    weights = out.model.owner if out.model else None
    plain = [x for x in found if x.thing.place is None and not x.closing]
    if weights is None or out.samples is not None or act.kind != "develop" or len(plain) < owners.SEVERAL or len(options) < 2:
        return {}
    sentence = text[frame.span.start : frame.span.end]
    each: dict[Thing, Option] = {}
    for x in plain:
        name, kind = x.thing.what.name, x.thing.what.type
        said = owners.Said(name, kind, act.status, sentence, paragraph, signs.kin(act.verb.word), x.size)
        each[x.thing] = owners.choose(ctx, owners.possible(name, options), said, weights)
    most = owners.agreed(list(each.values()))
    if most is None:
        return each
    return {thing: most if most in owners.possible(thing.what.name, options) else own for thing, own in each.items()}


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


def _marked(ctx: Context, text: str, spans: Sequence[Span], known: Sequence[Listed], marks: Marks) -> list[Listed]:
    """What the tagger marks in these spans and the rules do not list as it stands."""
    listed = {(x.thing.start, x.thing.end) for x in known}
    out: list[Listed] = []
    for mark in marks.touching(spans[0].start, spans[-1].end) if spans else ():
        if not any(s.start <= mark.start and mark.end <= s.end for s in spans) or (mark.start, mark.end) in listed:
            continue
        if packed.parcelled(text, spans[0].start, spans[-1].end, mark.start):
            continue
        name = text[mark.start : mark.end]
        if _TORN.search(name) is None and names.nameable(name) and name not in ctx.places and not _firm(name):
            thing = Thing(ranks.topic(ctx, name), mark.start, mark.end)
            out.append(Listed(thing, 0, 1, "", text[mark.end : mark.end + 4], marked=True))
    return out


_TORN = re.compile(r"[\u4e00-\u9fff]{2}(?:包括|涵盖|包含|依托|聚焦)|(?:包括|涵盖|依托|聚焦|[”：])")
"""In what the tagger marks across the words that govern."""


def _rivals(found: Sequence[Listed], likely: Sequence[float]) -> list[float]:
    """Of a stretch that the tagger marks and a thing of the rules that overlaps it the likelier stays, the other gets 0."""
    out = list(likely)
    for i, x in enumerate(found):
        if not x.marked:
            continue
        rivals = [k for k, y in enumerate(found) if not y.marked and y.thing.start < x.thing.end and x.thing.start < y.thing.end]
        if any(likely[k] >= likely[i] for k in rivals):
            out[i] = 0.0
        else:
            for k in rivals:
                out[k] = 0.0
    return out


def _least(text: str, act: Act, makers: tuple[Owner, ...]) -> float:
    """How likely a thing of an act must be to be kept."""
    if makes_own(text, act, makers):
        return judge.KEEP_OWN
    return judge.KEEP_MADE if makers else judge.KEEP_SOUGHT if act.kind == "seek" else judge.KEEP


def _decide(
    ctx: Context,
    frame: Frame,
    text: str,
    paragraph: int,
    options: tuple[Option, ...],
    act: Act,
    x: Listed,
    features: list[str],
    likely: float,
    least: float,
    out: Reading,
    makers: tuple[Owner, ...],
    together: tuple[Owner, ...],
) -> bool:
    """Write one thing, if likely enough, under the owner that it belongs to or under all that the verb has; tells whether."""
    rule = "existing" if act.kind == "have" else act.status
    name = x.thing.what.name
    said = owners.Said(
        name,
        x.thing.what.type,
        rule,
        text[frame.span.start : frame.span.end],
        paragraph,
        signs.kin(act.verb.word),
        x.size,
        closing=x.closing,
    )
    if out.samples is not None:
        signed = owners.signs(ctx, options, said)
        rows = tuple((option.owner, tuple(row)) for option, row in zip(options, signed, strict=True))
        out.samples.append(Sample(tuple(features), rule, name, x.thing.aliases, paragraph, rows))
    if likely < least:
        return False
    chosen = owners.choose(ctx, options, said, out.model.owner if out.model else None)
    place = (paragraph, *built.evidence(frame, act))
    if chosen.relation in _SAID_HERE:
        _name_owner(ctx, text, frame, paragraph, chosen, out)
    for owner in together if chosen.owner in together else (chosen.owner,):
        _write(out, owner, x.thing, rule, likely, place, makers)
    return True


def _name_owner(ctx: Context, text: str, frame: Frame, paragraph: int, chosen: Option, out: Reading) -> None:
    """Note an owner that only this statement names, so that what is said of it stays."""
    name = chosen.owner.name
    at = text.find(name, frame.span.start, frame.span.end) if name not in out.told[chosen.owner.type] else -1
    if at >= 0 and subjects.sound(ctx, chosen, text[max(0, at - 2) : at], text[at + len(name) : at + len(name) + 2]):
        out.name(chosen.owner, paragraph, at, at + len(name), "owner")


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
