"""Ids of records as tails of their IRIs, the same in every store."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import cast

from lianpu.graph.records import Graph
from lianpu.ids import GRAPHS, entity_id
from lianpu.model import Claim, EntityType


@lru_cache(4096)
def document(identifier: str) -> str:
    """``document/DOC`` for a document (or the file of a table or chain)."""
    return entity_id(cast("EntityType", "document"), identifier)


def claim(identifier: str) -> str:
    """``claim/HASH``."""
    return f"claim/{identifier}"


def target(identifier: str) -> str:
    """``target/HASH``, of targets and indicators."""
    return f"target/{identifier}"


@lru_cache(4096)
def graph(origin: str) -> str | None:
    """IRI of the named graph of an origin; None for ``documents``, which is the default graph."""
    if origin == "documents":
        return None
    return GRAPHS + "/".join(entity_id(cast("EntityType", "g"), part)[2:] for part in origin.split("/"))


def claims(graph: Graph) -> Iterator[Claim]:
    """The claims that stores hold as nodes: all but the rows of tables, of which they hold the facts; see
    docs/decisions/0042.
    """
    return (claim for claim in graph.claims if not claim.origin.startswith("table/"))
