"""regulates from what a plan says of its region's industries: “A、B等优势产业”, “十大新兴产业”, “做强做大文化产业。”."""

from __future__ import annotations

import re
from functools import cache

from lianpu.extract import lists, names, phrases, words
from lianpu.extract.acts import Frame
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner, sector_key
from lianpu.extract.reading import Reading
from lianpu.extract.things import classify, strip_verbs, verbal

_NUMBER = r"[0-9一二两三四五六七八九十]+(?:大|个|条)"


@cache
def _tail() -> re.Pattern[str]:
    """“等优势产业”, “等4个万亿级新兴支柱产业”; what follows is no park, worker or policy of the industry."""
    rows = words.mapping("weights")
    main = "|".join(w for w in words.longest_first("weights") if rows[w][0] == "main")
    every = "|".join(words.longest_first("weights"))
    said = rf"[\u4e00-\u9fff]{{0,4}}(?:{main})|{_NUMBER}[百千万亿级]*[\u4e00-\u9fff]{{0,4}}?(?:{every})"
    said += rf"|“?{_NUMBER}[一二三四五六七八九十百千万]*[百千万]亿元?级[\u4e00-\u9fff]{{0,4}}?"
    return re.compile(
        rf"(?:等|(?=“?{_NUMBER}))(?:{said})(?:[\u4e00-\u9fff]{{0,2}})(?:产业(?:链|集群)?|服务业)(?![园基工政基区相])"
    )


def lists_of(ctx: Context, text: str, frame: Frame, paragraph: int, owner: Owner, policy: Owner, out: Reading) -> None:
    """Industries that a statement of the region develops and counts among its leading ones."""
    at_home = ctx.owner_of(ctx.outline.paragraphs[paragraph].section) == ctx.home
    if owner != ctx.home and not (at_home and owner.type == "Industry"):
        return
    for act in frame.acts:
        subject = text[act.subject.start : act.subject.end] if act.subject is not None else ""
        other = [m for m in ctx.place_pattern.finditer(subject) if ctx.home is None or ctx.places.get(m.group()) != ctx.home.name]
        if act.kind == "seek" or act.verb.word in words.words("aims") or other:
            continue
        for span in act.objects:
            leading = _LEADING.match(act.verb.word) is not None
            tail = _tail().search(text, span.start, span.end)
            if tail is None and text.startswith("重点", max(act.verb.start - 2, act.clause.start)):
                tail = _MAINLY.search(text, span.start, span.end)
            if tail is not None and act.status == "planned" and (leading or "…" not in act.verb.word):
                _write(ctx, text, Span(span.start, tail.start()), (paragraph, act.clause.start, tail.end()), policy, out)
            elif leading and act.verb.end <= span.start:
                _write(ctx, text, span, (paragraph, act.clause.start, act.clause.end), policy, out)


_MAINLY = re.compile(r"等(?:[0-9一二三四五六七八九十]+(?:大|个))?产业(?=$|[，。；])")
"""Behind the industries that a place develops before others (重点发展甲、乙|等产业)."""
_LEADING = re.compile(r"以…为(?:主导|主体|支柱)")


def _write(ctx: Context, text: str, at: Span, where: tuple[int, int, int], policy: Owner, out: Reading) -> None:
    listing = lists.parse(text, at.start, at.end, ctx.sector_names)
    for item in listing.items if len(listing.items) > 1 else ():
        thing = (
            classify(ctx, item.text, item.start)
            if len(item.text) <= 14 and "的" not in item.text and not verbal(item.text)
            else None
        )
        if thing is not None and not ctx.opens_with_verb(thing.what.name) and thing.what.type in ("Industry", "Product"):
            sector = out.name(Owner("Industry", thing.what.name), where[0], thing.start, thing.end, "planned")
            out.state(policy, "regulates", sector, "existing", where, "regulates-list")


_ALONE = re.compile(r"^(?:[一二三四五六七八九十]+是)?(?P<name>[^，、；：。]{4,14})。$")


_POINTED = re.compile(r"[一二三四五六七八九十]+是(?P<name>[\u4e00-\u9fff]{2,10}产业)，(?!是|占|[为有])")
"""“一是甲产业，重点发展乙”: the sector that one of a row of points is about."""
_WAY = re.compile(r"(?:产业|业)?(?:链|集群)?(?:[\u4e00-\u9fff]{0,6}(?:发展|提升|升级|建设|壮大|提质|增效|突破|水平|能级))?")
"""What may follow a sector in such a sentence: how it is to grow."""


def headed(ctx: Context, text: str, sentence: Span, paragraph: int, policy: Owner, out: Reading) -> None:
    """“大力发展数字经济。…”: a sentence that only says which sector the next ones are about, as a heading does."""
    pointed = _POINTED.match(text, sentence.start, sentence.end)
    if pointed is not None and ctx.owner_of(ctx.outline.paragraphs[paragraph].section) == ctx.home:
        name = pointed["name"]
        if phrases.plain_sector(name) and not phrases.opens_with_verb(name) and not names.adjectival(name):
            sector = out.name(Owner("Industry", name), paragraph, *pointed.span("name"), "planned")
            out.state(policy, "regulates", sector, "existing", (paragraph, *pointed.span("name")), "regulates-point")
    match = _ALONE.match(text[sentence.start : sentence.end])
    if match is None or sentence.end >= len(text):
        return
    name = match.group("name")
    owner = alone(ctx, name)
    if owner is None:
        return
    begin = sentence.start + match.start("name") + max(0, name.find(sector_key(owner.name)))
    sector = out.name(owner, paragraph, begin, sentence.start + match.end("name"), "planned")
    out.state(policy, "regulates", sector, "existing", (paragraph, sentence.start, sentence.end), "regulates-sentence")


_CALLED = re.compile(
    r"[”’]?(?:产业链|产业集群|产业|集群|行业|链)(?:（[^（）]{2,16}）)?(?:方面|[要应须]|突出|坚持|重在|着重|[，。：])"
)
"""What makes a sector of what a paragraph opens with."""


def opened(ctx: Context, text: str, sentence: Span, paragraph: int, head: Owner | None, policy: Owner, out: Reading) -> None:
    """“甲产业链方面，…”, “乙产业：…”, “二是丙产业，…”: a point of a region's plan that opens with its sector."""
    around = ctx.owner_of(ctx.outline.paragraphs[paragraph].section)
    if head is None or head.type != "Industry" or around != ctx.home or ctx.subject is not None:
        return
    at = text.find(sector_key(head.name), sentence.start, sentence.end)
    called = _CALLED.match(text, at + len(sector_key(head.name))) if at >= 0 else None
    if called is None or at - sentence.start > _NUMBER_AHEAD or _NO_POINT.search(head.name) or names.adjectival(head.name):
        return
    where = (paragraph, sentence.start, called.end())
    out.state(policy, "regulates", head, "existing", where, "regulates-opening")


_NO_POINT = re.compile(r"[本该其所不含]|支持|推动|企业")
"""In what such a sentence opens with and is no sector."""
_NUMBER_AHEAD = 12
"""Characters of a number, a verb or 在 in front of such a sector, at most."""


def alone(ctx: Context, name: str) -> Owner | None:
    """The sector that is all that a verb has (“大力发展数字经济”)."""
    if not ctx.opens_with_verb(name):
        return None
    owner = ctx.sector_in(name)
    if owner is None or names.form(owner.name)[0] != "Industry" or names.adjectival(owner.name) or strip_verbs(owner.name):
        return None
    whole = _WAY.fullmatch(name.partition(sector_key(owner.name))[2]) is not None
    return None if ctx.place_pattern.match(owner.name) or "“" in name or not whole else owner
