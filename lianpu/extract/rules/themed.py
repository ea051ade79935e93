"""focusesOn of zones and belts whose theme a statement tells first: “以甲、乙为特色，打造丙旅游圈”, “以丁为主导的戊产业带”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lianpu.extract import belts, clauses, lists, names
from lianpu.extract.acts import Frame
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.cues import needs
from lianpu.extract.reading import Reading
from lianpu.extract.things import classify, generic, verbal
from lianpu.extract.whereabouts import place_prefix
from lianpu.extract.words import either
from lianpu.model import Status

_GOODS = r"(?P<list>[^。；：（）]{2,80}?)"
_BUILT = (
    r"(?:重点|着力|高标准|高质量|高水平|全力|加快|规划|统筹)*(?:打造|建设|构建|形成|培育|建成|做强)(?:一条|一个|成为|成)?"
    r"“?(?P<zone>[^，。；：、“”的]{4,20})”?[，。；]?$"
)
_NO_GOODS = re.compile(r"[，为]|优势|资源|作用|基础|载体|平台|龙头|企业|抓手|契机|机遇|战略")


@cache
def _ways() -> tuple[re.Pattern[str], ...]:
    roles = either("theme_roles")
    return (
        re.compile(
            rf"以{_GOODS}为(?:主要|主|重点|鲜明|突出)?{roles}(?:特色)?的“?(?P<zone>[^，。；：、“”的]{{4,20}})”?(?=[，。；和与]|$)"
        ),
        re.compile(rf"以{_GOODS}为(?:主要|主|重点|鲜明|突出)?{roles}(?:特色)?，{_BUILT}"),
        re.compile(rf"(?<![^，。；：])(?:突出|主打|聚焦|围绕){_GOODS}等?(?:主题|特色|功能|业态)?，{_BUILT}"),
    )


@needs(_ways, nothing=list)
def apply(ctx: Context, text: str, frame: Frame, paragraph: int, out: Reading) -> list[Span]:
    """State that each zone focuses on what its theme lists; gives the lists that were read so."""
    taken: list[Span] = []
    for match in _found(text, frame):
        zone = _zone(ctx, match["zone"])
        listed = Span(*match.span("list"))
        if zone is None or _NO_GOODS.search(match["list"]) is not None or clauses.tokens(text, listed):
            continue
        items = lists.parse(text, listed.start, listed.end, ctx.sector_names).items
        things = [classify(ctx, item.text, item.start) for item in items]
        named = [t for t in things if t is not None and t.what.type in ("Product", "Industry") and _names(t.what.name)]
        if 2 * len(named) <= len(items):
            continue
        where = (paragraph, match.start(), match.end())
        out.name(zone, paragraph, *match.span("zone"), "zone")
        status: Status = "existing" if "已" in match.group() else "planned"
        for thing in named:
            out.name(thing.what, paragraph, thing.start, thing.end, "theme", thing.aliases)
            out.state(zone, "focusesOn", thing.what, status, where, "theme")
        taken += [listed, *(clause for clause in frame.clauses if clause.start <= listed.start < clause.end)]
    return taken


def _found(text: str, frame: Frame) -> Iterator[re.Match[str]]:
    """What is told of a zone in one clause, or in two that stand beside each other."""
    one, *two = _ways()
    seen: set[int] = set()
    pairs = zip(frame.clauses, frame.clauses[1:], strict=False)
    for way, start, end in (
        *((one, clause.start, clause.end) for clause in frame.clauses),
        *((way, first.start, second.end) for first, second in pairs for way in two),
    ):
        match = way.search(text, start, end)
        if match is not None and match.start() not in seen:
            seen.add(match.start())
            yield match


def _zone(ctx: Context, name: str) -> Owner | None:
    """The belt or park that words name as a whole; a park called by its kind alone has a place in front."""
    if (belt := belts.named(name)) is not None:
        return belt
    park = names.form(name)[0] == "Park" and len(name) >= _NAME and not verbal(name) and not generic(name)
    called = names.praised(name) is None or place_prefix(ctx, name) is not None
    return Owner("Park", name) if park and called else None


_NAME = 6
"""Characters of the name of a park of which a theme is told, at least."""


def _names(name: str) -> bool:
    return names.nameable(name) and not generic(name) and not verbal(name)
