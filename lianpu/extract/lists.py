"""Items of a Chinese enumeration: “A、B和C等D”."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from lianpu.extract import words

_OPEN, _CLOSE = "（《“‘【〔", "）》”’】〕"
_AND = re.compile(r"以及|和|及其|及|与|或")
_MARKS = re.compile(rf"[{_OPEN}{_CLOSE}、，/以和及与或]")
_STROKE = re.compile(r"(?<=[\u4e00-\u9fff]{2})/(?=[A-Za-z]*[\u4e00-\u9fff]{2})")
"""A stroke between two names, not between units or figures."""
_KEEP_AND = re.compile(r"(?:及|和|与)(?:零部件|配件|其|相关|关键|应用|零配件|部件|成套|保持器|附件|组件|衍生)")
_ETC = re.compile(
    r"等(?:系列|系列化|各类|多个|多种|一批|[0-9一二两三四五六七八九十]+(?:大|个|家|种|类|项(?!目)|条|座)*(?:以上)?)?(?!级|候|于|待|离子|静压|温|压)"
)


_SEVERAL = re.compile(r"、|(?<=产业|领域|行业)[和与及]|[\u4e00-\u9fff]{3}[和与及][\u4e00-\u9fff]{3}")
_COUNTED = re.compile(
    r"(?:“[^”、]{0,4}[一二两三四五六七八九十0-9][^”、]{1,4}”|(?:这)?[两三四五六七八九十0-9]+(?:大|个|类|项(?!目)|家|条|种|块))(?P<tail>[\u4e00-\u9fff]{2,12})$"
)


_QUOTED = re.compile(
    r"“(?P<inner>[^“”，。；]{5,80})”(?:等(?:[两三四五六七八九十0-9]+(?:大|个|类|种|条))?|[两三四五六七八九十0-9]+(?:大|个|类|种|条))(?P<tail>[\u4e00-\u9fff]{2,12})$"
)
"""A list in quotes with the counted noun that closes it (“甲、乙、丙”三大产业)."""


class Item(msgspec.Struct, frozen=True, gc=False):
    """One listed thing: ``text[start:end]`` of the paragraph."""

    text: str
    start: int
    end: int


class Listing(msgspec.Struct, frozen=True, gc=False):
    """Items in order and what stands after 等 (may be empty); ``etc`` tells whether there is a 等."""

    items: tuple[Item, ...]
    tail: Item | None
    etc: bool


def _cuts(text: str, start: int, end: int, known: frozenset[str], strokes: bool) -> list[tuple[int, int]]:
    """(start, end) of separators outside brackets, of strokes if wanted."""
    cuts: list[tuple[int, int]] = []
    depth = past = 0
    several = text.find("、", start, end) >= 0
    joined = several and _joins(text[start:end])
    for mark in _MARKS.finditer(text, start, end):
        c, i = mark.group(), mark.start()
        if c in _OPEN:
            depth += 1
        elif c in _CLOSE:
            depth = max(0, depth - 1)
            if c == "”" and i + 1 < end and text[i + 1] == "“":
                cuts.append((i + 1, i + 1))
        elif depth or i < past:
            continue
        elif c in "、，" or c == "/" and strokes and _STROKE.match(text, i, end):
            cuts.append((i, i + 1))
        elif c != "/":
            match = _AND.match(text, i, end) if not joined or text.find("、", i, end) < 0 else None
            if match and _splits(text, i, match.end(), start, end, several, cuts, known):
                cuts.append(match.span())
                past = match.end()
    return cuts


_JOINING = re.compile(r"[\u4e00-\u9fff]{2,}[和与及][\u4e00-\u9fff]{2,3}|[\u4e00-\u9fff]{2,3}[和与及][\u4e00-\u9fff]{2,}")
"""An item of a list with a conjunction, a short word on one side of it."""
_SECTORS = re.compile(r"(?:[\u4e00-\u9fff]{2,}业、){2}")
_HALF_SECTOR = re.compile(r"(?:^|、)[^、业]{2,}[和与及][^、业]{2,}业(?=、)")


def _joins(listed: str) -> bool:
    """Whether a conjunction in front of the last mark of a list joins two words of one name.

    So it does where several names have one, and where only behind it stands the ending that the other names have:

    >>> _joins("甲工研发与制造、甲工运营与维护、甲工培训")
    True
    >>> _joins("甲乙和丙丁制造业、甲工服务业、甲农服务业")
    True
    >>> _joins("甲乙丙和丁戊、己庚")
    False
    """
    items = listed.split("、")[:-1]
    if sum(_JOINING.fullmatch(item) is not None for item in items) > 1:
        return True
    return _SECTORS.search(listed) is not None and _HALF_SECTOR.search(listed) is not None


_LONG = 3
"""Least characters of a name inside a list that 和 parts from the next (甲乙丙和丁戊、己), where it may join shorter words."""
_SHORT = 4
"""Most characters of what 及 joins to the rest of the first name of a list (新能源及智能网联汽车、甲)."""
_BEHIND = 12
"""How far behind a list the word may stand that makes works of its items, whose names have both."""


def _splits(
    text: str, at: int, after: int, start: int, end: int, several: bool, cuts: list[tuple[int, int]], known: frozenset[str]
) -> bool:
    """Whether the conjunction at ``at`` separates two items rather than joining two words of one name."""
    before = cuts[-1][1] if cuts else start
    left = text[before:at]
    inside = several and "、" in text[at:end] and (bool(cuts) or text[at] in "及与" and len(left) <= _SHORT) and text[at] != "以"
    if inside and (text[at] != "和" or len(left) < _LONG or text.find("项目", at, end + _BEHIND) >= 0):
        return False
    stop = min((p for p in (text.find(c, after, end) for c in "、，等") if p > 0), default=end)
    right = text[after:stop]
    if len(left) < 2 or len(right) < 2:
        return False
    whole = text[before:stop]
    if several and right.endswith("有限公司") and not left.endswith(("公司", "集团", "厂", "股份")):
        return False
    if known and any(whole[:size] in known for size in range(at - before + 1, len(whole) + 1)):
        return False
    if _KEEP_AND.match(text, at):
        return False
    return several or len(left) >= 3 or text[at] in "和与"


def _counted(text: str, start: int, end: int) -> re.Match[str] | None:
    """“A、B、C三大产业”: the counted noun that closes a list without 等."""
    return _COUNTED.search(text, start, end)


_BRACKETS_OR_ETC = re.compile(f"[{_OPEN}{_CLOSE}等]")


def _etc(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first 等 outside brackets that closes a list."""
    if text.find("等", start, end) < 0:
        return None
    depth = 0
    for mark in _BRACKETS_OR_ETC.finditer(text, start, end):
        c = mark.group()
        if c in _OPEN:
            depth += 1
        elif c in _CLOSE:
            depth = max(0, depth - 1)
        elif not depth:
            match = _ETC.match(text, mark.start(), end)
            if match:
                return match
    return None


def parse(text: str, start: int, end: int, known: frozenset[str] = frozenset(), *, strokes: bool = False) -> Listing:
    """The enumeration in ``text[start:end]``; ``known`` are names that must not be split at a conjunction.

    ``strokes`` between names separate them, too (“甲手表/乙头显”).
    """
    quoted = _QUOTED.match(text, start, end) if text.startswith("“", start) else None
    if quoted is not None and "、" in quoted["inner"]:
        inner = parse(text, *quoted.span("inner"), known, strokes=strokes)
        return Listing(inner.items, Item(quoted["tail"], *quoted.span("tail")), True)
    etc = _etc(text, start, end)
    count = None if etc else _counted(text, start, end)
    if count and _SEVERAL.search(text, start, count.start()):
        body_end, tail_start = count.start(), count.start("tail")
    else:
        count, body_end, tail_start = None, etc.start() if etc else end, etc.end() if etc else end
    items: list[Item] = []
    begin = start
    for a, b in [*_cuts(text, start, body_end, known, strokes), (body_end, body_end)]:
        if a > begin:
            items.append(Item(text[begin:a], begin, a))
        begin = b
    tail = Item(text[tail_start:end], tail_start, end) if tail_start < end else None
    return Listing(tuple(items), tail, etc is not None or count is not None)


_USED_FOR = re.compile(r"^.+(用[\u4e00-\u9fff]{1,3})$")


def shared(items: Sequence[str]) -> tuple[str, ...]:
    """Items of one list with the noun that they share given back to each.

    A noun in front of the first step of work goes with the others, a noun behind the last use or kind with those before it:

    >>> shared(["粮食种植", "收购", "加工"])
    ('粮食种植', '粮食收购', '粮食加工')
    >>> shared(["石油", "军工", "航空用管"])
    ('石油用管', '军工用管', '航空用管')
    >>> shared(["养老", "文化金融"])
    ('养老金融', '文化金融')
    >>> shared(["种植", "冷链物流"])
    ('种植', '冷链物流')
    >>> shared(["陶瓷刀具", "陶瓷轴承"])
    ('陶瓷刀具', '陶瓷轴承')
    """
    if len(items) < 2:
        return tuple(items)
    steps = words.words("stage_words") | words.words("stage_generic")
    first, last = items[0], items[-1]
    heads = [first[:i] for i in range(2, len(first) - 1) if first[i:] in steps]
    head = next((h for h in heads if h not in words.words("praise")), "")
    if head and all(item in steps for item in items[1:]):
        return (first, *(head + item for item in items[1:]))
    use = _USED_FOR.match(last)
    kinds = [t for t in words.longest_first("list_tails") if last.endswith(t) and len(last) > len(t)]
    tail = use.group(1) if use else (kinds or [""])[0]
    worked = any(item in steps or words.ending(item, "stage_words") for item in items[:-1])
    whole = not use and any(item[:2] == last[:2] and len(item) > 3 for item in items[:-1])
    if (
        tail
        and not worked
        and not whole
        and all(len(item) <= 4 or use for item in items[:-1])
        and not any(tail in item for item in items[:-1])
    ):
        return (*(item + tail for item in items[:-1]), last)
    return tuple(items)
