"""A graph as the explorer asks for it: eight questions, and everything at once for the file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache

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
from lianpu.atlas.stock import Stock
from lianpu.errors import UnknownNameError
from lianpu.model import Claim, Entity, Fact, Target
from lianpu.ontology.chains import Chain
from lianpu.queries.gaps import gaps
from lianpu.queries.records import ChainReport, GapReport
from lianpu.queries.states import place_of

SEARCH_LIMIT = 50
NEIGHBOURS = 60
"""Neighbours that are given at once; more cannot be read at rest."""


_ITEMS = 20_000
"""Entities in short that are kept of those asked for last."""
_TEXTS = 64
"""Source texts of documents that are kept."""


class Atlas:
    """Answers the questions of the explorer over one graph. Foreign text is left out of everything.

    :param text: the source text of a document of the graph.
    :param reference: reference chains by name.
    """

    def __init__(self, stock: Stock, text: Callable[[str], str], reference: Mapping[str, Chain]) -> None:
        self.stock = stock
        self.view = stock.view
        self.text = text
        self.reference = reference
        self._item = lru_cache(_ITEMS)(self._made_item)
        self._text = lru_cache(_TEXTS)(text)

    def prepare(self) -> None:
        """Work out what questions need, so that the first ones do not wait for it."""
        for entity in self.stock.entities():
            self.item(entity.id)

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
            counts=self.stock.counts,
            first=First(region=first.region, chain=first.chain) if first else First(),
        )

    def _documents(self) -> Iterator[DocumentItem]:
        for one in self.view.graph.documents:
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
        names: dict[str, str] = {}
        for one in self.view.graph.documents:
            found = self._region_entity(one.region_code, one.region)
            if found is not None:
                documents[found.id].append(one.id)
                codes[found.id] = one.region_code or ""
                names[found.id] = found.name
        ordered = sorted(documents, key=lambda one: (codes[one] or "~", one))
        return tuple(
            RegionItem(
                id=one,
                code=codes[one],
                name=names[one],
                full=self.view.regions.full_name(codes[one]) if codes[one] else names[one],
                documents=tuple(documents[one]),
            )
            for one in ordered
        )

    def _region_entity(self, code: str | None, name: str | None) -> Entity | None:
        return self._by_code.get(code or "") or self._named.get(("Region", name or ""))

    @cached_property
    def _by_code(self) -> Mapping[str, Entity]:
        return {entity.code: entity for entity in self._regions() if entity.code}

    @cached_property
    def _named(self) -> Mapping[tuple[str, str], Entity]:
        return {(entity.type, entity.name): entity for entity in reversed(self._regions())}

    def _regions(self) -> list[Entity]:
        return [entity for entity in self.view.of_type("Region") if entity.origin != "foreign"]

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
        return self._item(identifier)

    def _made_item(self, identifier: str) -> Item:
        entity = self._entity(identifier)
        return make.item(
            entity,
            initials=self.stock.initials(entity),
            place=place_of(self.view, entity),
            codes=make.codes_around(self.view.regions, self.view.places(identifier)),
            chains=self._chains_of.get(identifier, ()),
            statuses=self.stock.statuses(identifier),
            degree=self.stock.degree(identifier),
        )

    def _entity(self, identifier: str) -> Entity:
        found = self.stock.entity(identifier)
        if found is None:
            raise UnknownNameError("no_entity", name=identifier)
        return found

    @cached_property
    def _chains_of(self) -> Mapping[str, list[str]]:
        """Chains of which a reference chain has an entity, or in whose reports it stands in a region."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for fact in self.stock.chain_facts():
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
        every = (self.item(entity.id) for entity in self.stock.entities())
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
        near = self.stock.near(identifier, limit)
        return Piece(nodes=(own, *map(self.item, near.others)), edges=tuple(map(self.link, near.facts)), left=near.left)

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
        steps = self.stock.way(source, target)
        if not steps:
            return Piece()
        return Piece(
            nodes=(start, *(self.item(to) for _, to in steps)),
            edges=tuple(self.link(fact) for fact, _ in steps),
        )

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
        searched = (document.id for document in self.view.graph.documents if document.id in documents)
        return chain_view(report, found, self.reference, item=self.item, entity=self._topic, searched=searched)

    def _topic(self, name: str, chain: str) -> str:
        """The product or industry of a name: that of documents before that of the chain."""
        found = sorted(self.stock.topics(name), key=lambda e: (e.type != "Product", e.origin != "documents", e.id))
        fitting = [e for e in found if e.origin in ("documents", f"chain/{chain}")]
        return next((e.id for e in fitting or found), "")

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

    def _name(self, identifier: str) -> str:
        entity = self.view.entities.get(identifier)
        return entity.name if entity else ""

    # -- the file -------------------------------------------------------------------------------------------------

    def bundle(self) -> Bundle:
        """Everything, for a page that asks nobody."""
        meta = self.meta
        claims = (claim.id for claim in self.view.graph.claims if not claim.origin.startswith("chain/"))
        every = [entity.id for entity in self.stock.entities()]
        cards = map(self.card, every)
        return Bundle(
            meta=meta,
            items=tuple(map(self.item, every)),
            links=tuple(map(self.link, self.stock.facts())),
            cards=tuple(card for card in cards if card.mentions or card.figures),
            chains=tuple(self.chain(one.region, one.chain) for one in meta.chains),
            regions=tuple(self.region(one.id) for one in self.regions),
            sentences=self.evidence(claims).sentences,
        )
