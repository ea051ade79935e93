"""A mention and the link it means, with reason and strength; words that merely share characters never match.

Chinese compounds carry their head last, so 高性能多路阀 is a kind of 多路阀, and 轴承钢 is no kind of 轴承.
Strengths, endings and generic heads are in ``matching.yaml``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec
import yaml

Reason = Literal["exact", "synonym", "kind", "narrower", "narrower_kind"]
_SHORTEST_HEAD = 2
_NOISE = re.compile(r"[\s“”\"'‘’《》()（）·]+")


class _Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    strength: dict[Reason, float]
    part: float
    possible: float
    endings: tuple[str, ...]
    joints: tuple[str, ...]
    generic_heads: tuple[str, ...]
    trading_heads: tuple[str, ...]


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """Why a mention means a term: the word that matched, the reason, and how strong it is (0 to 1)."""

    reason: Reason
    strength: float
    word: str
    mention: str
    part: bool = False

    @property
    def possible(self) -> bool:
        """Too weak to be more than a possibility."""
        return self.strength < settings().possible


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """What can be matched: a name with its other words, kinds of it, words that only end like it, and words that mean it
    only by themselves, never as the head of a compound."""

    key: str
    name: str
    synonyms: tuple[str, ...] = ()
    narrower: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    exactly: tuple[str, ...] = ()


@cache
def settings() -> _Settings:
    """The contents of ``matching.yaml``."""
    text = (files("lianpu.queries") / "matching.yaml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.safe_load(text), _Settings)


@cache
def core(name: str) -> str:
    """The name without spaces, quotes and endings that add nothing.

    >>> core("“轴承” 产业")
    '轴承'
    """
    text = _NOISE.sub("", unicodedata.normalize("NFKC", name)).casefold()
    for ending in settings().endings:
        if text.endswith(ending) and len(text) - len(ending) >= _SHORTEST_HEAD:
            return text.removesuffix(ending)
    return text


def is_generic(name: str) -> bool:
    """Whether a stage is of the kind that every chain has (设计, 整机装配, 售后服务)."""
    return core(name).endswith(settings().generic_heads)


def is_trading(name: str) -> bool:
    """Whether an industry sells or serves rather than makes (现代商贸, 物流业)."""
    return core(name).endswith(settings().trading_heads)


class Matcher:
    """Finds the terms that a mention means; cost grows with the length of the mention, not with the number of terms."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._words: dict[str, list[tuple[Term, Reason]]] = {}
        for term in terms:
            self._add(term, (term.name,), "exact")
            self._add(term, term.synonyms, "synonym")
            self._add(term, term.narrower, "kind")
            self._add(term, term.exactly, "synonym")

    def _add(self, term: Term, words: Iterable[str], reason: Reason) -> None:
        for word in words:
            self._words.setdefault(core(word), []).append((term, reason))

    def match(self, *names: str) -> Mapping[str, Match]:
        """The best match of any of the names for each term, by term key."""
        best: dict[str, Match] = {}
        for name in names:
            for key, match in self._match(name):
                if key not in best or match.strength > best[key].strength:
                    best[key] = match
        return best

    def _match(self, name: str) -> Iterable[tuple[str, Match]]:
        whole = core(name)
        yield from self._heads(name, whole, part=False)
        parts = re.split("|".join(settings().joints), whole) if "、" not in whole else [whole]
        if len(parts) > 1:
            for part in parts:
                yield from self._heads(name, core(part), part=True)

    def _heads(self, mention: str, text: str, *, part: bool) -> Iterable[tuple[str, Match]]:
        strengths, factor = settings().strength, settings().part if part else 1.0
        for start in range(len(text) - _SHORTEST_HEAD + 1):
            for term, reason in self._words.get(text[start:], ()):
                if start and _only_ends_like(text, start, term):
                    continue
                why: Reason = reason if not start else "narrower_kind" if reason == "kind" else "narrower"
                yield (
                    term.key,
                    Match(reason=why, strength=round(strengths[why] * factor, 3), word=text[start:], mention=mention, part=part),
                )


def _only_ends_like(text: str, start: int, term: Term) -> bool:
    """Whether a compound ends in a word of the term without being a kind of it."""
    if text[start:] in {core(word) for word in term.exactly}:
        return True
    return any(text.endswith(core(word)) for word in term.unless)
