"""Which entity lines of different documents are one thing. What is doubtful stays apart and goes to the review list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import combinations

from lianpu.graph.names import firm_core, is_legal_name, normal, scope_of, topic_key
from lianpu.graph.nodes import SCOPED, Node
from lianpu.graph.places import Places
from lianpu.ids import entity_id
from lianpu.model import EntityType

TOPICS = ("Industry", "Product")
SIMILAR = 0.8
"""From this likeness on, two firms' names of one city are shown for review."""


@dataclass(slots=True, eq=False)
class Cluster:
    """Nodes that are one thing. ``known`` are the ids by which a judgement may call it."""

    nodes: list[Node]
    known: set[str] = field(default_factory=set)

    @property
    def documents(self) -> set[str]:
        """Ids of the documents in which it is named."""
        return {node.document for node in self.nodes}

    @property
    def type(self) -> EntityType:
        """Its class; an industry if one document calls it so, since chains must hang together."""
        types = {node.line.type for node in self.nodes}
        return "Industry" if "Industry" in types else min(types)

    @property
    def cities(self) -> frozenset[str]:
        """Where it is said to be."""
        return frozenset().union(*(node.cities for node in self.nodes))

    @property
    def surfaces(self) -> set[str]:
        """Compared forms of all names, those of one character left out."""
        names = (name for node in self.nodes for name in (node.line.name, *node.line.aliases))
        return {form for name in names if len(form := normal(name)) > 1}

    @property
    def key(self) -> tuple[str, ...]:
        """Orders clusters for good: by class and by the members."""
        return self.type, *(part for member in sorted(node.member for node in self.nodes) for part in member)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two clusters that may be one."""

    left: Cluster
    right: Cluster
    reason: str
    score: float


class Clustering:
    """Merges step by step, most certain first; entities that one document tells apart are never put together."""

    def __init__(
        self, nodes: Iterable[Node], places: Places, ids: Mapping[tuple[str, str], Sequence[str]], apart: set[frozenset[str]]
    ) -> None:
        self.places = places
        self.apart = apart
        self.doubts: list[Doubt] = []
        groups: dict[tuple[str, str, str], Cluster] = {}
        for node in nodes:
            cluster = groups.setdefault(_strict_key(node), Cluster([]))
            cluster.nodes.append(node)
            cluster.known |= {entity_id(node.line.type, node.line.name), *ids.get(node.member, ())}
        self.clusters = list(groups.values())

    def run(self, together: Sequence[tuple[str, str]]) -> list[Cluster]:
        """All clusters, sorted. ``together`` are pairs of ids that a reader says are one."""
        for left, right in together:
            self._settle(left, right)
        self._topics()
        self._firms()
        self._neighbours()
        self.doubts = [d for d in self.doubts if d.left is not d.right and not self._forbidden(d.left, d.right)]
        return sorted(self.clusters, key=lambda cluster: cluster.key)

    # -- steps ----------------------------------------------------------------------------------------------------

    def _settle(self, left: str, right: str) -> None:
        ours = [c for c in self.clusters if left in c.known]
        theirs = [c for c in self.clusters if right in c.known]
        if ours and theirs and ours[0] is not theirs[0]:
            self._join(ours[0], theirs[0])

    def _topics(self) -> None:
        """轴承产业 and 轴承 of different documents, whichever class they have."""
        groups: dict[str, list[Cluster]] = defaultdict(list)
        for cluster in self.clusters:
            if cluster.type in TOPICS:
                groups[topic_key(cluster.nodes[0].line.name)].append(cluster)
        for group in groups.values():
            kept: list[Cluster] = []
            for cluster in sorted(group, key=lambda c: (c.type != "Industry", -len(c.documents), c.key)):
                host = next((k for k in kept if self._may_join(k, cluster)), None)
                if host is None:
                    kept.append(cluster)
                else:
                    self._join(host, cluster)

    def _firms(self) -> None:
        for pairs in (self._same_surface, self._same_core):
            merged: dict[int, Cluster] = {}
            for score, left, right, reason in sorted(pairs(), key=lambda p: (-p[0], p[1].key, p[2].key)):
                a, b = _current(merged, left), _current(merged, right)
                if a is b or not self._may_join(a, b):
                    continue
                if self._agree(a, b, reason):
                    self._join(a, b)
                    merged[id(b)] = a
                else:
                    self.doubts.append(Doubt(a, b, reason, score))
            self.doubts = [Doubt(_current(merged, d.left), _current(merged, d.right), d.reason, d.score) for d in self.doubts]

    def _same_surface(self) -> Iterator[tuple[float, Cluster, Cluster, str]]:
        for group in self._grouped(lambda cluster: cluster.surfaces).values():
            for left, right in combinations(group, 2):
                legal = any(is_legal_name(form) for form in left.surfaces & right.surfaces)
                yield (0.9 if legal else 0.6), left, right, ("same-legal-name" if legal else "same-name")

    def _same_core(self) -> Iterator[tuple[float, Cluster, Cluster, str]]:
        """金帝集团 and 金帝; 山东金帝精密机械科技有限公司 and 金帝, where only one firm can be meant."""
        by_core = self._grouped(lambda cluster: {firm_core(form) for form in cluster.surfaces if not is_legal_name(form)})
        for group in by_core.values():
            for left, right in combinations(group, 2):
                yield 0.5, left, right, "same-brand"
        for cluster in self._of_type("Enterprise"):
            for form in sorted(filter(is_legal_name, cluster.surfaces)):
                core = self._without_place(firm_core(form))
                for end in range(2, len(core)):
                    for other in by_core.get(core[:end], ()):
                        if other is not cluster:
                            yield 0.4, cluster, other, "brand-in-legal-name"

    def _neighbours(self) -> None:
        """Pairs that nothing above joins and that yet look like one: near names of a city, a park named in nested areas."""
        buckets: dict[tuple[str, str], list[Cluster]] = defaultdict(list)
        for cluster in self._of_type("Enterprise"):
            for city in cluster.cities:
                buckets[city, self._without_place(firm_core(cluster.nodes[0].line.name))[:2]].append(cluster)
        for group in buckets.values():
            for left, right in combinations(group, 2):
                likeness = SequenceMatcher(None, left.nodes[0].line.name, right.nodes[0].line.name, autojunk=False).ratio()
                if likeness >= SIMILAR and self._may_join(left, right):
                    self.doubts.append(Doubt(left, right, "near-name", round(likeness / 2, 3)))
        scoped: dict[tuple[str, str], list[Cluster]] = defaultdict(list)
        for cluster in self.clusters:
            if cluster.type in SCOPED:
                scoped[cluster.type, normal(cluster.nodes[0].line.name)].append(cluster)
        for group in scoped.values():
            for left, right in combinations(group, 2):
                if self._nested({left.nodes[0].scope}, {right.nodes[0].scope}) and self._may_join(left, right):
                    self.doubts.append(Doubt(left, right, "same-name-nested-area", 0.4))

    # -- conditions -----------------------------------------------------------------------------------------------

    def _may_join(self, left: Cluster, right: Cluster) -> bool:
        return not left.documents & right.documents and not self._forbidden(left, right)

    def _forbidden(self, left: Cluster, right: Cluster) -> bool:
        return any(frozenset((a, b)) in self.apart for a in left.known for b in right.known) if self.apart else False

    def _agree(self, left: Cluster, right: Cluster, reason: str) -> bool:
        """A registered name is enough; a name in use needs that no place speaks against it; a brand needs a place for it."""
        if reason == "same-legal-name":
            return True
        if self._nested(left.cities, right.cities):
            return True
        return reason == "same-name" and not (left.cities and right.cities)

    def _nested(self, left: Iterable[str], right: Iterable[str]) -> bool:
        contains = self.places.table.contains
        return any(a and b and (contains(a, b) or contains(b, a)) for a in left for b in right)

    def _without_place(self, core: str) -> str:
        known = self.places.table.names()
        end = next((n for n in range(min(8, len(core) - 2), 1, -1) if core[:n] in known), 0)
        return core[end:]

    def _of_type(self, kind: EntityType) -> list[Cluster]:
        return [cluster for cluster in self.clusters if cluster.type == kind]

    def _grouped(self, forms: Callable[[Cluster], set[str]]) -> dict[str, list[Cluster]]:
        groups: dict[str, list[Cluster]] = defaultdict(list)
        for cluster in self._of_type("Enterprise"):
            for form in sorted(forms(cluster)):
                groups[form].append(cluster)
        return groups

    def _join(self, host: Cluster, guest: Cluster) -> None:
        host.nodes += guest.nodes
        host.known |= guest.known
        self.clusters.remove(guest)


def _current(merged: Mapping[int, Cluster], cluster: Cluster) -> Cluster:
    while id(cluster) in merged:
        cluster = merged[id(cluster)]
    return cluster


def _strict_key(node: Node) -> tuple[str, str, str]:
    """What is certainly one thing: same class and name (topics: whichever class), same code, same area."""
    kind = "Topic" if node.line.type in TOPICS else node.line.type
    if node.code is not None:
        return kind, "", node.code
    area = node.scope
    if node.line.type == "Enterprise" and not is_legal_name(node.line.name):
        area = node.document  # a name in use is compared with places, in a later step
    elif node.line.type == "Institution" and scope_of(node.line.name) not in (None, "nation"):
        area = node.region or ""
    return kind, normal(node.line.name), area
