"""Whose a figure is by the name that its sentence opens with, or that stands around it: works, and the places that act.

A work needs no mention: “1.甲硅年产6万吨石英砂项目，位于乙园，总投资8亿元” names it, and so does “总投资30亿元的乙产业园项目”.
"""

from __future__ import annotations

import re
from functools import cache

from lianpu.extract import clauses, metric_cues, names, phrases, words
from lianpu.extract.context import Owner
from lianpu.extract.quantities import alternation
from lianpu.extract.value import Value

_NUMBER = (
    r"(?:[0-9]{1,2}(?:[.．][0-9]{1,2})+(?![万亿0-9])[.．、]?|[0-9]{1,2}[.．、]|[（(][0-9一二三四五六七八九十]{1,2}[)）]"
    r"|[①-⑳]|[一二三四五六七八九十]{1,3}[是、]|[—●•·*-]+)"
)
_LABEL = re.compile(rf"{_NUMBER}?\s*(?:[^，。；：（）]{{2,10}}：{_NUMBER}?)?\s*")
_STANDS = (
    "是[^否]|建设(?:正|进|完|如|有)|已|正|将|计划|预计|总投资|规划[占用]|占地|位于|选址"
    "|于(?:20|今|去|本)|全面|顺利|开工|投产|达产"
)
"""What is said of a work right behind its name."""
_NAME = re.compile(rf"(?P<name>[^，。；、：（）“”]{{6,40}}?(?:项目|[一二三四]期))(?=，|（|{_STANDS})")
_COSTED = re.compile(
    r"(?P<name>[^，。；、：（）“”]{4,40}(?:基地|工厂|中心|生产线|工程|码头|电站|产业园|平台|厂|库|[0-9]万?[^，。；、：（）“”0-9]{2,14}))(?:（[^（）]*）)?，"
    r"(?:[^，。；]{2,24}，){0,2}?(?:计划|预计|拟)?总?投资额?约?[0-9]"
)
"""A work by whatever name that a sentence opens with and goes on to cost (“甲纸业智能工厂，选址乙园，总投资3亿元”)."""
_ON_GROUND = re.compile(
    r"(?:其中)?，?(?P<name>[^，。；、：（）“”]{4,20}?(?:城|市场|园区?|基地|中心|综合体|[厂馆港场]|项目|工程|[一二三四]期))(?:规划|计划|总)?(?:占地|用地)(?:面积)?约?[0-9]"
    r"(?=[^。；！？]{0,40}投[资入])"
)
"""A work that a sentence opens with, the ground that it takes and what is spent on it (“甲物流城占地90亩、总投资2亿元”)."""
_BUILT = re.compile(r"建设|打造|实施|推进|支持|引进|投资|新建|推动|加快")
_ALONE = re.compile(rf"{_NUMBER}?+\s*+(?P<name>[^，。；、：（）“”]{{6,40}}?(?:项目|[一二三四]期))。")
"""A paragraph whose first sentence is but the name of a work."""
_BEHIND = re.compile(r"的?(?P<name>[^，。；、：（）“”]{5,36}?项目)(?!库|群|池|储备)")
_INSIDE = re.compile(r"(?P<name>[^，。；、：（）“”]{6,40}(?:项目|[一二三四]期))$")
_SIZED = re.compile(
    r"(?P<name>(?:(?!建设|实施|形成|达到|新增)[^，。；、：（）“”]){2,14}年(?:产|处理|加工)[0-9][^，。；、：（）“”]{2,24}?项目)(?!库|群|池|储备)"
)
_COST = re.compile(r"投资额?$")
_SENTENCE = "。；！？"
_FAR = 200
_KINDS = re.compile(
    r"[0-9一二三四五六七八九十百千万两]+(?:个|项|批|亿)|以上|[重各等类批]$|^(?:一批|重大|重点|各类|上述|该|本)|的"
)
"""What makes a count, or a kind, of what ends like the name of a work."""


def work(text: str, value: Value) -> tuple[Owner, bool] | None:
    """The work whose sentence, cost or bracket a figure stands in, and whether the metric is but its cost."""
    behind = _BEHIND.match(text, value.end) if _COST.search(value.metric) else None
    if behind is not None and _named(behind["name"]):
        return Owner("Project", behind["name"]), True
    begin = max(text.rfind(mark, max(0, value.start - _FAR), value.start) for mark in _SENTENCE) + 1
    if (name := _enclosing(text, begin, value)) is not None:
        return Owner("Project", name), False
    clause = max(text.rfind(mark, begin, value.start + 1) for mark in "，、；：") + 1
    sized = _SIZED.match(text, _verbs(text, max(clause, begin)))
    if sized is not None and sized.start("name") < value.end <= sized.end() and _named(sized["name"]):
        return Owner("Project", sized["name"]), False
    if (alone := _ALONE.match(text)) is not None and alone.end() <= value.start and _named(alone["name"]):
        return Owner("Project", alone["name"]), False
    label = _LABEL.match(text, begin)
    at = label.end() if label is not None else begin
    opened = _NAME.match(text, _verbs(text, at))
    if opened is None or opened.end() >= value.end or not _named(opened["name"]):
        made = _COSTED.match(text, _verbs(text, at))
        made = made or _ON_GROUND.match(text, _verbs(text, at))
        plain = made is not None and made.end("name") < value.end and _core(made["name"]) and names.nameable(made["name"])
        return (Owner("Project", made["name"]), False) if made is not None and plain else None
    return Owner("Project", opened["name"]), False


def park(text: str, value: Value) -> Owner | None:
    """The park that a figure only says the size of (“规划建设1000亩甲产业园”), not what reaches it (“繁育基地达到5000亩”)."""
    if any(f"{value.metric}{link}" in text[value.start : value.end] for link in metric_cues.cue("link")):
        return None
    kind, end = names.form(value.metric)
    named = kind == "Park" and len(value.metric) - len(end) >= 2 and value.metric not in words.words("bare_parks")
    sized = value.unit.lstrip("万亿") in words.of_role("metrics", "area") and names.nameable(value.metric)
    return Owner("Park", value.metric) if named and sized and len(value.metric) <= _PARK else None


_PARK = 14
"""Longest name of such a park, characters."""


def _enclosing(text: str, begin: int, value: Value) -> str | None:
    """The work in whose bracket a figure stands (“推进乙项目（总投资3亿元）”)."""
    opening = text.rfind("（", begin, value.end)
    if opening < 0 or text.rfind("）", opening, value.end) >= 0:
        return None
    start = max(text.rfind(mark, begin, opening) for mark in "，、：") + 1
    inside = _INSIDE.match(text, _verbs(text, max(start, begin)), opening)
    return inside["name"] if inside is not None and _named(inside["name"]) else None


def _verbs(text: str, at: int) -> int:
    """Where a clause goes on behind the verbs that it begins with."""
    return match.end() if (match := _lead().match(text, at)) is not None else at


@cache
def _lead() -> re.Pattern[str]:
    verbs = alternation(
        [*metric_cues.cue("do"), *metric_cues.cue("adverb"), *metric_cues.cue("filler"), "续建", "新建", "扩建", "改建", "抓好"]
    )
    return re.compile(rf"(?:{verbs})*+")


def _core(name: str) -> bool:
    """Whether what is said to cost something is one work and no count of works."""
    return (
        _KINDS.search(name) is None and _BUILT.search(name) is None and names.nameable(name) and names.form(name)[0] != "Region"
    )


def _named(name: str) -> bool:
    """Whether a name says which work is meant."""
    kind, end = names.form(name)
    core = name[: -len(end)] if end else name
    return kind in ("Project", None) and len(core) >= 4 and names.nameable(name) and _KINDS.search(core) is None


_PLACE = re.compile(
    r"(?P<town>[\u4e00-\u9fff]{1,4}?[镇乡])(?![村级域区东西南北])|(?P<street>[\u4e00-\u9fff]{2,4}街道)(?!办)"
    r"|(?P<zone>[\u4e00-\u9fffA-Za-z]{1,14}?(?:产业园区|产业园|工业园区|工业园|化工园|科技园|物流园|软件园|示范园|产业新城|科技城|科创城|产业城|港城|开发区|高新区|集聚区|集中区|示范区|度假区|保税区|港区|片区|组团|园区|小镇)(?:[东西南北A-D]片?区)?)(?![区内型])"
)
_KIND_OF_PLACE = re.compile(
    r"^(?:[在到于对从向由以把将]|位于|支持|建设|规划|推动|推进|依托|引导|鼓励|各|全|每|该|重点|中心(?=[镇村])|特色|专业|城|乡|工业|产业|省级|国家级|县域|强)|[和与及、的]|^.{0,1}(?:园区|小镇|街道)$"
)
_GOES_ON = re.compile(
    r"(?:（[^（）]{2,16}）)?(?P<on>，|以|要|按照|坚持|聚焦|立足|围绕|紧扣|向[东西南北]|重点|着力|年内|全年|力争|到20|20[0-9]{2}年|[一二三四]期)?"
)


def place(text: str, at: int) -> Owner | None:
    """The town or park that a text goes on with at ``at`` and that acts there (“乙镇盘活厂房…”, “甲园以…为主，…”)."""
    match = _PLACE.match(text, at)
    if match is None or _KIND_OF_PLACE.search(match.group()) or _verbs(text, at) > at:
        return None
    name = match.group()
    if not goes_on(text, match.end()) or not phrases.may_own(name):
        return None
    return Owner("Park" if match["zone"] else "Region", name)


def goes_on(text: str, end: int) -> bool:
    """Whether a sentence goes on behind a name with what that does, has or is to reach (“（丙镇）到2027年…”, “规划用地…”)."""
    on = _GOES_ON.match(text, end)
    end = on.end() if on is not None else end
    return (
        on is not None
        and on["on"] is not None
        or text.startswith(_acts(), end)
        or _verbs(text, end) > end
        or any(t.start == end for t in clauses.tokens(text, clauses.Span(end, min(len(text), end + _VERB))))
    )


@cache
def _acts() -> tuple[str, ...]:
    return (*words.of_role("bearers", "acts"), *words.of_role("bearers", "size"))


_VERB = 8
"""Characters in which a verb and its adverb stand."""
