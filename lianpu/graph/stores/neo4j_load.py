"""How a graph gets into Neo4j: constraints first, then batches in a fixed order, then what is no longer there goes.

Every batch is one transaction, which also moves a mark (a node ``LianpuLoad``). So a batch whose answer was lost is not written
twice, and a load that broke off goes on behind its last batch, if the graph is still the same. The mark is gone when all is done.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.resources import files
from typing import Any

import msgspec
from neo4j import ManagedTransaction, Session

from lianpu.errors import ServerError
from lianpu.graph.stores.property_graph import PropertyGraph, Row
from lianpu.graph.stores.protocol import Progress
from lianpu.ontology.schema import schema

BATCH = 10_000
"""Rows of one statement."""
_MARK = "CREATE CONSTRAINT lianpu_load IF NOT EXISTS FOR (n:LianpuLoad) REQUIRE n.name IS UNIQUE"


class Loaded(msgspec.Struct, frozen=True):
    """What a server holds of a graph after loading, and how many nodes and relationships were removed."""

    nodes: int
    edges: int
    removed: int


class Batch(msgspec.Struct, frozen=True):
    """Rows of one kind: nodes of a label, or relationships of a type with the labels of their ends."""

    label: str
    ends: tuple[str, str] | None
    rows: Sequence[Row]


class _Mark(msgspec.Struct, frozen=True):
    """How far a load is. ``fresh``: the server had nothing of this name when it began, so that nothing needs to be looked for."""

    digest: str
    done: int
    fresh: bool


class Loading:
    """One load: ``nodes`` and ``edges`` count what the server has taken so far."""

    def __init__(self, session: Session, data: PropertyGraph, name: str, progress: Progress | None, size: int = BATCH) -> None:
        self.nodes = self.edges = 0
        self._session = session
        self._data = data
        self._name = name
        self._progress = progress
        self._batches = tuple(_batches(data, size))
        self._total = sum(len(batch.rows) for batch in self._batches)
        self._digest = _digest(data, size)

    def run(self) -> Loaded:
        """Bring the server up to date.

        :raises ServerError: another load of this name is under way, or somebody removes what is being written.
        """
        self._session.execute_write(_define)
        self._session.run("CALL db.awaitIndexes(300)").consume()
        self._write(self._session.execute_write(_begin, self._name, self._digest))
        found = self._session.execute_read(_counts, self._name)
        wanted = _sizes(self._data)
        if any(found[key] < count for key, count in wanted.items()):
            # Somebody has removed nodes while an earlier load of the same graph was waiting to be completed.
            self._write(self._session.execute_write(_begin_anew, self._name, self._digest))
            found = self._session.execute_read(_counts, self._name)
        removed = self._remove({key for key, count in found.items() if count > wanted[key]})
        held = self._session.execute_read(_counts, self._name)
        if held != wanted:
            raise ServerError("写完后数目不符：有别的程序同时在改这个图谱")
        self._session.execute_write(_end, self._name)
        nodes = sum(count for key, count in held.items() if key in self._data.nodes)
        return Loaded(nodes, held.total() - nodes, removed)

    def _write(self, mark: _Mark) -> None:
        self.nodes = self.edges = 0
        for number, batch in enumerate(self._batches):
            if number >= mark.done:
                self._session.execute_write(_step, self._name, msgspec.structs.replace(mark, done=number), batch)
            if batch.ends is None:
                self.nodes += len(batch.rows)
            else:
                self.edges += len(batch.rows)
            if self._progress is not None:
                self._progress(self.nodes + self.edges, self._total, batch.label)

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
            self._session.execute_write(_delete, text, some, self._name)
        return len(old)


def _batches(data: PropertyGraph, size: int) -> Iterator[Batch]:
    for label, rows in data.nodes.items():
        yield from (Batch(label, None, rows[start : start + size]) for start in range(0, len(rows), size))
    for (kind, left, right), rows in data.edges.items():
        yield from (Batch(kind, (left, right), rows[start : start + size]) for start in range(0, len(rows), size))


def _digest(data: PropertyGraph, size: int) -> str:
    """Tells graphs apart, and ways to cut them into batches."""
    digest = hashlib.blake2b(str(size).encode(), digest_size=16)
    encoder = msgspec.json.Encoder()
    for batch in _batches(data, size):
        digest.update(encoder.encode((batch.label, batch.ends, batch.rows)))
    return digest.hexdigest()


def _schema() -> Iterator[str]:
    yield _MARK
    text = (files("lianpu.ontology") / "generated" / "neo4j.cypher").read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("//"))
    yield from (statement for part in "\n".join(lines).split(";") if (statement := part.strip()))


# -- transactions -------------------------------------------------------------------------------------------------
# Labels and relationship types come from the vocabulary, never from a user; Cypher cannot bind them.


def _run(tx: ManagedTransaction, text: str, **values: Any) -> Any:
    return tx.run(text, values)


def _define(tx: ManagedTransaction) -> None:
    for statement in _schema():
        _run(tx, statement).consume()


def _begin(tx: ManagedTransaction, name: str, digest: str) -> _Mark:
    """The mark of a load of the same graph that broke off, or a new one."""
    mark = _mark(tx, name)
    if mark is not None and mark.digest == digest:
        return mark
    return _set(tx, name, _Mark(digest, 0, mark is None and not _counts(tx, name).total()))


def _begin_anew(tx: ManagedTransaction, name: str, digest: str) -> _Mark:
    return _set(tx, name, _Mark(digest, 0, False))


def _set(tx: ManagedTransaction, name: str, mark: _Mark) -> _Mark:
    _run(tx, "MERGE (m:LianpuLoad {name: $name}) SET m += $values", name=name, values=msgspec.to_builtins(mark)).consume()
    return mark


def _mark(tx: ManagedTransaction, name: str) -> _Mark | None:
    # Written to: two loads of one name wait for each other.
    text = "MATCH (m:LianpuLoad {name: $name}) SET m.seen = true RETURN m.digest AS digest, m.done AS done, m.fresh AS fresh"
    row = _run(tx, text, name=name).single()
    return None if row is None else _Mark(row["digest"], row["done"], row["fresh"])


def _step(tx: ManagedTransaction, name: str, mark: _Mark, batch: Batch) -> None:
    there = _mark(tx, name)
    if there is None or there.digest != mark.digest:
        raise ServerError("另一个 lianpu load 正在写同名的图谱")
    if there.done > mark.done:
        return  # written by an attempt whose answer was lost
    _set(tx, name, msgspec.structs.replace(mark, done=mark.done + 1))
    if batch.ends is None:
        _write_nodes(tx, batch, name, mark.fresh)
    else:
        _write_edges(tx, batch, batch.ends, name, mark.fresh)


def _write_nodes(tx: ManagedTransaction, batch: Batch, name: str, fresh: bool) -> None:
    keys = ("id", *(key for key in batch.rows[0] if key != "id"))
    values = f"{{graph: $name, {_values(keys)}}}"
    node = (
        f"CREATE (n:{batch.label} {values})"
        if fresh
        else f"MERGE (n:{batch.label} {{graph: $name, id: row[0]}}) SET n = {values}"
    )
    _run(tx, f"UNWIND $rows AS row {node}", rows=_lists(batch.rows, keys), name=name).consume()


def _write_edges(tx: ManagedTransaction, batch: Batch, ends: tuple[str, str], name: str, fresh: bool) -> None:
    left, right = ends
    keys = ("s", "o", "origin", *(key for key in batch.rows[0] if key not in ("s", "o", "origin")))
    values = f"{{{_values(keys, 2)}}}"
    kind = batch.label
    between = f"CREATE (a)-[:{kind} {values}]->(b)" if fresh else f"MERGE (a)-[r:{kind} {{origin: row[2]}}]->(b) SET r = {values}"
    text = f"""UNWIND $rows AS row MATCH (a:{left} {{graph: $name, id: row[0]}}), (b:{right} {{graph: $name, id: row[1]}})
        {between}"""
    _run(tx, text, rows=_lists(batch.rows, keys), name=name).consume()


def _lists(rows: Sequence[Row], keys: Sequence[str]) -> list[list[Any]]:
    """Rows without their keys: a list takes half as long to send as a map."""
    return [[row[key] for key in keys] for row in rows]


def _values(keys: Sequence[str], start: int = 0) -> str:
    """What :func:`_lists` made of rows, as properties. Written out, so that the server knows which ones are set: of a map it
    would have to gather every row before it sets the first.
    """
    return ", ".join(f"{key}: row[{number}]" for number, key in enumerate(keys) if number >= start)


def _delete(tx: ManagedTransaction, text: str, old: Sequence[str], name: str) -> None:
    _run(tx, text, old=old, name=name).consume()


def _end(tx: ManagedTransaction, name: str) -> None:
    _run(tx, "MATCH (m:LianpuLoad {name: $name}) DELETE m", name=name).consume()


def _counts(tx: ManagedTransaction, name: str) -> Counter[str]:
    """Nodes of every label and relationships of every type under a name; what there is none of is left out."""
    # The second condition lets the index of (graph, id) answer.
    parts = [
        f"MATCH (n:{label}) WHERE n.graph = $name AND n.id IS NOT NULL RETURN '{label}' AS kind, count(n) AS n"
        for label in schema().classes
    ]
    parts.append("MATCH (a {graph: $name})-[r]->(b {graph: $name}) RETURN type(r) AS kind, count(r) AS n")
    return +Counter({row["kind"]: row["n"] for row in _run(tx, " UNION ALL ".join(parts), name=name)})


def _sizes(data: PropertyGraph) -> Counter[str]:
    """What :func:`_counts` should find."""
    sizes: Counter[str] = Counter({label: len(rows) for label, rows in data.nodes.items()})
    for (kind, _, _), rows in data.edges.items():
        sizes[kind] += len(rows)
    return +sizes
