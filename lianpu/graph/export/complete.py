"""The statements of a graph as files hold them: those of the stores, and what else it takes to read the records back.

Beside them stand the file, digest, length and lists of a document, the rows of tables as claims, and facts that claims alone
do not give (``lp:Derivation``). Where a form has no named graphs, ``lp:origin`` says where a thing is from that is not from
documents of the region's own.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from lianpu.graph.records import Graph
from lianpu.graph.statements import facts as facts_of
from lianpu.graph.stores import tails
from lianpu.graph.stores.rdf import OWN, claim_quads, double, integer, own_quads, quads
from lianpu.ids import BASE, ONTOLOGY, digest
from lianpu.model import Claim, DocumentLine, Fact

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
JSON = NamedNode(RDF + "JSON")
_TABLE = "table/"
"""Origins of imported tables begin like this."""

_Place = NamedNode | DefaultGraph


def every(graph: Graph, base: str = BASE) -> Iterator[Quad]:
    """All statements, each in the named graph of its origin."""
    yield from quads(graph, base)
    more = _More(base)
    for document in graph.documents:
        yield from more.document(document)
    yield from claim_quads((claim for claim in graph.claims if claim.origin.startswith(_TABLE)), base)
    for claim in graph.claims:
        if claim.share is not None:
            yield more.share(claim)
    for fact in underived(graph):
        yield from more.derivation(fact, fact.origin)


def own(graph: Graph, base: str = BASE) -> Iterator[Quad]:
    """What the region's own documents and the code table say, all in the default graph."""
    yield from (Quad(quad.subject, quad.predicate, quad.object) for quad in own_quads(graph, base))
    more = _More(base)
    for document in graph.documents:
        yield from more.document(document)
    spoken = spoken_of(graph)
    for entity in graph.entities:
        if entity.origin != "documents" and (entity.id in spoken or tails.graph(entity.origin) in OWN):
            yield more.said(entity.id, "origin", Literal(entity.origin))
    given = {(fact.s, fact.p, fact.o, fact.origin) for fact in underived(graph)}
    for fact in graph.facts:
        if tails.graph(fact.origin) in OWN and (fact.origin != "documents" or (fact.s, fact.p, fact.o, fact.origin) in given):
            yield from more.derivation(fact, "documents")


def spoken_of(graph: Graph) -> frozenset[str]:
    """Ids of the things of which the region's own documents and the code table say something."""
    return frozenset(end for fact in graph.facts if tails.graph(fact.origin) in OWN for end in (fact.s, fact.o))


def underived(graph: Graph) -> Iterator[Fact]:
    """Facts that their claims do not give, nor stand without any claim and without a word more."""
    stated = facts_of(graph.claims)
    for fact in graph.facts:
        plain = Fact(s=fact.s, p=fact.p, o=fact.o, status="existing", origin=fact.origin)
        if fact != stated.get((fact.s, fact.p, fact.o, fact.origin), plain):
            yield fact


def fact_tail(fact: Fact) -> str:
    """``fact/HASH``: a fact as a node of its own."""
    return f"fact/{digest(fact.s, fact.p, fact.o, fact.origin)}"


class _More:
    """Statements that no store holds."""

    def __init__(self, base: str) -> None:
        self.base = base

    def said(self, tail: str, name: str, value: Literal | NamedNode, origin: str = "documents") -> Quad:
        """One statement with a property of ours."""
        iri = tails.graph(origin)
        place: _Place = DefaultGraph() if iri is None else NamedNode(iri)
        return Quad(NamedNode(self.base + tail), NamedNode(ONTOLOGY + name), value, place)

    def document(self, document: DocumentLine) -> Iterator[Quad]:
        tail = tails.document(document.id)
        for name, text in (
            ("file", document.file),
            ("sha256", document.sha256),
            ("regionName", document.region),
            ("regionCode", document.region_code),
        ):
            if text:
                yield self.said(tail, name, Literal(text))
        yield self.said(tail, "length", integer(document.length))
        for name, listed in (("issuers", document.issuer), ("cites", document.cites)):
            if listed:
                yield self.said(tail, name, Literal(msgspec.json.encode(listed).decode(), datatype=JSON))
        for name, year in zip(("horizonStart", "horizonEnd"), document.horizon or (), strict=False):
            yield self.said(tail, name, integer(year))

    def share(self, claim: Claim) -> Quad:
        return self.said(tails.claim(claim.id), "share", double(claim.share or 0.0), claim.origin)

    def derivation(self, fact: Fact, place: str) -> Iterator[Quad]:
        tail = fact_tail(fact)
        iri = tails.graph(place)
        where: _Place = DefaultGraph() if iri is None else NamedNode(iri)
        node = NamedNode(self.base + tail)
        for name, value in (
            ("type", NamedNode(ONTOLOGY + "Derivation")),
            ("type", NamedNode(RDF + "Statement")),
            ("subject", NamedNode(self.base + fact.s)),
            ("predicate", NamedNode(ONTOLOGY + fact.p)),
            ("object", NamedNode(self.base + fact.o)),
        ):
            yield Quad(node, NamedNode(RDF + name), value, where)
        yield self.said(tail, "status", Literal(fact.status), place)
        yield self.said(tail, "confidence", double(fact.confidence), place)
        for status in fact.statuses:
            yield self.said(tail, "statuses", Literal(status), place)
        for claim in fact.claims:
            yield self.said(tail, "claim", NamedNode(self.base + tails.claim(claim)), place)
        for name, text in (("rule", fact.rule), ("position", fact.position), ("origin", fact.origin)):
            if text:
                yield self.said(tail, name, Literal(text), place)
        if fact.order is not None:
            yield self.said(tail, "order", integer(fact.order), place)
