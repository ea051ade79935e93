"""Who stands behind each link: firms that make it, industries led by local firms, plans, and what is sought."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from lianpu.model import Claim, Entity, Fact, Status
from lianpu.queries.concepts import ChainScope, Concept, meanings
from lianpu.queries.matching import Match, is_trading
from lianpu.queries.records import Cover, Ref, Statement
from lianpu.queries.scope import Said
from lianpu.queries.view import View

_SAME = ("exact", "synonym")


def _cover_order(cover: Cover) -> tuple[object, ...]:
    return cover.basis != "produces", -cover.match.strength, cover.firm.name, cover.match.mention, cover.firm.id


def reference_to(view: View, entity: str) -> Ref:
    """An entity as reports show it, with the full name of the region that it is in."""
    found = view.entities[entity]
    return Ref(
        id=entity,
        type=found.type,
        name=found.name,
        place=place_of(view, found),
        placed_by=view.placed_by(entity),
        registered=view.registered(entity),
    )


def place_of(view: View, entity: Entity) -> str:
    """The full name of the region that an entity is in; an industry is in none."""
    codes = view.finest_places(entity.id) if entity.type != "Industry" else ()
    return "、".join(view.place_name(code) for code in codes)


def best_status(claims: Iterable[Claim]) -> Status:
    """``existing`` if any claim says so, else what the first claim says."""
    statuses = [claim.status for claim in claims]
    return "existing" if "existing" in statuses or not statuses else statuses[0]  # type: ignore[return-value]


class States:
    """Evidence of each concept of a chain in a region."""

    def __init__(self, scope: ChainScope) -> None:
        self.scope = scope
        self.view = scope.view
        self.local = scope.local
        self.concepts = scope.concepts()
        self._means: dict[str, Mapping[str, Match]] = {}

    def means(self, concept: Concept) -> Mapping[str, Match]:
        """Entities that are the concept or a kind of it."""
        key = f"{concept.kind} {concept.key}"
        if key not in self._means:
            self._means[key] = meanings(self.view, concept)
        return self._means[key]

    def seeks_itself(self, owner: str, concept: Concept) -> bool:
        """Whether an owner seeks the very concept (not only a kind of it)."""
        means = self.means(concept)
        matches = (means.get(fact.o) for fact in self.local.seeks.get(owner, ()))
        return any(match and match.reason in _SAME and not match.part for match in matches)

    # -- the evidence of one concept ------------------------------------------------------------------------------

    def covers(self, concept: Concept) -> tuple[Cover, ...]:
        """Local firms that make it or carry it, by firm and basis."""
        found = [*self._makers(concept), *self._carriers(concept)]
        unique = {(cover.firm.id, cover.basis, cover.match.mention): cover for cover in reversed(found)}
        return tuple(sorted(unique.values(), key=_cover_order))

    def _makers(self, concept: Concept) -> Iterator[Cover]:
        for thing, match in self.means(concept).items():
            for fact in self.local.produced.get(thing, ()):
                yield Cover(
                    firm=reference_to(self.view, fact.s),
                    basis="produces" if fact.origin == "documents" else "table",
                    status=fact.status,
                    match=match,
                    evidence=self.view.evidence(self.view.said(fact)),
                )

    def _carriers(self, concept: Concept) -> Iterator[Cover]:
        for said, match in self._about(concept):
            if is_trading(self.view.entities[said.owner].name) or self.scope.catalogue.only_serves(said.owner, said.thing):
                continue
            for firm, anchor in self.local.anchors(said.owner):
                if not self._not_carried(said) and not self.seeks_itself(said.owner, concept):
                    yield Cover(
                        firm=reference_to(self.view, firm),
                        basis=said.basis,
                        status=best_status(said.claims),
                        match=match,
                        through=reference_to(self.view, said.owner),
                        evidence=self.view.evidence((*said.claims, *anchor)),
                    )

    def _not_carried(self, said: Said) -> bool:
        """What an industry seeks or sells to is not carried by its leaders, even if it is to be developed."""
        sought = any(fact.o == said.thing for fact in self.local.seeks.get(said.owner, ()))
        return sought or (said.thing, said.owner) in self.local.markets

    def _about(self, concept: Concept) -> Iterator[tuple[Said, Match]]:
        """Who develops it or has it as a stage; of what every chain has (整机装配) only the industries of this one count."""
        own = self.scope.direct | self.scope.parents
        for thing, match in self.means(concept).items():
            for said in self.local.developed.get(thing, ()):
                if said.owner != concept.entity and (said.owner in own or not concept.generic):
                    yield said, match

    def planned(self, concept: Concept) -> tuple[Statement, ...]:
        """Regions, parks and industries that say they develop it; a kind of it does not count for an owner that seeks it."""
        return tuple(
            Statement(
                owner=reference_to(self.view, said.owner),
                status=best_status(said.claims),
                match=match,
                evidence=self.view.evidence(said.claims),
            )
            for said, match in self._about(concept)
            if said.basis == "focus" and (match.reason in _SAME or not self.seeks_itself(said.owner, concept))
        )

    def declared(self, concept: Concept, facts: tuple[Fact, ...]) -> tuple[Statement, ...]:
        """Of these ``seeks`` facts the statements about the concept, one per owner and status."""
        out: list[Statement] = []
        means = self.means(concept)
        for fact in facts:
            match = means.get(fact.o)
            if match is None:
                continue
            by_status: dict[str, list[Claim]] = defaultdict(list)
            for claim in self.local.said(fact):
                by_status[claim.status].append(claim)
            owner = reference_to(self.view, fact.s)
            for status, claims in sorted(by_status.items()):
                out.append(Statement(owner=owner, status=status, match=match, evidence=self.view.evidence(claims)))  # type: ignore[arg-type]
        return tuple(out)

    def things(self, concept: Concept) -> frozenset[str]:
        """Entities that stand behind a concept's state, so that they need no row of their own."""
        said = {s.thing for s, m in self._about(concept) if m.reason in _SAME or not self.seeks_itself(s.owner, concept)}
        return frozenset(said | (self.means(concept).keys() & self.local.produced.keys()))

    # -- further products -----------------------------------------------------------------------------------------

    def extras(self, used: frozenset[str]) -> tuple[Concept, ...]:
        """What the chain's industries develop and its leaders make, beyond the concepts and beyond what stood behind them."""
        focused = (said for about in self.local.developed.values() for said in about if said.basis == "focus")
        serves = self.scope.catalogue.only_serves
        things = {s.thing for s in focused if s.owner in self.scope.direct and not serves(s.owner, s.thing)}
        leaders = {firm for industry in self.scope.direct for firm, _ in self.local.anchors(industry)}
        made = (fact for firm in leaders if self._leads_only_this(firm) for fact in self.view.out("produces", firm))
        things |= {fact.o for fact in made}
        own = {concept.entity for concept in self.concepts} | self.scope.direct | self.scope.parents
        concepts = (self.scope.extra(thing) for thing in sorted(things - used - own))
        return tuple(concept for concept in concepts if not concept.generic)

    def _leads_only_this(self, firm: str) -> bool:
        """Whether a firm leads no other industry, so that whatever it makes is of this chain."""
        return {fact.o for fact in self.view.out("anchors", firm)} <= self.scope.direct | self.scope.parents
