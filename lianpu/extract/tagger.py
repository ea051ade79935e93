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

from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

import msgspec
import numpy as np

from lianpu.extract import clauses, tag_features, tag_marks
from lianpu.extract.clauses import Span
from lianpu.extract.document import Outline
from lianpu.extract.tag_features import Body, Floats, Grams, Integers, Settings, Weights
from lianpu.extract.tag_marks import LABELS, Mark, Marks

EAGER = 1.0
"""Taken off the weight of being no part of a mark: the judge drops what is wrong, but finds nothing that is not marked."""


class Tagger:
    """A trained model, ready to mark."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._follow = np.exp(np.array(weights.transitions))
        self._inside = [i for i, label in enumerate(weights.labels) if label[2:] in LABELS]
        self._grams = [
            Grams(weights, size, places)
            for size, places in enumerate((tag_features.SINGLE, tag_features.PAIRS, tag_features.TRIPLES), 1)
        ]
        self._settings = Settings(weights)
        _, lists = tag_features.lexicon()
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
                found += tag_marks.of_tags(tags[at:end], span.start)
                sure[span.start : span.end] = inside[at:end]
                at = end
            out.append(Marks(tuple(found), sure))
        return out

    def likely(self, sentences: Sequence[tuple[str, Span]]) -> Floats:
        """How likely each label is for each character of the sentences, one row a character."""
        if not sentences:
            return np.zeros((0, len(self._weights.labels)))
        body = Body(sentences)
        scores = self._characters(body) + self._settings.weigh(sentences, body)
        self._lexicon(body, scores)
        scores[:, self._weights.labels.index("O")] -= EAGER
        return _marginals(scores, self._follow, body.pieces())

    def _sum(self, features: Iterable[str]) -> Floats:
        zero = [0.0] * len(self._weights.labels)
        out: Floats = np.sum([zero, *(self._weights.features.get(f, zero) for f in features)], axis=0)
        return out

    def _characters(self, body: Body) -> Floats:
        out = np.zeros((len(body.at), len(self._weights.labels)))
        for grams in self._grams:
            grams.add(body, out)
        return out

    def _lexicon(self, body: Body, scores: Floats) -> None:
        found = tag_features.lexicon()[0].find_overlapping(body.padded)
        begin, end, index = np.array(found, dtype=np.int64).reshape(-1, 3).T
        for way, place in (("s", begin), ("s1", begin - 1), ("e", end - 1), ("e1", end)):
            row = body.rows[place]
            within = row >= 0
            np.add.at(scores, row[within], self._words[way][index[within]])


@cache
def packaged() -> Tagger | None:
    """The packaged model, read once."""
    path = files("lianpu.extract").joinpath("models", "tagger.json")
    return Tagger(msgspec.json.decode(path.read_bytes(), type=Weights)) if path.is_file() else None


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
