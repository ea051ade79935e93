"""Sectors that a clause has in front of its verb: what acts, what is acted in, and whether words are a name at all."""

from __future__ import annotations

import re

from lianpu.extract import brands, clauses, names, phrases, words
from lianpu.extract.acts import Act
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.owners import Option
from lianpu.extract.things import generic, verbal
from lianpu.extract.whereabouts import place_prefix

LAYER = re.compile(r"[\u4e00-\u9fff]{2}层面?")
"""A layer of what the text is about (基础层, 应用层), which is no sector of its own."""
ACTOR = re.compile(
    r"(?:上游|中游|下游|企业|政府|部门|园区|单位|机构|院所|高校|我[省市区县]|全[省市区县]|各地|各级|[省市区县]委|公司|社会|资本|人才|项目|目标|政策|到[0-9]|年)$|^[0-9]|^(?:力争|到|各|对|其中|同时|此外)"
)


def sector_name(name: str) -> str:
    """A sector as the guide names it: a chain or cluster of it is the sector itself."""
    return re.sub(r"(?:产业链|链)$", "", name) if len(name) > 4 else name


_WHOLE = re.compile(r"[全本我各][省市区县州旗国]|规模?上|规模以上|非|高耗能|两高")
"""What makes all the industry of a place of a name."""


def sector_lead(lead: str) -> bool:
    """Whether the phrase that opens a statement is a sector by its ending (装备工业), not the economy of a place."""
    form = names.form(lead)[0] == "Industry" and 3 <= len(lead) <= 10 and _WHOLE.match(lead) is None
    return form and phrases.may_own(lead) and phrases.plain(lead) and lead not in words.of_role("bearers", "broad")


_TAKES_ON = re.compile(r"(?:产业链|领域|板块|方向)?(?:方面)?(?:仍|也|还|则|要|将|应|须|拟|尽快|加快|抓紧|主要|重点)*$")
"""Behind a sector that is the subject of a verb: what the verb's own words are."""
_NO_ACTOR = re.compile(
    r"[我各本全该其此这每关重核特典融《]|[一二三四五六七八九十]+[是要]|(?:近|今|去|明|当|同|现|目前|同时|通过|围绕|利用|按照|根据|坚持|以|在|对|与|从|由|把|将|向|为)"
)
"""What opens no sector that is the subject of a verb."""


_ABROAD = re.compile(
    r"(?:[国省市县区]内外?|[国省市县区境海]外|沿海|东部|东南|全国|全球|世界|港澳台?|[先发][进达]|京津冀?|长三角|珠三角|大湾区|粤港澳|成渝|市场)"
)


def abroad(name: str) -> bool:
    """Whether words are where those come from that are sought (面向沿海), no sector."""
    return _ABROAD.match(name) is not None or name in words.words("areas")


IN = re.compile(r"(?:为此|着力|力争|努力|重点)?(?:在|把|将|由|关?于|让|使)(?=[\u4e00-\u9fff]{3})")
"""What stands in front of the place that something is done in or with."""


def place_opener(text: str) -> int:
    """Length of the preposition in front of a place (“在甲园布局”)."""
    match = IN.match(text)
    return match.end() if match is not None else 0


def sound(ctx: Context, option: Option, before: str, then: str) -> bool:
    """Whether words that a sentence has for an owner are a name: a sector or goods, a place without its preposition.

    ``before`` and ``then`` are what stands around the name.
    """
    kind, name = option.owner.type, option.owner.name
    if kind != "Industry":
        return len(name) >= 4 and IN.match(name) is None and not re.search(r"[：“”《》，]|依托", name)
    odd = (
        len(name) < 3
        and not (len(name) == 2 and then.startswith(_CALLED))
        or re.search(r"[“”《》（+—]", name) is not None
        or _NO_ACTOR.match(name) is not None
    )
    if odd or not phrases.plain(name) or not phrases.may_own(name):
        return False
    ended = names.form(name)[0] == "Industry" or names.goods(name) or ctx.known_sector(name)
    acts = option.relation == "subject" and not before.endswith(_AHEAD_OF)
    return ended or acts or option.relation == "lead" and (ctx.count(name) > 1 or then.startswith((*_SURELY, *_CALLED, "以")))


_CALLED = ("产业", "行业", "领域", "板块")
"""What says of a short name that it is a sector's."""
_AHEAD_OF = ("围绕", "针对", "面向", "聚焦", "瞄准", "立足", "抓住")
"""What is in front of words that something is done for, which need be no sector."""


_LEADS_ON = frozenset({"依托", "依靠", "围绕", "立足", "以", "发挥", "利用", "面向", "针对", "结合", "向"})
"""What may stand between a sector and its verb."""


def subject_sector(ctx: Context, text: str, clause: Span) -> Owner | None:
    """The sector that opens a clause right before its verb or what it relies on (“甲乙机床重点发展丙”)."""
    row = clauses.tokens(text, clause)
    if not row or row[0].start - clause.start not in range(2, 16):
        return None
    if row[0].kind not in ("adverb", "develop", "seek") and row[0].word not in _LEADS_ON:
        return None
    mainly = row[0].word == "以" and _MAINLY.match(text, row[0].end, clause.end) is not None
    return acting_sector(ctx, text, Span(clause.start, row[0].start), _SURELY[0] if mainly else row[0].word)


_MAINLY = re.compile(r"[^，。；：]{2,60}?为(?:重点|突破口|切入点|主攻方向|主)(?=，|$|。|；)")
"""What a sector is mainly about, behind 以 (“甲加工以乙、丙为重点”)."""


_SURELY = ("依托", "围绕", "重点", "主要", "着重", "优先", "聚焦", "主攻")
"""Words that sectors have behind them more than anything else does."""


def acting_sector(ctx: Context, text: str, span: Span, then: str) -> Owner | None:
    """A noun phrase in front of a verb of developing as the sector that does it; no actor, no place, no firm."""
    said = text[span.start : span.end]
    name = said[: match.start()] if (match := _TAKES_ON.search(said)) is not None else said
    short = len(name) == 2 and (said.startswith(_CALLED, len(name)) or then.startswith(_SURELY) and ctx.count(name) > 1)
    if not (3 <= len(name) <= 10 or short) or re.search(r"[、，的：“（]", name) or _NO_ACTOR.match(name) or ACTOR.search(name):
        return None
    if not phrases.plain(name) or not phrases.may_own(name) or verbal(name) or generic(name) or LAYER.fullmatch(name):
        return None
    if _WHOLE.match(name) is not None or name in words.of_role("bearers", "broad"):
        return None
    kind = names.form(name)[0]
    sure = kind == "Industry" or names.goods(name) or ctx.known_sector(name) or ctx.is_sector(name)
    firm = brands.alone(name) or brands.strength(name) == 2 and not sure or kind == "Enterprise" and not brands.common(name)
    if firm or kind not in (None, "Industry", "Product", "Enterprise") or place_prefix(ctx, name) is not None:
        return None
    return Owner("Industry", sector_name(name)) if sure or then.startswith(_SURELY) or said[len(name) :] else None


def clause_sector(ctx: Context, text: str, act: Act) -> Owner | None:
    """The sector that the clause of an act opens with, where what it relies on stands in between (“甲产业依托乙发展丙”)."""
    row = clauses.tokens(text, act.clause)
    between = row and row[0].kind == "prep" and row[0].start <= act.verb.start
    return subject_sector(ctx, text, act.clause) if between else None
