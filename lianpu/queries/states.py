"""Who stands behind each link: firms that make it, industries led by local firms, plans, and what is sought."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from lianpu.model import Claim, Fact, Status
from lianpu.queries.concepts import ChainScope, Concept
from lianpu.queries.matching import Match, Matcher, is_trading
from lianpu.queries.records import Basis, Cover, Ref, Statement
from lianpu.queries.view import View

_SAME = ("exact", "synonym")


def _cover_order(cover: Cover) -> tuple[object, ...]:
    return cover.basis != "produces", -cover.match.strength, cover.firm.name, cover.match.mention, cover.firm.id


@dataclass(frozen=True)
class Said:
    """That something (``thing``) is developed or is a stage: by ``owner``, in these claims."""

    owner: str
    thing: str
    claims: tuple[Claim, ...]
    basis: Basis


def reference_to(view: View, entity: str) -> Ref:
    """An entity as reports show it, with the full name of the region that it is in."""
    found = view.entities[entity]
    codes = view.finest_places(entity) if found.type != "Industry" else ()
    return Ref(id=entity, type=found.type, name=found.name, place="、".join(view.place_name(code) for code in codes))


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
        self._matcher = Matcher(concept.term for concept in self.concepts)

    # -- what is said, indexed by concept -------------------------------------------------------------------------

    def match(self, concept: Concept, entity: str) -> Match | None:
        """Whether an entity is the concept or a kind of it; none for mere possibilities."""
        if concept.entity == entity:
            name = concept.term.name
            return Match(reason="exact", strength=1.0, word=name, mention=name)
        found = self._matches(entity).get(concept.key)
        return found if found and not found.possible else None

    def _matches(self, entity: str) -> dict[str, Match]:
        if entity not in self._cache:
            self._cache[entity] = dict(self._matcher.match(*self.view.names(entity)))
        return self._cache[entity]

    @cached_property
    def _cache(self) -> dict[str, dict[str, Match]]:
        return {}

    @cached_property
    def _developed(self) -> tuple[Said, ...]:
        """What regions, parks and industries of the region develop, and stages that an industry carries."""
        out = [Said(f.s, f.o, claims, "focus") for f in self.view.facts("focusesOn") if (claims := self.local.said(f))]
        for fact in self.view.facts("stageOf"):
            if (fact.order is not None or fact.position == "midstream") and (claims := self.local.said(fact)):
                out.append(Said(fact.o, fact.s, claims, "stage"))
        return tuple(out)

    @cached_property
    def _seeks(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for fact in (*self.scope.sought, *self.scope.sought_elsewhere):
            found[fact.s].add(fact.o)
        return {owner: frozenset(things) for owner, things in found.items()}

    @cached_property
    def _produced(self) -> tuple[tuple[Fact, tuple[Claim, ...]], ...]:
        """What local firms make, in documents and tables."""
        facts = (*self.view.facts("produces"), *self.view.table_facts("produces"))
        return tuple((f, self.view.said(f)) for f in facts if self.local.works_here(f.s))

    @cached_property
    def _leaders(self) -> dict[str, tuple[tuple[str, tuple[Claim, ...]], ...]]:
        return {said.owner: tuple(self.local.anchors(said.owner)) for said in self._developed}

    def seeks_itself(self, owner: str, concept: Concept) -> bool:
        """Whether an owner seeks the very concept (not only a kind of it)."""
        things = self._seeks.get(owner, frozenset())
        return any((m := self.match(concept, thing)) and m.reason in _SAME and not m.part for thing in things)

    # -- the evidence of one concept ------------------------------------------------------------------------------

    def covers(self, concept: Concept) -> tuple[Cover, ...]:
        """Local firms that make it or carry it, by firm and basis."""
        found = [*self._makers(concept), *self._carriers(concept)]
        unique = {(cover.firm.id, cover.basis, cover.match.mention): cover for cover in reversed(found)}
        return tuple(sorted(unique.values(), key=_cover_order))

    def _makers(self, concept: Concept) -> Iterator[Cover]:
        for fact, claims in self._produced:
            match = self.match(concept, fact.o)
            if match:
                basis: Basis = "produces" if fact.origin == "documents" else "table"
                yield Cover(
                    firm=reference_to(self.view, fact.s),
                    basis=basis,
                    status=fact.status,
                    match=match,
                    evidence=self.view.evidence(claims),
                )

    def _carriers(self, concept: Concept) -> Iterator[Cover]:
        for said, match in self._about(concept):
            if is_trading(self.view.entities[said.owner].name):
                continue
            for firm, anchor in self._leaders[said.owner]:
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
        """What an industry seeks, buys or sells to is not carried by its leaders."""
        return said.thing in self._seeks.get(said.owner, ()) or (said.thing, said.owner) in self._outer_stages

    @cached_property
    def _outer_stages(self) -> frozenset[tuple[str, str]]:
        """Upstream and downstream stages with their industry, as documents of the region say."""
        facts = (f for f in self.view.facts("stageOf") if f.position in ("upstream", "downstream"))
        return frozenset((f.s, f.o) for f in facts if self.local.said(f))

    def _about(self, concept: Concept) -> Iterator[tuple[Said, Match]]:
        for said in self._developed:
            if said.owner != concept.entity and (match := self.match(concept, said.thing)):
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
        for fact in facts:
            match = self.match(concept, fact.o)
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
        return frozenset(said | {fact.o for fact, _ in self._produced if self.match(concept, fact.o)})

    # -- further products -----------------------------------------------------------------------------------------

    def extras(self, used: frozenset[str]) -> tuple[Concept, ...]:
        """What the chain's industries develop and its leaders make, beyond the concepts and beyond what stood behind them."""
        things = {said.thing for said in self._developed if said.owner in self.scope.direct and said.basis == "focus"}
        leaders = {firm for industry in self.scope.direct for firm, _ in self.local.anchors(industry)}
        things |= {f.o for f, _ in self._produced if f.s in leaders and f.origin == "documents" and self._leads_only_this(f.s)}
        own = {concept.entity for concept in self.concepts} | self.scope.direct | self.scope.parents
        concepts = (self.scope.extra(thing) for thing in sorted(things - used - own))
        return tuple(concept for concept in concepts if not concept.generic)

    def _leads_only_this(self, firm: str) -> bool:
        """Whether a firm leads no other industry, so that whatever it makes is of this chain."""
        return {fact.o for fact in self.view.out("anchors", firm)} <= self.scope.direct | self.scope.parents
