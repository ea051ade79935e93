"""What one clause does to which things: by its verb (“加快研发甲”), or by the noun that closes it (“加大甲的研发招引”)."""

from __future__ import annotations

import re

from msgspec.structs import replace

from lianpu.extract import gaps, modified, words
from lianpu.extract.acts import Act
from lianpu.extract.clauses import Span, Token

_CARRIED = re.compile(r"(?:开展|完善|提升|扩大)(?=[^，。；]{2,}(?:研发|攻关|研制|突破))")
"""Verbs that only carry the noun of what is done with their object (开展甲的研发和产业化)."""


def act(text: str, piece: Span, start: int, verbs: list[Token], causes: list[Token]) -> Act | None:
    """The act of a clause from ``start`` on, by its verbs and those that make somebody do it; None without an object."""
    end = piece.end
    while end > start and text[end - 1] in "。！？；":
        end -= 1
    if len(verbs) > 1 and verbs[0].word in _AIMED and verbs[1].kind == "seek":
        verbs = verbs[1:]
    if len(verbs) > 1 and verbs[0].kind == "develop" and re.search(r"(?:企业|公司|集团)$", text[verbs[0].end : verbs[1].start]):
        causes, verbs = [verbs[0]], verbs[1:]
    carried = _CARRIED.match(text, verbs[0].start, end) if verbs else None
    if carried is not None and len(verbs) > 1 and _is_tail(text, verbs[1], end):
        causes, verbs = [*causes, verbs[0]], verbs[1:]
    while len(causes) > 1 and causes[1].start == causes[0].end:
        causes = causes[1:]
    cause = causes[0] if causes and (not verbs or causes[0].start < verbs[0].start) else None
    verb = verbs[0] if verbs else None
    if cause is not None and verb is not None and verb.start > cause.end:
        between = text[cause.end : verb.start]
        adverbs = between in words.words("adverbs") or not between
        if not adverbs and (of_list := _of_list(text, piece, start, cause, verb, end)) is not None:
            return of_list
        if not adverbs and (_is_tail(text, verb, end) or _SWELLS.fullmatch(text, verb.start, end) is not None):
            return _noun_act(text, piece, start, cause, end)
        if not adverbs and verb.status in ("supplement", "extend") and verbs[-1].end == end:
            made = _noun_act(text, piece, start, cause, verb.start)
            return None if made is None else replace(made, kind="seek", status=verb.status)
        joined = not adverbs and text.startswith(("和", "与", "及"), verb.end)
        both = _beside(text, piece, start, cause, verb, end) if joined else None
        if both is not None:
            return both
        subject = None if adverbs else Span(cause.end, _back(text, verb, cause.end))
        return _verb_act(text, piece, verb, verbs, end, subject, caused=True)
    if cause is not None and verb is None:
        return _noun_act(text, piece, start, cause, end)
    if verb is None:
        return None
    before = _back(text, verb, start)
    subject = Span(start, before) if before - start >= 2 else None
    return _verb_act(text, piece, verb, verbs, end, subject, caused=False)


def _back(text: str, verb: Token, limit: int) -> int:
    """Start of the adverbs that stand before the verb."""
    before = _before_adverbs(text, verb.start, limit)
    will = before - 2 > limit and text[before - 1] == "将" and text[before - 2] in _WHO
    return before - 1 if will else before


_WHO = "省市县区州旗镇乡园"
"""Ends of places in front of what they will do (甲县|将|发展乙)."""


def _before_adverbs(text: str, at: int, limit: int) -> int:
    while word := words.ending(text[max(limit, at - 8) : at], "adverbs"):
        at -= len(word)
    return at


def _is_tail(text: str, verb: Token, end: int) -> bool:
    """“加快X研发”, “推进X建设”: the words that look like verbs close the clause as a noun."""
    rest = text[verb.start : end]
    return (
        bool(_NOMINAL.fullmatch(rest))
        or end - verb.end <= 4
        and not text[verb.end : end].strip("等和及与的产业化应用攻关工作创新")
    )


_NOMINAL_WORDS = "|".join(map(re.escape, words.longest_first("nominal_verbs")))
_NOMINAL = re.compile(rf"(?:的|和|及|与|、|等|技术|关键|核心|{_NOMINAL_WORDS})+")
_NOMINAL_END = re.compile(rf"(?:的)?(?:(?:{_NOMINAL_WORDS})(?:和|及|与|、)?)+(?:力度|步伐|进程|进度|速度|工作)?$")


ORIGIN = re.compile(
    r"(?:来自)?(?:(?:(?:东部|东南|沿海|中东部|发达|长三角|珠三角|京津冀|粤港澳大湾区|成渝|闽浙|江浙)(?:沿海)?(?:地区|等地|城市群)?[、和及与]?)+"
    r"|(?:[\u4e00-\u9fff]{2,4}[、和]){1,4}[\u4e00-\u9fff]{2,4}等(?:地区?(?!方)|省市|省份|城市))(?:的)?(?=[\u4e00-\u9fff]{3})(?!产业转移|转移)"
)
"""Where what is recruited comes from (承接东部服务器、液冷部件)."""


_HARD = re.compile(
    r"(?:等|的|方面)*(?:产业化|工程化|提纯|合成|分离|成型|规模化|制备|生产|应用|技术|工艺|关键|核心|共性)*(?:难题|瓶颈|难点|卡点|堵点|痛点|障碍|制约)$"
)
"""What is hard about what is broken through (攻克甲的产业化难题)."""


def _verb_act(
    text: str, piece: Span, verb: Token, verbs: list[Token], end: int, subject: Span | None, *, caused: bool
) -> Act | None:
    kind, status = verb.kind, verb.status
    last = verb
    for follower in verbs[1:]:
        gap = text[last.end : follower.start]
        if follower.start == last.end or gap in ("和", "、", "并", "及", "与", "或"):
            last = follower
            if follower.kind == "seek" and kind != "seek":
                kind, status = follower.kind, follower.status
        else:
            break
    begin = last.end
    if status == "planned" and verb.word in words.words("turning_verbs") and (into := _INTO.match(text, begin, end)) is not None:
        begin = into.end()
    if status == "recruit" and (origin := ORIGIN.match(text, begin, end)) is not None:
        begin = origin.end()
    if status == "breakthrough" and (hard := _HARD.search(text, begin + 2, end)) is not None:
        end = hard.start()
    if (missing := _MISSING.search(text, begin + 2, end)) is not None:
        status = status if kind == "seek" else "supplement"
        kind, end = "seek", missing.start()
    if subject is not None and text[subject.start] in "将把" and _BECOMES.fullmatch(text, begin, end) is not None:
        return Act(kind, status, verb, modified.spans(text, subject.start + 1, subject.end), None, piece, caused)
    objects = modified.spans(text, begin, end)
    if objects[-1].start >= end:
        return None
    if kind == "seek" and len(objects) == 1:
        whose, alone = gaps.of_sector(text, objects[0])
        objects = (alone,)
        subject = whose or subject if subject is None or text.startswith(_FROM, subject.start) else subject
    return Act(kind, status, verb, objects, subject, piece, caused)


_MISSING = re.compile(
    r"(?:等|的|方面)*(?:产业链)?(?:关键|核心|重点|主要|突出)?(?:缺失|薄弱|短缺|空白|断链|断点|缺项|弱项|短板)(?:的)?(?:环节|领域|产品|部件|方向|链条)?(?:项目|企业)?$"
)
"""What makes of things aimed at such as are not there (瞄准甲、乙等缺失环节)."""
_BECOMES = re.compile(
    r"(?:成为|成|为)?(?![^，。；]{2,}(?:基地|高地|集聚区|示范区))[^，。；、]{0,12}?(?:(?:首位|支柱|主导|优势|特色|富民|强[县市镇村]|致富|标志性|新兴|龙头|拳头|朝阳|[千百十万]+亿级?|亿元级?)+"
    r"(?:产业|产业集群|产业链|集群|行业|产品)|增长点|增长极|新?引擎|[新金]?名片|金?字?招牌|摇钱树|“[^“”]{2,8}”)"
)
"""What something is to become that names nothing by itself (把甲产业打造|成支柱产业)."""
_INTO = re.compile(r"成为(?=.{3})|成(?![套品都型衣果长本药人熟片林体])(?=.{3})|为(?=[\u4e00-\u9fff]{4})")
"""Between such a verb and what something is to become (打造|成|甲基地)."""
_AIMED = frozenset({"瞄准", "紧盯"})
"""Verbs in front of where those are that another verb seeks (瞄准甲市招引乙)."""
_FROM = ("面向", "向", "从", "赴", "对接", "瞄准", "针对", "聚焦")
"""Opens words for where those come from that are sought."""


def _closing(text: str, start: int, end: int) -> tuple[int, str]:
    """Where the nominal verbs that close an object begin, and those words (“的研发、示范应用和产业化”)."""
    match = _NOMINAL_END.search(text[start:end])
    if match is None or match.start() < 2:
        return end, ""
    return start + match.start(), match.group()


_TURNED = re.compile(
    r"(?:率先|加快|尽快|全面|全部|逐步)?(?:实现|纳入|入选|进入|融入|跻身|迈入|成为|成势"
    r"|进一步(?=扩大|提升|做|增强)|形成(?:产业)?(?:规模|品牌|特色|集群|优势)|上规模|扩大规模|增产|扩面)"
)
"""What is to come of the object of “推动X实现Y”."""


_OLD_KINDS = re.compile(r"等(?:传统|优势|特色|支柱|主导|重点)+(?:产业|行业)(?=[\u4e00-\u9fff]{4,8}、[\u4e00-\u9fff]{4})")
"""What closes a list of sectors in front of several things that are done with them (推动甲、乙等传统产业|工艺升级、数字赋能)."""
_TASKS = re.compile(
    r"等(?:若干|一批)?(?:重点|关键|核心|优势|前沿)*(?:领域|方向|产业|环节)?(?:的)?(?:关键|核心|共性|重大|技术|科技)*攻关(?:项目|任务|专项|行动)"
    r"(?:[0-9]+余?[项个])?$"
)
"""What makes of a list what is to be broken through (实施甲、乙等重点领域|攻关项目70项)."""


_SWELLS = re.compile(r"(?:扩大|做大)(?:规模|总量|体量)|提质扩?[量面能]")
"""What a sector is to do that says nothing more of it (推动甲产业进一步|扩大规模)."""


def _of_list(text: str, piece: Span, start: int, cause: Token, verb: Token, end: int) -> Act | None:
    """The act on a list of sectors that several things are done with, or of techniques that projects are to break through."""
    tasks = _TASKS.search(text, cause.end + 2, end) if verb.kind == "seek" else None
    kinds = _OLD_KINDS.search(text, cause.end + 2, end) if tasks is None else None
    if tasks is None and (kinds is None or kinds.end() > verb.start):
        return None
    stop = tasks.start() if tasks is not None else kinds.end() if kinds is not None else end
    before = _back(text, cause, start)
    subject = Span(start, before) if before - start >= 2 else None
    kind, status = ("seek", "breakthrough") if tasks is not None else ("develop", "planned")
    return Act(kind, status, cause, modified.spans(text, cause.end, stop), subject, piece, True)


def _beside(text: str, piece: Span, start: int, cause: Token, verb: Token, end: int) -> Act | None:
    """“加强A攻关和B研制”: the verb closes its own object; what stands beside it is another one if the same is done with it."""
    first = _noun_act(text, piece, start, cause, verb.end)
    second = _noun_act(text, piece, start, Token(cause.kind, cause.word, cause.status, cause.start, verb.end + 1), end)
    if first is None or second is None or not second.closing or (first.kind, first.status) != (second.kind, second.status):
        return None
    return replace(first, objects=(*first.objects, *second.objects))


_SOUGHT = re.compile(r"研发(?![和与及]?(?:生产|制造))|研制|攻关|突破|研究")
"""What closing nouns say that something is to be broken through; what is to be made, too (研发生产), is developed."""


_BY = re.compile(
    r"(?:重点|骨干|龙头|链主|各类|科技型?|有条件的?|相关|行业|优势|领军|[、和与])*(?:企业|高校|院所|科研院所|机构|单位|主体)"
    r"(?:[、和与](?:高校|院所|科研院所|机构|企业))*等?(?:加快|积极|大力|联合)*(?:开展|加强|加大|实施|进行)"
)
"""Unnamed bodies that are to do what the closing noun says (支持企业开展|甲攻关)."""


def _noun_act(text: str, piece: Span, start: int, cause: Token, end: int) -> Act | None:
    """“加大X的研发招引”: the closing noun says what is done with X."""
    kind, status = "develop", "planned"
    stop, closing = _closing(text, cause.end, end)
    stop = modified.before_use(text, cause.end, _before_adverbs(text, stop, cause.end), closing)
    if (turned := _TURNED.search(text, cause.end + 3, stop)) is not None:
        stop, closing = turned.start(), ""
    if re.search(r"招引|引进|引育|承接|招商", closing):
        kind, status = "seek", "recruit"
    elif _SOUGHT.search(closing):
        kind, status = "seek", "breakthrough"
    by = _BY.match(text, cause.end, stop - 2)
    objects = modified.spans(text, by.end() if by is not None else cause.end, stop)
    if stop - objects[-1].start < 2:
        return None
    before = _back(text, cause, start)
    subject = Span(start, before) if before - start >= 2 else None
    if kind == "seek" and len(objects) == 1:
        whose, alone = gaps.of_sector(text, objects[0])
        objects = (alone,)
        subject = subject or whose
    return Act(kind, status, cause, objects, subject, piece, True, closing)
