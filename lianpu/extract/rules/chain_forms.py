"""How the text writes a chain by its stages: “A—B—C产业链”, “从A到B的产业链”, “集A、B于一体的X产业链”, “由A、B等环节构成”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lianpu.extract import lists, words
from lianpu.extract.clauses import Span
from lianpu.extract.rules import chain_runs
from lianpu.extract.rules.chain_runs import LINE, Chain, followed
from lianpu.extract.rules.stage_lists import past_verbs

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


def cued(text: str, span: Span) -> bool:
    """Whether a statement has a word or a run without which nothing in it is a chain or on a stream."""
    return (
        _CUES.search(text, span.start, span.end) is not None
        or chain_runs.RUN_QUOTED.search(text, span.start, span.end) is not None
    )


def chains(text: str, span: Span, chained: bool) -> Iterator[Chain]:
    """Candidates, the surest form first; all but a few forms have 链 in them."""
    linked = text.find("链", span.start, span.end) >= 0
    whole = text.find("一体", span.start, span.end) >= 0
    if linked or whole:
        yield from chain_runs.unquoted(text, span, chained)
    if linked or text.find("“", span.start, span.end) >= 0:
        yield from chain_runs.dashed(text, span, chained)
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
