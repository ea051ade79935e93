"""What resolution takes beside lines, and what it gives."""

from __future__ import annotations

import msgspec

from lianpu.model import Claim, DocumentLine, Entity, EntityType, Fact, Line, Target

REGION_RULE = "region-of-document"
"""Rule of a place that is derived from the document's region; see docs/decisions/0012."""


class TableLines(msgspec.Struct, frozen=True, kw_only=True):
    """An imported table as lines: ``section`` of each is its row (``行 12``); facts get the origin ``table/NAME``."""

    name: str
    file: str
    lines: tuple[Line, ...]


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """What a reader settled about two ids of the review list: whether they are one thing."""

    left: str
    right: str
    same: bool


class ReviewItem(msgspec.Struct, frozen=True, kw_only=True):
    """A doubtful pair: kept apart (or, for a reason, put together) until somebody settles it. ``score`` is from 0 to 1."""

    left: str
    right: str
    reason: str
    score: float


class IdRecord(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An id that was given once. ``members`` are (document, name) pairs of the lines behind it.

    ``redirect`` is the id that stands for it since a merge; the members are then those that it had before. A record of a
    thing that no document names any more stays as it was.
    """

    id: str
    type: EntityType
    name: str
    members: tuple[tuple[str, str], ...] = ()
    redirect: str = ""


class Graph(msgspec.Struct, frozen=True, kw_only=True):
    """What all lines agree on. Every tuple is sorted, so that the same lines give the same bytes.

    Documents are sorted by id, entities, targets and ids by id, facts by (s, p, o, origin), claims by (document, start, id).
    """

    documents: tuple[DocumentLine, ...] = ()
    entities: tuple[Entity, ...] = ()
    facts: tuple[Fact, ...] = ()
    targets: tuple[Target, ...] = ()
    claims: tuple[Claim, ...] = ()
    review: tuple[ReviewItem, ...] = ()
    ids: tuple[IdRecord, ...] = ()
