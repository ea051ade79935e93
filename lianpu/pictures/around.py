"""Pictures of a region and of one entity, from the facts of the documents."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from lianpu.messages import Language
from lianpu.model import SEEKS_ORDER, Claim, Entity, Fact, Status
from lianpu.ontology import schema
from lianpu.pictures.picture import Picture, Words, quotes, words
from lianpu.queries.states import reference_to
from lianpu.queries.view import View
from lianpu.viz import Edge, EdgeKind, Node

Said = tuple[Fact, tuple[Claim, ...]]

_REGION_PREDICATES = ("locatedIn", "partOf", "anchors", "produces", "focusesOn", "seeks", "subIndustryOf")
_REGION_COLUMNS = {"Region": 0, "Park": 1, "Industry": 3, "Product": 4}
_OTHER_COLUMN = 2
MOST_NODES = 48
"""Nodes of one picture; more cannot be read at rest."""


def region_picture(view: View, region: str, language: Language = "zh") -> Picture:
    """What the documents of a region (a code) and of its parts say of parks, firms, industries and products there."""
    documents = view.documents_of(region)
    facts = [(f, claims) for p in _REGION_PREDICATES for f in view.facts(p) if (claims := view.said(f, documents))]
    said = words(language)
    titles = [d.title for d in view.graph.documents if d.id in documents]
    return _picture(
        view,
        said,
        view.regions.full_name(region),
        facts,
        column=lambda entity: _REGION_COLUMNS.get(entity.type, _OTHER_COLUMN),
        headings={
            **{i: said.kind(kind) for kind, i in _REGION_COLUMNS.items()},
            _OTHER_COLUMN: said("column_firms_and_more"),
        },
        summary=(said("documents", count=len(titles), titles=said.titles(titles)),) if titles else (),
    )


def entity_picture(view: View, identifier: str, language: Language = "zh") -> Picture:
    """An entity in the middle, what points to it on the left, what it points to on the right."""
    facts = [f for p in schema().predicates for f in (*view.out(p, identifier), *view.into(p, identifier))]
    incoming = {f.s for f in facts if f.o == identifier}
    shown = view.entities[identifier]
    place, said = reference_to(view, identifier).place, words(language)
    kind = said.kind(shown.type)
    return _picture(
        view,
        said,
        shown.name,
        [(fact, view.said(fact)) for fact in dict.fromkeys(facts)],
        column=lambda entity: 1 if entity.id == identifier else 0 if entity.id in incoming else 2,
        headings={0: said("column_incoming"), 2: said("column_outgoing")},
        subtitle=said("class_in", kind=kind, place=place) if place else kind,
        summary=(said("aliases", names=said.names(shown.aliases)),) if shown.aliases else (),
        keep=identifier,
    )


def _picture(
    view: View,
    words: Words,
    title: str,
    facts: Sequence[Said],
    *,
    column: Callable[[Entity], int],
    headings: dict[int, str],
    subtitle: str = "",
    summary: tuple[str, ...] = (),
    keep: str = "",
) -> Picture:
    chosen, left = _most_connected(facts, keep)
    sought = _sought(facts)
    if left:
        summary = (*summary, words("trimmed", shown=len(chosen), left=left))
    return Picture(
        title=title,
        subtitle=subtitle,
        nodes=tuple(_node(view.entities[i], column, words.status(sought[i]) if i in sought else "") for i in chosen),
        edges=tuple(_edge(view, words, fact, said) for fact, said in facts if fact.s in chosen and fact.o in chosen),
        columns=headings,
        summary=summary,
        language=words.language,
    )


def _most_connected(facts: Sequence[Said], keep: str) -> tuple[list[str], int]:
    """Ends of the facts, those in most facts and what is sought first, and how many were left out."""
    weight: Counter[str] = Counter({keep: 1_000_000} if keep else {})
    for fact, _ in facts:
        weight[fact.s] += 1
        weight[fact.o] += 3 if fact.p == "seeks" else 1
    ranked = sorted(weight, key=lambda i: (-weight[i], i))
    return ranked[:MOST_NODES], len(ranked[MOST_NODES:])


def _sought(facts: Sequence[Said]) -> dict[str, Status]:
    """What is sought, with the status that counts first."""
    found: dict[str, set[Status]] = defaultdict(set)
    for fact, _ in facts:
        if fact.p == "seeks":
            found[fact.o].add(fact.status)
    return {thing: min(statuses, key=SEEKS_ORDER.index) for thing, statuses in found.items()}


def _node(entity: Entity, column: Callable[[Entity], int], note: str) -> Node:
    return Node(
        id=entity.id,
        label=entity.name,
        kind=entity.type,
        column=column(entity),
        state="declared" if note else "",
        note=note,
        aliases=entity.aliases,
    )


def _edge(view: View, words: Words, fact: Fact, said: tuple[Claim, ...]) -> Edge:
    kind: EdgeKind = "seeks" if fact.p == "seeks" else "derived" if fact.rule else "fact"
    label = words.status(fact.status) if fact.p == "seeks" else words.predicate(fact.p)
    return Edge(source=fact.s, target=fact.o, label=label, kind=kind, quotes=quotes(view.evidence(said)))
