"""locatedIn of listed firms from the verb around their list: “集聚A、B等企业”, “成功引进C等龙头企业”, “推动D等企业入驻”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from lianpu.extract import names, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.owners import Option
from lianpu.extract.reading import Reading
from lianpu.extract.rules import places
from lianpu.extract.things import Thing, verbal
from lianpu.extract.whereabouts import opening_place, park_in_front, place_prefix
from lianpu.model import Status

_DONE = re.compile(
    r"已|成功|先后|相继|累计|接连|陆续|纷纷|近年来|目前|[进入引育聚来集户地驻]了|涌现出|新(?:引[进入]|招引|落户|签约|[入进]驻)"
)
_WISHED = re.compile(r"推动|推进|支持|鼓励|引导|争取|力争|加快|促进|拟|谋划|瞄准|重点|积极|着力|大力|加强|围绕")
_OWN = re.compile(r"本土|本地|本市|本区|本县|区内|市内|县内")
"""Words of firms that say that they are the place's own."""


def state(
    ctx: Context,
    text: str,
    clause: Span,
    at: Span,
    firms: Sequence[Thing],
    paragraph: int,
    options: tuple[Option, ...],
    out: Reading,
) -> bool:
    """State where the firms of the list ``at`` stand; those whose place is said otherwise are left alone.

    Tells whether the words are about where they stand.
    """
    status = _status(ctx, text, clause, at, paragraph)
    first = firms[0].start if firms else at.start
    home = _at_host(ctx, text, first, paragraph, options) if status is None else _place(ctx, text, clause, at, paragraph, options)
    strangers = [thing.what for thing in firms if thing.place is None]
    if home is None or not strangers:
        return status is not None
    where = (paragraph, clause.start, max(at.end, min(clause.end, at.end + 12)))
    out.name(home, *where, "place")
    for firm in strangers:
        out.state(firm, "locatedIn", home, status or "existing", where, "firms-here")
    return status is not None


def _at_host(ctx: Context, text: str, first: int, paragraph: int, options: tuple[Option, ...]) -> Owner | None:
    """The park whose own paragraph, naming it, lists the firms, unless it is to work with them (“与A、B等企业共建”)."""
    host = _host(ctx, paragraph, options)
    partners = text[max(0, first - 1) : first] in ("与", "同", "和")
    named = host is not None and host.name in ctx.outline.paragraphs[paragraph].text
    return host if named and not partners else None


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words.longest_first("firm_arrivals"))))


@cache
def _settles() -> re.Pattern[str]:
    return re.compile(rf"[^，。；]{{0,10}}?(?:{'|'.join(map(re.escape, words.longest_first('firm_settles')))})")


def _status(ctx: Context, text: str, clause: Span, at: Span, paragraph: int) -> Status | None:
    """Whether the firms are there or are to come; None where no word says either."""
    before = text[clause.start : at.start]
    verbs = [match.group() for match in _verbs().finditer(before)]
    if not verbs and _settles().match(text, at.end, clause.end) is None:
        return "existing" if _OWN.search(text, at.start, at.end) else None
    if verbs and verbs[-1] == "引育" and _DONE.search(before) is None:
        return None
    having = bool(verbs) and words.mapping("firm_arrivals")[verbs[-1]][0] == "have"
    behind = text[at.end : clause.end] if not verbs else ""
    done = _DONE.search(before) is not None or _DONE.search(behind) is not None or places.present(ctx, paragraph)
    return "existing" if done or having and not _WISHED.search(before) else "planned"


def _place(ctx: Context, text: str, clause: Span, at: Span, paragraph: int, options: tuple[Option, ...]) -> Owner | None:
    """The place behind the verb or before all, else the park whose paragraph it is or the place that the sentence opens with,
    else what the text is about."""
    settled = _settles().match(text, at.end, clause.end)
    ahead = place_prefix(ctx, text[settled.end() : clause.end]) if settled is not None else None
    entered = park_in_front(text, settled.end(), clause.end - (text[clause.end - 1] in "。；")) if settled is not None else None
    if entered is not None:
        return entered
    prefix = ahead or place_prefix(ctx, text[clause.start : clause.end])
    verb = _verbs().search(text, clause.start, at.start)
    park = park_in_front(text, clause.start, verb.start()) if verb is not None and ahead is None else None
    if park is not None or prefix is not None:
        return park or (prefix[0] if prefix is not None else None)
    own = _host(ctx, paragraph, options) or opening_place(ctx, text, clause.start)
    return own or next((o.owner for o in options if o.owner.type in ("Park", "Region")), ctx.home)


_OPENS = re.compile(
    r"(?P<name>[^，。；、：是]{4,24}?)(?=位于|地处|坐落|成立于|始建于|建于|总投资|总面积|规划|占地|是|以|于|由|，|紧邻|现有|已)"
)
_ABOUT = re.compile(r"(?:简介|概况|介绍|基本情况|情况)$")


def _host(ctx: Context, paragraph: int, options: tuple[Option, ...]) -> Owner | None:
    """The park whose own text a paragraph is: by its heading, or by the name that both heading and paragraph open with."""
    own = options[0] if options else None
    if own is not None and own.owner.type == "Park" and own.relation.startswith(("head", "section")):
        return own.owner
    row = ctx.outline.paragraphs[paragraph]
    title = _ABOUT.sub("", ctx.outline.sections[row.section].title)
    opening = _OPENS.match(row.text)
    if opening is None:
        return None
    name = opening.group("name")
    park = names.form(name)[0] == "Park" and (name == title or _FOUNDED.match(row.text, opening.end()) is not None)
    return Owner("Park", name) if park and name not in ctx.places and not verbal(name) else None


_FOUNDED = re.compile(r"位于|地处|坐落|成立于|始建于|建于|总投资|总面积|规划面积|占地|是")
