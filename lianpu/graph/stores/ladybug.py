"""Cypher on disk: ladybug. A file that is written once and then opened to read; it takes one writing process."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

import ladybug as lb

from lianpu.errors import GraphError, QueryError
from lianpu.graph.records import Graph
from lianpu.graph.stores.guard import guard_cypher
from lianpu.graph.stores.property_graph import Property, Row, property_graph
from lianpu.graph.stores.protocol import Cell, Rows, Value
from lianpu.ontology.schema import schema

_Item = TypeVar("_Item")
_TYPES = {"string": "STRING", "strings": "STRING[]", "integer": "INT64", "double": "DOUBLE"}
_EACH = 8
"""Tables of relationships filled between two checkpoints: each holds some 9 MB until then."""


def write(graph: Graph, path: Path) -> None:
    """Make a store of a graph at a path where nothing is. Every class and relation exists, even when empty.

    :raises GraphError: the place cannot be written.
    """
    try:
        with lb.Database(str(path)) as database, lb.Connection(database) as connection, TemporaryDirectory() as folder:
            _load(graph, connection, Path(folder, "rows.csv"))
    except (RuntimeError, OSError) as error:
        raise GraphError("store_not_written", place=str(path), store="ladybug", reason=error) from error


def _load(graph: Graph, connection: lb.Connection, file: Path) -> None:
    # Few transactions: a commit a statement costs more than the statements.
    connection.execute("BEGIN TRANSACTION")
    for statement in _statements((files("lianpu.ontology") / "generated" / "ladybug.cypher").read_text("utf-8")):
        connection.execute(statement)
    data = property_graph(graph)
    for label, rows in data.nodes.items():
        columns = {"id": "string", **schema().columns.get(label, schema().columns["entity"])}
        if rows:
            _copy(connection, label, rows, columns, file)
    connection.execute("COMMIT")
    columns = {"s": "string", "o": "string", **schema().columns["relation"]}
    allowed = _pairs(connection)
    for some in _each(sorted(data.edges), _EACH):
        connection.execute("BEGIN TRANSACTION")
        for kind, left, right in some:
            if (kind, left, right) not in allowed:
                # A statement of the wrong class is for `check` to report; the store holds what the graph holds.
                connection.execute(f"ALTER TABLE {kind} ADD FROM {left} TO {right}")
            _copy(connection, kind, data.edges[kind, left, right], columns, file, f" (from='{left}', to='{right}')")
        connection.execute("COMMIT")
        connection.execute("CHECKPOINT")


def _statements(text: str) -> Iterator[str]:
    lines = (line for line in text.splitlines() if not line.startswith("//"))
    yield from (statement for part in "\n".join(lines).split(";") if (statement := part.strip()))


def _each(items: Sequence[_Item], size: int) -> Iterator[Sequence[_Item]]:
    return (items[start : start + size] for start in range(0, len(items), size))


def _copy(
    connection: lb.Connection, table: str, rows: Sequence[Row], columns: Mapping[str, str], file: Path, ends: str = ""
) -> None:
    """Load rows through a CSV file: half the time and a third of the memory of parameters. All columns are read as strings,
    since the CSV form of a list cannot hold every string; what tells its items apart occurs in none of them.
    """
    between = _absent(rows, [name for name, kind in columns.items() if kind == "strings"])
    with file.open("w", encoding="utf-8", newline="") as out:
        out.writelines(",".join(_field(row[name], between) for name in columns) + "\n" for row in rows)
    source = "'" + str(file).replace("\\", "\\\\").replace("'", "\\'") + "'"
    read = ", ".join(f"{name} STRING" for name in columns)
    values = ", ".join(_value(name, kind, between) for name, kind in columns.items())
    form = """auto_detect=false, header=false, parallel=false, delim=',', quote='"', escape='"'"""
    connection.execute(f"COPY {table} FROM (LOAD WITH HEADERS ({read}) FROM {source} ({form}) RETURN {values}){ends}")


def _absent(rows: Sequence[Row], lists: Sequence[str]) -> str:
    """A character for private use that is in no list of the rows."""
    used = {character for row in rows for name in lists for item in _items(row[name]) for character in item}
    return next(character for character in map(chr, range(0xE000, 0xF900)) if character not in used)


def _items(value: Property) -> list[str]:
    return value if isinstance(value, list) else []


def _field(value: Property, between: str) -> str:
    """A field of CSV; nothing at all is NULL, and so is an empty list, while an empty string has quotes."""
    if value is None or value == []:
        return ""
    text = between.join(value) if isinstance(value, list) else value if isinstance(value, str) else repr(value)
    return '"' + text.replace('"', '""') + '"'


def _value(name: str, kind: str, between: str) -> str:
    """A column out of its string."""
    if kind == "strings":
        return f"CASE WHEN {name} IS NULL THEN CAST([] AS STRING[]) ELSE string_split({name}, '{between}') END AS {name}"
    return f"CAST({name} AS {_TYPES[kind]}) AS {name}"


def _pairs(connection: lb.Connection) -> set[tuple[str, str, str]]:
    found = set()
    for kind in {p.relation for p in schema().predicates.values()} | {"HAS_TARGET"}:
        rows = _table(connection.execute(f"CALL show_connection('{kind}') RETURN *"))
        found |= {(kind, str(row[0]), str(row[1])) for row in rows.rows}
    return found


def _table(answer: Any, limit: int | None = None) -> Rows:
    columns = tuple(answer.get_column_names())
    # All rows at once take half the time of one after the other.
    rows = answer.get_all() if limit is None else islice(_each_row(answer), limit)
    return Rows(columns, tuple(tuple(_cell(value) for value in row) for row in rows))


def _each_row(answer: Any) -> Iterator[Sequence[object]]:
    while answer.has_next():
        yield answer.get_next()


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
            raise GraphError("no_ladybug", place=str(path))
        try:
            self._database = lb.Database(str(path), read_only=True)
            self._connection = lb.Connection(self._database)
        except (RuntimeError, OSError) as error:
            raise GraphError("store_not_opened", place=str(path), store="ladybug", reason=error) from error

    def query(self, text: str, params: Mapping[str, Value] | None = None, *, limit: int | None = None) -> Rows:
        """Ask in Cypher; nodes come as their ids.

        :param limit: rows that are taken from the engine, which computes all of them.
        :raises QueryError: the text is malformed, writes, or cannot be answered.
        """
        guard_cypher(text)
        try:
            answer = self._connection.execute(text, {name: _plain(value) for name, value in (params or {}).items()})
        except (RuntimeError, ValueError) as error:
            raise QueryError("engine", dialect="Cypher", reason=error) from error
        if isinstance(answer, list):
            raise QueryError("one_question")
        return _table(answer, limit)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()
        self._database.close()


def _plain(value: Value) -> Value:
    return str(value) if isinstance(value, str) else value
