"""A graph on a server, asked as the stores of a directory are."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from lianpu.graph.stores.protocol import Rows, Store
from lianpu.pipeline.questions import Dialect, Find, Question, answer, parameters
from lianpu.queries import named

NEO4J_PASSWORD = "LIANPU_NEO4J_PASSWORD"
SPARQL_PASSWORD = "LIANPU_SPARQL_PASSWORD"
"""Environment variables that hold the passwords of servers."""


class ServedGraph:
    """A graph that a server holds."""

    def __init__(self, store: Store, dialect: Dialect, find: Find) -> None:
        """Nothing is asked yet.

        :param find: gives the ids of things that people name.
        """
        self.store = store
        self.dialect = dialect
        self._find = find

    def ask(self, question: Question, params: Mapping[str, named.Given] | None = None, *, limit: int | None = None) -> Rows:
        """Ask a question in the server's dialect; see :meth:`lianpu.pipeline.graph.KnowledgeGraph.ask`.

        :raises QueryError: an unknown parameter, or the server refuses the question.
        :raises ServerError: the server vanished.
        """
        return answer(self.store, question, params or {}, self._find, limit)

    def parameters(self, question: Question, params: Mapping[str, named.Given] | None = None) -> dict[str, named.Given]:
        """All parameters with which a named question gives rows there.

        :raises QueryError: an unknown parameter.
        :raises ServerError: the server vanished.
        """
        return parameters(self.store, self.dialect, question, params or {}, self._find)


@contextmanager
def endpoint(url: str, find: Find, *, user: str = "", password: str | None = None) -> Iterator[ServedGraph]:
    """The graph behind a SPARQL server's query address.

    :param find: gives the ids of things that people name.
    :param password: from the environment variable :data:`SPARQL_PASSWORD` if left out.
    :raises ServerError: the address cannot be used.
    """
    from lianpu.graph.stores.endpoint import EndpointStore
    from lianpu.graph.stores.http import Login

    secret = os.environ.get(SPARQL_PASSWORD, "") if password is None else password
    with EndpointStore(url, login=Login(user, secret)) as store:
        yield ServedGraph(store, "sparql", find)


@contextmanager
def neo4j(
    uri: str, *, user: str = "neo4j", password: str | None = None, database: str = "neo4j", name: str = "lianpu"
) -> Iterator[ServedGraph]:
    """The graph of a name in a Neo4j. Things are found there by their names; no directory is needed.

    :param password: from the environment variable :data:`NEO4J_PASSWORD` if left out.
    :raises ServerError: the server cannot be reached, refuses the password, or is too old.
    """
    from lianpu.graph.stores.neo4j import Neo4jStore
    from lianpu.queries.lookup import lookup

    secret = os.environ.get(NEO4J_PASSWORD, "") if password is None else password
    with Neo4jStore(uri, user=user, password=secret, database=database, name=name) as store:
        yield ServedGraph(store, "cypher", lambda thing: lookup(store, thing))
