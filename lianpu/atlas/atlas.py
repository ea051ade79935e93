"""A graph in memory as the explorer asks for it: eight questions, and everything at once for the file."""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property

from lianpu.atlas import make
from lianpu.atlas.chain import CANDIDATES, chain_view
from lianpu.atlas.records import (
    Bundle,
    Card,
    ChainItem,
    ChainView,
    DocumentItem,
    Evidence,
    First,
    Found,
    Item,
    Link,
    Meta,
    Piece,
    RegionItem,
    RegionView,
    Sentence,
)
from lianpu.atlas.region import region_view
from lianpu.errors import UnknownNameError
from lianpu.graph.records import Graph
from lianpu.graph.stores.networkx_store import NetworkxStore
from lianpu.model import Claim, Entity, Fact, Target
from lianpu.ontology.chains import Chain
from lianpu.queries.gaps import gaps
from lianpu.queries.records import ChainReport, GapReport
from lianpu.queries.states import reference_to
from lianpu.queries.view import View

SEARCH_LIMIT = 50
NEIGHBOURS = 60
"""Neighbours that are given at once; more cannot be read at rest."""


class Atlas:
    """Answers the questions of the explorer over one graph. Foreign text is left out of everything.

    :param text: the source text of a document of the graph.
    :param reference: reference chains by name.
    """

    def __init__(self, graph: Graph, view: View, text: Callable[[str], str], reference: Mapping[str, Chain]) -> None:
        self.graph = graph
        self.view = view
        self.text = text
        self.reference = reference
        self.entities: Mapping[str, Entity] = {e.id: e for e in graph.entities if e.origin != "foreign"}
        kept = (f for f in graph.facts if f.origin != "foreign" and f.s in self.entities and f.o in self.entities)
        self.facts: tuple[Fact, ...] = tuple(kept)
        self._items: dict[str, Item] = {}

    def prepare(self) -> None:
        """Work out what questions need, so that the first ones do not wait for it."""
        for identifier in self.entities:
            self.item(identifier)

    # -- what there is --------------------------------------------------------------------------------------------

    @cached_property
    def meta(self) -> Meta:
        """Documents, regions and chains, and what the page opens on."""
        chains = tuple(self._chain_items())
        first = max(chains, key=lambda one: (one.kind == "reference", one.declared, one.covered), default=None)
        return Meta(
            documents=tuple(self._documents()),
            regions=self.regions,
            chains=chains,
            counts={"entities": len(self.entities), "facts": len(self.facts), "claims": len(self.graph.claims)},
            first=First(region=first.region, chain=first.chain) if first else First(),
        )

    def _documents(self) -> Iterator[DocumentItem]:
        for one in self.graph.documents:
            yield DocumentItem(
                id=one.id,
                title=one.title,
                date=one.date or "",
                number=one.number or "",
                region=one.region or "",
                code=one.region_code or "",
            )

    @cached_property
    def regions(self) -> tuple[RegionItem, ...]:
        """Regions that documents are of, by code; those without a code come last."""
        documents: dict[str, list[str]] = defaultdict(list)
        codes: dict[str, str] = {}
        for one in self.graph.documents:
            found = self._region_entity(one.region_code, one.region)
            if found is not None:
                documents[found.id].append(one.id)
                codes[found.id] = one.region_code or ""
        ordered = sorted(documents, key=lambda one: (codes[one] or "~", one))
        return tuple(
            RegionItem(
                id=one,
                code=codes[one],
                name=self.entities[one].name,
                full=self.view.regions.full_name(codes[one]) if codes[one] else self.entities[one].name,
                documents=tuple(documents[one]),
            )
            for one in ordered
        )

    def _region_entity(self, code: str | None, name: str | None) -> Entity | None:
        return self._by_code.get(code or "") or self._named.get(("Region", name or ""))

    @cached_property
    def _by_code(self) -> Mapping[str, Entity]:
        return {entity.code: entity for entity in self.entities.values() if entity.code}

    @cached_property
    def _named(self) -> Mapping[tuple[str, str], Entity]:
        return {(entity.type, entity.name): entity for entity in reversed(tuple(self.entities.values()))}

    @cached_property
    def _reports(self) -> Mapping[str, GapReport]:
        codes = [region.code for region in self.regions if region.code]
        return {code: gaps(self.view, code, reference=self.reference, most=CANDIDATES) for code in codes}

    def _chain_items(self) -> Iterator[ChainItem]:
        for code, report in self._reports.items():
            for chain in report.chains:
                if chain.links:
                    known = self.reference.get(chain.chain)
                    yield ChainItem(
                        region=code,
                        chain=chain.chain,
                        en=known.en if known else "",
                        kind=chain.kind,
                        covered=chain.covered,
                        total=chain.total,
                        declared=len(chain.in_state("declared")),
                        unstated=len(chain.in_state("unstated")),
                    )

    # -- entities -------------------------------------------------------------------------------------------------

    def item(self, identifier: str) -> Item:
        """An entity in short.

        :raises UnknownNameError: the graph has none of this id.
        """
        if identifier not in self._items:
            entity = self._entity(identifier)
            facts = self._touching(identifier)
            self._items[identifier] = make.item(
                entity,
                place=reference_to(self.view, identifier).place,
                codes=make.codes_around(self.view.regions, self.view.places(identifier)),
                chains=self._chains_of.get(identifier, ()),
                statuses=make.statuses_of(facts),
                degree=self._degrees[identifier],
            )
        return self._items[identifier]

    def _entity(self, identifier: str) -> Entity:
        if identifier not in self.entities:
            raise UnknownNameError("no_entity", name=identifier)
        return self.entities[identifier]

    @cached_property
    def _degrees(self) -> Counter[str]:
        """How many facts touch each entity."""
        return Counter(end for fact in self.facts for end in {fact.s, fact.o})

    def _touching(self, identifier: str) -> list[Fact]:
        facts = self.view.touching(identifier)
        return [f for f in facts if f.origin != "foreign" and f.s in self.entities and f.o in self.entities]

    @cached_property
    def _chains_of(self) -> Mapping[str, list[str]]:
        """Chains of which a reference chain has an entity, or in whose reports it stands in a region."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for fact in self.facts:
            if fact.origin.startswith("chain/"):
                for end in (fact.s, fact.o):
                    found[end][fact.origin.removeprefix("chain/")] = None
        for report in self._reports.values():
            for chain in report.chains:
                for row in chain.links:
                    owners = [one.owner for one in (*row.declared, *row.planned)]
                    for ref in (*owners, *(cover.firm for cover in row.covers)):
                        found[ref.id][chain.chain] = None
        return {identifier: sorted(names) for identifier, names in found.items()}

    def search(
        self,
        words: str,
        *,
        types: Collection[str] = (),
        statuses: Collection[str] = (),
        region: str = "",
        chain: str = "",
        documents: Collection[str] = (),
        limit: int = SEARCH_LIMIT,
    ) -> Found:
        """Entities that words mean (name, alias, pinyin initials), best first. Empty filters let all pass."""
        every = (self.item(identifier) for identifier in self.entities)
        filters = {"types": types, "statuses": statuses, "region": region, "chain": chain, "documents": documents}
        found = [one for one in make.ranked(every, words) if make.fits(one, **filters)]  # type: ignore[arg-type]
        return Found(items=tuple(found[:limit]), total=len(found))

    def card(self, identifier: str) -> Card:
        """One entity with its figures.

        :raises UnknownNameError: the graph has none of this id.
        """
        entity = self._entity(identifier)
        figures = sorted(self._figures(identifier), key=lambda t: (t.achieved, t.metric, t.year or 0, t.id))
        return Card(item=self.item(identifier), mentions=entity.mentions, figures=tuple(map(make.figure, figures)))

    def _figures(self, identifier: str) -> list[Target]:
        return [target for target in self.view.targets(identifier) if target.origin != "foreign"]

    # -- pieces of the graph --------------------------------------------------------------------------------------

    def neighbours(self, identifier: str, limit: int = NEIGHBOURS) -> Piece:
        """An entity (first) with those of most facts that touch it, and the facts between it and them.

        :raises UnknownNameError: the graph has none of this id.
        """
        own = self.item(identifier)
        facts = self._touching(identifier)
        others = {fact.o if fact.s == identifier else fact.s for fact in facts} - {identifier}
        ranked = heapq.nsmallest(limit, ((-self._degrees[one], one) for one in others))
        nodes = tuple(self.item(one) for _, one in ranked)
        shown = {identifier, *(one.id for one in nodes)}
        edges = tuple(self.link(fact) for fact in facts if fact.s in shown and fact.o in shown)
        return Piece(nodes=(own, *nodes), edges=edges, left=len(others) - len(nodes))

    def link(self, fact: Fact) -> Link:
        """A fact, with file and line if a reference chain says it."""
        place = ""
        if fact.origin.startswith("chain/"):
            claims = (self.view.claims[claim] for claim in fact.claims if claim in self.view.claims)
            place = "；".join(f"{claim.document} {claim.section}" for claim in claims)
        return make.link(fact, place)

    def path(self, source: str, target: str) -> Piece:
        """A shortest way, as :func:`lianpu.queries.path.path` has it: nodes and edges in its order, none if there is none.

        :raises UnknownNameError: the graph has no entity of one of the ids.
        """
        start = self.item(source)
        self._entity(target)
        steps = self._ways.path(source, target)
        if not steps:
            return Piece()
        return Piece(
            nodes=(start, *(self.item(step.target) for step in steps)),
            edges=tuple(self.link(step.fact) for step in steps),
        )

    @cached_property
    def _ways(self) -> NetworkxStore:
        return NetworkxStore(self.graph)

    def chain(self, region: str, chain: str) -> ChainView:
        """A chain in a region (a code).

        :raises UnknownNameError: the region or the chain is not known; carries near names.
        """
        report = self._reports.get(region)
        found = next((one for one in report.chains if one.chain == chain), None) if report else None
        if report is None or found is None:
            report = gaps(self.view, region, chain, reference=self.reference, most=CANDIDATES)
            found = report.chains[0]
        return self._chain_view(report, found)

    def _chain_view(self, report: GapReport, found: ChainReport) -> ChainView:
        documents = self.view.documents_of(report.code)
        searched = (document.id for document in self.graph.documents if document.id in documents)
        return chain_view(report, found, self.reference, item=self.item, entity=self._topic, searched=searched)

    def _topic(self, name: str, chain: str) -> str:
        """The product or industry of a name: that of documents before that of the chain."""
        candidates = [e for kind in ("Product", "Industry") for e in self._topics.get((kind, name), ())]
        fitting = [e for e in candidates if e.origin in ("documents", f"chain/{chain}")]
        return next((e.id for e in fitting or candidates), "")

    @cached_property
    def _topics(self) -> Mapping[tuple[str, str], list[Entity]]:
        found: dict[tuple[str, str], list[Entity]] = defaultdict(list)
        for entity in sorted(self.entities.values(), key=lambda e: (e.origin != "documents", e.id)):
            found[entity.type, entity.name].append(entity)
        return found

    def region(self, identifier: str) -> RegionView:
        """A region with the regions and parks in it.

        :raises UnknownNameError: the graph has no entity of this id.
        """
        entity = self._entity(identifier)
        full = self.view.regions.full_name(entity.code) if entity.code else entity.name
        return region_view(self.view, identifier, code=entity.code or "", full=full, item=self.item)

    # -- evidence -------------------------------------------------------------------------------------------------

    def evidence(self, claims: Iterable[str]) -> Evidence:
        """Claims in their paragraphs, as asked for; those that are not known or foreign are left out."""
        known = (self.view.claims[claim] for claim in claims if claim in self.view.claims)
        return Evidence(sentences=tuple(self._sentence(claim) for claim in known if claim.origin != "foreign"))

    def _sentence(self, claim: Claim) -> Sentence:
        document = self.view.documents.get(claim.document)
        return make.sentence(
            claim,
            self._text(claim.document) if document else "",
            title=document.title if document else claim.document,
            subject=self._name(claim.s),
            object=self._name(claim.o),
        )

    def _text(self, document: str) -> str:
        if document not in self._texts:
            self._texts[document] = self.text(document)
        return self._texts[document]

    @cached_property
    def _texts(self) -> dict[str, str]:
        return {}

    def _name(self, identifier: str) -> str:
        entity = self.view.entities.get(identifier)
        return entity.name if entity else ""

    # -- the file -------------------------------------------------------------------------------------------------

    def bundle(self) -> Bundle:
        """Everything, for a page that asks nobody."""
        meta = self.meta
        claims = (claim.id for claim in self.graph.claims if not claim.origin.startswith("chain/"))
        cards = (self.card(identifier) for identifier in self.entities)
        return Bundle(
            meta=meta,
            items=tuple(self.item(identifier) for identifier in self.entities),
            links=tuple(map(self.link, self.facts)),
            cards=tuple(card for card in cards if card.mentions or card.figures),
            chains=tuple(self.chain(one.region, one.chain) for one in meta.chains),
            regions=tuple(self.region(one.id) for one in self.regions),
            sentences=self.evidence(claims).sentences,
        )
