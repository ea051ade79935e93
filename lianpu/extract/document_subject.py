"""The one industry that a document is about, by its title: “甲市乙产业发展规划” is about 乙产业."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from lianpu.extract import names, phrases, words
from lianpu.extract.owner import Owner, sector_key

if TYPE_CHECKING:
    from lianpu.extract.context import Context


def of(ctx: Context, zone: str) -> Owner | None:
    """The industry of the document's title, if it names one; ``zone`` is the development zone whose plan it is, or nothing."""
    title = re.sub(
        r"^.*?关于|^附件[0-9一二三]*|（[^（）]*）|《|》|[0-9—\-]+(?:年度?)?|第?[“”一二三四五六七八九十]+个?五年?”?(?:时期)?"
        r"|[百千万]+亿元?级?|[百千万]+[头只羽亩]级?",
        "",
        _CHAIN.sub(r"\g<name>", ctx.document.title),
    )
    title = _BATCH.sub("", _DIGEST.sub("", title))
    if _LIST.search(title) is not None:
        return None
    if _SLOGAN.search(title) is not None or "等产业" in title:
        return None
    title = re.sub(r"[“”]", "", _WORKS.sub("", title))
    title = re.sub(r"^.*?(?:省|市|区|县|自治区)", "", title) if not ctx.document.region else title
    title = title.replace(zone, "", 1)
    for surface in ctx.places.inside(title):
        title = title.replace(surface, "")
    title = _zoned().sub("", title, count=1)
    title = _SORT.sub("产业", title.removeprefix("自治").removeprefix("州").removeprefix("盟")).replace("战略性新兴产业", "")
    title = _ORDERED.sub("", title)
    by, gives, to = title.partition("赋能")
    served = _MEANS.match(title)
    if served is not None:
        return _about(ctx, title[served.end() :])
    if gives and by:
        return _about(ctx, to) or _about(ctx, by) or _about(ctx, title)
    return _about(ctx, title)


@cache
def _zoned() -> re.Pattern[str]:
    """The part of a province or the park of a county that a title begins with (皖北, 沿海工业园)."""
    letters = "".join(words.words("region_letters"))
    ends = "|".join(("工业园区?", "工业集中区", "开发区", "高新区"))
    return re.compile(rf"^(?:[{letters}][东南西北]{{1,2}}(?:部|地区)?(?=.{{2}})|[\u4e00-\u9fff]{{0,4}}(?:{ends})(?=.{{4}}))")


def _about(ctx: Context, title: str) -> Owner | None:
    """The industry that is left of a title without place and kind of document."""
    single = _SINGLE.fullmatch(title)
    if single is not None and ctx.says(single["name"]):
        return Owner("Industry", single["name"])
    for word in words.longest_first("document_words"):
        title = title.replace(word, "")
    title = _PURPOSE.sub("", title.strip("的和年"))
    found = names.topic(_DRIVEN.sub("", title))
    name = _WHERE.sub("", found[0]).rstrip("+") if found is not None else ""
    broad = sector_key(name) in words.of_role("bearers", "broad") or _WHOLE_ECONOMY.fullmatch(name) is not None
    broad = broad or phrases.only_verbs(sector_key(name))
    if len(name) < 2 or len(name) > 12 or broad or _NO_SUBJECT.search(name) or name in words.words("title_words"):
        return None
    if words.inside(name, "no_subjects") or phrases.is_sentence(name) or _run_together(name, ctx.document.title):
        return None
    if ctx.said.count(sector_key(name)) < (2 if "和" in name else 1):
        return None  # what is left of a title of several things is no name
    called = re.compile(re.escape(name) + _CALLED_SO) if ctx.says(name + "产业") and not name.endswith("产业") else None
    if called is not None and called.search(ctx.text):
        name += "产业"
    return Owner("Industry", name)


def _run_together(name: str, title: str) -> bool:
    """Whether a name is made of two parts of a title that a verb stood between (甲改革|推动|产业升级)."""
    return name.endswith("产业") and name not in title and name.removesuffix("产业") + "战略" not in title


_CALLED_SO = r"产业(?![园区基协联研学]|集聚)"
"""Behind a name that is used with 产业 by itself, not only as the head of a park's or an association's name."""
_SINGLE = re.compile(
    r"(?:加快|推进|推动|促进|支持|培育|做[大强优]+|打造|壮大|发展)*(?P<name>[\u4e00-\u9fff]产业)(?:发展|高质量|链|振兴|提升|规划|方案|行动)[\u4e00-\u9fff]*"
)
"""A title about an industry that is called by one character (茶产业发展规划)."""
_WORKS = re.compile(r"“[^“”]{2,10}(?:工程|计划|行动|战略)”|“[^“”+＋]{2,10}”(?:培育|提升|发展|建设|倍增)?(?:工程|计划|行动|战略)")
"""What the work is called in a title (“一号工程”)."""
_SORT = re.compile(r"(?<=[\u4e00-\u9fff]{2})战略性新兴产业(?:集群)?")
"""What kind of industry a title says its own to be."""
_CHAIN = re.compile(r"产业链（(?P<name>[\u4e00-\u9fff]{2,10})）")
"""A title of one of several chains, which its bracket names."""
_PURPOSE = re.compile(r"(?<=[\u4e00-\u9fff]产业)(?![带链]|集群)[\u4e00-\u9fff]+$")
"""What a title says is to be done with its industry (甲产业布局优化, 乙产业精品化), or that it is a park of it (丙产业园)."""
_DRIVEN = re.compile(r"^[\u4e00-\u9fff]{2,4}驱动(?=.{2})")
"""What drives the industry of a title (场景驱动甲产业)."""
_WHERE = re.compile(r"(?:制造|示范|聚集|集聚)?(?:基地|园区|集群|集聚区)$")
"""Where the industry of a title is to be (甲产业基地)."""
_WHOLE_ECONOMY = re.compile(r"(?:先进)?(?:(?:工业|制造业?|服务业|农业|科技)和?){2,}")
"""What a title joins that are all of a place's economy (工业和制造业)."""
_DIGEST = re.compile(r"(?:摘要|摘编|摘登|节选|选编|全文|解读|要点|速览|一图读懂|图解|亮点)+$")
"""What part or form of a document its title says that this is."""
_ORDERED = re.compile(
    r"^(?:(?:贯彻|落实|执行)+)?(?:国家|全国|国内|国际|世界|一流|领先)+(?=[\u4e00-\u9fff]{4})|^(?:贯彻|落实|执行)+"
    r"|(?:全国|国内|国际|世界)*(?:一流|领先)的?"
)
"""Whose plan a title carries out, or how far what it is to become is to be known."""
_MEANS = re.compile(
    rf"{words.either('title_means')}[\u4e00-\u9fff“”+]{{0,14}}?"
    r"(?:促进|推动|推进|支持|助力|带动|助推|加快培育|加快发展|加快推进)+(?=[\u4e00-\u9fff]{3})"
)
"""By what means, or on which occasion, a title wants its industry to grow (深化改革|促进甲产业…, 金融|支持乙产业…)."""
_BATCH = re.compile(r"第[0-9一二三四五六七八九十]{1,3}批|(?:国家|[省市县区])级(?=[\u4e00-\u9fff]{2})")
"""What a title says of the batch or the rank of what it lists."""
_LIST = re.compile(
    r"(?:产业(?:[园基集区]|化)|企业|集群|园区|工厂|车间|项目|基地|平台|中心|实验室|名[县镇])[^链]*(?:名单|目录|一览表|结果|公示)$"
)
"""A title of a list of what is no sector (某园区名单)."""
_SLOGAN = re.compile(r"“(?:[一两二三四五六七八九十多][\u4e00-\u9fff]{1,2}){2,}”")
"""Several industries that a title counts up (“一果一茶”产业提升方案), none of which it is about alone."""
_NO_SUBJECT = re.compile(
    r"[县镇区市]域经济|产业结构|(?:一体化|城市群|都市圈|流域|经济[带圈]|走廊|产业带|(?:联动|先行|合作|试验|示范|引领|功能|投资)区|新区|[强富大][省市区县镇]|人民|政府|现代化|工业化|城镇化|[农牧渔林]区|之[乡城]|[茶水酒药花果瓷]乡|专业镇|富[民农]|增收|农业农村|农村|乡村)$"
    r"|^(?:数字|智慧|智能|绿色|健康)$|流域|地区|毗邻|开发区|·|价值|承接|^(?:融入|对接|参与)|[\u4e00-\u9fff]{2}(?:创建|争创|打造|建成)[\u4e00-\u9fff]{2}|^(?:重点)?行业(?=.{2})"
)
"""In titles of documents that are about a place or about how things are done, not about an industry."""
