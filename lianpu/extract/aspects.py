"""The sector that a sentence says it is about: “在甲产业方面，…”, “在乙产业上，…”, “关于丙产业，…”, “丁领域，…”."""

from __future__ import annotations

import re

from lianpu.extract import clauses, names, phrases
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.things import generic

_ASPECT = re.compile(
    r"(?:在?(?P<name>[^，。；：、]{2}(?=产业)|[^，。；：、]{3,20}?)(?P<kind>产业链|产业集群|集群|产业|行业|领域)?方面|在(?P<field>[^，。；：、]{3,12}?)(?:领域|行业))(?:，|(?<=方面)[。：])"
)
_TOPIC = re.compile(
    r"(?:在|关于|对于?|就|针对)(?P<name>[^，。；：、“”]{2,18}?)(?P<kind>产业链|产业集群|集群|产业|行业)(?:发展)?(?:方面|领域|上|而言|来说|来讲)?，"
)
"""“在甲产业上，”, “关于乙产业，”, “就丙产业而言，”: what is said next is about it."""
_FIELD = re.compile(r"(?P<name>[^，。；：、“”]{3,12}?)领域，")
_SIZE = re.compile(r"(?:[一二三四五六七八九十百千万两0-9]+亿元?级?|[百千万]亿)")
_CHAIN_OF = re.compile(r"(?P<name>[^，。；：]{2,24}?(?:产业链|链))方面，")
"""“甲、乙（丙）产业链方面，…”: the chain of several goods."""


NO_ASPECT = re.compile(
    r"效能|渗透|设施|模型|算力|管理|治理|监管|合作|效益|规模|结构|布局|数据|政策|资金|空间|民生|改革|开放|投资|消费|人员|数量|质量|安全|落后|过剩|高耗能|淘汰|限制"
)
"""In what a sentence may be about that is no sector."""


def opens(text: str, sentence: Span) -> bool:
    """Whether a sentence opens with what it is about (“甲方面，”, “在乙产业上，”)."""
    return any(form.match(text, sentence.start, sentence.end) is not None for form in (_ASPECT, _TOPIC))


def aspect(ctx: Context, text: str, sentence: Span) -> Owner | None:
    """The sector that a sentence is said to be about."""
    chain = _CHAIN_OF.match(text, sentence.start, sentence.end)
    if chain is not None and re.search(r"[、（]", chain["name"]) and not clauses.tokens(text, Span(*chain.span("name"))):
        return Owner("Industry", chain["name"])
    match = _ASPECT.match(text, sentence.start, sentence.end)
    called = (match["name"] or match["field"]) if match is not None else ""
    if match is None:
        return _topic(text, sentence) or _field(text, sentence)
    name = _named(called)
    if name is None:
        return None
    sure = match["kind"] or names.goods(name) or ctx.is_sector(name) or ctx.known_sector(name)
    sure = sure or match["name"] and not phrases.means(name) and not generic(name)
    sure = sure and (match["kind"] or NO_ASPECT.search(name) is None)
    return Owner("Industry", name) if sure else None


def _named(called: str) -> str | None:
    """What is left of words without the verb that they open with, if it is a name and nothing else."""
    name = called[phrases.verb_length(called) :]
    found = names.topic(name) if phrases.may_own(name) else None
    plain = found is not None and found[0] == name and not clauses.tokens(name, Span(0, len(name)))
    return name if plain else None


def _topic(text: str, sentence: Span) -> Owner | None:
    """“在培育甲万亿产业上，”: the sector that stands between such a preposition and what calls it one."""
    match = _TOPIC.match(text, sentence.start, sentence.end)
    name = _named(_SIZE.sub("", match["name"])) if match is not None else None
    if match is None or name is None or _unfit(name, match["kind"]):
        return None
    return Owner("Industry", name + ("产业" if match["kind"] == "产业" else ""))


def _unfit(name: str, kind: str) -> bool:
    """Whether words are no sector's name, whatever calls them one."""
    return NO_ASPECT.search(name) is not None or generic(name) or names.adjectival(name + kind)


def _field(text: str, sentence: Span) -> Owner | None:
    """“甲乙创新领域，聚焦…”: the field that a sentence opens with, right in front of what is done in it."""
    match = _FIELD.match(text, sentence.start, sentence.end)
    name = _named(match["name"]) if match is not None else None
    if match is None or name is None or name != match["name"] or _unfit(name, "领域"):
        return None
    told = clauses.tokens(text, Span(match.end(), min(len(text), match.end() + _AHEAD)))
    if not told or told[0].start != match.end() or phrases.means(name):
        return None
    return Owner("Industry", name)


_AHEAD = 8
"""Characters in which the word that governs what follows a field stands."""
_TAKEN = re.compile(
    r"(?:把|将)(?P<name>[^，。；：、]{3,16}?)(?:作为|列为|确定为|打造成为?|培育成为?|发展成为?|建设成为?|做成|打造为|培育为)[^，。；]{2,28}，"
)


def taken(text: str, statement: Span) -> Owner | None:
    """“将甲产业作为首位产业，重点发展乙”: the one sector that a statement first says what is to be made of."""
    match = _TAKEN.match(text, statement.start, statement.end)
    name = _named(match["name"]) if match is not None else None
    sector = name is not None and (names.form(name)[0] == "Industry" or names.goods(name))
    return Owner("Industry", name) if name is not None and sector and not generic(name) else None
