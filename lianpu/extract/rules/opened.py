"""A short firm right behind the place that opens a clause: “乙市华甲科技攻克…”."""

from __future__ import annotations

import re
from functools import cache

from lianpu.extract import clauses, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.reading import Reading
from lianpu.extract.things import generic, strip_verbs, verbal
from lianpu.extract.whereabouts import place_prefix


@cache
def _firm() -> re.Pattern[str]:
    ends = "|".join(map(re.escape, words.longest_first("firm_heads")))
    return re.compile(rf"(?![以由在与和同向对将为把让从])(?P<head>[\u4e00-\u9fff]{{2,3}}?)(?:{ends})")


def apply(ctx: Context, text: str, span: Span, paragraph: int, out: Reading) -> None:
    """Note such firms of a statement and where they stand."""
    for clause in clauses.clauses(text, span):
        place = place_prefix(ctx, text[clause.start : clause.end])
        match = _firm().match(text, clause.start + place[1], clause.end) if place is not None else None
        if place is None or match is None or place[0] == ctx.home or generic(match.group("head")) or verbal(match.group("head")):
            continue
        after = text[match.end() : clause.end]
        if (
            after
            and not clauses.tokens(after, Span(0, len(after)))[:1]
            and strip_verbs(after) == 0
            or ctx.count(match.group("head")) > 3
        ):
            continue
        thing = out.name(Owner("Enterprise", match.group()), paragraph, match.start(), match.end(), "firm-behind-place")
        out.name(place[0], paragraph, clause.start, match.start(), "place")
        out.state(thing, "locatedIn", place[0], "existing", (paragraph, clause.start, match.end()), "firm-behind-place")
