"""Parts of a layout that are called by what they are to become: “——沿江材料发展带。”, “‘甲引领区’包括乙、丙”."""

from __future__ import annotations

import re

from lianpu.extract import words
from lianpu.extract.clauses import Span
from lianpu.extract.owner import Owner
from lianpu.extract.phrases import verb_length

_NO_BELT = re.compile(
    r"^[^\u4e00-\u9fff]|[，。；：、“”（）的]|^(?:[一二两三四五六七八九十]+[个大条]|全[省市区县国]|我[省市区县]|各|该|本|其|国家|省级|市级|世界|国际)"
    r"|^(?:建设|打造|构建|形成|建成|成为|争创|创建|推进|推动|加快|规划|布局|培育|聚焦|围绕|依托|沿着|包括)"
)
"""What a name of such a part has not."""
_HEAD = re.compile(r"(?:——|[（(]?[0-9一二三四五六七八九十]{1,3}[)）、.．])?(?P<quote>“)?")
_BEHIND = re.compile(
    r"”?(?:（[^（）]{2,30}）)?(?:，即|，)?(?:包括|涵盖|包含|覆盖|范围|含|辖|涉及|由|以|重点|主要|依托|围绕|突出|布局|发展|聚焦|立足|抢抓|抓住|充分|利用|发挥|要|着力|大力)"
)
"""What a statement says of the part that it opens with."""


def named(name: str) -> Owner | None:
    """The part of a layout that words name as a whole.

    >>> named("沿江材料发展带"), named("打造沿江材料发展带"), named("发展带")
    (Owner(type='Region', name='沿江材料发展带'), None, None)
    """
    end = words.ending(name, "belts", leave=2)
    sound = bool(end) and 4 <= len(name) <= 20 and _NO_BELT.search(name) is None and not verb_length(name)
    return Owner("Region", name) if sound else None


def opened(text: str, span: Span) -> Owner | None:
    """The part of a layout that a statement opens with, in front of what it has, relies on or develops."""
    head = _HEAD.match(text, span.start, span.end)
    begin = head.end() if head is not None else span.start
    for end in sorted(begin + at for at in words.last_ends(text[begin : min(span.end, begin + _FAR)], "belts")):
        closed = head is None or not head["quote"] or text.startswith("”", end)
        if closed and _BEHIND.match(text, end, span.end) is not None and (found := named(text[begin:end])) is not None:
            return found
    return None


_FAR = 22
"""Characters in which the name of such a part stands."""
