"""How a graph gets into Neo4j: constraints first, then batches in a fixed order, then what is no longer there goes.

Batches are written in lanes, several at once. Every batch is one transaction, which also moves the mark of its lane (a node
``LianpuLoad``). So a batch whose answer was lost is not written twice, and a load that broke off goes on behind its last batches,
if the graph is still the same. The marks are gone when all is done.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ThreadPoolExecutor, wait
from itertools import islice
from typing import Any

import msgspec
from neo4j import Session

from lianpu.errors import ServerError
from lianpu.graph.stores import neo4j_write as write
from lianpu.graph.stores.neo4j_write import Batch, Mark
from lianpu.graph.stores.property_graph import PropertyGraph
from lianpu.graph.stores.protocol import Progress

BATCH = 10_000
"""Rows of one statement."""
LANES = 2
"""Batches written at once: while one is committed, the next one is read."""


class Loaded(msgspec.Struct, frozen=True):
    """What a server holds of a graph after loading, and how many nodes and relationships were removed."""

    nodes: int
    edges: int
    removed: int


class _Lane:
    """A session and the batches that it writes, one after the other."""

    def __init__(self, session: Session, batches: Sequence[Batch]) -> None:
        self.session = session
        self.batches = batches

    def write(self, mark: Mark, number: int) -> Batch:
        """Write the batch of this number, unless the mark is behind it."""
        batch = self.batches[number]
        if number >= mark.done:
            self.session.execute_write(write.step, msgspec.structs.replace(mark, done=number), batch)
        return batch


class Loading:
    """One load: ``nodes`` and ``edges`` count what the server has taken so far."""

    def __init__(
        self, sessions: Sequence[Session], data: PropertyGraph, name: str, progress: Progress | None, size: int = BATCH
    ) -> None:
        """Nothing is sent yet.

        :param sessions: one for each of the batches that are written at once.
        :param size: rows of a batch.
        """
        self.nodes = self.edges = 0
        self._session = sessions[0]
        self._data = data
        self._name = name
        self._progress = progress
        nodes, edges = tuple(_node_batches(data, size)), tuple(_edge_batches(data, size))
        lanes = len(sessions)
        self._lanes = tuple(_Lane(one, nodes[i::lanes] + edges[i::lanes]) for i, one in enumerate(sessions))
        self._middles = tuple(len(nodes[i::lanes]) for i in range(lanes))
        self._total = sum(len(batch.rows) for batch in nodes + edges)
        self._digest = _digest(nodes + edges, lanes)

    def run(self) -> Loaded:
        """Bring the server up to date.

        :raises ServerError: another load of this name is under way, or somebody removes what is being written.
        """
        self._session.execute_write(write.define)
        self._session.run("CALL db.awaitIndexes(300)").consume()
        lanes = len(self._lanes)
        marks = self._session.execute_write(write.begin, self._name, self._digest, lanes)
        self._write(marks)
        found = self._session.execute_read(write.counts, self._name)
        wanted = _sizes(self._data)
        if any(found[key] < count for key, count in wanted.items()):
            # Somebody has removed nodes while an earlier load of the same graph was waiting to be completed.
            self._write(self._session.execute_write(write.begin_anew, self._name, self._digest, lanes))
            found = self._session.execute_read(write.counts, self._name)
        removed = self._remove({key for key, count in found.items() if count > wanted[key]})
        held = self._session.execute_read(write.counts, self._name) if removed else found
        if held != wanted:
            raise ServerError("counts_differ")
        self._session.execute_write(write.end, marks)
        nodes = sum(count for key, count in held.items() if key in self._data.nodes)
        return Loaded(nodes, held.total() - nodes, removed)

    def _write(self, marks: Sequence[Mark]) -> None:
        self.nodes = self.edges = 0
        with ThreadPoolExecutor(len(self._lanes)) as pool:
            # All nodes are there before the first relationship looks for its ends.
            self._write_all(pool, marks, [range(middle) for middle in self._middles])
            ends = (range(middle, len(lane.batches)) for middle, lane in zip(self._middles, self._lanes, strict=True))
            self._write_all(pool, marks, list(ends))

    def _write_all(self, pool: Executor, marks: Sequence[Mark], numbers: Sequence[range]) -> None:
        """These batches of every lane. A lane goes on when progress has been told of its last batch."""
        left = [iter(some) for some in numbers]
        running: dict[Future[Batch], int] = {}

        def go_on(lane: int) -> None:
            for number in islice(left[lane], 1):
                running[pool.submit(self._lanes[lane].write, marks[lane], number)] = lane

        try:
            for lane in range(len(self._lanes)):
                go_on(lane)
            while running:
                for done in wait(running, return_when=FIRST_COMPLETED).done:
                    batch = done.result()
                    lane = running.pop(done)
                    self._count(batch)
                    if self._progress is not None:
                        self._progress(self.nodes + self.edges, self._total, batch.label)
                    go_on(lane)
        finally:
            # What the other lane is still writing when one fails counts, too.
            for done in wait(running).done:
                if done.exception() is None:
                    self._count(done.result())

    def _count(self, batch: Batch) -> None:
        if batch.ends is None:
            self.nodes += len(batch.rows)
        else:
            self.edges += len(batch.rows)

    def _remove(self, kinds: set[str]) -> int:
        """What the graph does not have, of the kinds of which the server has more."""
        edges: dict[str, set[tuple[Any, ...]]] = {kind: set() for kind in kinds - self._data.nodes.keys()}
        for (kind, _, _), rows in self._data.edges.items():
            if kind in edges:
                edges[kind] |= {(row["s"], row["o"], row["origin"]) for row in rows}
        removed = sum(self._remove_edges(kind, kept) for kind, kept in sorted(edges.items()))
        return removed + sum(self._remove_nodes(label) for label in sorted(kinds & self._data.nodes.keys()))

    def _remove_edges(self, kind: str, kept: set[tuple[Any, ...]]) -> int:
        # Compared here: in Cypher a list of thousands would be searched from its beginning for every row.
        text = f"""MATCH (a {{graph: $name}})-[r:{kind}]->(b {{graph: $name}})
            RETURN elementId(r) AS id, a.id AS s, b.id AS o, r.origin AS origin"""
        old = [row["id"] for row in self._session.run(text, name=self._name) if (row["s"], row["o"], row["origin"]) not in kept]
        delete = f"UNWIND $old AS id MATCH ()-[r:{kind}]->() WHERE elementId(r) = id DELETE r"
        return self._deleted(delete, old)

    def _remove_nodes(self, label: str) -> int:
        kept = {row["id"] for row in self._data.nodes[label]}
        text = f"MATCH (n:{label}) WHERE n.graph = $name AND n.id IS NOT NULL RETURN n.id AS id"
        old = [row["id"] for row in self._session.run(text, name=self._name) if row["id"] not in kept]
        return self._deleted(f"UNWIND $old AS id MATCH (n:{label} {{graph: $name, id: id}}) DETACH DELETE n", old)

    def _deleted(self, text: str, old: Sequence[str]) -> int:
        for start in range(0, len(old), BATCH):
            some = old[start : start + BATCH]
            self._session.execute_write(write.delete, text, some, self._name)
        return len(old)


def _node_batches(data: PropertyGraph, size: int) -> Iterator[Batch]:
    for label, rows in data.nodes.items():
        yield from (Batch(label, None, rows[start : start + size]) for start in range(0, len(rows), size))


def _edge_batches(data: PropertyGraph, size: int) -> Iterator[Batch]:
    for (kind, left, right), rows in data.edges.items():
        yield from (Batch(kind, (left, right), rows[start : start + size]) for start in range(0, len(rows), size))


def _digest(batches: Sequence[Batch], lanes: int) -> str:
    """Tells graphs apart, and ways to cut them into batches."""
    digest = hashlib.blake2b(str(lanes).encode(), digest_size=16)
    encoder = msgspec.json.Encoder()
    for batch in batches:
        digest.update(encoder.encode((batch.label, batch.ends, batch.rows)))
    return digest.hexdigest()


def _sizes(data: PropertyGraph) -> Counter[str]:
    """What :func:`write.counts` should find."""
    sizes: Counter[str] = Counter({label: len(rows) for label, rows in data.nodes.items()})
    for (kind, _, _), rows in data.edges.items():
        sizes[kind] += len(rows)
    return +sizes
