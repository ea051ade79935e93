"""The rows of a report in the making: what is sought, the reference links, the documents' own stages, further products."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from lianpu.model import Fact, Position
from lianpu.ontology.chains import Link
from lianpu.queries.matching import Match, Matcher, Term, is_generic, is_trading
from lianpu.queries.scope import Catalogue, Local, Selected, link_term
from lianpu.queries.view import View

_SAME = ("exact", "synonym")


@dataclass(frozen=True)
class Concept:
    """What one row is about. ``entity`` is the document's word for it, ``link`` the reference link that it falls under."""

    kind: Literal["sought", "link", "stage", "extra"]
    term: Term
    entity: str | None = None
    link: Link | None = None
    match: Match | None = None
    generic: bool = False
    position: Position | None = None
    order: int | None = None

    @property
    def key(self) -> str:
        """Key of the term: an entity id, or a link's name."""
        return self.term.key

    @property
    def same_as_link(self) -> bool:
        """Whether the row is the link, not a kind of it."""
        return self.link is not None and (self.match is None or self.match.reason in _SAME and not self.match.part)


def _market(concept: Concept) -> bool:
    return concept.link is not None and concept.link.market


def meanings(view: View, concept: Concept) -> Mapping[str, Match]:
    """Industries and products of the graph that are the concept or a kind of it, without mere possibilities."""
    found = {entity: match for entity, match in view.topics.match(concept.term).items() if not match.possible}
    if concept.entity is not None:
        name = concept.term.name
        found[concept.entity] = Match(reason="exact", strength=1.0, word=name, mention=name)
    return found


class ChainScope:
    """A chain as the documents of a region see it: its industries, what they seek, and the concepts that make the rows."""

    def __init__(self, catalogue: Catalogue, local: Local, selected: Selected) -> None:
        self.catalogue = catalogue
        self.view = catalogue.view
        self.local = local
        self.selected = selected
        self.direct = local.direct(selected)
        self.parents = local.parents(self.direct)
        self._links: Mapping[str, Link] = {link.name: link for link in selected.links}
        self._link_matcher = Matcher(link_term(link) for link in selected.links)

    def link_of(self, entity: str) -> tuple[Link, Match] | None:
        """The reference link that an entity falls under, the strongest first; none if the match is only a possibility."""
        found = [(m, k) for k, m in self._link_matcher.match(*self.view.names(entity)).items() if not m.possible]
        if not found:
            return None
        match, key = min(found, key=lambda pair: (-pair[0].strength, -len(pair[0].word), pair[1]))
        return self._links[key], match

    # -- what is sought -------------------------------------------------------------------------------------------

    @cached_property
    def sought(self) -> tuple[Fact, ...]:
        """``seeks`` facts of the region's documents that are gaps of this chain."""
        return tuple(fact for fact in self._local_seeks if self._belongs(fact))

    @cached_property
    def sought_elsewhere(self) -> tuple[Fact, ...]:
        """``seeks`` facts of the region's documents that belong to other chains."""
        own = set(self.sought)
        return tuple(fact for fact in self._local_seeks if fact not in own)

    @property
    def _local_seeks(self) -> Iterable[Fact]:
        return (fact for facts in self.local.seeks.values() for fact in facts)

    def _belongs(self, fact: Fact) -> bool:
        if fact.s in self.direct:
            return True
        owner = self.view.entities[fact.s]
        here = owner.type in ("Region", "Park") and self.view.within(fact.s, self.local.region)
        if not here and fact.s not in self.parents:
            return False
        if fact.o in self.direct or self._in_chain(fact.o):
            return True
        return owner.type == "Park" and self._only_focus(fact.s)

    def _in_chain(self, entity: str) -> bool:
        found = self.link_of(entity)
        return found is not None and not found[0].generic

    def _only_focus(self, park: str) -> bool:
        """Whether all industries that a park focuses on are of this chain."""
        facts = (f for f in self.view.out("focusesOn", park) if self.local.said(f))
        industries = {f.o for f in facts if self.view.entities[f.o].type == "Industry"}
        return bool(industries) and industries <= self.direct

    # -- concepts -------------------------------------------------------------------------------------------------

    def concepts(self) -> tuple[Concept, ...]:
        """Concepts of the rows, without further products: what is sought, then links and stages not sought as such. Markets
        have rows only where documents name them, in their words.
        """
        sought = [self._sought_concept(entity) for entity in sorted({fact.o for fact in self.sought})]
        known = {concept.entity for concept in sought}
        stages = [self._stage_concept(fact) for fact in self._stages() if fact.o != fact.s and fact.s not in known]
        fresh = {concept.entity: concept for concept in stages if not concept.same_as_link or _market(concept)}
        taken = {concept.link.name for concept in sought if concept.link and concept.same_as_link}
        links = [self._link_concept(link) for link in self.selected.links if link.name not in taken and not link.market]
        return (*sought, *links, *fresh.values())

    def _stages(self) -> Iterable[Fact]:
        facts = {fact for industry in self.direct for fact in self.view.into("stageOf", industry) if self.local.said(fact)}
        return sorted(facts, key=lambda f: (f.o, f.order or 0, f.position or "", f.s))

    def _sought_concept(self, entity: str) -> Concept:
        found = self.link_of(entity)
        link, match = found if found else (None, None)
        names = self.view.names(entity)
        words = link_term(link) if link and match and match.reason in _SAME and not match.part else None
        term = Term(
            key=entity,
            name=names[0],
            synonyms=(*names[1:], *((words.name, *words.synonyms) if words else ())),
            narrower=words.narrower if words else (),
            unless=words.unless if words else (),
            exactly=words.exactly if words else (),
        )
        stage = next((f for f in self._stages() if f.s == entity), None)
        position = stage.position if stage else link.position if link else None
        order = link.order if link else stage.order if stage else None
        return Concept("sought", term, entity, link, match, False, position, order)

    def _link_concept(self, link: Link) -> Concept:
        return Concept("link", link_term(link), None, link, None, link.generic, link.position, link.order)

    def _stage_concept(self, fact: Fact) -> Concept:
        names = self.view.names(fact.s)
        found = self.link_of(fact.s)
        link, match = found if found else (None, None)
        generic = any(is_generic(name) for name in names) or bool(link and link.generic)
        term = Term(key=fact.s, name=names[0], synonyms=names[1:])
        return Concept("stage", term, fact.s, link, match, generic, fact.position, fact.order)

    def extra(self, entity: str) -> Concept:
        """A further product of the chain in the region, under the link that it falls under."""
        names = self.view.names(entity)
        found = self.link_of(entity)
        link, match = found if found else (None, None)
        term = Term(key=entity, name=names[0], synonyms=names[1:])
        return Concept(
            "extra",
            term,
            entity,
            link,
            match,
            is_generic(names[0]) or is_trading(names[0]),
            link.position if link else None,
            link.order if link else None,
        )
