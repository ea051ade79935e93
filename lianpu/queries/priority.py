"""Priority of a declared gap as a sum of shown terms; the weights are in ``weights.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import msgspec
import yaml

from lianpu.queries.records import Priority, PriorityTerm


class _Weight(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    weight: float
    cap: float


@cache
def weights() -> Mapping[str, _Weight]:
    """Weights and caps by term, in the order in which terms are shown."""
    text = (files("lianpu.queries") / "weights.yaml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.safe_load(text), dict[str, _Weight])


def priority(counts: Mapping[str, float]) -> Priority:
    """Weigh the counts; every term of the file is shown, with 0 where nothing counts.

    :raises KeyError: a count without a weight.
    """
    unknown = counts.keys() - weights().keys()
    if unknown:
        raise KeyError(f"no weight for {sorted(unknown)}")
    terms = tuple(
        PriorityTerm(key=key, count=counts.get(key, 0), weight=w.weight, points=w.weight * min(counts.get(key, 0), w.cap))
        for key, w in weights().items()
    )
    return Priority(points=round(sum(term.points for term in terms), 2), terms=terms)
