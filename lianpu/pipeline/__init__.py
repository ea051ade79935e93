"""The whole order, from files to answers: :func:`build` makes a graph directory, :func:`open` asks of one."""

from lianpu.pipeline.build import BuildReport, build, extract_lines
from lianpu.pipeline.exports import FORMS, ImportReport, import_rdf, write_ontology
from lianpu.pipeline.files import write_file
from lianpu.pipeline.graph import NEO4J_PASSWORD, SPARQL_PASSWORD, KnowledgeGraph, endpoint, open
from lianpu.pipeline.questions import Question, question, questions

__all__ = [
    "NEO4J_PASSWORD",
    "SPARQL_PASSWORD",
    "build",
    "endpoint",
    "open",
    "import_rdf",
    "BuildReport",
    "ImportReport",
    "KnowledgeGraph",
    "Question",
    "FORMS",
    "extract_lines",
    "question",
    "questions",
    "write_ontology",
    "write_file",
]
