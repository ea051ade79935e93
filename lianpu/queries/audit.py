"""What is amiss in a graph, each finding with its proof: text of other jurisdictions, shared passages, targets that contradict
each other, firms and parks without a place, names that mean two things, ids that lead nowhere.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Literal, Protocol

import msgspec

from lianpu.model import Claim, Entity, Target
from lianpu.queries import passages
from lianpu.queries.backing import target_of
from lianpu.queries.passages import Span
from lianpu.queries.records import Evidence, Ref, TargetRef
from lianpu.queries.states import reference_to
from lianpu.queries.view import View

AuditKind = Literal["foreign", "shared", "target", "place", "alias", "redirect"]
KINDS: tuple[AuditKind, ...] = ("foreign", "shared", "target", "place", "alias", "redirect")
"""Order of the findings."""
_ABOUT = 0.05
"""How far, as a part of it, a figure may be from one that is stated as “about”."""
_SAME = 1e-3
"""Difference, as a part, below which two figures in different units are the same."""


class IdLike(Protocol):
    """An id that was given once, and the one that stands for it now."""

    @property
    def id(self) -> str:
        """The id."""
        ...

    @property
    def redirect(self) -> str:
        """The id that stands for it; empty if it stands for itself."""
        ...


class Finding(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing amiss. ``name`` is the other place (foreign), the metric (target), the name or alias (place, alias), or the id
    that leads nowhere (redirect), where ``to`` is what it leads to. ``entities`` are those concerned; ``figures`` the targets;
    ``length`` the characters of a shared passage. ``evidence`` has every sentence, of a shared passage both places.
    """

    kind: AuditKind
    name: str = ""
    to: str = ""
    length: int = 0
    entities: tuple[Ref, ...] = ()
    figures: tuple[TargetRef, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Audit(msgspec.Struct, frozen=True, kw_only=True):
    """What is amiss in the documents of a graph; ``documents`` are their titles. ``unplaced`` counts firms of imported tables
    without a place, which are no findings.
    """

    documents: tuple[str, ...]
    unplaced: int = 0
    findings: tuple[Finding, ...] = ()

    def of(self, kind: AuditKind) -> tuple[Finding, ...]:
        """The findings of one kind."""
        return tuple(finding for finding in self.findings if finding.kind == kind)

    def rows(self) -> tuple[dict[str, str | int | None], ...]:
        """One flat row for each sentence of a finding (one for a finding without any), with the keys of :data:`COLUMNS`."""
        return tuple(row for number, finding in enumerate(self.findings, 1) for row in _flat(number, finding))


COLUMNS = ("finding", "kind", "name", "entities", "detail", "document", "section", "start", "end", "sentence")


def _flat(number: int, finding: Finding) -> Iterator[dict[str, str | int | None]]:
    figures = (f"{one.op}{one.value:g}{one.unit}" for one in finding.figures)
    detail = finding.to or (str(finding.length) if finding.length else "；".join(figures))
    head: dict[str, str | int | None] = {"finding": number, "kind": finding.kind, "name": finding.name or None}
    head |= {"entities": "、".join(one.id for one in finding.entities) or None, "detail": detail or None}
    blank = dict.fromkeys(COLUMNS) | head
    for one in finding.evidence:
        where = {"document": one.title, "section": one.section, "start": one.start, "end": one.end, "sentence": one.text}
        yield blank | where
    if not finding.evidence:
        yield blank


def audit(view: View, texts: Mapping[str, str], ids: Iterable[IdLike] = ()) -> Audit:
    """Look for what is amiss.

    :param texts: source texts of the documents, by id.
    :param ids: the ids that the graph has ever given.
    """
    parts = (_foreign(view), _shared(view, texts), _contradictions(view), _unplaced(view), _aliases(view), _redirects(view, ids))
    return Audit(
        documents=tuple(document.title for document in view.graph.documents),
        unplaced=sum(
            e.type == "Enterprise" and e.origin.startswith("table/") and not view.places(e.id) for e in view.graph.entities
        ),
        findings=tuple(finding for part in parts for finding in part),
    )


# -- text of another jurisdiction ---------------------------------------------------------------------------------


def _foreign(view: View) -> Iterator[Finding]:
    """By document and section what is said of the place that the pages are about."""
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in view.graph.claims:
        if claim.origin == "foreign":
            by_document[claim.document].append(claim)
    for document, claims in by_document.items():
        place = _subject(view, document, claims)
        sections: dict[str, list[Claim]] = defaultdict(list)
        for claim in sorted(claims, key=lambda c: (c.start, c.end, c.id)):
            sections[claim.section].append(claim)
        for said in sections.values():
            entities = (reference_to(view, place),) if place else ()
            name = view.place_name(view.entities[place].code or "") if place else ""
            yield Finding(kind="foreign", name=name, entities=entities, evidence=_sentences(view, said))


def _subject(view: View, document: str, claims: Iterable[Claim]) -> str | None:
    """The region outside the document's own that the claims name most."""
    head = view.documents.get(document)
    home = head.region_code if head else None
    named = Counter(end for claim in claims for end in (claim.s, claim.o) if end in view.entities)
    codes = {end: code for end in named if (code := view.entities[end].code)}
    outside = [end for end, code in codes.items() if home is None or not view.regions.contains(home, code)]
    return min(outside, key=lambda end: (-named[end], end), default=None)


def _sentences(view: View, claims: Iterable[Claim]) -> tuple[Evidence, ...]:
    """What claims quote, in reading order; not what is part of another quotation."""
    found: list[Evidence] = []
    for one in view.evidence(sorted(claims, key=lambda c: (c.document, c.start, -c.end, c.id))):
        last = found[-1] if found else None
        if last is None or one.document != last.document or one.end > last.end:
            found.append(one)
    return tuple(found)


# -- passages -----------------------------------------------------------------------------------------------------


def _shared(view: View, texts: Mapping[str, str]) -> Iterator[Finding]:
    sections = _Sections(view.graph.claims)
    pairs = list(passages.shared({name: texts[name] for name in texts if name in view.documents}))
    for pair in sorted(pairs, key=lambda p: (p[0].start - p[0].end, p)):
        evidence = tuple(_quoted(view, texts, span, sections.at(span)) for span in pair)
        yield Finding(kind="shared", length=sum(map(str.isalnum, evidence[0].quote)), evidence=evidence)


class _Sections:
    """Sections of documents, as far as claims tell them."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._places: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for claim in claims:
            if claim.section and claim.start >= 0:
                self._places[claim.document].append((claim.start, claim.end, claim.section))
        for places in self._places.values():
            places.sort()

    def at(self, span: Span) -> str:
        """The section of a claim that stands in the passage or begins before it and reaches into it; empty if there is none."""
        places = self._places[span.document]
        first = bisect_left(places, (span.start,))
        near = (place for place in places[max(0, first - 1) : first + 1] if place[0] < span.end and span.start < place[1])
        return next((section for _, _, section in near), "")


def _quoted(view: View, texts: Mapping[str, str], span: Span, section: str) -> Evidence:
    quote = texts[span.document][span.start : span.end]
    return Evidence(
        document=span.document,
        title=view.documents[span.document].title,
        section=section,
        text="".join(quote.split()),
        quote=quote,
        start=span.start,
        end=span.end,
        claim="",
        subject="",
        predicate="",
        object="",
        status="",
    )


# -- targets ------------------------------------------------------------------------------------------------------


@cache
def _units() -> Mapping[str, tuple[str, float]]:
    """Kind of each unit, and what one of it is in the first of its kind."""
    text = (files("lianpu.queries") / "units.yaml").read_bytes()
    kinds = msgspec.yaml.decode(text, type=dict[str, dict[str, float]])
    return {unit: (kind, factor) for kind, units in kinds.items() for unit, factor in units.items()}


def _contradictions(view: View) -> Iterator[Finding]:
    """Pairs of targets of the same owner, metric and year in units of the same kind that cannot both hold."""
    groups: dict[tuple[object, ...], list[Target]] = defaultdict(list)
    for target in view.graph.targets:
        if target.origin == "documents" and target.year is not None:
            kind, _ = _units().get(target.unit, (target.unit, 1.0))
            groups[target.s, "".join(target.metric.split()), target.year, target.achieved, kind].append(target)
    for same in groups.values():
        for pair in _apart(same):
            claims = [view.claims[c] for one in pair for c in one.claims if c in view.claims]
            yield Finding(
                kind="target",
                name=pair[0].metric,
                entities=(reference_to(view, pair[0].s),),
                figures=tuple(target_of(view, one) for one in pair),
                evidence=_sentences(view, claims),
            )


def _apart(targets: Sequence[Target]) -> Iterator[tuple[Target, Target]]:
    """Targets that do not agree, each with the one that allows least; of those that say the same the first stands for all."""
    different = {_bounds(target): target for target in reversed(targets)}
    lowest: tuple[float, float] | None = None
    for bounds in sorted(different):
        if lowest is not None and bounds[0] > lowest[1] + _SAME * abs(lowest[1]):
            yield different[lowest], different[bounds]
        if lowest is None or bounds[1] < lowest[1]:
            lowest = bounds


def _bounds(target: Target) -> tuple[float, float]:
    """The least and the greatest figure that a target allows, in the first unit of its kind."""
    _, factor = _units().get(target.unit, (target.unit, 1.0))
    low, high = target.value * factor, (target.value if target.value_max is None else target.value_max) * factor
    if target.op in (">", ">="):
        return low, math.inf if target.value_max is None else high
    if target.op == "<=":
        return -math.inf, high
    room = _ABOUT if target.op == "~" else 0.0
    return low - room * abs(low), high + room * abs(high)


# -- entities -----------------------------------------------------------------------------------------------------


def _unplaced(view: View) -> Iterator[Finding]:
    """Firms and parks of documents that lead to no region."""
    for entity in view.graph.entities:
        if entity.type in ("Enterprise", "Park") and entity.origin == "documents" and not view.places(entity.id):
            yield _about("place", view, entity.name, [entity])


def _aliases(view: View) -> Iterator[Finding]:
    """Names of two things of one class, unless their ids tell the areas that they belong to."""
    named: dict[tuple[str, str], list[Entity]] = defaultdict(list)
    for entity in view.graph.entities:
        if entity.origin == "documents":
            for name in dict.fromkeys((entity.name, *entity.aliases)):
                named[entity.type, name].append(entity)
    for (_, name), entities in named.items():
        if len(entities) > 1 and not all(entity.id.count("/") > 1 for entity in entities):
            yield _about("alias", view, name, entities)


def _about(kind: AuditKind, view: View, name: str, entities: Sequence[Entity]) -> Finding:
    """A finding about entities, with the sentence in which each is first named."""
    first = [next((c for m in e.mentions if (c := view.claims.get(m)) and c.origin == "documents"), None) for e in entities]
    refs = tuple(reference_to(view, entity.id) for entity in entities)
    return Finding(kind=kind, name=name, entities=refs, evidence=view.evidence(claim for claim in first if claim))


def _redirects(view: View, ids: Iterable[IdLike]) -> Iterator[Finding]:
    """Ids that were merged into something that the graph no longer has."""
    to = {record.id: record.redirect for record in ids}
    for identifier, redirect in sorted(to.items()):
        if redirect and _end(to, redirect) not in view.entities:
            yield Finding(kind="redirect", name=identifier, to=redirect)


def _end(to: Mapping[str, str], identifier: str) -> str:
    """Where redirects lead in the end; nothing if they go round in a circle."""
    seen = set[str]()
    while to.get(identifier):
        if identifier in seen:
            return ""
        seen.add(identifier)
        identifier = to[identifier]
    return identifier
