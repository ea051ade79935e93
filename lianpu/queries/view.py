"""The resolved graph indexed for questions: facts by end, claims by id, where things are, who said it where."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Protocol, TypeVar

from lianpu.model import REGISTERED_NAME, Claim, DocumentLine, Entity, Fact, Target
from lianpu.ontology.regions import RegionTable
from lianpu.queries.grouped import Grouped
from lianpu.queries.matching import Ending, EndingIndex, endings
from lianpu.queries.records import Evidence

Made = TypeVar("Made")
_UPWARD = ("locatedIn", "partOf")


class GraphRecords(Protocol):
    """What the questions read of a graph; :class:`lianpu.graph.resolve.Graph` has it."""

    @property
    def documents(self) -> tuple[DocumentLine, ...]:
        """Documents of the graph."""
        ...

    @property
    def entities(self) -> tuple[Entity, ...]:
        """Entities of the graph."""
        ...

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Facts, of every origin."""
        ...

    @property
    def targets(self) -> tuple[Target, ...]:
        """Targets and indicators."""
        ...

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Claims behind facts, mentions and targets."""
        ...


class _Facts:
    """Facts of documents by predicate and end, those of tables by predicate, with what is made and where it is."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self.out: dict[tuple[str, str], list[Fact]] = defaultdict(list)
        self.into: dict[tuple[str, str], list[Fact]] = defaultdict(list)
        self.by_predicate: dict[str, list[Fact]] = defaultdict(list)
        self.tables: dict[str, list[Fact]] = defaultdict(list)
        self.made_in_tables: dict[str, list[Fact]] = defaultdict(list)
        self.located_in_tables: dict[str, list[Fact]] = defaultdict(list)
        for fact in facts:
            if fact.origin == "documents":
                self.out[fact.p, fact.s].append(fact)
                self.into[fact.p, fact.o].append(fact)
                self.by_predicate[fact.p].append(fact)
            elif fact.origin.startswith("table/"):
                self.tables[fact.p].append(fact)
                if fact.p == "produces":
                    self.made_in_tables[fact.o].append(fact)
                elif fact.p == "locatedIn":
                    self.located_in_tables[fact.s].append(fact)


class View:
    """Indexes over one graph. Facts of foreign text and of reference chains are left out; tables are kept apart.

    They are made in memory, of all records, when they are first needed; :class:`lianpu.queries.index.IndexedView` has them on
    the disk.
    """

    def __init__(self, graph: GraphRecords, regions: RegionTable) -> None:
        self.graph = graph
        self.regions = regions
        self.documents: Mapping[str, DocumentLine] = {document.id: document for document in graph.documents}
        self._places: dict[str, frozenset[str]] = {}
        self._groups: dict[tuple[str, str], Grouped] = {}
        self._kept: dict[str, tuple[object, object]] = {}

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        """Entities by id."""
        return {entity.id: entity for entity in self.graph.entities}

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.graph.claims}

    @cached_property
    def _facts(self) -> _Facts:
        return _Facts(self.graph.facts)

    def of_type(self, kind: str) -> Iterable[Entity]:
        """Entities of a class, in the order of the graph."""
        return (entity for entity in self.graph.entities if entity.type == kind)

    def out(self, predicate: str, subject: str) -> Sequence[Fact]:
        """Facts of documents with this predicate and subject."""
        return self._facts.out.get((predicate, subject), ())

    def into(self, predicate: str, object_: str) -> Sequence[Fact]:
        """Facts of documents with this predicate and object."""
        return self._facts.into.get((predicate, object_), ())

    def facts(self, predicate: str) -> Iterable[Fact]:
        """Facts of documents with this predicate."""
        return self._facts.by_predicate.get(predicate, ())

    def subjects(self, predicate: str) -> frozenset[str]:
        """Subjects of the facts of documents with this predicate."""
        return frozenset(fact.s for fact in self.facts(predicate))

    def objects(self, predicate: str) -> frozenset[str]:
        """Objects of the facts of documents with this predicate."""
        return frozenset(fact.o for fact in self.facts(predicate))

    def spoken(self, entities: Iterable[str], into: Iterable[str], out: Iterable[str]) -> Counter[str]:
        """In how many facts each document says one of the predicates ``into`` of these entities, or they are the subject of
        one of ``out``.
        """
        ends = tuple(entities)
        facts = [fact for one in ends for p in into for fact in self.into(p, one)]
        facts += [fact for one in ends for p in out for fact in self.out(p, one)]
        return Counter(document for fact in facts for document in fact.documents)

    def stated(self, predicate: str, documents: frozenset[str]) -> Iterable[Fact]:
        """Facts with this predicate that any of these documents states."""
        stating = self._grouped("documents", predicate, self._facts.by_predicate, lambda fact: fact.documents)
        return stating.of(documents)

    def placed(self, predicate: str, region: str) -> Iterable[Fact]:
        """Facts of documents with this predicate whose subject is in the region of this code."""
        grouped = self._grouped("places", predicate, self._facts.by_predicate, lambda fact: self.places(fact.s))
        return self._in(region, grouped)

    def placed_in_tables(self, predicate: str, region: str) -> Iterable[Fact]:
        """The same of imported tables."""
        grouped = self._grouped("table places", predicate, self._facts.tables, lambda fact: self.places(fact.s))
        return self._in(region, grouped)

    def _in(self, region: str, grouped: Grouped) -> Iterable[Fact]:
        return grouped.of(code for code in grouped.keys if self.regions.contains(region, code))

    def _grouped(
        self, kind: str, predicate: str, facts: Mapping[str, list[Fact]], keys: Callable[[Fact], Iterable[str]]
    ) -> Grouped:
        key = kind, predicate
        if key not in self._groups:
            self._groups[key] = Grouped(facts.get(predicate, []), keys)
        return self._groups[key]

    def kept(self, name: str, of: object, make: Callable[[], Made]) -> Made:
        """What is worked out of this view and something else, made again only when that is another."""
        known = self._kept.get(name)
        if known is None or known[0] is not of:
            known = self._kept[name] = of, make()
        return known[1]  # type: ignore[return-value]

    def in_tables(self, product: str) -> Iterable[Fact]:
        """``produces`` facts of imported tables with this product."""
        return self._facts.made_in_tables.get(product, ())

    def located_in_tables(self, identifier: str) -> Iterable[Fact]:
        """``locatedIn`` facts of imported tables with this subject."""
        return self._facts.located_in_tables.get(identifier, ())

    def parts_by_code(self, region: str) -> Iterable[Fact]:
        """``partOf`` facts of the code table with this region as the whole."""
        return self._parts_by_code.get(region, ())

    @cached_property
    def _parts_by_code(self) -> Mapping[str, list[Fact]]:
        found: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.graph.facts:
            if fact.origin == "regions":
                found[fact.o].append(fact)
        return found

    def share(self, fact: Fact) -> float | None:
        """The largest share of a firm's business that rows of tables state for a fact."""
        shares = (self.claims[claim].share for claim in fact.claims if claim in self.claims)
        return max((share for share in shares if share is not None), default=None)

    def touching(self, identifier: str) -> Iterable[Fact]:
        """Facts of every origin with this subject or object, in the order of the graph."""
        return self._touching.get(identifier, ())

    @cached_property
    def _touching(self) -> Mapping[str, list[Fact]]:
        found: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.graph.facts:
            found[fact.s].append(fact)
            if fact.o != fact.s:
                found[fact.o].append(fact)
        return found

    def targets(self, identifier: str) -> Iterable[Target]:
        """Targets and indicators of an entity."""
        return self._targets.get(identifier, ())

    @cached_property
    def _targets(self) -> Mapping[str, list[Target]]:
        found: dict[str, list[Target]] = defaultdict(list)
        for target in self.graph.targets:
            found[target.s].append(target)
        return found

    @cached_property
    def topics(self) -> EndingIndex:
        """Industries and products by the words that they end in; of tables only what firms make."""
        return EndingIndex(self.topic_endings())

    def topic_endings(self) -> list[Ending]:
        """What :attr:`topics` is made of."""
        topics = (e for e in self.graph.entities if e.type in ("Industry", "Product"))
        wanted = (e for e in topics if not e.origin.startswith("table/") or self.in_tables(e.id))
        return endings((e.id, (e.name, *e.aliases)) for e in wanted)

    def names(self, identifier: str) -> tuple[str, ...]:
        """Name and aliases of an entity."""
        entity = self.entities[identifier]
        return (entity.name, *entity.aliases)

    def said(self, fact: Fact, documents: frozenset[str] | None = None) -> tuple[Claim, ...]:
        """The claims behind a fact, of all documents or of these only, in reading order."""
        if documents is not None and documents.isdisjoint(fact.documents):
            return ()
        found = (claim for c in fact.claims if (claim := self.claims.get(c)))
        kept = (c for c in found if c.origin == fact.origin and (documents is None or c.document in documents))
        return tuple(sorted(kept, key=lambda c: (c.document, c.start, c.id)))

    def evidence(self, claims: Iterable[Claim]) -> tuple[Evidence, ...]:
        """Sentences with their documents, as shown in reports."""
        return tuple(self._evidence(claim) for claim in claims)

    def _evidence(self, claim: Claim) -> Evidence:
        document = self.documents.get(claim.document)
        return Evidence(
            document=claim.document,
            title=document.title if document else claim.document,
            section=claim.section,
            text=claim.text or claim.quote,
            quote=claim.quote,
            start=claim.start,
            end=claim.end,
            claim=claim.id,
            subject=self._name(claim.s),
            predicate=claim.p,
            object=self._name(claim.o),
            status=claim.status,
        )

    def _name(self, identifier: str) -> str:
        entity = self.entities.get(identifier)
        return entity.name if entity else identifier

    # -- places ---------------------------------------------------------------------------------------------------

    def places(self, identifier: str) -> frozenset[str]:
        """Codes of the regions in which an entity is, followed upward through parks and areas to the first with a code."""
        if identifier not in self._places:
            self._places[identifier] = frozenset(self._climb(identifier))
        return self._places[identifier]

    def finest_places(self, identifier: str) -> tuple[str, ...]:
        """Codes of the regions in which an entity is, without those that contain another of them."""
        codes = self.places(identifier)
        return tuple(sorted(c for c in codes if not any(c != d and self.regions.contains(c, d) for d in codes)))

    def _climb(self, identifier: str) -> Iterable[str]:
        seen, todo = {identifier}, [identifier]
        while todo:
            current = todo.pop()
            entity = self.entities.get(current)
            if entity is not None and entity.code is not None:
                yield entity.code
                continue
            above = {fact.o for predicate in _UPWARD for fact in self.out(predicate, current)}
            above |= {fact.o for fact in self.located_in_tables(current)}
            todo += sorted(above - seen)
            seen |= above

    def place_name(self, code: str) -> str:
        """A region with its prefecture in front, the province only where it is a city (济南市莱芜区, 上海市浦东新区)."""
        above = [r for r in self.regions.parents(code) if r.level != "province" or r.name.endswith("市")]
        region = self.regions.get(code)
        return "".join(r.name for r in (*reversed(above), *([region] if region else [])))

    def placed_by(self, identifier: str) -> str:
        """Title of the document whose region an entity is taken to be in; empty when a sentence or nothing places it."""
        facts = tuple(self.out("locatedIn", identifier))
        if not facts or not all(fact.rule for fact in facts):
            return ""
        titles = (self.documents[d].title for fact in facts for d in fact.documents if d in self.documents)
        return next(titles, "")

    def registered(self, identifier: str) -> bool:
        """Whether only a registered name tells where a firm is."""
        if any(self.out("locatedIn", identifier)):
            return False
        facts = self.located_in_tables(identifier)
        rules = {self.claims[claim].rule for fact in facts for claim in fact.claims if claim in self.claims}
        return rules == {REGISTERED_NAME}

    def within(self, identifier: str, region: str) -> bool:
        """Whether an entity is in the region of this code or in a part of it."""
        return any(self.regions.contains(region, code) for code in self.places(identifier))

    def documents_of(self, region: str) -> frozenset[str]:
        """Ids of the documents of the region or of a part of it."""
        inside = (code for code in self._documents_by_code if self.regions.contains(region, code))
        return frozenset(document for code in inside for document in self._documents_by_code[code])

    @cached_property
    def _documents_by_code(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for document in self.graph.documents:
            if document.region_code is not None:
                found[document.region_code].append(document.id)
        return found
