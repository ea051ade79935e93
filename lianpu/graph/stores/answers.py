"""Answers of the SPARQL store in the forms that the SPARQL protocol sends, within limits, without ever asking another host."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import msgspec
import pyoxigraph as ox

from lianpu.errors import QueryError
from lianpu.graph.stores.guard import guard_sparql
from lianpu.graph.stores.oxigraph import OxigraphStore, explained
from lianpu.messages import Message, message

TABLES = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
    "application/json": ox.QueryResultsFormat.JSON,
    "application/xml": ox.QueryResultsFormat.XML,
}
"""Forms of SELECT and ASK by media type, the preferred first."""
TRIPLES = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "text/plain": ox.RdfFormat.N_TRIPLES,
}
"""Forms of CONSTRUCT and DESCRIBE."""
Trouble = Literal["malformed", "refused", "unacceptable", "size"]


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A question as it came. ``tables`` and ``triples`` are the media types that are welcome, best first, for the two kinds of
    answer. Graphs are IRIs; with none named the question's own FROM counts, else the whole store.
    """

    query: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    tables: tuple[str, ...] = tuple(TABLES)
    triples: tuple[str, ...] = tuple(TRIPLES)


class Answered(msgspec.Struct, frozen=True, tag=True):
    """An answer, written out."""

    media: str
    body: bytes


class Refused(msgspec.Struct, frozen=True, tag=True):
    """Why there is no answer: ``malformed``, ``refused`` (it would ask another host), ``unacceptable`` (in none of the
    welcome media types) or ``size`` (over the limit).
    """

    trouble: Trouble
    message: Message


class _TooLarge(Exception):
    pass


class _Sink:
    """A file in memory that takes so many bytes."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.data = bytearray()

    def write(self, some: bytes) -> int:
        """Take some more.

        :raises _TooLarge: that is more than the limit.
        """
        if len(self.data) + len(some) > self.limit:
            raise _TooLarge
        self.data += some
        return len(some)

    def flush(self) -> None:
        """Nothing is held back."""


class Answers:
    """A store that answers in serialised form."""

    def __init__(self, path: Path) -> None:
        """Open.

        :raises GraphError: there is no store, or it is broken.
        """
        self._store = OxigraphStore(path).engine

    def answer(self, asked: Asked, limit: int) -> Answered | Refused:
        """The answer to a question.

        :param limit: most bytes of an answer.
        """
        try:
            guard_sparql(asked.query)
            return self._answer(asked, limit)
        except SyntaxError as error:
            return Refused("malformed", explained(error, asked.query))
        except QueryError as error:
            return Refused("refused", error.said)
        except _TooLarge:
            return Refused("size", message("answer_too_large", limit=limit))
        except (ValueError, OSError, RuntimeError) as error:
            return Refused("malformed", message("verbatim", text=error))

    def _answer(self, asked: Asked, limit: int) -> Answered | Refused:
        found = self._query(asked)
        if isinstance(found, ox.QueryTriples):
            return _written(found, _first(asked.triples, TRIPLES), limit)
        return _written(found, _first(asked.tables, TABLES), limit)

    def _query(self, asked: Asked) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        if not (asked.default_graphs or asked.named_graphs):
            return self._store.query(asked.query)
        return self._store.query(
            asked.query,
            default_graph=[ox.NamedNode(iri) for iri in asked.default_graphs],
            named_graphs=[ox.NamedNode(iri) for iri in asked.named_graphs],
        )


_Form = tuple[str, ox.QueryResultsFormat | ox.RdfFormat] | None


def _first(welcome: Sequence[str], forms: dict[str, ox.QueryResultsFormat] | dict[str, ox.RdfFormat]) -> _Form:
    return next(((media, forms[media]) for media in welcome if media in forms), None)


def _written(found: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples, form: _Form, limit: int) -> Answered | Refused:
    if form is None:
        return Refused("unacceptable", message("no_such_form"))
    sink = _Sink(limit)
    found.serialize(sink, form[1])  # type: ignore[arg-type]
    return Answered(form[0], bytes(sink.data))
