"""Everything that the graph says of one entity, with sentences."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence

import msgspec

from lianpu.errors import UnknownNameError
from lianpu.model import Entity
from lianpu.ontology.regions import RegionTable, regions
from lianpu.queries.backing import target_of
from lianpu.queries.matching import core
from lianpu.queries.records import Evidence, Ref, TargetRef
from lianpu.queries.states import reference_to
from lianpu.queries.view import GraphRecords, View

_SUGGESTIONS = 5


class Relation(msgspec.Struct, frozen=True, kw_only=True):
    """A fact seen from one end: ``forward`` if the entity is its subject. ``origin`` is ``documents``, ``foreign``,
    ``regions``, ``chain/NAME`` or ``table/NAME``; only the first is what documents of the place say.
    """

    predicate: str
    forward: bool
    other: Ref
    status: str
    statuses: tuple[str, ...]
    rule: str
    origin: str
    evidence: tuple[Evidence, ...]


class EntityView(msgspec.Struct, frozen=True, kw_only=True):
    """One entity with its names, documents (titles), relations and figures."""

    id: str
    type: str
    name: str
    aliases: tuple[str, ...]
    place: str
    origin: str
    documents: tuple[str, ...]
    relations: tuple[Relation, ...]
    targets: tuple[TargetRef, ...]
    indicators: tuple[TargetRef, ...]


def find(graph: GraphRecords, name: str) -> tuple[Entity, ...]:
    """The entities that a name or id means: by id, else by name, else by alias, else without endings (产业, 产品).

    :raises UnknownNameError: none; carries near names.
    """
    return among(graph.entities, name)


def among(entities: Sequence[Entity], name: str) -> tuple[Entity, ...]:
    """As :func:`find`, of these entities."""
    for fits in (
        lambda e: e.id == name,
        lambda e: e.name == name,
        lambda e: name in e.aliases,
        lambda e: core(name) in {core(n) for n in (e.name, *e.aliases)},
    ):
        found = tuple(entity for entity in entities if fits(entity))
        if found:
            return found
    raise UnknownNameError("no_entity", name=name, near=_near(entities, name))


def only(entities: Sequence[Entity], name: str) -> Entity:
    """The one of these entities that a name or id means.

    :raises UnknownNameError: there is none, or there are several; carries near names or ids.
    """
    found = among(entities, name)
    if len(found) > 1:
        raise UnknownNameError("several_entities", name=name, ids=[one.id for one in found])
    return found[0]


def _near(entities: Sequence[Entity], name: str) -> tuple[str, ...]:
    names = {word: entity.name for entity in entities for word in (*entity.aliases, entity.name)}
    inside = sorted((w for w in names if len(name) > 1 and (name in w or len(w) > 1 and w in name)), key=lambda w: (len(w), w))
    close = difflib.get_close_matches(name, names, n=_SUGGESTIONS, cutoff=0.5)
    return tuple(dict.fromkeys(names[word] for word in (*close, *inside)))[:_SUGGESTIONS]


def show(graph: GraphRecords | View, name: str, *, region_table: RegionTable | None = None) -> tuple[EntityView, ...]:
    """Everything about the entities of a name; several when places or firms share it. Takes records or a view of them.

    :raises UnknownNameError: no entity has the name; carries near names.
    """
    view = graph if isinstance(graph, View) else View(graph, region_table or regions())
    return tuple(describe(view, entity) for entity in find(view.graph, name))


def describe(view: View, entity: Entity) -> EntityView:
    """Everything about an entity of a view."""
    figures = sorted(view.targets(entity.id), key=lambda t: (t.metric, t.year or 0, t.id))
    return EntityView(
        id=entity.id,
        type=entity.type,
        name=entity.name,
        aliases=entity.aliases,
        place=reference_to(view, entity.id).place,
        origin=entity.origin,
        documents=tuple(view.documents[d].title if d in view.documents else d for d in entity.documents),
        relations=tuple(_relations(view, entity.id)),
        targets=tuple(target_of(view, t) for t in figures if not t.achieved),
        indicators=tuple(target_of(view, t) for t in figures if t.achieved),
    )


def _relations(view: View, identifier: str) -> Iterator[Relation]:
    mine = [(f.s == identifier, f) for f in view.touching(identifier)]
    for forward, fact in sorted(mine, key=lambda pair: (not pair[0], pair[1].p, pair[1].o, pair[1].s, pair[1].origin)):
        yield Relation(
            predicate=fact.p,
            forward=forward,
            other=reference_to(view, fact.o if forward else fact.s),
            status=fact.status,
            statuses=fact.statuses,
            rule=fact.rule,
            origin=fact.origin,
            evidence=view.evidence(view.said(fact)),
        )
