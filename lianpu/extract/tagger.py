"""Marks, character by character, what a sentence says is developed, is there or is sought.

The rules take a sentence apart by its cue words; where a verb is not in their list or a name begins in mid-phrase they find
nothing or the wrong stretch. A linear-chain conditional random field, trained on annotated documents (``benchmarks/train.py``),
looks at the same cue words and at the characters, and proposes stretches of its own. What becomes of a proposal, and how far
the rules' findings are trusted, the judge says (:mod:`.judge`). Without a packaged model nothing is proposed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import pycrfsuite
from daachorse import CharwiseDoubleArrayAhoCorasick

from lianpu.extract import clauses, names, words
from lianpu.extract.clauses import Span, Token

LABELS = ("planned", "existing", "sought")
"""What is marked; ``name``, a firm, park, platform or project, is learned to be told from them and dropped."""

_LISTS = (
    "trim_tail", "trim_head", "stops", "stop_heads", "nominal_verbs", "praise", "generic_parts", "general_words", "list_tails",
    "aims", "ways", "states",
)  # fmt: skip
_MARKS = frozenset("、，。；等和及与（）：“”|")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch ``text[start:end]`` of a paragraph and what is said of it."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one sentence, and for each character from ``start`` how likely it is inside one."""

    start: int
    marks: tuple[Mark, ...]
    inside: tuple[float, ...]

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
        inside = self.inside[start - self.start : end - self.start]
        sure = int(5 * sum(inside) / len(inside)) if inside else 0
        return [f"mark={way}", f"sure={sure}", f"mark={way}/{sure}", f"last={int(5 * inside[-1]) if inside else 0}"]


NOTHING = Marks(0, (), ())
"""Of a sentence that no model has looked at."""


class Tagger:
    """A trained model. ``data`` is a CRFsuite model file."""

    def __init__(self, data: bytes) -> None:
        self._data = data  # read in place as long as the tagger lives
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open_inmemory(self._data)
        known = set(self._tagger.labels())
        self._inside = tuple(f"{at}-{label}" for at in "BI" for label in LABELS if f"{at}-{label}" in known)

    def tags(self, rows: Sequence[Sequence[str]]) -> list[str]:
        """The likeliest labels of characters with these features: ``B-``, ``I-`` and one of :data:`LABELS`, or ``O``."""
        return list(self._tagger.tag(rows))

    def mark(self, text: str, sentence: Span) -> Marks:
        """Marks of ``text[sentence.start:sentence.end]``."""
        tags = self.tags(features(text, sentence))
        rows = [[self._tagger.marginal(label, i) for label in self._inside] for i in range(len(tags))]
        return Marks(sentence.start, tuple(marks(tags, sentence.start)), tuple(sum(row) for row in rows))


@cache
def packaged() -> Tagger | None:
    """The packaged model, read once."""
    path = files("lianpu.extract").joinpath("models", "tagger.crfsuite")
    return Tagger(path.read_bytes()) if path.is_file() else None


def marks(tags: Sequence[str], offset: int) -> list[Mark]:
    """Stretches of labels, those of names left out."""
    out: list[Mark] = []
    begin = 0
    for i, tag in enumerate((*tags, "O")):
        at, _, label = tag.partition("-")
        before = tags[i - 1][2:] if i else ""
        if before and (at != "I" or label != before):
            if before in LABELS:
                out.append(Mark(offset + begin, offset + i, before))
            begin = i
        if at == "B" or at == "I" and label != before:
            begin = i
    return out


@cache
def _lexicon() -> tuple[CharwiseDoubleArrayAhoCorasick, tuple[tuple[int, tuple[str, ...]], ...]]:
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


def features(text: str, sentence: Span) -> list[list[str]]:
    """For each character of the sentence its neighbours, the words that begin and end there, and the cue words around it."""
    body = text[sentence.start : sentence.end]
    size = len(body)
    out = _around(body)
    _cue_words(text, sentence, out)
    automaton, lists = _lexicon()
    for begin, end, index in automaton.find_overlapping(body):
        for name in lists[index][1]:
            out[end - 1].append("e=" + name)
            out[begin].append("s=" + name)
            if begin:
                out[begin - 1].append("s1=" + name)
            if end < size:
                out[end].append("e1=" + name)
    return out


def _around(body: str) -> list[list[str]]:
    """Characters, pairs and triples, and the nearest marks to the left and to the right."""
    size = len(body)
    padded = "^^" + body + "$$"
    right = [""] * size
    mark = "."
    for i in range(size - 1, -1, -1):
        if body[i] in _MARKS:
            mark = body[i]
        right[i] = mark
    out: list[list[str]] = []
    mark = "^"
    for i, (a, b, c, d, e) in enumerate(zip(padded, padded[1:], padded[2:], padded[3:], padded[4:], strict=False)):
        out.append([
            "c0=" + c, "c-1=" + b, "c1=" + d, "c-2=" + a, "c2=" + e, "b-1=" + b + c, "b0=" + c + d, "b-2=" + a + b, "b1=" + d + e,
            "t0=" + c + d + e, "t-1=" + b + c + d, "t-2=" + a + b + c, "l=" + mark + right[i],
        ])  # fmt: skip
        if body[i] in _MARKS:
            mark = body[i]
    return out


def _cue_words(text: str, sentence: Span, out: list[list[str]]) -> None:
    """The cue word that governs each character, how far it is, and the next one."""
    for statement in clauses.statements(text, sentence):
        carried = ""
        for clause in clauses.clauses(text, statement):
            carried = _cues(text, clause, clauses.tokens(text, clause), carried, sentence.start, out)


def _cues(text: str, clause: Span, found: Sequence[Token], carried: str, offset: int, out: list[list[str]]) -> str:
    governing, word, since = carried, "", clause.start - 9
    ahead = iter((*found, None))
    token = next(ahead)
    listed = 0
    for i in range(clause.start, clause.end):
        while token is not None and token.end <= i:
            if token.kind != "adverb":
                governing, word, since, listed = token.kind + token.status, token.word, token.end, 0
            token = next(ahead)
        if text[i] == "、":
            listed += 1
        far = min(i - since, 6) if word else -1
        step = "0" if far == 0 else "1" if far == 1 else "2" if 0 < far < 6 else "3" if word else "-"
        inner = token.kind if token is not None and token.start <= i else ""
        coming = token.kind + token.status if token is not None else "."
        row = out[i - offset]
        row += (
            f"k={governing}{step}", f"w={word}{step}", f"n={coming}", f"i={min(listed, 2)}{governing}", f"{row[12]}{governing}",
        )  # fmt: skip
        if inner:
            row.append("in=" + inner)
    return governing
