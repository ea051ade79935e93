"""Marks, character by character, what a sentence says is developed, is there or is sought.

The rules take a sentence apart by its cue words; where a verb is not in their list or a name begins in mid-phrase they find
nothing or the wrong stretch. A linear-chain conditional random field, trained on annotated documents
(``benchmarks/tagging.py``), looks at the same cue words and at the characters, and proposes stretches of its own. What becomes
of a proposal, and how far the rules' findings are trusted, the judge says (:mod:`.judge`).

A feature is a word: ``c0=光`` the character itself, ``b-1=展光`` a pair, ``k=developplanned0`` the cue word that governs and
how far it is, ``e=goods`` a list of the lexicon that has a word that ends here. The model gives each a weight for every label.
All sentences of a document are weighed at once, in arrays; ``benchmarks/tagging.py`` has the same features one by one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from operator import attrgetter

import msgspec
import numpy as np
from daachorse import CharwiseDoubleArrayAhoCorasick
from numpy.typing import NDArray

from lianpu.extract import clauses, governing, names, words
from lianpu.extract.clauses import Span
from lianpu.extract.document import Outline

LABELS = ("planned", "existing", "sought")
"""What is marked; ``name``, a firm, park, platform or project, is learned to be told from them and dropped."""

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

EAGER = 1.0
"""Taken off the weight of being no part of a mark: the judge drops what is wrong, but finds nothing that is not marked."""

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


class Mark(msgspec.Struct, frozen=True, gc=False):
    """A stretch ``text[start:end]`` of a paragraph and what is said of it."""

    start: int
    end: int
    label: str


_START, _END = attrgetter("start"), attrgetter("end")


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one paragraph, and for each of its characters how likely it is inside one."""

    marks: tuple[Mark, ...]
    inside: Sequence[float]

    def touching(self, start: int, end: int) -> tuple[Mark, ...]:
        """The marks that share a character with ``text[start:end]``."""
        first = bisect_right(self.marks, start, key=_END)
        return self.marks[first : bisect_left(self.marks, end, first, key=_START)]

    def signs(self, start: int, end: int) -> list[str]:
        """Features for the judge: how ``text[start:end]`` lies to the marks, and how sure its characters are."""
        touching = self.touching(start, end)
        same = next((m for m in touching if m.start == start and m.end == end), None)
        if same is not None:
            way = same.label
        elif not touching:
            way = "none"
        else:
            first = touching[0]
            way = "inner" if first.start <= start and end <= first.end else "outer" if start <= first.start else "across"
        inside = self.inside[start:end]
        sure = int(5 * sum(inside) / len(inside)) if inside else 0
        return [f"mark={way}", f"sure={sure}", f"mark={way}/{sure}", f"last={int(5 * inside[-1]) if inside else 0}"]


NOTHING = Marks((), ())
"""Of a paragraph that no model has looked at."""


class Weights(msgspec.Struct, frozen=True):
    """A trained model: ``transitions[i][j]`` weighs label j behind label i, ``features`` each label beside a feature."""

    labels: list[str]
    transitions: list[list[float]]
    features: dict[str, list[float]]


class Tagger:
    """A trained model, ready to mark."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._follow = np.exp(np.array(weights.transitions))
        self._inside = [i for i, label in enumerate(weights.labels) if label[2:] in LABELS]
        self._grams = [_Grams(weights, size, places) for size, places in enumerate((SINGLE, PAIRS, TRIPLES), 1)]
        self._settings = _Settings(weights)
        _, lists = lexicon()
        self._words = {
            way: np.array([self._sum(f"{way}={name}" for name in found) for found in lists]) for way in ("s", "s1", "e", "e1")
        }

    def paragraphs(self, outline: Outline) -> dict[int, Marks]:
        """Marks of every paragraph that is no heading, by its index."""
        texts = [(i, p.text) for i, p in enumerate(outline.paragraphs) if p.kind != "heading" and p.text]
        found = self.mark([text for _, text in texts])
        return {i: marks for (i, _), marks in zip(texts, found, strict=True)}

    def mark(self, texts: Sequence[str]) -> list[Marks]:
        """Marks of paragraphs; what stands outside their sentences has none."""
        sentences = [clauses.sentences(text) for text in texts]
        likely = self.likely([(text, span) for text, spans in zip(texts, sentences, strict=True) for span in spans])
        tags = [self._weights.labels[i] for i in likely.argmax(axis=1).tolist()]
        inside = likely[:, self._inside].sum(axis=1).round(3).tolist()
        out: list[Marks] = []
        at = 0
        for text, spans in zip(texts, sentences, strict=True):
            found: list[Mark] = []
            sure = [0.0] * len(text)
            for span in spans:
                end = at + span.end - span.start
                found += marks(tags[at:end], span.start)
                sure[span.start : span.end] = inside[at:end]
                at = end
            out.append(Marks(tuple(found), sure))
        return out

    def likely(self, sentences: Sequence[tuple[str, Span]]) -> Floats:
        """How likely each label is for each character of the sentences, one row a character."""
        if not sentences:
            return np.zeros((0, len(self._weights.labels)))
        body = _Body(sentences)
        scores = self._characters(body) + self._settings.weigh(sentences, body)
        self._lexicon(body, scores)
        scores[:, self._weights.labels.index("O")] -= EAGER
        return _marginals(scores, self._follow, body.pieces())

    def _sum(self, features: Iterable[str]) -> Floats:
        zero = [0.0] * len(self._weights.labels)
        out: Floats = np.sum([zero, *(self._weights.features.get(f, zero) for f in features)], axis=0)
        return out

    def _characters(self, body: _Body) -> Floats:
        out = np.zeros((len(body.at), len(self._weights.labels)))
        for grams in self._grams:
            grams.add(body, out)
        return out

    def _lexicon(self, body: _Body, scores: Floats) -> None:
        found = lexicon()[0].find_overlapping(body.padded)
        begin, end, index = np.array(found, dtype=np.int64).reshape(-1, 3).T
        for way, place in (("s", begin), ("s1", begin - 1), ("e", end - 1), ("e1", end)):
            row = body.rows[place]
            within = row >= 0
            np.add.at(scores, row[within], self._words[way][index[within]])


class _Body:
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


class _Grams:
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

    def add(self, body: _Body, scores: Floats) -> None:
        """Add what they weigh for each character."""
        keys = body.codes
        for more in range(1, self._size):
            keys = (keys[:-1] << 20) + body.codes[more:]
        at = np.searchsorted(self._keys, keys, side="right") - 1
        number = np.where(self._keys[at] == keys, at, 0)
        for place, rows in self._rows.items():
            scores += rows[number[body.at + place]]


class _Settings:
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

    def weigh(self, sentences: Sequence[tuple[str, Span]], body: _Body) -> Floats:
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
def packaged() -> Tagger | None:
    """The packaged model, read once."""
    path = files("lianpu.extract").joinpath("models", "tagger.json")
    return Tagger(msgspec.json.decode(path.read_bytes(), type=Weights)) if path.is_file() else None


def marks(tags: Sequence[str], start: int = 0) -> list[Mark]:
    """Stretches of labels, those of names left out; ``start`` is where the first stands."""
    out: list[Mark] = []
    begin = start
    before = ""
    for i, tag in enumerate((*tags, "O"), start):
        label = tag[2:]
        if label == before and not tag.startswith("B"):
            continue
        if before in LABELS:
            out.append(Mark(begin, i, before))
        begin, before = i, label
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


def _marginals(scores: Floats, follow: Floats, pieces: tuple[Integers, Integers]) -> Floats:
    """Probability of each label for each row, by the forward–backward algorithm over all pieces at once.

    ``follow[i, j]`` is the factor of label j behind label i. Rows are scaled as they go, so that nothing under- or overflows.
    """
    order = np.argsort(pieces[0] - pieces[1], kind="stable")
    starts, sizes = pieces[0][order], (pieces[1] - pieces[0])[order]
    local = np.exp(scores - scores.max(axis=1, keepdims=True))
    running = [int((sizes > step).sum()) for step in range(int(sizes[0]))]
    forward = np.empty_like(local)
    state = np.ones((len(order), local.shape[1]))
    for step, count in enumerate(running):
        at = starts[:count] + step
        state = local[at] * (state[:count] @ follow if step else 1.0)
        state /= state.sum(axis=1, keepdims=True)
        forward[at] = state
    out: Floats = np.empty_like(local)
    later = np.ones((len(order), local.shape[1]))
    for step in range(len(running) - 1, -1, -1):
        at = starts[: running[step]] + step
        both = forward[at] * later[: running[step]]
        out[at] = both / both.sum(axis=1, keepdims=True)
        back = (local[at] * later[: running[step]]) @ follow.T
        later[: running[step]] = back / back.sum(axis=1, keepdims=True)
    return out
