"""In which regions entities are: upward through parks and areas to the first with a code, as :meth:`View.places` has it."""

from __future__ import annotations

import numpy as np

from lianpu.queries.index.facts import FactIndex
from lianpu.queries.index.folder import Array, Writer
from lianpu.queries.index.groups import write_groups

_UPWARD = (("documents", "locatedIn"), ("documents", "partOf"), ("table", "locatedIn"))


def write_places(writer: Writer, facts: FactIndex, code_of: Array, codes: int) -> None:
    """Codes by entity, and entities by code.

    :param code_of: number of an entity's own code; -1 for those that have none.
    :param codes: how many codes there are.
    """
    coded = np.flatnonzero(code_of >= 0)
    fresh = coded * codes + code_of[coded]
    found = fresh
    while len(fresh):
        below = [_below(facts, code_of, codes, fresh, kind, predicate) for kind, predicate in _UPWARD]
        fresh = np.setdiff1d(np.concatenate(below), found)
        found = np.concatenate((found, fresh))
    many = max(codes, 1)
    write_groups(writer, "places", found // many, found % many, len(code_of))
    write_groups(writer, "placed", found % many, found // many, codes)


def _below(facts: FactIndex, code_of: Array, codes: int, pairs: Array, kind: str, predicate: str) -> Array:
    """Pairs of entity and code, as one number, for what is directly in the entities of such pairs and has no code of its own."""
    inside, above = facts.below(kind, predicate, pairs // codes)
    subjects = facts.s[inside].astype(np.int64)
    without = code_of[subjects] < 0
    found: Array = (subjects * codes + (pairs % codes)[above])[without]
    return found
