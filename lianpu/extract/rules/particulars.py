"""Projects whose particulars stand behind labels instead of in columns: “甲项目。建设单位：乙公司。建设地点：丙区。”"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from lianpu.extract import clauses, words
from lianpu.extract.context import Context
from lianpu.extract.document import Paragraph
from lianpu.extract.reading import Reading
from lianpu.extract.rules import grid, grouped, headless, rows, sites
from lianpu.extract.rules.grid import Cell

Entry = Mapping[str, Cell]
"""What is said of one project, by role."""

_KINDS = ("项目", "工程", "基地", "中心", "产业园", "生产线", "一期", "二期", "三期", "四期")
"""What the name of a project ends in."""
_ROLES = frozenset({"project", "firm", "place", "content", "products"})
_LEAST = 3
"""Characters of a label, at least."""
_OTHER = re.compile(r"[^，。；：]{2,10}：")
"""A label of something else than particulars (总投资)."""
_NAMED = "项目名称"
"""The label of the project itself."""
_HEADING = 24
"""Longest line that names the place of the projects below it (一、甲区（3个）), characters."""
_LONGEST = 40
"""Characters of a paragraph that is but the name of a project."""


def entries(ctx: Context) -> dict[int, Entry]:
    """The projects written so, each under all paragraphs that tell of it: those say nothing else."""
    out: dict[int, Entry] = {}
    for first, last, cells in _entries(ctx):
        if {"firm", "place"} & cells.keys():
            out |= dict.fromkeys(range(first, last + 1), cells)
    return out


def apply(ctx: Context, found: Mapping[int, Entry], out: Reading) -> None:
    """Read the projects of the whole document that are written so."""
    heading: Cell | None = None
    for index, paragraph in enumerate(ctx.outline.paragraphs):
        if index not in found:
            place = grouped.titled(ctx, paragraph, 0, len(paragraph.text), index) if len(paragraph.text) <= _HEADING else None
            heading = place[1] if place is not None else None
        elif index - 1 not in found or found[index] is not found[index - 1]:
            own: dict[str, Cell] = {"place": heading} if heading is not None else {}
            rows.particulars(ctx, {**own, **found[index]}, out)


@cache
def _work() -> re.Pattern[str]:
    """A project that a paragraph opens with, in front of its labels."""
    number = r"[（(]?[0-9一二三四五六七八九十]{1,3}[)）、.．]|[①-⑳●◆■★▲—·-]+|项目[0-9一二三四五六七八九十]{1,3}[：、]"
    kinds, behind = "|".join(_KINDS), rf"[。：，；（\s]|$|(?:{_known()})："
    return re.compile(rf"(?:(?:{number})\s*)?(?P<name>[^。；：，（）\s]{{4,60}}?(?:{kinds}))(?={behind})")


@cache
def _known() -> str:
    """The labels of particulars, as a pattern."""
    known = [word for word in words.longest_first("columns") if len(word) >= _LEAST and grid.role(word) in _ROLES]
    return "|".join(map(re.escape, known))


@cache
def _labels() -> re.Pattern[str]:
    """A label of a project, up to the next one, to the end of its sentence or of the bracket that it stands in."""
    label = _known()
    titles = "|".join(map(re.escape, (word for word in words.longest_first("table_headers") if len(word) >= _LEAST)))
    other = rf"[，、\s]*(?:{label}|(?:计划)?(?:{titles}))：|[，\s]+[^，。；：\s]{{2,10}}："
    note = r"(?:（[^（）：]{1,6}|及[^，。；：（）]{2,4}）?)?"
    return re.compile(rf"(?P<label>{label}){note}：(?P<value>[^。；]*?)(?=[。；]|{other}|）[。；]|）?$)")


def _entries(ctx: Context) -> Iterator[tuple[int, int, Entry]]:
    """First and last paragraph and the particulars of each project, from its name to the next or to a paragraph without any."""
    paragraphs = ctx.outline.paragraphs
    running: dict[str, Cell] = {}
    first = last = 0
    for index, paragraph in enumerate(paragraphs):
        found = list(_cells(ctx, paragraph, index)) if paragraph.kind != "row" and _may(paragraph.text) else []
        if not found and (name := _alone(paragraph, index)) is not None:
            found = [("project", name)]
        if running and (not found and _OTHER.match(paragraph.text) is None or found and found[0][0] == "project"):
            yield first, last, running
            running = {}
        for role, cell in found:
            if role == "project" and not (running and last == index):
                running, first = {role: cell}, index
            elif running:
                running.setdefault(role, cell)
            last = index
        last = index
    if running:
        yield first, last, running


def _may(text: str) -> bool:
    """Whether a paragraph may have particulars."""
    return (
        "：" in text
        or ("公司" in text or "集团" in text)
        and ("期" in text or "项目" in text or "基地" in text or "工程" in text)
    )


def _alone(paragraph: Paragraph, index: int) -> Cell | None:
    """The project that is all of a short paragraph, its particulars being the next ones."""
    match = _work().match(paragraph.text) if len(paragraph.text) <= _LONGEST and paragraph.kind != "row" else None
    whole = match is not None and match.end() == len(paragraph.text)
    return _named(paragraph.text, match, index) if match is not None and whole else None


def _named(text: str, match: re.Match[str], index: int) -> Cell | None:
    """The name that a paragraph opens with, unless that is a task (推进…项目)."""
    start, end = match.span("name")
    verbs = any(t.start == start or t.kind == "prep" for t in clauses.tokens(text, clauses.Span(start, end)))
    return None if verbs else Cell(text[start:end], start, end, index)


def _cells(ctx: Context, paragraph: Paragraph, index: int) -> Iterator[tuple[str, Cell]]:
    """What a paragraph says of a project: first its name that the paragraph opens with, then what stands behind labels or in
    the bracket behind the name, and the rest as its content.
    """
    text = paragraph.text
    labels = list(_labels().finditer(text)) if "：" in text else []
    found = [(role, cell) for match in labels if (role := grid.role(match["label"])) and (cell := _value(match, index))]
    end = labels[-1].end() if labels else 0
    opening = _work().match(text)
    name = _named(text, opening, index) if opening is not None else None
    if name is not None and not labels:
        end, found = _told(ctx, text, name, index)
    if name is not None and (not labels or name.end <= labels[0].start() and labels[0]["label"] != _NAMED):
        yield "project", name
    yield from found
    if name is not None and found and all(role != "content" for role, _ in found):
        while end < len(text) and text[end] in "）。；， ":
            end += 1
        if end < len(text):
            yield "content", Cell(text[end:], end, len(text), index)


def _value(match: re.Match[str], index: int) -> Cell | None:
    """What stands behind a label."""
    value = match["value"].strip(" 　，、")
    start = match.start("value") + match["value"].index(value)
    return Cell(value, start, start + len(value), index) if len(value) > 1 else None


_NOTE = re.compile(r"（(?P<said>[^（）：]{4,60}(?:（[^（）]{2,8}）[^（）：]{0,30})?)）(?=[。，：；]|$)")
_SEAT = re.compile(
    r"[。，：](?:该?项目)?(?:拟|计划)?(?:位于|选址(?:于|在)?|落户(?:于|在)?|坐落(?:于|在)|建于)(?P<place>[^，。；：、]{2,20})(?=，)"
)
_BUILDER = re.compile(
    r"[。，：]由(?P<firm>[^，。；：]{3,40}?(?:公司|集团))"
    r"(?:负责|承担|出资|独资|主导|联合|牵头)?(?:投资|建设|实施|承建|开发|运营)+"
)


def _told(ctx: Context, text: str, name: Cell, index: int) -> tuple[int, list[tuple[str, Cell]]]:
    """Firm and place in the bracket behind a project (“（乙公司，丙区）”), or its firm behind 由, and where that ends.

    Where the project stands may be said first (“位于丙区，由乙公司建设”).
    """
    seat = _SEAT.match(text, name.end)
    where = Cell(seat["place"], *seat.span("place"), index) if seat is not None else None
    built = _BUILDER.match(text, where.end if where is not None else name.end)
    if built is not None:
        firm = ("firm", Cell(built["firm"], *built.span("firm"), index))
        return built.end(), [firm, *([("place", where)] if where is not None and sites.of(ctx, {"place": where}) else [])]
    note = _NOTE.match(text, name.end)
    found: dict[str, Cell] = {}
    for part in re.finditer(r"[^，、；]+", note["said"]) if note is not None else ():
        begin = note.start("said") + part.start() if note is not None else 0
        cell = Cell(part.group(), begin, begin + len(part.group()), index)
        role = "firm" if headless.names_firm(cell.text) else "place" if sites.of(ctx, {"place": cell}) else None
        if role is not None:
            found.setdefault(role, cell)
    return (note.end() if note is not None else 0), list(found.items()) if "firm" in found else []
