"""One document from paragraphs to lines: the order in which the rules read."""

from __future__ import annotations

import re
from functools import partial

from msgspec.structs import replace

from lianpu.extract import advances, clauses, frames, heads, leads, names, owners, subjects, words
from lianpu.extract.acts import Act, Frame, Reliance
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner, sector_key
from lianpu.extract.judge import Model
from lianpu.extract.owners import Option
from lianpu.extract.reading import Reading
from lianpu.extract.rules import (
    allied,
    applied,
    areas,
    belongings,
    bodies,
    bracketed,
    carriers,
    chains,
    deeds,
    districts,
    document,
    duties,
    facilities,
    fields,
    firm_words,
    firms,
    focus,
    groups,
    investments,
    known,
    led,
    legal,
    makers,
    membership,
    mentioned,
    named,
    nested,
    own_goods,
    parcels,
    particulars,
    partners,
    placed,
    places,
    planned,
    policies,
    positions,
    prose,
    quarters,
    remarks,
    resident,
    rows,
    seats,
    sectors,
    serves,
    situated,
    slots,
    standing,
    targets,
    wings,
    worklists,
)
from lianpu.extract.tagger import Tagger
from lianpu.extract.things import classify
from lianpu.extract.whereabouts import place_prefix


def read(ctx: Context, model: Model | None, tagger: Tagger | None, *, collect: bool = False) -> Reading:
    """All that rules and tagger find in the document, in reading order; ``collect`` keeps the judge's samples for training."""
    marked = tagger.paragraphs(ctx.outline) if tagger is not None else {}
    out = Reading(model=model, samples=[] if collect else None, marks=marked)
    policy = Owner("Policy", ctx.document.title)
    document.apply(ctx, policy, out)
    mentioned.document(ctx, out)
    resident.known(ctx, out)
    work = duties.Duties(ctx, policy)
    entries = particulars.entries(ctx)
    out.works = {index: Owner("Project", cells["project"].text) for index, cells in entries.items()}
    head: Owner | None = None
    for index, paragraph in enumerate(ctx.outline.paragraphs):
        if paragraph.kind != "heading":
            mentioned.paragraph(ctx, index, out)
        if index in entries:
            continue
        if paragraph.kind == "body":
            _paragraph(ctx, index, out)
            worklists.apply(ctx, index, out)
            work.paragraph(index, out)
        elif paragraph.kind == "row":
            rows.apply(ctx, index, out)
            work.row(index, out)
            fields.row(ctx, index, out)
            head = _cells(ctx, index, work.group, head if prose.goes_on(ctx, index) else None, out)
            resident.apply(ctx, index, out)
    particulars.apply(ctx, entries, out)
    serves.apply(ctx, out)
    sectors.heads(ctx, out)
    mentioned.owners(ctx, out)
    targets.apply(ctx, out)
    return out


def _paragraph(ctx: Context, index: int, out: Reading) -> None:
    paragraph = ctx.outline.paragraphs[index]
    inherited = owners.inherited(ctx, paragraph.section, None)
    if inherited:
        policy = Owner("Policy", ctx.document.title)
        if areas.core_areas(ctx, paragraph.text, index, inherited[0].owner, policy, out):
            return
        _sentences(ctx, index, clauses.sentences(paragraph.text), inherited, out)


def _cells(ctx: Context, index: int, group: Owner | None, head: Owner | None, out: Reading) -> Owner | None:
    """Cells that hold sentences (tasks, measures): read as text under the row's own subject or that of the table's group row.

    ``head`` is what the last sentence of the row before is about where this row is the rest of it; gives that of its own last.
    """
    row = ctx.outline.paragraphs[index]
    inherited = owners.inherited(ctx, row.section, rows.subject(ctx, index) or group)
    for start, end in prose.cells(ctx, index):
        spans = clauses.sentences(row.text[start:end])
        head = _sentences(ctx, index, [Span(start + s.start, start + s.end) for s in spans], inherited, out, head)
    return head


def _sentences(
    ctx: Context, index: int, sentences: list[Span], inherited: tuple[Option, ...], out: Reading, head: Owner | None = None
) -> Owner | None:
    """Read sentences in order; ``head`` is what the text before them is headed with, and what they are is given back."""
    paragraph = ctx.outline.paragraphs[index]
    text = paragraph.text
    if not inherited:
        return None
    section_owner = inherited[0].owner
    previous: list[Option] = []
    worked = False
    """Whether the head is a sector that the text before is a deed about, so that the next deed ends it."""
    for sentence in sentences:
        found = heads.head(ctx, text, sentence, section_owner)
        policy = Owner("Policy", ctx.document.title)
        planned.headed(ctx, text, sentence, index, policy, out)
        applied.apply(text, sentence, index, policy, out)
        deed = advances.alone(text, sentence) if found is None else ""
        opened = advances.sector(ctx, deed, section_owner) if deed else None
        if found is not None or heads.is_point(text, sentence):
            head, previous, worked = found, [], False
        elif opened is not None or deed and worked:
            head, worked = opened, opened is not None
        if found is not None and found.type == "Industry" and (at := text.find(found.name, sentence.start, sentence.end)) >= 0:
            out.name(found, index, at, at + len(found.name), "sentence-head")
        near: Owner | None = None
        told = heads.behind_head(text, sentence)
        if told.start > sentence.start:
            about = tuple(o.owner for o in owners.inherited(ctx, paragraph.section, head))
            facilities.apply(ctx, text, Span(sentence.start, told.start - 1), index, about, out)
        for statement in clauses.statements(text, told):
            frame = frames.parse(text, statement, partial(areas.leading, ctx, text))
            base = inherited if found is None and head is None else owners.inherited(ctx, paragraph.section, head)
            axis = membership.axis(text, statement)
            own = [Option(axis, "lead")] if axis is not None else leads.own(ctx, text, frame, base[0].owner)
            own = (
                own
                or leads.backed(ctx, text, frame)
                or leads.weighed(ctx, text, frame)
                or leads.worked(ctx, text, frame, base[0].owner)
            )
            more = [*previous, *leads.topics(text, frame), *leads.relied(ctx, text, frame)]
            made = _statement(ctx, text, index, frame, owners.distinct([*own, *base, *more]), near, out)
            previous = made or previous
            near = next((o.owner for o in made if o.owner.type == "Industry"), near)
        out.heads[index, sentence.start] = heads.only_builds(ctx, text, sentence) or head or section_owner
    return head


def _statement(
    ctx: Context, text: str, index: int, frame: Frame, options: tuple[Option, ...], near: Owner | None, out: Reading
) -> list[Option]:
    """Apply the rules to one statement; gives the sector that it was about, which may own the next one.

    ``near`` is the sector that the sentence was about before.
    """
    body = text[frame.span.start : frame.span.end]
    policies.apply(text, frame.span, index, out)
    if _negated(body):
        return []
    owner = options[0].owner
    noted = len(out.mentions)
    named.apply(ctx, text, frame.span, index, owner, out)
    legal.apply(ctx, text, frame.span, index, out)
    planned.lists_of(ctx, text, frame, index, owner, Owner("Policy", ctx.document.title), out)
    about = tuple(option.owner for option in options)
    sectors.apply(ctx, text, frame.span, index, about, out)
    bodies.apply(ctx, text, frame.span, index, about, out)
    each = own_goods.apply(ctx, text, frame.span, index, out)
    standing.apply(ctx, text, frame.span, index, about, each, out)
    chains.apply(ctx, text, frame.span, index, owner, out)
    nested.apply(ctx, text, frame.span, index, owner, out)
    membership.apply(ctx, text, frame.span, index, owner, out)
    quarters.apply(ctx, text, frame.span, index, options, out)
    places.apply(ctx, text, frame.span, index, owner, out)
    placed.apply(ctx, text, frame.span, index, out)
    bracketed.apply(ctx, text, frame.span, index, out)
    districts.bracketed(ctx, text, frame.span, index, out)
    seats.apply(ctx, text, frame.span, index, out)
    districts.built(ctx, text, frame, options, index, out)
    situated.apply(ctx, text, frame.span, index, owner, out)
    positions.apply(ctx, text, frame.span, index, owner, out)
    options, named_firms, parks = _relied(ctx, text, index, frame, options, near, out)
    single = named_firms[-1].firms[0] if named_firms and len(named_firms[-1].firms) == 1 else None
    taken = partners.apply(
        ctx, text, frame.span, index, owner, single or _bodily(ctx, text, frame) or deeds.leader(ctx, text, frame, out), out
    )
    allied.apply(ctx, text, frame.span, index, out)
    taken = [*taken, *each, *deeds.apply(ctx, text, frame, index, options, near, out)]
    taken += [*parcels.apply(ctx, text, frame, index, out), *led.raised(ctx, text, frame.span)]
    carried: list[Option] = []
    whose: tuple[Owner, ...] = ()
    """The places or the sector that the clause leads with, or one before it does: no others own its objects."""
    over = options[0].owner.type == "Region" or text.startswith("在", frame.span.start) or options[0].relation == "section0"
    topics = [o.owner for o in options if over and o.relation == "topic"]
    founded = tuple(owner for owner in topics if owner.type == "Park" and owner.name.endswith(_FOUNDED))
    parts = wings.of(ctx, text, frame.clauses)
    for act in frame.acts:
        if any(s.start < act.objects[0].end and act.objects[0].start < s.end for s in taken):
            continue
        makers_ = makers.of(ctx, text, frame, act, named_firms)
        first: list[Option] = []
        act, ahead, group = _together(ctx, text, index, act, options, out)
        if ahead:
            first = [Option(group[0], "subject")]
            whose = group if group[0].type == "Park" else whose
        elif (opened := subjects.clause_sector(ctx, text, act)) is not None:
            first, group = [Option(opened, "subject")], ()
            whose = (opened,) if _other(opened, options) else ()
        elif relied := leads.parted(ctx, text, frame, act):
            first, group = [Option(relied[0], "subject")], relied
        elif act.subject is not None:
            who, actors = _subject(ctx, text, frame, index, act, options, near, out)
            first = [Option(who, "subject")] if who else [Option(group[0], "subject")] if group else []
            group = group or (() if first or actors else _leading(options))
            placed_ = bool(group) or who is not None and who.type in ("Region", "Park")
            makers_ = tuple(actors) or (() if placed_ else makers_)
            whose = group if first and group else (who,) if who is not None and _stands_alone(text, act, who, options) else ()
        else:
            later = act.clause.start > frame.span.start
            wing = next((places for start, places in reversed(parts) if start <= act.clause.start), ())
            led_by = _led_by(ctx, text, act.clause) if later else ()
            makers_ = () if led_by else makers_
            whose = led_by or wing or founded or whose
            first, group = ([Option(whose[0], "subject")], whose) if whose else (first, group)
        around = () if whose and not ahead else (*options, *parks)
        sector = partial(carriers.of_objects, ctx, text, frame, act, options, near)
        made = focus.apply(
            ctx, frame, text, index, owners.distinct([*first, *carried, *around]), act, out, makers_, group, sector
        )
        if made is not None:
            carried = [o for o in options if o.relation == "lead" and o.owner == made.owner] or [made]
    groups.apply(ctx, text, frame.span, index, out)
    facilities.apply(ctx, text, frame.span, index, about, out)
    fields.apply(ctx, text, frame.span, index, out.mentions[noted:], out)
    serves.told(ctx, text, frame.span, index, out.mentions[noted:], out)
    slots.apply(ctx, text, frame, index, options, near, out)
    led.apply(ctx, text, frame.span, index, options, out)
    belongings.apply(ctx, text, frame.span, index, out)
    remarks.apply(ctx, text, frame.span, index, out)
    investments.apply(ctx, text, frame.span, index, out)
    known.apply(ctx, text, frame.span, index, out)
    return [
        Option(o.owner, "previous")
        for o in (carried or [*options[:1], *(o for o in options if o.relation == "topic")])
        if o.relation in ("carried", "object", "lead", "around", "topic")
    ]


def _led_by(ctx: Context, text: str, clause: Span) -> tuple[Owner, ...]:
    """The places that a later clause leads with."""
    alone = areas.opening(text, clause)
    return tuple(areas.led(ctx, text, clause)[0]) or ((alone,) if alone is not None else ())


_FOUNDED = ("园", "园区", "谷", "港", "港区")
"""Ends of zones that own what is done once they are built; a base or a new town is what is to become of a place."""


def _stands_alone(text: str, act: Act, who: Owner, options: tuple[Option, ...]) -> bool:
    """Whether a sector is itself the subject of a verb, so that nothing else owns the objects."""
    opens = act.subject is not None and act.subject.start == act.clause.start
    alone = who.type == "Industry" and not act.caused and (act.status != "extend" or opens)
    return alone and _AROUND.match(text, act.subject.start if act.subject else 0) is None and _other(who, options)


def _other(who: Owner, options: tuple[Option, ...]) -> bool:
    """Whether a sector is no other name of the one that the text is about anyway."""
    key, known = sector_key(who.name), sector_key(options[0].owner.name)
    return key not in known and known not in key


def _together(
    ctx: Context, text: str, index: int, act: Act, options: tuple[Option, ...], out: Reading
) -> tuple[Act, bool, tuple[Owner, ...]]:
    """Places that an act is about together: before its object, which is cut to the rest, in its subject, else those that lead.

    The flag tells whether they stand before the object.
    """
    ahead, begin = areas.before_object(ctx, text, act.objects[0].start, act.objects[0].end)
    if ahead:
        for place in ahead:
            out.name(place, index, act.clause.start, act.clause.end, "place")
        return replace(act, objects=(Span(begin, act.objects[0].end), *act.objects[1:])), True, tuple(ahead)
    if act.subject is not None and text.startswith("在", act.subject.start) and areas.works(text, act.objects[0]):
        return act, False, ()
    if act.subject is not None:
        several = tuple(areas.several(ctx, text, act.subject.start, act.subject.end))
        for place in several:
            out.name(place, index, act.subject.start, act.subject.end, "place")
        return act, False, several
    return act, False, _leading(options)


def _leading(options: tuple[Option, ...]) -> tuple[Owner, ...]:
    """The places that a statement leads with together."""
    group = tuple(o.owner for o in options if o.relation == "together")
    return (options[0].owner, *group) if group else ()


def _relied(
    ctx: Context, text: str, index: int, frame: Frame, options: tuple[Option, ...], near: Owner | None, out: Reading
) -> tuple[tuple[Option, ...], list[makers.Makers], list[Option]]:
    """Read what a statement relies on: the owners that it may have then, its firms, and the parks that may own the rest."""
    owner = options[0].owner
    named_firms: list[makers.Makers] = []
    parks: list[Option] = []
    for reliance in frame.reliances:
        relied = firms.read(ctx, text, reliance)
        firms.apply(ctx, frame, index, owner, relied, reliance, out, carriers.of(ctx, text, frame, reliance, options, near))
        evidence = Span(*frame.evidence(reliance.clause))
        districts.relied(ctx, text, (*relied.parks, *relied.platforms), options, index, reliance.clause, evidence, out)
        districts.firms(ctx, text, relied.firms, index, reliance.clause, out)
        if relied.firms:
            named_firms.append(makers.Makers(reliance.span.end, tuple(f.what for f in relied.firms)))
        parks += [Option(p.what, "relied") for p in relied.parks[:1]]
        alone = len(relied.parks) == 1 and "、" not in text[reliance.span.start : reliance.span.end]
        seat = alone and reliance.opener == "以" and reliance.role in _SEATS
        whole = options[0].relation in ("document", "home")
        opens = alone and reliance.opener == "依托" and reliance.clause.start == frame.span.start and not _led(options)
        first = reliance.clause.start == frame.span.start and not _led(options) and owner.type == "Industry"
        core = reliance.role == "核心" and owner.type != "Industry"
        seat = seat and (whole or core or first and reliance.role not in ("载体", "承载"))
        if opens or seat:
            options = owners.distinct([Option(relied.parks[0].what, "lead"), *options])
    return options, named_firms, parks


def _led(options: tuple[Option, ...]) -> bool:
    """Whether a statement or its point names who it is about itself."""
    return options[0].relation in ("lead", "together", "head")


def _bodily(ctx: Context, text: str, frame: Frame) -> Owner | None:
    """The institute that a statement puts in the lead (“以甲研究院为主体，联合乙大学…”)."""
    for reliance in frame.reliances:
        name = text[reliance.span.start : reliance.span.end]
        if reliance.role in ("主体", "龙头", "引领", "牵引") and names.form(name)[0] == "Institution":
            thing = classify(ctx, name, reliance.span.start)
            return thing.what if thing is not None and thing.what.type == "Institution" else None
    return None


_MODAL = re.compile(r"(?<=[\u4e00-\u9fff]{3})(?<![主重需必只首供相响适反效对概])(?:则|也|还)*(?:要|应当?|须|拟)$")
_INSIDE = re.compile(r"(?<=[园区城港谷])(?:内|里)$")
_SEATS = frozenset({"核心", "核心区", "主阵地", "主战场", "主平台", "承载", "承载地", "承载区", "载体"})
"""What the park of a statement is to it, where the park has what is said there."""
_AROUND = re.compile(r"^(?:重点|主要|紧紧|紧密)?(?:围绕|针对|面向|聚焦|抓住|瞄准|立足)")


def _subject(
    ctx: Context,
    text: str,
    frame: Frame,
    index: int,
    act: Act,
    options: tuple[Option, ...],
    near: Owner | None,
    out: Reading,
) -> tuple[Owner | None, list[Owner]]:
    """The owner that a noun phrase before or inside the verb names, and the firms that it lists."""
    span = act.subject
    if span is None:
        return None, []
    around = _AROUND.match(text[span.start : span.end])
    start = span.start + (around.end() if around else subjects.place_opener(text[span.start : span.end]))
    body = text[start : span.end].strip("，、 ")
    if len(body) < 2:
        return None, []
    place = place_prefix(ctx, body)
    if place is not None and place[1] == len(body):
        return place[0], []
    if (area := areas.area(body)) is not None:
        return area, []
    body = _INSIDE.sub("", _MODAL.sub("", body))
    if names.form(body)[0] == "Park" and len(body) <= 20 and "、" not in body and body not in words.words("bare_parks"):
        return Owner("Park", body), []
    if ctx.known_sector(body) or ctx.is_sector(body) and "、" not in body and len(body) <= 12:
        found = names.topic(body)
        return (Owner("Industry", found[0]) if found else None), []
    one = firms.acting(ctx, body, out.told["Enterprise"]) if makers.makes(text, act) else 0
    if act.caused or around or one:
        end = start + one if one else _listed_end(text, Span(start, span.end))
        reliance = Reliance(Span(start, end), "龙头" if act.caused or one else "", "支持", Span(span.start, span.end))
        named = (
            _FIRMS.search(text, start, end)
            or firms.all_placed(ctx, text, start, span.end)
            or firms.all_sure(ctx, text, start, span.end)
        )
        if one or named:
            relied = firms.read(ctx, text, reliance, sure=bool(one))
            plain = makers.only_make(ctx, text, act, body, len(relied.firms))
            sector = None if plain else carriers.of(ctx, text, frame, reliance, options, near)
            firms.apply(ctx, frame, index, options[0].owner, relied, reliance, out, sector, carry=not plain)
            return None, [f.what for f in relied.firms]
    if around and "、" not in body and len(body) <= 12 and not subjects.abroad(body):
        found = names.topic(body)
        if found is not None:
            return Owner("Industry", found[0]), []
    opens = act.status != "extend" or span.start == act.clause.start
    if act.status == "extend" and not opens and not (names.goods(body) and options[0].owner.type == "Industry"):
        return subjects.acting_sector(ctx, text, Span(start, span.end), "重点"), []
    plain = not act.caused and not around and opens and options[0].owner.type != "Park"
    return subjects.acting_sector(ctx, text, Span(start, span.end), text[span.end : act.verb.end]) if plain else None, []


def _listed_end(text: str, span: Span) -> int:
    """Where a list of firms ends in front of the means by which they do something (“A、B等企业利用…开发C”)."""
    closing = next(firm_words.closings(text, span), None)
    return closing.end if closing is not None and _MEANS.match(text, closing.end, span.end) else span.end


_MEANS = re.compile(r"利用|通过|围绕|在|向|由|与|联合|加大|加快|依托|立足|面向|针对|瞄准|对接|运用|采用|借助")
_FIRMS = re.compile(r"(?:企业|公司|集团)$")
_NEGATED = re.compile(r"严禁|禁止|不得|严控|淘汰|关停|退出|压减|取缔|整治|清理|严格控制|坚决遏制|化解过剩")


def _negated(body: str) -> bool:
    return bool(_NEGATED.search(body))
