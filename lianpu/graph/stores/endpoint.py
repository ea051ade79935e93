"""SPARQL over HTTP: any server that speaks the SPARQL 1.1 Protocol, such as Oxigraph's and Apache Jena Fuseki."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from urllib.parse import urlencode

import pyoxigraph as ox

from lianpu.errors import QueryError, ServerError
from lianpu.graph.stores import solutions
from lianpu.graph.stores.http import Client, Login, Reply, TooSlow, address
from lianpu.graph.stores.parameters import bind
from lianpu.graph.stores.protocol import Rows, Value
from lianpu.ids import BASE
from lianpu.messages import message

SECONDS = 30.0
"""A question is given up after this time unless asked otherwise."""
_SOLUTIONS = "application/sparql-results+json"
_TRIPLES = "application/n-triples"
_HEADERS = {"Accept": f"{_SOLUTIONS}, {_TRIPLES};q=0.9", "Content-Type": "application/x-www-form-urlencoded"}


class EndpointStore:
    """The query address of a server (``http://host:7878/query``, ``http://host:3030/ds/query``).

    Questions go as ``query``, which no server takes for an update.
    """

    def __init__(self, url: str, *, login: Login | None = None, base: str = BASE, seconds: float = SECONDS) -> None:
        """Nothing is sent before the first question.

        :param seconds: a question without an answer in this time is given up.
        :raises ServerError: the address cannot be used.
        """
        self.url = address(url)
        self.base = base
        self._client = Client(login or Login(), seconds)

    def __enter__(self) -> EndpointStore:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def query(self, text: str, params: Mapping[str, Value] | None = None, *, limit: int | None = None) -> Rows:
        """SELECT, ASK (one column ``answer``) or CONSTRUCT (columns ``s``, ``p``, ``o``).

        :param limit: solutions that are read of what the server sends, which is all of them.
        :raises QueryError: the server does not understand the text, or needs too long.
        :raises ServerError: the server cannot be reached, refuses the login, or gives no SPARQL results.
        """
        body = urlencode({"query": bind(text, params or {}, self.base)}).encode("ascii")
        try:
            reply = self._client.ask("POST", self.url, body, _HEADERS)
        except TooSlow as error:
            raise QueryError("engine", place=self.url, dialect="SPARQL", reason=error.said) from error
        if reply.status == HTTPStatus.BAD_REQUEST:
            raise QueryError("engine", place=self.url, dialect="SPARQL", reason=reply.said)
        if reply.status != HTTPStatus.OK:
            raise ServerError("server_says", place=self.url, status=reply.status, reason=reply.said)
        return self._rows(reply, limit)

    def _rows(self, reply: Reply, limit: int | None) -> Rows:
        try:
            if reply.kind == _SOLUTIONS:
                return solutions.rows(ox.parse_query_results(reply.body, ox.QueryResultsFormat.JSON), self.base, limit)
            if reply.kind == _TRIPLES:
                return solutions.triples(ox.parse(reply.body, ox.RdfFormat.N_TRIPLES), self.base)
        except (SyntaxError, ValueError) as error:
            raise ServerError("answer_unreadable", place=self.url, reason=error) from error
        raise ServerError("not_sparql", place=self.url, kind=reply.kind or message("no_kind"))
