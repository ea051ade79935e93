"""SPARQL in memory: rdflib, for interchange and to hold the other stores against."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import rdflib
from pyoxigraph import DefaultGraph, NamedNode
from pyoxigraph import Literal as OxLiteral

from lianpu.errors import QueryError
from lianpu.graph.records import Graph
from lianpu.graph.stores.guard import guard_sparql
from lianpu.graph.stores.parameters import bind
from lianpu.graph.stores.protocol import Cell, Rows, Value
from lianpu.graph.stores.rdf import PREFIXES, own_quads, quads
from lianpu.ids import BASE


def dataset(graph: Graph, base: str = BASE) -> rdflib.Dataset:
    """The quads of a graph as a plain rdflib dataset."""
    found = rdflib.Dataset()
    for prefix, iri in PREFIXES.items():
        found.bind(prefix, base if prefix == "id" else iri)
    contexts: dict[str, rdflib.Graph] = {}
    for quad in quads(graph, base):
        name = "" if isinstance(quad.graph_name, DefaultGraph) else str(_iri(quad.graph_name))
        if name not in contexts:
            contexts[name] = found.graph(rdflib.URIRef(name)) if name else found.default_graph
        contexts[name].add((_iri(quad.subject), _iri(quad.predicate), _term(quad.object)))
    return found


def own_graph(graph: Graph, base: str = BASE) -> rdflib.Graph:
    """What the region's own documents and the code table say, as one plain rdflib graph."""
    found = rdflib.Graph()
    for quad in own_quads(graph, base):
        found.add((_iri(quad.subject), _iri(quad.predicate), _term(quad.object)))
    return found


def _iri(node: Any) -> rdflib.URIRef:
    return rdflib.URIRef(node.value)


def _term(node: Any) -> rdflib.term.Node:
    if isinstance(node, OxLiteral):
        kind = node.datatype.value
        return rdflib.Literal(node.value, datatype=None if kind.endswith("#string") else rdflib.URIRef(kind))
    assert isinstance(node, NamedNode)
    return rdflib.URIRef(node.value)


class RdflibStore:
    """A graph in memory."""

    def __init__(self, graph: Graph, base: str = BASE) -> None:
        self.base = base
        self.dataset = dataset(graph, base)

    def query(self, text: str, params: Mapping[str, Value] | None = None, *, limit: int | None = None) -> Rows:
        """SELECT, ASK (one column ``answer``) or CONSTRUCT (columns ``s``, ``p``, ``o``).

        :param limit: solutions that are given at most; all are computed: read one by one, those without values would be lost.
        :raises QueryError: the text is malformed or cannot be answered.
        """
        asked = bind(text, params or {}, self.base)
        guard_sparql(asked)
        try:
            return self._rows(self.dataset.query(asked), limit)
        except Exception as error:
            raise QueryError("engine", dialect="SPARQL", reason=error) from error

    def _rows(self, answer: rdflib.query.Result, limit: int | None) -> Rows:
        if answer.type == "ASK":
            return Rows(("answer",), ((bool(answer.askAnswer),),))
        if answer.type == "SELECT":
            columns = tuple(str(variable) for variable in answer.vars or ())
            bindings = answer.bindings[:limit]
            return Rows(columns, tuple(tuple(self._cell(b.get(rdflib.Variable(c))) for c in columns) for b in bindings))
        triples = sorted(tuple(self._cell(term) for term in triple) for triple in answer.graph or ())
        return Rows(("s", "p", "o"), tuple(triples))

    def _cell(self, term: object) -> Cell:
        if term is None:
            return None
        if isinstance(term, rdflib.Literal):
            value = term.toPython()
            return value if isinstance(value, str | int | float | bool) else str(term)
        return str(term).removeprefix(self.base)
