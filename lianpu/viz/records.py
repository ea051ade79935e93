"""What a picture is made of."""

from __future__ import annotations

from typing import Literal

import msgspec

from lianpu.model import EntityType

NodeState = Literal["", "declared", "unstated", "planned", "covered"]
"""Gap state of a link; empty for anything that is no link of a chain."""
EdgeKind = Literal["fact", "seeks", "derived", "reference", "candidate"]


class Quote(msgspec.Struct, frozen=True):
    """A sentence with the document and section it stands in; for a chain file, file and line."""

    text: str
    document: str
    section: str = ""


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """A thing in the picture. ``column`` places it from left to right; ``note`` is a short second line of its label."""

    id: str
    label: str
    kind: EntityType
    column: int = 0
    state: NodeState = ""
    note: str = ""
    aliases: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()


class Edge(msgspec.Struct, frozen=True, kw_only=True):
    """An arrow between two nodes, with the sentences that say so."""

    source: str
    target: str
    label: str
    kind: EdgeKind = "fact"
    quotes: tuple[Quote, ...] = ()
