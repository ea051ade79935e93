"""Whether a figure was reached or is to be reached: what a sentence says outright, else how the paragraph's figures look.

Plans say round numbers with 以上 or 左右, reports exact ones, “3000余个”, ranks and comparisons with the whole country.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from lianpu.extract import words
from lianpu.extract.quantities import Quantity, alternation
from lianpu.extract.years import Year


@cache
def _pattern(role: str) -> tuple[re.Pattern[str], frozenset[str]]:
    """Words of a role, and the longer words in which they say nothing (拥有 in 拥有量)."""
    rows = words.rows("metrics_cues")
    neutral = frozenset(row[0] for row in rows if row[1] == "neutral")
    return re.compile(alternation([*(row[0] for row in rows if row[1] == role), *neutral])), neutral


def _count(role: str, text: str) -> int:
    pattern, neutral = _pattern(role)
    return sum(1 for word in pattern.findall(text) if word not in neutral)


def says_past(text: str) -> bool:
    """Whether a sentence says that its figures are facts."""
    return _count("past", text) > 0


def surely_past(text: str) -> bool:
    """Whether a sentence of a plan says so with more than that something has risen to a number (由60列增加到150列)."""
    return _count("past", text) > _count("rise", text)


def says_future(text: str) -> bool:
    """Whether a sentence says that its figures are aims."""
    return _count("future", text) > 0


def hopes(text: str) -> bool:
    """Whether a sentence has a word of effort (争取, 确保), which a report uses of what is done, too."""
    return _count("hope", text) > 0


def looks_back(text: str, amounts: Sequence[Quantity], terms: Sequence[Year], base: int | None) -> bool:
    """Whether a paragraph as a whole reports what was done; intent wins a draw."""
    if any(base is not None and term.year > base and term.aim and not term.current for term in terms):
        return False
    back = float(_count("past", text)) + sum(_exact(amount) for amount in amounts)
    rough = sum(amount.op in (">=", "~") and not amount.more for amount in amounts)
    ahead = float(_count("future", text) + _count("hope", text) + rough)
    return back > 1 and back > ahead * 1.5


def _exact(amount: Quantity) -> float:
    """How much a number looks like a count that was taken rather than set."""
    if amount.more:
        return 1.0
    if amount.kind not in ("count", "money", "share"):
        return 0.0
    digits = f"{amount.value:g}".replace(".", "").strip("0")
    if amount.op != "=":
        return 0.0
    if amount.kind == "share":
        return 0.5 if amount.value % 0.5 else 0.0
    return 1.0 if len(digits) >= 4 else 0.5 if len(digits) == 3 and digits[-1] != "5" else 0.0
