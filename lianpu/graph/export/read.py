"""A graph read back from RDF that lianpu has written: the same records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, cast, get_args
from urllib.parse import unquote

import msgspec
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from lianpu.errors import InputError, LianpuError
from lianpu.graph.export.complete import RDF
from lianpu.graph.records import Graph
from lianpu.graph.statements import facts as facts_of
from lianpu.ids import BASE, GRAPHS, ONTOLOGY
from lianpu.model import Claim, DocumentLine, Entity, EntityType, Fact, Op, Position, Status, Target
from lianpu.ontology.generators.jsonld import terms
from lianpu.ontology.schema import schema

FORMATS: Mapping[str, RdfFormat] = {
    ".ttl": RdfFormat.TURTLE,
    ".trig": RdfFormat.TRIG,
    ".nq": RdfFormat.N_QUADS,
    ".nt": RdfFormat.N_TRIPLES,
    ".rdf": RdfFormat.RDF_XML,
    ".jsonld": RdfFormat.JSON_LD,
}
"""What is read, by suffix."""
_STATUSES: tuple[Status, ...] = get_args(Status)
_Key = tuple[str, str, str, str]


class Read(msgspec.Struct, frozen=True):
    """What a file says; ``skipped`` counts the statements that are none of the vocabulary's."""

    graph: Graph
    skipped: int


def read(path: Path, base: str = BASE) -> Read:
    """The records of a file. A form without named graphs has what the region's own documents and the code table say.

    :param base: beginning of the ids' IRIs.
    :raises InputError: the file cannot be read, is malformed, or is no graph of lianpu's; the message names the node.
    """
    form = FORMATS.get(path.suffix.lower())
    if form is None:
        raise InputError("bad_suffix", place=str(path), suffixes=tuple(FORMATS))
    found = _Found(base)
    try:
        for quad in parse(path=str(path), format=form):
            found.take(quad)
        # Once through the decoder: a value of the wrong kind is found here, not by who reads the records.
        graph = msgspec.json.decode(msgspec.json.encode(found.graph()), type=Graph)
    except _WrongError as error:
        raise InputError("cannot_read", place=str(path), reason=error.said) from error
    except (OSError, SyntaxError, ValueError) as error:
        raise InputError("cannot_read", place=str(path), reason=error) from error
    if not graph.entities:
        raise InputError("no_entities", place=str(path))
    return Read(graph, found.skipped)


class _WrongError(LianpuError):
    """A node is not as the vocabulary says."""


class _Node:
    """The attributes of one subject, by name."""

    __slots__ = ("kind", "origin", "tail", "values")

    def __init__(self, tail: str) -> None:
        self.tail = tail
        self.kind = ""
        self.origin = "documents"
        self.values: dict[str, list[Any]] = {}

    def all(self, name: str) -> tuple[Any, ...]:
        return tuple(sorted(self.values.get(name, ())))

    def first(self, name: str, default: Any = None) -> Any:
        return self.values.get(name, (default,))[0]

    def one(self, name: str) -> Any:
        found = self.values.get(name, ())
        if len(found) != 1:
            raise _WrongError("not_one", node=self.tail, name=name, count=len(found))
        return found[0]

    @property
    def place(self) -> str:
        """The origin: as said, else as its named graph says."""
        return str(self.first("origin", self.origin))


class _Found:
    """Takes statements in, in any order, and makes records of them."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.names = {iri: name for name, iri in terms(schema()).items()}
        self.nodes: dict[str, _Node] = {}
        self.triples: set[_Key] = set()
        self.skipped = 0

    def take(self, quad: Quad) -> None:
        """Keep a statement."""
        subject = quad.subject.value if isinstance(quad.subject, NamedNode) else ""
        if not subject.startswith(self.base):
            self.skipped += 1
            return
        tail = subject.removeprefix(self.base)
        origin = _origin(quad.graph_name.value) if isinstance(quad.graph_name, NamedNode) else "documents"
        predicate = quad.predicate.value
        name = self.names.get(predicate, "")
        if predicate == RDF + "type":
            self._type(tail, quad.object, origin)
        elif not name:
            self.skipped += 1
        elif name in schema().predicates:
            self.triples.add((tail, name, str(self._value(quad.object)), origin))
        else:
            self._node(tail).values.setdefault(name, []).append(self._value(quad.object))

    def _node(self, tail: str) -> _Node:
        found = self.nodes.get(tail)
        if found is None:
            found = self.nodes[tail] = _Node(tail)
        return found

    def _type(self, tail: str, term: object, origin: str) -> None:
        kind = term.value.removeprefix(ONTOLOGY) if isinstance(term, NamedNode) else ""
        if kind in schema().classes:
            node = self._node(tail)
            node.kind, node.origin = kind, origin
        elif kind != RDF + "Statement":
            self.skipped += 1

    def _value(self, term: object) -> Any:
        if isinstance(term, NamedNode):
            return term.value.removeprefix(self.base).removeprefix(ONTOLOGY)
        if not isinstance(term, Literal):
            raise _WrongError("nameless", node=term)
        kind = term.datatype.value.rpartition("#")[2]
        return _VALUES[kind](term.value) if kind in _VALUES else term.value

    # -- records --------------------------------------------------------------------------------------------------

    def graph(self) -> Graph:
        """The records of what was taken in."""
        kinds: dict[str, list[_Node]] = defaultdict(list)
        for tail in sorted(self.nodes):
            node = self.nodes[tail]
            kinds[node.kind if node.kind not in schema().entities else "entity"].append(node)
            self.skipped += sum(map(len, node.values.values())) if not node.kind else 0
        claims = sorted((_claim(node) for node in kinds["Claim"]), key=lambda c: (c.document, c.start, c.id))
        said = _Said(claims)
        figures = [*kinds["Target"], *kinds["Indicator"]]
        entities = tuple(_entity(node, said) for node in kinds["entity"])
        return Graph(
            documents=tuple(sorted((_document(node) for node in kinds["Document"]), key=lambda document: document.id)),
            entities=entities,
            facts=self._facts(claims, kinds["Derivation"], {entity.id for entity in entities}),
            targets=tuple(_target(node, said) for node in sorted(figures, key=lambda node: node.tail)),
            claims=tuple(claims),
        )

    def _facts(self, claims: Sequence[Claim], nodes: Sequence[_Node], entities: set[str]) -> tuple[Fact, ...]:
        known = {claim.id: claim for claim in claims}
        derived = {(fact.s, fact.p, fact.o, fact.origin): fact for fact in (_fact(node, known) for node in nodes)}
        elsewhere = {(s, p, o) for s, p, o, origin in derived if origin != "documents"}
        stated = facts_of(claims)
        found = dict(derived)
        for key in self.triples - derived.keys():
            s, p, o, origin = key
            if key in stated:
                found[key] = stated[key]
            elif origin != "documents" or (s, p, o) not in elsewhere:
                # Without named graphs a statement of the code table stands among those of documents, and a node says so.
                found[key] = Fact(s=s, p=p, o=o, status="existing", origin=origin)
        for s, p, o, _ in found:
            if not {s, o} <= entities:
                raise _WrongError("fact_lost", fact=f"{s} {p} {o}")
        return tuple(found[key] for key in sorted(found))


class _Said:
    """Claims by what they mention or count."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.mentions: dict[str, list[Claim]] = defaultdict(list)
        self.figures: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            if claim.p == "mention":
                self.mentions[claim.s].append(claim)
            elif claim.p == "target":
                self.figures[claim.o].append(claim)


def _entity(node: _Node, said: _Said) -> Entity:
    mentions = said.mentions.get(node.tail, ())
    return Entity(
        id=node.tail,
        type=cast("EntityType", node.kind),
        name=node.one("label"),
        aliases=node.all("altLabel"),
        code=node.first("code"),
        documents=_documents(mentions),
        mentions=tuple(sorted(claim.id for claim in mentions)),
        origin=node.place,
    )


def _documents(claims: Sequence[Claim]) -> tuple[str, ...]:
    return tuple(sorted({claim.document for claim in claims}))


def _document(node: _Node) -> DocumentLine:
    horizon = (node.first("horizonStart"), node.first("horizonEnd"))
    return DocumentLine(
        id=_name(node.tail),
        title=node.one("title"),
        number=node.first("number"),
        issuer=tuple(node.first("issuers", node.all("creator"))),
        date=node.first("date"),
        region=node.first("regionName"),
        horizon=None if None in horizon else cast("tuple[int, int]", horizon),
        cites=tuple(node.first("cites", ())),
        file=node.first("file", ""),
        sha256=node.first("sha256", ""),
        length=node.first("length", 0),
        region_code=node.first("regionCode"),
    )


def _target(node: _Node, said: _Said) -> Target:
    identifier = node.tail.partition("/")[2]
    claims = said.figures.get(identifier, ())
    return Target(
        id=identifier,
        s=node.one("of"),
        metric=node.one("metric"),
        value=node.one("value"),
        unit=node.first("unit", ""),
        op=cast("Op", node.first("op", "=")),
        year=node.first("year"),
        value_max=node.first("valueMax"),
        achieved=node.kind == "Indicator",
        documents=_documents(claims),
        claims=tuple(sorted({claim.id for claim in claims})),
        origin=node.place,
    )


def _claim(node: _Node) -> Claim:
    predicate, value = node.one("predicate"), node.first("object", "")
    return Claim(
        id=node.tail.partition("/")[2],
        s=node.one("subject"),
        p=predicate,
        o=value.removeprefix("target/") if predicate == "target" else value,
        status=node.first("status", ""),
        order=node.first("order"),
        position=cast("Position | None", node.first("position")),
        share=node.first("share"),
        document=_name(node.one("document")),
        section=node.first("section", ""),
        start=node.one("start"),
        end=node.one("end"),
        quote=node.one("quote"),
        text=node.first("text", ""),
        rule=node.first("rule", ""),
        confidence=node.first("confidence", 1.0),
        origin=node.place,
    )


def _fact(node: _Node, known: Mapping[str, Claim]) -> Fact:
    said = set(node.all("statuses"))
    try:
        behind = [known[tail.partition("/")[2]] for tail in node.all("claim")]
    except KeyError as error:
        raise _WrongError("claim_lost", node=node.tail, claim=error) from error
    behind.sort(key=lambda claim: (claim.document, claim.start, claim.id))
    return Fact(
        s=node.one("subject"),
        p=node.one("predicate"),
        o=node.one("object"),
        status=node.one("status"),
        statuses=tuple(status for status in _STATUSES if status in said),
        order=node.first("order"),
        position=cast("Position | None", node.first("position")),
        confidence=node.first("confidence", 1.0),
        documents=_documents(behind),
        claims=tuple(claim.id for claim in behind),
        rule=node.first("rule", ""),
        origin=node.place,
    )


def _name(tail: str) -> str:
    """The id behind ``document/…``."""
    return unquote(tail.partition("/")[2])


def _origin(iri: str) -> str:
    if not iri.startswith(GRAPHS):
        raise _WrongError("unknown_graph", iri=iri)
    return "/".join(map(unquote, iri.removeprefix(GRAPHS).split("/")))


def _listed(text: str) -> list[str]:
    return msgspec.json.decode(text, type=list[str])


_VALUES: Mapping[str, Callable[[str], Any]] = {"integer": int, "double": float, "decimal": float, "JSON": _listed}
"""How literals are read, by the local name of their datatype."""
