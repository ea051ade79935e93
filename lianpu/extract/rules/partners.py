"""worksWith: named cooperation, “与A、B等合作”, “对接A”, “深化与C合作”."""

from __future__ import annotations

import re

from lianpu.extract import lists
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.reading import Reading
from lianpu.extract.things import Thing, classify

_WITH = re.compile(
    r"(?:与|同|和|对接|携手|联合)(?P<list>[^，。；]{2,90}?)(?:等(?P<kind>[^，。；、]{0,10}?(?:院所|高校|院校|机构|企业|平台|园区|城市|地区|单位|科研院所|协会)[^，。；、]{0,2}))?(?:的)?"
    r"(?:开展|建立|进行|深化|加强)?(?:[^，。；、]{0,8}?)(?:合作|对接|共建|签约|战略合作|协作|联手|交流|联合)"
)
_TOWARD = re.compile(r"(?:积极|主动|精准|加强)?对接(?P<list>[^，。；]{2,80}?)(?:等(?P<kind>[^，。；]{0,10}))?(?=[，。；])")


def apply(ctx: Context, text: str, span: Span, paragraph: int, owner: Owner, firm: Owner | None, out: Reading) -> list[Span]:
    """Write cooperation of one statement; gives the spans that are partners, so that other rules leave them."""
    taken: list[Span] = []
    for pattern in (_WITH, _TOWARD):
        for match in pattern.finditer(text, span.start, span.end):
            start, end = match.span("list")
            partners = _partners(ctx, text, start, end, match.group("kind") or "")
            for thing in partners:
                out.name(thing.what, paragraph, thing.start, thing.end, "partner", thing.aliases)
                out.state(firm or owner, "worksWith", thing.what, "planned", (paragraph, span.start, match.end()), "works-with")
            if partners:
                taken.append(Span(start, end))
        if taken:
            break
    return taken


def _partners(ctx: Context, text: str, start: int, end: int, kind: str) -> list[Thing]:
    slot_firm = "企业" in kind
    out: list[Thing] = []
    for item in lists.parse(text, start, end).items:
        thing = classify(ctx, item.text, item.start, slot="Enterprise" if slot_firm else None)
        if thing is not None and thing.what.type in ("Institution", "Enterprise", "Platform", "Region", "Park"):
            out.append(thing)
    return out
