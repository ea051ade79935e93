"""Names made up for a firm: they begin with two characters that no common word begins with (``lexicon/common_pairs.tsv``)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from lianpu.extract import names, words

_MADE = re.compile(r"[\u4e00-\u9fff]{2}[\u4e00-\u9fffA-Za-z0-9·]{0,8}")
_NEW_TERM = re.compile(r"[高低超多全非跨可双单短长小大新老精无零宽窄预再去泛类亚微纳特总各省市区县国央地]")
"""First characters with which terms are made up day by day (跨尺度仿真, 多维传感器)."""
_GRAMMAR = re.compile(
    r"[以为使其并应了着过与和及等在到被把将由从对于而则且即的更也又都仍还就请更未不第两强稳相沿路]|.[是要的了和与及以]"
    r"|[一二三四五六七八九十](?:[个大条家批次年月区点项类种级代方步]|.[一二三两多])"
)
"""First characters that are words of the sentence or numbers."""
_LEGAL = re.compile(r"(?:公司|集团|股份)$")

_TRADE = re.compile(r"[\u4e00-\u9fff]{2}(?![产行工商农林渔牧矿服旅])[\u4e00-\u9fff]业")
"""A name with its trade (宇瀚瓷业), which is no sector."""

Strength = Literal[0, 1, 2]


@lru_cache(maxsize=1 << 14)
def coined(name: str) -> bool:
    """Whether a name of two to ten characters begins as no common word does.

    >>> coined("宇瀚机电"), coined("智能机床")
    (True, False)
    """
    if common(name):
        return False
    return _MADE.fullmatch(name) is not None and _NEW_TERM.match(name) is None and _GRAMMAR.match(name) is None


def common(name: str) -> bool:
    """Whether a name begins with a pair of characters that common words begin with."""
    return name[1:2] in words.mapping("common_pairs").get(name[:1], ("",))[0]


@lru_cache(maxsize=1 << 14)
def strength(name: str) -> Strength:
    """How surely a name that stands among firms is one: 2 by itself, 1 by an ending that goods may have, too, 0 not at all.

    >>> strength("宇瀚机电"), strength("工业软件"), strength("车身")
    (2, 1, 0)
    """
    kind, suffix = names.form(name)
    trade = kind == "Industry" and suffix == "业" and _TRADE.fullmatch(name) is not None
    if kind not in (None, "Enterprise") and not trade or suffix == name:
        return 0
    if (goods := words.ending(name, "goods")) and len(goods) >= len(name) - 1:
        return 0
    if name in words.words("firm_known") or _LEGAL.search(name) or coined(name) or _grand(name):
        return 2
    return 1 if kind == "Enterprise" else 0


def _grand(name: str) -> bool:
    """Whether a name is a made-up word that begins with 大, 亚, 长 or 新, as many firms' do, and its trade.

    >>> _grand("大荣化工"), _grand("新型化工"), _grand("大宗商品")
    (True, False, False)
    """
    trade = words.ending(name, "firm_trades", leave=2) if name[:1] in ("大", "亚", "长", "新") else ""
    return bool(trade) and len(name) - len(trade) == 2 and not common(name) and _GRAMMAR.match(name) is None


@lru_cache(maxsize=1 << 14)
def traded(text: str) -> int:
    """Length of the firm's name with its trade that a text opens with in front of more words, 0 where it opens with none.

    >>> text = "宇瀚铝业再生铝"
    >>> text[: traded(text)], traded("智能铝业再生铝"), traded("宇瀚铝业")
    ('宇瀚铝业', 0, 0)
    """
    for size in (2, 3):
        trade = words.opening(text[size:], "firm_trades", leave=2) if coined(text[:size]) else ""
        if trade and not _of_goods(trade, text[size + len(trade) :]):
            return size + len(trade)
    return 0


def _of_goods(trade: str, rest: str) -> bool:
    """Whether a trade is the first half of the name of the goods behind it (宇瀚|智能起重机, 宇瀚|电子级硅料)."""
    if trade in words.words("trade_modifiers"):
        while tail := words.ending(rest, "venture_tails", leave=2):
            rest = rest[: -len(tail)]
        return names.goods(rest)
    return rest.startswith("级")


_OPENS = re.compile(r"(?:其中|随着|包括|例如|比如|[\u4e00-\u9fff]{0,4}(?:龙头|骨干|链主|领军|头部|重点|核心)企业)(?=.{2})")
_PARTICLE = re.compile(r"[\u4e00-\u9fff]{0,6}?[了着过]|[\u4e00-\u9fff]{2,5}[上出到](?=[\u4e00-\u9fff]{2})")


def behind(text: str) -> int:
    """Length of the sentence's own words in front of a firm's name, 0 where the text is the name, or has none that is sure.

    >>> "接连迎来了宇瀚机电"[behind("接连迎来了宇瀚机电") :]
    '宇瀚机电'
    """
    if (opened := _OPENS.match(text)) is not None:
        return opened.end()
    if strength(text) == 2:
        return 0
    led = _PARTICLE.match(text)
    return led.end() if led is not None and strength(text[led.end() :]) == 2 else 0


_ADJOINED = re.compile(
    r"力[争促推求]|[是该这那其每各据经按因若当某让给向往抢年月日归要讲但需焕]|联动|迭代|适配|.*(?:企业|公司|[我全该本][市省县区]|[在为等的与和及、]|(?:以上|左右|[一两]条|后|前)$)"
)
"""What a name that stands alone neither begins with nor holds: words of the sentence."""
_LAND = re.compile(r"[山河湖湾岛港海江岭谷口镇村乡县区市省盟旗街段片线路南北化]$")
_JOINT = re.compile(r"[、和与及]")
_MEANS = re.compile(r"(?:[在由从]|依托|联合|利用|通过|围绕|立足|采用|运用|面向|针对)(?=.{2})")
"""What opens the means, the place or the partner between a firm's name and its verb."""
_TAKEN_ON = re.compile(r"(?:要|将|已|拟|正|可|应|重点|主要|着力|加快|积极|继续|进一步)+$")
"""Words of a verb that stand between a firm's name and it."""


@lru_cache(maxsize=1 << 14)
def alone(name: str) -> bool:
    """Whether a name is a firm's wherever it stands, as the subject of a clause: coined, of three to eight characters.

    >>> alone("宇瀚机电"), alone("宇瀚街"), alone("轴承产业")
    (True, False, False)
    """
    if not 3 <= len(name) <= 8 or strength(name) < 2 or _ADJOINED.match(name) is not None or _LAND.search(name) is not None:
        return False
    firm = names.form(name)[0] == "Enterprise" or len(name) == 4 and len(words.ending(name, "goods")) < 3
    said = words.ending(name, "firm_common_ends") or words.inside(name, "inner_verbs") or words.inside(name, "makes")
    return (firm or not names.goods(name)) and not said


def firm(name: str) -> bool:
    """Whether a coined name has a firm's own ending, so that it is neither a sector nor goods.

    >>> firm("宇瀚科技"), firm("宇瀚陶瓷"), firm("农业科技")
    (True, False, False)
    """
    return bool(words.ending(name, "firm_heads", leave=2)) and not names.goods(name) and alone(name)


def acting(text: str) -> int:
    """Length of the names of firms that a clause has in front of its verb, 0 where what stands there are none.

    >>> acting("宇瀚机电将"), acting("宇瀚机电、珂洛智控"), acting("全市")
    (4, 9, 0)
    """
    if common(text) and "、" not in text:
        return 0
    means = _MEANS.search(text, 3)
    words_ = _TAKEN_ON.search(text, 0, means.start() if means is not None else len(text))
    size = words_.start() if words_ is not None else means.start() if means is not None else len(text)
    listed = _JOINT.split(text[:size])
    sure = sum(map(alone, listed))
    return size if sure and 2 * sure >= len(listed) and all(alone(name) or among(name) for name in listed) else 0


def among(name: str) -> bool:
    """Whether a name ends as a firm's does, so that it is one beside another."""
    return 4 <= len(name) <= 8 and (names.form(name)[0] == "Enterprise" or _TRADE.fullmatch(name) is not None)


_CUE = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{3,8}?)(?=的|(?:全年|[年日])(?:产|加工|处理|交付)|[现已]有|主[营产打]|(?:主要|主导|核心|拳头)产品|(?:主要)?从事|专[注业]|主要生产|具备|建成|研制|承制|联合|(?:已?成|作)?为|是)"
)
"""What may be a firm's name in front of a word that says what it has or makes."""


@lru_cache(maxsize=1 << 14)
def owning(text: str) -> int:
    """Length of the firm's name that a stretch opens with in front of words for what it has or makes, 0 where it opens with none.

    >>> text = "宇瀚航空的复材舱门"
    >>> text[: owning(text)], owning("新型的舱门")
    ('宇瀚航空', 0)
    """
    cue = None if common(text) or _ADJOINED.match(text[:2]) is not None else _CUE.match(text)
    if cue is None or not alone(cue["name"]):
        return 0
    return cue.end("name") if names.form(cue["name"])[0] == "Enterprise" or len(cue["name"]) <= 5 else 0
