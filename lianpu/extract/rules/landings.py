"""locatedIn of firms and projects that a verb brings to a place: “甲公司落户乙镇”, “丙总部等项目入驻丁区”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lianpu.extract import brands, clauses, lists, names, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.reading import Mention, Reading
from lianpu.extract.things import classify, generic, list_start, verbal
from lianpu.extract.whereabouts import park_in_front, place_prefix, whole_place
from lianpu.model import Status

_LINK = (
    r"(?:等[^，。；：、]{0,16}?(?:企业|龙头|巨头|链主|公司|集团|项目|机构|单位|平台|总部|中心|基地|院所)|[0-9一二三四五六七八九十]+[家个户]企业|项目)?"
    r"(?:[全分均都已先前]|已经|相继|先后|陆续|成功|正式|顺利|纷纷|分别|全部|原先|早|就|也|正在?|签约|整体|总部|目前|原先就)*"
)
"""What may stand between the last of what came and the verb or the place."""
_WORKS = re.compile(r"等[^，。；：、]{0,12}?项目$|项目$")
_TYPED = re.compile(r"(?:总部|中心|基地|工厂|生产线|产业园|项目|研究院|实验室|平台|园)$")
_TOLD = frozenset({"firms-here", "landed", "region-holds"})
"""Rules that have read the same words."""
_WISHED = re.compile(r"推动|推进|支持|鼓励|引导|争取|力争|加快|促进|拟|谋划|确保|力促|尽快|早日|尽早|将")


@cache
def _came() -> re.Pattern[str]:
    verbs = "|".join(words.longest_first("landing_verbs"))
    return re.compile(
        rf"(?:在(?P<before>[^，。；：、在]{{2,16}}?))?(?:已|成功|正式|顺利)*(?:{verbs})(?:在|于|到|至)?(?P<after>[\u4e00-\u9fff]{{0,16}})"
    )


@cache
def _hint() -> re.Pattern[str]:
    return re.compile("|".join(sorted({verb[-2:] for verb in words.words("landing_verbs")})))


def apply(ctx: Context, text: str, span: Span, paragraph: int, out: Reading) -> None:
    """State where the firms and projects in front of such a verb are, if a place is said with it."""
    if _hint().search(text, span.start, span.end) is None:
        return
    for clause in clauses.clauses(text, span):
        for match in _came().finditer(text, clause.start + 3, clause.end):
            place = _place(ctx, text, match)
            if place is None:
                continue
            status: Status = "planned" if _WISHED.search(text, clause.start, match.start()) else "existing"
            where = (paragraph, clause.start, match.end())
            for what, start, end in _those(ctx, text, clause, match.start(), paragraph, out):
                if any(d.s == what and (d.o == place or d.rule in _TOLD) for d in out.stated(paragraph) if d.p == "locatedIn"):
                    continue
                out.name(what, paragraph, start, end, "landing")
                out.name(place, *where, "place")
                out.state(what, "locatedIn", place, status, where, "landing")


def _place(ctx: Context, text: str, match: re.Match[str]) -> Owner | None:
    """The place right behind the verb, else the one with 在 in front of it."""
    for group in ("after", "before"):
        said = match[group]
        if said and (whole := whole_place(ctx, said)) is not None:
            return whole
        prefix = place_prefix(ctx, f"{said}，") if said else None
        if prefix is not None:
            return park_in_front(text, match.start(group), match.end(group)) or prefix[0]
        park = park_in_front(text, match.start(group), match.end(group)) if said else None
        if park is not None:
            return park
    return None


def _those(ctx: Context, text: str, clause: Span, end: int, paragraph: int, out: Reading) -> Iterator[tuple[Owner, int, int]]:
    """The firms and bodies that the clause lists up to the verb, and what it calls projects."""
    kinds = ("Enterprise", "Platform", "Institution")
    spans = {(m.start, m.end): m for m in out.mentioned(paragraph) if m.what.type in kinds}
    named = [spans[at] for at in sorted(spans) if clause.start <= at[0] and at[1] <= end]
    last = named[-1] if named else None
    if (
        last is not None
        and _link().fullmatch(text, last.end, end) is not None
        and text[clause.start : named[0].start][-1:] != "与"
    ):
        yield from ((m.what, m.start, m.end) for m in _run(text, named))
        return
    close = _unlinked(text, clause.start, end)
    works = _WORKS.search(text[clause.start : close])
    if works is None:
        begin = list_start(text, clause.start, close)
        thing = classify(ctx, text[begin:close], begin) if close - begin <= _NAME and "、" not in text[begin:close] else None
        if thing is not None and thing.what.type in ("Platform", "Institution") and thing.start == begin:
            yield thing.what, thing.start, thing.end
        return
    close = clause.start + works.start()
    for item in lists.parse(text, list_start(text, clause.start, close), close).items:
        if (what := _work(ctx, item, text)) is not None:
            yield what, item.start, item.end


@cache
def _link() -> re.Pattern[str]:
    return re.compile(_LINK)


_NAME = 24
"""Characters of the name of a body that nothing else has read, at most."""
_ADVERBS = re.compile(r"(?:[全均都已]|已经|相继|先后|陆续|成功|正式|顺利|纷纷|分别|全部|签约)*$")


def _unlinked(text: str, start: int, end: int) -> int:
    """Where the words end that stand in front of the verb's adverbs."""
    match = _ADVERBS.search(text, start, end)
    return match.start() if match is not None else end


def _run(text: str, named: list[Mention]) -> list[Mention]:
    """The last of these firms and those that marks of lists part from it; what describes a firm (生产甲的…) may stand between."""
    out = [named[-1]]
    for mention in reversed(named[:-1]):
        between = text[mention.end : out[-1].start]
        if between[:1] not in ("、", "和", "与", "及") or "，" in between:
            break
        out.append(mention)
    return out


def _work(ctx: Context, item: lists.Item, text: str) -> Owner | None:
    """What a list of projects names: a body by its kind, else a project that a name of its own begins."""
    name = item.text
    thing = classify(ctx, name, item.start)
    if thing is not None and thing.what.type in ("Platform", "Institution", "Project"):
        return thing.what
    typed = _TYPED.search(name) is not None and len(name) >= 5
    if not typed or generic(name) or verbal(name) or names.COUNT.match(name) is not None:
        return None
    return (
        Owner("Project", name) if brands.strength(name) or brands.coined(name) or text.startswith("项目", item.end - 2) else None
    )
