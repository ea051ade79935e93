"""Entity lines with what is needed to compare them across documents: codes, scopes, and where a firm is said to be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lianpu.graph.places import Places
from lianpu.model import DocumentLine, EntityLine, FactLine, Line

_UPWARD = ("locatedIn", "partOf")
_WORKS = ("anchors", "produces")
SCOPED = ("Park", "Agency", "Platform", "Project")
"""Classes whose names are given again and again: unique only in the area that they are about."""


@dataclass(frozen=True, slots=True)
class Text:
    """One document or table, with the code of its region."""

    id: str
    lines: tuple[Line, ...]
    region: str | None
    origin: str = "documents"


@dataclass(frozen=True, slots=True)
class Node:
    """An entity of one document. ``cities`` are codes of the areas in which a firm is said to be or to work."""

    document: str
    line: EntityLine
    code: str | None
    scope: str
    cities: frozenset[str]
    region: str | None
    origin: str

    @property
    def member(self) -> tuple[str, str]:
        """Document and name: what the node is called for good."""
        return self.document, self.line.name


def texts(documents: Sequence[tuple[Line, ...]], places: Places) -> tuple[Text, ...]:
    """Documents by id, with the codes of their regions."""
    found = []
    for lines in documents:
        head = next(line for line in lines if isinstance(line, DocumentLine))
        found.append(Text(head.id, lines, places.of_document(head)))
    return tuple(sorted(found, key=lambda text: text.id))


def nodes(text: Text, places: Places) -> tuple[Node, ...]:
    """The entities of one document, in the order of its lines."""
    entities = [line for line in text.lines if isinstance(line, EntityLine)]
    # Other people's towns and counties are not looked for around this document's region.
    codes = {e.name: places.code(e.name, None if e.foreign else text.region) for e in entities if e.type == "Region"}
    cities = _cities(text, codes, places)
    return tuple(
        Node(
            document=text.id,
            line=entity,
            code=codes.get(entity.name),
            scope=places.scope(entity.name, text.region) if entity.type in SCOPED else "",
            cities=cities.get(entity.name, frozenset()),
            region=None if entity.foreign else text.region,
            origin="foreign" if entity.foreign else text.origin,
        )
        for entity in entities
    )


def _cities(text: Text, codes: Mapping[str, str | None], places: Places) -> Mapping[str, frozenset[str]]:
    """Where each firm is: what is stated, else the document's city for those that lead or make something there."""
    above: dict[str, set[str]] = defaultdict(set)
    working: set[str] = set()
    for fact in text.lines:
        if isinstance(fact, FactLine):
            if fact.p in _UPWARD:
                above[fact.s].add(fact.o)
            elif fact.p in _WORKS and not fact.foreign:
                working.add(fact.s)
    found: dict[str, frozenset[str]] = {}
    for name in {*above, *working}:
        stated = {places.city(code) for place in _climb(name, above) if (code := codes.get(place)) is not None}
        if not stated and name in working and text.region is not None:
            stated = {places.city(text.region)}
        found[name] = frozenset(stated)
    return found


def _climb(name: str, above: Mapping[str, Iterable[str]]) -> set[str]:
    seen, todo = set[str](), [name]
    while todo:
        new = set(above.get(todo.pop(), ())) - seen
        seen |= new
        todo += sorted(new)
    return seen
