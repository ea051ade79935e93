"""What stands behind a link in a region: who would buy it, parks that fit, policies, targets, platforms and institutes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lianpu.model import Fact, Target
from lianpu.queries.concepts import ChainScope, Concept
from lianpu.queries.records import Backing, Buyer, TargetRef
from lianpu.queries.states import States, reference_to
from lianpu.queries.view import View


class Surroundings:
    """Backing of the rows of one chain; what belongs to the whole chain is worked out once."""

    def __init__(self, scope: ChainScope, states: States) -> None:
        self.scope = scope
        self.view = scope.view
        self.local = scope.local
        self.states = states
        self._chain_buyers = tuple(self._buyers_of(sorted(scope.direct)))
        self._chain_parks = tuple(self._parks_on(sorted(scope.direct)))
        self.policies = tuple(self._policies())
        self.targets = tuple(self._targets())
        self.supporters = tuple(self._supporters())

    def buyers(self, concept: Concept, elsewhere: Iterable[str]) -> tuple[Buyer, ...]:
        """Local leaders of the chain, if the concept is something that the chain buys, and of other industries that seek it."""
        own = self._chain_buyers if self._is_input(concept) else ()
        others = self._buyers_of(sorted(set(elsewhere) - self.scope.direct))
        unique = {(buyer.firm.id, buyer.industry.id): buyer for buyer in (*own, *others)}
        return tuple(unique.values())

    def _is_input(self, concept: Concept) -> bool:
        if concept.position is None:
            return concept.kind == "sought"
        return concept.position == "upstream" or concept.position == "midstream" and bool(concept.link and concept.link.feeds)

    def _buyers_of(self, industries: Iterable[str]) -> Iterator[Buyer]:
        for industry in industries:
            if self.view.entities[industry].type != "Industry":
                continue
            for firm, claims in sorted(self.local.anchors(industry), key=lambda pair: pair[0]):
                yield Buyer(
                    firm=reference_to(self.view, firm),
                    industry=reference_to(self.view, industry),
                    evidence=self.view.evidence(claims),
                )

    def parks(self, concept: Concept) -> tuple[Backing, ...]:
        """Parks of the region that focus on the thing itself, then those that focus on the chain's industries."""
        things = sorted(self.states.means(concept).keys() & self.local.park_focus.keys())
        found = (*self._parks_on(things), *self._chain_parks)
        return tuple({(b.entity.id, b.about.id): b for b in found}.values())

    def _parks_on(self, things: Iterable[str]) -> Iterator[Backing]:
        for thing in things:
            for fact in self.local.park_focus.get(thing, ()):
                yield self._backing(fact, fact.s, thing)

    def _backing(self, fact: Fact, entity: str, about: str) -> Backing:
        return Backing(
            entity=reference_to(self.view, entity),
            about=reference_to(self.view, about),
            predicate=fact.p,
            evidence=self.view.evidence(self.view.said(fact)),
        )

    def _policies(self) -> Iterator[Backing]:
        for industry in sorted(self.scope.direct | self.scope.parents):
            for fact in self.view.into("regulates", industry):
                if self.local.said(fact):
                    yield self._backing(fact, fact.s, industry)

    def _supporters(self) -> Iterator[Backing]:
        """Platforms that serve the chain's industries, institutes that they work with."""
        for industry in sorted(self.scope.direct):
            for fact in self.view.into("supports", industry):
                if self.local.said(fact):
                    yield self._backing(fact, fact.s, industry)
            for fact in self.view.out("worksWith", industry):
                if self.local.said(fact):
                    yield self._backing(fact, fact.o, industry)

    def _targets(self) -> Iterator[TargetRef]:
        wanted = self.scope.direct | self.scope.parents
        every = (t for industry in wanted for t in self.view.targets(industry))
        found = (t for t in every if not t.achieved and t.origin == "documents")
        for target in sorted(found, key=lambda t: (t.s not in self.scope.direct, t.s, t.metric, t.year or 0, t.id)):
            if any(document in self.local.documents for document in target.documents):
                yield target_of(self.view, target, self.local.documents)


def target_of(view: View, target: Target, documents: frozenset[str] | None = None) -> TargetRef:
    """A target as shown, with the sentences of all documents or of these only."""
    claims = (view.claims[c] for c in target.claims if c in view.claims)
    return TargetRef(
        of=reference_to(view, target.s),
        metric=target.metric,
        op=target.op,
        value=target.value,
        value_max=target.value_max,
        unit=target.unit,
        year=target.year,
        evidence=view.evidence(c for c in claims if documents is None or c.document in documents),
    )
