"""The whole order, from files to answers: :func:`build` makes a graph directory, :func:`open` asks of one."""

from lianpu.pipeline.build import BuildReport, build, extract_lines
from lianpu.pipeline.exports import FORMS, ImportReport, import_rdf, write_ontology
from lianpu.pipeline.files import write_file
from lianpu.pipeline.graph import KnowledgeGraph, open
from lianpu.pipeline.questions import Dialect, Question, question, questions
from lianpu.pipeline.served import NEO4J_PASSWORD, SPARQL_PASSWORD, ServedGraph, endpoint, neo4j

__all__ = [
    "NEO4J_PASSWORD",
    "SPARQL_PASSWORD",
    "build",
    "endpoint",
    "neo4j",
    "open",
    "import_rdf",
    "BuildReport",
    "ImportReport",
    "KnowledgeGraph",
    "ServedGraph",
    "Dialect",
    "Question",
    "FORMS",
    "extract_lines",
    "question",
    "questions",
    "write_ontology",
    "write_file",
]
