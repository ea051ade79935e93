"""The lines of one document: its entities, each under one name, and the statements and figures that follow them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from lianpu.extract import names
from lianpu.extract.aliases import applied
from lianpu.extract.context import Context, Owner, sector_key
from lianpu.extract.reading import Draft, Figure, Mention, Reading
from lianpu.extract.resolver import Resolver
from lianpu.model import EntityLine, FactLine, IndicatorLine, Line, TargetLine
from lianpu.ontology import schema


def lines(ctx: Context, reading: Reading) -> list[Line]:
    """Entity lines, those that most is said of first; fact, target and indicator lines in order of first place."""
    reading = _placed(ctx, reading)
    canonical = Resolver(ctx, reading).canonical
    facts = _facts(ctx, reading.drafts, canonical)
    figures = _figures(ctx, reading.figures, canonical)
    used = {name for fact in facts for name in (fact.s, fact.o)} | {figure.s for figure in figures}
    uses = Counter(name for fact in facts for name in (fact.s, fact.o))
    entities = _entities(ctx, reading.mentions, canonical, used, uses)
    known = {e.name for e in entities}
    kept: list[Line] = [*entities, *(f for f in facts if f.s in known and f.o in known)]
    targets = [f for f in figures if f.s in known]
    return [*kept, *sorted(targets, key=lambda t: isinstance(t, IndicatorLine))]


def _placed(ctx: Context, reading: Reading) -> Reading:
    """What another place's text says of “the region” is said of that place."""
    if not ctx.foreign.paragraphs or ctx.home is None:
        return reading

    def owner(what: Owner, paragraph: int, start: int) -> Owner:
        place = _abroad(ctx, paragraph, start) if what == ctx.home else None
        return Owner("Region", place) if place else what

    out = Reading()
    for draft in reading.drafts:
        at = draft.paragraph, draft.start
        moved = replace(draft, s=owner(draft.s, *at), o=owner(draft.o, *at))
        out.drafts.append(moved)
        pairs = ((draft.s, moved.s), (draft.o, moved.o))
        out.mentions += [Mention(new, *at, draft.end, "place") for old, new in pairs if old != new]
    for mention in reading.mentions:
        out.mentions.append(replace(mention, what=owner(mention.what, mention.paragraph, mention.start)))
    for figure in reading.figures:
        moved_to = owner(figure.owner, figure.paragraph, figure.value.start)
        out.figures.append(replace(figure, owner=moved_to))
        if moved_to != figure.owner:
            out.mentions.append(Mention(moved_to, figure.paragraph, figure.value.start, figure.value.end, "place"))
    return out


def _abroad(ctx: Context, paragraph: int, start: int) -> str | None:
    """The other place that a statement is read about, if its text slipped in."""
    return ctx.foreign.at(ctx.outline.paragraphs[paragraph].text, paragraph, start)


def _figures(ctx: Context, figures: Iterable[Figure], canonical: Mapping[Owner, Owner]) -> list[TargetLine]:
    out: dict[tuple[object, ...], list[TargetLine]] = {}
    for figure in figures:
        value = figure.value
        paragraph = ctx.outline.paragraphs[figure.paragraph]
        start, end = trimmed(paragraph.text, value.start, value.end)
        a, b = paragraph.raw_span(start, end)
        kind = IndicatorLine if value.achieved else TargetLine
        line = kind(
            s=canonical[figure.owner].name,
            metric=value.metric,
            year=value.year,
            value=value.value,
            value_max=value.value_max,
            unit=value.unit,
            op=value.op,
            quote=ctx.outline.source.text[a:b],
            text=paragraph.text[start:end],
            start=a,
            end=b,
            section=ctx.outline.label(paragraph.section),
            rule="indicator" if value.achieved else "target",
            foreign=_abroad(ctx, figure.paragraph, start) is not None,
        )
        same = out.setdefault((value.achieved, line.s, line.year, line.value, line.unit), [])
        if not any(line.metric in held.metric or held.metric in line.metric for held in same):
            same.append(line)
    return sorted((line for group in out.values() for line in group), key=lambda line: (line.start, line.end))


def _relation(p: str, s: Owner, o: Owner) -> str:
    """What a park inside another is to it: a zone of it (甲高新区乙片区) is part of it, another park stands in it."""
    zoned = p == "locatedIn" and s.type == o.type == "Park" and names.INNER_ZONE.search(s.name) is not None
    return "partOf" if zoned else p


def _facts(ctx: Context, drafts: Iterable[Draft], canonical: Mapping[Owner, Owner]) -> list[FactLine]:
    vocabulary = schema()
    grouped: dict[tuple[str, str, str], list[FactLine]] = {}
    seen: set[tuple[object, ...]] = set()
    for draft in drafts:
        s, o = canonical[draft.s], canonical[draft.o]
        p = _relation(draft.p, s, o)
        if s == o or not vocabulary.allows(s.type, p, o.type):
            continue
        paragraph = ctx.outline.paragraphs[draft.paragraph]
        start, end = trimmed(paragraph.text, draft.start, draft.end)
        a, b = paragraph.raw_span(start, end)
        key = (s.name, p, o.name)
        mark = (*key, a, b, draft.status)
        if mark in seen:
            continue
        seen.add(mark)
        grouped.setdefault(key, []).append(
            FactLine(
                s=s.name,
                p=p,
                o=o.name,
                status=draft.status,
                order=draft.order,
                position=draft.position,
                quote=ctx.outline.source.text[a:b],
                text=paragraph.text[start:end],
                start=a,
                end=b,
                section=ctx.outline.label(paragraph.section),
                rule=draft.rule,
                confidence=draft.confidence,
                foreign=_abroad(ctx, draft.paragraph, start) is not None,
            )
        )
    return [line for group in grouped.values() for line in sorted(group, key=lambda f: (f.status != "existing", f.start, f.end))]


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without punctuation and blanks at its ends."""
    while start < end - 1 and text[start] in "，。；：、 　—":
        start += 1
    while end > start + 1 and text[end - 1] in "，；：、 　":
        end -= 1
    return start, end


_ENDED = re.compile(r"(?:产业|行业|领域)*(?![\u4e00-\u9fff])")


def _alone(ctx: Context, form: str) -> bool:
    """Whether the text has a form as a whole name, not as the beginning of another."""
    ends = (start + len(form) for start in ctx.said.starts(form))
    return any(_ENDED.match(ctx.text, end) is not None for end in ends)


def _entities(
    ctx: Context, mentions: Sequence[Mention], canonical: Mapping[Owner, Owner], used: set[str], uses: Counter[str]
) -> list[EntityLine]:
    first: dict[Owner, Mention] = {}
    local = {canonical[m.what] for m in mentions if _abroad(ctx, m.paragraph, m.start) is None}
    forms: dict[Owner, dict[str, None]] = defaultdict(dict)
    for mention in mentions:
        best = canonical[mention.what]
        forms[best][mention.what.name] = None
        for alias in mention.aliases:
            forms[best][alias] = None
        held = first.get(best)
        if held is None or (mention.paragraph, mention.start) < (held.paragraph, held.start):
            first[best] = mention
    out: list[EntityLine] = []
    for best, mention in first.items():
        if best.type in ("Industry", "Product") and best.name not in used:
            continue
        paragraph = ctx.outline.paragraphs[mention.paragraph]
        start, end = trimmed(paragraph.text, mention.start, max(mention.end, mention.start + 1))
        a, b = paragraph.raw_span(start, end)
        if best.type == "Industry":
            core = sector_key(best.name)
            for tail in ("", "产业", "产业链", "产业集群", "行业"):
                if len(core) >= 2 and ctx.says(core + tail):
                    forms[best][core + tail] = None
            forms[best].update((form, None) for form in applied(core) if _alone(ctx, form))
        aliases = tuple(f for f in forms[best] if f != best.name)
        out.append(
            EntityLine(
                type=best.type,
                name=best.name,
                aliases=aliases,
                quote=ctx.outline.source.text[a:b],
                text=paragraph.text[start:end],
                start=a,
                end=b,
                section=ctx.outline.label(paragraph.section),
                rule=mention.rule,
                foreign=best not in local,
            )
        )
    return sorted(out, key=lambda e: (-uses[e.name], e.start, e.end, e.name))
