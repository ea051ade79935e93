"""The questions of the JSON API: those of the explorer, and the missing-link report, over an open graph."""

from __future__ import annotations

import os
from typing import Annotated, Any

import anyio
import msgspec

from lianpu.atlas import Atlas
from lianpu.atlas.records import Card, ChainView, Evidence, Found, Meta, Piece, RegionView
from lianpu.queries.gaps import gaps
from lianpu.queries.records import GapReport
from lianpu.serve.endpoints import Endpoint

_LONGEST = 6000
"""Characters of a name or id."""
_CLAIMS = 200
_Text = Annotated[str, msgspec.Meta(min_length=1, max_length=_LONGEST)]
_Words = Annotated[str, msgspec.Meta(max_length=_LONGEST)]
_Limit = Annotated[int, msgspec.Meta(ge=1, le=500)]
_Few = Annotated[tuple[_Words, ...], msgspec.Meta(max_length=100)]


class Nothing(msgspec.Struct, frozen=True):
    """No parameters."""


class Search(msgspec.Struct, frozen=True):
    """A part of a name, an alias or pinyin initials, and filters; ``region`` is a code."""

    q: _Words = ""
    type: _Few = ()
    status: _Few = ()
    region: _Words = ""
    chain: _Words = ""
    document: _Few = ()
    limit: _Limit = 50


class OfEntity(msgspec.Struct, frozen=True):
    """An entity by its id."""

    id: _Text


class Around(msgspec.Struct, frozen=True):
    """An entity by its id, and how many neighbours."""

    id: _Text
    limit: _Limit = 60


class OfChain(msgspec.Struct, frozen=True):
    """A region by any name or code that means only one, and a chain."""

    region: _Text
    chain: _Text


class OfRegion(msgspec.Struct, frozen=True):
    """A region by any name or code that means only one, and a chain; all that its documents cover if left out."""

    region: _Text
    chain: _Text | msgspec.UnsetType = msgspec.UNSET


class Ends(msgspec.Struct, frozen=True, rename={"source": "from", "target": "to"}):
    """Two entities by their ids."""

    source: _Text
    target: _Text


class Claims(msgspec.Struct, frozen=True):
    """Claims by their ids."""

    claim: Annotated[tuple[_Words, ...], msgspec.Meta(max_length=_CLAIMS)] = ()


class Api:
    """Answers of one open graph."""

    def __init__(self, atlas: Atlas) -> None:
        self.atlas = atlas

    def _search(self, asked: Search) -> Found:
        return self.atlas.search(
            asked.q,
            types=asked.type,
            statuses=asked.status,
            region=asked.region,
            chain=asked.chain,
            documents=asked.document,
            limit=asked.limit,
        )

    def endpoints(self) -> tuple[Endpoint[Any], ...]:
        """All questions, as the schema publishes them."""
        atlas = self.atlas
        turn = anyio.CapacityLimiter(os.cpu_count() or 1)
        return (
            Endpoint("/api/atlas", "Documents, regions and chains of the graph", Nothing, Meta, lambda _: atlas.meta),
            Endpoint("/api/search", "Entities by a part of a name, an alias or pinyin initials", Search, Found, self._search),
            Endpoint("/api/entity", "An entity", OfEntity, Card, lambda a: atlas.card(a.id), finds=True),
            Endpoint(
                "/api/neighbours", "What touches an entity", Around, Piece, lambda a: atlas.neighbours(a.id, a.limit), finds=True
            ),
            Endpoint(
                "/api/chain",
                "A chain in a region",
                OfChain,
                ChainView,
                lambda a: atlas.chain(a.region, a.chain),
                finds=True,
                turn=turn,
            ),
            Endpoint(
                "/api/region",
                "A region and what is in it",
                OfEntity,
                RegionView,
                lambda a: atlas.region(a.id),
                finds=True,
                turn=turn,
            ),
            Endpoint(
                "/api/path", "The shortest way", Ends, Piece, lambda a: atlas.path(a.source, a.target), finds=True, turn=turn
            ),
            Endpoint("/api/evidence", "Claims in their paragraphs", Claims, Evidence, lambda a: atlas.evidence(a.claim)),
            Endpoint(
                "/api/gaps",
                "The missing links of a region's chains",
                OfRegion,
                GapReport,
                lambda a: gaps(atlas.view, a.region, a.chain or None, reference=atlas.reference),
                finds=True,
                turn=turn,
            ),
        )
