"""Which words a pattern cannot match without: read from the pattern itself, so that the two never drift apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any

Words = frozenset[str]

_MOST = 600
"""Words of one group, at most; more are not told apart."""
_CROSSED = 200
"""Words that two neighbours make up together, at most."""
_EMPTY: Words = frozenset({""})
_RANGE = 12
"""Characters of a range that are taken one by one, at most (0-9)."""


def groups(pattern: re.Pattern[str]) -> tuple[Words, ...]:
    """Groups of words, of each of which every match has one, the rarest first; none where nothing is sure.

    >>> [sorted(group) for group in groups(re.compile("以(?P<list>.{2,9}?)为(?:龙头|链主)(?:企业)?"))]
    [['为链主', '为龙头'], ['以']]
    >>> groups(re.compile("(?:甲|乙?)丙*"))
    ()
    """
    if pattern.flags & re.IGNORECASE:
        return ()
    # The parser of re is a module of its own since 3.11, without a public name; a test holds what is read here to what matches.
    exact, needs = _sequence(import_module("re._parser").parse(pattern.pattern, pattern.flags))
    found = [*needs, exact] if exact is not None else needs
    told = dict.fromkeys(_shortest(group) for group in found if group and "" not in group)
    return tuple(sorted(told, key=_telling, reverse=True))


def _sequence(parsed: Iterable[tuple[Any, Any]]) -> tuple[Words | None, list[Words]]:
    """The words that a run of parts is, where these are few, and the groups that it has besides."""
    whole, needs = True, list[Words]()
    run: Words = _EMPTY
    for kind, value in parsed:
        exact, inner = _part(str(kind), value)
        needs += inner
        if exact is not None and len(exact) * len(run) <= (_CROSSED if run != _EMPTY and exact != _EMPTY else _MOST):
            run = frozenset(left + right for left in run for right in exact)
            continue
        needs.append(run)
        run, whole = exact or _EMPTY, False
    if whole and not needs:
        return run, needs
    return None, [*needs, run]


def _part(kind: str, value: Any) -> tuple[Words | None, list[Words]]:
    """The same of one part of a pattern."""
    if kind == "LITERAL":
        return frozenset({chr(value)}), []
    if kind == "IN":
        return _characters(value), []
    if kind == "ASSERT" and value[0] > 0:
        exact, needs = _sequence(value[1])
        return _EMPTY, [*needs, exact] if exact is not None else needs
    if kind in ("AT", "ASSERT", "ASSERT_NOT"):
        return _EMPTY, []
    if kind in ("SUBPATTERN", "ATOMIC_GROUP"):
        return _sequence(value[-1] if kind == "SUBPATTERN" else value)
    if kind == "BRANCH":
        return _branch([_sequence(way) for way in value[1]])
    if kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, most, inner = value
        exact, needs = _sequence(inner)
        if (least, most) == (0, 1):
            return (exact | _EMPTY, []) if exact is not None else (None, [])
        return None, [*needs, exact] if least and exact is not None else needs if least else []
    return None, []


def _characters(values: Sequence[tuple[Any, Any]]) -> Words | None:
    """The characters of a class, where it names few."""
    out: set[str] = set()
    for kind, value in values:
        if str(kind) == "LITERAL":
            out.add(chr(value))
        elif str(kind) == "RANGE" and value[1] - value[0] < _RANGE:
            out.update(map(chr, range(value[0], value[1] + 1)))
        else:
            return None
    return frozenset(out)


def _branch(ways: list[tuple[Words | None, list[Words]]]) -> tuple[Words | None, list[Words]]:
    """Of several ways the words of all; where one is no word alone, of each the group that tells most."""
    exact = frozenset().union(*(words for words, _ in ways if words is not None))
    if all(words is not None for words, _ in ways):
        return (exact, []) if len(exact) <= _MOST else (None, [])
    told = [_best([words] if words is not None else needs) for words, needs in ways]
    return None, [frozenset().union(*(group for group in told if group is not None))] if None not in told else []


def _best(found: Sequence[Words]) -> Words | None:
    """The group whose shortest word is longest."""
    return max((g for g in found if g and "" not in g), key=_telling, default=None)


def _telling(group: Words) -> tuple[int, int]:
    """How rarely a text has a word of a group, by their lengths and how many they are."""
    return min(map(len, group)), -len(group)


def _shortest(group: Words) -> Words:
    """A group without the words that hold another one of it."""
    return frozenset(word for word in group if not any(other != word and other in word for other in group))
