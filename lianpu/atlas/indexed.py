"""The stock of a graph on the disk: what :class:`lianpu.atlas.stock.RecordStock` has in memory, looked up in the index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from lianpu.atlas.stock import Near
from lianpu.model import Entity, Fact
from lianpu.queries.index import IndexedView
from lianpu.queries.index.folder import Array


class IndexStock:
    """See :class:`lianpu.atlas.stock.Stock`."""

    def __init__(self, view: IndexedView) -> None:
        self.view = view
        self._index = view.index

    @property
    def counts(self) -> dict[str, int]:
        """How many entities and facts there are, and claims of every origin."""
        index = self._index
        entities, facts = int(np.count_nonzero(~index.foreign)), int(np.count_nonzero(index.kept))
        return {"entities": entities, "facts": facts, "claims": len(index.claim_lines)}

    def entity(self, identifier: str) -> Entity | None:
        """An entity; none if it is not known."""
        found = self._index.by_id.found(identifier)
        return found[1] if found and found[1].origin != "foreign" else None

    def entities(self) -> Iterator[Entity]:
        """All entities by id."""
        return (entity for entity in self._index.entity_lines if entity.origin != "foreign")

    def facts(self) -> Iterator[Fact]:
        """All facts in the order of the graph."""
        return map(self._index.fact_lines.of, np.flatnonzero(self._index.kept).tolist())

    def chain_facts(self) -> Iterable[Fact]:
        """Statements of reference chains."""
        return self._index.facts_of(self._kept(self._index.facts_by.of_kind("chain")))

    def _kept(self, facts: Array) -> Array:
        kept: Array = facts[self._index.kept[facts]]
        return kept

    def initials(self, entity: Entity) -> tuple[str, ...]:
        """Pinyin initials of its name and aliases, each once."""
        return self._index.initials(self._number(entity.id))

    def _number(self, identifier: str) -> int:
        return self._index.by_id.found(identifier)[0]  # type: ignore[index]

    def degree(self, identifier: str) -> int:
        """How many facts touch a known entity."""
        return int(self._index.degree[self._number(identifier)])

    def statuses(self, identifier: str) -> tuple[str, ...]:
        """Statuses of the facts that touch a known entity, sorted."""
        return self._index.statuses(self._number(identifier))

    def near(self, identifier: str, limit: int) -> Near:
        """Around a known entity the neighbours of most facts, so many at most."""
        own, by = self._number(identifier), self._index.facts_by
        facts = self._kept(by.touching.of(own))
        ends = np.where(by.s[facts] == own, by.o[facts], by.s[facts])
        others = np.unique(ends[ends != own])
        busy = np.argsort(-self._index.degree[others].astype(np.int64), kind="stable")[:limit]
        chosen = others[busy]
        between = facts[np.isin(ends, chosen) | (ends == own)]
        names = tuple(map(self._index.id, chosen.tolist()))
        return Near(names, tuple(self._index.facts_of(between)), len(others) - len(chosen))

    def way(self, source: str, target: str) -> Sequence[tuple[Fact, str]]:
        """Facts of a shortest way between two known entities, each with the entity that it leads to."""
        steps = self._index.ways.path(self._number(source), self._number(target))
        return [(self._index.fact_lines.of(fact), self._index.id(to)) for fact, to in steps]

    def topics(self, name: str) -> Iterable[Entity]:
        """Products and industries of this name."""
        found = (self._index.by_id[one] for one in self._index.names.called(name))
        return (entity for entity in found if entity.name == name and entity.type in ("Product", "Industry"))

    def matches(self, words: str) -> Iterator[str]:
        """Ids of the entities that words mean, the closest first."""
        return self._index.names.matches(words)

    def busiest(self, many: int) -> Iterable[str]:
        """Ids of the entities of most facts."""
        return self._index.busiest(many)
