"""How the text writes a chain by its stages: “A—B—C产业链”, “从A到B的产业链”, “集A、B于一体的X产业链”, “由A、B等环节构成”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lianpu.extract import clauses, lists, names, words
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
_QUOTED = re.compile(rf"“(?P<list>[^“”，。；]{{1,10}}(?:、[^“”，。；、]{{1,10}}){{2,}})”(?P<name>[^，。；、“”]{{0,10}}?){LINE}")
_GATHERED = re.compile(r"集(?P<list>[^，。；]{4,80}?)等?(?:于一体|为一体|一体化|一体)的?(?P<rest>[^，。；]{2,40})")
_NAMED = re.compile(rf"(?P<name>[\u4e00-\u9fff]{{2,10}}?)(?P<line>{LINE}|产业集群)")
_FROM = re.compile(
    rf"从(?P<a>[^，。；从]{{2,30}}?)到(?P<b>[^，。；]{{2,40}}?)(?=等|的|全|产业链|链条)等?的?(?P<name>[^，。；、“”]{{0,12}}?){LINE}"
)
_ENDED = r"(?P<etc>等)?(?P<of>的)?(?P<name>[^，。；、“”]{0,14}?)(?P<line>全?产业链条?|全?链条|产品链)"
_DOWN_A_STREAM = re.compile(r"[上中下]游")


@cache
def _listed_pattern() -> re.Pattern[str]:
    verbs = "|".join(map(re.escape, words.longest_first("chain_build")))
    return re.compile(
        rf"(?:(?:{verbs})(?:了|出|起)?)+(?P<list>[^，。；“”]{{4,80}}?)(?=等|的|全|较?为?完整|产业链|链条|产品链){_ENDED}"
    )


_CUES = re.compile(r"[链游]|一体|环节|工序|配套|利用|回收|消纳|原料|原材料")
"""One of these is in all that is read here, in :mod:`.streams` and in :mod:`.supplies`, but for runs in quotes."""


_RUN_QUOTED = re.compile(rf"“[^“”，。；]{{2,14}}(?:{_LINK})")


def cued(text: str, span: Span) -> bool:
    """Whether a statement has a word or a run without which nothing in it is a chain or on a stream."""
    return _CUES.search(text, span.start, span.end) is not None or _RUN_QUOTED.search(text, span.start, span.end) is not None


def chains(text: str, span: Span, chained: bool) -> Iterator[Chain]:
    """Candidates, the surest form first; all but a few forms have 链 in them."""
    linked = text.find("链", span.start, span.end) >= 0
    whole = text.find("一体", span.start, span.end) >= 0
    if linked or whole:
        yield from _unquoted(text, span)
    if linked or text.find("“", span.start, span.end) >= 0:
        yield from _dashed(text, span, chained)
    if linked:
        yield from _quoted(text, span)
    if text.find("环节", span.start, span.end) >= 0 or text.find("工序", span.start, span.end) >= 0:
        yield from _consists(text, span)
    if whole:
        yield from _gathered(text, span)
    if linked:
        yield from _from_to(text, span)
        yield from _listed(text, span)
        yield from _parts(text, span)


def followed(text: str, end: int) -> bool:
    """Whether what follows the word 链条 makes it a service or a duty, or only a property of something else."""
    rest = re.match(r"的(?!发展|格局|产业|完整)|的发展(?:需求|要求)", text[end:])
    return rest is not None or text.startswith(tuple(words.words("chain_not_after")), end)


_RUN = rf"{_STAGE}(?:(?:{_LINK}){_STAGE}){{2,}}"
_RUNS = re.compile(rf"(?<!“)(?<![—–－→+-]){_RUN}(?:、{_RUN})*")
_CLOSED = re.compile(rf"(?:等?[一二两三四五六七八九十0-9]+条)?的?(?:较?完整的?)?(?:{LINE}|一体化)")
_BEYOND = 18
"""Characters behind a run in which the word for a chain may stand that it is (甲—乙—丙的国内领先的丁产业链)."""


def _unquoted(text: str, span: Span) -> Iterator[Chain]:
    """“培育A—B—C、D—E—F产业链”: runs without quotes, the last of which ends at 产业链."""
    for match in _RUNS.finditer(text, span.start, span.end):
        closed = _CLOSED.search(text, match.start(), min(span.end, match.end() + _BEYOND))
        last = max(text.rfind(link, match.start(), match.end()) for link in "—–－-→+")
        praised = text.find("的", last, closed.start()) if closed is not None else -1
        if closed is not None and re.search("[，。；：“”]", text[match.end() : closed.start()]):
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
    r"(?:方向)?(?:建链|延链|补链|强链|延伸|攀升|升级路径)|方向(?:布局|发展|推进)|(?:两条)?闭环|(?:的)?(?:融合发展|完整|全流程|全产业链)*的?(?:闭环|链条|一体化(?!园)|全产业链)|一条龙|(?:提升|完善|健全)?(?:的)?配套(?:地图|层级|体系)|(?:循环)?(?:产业)?路径"
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


def _dashed(text: str, span: Span, chained: bool) -> Iterator[Chain]:
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
        said = re.search(r"产业链|链条", before) is not None or quoted and _led(text, before, match.end(), chained)
        if not match.group("of") and not said or match.group("of") and followed(text, match.end()):
            continue
        name = match.group("name") or (_before(text, span.start, match.start()) if quoted else "")
        yield Chain(_between(text, Span(*match.span("chain"))), name, Span(*match.span()), ordered=True, linked=True)


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


def _quoted(text: str, span: Span) -> Iterator[Chain]:
    for match in _QUOTED.finditer(text, span.start, span.end):
        if not followed(text, match.end()):
            items = tuple(Span(i.start, i.end) for i in lists.parse(text, *match.span("list")).items)
            before = re.search(r"[\u4e00-\u9fff]{2,12}$", text[span.start : match.start()])
            name = match.group("name") or (before.group() if before else "")
            yield Chain(items, name, Span(*match.span()), ordered=False, linked=False)


def _gathered(text: str, span: Span) -> Iterator[Chain]:
    """“集A、B、C于一体的X产业链”: stages of X; they stand side by side, so none feeds another."""
    for match in _GATHERED.finditer(text, span.start, span.end):
        rest = match.group("rest")
        named = _NAMED.search(rest[rest.rfind("的") + 1 :])
        if named is None:
            continue
        items = tuple(Span(i.start, i.end) for i in lists.parse(text, *match.span("list")).items)
        yield Chain(items, named.group("name"), Span(*match.span()), ordered=True, linked=False, titled=True)


def _from_to(text: str, span: Span) -> Iterator[Chain]:
    for match in _FROM.finditer(text, span.start, span.end):
        if followed(text, match.end()) or _DOWN_A_STREAM.search(match.group()):
            continue
        items = [*lists.parse(text, *match.span("a")).items, *_until(lists.parse(text, *match.span("b")).items)]
        yield Chain(
            tuple(Span(i.start, i.end) for i in items), match.group("name"), Span(*match.span()), ordered=True, linked=True
        )


_TIED = re.compile(r"(?:[为于]?一体|一体化)$")
"""What ties the steps of a list, behind the last of them (甲、乙、丙为一体的全产业链)."""


def _listed(text: str, span: Span) -> Iterator[Chain]:
    """“形成A、B、C的完整产业链”: a sequence when the items are steps of work, else parts side by side."""
    for match in _listed_pattern().finditer(text, span.start, span.end):
        listed = match.group("list")
        if "、" not in listed or followed(text, match.end()) or listed[0] == "集" or listed[0] == "从" and "到" in listed:
            continue
        begin = match.start("list") + (listed[0] == "从")
        tied = _TIED.search(listed)
        end = match.end("list") - (len(tied.group()) if tied is not None else 0)
        between = match.group("name") + match.group("line")
        whole = (
            re.search(r"完整|完善|全产业链|全链条|环节|的(?:产业)?链", between) or match.group("of") or between.startswith("链条")
        )
        if not whole or match.group("list").startswith("以"):
            continue
        items = _until(lists.parse(text, begin, end).items)
        plain = not match.group("etc") or not bare_name(match.group("name"))
        told = not match.group("etc") or re.search(r"完整|完善|环节", between) is not None
        steps = plain and told and 2 * sum(_step(i.text) for i in items) >= len(items)
        yield Chain(
            tuple(Span(i.start, i.end) for i in items),
            match.group("name"),
            Span(*match.span()),
            ordered=steps,
            linked=steps,
            named=plain,
        )


_CONSISTS = re.compile(
    r"(?:由|(?<=[业济材备品链])(?:主要|一般)?(?:包括|包含|涵盖|(?:可|划)?分为))(?P<list>[^，。；：“”]{4,80}?)"
    r"等?(?:[0-9一二两三四五六七八九十]+(?:个|大|道))?(?:主要|关键)?(?:环节|工序)(?:构成|组成|(?=[，。；]|$))"
)


def _consists(text: str, span: Span) -> Iterator[Chain]:
    """“甲产业由A、B、C等环节构成”, “甲产业包括A、B、C等环节”: stages in the order of the list."""
    for match in _CONSISTS.finditer(text, span.start, span.end):
        items = lists.parse(text, *match.span("list")).items
        if 2 * sum(i.text in words.words("stage_words") for i in items) < len(items):
            yield Chain(tuple(Span(i.start, i.end) for i in items), "", Span(*match.span()), ordered=True, linked=False)


_KEY_PARTS = re.compile(r"(?P<list>[^，。；“”]{4,80}?)等(?:产业链|链条)的?(?:关键|核心|重点|薄弱|缺失)*环节")


def _parts(text: str, span: Span) -> Iterator[Chain]:
    """“突破A、B等产业链关键环节”: links of the chain side by side."""
    for match in _KEY_PARTS.finditer(text, span.start, span.end):
        start = past_verbs(text, match.start(), match.end("list"))
        items = [i for i in lists.parse(text, start, match.end("list")).items if not i.text.startswith(("关键", "核心", "重点"))]
        yield Chain(tuple(Span(i.start, i.end) for i in items), "", Span(start, match.end()), ordered=False, linked=False)


_UNTIL = re.compile(r"(?<=.{2})再?到(?=.{2})")
_THEN = re.compile(r"再到")


def _until(items: tuple[lists.Item, ...]) -> tuple[lists.Item, ...]:
    """“A、B到C再到D”: the last item is several stages."""
    out: list[lists.Item] = []
    for at, item in enumerate(items, 1):
        begin = 0
        for joint in (*(_UNTIL if at == len(items) else _THEN).finditer(item.text), None):
            stop = joint.start() if joint is not None else len(item.text)
            out.append(lists.Item(item.text[begin:stop], item.start + begin, item.start + stop))
            begin = joint.end() if joint is not None else stop
    return tuple(out)


def _step(item: str) -> bool:
    """Whether a stage is a step of work rather than a thing."""
    return item.endswith(words.longest_first("stage_process")) or len(item) <= 3 and item[0] in words.words("stage_process_heads")


_FRAME_WORDS = re.compile(
    r"^[的全较]|(?:核心|关键|各|主要)*环节(?:应用)?|[的]?(?:较?(?:为)?(?:完整|完善)的?)|^(?:现代|特色|优质|新型)|[的全]$"
)


def bare_name(name: str) -> str:
    """A chain's name without the words that only say how whole it is."""
    while (shorter := _FRAME_WORDS.sub("", name)) != name:
        name = shorter
    return name
