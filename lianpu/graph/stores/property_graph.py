"""A graph as labelled nodes and typed relationships with properties: what the Cypher stores load."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from lianpu.graph.records import Graph
from lianpu.graph.stores import tails
from lianpu.graph.stores.rdf import region_of
from lianpu.model import Claim, Fact, Target
from lianpu.ontology.schema import schema

Property = str | int | float | list[str] | None
Row = dict[str, Property]


@dataclass(frozen=True, slots=True)
class PropertyGraph:
    """Rows by label, and by relationship type with the labels of its ends. Relationship rows have ``s`` and ``o``."""

    nodes: Mapping[str, list[Row]]
    edges: Mapping[tuple[str, str, str], list[Row]]


def property_graph(graph: Graph) -> PropertyGraph:
    """The nodes and relationships of a graph, in the order of the graph."""
    nodes: dict[str, list[Row]] = {label: [] for label in schema().stored}
    labels: dict[str, str] = {}
    for entity in graph.entities:
        labels[entity.id] = entity.type
        row: Row = {"id": entity.id, "name": entity.name, "aliases": list(entity.aliases)}
        nodes[entity.type].append(row | {"code": entity.code, "origin": entity.origin})
    by_code = {e.code: e.id for e in graph.entities if e.code is not None}
    by_name = {e.name: e.id for e in reversed(graph.entities) if e.type == "Region"}
    for document in graph.documents:
        region = region_of(document, by_code, by_name)
        row = {"id": tails.document(document.id), "title": document.title, "number": document.number}
        nodes["Document"].append(row | {"date": document.date, "region": region})
    nodes["Claim"] += [_claim(claim) for claim in tails.claims(graph)]
    edges: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    quotes = {claim.id: claim.text for claim in graph.claims}
    for fact in graph.facts:
        edges[schema().predicates[fact.p].relation, labels[fact.s], labels[fact.o]].append(_fact(fact, quotes))
    for target in graph.targets:
        label = "Indicator" if target.achieved else "Target"
        nodes[label].append(_target(target))
        edges["HAS_TARGET", labels[target.s], label].append(_has_target(target, quotes))
    return PropertyGraph(nodes, edges)


def _claim(claim: Claim) -> Row:
    return {
        "id": tails.claim(claim.id),
        "subject": claim.s,
        "predicate": claim.p,
        "object": tails.target(claim.o) if claim.p == "target" else claim.o,
        "status": claim.status,
        "document": tails.document(claim.document),
        "section": claim.section,
        "start": claim.start,
        "stop": claim.end,
        "quote": claim.quote,
        "text": claim.text,
        "rule": claim.rule,
        "confidence": claim.confidence,
        "ord": claim.order,
        "position": claim.position,
        "origin": claim.origin,
    }


def _fact(fact: Fact, quotes: Mapping[str, str]) -> Row:
    return {
        "s": fact.s,
        "o": fact.o,
        "status": fact.status,
        "statuses": list(fact.statuses),
        "confidence": fact.confidence,
        "ord": fact.order,
        "position": fact.position,
        "documents": [tails.document(document) for document in fact.documents],
        "quotes": _said(fact.claims, quotes),
        "rule": fact.rule,
        "origin": fact.origin,
    }


def _target(target: Target) -> Row:
    return {
        "id": tails.target(target.id),
        "metric": target.metric,
        "value": float(target.value),
        "valueMax": None if target.value_max is None else float(target.value_max),
        "unit": target.unit,
        "op": target.op,
        "year": target.year,
        "origin": target.origin,
    }


def _has_target(target: Target, quotes: Mapping[str, str]) -> Row:
    return {
        "s": target.s,
        "o": tails.target(target.id),
        "status": "existing" if target.achieved else "planned",
        "statuses": [],
        "confidence": 1.0,
        "ord": None,
        "position": None,
        "documents": [tails.document(document) for document in target.documents],
        "quotes": _said(target.claims, quotes),
        "rule": "",
        "origin": target.origin,
    }


def _said(claims: tuple[str, ...], quotes: Mapping[str, str]) -> list[str]:
    """The sentences behind a fact, each once, in reading order."""
    return list(dict.fromkeys(text for claim in claims if (text := quotes.get(claim))))
