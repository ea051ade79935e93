"""A graph as files for other tools, and back. What each form has and leaves out stands in docs/exports.md."""

from lianpu.graph.export.cypher import cypher
from lianpu.graph.export.gexf import gexf
from lianpu.graph.export.graphml import graphml
from lianpu.graph.export.jsonld import jsonld
from lianpu.graph.export.rdf import nquads, rdfxml, trig, turtle
from lianpu.graph.export.read import Read, read
from lianpu.graph.export.tables import csv_files, neo4j_files

__all__ = [
    "turtle",
    "trig",
    "nquads",
    "rdfxml",
    "jsonld",
    "graphml",
    "gexf",
    "cypher",
    "csv_files",
    "neo4j_files",
    "Read",
    "read",
]
