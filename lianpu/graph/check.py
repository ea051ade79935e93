"""Whether a graph is as the vocabulary says: SHACL shapes, and ids that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec
import pyshacl
import rdflib
from rdflib.namespace import RDF, SH

from lianpu.graph.records import Graph
from lianpu.graph.stores.rdflib_store import own_graph
from lianpu.ids import BASE
from lianpu.messages import Language, Message, message

Severity = Literal["violation", "warning"]


class Finding(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """Something amiss: ``focus`` is the id of the node or fact, ``message`` says what."""

    severity: Severity
    focus: str
    message: str


class Check(msgspec.Struct, frozen=True):
    """All findings, violations first, sorted."""

    findings: tuple[Finding, ...]

    @property
    def violations(self) -> int:
        """How many findings make the graph wrong."""
        return sum(finding.severity == "violation" for finding in self.findings)

    @property
    def warnings(self) -> int:
        """How many findings are only worth a look."""
        return len(self.findings) - self.violations


def check(graph: Graph, base: str = BASE, language: Language = "zh") -> Check:
    """Check what the region's own documents and the code table say; findings are worded in the language."""
    lost = (Finding(severity="violation", focus=focus, message=what.text(language)) for focus, what in _dangling(graph))
    return Check(tuple(sorted({*lost, *_shapes(graph, base, language)})))


@cache
def _shapes_graph() -> rdflib.Graph:
    text = (files("lianpu.ontology") / "generated" / "shapes.ttl").read_text("utf-8")
    return rdflib.Graph().parse(data=text, format="turtle")


def _shapes(graph: Graph, base: str, language: Language) -> Iterator[Finding]:
    _, report, _ = pyshacl.validate(own_graph(graph, base), shacl_graph=_shapes_graph(), inference="none", advanced=False)
    assert isinstance(report, rdflib.Graph)
    for result in report.subjects(RDF.type, SH.ValidationResult):
        severity: Severity = "violation" if report.value(result, SH.resultSeverity) == SH.Violation else "warning"
        focus = str(report.value(result, SH.focusNode)).removeprefix(base)
        yield Finding(severity=severity, focus=focus, message=_message(report, result, language))


def _message(report: rdflib.Graph, result: rdflib.term.Node, language: Language) -> str:
    """What a shape says in the language, or what there is."""
    messages = sorted(report.objects(result, SH.resultMessage), key=lambda m: (getattr(m, "language", None) != language, str(m)))
    return str(messages[0]) if messages else message("no_shape").text(language)


def _dangling(graph: Graph) -> Iterator[tuple[str, Message]]:
    """Ids that lead nowhere, each with what it belongs to."""
    entities = {entity.id for entity in graph.entities}
    claims = {claim.id for claim in graph.claims}
    documents = {document.id for document in graph.documents}
    targets = {target.id for target in graph.targets}
    for fact in graph.facts:
        focus = f"{fact.s} {fact.p} {fact.o}"
        for end in sorted({fact.s, fact.o} - entities):
            yield focus, message("entity_lost", id=end)
        for claim in sorted(set(fact.claims) - claims):
            yield focus, message("claim_of_fact_lost", id=claim)
        if not fact.claims and fact.origin != "regions":
            yield focus, message("no_grounds")
    for target in graph.targets:
        if target.s not in entities:
            yield f"target/{target.id}", message("entity_lost", id=target.s)
    for row in graph.claims:
        known = targets if row.p == "target" else entities
        if row.s not in entities or row.o and row.o not in known:
            yield f"claim/{row.id}", message("ends_lost", first=row.s, second=row.o)
        if row.origin in ("documents", "foreign") and row.document not in documents:
            yield f"claim/{row.id}", message("document_lost", id=row.document)
