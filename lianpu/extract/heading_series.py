"""Headings of one series (“（一）电子信息”, “（二）打造食品千亿级产业集群”): the field that each of them names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lianpu.extract import brands, clauses, growing, names, phrases, titles

if TYPE_CHECKING:
    from lianpu.extract.context import Context

_BRACKET_END = re.compile(r"（[^（）]*）?$")
_GRADE = re.compile(
    r"^(?:[世国省市]\w{0,2}级|(?:全国|国内|国际|世界|全省|区域)?[^的“”、]{0,10}(?:一流|重要|领先|知名|先进|有影响力|竞争力)的?(?=[\u4e00-\u9fff]{4}))"
)
"""How great a field is to become, in front of it."""
_AMOUNT = re.compile(r"[十百千万]+亿(?:元)?级?")
_AHEAD = re.compile(r"^(?:前瞻|超前|提前|谋划|聚力|集中力量|聚焦|围绕|全力|优先)+(?=[\u4e00-\u9fff]{4})")
_WAY_END = re.compile(r"向[^，、]{1,12}(?:化|端|型|性|级)(?:方向)?(?:延伸|发展|转型|迈进|升级|转变|跃升|攀升)?$")
_GROWN = r"补链|强链|延链|建链|固链|扩链|优链|提质|升级|转型|增效|扩量|倍增|壮大|跃升|培育|攻坚|振兴|突破|提升"
_END = re.compile(
    rf"(?:产业)?(?:(?:能级|水平|质量)?(?:{_GROWN})+(?:行动|工程|计划)?"
    r"|(?:重点|工作)?(?:专班|领域|方向|板块|环节|赛道)|集群|基地|高地|(?:特色|核心|竞争|发展)*(?:优势|竞争力))$"
)
_PLAN_END = re.compile(r"(?<=[\u4e00-\u9fff]{3})(?:发展)?(?:重点|方向|任务|路径|布局|思路)$")
"""What a box or a part says of a field (甲产业发展重点)."""
_QUOTED_END = re.compile(r"“[^“”]{1,6}”(?:产业)?(?:集群|工程|行动|计划)?$")
"""What a heading makes of a field in quotes (甲“链群”, 乙“强链”工程)."""
_CITY_END = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:之[都城乡]|名[城县市镇]|强[省市县区镇]|大[省市县])$")
_SORT_END = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:战略性新兴|优势|传统|新兴|特色|支柱|主导|未来|首位)+产业$")
"""The sort of industry that a field is, behind its name (甲优势产业)."""
_SORT = re.compile(
    r"(?:首位|主导|支柱|优势|特色|传统|新兴|第[一二三四五六七八九十]|“?[一二]号”?)+(?:产业|支柱|产业链)——(?P<name>.{2,})"
)
"""The sort of industry in front of a field and a dash (主导产业——甲)."""
_MAKES = re.compile(r"^[强壮兴优固稳育](?=[\u4e00-\u9fff]{2})")
"""What the last of two short clauses does to a field (“抓龙头，强甲”)."""
_AIM = 4
"""Longest clause in front of the one that names the field (“抓龙头，强甲”), characters."""
_LEAST = 3
"""Headings of a series that must name fields."""
_BARE = 4
"""Bare headings that are no chance."""


def bare(found: Sequence[str]) -> bool:
    """Whether numbered headings beside each other are the sectors of a plan: nearly all of them bare noun phrases."""
    count = sum(titles.weak(titles.HOW_FAR.sub("", titles.SUBTITLE.sub("", title))) is not None for title in found)
    return count >= _BARE and 5 * count >= 4 * len(found)


def fields(ctx: Context, found: Sequence[str]) -> list[str]:
    """The fields that headings of one series name, “” for those that name none; none at all where the series is one of work.

    Three of four headings must name one, a third of these goods or a sector by its ending or in the text.
    """
    each = [field(title) for title in found]
    named = [name for name in each if name]
    sure = sum(names.goods(name) or names.form(name)[0] is not None or ctx.says(name + "产业") for name in named)
    series = len(named) >= _LEAST and 4 * len(named) >= 3 * len(found) and 3 * sure >= len(named)
    return each if series else [""] * len(found)


def field(title: str) -> str:
    """What a heading may name as one of a series of fields, without verb, grade, bracket and what is done with it; else “”.

    >>> [field(t) for t in ("打造食品千亿级产业集群", "做强钢材，打造增长极", "主导产业——食品", "强化保障")]
    ['食品', '钢材', '食品', '']
    """
    body = title.strip("—-。：: ")
    sort = _SORT.fullmatch(body)
    body = sort["name"] if sort is not None else titles.SUBTITLE.sub("", titles.MARKED.sub("", body))
    body = _BRACKET_END.sub("", titles.CALLED.sub("", _clause(body)))
    if not 2 <= len(body) <= 24 or re.search(r"[，；：0-9]", body):
        return ""
    body = _AMOUNT.sub("", _GRADE.sub("", phrases.VERBS.sub("", _AHEAD.sub("", body))))
    body = _PLAN_END.sub("", _CITY_END.sub("", _QUOTED_END.sub("", _WAY_END.sub("", body))))
    body = titles.CHAIN.sub("产业", _SORT_END.sub("产业", _END.sub("", body))).removesuffix("发展")
    found = names.topic(body) if 2 <= len(body) <= 12 else None
    whole = found is not None and found[0] == body and not names.adjectival(body) and growing.NO_FIELD.match(body) is None
    sure = whole and phrases.may_own(body) and not clauses.tokens(body, clauses.Span(0, len(body))) and not phrases.means(body)
    kind = names.form(body)[0]
    return body if sure and (kind in (None, "Industry", "Product") or kind == "Enterprise" and brands.common(body)) else ""


def _clause(body: str) -> str:
    """The clause of a heading that names the field: the first, or what the last one's verb has behind a short one."""
    first, comma, last = body.partition("，")
    if not comma or "，" in last:
        return body
    if len(first) <= _AIM:
        return _MAKES.sub("", last)
    return first if phrases.verb_length(last) else body
