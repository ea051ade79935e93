"""Firms elsewhere that could fill a link, in tiers that are always shown.

A: a document says that the firm makes it. B: a document says that the firm leads an industry whose chain supplies it;
whether the firm makes it is to be verified. C: an imported table says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from lianpu.model import Claim, Fact
from lianpu.ontology.chains import Link
from lianpu.queries.concepts import Concept, meanings
from lianpu.queries.matching import Match, Matcher, is_trading
from lianpu.queries.places import distance
from lianpu.queries.records import Basis, Candidate
from lianpu.queries.scope import Catalogue, own_stage
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
        means = meanings(self.view, concept)
        best: dict[str, Candidate] = {}
        for candidate in (*self._makers(means), *self._leaders(concept, means)):
            known = best.get(candidate.firm.id)
            if known is None or _rank(candidate) < _rank(known):
                best[candidate.firm.id] = candidate
        return tuple(sorted(best.values(), key=_rank))

    def _elsewhere(self, firm: str) -> bool:
        return not self.view.within(firm, self.region)

    # -- tiers A and C --------------------------------------------------------------------------------------------

    def _makers(self, means: Mapping[str, Match]) -> Iterator[Candidate]:
        for thing, match in means.items():
            for fact in self.view.into("produces", thing):
                if self._elsewhere(fact.s):
                    yield self._candidate("A", fact.s, "produces", match, self.view.said(fact))
            for fact in self.view.in_tables(thing):
                if self._elsewhere(fact.s):
                    yield self._candidate("C", fact.s, "table", match, self.view.said(fact))

    # -- tier B ---------------------------------------------------------------------------------------------------

    def _leaders(self, concept: Concept, means: Mapping[str, Match]) -> Iterator[Candidate]:
        """By what the documents that name the leader say of its industry, or by the industry's name or chain."""
        developed = self._developed(means)
        supplying = self._supplying(concept)
        for industry, anchors in self._anchored.items():
            supply = self._supply(industry, means, supplying)
            if supply is None and industry not in developed or is_trading(self.view.entities[industry].name):
                continue
            for anchor in anchors:
                if self._elsewhere(anchor.s) and not self._seeks(means, industry, frozenset(anchor.documents)):
                    yield from self._leader(anchor, developed.get(industry, ()), supply)

    @cached_property
    def _anchored(self) -> Mapping[str, list[Fact]]:
        found: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.view.facts("anchors"):
            found[fact.o].append(fact)
        return found

    def _leader(
        self, anchor: Fact, developed: Iterable[tuple[Match, Basis, Fact]], supply: tuple[Match, Basis, str, str] | None
    ) -> Iterator[Candidate]:
        claims = self.view.said(anchor)
        for match, basis, fact in developed:
            if said := self.view.said(fact, frozenset(anchor.documents)):
                yield self._candidate("B", anchor.s, basis, match, (*claims, *said), anchor.o)
        if supply:
            match, basis, chain, link = supply
            yield self._candidate("B", anchor.s, basis, match, claims, anchor.o, chain, link)

    def _developed(self, means: Mapping[str, Match]) -> Mapping[str, list[tuple[Match, Basis, Fact]]]:
        """Industries that focus on one of the things, or of which one is a stage of their own, with the fact."""
        found: dict[str, list[tuple[Match, Basis, Fact]]] = defaultdict(list)
        for thing, match in means.items():
            for fact in self.view.into("focusesOn", thing):
                found[fact.s].append((match, "focus", fact))
            for fact in self.view.out("stageOf", thing):
                if own_stage(fact):
                    found[fact.o].append((match, "stage", fact))
        return found

    def _seeks(self, means: Mapping[str, Match], industry: str, documents: frozenset[str]) -> bool:
        """Whether the leader's own industry seeks the very thing in the same documents: then it does not supply it."""
        for fact in self.view.out("seeks", industry):
            match = means.get(fact.o)
            if match and match.reason in _SAME and self.view.said(fact, documents):
                return True
        return False

    def _supplying(self, concept: Concept) -> Mapping[str, tuple[Match, str]]:
        """Reference chains that put the concept out (not those that buy it, upstream), with the best link."""
        found: dict[str, tuple[Match, str]] = {}
        matcher = Matcher([concept.term])
        for name, chain in self.catalogue.reference.items():
            links = [(match, link.name) for link in chain.links if (match := self._puts_out(concept, matcher, link))]
            if links:
                found[name] = min(links, key=lambda pair: (-pair[0].strength, pair[1]))
        return found

    @staticmethod
    def _puts_out(concept: Concept, matcher: Matcher, link: Link) -> Match | None:
        if link.generic or link.position == "upstream":
            return None
        if concept.link and concept.same_as_link and link.concept == concept.link.concept:
            return Match(reason="exact", strength=1.0, word=link.name, mention=link.name)
        match = matcher.match(link.name, *link.synonyms).get(concept.key)
        return match if match and not match.possible else None

    def _supply(
        self, industry: str, means: Mapping[str, Match], supplying: Mapping[str, tuple[Match, str]]
    ) -> tuple[Match, Basis, str, str] | None:
        """How an industry's reference chain or its name supplies a concept: match, basis, chain and link."""
        found: list[tuple[Match, Basis, str, str]] = []
        if industry in means:
            found.append((means[industry], "industry", "", ""))
        for name in self.catalogue.chains_of[industry]:
            if name in supplying:
                match, link = supplying[name]
                found.append((match, "reference", name, link))
        return min(found, key=lambda o: (-o[0].strength, _BASES.index(o[1]), o[2], o[3])) if found else None

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
