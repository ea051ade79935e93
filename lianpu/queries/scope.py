"""Which chain is meant, which industries of the graph are it, and what a region's documents say of it."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from lianpu.errors import UnknownNameError
from lianpu.model import Claim, Fact
from lianpu.ontology.chains import Chain, Link, LinkKey
from lianpu.queries.matching import Match, Matcher, MentionIndex, Term, core
from lianpu.queries.records import Basis
from lianpu.queries.view import View

COVERING = ("focusesOn", "seeks", "stageOf", "anchors", "regulates")
"""A document covers a chain when it says one of these of the chain's industry."""
OWN = ("focusesOn", "seeks")
"""…or when the industry is itself the subject of one of these."""


@dataclass(frozen=True)
class Selected:
    """A chain to report on: a reference chain, or an industry of the documents with stages or seeks."""

    name: str
    kind: Literal["reference", "documents"]
    chain: Chain | None
    industries: frozenset[str]

    @property
    def links(self) -> tuple[Link, ...]:
        """Links of the reference chain; none for a chain of the documents."""
        return self.chain.links if self.chain else ()


def link_term(link: Link) -> Term:
    """The words of a reference link."""
    return Term(
        key=link.name, name=link.name, synonyms=link.synonyms, narrower=link.narrower, unless=link.unless, exactly=link.exactly
    )


class Catalogue:
    """All chains that can be asked for in a graph."""

    def __init__(self, view: View, reference: Mapping[str, Chain]) -> None:
        self.view = view
        self.reference = reference
        terms = (Term(key=c.name, name=c.name, synonyms=c.industries) for c in reference.values())
        self._matcher = Matcher(terms)

    @cached_property
    def chains_of(self) -> Mapping[str, frozenset[str]]:
        """Names of the reference chains that an industry of the graph is (轴承及保持器产业 → 轴承)."""
        return {e.id: self._chains(e.name, *e.aliases) for e in self.view.of_type("Industry")}

    @cached_property
    def industries_of(self) -> Mapping[str, frozenset[str]]:
        """Industries of the graph by the reference chains that they are."""
        found: dict[str, set[str]] = defaultdict(set)
        for industry, names in self.chains_of.items():
            for name in names:
                found[name].add(industry)
        return {name: frozenset(industries) for name, industries in found.items()}

    def _chains(self, *names: str) -> frozenset[str]:
        """The chains that the first of the names tells which tells any; see docs/decisions/0023."""
        return next((found for name in names if (found := self._closest(name))), frozenset())

    def _closest(self, name: str) -> frozenset[str]:
        """Of the chains that a name ends in, those of the longest word: 新能源汽车 is not also the wider chain of 汽车."""
        matches = {chain: match for chain, match in self._matcher.match(name).items() if not match.possible}
        longest = max((len(match.word) for match in matches.values()), default=0)
        return frozenset(chain for chain, match in matches.items() if match.part or len(match.word) == longest)

    def only_serves(self, industry: str, thing: str) -> bool:
        """Whether a thing is the sector of another chain: an industry that focuses on it serves it (数字经济 that of 轴承), and
        does not make its goods, unless documents put it below that industry.
        """
        chains = self.chains_of.get(thing, frozenset())
        if not chains or not chains.isdisjoint(self.chains_of.get(industry, ())):
            return False
        return all(fact.o != industry for fact in self.view.out("subIndustryOf", thing))

    def related(self, chain: str) -> tuple[str, ...]:
        """Wider and narrower chains: those by whose words the names of the chain end, and the other way round."""
        return self._related.get(chain, ())

    @cached_property
    def _related(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, set[str]] = defaultdict(set)
        for chain in self.reference.values():
            for other, match in self._matcher.match(chain.name).items():
                if other != chain.name and not match.possible and not match.part:
                    found[chain.name].add(other)
                    found[other].add(chain.name)
        return {chain: tuple(sorted(others)) for chain, others in found.items()}

    # -- what chains put out --------------------------------------------------------------------------------------

    @cached_property
    def _outputs(self) -> Mapping[str, Link]:
        """Links that a chain puts out: not what it buys, and not what any chain has."""
        links = (link for chain in self.reference.values() for link in chain.links)
        return {"/".join(link.key): link for link in links if not link.generic and link.position != "upstream"}

    @cached_property
    def _output_index(self) -> MentionIndex:
        return MentionIndex((key, (link.name, *link.synonyms)) for key, link in self._outputs.items())

    @cached_property
    def _by_concept(self) -> Mapping[LinkKey, tuple[Link, ...]]:
        found: dict[LinkKey, list[Link]] = defaultdict(list)
        for link in self._outputs.values():
            found[link.concept].append(link)
        return {concept: tuple(links) for concept, links in found.items()}

    def outputs(self, term: Term) -> Iterator[tuple[Link, Match]]:
        """Links that chains put out and that mean a term."""
        matches = self._output_index.match(term).items()
        return ((self._outputs[key], match) for key, match in matches if not match.possible)

    def same_output(self, link: Link) -> tuple[Link, ...]:
        """Links that chains put out and that are the same thing as this one."""
        return self._by_concept.get(link.concept, ())

    # -- by name --------------------------------------------------------------------------------------------------

    @cached_property
    def _own(self) -> frozenset[str]:
        """Industries of documents that no reference chain covers but which have stages or seek something."""
        found = self.view.objects("stageOf") | self.view.subjects("seeks")
        return frozenset(i for i in found if i in self.chains_of and not self.chains_of[i])

    def _named(self, chain: Chain) -> Selected:
        return Selected(chain.name, "reference", chain, self.industries_of.get(chain.name, frozenset()))

    def _documents_chain(self, industry: str) -> Selected:
        return Selected(self.view.entities[industry].name, "documents", None, frozenset({industry}))

    def select(self, name: str) -> Selected:
        """The chain of this name.

        :raises UnknownNameError: neither a reference chain nor an industry of the graph with stages or seeks.
        """
        wanted = core(name)
        for chain in self.reference.values():
            if wanted in {core(word) for word in chain.industries}:
                return self._named(chain)
        for industry in self._called(wanted):
            if known := sorted(self.chains_of[industry]):
                return self._named(self.reference[known[0]])
            if industry in self._own:
                return self._documents_chain(industry)
        raise UnknownNameError("no_chain", name=name, near=self._near(name))

    def _called(self, wanted: str) -> Iterator[str]:
        """Industries of this name, then those that have it as an alias."""
        for first in (True, False):
            for industry in sorted(self.chains_of):
                names = self.view.names(industry)
                if wanted in {core(word) for word in (names[:1] if first else names[1:])}:
                    yield industry

    def _near(self, name: str) -> tuple[str, ...]:
        names = {core(word): chain.name for chain in self.reference.values() for word in chain.industries}
        names |= {core(self.view.entities[i].name): self.view.entities[i].name for i in sorted(self._own)}
        wanted = core(name)
        close = difflib.get_close_matches(wanted, names, n=5, cutoff=0.4)
        close += sorted(word for word in names if len(wanted) > 1 and (wanted in word or word in wanted))
        return tuple(dict.fromkeys(names[word] for word in close))[:5]

    def all(self) -> Iterator[Selected]:
        """Reference chains by name, then the documents' own chains by name."""
        yield from (self._named(chain) for chain in self.reference.values())
        yield from (self._documents_chain(i) for i in sorted(self._own, key=lambda i: (self.view.entities[i].name, i)))


@dataclass(frozen=True)
class Said:
    """That ``thing`` is developed by ``owner``, or is a stage that it carries, in these claims."""

    owner: str
    thing: str
    claims: tuple[Claim, ...]
    basis: Basis


def covering(view: View, selected: Selected) -> Iterator[Fact]:
    """The facts by which documents cover a chain."""
    yield from (f for i in selected.industries for p in COVERING for f in view.into(p, i))
    yield from (f for i in selected.industries for p in OWN for f in view.out(p, i))


def own_stage(fact: Fact) -> bool:
    """Whether a ``stageOf`` fact names a stage of the chain itself: in a sequence, or midstream, not what it buys or serves."""
    return fact.order is not None or fact.position == "midstream"


class Local:
    """What the documents of one region say. Statements of an industry count only here."""

    def __init__(self, view: View, region: str) -> None:
        self.view = view
        self.region = region
        self.documents = view.documents_of(region)
        self._anchors: dict[str, tuple[tuple[str, tuple[Claim, ...]], ...]] = {}

    def said(self, fact: Fact) -> tuple[Claim, ...]:
        """Claims of the region's documents behind a fact."""
        return self.view.said(fact, self.documents)

    def covering(self, selected: Selected) -> tuple[Claim, ...]:
        """The claims by which documents of the region cover a chain; empty if none does."""
        claims = {claim.id: claim for fact in covering(self.view, selected) for claim in self.said(fact)}
        return tuple(sorted(claims.values(), key=lambda c: (c.document, c.start, c.id)))

    def direct(self, selected: Selected) -> frozenset[str]:
        """The chain's industries and, below them, their sub-industries as the region's documents say."""
        return self._spread(selected.industries, down=True)

    def parents(self, industries: frozenset[str]) -> frozenset[str]:
        """Clusters that the region's documents put above these industries."""
        return self._spread(industries, down=False) - industries

    def _spread(self, start: frozenset[str], *, down: bool) -> frozenset[str]:
        seen, todo = set(start), sorted(start)
        while todo:
            current = todo.pop()
            facts = self.view.into("subIndustryOf", current) if down else self.view.out("subIndustryOf", current)
            found = {(f.s if down else f.o) for f in facts if self.said(f)} - seen
            seen |= found
            todo += sorted(found)
        return frozenset(seen)

    def works_here(self, firm: str) -> bool:
        """Whether a firm works in the region, as far as documents (or the place of their statement) tell."""
        return self.view.within(firm, self.region)

    def anchors(self, industry: str) -> tuple[tuple[str, tuple[Claim, ...]], ...]:
        """Local firms that lead an industry, with the claims that say so."""
        if industry not in self._anchors:
            facts = (fact for fact in self.view.into("anchors", industry) if self.works_here(fact.s))
            self._anchors[industry] = tuple((fact.s, self.view.said(fact)) for fact in facts)
        return self._anchors[industry]

    @cached_property
    def developed(self) -> Mapping[str, tuple[Said, ...]]:
        """By thing: which regions, parks and industries of the region develop it, and which industries carry it as a stage."""
        found: dict[str, list[Said]] = defaultdict(list)
        for fact in self.view.stated("focusesOn", self.documents):
            if claims := self.said(fact):
                found[fact.o].append(Said(fact.s, fact.o, claims, "focus"))
        for fact in self.view.stated("stageOf", self.documents):
            if own_stage(fact) and (claims := self.said(fact)):
                found[fact.s].append(Said(fact.o, fact.s, claims, "stage"))
        return {thing: tuple(said) for thing, said in found.items()}

    @cached_property
    def produced(self) -> Mapping[str, tuple[Fact, ...]]:
        """By thing: what local firms make, in documents and tables."""
        found: dict[str, list[Fact]] = defaultdict(list)
        for fact in (*self.view.placed("produces", self.region), *self.view.placed_in_tables("produces", self.region)):
            found[fact.o].append(fact)
        return {thing: tuple(facts) for thing, facts in found.items()}

    @cached_property
    def seeks(self) -> Mapping[str, tuple[Fact, ...]]:
        """By owner: the ``seeks`` facts that the region's documents state."""
        found: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.view.stated("seeks", self.documents):
            if self.said(fact):
                found[fact.s].append(fact)
        return {owner: tuple(facts) for owner, facts in found.items()}

    @cached_property
    def markets(self) -> frozenset[tuple[str, str]]:
        """Downstream stages with their industry, as documents of the region say: what it sells to."""
        facts = (f for f in self.view.stated("stageOf", self.documents) if f.position == "downstream")
        return frozenset((f.s, f.o) for f in facts if self.said(f))

    @cached_property
    def park_focus(self) -> Mapping[str, tuple[Fact, ...]]:
        """By thing: which parks of the region focus on it."""
        found: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.view.placed("focusesOn", self.region):
            if self.view.entities[fact.s].type == "Park":
                found[fact.o].append(fact)
        return {thing: tuple(sorted(facts, key=lambda f: f.s)) for thing, facts in found.items()}
