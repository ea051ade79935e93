"""What a heading or a clause says is to grow: “增强甲产业自主创新能力”, “做强乙产业”, “推动丙金融创新发展”."""

from __future__ import annotations

import re

from lianpu.extract import names, phrases
from lianpu.extract.owner import Owner

SECTOR_END = re.compile(r"(?:(?<!全)产业|服务业|制造业|加工业|旅游业|物流业|建筑业|农业|经济|林业|渔业|牧业)$")
_SECTOR_WORD = 3
"""Characters of the longest of them."""
_NO_SECTOR_AFTER = re.compile(r"[园区基化人政工]|转移|协作|帮扶|结构|布局|用地|产业[园区基]|链?主|集(?!群|约)|链(?=图|长)")


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


_PRAISED = re.compile(r"(?:高质量|高水平|高品质|高效|现代化)(?:产业|经济)")
"""All the economy, as it is to become (高质量经济), which is no sector."""


def lifted(title: str) -> Owner | None:
    """“增强X产业自主创新能力”: the sector that a heading's verb does something to."""
    made = _SET_ALIGHT.fullmatch(title)
    if made is not None and phrases.plain(made["name"]) and phrases.may_own(made["name"]):
        return Owner("Industry", made["name"])
    match = phrases.VERBS.match(title)
    if match is None or match.end() >= len(title) - 2:
        return None
    body = re.sub(r"[十百千万]+亿级?", "", title[match.end() :])
    grown = _GROWN.fullmatch(body)
    if grown is not None and names.nameable(grown["name"]) and phrases.may_own(grown["name"]):
        return Owner("Industry", grown["name"])
    able = _ABLE.fullmatch(body)
    if able is not None and names.goods(able["name"]) and phrases.plain(able["name"]) and phrases.may_own(able["name"]):
        return Owner("Industry", able["name"])
    for end in range(len(body) - 1, 2, -1):
        if SECTOR_END.search(body, max(0, end - _SECTOR_WORD), end) and not _NO_SECTOR_AFTER.match(body, end):
            whole = _PRAISED.match(body) is not None
            return Owner("Industry", body[:end]) if phrases.plain_sector(body[:end]) and not whole else None
    return None


def grown(clause: str) -> Owner | None:
    """“做强X产业”: the sector that is all that a clause's verb has."""
    name = clause[phrases.verb_length(clause) :]
    whole = name != clause and len(name) > 3 and SECTOR_END.search(name) is not None
    return Owner("Industry", name) if whole and phrases.plain_sector(name) else None


_RAISED = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{3,10}?)(?:(?:创新|蓬勃|集聚|高质量|加快|健康|快速|协同|规范|特色|集群|集约|高端)*发展(?:能级|水平|质量)?|能级|做大做强|提质增效|转型升级|提档升级)$"
)


NO_FIELD = re.compile(r"区域|城乡|企业|社会|经济|产业|园区|项目|全面|绿色低碳$")


def raised(clause: str) -> Owner | None:
    """“推动特色金融创新发展”: the field that a clause says is to grow, whatever its name ends in."""
    body = clause[phrases.verb_length(clause) :]
    match = _RAISED.fullmatch(body) if body != clause else None
    if match is None:
        return None
    name = match["name"]
    return Owner("Industry", name) if phrases.plain(name) and phrases.may_own(name) and not NO_FIELD.match(name) else None
