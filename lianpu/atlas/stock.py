"""What the explorer asks of a graph beside its view: records without foreign text, counts, names, ways."""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple, Protocol

from lianpu.atlas import make
from lianpu.graph.records import Graph
from lianpu.graph.stores.networkx_store import NetworkxStore
from lianpu.model import Entity, Fact
from lianpu.queries.search import NameIndex
from lianpu.queries.view import View


class Near(NamedTuple):
    """Neighbours of an entity, facts between it and them, and how many more neighbours there are."""

    others: tuple[str, ...]
    facts: tuple[Fact, ...]
    left: int


class Stock(Protocol):
    """A graph without foreign text: entities of other jurisdictions are unknown, and so are facts that touch them."""

    @property
    def view(self) -> View:
        """The graph, indexed."""
        ...

    @property
    def counts(self) -> dict[str, int]:
        """How many entities and facts there are, and claims of every origin."""
        ...

    def entity(self, identifier: str) -> Entity | None:
        """An entity; none if it is not known."""
        ...

    def entities(self) -> Iterator[Entity]:
        """All entities by id."""
        ...

    def facts(self) -> Iterator[Fact]:
        """All facts in the order of the graph."""
        ...

    def chain_facts(self) -> Iterable[Fact]:
        """Statements of reference chains."""
        ...

    def initials(self, entity: Entity) -> tuple[str, ...]:
        """Pinyin initials of its name and aliases, each once."""
        ...

    def degree(self, identifier: str) -> int:
        """How many facts touch a known entity."""
        ...

    def statuses(self, identifier: str) -> tuple[str, ...]:
        """Statuses of the facts that touch a known entity, sorted."""
        ...

    def near(self, identifier: str, limit: int) -> Near:
        """Around a known entity the neighbours of most facts, so many at most."""
        ...

    def way(self, source: str, target: str) -> Sequence[tuple[Fact, str]]:
        """Facts of a shortest way between two known entities, each with the entity that it leads to."""
        ...

    def topics(self, name: str) -> Iterable[Entity]:
        """Products and industries of this name."""
        ...

    def matches(self, words: str) -> Iterator[str]:
        """Ids of the entities that words mean, the closest first."""
        ...

    def busiest(self, many: int) -> Iterable[str]:
        """Ids of the entities of most facts."""
        ...


class RecordStock:
    """A graph whose records are in memory."""

    def __init__(self, view: View) -> None:
        self.view = view

    @property
    def counts(self) -> dict[str, int]:
        """See :class:`Stock`."""
        return {"entities": len(self._entities), "facts": len(self._facts), "claims": len(self.view.graph.claims)}

    @cached_property
    def _entities(self) -> Mapping[str, Entity]:
        return {entity.id: entity for entity in self.view.graph.entities if entity.origin != "foreign"}

    @cached_property
    def _facts(self) -> tuple[Fact, ...]:
        return tuple(filter(self._known, self.view.graph.facts))

    def _known(self, fact: Fact) -> bool:
        return fact.origin != "foreign" and fact.s in self._entities and fact.o in self._entities

    def entity(self, identifier: str) -> Entity | None:
        """See :class:`Stock`."""
        return self._entities.get(identifier)

    def entities(self) -> Iterator[Entity]:
        """See :class:`Stock`."""
        return iter(self._entities.values())

    def facts(self) -> Iterator[Fact]:
        """See :class:`Stock`."""
        return iter(self._facts)

    def chain_facts(self) -> Iterable[Fact]:
        """See :class:`Stock`."""
        return (fact for fact in self._facts if fact.origin.startswith("chain/"))

    def initials(self, entity: Entity) -> tuple[str, ...]:
        """See :class:`Stock`."""
        return make.initials((entity.name, *entity.aliases))

    @cached_property
    def _degrees(self) -> Counter[str]:
        return Counter(end for fact in self._facts for end in {fact.s, fact.o})

    def degree(self, identifier: str) -> int:
        """See :class:`Stock`."""
        return self._degrees[identifier]

    def _touching(self, identifier: str) -> list[Fact]:
        return [fact for fact in self.view.touching(identifier) if self._known(fact)]

    def statuses(self, identifier: str) -> tuple[str, ...]:
        """See :class:`Stock`."""
        return make.statuses_of(self._touching(identifier))

    def near(self, identifier: str, limit: int) -> Near:
        """See :class:`Stock`."""
        facts = self._touching(identifier)
        others = {fact.o if fact.s == identifier else fact.s for fact in facts} - {identifier}
        ranked = heapq.nsmallest(limit, ((-self._degrees[one], one) for one in others))
        shown = {identifier, *(one for _, one in ranked)}
        between = tuple(fact for fact in facts if fact.s in shown and fact.o in shown)
        return Near(tuple(one for _, one in ranked), between, len(others) - len(ranked))

    def way(self, source: str, target: str) -> Sequence[tuple[Fact, str]]:
        """See :class:`Stock`."""
        return [(step.fact, step.target) for step in self._ways.path(source, target)]

    @cached_property
    def _ways(self) -> NetworkxStore:
        graph = self.view.graph
        return NetworkxStore(Graph(entities=graph.entities, facts=graph.facts))

    def topics(self, name: str) -> Iterable[Entity]:
        """See :class:`Stock`."""
        return self._topics.get(name, ())

    @cached_property
    def _topics(self) -> Mapping[str, list[Entity]]:
        found: dict[str, list[Entity]] = defaultdict(list)
        for entity in self.entities():
            if entity.type in ("Product", "Industry"):
                found[entity.name].append(entity)
        return found

    def matches(self, words: str) -> Iterator[str]:
        """See :class:`Stock`."""
        return self._names.matches(words)

    @cached_property
    def _names(self) -> NameIndex:
        return NameIndex(self.entities())

    def busiest(self, many: int) -> Iterable[str]:
        """See :class:`Stock`."""
        return [one for _, one in heapq.nsmallest(many, ((-self._degrees[one], one) for one in self._entities))]
