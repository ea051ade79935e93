"""The transactions of a load into Neo4j: constraints, marks, batches of nodes and relationships, counts.

Labels and relationship types come from the vocabulary, never from a user; Cypher cannot bind them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.resources import files
from typing import Any

import msgspec
from neo4j import ManagedTransaction

from lianpu.errors import ServerError
from lianpu.graph.stores.property_graph import Row
from lianpu.ontology.schema import schema

_MARK = "CREATE CONSTRAINT lianpu_load IF NOT EXISTS FOR (n:LianpuLoad) REQUIRE n.name IS UNIQUE"
_OURS = "n.graph = $name AND n.id IS NOT NULL"
"""The second condition lets the index of (graph, id) answer."""


class Batch(msgspec.Struct, frozen=True):
    """Rows of one kind: nodes of a label, or relationships of a type with the labels of their ends."""

    label: str
    ends: tuple[str, str] | None
    rows: Sequence[Row]


class Mark(msgspec.Struct, frozen=True):
    """How far one lane of a load is, as a node ``LianpuLoad``. ``fresh``: the server had nothing of this name when it began, so
    that nothing needs to be looked for.
    """

    name: str
    lane: int
    digest: str
    done: int
    fresh: bool

    @property
    def key(self) -> str:
        """Tells lanes of all graphs apart."""
        return f"{self.lane}:{self.name}"


def _schema() -> Iterator[str]:
    yield _MARK
    text = (files("lianpu.ontology") / "generated" / "neo4j.cypher").read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("//"))
    yield from (statement for part in "\n".join(lines).split(";") if (statement := part.strip()))


def _run(tx: ManagedTransaction, text: str, **values: Any) -> Any:
    return tx.run(text, values)


def define(tx: ManagedTransaction) -> None:
    """Constraints and indexes, where they are missing."""
    for statement in _schema():
        _run(tx, statement).consume()


def begin(tx: ManagedTransaction, name: str, digest: str, lanes: int) -> tuple[Mark, ...]:
    """The marks of a load of the same graph that broke off, or new ones."""
    marks = tuple(_mark(tx, Mark(name, lane, digest, 0, False)) for lane in range(lanes))
    found = tuple(mark for mark in marks if mark is not None)
    if len(found) == lanes and {mark.digest for mark in found} == {digest}:
        return found
    return _begin(tx, name, digest, lanes, fresh=not found and _empty(tx, name))


def begin_anew(tx: ManagedTransaction, name: str, digest: str, lanes: int) -> tuple[Mark, ...]:
    """New marks of a load that finds nodes of its name."""
    return _begin(tx, name, digest, lanes, fresh=False)


def _begin(tx: ManagedTransaction, name: str, digest: str, lanes: int, *, fresh: bool) -> tuple[Mark, ...]:
    return tuple(_set(tx, Mark(name, lane, digest, 0, fresh)) for lane in range(lanes))


def _set(tx: ManagedTransaction, mark: Mark) -> Mark:
    text = "MERGE (m:LianpuLoad {name: $key}) SET m.digest = $digest, m.done = $done, m.fresh = $fresh"
    _run(tx, text, key=mark.key, digest=mark.digest, done=mark.done, fresh=mark.fresh).consume()
    return mark


def _mark(tx: ManagedTransaction, mark: Mark) -> Mark | None:
    """What the server has of a mark."""
    # Written to: two loads of one name wait for each other.
    text = "MATCH (m:LianpuLoad {name: $key}) SET m.seen = true RETURN m.digest AS digest, m.done AS done, m.fresh AS fresh"
    row = _run(tx, text, key=mark.key).single()
    return None if row is None else Mark(mark.name, mark.lane, row["digest"], row["done"], row["fresh"])


def step(tx: ManagedTransaction, mark: Mark, batch: Batch) -> None:
    """Write a batch and move the mark behind it.

    :raises ServerError: another load has put a mark of its own there.
    """
    there = _mark(tx, mark)
    if there is None or there.digest != mark.digest:
        raise ServerError("load_under_way")
    if there.done > mark.done:
        return  # written by an attempt whose answer was lost
    _set(tx, msgspec.structs.replace(mark, done=mark.done + 1))
    if batch.ends is None:
        _write_nodes(tx, batch, mark.name, mark.fresh)
    else:
        _write_edges(tx, batch, batch.ends, mark.name, mark.fresh)


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


def delete(tx: ManagedTransaction, text: str, old: Sequence[str], name: str) -> None:
    """Remove what a statement makes of the ids ``$old``."""
    _run(tx, text, old=old, name=name).consume()


def end(tx: ManagedTransaction, marks: Sequence[Mark]) -> None:
    """All is done: the marks go."""
    _run(tx, "UNWIND $keys AS key MATCH (m:LianpuLoad {name: key}) DELETE m", keys=[mark.key for mark in marks]).consume()


def counts(tx: ManagedTransaction, name: str) -> Counter[str]:
    """Nodes of every label and relationships of every type under a name; what there is none of is left out."""
    parts = [f"MATCH (n:{label}) WHERE {_OURS} RETURN '{label}' AS kind, count(n) AS n" for label in schema().stored]
    parts.append("MATCH (a {graph: $name})-[r]->(b {graph: $name}) RETURN type(r) AS kind, count(r) AS n")
    return +Counter({row["kind"]: row["n"] for row in _run(tx, " UNION ALL ".join(parts), name=name)})


def _empty(tx: ManagedTransaction, name: str) -> bool:
    """Whether there is no node of a name."""
    parts = [f"MATCH (n:{label}) WHERE {_OURS} RETURN n.id AS id LIMIT 1" for label in schema().stored]
    return not list(_run(tx, " UNION ALL ".join(parts), name=name))
