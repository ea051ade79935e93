"""JSON-LD 1.1: short keys out of the vocabulary, explained by the context that goes with the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

import msgspec
from pyoxigraph import Literal, NamedNode, Triple

from lianpu.graph.export.complete import JSON, every
from lianpu.graph.export.rdf import by_graph
from lianpu.graph.records import Graph
from lianpu.graph.stores.rdf import TYPE
from lianpu.ids import BASE, ONTOLOGY
from lianpu.ontology.generators.jsonld import context, terms
from lianpu.ontology.schema import schema

_XSD = "http://www.w3.org/2001/XMLSchema#"


def jsonld(graph: Graph, base: str = BASE) -> bytes:
    """Everything: a line for each node, the nodes of a named graph inside it. A number is a number, a list is sorted."""
    shorten = _Names(base)
    graphs = by_graph(every(graph, base))
    rows = [_line(node) for node in shorten.nodes(graphs.pop(""))]
    for name, triples in graphs.items():
        inside = ",\n".join(_line(node) for node in shorten.nodes(triples))
        rows.append(f'{{"@id":{_line(name)},"@graph":[\n{inside}\n]}}')
    head = _line({**context(schema()), "id": base})
    body = ",\n".join(rows)
    return f'{{"@context":{head},\n"@graph":[\n{body}\n]}}\n'.encode()


def _line(value: object) -> str:
    return msgspec.json.encode(value).decode()


class _Names:
    """IRIs as the context shortens them."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.keys = {iri: name for name, iri in terms(schema()).items()}

    def nodes(self, triples: Iterable[Triple]) -> Iterator[Mapping[str, Any]]:
        """Nodes of triples that are sorted by subject."""
        for subject, mine in groupby(triples, key=lambda triple: _iri(triple.subject)):
            values: dict[str, list[Any]] = {}
            for triple in mine:
                key = "@type" if triple.predicate == TYPE else self.keys[triple.predicate.value]
                values.setdefault(key, []).append(self.value(triple.object))
            yield {"@id": self.short(subject)} | {k: found if len(found) > 1 else found[0] for k, found in values.items()}

    def value(self, term: object) -> Any:
        """A value of a key whose kind the context knows."""
        if isinstance(term, NamedNode):
            return self.short(term.value)
        assert isinstance(term, Literal)
        if term.datatype == JSON:
            return msgspec.json.decode(term.value)
        kind = term.datatype.value.removeprefix(_XSD)
        return int(term.value) if kind == "integer" else float(term.value) if kind == "double" else term.value

    def short(self, iri: str) -> str:
        """With a prefix where the context has one."""
        if iri.startswith(self.base):
            return "id:" + iri.removeprefix(self.base)
        return "lp:" + iri.removeprefix(ONTOLOGY) if iri.startswith(ONTOLOGY) else iri


def _iri(node: object) -> str:
    assert isinstance(node, NamedNode)
    return node.value
