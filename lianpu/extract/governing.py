"""What governs each character of a sentence, as the tagger weighs it: the cue words around it and its place in their list."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lianpu.extract import clauses
from lianpu.extract.clauses import Span, Token

BEGIN = ("l=", "k=", "w=", "n=", "i=", "in=")
"""How the features of :func:`words` begin."""


class Setting(NamedTuple):
    """What governs a character of a sentence: the cue word behind it and how far, the next one, the one that it is in."""

    governing: str
    word: str
    step: str
    coming: str
    inner: str
    listed: int
    """How many things of its list stand before it, 2 for more."""


def settings(text: str, sentence: Span) -> list[Setting | None]:
    """One a character of ``text[sentence.start:sentence.end]``, None between clauses."""
    return [setting for setting, size in runs(text, sentence) for _ in range(size)]


def runs(text: str, sentence: Span) -> Iterator[tuple[Setting | None, int]]:
    """The settings of a sentence's characters in order, each with the number of neighbours that share it."""
    at = sentence.start
    for statement in clauses.statements(text, sentence):
        carried = ""
        for clause in clauses.clauses(text, statement):
            if clause.start > at:
                yield None, clause.start - at
            at = clause.end
            found = clauses.tokens(text, clause)
            yield from _clause(text, clause, found, carried)
            governing = [t for t in found if t.kind != "adverb"]
            carried = governing[-1].kind + governing[-1].status if governing else carried
    if sentence.end > at:
        yield None, sentence.end - at


def _clause(text: str, clause: Span, found: Sequence[Token], carried: str) -> Iterator[tuple[Setting, int]]:
    governing, word, since, begin = carried, "", clause.start, clause.start
    for token in (*found, None):
        coming = token.kind + token.status if token is not None else "."
        start, end = (token.start, token.end) if token is not None else (clause.end, clause.end)
        for a, b, inner in ((begin, start, ""), (start, end, token.kind if token is not None else "")):
            for first, last, step, listed in _stretches(text, a, b, since, told=bool(word)):
                yield Setting(governing, word, step, coming, inner, listed), last - first
        if token is not None and token.kind != "adverb":
            governing, word, since = coming, token.word, end
        begin = end


_STEPS = ((0, "0"), (1, "1"), (2, "2"), (6, "3"))
"""From how many characters behind a cue word on it is how far."""


def _stretches(text: str, start: int, end: int, since: int, *, told: bool) -> Iterator[tuple[int, int, str, int]]:
    """``text[start:end]`` cut where the distance to ``since`` or the number of things listed since then (2 for more) changes."""
    second = text.find("、", since, end)
    third = text.find("、", second + 1, end) if second >= 0 else -1
    cuts = {since + far for far, _ in _STEPS[1:]} if told else set()
    cuts.update(at for at in (second, third) if at >= 0)
    places = [start, *sorted(at for at in cuts if start < at < end), end]
    for first, last in itertools.pairwise(places):
        if last > first:
            step = next(step for far, step in reversed(_STEPS) if first - since >= far) if told else "-"
            yield first, last, step, (0 <= second <= first) + (0 <= third <= first)


def words(setting: Setting | None, left: str, right: str) -> list[str]:
    """Features of what governs a character and of the punctuation around it."""
    around = f"l={left}{right}"
    if setting is None:
        return [around]
    s = setting
    far = (f"k={s.governing}{s.step}", f"w={s.word}{s.step}", f"n={s.coming}", f"i={s.listed}{s.governing}")
    out = [around, f"{around}{s.governing}", *far]
    return [*out, f"in={s.inner}"] if s.inner else out
