"""Platforms and institutes behind any verb that founds, raises or uses them: “筹建甲委员会”, “用好乙超算中心算力”."""

from __future__ import annotations

import re
from functools import cache

from lianpu.extract import clauses, lists, names, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.cues import needs
from lianpu.extract.reading import Reading
from lianpu.extract.rules import bodies, named, serves
from lianpu.extract.things import classify, verbal
from lianpu.extract.whereabouts import whole_place

_LEAST = 5
"""Characters of the shortest name."""


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(map(re.escape, words.longest_first("facility_verbs"))) + ")+")


_COUNT = re.compile(r"(?:(?:总)?(?:规模|投资|面积)[^，。；、的]{1,14}的|[1一](?:个|家|所|座))")
"""What counts or measures a body in front of its name."""
_MANY = re.compile(r"[^，。；、]{0,6}?(?:[0-9一二两三四五六七八九十百]+(?:余|多)?(?:个|家|所|座)|一批|若干)")
"""What tells of several bodies, which have no name."""


@needs(bodies.endings)
def apply(ctx: Context, text: str, span: Span, paragraph: int, owners: tuple[Owner, ...], out: Reading) -> None:
    """Note such bodies, and whom they serve: the subject of their names, else the nearest sector of ``owners``."""
    sector = next((owner for owner in owners[:1] if owner.type == "Industry"), None)
    if not bodies.ends(text[span.start : span.end]):
        return
    for clause in clauses.clauses(text, span):
        found = bodies.ends(text[clause.start : clause.end])
        if not found:
            continue
        end = clause.start + found[-1]
        done = _after().match(text, end, clause.end)
        verb = _verbs().search(text, clause.start, end - _LEAST) or _KIND.search(text, span.start, end - _LEAST)
        if done is None or verb is None and not done["works"]:
            continue
        begin = max(clause.start, verb.end()) if verb is not None else clause.start
        count = _COUNT.match(text, begin, end)
        if count is None and _MANY.match(text, begin, end):
            continue
        begin = count.end() if count is not None else begin
        _write(ctx, text, Span(begin, end), clause, paragraph, sector, out)


@cache
def _after() -> re.Pattern[str]:
    works = "|".join(map(re.escape, words.longest_first("facility_works")))
    return re.compile(
        rf"[”）]?(?:（[^（）]{{2,12}}）)?(?:(?P<works>{works}|在[^，。；]{{2,24}}作用|(?:综合|公共)?服务(?:能力|功能))|等|建设|$|[，。；、：]|[和与及])"
    )


_KIND = re.compile(r"(?:平台|机构|载体|院所)(?:：|(?:主要)?(?:有|包括)：?)")
"""What says of the list behind it that it is one of bodies."""
_CLAUSE = re.compile(r"到|这[一个]|并(?!网)")
"""In what is a clause and no name."""


def _nameless(text: str) -> bool:
    """Whether an item is a clause, or several bodies that have no name (一批平台, 升级为甲中心)."""
    told = words.opening(text, "no_body_starts") or words.inside(text, "no_body_words")
    return bool(told) or _CLAUSE.search(text) is not None


def _write(ctx: Context, text: str, where: Span, clause: Span, paragraph: int, sector: Owner | None, out: Reading) -> None:
    """Note the bodies of a list that no other rule has read."""
    other = (*names.BODIES, "Park", "Enterprise", "Project")
    known = [m for m in out.mentioned(paragraph) if m.what.type in other]
    served = {draft.s for draft in out.stated(paragraph) if draft.p == "supports"}
    for item in _items(ctx, text, where):
        suffix = names.form(item.text)[1]
        if names.form(item.text)[0] not in names.BODIES or len(item.text) < _LEAST or _nameless(item.text):
            continue
        if verbal(item.text[: -len(suffix)]):
            continue
        over = [m for m in known if m.start < item.end and item.start < m.end]
        if over:
            bare = over[-1].what.type in names.BODIES and over[-1].end == item.end and over[-1].what not in served
            if bare and over[-1].rule in serves.BY_NAME:
                place = (paragraph, clause.start, clause.end)
                serves.state(ctx, over[-1].what, sector, "existing", place, "supports-facility", out)
            continue
        thing = classify(ctx, item.text, item.start)
        if thing is None or thing.what.type not in names.BODIES:
            continue
        place = (paragraph, clause.start, clause.end)
        out.name(thing.what, paragraph, thing.start, thing.end, "facility", thing.aliases)
        status = named.status(text, clause.start, item.start, item.end)
        if thing.place is not None:
            out.name(thing.place, paragraph, thing.start, thing.end, "place")
            out.state(thing.what, "locatedIn", thing.place, status, place, "place-prefix")
        serves.state(ctx, thing.what, sector, status, place, "supports-facility", out)


def _items(ctx: Context, text: str, where: Span) -> list[lists.Item]:
    """The items of a list; what 与 or 和 joins to a body and is none itself is the first half of its name (甲与乙实验室)."""
    out: list[lists.Item] = []
    listing = lists.parse(text, where.start, where.end)
    behind = lists.parse(text, listing.tail.start, listing.tail.end).items if listing.tail is not None else ()
    for item in (*listing.items, *behind):
        joined = out and text[out[-1].end : item.start] in ("与", "和", "及") and _half(ctx, out[-1].text)
        start = out.pop().start if joined else item.start
        out.append(lists.Item(text[start : item.end], start, item.end))
    return out


def _half(ctx: Context, text: str) -> bool:
    """Whether words may be the first half of a body's name: no body, firm or place of their own."""
    return names.form(text)[0] not in (*names.BODIES, "Park", "Enterprise", "Agency") and whole_place(ctx, text) is None
