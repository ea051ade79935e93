"""A graph on a Neo4j server: loaded in batches, brought up to date, asked like the other stores.

Nodes carry ``graph``, the name under which they were loaded; nodes without it, or of another name, are never touched.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from itertools import groupby
from typing import Any

import msgspec
from neo4j import Driver, GraphDatabase, ManagedTransaction
from neo4j.exceptions import AuthError, ClientError, DriverError, Neo4jError, ServiceUnavailable
from neo4j.graph import Node, Relationship

from lianpu.errors import QueryError, ServerError
from lianpu.graph.records import Graph
from lianpu.graph.stores.property_graph import PropertyGraph, Row, property_graph
from lianpu.graph.stores.protocol import Cell, Rows, Value
from lianpu.ontology.schema import schema

BATCH = 10_000
"""Rows of one statement."""


class Loaded(msgspec.Struct, frozen=True):
    """What a server holds of a graph after loading, and how many nodes and relationships were removed."""

    nodes: int
    edges: int
    removed: int


class Neo4jStore:
    """A connection to a server."""

    def __init__(
        self, uri: str, *, user: str = "neo4j", password: str = "", database: str = "neo4j", name: str = "lianpu"
    ) -> None:
        """Connect. An empty password is for servers that ask for none.

        :raises ServerError: the server cannot be reached, or refuses the password.
        """
        self.uri = uri
        self.name = name
        self._database = database
        try:
            # Off: the server warns of every relationship type that no statement has used yet.
            self._driver: Driver = GraphDatabase.driver(
                uri, auth=(user, password) if password else None, notifications_min_severity="OFF"
            )
        except (ValueError, DriverError, Neo4jError) as error:
            raise ServerError(f"地址不能用：{error}", place=uri) from error
        try:
            self._driver.verify_connectivity()
        except (DriverError, Neo4jError, OSError) as error:
            self._driver.close()
            raise self._refused(error) from error

    def __enter__(self) -> Neo4jStore:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection."""
        self._driver.close()

    # -- loading --------------------------------------------------------------------------------------------------

    def load(self, graph: Graph) -> Loaded:
        """Make the server hold this graph under its name: constraints, nodes, relationships; what is no longer there goes.

        Loading twice changes nothing.

        :raises ServerError: the server refuses, vanishes, or has nodes of these ids under another name.
        """
        data = property_graph(graph)
        try:
            with self._driver.session(database=self._database) as session:
                for statement in _statements((files("lianpu.ontology") / "generated" / "neo4j.cypher").read_text("utf-8")):
                    session.run(statement).consume()
                for label, rows in data.nodes.items():
                    for batch in _batches(rows):
                        session.execute_write(_merge_nodes, label, batch, self.name)
                for (kind, left, right), rows in data.edges.items():
                    for batch in _batches(rows):
                        session.execute_write(_merge_edges, (kind, left, right), batch, self.name)
                removed = session.execute_write(_remove_old, data, self.name)
                return session.execute_read(_count, self.name, removed)
        except (DriverError, Neo4jError, OSError) as error:
            raise self._refused(error) from error

    # -- asking ---------------------------------------------------------------------------------------------------

    def query(self, text: str, params: Mapping[str, Value] | None = None) -> Rows:
        """Ask in Cypher, in a transaction that may only read; nodes come as their ids.

        :raises QueryError: the text is malformed, writes, or cannot be answered.
        :raises ServerError: the server vanished.
        """
        given = {name: str(value) if isinstance(value, str) else value for name, value in (params or {}).items()}
        try:
            with self._driver.session(database=self._database, default_access_mode="READ") as session:
                return session.execute_read(_ask, text, given)
        except ClientError as error:
            raise QueryError(f"Cypher：{error.message}") from error
        except (DriverError, Neo4jError, OSError) as error:
            raise self._refused(error) from error

    def _refused(self, error: Exception) -> ServerError:
        if isinstance(error, AuthError):
            return ServerError("用户名或密码不对（密码读自环境变量 LIANPU_NEO4J_PASSWORD）", place=self.uri)
        if isinstance(error, ServiceUnavailable | OSError):
            return ServerError("连不上服务器：没有启动，或地址不对", place=self.uri)
        return ServerError(f"服务器拒绝：{getattr(error, 'message', None) or error}", place=self.uri)


def _statements(text: str) -> Iterator[str]:
    lines = (line for line in text.splitlines() if not line.startswith("//"))
    yield from (statement for part in "\n".join(lines).split(";") if (statement := part.strip()))


def _batches(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    for start in range(0, len(rows), BATCH):
        yield rows[start : start + BATCH]


def _run(tx: ManagedTransaction, text: str, **values: Any) -> Any:
    return tx.run(text, values)


# Labels and relationship types come from the vocabulary, never from a user; Cypher cannot bind them.


def _merge_nodes(tx: ManagedTransaction, label: str, rows: Sequence[Row], name: str) -> None:
    # A node of another graph with this id stays: it keeps its name, the count of matches then tells.
    text = f"""UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) ON CREATE SET n.graph = $name
        WITH n, row WHERE n.graph = $name SET n = row, n.graph = $name RETURN count(n) AS done"""
    done = _run(tx, text, rows=rows, name=name).single()["done"]
    if done != len(rows):
        raise ServerError(f"{len(rows) - done} 个 {label} 节点已属于别的图谱；一个数据库里标识不能重复")


def _merge_edges(tx: ManagedTransaction, kinds: tuple[str, str, str], rows: Sequence[Row], name: str) -> None:
    kind, left, right = kinds
    data = [{"s": row["s"], "o": row["o"], "origin": row["origin"], "values": _without_ends(row)} for row in rows]
    text = f"""UNWIND $rows AS row MATCH (a:{left} {{id: row.s, graph: $name}}), (b:{right} {{id: row.o, graph: $name}})
        MERGE (a)-[r:{kind} {{origin: row.origin}}]->(b) SET r = row.values"""
    _run(tx, text, rows=data, name=name).consume()


def _without_ends(row: Row) -> Row:
    return {key: value for key, value in row.items() if key not in ("s", "o")}


def _remove_old(tx: ManagedTransaction, data: PropertyGraph, name: str) -> int:
    """Nodes and relationships of this name that the graph does not have."""
    removed = 0
    for kind, group in groupby(sorted(data.edges), key=lambda key: key[0]):
        kept = [[row["s"], row["o"], row["origin"]] for key in group for row in data.edges[key]]
        removed += _remove_edges(tx, kind, kept, name)
    for kind in _relations() - {key[0] for key in data.edges}:
        removed += _remove_edges(tx, kind, [], name)
    for label, rows in data.nodes.items():
        text = f"MATCH (n:{label} {{graph: $name}}) WHERE NOT n.id IN $kept DETACH DELETE n RETURN count(n) AS gone"
        removed += _run(tx, text, name=name, kept=[row["id"] for row in rows]).single()["gone"]
    return removed


def _relations() -> set[str]:
    return {predicate.relation for predicate in schema().predicates.values()} | {"HAS_TARGET"}


def _remove_edges(tx: ManagedTransaction, kind: str, kept: Iterable[list[Any]], name: str) -> int:
    # The sets are compared here: a list of thousands is searched from its beginning for every row in Cypher.
    text = f"MATCH (a {{graph: $name}})-[r:{kind}]->(b {{graph: $name}}) RETURN elementId(r) AS id, [a.id, b.id, r.origin] AS key"
    known = {tuple(key) for key in kept}
    old = [row["id"] for row in _run(tx, text, name=name) if tuple(row["key"]) not in known]
    if old:
        _run(tx, f"MATCH ()-[r:{kind}]->() WHERE elementId(r) IN $old DELETE r", old=old).consume()
    return len(old)


def _count(tx: ManagedTransaction, name: str, removed: int) -> Loaded:
    nodes = _run(tx, "MATCH (n {graph: $name}) RETURN count(n) AS n", name=name).single()["n"]
    edges = _run(tx, "MATCH ({graph: $name})-[r]->({graph: $name}) RETURN count(r) AS n", name=name).single()["n"]
    return Loaded(nodes, edges, removed)


def _ask(tx: ManagedTransaction, text: str, params: Mapping[str, Any]) -> Rows:
    answer = tx.run(text, dict(params))
    columns = tuple(answer.keys())
    return Rows(columns, tuple(tuple(_cell(value) for value in record.values()) for record in answer))


def _cell(value: Any) -> Cell:
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, list):
        return tuple(_cell(item) for item in value)
    if isinstance(value, Node):
        return str(value.get("id"))
    if isinstance(value, Relationship):
        return value.type
    return str(value)
