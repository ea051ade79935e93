"""The words that close a list of firms: how many, of what rank, of which kind (“等一批智能装备龙头企业”)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from lianpu.extract import words
from lianpu.extract.clauses import Span


class Closing(msgspec.Struct, frozen=True, gc=False):
    """The words from 等 up to the word for firms; ``what`` is the kind of firms, ``leading``: they carry their sector."""

    start: int
    end: int
    words: str
    what: str
    leading: bool


_NOT = "开办|注册|登记|准入|服务|融资|用工|诉求|经营|管理|名单|名录"
"""What makes of 企业 the one that something is done for, not the word for what is listed."""


_HINT = re.compile(r"等|[大家户][^，。；]{1,10}企业|[0-9][家户]")


@cache
def _rank() -> str:
    """Count, rank or quality, each of which may stand before and behind the kind."""
    ranks = "|".join(map(re.escape, (*words.longest_first("firm_roles"), *words.longest_first("firm_ranks"))))
    return rf"(?:(?:{ranks})型?|(?:[0-9]+|[一二三四五六七八九十百]+)(?:余|多)?(?:家|户|大)|[十百千]亿元?级?)"


@cache
def pattern() -> re.Pattern[str]:
    """The words that close a list of firms."""
    nouns = (
        "|".join(map(re.escape, words.longest_first("firm_nouns"))) + r"|[\u4e00-\u9fff](?<![国省市区本各该政校地农])企(?!业|改)"
    )
    return re.compile(
        rf"(?:等|(?=(?:[两三四五六七八九十]+[大家户]|[0-9]+[家户])[^，。；：]{{2,12}}企业))(?P<kind>{_rank()}*(?P<what>(?:(?!{nouns})[^，。；、：等和与及的（）地]){{0,10}}?(?:[与和][^，。；、：等和与及的（）地]{{2,8}}?)?){_rank()}*的?(?:{nouns}))(?![业家群名库园]|[0-9](?![0-9]*余?[多]?[家户])|{_NOT})"
    )


_WON = re.compile(r"入选|入围|获评|获批|上榜|列入|纳入|晋级|跻身|集群")
"""Between 等 and a word for firms: what the list has become, so that the word is part of a title (等4个集群入选…企业集群)."""


def closings(text: str, span: Span) -> Iterator[Closing]:
    """All such words of a clause."""
    for match in pattern().finditer(text, span.start, span.end) if _HINT.search(text, span.start, span.end) else ():
        kind = match.group("kind")
        if _WON.search(kind) is not None:
            continue
        yield Closing(match.start(), match.end(), kind, match.group("what"), leading(kind))


def leading(kind: str) -> bool:
    """Whether the words for firms say that they carry their sector (龙头企业, not 上市企业)."""
    return any(word in kind for word, *mark in words.rows("firm_roles") if mark)


_LEADS = ("causes", "builds", "adverbs", "opens", "makes", "firm_arrivals")


@cache
def _led_with() -> frozenset[str]:
    """The characters that such words begin with."""
    return frozenset(word[0] for word in _lead_words())


@cache
def _lead_words() -> frozenset[str]:
    return frozenset().union(*(words.words(name) for name in _LEADS), "由和与同在对向以了而")


@cache
def _leads() -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(map(re.escape, sorted(_lead_words(), key=lambda word: (-len(word), word)))) + ")*")


def led(text: str) -> int:
    """Length of the verbs, adverbs and prepositions that stand in front of a firm's name.

    >>> led("加快推动宇瀚机电")
    4
    """
    match = _leads().match(text) if text[:1] in _led_with() else None
    return match.end() if match is not None else 0
