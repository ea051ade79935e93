"""Names inside one document: spellings of one thing become one entity, statements follow them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from msgspec.structs import replace

from lianpu.extract import agency_names, names, words
from lianpu.extract.aliases import applied
from lianpu.extract.context import Context, Owner, sector_key
from lianpu.extract.reading import Draft, Figure, Mention, Reading
from lianpu.extract.spellings import Alike, Groups, contains, shortens
from lianpu.model import EntityLine, FactLine, IndicatorLine, Line, TargetLine
from lianpu.ontology import schema
from lianpu.ontology.regions import short_name

_COARSE = {"Industry": "Topic", "Product": "Topic"}
_ORDER = ("Policy", "Region", "Agency", "Park", "Institution", "Platform", "Project", "Enterprise", "Industry", "Product")
_RANK = {kind: rank for rank, kind in enumerate(_ORDER)}


_PROJECT = 7
"""From this length on a name that is also read with 项目 behind it is the project's, no product's."""


_PARK_OF = tuple("园基化")
"""What makes a park of a sector's name, or a way of it."""
_NOT_ITSELF = {"产业": (*_PARK_OF, "链")}
"""The same, by the end of the name; 甲产业链 does not write 甲产业."""


_MARKS = re.compile(r"[\s“”‘’《》（）()]")


@lru_cache(maxsize=1 << 14)
def _plain(name: str) -> str:
    return _MARKS.sub("", name).lower()


def _stem(name: str) -> str:
    """A sector without 产业 and the like, a long one also without 业: 现代物流业 and 现代物流产业 are one."""
    key = sector_key(name)
    return key[:-1] if len(key) >= 5 and key.endswith("业") and key[-2] not in "农工林渔牧行企商" else key


def _zone(name: str) -> str:
    """A zone's name with its kind in the short form: 甲高新技术产业开发区 is 甲高新区."""
    for short, *longs in words.rows("zones"):
        for long in longs:
            if name.endswith(long) and len(name) > len(long):
                return name[: -len(long)] + short
    return name


class Resolver:
    """Groups the mentions of a document into entities."""

    def __init__(self, ctx: Context, reading: Reading) -> None:
        self.ctx = ctx
        self.reading = reading
        self.owning = frozenset(ctx.section_owners)
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
        out = Groups()
        for members in groups.values():
            out.add(self._best(members), members)
        self._short_names(out)
        self._unique(out)
        return out.best

    def _key(self, owner: Owner) -> tuple[str, str]:
        coarse = _COARSE.get(owner.type, owner.type)
        if coarse == "Topic":
            return coarse, _plain(_stem(owner.name))
        if coarse == "Region":
            return coarse, _plain(self.ctx.places.get(owner.name, owner.name))
        if coarse == "Park":
            return coarse, _plain(_zone(self._placed(owner.name)))
        if coarse == "Agency":
            return coarse, agency_names.identity(owner.name, self.ctx.home.name if self.ctx.home is not None else "")
        return coarse, _plain(owner.name)

    def _placed(self, name: str) -> str:
        """A name with the place at its head in its short form: 甲镇工业集聚区 is 甲工业集聚区."""
        match = self.ctx.place_pattern.match(name)
        if match is None or match.end() > len(name) - 3:
            return name
        return short_name(self.ctx.places[match.group()]) + name[match.end() :]

    def _best(self, members: list[Owner]) -> Owner:
        industries = [o for o in members if o.type == "Industry"]
        if industries:
            industries = [o for o in industries if self._written(o.name)] or industries
            titled = [o for o in industries if o in self.owning]
            pool = titled or [o for o in industries if o.name.endswith("产业")] or industries
            return max(pool, key=lambda o: (not o.name.endswith(("产业链", "行业")), len(o.name), o.name))
        return max(members, key=lambda o: (len(o.name), o.name))

    def _written(self, name: str) -> bool:
        """Whether the text has the name itself, not only the head of a park's name."""
        text, after = self.ctx.text, _NOT_ITSELF.get(name[-2:], _PARK_OF)
        return any(text[at + len(name) : at + len(name) + 1] not in after for at in self.ctx.said.starts(name))

    def _short_names(self, out: Groups) -> None:
        """A short form of exactly one longer name is that firm or institute: by a piece of it, or by characters of it."""
        for kind in ("Enterprise", "Institution"):
            named = sorted({o for o in out.best.values() if o.type == kind}, key=lambda o: (len(o.name), o.name))
            alike = Alike(named)
            for short in reversed(named):
                longer = [
                    o for o in alike.holding(short) if kind == "Enterprise" and contains(o.name, short.name, self.ctx.places)
                ]
                longer = longer or [o for o in alike.opening(short) if shortens(short, o)]
                if longer and all(o.name in longer[-1].name or out.best[o] == out.best[longer[-1]] for o in longer):
                    out.redirect(short, out.best[longer[-1]])

    def _unique(self, out: Groups) -> None:
        """Names are unique in a document: of two classes with one name the more specific stays."""
        sectors = {_plain(_stem(o.name)): o for o in out.best.values() if o.type == "Industry"}
        projects = {o.name.removesuffix("项目"): o for o in out.best.values() if o.type == "Project"}
        made = {out.best.get(draft.o) for draft in self.reading.drafts if draft.p == "produces"}
        for best in sorted(set(out.best.values()), key=lambda o: (o.type, o.name)):
            if best.type == "Enterprise" and (sector := sectors.get(_plain(_stem(best.name)))) is not None:
                firm = _plain(sector.name) == _plain(best.name) and self._votes(out, best) > self._votes(out, sector)
                out.redirect(sector, best) if firm else out.redirect(best, sector)
            if best.type in ("Product", "Park") and len(best.name) >= _PROJECT and best.name in projects and best not in made:
                out.redirect(best, projects[best.name])
        by_name: dict[str, Owner] = {}
        for best in sorted(set(out.best.values()), key=lambda o: (_RANK[o.type], o.name)):
            first = by_name.setdefault(_plain(best.name), best)
            if first != best:
                out.redirect(best, first)

    def _votes(self, out: Groups, best: Owner) -> int:
        """How often the rules have read a name and its other forms as a thing of this class."""
        return sum(out.best.get(m.what) == best for m in self.reading.mentions)


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


__all__ = ["Line", "Resolver", "lines", "trimmed"]
