"""Who leads and who is responsible: “牵头单位：…；责任单位：…”, “（A、B按职责分工负责）”, “X牵头，Y配合”, table columns.

See GUIDE “Agencies”. Names keep the form of the text; :func:`.agency_names.key` tells which forms name one body
(市卫健委, 市卫生健康委). Words: ``lexicon/agency*.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from lianpu.extract import agency_names, words
from lianpu.extract.agency_names import Agency, Role
from lianpu.extract.quantities import alternation


@dataclass(frozen=True, slots=True)
class AgencyClause:
    """One statement of who does it: ``text[start:end]``, its bodies in order of place, each once."""

    start: int
    end: int
    agencies: tuple[Agency, ...]


@lru_cache(maxsize=256)
def column(header: str) -> Role | None:
    """The role that a table column gives, by its header: 责任单位 all responsible, 牵头单位 all lead.

    >>> column("牵头单位"), column("责任单位"), column("责任单位（牵头）"), column("完成时限")
    ('lead', 'responsible', 'lead', None)
    """
    title = re.sub(r"[（(].*|\s|：$", "", header)
    role = next((role for label, role in _roles().items() if title.endswith(label)), None)
    return "lead" if role is not None and _LEADS.search(header) is not None else role


_LEADS = re.compile(r"[（(](?:牵头|主办)(?:单位|部门)?[）)]$")
"""What a title says of the agencies of its column behind what they are (责任单位（牵头）)."""


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


def others(text: str) -> bool:
    """Whether a paragraph opens with the label of those that do not lead (责任单位：, 配合部门：)."""
    label = _label().match(text)
    return label is not None and _roles()[label["label"] or label["told"]] == "responsible"


def following(clause: AgencyClause) -> AgencyClause:
    """A statement behind that of who leads: whoever it ranks first takes part like the others."""
    return replace(clause, agencies=tuple(replace(agency, role="responsible") for agency in clause.agencies))


@cache
def _roles() -> dict[str, Role]:
    return {row[0]: row[1] for row in words.rows("agency_roles")}  # type: ignore[misc]


@cache
def _label() -> re.Pattern[str]:
    roles = alternation(list(_roles()))
    told = alternation([role for role in _roles() if role.endswith(("单位", "部门"))])
    return re.compile(
        rf"\**(?:(?:工作)?专班|产业链)?(?:(?P<label>{roles})\**(?:[（(][^（）()]{{1,6}}[）)])?[：:]|(?<![作成])(?P<told>{told})(?:分别)?[为是](?=[\u4e00-\u9fff]{{2,16}}[局委厅办]))\**"
    )


def _labelled_spans(text: str) -> Iterator[tuple[int, int]]:
    """Spans of statements that begin with a label: up to the closing bracket or the end of the sentence."""
    position = 0
    while "：" in text or ":" in text or "单位" in text or "部门" in text:
        match = _label().search(text, position)
        if match is None:
            return
        before = text[max(position, match.start() - _INSIDE) : match.start()]
        opened = max(map(before.rfind, "（【(〔［["))
        end = _statement_end(text, match.end(), opened >= 0 and not any(mark in before[opened:] for mark in "）】)〕］]。"))
        yield match.start(), end
        position = end


_INSIDE = 24
"""Characters that may stand between a bracket and the label inside it (（牵头领导：甲；|牵头单位：…)."""


def _statement_end(text: str, position: int, bracketed: bool) -> int:
    """Where a labelled statement that starts before ``position`` ends."""
    depth = 0
    for i in range(position, len(text)):
        c = text[i]
        if c in "（(【〔［[":
            depth += 1
        elif c in "）)】〕］]":
            if bracketed and not depth:
                return i
            depth = max(0, depth - 1)
        elif c in "。！？" and not depth and _label().match(text, i + 1) is None:
            return i
    return len(text)


def _labelled(text: str, start: int, end: int) -> AgencyClause:
    labels = list(_label().finditer(text, start, end))
    found: list[Agency] = []
    leads = any(_roles()[m["label"] or m["told"]] == "lead" for m in labels)
    for i, match in enumerate(labels):
        stop = labels[i + 1].start() if i + 1 < len(labels) else end
        role = _roles()[match["label"] or match["told"]]
        if role == "responsible" and not leads:
            found.extend(_ranked(text, match.end(), stop))
        else:
            found.extend(agency_names.named(text, match.end(), stop, role))
    return AgencyClause(start, end, tuple(agency_names.once(found)))


_VERB = re.compile(
    r"牵头(?:负责|组织|实施)?"
    r"|(?:按照?(?:各自)?(?:职责|职能)?(?:分工)?)?(?:共同|具体)?负责(?:落实|组织实施)?"
    r"|配合|参与|参加|协助|会同"
)
_BOLD = re.compile(r"\*\*(?P<name>[^*]+)\*\*")


def _ranked(text: str, start: int, end: int) -> list[Agency]:
    """A list under 责任单位 alone: those marked so or in bold lead, else those before a comma, else the first."""
    everyone = list(agency_names.named(text, start, end, "responsible"))
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
    ("链长单位", re.compile(rf"{_BY}(?P<names>[^，。；：由]{{2,60}}?)(?:作为|为|担任)链长单位"), "lead"),
    ("成员单位", re.compile(rf"{_BY}(?P<names>[^，。；：由]{{2,60}}?)(?:作为|为)成员单位"), "responsible"),
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
            found = tuple(agency_names.once(_ranked(text, start, end)))
            if found:
                yield AgencyClause(start, end, found)
    for cue, pattern, role in _RUNNING:
        for match in pattern.finditer(outside) if cue in outside else ():
            found = tuple(agency_names.once(tuple(_together(text, *match.span("names"), role))))
            if found:
                yield AgencyClause(match.start("names"), match.end(), found)


def _together(text: str, start: int, end: int, role: Role) -> Iterator[Agency]:
    """“甲局会同乙局、丙局”: whoever is in front has the role of the list."""
    at = text.find("会同", start, end)
    yield from agency_names.named(text, start, at if at >= 0 else end, role)
    if at >= 0:
        yield from agency_names.named(text, at + 2, end, "responsible")


def _only(text: str, start: int, end: int) -> bool:
    """“…。（甲局、乙委）”: a bracket behind a sentence or a heading that has bodies and nothing else."""
    titled = end + 1 == len(text) and text.find("。", 0, start) < 0
    behind = (titled or text[start - 2 : start - 1] in "。；") and (end + 1 >= len(text) or text[end + 1] in "。；")
    bodies = list(agency_names.named(text, start, end, "responsible")) if behind else []
    return len(bodies) > 1 and len(list(agency_names.items(text, start, end))) == len(bodies)


def _by_verbs(text: str, start: int, end: int) -> list[Agency]:
    """Bodies by the verb behind them: 牵头 leads; 负责 leads with its first, when nobody else leads; the rest take part."""
    out: list[Agency] = []
    begin = start
    leads = text.find("牵头", start, end) >= 0
    for match in _VERB.finditer(text, start, end):
        if match.start() < begin:
            continue
        if match.group().startswith("牵头"):
            out.extend(agency_names.named(text, begin, match.start(), "lead"))
        elif leads or match.group() in ("配合", "参与", "参加", "协助", "会同"):
            out.extend(agency_names.named(text, begin, match.start(), "responsible"))
        else:
            named = list(agency_names.named(text, begin, match.start(), "responsible"))
            out.extend([replace(named[0], role="lead"), *named[1:]] if named else [])
        begin = match.end()
    out.extend(agency_names.named(text, begin, end, "responsible"))
    return out
