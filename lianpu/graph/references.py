"""Reference chains as statements beside the documents: their topics are the documents' topics where the names agree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from lianpu.graph.names import normal, topic_key
from lianpu.ids import digest, entity_id
from lianpu.model import Claim, Entity
from lianpu.ontology.chains import Reference, ReferenceEntity, ReferenceFact

REFERENCE_RULE = "reference-chain"


class Topics:
    """Finds the industry or product of a name: the very name first, then the name without 产业 and the like."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        topics = sorted((e for e in entities if e.type in ("Industry", "Product")), key=lambda e: (e.type, e.id))
        self._exact: dict[str, Entity] = {}
        self._loose: dict[str, Entity] = {}
        for entity in topics:
            self._exact.setdefault(normal(entity.name), entity)
            self._loose.setdefault(topic_key(entity.name), entity)

    def find(self, name: str) -> Entity | None:
        """The topic of this name, if a document has one."""
        return self._exact.get(normal(name)) or self._loose.get(topic_key(name))


def add(references: Sequence[Reference], entities: Mapping[str, Entity]) -> tuple[tuple[Entity, ...], list[Claim]]:
    """Entities that only chains have, and claims of origin ``chain/NAME``; a claim's section is its line in the file."""
    topics = Topics(entities.values())
    new: dict[str, Entity] = {}
    claims = []
    for reference in sorted(references, key=lambda r: r.origin):
        ids: dict[str, str] = {}
        for item in reference.entities:
            found = topics.find(item.name) or new.get(item.name)
            if found is None:
                found = new[item.name] = _entity(item, reference.origin, entities)
            ids[item.name] = found.id
        claims += [_claim(row, reference.origin, ids) for row in reference.facts if ids[row.s] != ids[row.o]]
    return tuple(new[name] for name in sorted(new)), claims


def _entity(item: ReferenceEntity, origin: str, entities: Mapping[str, Entity]) -> Entity:
    identifier = entity_id(item.type, item.name)
    if identifier in entities:
        identifier = entity_id(item.type, item.name, origin)
    return Entity(id=identifier, type=item.type, name=item.name, aliases=tuple(sorted(item.aliases)), origin=origin)


def _claim(row: ReferenceFact, origin: str, ids: Mapping[str, str]) -> Claim:
    s, o = ids[row.s], ids[row.o]
    return Claim(
        id=digest(origin, row.file, row.line, s, row.p, o, row.order, row.position),
        s=s,
        p=row.p,
        o=o,
        status="existing",
        order=row.order,
        position=row.position,
        document=row.file,
        section=f"行 {row.line}",
        rule=REFERENCE_RULE,
        origin=origin,
    )
