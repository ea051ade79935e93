"""One document from paragraphs to lines: the order in which the rules read."""

from __future__ import annotations

import re
from dataclasses import replace

from lianpu.extract import clauses, frames, names, owners, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.frames import Act, Frame, Reliance
from lianpu.extract.judge import Model
from lianpu.extract.owners import Option
from lianpu.extract.reading import Reading
from lianpu.extract.rules import (
    carriers,
    chains,
    document,
    duties,
    firms,
    focus,
    known,
    makers,
    mentioned,
    named,
    partners,
    places,
    prose,
    rows,
    sectors,
    serves,
    slots,
    targets,
)
from lianpu.extract.things import place_prefix

_HEAD = re.compile(
    r"^[（(]?[一二三四五六七八九十0-9]*[)）、.]?(?P<name>[^，。；：、]{2,18}?(?:（[^（）]{2,8}）)?)(?P<chain>产业链|产业集群|产业|行业)?(?P<mark>[，：。])"
)


def read(ctx: Context, model: Model | None, *, collect: bool = False) -> Reading:
    """All that the rules find in the document, in reading order; ``collect`` keeps the judge's samples for training."""
    out = Reading(model=model, samples=[] if collect else None)
    policy = Owner("Policy", ctx.document.title)
    document.apply(ctx, policy, out)
    mentioned.document(ctx, out)
    work = duties.Duties(ctx, policy)
    for index, paragraph in enumerate(ctx.outline.paragraphs):
        if paragraph.kind != "heading":
            mentioned.paragraph(ctx, index, out)
        if paragraph.kind == "body":
            _paragraph(ctx, index, out)
            work.paragraph(index, out)
        elif paragraph.kind == "row":
            rows.apply(ctx, index, out)
            work.row(index, out)
            _cells(ctx, index, work.group, out)
    serves.apply(ctx, out)
    sectors.heads(ctx, out)
    targets.apply(ctx, out)
    return out


def _paragraph(ctx: Context, index: int, out: Reading) -> None:
    paragraph = ctx.outline.paragraphs[index]
    inherited = owners.inherited(ctx, paragraph.section, None)
    if inherited:
        places.core_areas(ctx, paragraph.text, index, inherited[0].owner, out)
        _sentences(ctx, index, clauses.sentences(paragraph.text), inherited, out)


def _cells(ctx: Context, index: int, group: Owner | None, out: Reading) -> None:
    """Cells that hold sentences (tasks, measures): read as text under the sector of the table's group row."""
    row = ctx.outline.paragraphs[index]
    inherited = owners.inherited(ctx, row.section, prose.sector(ctx, index) or group)
    for start, end in prose.cells(ctx, index):
        spans = clauses.sentences(row.text[start:end])
        _sentences(ctx, index, [Span(start + s.start, start + s.end) for s in spans], inherited, out)


def _sentences(ctx: Context, index: int, sentences: list[Span], inherited: tuple[Option, ...], out: Reading) -> None:
    paragraph = ctx.outline.paragraphs[index]
    text = paragraph.text
    if not inherited:
        return
    section_owner = inherited[0].owner
    head: Owner | None = None
    previous: list[Option] = []
    for sentence in sentences:
        found = _head(ctx, text, sentence)
        if found is not None:
            head, previous = found, []
        near: Owner | None = None
        for statement in clauses.statements(text, sentence):
            frame = frames.parse(text, statement)
            base = inherited if found is None and head is None else owners.inherited(ctx, paragraph.section, head)
            own = _own(ctx, text, frame, base[0].owner)
            made = _statement(ctx, text, index, frame, owners.distinct([*own, *base, *previous]), near, out)
            previous = made or previous
            near = next((o.owner for o in made if o.owner.type == "Industry"), near)
        out.heads[index, sentence.start] = head or section_owner


_POINT = re.compile(r"^(?:[一二三四五六七八九十]+(?:是|要)(?:要)?|[①-⑳]|[（(]?[0-9一二三四五六七八九十]+[）)、.]|——)+")


def _point(ctx: Context, name: str) -> Owner | None:
    """“二是攻坚X。”, “X区：”, “X园：”: the sector, place or park that a point of a paragraph is headed with."""
    body = _POINT.sub("", name)
    place = place_prefix(ctx, body)
    if place is not None and place[1] == len(body):
        return place[0]
    if names.form(body)[0] == "Park" and 4 <= len(body) <= 18 and not clauses.tokens(body, Span(0, len(body))):
        return Owner("Park", body)
    return ctx.sector_in(body) if body != name else None


def _head(ctx: Context, text: str, sentence: Span) -> Owner | None:
    """“X产业链，依托…”, “X：…”, “X。…”: the sector that a sentence opens with owns what follows in the paragraph."""
    match = _HEAD.match(text[sentence.start : sentence.end])
    if match is None:
        return None
    name = match.group("name")
    if match.group("mark") in "：。":
        point = _point(ctx, name)
        if point is not None or _POINT.match(name):
            return point
    if (
        match.group("mark") == "，"
        and names.form(name)[0] == "Park"
        and len(name) >= 4
        and not clauses.tokens(text, Span(sentence.start, sentence.start + len(name)))
    ):
        return Owner("Park", re.sub(r"（[^（）]*）$", "", name))
    if not match.group("chain") and not ctx.is_sector(name) and not ctx.known_sector(name):
        return None
    if clauses.tokens(text, Span(sentence.start, sentence.start + len(name))):
        return None
    found = names.topic(name)
    if ctx.opens_with_verb(name):
        return ctx.sector_in(name + (match.group("chain") or ""))
    return (
        Owner("Industry", name + (match.group("chain") or "" if match.group("chain") in ("产业", "行业") else ""))
        if found and found[0] == name
        else None
    )


_ACTOR = re.compile(
    r"(?:上游|中游|下游|企业|政府|部门|园区|单位|机构|院所|高校|我[省市区县]|全[省市区县]|各地|各级|[省市区县]委|公司|社会|资本|人才|项目|目标|政策|到[0-9]|年)$|^[0-9]|^(?:力争|到|各|对|其中|同时|此外)"
)


def sector_name(name: str) -> str:
    """A sector as the guide names it: a chain or cluster of it is the sector itself."""
    return re.sub(r"(?:产业链|链)$", "", name) if len(name) > 4 else name


def _own(ctx: Context, text: str, frame: Frame, inherited: Owner) -> list[Option]:
    """Owners that a statement itself names: its opening noun phrase if that is a sector, place or park, or “围绕X”."""
    out: list[Option] = []
    if frame.lead is not None:
        lead = text[frame.lead.start : frame.lead.end].strip("，：")
        place = place_prefix(ctx, lead)
        kind, _ = names.form(lead)
        many = places.several(ctx, text, frame.lead.start, frame.lead.start + len(lead)) if "、" in lead else []
        if place is not None and place[1] == len(lead):
            out.append(Option(place[0], "lead"))
        elif many:
            out += [Option(owner, "lead" if at == 0 else "together") for at, owner in enumerate(many)]
        elif kind == "Park" and 4 <= len(lead) <= 20:
            out.append(Option(Owner("Park", lead), "lead"))
        elif (
            3 <= len(lead) <= 14
            and not re.search(r"[、，的]", lead)
            and inherited.type == "Industry"
            and ctx.count(lead) > 1
            or ctx.known_sector(lead)
        ):
            found = names.topic(lead)
            if found is not None and found[0] == lead and not _ACTOR.search(lead):
                out.append(Option(Owner("Industry", sector_name(lead)), "lead"))
    for span in frame.around:
        name = text[span.start : span.end].strip("，、 ")
        if 2 <= len(name) <= 14 and "、" not in name:
            found = names.topic(name)
            if found is not None:
                firm_ = ctx.known_sector(name) or ctx.is_sector(name)
                out.append(Option(Owner("Industry", found[0]), "around" if firm_ else "about"))
    return out


def _statement(
    ctx: Context, text: str, index: int, frame: Frame, options: tuple[Option, ...], near: Owner | None, out: Reading
) -> list[Option]:
    """Apply the rules to one statement; gives the sector that it was about, which may own the next one.

    ``near`` is the sector that the sentence was about before.
    """
    body = text[frame.span.start : frame.span.end]
    if _negated(body):
        return []
    owner = options[0].owner
    named.apply(ctx, text, frame.span, index, out)
    sectors.apply(ctx, text, frame.span, index, out)
    chains.apply(ctx, text, frame.span, index, owner, out)
    places.apply(ctx, text, frame.span, index, owner, out)
    named_firms: list[makers.Makers] = []
    parks: list[Option] = []
    for reliance in frame.reliances:
        relied = firms.read(ctx, text, reliance)
        firms.apply(ctx, frame, index, owner, relied, reliance, out, carriers.of(ctx, text, frame, reliance, options, near))
        if relied.firms:
            named_firms.append(makers.Makers(reliance.span.end, tuple(f.what for f in relied.firms)))
        parks += [Option(p.what, "relied") for p in relied.parks[:1]]
    single = named_firms[-1].firms[0] if named_firms and len(named_firms[-1].firms) == 1 else None
    taken = partners.apply(ctx, text, frame.span, index, owner, single, out)
    carried: list[Option] = []
    for act in frame.acts:
        if any(s.start < act.objects[0].end and act.objects[0].start < s.end for s in taken):
            continue
        makers_ = makers.of(ctx, text, frame, act, named_firms)
        first: list[Option] = []
        group = tuple(o.owner for o in options if o.relation == "together")
        group = (options[0].owner, *group) if group else ()
        ahead, begin = places.before_object(ctx, text, act.objects[0].start, act.objects[0].end)
        if ahead:
            group = tuple(ahead)
            act = replace(act, objects=(Span(begin, act.objects[0].end), *act.objects[1:]))
            first = [Option(ahead[0], "subject")]
            for place in group:
                out.name(place, index, act.clause.start, act.clause.end, "place")
        elif act.subject is not None:
            group = tuple(places.several(ctx, text, act.subject.start, act.subject.end))
            for place in group:
                out.name(place, index, act.subject.start, act.subject.end, "place")
            who, subjects = _subject(ctx, text, frame, index, act, options, near, out)
            first = [Option(who, "subject")] if who else [Option(group[0], "subject")] if group else []
            makers_ = tuple(subjects) or makers_
        carried_ = carriers.of_objects(ctx, text, frame, act, options, near)
        made = focus.apply(
            ctx, frame, text, index, owners.distinct([*first, *carried, *options, *parks]), act, out, makers_, group, carried_
        )
        if made is not None:
            carried = [made]
    slots.apply(ctx, text, frame, index, options, near, out)
    known.apply(ctx, text, frame.span, index, out)
    return [
        Option(o.owner, "previous") for o in (carried or options[:1]) if o.relation in ("carried", "object", "lead", "around")
    ]


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
    start = span.start + (around.end() if around else 0)
    body = text[start : span.end].strip("，、 ")
    if len(body) < 2:
        return None, []
    place = place_prefix(ctx, body)
    if place is not None and place[1] == len(body):
        return place[0], []
    if names.form(body)[0] == "Park" and len(body) <= 20 and "、" not in body:
        return Owner("Park", body), []
    if ctx.known_sector(body) or ctx.is_sector(body) and "、" not in body and len(body) <= 12:
        found = names.topic(body)
        return (Owner("Industry", found[0]) if found else None), []
    if act.caused or around:
        reliance = Reliance(Span(start, span.end), "龙头" if act.caused else "", "支持", Span(span.start, span.end))
        if _FIRMS.search(body) or firms.all_placed(ctx, text, start, span.end):
            relied = firms.read(ctx, text, reliance)
            plain = makers.only_make(ctx, text, frame, act, body, len(relied.firms))
            sector = None if plain else carriers.of(ctx, text, frame, reliance, options, near)
            firms.apply(ctx, frame, index, options[0].owner, relied, reliance, out, sector, carry=not plain)
            return None, [f.what for f in relied.firms]
    if around and "、" not in body and len(body) <= 12:
        found = names.topic(body)
        if found is not None:
            return Owner("Industry", found[0]), []
    return None, []


_FIRMS = re.compile(r"(?:企业|公司|集团)$")
_NEGATED = re.compile(r"严禁|禁止|不得|严控|淘汰|关停|退出|压减|取缔|整治|清理|严格控制|坚决遏制|化解过剩")


def _negated(body: str) -> bool:
    return bool(_NEGATED.search(body))
