"""Imported tables beside the documents: what a row names is the documents' own firm or thing where it certainly is.

Tables come after the documents are resolved and change nothing there: no name, no id, no merge.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from lianpu.graph.identify import region_id
from lianpu.graph.names import firm_core, is_legal_name, normal
from lianpu.graph.nodes import Node, Text, nodes
from lianpu.graph.places import Places
from lianpu.graph.records import Judgement, ReviewItem, TableLines
from lianpu.graph.statements import claims
from lianpu.ids import entity_id
from lianpu.model import Claim, Entity, EntityLine

_TOPICS = ("Industry", "Product")
_SAME_NAME, _SAME_BRAND = 0.6, 0.5
_Known = tuple[Entity, frozenset[str]]
"""An entity of the documents with the codes of the cities in which it is."""


class Linker:
    """Finds the entity of the documents that a name of a table means."""

    def __init__(
        self,
        known: Iterable[_Known],
        places: Places,
        judgements: Sequence[Judgement] = (),
        reserved: frozenset[str] = frozenset(),
    ) -> None:
        self.places = places
        self.review: list[ReviewItem] = []
        same = sorted(pair for j in judgements if j.same for pair in ((j.left, j.right), (j.right, j.left)))
        self._apart = {pair for j in judgements if not j.same for pair in ((j.left, j.right), (j.right, j.left))}
        self._named: dict[tuple[str, str], list[_Known]] = defaultdict(list)
        self._brands: dict[str, list[_Known]] = defaultdict(list)
        self._by_id: dict[str, Entity] = {}
        self._reserved = reserved
        for entity, cities in known:
            self._by_id[entity.id] = entity
            forms = {normal(name) for name in (entity.name, *entity.aliases) if len(normal(name)) > 1}
            for form in sorted(forms):
                self._named[_kind(entity.type), form].append((entity, cities))
            if entity.type == "Enterprise":
                for core in sorted({firm_core(form) for form in forms if not is_legal_name(form)}):
                    self._brands[core].append((entity, cities))
        self._settled = {left: self._by_id[right] for left, right in same if right in self._by_id}

    def taken(self, identifier: str) -> bool:
        """Whether an entity of the documents has this id, or had it before a merge."""
        return identifier in self._by_id or identifier in self._reserved

    def find(self, line: EntityLine, identifier: str, cities: frozenset[str]) -> Entity | None:
        """The entity that is certainly meant; doubtful ones are kept for review."""
        if identifier in self._settled:
            return self._settled[identifier]
        if line.type != "Enterprise":
            found = self._named.get((_kind(line.type), normal(line.name)), ())
            return found[0][0] if len(found) == 1 else None
        return self._firm(line, identifier, cities)

    def _firm(self, line: EntityLine, identifier: str, cities: frozenset[str]) -> Entity | None:
        """By a registered name, by a name in use unless places speak against it, by a brand if places speak for it."""
        legal, in_use, brand = self._alike(line)
        fit = [e for e, _ in legal] or [e for e, where in in_use if not where or not cities or self._near(where, cities)]
        fit = fit or [e for e, where in brand if self._near(where, cities)]
        fit = [entity for entity in fit if (entity.id, identifier) not in self._apart]
        if len(fit) == 1:
            return fit[0]
        doubts = [(e, "same-name", _SAME_NAME) for e, _ in in_use] or [(e, "same-brand", _SAME_BRAND) for e in fit]
        for entity, reason, score in doubts:
            if (entity.id, identifier) not in self._apart:
                self.review.append(ReviewItem(left=entity.id, right=identifier, reason=reason, score=score))
        return None

    def _alike(self, line: EntityLine) -> tuple[Sequence[_Known], Sequence[_Known], Sequence[_Known]]:
        """Firms of the documents with the same registered name, the same name in use, the same brand."""
        forms = sorted({normal(name) for name in (line.name, *line.aliases)})
        legal = _once(k for form in forms if is_legal_name(form) for k in self._named.get(("Enterprise", form), ()))
        in_use = _once(k for form in forms if not is_legal_name(form) for k in self._named.get(("Enterprise", form), ()))
        brands = {firm_core(form) for form in forms if not is_legal_name(form)}
        return legal, in_use, _once(k for core in sorted(brands) for k in self._brands.get(core, ()))

    def _near(self, left: Iterable[str], right: Iterable[str]) -> bool:
        contains = self.places.table.contains
        return any(contains(a, b) or contains(b, a) for a in left for b in right)


def _kind(kind: str) -> str:
    return "Topic" if kind in _TOPICS else kind


def _once(found: Iterable[_Known]) -> Sequence[_Known]:
    return list({entity.id: (entity, cities) for entity, cities in found}.values())


class Imported(NamedTuple):
    """What tables say: entities that only they have and claims, by id, and pairs for review."""

    entities: Mapping[str, Entity]
    claims: Mapping[str, Claim]
    review: Sequence[ReviewItem]


def imported(tables: Iterable[TableLines], linker: Linker, places: Places) -> Imported:
    """The tables as entities and claims of the origins ``table/NAME``. The files of one table share what they name."""
    texts = [Text(table.file, table.lines, None, f"table/{table.name}") for table in tables]
    named: dict[_Key, list[Node]] = defaultdict(list)
    for text in texts:
        for node in nodes(text, places):
            named[text.origin, node.line.type, node.line.name].append(node)
    naming = _Naming(linker, places)
    ids = {key: naming.identify(found) for key, found in named.items()}
    members = {node.member: ids[key] for key, found in named.items() for node in found}
    said = {claim.id: claim for text in texts for claim, _ in claims(text, members)}
    return Imported(naming.entities, said, linker.review)


_Key = tuple[str, str, str]
"""Table, class and name: one thing in all files of the table."""


class _Naming:
    def __init__(self, linker: Linker, places: Places) -> None:
        self.linker = linker
        self.places = places
        self.entities: dict[str, Entity] = {}

    def identify(self, found: Sequence[Node]) -> str:
        """The id of what the nodes of a table name; what no document names is kept as an entity of the table."""
        first = found[0]
        aliases = {alias for node in found for alias in node.line.aliases}
        line = msgspec.structs.replace(first.line, aliases=tuple(sorted(aliases)))
        if first.code is not None:
            return self._kept(region_id(first.code, self.places), line, first)
        identifier = entity_id(line.type, line.name)
        known = self.linker.find(line, identifier, frozenset().union(*(node.cities for node in found)))
        if known is not None:
            return known.id
        return self._kept(
            entity_id(line.type, line.name, first.origin) if self.linker.taken(identifier) else identifier, line, first
        )

    def _kept(self, identifier: str, line: EntityLine, node: Node) -> str:
        if not self.linker.taken(identifier):
            self.entities[identifier] = self._entity(identifier, line, node)
        return identifier

    def _entity(self, identifier: str, line: EntityLine, node: Node) -> Entity:
        """With what another table says of the same thing."""
        known = self.entities.get(identifier)
        region = self.places.table.get(node.code) if node.code is not None else None
        if region is not None:
            return Entity(
                id=identifier, type="Region", name=region.name, code=region.code, origin=known.origin if known else node.origin
            )
        name = known.name if known else line.name
        aliases = {line.name, *line.aliases, *(known.aliases if known else ())} - {name}
        origin = known.origin if known else node.origin
        return Entity(id=identifier, type=line.type, name=name, aliases=tuple(sorted(aliases)), origin=origin)
