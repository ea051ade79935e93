"""The owner that a heading names: a sector, a place, a park, or nobody."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from lianpu.extract import brands, clauses, growing, names, phrases, tracks, words, zone_titles
from lianpu.extract.owner import Owner

if TYPE_CHECKING:
    from lianpu.extract.context import Context

MARKED = re.compile(r"^[一二三四五六七八九十]+(?:是|要)(?:要)?(?=[^一二三四五六七八九十])")
_GENERAL = re.compile(r"(?<![一二三])(?:产业|工业|行业)(?!融合)")
CALLED = re.compile(r"^“[^“”]{1,6}”(?:即|为|：)")
"""The figure of a layout in front of what it stands for (“一核”即甲园)."""
_BY_WAY = re.compile(r"^以[^，；。]{2,24}?为(?:主攻)?(?:方向|重点|核心|引领|抓手|牵引|导向|支撑|载体)[，]?(?=[\u4e00-\u9fff]{4})")
_BIDDEN = re.compile(r"(?<=[\u4e00-\u9fff](?:业|链))[要应须](?![素求点害闻用对急])[\u4e00-\u9fff]{3,}$")
"""What a heading bids its sector to do (甲产业要延伸链条)."""
_LEVEL = re.compile(r"((?:产业|业|经济))(?:发展)?(?:能级|水平|质量|质效|竞争力|规模|优势|活力)$")
_MADE = re.compile(
    r"(?:高质量|创新|集群|集聚|融合|加快|协同|健康)?(?:发展|提升|升级|建设|培育|攻坚|突破|壮大|做大|做强|做优|做大做强|做强做优|提质增效|提质扩量|提质升级|提质扩容|之路|攻坚战|主动仗|翻身仗|特色牌|大文章)$"
)
CHAIN = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?<!全)产业链(?:条|群|（群）)?$")
"""A chain of a sector is the sector itself."""
_LINKED = re.compile(
    r"(?<=[\u4e00-\u9fff]{3})(?<!产业|供应|价值|创新|资金|人才|服务|政策|信息|数据|区块|要素|生态)(?<![全建补强延固扩稳])链$"
)
"""A chain by itself (甲乙链): what it is called after is a sector."""
SUBTITLE = re.compile(r"(?<=[\u4e00-\u9fff]{4})——.{4,}$")
"""What a heading adds to its name behind a dash (甲乙链——由丙向丁)."""
HOW_FAR = re.compile(r"(?<=链)（[^（）、，]{2,6}）$|(?<=[链业群])（[^（）]{0,4}(?:链长|链主|牵头|责任|专班)[^（）]*）$")
"""How far a chain is (甲产业链（培育）), or who has it in hand (甲产业链（牵头单位：乙局）)."""
_ASPECT = re.compile(r"(?<=[链业群])方面$")
_TOLD = re.compile(r"[，：]|”(?:为|是|即)")
"""What a title has that tells of a zone rather than naming it."""
_COUNTED = re.compile(r"[一二两三四五六七八九十0-9]+(?:个|大)")
"""What makes several zones of a title (规划建设两个功能区), which name none."""
_WORKS = re.compile(
    r"[0-9]|“|机制|服务$|模式|生态|环境|能力|体系|基础|设施|条件|情况|短板|区域|主体|资源|数据|人才|赋能|支撑|保障|组织|责任|重大|关键|核心|任务|方针|承载|服务配套"
)
_PART = re.compile(r"、|(?<=[^、]{2})[与和](?=[^、]{2})")


def weak(title: str) -> Owner | None:
    """The bare noun phrase of a title that names no owner for sure: it may name a sector or an area."""
    title = title.strip("—-。：: “”")
    if not 3 <= len(title) <= 12 or _WORKS.search(title) or re.search(r"[，、；：]", title):
        return None
    if phrases.about_work(title) or names.adjectival(title) or phrases.is_sentence(title):
        return None
    if clauses.tokens(title, clauses.Span(0, len(title))) or phrases.opens_with_verb(title) or title.startswith("补"):
        return None
    found = names.topic(title)
    return Owner("Industry", title) if found is not None and found[0] == title else None


def parts(title: str) -> tuple[Owner, ...]:
    """The sectors that a title joins (“AI芯片与智能视觉”, “功率器件、高纯材料”)."""
    body = re.sub(r"（[^（）]*）", "", phrases.VERBS.sub("", title.strip("—-。：: ")))
    pieces = _PART.split(body)
    if not 2 <= len(pieces) <= 4 or re.search(r"[，；：“]", body):
        return ()
    found = [names.topic(piece) for piece in pieces]
    plain = all(
        f is not None and f[0] == p and len(p) <= 10 and not phrases.about_work(p) for f, p in zip(found, pieces, strict=True)
    )
    return tuple(Owner("Industry", piece) for piece in pieces) if plain else ()


_ASIDE = re.compile(r"(?<=业|济|链|材|备|群|品|疗|药)（(?:(?:含|包括|涵盖)[^（）]{2,}|[^（）]{2,}[、和与][^（）]{2,})）$")
"""What a bracket lists behind a sector (甲产业（含乙、丙）)."""
_AIM = 8
"""Longest clause in front of the one that says what is to grow (“补链条，发展甲制造”), characters."""


def owner(ctx: Context, title: str, sectoral: bool, *, track: bool = False) -> Owner | None:
    """The owner that a heading names.

    ``sectoral``: it stands under a sector, so a bare noun phrase names another; ``track``: its number says that it names one.
    """
    title = _ASIDE.sub("", CALLED.sub("", SUBTITLE.sub("", MARKED.sub("", title.strip("—-。：: ")))))
    title = slogan(title)
    told = _clauses(ctx, title) if "，" in title and not track else []
    if told:
        return told[0] if len(told) == 1 else None
    ahead, comma, last = title.rpartition("，")
    title = last if comma and "，" not in ahead and len(ahead) <= _AIM and phrases.verb_length(last) else title
    inner = tracks.bracketed(title)
    if track or inner:
        return tracks.sector(ctx, inner or title)
    if not title or len(title) > 40 or title.endswith("业态") or re.search(r"[百千万]亿级|[0-9]亿", title):
        return None
    place = ctx.places.get(title)
    if place is not None:
        return Owner("Region", place)
    kind, suffix = names.form(title)
    if title == suffix:
        return None
    if kind == "Park" and not phrases.VERBS.match(title) and not _TOLD.search(title) and not _COUNTED.search(title):
        name = zone_titles.bare_zone(ctx, title)
        first = re.split("[和与及]", name, maxsplit=1)[0]
        several = first != name and names.form(first)[0] == "Park"
        return (
            None
            if several or re.match(r"全[市省区县国]|区域|国家|[省市]级|冀|[^“]{0,8}(?:一流|领先)", title)
            else Owner("Park", name)
        )
    title = _BIDDEN.sub("", _BY_WAY.sub("", title))
    place_ = zone_titles.area(title) or zone_titles.turned(ctx, title)
    found = _deed(ctx, title, sectoral) or growing.lifted(title) or place_ or _stated(ctx, title) or _sector(ctx, title, sectoral)
    return None if found is not None and (brands.firm(found.name) or _whole(ctx, found.name)) else found


@cache
def _slogan() -> re.Pattern[str]:
    nouns = "|".join(map(re.escape, words.longest_first("slogan_nouns")))
    return re.compile(rf"(?:坚持|始终)?以更[\u4e00-\u9fff]{{1,4}}?的?(?:{nouns})，?(?=[\u4e00-\u9fff]{{4}})")


_UPON = re.compile(
    r"(?:着力|聚力|努力|全力|重点|突出|坚持|持续)*在(?P<what>[^，。；]{3,16}?)(?:上|中|方面)"
    r"(?:求|实现|取得|聚力|聚焦|持续|狠|下|见|出|开|争|走|迈|再|创|发力|用力|集中|精准|提|展|显|攻|抢|当|作|有|勇)[^，。；]{0,8}"
)
"""“在壮大甲产业上求突破”."""


def slogan(title: str) -> str:
    """A title without how its deed is done, or what is said of it (以更大力度做强甲产业, 在做强甲产业上求突破)."""
    match = _slogan().match(title)
    title = title[match.end() :] if match is not None else title
    upon = _UPON.fullmatch(title)
    return upon["what"] if upon is not None else title


def _clauses(ctx: Context, title: str) -> list[Owner]:
    """“做强甲产业，夯实发展根基”: the sectors that the clauses of a title name."""
    pieces = [slogan(piece) for piece in title.split("，")]
    found = [growing.grown(piece) or growing.lifted(piece) or _stated(ctx, piece) for piece in pieces[:3]]
    return [one for one in found if one is not None and not _whole(ctx, one.name)]


def _whole(ctx: Context, name: str) -> bool:
    """Whether a name is all the economy of a place (甲市经济), which is no sector."""
    place = ctx.place_pattern.match(name)
    return place is not None and name[place.end() :] in ("经济", "产业", "工业")


_DEED = re.compile(
    r"(?:实施|开展|推进)?(?P<name>[^，、；：“]{3,10}?)(?:产业|产业链)?(?:高质量|创新|集群|能级)?(?:提质|提升|培育|壮大|倍增|跃升|强链|补链|延链|突破|"
    r"振兴|升级|攻坚|集聚|扩容|领航|培优|筑基|赋能|增效|引育|提能|发展)+(?:专项)?(?:行动|工程|计划)"
)


_OFTEN = 4
"""How often a text about one industry says a part of it that its deeds are called after."""


def _deed(ctx: Context, title: str, sectoral: bool) -> Owner | None:
    """“实施甲产业提质行动”: the sector that a deed is called after."""
    match = _DEED.fullmatch(title)
    name = match["name"] if match is not None else ""
    if not name or not phrases.plain(name) or not phrases.may_own(name) or phrases.means(name):
        return None
    called = next((name + end for end in ("产业", "行业", "产业链") if ctx.says(name + end)), None)
    if called is None and names.form(name)[0] != "Industry" and not (sectoral and ctx.count(name) >= _OFTEN):
        return None
    return Owner("Industry", name + "产业" if called == name + "产业" else name)


_STEP = re.compile(
    r"(?P<name>(?!各|全|重点|关键|薄弱|核心|主要|重要|优势)[^，、；：“]{2,10}?)(?:环节|板块)"
    r"|支持(?P<grown>[^，、；：“]{2,10}?)(?:产业化|传承创新|(?:加快)?做[大强优精]+)"
)
"""A step of a chain as a heading (甲环节), or what it backs the growth of (支持甲产业化)."""


def _sector(ctx: Context, title: str, sectoral: bool) -> Owner | None:
    """The sector that a title is, but for a verb before it and what is done with it after it."""
    title = HOW_FAR.sub("", _ASPECT.sub("", title))
    step = _STEP.fullmatch(title) if sectoral else None
    name = (step["name"] or step["grown"]) if step is not None else ""
    if name and names.nameable(name) and phrases.may_own(name):
        return Owner("Industry", name)
    if phrases.about_work(title) and not _LEVEL.search(title) or len(title) > 24 or phrases.is_sentence(title):
        return None
    bare = _MADE.sub("", _LEVEL.sub(r"\1", phrases.VERBS.sub("", title)))
    body = CHAIN.sub("产业", bare)
    found = names.topic(body)
    if found is None or body != bare and found[1] or body.endswith(("业态", "转型重塑", "提档升级")):
        return None
    name = found[0]
    if body[found[2] :] not in ("", "产业", "产业链", "产业集群", "”") or not phrases.may_own(name):
        return None
    called = ctx.says(name + "产业") or ctx.says(name + "行业") or ctx.says(name + "产业链")
    if names.form(name)[0] == "Industry" or called:
        return Owner("Industry", name + "产业" if called and ctx.says(name + "产业") and not name.endswith("产业") else name)
    sectoral = sectoral or _LINKED.search(title) is not None
    if names.praised(title) is not None or not sectoral or title.startswith("补") or len(name) > 14 or not title.endswith(name):
        return None
    plain = not _WORKS.search(title) and not clauses.tokens(body, clauses.Span(0, len(body)))
    return Owner("Industry", name) if plain and _NO_GROWTH.match(name) is None else None


_NO_GROWTH = re.compile(r"畅通|[守筑]牢|降低|共[建畅育用享]")
"""Verbs of headings that are about no sector's growth."""


def general(title: str) -> bool:
    """Whether a title is about kinds of industry and no sector (“改造提升传统产业”): what stands above it owns nothing in it."""
    body = phrases.VERBS.sub("", MARKED.sub("", title.strip("—-。：: ")))
    ends = [m.end() for m in _GENERAL.finditer(body[:12])]
    return any(names.adjectival(body[:end]) and end > 2 for end in ends)


_SUPPORT = re.compile(r"保障|(?<!数据)要素(?:支撑|支持|供给)|组织(?:领导|实施)|推进机制|支持政策|政策支持")


def supporting(title: str) -> bool:
    """Whether a part is about what carrying out a plan needs (“要素保障工程”): what heads its parts (“金融。”) owns nothing."""
    return _SUPPORT.search(title) is not None


_RESULT = re.compile(r"^(?:实现|取得|迈上|迈出|展现|开创|跃上|再上|再创|焕发|呈现)(?=新)")


def _stated(ctx: Context, title: str) -> Owner | None:
    """“数字经济蓬勃发展”: the sector that a heading tells something of; the economy of a place is none."""
    if not phrases.is_sentence(title) or ctx.place_pattern.match(title):
        return None
    for end in range(3, len(title) - 1):
        rest = title[end:]
        rest = rest[len(words.opening(rest, "adverbs", leave=2)) :]
        rest = _RESULT.sub("", rest) if rest[2:3] == "新" else rest
        if growing.SECTOR_END.search(title[:end]) and rest in words.words("title_states"):
            return Owner("Industry", title[:end]) if phrases.plain_sector(title[:end]) else None
    return None
