"""Who leads and who is responsible: “牵头单位：…；责任单位：…”, “（A、B按职责分工负责）”, “X牵头，Y配合”, table columns.

See GUIDE “Agencies”. Names keep the form of the text; :func:`key` tells which forms name one body (市卫健委, 市卫生健康委).
Words: ``lexicon/agency*.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal

from lianpu.extract import words
from lianpu.extract.quantities import alternation

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


@dataclass(frozen=True, slots=True)
class AgencyClause:
    """One statement of who does it: ``text[start:end]``, its bodies in order of place, each once."""

    start: int
    end: int
    agencies: tuple[Agency, ...]


@lru_cache(maxsize=256)
def column(header: str) -> Role | None:
    """The role that a table column gives, by its header: 责任单位 all responsible, 牵头单位 all lead.

    >>> column("牵头单位"), column("责任单位"), column("完成时限")
    ('lead', 'responsible', None)
    """
    title = re.sub(r"[（(].*|\s|：$", "", header)
    return next((role for label, role in _roles().items() if title.endswith(label)), None)


def listed(text: str, role: Role, start: int = 0, end: int | None = None) -> tuple[Agency, ...]:
    """The bodies of an enumeration ``text[start:end]`` (a table cell, say), all with one role."""
    return tuple(_named(text, start, len(text) if end is None else end, role))


def find(text: str) -> tuple[AgencyClause, ...]:
    """Statements of responsibility in a clean paragraph."""
    out: list[AgencyClause] = []
    taken = 0
    for start, end in _labelled_spans(text):
        clause = _labelled(text, start, end)
        if clause.agencies:
            out.append(clause)
        taken = end
    if taken == 0:
        out.extend(_unlabelled(text))
    return tuple(sorted(out, key=lambda clause: clause.start))


def following(clause: AgencyClause) -> AgencyClause:
    """A statement behind that of who leads: whoever it ranks first takes part like the others."""
    return replace(clause, agencies=tuple(replace(agency, role="responsible") for agency in clause.agencies))


@cache
def _roles() -> dict[str, Role]:
    return {row[0]: row[1] for row in words.rows("agency_roles")}  # type: ignore[misc]


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"\**(?P<label>{alternation(list(_roles()))})\**(?:[（(][^（）()]{{1,6}}[）)])?[：:]\**")


def _labelled_spans(text: str) -> Iterator[tuple[int, int]]:
    """Spans of statements that begin with a label: up to the closing bracket or the end of the sentence."""
    position = 0
    while "：" in text or ":" in text:
        match = _label().search(text, position)
        if match is None:
            return
        end = _statement_end(text, match.end(), text[match.start() - 1 : match.start()] in ("（", "【", "(", "〔", "［"))
        yield match.start(), end
        position = end


def _statement_end(text: str, position: int, bracketed: bool) -> int:
    """Where a labelled statement that starts before ``position`` ends."""
    depth = 0
    for i in range(position, len(text)):
        c = text[i]
        if c in "（(【〔［":
            depth += 1
        elif c in "）)】〕］":
            if bracketed and not depth:
                return i
            depth = max(0, depth - 1)
        elif c in "。！？" and not depth and _label().match(text, i + 1) is None:
            return i
    return len(text)


def _labelled(text: str, start: int, end: int) -> AgencyClause:
    labels = list(_label().finditer(text, start, end))
    found: list[Agency] = []
    leads = any(_roles()[m["label"]] == "lead" for m in labels)
    for i, match in enumerate(labels):
        stop = labels[i + 1].start() if i + 1 < len(labels) else end
        role = _roles()[match["label"]]
        if role == "responsible" and not leads:
            found.extend(_ranked(text, match.end(), stop))
        else:
            found.extend(_named(text, match.end(), stop, role))
    return AgencyClause(start, end, tuple(_once(found)))


_VERB = re.compile(
    r"牵头(?:负责|组织|实施)?"
    r"|(?:按照?(?:各自)?(?:职责|职能)?(?:分工)?)?(?:共同|具体)?负责(?:落实|组织实施)?"
    r"|配合|参与|参加|协助|会同"
)
_BOLD = re.compile(r"\*\*(?P<name>[^*]+)\*\*")


def _ranked(text: str, start: int, end: int) -> list[Agency]:
    """A list under 责任单位 alone: those marked so or in bold lead, else those before a comma, else the first."""
    everyone = list(_named(text, start, end, "responsible"))
    if any(a.role == "lead" for a in everyone):
        return everyone
    if _VERB.search(text, start, end):
        return _by_verbs(text, start, end)
    if not everyone:
        return []
    bold = [m.span("name") for m in _BOLD.finditer(text, start, end)]
    if bold:
        leads = {a.start for a in everyone if any(b <= a.start < e for b, e in bold)}
    else:
        before = {a.start for a in everyone if a.start < _first_comma(text, start, end)}
        leads = before if 0 < len(before) < len(everyone) else {everyone[0].start}
    return [replace(a, role="lead") if a.start in leads else a for a in everyone]


def _first_comma(text: str, start: int, end: int) -> int:
    """The first comma outside brackets, else ``end``."""
    depth = 0
    for i in range(start, end):
        depth += (text[i] == "（") - (text[i] == "）")
        if text[i] in "，；" and not depth:
            return i
    return end


_OPENS, _CLOSES = "（〔【［", "）〕】］"


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    """Spans inside outermost brackets, without them; an unclosed one is none."""
    depth = 0
    begin = 0
    for i, c in enumerate(text):
        if c in _OPENS:
            depth += 1
            if depth == 1:
                begin = i + 1
        elif c in _CLOSES and depth:
            depth -= 1
            if not depth:
                yield begin, i


_BY = r"(?:^|[，。；：])(?:[^，。；：]{0,20}由)?"
_RUNNING: tuple[tuple[str, re.Pattern[str], Role], ...] = (
    ("牵头", re.compile(rf"{_BY}(?P<names>[^，。；：由]{{2,60}}?)(?:牵头|为牵头单位|作为牵头)"), "lead"),
    ("设在", re.compile(r"(?:专班|办公室|指挥部|领导小组)设在(?P<names>[^，。；：]{2,30})"), "lead"),
    (
        "成立",
        re.compile(r"(?:^|[，。；：])成立(?:[^，。；：]{1,30}的)?(?P<names>[^，。；：的]{2,30}(?:领导小组|指挥部|专班))"),
        "lead",
    ),
    ("负责", re.compile(rf"{_BY}(?P<names>[^，。；：由]{{2,60}}?)(?:具体|分工|共同)*负责"), "responsible"),
    (
        "配合",
        re.compile(r"牵头[^，。；：]{0,8}[，；](?P<names>[^，。；：由]{2,60}?)(?:等)?(?:单位|部门)?(?:积极|协同|参与)?配合"),
        "responsible",
    ),
)
"""A word without which the form cannot be there, the form, the role that it gives."""


def _unlabelled(text: str) -> Iterator[AgencyClause]:
    """“（A、B负责）”, “（A牵头，B配合）” and, in running text, “由A牵头”, “专班设在A”, “A负责…”."""
    outside = text
    for start, end in _brackets(text):
        said = _VERB.search(text, start, end) is not None
        if said or _only(text, start, end):
            outside = outside[:start] + "\0" * (end - start) + outside[end:]
            found = tuple(_once(_ranked(text, start, end)))
            if found:
                yield AgencyClause(start, end, found)
    for cue, pattern, role in _RUNNING:
        for match in pattern.finditer(outside) if cue in outside else ():
            found = tuple(_once(tuple(_together(text, *match.span("names"), role))))
            if found:
                yield AgencyClause(match.start("names"), match.end(), found)


def _together(text: str, start: int, end: int, role: Role) -> Iterator[Agency]:
    """“甲局会同乙局、丙局”: whoever is in front has the role of the list."""
    at = text.find("会同", start, end)
    yield from _named(text, start, at if at >= 0 else end, role)
    if at >= 0:
        yield from _named(text, at + 2, end, "responsible")


def _only(text: str, start: int, end: int) -> bool:
    """“…。（甲局、乙委）”: a bracket behind a sentence or a heading that has bodies and nothing else."""
    titled = end + 1 == len(text) and text.find("。", 0, start) < 0
    behind = (titled or text[start - 2 : start - 1] in "。；") and (end + 1 >= len(text) or text[end + 1] in "。；")
    return behind and len(list(_items(text, start, end))) == len(list(_named(text, start, end, "responsible"))) > 1


def _by_verbs(text: str, start: int, end: int) -> list[Agency]:
    """Bodies by the verb behind them: 牵头 leads; 负责 leads with its first, when nobody else leads; the rest take part."""
    out: list[Agency] = []
    begin = start
    leads = text.find("牵头", start, end) >= 0
    for match in _VERB.finditer(text, start, end):
        if match.start() < begin:
            continue
        if match.group().startswith("牵头"):
            out.extend(_named(text, begin, match.start(), "lead"))
        elif leads or match.group() in ("配合", "参与", "参加", "协助", "会同"):
            out.extend(_named(text, begin, match.start(), "responsible"))
        else:
            named = list(_named(text, begin, match.start(), "responsible"))
            out.extend([replace(named[0], role="lead"), *named[1:]] if named else [])
        begin = match.end()
    out.extend(_named(text, begin, end, "responsible"))
    return out


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
    for begin, stop in _items(text, start, end):
        cuts = [begin, *(m.start() for m in _RUN_ON.finditer(text, begin + 2, stop)), stop]
        same = all(text[a] in (text[begin], "各") and (text[a] == "各" or is_agency(text[a:b])) for a, b in pairwise(cuts))
        yield from pairwise(cuts) if same and _PREFIX.match(text[begin:stop]) else [(begin, stop)]


def _named(text: str, start: int, end: int, role: Role) -> Iterator[Agency]:
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


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
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


def _once(found: Sequence[Agency]) -> Iterator[Agency]:
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
