"""One document from paragraphs to lines: the order in which the rules read."""

from __future__ import annotations

import re
from functools import partial

from lianpu.extract import actors, advances, belts, clauses, frames, heads, leads, owners, relying, subjects, tracks
from lianpu.extract.acts import Frame
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
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
    chain_lists,
    chained,
    chains,
    consisting,
    deeds,
    described,
    districts,
    document,
    duties,
    each_way,
    facilities,
    fields,
    figured,
    firm_projects,
    focus,
    grounds,
    groups,
    inside,
    investments,
    kinsmen,
    known,
    landings,
    led,
    legal,
    makers,
    membership,
    mentioned,
    mottoes,
    named,
    nested,
    own_goods,
    parcels,
    particulars,
    partners,
    placed,
    places,
    planned,
    planted,
    policies,
    positions,
    prose,
    quarters,
    registers,
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
    themed,
    thriving,
    tiers,
    turnover,
    undertaken,
    wings,
    worklists,
)
from lianpu.extract.tagger import Tagger


def read(ctx: Context, model: Model | None, tagger: Tagger | None, *, collect: bool = False) -> Reading:
    """All that rules and tagger find in the document, in reading order; ``collect`` keeps the judge's samples for training."""
    marked = tagger.paragraphs(ctx.outline) if tagger is not None else {}
    out = Reading(model=model, samples=[] if collect else None, marks=marked)
    policy = Owner("Policy", ctx.document.title)
    document.apply(ctx, policy, out)
    figured.headed(ctx, out)
    mentioned.document(ctx, out)
    resident.known(ctx, out)
    work = duties.Duties(ctx, policy)
    entries, listed = particulars.entries(ctx), registers.lines(ctx)
    out.works = {index: Owner("Project", cells["project"].text) for index, cells in entries.items()}
    head: Owner | None = None
    for index, paragraph in enumerate(ctx.outline.paragraphs):
        if paragraph.kind != "heading":
            mentioned.paragraph(ctx, index, out)
        if index in entries or index in listed:
            continue
        if paragraph.kind == "body":
            _paragraph(ctx, index, out)
            worklists.apply(ctx, index, out)
            work.paragraph(index, out)
        elif paragraph.kind == "row":
            rows.apply(ctx, index, out)
            registers.row(ctx, index, out)
            figured.row(ctx, index, rows.subject(ctx, index), out)
            work.row(index, out)
            fields.row(ctx, index, out)
            head = _cells(ctx, index, work.group, head if prose.goes_on(ctx, index) else None, out)
            resident.apply(ctx, index, out)
    particulars.apply(ctx, entries, out)
    registers.apply(ctx, out)
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
    worked = seated = False
    """Whether the head is a sector that the text before is a deed about, so that the next deed ends it."""
    for sentence in sentences:
        found = heads.head(ctx, text, sentence, section_owner)
        found = found if tracks.PLUS.match(text[sentence.start : sentence.end]) else owners.single(found)
        policy = Owner("Policy", ctx.document.title)
        planned.headed(ctx, text, sentence, index, policy, out)
        planned.opened(ctx, text, sentence, index, found, policy, out)
        applied.apply(text, sentence, index, policy, out)
        deed = advances.alone(text, sentence) if found is None else ""
        around = head if head is not None and head.type == "Industry" and not worked else section_owner
        opened = owners.single(advances.sector(ctx, deed, around)) if deed else None
        if found is not None or heads.is_point(text, sentence) or seated and leads.of_all(text, sentence):
            head, previous, worked, seated = found, [], False, False
        elif opened is not None or deed and worked:
            head, worked = opened, opened is not None
        called = found is not None and (found.type == "Industry" or belts.named(found.name) is not None)
        if found is not None and called and (at := text.find(found.name, sentence.start, sentence.end)) >= 0:
            out.name(found, index, at, at + len(found.name), "sentence-head")
        near: Owner | None = None
        places.bracketed(ctx, text, sentence, index, out)
        told = heads.behind_head(text, sentence)
        if told.start > sentence.start:
            about = tuple(o.owner for o in owners.inherited(ctx, paragraph.section, head))
            facilities.apply(ctx, text, Span(sentence.start, told.start - 1), index, about, out)
        led: Owner | None = None
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
            led = leads.seat(ctx, text, sentence, own) if statement.start == sentence.start else led
            base = inherited if led is not None and seated else base
            more = [*previous, *leads.topics(text, frame), *leads.relied(ctx, text, frame)]
            made = _statement(ctx, text, index, frame, owners.distinct([*own, *base, *more]), near, out)
            previous = made or previous
            near = next((o.owner for o in made if o.owner.type == "Industry"), near)
        out.heads[index, sentence.start] = heads.only_builds(ctx, text, sentence) or head or section_owner
        if led is not None and (seated or head is None and figured.goes_through(ctx, text, sentence, paragraph, inherited)):
            head, seated = led, True
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
    chain_lists.apply(ctx, text, frame.span, index, Owner("Policy", ctx.document.title), out)
    about = tuple(option.owner for option in options)
    sectors.apply(ctx, text, frame.span, index, about, out)
    bodies.apply(ctx, text, frame.span, index, about, out)
    each = [*own_goods.apply(ctx, text, frame.span, index, out), *themed.apply(ctx, text, frame, index, out)]
    told = [tiers.apply(ctx, text, frame.span, index, about, out), each_way.apply(ctx, text, frame.span, index, owner, out)]
    tiered = [span for spans in told for span in spans]
    standing.apply(ctx, text, frame.span, index, about, [*each, *tiered], out)
    thriving.apply(ctx, text, frame.span, index, about, out)
    turnover.apply(ctx, text, frame.span, index, about, out)
    turnover.made(ctx, text, frame.span, index, out)
    chains.apply(ctx, text, frame.span, index, owner, out)
    nested.apply(ctx, text, frame.span, index, owner, out)
    figured.apply(ctx, text, frame, index, options, out)
    chained.apply(ctx, text, frame.span, index, out)
    membership.apply(ctx, text, frame.span, index, owner, out)
    quarters.apply(ctx, text, frame.span, index, options, out)
    places.apply(ctx, text, frame.span, index, owner, out)
    placed.apply(ctx, text, frame.span, index, out)
    bracketed.apply(ctx, text, frame.span, index, out)
    districts.bracketed(ctx, text, frame.span, index, out)
    laid = seats.apply(ctx, text, frame.span, index, out)
    districts.built(ctx, text, frame, options, index, out)
    situated.apply(ctx, text, frame.span, index, owner, out)
    inside.apply(ctx, text, frame.span, index, out)
    positions.apply(ctx, text, frame.span, index, owner, out)
    options, named_firms, parks = relying.read(ctx, text, index, frame, options, near, out)
    single = named_firms[-1].firms[0] if named_firms and len(named_firms[-1].firms) == 1 else None
    leader = single or relying.in_lead(ctx, text, frame) or deeds.leader(ctx, text, frame, out)
    taken = partners.apply(ctx, text, frame.span, index, owner, leader, out)
    allied.apply(ctx, text, frame.span, index, out)
    taken += consisting.apply(ctx, text, frame.span, index, owner, out)
    taken = [*taken, *each, *tiered, *laid, *deeds.apply(ctx, text, frame, index, options, near, out)]
    raised = led.raised(ctx, text, frame.span)
    taken += [*parcels.apply(ctx, text, frame, index, out), *(one.listed for one in raised)]
    carried: list[Option] = []
    whose: tuple[Owner, ...] = ()
    """The places or the sector that the clause leads with, or one before it does: no others own its objects."""
    founded = leads.founded(text, frame, options)
    parts = wings.of(ctx, text, frame.clauses)
    chain = actors.closing_chain(ctx, text, frame, options)
    for act in frame.acts:
        if any(s.start < act.objects[0].end and act.objects[0].start < s.end for s in taken):
            continue
        makers_ = makers.of(ctx, text, frame, act, named_firms)
        first: list[Option] = []
        act, ahead, group = actors.together(ctx, text, index, act, options, out)
        if ahead:
            first = [Option(group[0], "subject")]
            whose = group if group[0].type == "Park" else whose
        elif chain is not None and act.subject is None and act.objects[0].start < chain[1]:
            first, group = [Option(chain[0], "subject")], ()
        elif (opened := subjects.clause_sector(ctx, text, act)) is not None:
            first, group = [Option(opened, "subject")], ()
            whose = (opened,) if actors.other(opened, options) else ()
        elif relied := leads.parted(ctx, text, frame, act):
            first, group = [Option(relied[0], "subject")], relied
        elif act.subject is not None:
            who, doing = actors.subject(ctx, text, frame, index, act, options, near, out)
            first = [Option(who, "subject")] if who else [Option(group[0], "subject")] if group else []
            group = group or (() if first or doing else actors.leading(options))
            placed_ = bool(group) or who is not None and who.type in ("Region", "Park")
            makers_ = tuple(doing) or (() if placed_ else makers_)
            alone = who is not None and actors.stands_alone(text, act, who, options)
            whose = group if first and group else (who,) if who is not None and alone else ()
        else:
            later = act.clause.start > frame.span.start
            wing = next((places for start, places in reversed(parts) if start <= act.clause.start), ())
            led_by = actors.led_by(ctx, text, act.clause) if later else ()
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
    planted.apply(ctx, text, frame.span, index, owner, out)
    grounds.apply(ctx, text, frame.span, index, owner, out)
    mottoes.apply(ctx, text, frame.span, index, owner, out)
    facilities.apply(ctx, text, frame.span, index, about, out)
    fields.apply(ctx, text, frame.span, index, out.mentions[noted:], out)
    serves.told(ctx, text, frame.span, index, out.mentions[noted:], out)
    slots.apply(ctx, text, frame, index, options, near, out)
    led.apply(ctx, text, frame.span, index, options, raised, out)
    undertaken.apply(ctx, text, frame.span, index, options, out)
    belongings.apply(ctx, text, frame.span, index, out)
    remarks.apply(ctx, text, frame.span, index, out)
    investments.apply(ctx, text, frame.span, index, out)
    firm_projects.apply(ctx, text, frame.span, index, out)
    known.apply(ctx, text, frame.span, index, out)
    described.apply(ctx, text, frame.span, index, out)
    kinsmen.apply(ctx, text, frame.span, index, out)
    landings.apply(ctx, text, frame.span, index, out)
    return [
        Option(o.owner, "previous")
        for o in (carried or [*options[:1], *(o for o in options if o.relation == "topic")])
        if o.relation in ("carried", "object", "lead", "around", "topic")
    ]


_NEGATED = re.compile(r"严禁|禁止|不得|严控|淘汰|关停|退出|压减|取缔|整治|清理|严格控制|坚决遏制|化解过剩")


def _negated(body: str) -> bool:
    return bool(_NEGATED.search(body))
