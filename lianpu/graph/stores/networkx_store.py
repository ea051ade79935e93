"""The graph in memory: paths and neighbourhoods, which query languages of embedded stores lack or do slowly."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise

import msgspec
import networkx as nx

from lianpu.errors import UnknownNameError
from lianpu.graph.names import is_general
from lianpu.graph.records import Graph
from lianpu.model import Entity, Fact

NOT_THROUGH = frozenset({"Region", "Policy", "Agency"})
"""Classes that join almost anything: a way through them says nothing."""
PLACING = frozenset({"locatedIn", "partOf"})
BY_PLACE = 2
"""What a step to or from a place counts: being in one park says less than one trade with another."""


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One step of a path: the fact walked along, and whether from its object to its subject (``backward``).

    ``reference`` marks a statement of a reference chain, which no document of the graph says.
    """

    source: str
    target: str
    fact: Fact
    backward: bool
    reference: bool


def multigraph(graph: Graph) -> nx.MultiDiGraph[str]:
    """Entities as nodes, facts as edges keyed by predicate and origin; the attributes are those of the records."""
    out: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for entity in graph.entities:
        out.add_node(
            entity.id, type=entity.type, name=entity.name, aliases=entity.aliases, code=entity.code, origin=entity.origin
        )
    for fact in graph.facts:
        out.add_edge(
            fact.s,
            fact.o,
            key=f"{fact.p}@{fact.origin}",
            predicate=fact.p,
            status=fact.status,
            confidence=fact.confidence,
            documents=fact.documents,
            rule=fact.rule,
            origin=fact.origin,
        )
    return out


class NetworkxStore:
    """Paths and neighbourhoods over a graph."""

    def __init__(self, graph: Graph) -> None:
        self.types = {entity.id: entity.type for entity in graph.entities}
        self._wide = {e.id for e in graph.entities if is_wide(e)}
        self._facts = tuple(fact for fact in graph.facts if is_walked(fact))
        self._ways: nx.Graph[str] = nx.Graph()
        self._between: dict[tuple[str, str], Fact] = {}
        for fact in self._facts:
            self._ways.add_edge(fact.s, fact.o)
            for ends in ((fact.s, fact.o), (fact.o, fact.s)):
                known = self._between.get(ends)
                if known is None or preference(fact) < preference(known):
                    self._between[ends] = fact

    def path(self, source: str, target: str) -> tuple[Step, ...]:
        """A shortest way between two entities, whichever way facts point; empty if there is none.

        It walks facts of documents other than ``seeks`` and statements of reference chains, and passes through no
        region, policy or agency and no sector as wide as 制造业. A step to or from a place counts as two. Of ways of one
        length it takes that with fewest chain statements, and of these at each step the next entity that is first by id.

        :raises UnknownNameError: the graph has no entity of such an id.
        """
        self._known((source, target))
        if source == target or source not in self._ways or target not in self._ways:
            return ()
        ends = (source, target)

        def cost(_: str, to: str, weights: dict[str, int]) -> int | None:
            return None if to in self._wide and to not in ends else weights["weight"]

        try:
            length = nx.dijkstra_path_length(self._weighted, target, source, weight=cost)
        except nx.NetworkXNoPath:
            return ()
        before, _ = nx.dijkstra_predecessor_and_distance(self._weighted, target, cutoff=length, weight=cost)
        nodes = [source]
        while nodes[-1] != target:
            nodes.append(min(before[nodes[-1]]))
        return tuple(self._step(left, right) for left, right in pairwise(nodes))

    @cached_property
    def _weighted(self) -> nx.Graph[str]:
        """The ways, weighed: what a chain states costs a trifle more than a fact of a document, all of it less than a step."""
        step = len(self._ways) + 1
        weighted: nx.Graph[str] = nx.Graph()
        for left, right in self._ways.edges:
            fact = self._between[left, right]
            steps = BY_PLACE if fact.p in PLACING else 1
            weighted.add_edge(left, right, weight=steps * step + is_reference(fact))
        return weighted

    def neighbourhood(self, center: str, hops: int = 1) -> tuple[Fact, ...]:
        """Facts of documents and statements of chains whose ends are at most so many steps from an entity.

        :raises UnknownNameError: the graph has no entity of such an id.
        """
        self._known((center,))
        if center not in self._ways:
            return ()
        near = nx.single_source_shortest_path_length(self._ways, center, cutoff=hops)
        return tuple(fact for fact in self._facts if fact.s in near and fact.o in near)

    def _step(self, left: str, right: str) -> Step:
        fact = self._between[left, right]
        return Step(source=left, target=right, fact=fact, backward=fact.s != left, reference=is_reference(fact))

    def _known(self, identifiers: Iterable[str]) -> None:
        for identifier in identifiers:
            if identifier not in self.types:
                raise UnknownNameError("no_entity", name=identifier)


def is_wide(entity: Entity) -> bool:
    """Whether an entity joins almost anything, so that no path passes through it."""
    return entity.type in NOT_THROUGH or is_general(entity.type, entity.name)


def is_walked(fact: Fact) -> bool:
    """Whether a path may follow a fact."""
    return fact.p != "seeks" and fact.s != fact.o and (fact.origin == "documents" or is_reference(fact))


def is_reference(fact: Fact) -> bool:
    """Whether a reference chain states it, and no document."""
    return fact.origin.startswith("chain/")


def preference(fact: Fact) -> tuple[bool, float, str, str]:
    """Of several facts between two entities: one of a document, the surest."""
    return is_reference(fact), -fact.confidence, fact.p, fact.s
