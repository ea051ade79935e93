"""Items of a list with what their brackets hold: parts (“甲产业（乙、丙）”), or a rank or a share, which is no part of a name."""

from __future__ import annotations

import re

from lianpu.extract import brands, lists, names
from lianpu.extract.context import Context

_PACKED = re.compile(r"(?P<whole>[^（）]{2,})（(?:含|包括|包含|如|主要是|主要有)?(?P<held>[^（）]{2,60})）$")
_NO_PART = re.compile(
    r"(?:国家|省部?|[市区县]|自治区|地市?|[Ａ-ＺA-Z])级|[^、]{0,6}[0-9][^、]*|[A-Za-z0-9+\-. /]+"
    r"|[一二三四五六七八九十]+期|暂名|暂定名?|试点|培育|筹建|在建|拟建|新建|续建|存量|重点"
)
"""What a bracket says of an item that is no part of it: a rank (市级), a share (35%), letters (IPv6), a state of work."""
_RANK = re.compile(r"（(?:国家|省部?|[市区县]|自治区)级）")


def no_part(held: str) -> bool:
    """Whether what a bracket holds is no part of what stands in front of it."""
    return _NO_PART.fullmatch(held) is not None


def parcelled(text: str, start: int, end: int, at: int) -> bool:
    """Whether a place in a list is in one of several brackets of it, each of which is its own sector's."""
    return text.count("（", start, end) > 1 and text.rfind("（", start, at) > text.rfind("）", start, at)


def unpacked(ctx: Context, text: str, items: tuple[lists.Item, ...]) -> tuple[lists.Item, ...]:
    """Items without brackets: what one lists stands beside what it explains; what several hold is each of its own sector's."""
    packed = {item: m for item in items if item.text.endswith("）") and (m := _PACKED.fullmatch(item.text)) is not None}
    named = {item: m for item, m in packed.items() if m["whole"] not in ctx.places and _thing(m["whole"])}
    several = sum(not no_part(m["held"]) for m in named.values()) > 1
    out: list[lists.Item] = []
    for item in items:
        match = named.get(item) or (packed.get(item) if _RANK.search(item.text) else None)
        held = match["held"] if match is not None else ""
        if match is None or not (several or "、" in held or _RANK.search(item.text)):
            out.append(item)
            continue
        out.append(lists.Item(match["whole"], item.start, item.start + match.end("whole")))
        if not several and not no_part(held):
            out += lists.parse(text, item.start + match.start("held"), item.start + match.end("held")).items
    return tuple(out)


def _thing(name: str) -> bool:
    """Whether an item is a sector or goods by its ending: no park, body or firm."""
    kind = names.form(name)[0]
    return kind in (None, "Industry", "Product") or kind == "Enterprise" and brands.common(name)
