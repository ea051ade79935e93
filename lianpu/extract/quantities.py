"""Numbers with units in clean Chinese text: “1500亿元以上”, “一百家”, “3-5个”, “1.22万个”, “超六成”, “近千家”.

A scale word stays in the unit (万亿元, 万个), as plans write it; a Chinese numeral with a scale is read the same way
(“千万吨” is 1000 万吨). Words: ``lexicon/units.tsv`` and ``bounds.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

import msgspec
from msgspec.structs import replace

from lianpu.extract import bounds, words
from lianpu.model import Op

_DIGIT = {"〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_POWER = {"十": 10, "百": 100, "千": 1000}
_ARABIC = r"\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?"
_CHINESE = r"[一二两三四五六七八九十百千][〇零一二两三四五六七八九十百千]*"


class Quantity(msgspec.Struct, frozen=True, gc=False):
    """A number with its unit and bound. ``start``/``end`` span the bound words too, ``number`` is where the digits start.

    ``tail`` is where the unit ends and a bound after it (以上) may begin; ``more`` tells of 余 and 多 (“3000余个”);
    ``chinese`` of a single Chinese digit (“三个”), which counts less often than it points.
    """

    start: int
    number: int
    tail: int
    end: int
    value: float
    value_max: float | None
    unit: str
    kind: str
    op: Op
    more: bool = False
    chinese: bool = False


def numeral(text: str) -> float:
    """The value of a number in Arabic or Chinese digits below ten thousand.

    >>> numeral("1，500"), numeral("一百零五"), numeral("百"), numeral("两千三百")
    (1500.0, 105.0, 100.0, 2300.0)
    """
    if text[0].isascii():
        return float(text.replace(",", "").replace("，", ""))
    if not any(c in _POWER for c in text):
        return float("".join(str(_DIGIT[c]) for c in text))
    total, digit = 0, None
    for c in text:
        if c in _POWER:
            total += (1 if digit is None else digit) * _POWER[c]
            digit = None
        else:
            digit = _DIGIT[c] or None
    return float(total + (digit or 0))


@cache
def kinds() -> dict[str, str]:
    """Unit to its kind."""
    return {row[0]: row[1] for row in words.rows("units")}


def alternation(terms: Iterable[str]) -> str:
    """A regular expression for any of the terms, the longest first."""
    return "|".join(re.escape(term) for term in sorted(set(terms), key=lambda term: (-len(term), term)))


def _units(units: list[str]) -> str:
    """Like :func:`alternation`, each unit only where the character after it does not make another word of it."""
    guards = {row[0]: row[3] for row in words.rows("units") if len(row) > 3}
    ordered = sorted(units, key=lambda unit: (-len(unit), unit))
    return "|".join(re.escape(unit) + (f"(?![{guards[unit]}])" if unit in guards else "") for unit in ordered)


@cache
def _pattern() -> re.Pattern[str]:
    scaled = _units([unit for unit, kind in kinds().items() if kind not in ("share", "ratio", "time")])
    plain = _units([unit for unit, kind in kinds().items() if kind in ("share", "ratio", "time")])
    scale = r"(?:万亿|千亿|百亿|千万|百万|十万|万|亿)"
    joint = r"(?:[-－—–~～至]+)"
    return re.compile(
        rf"(?=[\d一二两三四五六七八九十百千万亿])(?<![\d.第A-Za-z〇零一二两三四五六七八九十百千])(?:(?P<a>{_ARABIC}|{_CHINESE})|(?=[万亿]))"
        rf"(?P<more>余|多|几)?(?P<s>{scale})?(?P<plain>{plain})?"
        rf"(?:{joint}(?P<b>{_ARABIC}|{_CHINESE})(?P<t>{scale})?)?(?P<more2>余|多)?(?P<plus>\+)?(?P<quote>”)? ?"
        rf"(?:(?P<unit>{scaled}|{plain})|(?P<cheng>成)(?![为功立熟果效员本长型品交]))?"
        r"(?P<per>/[万百千]?(?:平方公里|平方千米|平方米|立方米|公里|小时|亩|人|年|天|日))?"
    )


_RATIO = re.compile(rf"百分之(?P<a>{_CHINESE})")
_PLAIN_CHINESE = re.compile(r"[一二两三四五六七八九]+$")
_RATE = re.compile(r"(?:之比|比例)[^，。；、]{0,6}$")
_TO_ONE = re.compile(r"[:：∶]1(?![\d:：∶.个件套台])")
"""The end of a proportion (“之比达到2.5∶1”)."""
_BARE_AFTER = re.compile(r"(?=[，。；、）]|以上|左右|以内|以下|$)")


_SCALES = {"万亿": (1.0, "万亿"), "千亿": (1000.0, "亿"), "百亿": (100.0, "亿"), "千万": (1000.0, "万"), "百万": (100.0, "万"),
           "十万": (10.0, "万"), "万": (1.0, "万"), "亿": (1.0, "亿"), "": (1.0, "")}  # fmt: skip


def _value(match: re.Match[str]) -> tuple[float, float | None, str]:
    """Value, upper value and scale of a match."""
    factor, scale = _SCALES[match["t"] or match["s"] or ""]
    low = (numeral(match["a"]) if match["a"] else 1.0) * factor
    if match["b"] is None:
        return low, None, scale
    high = numeral(match["b"]) * factor
    return low, high, scale


def _build(text: str, match: re.Match[str]) -> Quantity | None:
    start = match.start()
    unit = match["unit"] or match["plain"] or ""
    value, value_max, scale = _value(match)
    kind = kinds().get(unit, "")
    end = match.end()
    if match["cheng"]:
        unit, kind, value = "%", "share", value * 10
        value_max = None if value_max is None else value_max * 10
    elif match["plus"] and not unit:
        unit, kind = "个", "count"
    elif not unit and _classed(text, match):
        class_ = _CLASS_END.match(text, end)
        unit, kind, scale, end = scale + "元", "money", "", class_.end() if class_ is not None else end
    elif not unit and scale in ("亿", "万亿", "万") and match["a"] and text.startswith(("、", "和"), bounds.after(text, end)[0]):
        kind = "open"
    elif not unit and match["a"] and _RATE.search(text, max(0, start - 10), start) and (to_one := _TO_ONE.match(text, end)):
        kind, end = "bare", to_one.end()
    elif not unit:
        if not (match["a"] and match["a"][0].isascii() and (scale or "." in match["a"]) and _BARE_AFTER.match(text, end)):
            return None
        kind = "bare"
    if match["quote"] and not match["plus"]:
        return None
    if unit == "％":
        unit = "%"
    per = match["per"] or ""
    if kind in ("count", "measure") and (every := _EVERY.search(text, max(0, start - 4), start)) is not None:
        start, per = every.start(), f"/{every['of']}"
    begin, before = bounds.before(text, start)
    stop, after = bounds.after(text, end)
    more = bool(match["more"] or match["more2"])
    loose: Op | None = ">" if more else ">=" if match["plus"] else None
    firm = next((op for op in (before, after, loose) if op is not None and op != "~"), None)
    op: Op = firm or before or after or "="
    chinese = bool(match["a"]) and _PLAIN_CHINESE.match(match["a"]) is not None and not scale
    return Quantity(begin, match.start(), end, stop, value, value_max, scale + unit + per, kind, op, more, chinese)


@cache
def _chinese(rule: str) -> frozenset[str]:
    """Units that single Chinese digits may count, or that Chinese numerals never do."""
    return frozenset(row[0] for row in words.rows("units") if len(row) > 2 and row[2] == rule)


def _reached(text: str, match: re.Match[str]) -> bool:
    """Whether words of reaching or of a bound stand at a number (“突破千亿元”, “百亿元以上”)."""
    before = bounds.before(text, match.start())[1] is not None or bounds.reach(text, match.start()) != ""
    return before or bounds.after(text, match.end())[1] is not None


def _classed(text: str, match: re.Match[str]) -> bool:
    """Whether a scale with 级 ends its clause behind a word of reaching (“产业规模达到千亿级”): it is a sum then."""
    return _reached(text, match) and bool(match["s"]) and not match["unit"] and _CLASS_END.match(text, match.end()) is not None


_EVERY = re.compile(r"每(?P<of>[万千百](?:人|户|名))$")
"""What makes a count one of a density (“达到每万人480台”)."""
_CLASS_END = re.compile(r"元?级(?:规模|水平|体量|台阶)?(?=[，。；、）]|$)")


def _word(text: str, match: re.Match[str]) -> bool:
    """Whether it is a rank, a name of a standard, or part of a longer word (二元酸, 一带一路, 数十家) rather than an amount."""
    before = text[max(0, match.start() - 1) : match.start()]
    rank = text.startswith(("级", "强"), match.end()) and not _classed(text, match)
    if text.startswith("位数", match.end() - 1) or rank or before in ("数", "几", "每"):
        return True
    if match["plus"] and not match["unit"] and not (before == "“" and match["quote"]):
        return True
    if match["a"] is None:
        return not bounds.before(text, match.start())[1] and not bounds.reach(text, match.start())
    if match["a"][0].isascii():
        return before == "前" and kinds().get(match["unit"] or "") == "count"
    return _chinese_word(text, match)


def _chinese_word(text: str, match: re.Match[str]) -> bool:
    """Whether a Chinese numeral is part of a word: in quotes, with a unit it does not count, or 一 without a bound."""
    unit = match["unit"] or match["plain"] or ""
    if _quoted(text, match.start()) or unit in _chinese("never") and not (match["s"] and _reached(text, match)):
        return True
    if match["s"] or match["cheng"] or not _PLAIN_CHINESE.match(match["a"]):
        return False
    if unit not in _chinese("digit"):
        return True
    return match["a"] == "一" and kinds()[unit] != "ratio" and bounds.before(text, match.start())[1] is None


def _quoted(text: str, position: int) -> bool:
    """Whether a position is inside a short pair of quotes."""
    opening = text.rfind("“", max(0, position - 12), position)
    return opening >= 0 and "”" not in text[opening:position]


@lru_cache(maxsize=1 << 10)
def find(text: str) -> tuple[Quantity, ...]:
    """All amounts of a text in order; dates, ranks, numbers of laws and bare integers are none."""
    out: list[Quantity] = []
    for match in _pattern().finditer(text):
        if match.end() == match.start() or match["a"] is None and not match["s"]:
            continue
        if match["a"] is None and not match["unit"] and not _classed(text, match):
            continue
        if _word(text, match):
            continue
        quantity = _build(text, match)
        if quantity is not None:
            out.append(quantity)
    for match in _RATIO.finditer(text):
        begin, op = bounds.before(text, match.start())
        stop, after = bounds.after(text, match.end())
        out.append(Quantity(begin, match.start(), match.end(), stop, numeral(match["a"]), None, "%", "share", op or after or "="))
    return tuple(_closed(text, sorted(out, key=lambda q: q.number)))


def _closed(text: str, amounts: list[Quantity]) -> Iterator[Quantity]:
    """Amounts without unit take that of the amount after them, in a list (“1.2万亿、8000亿元”) or of the same noun.

    Others have only their scale.
    """
    following: Quantity | None = None
    out: list[Quantity] = []
    for amount in reversed(amounts):
        if amount.kind == "open":
            unit, kind = amount.unit, "bare"
            if following is not None and following.kind != "bare" and _shared(text, amount, following):
                unit, kind = unit + following.unit.lstrip("万亿"), following.kind
            amount = replace(amount, unit=unit, kind=kind)
        following = amount
        out.append(amount)
    return reversed(out)


def _shared(text: str, amount: Quantity, following: Quantity) -> bool:
    """Whether two amounts of a list count the same: nothing but a mark between them, or one noun before both."""
    if following.start - amount.end <= 1:
        return True
    return following.start - amount.end <= _NEAR and _noun(text, amount) == _noun(text, following)


_NEAR = 24
_NOUN = 2


def _noun(text: str, amount: Quantity) -> str:
    """The last characters of what stands before an amount and its link word (用户 in “注册用户达460万”)."""
    before = text[max(0, amount.start - 8) : amount.start]
    return before.removesuffix(bounds.reach(before, len(before)))[-_NOUN:]
