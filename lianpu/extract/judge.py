"""A small linear model that says what a sentence claims of a listed thing: nothing, focus, or one kind of seeking.

The rules find the thing, its verb and its owner; whether the thing is one that a careful reader would write down, and
under which word, depends on many weak signs at once (verb, ending, section, tail of the list). They are weighed by a softmax
regression trained on annotated documents (``benchmarks/train.py``), stored as ``models/judge.json`` in the package: no
network, no library at run time. Without a model the rule's own word stands.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec

KEEP = 0.25
"""A thing is kept from this probability on: where F1 over documents left out of the training is highest."""

LABELS = ("none", "planned", "existing", "recruit", "supplement", "breakthrough", "extend")


class Weights(msgspec.Struct, frozen=True):
    """Feature to one weight per label, rounded; ``labels`` fixes their order."""

    labels: tuple[str, ...]
    bias: tuple[float, ...]
    weights: dict[str, tuple[float, ...]]


class Model(msgspec.Struct, frozen=True):
    """``label`` weighs what a sentence says of a thing, ``owner`` (labels “no”, “yes”) whom it is about."""

    label: Weights
    owner: Weights


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the model says: a label of :data:`LABELS` and its probability."""

    label: str
    confidence: float


@cache
def model() -> Model | None:
    """The packaged model, read once."""
    path = files("lianpu.extract").joinpath("models", "judge.json")
    return msgspec.json.decode(path.read_bytes(), type=Model) if path.is_file() else None


def margin(features: Sequence[str], weights: Weights) -> float:
    """Log odds of a two-label model."""
    table = weights.weights
    return weights.bias[0] + sum(table[f][0] for f in features if f in table)


def verdict(features: Sequence[str], rule: str, weights: Weights | None) -> Verdict:
    """The likeliest label that keeps the thing, or “none”; the rule's label with confidence 0.8 when there is no model."""
    if weights is None:
        return Verdict(rule, 0.8)
    scores = list(weights.bias)
    table = weights.weights
    for feature in features:
        row = table.get(feature)
        if row is not None:
            for i, weight in enumerate(row):
                scores[i] += weight
    top = max(scores)
    exps = [math.exp(s - top) for s in scores]
    share = dict(zip(weights.labels, (e / sum(exps) for e in exps), strict=True))
    keep = 1 - share.pop("none", 0.0)
    if keep < KEEP:
        return Verdict("none", round(1 - keep, 3))
    return Verdict(max(share, key=lambda label: (share[label], label)), round(keep, 3))
