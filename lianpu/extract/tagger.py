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

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import msgspec
import numpy as np
from daachorse import CharwiseDoubleArrayAhoCorasick
from numpy.typing import NDArray

from lianpu.extract import clauses, names, words
from lianpu.extract.clauses import Span, Token
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

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


class Mark(msgspec.Struct, frozen=True, gc=False):
    """A stretch ``text[start:end]`` of a paragraph and what is said of it."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one paragraph, and for each of its characters how likely it is inside one."""

    marks: tuple[Mark, ...]
    inside: Sequence[float]

    def signs(self, start: int, end: int) -> list[str]:
        """Features for the judge: how ``text[start:end]`` lies to the marks, and how sure its characters are."""
        touching = [m for m in self.marks if m.start < end and start < m.end]
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


class Setting(NamedTuple):
    """What governs a character of a sentence: the cue word behind it and how far, the next one, the one that it is in."""

    governing: str
    word: str
    step: str
    coming: str
    inner: str
    listed: int
    """How many things of its list stand before it, 2 for more."""


class Tagger:
    """A trained model, ready to mark."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._follow = np.exp(np.array(weights.transitions))
        self._inside = [i for i, label in enumerate(weights.labels) if label[2:] in LABELS]
        self._grams = {
            (at, size): _Table.of(weights, f"{'cbt'[size - 1]}{at}=", size)
            for size, places in enumerate((SINGLE, PAIRS, TRIPLES), 1)
            for at in places
        }
        _, lists = lexicon()
        self._words = {
            way: np.array([self._sum(f"{way}={name}" for name in found) for _, found in lists]) for way in ("s", "s1", "e", "e1")
        }

    def paragraphs(self, outline: Outline) -> dict[int, Marks]:
        """Marks of every paragraph that is no heading, by its index."""
        texts = [(i, p.text) for i, p in enumerate(outline.paragraphs) if p.kind != "heading" and p.text]
        found = self.mark([text for _, text in texts])
        return {i: marks for (i, _), marks in zip(texts, found, strict=True)}

    def mark(self, texts: Sequence[str]) -> list[Marks]:
        """Marks of paragraphs."""
        sentences = [(text, span) for text in texts for span in clauses.sentences(text)]
        likely = self.likely(sentences)
        out: list[Marks] = []
        at = 0
        for text in texts:
            rows = likely[at : at + len(text)]
            at += len(text)
            tags = [self._weights.labels[i] for i in rows.argmax(axis=1)] if len(rows) else []
            out.append(Marks(tuple(marks(tags)), rows[:, self._inside].sum(axis=1).round(3).tolist()))
        return out

    def likely(self, sentences: Sequence[tuple[str, Span]]) -> Floats:
        """How likely each label is for each character of the sentences, one row a character."""
        body = "".join(text[s.start : s.end] for text, s in sentences)
        if not body:
            return np.zeros((0, len(self._weights.labels)))
        scores = self._characters(sentences) + self._settings(sentences, body)
        self._lexicon(sentences, scores)
        return _marginals(scores, self._follow, _pieces(sentences, body))

    def _sum(self, features: Iterable[str]) -> Floats:
        zero = [0.0] * len(self._weights.labels)
        out: Floats = np.sum([zero, *(self._weights.features.get(f, zero) for f in features)], axis=0)
        return out

    def _characters(self, sentences: Sequence[tuple[str, Span]]) -> Floats:
        padded = "".join(2 * BEFORE + text[s.start : s.end] + 2 * AFTER for text, s in sentences)
        codes = np.frombuffer(padded.encode("utf-32-le"), dtype=np.uint32).astype(np.int64)
        sizes = [s.end - s.start for _, s in sentences]
        starts = np.cumsum([0, *(size + 4 for size in sizes[:-1])]) + 2
        at = np.concatenate([np.arange(start, start + size) for start, size in zip(starts, sizes, strict=True)])
        out = np.zeros((len(at), len(self._weights.labels)))
        for (offset, size), table in self._grams.items():
            key = codes[at + offset]
            for more in range(1, size):
                key = (key << 20) + codes[at + offset + more]
            out += table.rows(key)
        return out

    def _settings(self, sentences: Sequence[tuple[str, Span]], body: str) -> Floats:
        left, right = _punctuation(sentences)
        known: dict[tuple[Setting | None, str, str], int] = {}
        rows: list[Floats] = []
        at: list[int] = []
        governed = (s for text, span in sentences for s in settings(text, span))
        for key in zip(governed, left, right, strict=True):
            index = known.get(key)
            if index is None:
                index = known[key] = len(rows)
                rows.append(self._sum(setting_words(*key)))
            at.append(index)
        return np.array(rows)[at]

    def _lexicon(self, sentences: Sequence[tuple[str, Span]], scores: Floats) -> None:
        automaton, _ = lexicon()
        offset = 0
        for text, s in sentences:
            size = s.end - s.start
            found = automaton.find_overlapping(text[s.start : s.end])
            if found:
                begin, end, index = np.array(found).T
                for way, place in (("s", begin), ("s1", begin - 1), ("e", end - 1), ("e1", end)):
                    within = (place >= 0) & (place < size)
                    np.add.at(scores, offset + place[within], self._words[way][index[within]])
            offset += size


class _Table:
    """Weights by strings of one length, found by their characters' codes."""

    def __init__(self, keys: Integers, rows: Floats) -> None:
        self._keys, self._rows = keys, rows

    @classmethod
    def of(cls, weights: Weights, prefix: str, size: int) -> _Table:
        """Those of the features that begin so."""
        found = sorted(
            (_code(f[len(prefix) :]), row)
            for f, row in weights.features.items()
            if f.startswith(prefix) and len(f) == len(prefix) + size
        )
        keys = np.array([-1, *(k for k, _ in found)], dtype=np.int64)
        return cls(keys, np.array([[0.0] * len(weights.labels), *(row for _, row in found)]))

    def rows(self, keys: Integers) -> Floats:
        """One row a key, zeros for what is not known."""
        at = np.searchsorted(self._keys, keys, side="right") - 1
        return self._rows[np.where(self._keys[at] == keys, at, 0)]


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


def marks(tags: Sequence[str]) -> list[Mark]:
    """Stretches of labels, those of names left out."""
    out: list[Mark] = []
    begin = 0
    before = ""
    for i, tag in enumerate((*tags, "O")):
        label = tag[2:]
        if before and (not tag.startswith("I") or label != before):
            if before in LABELS:
                out.append(Mark(begin, i, before))
            begin = i
        if label and (tag.startswith("B") or label != before):
            begin = i
        before = label
    return out


@cache
def lexicon() -> tuple[CharwiseDoubleArrayAhoCorasick, tuple[tuple[int, tuple[str, ...]], ...]]:
    """Automaton of the words that open and close names, and for each its length and the lists that have it."""
    lists: dict[str, set[str]] = {}
    for word in words.words("goods"):
        lists.setdefault(word, set()).add("goods")
    for word, kind in names.suffixes().items():
        lists.setdefault(word, set()).add(kind)
    for name in _LISTS:
        for word in words.words(name):
            lists.setdefault(word, set()).add(name)
    patterns = sorted(lists)
    return CharwiseDoubleArrayAhoCorasick(patterns), tuple((len(p), tuple(sorted(lists[p]))) for p in patterns)


def settings(text: str, sentence: Span) -> list[Setting | None]:
    """One a character of ``text[sentence.start:sentence.end]``, None between clauses."""
    out: list[Setting | None] = [None] * (sentence.end - sentence.start)
    for statement in clauses.statements(text, sentence):
        carried = ""
        for clause in clauses.clauses(text, statement):
            found = clauses.tokens(text, clause)
            at = clause.start - sentence.start
            out[at : at + clause.end - clause.start] = _clause(text, clause, found, carried)
            governing = [t for t in found if t.kind != "adverb"]
            carried = governing[-1].kind + governing[-1].status if governing else carried
    return out


def _clause(text: str, clause: Span, found: Sequence[Token], carried: str) -> Iterator[Setting]:
    governing, word, since, listed = carried, "", 0, 0
    ahead = iter((*found, None))
    token = next(ahead)
    for i in range(clause.start, clause.end):
        while token is not None and token.end <= i:
            if token.kind != "adverb":
                governing, word, since, listed = token.kind + token.status, token.word, token.end, 0
            token = next(ahead)
        if text[i] == "、":
            listed += 1
        step = ("0122223"[min(i - since, 6)]) if word else "-"
        inner = token.kind if token is not None and token.start <= i else ""
        yield Setting(governing, word, step, token.kind + token.status if token is not None else ".", inner, min(listed, 2))


def setting_words(setting: Setting | None, left: str, right: str) -> list[str]:
    """Features of what governs a character and of the punctuation around it."""
    around = f"l={left}{right}"
    if setting is None:
        return [around]
    s = setting
    far = (f"k={s.governing}{s.step}", f"w={s.word}{s.step}", f"n={s.coming}", f"i={s.listed}{s.governing}")
    out = [around, f"{around}{s.governing}", *far]
    return [*out, f"in={s.inner}"] if s.inner else out


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


def _punctuation(sentences: Sequence[tuple[str, Span]]) -> tuple[list[str], list[str]]:
    found = [punctuation(text[s.start : s.end]) for text, s in sentences]
    return [c for left, _ in found for c in left], [c for _, right in found for c in right]


def _pieces(sentences: Sequence[tuple[str, Span]], body: str) -> list[Span]:
    """Stretches of ``body`` that are labelled by themselves: sentences, cut behind :data:`_CUTS`."""
    out: list[Span] = []
    begin = 0
    for _, s in sentences:
        end = begin + s.end - s.start
        for i in range(begin, end):
            if body[i] in _CUTS or i == end - 1:
                out.append(Span(begin, i + 1))
                begin = i + 1
    return out


def _marginals(scores: Floats, follow: Floats, pieces: Sequence[Span]) -> Floats:
    """Probability of each label for each row, by the forward–backward algorithm over all pieces at once.

    ``follow[i, j]`` is the factor of label j behind label i. Rows are scaled as they go, so that nothing under- or overflows.
    """
    order = sorted(pieces, key=lambda p: p.start - p.end)
    starts = np.array([p.start for p in order])
    sizes = np.array([p.end - p.start for p in order])
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
