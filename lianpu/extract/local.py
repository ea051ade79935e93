"""Names inside one document: spellings of one thing become one entity, statements follow them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from lianpu.extract import agencies
from lianpu.extract.context import Context, Owner, sector_key
from lianpu.extract.reading import Draft, Figure, Mention, Reading
from lianpu.model import EntityLine, FactLine, IndicatorLine, Line, TargetLine

_COARSE = {"Industry": "Topic", "Product": "Topic"}
_ORDER = ("Policy", "Region", "Agency", "Park", "Institution", "Platform", "Project", "Enterprise", "Industry", "Product")
_RANK = {kind: rank for rank, kind in enumerate(_ORDER)}


def _plain(name: str) -> str:
    return re.sub(r"[\s“”‘’《》（）()]", "", name).lower()


class Resolver:
    """Groups the mentions of a document into entities."""

    def __init__(self, ctx: Context, reading: Reading) -> None:
        self.ctx = ctx
        self.reading = reading
        self.canonical = self._merge()

    def _merge(self) -> Mapping[Owner, Owner]:
        """Every owner to the one that stands for its group."""
        owners = list(dict.fromkeys(m.what for m in self.reading.mentions))
        owners += [o for d in self.reading.drafts for o in (d.s, d.o)]
        owners += [f.owner for f in self.reading.figures]
        owners = list(dict.fromkeys(owners))
        groups: dict[tuple[str, str], list[Owner]] = defaultdict(list)
        for owner in owners:
            groups[self._key(owner)].append(owner)
        out: dict[Owner, Owner] = {}
        for members in groups.values():
            best = self._best(members)
            for member in members:
                out[member] = best
        self._short_firms(out)
        self._unique(out)
        return out

    def _key(self, owner: Owner) -> tuple[str, str]:
        coarse = _COARSE.get(owner.type, owner.type)
        if coarse == "Topic":
            return coarse, _plain(sector_key(owner.name))
        if coarse == "Region":
            return coarse, _plain(self.ctx.places.get(owner.name, owner.name))
        if coarse == "Agency":
            return coarse, agencies.key(owner.name)
        return coarse, _plain(owner.name)

    def _best(self, members: list[Owner]) -> Owner:
        industries = [o for o in members if o.type == "Industry"]
        if industries:
            titled = [o for o in industries if o in self.ctx.section_owners]
            pool = titled or [o for o in industries if o.name.endswith("产业")] or industries
            return max(pool, key=lambda o: (not o.name.endswith(("产业链", "行业")), len(o.name), o.name))
        return max(members, key=lambda o: (len(o.name), o.name))

    def _short_firms(self, out: dict[Owner, Owner]) -> None:
        """A short form inside exactly one longer legal name is that firm."""
        firms = sorted({o for o in out.values() if o.type == "Enterprise"}, key=lambda o: (len(o.name), o.name))
        for short in firms:
            longer = [o for o in firms if len(o.name) > len(short.name) and short.name in o.name and len(short.name) >= 2 and self._contains(o.name, short.name)]
            if longer and all(longer[-1].name == o.name or o.name in longer[-1].name for o in longer):
                for member, best in list(out.items()):
                    if best == short:
                        out[member] = longer[-1]

    @staticmethod
    def _contains(name: str, short: str) -> bool:
        head = name[: name.index(short)]
        return len(head) <= 4 or name.startswith(short)

    def _unique(self, out: dict[Owner, Owner]) -> None:
        """Names are unique in a document: of two classes with one name the more specific stays."""
        by_name: dict[str, Owner] = {}
        for best in sorted(set(out.values()), key=lambda o: (_RANK[o.type], o.name)):
            first = by_name.setdefault(_plain(best.name), best)
            if first != best:
                for member, value in list(out.items()):
                    if value == best:
                        out[member] = first


def lines(ctx: Context, reading: Reading) -> list[Line]:
    """Entity lines, those that most is said of first; fact, target and indicator lines in order of first place."""
    reading = _placed(ctx, reading)
    resolver = Resolver(ctx, reading)
    canonical = resolver.canonical
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
    out: dict[tuple[object, ...], TargetLine] = {}
    for figure in figures:
        value = figure.value
        paragraph = ctx.outline.paragraphs[figure.paragraph]
        start, end = trimmed(paragraph.text, value.start, value.end)
        a, b = paragraph.raw_span(start, end)
        kind = IndicatorLine if value.achieved else TargetLine
        line = kind(
            s=canonical[figure.owner].name, metric=value.metric, year=value.year, value=value.value, value_max=value.value_max,
            unit=value.unit, op=value.op, quote=ctx.outline.source.text[a:b], text=paragraph.text[start:end], start=a, end=b,
            section=ctx.outline.label(paragraph.section), rule="indicator" if value.achieved else "target",
            foreign=_abroad(ctx, figure.paragraph, start) is not None,
        )
        out.setdefault((value.achieved, line.s, line.metric, line.year, line.value, line.unit), line)
    return list(out.values())


def _facts(ctx: Context, drafts: Iterable[Draft], canonical: Mapping[Owner, Owner]) -> list[FactLine]:
    grouped: dict[tuple[str, str, str], list[FactLine]] = {}
    seen: set[tuple[object, ...]] = set()
    for draft in drafts:
        s, o = canonical[draft.s], canonical[draft.o]
        if s == o:
            continue
        paragraph = ctx.outline.paragraphs[draft.paragraph]
        start, end = trimmed(paragraph.text, draft.start, draft.end)
        a, b = paragraph.raw_span(start, end)
        key = (s.name, draft.p, o.name)
        mark = (*key, a, b, draft.status)
        if mark in seen:
            continue
        seen.add(mark)
        grouped.setdefault(key, []).append(
            FactLine(
                s=s.name,
                p=draft.p,
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
                if len(core) >= 2 and core + tail in ctx.text:
                    forms[best][core + tail] = None
        aliases = tuple(f for f in forms[best] if f != best.name)
        out.append(
            EntityLine(
                type=best.type, name=best.name, aliases=aliases,
                quote=ctx.outline.source.text[a:b], text=paragraph.text[start:end], start=a, end=b, section=ctx.outline.label(paragraph.section), rule=mention.rule, foreign=best not in local,
            )
        )
    return sorted(out, key=lambda e: (-uses[e.name], e.start, e.end, e.name))


__all__ = ["Line", "Resolver", "lines", "trimmed"]
