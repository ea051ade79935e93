"""What kind of thing a string names, and the name inside it.

Slot first (the rule that calls says what it expects), form second (``lexicon/suffixes.tsv``), lexicon third.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Literal

from lianpu.extract import words
from lianpu.model import EntityType

BODIES = ("Platform", "Institution")
"""Classes of what researches, tests or teaches."""

COUNT = re.compile(
    r"^(?:约|近|不少于|至少)?[0-9一二两三四五六七八九十百千万]+(?:[—\-~～至][0-9]+)?(?:余|多)?(?:大|个|家|户|条|项|批|种|类|座|处|所|支|只|套|台|届|次(?!性)|名|款|栋|类)+(?:以上)?"
)
"""A count in front of a name (“3个甲园”)."""
_COUNTS = frozenset("约近不至0123456789一二两三四五六七八九十百千万")
"""What all that :data:`COUNT` matches begins with."""
_SIZED = re.compile(r"(?:超|近|过)?[0-9一二三四五六七八九十百千万两]*亿元?级(?:的)?(?=.{2})")
"""How large what follows is to become (百亿级|甲产业)."""
_MEASURED = re.compile(
    r"(?:约|近)?[0-9][0-9.]*(?:余|多)?[万亿千百]*(?:余|多)?(?:亩|公顷|头|只|羽|群|箱|吨|公斤|斤|株|棒|段|平方米|立方米|担|盆|尾|匹|峰|亿元|万元)(?![级位])(?:以上)?的?(?=[\u4e00-\u9fff“]{2})"
)
"""How much there is of what follows (1.5万亩|烟叶)."""
_SAID_OF = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:等)?这(?:一|个|些|[两三四五六七八九十]+(?:大|个|种)).*$")
"""What is said of a name right behind it (砂糖橘|这一“甜蜜产业”)."""
_THAT_IS = re.compile(r"即(?![食热冲饮时墨溶刻可将使便用])(?=[\u4e00-\u9fff]{3})")
"""“即” in front of the first of what was counted up (五大产业，即|甲、乙…)."""
_PLANTED = re.compile(
    r"(?:(?:标准化|规模化|种植|养殖|栽培|生产|原料|供应|示范|繁育|良种|种苗|育苗|核心|高产|优质|绿色|有机|生态|无公害)*(?:基地|示范园|种植园|园区|示范片|示范区|片区)|园)$"
)
"""What the area of a crop is called, behind the crop (柑橘|标准化种植基地 1.2万亩)."""
_DIGITS_ONLY = re.compile(r"^[0-9.%％+\-—~年月日第]*$")
_QUALITY = re.compile(r"(?:[性值率度]|(?<=[动力潜])力|前景|前途|质地|效益|后劲)[强高好大优足广]$")
"""Ends of what a thing is to be like (成长性好, 附加值高), which is no thing."""
_BAD = re.compile(r"[，。；：！？、|→]|—(?![0-9A-Za-z])")


@cache
def suffixes() -> dict[str, EntityType | Literal["Generic"]]:
    """Suffix to class."""
    return {row[0]: row[1] for row in words.rows("suffixes")}  # type: ignore[misc]


@lru_cache(maxsize=1 << 15)
def goods(name: str) -> bool:
    """Whether the name's end is one of goods, parts, materials or techniques rather than of a sector."""
    return bool(words.ending(name, "goods"))


@cache
def _suffix_sizes() -> Mapping[str, tuple[int, ...]]:
    """Lengths of the suffixes by their last character, the longest first."""
    out: dict[str, set[int]] = {}
    for suffix in suffixes():
        out.setdefault(suffix[-1], set()).add(len(suffix))
    return {char: tuple(sorted(sizes, reverse=True)) for char, sizes in out.items()}


_ASIDE = re.compile(r"（[^（）]*）$")


NATIONAL_ZONE = re.compile(r"中国（(?P<place>[\u4e00-\u9fff]{2,6})）[\u4e00-\u9fff]{1,10}?(?P<end>园|谷|港|岛|镇|城)")
"""A zone that carries the country and its place in brackets (中国（甲市）数智谷)."""


INNER_ZONE = re.compile(
    r"(?:核心区|启动区|首开区|起步区|先行区|拓展区|片区|组团|板块|功能区|[东南西北中A-Z]区|(?<!产业)(?<!工业)(?<!化工)(?<!科技)(?<!物流)(?<!农业)园区)$"
)
"""Ends of names of parts of a zone (甲高新区乙片区)."""
_NUMBERED = re.compile(
    r"(?:电科|兵器|航天|航空|中船|中核|中物院|科工)[\u4e00-\u9fff]{0,3}第?[0-9一二三四五六七八九十]{1,4}(?:研究)?所$"
)
"""An institute of a state group by its number (甲电科三十六所)."""


@lru_cache(maxsize=1 << 15)
def form(name: str) -> tuple[EntityType | None, str]:
    """Class by the longest suffix that ends ``name``, and that suffix; ``(None, "")`` when none fits."""
    if name.startswith("中国（") and (zone := NATIONAL_ZONE.fullmatch(name)) is not None:
        return "Park", zone["end"]
    if name.endswith("所") and _NUMBERED.search(name) is not None:
        return "Institution", "所"
    table = suffixes()
    core = _ASIDE.sub("", name) if name.endswith("）") else name
    for size in _suffix_sizes().get(core[-1:], ()):
        kind = table.get(core[-size:])
        if kind is not None:
            return (None, "") if kind == "Generic" else (kind, core[-size:])
    return None, ""


MODIFIER = re.compile(r"^(?:[^（）“”]{1,24}的)(?=[^的]{2,}$)")
"""What stands before the 的 of a name (“面向甲的乙”)."""


_WAYS = "|".join(map(re.escape, words.longest_first("ways")))
_WAY = re.compile(
    r"(?:[\u4e00-\u9fff]{1,2}化、?)+(?:转型|升级|发展|改造|提升|方向发展|水平)+$|(?:[\u4e00-\u9fff]{1,2}化[、和]?){2,}$|(?<=产业)生态[链圈]?$|(?<=产业)链条$"
    rf"|(?<=[\u4e00-\u9fff]{{3}})(?<!产业)(?<!数字)(?:{_WAYS})化(?:转型|升级|发展|改造|提升|水平)*$|(?<=产业)(?:{_WAYS})化(?:转型|升级|发展|改造|提升|水平)*$"
)
_MAY_END = re.compile(r"化|生态|链条$")
"""In all that :data:`_WAY` matches."""
_AMOUNT = re.compile(
    r"(?:分别|约|近|超过|超|突破|达到|达|增长|新增|增至|产能|产量|规模)*(?:[0-9][0-9.,]*|[一二三四五六七八九十百千]{2,}|[百千万](?=[余多]))(?:余|多)?(?:万|亿|百|千)*(?:%|％|个百分点|元|户|人|名|台|辆|套|吨|亩|家|个|项|件|处|座|条|种|头|只|公里|平方|立方|倍|位|斤|公顷|批|次|千瓦|兆瓦|吉瓦)[^、]*$"
)


_NUMERAL = re.compile(r"[0-9一二两三四五六七八九十百千]")


def find_way(text: str) -> re.Match[str] | None:
    """The way of developing that ends a text (“高端化发展”), if one does."""
    return _WAY.search(text) if _MAY_END.search(text) else None


_SIGNED = re.compile(r"^(?:“[^”]{1,14}”|‘[^’]{1,14}’)(?=[^“”、]{3,}$)")


def _without_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """Without blanks, a closing 的 and quotes at the ends, but for those of a pair inside."""
    while end > start and text[end - 1] in "的”’ ":
        if text[end - 1] in "”’" and text[start:end].count("“") == text[start:end].count("”"):
            break
        end -= 1
    while end > start and text[start] in "“‘ ":
        if text[start:end].count("“") == text[start:end].count("”") and text[end - 1] != "”":
            break
        if text[end - 1] == "”":
            end -= 1
        start += 1
    return start, end


_BESIDE = re.compile(
    r"(?<=[^、]{3})及其[\u4e00-\u9fff]{0,4}(?:应用器件|应用产品|应用|制品|产品|衍生品|配套服务|下游产品|深加工产品|深加工)$"
)
"""What goes with a name and has none of its own (甲材料|及其制品)."""
_COUNTED_END = re.compile(
    r"(?<=[^第前全、]{2})[两三四五六七八九十0-9]+(?:大|个|条|类|种)[\u4e00-\u9fff]{0,4}(?:链|产业|门类|方向|领域|品类|系列|集群|赛道|板块|行业|产品|环节)$"
)
"""The counted noun that closes a list, behind its last name (丙加工|三条链)."""


_GROWN = re.compile(r"(?:做[大强优精细专实深广新特靓]){2,3}$")
"""How large or good a name is to be made, behind it (甲材料|做精做细)."""


@lru_cache(maxsize=1 << 15)
def topic(text: str) -> tuple[str, int, int] | None:
    """The thing inside a list item: ``(name, start, end)`` with offsets into ``text``, or None when it names nothing."""
    start, end = 0, len(text)
    amount = _AMOUNT.search(text) if _NUMERAL.search(text) else None
    if amount is not None and amount.start():
        end = amount.start()
        planted = _PLANTED.search(text, 2, end) if "亩" in amount.group() or "公顷" in amount.group() else None
        end = planted.start() if planted is not None and planted.end() == end else end
    changed = True
    while changed:
        changed = False
        piece = text[start:end]
        head = "" if piece in words.words("whole") else words.opening(piece, "trim_head", leave=2)
        if head:
            start += len(head)
            changed = True
        counted = text[start : start + 1] in _COUNTS
        match = next((m for way in (COUNT, _SIZED, _MEASURED) if (m := way.match(text[start:end]))), None) if counted else None
        if match and match.end() < end - start:
            start += match.end()
            changed = True
        piece = text[start:end]
        if piece.endswith("产业体系") and len(piece) > 6:
            end, changed = end - 2, True
            continue
        beside = _BESIDE.search(piece) if "及其" in piece else None
        closed = beside or (_COUNTED_END.search(piece) if _NUMERAL.search(piece) else None)
        if closed is not None:
            end, changed = start + closed.start(), True
            continue
        if piece.endswith("全产业链") and len(piece) > 5:
            end, changed = end - 4, True
            continue
        if piece.endswith("产业链") and len(piece) > 4:
            end, changed = end - 1, True
            continue
        signed = _SIGNED.match(piece) if piece.startswith(("“", "‘")) else None
        if signed is not None:
            start, changed = start + signed.end(), True
            continue
        meant = _THAT_IS.match(piece) if piece.startswith("即") else None
        if meant is not None:
            start, changed = start + 1, True
            continue
        told = _SAID_OF.search(piece) if "这" in piece else None
        if told is not None:
            end, changed = start + told.start(), True
            continue
        way = find_way(piece)
        if way is not None and way.start() >= 2:
            end, changed = start + way.start(), True
            continue
        match = MODIFIER.match(piece) if "的" in piece else None
        if match:
            start += match.end()
            changed = True
        piece = text[start:end]
        grown = _GROWN.search(piece, 2) if "做" in piece else None
        if grown is not None:
            end, changed = start + grown.start(), True
            continue
        tail = "" if piece in words.words("whole") else words.ending(piece, "trim_tail", leave=2)
        if tail and not (tail == "产品加工" and piece[-len(tail) - 1] in _RAW):
            end -= len(tail)
            changed = True
        bounds = _without_marks(text, start, end)
        changed = changed or bounds != (start, end)
        start, end = bounds
    name = text[start:end]
    return (name, start, end) if nameable(name) else None


_RAW = frozenset("农副水海林畜渔牧肉乳奶豆竹木蛋禽果土特")
"""What makes one word with 产品: what a processing sector is called after (农副产品加工)."""
_GENERAL = (
    "产业集群", "产业链", "产业", "服务业", "行业", "工业", "领域", "经济", "业态", "产品", "技术", "工艺", "项目", "集群",
    "元器件", "部件", "配件", "设备", "总成", "产业群",
)  # fmt: skip
"""General nouns that praise stands before."""


@cache
def _praise() -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(map(re.escape, (*words.longest_first("praise"), *_GENERAL))) + ")+")


@cache
def _praise_openings() -> frozenset[str]:
    return frozenset(word[0] for word in (*words.words("praise"), *_GENERAL))


def adjectival(name: str) -> bool:
    """Whether a name is made only of praise and a general noun (“新兴产业”, “传统优势产业”): it names nothing."""
    return name[:1] in _praise_openings() and bool(_praise().fullmatch(name)) and name not in words.words("whole")


@cache
def _quantity() -> re.Pattern[str]:
    """An amount with its unit (9万标箱), which is no thing."""
    return re.compile(
        rf"[0-9][0-9.,]*[万亿千百十余多]*(?:{'|'.join(map(re.escape, words.longest_first('units')))})?(?:以上|左右)?"
    )


def nameable(name: str) -> bool:
    """Whether a topic's name says something: long enough, no stop word, no stop head, no punctuation inside."""
    if adjectival(name):
        return False
    if name in words.words("single"):
        return True
    if name[:1].isdigit() and _quantity().fullmatch(name) is not None:
        return False
    if len(name) < 2 or len(name) > 26 or _BAD.search(name) or _QUALITY.search(name) or _DIGITS_ONLY.match(name):
        return False
    if name[0] == "以" and "为" in name:
        return False
    if name in words.words("stops") or name.count("（") != name.count("）"):
        return False
    return not words.ending(name, "stop_heads") or bool(words.ending(name, "field_goods"))


def programme(text: str) -> str | None:
    """The sector inside the name of a programme: “生产性服务业扩容强基行动” → 生产性服务业."""
    if not re.search(r"(?:工程|计划|行动|专项)$", text) or re.search(r"[、，“]", text):
        return None
    for end in range(len(text) - 2, 2, -1):
        if form(text[:end])[0] == "Industry" and (nameable(text[:end]) or text[:end] == "服务业"):
            return text[:end]
    return None


_RANKS = (
    "基地|高地|中心|集聚区|聚集区|名城|强市|强区|强县|强省|样板|枢纽|名镇|先导区|先行区|示范区|产业带|引领区|目的地|之都|首选地|策源地|集群|核心区|主阵地|"
    "示范城市|枢纽城市|名市|之乡|重镇|强镇|新城|生态城|小镇|新高地|谷|走廊|产业园区|产业园|园区|试点|试点城市|标杆|品牌|名片|城市|标杆城市|增长极|港|版图|矩阵"
)
_CONTAINER = re.compile(
    r"(?:区域公用|区域公共|区域|公用|地理标志|产业|生产|制造|智造|研发|加工|应用|示范|供应|展销|服务|创新|推广|配套|发展|出口|出海|集散|保供|供给|承接|转化|产业化|生产供应|产业应用|研发生产|先进|销售|储备|交易|采购|创意|设计|创意设计|种植|繁育|总装){0,3}"
    rf"(?:{_RANKS})$"
)
_RANK_ENDS = frozenset(word[-1] for word in _RANKS.split("|"))


def praised(text: str) -> tuple[str, int, int] | None:
    """The sector inside “全国领先的X生产基地”, “X高地”: a place or rank to become, which is no park of its own."""
    match = _CONTAINER.search(text) if text[-1:] in _RANK_ENDS else None
    if match is None or match.start() < 2:
        return None
    body = text[: match.start()]
    if match.group().endswith("集群") and "产业" in match.group():
        body = text[: match.start() + match.group().index("产业") + 2]
    return topic(body)
