"""An index made of the records of a graph. Time and memory grow with their number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import get_args

import numpy as np

from lianpu.graph.directory import INDEX
from lianpu.graph.fingerprint import fingerprint
from lianpu.graph.records import Graph
from lianpu.model import EntityType, Fact
from lianpu.ontology import regions
from lianpu.queries.index.facts import FactIndex, write_facts
from lianpu.queries.index.folder import Array, Made, Reader, Writer, starts
from lianpu.queries.index.groups import write_groups
from lianpu.queries.index.keyed import write_keys
from lianpu.queries.index.places import write_places
from lianpu.queries.index.ways import write_ways
from lianpu.queries.initials import initials
from lianpu.queries.search import NameIndex
from lianpu.queries.view import View

FILES = {"entities": "entities.jsonl", "facts": "facts.jsonl", "claims": "resolved.jsonl", "targets": "targets.jsonl"}
"""Files of a graph directory whose lines are looked up."""
TYPES: tuple[str, ...] = get_args(EntityType)


def write(graph: Graph, kg: Path, folder: Path | None = None) -> None:
    """Make the index of a graph whose files are in a directory.

    :param folder: where the index is put, if not into the directory.
    """
    writer = Writer(folder or kg / INDEX)
    made = _made(graph, kg)
    numbers = {entity.id: number for number, entity in enumerate(graph.entities)}
    for name, file in FILES.items():
        writer.array(f"{name}.at", starts((kg / file).read_bytes()))
    write_keys(writer, "entities", [entity.id for entity in graph.entities])
    write_keys(writer, "claims", [claim.id for claim in graph.claims])
    write_facts(writer, graph, numbers, made.predicates)
    facts = FactIndex(Reader(writer.folder), made, len(graph.entities), len(graph.documents))
    codes = {code: number for number, code in enumerate(made.codes)}
    code_of = np.array([codes[one.code] if one.code else -1 for one in graph.entities], np.int64)
    write_places(writer, facts, code_of, len(codes))
    write_ways(writer, graph, numbers)
    _write_entities(writer, graph, numbers, facts, made)
    _write_names(writer, graph, numbers)
    writer.mark(made)


def now() -> str:
    """What an index of this version is made with."""
    return fingerprint("lianpu.queries", beside=("pypinyin",))


def sizes(kg: Path) -> dict[str, int]:
    """Bytes of the files that an index is about."""
    return {file: (kg / file).stat().st_size for file in sorted({*FILES.values(), "documents.jsonl"})}


def _made(graph: Graph, kg: Path) -> Made:
    return Made(
        fingerprint=now(),
        sizes=sizes(kg),
        predicates=tuple(sorted({fact.p for fact in graph.facts})),
        statuses=tuple(sorted({status for fact in graph.facts for status in _statuses(fact)})),
        codes=tuple(sorted({entity.code for entity in graph.entities if entity.code})),
    )


def _statuses(fact: Fact) -> Iterable[str]:
    return fact.statuses or (fact.status,)


def _write_entities(writer: Writer, graph: Graph, numbers: Mapping[str, int], facts: FactIndex, made: Made) -> None:
    """Of entities class, targets, pinyin initials, and number and statuses of the facts that touch them, foreign ones apart."""
    many = len(graph.entities)
    foreign = np.fromiter((entity.origin == "foreign" for entity in graph.entities), np.bool_, many)
    own = np.fromiter((fact.origin != "foreign" for fact in graph.facts), np.bool_, len(graph.facts))
    kept = own & ~foreign[facts.s] & ~foreign[facts.o]
    bit = {status: 1 << number for number, status in enumerate(made.statuses)}
    said = np.fromiter((sum(bit[one] for one in set(_statuses(fact))) for fact in graph.facts), np.uint32, len(kept))
    s, o = facts.s[kept], facts.o[kept]
    statuses = np.zeros(many, np.uint32)
    np.bitwise_or.at(statuses, np.concatenate((s, o)), np.concatenate((said[kept], said[kept])))
    writer.array("foreign", foreign)
    writer.array("kept", kept)
    writer.array("degree", (np.bincount(s, minlength=many) + np.bincount(o[s != o], minlength=many)).astype(np.uint32))
    writer.array("statuses", statuses)
    every = np.arange(many, dtype=np.uint32)
    types = np.fromiter((TYPES.index(entity.type) for entity in graph.entities), np.uint8, many)
    write_groups(writer, "type", types, every, len(TYPES))
    whose = np.fromiter((numbers[target.s] for target in graph.targets), np.uint32, len(graph.targets))
    write_groups(writer, "target", whose, np.arange(len(whose), dtype=np.uint32), many)
    writer.lines("initials", _initials(graph))


def _initials(graph: Graph) -> list[tuple[str, ...]]:
    """Of each entity the pinyin initials of name and aliases, each once."""
    spelt = iter(initials(name for entity in graph.entities for name in (entity.name, *entity.aliases)))
    each = ([next(spelt) for _ in range(1 + len(entity.aliases))] for entity in graph.entities)
    return [tuple(dict.fromkeys(letters for letters in found if letters)) for found in each]


def _write_names(writer: Writer, graph: Graph, numbers: Mapping[str, int]) -> None:
    """Names for a search, and endings of industries and products."""
    index = NameIndex(entity for entity in graph.entities if entity.origin != "foreign")
    for part, found in (("names", index.names), ("letters", index.letters)):
        writer.text(part, found.text)
        writer.array(f"{part}.start", np.array(found.starts, np.uint32))
        writer.array(f"{part}.entity", _numbered(found.ids, numbers))
    writer.lines("endings", View(graph, regions()).topic_endings())


def _numbered(ids: Iterable[str], numbers: Mapping[str, int]) -> Array:
    return np.array([numbers[one] for one in ids], np.uint32)
