"""A graph as quads, as docs/architecture.md says. What origin ``documents`` says is in the default graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from lianpu.graph.records import Graph
from lianpu.graph.stores import tails
from lianpu.ids import BASE, ONTOLOGY
from lianpu.model import Claim, DocumentLine, Entity, Fact, Target

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_DCTERMS = "http://purl.org/dc/terms/"
_XSD = "http://www.w3.org/2001/XMLSchema#"

PREFIXES: Mapping[str, str] = {
    "dcterms": _DCTERMS,
    "id": BASE,
    "lp": ONTOLOGY,
    "rdf": _RDF,
    "rdfs": _RDFS,
    "skos": _SKOS,
    "xsd": _XSD,
}
TYPE = NamedNode(_RDF + "type")
_Pair = tuple[NamedNode, NamedNode | Literal]


def quads(graph: Graph, base: str = BASE) -> Iterator[Quad]:
    """All statements of a graph, entities first."""
    writer = _Writer(graph, base)
    for entity in graph.entities:
        yield from writer.entity(entity)
    for fact in graph.facts:
        yield writer.fact(fact)
    for document in graph.documents:
        yield from writer.document(document)
    for target in graph.targets:
        yield from writer.target(target)
    for claim in tails.claims(graph):
        yield from writer.claim(claim)


def claim_quads(claims: Iterable[Claim], base: str = BASE) -> Iterator[Quad]:
    """The statements of these claims, each in the graph of its origin."""
    writer = _Writer(Graph(), base)
    for claim in claims:
        yield from writer.claim(claim)


class _Writer:
    def __init__(self, graph: Graph, base: str) -> None:
        self.base = base
        self.by_code = {e.code: e.id for e in graph.entities if e.code is not None}
        self.regions = {e.name: e.id for e in reversed(graph.entities) if e.type == "Region"}
        self.policies = [e for e in graph.entities if e.type == "Policy"]

    def entity(self, entity: Entity) -> Iterator[Quad]:
        pairs: list[_Pair] = [(TYPE, _lp(entity.type)), (NamedNode(_RDFS + "label"), Literal(entity.name))]
        pairs += [(NamedNode(_SKOS + "altLabel"), Literal(alias)) for alias in entity.aliases]
        if entity.code is not None:
            pairs.append((_lp("code"), Literal(entity.code)))
        return self._about(entity.id, pairs, entity.origin)

    def fact(self, fact: Fact) -> Quad:
        return Quad(self._id(fact.s), _lp(fact.p), self._id(fact.o), _graph(fact.origin))

    def document(self, document: DocumentLine) -> Iterator[Quad]:
        pairs: list[_Pair] = [(TYPE, _lp("Document")), (NamedNode(_DCTERMS + "title"), Literal(document.title))]
        if document.number:
            pairs.append((_lp("number"), Literal(document.number)))
        pairs += [(NamedNode(_DCTERMS + "creator"), Literal(issuer)) for issuer in document.issuer]
        if document.date:
            pairs.append((NamedNode(_DCTERMS + "date"), Literal(document.date)))
        region = region_of(document, self.by_code, self.regions)
        if region is not None:
            pairs.append((NamedNode(_DCTERMS + "spatial"), self._id(region)))
        policy = self._policy(document)
        if policy is not None:
            pairs.append((_lp("describes"), self._id(policy)))
        return self._about(tails.document(document.id), pairs, "documents")

    def _policy(self, document: DocumentLine) -> str | None:
        """The policy that the document is: the one with its title, or with the longest beginning of it."""
        named = [e for e in self.policies if document.id in e.documents and document.title.startswith(e.name)]
        return max(named, key=lambda e: (len(e.name), e.id)).id if named else None

    def target(self, target: Target) -> Iterator[Quad]:
        pairs: list[_Pair] = [
            (TYPE, _lp("Indicator" if target.achieved else "Target")),
            (_lp("of"), self._id(target.s)),
            (_lp("metric"), Literal(target.metric)),
            (_lp("value"), double(target.value)),
            (_lp("unit"), Literal(target.unit)),
            (_lp("op"), Literal(target.op)),
        ]
        if target.value_max is not None:
            pairs.append((_lp("valueMax"), double(target.value_max)))
        if target.year is not None:
            pairs.append((_lp("year"), integer(target.year)))
        return self._about(tails.target(target.id), pairs, target.origin)

    def claim(self, claim: Claim) -> Iterator[Quad]:
        pairs: list[_Pair] = [
            (TYPE, _lp("Claim")),
            (TYPE, NamedNode(_RDF + "Statement")),
            (NamedNode(_RDF + "subject"), self._id(claim.s)),
            (NamedNode(_RDF + "predicate"), _lp(claim.p)),
            (_lp("document"), self._id(tails.document(claim.document))),
            (_lp("section"), Literal(claim.section)),
            (_lp("rule"), Literal(claim.rule)),
            (_lp("confidence"), double(claim.confidence)),
            (_lp("start"), integer(claim.start)),
            (_lp("end"), integer(claim.end)),
            (_lp("quote"), Literal(claim.quote)),
            (_lp("text"), Literal(claim.text)),
        ]
        if claim.o:
            pairs.append((NamedNode(_RDF + "object"), self._id(tails.target(claim.o) if claim.p == "target" else claim.o)))
        if claim.status:
            pairs.append((_lp("status"), Literal(claim.status)))
        if claim.order is not None:
            pairs.append((_lp("order"), integer(claim.order)))
        if claim.position is not None:
            pairs.append((_lp("position"), Literal(claim.position)))
        return self._about(tails.claim(claim.id), pairs, claim.origin)

    def _about(self, identifier: str, pairs: list[_Pair], origin: str) -> Iterator[Quad]:
        subject, place = self._id(identifier), _graph(origin)
        return (Quad(subject, predicate, value, place) for predicate, value in pairs)

    def _id(self, identifier: str) -> NamedNode:
        return NamedNode(self.base + identifier)


def region_of(document: DocumentLine, by_code: Mapping[str, str], by_name: Mapping[str, str]) -> str | None:
    """Id of the region entity of a document."""
    if document.region_code is not None:
        return by_code.get(document.region_code)
    return by_name.get(document.region) if document.region is not None else None


def _lp(name: str) -> NamedNode:
    return NamedNode(ONTOLOGY + name)


def _graph(origin: str) -> NamedNode | DefaultGraph:
    iri = tails.graph(origin)
    return DefaultGraph() if iri is None else NamedNode(iri)


def double(value: float) -> Literal:
    """A number as it is read back to the last bit."""
    return Literal(repr(float(value)), datatype=NamedNode(_XSD + "double"))


def integer(value: int) -> Literal:
    """A whole number."""
    return Literal(str(value), datatype=NamedNode(_XSD + "integer"))


OWN = frozenset({None, tails.graph("regions")})
"""Graphs of what the region's own documents and the code table say."""


def own_quads(graph: Graph, base: str = BASE) -> Iterator[Quad]:
    """Statements of the region's own documents and of the code table, and what the things are that these speak of, whoever
    named them first: a region out of an imported table has its place in the code table, and must be known for a region there.
    """
    spoken = {end for fact in graph.facts if tails.graph(fact.origin) in OWN for end in (fact.s, fact.o)}
    writer = _Writer(graph, base)
    for entity in graph.entities:
        if entity.id in spoken and tails.graph(entity.origin) not in OWN:
            yield from writer.entity(entity)
    yield from (quad for quad in quads(graph, base) if _graph_name(quad) in OWN)


def _graph_name(quad: Quad) -> str | None:
    return quad.graph_name.value if isinstance(quad.graph_name, NamedNode) else None
