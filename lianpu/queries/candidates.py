"""Firms elsewhere that could fill a link, in tiers that are always shown.

A: a document says that the firm makes it, not that it is to. B: a document says that the firm leads an industry whose
chain supplies it; whether the firm makes it is to be verified. C: an imported table says so; of a firm's rows that fit, the
one that says most stands for it: the closest match with the largest share of its business.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from lianpu.model import Claim, Fact
from lianpu.queries.concepts import Concept, meanings
from lianpu.queries.matching import Match, is_trading
from lianpu.queries.places import distance
from lianpu.queries.records import Basis, Candidate, Distance, Tier
from lianpu.queries.scope import Catalogue, own_stage
from lianpu.queries.states import reference_to
from lianpu.queries.view import View

_DISTANCES = ("local", "city", "province", "other", "unknown")
_BASES: tuple[Basis, ...] = ("produces", "focus", "stage", "reference", "industry", "table")
_SAME = ("exact", "synonym")
FROM_TABLES = 10
"""Candidates of tier C given for a row; the others are counted."""
_ROWS_SHOWN = 3
"""Rows of a table shown for a firm."""
_UNSTATED = 0.001
"""Counts as the share of a row that states none."""


class Listed(NamedTuple):
    """A row of a table that fits: how, and the share of the firm's business that it states."""

    match: Match
    share: float | None
    fact: Fact

    @property
    def says(self) -> tuple[float, float, str]:
        """How much the row says of the firm, most first."""
        weight = self.share if self.share is not None else _UNSTATED
        return -self.match.strength * weight, -self.match.strength, self.fact.o


class Draft(NamedTuple):
    """A candidate before names and sentences are written out: there may be thousands, of which a page shows the first. What says
    it are all claims of ``facts``, then ``claims``.
    """

    tier: Tier
    firm: str
    distance: Distance
    basis: Basis
    match: Match
    facts: tuple[Fact, ...]
    claims: tuple[Claim, ...] = ()
    through: str | None = None
    chain: str = ""
    link: str = ""
    share: float | None = None

    @property
    def sentences(self) -> int:
        """How many claims say it."""
        # Asked of thousands: a generator would take three times as long.
        count = len(self.claims)
        for fact in self.facts:
            count += len(fact.claims)
        return count


class Offers(NamedTuple):
    """Candidates of a concept, how many more firms there are, and how many firms of each tier there are in all."""

    candidates: tuple[Candidate, ...] = ()
    further: int = 0
    tiers: Mapping[Tier, int] = {}


class Candidates:
    """Finds candidates for concepts of one region. Firms that work in the region are coverage, never candidates.

    :param most: candidates written out for a concept; the others are counted. Left out: all but those of tables beyond
        :data:`FROM_TABLES`.
    """

    def __init__(self, view: View, catalogue: Catalogue, region: str, most: int | None = None) -> None:
        self.view = view
        self.catalogue = catalogue
        self.region = region
        self.most = most
        self._distances: dict[frozenset[str], Distance] = {}

    def of(self, concept: Concept) -> Offers:
        """Candidates of a concept, the best of each firm, by tier, strength, share, distance, sentences and name."""
        means = meanings(self.view, concept)
        best: dict[str, tuple[tuple[object, ...], Draft]] = {}
        for draft in (*self._makers(means), *self._leaders(concept, means)):
            rank, known = self._rank(draft), best.get(draft.firm)
            if known is None or rank < known[0]:
                best[draft.firm] = rank, draft
        listed = {firm: found for firm, found in self._listed(means).items() if firm not in best}
        ranked = sorted(listed, key=lambda firm: self._listed_rank(firm, listed[firm][0]))
        drafts = (self._from_table(firm, listed[firm]) for firm in ranked[:FROM_TABLES])
        found = sorted((*best.values(), *((self._rank(draft), draft) for draft in drafts)), key=lambda pair: pair[0])
        shown = tuple(self._written(draft) for _, draft in found[: self.most])
        return Offers(shown, len(best) + len(ranked) - len(shown), Counter(draft.tier for _, draft in found))

    def _elsewhere(self, firm: str) -> bool:
        return self._distance(firm) != "local"

    def _distance(self, firm: str) -> Distance:
        places = self.view.places(firm)
        if places not in self._distances:
            self._distances[places] = distance(self.view.regions, self.region, places)
        return self._distances[places]

    def _rank(self, draft: Draft) -> tuple[object, ...]:
        said = 0 if draft.basis == "table" else draft.sentences
        name = self.view.entities[draft.firm].name
        return draft.tier, *_order(draft.match.strength, draft.share, draft.distance, draft.basis, name, draft.firm, said)

    # -- tiers A and C --------------------------------------------------------------------------------------------

    def _makers(self, means: Mapping[str, Match]) -> Iterator[Draft]:
        for thing, match in means.items():
            for fact in self.view.into("produces", thing):
                if fact.status == "existing" and self._elsewhere(fact.s):
                    yield self._draft("A", fact.s, "produces", match, (fact,))

    def _listed(self, means: Mapping[str, Match]) -> Mapping[str, list[Listed]]:
        """By firm elsewhere the rows of tables that fit, the one that says most first."""
        found: dict[str, list[Listed]] = defaultdict(list)
        for thing, match in means.items():
            for fact in self.view.in_tables(thing):
                if self._elsewhere(fact.s):
                    found[fact.s].append(Listed(match, self.view.share(fact), fact))
        for rows in found.values():
            rows.sort(key=lambda row: row.says)
        return found

    def _listed_rank(self, firm: str, row: Listed) -> tuple[object, ...]:
        return _order(row.match.strength, row.share, self._distance(firm), "table", self.view.entities[firm].name, firm)

    def _from_table(self, firm: str, rows: list[Listed]) -> Draft:
        return self._draft("C", firm, "table", rows[0].match, tuple(row.fact for row in rows[:_ROWS_SHOWN]), share=rows[0].share)

    # -- tier B ---------------------------------------------------------------------------------------------------

    def _leaders(self, concept: Concept, means: Mapping[str, Match]) -> Iterator[Draft]:
        """By what the documents that name the leader say of its industry, or by the industry's name or chain."""
        developed = self._developed(means)
        supplying = self._supplying(concept)
        supplied = {industry for chain in supplying for industry in self.catalogue.industries_of.get(chain, ())}
        wanted = supplied | means.keys() | developed.keys()
        for industry in sorted(wanted):
            anchors = self.view.into("anchors", industry)
            if not anchors:
                continue
            supply = self._supply(industry, means, supplying)
            if supply is None and industry not in developed or is_trading(self.view.entities[industry].name):
                continue
            sought = self._sought(means, industry)
            for anchor in anchors:
                if self._elsewhere(anchor.s) and not any(self.view.said(fact, frozenset(anchor.documents)) for fact in sought):
                    yield from self._leader(anchor, developed.get(industry, ()), supply)

    def _leader(
        self, anchor: Fact, developed: Iterable[tuple[Match, Basis, Fact]], supply: tuple[Match, Basis, str, str] | None
    ) -> Iterator[Draft]:
        documents = frozenset(anchor.documents)
        for match, basis, fact in developed:
            if said := self.view.said(fact, documents):
                yield self._draft("B", anchor.s, basis, match, (anchor,), said, anchor.o)
        if supply:
            match, basis, chain, link = supply
            yield self._draft("B", anchor.s, basis, match, (anchor,), through=anchor.o, chain=chain, link=link)

    def _developed(self, means: Mapping[str, Match]) -> Mapping[str, list[tuple[Match, Basis, Fact]]]:
        """Industries that focus on one of the things, or of which one is a stage of their own, with the fact."""
        found: dict[str, list[tuple[Match, Basis, Fact]]] = defaultdict(list)
        for thing, match in means.items():
            for fact in self.view.into("focusesOn", thing):
                if not self.catalogue.only_serves(fact.s, thing):
                    found[fact.s].append((match, "focus", fact))
            for fact in self.view.out("stageOf", thing):
                if own_stage(fact):
                    found[fact.o].append((match, "stage", fact))
        return found

    def _sought(self, means: Mapping[str, Match], industry: str) -> list[Fact]:
        """That a leader's own industry seeks the very thing: then it does not supply it, as far as the same documents say so."""
        return [f for f in self.view.out("seeks", industry) if (match := means.get(f.o)) and match.reason in _SAME]

    def _supplying(self, concept: Concept) -> Mapping[str, tuple[Match, str]]:
        """Reference chains that put the concept out (not those that buy it, upstream), with the best link."""
        found: dict[str, tuple[Match, str]] = {}
        for chain, link, match in self._putting_out(concept):
            if chain not in found or (-match.strength, link) < (-found[chain][0].strength, found[chain][1]):
                found[chain] = match, link
        return found

    def _putting_out(self, concept: Concept) -> Iterator[tuple[str, str, Match]]:
        """Chain, link and match of the links that are the concept, by name or because another chain has the same link."""
        for link, match in self.catalogue.outputs(concept.term):
            yield link.key[0], link.name, match
        if concept.link and concept.same_as_link:
            for link in self.catalogue.same_output(concept.link):
                yield link.key[0], link.name, Match(reason="exact", strength=1.0, word=link.name, mention=link.name)

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

    def _draft(
        self,
        tier: Tier,
        firm: str,
        basis: Basis,
        match: Match,
        facts: tuple[Fact, ...],
        claims: tuple[Claim, ...] = (),
        through: str | None = None,
        chain: str = "",
        link: str = "",
        share: float | None = None,
    ) -> Draft:
        return Draft(tier, firm, self._distance(firm), basis, match, facts, claims, through, chain, link, share)

    def _written(self, draft: Draft) -> Candidate:
        claims = (*(claim for fact in draft.facts for claim in self.view.said(fact)), *draft.claims)
        return Candidate(
            tier=draft.tier,
            firm=reference_to(self.view, draft.firm),
            distance=draft.distance,
            basis=draft.basis,
            match=draft.match,
            through=reference_to(self.view, draft.through) if draft.through else None,
            chain=draft.chain,
            link=draft.link,
            share=draft.share,
            evidence=self.view.evidence(claims),
        )


def _order(
    strength: float, share: float | None, far: Distance, basis: Basis, name: str, firm: str, sentences: int = 0
) -> tuple[object, ...]:
    """Closest match first, then the largest share of the business, then the nearest, then the firm with most sentences."""
    return -strength, -(share or 0), _DISTANCES.index(far), _BASES.index(basis), -sentences, name, firm
