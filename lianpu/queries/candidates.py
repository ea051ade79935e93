"""Firms elsewhere that could fill a link, in tiers that are always shown.

A: a document says that the firm makes it. B: a document says that the firm leads an industry whose chain supplies it;
whether the firm makes it is to be verified. C: an imported table says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from lianpu.model import Claim, Fact
from lianpu.ontology.chains import Chain, Link
from lianpu.queries.concepts import Concept
from lianpu.queries.matching import Match, Matcher, is_trading
from lianpu.queries.places import distance
from lianpu.queries.records import Basis, Candidate
from lianpu.queries.scope import Catalogue
from lianpu.queries.states import reference_to
from lianpu.queries.view import View

_DISTANCES = ("local", "city", "province", "other", "unknown")
_BASES: tuple[Basis, ...] = ("produces", "focus", "stage", "reference", "industry", "table")
_SAME = ("exact", "synonym")


class Candidates:
    """Finds candidates for concepts of one region. Firms that work in the region are coverage, never candidates."""

    def __init__(self, view: View, catalogue: Catalogue, region: str) -> None:
        self.view = view
        self.catalogue = catalogue
        self.region = region

    def of(self, concept: Concept) -> tuple[Candidate, ...]:
        """Candidates of a concept, the best of each firm, by tier, strength, distance and name."""
        matcher = Matcher([concept.term])
        best: dict[str, Candidate] = {}
        for candidate in (*self._makers(concept, matcher), *self._leaders(concept, matcher), *self._tables(concept, matcher)):
            known = best.get(candidate.firm.id)
            if known is None or _rank(candidate) < _rank(known):
                best[candidate.firm.id] = candidate
        return tuple(sorted(best.values(), key=_rank))

    def _match(self, concept: Concept, matcher: Matcher, entity: str) -> Match | None:
        if entity == concept.entity:
            return Match(reason="exact", strength=1.0, word=concept.term.name, mention=concept.term.name)
        return matcher.match(*self.view.names(entity)).get(concept.key)

    def _elsewhere(self, firm: str) -> bool:
        return not self.view.within(firm, self.region)

    # -- tiers A and C --------------------------------------------------------------------------------------------

    def _makers(self, concept: Concept, matcher: Matcher) -> Iterator[Candidate]:
        for fact in self.view.facts("produces"):
            match = self._match(concept, matcher, fact.o)
            if match and self._elsewhere(fact.s):
                yield self._candidate("A", fact.s, "produces", match, self.view.said(fact))

    def _tables(self, concept: Concept, matcher: Matcher) -> Iterator[Candidate]:
        for fact in self.view.table_facts("produces"):
            match = self._match(concept, matcher, fact.o)
            if match and self._elsewhere(fact.s):
                yield self._candidate("C", fact.s, "table", match, self.view.said(fact))

    # -- tier B ---------------------------------------------------------------------------------------------------

    def _leaders(self, concept: Concept, matcher: Matcher) -> Iterator[Candidate]:
        for industry, anchors in self._anchored.items():
            outside = [fact for fact in anchors if self._elsewhere(fact.s)]
            if not outside or is_trading(self.view.entities[industry].name):
                continue
            supply = self._supply(concept, matcher, industry)
            for fact in outside:
                yield from self._leader(concept, matcher, fact, supply)

    @cached_property
    def _anchored(self) -> Mapping[str, list[Fact]]:
        found: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.view.facts("anchors"):
            found[fact.o].append(fact)
        return found

    def _leader(
        self, concept: Concept, matcher: Matcher, anchor: Fact, supply: tuple[Match, Basis, str, str] | None
    ) -> Iterator[Candidate]:
        """By the statements of the documents that name the leader if they have it, else by the industry's name or chain."""
        documents = frozenset(anchor.documents)
        claims = self.view.said(anchor)
        if self._seeks(concept, matcher, anchor.o, documents):
            return
        for basis, thing, said in self._developed(anchor.o, documents):
            match = self._match(concept, matcher, thing)
            if match:
                yield self._candidate("B", anchor.s, basis, match, (*claims, *said), anchor.o)
        if supply:
            match, basis, chain, link = supply
            yield self._candidate("B", anchor.s, basis, match, claims, anchor.o, chain, link)

    def _developed(self, industry: str, documents: frozenset[str]) -> Iterator[tuple[Basis, str, tuple[Claim, ...]]]:
        for fact in self.view.out("focusesOn", industry):
            if said := self.view.said(fact, documents):
                yield "focus", fact.o, said
        for fact in self.view.into("stageOf", industry):
            if (fact.order is not None or fact.position == "midstream") and (said := self.view.said(fact, documents)):
                yield "stage", fact.s, said

    def _seeks(self, concept: Concept, matcher: Matcher, industry: str, documents: frozenset[str]) -> bool:
        """Whether the leader's own industry seeks the thing: then it does not supply it."""
        for fact in self.view.out("seeks", industry):
            match = self._match(concept, matcher, fact.o)
            if match and match.reason in _SAME and self.view.said(fact, documents):
                return True
        return False

    def _supply(self, concept: Concept, matcher: Matcher, industry: str) -> tuple[Match, Basis, str, str] | None:
        """How an industry's name or its reference chain supplies a concept: match, basis, chain and link."""
        named = self._match(concept, matcher, industry)
        found: list[tuple[Match, Basis, str, str]] = [(named, "industry", "", "")] if named else []
        for name in sorted(self.catalogue.chains_of[industry]):
            found += (
                (m, "reference", name, link.name) for link, m in self._links(concept, matcher, self.catalogue.reference[name])
            )
        strong = [option for option in found if not option[0].possible]
        return min(strong, key=lambda o: (-o[0].strength, _BASES.index(o[1]), o[2], o[3])) if strong else None

    def _links(self, concept: Concept, matcher: Matcher, chain: Chain) -> Iterator[tuple[Link, Match]]:
        """Links that a chain puts out (not those it buys: its upstream) and that are the concept or a kind of it."""
        for link in chain.links:
            if link.generic or link.position == "upstream":
                continue
            if concept.link and concept.same_as_link and link.concept == concept.link.concept:
                yield link, Match(reason="exact", strength=1.0, word=link.name, mention=link.name)
            elif match := matcher.match(link.name, *link.synonyms).get(concept.key):
                yield link, match

    def _candidate(
        self,
        tier: str,
        firm: str,
        basis: Basis,
        match: Match,
        claims: tuple[Claim, ...],
        through: str | None = None,
        chain: str = "",
        link: str = "",
    ) -> Candidate:
        return Candidate(
            tier=tier,  # type: ignore[arg-type]
            firm=reference_to(self.view, firm),
            distance=distance(self.view.regions, self.region, self.view.places(firm)),
            basis=basis,
            match=match,
            through=reference_to(self.view, through) if through else None,
            chain=chain,
            link=link,
            evidence=self.view.evidence(claims),
        )


def _rank(candidate: Candidate) -> tuple[object, ...]:
    return (
        candidate.tier,
        -candidate.match.strength,
        _DISTANCES.index(candidate.distance),
        _BASES.index(candidate.basis),
        candidate.firm.name,
        candidate.firm.id,
    )
