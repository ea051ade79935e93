"""A graph on a Neo4j server: loaded in batches, brought up to date, asked like the other stores.

Nodes carry ``graph``, the name under which they were loaded; nodes without it, or of another name, are never touched. Several
graphs may share a database: an id is unique within its graph.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from itertools import islice
from typing import Any

from neo4j import Driver, GraphDatabase, ManagedTransaction
from neo4j.exceptions import (
    AuthError,
    ClientError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    UnsupportedServerProduct,
)
from neo4j.graph import Node, Relationship

from lianpu.errors import QueryError, ServerError
from lianpu.graph.records import Graph
from lianpu.graph.stores.guard import guard_cypher
from lianpu.graph.stores.neo4j_load import BATCH, LANES, Loaded, Loading
from lianpu.graph.stores.property_graph import property_graph
from lianpu.graph.stores.protocol import Cell, Progress, Rows, Value
from lianpu.graph.stores.within import GRAPH, within
from lianpu.messages import Message

OLDEST = 5
"""Major version of the oldest server that understands what is sent."""
PATIENCE = 30.0
"""Seconds for which a lost connection is tried again, after growing pauses."""


class Neo4jStore:
    """A connection to a server."""

    def __init__(
        self,
        uri: str,
        *,
        user: str = "neo4j",
        password: str = "",
        database: str = "neo4j",
        name: str = "lianpu",
        patience: float = PATIENCE,
    ) -> None:
        """Connect. An empty password is for servers that ask for none.

        :param patience: seconds for which a lost connection is tried again.
        :raises ServerError: the server cannot be reached, refuses the password, or is too old.
        """
        self.uri = uri
        self.name = name
        self._database = database
        try:
            # Off: the server warns of every relationship type that no statement has used yet.
            self._driver: Driver = GraphDatabase.driver(
                uri,
                auth=(user, password) if password else None,
                notifications_min_severity="OFF",
                max_transaction_retry_time=patience,
                connection_timeout=10,
            )
        except (ValueError, DriverError, Neo4jError) as error:
            raise ServerError("address_unusable", place=uri, reason=error) from error
        try:
            agent = self._driver.get_server_info().agent
        except (DriverError, Neo4jError, OSError) as error:
            self._driver.close()
            raise self._refused(error) from error
        if _too_old(agent):
            self._driver.close()
            raise ServerError("too_old", place=uri, agent=agent, oldest=OLDEST)

    def __enter__(self) -> Neo4jStore:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection."""
        self._driver.close()

    # -- loading --------------------------------------------------------------------------------------------------

    def load(self, graph: Graph, *, progress: Progress | None = None, batch: int = BATCH) -> Loaded:
        """Make the server hold this graph under its name: constraints, nodes, relationships; what is no longer there goes.

        Loading twice changes nothing. A load that broke off goes on behind what it had written.

        :param batch: rows of one transaction.
        :raises ServerError: the server refuses or vanishes; what was written until then is said.
        """
        with ExitStack() as stack:
            sessions = [stack.enter_context(self._driver.session(database=self._database)) for _ in range(LANES)]
            loading = Loading(sessions, property_graph(graph), self.name, progress, batch)
            try:
                return loading.run()
            except (DriverError, Neo4jError, OSError) as error:
                raise self._broken_off(self._refused(error).said, loading) from error
            except ServerError as error:
                raise self._broken_off(error.said, loading) from error

    def _broken_off(self, reason: Message, loading: Loading) -> ServerError:
        return ServerError("neo4j_written", place=self.uri, reason=reason, nodes=loading.nodes, edges=loading.edges)

    # -- asking ---------------------------------------------------------------------------------------------------

    def query(self, text: str, params: Mapping[str, Value] | None = None, *, limit: int | None = None) -> Rows:
        """Ask the whole database in Cypher, in a transaction that may only read; nodes come as their ids.

        :param limit: rows after which the server need send no more.
        :raises QueryError: the text is malformed, writes, or cannot be answered.
        :raises ServerError: the server vanished.
        """
        guard_cypher(text)
        given = {name: str(value) if isinstance(value, str) else value for name, value in (params or {}).items()}
        try:
            with self._driver.session(database=self._database, default_access_mode="READ") as session:
                return session.execute_read(_ask, text, given, limit)
        except ClientError as error:
            raise QueryError("engine", dialect="Cypher", reason=error.message) from error
        except (DriverError, Neo4jError, OSError) as error:
            raise self._refused(error) from error

    def query_own(self, text: str, params: Mapping[str, Value] | None = None, *, limit: int | None = None) -> Rows:
        """Ask the graph of this name alone: the database may hold others (:func:`within.within`).

        :raises QueryError: as :meth:`query`.
        :raises ServerError: the server vanished.
        """
        return self.query(within(text), {**(params or {}), GRAPH: self.name}, limit=limit)

    def _refused(self, error: Exception) -> ServerError:
        if isinstance(error, AuthError):
            return ServerError("neo4j_login", place=self.uri)
        if isinstance(error, UnsupportedServerProduct):
            return ServerError("not_neo4j", place=self.uri, reason=error)
        if isinstance(error, ServiceUnavailable | SessionExpired | OSError):
            return ServerError("unreachable", place=self.uri)
        return ServerError("server_refuses", place=self.uri, reason=getattr(error, "message", None) or error)


def _too_old(agent: str) -> bool:
    """Whether a server says that it is a Neo4j before :data:`OLDEST`."""
    product, _, version = agent.partition("/")
    major = version.partition(".")[0]
    return product == "Neo4j" and major.isdigit() and int(major) < OLDEST


def _ask(tx: ManagedTransaction, text: str, params: Mapping[str, Any], limit: int | None) -> Rows:
    answer = tx.run(text, dict(params))
    columns = tuple(answer.keys())
    rows = tuple(tuple(_cell(value) for value in record.values()) for record in islice(answer, limit))
    answer.consume()  # what is left is not sent
    return Rows(columns, rows)


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
