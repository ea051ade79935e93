"""A Cypher script for an empty Neo4j database: constraints and indexes, nodes, relationships. One statement a line."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files

from lianpu.graph.records import Graph
from lianpu.graph.stores.property_graph import Property, Row, property_graph

_ROWS = 100
"""Rows of one statement."""
_SPECIAL = re.compile("[\\\\'\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029]")
_NAMED = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def cypher(graph: Graph) -> bytes:
    """Run it with ``cypher-shell -f``, or paste it into the browser. Running it twice changes nothing."""
    return "\n".join(statements(graph)).encode() + b"\n"


def statements(graph: Graph) -> Iterator[str]:
    """The statements, each with its semicolon."""
    schema = (files("lianpu.ontology") / "generated" / "neo4j.cypher").read_text("utf-8")
    yield from (line for line in schema.splitlines() if line and not line.startswith("//"))
    data = property_graph(graph)
    for label, rows in data.nodes.items():
        for batch in _batches(rows):
            listed = ", ".join(_map(row) for row in batch)
            yield f"UNWIND [{listed}] AS row MERGE (n:{label} {{id: row.id}}) SET n += row;"
    for (kind, left, right), rows in sorted(data.edges.items()):
        for batch in _batches(rows):
            listed = ", ".join(_edge(row) for row in batch)
            yield (
                f"UNWIND [{listed}] AS row MATCH (a:{left} {{id: row.s}}), (b:{right} {{id: row.o}}) "
                f"MERGE (a)-[r:{kind} {{origin: row.origin}}]->(b) SET r += row.values;"
            )


def _batches(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    return (rows[start : start + _ROWS] for start in range(0, len(rows), _ROWS))


def _edge(row: Row) -> str:
    values = _map({key: value for key, value in row.items() if key not in ("s", "o")})
    return f"{{s: {literal(row['s'])}, o: {literal(row['o'])}, origin: {literal(row['origin'])}, values: {values}}}"


def _map(row: Mapping[str, Property]) -> str:
    return "{" + ", ".join(f"{key}: {literal(value)}" for key, value in row.items() if value is not None) + "}"


def literal(value: Property) -> str:
    r"""A value as Cypher writes it; nothing in it can end the literal.

    >>> literal("it's")
    "'it\\'s'"
    """
    if value is None:
        return "null"
    if isinstance(value, list):
        return "[" + ", ".join(literal(item) for item in value) + "]"
    if isinstance(value, str):
        return "'" + _SPECIAL.sub(_escaped, value) + "'"
    if isinstance(value, float) and not math.isfinite(value):
        return "(0.0/0.0)" if math.isnan(value) else f"({'-' if value < 0 else ''}1.0/0.0)"
    return repr(value)


def _escaped(found: re.Match[str]) -> str:
    return _NAMED.get(found[0]) or f"\\u{ord(found[0]):04x}"
