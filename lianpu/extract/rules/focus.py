"""focusesOn and seeks: what an owner develops, has or looks for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import msgspec
from msgspec.structs import replace

from lianpu.extract import judge, lists, names, owners, words
from lianpu.extract.clauses import Kind, Span, Token
from lianpu.extract.context import Context, Owner
from lianpu.extract.frames import Act, Frame
from lianpu.extract.owners import Option
from lianpu.extract.reading import Reading, Sample
from lianpu.extract.rules import chains, firms, serves, zones
from lianpu.extract.tagger import NOTHING, Marks
from lianpu.extract.things import Thing, classify
from lianpu.model import EntityType, Status

_FIRMS = re.compile(r"(?:企业|公司|集团)(?:做大做强|发展壮大|发展|集聚|落地|培育|建设)?$")


class Listed(msgspec.Struct, frozen=True, gc=False):
    """A thing in an act's list with what stands around it."""

    thing: Thing
    position: int
    size: int
    tail: str
    after: str
    closing: bool = False
    """Whether it is the Y of “A、B等Y”."""
    praised: bool = False
    marked: bool = False
    """Whether only the tagger found it."""


_MORE = re.compile(r"^[^、和及，]{0,14}(?P<joint>和|及|以及|、|与)(?P<rest>[^、]{2,}(?:、|等).*)$")


def objects(ctx: Context, text: str, act: Act) -> list[Listed]:
    """Things in an act's lists, the Y of “A、B等Y” last."""
    out: list[Listed] = []
    for span in act.objects:
        single = _single(ctx, text, act, span)
        out += [single] if single is not None else _list(ctx, text, act, span)
    return out


def _topic(ctx: Context, name: str) -> Owner:
    return Owner("Industry" if ctx.is_sector(name) else "Product", name)


_TITLE = re.compile(r"国家|全国|[省市]级")
"""Opens a rank to be won rather than the name of a body."""


def _single(ctx: Context, text: str, act: Act, span: Span) -> Listed | None:
    """An object that is one phrase: the sector of a programme (“实施X行动”) or of a place to become (“打造X基地”)."""
    body = text[span.start : span.end]
    work = names.programme(body) if act.verb.word in words.words("programme_verbs") else None
    if work is not None:
        return Listed(Thing(Owner("Industry", work), span.start, span.start + len(work)), 0, 1, "", body[len(work) :])
    bodily = names.form(body)[0] in ("Platform", "Institution") and _TITLE.match(body) is None
    single = classify(ctx, body, span.start) if bodily else None
    praise = names.praised(body) if act.kind != "seek" and single is None else None
    if praise is None or "、" in praise[0]:
        return None
    thing = Thing(_topic(ctx, praise[0]), span.start + praise[1], span.start + praise[2])
    return Listed(thing, 0, 1, "", text[thing.end : span.end], praised=True)


def _list(ctx: Context, text: str, act: Act, span: Span) -> list[Listed]:
    way = names.find_way(text[span.start : span.end])
    end = span.start + way.start() if way and way.start() >= 2 else span.end
    listing = lists.parse(text, span.start, end, ctx.sector_names)
    tail = listing.tail.text if listing.tail else ""
    firm = _FIRMS.search(tail) is not None and act.kind != "seek" and not firms.fields(ctx, tail, listing.items)
    slot: EntityType | None = "Enterprise" if firm else None
    size = len(listing.items)
    found = (_item(ctx, text, act, item, position, size, tail, slot) for position, item in enumerate(listing.items))
    out = [x for x in found if x is not None]
    if listing.tail is None:
        return out
    more = _MORE.match(tail)
    if more is not None:
        again = Span(listing.tail.start + more.start("rest"), span.end)
        out += objects(ctx, text, replace(act, objects=(again,)))
        tail = tail[: more.start("joint")]
    closing = classify(ctx, tail, listing.tail.start)
    if closing is not None and closing.what.type in ("Industry", "Product"):
        out.append(Listed(closing, size, size, tail, text[closing.end : span.end], closing=True))
    return out


def _item(
    ctx: Context, text: str, act: Act, item: lists.Item, position: int, size: int, tail: str, slot: EntityType | None
) -> Listed | None:
    thing = classify(ctx, item.text, item.start, slot=slot)
    unnamed = thing is None or thing.what.type == "Park" and thing.place is None
    rank = names.praised(item.text) if act.kind != "seek" and unnamed else None
    if rank is not None and (thing is None or not item.text.endswith(("园", "园区"))):
        sector = Thing(_topic(ctx, rank[0]), item.start + rank[1], item.start + rank[2])
        return Listed(sector, position, size, tail, item.text[rank[2] :], praised=True)
    if thing is None:
        return None
    if _SHARED.search(tail) and thing.what.type in ("Industry", "Product") and not thing.what.name.endswith("产业"):
        thing = replace(thing, aliases=(thing.what.name + "产业",))
    return Listed(thing, position, size, tail, text[thing.end : item.end])


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
    carried: Owner | None = None,
) -> Option | None:
    """Write what one act says of its owner; ``makers`` are the firms that the statement relies on, ``carried`` the sector
    of the firms that it has as objects.

    Gives the option of the sector that may own the rest of the sentence when the act has that one sector as its object.
    """
    owner = options[0].owner
    listed = objects(ctx, text, act)
    things = [x.thing for x in listed]
    firms_named(ctx, frame, paragraph, owner, carried, act, things, out)
    built(ctx, frame, paragraph, owner, act, things, out)
    topics = [x for x in listed if x.thing.what.type in ("Industry", "Product")]
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
    kept: list[Thing] = []
    marks = out.marks.get(paragraph, NOTHING)
    marked = _marked(ctx, text, act.objects, topics, marks)
    found = (*topics, *marked)
    weighed = out.model is not None or out.samples is not None
    about = setting(ctx, paragraph, text[act.clause.start : act.clause.end]) if weighed and found else []
    signed = [signs(ctx, frame, text, act, x, owner, marks) + about if weighed else [] for x in found]
    weights = out.model.keep if out.model else None
    each = [judge.probability(row, weights) for row in signed]
    likely = [*judge.alike(each[: len(topics)]), *each[len(topics) :]]
    if out.samples is None:
        likely = _rivals(found, likely)
    for x, row, share in zip(found, signed, likely, strict=True):
        placed = [Option(x.thing.place, "placed")] if x.thing.place is not None else []
        inner = [Option(closing.thing.what, "tail")] if sector and closing is not None and x is not closing else []
        choice = owners.possible(x.thing.what.name, [*placed, *options, *inner])
        if x.thing.place is not None:
            out.name(x.thing.place, paragraph, act.clause.start, act.clause.end, "place")
        made = makers if (maker or alone) and not x.praised else ()
        if inner and out.model is None and names.goods(x.thing.what.name):
            choice = owners.possible(x.thing.what.name, [*inner, *options])
        if _decide(ctx, frame, text, paragraph, choice, act, x, row, share, out, made, together):
            kept.append(x.thing)
    if "上游" in text[act.clause.start : act.clause.end] or "下游" in text[act.clause.start : act.clause.end]:
        chains.positions(ctx, text, act.clause, paragraph, owner, [(t.what, t.start, t.end) for t in kept], out)
    parent = closing.thing.what if closing is not None else owner
    aimed = act.verb.word in words.words("aims") or closing is not None and names.goods(parent.name)
    if sector and parent.type == "Industry" and act.kind != "seek" and not aimed:
        for thing in kept:
            if not names.goods(thing.what.name) or thing.what.type == "Industry":
                where = (paragraph, *evidence(frame, act))
                out.state(Owner("Industry", thing.what.name), "subIndustryOf", parent, "existing", where, "sub-etc")
    if len(listed) == 1 and len(kept) == 1 and act.kind == "develop" and not makers and not listed[0].praised:
        name = kept[0].what.name
        if _NAMED_SECTOR.search(name) or ctx.known_sector(name):
            return Option(Owner("Industry", name), "carried")
        return Option(Owner("Industry", name), "good" if names.goods(name) else "object")
    return None


def _marked(ctx: Context, text: str, spans: Sequence[Span], known: Sequence[Listed], marks: Marks) -> list[Listed]:
    """What the tagger marks in these spans and the rules do not list as it stands."""
    listed = {(x.thing.start, x.thing.end) for x in known}
    out: list[Listed] = []
    for mark in marks.marks:
        name = text[mark.start : mark.end]
        within = any(s.start <= mark.start and mark.end <= s.end for s in spans)
        if within and (mark.start, mark.end) not in listed and names.nameable(name) and name not in ctx.places:
            thing = Thing(_topic(ctx, name), mark.start, mark.end)
            out.append(Listed(thing, 0, 1, "", text[mark.end : mark.end + 4], marked=True))
    return out


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


_SAID: Mapping[str, tuple[Kind, Status]] = {
    "planned": ("develop", "planned"),
    "existing": ("have", "existing"),
    "sought": ("seek", "breakthrough"),
}


def unread(
    ctx: Context, frame: Frame, text: str, paragraph: int, options: tuple[Option, ...], taken: Sequence[Span], out: Reading
) -> None:
    """Write what the tagger marks where no verb that the rules know has its objects."""
    read = [*taken, *(s for act in frame.acts for s in act.objects)]
    marks = out.marks.get(paragraph, NOTHING)
    for mark in marks.marks:
        clause = next((c for c in frame.clauses if c.start <= mark.start and mark.end <= c.end), None)
        if clause is None or any(s.start < mark.end and mark.start < s.end for s in read):
            continue
        kind, status = _SAID[mark.label]
        span = Span(mark.start, mark.end)
        act = Act(kind, status, Token(kind, "", status, mark.start, mark.start), (span,), None, clause)
        for x in _marked(ctx, text, [span], (), marks):
            row = signs(ctx, frame, text, act, x, options[0].owner, marks)
            row += setting(ctx, paragraph, text[clause.start : clause.end])
            likely = judge.probability(row, out.model.keep if out.model else None)
            _decide(ctx, frame, text, paragraph, options, act, x, row, likely, out, (), ())


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
        act.verb.word,
        x.size,
        closing=x.closing,
    )
    if out.samples is not None:
        rows = tuple((o.owner, tuple(owners.signs(ctx, o, options, said))) for o in options)
        out.samples.append(Sample(tuple(features), rule, name, x.thing.aliases, paragraph, rows))
    if likely < (judge.KEEP_SOUGHT if act.kind == "seek" else judge.KEEP):
        return False
    chosen = owners.choose(ctx, options, said, out.model.owner if out.model else None)
    place = (paragraph, *evidence(frame, act))
    for owner in together if chosen.owner in together else (chosen.owner,):
        _write(out, owner, x.thing, rule, likely, place, makers)
    return True


_NAMED_SECTOR = re.compile(r"(?:产业|产业链|服务业|制造业|行业|加工业|旅游业|物流业|农业|经济|产业集群)$")


def _write(
    out: Reading, who: Owner, thing: Thing, said: str, confidence: float, place: tuple[int, int, int], makers: tuple[Owner, ...]
) -> None:
    status: Status = said  # type: ignore[assignment]
    out.name(thing.what, place[0], thing.start, thing.end, "object", thing.aliases)
    for maker in makers if status in ("planned", "existing", "breakthrough") else ():
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


def single_sector(ctx: Context, text: str, act: Act) -> Owner | None:
    """The sector that is the only object of an act (“重点发展工业模具产业”), if there is one."""
    listed = objects(ctx, text, act)
    if (
        len(listed) == 1
        and listed[0].thing.what.type in ("Industry", "Product")
        and _NAMED_SECTOR.search(text[listed[0].thing.start : act.objects[-1].end].removesuffix("基地"))
    ):
        return Owner("Industry", listed[0].thing.what.name)
    closing = [x for x in listed if x.closing]
    if closing and closing[0].thing.what.type == "Industry" or closing and _FIELD.search(closing[0].thing.what.name):
        return Owner("Industry", closing[0].thing.what.name)
    return None


_FIELD = re.compile(r"装备$")


def setting(ctx: Context, paragraph: int, clause: str) -> list[str]:
    """Features that all things of an act share: its sections and the general words of its clause."""
    titles = [ctx.outline.sections[i].title for i in ctx.outline.path(ctx.outline.paragraphs[paragraph].section)]
    out = [f"h{min(depth, 2)}={title[-2:]}" for depth, title in enumerate(reversed(titles))]
    out += [f"hb={titles[-1][i : i + 2]}" for i in range(len(titles[-1]) - 1)] if titles else ["hb="]
    return [*out, *(f"w={word}" for word in words.found(clause, "general_words"))]


def signs(ctx: Context, frame: Frame, text: str, act: Act, x: Listed, owner: Owner, marks: Marks) -> list[str]:
    """Features of one listed thing for the judge: verb, list, name, owner, and how it lies to what the tagger marks."""
    name = x.thing.what.name
    verb = act.verb.word
    before = text[max(frame.span.start, act.verb.start - 2) : act.verb.start]
    kind, _ = names.form(name)
    good = names.goods(name)
    return [
        f"v={verb}",
        f"k={act.kind}/{act.status}",
        f"b={before}",
        f"s1={name[-1]}",
        f"s2={name[-2:]}",
        f"s3={name[-3:]}",
        f"p2={name[:2]}",
        f"n={min(len(name), 12)}",
        f"t={x.thing.what.type}",
        f"f={kind}",
        f"a={x.after[:4]}",
        f"z={x.size if x.size < 4 else 4}",
        f"i={min(x.position, 3)}",
        f"e={x.tail[-2:]}",
        f"c={x.closing}",
        f"pr={x.praised}",
        f"o={owner.type}",
        f"oh={owner == ctx.home}",
        f"cs={act.caused}",
        f"g={good}",
        f"d={any(c.isdigit() for c in name)}",
        f"m={min(ctx.count(name), 4)}",
        f"sub={act.subject is not None}",
        f"kv={act.kind}/{good}/{x.size > 2}",
        f"vs={verb}/{name[-1]}",
        f"kn={ctx.known_sector(name)}",
        f"end={text[max(act.clause.start, act.clause.end - 2) : act.clause.end]}",
        f"cl={act.closing[-4:]}",
        f"ck={act.status if act.closing else ''}/{good}",
        f"rel={bool(frame.reliances)}",
        f"only={x.marked}",
        *marks.signs(x.thing.start, x.thing.end),
    ]


_SECTOR_TAIL = re.compile(r"(?:产业|服务业|制造业|行业|加工业|经济|业)$")
_SHARED = re.compile(r"^(?:特色|优势|主导|新兴|未来|前沿|重点|支柱|战略性新兴|细分|核心)*产业")
_GENERIC_SECTORS = re.compile(r"(?:细分|重点|主导|优势|特色|核心)+(?:行业|产业|产业链)$")


def firms_named(
    ctx: Context,
    frame: Frame,
    paragraph: int,
    owner: Owner,
    carried: Owner | None,
    act: Act,
    things: list[Thing],
    out: Reading,
) -> None:
    """“培育A、B等骨干企业”: the firms carry a sector, and work in the owner's park or place."""
    for thing in things:
        if thing.what.type != "Enterprise":
            continue
        where = (paragraph, *evidence(frame, act))
        out.name(thing.what, paragraph, thing.start, thing.end, "firm-object", thing.aliases)
        if thing.place is not None:
            out.name(thing.place, paragraph, thing.start, thing.end, "place")
            out.state(thing.what, "locatedIn", thing.place, "existing", where, "place-prefix")
        elif _at_home(ctx, owner, paragraph):
            out.state(thing.what, "locatedIn", owner, "existing", where, "firm-of-park")
        if carried is not None:
            firms.anchor([thing.what], carried, where, "anchors-object", out)


def _at_home(ctx: Context, owner: Owner, paragraph: int) -> bool:
    """Whether firms that an owner trains stand in it: a park in its own paragraph, a place other than the document's."""
    own = owner.type == "Park" and owner.name in ctx.outline.paragraphs[paragraph].text
    return own or owner.type == "Region" and owner != ctx.home


def built(ctx: Context, frame: Frame, paragraph: int, owner: Owner, act: Act, things: list[Thing], out: Reading) -> None:
    """Platforms, institutes, parks and projects that an owner builds or has."""
    status: Status = "existing" if act.kind == "have" else "planned"
    for thing in things:
        kind = thing.what.type
        if kind not in ("Platform", "Institution", "Park", "Project"):
            continue
        if kind == "Park" and thing.place is None and zones.bare(thing.what.name):
            continue
        where = (paragraph, *evidence(frame, act))
        out.name(thing.what, paragraph, thing.start, thing.end, "built")
        if thing.place is not None and thing.place.name != thing.what.name:
            out.name(thing.place, paragraph, thing.start, thing.end, "place")
            out.state(thing.what, "locatedIn", thing.place, status, where, "place-prefix")
        elif act.kind == "have" and act.verb.start < thing.start and ctx.home is not None and owner.type == "Region":
            out.state(thing.what, "locatedIn", owner, status, where, "region-has")
        if kind in ("Platform", "Institution") and act.verb.word not in words.words("serves_no_verbs"):
            served = owner if owner.type == "Industry" and not (act.kind == "have" and owner == ctx.subject) else None
            serves.state(ctx, thing.what, served, status, where, "supports-built", out)


def evidence(frame: Frame, act: Act) -> tuple[int, int]:
    """What is quoted for an act: the statement where it is short, else as much of it as leads from its owner to its objects."""
    if frame.span.end - frame.span.start <= 120:
        return frame.span.start, frame.span.end
    start = frame.span.start if act.clause.end - frame.span.start <= 120 else act.clause.start
    return start, max(act.clause.end, act.objects[-1].end)
