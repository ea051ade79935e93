"""The view of a graph over its index: the same answers as in memory, each looked up when it is asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

import numpy as np

from lianpu.model import Claim, Entity, Fact, Target
from lianpu.ontology.regions import RegionTable
from lianpu.queries.index.folder import Array
from lianpu.queries.index.index import Index
from lianpu.queries.index.written import TYPES
from lianpu.queries.matching import EndingIndex
from lianpu.queries.view import View

_REGIONS = 64
"""Regions for which it is kept what is in them."""
_PLACES = 60_000
"""Entities for which it is kept where they are."""


class IndexedView(View):
    """See :class:`View`."""

    def __init__(self, index: Index, regions: RegionTable) -> None:
        super().__init__(index, regions)
        self.index = index
        self._numbers = {document.id: number for number, document in enumerate(index.documents)}
        self._inside = lru_cache(_REGIONS)(self._in_region)
        self._codes = lru_cache(_PLACES)(self._codes_of)

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        """Entities by id."""
        return self.index.by_id

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """Claims by id."""
        return self.index.claims_by_id

    def of_type(self, kind: str) -> Iterator[Entity]:
        """Entities of a class, in the order of the graph."""
        return map(self.index.entity_lines.of, self.index.types.of(TYPES.index(kind)).tolist())

    # -- facts ----------------------------------------------------------------------------------------------------

    def _ends(self, *identifiers: str) -> list[int]:
        return [number for one in identifiers if (number := self.index.number(one)) is not None]

    def out(self, predicate: str, subject: str) -> Sequence[Fact]:
        """Facts of documents with this predicate and subject."""
        return self.index.facts_of(self.index.facts_by.out("documents", predicate, self._ends(subject)))

    def into(self, predicate: str, object_: str) -> Sequence[Fact]:
        """Facts of documents with this predicate and object."""
        return self.index.facts_of(self.index.facts_by.into("documents", predicate, self._ends(object_)))

    def facts(self, predicate: str) -> Sequence[Fact]:
        """Facts of documents with this predicate."""
        return self.index.facts_of(self.index.facts_by.all("documents", predicate))

    def subjects(self, predicate: str) -> frozenset[str]:
        """Subjects of the facts of documents with this predicate."""
        facts = self.index.facts_by
        return frozenset(map(self.index.id, np.unique(facts.s[facts.all("documents", predicate)]).tolist()))

    def objects(self, predicate: str) -> frozenset[str]:
        """Objects of the facts of documents with this predicate."""
        facts = self.index.facts_by
        return frozenset(map(self.index.id, np.unique(facts.o[facts.all("documents", predicate)]).tolist()))

    def spoken(self, entities: Iterable[str], into: Iterable[str], out: Iterable[str]) -> Counter[str]:
        """In how many facts each document says one of the predicates ``into`` of these entities, or they are the subject of
        one of ``out``.
        """
        facts, ends = self.index.facts_by, self._ends(*entities)
        found = [facts.into("documents", p, ends) for p in into] + [facts.out("documents", p, ends) for p in out]
        counts = np.bincount(facts.documents.of_all(np.concatenate(found)), minlength=len(self.index.documents))
        return Counter({self.index.documents[number].id: int(counts[number]) for number in np.flatnonzero(counts).tolist()})

    def stated(self, predicate: str, documents: frozenset[str]) -> Sequence[Fact]:
        """Facts with this predicate that any of these documents states."""
        numbers = [self._numbers[one] for one in documents if one in self._numbers]
        return self.index.facts_of(self.index.facts_by.stated(predicate, numbers))

    def placed(self, predicate: str, region: str) -> Sequence[Fact]:
        """Facts of documents with this predicate whose subject is in the region of this code."""
        return self.index.facts_of(np.sort(self.index.facts_by.out("documents", predicate, self._inside(region))))

    def placed_in_tables(self, predicate: str, region: str) -> Sequence[Fact]:
        """The same of imported tables."""
        return self.index.facts_of(np.sort(self.index.facts_by.out("table", predicate, self._inside(region))))

    def _in_region(self, region: str) -> Array:
        """Entities in the region of a code."""
        inside = (number for number, code in enumerate(self.index.made.codes) if self.regions.contains(region, code))
        return np.unique(np.concatenate([np.empty(0, np.uint32), *map(self.index.placed.of, inside)]))

    def in_tables(self, product: str) -> Sequence[Fact]:
        """``produces`` facts of imported tables with this product."""
        return self.index.facts_of(self.index.facts_by.into("table", "produces", self._ends(product)))

    def located_in_tables(self, identifier: str) -> Sequence[Fact]:
        """``locatedIn`` facts of imported tables with this subject."""
        return self.index.facts_of(self.index.facts_by.out("table", "locatedIn", self._ends(identifier)))

    def parts_by_code(self, region: str) -> Sequence[Fact]:
        """``partOf`` facts of the code table with this region as the whole."""
        return self.index.facts_of(self.index.facts_by.into("regions", "partOf", self._ends(region)))

    def touching(self, identifier: str) -> Sequence[Fact]:
        """Facts of every origin with this subject or object, in the order of the graph."""
        number = self.index.number(identifier)
        return () if number is None else self.index.facts_of(self.index.facts_by.touching.of(number))

    def targets(self, identifier: str) -> Sequence[Target]:
        """Targets and indicators of an entity."""
        number = self.index.number(identifier)
        return () if number is None else [self.index.target_lines.of(one) for one in self.index.targets_of.of(number).tolist()]

    # -- names and places -----------------------------------------------------------------------------------------

    @cached_property
    def topics(self) -> EndingIndex:
        """Industries and products by the words that they end in; of tables only what firms make."""
        return EndingIndex(self.index.endings)

    def places(self, identifier: str) -> frozenset[str]:
        """Codes of the regions in which an entity is, followed upward through parks and areas to the first with a code."""
        return self._codes(identifier)

    def _codes_of(self, identifier: str) -> frozenset[str]:
        number = self.index.number(identifier)
        if number is None:
            return frozenset()
        return frozenset(self.index.made.codes[code] for code in self.index.places.of(number).tolist())
