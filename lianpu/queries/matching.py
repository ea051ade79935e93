"""A mention and the link it means, with reason and strength; words that merely share characters never match.

Chinese compounds carry their head last, so 高性能多路阀 is a kind of 多路阀, and 轴承钢 is no kind of 轴承.
Strengths, endings and generic heads are in ``matching.yaml``.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple

import msgspec
import yaml

Reason = Literal["exact", "synonym", "kind", "narrower", "narrower_kind"]
_SHORTEST_HEAD = 2
_KEPT = 50_000
"""Names whose parts are kept: a graph may have any number of them."""
_NOISE = re.compile(r"[\s“”\"'‘’《》()（）·]+")


class _Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    strength: dict[Reason, float]
    part: float
    possible: float
    endings: tuple[str, ...]
    bare: frozenset[str]
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


@lru_cache(_KEPT)
def core(name: str) -> str:
    """The name without spaces, quotes and endings that add nothing.

    >>> core("“轴承” 产业")
    '轴承'
    """
    text = unicodedata.normalize("NFKC", name)
    # Letters alone have nothing to be taken out, and to ask is quicker than to look for it.
    text = (text if text.isalpha() else _NOISE.sub("", text)).casefold()
    endings = settings().endings
    # Few names have such an ending, and to ask for all at once is quicker.
    if text.endswith(endings):
        for ending in endings:
            rest = text.removesuffix(ending)
            if rest != text and len(rest) >= _SHORTEST_HEAD:
                return text if rest in settings().bare else rest
    return text


def is_generic(name: str) -> bool:
    """Whether a stage is of the kind that every chain has (设计, 整机装配, 售后服务)."""
    return core(name).endswith(settings().generic_heads)


def is_trading(name: str) -> bool:
    """Whether an industry sells or serves rather than makes (现代商贸, 物流业)."""
    return core(name).endswith(settings().trading_heads)


@dataclass(frozen=True, slots=True)
class _Head:
    """A possible head of a mention: ``text[start:]``, of the whole name or of one joined part."""

    mention: str
    text: str
    start: int
    part: bool

    @property
    def word(self) -> str:
        return self.text[self.start :]

    def match(self, term: Term, reason: Reason) -> Match | None:
        """The match with a word of the term, unless the mention only ends like it."""
        if self.start and _only_ends_like(self.text, self.word, term):
            return None
        why: Reason = reason if not self.start else "narrower_kind" if reason == "kind" else "narrower"
        strength = settings().strength[why] * (settings().part if self.part else 1.0)
        return Match(reason=why, strength=round(strength, 3), word=self.word, mention=self.mention, part=self.part)


def _only_ends_like(text: str, word: str, term: Term) -> bool:
    """Whether a compound ends in a word of the term without being a kind of it."""
    return word in {core(w) for w in term.exactly} or any(text.endswith(core(w)) for w in term.unless)


@lru_cache(_KEPT)
def _texts(name: str) -> tuple[tuple[str, bool], ...]:
    """What of a name may end in a word: the whole, and the parts if it joins several (A和B)."""
    whole = core(name)
    if "、" in whole or not _joints().search(whole):
        return ((whole, False),)
    return ((whole, False), *((core(part), True) for part in _joints().split(whole)))


@cache
def _joints() -> re.Pattern[str]:
    # One class of characters is found quicker than alternatives; longer joints go before those that end them.
    single = "".join(joint for joint in settings().joints if len(joint) == 1)
    longer = (joint for joint in settings().joints if len(joint) > 1)
    return re.compile("|".join((*longer, f"[{single}]")))


@lru_cache(_KEPT)
def _heads(name: str) -> tuple[_Head, ...]:
    """All heads of a name, of at least two characters."""
    return tuple(_Head(name, text, i, part) for text, part in _texts(name) for i in range(len(text) - _SHORTEST_HEAD + 1))


def _words(term: Term) -> Iterator[tuple[str, Reason]]:
    reasons: tuple[tuple[tuple[str, ...], Reason], ...] = (
        ((term.name,), "exact"),
        (term.synonyms, "synonym"),
        (term.narrower, "kind"),
        (term.exactly, "synonym"),
    )
    for words, reason in reasons:
        yield from ((core(word), reason) for word in words)


def _keep(best: dict[str, Match], key: str, match: Match | None) -> None:
    if match and (key not in best or match.strength > best[key].strength):
        best[key] = match


class Matcher:
    """Finds the terms that a mention means; cost grows with the length of the mention, not with the number of terms."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._words: dict[str, list[tuple[Term, Reason]]] = {}
        for term in terms:
            for word, reason in _words(term):
                self._words.setdefault(word, []).append((term, reason))

    def match(self, *names: str) -> Mapping[str, Match]:
        """The best match of any of the names for each term, by term key."""
        best: dict[str, Match] = {}
        for head in (head for name in names for head in _heads(name)):
            for term, reason in self._words.get(head.word, ()):
                _keep(best, term.key, head.match(term, reason))
        return best


class Ending(NamedTuple):
    """What of an entity's name may end in a word: written from its end, of the whole name or of one joined part."""

    text: str
    entity: str
    name: str
    part: bool


def endings(entities: Iterable[tuple[str, tuple[str, ...]]]) -> list[Ending]:
    """The endings of entities, given by id with their names, sorted: those which end in a word stand together."""
    named = ((identifier, name) for identifier, names in entities for name in names)
    return sorted(Ending(text[::-1], identifier, name, part) for identifier, name in named for text, part in _texts(name))


class EndingIndex:
    """The other way round: finds which of many entities mean a term; cost grows with the words of the term and the names
    found.
    """

    def __init__(self, endings: Sequence[Ending]) -> None:
        self._endings = endings

    def match(self, term: Term) -> Mapping[str, Match]:
        """The best match of each entity that means the term, by entity id; the same as :meth:`Matcher.match` would find."""
        best: dict[str, Match] = {}
        for word, reason in _words(term):
            for identifier, head in self._ending_in(word):
                _keep(best, identifier, head.match(term, reason))
        return best

    def _ending_in(self, word: str) -> Iterator[tuple[str, _Head]]:
        wanted = word[::-1]
        if len(word) < _SHORTEST_HEAD:
            return
        for at in range(bisect_left(self._endings, wanted, key=lambda ending: ending.text), len(self._endings)):
            text, identifier, name, part = self._endings[at]
            if not text.startswith(wanted):
                return
            yield identifier, _Head(name, text[::-1], len(text) - len(word), part)


class MentionIndex(EndingIndex):
    """The same of entities given by id with their names."""

    def __init__(self, entities: Iterable[tuple[str, tuple[str, ...]]]) -> None:
        super().__init__(endings(entities))
