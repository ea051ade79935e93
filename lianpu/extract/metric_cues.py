"""Cue words around a number and in its metric: verbs (新增), aims (力争), what is growth, output, a part, one of every year."""

from __future__ import annotations

import re
from functools import cache

from lianpu.extract import words
from lianpu.extract.quantities import alternation


def cue(role: str) -> tuple[str, ...]:
    """Words of a role of ``metrics_cues.tsv``."""
    return words.of_role("metrics_cues", role)


def nouns(role: str) -> tuple[str, ...]:
    """Words of a role of ``metrics.tsv``."""
    return words.of_role("metrics", role)


@cache
def regex(name: str) -> re.Pattern[str]:
    """A pattern made of the cue words: what may lead, what is kept, what ends, the heads of metrics, by ``name``."""
    verbs = alternation([*cue("do"), *cue("keep"), *cue("adverb"), *cue("aim"), *cue("filler")])
    fillers = alternation([*cue("do"), *cue("adverb"), *cue("aim"), *cue("filler")])
    # 规模以上 is a class of firms, no size.
    heads = alternation([*nouns("head"), *nouns("strong"), *nouns("weak")]).replace("规模|", "规模(?!以上)|")
    # Words of a list may be made of others of it (达到, 达, 到): possessive repeats keep the search linear.
    patterns = {
        "lead": rf"[、，和及与）”\s]+|^（[^（）]*）|以及|(?:{verbs})(?:了|起(?![降重步飞]))?",
        "keep": rf"^[、，和及与）”\s]*(?:{fillers})*+({alternation(cue('keep'))})",
        "uncut": rf"{alternation(cue('uncut'))}|(?:{alternation(cue('do'))})[率量额]",
        "opener": rf"(?:{alternation(cue('opener'))})(?={heads}|{fillers})",
        "scope": rf"(?:{alternation(cue('scope'))})(?!经济|产业|统一|民)(?:的)?",
        "tail": rf"(?:{alternation(cue('link'))})++$",
        "verb_end": rf"(?:{alternation([*cue('do'), *cue('keep')])})(?:了|起)?$",
        "verb": rf"(?:{alternation([w for w in (*cue('do'), *cue('keep')) if len(w) > 1])})(?:了|起)?",
        "list_end": rf"(?:等|的|前|首批|[内里中和与及]|{alternation(cue('each'))})$",
        "part": rf"(?:{alternation(cue('part'))})$",
        "pointer": rf"(?:{alternation(cue('pointer'))})$",
        "head": heads,
        "owner": rf"(?:{alternation(nouns('owner_end'))})$",
        "whole": rf"(?:{alternation(nouns('whole'))})$",
    }
    return re.compile(patterns[name])


def kept_verb(before: str) -> str:
    """The verb in front that belongs to the metric (新增), or ""."""
    match = regex("keep").match(before)
    return match[1] if match else ""


def ends_in_verb(before: str) -> bool:
    """Whether a number after this is the object of a verb of building, or of nothing at all."""
    return regex("verb_end").search(before) is not None


def opens_count(before: str) -> bool:
    """Whether the counted noun must stand after the number."""
    return regex("list_end").search(before) is not None


def is_part(name: str, pointing: bool) -> bool:
    """Whether a noun counts parts of a text or plan rather than things; after 三个 and the like (``pointing``) more nouns do."""
    return regex("part").search(name) is not None or pointing and regex("pointer").search(name) is not None


def yearly(before: str) -> bool:
    """Whether a number is one of every year (每年培育…)."""
    return "每年" in before


def is_output(name: str) -> bool:
    """Whether a metric is one of output or turnover, which whatever stands before it has (产值, 营业收入)."""
    return name.startswith(tuple(nouns("strong")))


def ends_in_output(name: str) -> bool:
    """Whether a metric is one of output or turnover, whoever's (规上工业总产值)."""
    return is_output(name) or name.endswith(tuple(nouns("strong")))


@cache
def _cue_regex(role: str) -> re.Pattern[str]:
    return re.compile(alternation(cue(role)))


@cache
def _aim() -> tuple[re.Pattern[str], frozenset[str]]:
    neutral = frozenset(cue("neutral"))
    return re.compile(alternation([*cue("aim"), *neutral])), neutral


def aims(text: str, start: int, end: int) -> tuple[int, ...]:
    """Where words of aim (力争) stand in ``text[start:end]``."""
    pattern, neutral = _aim()
    return tuple(match.start() for match in pattern.finditer(text, start, end) if match.group() not in neutral)


def sure(text: str, start: int, end: int) -> bool:
    """Whether a word of certainty (确保) between a word of aim and a number ends the aim."""
    return _cue_regex("sure").search(text, start, end) is not None


def gives(before: str) -> bool:
    """Whether money is handed out by rule (最高奖补…) rather than earned or set aside (奖补资金…)."""
    match = _cue_regex("subsidy").search(before[-12:])
    return match is not None and "资金" not in before[-12:][match.end() :]


def growth(link: str) -> str:
    """The link between a metric and its number when it belongs to the metric (增长), else ""."""
    match = re.search(rf"(?:{_cue_regex('grow').pattern})$", link)
    return match.group() if match else ""


def is_time(plain: str) -> bool:
    """Whether a metric is one of time, so that hours count something."""
    return plain.endswith(tuple(nouns("time")))


def macro(name: str) -> bool:
    """Whether a metric is one of a whole place.

    >>> macro("城镇化率"), macro("产值")
    (True, False)
    """
    return name.startswith(words.of_role("bearers", "macro"))
