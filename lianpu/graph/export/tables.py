"""Tables of a graph: CSV files for people and data frames, and those that ``neo4j-admin database import`` reads."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from lianpu.graph.records import Graph
from lianpu.graph.stores.property_graph import Property, PropertyGraph, Row, property_graph
from lianpu.ontology.schema import ENTITY, RELATION, Column, schema

_NEO4J: Mapping[Column, str] = {"string": "", "strings": ":string[]", "integer": ":long", "double": ":double"}
_BETWEEN = "\x1f"
"""Stands between the items of a list, where no item has it."""


def csv_files(graph: Graph) -> dict[str, bytes]:
    """``nodes.csv`` (entities), ``edges.csv``, ``targets.csv`` (targets and indicators), ``documents.csv`` and ``claims.csv``,
    UTF-8 with a header line. Lists are JSON arrays; what is not said is an empty cell.
    """
    data = property_graph(graph)
    columns = schema().columns
    entities = [row | {"class": label} for label in schema().entities for row in data.nodes[label]]
    figures = [row | {"class": label} for label in ("Target", "Indicator") for row in data.nodes[label]]
    edges = [row | {"relation": kind} for (kind, _, _), rows in data.edges.items() for row in rows]
    return {
        "nodes.csv": _csv(["id", "class", *columns[ENTITY]], entities),
        "edges.csv": _csv(["s", "relation", "o", *columns[RELATION]], edges, {"s": "source", "o": "target"}),
        "targets.csv": _csv(["id", "class", *columns["Target"]], figures),
        "documents.csv": _csv(["id", *columns["Document"]], data.nodes["Document"]),
        "claims.csv": _csv(["id", *columns["Claim"]], data.nodes["Claim"]),
    }


def _csv(columns: Sequence[str], rows: Iterable[Row], titles: Mapping[str, str] | None = None) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow((titles or {}).get(column, column) for column in columns)
    writer.writerows([_cell(row[column]) for column in columns] for row in rows)
    return out.getvalue().encode()


def _cell(value: Property) -> object:
    return msgspec.json.encode(value).decode() if isinstance(value, list) else value


def neo4j_files(graph: Graph) -> dict[str, bytes]:
    """A file for each class and relationship type with typed columns, and ``import.sh`` with the command that loads them into
    a database that is not there yet.
    """
    data = property_graph(graph)
    between = _absent(data)
    nodes = {f"nodes-{label}.csv": _nodes(label, rows, between) for label, rows in data.nodes.items() if rows}
    kinds: dict[str, list[Row]] = {}
    for (kind, _, _), rows in sorted(data.edges.items()):
        kinds.setdefault(kind, []).extend(rows)
    edges = {f"edges-{kind}.csv": _edges(kind, rows, between) for kind, rows in kinds.items()}
    return {**nodes, **edges, "import.sh": _command([*nodes], [*edges], between)}


def _nodes(label: str, rows: Iterable[Row], between: str) -> bytes:
    columns = schema().columns.get(label, schema().columns[ENTITY])
    head = ["id:ID", *(name + _NEO4J[kind] for name, kind in columns.items()), ":LABEL"]
    return _neo4j(head, ([row["id"], *(row[name] for name in columns), label] for row in rows), between)


def _edges(kind: str, rows: Iterable[Row], between: str) -> bytes:
    columns = schema().columns[RELATION]
    head = [":START_ID", ":END_ID", ":TYPE", *(name + _NEO4J[kind] for name, kind in columns.items())]
    return _neo4j(head, ([row["s"], row["o"], kind, *(row[name] for name in columns)] for row in rows), between)


def _neo4j(head: Sequence[str], rows: Iterable[Sequence[Property]], between: str) -> bytes:
    lines = [",".join(head), *(",".join(_field(value, between) for value in row) for row in rows)]
    return ("\n".join(lines) + "\n").encode()


def _field(value: Property, between: str) -> str:
    """Nothing at all and an empty list are an empty field, an empty string has quotes."""
    if value is None or value == []:
        return ""
    text = between.join(value) if isinstance(value, list) else value if isinstance(value, str) else repr(value)
    return '"' + text.replace('"', '""') + '"'


def _absent(data: PropertyGraph) -> str:
    """A character that is in no list of the graph."""
    every = (rows for group in (data.nodes, data.edges) for rows in group.values())
    lists = (value for rows in every for row in rows for value in row.values() if isinstance(value, list))
    used = {character for value in lists for item in value for character in item}
    return next(sign for sign in (_BETWEEN, *map(chr, range(0xE000, 0xF900))) if sign not in used)


def _command(nodes: Sequence[str], edges: Sequence[str], between: str) -> bytes:
    # The name of the database goes first: after --relationships it would be taken for one more file.
    arguments = [
        'neo4j-admin database import full "${1:-neo4j}"',
        f"--array-delimiter=U+{ord(between):04X}",
        "--multiline-fields=true",
        *(f'--nodes="$here/{name}"' for name in nodes),
        *(f'--relationships="$here/{name}"' for name in edges),
    ]
    lines = ['here=$(cd "$(dirname "$0")" && pwd)', " \\\n    ".join(arguments)]
    return ("#!/bin/sh\n# sh import.sh [DATABASE]: with the server stopped\n" + "\n".join(lines) + "\n").encode()
