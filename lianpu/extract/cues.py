"""Which rules a statement can say anything to: one pass over it finds the words that all of them cannot do without."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast

from daachorse import CharwiseDoubleArrayAhoCorasick

from lianpu.extract import needed
from lianpu.extract.acts import Frame
from lianpu.extract.clauses import Span
from lianpu.extract.needed import Words

if TYPE_CHECKING:
    from lianpu.extract.context import Context

Given = re.Pattern[str] | Iterable[str] | Iterable[re.Pattern[str]]
Source = Given | Callable[[], Given]
"""A pattern, several or words, or what gives them when they are first asked for."""
Rule = TypeVar("Rule", bound=Callable[..., Any])


def needs(*sources: Source, nothing: Callable[[], object] = lambda: None) -> Callable[[Rule], Rule]:
    """Let a rule be called only for a statement in which one of the sources may be found, else give ``nothing``.

    The words that a pattern cannot match without are read from it (:mod:`.needed`). A rule without needs is always called.
    """
    cue = Cue(*sources)

    def gated(rule: Rule) -> Rule:
        @wraps(rule)
        def called(ctx: Context, text: str, where: Span | Frame, *args: Any, **kwargs: Any) -> Any:
            span = where.span if isinstance(where, Frame) else where
            return rule(ctx, text, where, *args, **kwargs) if cue.stands(text, span) else nothing()

        return cast(Rule, called)

    return gated


class Cue:
    """The words without which a rule finds nothing.

    >>> leaders = Cue(re.compile("以(.{2,9}?)为(?:龙头|链主)"), re.compile("骨干企业：(.+)"))
    >>> [leaders.stands(text, Span(0, len(text))) for text in ("以甲为龙头", "龙头企业：甲", "骨干企业：甲")]
    [True, False, True]
    """

    def __init__(self, *sources: Source) -> None:
        self._sources = sources
        self._any = 0
        """The marks of the first group of each source."""
        self._rest: tuple[tuple[int, ...], ...] = ()
        """The marks of the groups of each source."""
        _CUES.append(self)

    def stands(self, text: str, span: Span) -> bool:
        """Whether ``text[span.start:span.end]`` has a word of each group that one of the sources needs."""
        standing = _standing(text, span, len(_CUES))
        if standing & self._any:
            for groups in self._rest:
                for group in groups:
                    if not standing & group:
                        break
                else:
                    return True
        return False

    def groups(self) -> list[tuple[Words, ...]]:
        """For each source its groups of words, the one that tells most first."""
        return [groups for source in self._sources for groups in _groups(source() if callable(source) else source)]

    def settle(self, groups: Iterable[tuple[int, ...]]) -> None:
        """Take over the marks of its groups."""
        self._rest = tuple(groups)
        self._any = 0
        for first, *_ in self._rest:
            self._any |= first


_CUES: list[Cue] = []


def _groups(given: Given) -> Iterator[tuple[Words, ...]]:
    each = (given,) if isinstance(given, re.Pattern) else tuple(given)
    words = frozenset(one for one in each if isinstance(one, str))
    if words:
        yield (words,)
    for pattern in (one for one in each if isinstance(one, re.Pattern)):
        found = needed.groups(pattern)
        if not found:
            raise ValueError(f"no word is sure to stand in what this matches: {pattern.pattern}")
        yield found


@lru_cache(maxsize=4)
def _finder(size: int) -> tuple[CharwiseDoubleArrayAhoCorasick, tuple[int, ...]]:
    """Finds the words of the first ``size`` cues, each with the marks of its groups."""
    each = [cue.groups() for cue in _CUES[:size]]
    marks = {group: 1 << at for at, group in enumerate(dict.fromkeys(g for groups in each for source in groups for g in source))}
    for cue, groups in zip(_CUES, each, strict=False):
        cue.settle(tuple(marks[group] for group in source) for source in groups)
    found: dict[str, int] = {}
    for group, mark in marks.items():
        for word in group:
            found[word] = found.get(word, 0) | mark
    return CharwiseDoubleArrayAhoCorasick(list(found)), tuple(found.values())


@lru_cache(maxsize=1 << 8)
def _standing(text: str, span: Span, size: int) -> int:
    """The marks of all groups of which a word stands in a statement; each rule asks for the same."""
    finder, marks = _finder(size)
    out = 0
    for _, _, word in finder.find_overlapping(text[span.start : span.end]):
        out |= marks[word]
    return out
