"""What a verb has as its object behind a long modifier: the lists that the modifier names, and the noun that it stands before."""

from __future__ import annotations

import re

from lianpu.extract import names
from lianpu.extract.clauses import Span

_LEAST = 2
"""Characters that are left of an object behind its modifier."""
_COUNT = r"(?:一批|若干|一系列|多个|一个|一条|[0-9一二两三四五六七八九十]+(?:大|个|家|条))?"
_HEAD = re.compile(
    rf"对(?![接外口照标])|在(?![线建岗校地网])|{_COUNT}以[^，。；]{{2,80}}?为[^，。；]{{0,8}}?的"
    r"|(?:应用于|用于|适用于|面向|针对|具有|具备|兼具|服务于|涵盖|包含|包括|适合|与|基于用户)[^，。；]{2,80}?的(?=[^的]{2,40}$)"
    rf"|{_COUNT}集[^，。；]{{2,80}}(?:于一体|为一体|一体化|一体|为主)的?|由[^，。；]{{2,40}}(?:组成|构成)的"
    r"|以[^，。；]{2,40}为(?:龙头|核心|重点|主导|引领|支撑|主体|代表)的?"
)
_LONG = re.compile(
    r"[^、，。；“”（）]{1,30}(?:和|与|及|以及|、)(?:(?!等[一多若两三四五六七八九十0-9])[^、，。；“”（）]){1,24}的(?=[^的]{2,60}$)"
)
_NAMED = re.compile(
    rf"{_COUNT}(?:以(?P<weighed>[^，。；]{{2,80}}?)为(?:主导|主体|主线|主|骨干|核心|重点|特色|代表|引领|支撑|方向|亮点|基础|突破口)的?"
    r"|(?:涵盖|包含|包括)(?P<held>[^，。；]{2,80}?)的|由(?P<made>[^，。；]{2,60}?)(?:组成|构成)的|集(?P<joined>[^，。；]{2,80}?)(?:为主|等?(?:于|为)一体|一体化?)的?)"
)


def start(text: str, begin: int, end: int) -> int:
    """Past “对”, “以…为…的”, “集…于一体的”, “由…组成的” in front of what is developed."""
    body = text[begin:end]
    match = _HEAD.match(body) or (_LONG.match(body) if "的" in body else None)
    if match is None or len(body) - match.end() < _LEAST or match.re is _LONG and _beside(match.group()):
        return begin
    return begin + match.end()


_BESIDE = re.compile(r"^(?P<thing>.+?)(?:以及|和|与|及)(?P<modifier>[^、的和与及]{2,})的$")


_PRAISE = re.compile(r"(?:领先|知名|一流|重要|著名|闻名|先进|最大|影响力)$")
"""Ends of what is only said in praise of the noun behind it."""


def _beside(modifier: str) -> bool:
    """“甲系统及乙增强的” in front of a noun: the first is goods of its own, only the second says what the noun is like."""
    parts = _BESIDE.match(modifier)
    if parts is None or names.goods(parts["modifier"]):
        return False
    return (
        names.goods(parts["thing"]) or _PRAISE.search(parts["modifier"]) is not None and names.praised(parts["thing"]) is not None
    )


_USED = re.compile(
    r"(?<=[^、，在存内现实潜])在(?![线建研役轨地校岗库产途位外内于此职编册])[^，。；在]{2,60}?"
    r"(?:(?:等|各|重点|关键|典型|多)*(?:领域|环节|行业|场景|方面)(?:中|内|上)?|(?:的|规模化?|广泛|融合|深度|示范|创新)*(?:应用|推广|普及|使用|落地|部署|示范|运用))+$"
)
"""Where goods are used or spread, behind them (甲模型|在乙、丙等行业应用)."""
_WHERE = re.compile(r"(?<=[^、，在存内现实潜])在(?![线建研役轨地校岗库产途位外内于此职编册])[^，。；在]{2,40}$")
_SPREAD = ("应用", "推广", "示范", "落地", "部署", "普及", "使用")


def before_use(text: str, begin: int, end: int, closing: str) -> int:
    """Where the goods end of which ``closing`` says that they are used or spread somewhere (甲模型|在乙市落地应用)."""
    at = _WHERE.search(text, begin + _LEAST, end) if closing.endswith(_SPREAD) and text.find("在", begin, end) > 0 else None
    return at.start() if at is not None else end


def spans(text: str, begin: int, end: int) -> tuple[Span, ...]:
    """The object of a verb in ``text[begin:end]``, before it the list that its modifier says it mainly consists of.

    >>> text = "以纺纱、印染为主的产业集群"
    >>> [text[s.start : s.end] for s in spans(text, 0, len(text))]
    ['纺纱、印染', '产业集群']
    """
    used = _USED.search(text, begin + _LEAST, end) if text.find("在", begin + _LEAST, end) > 0 else None
    end = used.start() if used is not None else end
    first = start(text, begin, end)
    named = _NAMED.match(text, begin, first)
    if named is None or named.lastgroup is None:
        return (Span(first, end),)
    return Span(*named.span(named.lastgroup)), Span(first, end)
