"""Chains written as runs: “A—B—C产业链”, “A→B→C”一体化, 聚焦“A—B—C”链, with or without quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lianpu.extract import clauses, names, words
from lianpu.extract.clauses import Span
from lianpu.extract.rules.stage_lists import past_verbs


@dataclass(frozen=True, slots=True)
class Chain:
    """Stages in the order of the text; ``name`` is what stands before 链, ``whole`` the span that is evidence."""

    stages: tuple[Span, ...]
    name: str
    whole: Span
    ordered: bool
    linked: bool
    """Whether each stage feeds the next one."""
    named: bool = True
    """Whether ``name`` stands where a chain's name does, so that it need not be a sector known from elsewhere."""
    titled: bool = False
    """Whether stages that any chain has may stand alone, because the words say whose they are."""


_LINK = r"—{1,2}|–|－|-|→|\+"
_STAGE = r"[^—–－\-+→，。；：“”、（）]{1,14}(?:（[^（）]{1,8}）)?"
LINE = r"(?:全?产业链条?|全?链条|产品链|全链(?![路式条]))(?:体系|生态)?"
_DASHES = re.compile(rf"“?(?P<chain>{_STAGE}(?:(?:{_LINK}){_STAGE}){{2,}})”?(?P<of>(?P<name>[^，。；、“]{{0,14}}?){LINE})?")
_SEPARATOR = re.compile(_LINK)
RUN_QUOTED = re.compile(rf"“[^“”，。；]{{2,14}}(?:{_LINK})")


def followed(text: str, end: int) -> bool:
    """Whether what follows the word 链条 makes it a service or a duty, or only a property of something else."""
    rest = re.match(r"的(?!发展|格局|产业|完整)|的发展(?:需求|要求)", text[end:])
    return rest is not None or text.startswith(tuple(words.words("chain_not_after")), end)


_RUN = rf"{_STAGE}(?:(?:{_LINK}){_STAGE}){{2,}}"
_RUNS = re.compile(rf"(?<!“)(?<![—–－→+-]){_RUN}(?:、{_RUN})*")
_CLOSED = re.compile(rf"(?:等?[一二两三四五六七八九十0-9]+条)?的?(?:较?完整的?)?(?:{LINE}|一体化)")
_BEYOND = 18
"""Characters behind a run in which the word for a chain may stand that it is (甲—乙—丙的国内领先的丁产业链)."""


def unquoted(text: str, span: Span, chained: bool) -> Iterator[Chain]:
    """“培育A—B—C、D—E—F产业链”: runs without quotes, the last of which ends at 产业链."""
    for match in _RUNS.finditer(text, span.start, span.end):
        closed = _CLOSED.search(text, match.start(), min(span.end, match.end() + _BEYOND))
        last = max(text.rfind(link, match.start(), match.end()) for link in "—–－-→+")
        praised = text.find("的", last, closed.start()) if closed is not None else -1
        if closed is not None and re.search("[，。；：“”]", text[match.end() : closed.start()]):
            continue
        if closed is not None and closed.group().endswith("一体化") and not chained:
            continue
        before = text[span.start : match.start()]
        if closed is None or followed(text, closed.end()) or before.count("“") != before.count("”"):
            continue
        begin = past_verbs(text, _past_maker(text, match.start(), closed.start()), closed.start())
        around = _AROUND.match(text, begin, closed.start())
        begin = around.end() if around is not None else begin
        stop = praised if praised >= 0 else closed.start()
        name = text[praised + 1 : closed.start()].rpartition("的")[2] if praised >= 0 else ""
        for run in clauses.split(text, begin, stop, "、"):
            stages = _between(text, run)
            if len(stages) < 3:
                continue
            yield Chain(stages, name, Span(run.start, closed.end()), ordered=True, linked=True)


_AROUND = re.compile(r"[^—–－\-+→]{0,12}?(?:围绕|沿着|沿|聚焦|瞄准|按照|依托)(?=[\u4e00-\u9fff]{2})")
"""What a chain is followed by, in front of its first stage (“甲公司围绕A—B—C产业链”)."""
_MADE = re.compile(r"[^—–－\-+→]{2,14}?(?:已|初步|基本)(?:形成|构建|建成|打通|贯通)(?:了|起)?(?=[\u4e00-\u9fff]{2})")


def _past_maker(text: str, start: int, end: int) -> int:
    """Past who has formed a chain (“甲公司已形成A—B—C产业链”)."""
    made = _MADE.match(text, start, end)
    return made.end() if made is not None else start


def _between(text: str, run: Span) -> tuple[Span, ...]:
    """The stages between dashes, pluses and arrows."""
    out: list[Span] = []
    begin = run.start
    for link in _SEPARATOR.finditer(text, run.start, run.end):
        out.append(Span(begin, link.start()))
        begin = link.end()
    return (*out, Span(begin, run.end))


_BUILT = re.compile(r"(?:形成|构建|打造|贯通|打通|拉长|沿着|顺着|沿)(?:了|出|起)?$")
_LED = re.compile(r"(?:形成|构建|打造|贯通|打通|拉长|推广|围绕|绘制|延续|沿着|顺着|沿)(?:了|出|起)?$")
_ONWARD = re.compile(
    r"(?:方向)?(?:建链|延链|补链|强链|延伸|攀升|升级路径)|方向(?:布局|发展|推进)|(?:两条)?闭环|(?:的)?(?:融合发展|完整|全流程|全产业链)*的?(?:闭环|链条|一体化(?!园|的?(?:服务)?平台)|全产业链)|一条龙|(?:提升|完善|健全)?(?:的)?配套(?:地图|层级|体系)|(?:循环)?(?:产业)?路径"
)
"""What makes a quoted run between these words a chain that goes on (沿“A—B—C”方向布局, 形成“A→B→C”闭环)."""


def _led(text: str, before: str, end: int, chained: bool) -> bool:
    """Whether a verb leads to a quoted run, which goes on as a chain does or stands in a section on one."""
    onward = _LED.search(before) is not None and _ONWARD.match(text, end) is not None
    return onward or chained and _BUILT.search(before) is not None


_SEVERAL = re.compile(r"(?:[、和及]?“[^“”]{4,40}”)*等?[一二两三四五六七八九0-9]+(?:条|个|大)[\u4e00-\u9fff]{0,6}?链")
"""“A—B—C”“D—E—F”两条产业链: what follows each of several runs that are chains together."""
_TITLED = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,10}?)(?:产业)?链条?：$")
"""“甲链：” in front of a run."""


def dashed(text: str, span: Span, chained: bool) -> Iterator[Chain]:
    """“A—B—C产业链”; in a section on a chain (``chained``) also “形成“A—B—C”雏形”, which need not say the word."""
    for match in _DASHES.finditer(text, span.start, span.end):
        before = text[max(span.start, match.start() - 10) : match.start()]
        quoted = match.group()[0] == "“"
        counted = _SEVERAL.match(text, match.end()) if quoted and not match.group("of") else None
        if counted is not None:
            yield Chain(_between(text, Span(*match.span("chain"))), "", Span(*match.span()), ordered=True, linked=True)
            continue
        titled = _TITLED.search(text, max(span.start, match.start() - 14), match.start())
        if titled is not None and not match.group("of"):
            yield Chain(
                _between(text, Span(*match.span("chain"))), titled["name"], Span(*match.span()), ordered=True, linked=True
            )
            continue
        if quoted and not match.group("of") and _LINK_ONLY.match(text, match.end()) is not None:
            yield Chain(
                _between(text, Span(*match.span("chain"))),
                _before(text, span.start, match.start()),
                Span(*match.span()),
                ordered=True,
                linked=True,
            )
            continue
        loose = not chained and _LOOSE.search(match.group("chain")) is not None
        said = re.search(r"产业链|链条", before) is not None or quoted and not loose and _led(text, before, match.end(), chained)
        if not match.group("of") and not said or match.group("of") and followed(text, match.end()):
            continue
        name = match.group("name") or (_before(text, span.start, match.start()) if quoted else "")
        yield Chain(_between(text, Span(*match.span("chain"))), name, Span(*match.span()), ordered=True, linked=True)


_LOOSE = re.compile(rf"\+|(?:^|{_LINK})[^—–－\-+→](?:{_LINK}|$)")
"""In a run of what works together (“模型+算力”) or of steps of one character (“感-传-知-用”): no chain by itself."""
_LINK_ONLY = re.compile(r"链(?=[，。；、]|发展|建设|布局|$)")
"""A chain by itself behind a quoted run (聚焦“甲—乙—丙”链)."""
_AIMED = re.compile(
    r"(?:产业链|产业)?[要应须将]?(?:重点|主要|紧紧|加快|着力)*(?:聚焦|围绕|瞄准|按照|依托|沿着?|构建|形成|打造|打通|完善|立足)$"
)
"""What leads from a sector to the run that its chain is (甲产业链要聚焦“乙—丙—丁”)."""
_NAME = re.compile(r"[\u4e00-\u9fff]{2,12}$")


_AIM = 12
"""Characters of such words, at most."""


def _before(text: str, start: int, end: int) -> str:
    """The goods whose chain a quoted run is, in front of it (壮大甲电池“A—B—C”产业链)."""
    aimed = _AIMED.search(text, max(start, end - _AIM), end)
    end = aimed.start() if aimed is not None else end
    match = _NAME.search(text, start, end)
    begin = past_verbs(text, match.start(), end) if match is not None else end
    name = text[begin:end]
    return name if len(name) > 1 and names.goods(name) and "的" not in name else ""
