"""Names of government bodies: those of an enumeration (“市科技局、教育局”), and what all forms of one name share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal

from lianpu.extract import words

Role = Literal["lead", "responsible"]


@dataclass(frozen=True, slots=True)
class Agency:
    """A body named at ``text[start:end]``.

    ``name`` carries a level that the list gave only once (市科技局、教育局 → 市教育局).
    """

    role: Role
    name: str
    start: int
    end: int


def listed(text: str, role: Role, start: int = 0, end: int | None = None) -> tuple[Agency, ...]:
    """The bodies of an enumeration ``text[start:end]`` (a table cell, say), all with one role."""
    return tuple(named(text, start, len(text) if end is None else end, role))


_SEPARATOR = "、，；,;。 \t*|/"
_AND = re.compile(r"(?:以及|和|及|与)(?=[省市区县州国])")
_PREFIX = re.compile(r"^(?:自治区|[省区县州]|市(?!场|民(?!政)|政(?![务府])))")
_GOVERNMENT = re.compile(r"[一-鿿]{2,9}(?:市|区|县|旗|州)(?:人民政府|政府)")
"""The government of a named city, county or district, which stands for the place."""
_NOBODY = re.compile(r"(?:(?:工作|推进|协调)*(?:专班|领导小组|指挥部))")
"""A body that is yet to be named."""
_TAIL = re.compile(r"(?:等.*|按(?:照)?.*|分别|共同|（[^（）]*[，。；为][^（）]*）)$")


_LEADS = re.compile(r"（(?:总)?牵头(?:单位|部门)?）$")
"""Behind the one body of a list that leads (甲局（牵头）)."""


_RUN_ON = re.compile(r"(?<=[一-鿿]{3}[局委厅办])(?=[省市区县州各](?!委)[一-鿿（]{2})")
"""Between two bodies of a list whose blanks are lost (市科技局|市商务局)."""


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Items of an enumeration, those that run into each other cut apart where each is a body of the first one's level."""
    for begin, stop in items(text, start, end):
        cuts = [begin, *(m.start() for m in _RUN_ON.finditer(text, begin + 2, stop)), stop]
        same = all(text[a] in (text[begin], "各") and (text[a] == "各" or is_agency(text[a:b])) for a, b in pairwise(cuts))
        yield from pairwise(cuts) if same and _PREFIX.match(text[begin:stop]) else [(begin, stop)]


def named(text: str, start: int, end: int, role: Role) -> Iterator[Agency]:
    """Bodies of an enumeration; regions, parks, firms and “有关部门” are passed over."""
    level = ""
    for begin, stop in _pieces(text, start, end):
        item = text[begin:stop]
        alternative = re.match(r"（", item)
        if alternative or len(item) < 2:
            continue
        leads = _LEADS.search(item)
        if leads is not None:
            stop = begin + leads.start()
            item = text[begin:stop]
        tail = _TAIL.search(item)
        if tail:
            stop = begin + tail.start()
            item = text[begin:stop]
        prefix = _PREFIX.match(item)
        if prefix:
            level = prefix.group()
        name = item
        if prefix is None and level and _bare(item) and not item.startswith(_skip("start")):
            name = level + item
        if is_agency(name):
            yield Agency("lead" if leads is not None else role, name, begin, stop)


def items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Items between separators outside brackets; a conjunction before a level separates, too."""
    depth = 0
    begin = start
    i = start
    while i < end:
        c = text[i]
        if c in "（(“《":
            depth += 1
        elif c in "）)”》":
            depth = max(0, depth - 1)
        elif not depth:
            joint = None if c in _SEPARATOR else _AND.match(text, i, end)
            if c in _SEPARATOR or joint and i - begin >= 3:
                if i > begin:
                    yield begin, i
                begin = joint.end() if joint else i + 1
                i = begin
                continue
        i += 1
    if end > begin:
        yield begin, end


@cache
def _suffix(kind: str) -> tuple[str, ...]:
    return words.of_role("agency_suffixes", kind)


@cache
def _skip(where: str) -> tuple[str, ...]:
    return words.of_role("agency_skip", where)


_OFFICE = 5
"""Longest name of a committee that goes by its level alone, characters; a longer one has the name of its zone."""


def _bare(item: str) -> bool:
    """Whether an item lacks the level that the list gave before: 教育局, but not 济宁海关 or 人民银行."""
    if item.endswith(("管委会", "管理委员会", "政府")) and len(item) > _OFFICE:
        return False
    if not item.endswith(_suffix("body") + _suffix("levelled")) or any(word in item for word in _skip("central")):
        return False
    return re.match(r"[一-鿿]{2,6}?(?:省|市|区|县|州|镇|乡|街道)", item) is None


def is_agency(name: str) -> bool:
    """Whether a list item names one government body.

    >>> is_agency("市科技局"), is_agency("各县市区"), is_agency("市大数据中心"), is_agency("市城投集团")
    (True, False, True, False)
    """
    plain = re.sub(r"（[^（）]*）$", "", name)
    if len(plain) < 2 or len(plain) > 30:
        return False
    if plain.startswith(_skip("start")) or any(word in plain for word in _skip("any")) or _GOVERNMENT.fullmatch(plain):
        return False
    if _NOBODY.fullmatch(plain):
        return False
    if plain.endswith(_suffix("body")):
        return len(plain) > 2 or plain in ("科委",)
    if plain.endswith(_suffix("levelled")):
        return _PREFIX.match(plain) is not None or re.match(r"[一-鿿]{2,8}?(?:省|市|区|县|州)", plain) is not None
    return False


def once(found: Sequence[Agency]) -> Iterator[Agency]:
    """Each body once; one that leads does not also take part."""
    leads = {_apart(a.name) for a in found if a.role == "lead"}
    seen: set[str] = set()
    for agency in found:
        known = _apart(agency.name)
        if known in seen or agency.role == "responsible" and known in leads:
            continue
        seen.add(known)
        yield agency


def _apart(name: str) -> str:
    """The key of a body, with the city that one list names it by (甲市科技局、乙市科技局)."""
    seat = _SEAT.match(name)
    return (seat[1] if seat is not None else "") + key(name)


@cache
def _subjects() -> dict[str, str]:
    return {form: row[0] for row in words.rows("agency") for form in row if form}


@cache
def _ranks() -> tuple[tuple[str, str], ...]:
    return tuple((row[0], row[1]) for row in words.rows("agency_ranks"))


_SEAT = re.compile(r"^([一-鿿]{1,6}[市区县州旗])(?=[一-鿿]{2,})")


def identity(name: str, home: str) -> str:
    """What the forms of one body's name share in a document on ``home``: its key, with its city where that is another one.

    >>> identity("甲乙市科技局", "丙丁市"), identity("甲乙市科技局", "甲乙市"), identity("甲乙市科技局", "戊县")
    ('甲乙市科技局', '市科技局', '市科技局')
    """
    seat = _SEAT.match(name)
    other = seat is not None and seat[1] != home and not (seat[1][-1] == "市" and home[-1:] in ("区", "县", "旗"))
    return name if other and home else key(name)


def key(name: str) -> str:
    """What all forms of one body's name in a document share: level, canonical subject and rank.

    >>> key("市卫健委") == key("市卫生健康委员会"), key("浙江省经济和信息化厅") == key("省经信厅")
    (True, True)
    >>> key("市科技局") == key("区科技局")
    False
    """
    plain = re.sub(r"^(?:[一-鿿]{2,7}?)(?=(?:自治区|省|市|区|县|州)[一-鿿]{2,})", "", name)
    level = _PREFIX.match(plain)
    if level is None:
        return name
    body = plain[level.end() :]
    for suffix, rank in _ranks():
        if body.endswith(suffix):
            stem = body[: -len(suffix)]
            return f"{level.group()}{_subjects().get(stem, stem)}{rank}"
    return plain
