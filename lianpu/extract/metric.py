"""The name of what a number measures: what is left of a clause when verbs, adverbs, link words and its owner are gone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from lianpu.extract import metric_cues

_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Metric:
    """A metric's name; ``owner`` what stands before its head and names an owner (“轴承产业｜产值”), or ""."""

    name: str
    owner: str = ""


@lru_cache(maxsize=1 << 12)
def strip(before: str) -> tuple[str, str]:
    """The metric in what stands before a number, and the scope word in front of it (全市), if any."""
    scope = ""
    position = 0
    while position < len(before) and not metric_cues.regex("uncut").match(before, position):
        match = metric_cues.regex("lead").match(before, position) or metric_cues.regex("opener").match(before, position)
        if match is None:
            match = metric_cues.regex("scope").match(before, position)
            if match is None:
                break
            scope = match.group().rstrip("的")
        position = match.end()
    body = before[position:]
    if (treasury := _TREASURY.match(body)) is not None:
        scope = scope or "全市"
        body = body[treasury.end() :]
    match = metric_cues.regex("tail").search(body)
    if match:
        body = body[: match.start()]
    body = _SINCE.sub("", body.strip("的 、："))
    raised = _RAISED.match(body)
    if raised:
        body = body[raised.end() :]
    fields = _FIELDS.match(body)
    if fields:
        body = body[fields.end() :]
    if body.count("“") != body.count("”"):
        body = body.strip("“”")
    if len(body) > _LONGEST:
        body = _shortened(body)
    return body, scope


_TREASURY = re.compile(
    r"(?:[市县区州省旗本]?级?|各级|地方)财政(?:每年|年度|预算)?(?:统筹)?(?:安排|统筹|筹集|列支|设立|整合)(?:不[少低]于)?"
)
"""The place's treasury, whose funds are set aside."""
_SINCE = re.compile(r"[较比同与](?:20\d\d年?|上年|去年|上年度)(?:末|底|同期)?(?:相比)?(?=增|下|降|提|上|减|扩|翻)")
_RAISED = re.compile(r"(?:提升|提高|降低)(?=[^，]{2,}[率度量]$)")
_FIELDS = re.compile(r"^.{2,36}等(?:重点|新兴|关键)?(?:领域|行业|方面|方向)的?(?=.{2})")


def _shortened(body: str) -> str:
    """A long metric from its last verb on."""
    last = None
    for match in metric_cues.regex("verb").finditer(body):
        if match.end() < len(body) - 1:
            last = match
    return body[last.end() :] if last else body[-_LONGEST:]


_AMONG = re.compile(r"[业济]中")


def owned(name: str) -> Metric:
    """The metric with its owner taken off, where the words before its head name a sector, park or project.

    >>> owned("轴承产业产值").owner, owned("规上企业营业收入").owner, owned("新能源汽车产值占汽车行业比重").name
    ('轴承产业', '', '产值占汽车行业比重')
    """
    for match in metric_cues.regex("head").finditer(name) if "之比" not in name else ():
        head = _REACHED.sub("", name[: match.start()]).removesuffix("的").removesuffix("相关")
        if "占" in head or _AMONG.search(head):
            break
        if len(head) < 3 or metric_cues.regex("whole").search(head) or head in metric_cues.nouns("sole"):
            continue
        strong = (
            match.group() in metric_cues.nouns("strong")
            and len(head) >= 4
            and name[match.end() :] not in metric_cues.nouns("weak")
        )
        if strong or metric_cues.regex("owner").search(head):
            weak = match.group() in metric_cues.nouns("weak")
            return Metric(name if weak else name[match.start() :], head)
    return Metric(name)


_REACHED = re.compile(r"(?<=..)(?:力争|预计|有望)?(?:实现|完成|达成|新增)$")
"""The verb between an owner and what it is to reach (“农机产业｜实现｜产值”)."""


def sized(name: str) -> Metric:
    """Like :func:`owned`; of a sum that stands right behind a sector (“汽车产业突破300亿元”) the metric is the sector's size.

    >>> sized("汽车产业"), sized("汽车产业产值").owner
    (Metric(name='产业规模', owner='汽车产业'), '汽车产业')
    """
    split = owned(name)
    end = _SECTOR.search(name)
    sector = not split.owner and "占" not in name and end is not None and end.start() >= 2
    plain = sector and metric_cues.regex("whole").search(name) is None and metric_cues.regex("verb").search(name) is None
    return Metric("产业规模", name) if plain else split


_SECTOR = re.compile(r"(?:产业|产业链|产业集群|制造业|经济)$")


def spread(names: str, marks: str = r"、|以及|和|与|及") -> list[str]:
    """The metrics of “A、B产业产值”: list items, those before the last with the tail they share.

    >>> spread("制造业、普惠小微贷款余额")
    ['制造业贷款余额', '普惠小微贷款余额']
    """
    items = [item for item in re.split(marks, names) if item]
    if len(items) < 2:
        return items or [names]
    tail = _shared_tail(items[-1]) or _shared_rate(items)
    return [item if not tail or metric_cues.regex("head").search(item) else item + tail for item in items[:-1]] + [items[-1]]


def _shared_rate(items: list[str]) -> str:
    """What one-character names share with the last, which goes on to a rate or an amount (“锑、铟深加工率”)."""
    last = items[-1]
    return last[1:] if all(len(item) == 1 for item in items[:-1]) and last.endswith(("率", "量", "产能", "比重", "占比")) else ""


_SHARED = re.compile(r"(?:产业集群|产业链|产业|行业)$")


def _shared_tail(last: str) -> str:
    """From the first metric head of the last item on, with the 产业 before it."""
    match = metric_cues.regex("head").search(last, 1)
    if match is None:
        return ""
    owner = _SHARED.search(last[: match.start()])
    start = owner.start() if owner and owner.start() >= 2 else match.start()
    return last[start:]


def noun(after: str) -> str:
    """The counted noun at the start of what follows a number."""
    return _TRAILING.sub("", after.strip("的 、"))


_TRAILING = re.compile(r"(?<=..)[和与及]$")


_CAPACITY = re.compile(r"(?P<per>[年月日])(?:可)?(?:产能?|生产|加工|处理)(?:约)?$")
_CAPACITY_AHEAD = re.compile(r"^(?:.{0,12}?)(?P<per>[年月日])产(?!值|能|业|量)")
_ABILITY = re.compile(r"(?:的)?(?:生产能力|生产线|产能|能力|(?:技术改造|制造|建设|生产|产业化)?项目).*$")


def capacity(plain: str) -> str:
    """“年产能” when what stands before a number ends in 年产, else ""."""
    match = _CAPACITY.search(plain)
    return f"{match['per']}产能" if match else ""


def inherited(before: str, mark: str) -> str:
    """“年产能” of the figure before when only a list mark stands between (“年产300台A、500台B”)."""
    return before[-3:] if before.endswith("产能") and mark in ("、", "和", "及", "与") else ""


def product(noun: str) -> str:
    """The goods in what follows “年产500架”: without 的生产能力 or 生产线."""
    return _ABILITY.sub("", noun)


def output(name: str, before: str, mark: str) -> str:
    """The name of an output said product first (“年产A 500套、B 400套”): A年产能, B年产能; other names unchanged."""
    match = _CAPACITY_AHEAD.match(name)
    if match:
        return f"{name[match.end() :]}{match['per']}产能"
    if before.endswith("产能") and mark.startswith("、") and not is_head(name):
        return name + before[-3:]
    return name


_SHARE_OPENING = re.compile(r"占|(?:同比|年均|累计|较|比)?(?:增长|增加|下降|提高)|总量|总规模|总数|均占|(?:高|低|快)于")
_TOTAL = re.compile(r"总[量数]")


def continues(name: str, before: str) -> bool:
    """Whether a metric needs the one before it: none of its own, a share (占…), or a mere head after 、 (“、完成投资”)."""
    if not name or name.endswith("级"):
        return True
    return len(name) < 16 and _SHARE_OPENING.match(name) is not None or before.startswith("、") and is_head(name)


def completed(before: str, name: str) -> str:
    """A share, growth or head said without its metric, completed by the metric before it (“…、占电力装机比重”).

    >>> completed("营业收入", "占全市制造业的比例"), completed("企业增长", "增长"), completed("千亿级产业集群", "300亿级")
    ('营业收入占全市制造业的比例', '企业增长', '300亿级产业集群')
    """
    if name.endswith("级"):
        return name + before.rpartition("级")[2]
    grow = metric_cues.growth(before)
    if is_head(name) and (is_head(before) or head_of(before) != before):
        return before.removesuffix(head_of(before)) + name
    if _TOTAL.match(name) and (kept := metric_cues.kept_verb(before)):
        before = before.removeprefix(kept)
    return (before.removesuffix(grow) if metric_cues.growth(name) or name.startswith("占") else before) + name


def without(name: str, owner: str) -> str | None:
    """What a metric is behind the name of its owner and the verbs there (“甲园｜新建｜标准厂房”), or None."""
    if not name.startswith(owner) or len(name) - len(owner) < _SHORTEST:
        return None
    rest = name[len(owner) :]
    kept = metric_cues.kept_verb(rest)
    rest = kept + strip(rest)[0].removeprefix(kept)
    return rest if len(rest) >= _SHORTEST and not rest.startswith("占") else None


_SHORTEST = 2


def is_head(text: str) -> bool:
    """Whether a text is nothing but the head of a metric (投资)."""
    return metric_cues.regex("head").fullmatch(text) is not None


def head_of(name: str) -> str:
    """The head that a metric ends in, without whose it is (甲公司总投资); the whole name where it ends in none."""
    heads = (word for role in ("head", "strong") for word in metric_cues.nouns(role) if name.endswith(word))
    return max(heads, key=len, default=name)


def ends_in_head(before: str) -> bool:
    """Whether what stands before a number ends in the head of a metric (总投资)."""
    body, _ = strip(before)
    return body.endswith((*metric_cues.nouns("head"), *metric_cues.nouns("strong"), *metric_cues.nouns("weak")))
