"""What the tagger sees of a sentence, in arrays: its characters, words that open or close names, what governs them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import msgspec
import numpy as np
from daachorse import CharwiseDoubleArrayAhoCorasick
from numpy.typing import NDArray

from lianpu.extract import governing, names, words
from lianpu.extract.clauses import Span

SINGLE, PAIRS, TRIPLES = (-2, -1, 0, 1, 2), (-2, -1, 0, 1), (-2, -1, 0)
"""Where the characters, pairs and triples begin that are features of a character, counted from it."""
BEFORE, AFTER = "^", "$"
"""Stand for the two characters before and after a sentence."""

_LISTS = (
    "trim_tail", "trim_head", "stops", "stop_heads", "nominal_verbs", "praise", "generic_parts", "general_words", "list_tails",
    "aims", "ways", "states",
)  # fmt: skip
PUNCTUATION = frozenset("、，。；等和及与（）：“”|")
"""Characters whose nearest to the left and to the right are a feature."""
_CUTS = "，；。！？"
"""No mark goes beyond these; what lies between two of them is labelled by itself."""
_SIGNS = (*sorted(PUNCTUATION), BEFORE, ".")
"""What may stand for the nearest punctuation."""

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


class Weights(msgspec.Struct, frozen=True):
    """A trained model: ``transitions[i][j]`` weighs label j behind label i, ``features`` each label beside a feature."""

    labels: list[str]
    transitions: list[list[float]]
    features: dict[str, list[float]]


class Body:
    """Sentences one after the other, in arrays, with two marks before and after each."""

    def __init__(self, sentences: Sequence[tuple[str, Span]]) -> None:
        self.padded = "".join(2 * BEFORE + text[s.start : s.end] + 2 * AFTER for text, s in sentences)
        self.codes = _codes(self.padded)
        sizes = np.array([s.end - s.start for _, s in sentences])
        self.at: Integers = np.arange(sizes.sum()) + np.repeat(4 * np.arange(len(sizes)) + 2, sizes)
        """Where in ``padded`` each character stands."""
        self.rows: Integers = np.full(len(self.codes), -1)
        """The number of each character of ``padded``, -1 for a mark that was put there."""
        self.rows[self.at] = np.arange(len(self.at))
        self._begins = np.repeat(np.cumsum(sizes) - sizes, sizes)
        self._ends = np.repeat(np.cumsum(sizes), sizes)

    def punctuation(self) -> tuple[Integers, Integers]:
        """For each character what :func:`punctuation` says, by number in :data:`_SIGNS`."""
        codes, order = self.codes[self.at], np.arange(len(self.at))
        signs = _codes("".join(_SIGNS[:-2]))
        number = np.searchsorted(signs, codes)
        is_sign = signs[np.minimum(number, len(signs) - 1)] == codes
        before = np.maximum.accumulate(np.where(is_sign, order, -1))
        before = np.concatenate([[-1], before[:-1]])
        after = np.minimum.accumulate(np.where(is_sign, order, len(order))[::-1])[::-1]
        number = np.append(number, [0])
        left = np.where(before >= self._begins, number[before], len(signs))
        return left, np.where(after < self._ends, number[after], len(signs) + 1)

    def pieces(self) -> tuple[Integers, Integers]:
        """Where the stretches that are labelled by themselves begin and end: sentences, cut behind :data:`_CUTS`."""
        last = np.isin(self.codes[self.at], _codes(_CUTS)) | (np.arange(1, len(self.at) + 1) == self._ends)
        ends: Integers = np.flatnonzero(last) + 1
        return np.concatenate([[0], ends[:-1]]), ends


def _codes(text: str) -> Integers:
    return np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32).astype(np.int64)


class Grams:
    """Weights by strings of one length that stand somewhere around a character, found by their characters' codes."""

    def __init__(self, weights: Weights, size: int, places: Sequence[int]) -> None:
        """Those of the features that say so for one of the places."""
        self._size = size
        known: dict[int, dict[int, list[float]]] = {}
        for place in places:
            prefix = f"{'cbt'[size - 1]}{place}="
            for feature, row in weights.features.items():
                if feature.startswith(prefix) and len(feature) == len(prefix) + size:
                    known.setdefault(_code(feature[len(prefix) :]), {})[place] = row
        ordered = sorted(known)
        self._keys = np.array([-1, *ordered], dtype=np.int64)
        zero = [0.0] * len(weights.labels)
        self._rows = {place: np.array([zero, *(known[key].get(place, zero) for key in ordered)]) for place in places}

    def add(self, body: Body, scores: Floats) -> None:
        """Add what they weigh for each character."""
        keys = body.codes
        for more in range(1, self._size):
            keys = (keys[:-1] << 20) + body.codes[more:]
        at = np.searchsorted(self._keys, keys, side="right") - 1
        number = np.where(self._keys[at] == keys, at, 0)
        for place, rows in self._rows.items():
            scores += rows[number[body.at + place]]


class Settings:
    """Weights of what governs a character and of the punctuation around it: as :func:`governing.words` has them, by numbers.

    Number 0 stands for a character that nothing governs, and weighs nothing.
    """

    def __init__(self, weights: Weights) -> None:
        said, cues, kinds = governing.vocabulary()
        self._said = {word: i for i, word in enumerate(said, 1)}
        self._cues = {cue: i for i, cue in enumerate(("", *cues), 1)}
        self._kinds = {"": 0} | {kind: i for i, kind in enumerate(kinds, 1)}
        zero = [0.0] * len(weights.labels)

        def table(names: Iterable[str], size: int = 1) -> Floats:
            return np.array([*[zero] * size, *(weights.features.get(name, zero) for name in names)])

        signs = [left + right for left in _SIGNS for right in _SIGNS]
        steps = (governing.UNTOLD, *(step for _, step in governing.STEPS))
        around = np.tile(table((f"l={pair}" for pair in signs), 0), (len(said) + 1, 1))
        self._around = around + table((f"l={pair}{word}" for word in said for pair in signs), len(signs))
        self._far = table((f"k={word}{step}" for word in said for step in steps), len(steps))
        self._cue = table((f"w={cue}{step}" for cue in self._cues for step in steps), len(steps))
        self._coming = table(f"n={word}" for word in said)
        self._listed = table((f"i={number}{word}" for word in said for number in range(3)), 3)
        self._inner = table(f"in={kind}" for kind in kinds)

    def weigh(self, sentences: Sequence[tuple[str, Span]], body: Body) -> Floats:
        """What each character's setting weighs."""
        order = np.arange(len(body.at))
        start, end, *told = np.array([(0,) * 7, *self._stretches(sentences)]).T
        which = np.searchsorted(start, order, side="right") - 1
        which[order >= end[which]] = 0
        said, cue, since, coming, inner = (numbers[which] for numbers in told)
        step = np.where(cue > 1, np.searchsorted([far for far, _ in governing.STEPS], order - since, side="right"), 0)
        marks = np.concatenate([[0], np.cumsum(body.codes[body.at] == ord("、"))])
        listed = np.minimum(marks[1:] - marks[since], 2)
        left, right = body.punctuation()
        out: Floats = self._around[(said * len(_SIGNS) + left) * len(_SIGNS) + right]
        steps = len(governing.STEPS) + 1
        out += self._far[said * steps + step]
        out += self._cue[cue * steps + step]
        out += self._coming[coming]
        out += self._listed[said * 3 + listed]
        out += self._inner[inner]
        return out

    def _stretches(self, sentences: Sequence[tuple[str, Span]]) -> Iterator[tuple[int, ...]]:
        """Those of all sentences, places counted through, words by their numbers."""
        said, cues, kinds = self._said, self._cues, self._kinds
        shift = 0
        for text, sentence in sentences:
            shift -= sentence.start
            for start, end, governed, word, since, coming, inner in governing.stretches(text, sentence):
                yield start + shift, end + shift, said[governed], cues[word], since + shift, said[coming], kinds[inner]
            shift += sentence.end


def _code(text: str) -> int:
    out = 0
    for c in text:
        out = (out << 20) + ord(c)
    return out


@cache
def lexicon() -> tuple[CharwiseDoubleArrayAhoCorasick, tuple[tuple[str, ...], ...]]:
    """Automaton of the words that open and close names, and for each the lists that have it."""
    lists: dict[str, set[str]] = {}
    for word in words.words("goods"):
        lists.setdefault(word, set()).add("goods")
    for word, kind in names.suffixes().items():
        lists.setdefault(word, set()).add(kind)
    for name in _LISTS:
        for word in words.words(name):
            lists.setdefault(word, set()).add(name)
    patterns = sorted(lists)
    return CharwiseDoubleArrayAhoCorasick(patterns), tuple(tuple(sorted(lists[p])) for p in patterns)


def punctuation(body: str) -> tuple[list[str], list[str]]:
    """For each character the nearest mark before it (``^`` without one) and from it on (``.`` without one)."""
    left, right = [""] * len(body), [""] * len(body)
    mark = BEFORE
    for i, c in enumerate(body):
        left[i] = mark
        if c in PUNCTUATION:
            mark = c
    mark = "."
    for i in range(len(body) - 1, -1, -1):
        if body[i] in PUNCTUATION:
            mark = body[i]
        right[i] = mark
    return left, right
