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

Strength = Literal[0, 1, 2]


@lru_cache(maxsize=1 << 14)
def coined(name: str) -> bool:
    """Whether a name of two to ten characters begins as no common word does.

    >>> coined("宇瀚机电"), coined("智能机床")
    (True, False)
    """
    return (
        _MADE.fullmatch(name) is not None and _NEW_TERM.match(name) is None and _GRAMMAR.match(name) is None and not common(name)
    )


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
    if kind not in (None, "Enterprise") or suffix == name:
        return 0
    if (goods := words.ending(name, "goods")) and len(goods) >= len(name) - 1:
        return 0
    if name in words.words("firm_known") or _LEGAL.search(name) or coined(name):
        return 2
    return 1 if kind == "Enterprise" else 0


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
