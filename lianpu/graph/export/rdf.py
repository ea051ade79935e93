"""Turtle, TriG, N-Quads and RDF/XML. Equal graphs give equal bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, serialize

from lianpu.graph.export.complete import every, own
from lianpu.graph.records import Graph
from lianpu.graph.stores.rdf import PREFIXES, TYPE
from lianpu.ids import BASE

NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML file can hold."""


def turtle(graph: Graph, base: str = BASE) -> bytes:
    """Turtle, sorted by subject. Turtle has no named graphs: foreign text, reference chains and tables are left out, since
    there they would read like statements of the region's own documents.
    """
    return serialize(own_triples(graph, base), format=RdfFormat.TURTLE, prefixes=_prefixes(base)) or b""


def trig(graph: Graph, base: str = BASE) -> bytes:
    """TriG: all named graphs, each sorted by subject."""
    ordered = sorted(set(every(graph, base)), key=lambda quad: (str(quad.graph_name), *_order(quad)))
    return serialize(ordered, format=RdfFormat.TRIG, prefixes=_prefixes(base)) or b""


def nquads(graph: Graph, base: str = BASE) -> bytes:
    """N-Quads, one statement a line, sorted."""
    data = serialize(every(graph, base), format=RdfFormat.N_QUADS)
    return b"".join(sorted(set((data or b"").splitlines(keepends=True))))


def rdfxml(graph: Graph, base: str = BASE) -> bytes:
    """RDF/XML with what Turtle has. What XML cannot hold becomes U+FFFD."""
    triples = (Triple(t.subject, t.predicate, _in_xml(t.object)) for t in own_triples(graph, base))
    data = serialize(triples, format=RdfFormat.RDF_XML, prefixes=_prefixes(base)) or b""
    # A reader of XML takes a bare carriage return for the end of a line.
    return data.replace(b"\r", b"&#xD;")


def own_triples(graph: Graph, base: str = BASE) -> list[Triple]:
    """The statements of :func:`lianpu.graph.export.complete.own`, those of one subject together, its class first."""
    return sorted({quad.triple for quad in own(graph, base)}, key=_order)


def _order(statement: Triple | Quad) -> tuple[str, bool, str, str]:
    predicate = statement.predicate.value
    return str(statement.subject), predicate != TYPE.value, predicate, str(statement.object)


def _in_xml(term: object) -> NamedNode | Literal:
    if isinstance(term, Literal) and NOT_IN_XML.search(term.value):
        return Literal(NOT_IN_XML.sub("\ufffd", term.value), datatype=term.datatype)
    assert isinstance(term, NamedNode | Literal)
    return term


def _prefixes(base: str) -> dict[str, str]:
    return {**PREFIXES, "id": base}


def by_graph(quads: Iterable[Quad]) -> dict[str, list[Triple]]:
    """Statements by the IRI of their graph, the default graph (``""``) first, sorted."""
    found: dict[str, list[Triple]] = {"": []}
    for quad in sorted(set(quads), key=lambda quad: (str(quad.graph_name), *_order(quad))):
        name = quad.graph_name.value if isinstance(quad.graph_name, NamedNode) else ""
        found.setdefault(name, []).append(quad.triple)
    return found
