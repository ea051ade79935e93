"""What governs each character of a sentence, as the tagger weighs it: the cue words around it and its place in their list."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from lianpu.extract import clauses
from lianpu.extract.clauses import Span

LAST = "."
"""Comes where no cue word of the clause does."""


STEPS = ((0, "0"), (1, "1"), (2, "2"), (6, "3"))
"""From how many characters behind a cue word on it is how far."""
UNTOLD = "-"
"""How far it is where no cue word of the clause is behind."""


class Stretch(NamedTuple):
    """Neighbours in a sentence that the same cue words govern: the one behind them, the next one, the one that they are in."""

    start: int
    end: int
    governing: str
    word: str
    since: int
    """Where the word behind them ends, or their clause begins without one."""
    coming: str
    inner: str


class Setting(NamedTuple):
    """What governs a character of a sentence: the cue word behind it and how far, the next one, the one that it is in."""

    governing: str
    word: str
    step: str
    coming: str
    inner: str
    listed: int
    """How many things of its list stand before it, 2 for more."""


@cache
def vocabulary() -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """All that may govern or come, all cue words, and their kinds."""
    cues = clauses.cues()
    said = sorted({cue.kind + cue.status for cue in cues.values()})
    return ("", LAST, *said), tuple(cues), tuple(sorted({cue.kind for cue in cues.values()}))


def settings(text: str, sentence: Span) -> list[Setting | None]:
    """One a character of ``text[sentence.start:sentence.end]``, None between clauses."""
    out: list[Setting | None] = [None] * (sentence.end - sentence.start)
    for x in stretches(text, sentence):
        for at in range(x.start, x.end):
            step = next(step for far, step in reversed(STEPS) if at - x.since >= far) if x.word else UNTOLD
            listed = min(text.count("、", x.since, at + 1), 2)
            out[at - sentence.start] = Setting(x.governing, x.word, step, x.coming, x.inner, listed)
    return out


def stretches(text: str, sentence: Span) -> Iterator[Stretch]:
    """Those of a sentence's clauses in order."""
    for statement in clauses.statements(text, sentence):
        carried = ""
        for clause in clauses.clauses(text, statement):
            governing, word, since, begin = carried, "", clause.start, clause.start
            for token in clauses.tokens(text, clause):
                coming = token.kind + token.status
                if token.start > begin:
                    yield Stretch(begin, token.start, governing, word, since, coming, "")
                begin = token.end
                yield Stretch(token.start, begin, governing, word, since, coming, token.kind)
                if token.kind != "adverb":
                    governing, word, since = coming, token.word, begin
            if clause.end > begin:
                yield Stretch(begin, clause.end, governing, word, since, LAST, "")
            carried = governing


def words(setting: Setting | None, left: str, right: str) -> list[str]:
    """Features of what governs a character and of the punctuation around it."""
    around = f"l={left}{right}"
    if setting is None:
        return [around]
    s = setting
    far = (f"k={s.governing}{s.step}", f"w={s.word}{s.step}", f"n={s.coming}", f"i={s.listed}{s.governing}")
    out = [around, f"{around}{s.governing}", *far]
    return [*out, f"in={s.inner}"] if s.inner else out
