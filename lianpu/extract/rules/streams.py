"""上游, 中游 and 下游 of an industry, and what is made from what: stageOf with a position, feeds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from lianpu.extract import clauses, gaps, lists, names, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner, sector_key
from lianpu.extract.reading import Reading
from lianpu.extract.things import Thing, classify
from lianpu.model import Position

_STREAM = re.compile(r"(?P<which>[上中下])游(?![上中下]游|客|戏|船|轮|泳|学)")
_POSITIONS: dict[str, Position] = {"上": "upstream", "中": "midstream", "下": "downstream"}


def section_industry(ctx: Context, paragraph: int, owner: Owner) -> Owner | None:
    """The industry whose chain an unnamed one is: the owner at hand, else that of the section."""
    if owner.type == "Industry" and not re.search(r"[为是，；—→－]|[上中下]游", owner.name):
        return owner
    section = ctx.owner_of(ctx.outline.paragraphs[paragraph].section)
    if section is not None and section.type == "Industry":
        return section
    park = next((o for o in (owner, section) if o is not None and o.type == "Park"), None)
    kind = _PARK_KIND.search(park.name) if park is not None else None
    name = re.sub(r"^.*[为是]", "", park.name[: kind.start()]) if park is not None and kind is not None else ""
    return Owner("Industry", name) if len(name) >= 2 and ctx.known_sector(name) else None


_PARK_KIND = re.compile(r"(?:特色|现代|高端|智能制造|智造|制造)*(?:产业)?(?:集聚区|示范区|园区|园|基地|小镇|城|谷|港)$")


def apply(
    ctx: Context, text: str, span: Span, paragraph: int, home: Owner | None, out: Reading, taken: tuple[Span, ...] = ()
) -> None:
    """Read positions, support of one industry by another and use of raw materials in one statement.

    ``taken`` are the spans of sequences, whose stages have their place by order already.
    """
    if home is not None:
        for position, thing, place, chain in _placed(ctx, text, span, home):
            if any(s.start <= thing.start < s.end for s in taken):
                continue
            write(thing, position, chain, (paragraph, place.start, place.end), out)
    _support(ctx, text, span, paragraph, home, out)
    _made_of(ctx, text, span, paragraph, home, out)


_MEANS = re.compile(
    r"(?:向|在)?[上中下]游(?:端|环节|方面)?(?:$|(?:以[^，]*为(?:链主|龙头|核心|主体|载体|依托|骨干)|(?:依托|发挥|对接|联合|借助|支持)[^，]*)$)"
)
_MEANS_ONLY = re.compile(r"(?:以[^，]*为(?:链主|龙头|核心|主体|载体|依托|骨干)|(?:依托|发挥|对接|联合|借助)[^，]*)$")


def reach(text: str, pieces: Sequence[Span], clause: Span) -> Span:
    """A clause with the one before it that says only where along the stream and by whom (“中游以甲为链主，发展乙”)."""
    at = next((i for i, piece in enumerate(pieces) if piece.start <= clause.start < piece.end), 0)
    for before in reversed(pieces[max(0, at - 2) : at]):
        if _MEANS.match(text, before.start, before.end):
            return Span(before.start, clause.end)
        if _MEANS_ONLY.match(text, before.start, before.end) is None:
            break
    return clause


def kept(
    ctx: Context, text: str, span: Span, paragraph: int, owner: Owner, things: list[tuple[Owner, int, int]], out: Reading
) -> None:
    """Things that another rule found in the clause ``span``: stages in the one position that the clause names before them.

    Left alone where the list beside 上游 or 下游 has been read already.
    """
    home = section_industry(ctx, paragraph, owner)
    marks = _marks(text, span)
    if home is None or any(d.position and d.start < span.end and span.start < d.end for d in out.stated(paragraph)):
        return
    if len(marks) != 1 or _generic(text, marks[0].end(), span.end) or _goods_before(text, span, marks[0].start()):
        return
    for what, start, end in things:
        if start >= marks[0].end():
            place = (paragraph, marks[0].start(), max(end, marks[0].end()))
            write(Thing(what, start, end), _POSITIONS[marks[0].group("which")], home, place, out)


def _marks(text: str, span: Span) -> list[re.Match[str]]:
    """上游, 中游, 下游 where an industry's are meant, not a river's, a rank or both ends at once."""
    rivers = tuple(words.words("stream_not_before"))
    return [m for m in _STREAM.finditer(text, span.start, span.end) if not text[span.start : m.start()].endswith(rivers)]


def write(thing: Thing, position: Position, chain: Owner, where: tuple[int, int, int], out: Reading) -> None:
    """State that a thing stands at a place along a chain; what is made of goods before 下游 only takes them."""
    if thing.what.name == chain.name:
        return
    rule = f"chain-{position}"
    out.name(chain, *where, "chain")
    out.name(thing.what, where[0], thing.start, thing.end, "stage", thing.aliases)
    if chain.type == "Industry":
        out.state(thing.what, "stageOf", chain, "existing", where, rule, position=position)
    if position == "upstream":
        out.state(thing.what, "feeds", chain, "existing", where, rule)
    elif position == "downstream":
        out.state(chain, "feeds", thing.what, "existing", where, rule)


def _placed(ctx: Context, text: str, statement: Span, home: Owner) -> list[tuple[Position, Thing, Span, Owner]]:
    out: list[tuple[Position, Thing, Span, Owner]] = []
    pieces = clauses.clauses(text, statement)
    for index, piece in enumerate(pieces):
        marks = _marks(text, piece)
        following = pieces[index + 1] if index + 1 < len(pieces) else None
        for number, mark in enumerate(marks):
            position = _POSITIONS[mark.group("which")]
            chain = _before(ctx, text, piece, mark.start()) or said_before(ctx, text, statement.start, piece.start)
            chain = (_goods_before(text, piece, mark.start()) or home) if chain is None else of_home(ctx, chain, home)
            end = marks[number + 1].start() if number + 1 < len(marks) else piece.end
            listed = _front(text, _behind(text, Span(marks[number - 1].end(), piece.end)) if number else piece, mark)
            if listed is None:
                listed = _back(text, mark.end(), end, following if end == piece.end else None)
            if listed is not None:
                whole = Span(min(mark.start(), listed.start), max(mark.end(), listed.end))
                out += [(position, thing, whole, chain) for thing in _things(ctx, text, listed)]
            if listed is not None and listed.end < mark.start():
                out += [(position, thing, Span(mark.start(), end), chain) for thing in _closing(ctx, text, mark.end(), end)]
    return out


_JOINED = re.compile(r"[^、，]{0,6}?(?:企业|项目|产品|原料|材料|配套|环节)(?:以及|和|及|与)")


def _behind(text: str, rest: Span) -> Span:
    """“A等上游企业和B等下游企业”: where the second list begins."""
    joined = _JOINED.match(text, rest.start, rest.end)
    return Span(joined.end() if joined else rest.start, rest.end)


def _before(ctx: Context, text: str, piece: Span, at: int) -> Owner | None:
    """“X下游”, “X产业链上游”: the industry right before the word, when the text treats it as one."""
    body = re.sub(r"(?:产业链|产业|链)?的?(?:向)?$", "", text[piece.start : at])
    tokens = clauses.tokens(text, Span(piece.start, piece.start + len(body)))
    name = body[tokens[-1].end - piece.start :] if tokens else body
    name = re.sub(r"^.*[、和与及]", "", name)
    return Owner("Industry", name) if 2 <= len(name) <= 12 and ctx.known_sector(name) else None


def _goods_before(text: str, piece: Span, at: int) -> Owner | None:
    """“甲下游乙、丙”: the goods right before the word, from which or into which the others are made."""
    tokens = clauses.tokens(text, Span(piece.start, at))
    begin = max(tokens[-1].end if tokens else piece.start, text.rfind("、", piece.start, at) + 1)
    name = text[begin:at].removesuffix("的")
    goods = _LATIN.fullmatch(name) is not None or 3 <= len(name) <= 8 and names.goods(name)
    return Owner("Product", name) if goods and names.nameable(name) else None


_LATIN = re.compile(r"[A-Z][A-Za-z0-9\-]{1,7}")


def of_home(ctx: Context, chain: Owner, home: Owner | None) -> Owner:
    """The section's industry when ``chain`` is another name for it (钢管 in the section on 高精管材), else ``chain``."""
    key = sector_key(home.name) if home is not None else ""
    own = sector_key(chain.name)
    other = key in ctx.titled and own not in ctx.titled and own not in key and set(own) & set(key)
    return home if home is not None and other else chain


_SECTOR = re.compile(r"(?P<name>[\u4e00-\u9fffA-Za-z]{2,14}?)(?:相关|特色)?(?:产业)?(?:链?上下游|产业|行业)")


def said_before(ctx: Context, text: str, start: int, end: int) -> Owner | None:
    """The last sector named in the statement before a chain: “X产业规模…，形成…”, “加快发展X，形成…”."""
    for piece in reversed(clauses.clauses(text, Span(start, end)) if end > start else []):
        verbs = [t for t in clauses.tokens(text, piece) if t.kind != "prep"]
        body = text[verbs[-1].end if verbs else piece.start : piece.end]
        if (
            verbs
            and 2 <= len(body) <= 12
            and not re.search(r"[为是的]", body)
            and ctx.known_sector(body)
            and names.nameable(body)
        ):
            return Owner("Industry", body)
        match = _SECTOR.search(text, piece.start, piece.end)
        found = _told_sector(ctx, text, Span(*match.span("name")), piece) if match else None
        if found is not None:
            return found
    return None


_WHOLE = re.compile(r"[我全本][省市县区州旗]")


def _told_sector(ctx: Context, text: str, name: Span, piece: Span) -> Owner | None:
    """The longest end of the words before 产业 that the text treats as a sector elsewhere, behind verbs and places."""
    begins = [t.end for t in clauses.tokens(text, piece) if t.end <= name.end - 2]
    begin = max([name.start, *begins, *(i + 1 for i in range(name.start, name.end) if text[i] in "为是的将")])
    place = ctx.place_pattern.match(text, begin, name.end) or _WHOLE.match(text, begin, name.end)
    begin = place.end() if place else begin
    for at in range(begin, name.end - 1):
        said = text[at : name.end]
        if (said in ctx.titled or said in ctx.listed or ctx.count(said + "产业") >= 2) and names.nameable(said):
            return Owner("Industry", said)
    return None


def _front(text: str, piece: Span, mark: re.Match[str]) -> Span | None:
    """“A、B等上游材料”: the list before the word, behind the verb that governs it."""
    body = text[piece.start : mark.start()]
    if not body.endswith(("等", "等的")):
        return None
    tokens = [t for t in clauses.tokens(text, Span(piece.start, mark.start())) if t.end < mark.start() - 2]
    start = tokens[-1].end if tokens else piece.start
    joined = re.match(r"以及|及|和|与|通过|对", text[start : mark.start()])
    return Span(start + (joined.end() if joined else 0), mark.start() - (2 if body.endswith("等的") else 1))


def _closing(ctx: Context, text: str, start: int, end: int) -> list[Thing]:
    """The Y of “A、B等上游Y”, when it is more than a general noun."""
    if end - start < 4 or _generic(text, start, end) or text[start:end].endswith(("企业", "项目", "产品")):
        return []
    return _things(ctx, text, Span(start, end))


_LEADING = re.compile(
    r"(?:的|端|环节|方面|领域|重点|主要|积极|大力|加快|着力|，|：|为|是|有|包括|涵盖|以|向|生产|推动|推进|打通|贯通|畅通|稳定|保障|锁定|围绕|做强|做大|做优|补齐|补上|补(?![贴助充给])|延伸至|延伸到|拓展至|拓展到|延伸|拓展|至|到(?!位))"
)
_TRAILING = re.compile(
    r"(?:(?:等)?的?(?:方向|领域|产业)?(?:进行)?(?:拓展|延伸|延长|发展|布局|转型|迈进|升级|突破|集聚|为主|为重点|为辅)+"
    r"|(?:供应|供给|保障)+"
    r"|(?:研发|生产|及|和|应用|制造|等|各)*环节|到|、)$"
)


@cache
def _generics() -> tuple[str, ...]:
    return words.longest_first("stream_generic")


def _generic(text: str, start: int, end: int) -> bool:
    """Whether 上游 or 下游 is followed by a general noun (下游企业), so that what comes after is not what stands there."""
    return text[start:end].startswith(_generics())


def _back(text: str, start: int, end: int, following: Span | None) -> Span | None:
    """“上游引进A、B等”, “向下游的A、B延伸”, “拓展下游市场，开拓A、B”: the list after the word."""
    if _generic(text, start, end):
        open_market = (
            following is not None and len(text[start:end]) <= 6 and re.match(r"(?:消费|应用)?(?:市场|领域)$", text[start:end])
        )
        if not open_market or following is None:
            return None
        start, end = following.start, following.end
        if not clauses.tokens(text, following):
            return None
    elif not text[start:end].strip("的端环节方面") and following is not None:
        start, end = following.start, following.end
    held = _HELD.match(text, start, end)
    if held is not None:
        return Span(*held.span("list"))
    start = past_verbs(text, start, end)
    end = _told(text, start, end)
    trailing = _TRAILING.search(text[start:end])
    end = start + trailing.start() if trailing else end
    body = text[start:end]
    if len(body) < 2 or _NO_LIST.match(body) or _generic(text, start, end):
        return None
    return Span(start, end)


_NO_LIST = re.compile(r"[与同和对]|在|“|将|由|通过|联合|缺乏|缺少|[^，]*为(?:链主|龙头|核心|主体|载体|依托|骨干)")
_HELD = re.compile(r"(?:端|环节)?[\u4e00-\u9fff]{2,6}（(?!含|包括)(?P<list>[^（），。；]+、[^（），。；]+)）")
"""“上游原料（甲、乙）”: what a bracket lists behind a general word."""
_COUNTED = re.compile(r"等?[两三四五]大?(?:段|环节|板块|部分|端)$")


def _told(text: str, start: int, end: int) -> int:
    """Where a list ends before what is told of it (“甲、乙配套不全”, “丙缺失”, “丁三段”)."""
    lack = gaps.lacking(text, Span(start, end))
    if lack is not None:
        return lack.end
    counted = _COUNTED.search(text, start, end)
    return counted.start() if counted is not None else end


def past_verbs(text: str, start: int, end: int) -> int:
    """Past particles, adverbs and governing verbs that stand before the list."""
    while start < end:
        match = _LEADING.match(text, start, end)
        tokens = [t for t in clauses.tokens(text, Span(start, end)) if t.kind != "prep"]
        if tokens and tokens[0].start == start:
            start = tokens[0].end
        elif match:
            start = match.end()
        else:
            break
    return start


_MAKING = re.compile(r"(?<=.{2})(?:制造|生产)$")


def _made(items: tuple[lists.Item, ...]) -> tuple[lists.Item, ...]:
    """The goods of “A、B制造”, whose last word is what is done with all of them."""
    making = _MAKING.search(items[-1].text) if len(items) > 1 else None
    if (
        making is None
        or any(_MAKING.search(item.text) for item in items[:-1])
        or not names.goods(items[-1].text[: making.start()])
    ):
        return items
    last = items[-1]
    return (*items[:-1], lists.Item(last.text[: making.start()], last.start, last.start + making.start()))


def _things(ctx: Context, text: str, listed: Span) -> list[Thing]:
    """Goods and sectors of the list; a list cut off by a verb ends there."""
    listing = lists.parse(text, listed.start, listed.end, ctx.sector_names)
    items = _made(listing.items)
    full = lists.shared([i.text for i in items])
    out: list[Thing] = []
    for item, name in zip(items, full, strict=True):
        thing = classify(ctx, item.text, item.start)
        if thing is None or thing.what.type not in ("Industry", "Product") or ctx.place_pattern.match(thing.what.name):
            continue
        opening = clauses.tokens(item.text, Span(0, len(item.text)))[:1]
        if opening and opening[0].start == 0 or item.text.startswith(("向", "与", "对")) or item.text.endswith(("企业", "合作")):
            continue
        if name != item.text:
            thing = Thing(Owner("Product", name), thing.start, thing.end, None, ())
        out.append(thing)
    return out


_SUPPORT = re.compile(r"(?:加强|促进|推动|强化|做好)(?P<a>[^，。；、与和]{2,12})[与和](?P<b>[^，。；、与和]{2,12}?产业)配套")


def _support(ctx: Context, text: str, span: Span, paragraph: int, home: Owner | None, out: Reading) -> None:
    """“加强X与Y产业配套”: X feeds Y, both being sectors that the text knows."""
    for match in _SUPPORT.finditer(text, span.start, span.end):
        a, b = match.group("a"), match.group("b")
        if not (ctx.known_sector(a) or ctx.known_sector(b)) or not (names.nameable(a) and names.nameable(b)):
            continue
        where = (paragraph, match.start(), match.end())
        first, second = of_home(ctx, Owner("Industry", a), home), Owner("Industry", b)
        out.name(first, paragraph, *match.span("a"), "support")
        out.name(second, paragraph, *match.span("b"), "support")
        out.state(first, "feeds", second, "existing", where, "chain-support")


_SUPPLIES = re.compile(
    r"(?:发展|开发|生产|做强|布局|扩大|壮大|提升)(?P<list>[^，。；：]{2,60})，(?:就近|主要|重点|直接|更好)*为(?P<goods>[\u4e00-\u9fffA-Za-z0-9]{2,14}?)"
    r"(?:产业|企业|整车厂|主机厂|生产)*(?:提供|做好|实现)?(?:就近|本地)?配套(?=[，。；]|$)"
)
"""“发展甲、乙，为丙配套”."""
_USE = re.compile(
    r"(?:利用|回收|消纳)(?P<list>[^，。；]{2,60}?)等?(?:来|进行)?(?:研发)?(?:制作|制备|生产|制造|制成|加工)(?P<goods>[^，。；]{2,60})"
)
_RAW = re.compile(
    r"以(?P<list>[^，。；以]{2,30}?)等?为(?:主要|主|基础|核心)?(?:原料|原材料)，?(?:的|生产|制备|发展|开发|加工)+(?P<goods>[^，。；]{2,60})"
)


def _made_of(ctx: Context, text: str, span: Span, paragraph: int, home: Owner | None, out: Reading) -> None:
    """“利用A、B制作X”, “以A为原料生产X”: A feeds X; of several goods no pair is claimed, the industry takes them."""
    for pattern in (_USE, _RAW, _SUPPLIES) if text.find("配套", span.start, span.end) >= 0 else (_USE, _RAW):
        for match in pattern.finditer(text, span.start, span.end):
            if re.search(r"企业|研发|的", match.group("goods")):
                continue
            raws = _things(ctx, text, Span(*match.span("list")))
            if pattern is _USE:
                raws = [t for t in raws if t.what.name.endswith(words.longest_first("raw_materials"))]
            goods = _things(ctx, text, Span(*match.span("goods")))
            used = goods[0].what if len(goods) == 1 else home
            for raw in raws if used is not None and names.nameable(used.name) else ():
                where = (paragraph, match.start(), match.end())
                out.name(raw.what, paragraph, raw.start, raw.end, "raw-material")
                for thing in goods if len(goods) == 1 else ():
                    out.name(thing.what, paragraph, thing.start, thing.end, "made-of")
                if used is not None:
                    out.name(used, *where, "made-of")
                    out.state(raw.what, "feeds", used, "existing", where, "made-of")
