"""A small linear model that says whether a listed thing is one that a careful reader would write down.

The rules find the thing, its verb, what the verb says of it (planned, existing, one kind of seeking) and who may own it.
Whether the thing names anything worth a statement, and whom the statement is about, depends on many weak signs at once (verb,
ending, section, tail of the list). They are weighed by logistic regressions trained on annotated documents
(``benchmarks/train.py``), stored as ``models/judge.json`` in the package: no network, no library at run time. Without a model
everything that the rules find is kept.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cache, cached_property
from importlib.resources import files
from typing import NamedTuple

import msgspec

KEEP = 0.3
"""A thing is kept from this probability on. F1 of facts in documents left out of the training is flat from 0.25 to 0.4."""

KEEP_SOUGHT = 0.2
"""The same for what is sought: F1 of *seeks* there is flat from 0.16 to 0.22."""

KEEP_MADE = 0.14
"""The same for what firms make: a firm before its verb says more than the words that are weighed; flat from 0.07 to 0.2."""

KEEP_OWN = 0.05
"""The same for what a firm makes that is the subject of the verb itself."""

KEEP_LABELLED = 0.12
"""The same for what stands behind a label (“发展重点：甲、乙”), which says by itself that it names things."""

KEEP_CALLED = 0.1
"""The same for what a list calls by its kind behind its last item (“甲、乙等特色产业”): four in five of those below :data:`KEEP`
are facts in documents that nobody tuned on."""

KEEP_PAIRED = 0.2
"""The same for what each of several places is given by itself (“甲、乙分别发展丙、丁”): the pairs say that it names things."""

UNJUDGED = 0.8
"""Confidence of what no model has weighed."""


class Weights(msgspec.Struct, frozen=True, dict=True):
    """A logistic regression: one rounded weight a feature."""

    bias: float
    weights: dict[str, float]

    @cached_property
    def kinds(self) -> Mapping[str, Mapping[str, float]]:
        """The weights of each kind of feature by what stands behind its ``=``."""
        out: defaultdict[str, dict[str, float]] = defaultdict(dict)
        for feature, weight_ in self.weights.items():
            kind, _, value = feature.partition("=")
            out[kind][value] = weight_
        return out


class Model(msgspec.Struct, frozen=True):
    """``keep`` weighs whether a thing is written down, ``owner`` whom it is said of."""

    keep: Weights
    owner: Weights


@cache
def model() -> Model | None:
    """The packaged model, read once."""
    path = files("lianpu.extract").joinpath("models", "judge.json")
    return msgspec.json.decode(path.read_bytes(), type=Model) if path.is_file() else None


def weight(features: Sequence[str], weights: Weights) -> float:
    """Log odds that these features add."""
    return sum(filter(None, map(weights.weights.get, features)))


class Signs(NamedTuple):
    """Features of a thing: single ones, and the values of those that it has many of (``nb``: pairs of characters)."""

    single: list[str]
    several: tuple[tuple[str, Collection[str]], ...]

    def features(self) -> list[str]:
        """All of them, as a model is trained on them."""
        return [*self.single, *(f"{kind}={value}" for kind, values in self.several for value in values)]

    def weight(self, weights: Weights) -> float:
        """Log odds that they add."""
        kinds = weights.kinds
        found = (sum(filter(None, map(kinds[kind].get, values))) for kind, values in self.several if kind in kinds)
        return sum(found, weight(self.single, weights))


def margin(features: Sequence[str], weights: Weights) -> float:
    """Log odds that the features speak for."""
    return weights.bias + weight(features, weights)


def probability(features: Sequence[str], weights: Weights | None) -> float:
    """How likely a careful reader writes the thing down; :data:`UNJUDGED` without a model."""
    return UNJUDGED if weights is None else likely(margin(features, weights))


def likely(odds: float) -> float:
    """The probability that log odds stand for."""
    return round(1 / (1 + math.exp(-odds)), 3)


def alike(each: Sequence[float]) -> list[float]:
    """Probabilities of the things of one list, each drawn half the way to their mean: what is listed together is alike."""
    if len(each) < 2:
        return list(each)
    mean = sum(each) / len(each)
    return [round((p + mean) / 2, 3) for p in each]
