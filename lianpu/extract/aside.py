"""Numbers that say nothing of what is to be reached: what is handed out by rule, and what goods are like."""

from __future__ import annotations

import re
from functools import cache

from lianpu.extract import words
from lianpu.extract.quantities import Quantity, alternation


def _cue(role: str) -> str:
    return alternation(words.of_role("metrics_cues", role))


@cache
def _grant() -> re.Pattern[str]:
    given = f"(?:{_cue('subsidy')})"
    return re.compile(
        rf"给予|{given}(?!资金|政策|标准)[^，。；]{{0,4}}\d|(?:分别|一次性|最高|定额|按[^，。；]{{2,30}}){given}|[元%]的?(?:一次性)?{given}"
    )


@cache
def _made() -> re.Pattern[str]:
    ahead = rf"(?:{_cue('adverb')}|{_cue('aim')})*+"
    return re.compile(rf"{ahead}(?:{_cue('make_goods')})(?:生产|制造|应用)?")


_RULED = re.compile(r"(?:^|(?<=[，。；：]))(?:对|按|凡|单个|每[家个户])|给予|最高|一次性|分别(?=奖|补)|按")
"""Where a statement begins to say who is given what."""


def hands_out(text: str, start: int, end: int) -> int:
    """Where a statement begins to say by what rule money is handed out (“对首次…的企业，按…的10%补助，最高300万元”), or -1."""
    body = text[start:end]
    if not any(word in body for word in words.of_role("metrics_cues", "subsidy")) or _grant().search(body) is None:
        return -1
    ruled = _RULED.search(body)
    if ruled is None:
        return -1
    whose = body.rfind("的，", 0, ruled.start() + 1)
    return start + (body.rfind("。", 0, whose) + 1 if whose >= 0 else ruled.start())


def given(amount: Quantity) -> bool:
    """Whether an amount of such a statement is a sum or a share, not a count of something else in it."""
    return amount.kind in ("money", "share", "time")


def of_goods(text: str, amount: Quantity, noun: bool) -> bool:
    """Whether an amount only tells what goods are like that are to be developed (“重点发展8兆瓦以上风机、60支以上纱线”)."""
    spec = amount.kind == "measure" and amount.unit.lstrip("万亿") not in words.of_role("metrics", "area") or amount.unit == "支"
    if not spec or not noun:
        return False
    clause = max(text.rfind(mark, max(0, amount.start - _FAR), amount.start) for mark in "，。；：") + 1
    return _made().match(text, clause, amount.start) is not None


_FAR = 80
