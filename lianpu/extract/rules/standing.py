"""focusesOn from what a place has to show: “甲、乙等优势产业”, “立足丙产业优势”, “丁、戊产量居全国前列”, “全国首台己下线”."""

from __future__ import annotations

import re
from functools import cache

from lianpu.extract import brands, clauses, lists, names, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.cues import needs
from lianpu.extract.lists import Item
from lianpu.extract.reading import Reading
from lianpu.extract.rules import places
from lianpu.extract.things import generic, strip_verbs, verbal
from lianpu.extract.whereabouts import park_in_front, place_prefix
from lianpu.model import EntityType

_STRONG = re.compile(
    r"(?P<list>[^，。；：等]{2,80})等(?:地方|区域|本地|传统|特色|优势)*(?:优势|主导|支柱)(?:特色|优势|主导)*(?:产业|行业|领域|企业)"
)
_LEADING = re.compile(
    r"(?:主导|支柱|优势|特色|首位)(?:特色|优势|主导)*产业(?:是|为|有|包括|以|主要(?:是|为|有))"
    r"(?P<list>[^，。；：]{2,60}?)(?:等|为主)?(?=[，。；]|$)"
)
_FORMED = re.compile(
    r"(?:(?:已经?|初步|基本|逐步)形成|形成了|建成了)了?(?!涵盖|覆盖|以)(?P<list>[^，。；：等以]{4,80}?)"
    r"(?:等|(?=[0-9一二两三四五六七八九十多]+(?:大|个|条)))[^，。；：、]{0,8}?产业(?:集群|体系|格局|板块|链条?)?(?=[，。；]|$|发展)"
)
_MAINLY = re.compile(
    r"(?<!打造)(?<!构建)(?<!建设)(?<!培育)(?<!建成)(?<!建立)以(?P<list>[^，。；：]{2,60}?)(?:等)?"
    r"为(?:主导|支柱|主体|首位|特色|优势)(?:产业)?(?=[，。；的]|$)"
)
_COUNTED = re.compile(
    r"(?<![^，。；：])(?P<list>[^，。；：等]{3,80}?)[0-9两三四五六七八九十]+(?:大|个|条|类)(?!新兴|未来|潜力)"
    r"(?:(?P<main>主导|支柱|首位|优势|特色)|(?!主导|支柱|首位|优势|特色)[\u4e00-\u9fff])*?"
    r"(?:产业集群|产业链|产业|集群|行业(?=较为|高度|集中))(?![\u4e00-\u9fff]{0,3}(?:项目|企业|园区?|基地|带|结构))"
)
"""A list whose items are counted as industries: main ones wherever, others in front of what is told of them."""
_AS_MAIN = re.compile(r"(?<![^，。；：])(?P<list>[^，。；：以]{4,60}?)为(?:主导|支柱|首位)产业")
_BECOME = re.compile(
    r"(?<![^，。；：])(?P<list>[^，。；：的]{2,30}?)(?:已经?|现已|均|都)?(?:成为|是)(?:[全我本][省市县区旗州]的?|[\u4e00-\u9fff]{2,6}[省市县区旗州]的?)?"
    r"(?:第[一二]大?|首位|主导|支柱|当家|传统|优势)+产业(?=[，。；]|$)"
)
_CALLED = (_COUNTED, _AS_MAIN, _BECOME)
"""Ways that call what they list industries."""
_MADE = (_LEADING, _FORMED, _MAINLY, _COUNTED, _AS_MAIN, _BECOME)
"""What a place's economy is made of; said in a sector's section it is of the sector."""
_RELIED = re.compile(
    r"(?:立足|发挥|凭借|放大|依托|借助)(?P<list>[^，。；：]{2,50}?)(?<![与和及、])(?:等)?(?:传统|优势|特色|主导)*产业(?:集群)?(?:的|等)?"
    r"(?:雄厚|良好|坚实|扎实|较强)?(?:的)?(?:集聚|规模|先发|配套)?(?:优势|基础|底蕴)"
)
_SHARE = re.compile(
    r"(?P<list>[^，。；：等]{2,80}?)(?:种植|养殖|栽培)?(?:面积[和与、及])?等?(?:[0-9一二两三四五六七八九十]+余?(?:种|类|项|个)[^，。；：、等]{0,4}?)?(?:产品)?"
    r"(?:总|年)?(?:产量|产销量|加工量|出口量|出货量|产能|市场份额|市场占有率|综合竞争力|产业竞争力|产业规模|综合实力)"
    r"(?:评价|排名|规模)?(?:均|都|分别|约|合计)*(?P<rank>居|位居|稳居|跃居|保持|领跑|全国第|全球第|稳定在|占(?P<wide>到?(?:全[国球省市]|世界|国内))?)"
)
_LOCALLY = re.compile(
    r"(?<![^，。；：])(?P<list>[^，。；：等]{2,60}?)(?:等[^，。；：]{0,6})?(?:已|均|都|全部)*(?:实现|具备)(?:了)?(?:本地|县内|区内|市内|省内|就地|本土)化?(?:批量)?(?:生产|配套|制造)"
)
"""Goods that are made or to be had in the place by now."""
_FAMED = re.compile(
    r"(?<![^，。；：])(?P<list>(?!让|使|推动|力争|支持)[^，。；：等的]{2,60}?)(?:等)?(?:已|均|都)?成为[^，。；：]{0,12}?(?:名片|招牌|拳头产品|主打产品|特产)(?=[，。；]|$)"
)
_UNRIVALLED = re.compile(
    r"(?<![^，。；：])(?P<list>(?!推动|力争|支持|实现|加快)[^，。；：等的]{3,60}?)(?:等(?:一?批|系列|多项|[0-9]+项)?[^，。；：]{0,8})?(?:成功|率先|相继|均|已)*"
    r"(?:打破|填补)了?(?:国外|国际|国内|全国|行业|世界|我国|海外)[^，。；：]{0,6}(?:垄断|空白|封锁)"
)
"""Goods and techniques that nobody else at home has."""
_GROWN = re.compile(
    r"(?<![^，。；：])(?P<list>[^，。；：等]{2,40}?、[^，。；：等]{2,60}?)等?(?:[0-9一二两三四五六七八九十]+(?:大|个|条))?(?:重点|优势|特色)*(?:产业链|产业集群|产业)"
    r"(?:总产值|产值|营业收入|营收|规模|增加值)(?:均|都|分别|合计|全部)*(?:突破|达|超|增长|迈上|迈入|保持|两位数增长)"
)
"""Sectors of which a report tells how much they have grown."""
_PATTERNS: tuple[tuple[re.Pattern[str], re.Pattern[str], EntityType], ...] = (
    (re.compile("优势|主导|支柱"), _STRONG, "Industry"),
    (re.compile("产业"), _LEADING, "Industry"),
    (re.compile("形成|建成了"), _FORMED, "Industry"),
    (re.compile("以"), _MAINLY, "Industry"),
    (re.compile("[0-9两三四五六七八九十][大个条类]"), _COUNTED, "Industry"),
    (re.compile("为(?:主导|支柱|首位)产业"), _AS_MAIN, "Industry"),
    (re.compile("(?:主导|支柱|首位|当家|优势)产业"), _BECOME, "Industry"),
    (re.compile("优势|基础|底蕴"), _RELIED, "Industry"),
    (re.compile("(?:实现|具备)了?(?:本地|[县区市省]内|就地|本土)"), _LOCALLY, "Product"),
    (re.compile("名片|招牌|拳头产品|主打产品|特产"), _FAMED, "Product"),
    (re.compile("产量|产销量|加工量|出口量|出货量|产能|市场[份占]|竞争力|产业规模|综合实力"), _SHARE, "Product"),
    (re.compile("打破|填补"), _UNRIVALLED, "Product"),
    (re.compile("产值|营业?收|规模|增加值"), _GROWN, "Industry"),
)
"""Each pattern with a word that all its matches have, which is looked for first, and the class of what is listed."""
_AHEAD = re.compile(r"力争|争取|确保|提高|提升|扩大|到20[0-9]{2}年")
"""What makes a rank or share an aim."""


def _ways() -> tuple[re.Pattern[str], ...]:
    """All that is looked for."""
    return (*(pattern for _, pattern, _ in _PATTERNS), _first())


@needs(_ways)
def apply(
    ctx: Context, text: str, span: Span, paragraph: int, owners: tuple[Owner, ...], taken: list[Span], out: Reading
) -> None:
    """State that the nearest place has what such a clause lists; ``owners`` is what it may be about, the nearest first.

    ``taken`` are the clauses in which each place has its own.
    """
    place = next((owner for owner in owners if owner.type in ("Region", "Park")), ctx.home)
    if place is None:
        return
    first = text.find("首", span.start, span.end) >= 0 or text.find("最大", span.start, span.end) >= 0
    cued = [(pattern, kind) for cue, pattern, kind in _PATTERNS if cue.search(text, span.start, span.end) is not None]
    if any(pattern is _GROWN for pattern, _ in cued) and not places.present(ctx, paragraph):
        cued = [(pattern, kind) for pattern, kind in cued if pattern is not _GROWN]
    for clause in clauses.clauses(text, span):
        if any(span_.start <= clause.start and clause.end <= span_.end + 1 for span_ in taken):
            continue
        for pattern, kind in cued:
            match = pattern.search(text, clause.start, clause.end)
            sectors = pattern in _MADE and owners[0].type == "Industry"
            if match is not None and not sectors and _stands(text, clause, match, pattern):
                items = lists.parse(text, _begin(text, match), match.end("list")).items
                own = owners[0] if kind == "Product" and owners[0].type == "Industry" else place
                whose = _leading(ctx, text, clause, match) or own
                plain = pattern in _CALLED or not _firms(items)
                _write(ctx, items if plain else (), Span(clause.start, match.end()), paragraph, whose, kind, out)
        for match in _first().finditer(text, clause.start, clause.end) if first else ():
            item = Item(match.group("what"), *match.span("what"))
            _write(ctx, (item,), Span(clause.start, match.end()), paragraph, place, "Product", out)


def _stands(text: str, clause: Span, match: re.Match[str], pattern: re.Pattern[str]) -> bool:
    """Whether a match tells what is there: no aim, no single yield, no list that something else relies on."""
    if pattern is _SHARE:
        single = "、" not in match.group("list") and match.group("rank") in ("稳定在", "占")
        return not single and _AHEAD.search(text, clause.start, clause.end) is None
    if pattern in (_GROWN, _UNRIVALLED):
        return _AHEAD.search(text, clause.start, clause.end) is None
    if pattern is _COUNTED and not _counts(text, match):
        return False
    if pattern is _AS_MAIN and "、" not in match["list"]:
        return False
    end = match.end("list") if pattern is _COUNTED else clause.end
    aimed = pattern in _MADE and _AHEAD.search(text, clause.start, end) is not None
    of_sector = pattern is _MAINLY and text.endswith(_SECTORAL, clause.start, match.start())
    return not aimed and not of_sector and (pattern is _RELIED or not text.startswith("依托", clause.start))


_SECTORAL = ("产业", "行业", "产业链", "板块", "领域")
"""Ends of a sector that itself is mainly what a list says (“甲产业以乙、丙为主导”)."""


_NO_TASK = re.compile(r"(?:现已|已经?|基本|初步|成功|逐步|培育)*(?:形成|建成|拥有|具有|集聚)了?")


def _counts(text: str, match: re.Match[str]) -> bool:
    """Whether a counted list is one of what is there: of main industries, or with something told behind it and no task before."""
    if re.search(r"[、和与]", match["list"]) is None or _TO_BE.match(match["list"]) is not None:
        return False
    begin = _begin(text, match)
    task = begin > match.start() and _NO_TASK.fullmatch(text, match.start(), begin) is None
    return match["main"] is not None or not task


_TO_BE = re.compile(r"打造|培育(?!形成)|构建|构筑|创建|争创|谋划|布局|未来|加快形成")


def _leading(ctx: Context, text: str, clause: Span, match: re.Match[str]) -> Owner | None:
    """The place that a clause opens with in front of such a list (“乙县主导产业为…”)."""
    prefix = place_prefix(ctx, text[clause.start : match.start()])
    return prefix[0] if prefix is not None else park_in_front(text, clause.start, match.start())


def _begin(text: str, match: re.Match[str]) -> int:
    """Start of a list behind the verbs that open its clause."""
    start, end = match.span("list")
    first = text.find("、", start, end)
    return start + strip_verbs(text[start : end if first < 0 else first])


@cache
def _first() -> re.Pattern[str]:
    done = "|".join(map(re.escape, words.longest_first("first_deeds")))
    return re.compile(
        r"(?:(?:全球|全国|国内|世界|国际|我国|亚洲|行业)(?:首[台套款艘架颗辆座列枚个条件创]|最大)|(?<![\u4e00-\u9fff])首[台套款艘架颗辆座列枚个件])(?:套|台|艘)?"
        rf"(?P<what>[^，。；：、的]{{3,20}}?)(?:(?:成功|正式|顺利|建成|实现|完成|进入)*(?:{done})|(?=、[^，。；：]{{3,60}}(?:{done})))"
    )


def _firms(items: tuple[Item, ...]) -> bool:
    """Whether a list that has a firm is one of firms."""
    return any(names.form(item.text)[0] == "Enterprise" and brands.coined(item.text) for item in items)


def _write(ctx: Context, items: tuple[Item, ...], at: Span, paragraph: int, owner: Owner, kind: EntityType, out: Reading) -> None:
    """State the focus of ``owner`` or of the place that opens an item, for the next items, too.

    A sector that stands alone must be one of the text.
    """
    for item in items:
        prefix = place_prefix(ctx, item.text)
        place, shift = prefix if prefix is not None and prefix[1] + 2 <= len(item.text) else (owner, 0)
        owner = place
        found = names.topic(item.text[shift:])
        if found is None or not _nameable(found[0], kind) or found[0] in out.told["Enterprise"]:
            continue
        name, begin, end = found
        sector = ctx.known_sector(name) or ctx.is_sector(name)
        if kind == "Industry" and not sector and not names.goods(name) and len(items) < 2:
            continue
        what = Owner("Industry" if sector else "Product" if names.goods(name) else kind, name)
        out.name(place, paragraph, at.start, at.end, "standing")
        out.name(what, paragraph, item.start + shift + begin, item.start + shift + end, "standing")
        out.state(place, "focusesOn", what, "existing", (paragraph, at.start, at.end), "standing")


def _nameable(name: str, slot: EntityType) -> bool:
    """Whether words name goods or a sector: no torn bracket, no clause, no body or place of its own.

    Where only sectors are listed, a sector may be called as firms are (电子信息, 节能环保).
    """
    kind = names.form(name)[0]
    fits = kind in (None, "Industry", "Product") or kind == "Enterprise" and slot == "Industry"
    return name[0] not in "（“" and not generic(name) and not verbal(name) and fits
