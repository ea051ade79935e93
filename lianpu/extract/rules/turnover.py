"""focusesOn from what the sectors of a place turned over (“甲、乙产业产值分别增长9%”); goods of a firm whose output is told."""

from __future__ import annotations

import re
from functools import cache

from lianpu.extract import brands, clauses, lists, names, phrases, tense, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.cues import needs
from lianpu.extract.reading import Reading
from lianpu.extract.rules import places, ventures
from lianpu.extract.things import generic, verbal
from lianpu.extract.whereabouts import place_prefix

_REACHED = r"(?:分别|预计|首次|均|已|累计|继续|持续|实现|完成|同比|率先|合计|再|连续|保持|双双|稳步|年均)*"
_BEHIND = r"(?:增长|突破|达到?|超过?|跃居|位居|稳居|居|占|迈上|跨上|翻番|翻一番|增至|跃升|跨越|迈入|[0-9])"


@cache
def _told() -> re.Pattern[str]:
    """One sector or several in front of a figure of theirs."""
    measures = "|".join(map(re.escape, words.longest_first("turnover_measures")))
    return re.compile(
        r"(?:其中|目前|全年|预计)?(?P<list>[^，。；：0-9]{2,50}?)"
        r"(?P<kind>(?:等)?[0-9两三四五六七八九十]*[大条个]?(?:主导|支柱|优势|特色|重点|传统|新兴)*(?:产业集群|产业链|产业|行业|集群))?"
        rf"(?:实现)?(?:{measures}){_REACHED}{_BEHIND}"
    )


_OUTPUT = re.compile(
    r"(?P<firm>[\u4e00-\u9fff]{2,8}?)(?P<goods>[\u4e00-\u9fffA-Za-z]{2,12}?)(?:年|总)?(?:产量|产销量|销量|产能|出口量)"
    r"(?:分别|首次|已|累计|预计|实现|年)*(?:增长|突破|达到?|超过?|跃居|位居|稳居|[0-9])"
)
_REGISTERED = re.compile(r"(?:股份|集团|控股|实业)*(?:有限)?(?:责任)?公司")
"""What makes a registered name of a firm's short one."""
_WHOLE = re.compile(r"完成|实现|规模|规上|以上|核心产业$|^(?:全社会|园区|开发区)")
"""In what names a total of statistics rather than a sector."""
_AIMED = re.compile(r"力争|争取|确保|到20[0-9]{2}年|目标|推动|促进|加快|支持|计划|将|努力|要|实现.*目标")
"""What makes an aim of a figure."""


@needs(_told)
def apply(ctx: Context, text: str, span: Span, paragraph: int, owners: tuple[Owner, ...], out: Reading) -> None:
    """State that the place has the sectors, existing, where the text tells what was reached."""
    place = next((owner for owner in owners if owner.type in ("Region", "Park")), ctx.home)
    if place is None or not _past(ctx, text, span, paragraph):
        return
    for clause in clauses.clauses(text, span):
        if _AIMED.search(text, clause.start, clause.end) is not None:
            continue
        prefix = place_prefix(ctx, text[clause.start : clause.end])
        begin = clause.start + (prefix[1] if prefix is not None else 0)
        whose = prefix[0] if prefix is not None else place
        while (match := _told().match(text, begin, clause.end)) is not None:
            items = lists.parse(text, *match.span("list"), ctx.sector_names).items
            for at, item in enumerate(items):
                kind = match["kind"] if at == len(items) - 1 else None
                kind = "" if kind == "产业" and any(not one.text.endswith(kind) for one in items[:-1]) else kind
                own, item = apart(ctx, item)
                _write(ctx, item, kind, len(items), own or whose, (paragraph, match.start(), match.end()), out)
            behind = text.find("、", match.end(), clause.end)
            begin = behind + 1 if behind >= 0 else clause.end


def apart(ctx: Context, item: lists.Item) -> tuple[Owner | None, lists.Item]:
    """The place that an item opens with, and the item without it (甲县乙业)."""
    prefix = place_prefix(ctx, item.text)
    if prefix is None or prefix[1] + 2 > len(item.text):
        return None, item
    return prefix[0], lists.Item(item.text[prefix[1] :], item.start + prefix[1], item.end)


def _past(ctx: Context, text: str, span: Span, paragraph: int) -> bool:
    """Whether a statement tells what was reached, by its section or by its own words."""
    return places.present(ctx, paragraph) or tense.surely_past(text[span.start : span.end])


def _write(
    ctx: Context,
    item: lists.Item,
    kind: str | None,
    size: int,
    place: Owner,
    where: tuple[int, int, int],
    out: Reading,
) -> None:
    found = names.topic(item.text)
    if found is None or found[1] > 0:
        return
    name = found[0]
    longer = name + "产业"
    name = longer if kind == "产业" and not name.endswith("产业") else name
    totals = words.words("turnover_totals")
    sector = ctx.known_sector(name) or ctx.is_sector(name) or names.form(name)[0] == "Industry"
    if name in totals or name.removesuffix("产业") in totals or generic(name) or verbal(name) or not phrases.may_own(name):
        return
    firm = brands.strength(name) == 2 or name in out.told["Enterprise"] or bool(ventures.maker(name))
    if not phrases.plain(name) or firm or _WHOLE.search(name) is not None:
        return
    if names.form(name)[0] not in (None, "Industry", "Product", "Enterprise") or not (
        sector or names.goods(name) or kind is not None and size > 1 or phrases.sectoral(name)
    ):
        return
    what = Owner("Industry" if sector or kind is not None else "Product", name)
    out.name(place, where[0], where[1], where[2], "turnover")
    out.name(what, where[0], item.start, item.start + len(found[0]), "turnover")
    out.state(place, "focusesOn", what, "existing", where, "turnover")


@needs(_OUTPUT)
def made(ctx: Context, text: str, span: Span, paragraph: int, out: Reading) -> None:
    """“甲集团整车产量9万辆”: the firm makes the goods of which an output is told."""
    for clause in clauses.clauses(text, span):
        match = _OUTPUT.match(text, clause.start, clause.end)
        if match is None or _AIMED.search(text, clause.start, clause.end) is not None:
            continue
        whole = text[match.start() : match.end("goods")]
        firm = ventures.maker(whole) or ventures.coined(ctx, whole)
        registered = _REGISTERED.match(whole, len(firm)) if firm else None
        firm = whole[: registered.end()] if registered is not None else firm
        goods = whole[len(firm) :].removeprefix("年")
        if not firm or len(goods) < 2 or not names.goods(goods) or generic(goods):
            continue
        maker, what = Owner("Enterprise", firm), Owner("Product", goods)
        out.name(maker, paragraph, match.start(), match.start() + len(firm), "turnover")
        out.name(what, paragraph, match.end("goods") - len(goods), match.end("goods"), "turnover")
        out.state(maker, "produces", what, "existing", (paragraph, match.start(), match.end()), "turnover")
