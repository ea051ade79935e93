"""What a kind of goods or a sector is told to be made up of: “甲药品主要包括乙、丙、丁等”, “戊领域主要产品有己、庚”."""

from __future__ import annotations

import re

from lianpu.extract import clauses, lists, names, phrases, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.cues import needs
from lianpu.extract.reading import Reading
from lianpu.extract.things import Thing, classify, generic, verbal

_MADE_UP = re.compile(
    r"(?:其中|我[市县区州盟旗]|全[市县区州盟旗]|[^，。；：]{2,16}：)?(?P<head>[\u4e00-\u9fffA-Za-z]{2,12}?)(?:类)?(?:领域|门类|行业)?(?:的)?"
    r"(?:(?:主要|主导|重点|代表性|特色|现有)?(?:产品|品种|品类|种类)(?:主要)?(?:有|包括|为|涵盖|涉及)|主要(?:包括|有|涵盖|涉及|生产))"
    r"(?P<list>[^，。；：]{2,60}?、[^。；：]{2,160}?)(?:等(?:[^，。；、]{0,10})?)?(?=[。；]|$|，(?!、))"
)
_LEAST = 3
"""Things that such a list has, at least."""
_NO_HEAD = re.compile(
    r"任务|内容|工作|措施|项目|问题|原因|企业|公司|集团|园区?$|基地$|政策|目标|指标|服务对象|客户|市场|平台|单位|部门|场景|对象|人员"
)


@needs(_MADE_UP, nothing=list)
def apply(ctx: Context, text: str, span: Span, paragraph: int, owner: Owner, out: Reading) -> list[Span]:
    """State what the kind has; gives the lists, so that others leave them."""
    taken: list[Span] = []
    for piece in clauses.clauses(text, span):
        match = _MADE_UP.match(text, piece.start, span.end)
        if match is None:
            continue
        whose = _kind(ctx, match["head"], owner)
        found = _things(ctx, text, Span(*match.span("list"))) if whose is not None else []
        if whose is None or len(found) < _LEAST:
            continue
        where = (paragraph, piece.start, match.end())
        out.name(whose, paragraph, *match.span("head"), "made-up-of")
        for thing in found:
            out.name(thing.what, paragraph, thing.start, thing.end, "made-up-of", thing.aliases)
            out.state(whose, "focusesOn", thing.what, "existing", where, "made-up-of")
        taken.append(Span(*match.span("list")))
    return taken


def _kind(ctx: Context, head: str, owner: Owner) -> Owner | None:
    """The sector that the head is, by its own name or as a kind of goods; none where it is a body, a place or work."""
    if head in ctx.places or _NO_HEAD.search(head) or generic(head) or verbal(head) or phrases.only_verbs(head):
        return None
    name = head.removesuffix("产品") if len(head) > 4 else head
    sector = names.form(name)[0] == "Industry" or ctx.known_sector(name) or ctx.is_sector(name)
    if sector or names.goods(name):
        return owner if owner.type == "Industry" and owner.name.startswith(name) else Owner("Industry", name)
    return None


def _things(ctx: Context, text: str, listed: Span) -> list[Thing]:
    """The goods or sectors of the list, all of which must be such by what they are called."""
    out: list[Thing] = []
    items = lists.parse(text, listed.start, listed.end).items
    for item in items:
        kind = names.form(item.text)[0]
        if (
            item.text in ctx.places
            or generic(item.text)
            or kind not in (None, "Product", "Industry")
            or words.inside(item.text, "inner_verbs")
        ):
            return []
        thing = classify(ctx, item.text, item.start)
        if thing is None or thing.what.type not in ("Product", "Industry"):
            return []
        out.append(thing)
    return out
