"""A firm's own projects: “甲科技新型电池、乙集团丙材料基地等项目开工”: who builds them and what they are to make."""

from __future__ import annotations

import re
from functools import lru_cache

from lianpu.extract import brands, names, words
from lianpu.extract.context import Context, Owner
from lianpu.extract.reading import Reading
from lianpu.extract.rules import known
from lianpu.extract.things import classify, generic, strip_verbs, verbal
from lianpu.extract.whereabouts import place_prefix
from lianpu.model import Status
from lianpu.ontology import regions

_REGISTERED = re.compile(r"[\u4e00-\u9fff（）]{4,24}?有限(?:责任)?公司")
_NO_HEAD = re.compile(r"[省市区县国]|重大|农业")
_SIZE = re.compile(
    r"^(?:(?:[年日](?:产|处理|加工))?[0-9.,]*[0-9十百千万亿](?:[余多]?[万亿]?)*"
    r"(?:[吨米]级|[载重]{0,2}吨|[吉兆千]瓦时?|[GMk]Wh?|千?安时|[mk]?Ah|千伏安|立方米?|平方?米|万米|重箱|千升|公斤|羽"
    r"|[方台辆套级只件架支片颗根条瓶盒箱枚块粒盏锭头尾匹棵株袋罐桶卷张份副双艘组座]{1,2})(?:/年)?"
    r"|[一二三四五六七八九十]+代线|[0-9.]+代线|全球首套|国内首套|全新|总?投资[0-9.]+亿?元的?)+"
)
_PHASE = re.compile(r"[一二三四五六七八九十]+期$")
_PLACED = re.compile(r"^（[^（）]{2,8}）")
_PHASED = re.compile(r"^[一二三四五六七八九十]+期(?=.{2})")


_COMPANY = re.compile(r"(?!.{0,2}公司)[\u4e00-\u9fff]{4,12}?(?<!有限)(?<!股份)(?<!集团)公司(?=[^合治]{2})")
"""A firm that is called a company (甲乙旅行公司|全域旅游)."""


def maker(text: str) -> str:
    """The firm that opens the name of what it builds: a known one, or one with a firm's ending (甲乙科技)."""
    if (registered := _REGISTERED.match(text)) is not None:
        return registered.group()
    named = _COMPANY.match(text)
    if named is not None:
        return named.group()
    for end in words.longest_first("firm_heads"):
        at = text.find(end, 2, 8)
        whole = 2 <= at <= 4 and not generic(text[:at]) and _NO_HEAD.match(text) is None
        if whole and not words.opening(text[at:], "firm_not_split"):
            return text[: at + len(end)]
    return known.opening(text)


_HEAD = re.compile(r"[\u4e00-\u9fff]{2,4}?(?=(?:[年日](?:产|处理|加工))?[0-9]|[十百千]?万吨)")
_DEGREE = re.compile(r"[高低超](?!新|级|校|速|铁|原|山|标)[\u4e00-\u9fff]{1,2}(?:度|性)?(?=[\u4e00-\u9fff]{2})")
"""A degree that goods have (高洁净度铜排)."""
_STUFF = re.compile(r"[电油气水煤光热能车船机阀件料材钢铁铜铝网数智算药农林牧渔文旅氢氨醇碳硅锂核]$")
"""Ends of short new words for goods and sectors (脑电, 绿氢), which are no firms."""
_AREA = re.compile(r"[省市区县州]")
_LAND = re.compile(r"[山河湖湾岛港海江岭镇村庄口东西南北中]$")
_NO_FIRM = re.compile(rf"{_LAND.pattern}|^[煤油气电光秸生]制$")
"""Ends of land, and what goods are made from (煤制|清洁燃料)."""


def coined(ctx: Context, text: str) -> str:
    """The unknown firm that opens a project's name: two to four characters of no meaning before an amount or a modifier.

    What follows must be goods (甲乙8英寸芯片, 丙丁高性能纤维); a stretch of land or a word of the text is no firm. A trade
    (甲乙铝业再生铝), or that the text has the name elsewhere, too, tells where it ends.
    """
    if known_ := registered(ctx, text):
        return known_
    size = opening(ctx, text)
    if size and (short := _modified(ctx, text, size)):
        return text[:short]
    if (
        size
        and len(rest := _stuff(text[size:])) >= 2
        and (_goods(ctx, rest) or not generic(rest) and names.topic(rest) is not None)
    ):
        return text[:size]
    sized = _HEAD.match(text)
    modified = [at for at in (2, 3, 4) if words.opening(text[at:], "venture_modifiers")]
    branded = [at for at in (2, 3, 4) if brands.coined(text[:at]) and _begins(text[at:]) and not _STUFF.search(text[:at])]
    for at in [sized.end()] if sized is not None else [*modified[:1], *branded[:1]]:
        head, rest = text[:at], _bare(text[at:])
        meaning = generic(head) or verbal(head) or _NO_FIRM.search(head) is not None or ctx.known_sector(head)
        meaning = meaning or _AREA.search(head) is not None or sized is None and brands.common(head)
        alone = at in branded and at > 2 or ctx.count(head) == ctx.count(text[: at + 1])
        if not meaning and alone and _enough(rest) and (_goods(ctx, rest) or _DEGREE.match(rest)):
            return head
    return ""


def _begins(text: str) -> bool:
    """Whether goods may begin so: with a common word or with a degree."""
    return brands.common(text) or _DEGREE.match(text) is not None


def _enough(rest: str) -> bool:
    """Whether goods behind a made-up name are no trade that belongs to it (甲乙食品, 甲乙新材料)."""
    return len(rest) > 3 or len(rest) == 3 and rest not in words.words("firm_trades")


def _modified(ctx: Context, text: str, size: int) -> int:
    """Length of the made-up name in front of a trade that modifies short goods (甲乙|储能电池), 0 where it is the firm's."""
    trade = words.ending(text[:size], "goods_trades", leave=2)
    goods = _stuff(text[size - len(trade) :])
    own = not trade or not 0 < len(goods.removesuffix("制造")) - len(trade) < 3 or ctx.count(text[:size]) > ctx.count(text)
    return 0 if own or not names.goods(goods) else size - len(trade)


def registered(ctx: Context, text: str) -> str:
    """The firm that opens a text by the short form of a registered name of the document (甲乙 of 丙省甲乙科技有限公司)."""
    return next(
        (short for short in _shorts(ctx.text).get(text[:2], ()) if text.startswith(short) and len(text) > len(short) + 1), ""
    )


_LEGAL_NAME = re.compile(r"(?P<name>[\u4e00-\u9fff（）]{4,26}?)(?:股份|集团)*有限(?:责任)?公司")


@lru_cache(maxsize=4)
def _shorts(text: str) -> dict[str, list[str]]:
    """Short forms of the registered names in a text, longest first, by their first two characters."""
    out: dict[str, list[str]] = {}
    for match in _LEGAL_NAME.finditer(text):
        name = match["name"]
        name = re.sub(r"（[^（）]*）", "", name[strip_verbs(name) :])
        known_ = regions().names()
        core = name[next((end for end in range(min(10, len(name) - 4), 1, -1) if name[:end] in known_), 0) :]
        while len(core) > 3 and (trade := words.ending(core, "firm_trades", leave=2)):
            core = core[: -len(trade)]
            whole = core + trade
            if (
                2 <= len(core) <= 4
                and brands.coined(core[:2])
                and not brands.common(core)
                and whole not in out.setdefault(core[:2], [])
            ):
                out[core[:2]] += [whole, core]
    return {head: sorted(set(forms), key=len, reverse=True) for head, forms in out.items()}


def opening(ctx: Context, text: str) -> int:
    """Length of the firm's made-up name that opens a text in front of more words, by its trade or by another mention."""
    return 0 if brands.common(text) else brands.traded(text) or _told(ctx, text)


def _told(ctx: Context, text: str) -> int:
    """Length of the made-up name that opens a text and that other words follow elsewhere in the document."""
    if not brands.coined(text[:2]) or generic(text[:2]):
        return 0
    counts: list[int] = []
    for size in range(2, min(9, len(text))):
        counts.append(ctx.count(text[:size]))
        if counts[-1] < 2:
            break
    sizes = (size for size in range(7, 2, -1) if size - 1 < len(counts) and counts[size - 2] > max(counts[size - 1], 1))
    return next((size for size in sizes if _LAND.search(text[:size]) is None), 0)


def _stuff(text: str) -> str:
    """What a project is to make: the rest of its name without amounts, phase and words of building."""
    for pattern in (_PLACED, _PHASED, _SIZE):
        lead = pattern.match(text)
        text = text[lead.end() :] if lead is not None else text
    return _bare(text)


def state(ctx: Context, name: str, at: int, status: Status, place: tuple[int, int, int], out: Reading) -> None:
    """State who builds the project of this name, from ``at`` on, and what it is to make, where the name says so."""
    prefix = place_prefix(ctx, name)
    start = prefix[1] if prefix is not None and prefix[1] < len(name) else 0
    firm = maker(name[start:]) or coined(ctx, name[start:])
    if firm:
        builder = out.name(Owner("Enterprise", firm), place[0], at + start, at + start + len(firm), "works-firm")
        made(ctx, builder, name[start + len(firm) :], at + start + len(firm), status, place, out)


def made(ctx: Context, firm: Owner, rest: str, at: int, status: Status, place: tuple[int, int, int], out: Reading) -> None:
    """State what a firm's project makes: ``rest`` is what follows the firm in the project's name, from ``at`` on."""
    for pattern in (_PLACED, _PHASED, _SIZE):
        lead = pattern.match(rest)
        rest, at = (rest[lead.end() :], at + lead.end()) if lead is not None else (rest, at)
    rest = _bare(rest)
    thing = classify(ctx, rest, at) if len(rest) >= 2 else None
    if (
        thing is None
        or thing.what.type not in ("Product", "Industry")
        or not (_goods(ctx, rest) or _DEGREE.match(rest) or plain(rest) or new(firm.name, rest))
    ):
        return
    out.name(thing.what, place[0], thing.start, thing.end, "venture")
    out.state(firm, "produces", thing.what, status, place, "venture")


def _bare(text: str) -> str:
    """Without phase and words of building at the end; 制造 goes only from goods."""
    text = _PHASE.sub("", text)
    while tail := words.ending(text, "venture_tails", leave=2):
        text = _PHASE.sub("", text[: -len(tail)])
    core = text.removesuffix("制造")
    return core if names.goods(core) and not core.endswith("装备") else text


def new(firm: str, rest: str) -> bool:
    """Whether what stands behind a firm's name with its trade may be goods, though it opens with no common word."""
    traded = words.ending(firm, "firm_trades", leave=2) or words.ending(firm, "firm_heads", leave=2)
    works = bool(words.ending(rest, "project_generic") or words.ending(rest, "works") or _LAND.search(rest))
    other = works or verbal(rest) or generic(rest) or names.form(rest)[0] not in (None, "Product", "Industry")
    return bool(traded) and 3 < len(rest) <= 10 and not other and re.search(r"[0-9（）“”]", rest) is None


def plain(name: str) -> bool:
    """Whether a short name may be that of goods, though no ending says so: no kind of work, no place, nothing done."""
    works = bool(words.ending(name, "project_generic") or words.ending(name, "works") or _LAND.search(name))
    works = works or names.form(name)[0] not in (None, "Product", "Industry") or _PHASED.match(name) is not None
    return 2 < len(name) <= 8 and brands.common(name) and not works and not verbal(name) and not generic(name)


def _goods(ctx: Context, name: str) -> bool:
    told = names.goods(name) or names.form(name)[0] == "Industry" or ctx.known_sector(name) or ctx.is_sector(name)
    named = re.match(r"[A-Z]{3,}", name) is not None or len(name) <= 8 and generic(name[:2])
    return told or named or bool(words.ending(name, "venture_ends"))
