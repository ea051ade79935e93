"""The chains that a region takes in hand: “确定甲、乙等8条产业链”, “8条重点产业链是：甲、乙（含丙）”, “是指甲、乙产业链”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lianpu.extract import lists, names, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner, sector_key
from lianpu.extract.cues import needs
from lianpu.extract.reading import Reading
from lianpu.extract.things import classify, verbal
from lianpu.model import Status

_LIST = r"(?:[^，。；：、“”（）]{2,16}(?:（[^（）]{2,30}）)?、)+[^，。；：、“”（）]{2,16}(?:（[^（）]{2,30}）)?"
_COUNT = r"[0-9一二三四五六七八九十]{1,3}(?:大|条|个)"
_KINDS = "重点|主导|优势|标志性|特色|支柱|新兴|工业|制造业|首批|市级|省级|县级|先进|核心|战略性?"
_KIND = rf"(?:(?:[百千万]+亿元?级|{_KINDS})[^，。；：、]{{0,4}}?)*"
_CLOSED = re.compile(rf"(?P<list>{_LIST}?)等?{_COUNT}(?:[^，。；：、]{{0,8}}的)?{_KIND}(?:产业链|链群)(?!条件)")
_TOLD = re.compile(
    rf"(?:{_COUNT}{_KIND}|(?:重点|主导|标志性|首批)[^，。；：、]{{0,4}}?)产业链(?:名单)?(?:分别)?"
    rf"(?:是(?!指)|为|包括|包含|有|：)：?(?P<list>{_LIST})"
)
_MEANT = re.compile(rf"产业链(?:，)?是指(?P<list>{_LIST}?)(?:等)?(?:{_COUNT})?产业链")
_VERBS = (
    "确定|选定|选取|选择|梳理|筛选|遴选|明确|聚焦|围绕|瞄准|紧盯|建立|设立|实施|推行|推进|推动|打造|培育|壮大|做大|做强|做优|构建|形成|谋划|锁定"
    "|突出|以|对|在|就|将|把|抓好|包括"
)
_LEADS = re.compile(rf"(?:[^，。；：、]{{0,10}}?(?:{_VERBS})(?:了|出|以)?)+(?=[\u4e00-\u9fff]{{2}})")
"""What takes such chains in hand, in front of the first of them."""
_HELD = re.compile(r"(?P<whole>[^（）]{2,14})（(?P<how>含|包括|包含)?(?P<held>[^（）]{2,30})）")
_END = re.compile(r"(?:产业链群?|产业集群|产业链条)$")
_SHORTEST = 2
"""Chains that such a list has, at least."""


@needs(re.compile("产业链"))
def apply(ctx: Context, text: str, span: Span, paragraph: int, policy: Owner, out: Reading) -> None:
    """The region is about all that such a list names, and the document plans for each."""
    home = ctx.home
    around = ctx.owner_of(ctx.outline.paragraphs[paragraph].section)
    if home is None or home.type != "Region" or ctx.subject is not None or around != home:
        return
    for listed, status in _lists(text, span):
        chains = list(_chains(ctx, text, listed))
        if len(chains) < _SHORTEST:
            continue
        where = (paragraph, listed.start, listed.end)
        for chain, start, end, parts in chains:
            sector = out.name(chain, paragraph, start, end, "chain-list")
            out.state(home, "focusesOn", sector, status, where, "chain-list")
            out.state(policy, "regulates", sector, "existing", where, "chain-list")
            for part in parts:
                out.name(part, paragraph, start, end, "chain-list")
                out.state(part, "subIndustryOf", sector, "existing", where, "chain-list")


def _lists(text: str, span: Span) -> Iterator[tuple[Span, Status]]:
    """Where such lists stand; those that a verb takes up are planned."""
    for pattern in (_TOLD, _MEANT):
        for match in pattern.finditer(text, span.start, span.end):
            yield Span(*match.span("list")), "existing"
    for match in _CLOSED.finditer(text, span.start, span.end):
        lead = _LEADS.match(text, match.start("list"), match.end("list"))
        before = text[max(span.start, match.start() - 12) : match.start()]
        if lead is not None or _LEADS.search(before) is not None:
            yield Span(lead.end() if lead is not None else match.start("list"), match.end("list")), "planned"


def _chains(ctx: Context, text: str, listed: Span) -> Iterator[tuple[Owner, int, int, tuple[Owner, ...]]]:
    """The sectors of a list, each with its place and with those that its bracket says are parts of it."""
    for item in lists.parse(text, listed.start, listed.end, ctx.sector_names).items:
        held = _HELD.fullmatch(item.text)
        whole = _END.sub("", held["whole"] if held is not None else item.text)
        if not _sector(ctx, whole, item.start):
            continue
        inner = lists.parse(held["held"], 0, len(held["held"])).items if held is not None and held["how"] else ()
        parts = tuple(Owner("Industry", one.text) for one in inner if _sector(ctx, one.text, item.start))
        yield Owner("Industry", whole), item.start, item.start + len(whole), parts


def _sector(ctx: Context, name: str, start: int) -> bool:
    """Whether an item may be a sector: no place, body or firm, nothing that is done."""
    if not 2 <= len(name) <= 14 or name in ctx.places or verbal(name) or ctx.opens_with_verb(name) or "的" in name:
        return False
    if sector_key(name) in words.words("title_words") or names.adjectival(name + "产业"):
        return False
    thing = classify(ctx, name, start)
    return thing is not None and thing.what.type in ("Industry", "Product")
