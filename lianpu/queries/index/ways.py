"""A shortest way between two entities, over arrays: the same as :meth:`NetworkxStore.path` finds in memory."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from lianpu.graph.records import Graph
from lianpu.graph.stores.networkx_store import BY_PLACE, PLACING, is_reference, is_walked, is_wide, preference
from lianpu.model import Fact
from lianpu.queries.index.folder import Array, Reader, Writer
from lianpu.queries.index.groups import Groups, write_groups

_STEP = 1 << 32
"""What a step counts; a statement of a reference chain counts one more."""
_FAR = np.iinfo(np.int64).max


def write_ways(writer: Writer, graph: Graph, numbers: Mapping[str, int]) -> None:
    """Who can be gone to from where, and by which fact: of several the one that a path prefers."""
    best: dict[tuple[int, int], tuple[Fact, int]] = {}
    for number, fact in enumerate(graph.facts):
        if is_walked(fact):
            s, o = numbers[fact.s], numbers[fact.o]
            ends = (s, o) if s < o else (o, s)
            known = best.get(ends)
            if known is None or preference(fact) < preference(known[0]):
                best[ends] = fact, number
    pairs: Array = np.array(list(best), np.uint32).reshape(-1, 2)
    by = np.fromiter((number for _, number in best.values()), np.uint32, len(best))
    costs = np.fromiter((_cost(fact) for fact, _ in best.values()), np.uint8, len(best))
    left, right = np.concatenate((pairs, pairs[:, ::-1])).T
    write_groups(writer, "ways", left, right, len(graph.entities))
    order = np.lexsort((right, left))
    writer.array("ways.fact", np.tile(by, 2)[order])
    writer.array("ways.cost", np.tile(costs, 2)[order])
    writer.array("wide", np.fromiter((is_wide(one) for one in graph.entities), np.bool_, len(graph.entities)))


def _cost(fact: Fact) -> int:
    """Steps in the upper bits, whether a reference chain says it in the lowest."""
    return (BY_PLACE if fact.p in PLACING else 1) << 1 | is_reference(fact)


class Ways:
    """Reads what :func:`write_ways` wrote."""

    def __init__(self, reader: Reader) -> None:
        self._ways = Groups(reader, "ways")
        self._fact = reader.array("ways.fact")
        self._cost = reader.array("ways.cost")
        self._wide = reader.array("wide")

    def path(self, source: int, target: int) -> list[tuple[int, int]]:
        """Numbers of the facts of a shortest way and of the entities that they lead to; empty if there is none."""
        if source == target:
            return []
        far = self._distances(target, source)
        if far[source] == _FAR:
            return []
        steps: list[tuple[int, int]] = []
        at = source
        while at != target:
            to, fact, cost, _ = self._from(np.array([at]))
            nearer = (far[to] == far[at] - cost) & (~self._wide[to] | (to == target))
            # Those of a group are sorted: the first of them is the first by id.
            first = int(np.argmax(nearer))
            at = int(to[first])
            steps.append((int(fact[first]), at))
        return steps

    def _from(self, nodes: Array) -> tuple[Array, Array, Array, Array]:
        """Where one can go from some nodes, by which fact and at what cost, and the place of the node that one comes from."""
        start, end = self._ways.start[nodes].astype(np.int64), self._ways.start[nodes + 1].astype(np.int64)
        counts = end - start
        places = np.repeat(start - (np.cumsum(counts) - counts), counts) + np.arange(int(counts.sum()))
        cost = self._cost[places]
        weight = (cost >> 1).astype(np.int64) * _STEP + (cost & 1)
        return self._ways.value[places], self._fact[places], weight, np.repeat(np.arange(len(nodes)), counts)

    def _distances(self, start: int, end: int) -> Array:
        """Cost of the ways from a node to those that are no farther than another one, step by step; through none that is wide."""
        far = np.full(len(self._wide), _FAR)
        far[start] = 0
        waiting: dict[int, list[Array]] = {0: [np.array([start])]}
        step = 0
        while waiting and step <= far[end] // _STEP:
            nodes = np.unique(np.concatenate(waiting.pop(step, [_NOBODY])))
            # Some have been reached in fewer steps meanwhile.
            nodes = nodes[far[nodes] // _STEP == step]
            nodes = nodes[~self._wide[nodes] | (nodes == start)]
            to, _, cost, whence = self._from(nodes)
            reached = far[nodes[whence]] + cost
            nearer = reached < far[to]
            to, reached = to[nearer], reached[nearer]
            np.minimum.at(far, to, reached)
            for later in range(1, BY_PLACE + 1):
                some = to[reached // _STEP == step + later].astype(np.int64)
                if len(some):
                    waiting.setdefault(step + later, []).append(some)
            step += 1
        return far


_NOBODY = np.empty(0, np.int64)
