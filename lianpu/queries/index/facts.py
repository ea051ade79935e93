"""Which facts have which ends, predicate and kind, by numbers of facts, entities and documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from lianpu.graph.records import Graph
from lianpu.queries.index.folder import Array, Made, Reader, Writer
from lianpu.queries.index.groups import Groups, joined, write_groups

KINDS = ("documents", "foreign", "regions", "chain", "table")
"""Kinds of origins."""


def kind_of(origin: str) -> int:
    """The number of an origin's kind."""
    return KINDS.index(origin.partition("/")[0])


def write_facts(writer: Writer, graph: Graph, numbers: Mapping[str, int], predicates: Sequence[str]) -> None:
    """Ends of facts, facts by kind, predicate and end, facts by end, facts by document, and documents by fact."""
    facts, many = graph.facts, len(graph.entities)
    s = np.fromiter((numbers[fact.s] for fact in facts), np.uint32, len(facts))
    o = np.fromiter((numbers[fact.o] for fact in facts), np.uint32, len(facts))
    known = {name: number for number, name in enumerate(predicates)}
    kind = {origin: kind_of(origin) for origin in {fact.origin for fact in facts}}
    said = (kind[fact.origin] * len(predicates) + known[fact.p] for fact in facts)
    what = np.fromiter(said, np.uint64, len(facts))
    every = np.arange(len(facts), dtype=np.uint32)
    writer.array("fact.s", s)
    writer.array("fact.o", o)
    for name, end in (("out", s), ("into", o)):
        key = what * np.uint64(many) + end
        order = np.argsort(key, kind="stable")
        writer.array(f"{name}.key", key[order])
        writer.array(f"{name}.fact", every[order])
    loops = s == o
    write_groups(writer, "touching", np.concatenate((s, o[~loops])), np.concatenate((every, every[~loops])), many)
    _write_documents(writer, graph, what)


def _write_documents(writer: Writer, graph: Graph, what: Array) -> None:
    """Facts by document and what they say; of each fact its documents."""
    documents = {document.id: number for number, document in enumerate(graph.documents)}
    stating = [documents[d] for fact in graph.facts for d in fact.documents if d in documents]
    each = np.fromiter((sum(d in documents for d in fact.documents) for fact in graph.facts), np.uint32, len(graph.facts))
    said, facts = np.array(stating, np.uint32), np.repeat(np.arange(len(each), dtype=np.uint32), each)
    write_groups(writer, "documents", facts, said, len(each))
    key = what[facts] * np.uint64(len(documents)) + said
    order = np.argsort(key, kind="stable")
    writer.array("stated.key", key[order])
    writer.array("stated.fact", facts[order])


class FactIndex:
    """Numbers of facts by what is asked for, in the order of the graph."""

    def __init__(self, reader: Reader, made: Made, entities: int, documents: int) -> None:
        self.s = reader.array("fact.s")
        self.o = reader.array("fact.o")
        self._predicates = {name: number for number, name in enumerate(made.predicates)}
        self._entities = entities
        self._documents = documents
        self._keys = {name: reader.array(f"{name}.key") for name in ("out", "into", "stated")}
        self._facts = {name: reader.array(f"{name}.fact") for name in ("out", "into", "stated")}
        self.touching = Groups(reader, "touching")
        self.documents = Groups(reader, "documents")

    def _start(self, kind: str, predicate: str) -> int | None:
        known = self._predicates.get(predicate)
        return None if known is None else KINDS.index(kind) * len(self._predicates) + known

    def _of(self, way: str, many: int, kind: str, predicate: str, ends: Array | Sequence[int]) -> tuple[Array, Array]:
        """Where facts at each of some ends begin and end among those of a way."""
        wanted = np.asarray(ends, np.uint64)
        start = self._start(kind, predicate)
        if start is None:
            return np.zeros(len(wanted), np.int64), np.zeros(len(wanted), np.int64)
        wanted = wanted + np.uint64(start * many)
        keys = self._keys[way]
        return keys.searchsorted(wanted), keys.searchsorted(wanted, "right")

    def out(self, kind: str, predicate: str, ends: Array | Sequence[int]) -> Array:
        """Facts of a kind and predicate with one of these subjects, subject by subject."""
        return joined(self._facts["out"], *self._of("out", self._entities, kind, predicate, ends))

    def into(self, kind: str, predicate: str, ends: Array | Sequence[int]) -> Array:
        """Facts of a kind and predicate with one of these objects, object by object."""
        return joined(self._facts["into"], *self._of("into", self._entities, kind, predicate, ends))

    def below(self, kind: str, predicate: str, ends: Array) -> tuple[Array, Array]:
        """The same facts, and which of the objects each has, by its place among them."""
        low, high = self._of("into", self._entities, kind, predicate, ends)
        return joined(self._facts["into"], low, high), np.repeat(np.arange(len(low)), high - low)

    def stated(self, predicate: str, documents: Sequence[int]) -> Array:
        """Facts of documents with this predicate that any of these states, each once."""
        return np.unique(joined(self._facts["stated"], *self._of("stated", self._documents, "documents", predicate, documents)))

    def all(self, kind: str, predicate: str) -> Array:
        """Facts of a kind and predicate."""
        start = self._start(kind, predicate)
        return np.empty(0, np.uint32) if start is None else self._between(start, start + 1)

    def of_kind(self, kind: str) -> Array:
        """Facts of a kind."""
        each = len(self._predicates)
        return self._between(KINDS.index(kind) * each, (KINDS.index(kind) + 1) * each)

    def _between(self, first: int, after: int) -> Array:
        low, high = self._keys["out"].searchsorted(np.array([first, after], np.uint64) * np.uint64(self._entities))
        return np.sort(self._facts["out"][low:high])
