"""The owner that a heading names: a sector, a place, a park, or nobody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lianpu.extract import clauses, names, words
from lianpu.extract.owner import Owner

if TYPE_CHECKING:
    from lianpu.extract.context import Context


def opens_with_verb(name: str) -> bool:
    """Whether a phrase begins with a verb of development (“壮大不锈钢产业”), which no sector's name does."""
    match = re.match(_VERB_HEAD, name)
    return match is not None and len(name) - match.end() >= 2


def weak(title: str) -> Owner | None:
    """The bare noun phrase of a title that names no owner for sure: it may name a sector or an area."""
    title = title.strip("—-。：: “”")
    if not 3 <= len(title) <= 12 or _WORKS.search(title) or re.search(r"[，、；：]", title):
        return None
    if any(title.endswith(w) for w in words.words("title_words") if len(w) > 1) or names.adjectival(title):
        return None
    if clauses.tokens(title, clauses.Span(0, len(title))) or opens_with_verb(title):
        return None
    found = names.topic(title)
    return Owner("Industry", title) if found is not None and found[0] == title else None


def owner(ctx: Context, title: str, sectoral: bool) -> Owner | None:
    """The owner that a heading names; ``sectoral``: it stands under a sector, so a bare noun phrase names another."""
    title = title.strip("—-。：: ")
    if not title or len(title) > 40 or title.endswith("业态") or re.search(r"[百千万]亿级|[0-9]亿", title):
        return None
    place = ctx.places.get(title)
    if place is not None:
        return Owner("Region", place)
    kind, _ = names.form(title)
    if kind == "Park" and not re.match(_VERB_HEAD, title):
        return None if re.match(r"全[市省区县国]|区域|国家|[省市]级|冀|[^“]{0,8}(?:一流|领先)", title) else Owner("Park", title)
    grown = lifted(title)
    if grown is not None:
        return grown
    level = re.search(r"(?:产业|业|经济)(?:发展)?(?:能级|水平|质量|质效|竞争力|规模|优势|活力)$", title)
    if (
        not level
        and any(title.endswith(word) for word in words.words("title_words") if len(word) > 1 and word not in _SOFT)
        or len(title) > 24
    ):
        return None
    body = re.sub(_VERB_HEAD, "", title)
    body = re.sub(r"((?:产业|业|经济))(?:发展)?(?:能级|水平|质量|质效|竞争力|规模|优势|活力)$", r"\1", body)
    body = re.sub(r"(?:高质量|创新|集群|集聚|融合|加快|协同|健康)?(?:发展|提升|升级|建设|培育|攻坚|突破|壮大)$", "", body)
    found = names.topic(body)
    if body.endswith(("业态", "转型重塑", "提档升级")):
        return None
    if found is not None and body[found[2] :] not in ("", "产业", "产业链", "产业集群", "”"):
        return None
    name = found[0] if found else ""
    if (
        not name
        or names.adjectival(name)
        or name in ("未来产业", "新兴产业", "战略性新兴产业", "民营经济", "实体经济")
        or not name
        or name in words.words("title_words")
        or any(c in re.sub(r"（[^（）]*）", "", name) for c in "，、；：")
        and not name.endswith("产业")
    ):
        return None
    if any(name.endswith(word) for word in words.words("title_words") if len(word) > 1 and word not in _SOFT):
        return None
    called = ctx.says(name + "产业") or ctx.says(name + "行业") or ctx.says(name + "产业链")
    if names.form(name)[0] == "Industry" or called:
        return Owner("Industry", name + "产业" if called and name + "产业" in ctx.text and not name.endswith("产业") else name)
    if names.praised(title) is not None and kind != "Industry":
        return None
    if (
        sectoral
        and len(name) <= 14
        and title.endswith(name)
        and not _WORKS.search(title)
        and not clauses.tokens(body, clauses.Span(0, len(body)))
    ):
        return Owner("Industry", name)
    return None


def lifted(title: str) -> Owner | None:
    """“增强X产业自主创新能力”: the sector that a heading's verb does something to."""
    match = re.match(_VERB_HEAD, title)
    if match is None or match.end() >= len(title) - 2:
        return None
    body = title[match.end() :]
    grown = re.fullmatch(r"(?P<name>[^，、；：“]{2,10}?)发展(?:水平|质量|质效|能级)", body)
    if grown is not None and names.nameable(grown["name"]) and grown["name"] not in words.words("title_words"):
        return Owner("Industry", grown["name"])
    for end in range(len(body) - 1, 2, -1):
        if _SECTOR_END.search(body[:end]) and not re.match(r"[园区基化链集人政工]", body[end:]):
            name = body[:end]
            found = names.topic(name)
            plain = found is not None and found[0] == name and not re.search(r"[，、；：“]", name)
            return Owner("Industry", name) if plain and not names.adjectival(name) else None
    return None


_SECTOR_END = re.compile(r"(?:产业|服务业|制造业|加工业|旅游业|物流业|建筑业|农业|经济|林业|渔业|牧业)$")
_WORKS = re.compile(
    r"[0-9]|“|机制|服务$|模式|生态|环境|能力|体系|基础|条件|情况|短板|区域|主体|资源|数据|人才|赋能|支撑|保障|组织|责任|重大|关键|核心|任务|方针"
)
_SOFT = frozenset({"产业", "产业集群", "产业链", "经济"})
_VERB_HEAD = re.compile(
    r"^(?:(?:增强|扩大|改善|繁荣|延伸|激发|释放|擦亮|打响|挖掘|丰富|统筹|协同|引领|放大|厚植|建强|做好|深化|用好|办好|抢抓|扩能提质|提质|大力|积极|加快|重点|着力|全面|深入|进一步|持续|不断|优先|提升|推动|推进|促进|加强|融合|谋划|培育|发展|壮大|做大|做强|做优|做精|打造|构建|建设|布局|聚焦|突破|支持|改造|改造提升|"
    r"巩固|优化|拓展|实施|强化|积极发展|赋能|AI\+|“AI\+”|人工智能\+|“人工智能\+”)+)"
)
