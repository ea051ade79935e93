"""A graph as files for other tools: Turtle (what documents and the code table say) and N-Quads (everything)."""

from __future__ import annotations

from lianpu.graph.records import Graph
from lianpu.graph.stores.rdf import serialise_nquads, serialise_turtle
from lianpu.ids import BASE


def turtle(graph: Graph, base: str = BASE) -> bytes:
    """Turtle, sorted by subject. Turtle has no named graphs: foreign text, reference chains and tables are left out, since
    there they would read like statements of the region's own documents.
    """
    return serialise_turtle(graph, base)


def nquads(graph: Graph, base: str = BASE) -> bytes:
    """N-Quads, one statement a line, sorted: equal graphs give equal bytes."""
    return serialise_nquads(graph, base)
