"""produces of a firm with its goods right behind its name: “甲科技变压器打破垄断”, “乙集团的“丙”大模型”, “丁电驱发布了戊芯片”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lianpu.extract import brands, clauses, lists, names, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner
from lianpu.extract.reading import Reading
from lianpu.extract.rules import firm_words, known, sayings, ventures
from lianpu.extract.things import Thing, classify, verbal
from lianpu.extract.whereabouts import place_prefix
from lianpu.model import Status

_PIECE = re.compile(r"(?:“[^“”]*”|[^、，。；：“”])+")
_UNQUOTED = re.compile("[^、，。；：“”]+")
"""The same where no quote opens."""
_AND = re.compile(r"[和与及](?=[^和与及“]{2,12}“)")
"""Before a second firm with goods of its own in quotes (甲的“丙”和乙的“丁”)."""
_LONGEST = 12
"""Characters of the longest name of a firm that may stand before its goods; registered names are mentioned in full."""
_BEFORE = r"(?:的|自主|联合|行业|全国|国内|率先|首创|研发|研制|推出|发布|打造|开发|自研|了)*"
_QUOTED = re.compile(rf"{_BEFORE}“(?P<what>[^“”]{{2,16}})”(?!企业|称号)")
_QUOTING = re.compile(rf"(?P<name>[\u4e00-\u9fff]{{2,8}}?){_BEFORE}“")
_DEED = re.compile(
    r"(?:率先|成功|已|自主|独立|行业|全国|国内|联合[^，。；]{2,10}?)*"
    r"(?:研发|研制|推出|发布|开发|攻克|首创|量产|建成|建成投用|研制成功)(?:了|出)?(?P<goods>[^，。；：]{2,60})$"
)
_BEST = r"(?:全球|全国|国内|世界|亚洲)?(?:最大|首台|首个|领先)?的?"
_OWN = re.compile(rf"(?:自主|联合)?(?:研发|研制|开发|生产|制造|建设|承制)的{_BEST}(?P<goods>.{{2,30}})$")
_NO_GOODS = re.compile(
    r"(?:工程|计划|行动|模式|战略|精神|理念|奖|品牌|平方|体系|链主|龙头|小巨人|冠军|机制|中心|基地|称号|榜单)$|^(?:[0-9]|工程|计划|行动)|/"
)
_FOLLOWS = re.compile(
    r"$|等|产业化|生产线|打破|填补|实现|入选|应用|荣?获|通过|成为|下线|投产|量产|上市|亮相|占|达到?|被|已|在|成功|顺利|正式|批量|首"
    r"|(?:智能|数字化?)?(?:产线|工厂|车间)|[一二三]期|试生产|竣工|开机|满产|海试|首飞|获批|问世|列装|跻身|销量|产量|产销|出口|进入|走向|远销|覆盖|用于|装机|交付|畅销|国内市场|全国市场|全球市场|市场|出货|产能|年产|完成|取得|分别|上架|发运|应用于"
)
"""What may follow goods that a firm's name precedes: their closing, or what they do."""
_OWNED = re.compile(
    r"的(?P<goods>[^，。；的]{2,16}?)(?:在?(?:国内|全国|全球|省内|细分)*(?:市场|产销|产量|销量|出口|销售)|打破|填补|实现|入选|通过|取得|应用于|远销|畅销|打入|切入|进入"
    r"|年销|年产|成功|获批|量产|下线|上市|占(?!地)|成为|跻身|热销|稳居|位居)"
)
"""Goods behind 的 of which a success is told."""
_WISHED = re.compile(
    r"(?:重点|积极|加快|大力|继续|持续|全力)*"
    r"(?:发展|推动|推进|支持|鼓励|引导|谋划|布局|争取|力争|抓好|推广|打造|建设|实施|做大|扩大)"
)


def apply(ctx: Context, text: str, span: Span, paragraph: int, out: Reading) -> None:
    """Note such firms and goods."""
    for clause in clauses.clauses(text, span):
        body = text[clause.start : clause.end]
        if body.startswith(words.longest_first("firm_tells")):
            _then(ctx, text, span, clause, paragraph, out)
            continue
        status: Status = "planned" if _WISHED.match(body) else "existing"
        beside = False
        pieces = list(_pieces(text, clause)) if "项目" not in body else []
        paired = len(pieces) > 1 and sum(ventures.opening(ctx, text[p.start : p.end]) > 0 for p in pieces) > 1
        for piece in pieces:
            follows = not paired and piece.start > clause.start and text[piece.start - 1] == "、"
            if follows and _listed_firm(text, clause, piece.start):
                continue
            beside = _piece(ctx, text, piece, clause.end, paragraph, status, beside and "“" in body, paired, out) or beside


_HEADED = re.compile(r"(?:[（(]?[0-9一二三四五六七八九十]{1,3}[)）、.．])?\s*")


def _then(ctx: Context, text: str, span: Span, clause: Span, paragraph: int, out: Reading) -> None:
    """“甲药业位于乙园，主要生产丙”: what the firm makes that the statement or its paragraph opens with (“1.甲药业。主营丙”)."""
    said = sayings.goods(text, clause.start, clause.end)
    firm = _opening(text, span, clause, paragraph, out) if said is not None else None
    if said is None or firm is None:
        return
    for thing in _told(ctx, text, said):
        out.name(thing.what, paragraph, thing.start, thing.end, "made-goods", thing.aliases)
        out.state(firm, "produces", thing.what, "existing", (paragraph, clause.start, thing.end), "made-goods")


def _opening(text: str, span: Span, clause: Span, paragraph: int, out: Reading) -> Owner | None:
    """The one firm that a statement opens with in front of a later clause, else the one that heads its paragraph."""
    named = [m for m in out.mentioned(paragraph) if m.what.type == "Enterprise" and m.start < clause.start]
    just = next((m for m in reversed(named) if m.what.name.endswith(("公司", "厂", "合作社"))), None)
    if (
        just is not None
        and text[just.start - 1] != "、"
        and just.start >= span.start
        and _all_told(text[just.end : clause.start])
    ):
        return just.what
    here = {m.what: m for m in named if m.start >= span.start}
    only = next(iter(here.values())) if len(here) == 1 else None
    if only is not None and text[only.end : clause.start] == "，" and _ROLE.search(text, span.start, only.start) is not None:
        return only.what
    for begin, whole in ((span.start, False), (0, True)):
        lead = _HEADED.match(text, begin)
        at = lead.end() if lead is not None else begin
        firm = next((m for m in named if m.start == at), None)
        if whole and firm is None and (registered := _REGISTERED.match(text, at)) is not None and at < span.start:
            return out.name(Owner("Enterprise", registered["name"]), paragraph, *registered.span("name"), "headed-firm")
        ends = firm is not None and text[firm.end : firm.end + 1]
        if firm is not None and (ends in ("。", "：", "（") if whole else ends != "、"):
            return firm.what
    return None


_ROLE = re.compile(r"(?:企业|链主|龙头)(?:主要)?[为是有：]$")
"""What a firm is to the sector, in front of its name (链主企业为甲)."""


def _all_told(text: str) -> bool:
    """Whether all clauses between a firm and what is told now tell what it makes."""
    tells = words.longest_first("firm_tells")
    return text.startswith("，") and all(not piece or piece.startswith(tells) for piece in text.split("，"))


_REGISTERED = re.compile(r"(?P<name>[^，。；：、]{4,28}公司)[。：]")
"""A registered name that heads a paragraph."""


def _pieces(text: str, clause: Span) -> Iterator[Span]:
    """What stands between commas, quotes whole."""
    pattern = _PIECE if text.find("“", clause.start, clause.end) >= 0 else _UNQUOTED
    for match in pattern.finditer(text, clause.start, clause.end):
        cut = _AND.search(text, match.start() + 4, match.end()) if "“" in match.group() else None
        if cut is not None:
            yield Span(match.start(), cut.start())
        yield Span(cut.end() if cut is not None else match.start(), match.end())


def _listed_firm(text: str, clause: Span, end: int) -> bool:
    """Whether the item in front of one is a firm's name alone, so that what follows is said of both (甲、乙研发丙、丁)."""
    before = text[max(clause.start, text.rfind("、", clause.start, end - 1) + 1) : end - 1]
    name = before[firm_words.led(before) :]
    return brands.alone(name) or brands.among(name)


_LEADS = re.compile(r"为(?:“?链主|龙头|骨干|代表|引领|领军|牵引|核心|支撑)[”企业]*的")
"""What a firm is to the sector behind its name, which it does not make (以甲为链主的乙)."""


def _piece(
    ctx: Context, text: str, piece: Span, end: int, paragraph: int, status: Status, beside: bool, paired: bool, out: Reading
) -> bool:
    """One stretch between commas, if it opens with a firm that has goods behind it, up to ``end``; tells whether it does."""
    if text.find("为", piece.start, piece.end) >= 0 and _LEADS.search(text, piece.start, piece.end) is not None:
        return False
    begin = piece.start + firm_words.led(text[piece.start : piece.end])
    prefix = place_prefix(ctx, text[begin : piece.end])
    start = begin + prefix[1] if prefix is not None else begin
    size = _firm(ctx, text[start : piece.end], out, beside, paired)
    whole = _LEGAL.match(text, start + size, piece.end) if size else None
    size, behind = (whole.end("name") - start, whole.end()) if whole is not None else (size, start + size)
    goods = _goods(ctx, text, Span(behind, piece.end), end) if size else []
    if size and not goods and (new := _NEW.match(text, behind, piece.end)) and ventures.new(text[start:behind], new["goods"]):
        goods = [_named(new["goods"], behind)]
    if paired and size and not goods and piece.end < end and ventures.plain(text[behind : piece.end]):
        goods = [_named(text[behind : piece.end], behind)]
    bare = bool(goods) and goods[0].start == behind and not paired
    if not goods or bare and _unsure(ctx, text[start:behind], text[goods[-1].end : piece.end], out):
        return False
    if prefix is not None and brands.common(text[start : start + size]) and names.goods(text[start : start + size]):
        return False
    firm = out.name(Owner("Enterprise", text[start : start + size]), paragraph, start, start + size, "maker")
    if prefix is not None:
        out.name(prefix[0], paragraph, begin, start + size, "place")
        out.state(firm, "locatedIn", prefix[0], "existing", (paragraph, begin, start + size), "place-prefix")
    said = [d for d in out.stated(paragraph) if d.p == "produces" and d.s == firm]
    for thing in goods:
        if any(d.start <= thing.start and thing.end <= d.end for d in said):
            continue
        out.name(thing.what, paragraph, thing.start, thing.end, "made-goods", thing.aliases)
        out.state(firm, "produces", thing.what, status, (paragraph, start, thing.end), "made-goods")
    return True


_NEW = re.compile(
    r"(?P<goods>[^，。；：、的]{3,10}?)(?:成功|正式|批量|首次|已|率先)*(?:量产|上市|下线|出口|打破|填补|获批|入选|远销|畅销|首飞|打入|切入|热销)"
)
"""Goods that have no common ending, of which a success is told behind their firm's name."""


def _unsure(ctx: Context, name: str, told: str, out: Reading) -> bool:
    """Whether a name is told once, and only by its trade that of a firm, where nothing is told of its goods."""
    once = ctx.count(name) == 1 and name not in out.told["Enterprise"] and _headed().fullmatch(name) is None
    return once and brands.traded(f"{name}的甲") == len(name) and (not told or name.endswith("智能") and "”" not in told)


_LEGAL = re.compile(r"(?P<name>(?:科技|集团|股份)*(?:有限)?(?:责任)?公司)(?:（[^（）]{2,12}）)?")
"""What makes a registered name of a short one, with another name in brackets (简称甲)."""


@cache
def _headed() -> re.Pattern[str]:
    """A short name with a firm's ending (宇瀚科技)."""
    return re.compile(rf"[\u4e00-\u9fff]{{2,6}}?(?:{'|'.join(map(re.escape, words.longest_first('firm_heads')))})")


def _firm(ctx: Context, text: str, out: Reading, beside: bool, paired: bool) -> int:
    """Length of the firm's name that opens a text: mentioned before, known, or coined with a firm's ending or quotes behind it.

    ``beside``: in a list of goods in quotes of which one has its firm, each coined name is one; ``paired``: several of
    its members open with a coined name and a trade (甲乙航空舱门、丙丁精铸叶片), which a name told more than once may, too.
    """
    told = out.told["Enterprise"] if text[:2] in out.firm_openings else frozenset()
    size = next((n for n in range(min(_LONGEST, len(text) - 2), 1, -1) if text[:n] in told), 0) if told else 0
    if size:
        return size
    short = known.opening(text)
    if short and not words.mapping("firm_known")[short]:
        return len(short)
    if brands.common(text) and "“" not in text and not paired:
        return 0
    if (named := _headed().match(text)) is not None and brands.coined(named.group()):
        return named.end()
    if (owner := brands.owning(text[:12])) > 0 and "“" not in text:
        return owner
    quote = _QUOTING.match(text) if "“" in text else None
    if quote is None:
        return _traded(ctx, text, paired)
    if brands.strength(quote["name"]) < (1 if beside else 2) or verbal(quote["name"]):
        return 0
    return len(quote["name"]) if beside or names.form(quote["name"])[0] == "Enterprise" else 0


def _traded(ctx: Context, text: str, paired: bool) -> int:
    """Length of the coined name with its trade that a text opens with: of several that a list has, or told elsewhere, too."""
    size = ventures.opening(ctx, text) if paired else brands.traded(text)
    fits = (
        size
        and not brands.coined(text[size : size + 4])
        and not verbal(text[size : size + 4])
        and not text.startswith(("科技", "股份"), size)
    )
    return size if fits else 0


def _goods(ctx: Context, text: str, span: Span, end: int) -> list[Thing]:
    """What follows a firm's name and is its goods: up to ``span.end``, or to ``end`` what it makes by a verb."""
    rest = text[span.start : span.end]
    quoted = _QUOTED.match(rest)
    if quoted is not None:
        what = quoted["what"]
        fit = not _NO_GOODS.search(what) and "、" not in what and not _NO_GOODS.match(rest[quoted.end() : quoted.end() + 2])
        return [_named(what, span.start + quoted.start("what"))] if fit else []
    said = sayings.goods(text, span.start, end)
    if said is not None:
        return _told(ctx, text, said)
    deed = _OWN.match(text, span.start, span.end) or _DEED.match(text, span.start, end)
    if deed is not None:
        return _listed(ctx, text, Span(*deed.span("goods")))
    if rest.startswith("的"):
        owned = _OWNED.match(rest)
        inner = Span(span.start + 1, span.start + owned.end("goods")) if owned is not None else None
        return _told(ctx, text, inner) if inner is not None else _noun(ctx, rest[1:], span.start + 1)
    return [] if _NO_NAME.match(rest) or words.opening(rest, "deeds") else _noun(ctx, rest, span.start)


_NO_NAME = re.compile(r"[等和与及要将已拟从]|[主年日副]产|[年日]加工|突出")
"""Behind a firm's name: what goods do not open with."""


def _named(name: str, start: int) -> Thing:
    return Thing(Owner("Product", name), start, start + len(name))


_SHARED = re.compile(r"(?P<first>[^和与及]{2,8})[和与及](?P<last>[^和与及]{3,})")


def _noun(ctx: Context, text: str, start: int) -> list[Thing]:
    """The goods that a text opens with, where they end it or do something; 除锈与作业机器人 are two."""
    ends = (end for end in range(3, min(20, len(text)) + 1) if names.goods(text[:end]) and _FOLLOWS.match(text, end))
    name = text[: next(ends, 0)]
    thing = classify(ctx, name, start) if len(name) > 2 and not verbal(name) else None
    if thing is None or thing.what.type not in ("Product", "Industry") or _NO_GOODS.search(thing.what.name):
        return []
    both = _SHARED.fullmatch(thing.what.name)
    if both is None or names.goods(both["first"]):
        return [thing]
    first = Thing(
        Owner("Product", both["first"] + words.ending(both["last"], "goods")), thing.start, thing.start + both.end("first")
    )
    return [first, _named(both["last"], thing.start + both.start("last"))]


def _told(ctx: Context, text: str, span: Span) -> list[Thing]:
    """What words for making or having list, goods by what is said of them."""
    things = [classify(ctx, item.text, item.start) for item in lists.parse(text, span.start, span.end).items]
    return [t for t in things if t is not None and t.what.type in ("Product", "Industry") and _fit(t.what.name)]


def _fit(name: str) -> bool:
    return not verbal(name) and _NO_GOODS.search(name) is None and not names.adjectival(name) and name not in words.words("stops")


def _listed(ctx: Context, text: str, span: Span) -> list[Thing]:
    """The goods of a list; of a kind with a name in quotes behind it (全国首款甲模型“乙”) the name."""
    out: list[Thing] = []
    for item in lists.parse(text, span.start, span.end).items:
        kind, mark, name = item.text.rstrip("”").partition("“")
        quoted = bool(mark) and item.text.endswith("”") and not _NO_GOODS.search(name)
        whole = classify(ctx, kind, item.start)
        goods = whole is not None and names.goods(whole.what.name) and not verbal(whole.what.name)
        out += (
            [_named(name, item.start + len(kind) + 1)] if quoted else [whole] if goods and whole else _noun(ctx, kind, item.start)
        )
    return [thing for thing in out if thing.what.type == "Product" and not _NO_GOODS.search(thing.what.name)]
