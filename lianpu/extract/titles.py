"""The owner that a heading names: a sector, a place, a park, or nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from lianpu.extract import brands, clauses, names, words
from lianpu.extract.owner import Owner

if TYPE_CHECKING:
    from lianpu.extract.context import Context

_MARKED = re.compile(r"^[一二三四五六七八九十]+(?:是|要)(?:要)?(?=[^一二三四五六七八九十])")
_TRACK = re.compile(r"^(?:特色|重点|优势|主攻|细分)?(?:方向|赛道|方向/赛道|赛道/方向)")
_IN_BRACKETS = re.compile(r"(?:特色|重点|优势|主攻|细分)?(?:赛道|领域|方向|行业|产业)（([^（）]{2,16})）")
_GENERAL = re.compile(r"(?<![一二三])(?:产业|工业|行业)(?!融合)")
_JUMBLED = re.compile(r"赋能|全链条|^（|千亿|百亿|万亿")
CALLED = re.compile(r"^“[^“”]{1,6}”(?:即|为|：)")
"""The figure of a layout in front of what it stands for (“一核”即甲园)."""
_BY_WAY = re.compile(r"^以[^，；。]{2,24}?为(?:主攻)?(?:方向|重点|核心|引领|抓手|牵引|导向|支撑|载体)[，]?(?=[\u4e00-\u9fff]{4})")
_LEVEL = re.compile(r"((?:产业|业|经济))(?:发展)?(?:能级|水平|质量|质效|竞争力|规模|优势|活力)$")
_MADE = re.compile(
    r"(?:高质量|创新|集群|集聚|融合|加快|协同|健康)?(?:发展|提升|升级|建设|培育|攻坚|突破|壮大|做大|做强|做优|做大做强|做强做优|提质增效|提质扩量)$"
)
_CHAIN = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?<!全)产业链(?:条|群|（群）)?$")
"""A chain of a sector is the sector itself."""
_LINKED = re.compile(
    r"(?<=[\u4e00-\u9fff]{3})(?<!产业|供应|价值|创新|资金|人才|服务|政策|信息|数据|区块|要素|生态)(?<![全建补强延固扩稳])链$"
)
"""A chain by itself (甲乙链): what it is called after is a sector."""
_SUBTITLE = re.compile(r"(?<=[\u4e00-\u9fff]{4})——.{4,}$")
"""What a heading adds to its name behind a dash (甲乙链——由丙向丁)."""
_HOW_FAR = re.compile(r"(?<=链)（[^（）、，]{2,6}）$")
"""How far a chain is (甲产业链（培育）)."""
_AREA = re.compile(r"[\u4e00-\u9fff]{1,6}(?:地区|片区|流域|沿线|沿海|山区|城市群|都市圈|经济带|经济圈)")
_AREA_MADE = re.compile(r"(?:全面|高质量|加快|协同|一体化|率先|绿色|转型|振兴|发展|崛起|突破|建设)+$")
_TOLD = re.compile(r"[，：]|”(?:为|是|即)")
"""What a title has that tells of a zone rather than naming it."""
_COUNTED = re.compile(r"[一二两三四五六七八九十0-9]+(?:个|大)")
"""What makes several zones of a title (规划建设两个功能区), which name none."""
_SECTOR_END = re.compile(r"(?:(?<!全)产业|服务业|制造业|加工业|旅游业|物流业|建筑业|农业|经济|林业|渔业|牧业)$")
_SECTOR_WORD = 3
"""Characters of the longest of them."""
_NO_SECTOR_AFTER = re.compile(r"[园区基化人政工]|产业[园区基]|链?主|集(?!群|约)|链(?=图|长)")
_JOINED = re.compile(r"[和与及](?:产业|经济)$")
_WORKS = re.compile(
    r"[0-9]|“|机制|服务$|模式|生态|环境|能力|体系|基础|设施|条件|情况|短板|区域|主体|资源|数据|人才|赋能|支撑|保障|组织|责任|重大|关键|核心|任务|方针|承载|服务配套"
)
_SOFT = frozenset({"产业", "产业集群", "产业链", "经济"})
_NOBODY = frozenset({"未来产业", "新兴产业", "战略性新兴产业", "民营经济", "实体经济"})
_VERB_HEAD = re.compile(rf"^(?:{'|'.join(map(re.escape, words.longest_first('title_verbs')))})+")
_VERB_OPENINGS = frozenset(word[0] for word in words.words("title_verbs"))
_PART = re.compile(r"、|(?<=[^、]{2})[与和](?=[^、]{2})")


def opens_with_verb(name: str) -> bool:
    """Whether a phrase begins with a verb of development (“壮大不锈钢产业”), which no sector's name does."""
    return verb_length(name) > 0


def verb_length(text: str) -> int:
    """How much of a phrase are the verbs of development that it opens with."""
    match = _VERB_HEAD.match(text) if text[:1] in _VERB_OPENINGS else None
    return match.end() if match is not None and len(text) - match.end() >= 2 else 0


def plain(name: str) -> bool:
    """Whether a phrase only names something: no work, no verb, nothing left over."""
    found = names.topic(name)
    return (
        found is not None and found[0] == name and not _about_work(name) and not clauses.tokens(name, clauses.Span(0, len(name)))
    )


def weak(title: str) -> Owner | None:
    """The bare noun phrase of a title that names no owner for sure: it may name a sector or an area."""
    title = title.strip("—-。：: “”")
    if not 3 <= len(title) <= 12 or _WORKS.search(title) or re.search(r"[，、；：]", title):
        return None
    if _about_work(title) or names.adjectival(title) or _tells().search(title):
        return None
    if clauses.tokens(title, clauses.Span(0, len(title))) or opens_with_verb(title) or title.startswith("补"):
        return None
    found = names.topic(title)
    return Owner("Industry", title) if found is not None and found[0] == title else None


def series(titles: Sequence[str]) -> bool:
    """Whether numbered headings beside each other are the sectors of a plan: nearly all of them bare noun phrases."""
    bare = sum(weak(_HOW_FAR.sub("", _SUBTITLE.sub("", title))) is not None for title in titles)
    return bare >= _SERIES and 5 * bare >= 4 * len(titles)


_SERIES = 4
"""Headings that are no chance."""


_BRACKET_END = re.compile(r"（[^（）]*）?$")
_GRADE = re.compile(
    r"^(?:[十百千万]+亿(?:元)?级?|(?:全国|国内|国际|世界|全省|区域)?[^的“”、]{0,10}(?:一流|重要|领先|知名|先进|有影响力|竞争力)的)"
)
_AHEAD = re.compile(r"^(?:前瞻|超前|提前|谋划|聚力|集中力量|聚焦|围绕)+(?=[\u4e00-\u9fff]{4})")
_WAY_END = re.compile(r"向[^，、]{1,8}(?:化|端|型|性|级)(?:方向)?(?:延伸|发展|转型|迈进|升级|转变|跃升|攀升)?$")
_SERIES_END = re.compile(
    r"(?:产业)?(?:(?:补链|强链|延链|建链|固链|扩链|优链|提质|升级|转型|增效|扩量|倍增|壮大|跃升|培育|攻坚|振兴|突破|提升)+(?:行动|工程|计划)?"
    r"|(?:重点|工作)?(?:专班|领域|方向|板块|环节|赛道)|集群|基地|高地|(?:特色|核心|竞争|发展)*(?:优势|竞争力))$"
)
_LEAST_FIELDS = 3
"""Headings of a series that must name fields."""


def field(title: str) -> str:
    """What a heading may name as one of a series of fields, without verb, grade, bracket and what is done with it; else “”."""
    body = _BRACKET_END.sub("", CALLED.sub("", _SUBTITLE.sub("", _MARKED.sub("", title.strip("—-。：: ")))))
    if not 2 <= len(body) <= 24 or re.search(r"[，；：0-9]", body):
        return ""
    body = _WAY_END.sub("", _GRADE.sub("", _VERB_HEAD.sub("", _AHEAD.sub("", body))))
    body = _CHAIN.sub("产业", _SERIES_END.sub("", body)).removesuffix("发展")
    found = names.topic(body) if 2 <= len(body) <= 12 else None
    whole = found is not None and found[0] == body and not names.adjectival(body) and _NO_FIELD.match(body) is None
    sure = whole and may_own(body) and not clauses.tokens(body, clauses.Span(0, len(body))) and _MEANS.search(body) is None
    kind = names.form(body)[0]
    return body if sure and (kind in (None, "Industry", "Product") or kind == "Enterprise" and brands.common(body)) else ""


def fields(ctx: Context, titles: Sequence[str]) -> list[str]:
    """The fields that headings of one series name, “” for those that name none; none at all where the series is one of work.

    Three of four headings must name one, a third of these goods or a sector by its ending or in the text.
    """
    found = [field(title) for title in titles]
    named = [name for name in found if name]
    sure = sum(names.goods(name) or names.form(name)[0] is not None or ctx.says(name + "产业") for name in named)
    series = len(named) >= _LEAST_FIELDS and 4 * len(named) >= 3 * len(titles) and 3 * sure >= len(named)
    return found if series else [""] * len(titles)


def parts(title: str) -> tuple[Owner, ...]:
    """The sectors that a title joins (“AI芯片与智能视觉”, “功率器件、高纯材料”)."""
    body = re.sub(r"（[^（）]*）", "", _VERB_HEAD.sub("", title.strip("—-。：: ")))
    pieces = _PART.split(body)
    if not 2 <= len(pieces) <= 4 or re.search(r"[，；：“]", body):
        return ()
    found = [names.topic(piece) for piece in pieces]
    plain = all(f is not None and f[0] == p and len(p) <= 10 and not _about_work(p) for f, p in zip(found, pieces, strict=True))
    return tuple(Owner("Industry", piece) for piece in pieces) if plain else ()


def is_track(number: str) -> bool:
    """Whether a heading's number says that a sector follows (“方向/赛道一：”)."""
    return _TRACK.match(number) is not None


_ASIDE = re.compile(r"(?<=业|济|链|材|备|群|品|疗|药)（(?:(?:含|包括|涵盖)[^（）]{2,}|[^（）]{2,}[、和与][^（）]{2,})）$")
"""What a bracket lists behind a sector (甲产业（含乙、丙）)."""
_AIM = 8
"""Longest clause in front of the one that says what is to grow (“补链条，发展甲制造”), characters."""


def owner(ctx: Context, title: str, sectoral: bool, *, track: bool = False) -> Owner | None:
    """The owner that a heading names.

    ``sectoral``: it stands under a sector, so a bare noun phrase names another; ``track``: its number says that it names one.
    """
    title = _ASIDE.sub("", CALLED.sub("", _SUBTITLE.sub("", _MARKED.sub("", title.strip("—-。：: ")))))
    ahead, comma, last = title.rpartition("，")
    title = last if comma and "，" not in ahead and len(ahead) <= _AIM and verb_length(last) else title
    inner = _IN_BRACKETS.fullmatch(title)
    title = inner.group(1) if inner else title
    if track or inner:
        return _track(ctx, title)
    if not title or len(title) > 40 or title.endswith("业态") or re.search(r"[百千万]亿级|[0-9]亿", title):
        return None
    place = ctx.places.get(title)
    if place is not None:
        return Owner("Region", place)
    kind, suffix = names.form(title)
    if title == suffix:
        return None
    if kind == "Park" and not _VERB_HEAD.match(title) and not _TOLD.search(title) and not _COUNTED.search(title):
        name = bare_zone(ctx, title)
        return None if re.match(r"全[市省区县国]|区域|国家|[省市]级|冀|[^“]{0,8}(?:一流|领先)", title) else Owner("Park", name)
    title = _BY_WAY.sub("", title)
    place_ = _area(title) or _turned(ctx, title)
    found = _deed(ctx, title, sectoral) or lifted(title) or place_ or _stated(ctx, title) or _sector(ctx, title, sectoral)
    return None if found is not None and _whole(ctx, found.name) else found


def bare_zone(ctx: Context, title: str) -> str:
    """A zone's title without the place or the parts of it in a bracket behind its name (“甲园（乙镇）”)."""
    head, opens, inner = title.removesuffix("）").partition("（")
    told = inner in ctx.places or inner.endswith(("镇", "街道", "乡")) or inner.startswith(("含", "包括", "原", "以下"))
    return head if opens and told and title.endswith("）") and len(head) >= 3 else title


_INTRODUCED = re.compile(r"(?:基本)?(?:简介|概况|简况|介绍|情况)$")
_ZONES = re.compile(
    r"(?:产业平台|园区|载体|集聚区|产业空间|产业基地)(?:基本)?(?:清单|名单|名录|目录|一览表?|简介|概况|介绍|情况)$"
)


def listed(title: str, above: str) -> Owner | None:
    """The park that a title under a list of parks names, whatever the name ends in (“甲谷” under “重点产业平台清单”)."""
    name = _INTRODUCED.sub("", title.strip("—-。：: "))
    if _ZONES.search(above) is None or not 4 <= len(name) <= 24 or re.search(r"[，、；：]", name):
        return None
    named = not opens_with_verb(name) and not clauses.tokens(name, clauses.Span(0, len(name))) and not _about_work(name)
    return Owner("Park", name) if named or names.form(name)[0] in ("Park", "Platform") else None


def _whole(ctx: Context, name: str) -> bool:
    """Whether a name is all the economy of a place (甲市经济), which is no sector."""
    place = ctx.place_pattern.match(name)
    return place is not None and name[place.end() :] in ("经济", "产业", "工业")


_ECOLOGY = re.compile(r"[\u4e00-\u9fffA-Za-z]{2,6}生态")
"""A track that is no more than what it is to grow into (甲乙生态)."""


def _track(ctx: Context, title: str) -> Owner | None:
    """The sector of a numbered track: the title without what the track adds to it (“AI+”, brackets)."""
    body = _MADE.sub("", _VERB_HEAD.sub("", re.sub(r"（[^（）]*）$", "", title)).strip("“”"))
    body = re.sub(r"(?<=产业)(?:链|集群)?[及与和].*$", "", body)
    found = names.topic(body)
    whole = found is not None and found[0] == body or _ECOLOGY.fullmatch(body) is not None
    if not whole or names.adjectival(body) or re.search(r"[，、；：“+]", body):
        return None
    applied = re.match(r"“?(?:AI|人工智能)”?\+", title) is not None
    if applied and words.ending(body, "no_fields", leave=0):
        return None
    if body in words.mapping("field_names"):
        return Owner("Industry", words.mapping("field_names")[body][0])
    called = not body.endswith("产业") and ctx.says(body + "产业")
    return Owner("Industry", body + "产业" if called else body)


_DEED = re.compile(
    r"(?:实施|开展|推进)?(?P<name>[^，、；：“]{3,10}?)(?:产业|产业链)?(?:高质量|创新|集群|能级)?(?:提质|提升|培育|壮大|倍增|跃升|强链|补链|延链|突破|"
    r"振兴|升级|攻坚|集聚|扩容|领航|培优|筑基|赋能|增效|引育|提能|发展)+(?:专项)?(?:行动|工程|计划)"
)
_MEANS = re.compile(
    r"能力|体系|生态|环境|主体|人才|基础|设施|要素|平台|企业|品牌|创新|质量|项目|园区|集群|服务|保障|区域|场景|应用"
)
"""In what a deed works on that is no sector but a means."""


def means(name: str) -> bool:
    """Whether a name is what a sector grows by rather than one (人才, 平台)."""
    return _MEANS.search(name) is not None


_OFTEN = 4
"""How often a text about one industry says a part of it that its deeds are called after."""


def _deed(ctx: Context, title: str, sectoral: bool) -> Owner | None:
    """“实施甲产业提质行动”: the sector that a deed is called after."""
    match = _DEED.fullmatch(title)
    name = match["name"] if match is not None else ""
    if not name or not plain(name) or not may_own(name) or _MEANS.search(name):
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
    title = _HOW_FAR.sub("", title)
    step = _STEP.fullmatch(title) if sectoral else None
    name = (step["name"] or step["grown"]) if step is not None else ""
    if name and names.nameable(name) and may_own(name):
        return Owner("Industry", name)
    if _about_work(title) and not _LEVEL.search(title) or len(title) > 24 or _tells().search(title):
        return None
    bare = _MADE.sub("", _LEVEL.sub(r"\1", _VERB_HEAD.sub("", title)))
    body = _CHAIN.sub("产业", bare)
    found = names.topic(body)
    if found is None or body != bare and found[1] or body.endswith(("业态", "转型重塑", "提档升级")):
        return None
    name = found[0]
    if body[found[2] :] not in ("", "产业", "产业链", "产业集群", "”") or not may_own(name):
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


def may_own(name: str) -> bool:
    """Whether a name is one that something can be said of: no general word, no list, no clause."""
    if names.adjectival(name) or name in _NOBODY or name in words.words("title_words") or _about_work(name):
        return False
    bare = re.sub(r"（[^（）]*）", "", name)
    listed = any(c in bare for c in "，、；：") and not name.endswith("产业")
    return not listed and _JOINED.search(name) is None and name.count("“") == name.count("”") and _JUMBLED.search(name) is None


def general(title: str) -> bool:
    """Whether a title is about kinds of industry and no sector (“改造提升传统产业”): what stands above it owns nothing in it."""
    body = _VERB_HEAD.sub("", _MARKED.sub("", title.strip("—-。：: ")))
    ends = [m.end() for m in _GENERAL.finditer(body[:12])]
    return any(names.adjectival(body[:end]) and end > 2 for end in ends)


_TABLE = re.compile(r"(?<![仪电水钟手量气热])表$")
"""A title of rows (“甲市乙经济重点项目表”)."""


_SUPPORT = re.compile(r"保障|(?<!数据)要素(?:支撑|支持|供给)|组织(?:领导|实施)|推进机制|支持政策|政策支持")


def supporting(title: str) -> bool:
    """Whether a part is about what carrying out a plan needs (“要素保障工程”): what heads its parts (“金融。”) owns nothing."""
    return _SUPPORT.search(title) is not None


def _about_work(title: str) -> bool:
    return _TABLE.search(title) is not None or any(
        len(word) > 1 and word not in _SOFT for word in words.endings(title, "title_words")
    )


@cache
def _tells() -> re.Pattern[str]:
    """A title that is a sentence: something is or becomes so (“产业基础扎实”, “新模式不断涌现”)."""
    states = "|".join(map(re.escape, words.longest_first("title_states")))
    return re.compile(rf"[\u4e00-\u9fff]{{2,}}(?:{states})$")


def _area(title: str) -> Owner | None:
    """“加快甲北地区全面振兴”: the area that a heading's verb does something to."""
    match = _VERB_HEAD.match(title)
    body = _AREA_MADE.sub("", title[match.end() :] if match else title)
    return Owner("Region", body) if _AREA.fullmatch(body) and not names.adjectival(body) else None


_TURNS = re.compile(
    r"(?:整体|全面|高质量|绿色|创新|加快|跨越|融合)*(?:转型|振兴|崛起|发展|[\u4e00-\u9fff]{2,6}(?:岛|新城|高地|样板|标杆|门户))"
)
"""What a heading says a place is to become."""


def _turned(ctx: Context, title: str) -> Owner | None:
    """“推动甲整体转型”, “建设乙世界级生态岛”: the place inside the document's own that a heading's verb is about."""
    begin = max(0, title.find("推动")) if title.startswith("以") else len(words.opening(title, "adverbs", leave=4))
    verb = begin + verb_length(title[begin:])
    place = ctx.place_pattern.match(title, verb) if verb > begin else None
    if place is None or _TURNS.fullmatch(title, place.end()) is None:
        return None
    name = ctx.places[place.group()]
    return Owner("Region", name) if ctx.home is None or name != ctx.home.name else None


def _stated(ctx: Context, title: str) -> Owner | None:
    """“数字经济蓬勃发展”: the sector that a heading tells something of; the economy of a place is none."""
    if _tells().search(title) is None or ctx.place_pattern.match(title):
        return None
    for end in range(3, len(title) - 1):
        rest = title[end:]
        rest = rest[len(words.opening(rest, "adverbs", leave=2)) :]
        if _SECTOR_END.search(title[:end]) and rest in words.words("title_states"):
            return Owner("Industry", title[:end]) if _plain_sector(title[:end]) else None
    return None


_SET_ALIGHT = re.compile(r"[让使]?(?P<name>[\u4e00-\u9fff]{2,8}?)“[\u4e00-\u9fff]{1,2}”起来")
"""“让甲乙“火”起来”: what a heading makes of a sector."""


_GROWN = re.compile(
    r"(?P<name>[^，、；：“]{2,10}?)(?:发展(?:水平|质量|质效|能级)|产品附加值|(?:应用)?场景(?:拓展|应用|建设|落地)|品牌)"
)
"""What a heading raises of a field."""
_ABLE = re.compile(
    r"(?P<name>[^，、；：“]{3,10}?)(?:(?:研发|设计|生产|制造|加工|配套|供给|保障|应用|创新|封装|测试|集成)+能力|(?:技术|工艺|应用|智能化|国产化|自主化)水平)"
)
"""What a heading raises of goods."""


def lifted(title: str) -> Owner | None:
    """“增强X产业自主创新能力”: the sector that a heading's verb does something to."""
    made = _SET_ALIGHT.fullmatch(title)
    if made is not None and plain(made["name"]) and may_own(made["name"]):
        return Owner("Industry", made["name"])
    match = _VERB_HEAD.match(title)
    if match is None or match.end() >= len(title) - 2:
        return None
    body = re.sub(r"[十百千万]+亿级?", "", title[match.end() :])
    grown = _GROWN.fullmatch(body)
    if grown is not None and names.nameable(grown["name"]) and may_own(grown["name"]):
        return Owner("Industry", grown["name"])
    able = _ABLE.fullmatch(body)
    if able is not None and names.goods(able["name"]) and plain(able["name"]) and may_own(able["name"]):
        return Owner("Industry", able["name"])
    for end in range(len(body) - 1, 2, -1):
        if _SECTOR_END.search(body, max(0, end - _SECTOR_WORD), end) and not _NO_SECTOR_AFTER.match(body, end):
            return Owner("Industry", body[:end]) if _plain_sector(body[:end]) else None
    return None


def grown(clause: str) -> Owner | None:
    """“做强X产业”: the sector that is all that a clause's verb has."""
    name = clause[verb_length(clause) :]
    whole = name != clause and len(name) > 3 and _SECTOR_END.search(name) is not None
    return Owner("Industry", name) if whole and _plain_sector(name) else None


_RAISED = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{3,10}?)(?:(?:创新|蓬勃|集聚|高质量|加快|健康|快速|协同|规范|特色|集群|集约|高端)*发展(?:能级|水平|质量)?|能级|做大做强|提质增效|转型升级|提档升级)$"
)


_NO_FIELD = re.compile(r"区域|城乡|企业|社会|经济|产业|园区|项目|全面|绿色低碳$")


def raised(clause: str) -> Owner | None:
    """“推动特色金融创新发展”: the field that a clause says is to grow, whatever its name ends in."""
    body = clause[verb_length(clause) :]
    match = _RAISED.fullmatch(body) if body != clause else None
    if match is None:
        return None
    name = match["name"]
    return Owner("Industry", name) if plain(name) and may_own(name) and not _NO_FIELD.match(name) else None


def _plain_sector(name: str) -> bool:
    found = names.topic(name)
    return found is not None and found[0] == name and not re.search(r"[，、；：“]|等(?!离子|静压|温)", name) and may_own(name)
