"""The questions of the JSON API, over an open graph."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec

from lianpu.errors import UnknownNameError
from lianpu.model import Entity
from lianpu.pipeline import KnowledgeGraph
from lianpu.queries.entity import EntityView, describe
from lianpu.queries.path import Path as Way
from lianpu.queries.records import GapReport
from lianpu.queries.search import NameIndex
from lianpu.serve.endpoints import Endpoint

MOST = 100
"""Entities that one search gives."""
_NAME = 6000
_Text = Annotated[str, msgspec.Meta(min_length=1, max_length=_NAME)]


class Nothing(msgspec.Struct, frozen=True):
    """No parameters."""


class Search(msgspec.Struct, frozen=True):
    """A part of a name, an alias or pinyin initials."""

    q: Annotated[str, msgspec.Meta(max_length=_NAME)]
    limit: Annotated[int, msgspec.Meta(ge=1, le=MOST)] = 20


class OfEntity(msgspec.Struct, frozen=True):
    """An entity by its id."""

    id: _Text


class OfChain(msgspec.Struct, frozen=True):
    """A region by any name or code that means only one, and a chain; all that its documents cover if left out."""

    region: _Text
    chain: _Text | msgspec.UnsetType = msgspec.UNSET


class Ends(msgspec.Struct, frozen=True, rename={"source": "from", "target": "to"}):
    """Two entities by their ids."""

    source: _Text
    target: _Text


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """An entity that was found by its name."""

    id: str
    type: str
    name: str
    aliases: tuple[str, ...]
    origin: str


class Hits(msgspec.Struct, frozen=True, kw_only=True):
    """Entities found, the closest first."""

    hits: tuple[Hit, ...]


class DocumentCard(msgspec.Struct, frozen=True, kw_only=True):
    """A document of the graph."""

    id: str
    title: str
    number: str | None
    date: str | None
    region: str | None


class Overview(msgspec.Struct, frozen=True, kw_only=True):
    """What the graph holds: how many entities of each class, facts, claims and targets, and its documents."""

    counts: dict[str, int]
    classes: dict[str, int]
    documents: tuple[DocumentCard, ...]


class Api:
    """Answers of one open graph. Indexes are made when they are first needed, or by :meth:`prepare`."""

    def __init__(self, graph: KnowledgeGraph, index: NameIndex) -> None:
        self.graph = graph
        self.index = index

    def search(self, asked: Search) -> Hits:
        """Entities by a part of a name, an alias or pinyin initials."""
        entities = self.graph.view.entities
        return Hits(hits=tuple(_hit(entities[found]) for found in self.index.search(asked.q, asked.limit)))

    def entity(self, asked: OfEntity) -> EntityView:
        """Everything that the graph says of an entity, with sentences.

        :raises UnknownNameError: there is none of this id.
        """
        return describe(self.graph.view, self._entity(asked.id))

    def gaps(self, asked: OfChain) -> GapReport:
        """The missing links of a region's chains.

        :raises UnknownNameError: the region or the chain is not known.
        """
        return self.graph.gaps(asked.region, asked.chain or None)

    def path(self, asked: Ends) -> Way:
        """The shortest way between two entities.

        :raises UnknownNameError: an end is not known.
        """
        return self.graph.path(self._entity(asked.source).id, self._entity(asked.target).id)

    def overview(self, _: Nothing) -> Overview:
        """What the graph holds."""
        records = self.graph.records
        classes: dict[str, int] = {}
        for entity in records.entities:
            classes[entity.type] = classes.get(entity.type, 0) + 1
        parts = ("documents", "entities", "facts", "targets", "claims")
        return Overview(
            counts={part: len(getattr(records, part)) for part in parts},
            classes=dict(sorted(classes.items())),
            documents=tuple(
                DocumentCard(id=d.id, title=d.title, number=d.number, date=d.date, region=d.region) for d in records.documents
            ),
        )

    def _entity(self, identifier: str) -> Entity:
        found = self.graph.view.entities.get(identifier)
        if found is None:
            near = self.index.search(identifier.rpartition("/")[2], 5)
            raise UnknownNameError(f"图谱中没有“{identifier[:80]}”", near=near)
        return found

    def endpoints(self) -> tuple[Endpoint[Any], ...]:
        """All questions, as the schema publishes them."""
        return (
            Endpoint("/api/overview", "What the graph holds", Nothing, Overview, self.overview),
            Endpoint("/api/search", "Entities by a part of a name, an alias or pinyin initials", Search, Hits, self.search),
            Endpoint("/api/entity", "Everything about an entity", OfEntity, EntityView, self.entity, finds=True),
            Endpoint("/api/gaps", "The missing links of a region's chains", OfChain, GapReport, self.gaps, finds=True),
            Endpoint("/api/path", "The shortest way between two entities", Ends, Way, self.path, finds=True),
        )


def _hit(entity: Entity) -> Hit:
    return Hit(id=entity.id, type=entity.type, name=entity.name, aliases=entity.aliases, origin=entity.origin)
