"""Cypher on disk: ladybug. A file that is written once and then opened to read; it takes one writing process."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import ladybug as lb

from lianpu.errors import GraphError, QueryError
from lianpu.graph.records import Graph
from lianpu.graph.stores.property_graph import Row, property_graph
from lianpu.graph.stores.protocol import Cell, Rows, Value
from lianpu.ontology.schema import schema

_BATCH = 5_000
_TYPES = {"string": "STRING", "strings": "STRING[]", "integer": "INT64", "double": "DOUBLE"}


def write(graph: Graph, path: Path) -> None:
    """Make a store of a graph at a path where nothing is. Every class and relation exists, even when empty.

    :raises GraphError: the place cannot be written.
    """
    try:
        with lb.Database(str(path)) as database, lb.Connection(database) as connection:
            # One transaction: a commit a statement costs more than the statements.
            connection.execute("BEGIN TRANSACTION")
            _load(graph, connection)
            connection.execute("COMMIT")
    except (RuntimeError, OSError) as error:
        raise GraphError(f"不能写入 ladybug 库：{error}", place=str(path)) from error


def _load(graph: Graph, connection: lb.Connection) -> None:
    for statement in _statements((files("lianpu.ontology") / "generated" / "ladybug.cypher").read_text("utf-8")):
        connection.execute(statement)
    data = property_graph(graph)
    for label, rows in data.nodes.items():
        columns = {"id": "string", **schema().columns.get(label, schema().columns["entity"])}
        _insert(connection, f"CREATE (:{label} {{{_values(columns)}}})", rows, columns)
    relation = schema().columns["relation"]
    allowed = _pairs(connection)
    for (kind, left, right), rows in data.edges.items():
        if (kind, left, right) not in allowed:
            # A statement of the wrong class is for `check` to report; the store holds what the graph holds.
            connection.execute(f"ALTER TABLE {kind} ADD FROM {left} TO {right}")
        create = (
            f"MATCH (a:{left}), (b:{right}) WHERE a.id = r.s AND b.id = r.o CREATE (a)-[:{kind} {{{_values(relation)}}}]->(b)"
        )
        _insert(connection, create, rows, {"s": "string", "o": "string", **relation})


def _statements(text: str) -> Iterator[str]:
    lines = (line for line in text.splitlines() if not line.startswith("//"))
    yield from (statement for part in "\n".join(lines).split(";") if (statement := part.strip()))


def _values(columns: Mapping[str, str]) -> str:
    # A list of parameters takes its types from its first row, where a value may be missing.
    return ", ".join(f"{name}: CAST(r.{name}, '{_TYPES[kind]}')" for name, kind in columns.items())


def _insert(connection: lb.Connection, create: str, rows: Sequence[Row], columns: Mapping[str, str]) -> None:
    for start in range(0, len(rows), _BATCH):
        batch = [{name: row[name] for name in columns} for row in rows[start : start + _BATCH]]
        connection.execute(f"UNWIND $rows AS r {create}", {"rows": batch})


def _pairs(connection: lb.Connection) -> set[tuple[str, str, str]]:
    found = set()
    for kind in {p.relation for p in schema().predicates.values()} | {"HAS_TARGET"}:
        rows = _table(connection.execute(f"CALL show_connection('{kind}') RETURN *"))
        found |= {(kind, str(row[0]), str(row[1])) for row in rows.rows}
    return found


def _table(answer: Any) -> Rows:
    columns = tuple(answer.get_column_names())
    return Rows(columns, tuple(tuple(_cell(value) for value in row) for row in answer.get_all()))


def _cell(value: Any) -> Cell:
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, list):
        return tuple(_cell(item) for item in value)
    if isinstance(value, dict):
        return str(value.get("id") or value.get("_label") or sorted(value.items()))
    return str(value)


class LadybugStore:
    """A store on disk, opened to read: statements that write are refused."""

    def __init__(self, path: Path) -> None:
        """Open.

        :raises GraphError: there is no store, or it is broken.
        """
        if not path.exists():
            raise GraphError("没有 ladybug 库", place=str(path))
        try:
            self._database = lb.Database(str(path), read_only=True)
            self._connection = lb.Connection(self._database)
        except (RuntimeError, OSError) as error:
            raise GraphError(f"不能打开 ladybug 库：{error}", place=str(path)) from error

    def query(self, text: str, params: Mapping[str, Value] | None = None) -> Rows:
        """Ask in Cypher; nodes come as their ids.

        :raises QueryError: the text is malformed, writes, or cannot be answered.
        """
        try:
            answer = self._connection.execute(text, {name: _plain(value) for name, value in (params or {}).items()})
        except (RuntimeError, ValueError) as error:
            raise QueryError(f"Cypher：{error}") from error
        if isinstance(answer, list):
            raise QueryError("Cypher：一次只能问一个问题")
        return _table(answer)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()
        self._database.close()


def _plain(value: Value) -> Value:
    return str(value) if isinstance(value, str) else value
