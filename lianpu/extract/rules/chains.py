"""stageOf and feeds: “A—B—C产业链”, “上游…”, “下游…”, “从A到B、C的产业链”."""

from __future__ import annotations

import re

from lianpu.extract import lists, names
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.reading import Reading
from lianpu.extract.things import classify

_STAGE = r"[^—\-+→，。；：“”、]{2,14}"
_DASHES = re.compile(rf"(?:“)?(?P<chain>{_STAGE}(?:(?:—{{1,2}}|–|－|→|\+){_STAGE}){{2,}})(?:”)?(?P<name>[^，。；、]{{0,14}}?(?:全?产业链|链条|链))?")
_SEPARATOR = re.compile(r"—{1,2}|–|－|→|\+")
_COMPACT = re.compile(r"(?P<noun>[\u4e00-\u9fff]{2,6})“(?P<verbs>[制储输运用加发]{3,5})”(?:一体化)?(?:全)?(?:产业链|链条)")


def apply(ctx: Context, text: str, span: Span, paragraph: int, owner: Owner, out: Reading) -> None:
    """Read chains in one statement; a chain without a name belongs to ``owner``."""
    for match in _DASHES.finditer(text, span.start, span.end):
        if not (match.group("name") or "链" in text[max(span.start, match.start() - 12) : match.end() + 12]):
            continue
        chain = _chain_owner(ctx, match.group("name") or "", owner)
        if chain is None:
            continue
        start, end = match.span("chain")
        _sequence(ctx, text, [(m_start, m_end) for m_start, m_end in _pieces(text, start, end)], paragraph, span, chain, out)
    for match in _COMPACT.finditer(text, span.start, span.end):
        noun = match.group("noun")
        for skip in ("统筹推进", "推进", "形成", "打造", "构建", "完善", "发展"):
            noun = noun.removeprefix(skip)
        unit = "氢" if "氢" in noun else noun
        chain = Owner("Industry", noun)
        stages = [Owner("Product", verb + unit) for verb in match.group("verbs")]
        _write(stages, [match.span("verbs")] * len(stages), paragraph, (match.start(), match.end()), chain, out)


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    begin = start
    for match in _SEPARATOR.finditer(text, start, end):
        out.append((begin, match.start()))
        begin = match.end()
    out.append((begin, end))
    return out


def _chain_owner(ctx: Context, name: str, owner: Owner) -> Owner | None:
    stem = re.sub(r"(?:全?产业链条?|链条|链)$", "", name).strip("的”完整")
    found = names.topic(stem) if len(stem) >= 2 else None
    if found is not None:
        return Owner("Industry", found[0])
    return owner if owner.type == "Industry" else None


def _sequence(
    ctx: Context, text: str, pieces: list[tuple[int, int]], paragraph: int, span: Span, chain: Owner, out: Reading
) -> None:
    stages: list[Owner] = []
    places: list[tuple[int, int]] = []
    for start, end in pieces:
        name = text[start:end].strip("“” ")
        if len(name) < 2:
            return
        stages.append(Owner("Product", name))
        places.append((start, end))
    _write(stages, places, paragraph, (pieces[0][0], pieces[-1][1]), chain, out)


def _write(
    stages: list[Owner], places: list[tuple[int, int]], paragraph: int, evidence: tuple[int, int], chain: Owner, out: Reading
) -> None:
    where = (paragraph, *evidence)
    out.name(chain, paragraph, evidence[0], evidence[1], "chain")
    for order, (stage, (start, end)) in enumerate(zip(stages, places, strict=True), 1):
        out.name(stage, paragraph, start, end, "stage")
        out.state(stage, "stageOf", chain, "existing", where, "chain-order", order=order)
    for a, b in zip(stages, stages[1:], strict=False):
        out.state(a, "feeds", b, "existing", where, "chain-order")


_UP = re.compile(r"上游(?:的)?(?:企业)?")
_DOWN = re.compile(r"下游(?:的)?(?:企业)?")


def positions(ctx: Context, text: str, span: Span, paragraph: int, owner: Owner, things: list[tuple[Owner, int, int]], out: Reading) -> None:
    """Objects of a clause that names 上游 or 下游 are stages in that position and feed, or are fed by, the industry."""
    if owner.type != "Industry":
        return
    body = text[span.start : span.end]
    up, down = _UP.search(body), _DOWN.search(body)
    if bool(up) == bool(down):
        return
    for what, start, end in things:
        where = (paragraph, span.start, max(end, span.start + 2))
        if up:
            out.state(what, "stageOf", owner, "existing", where, "chain-upstream", position="upstream")
            out.state(what, "feeds", owner, "existing", where, "chain-upstream")
        else:
            out.state(what, "stageOf", owner, "existing", where, "chain-downstream", position="downstream")
            out.state(owner, "feeds", what, "existing", where, "chain-downstream")


_ = (classify, lists)
