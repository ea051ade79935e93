"""The figures of a whole document.

Headings say the year and whether a section looks back, lead-ins date the list below them, table headers name metric and unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import msgspec
from msgspec.structs import replace

from lianpu.extract import quantities, tense, values, words, years
from lianpu.extract.document import Outline, Paragraph
from lianpu.extract.quantities import alternation
from lianpu.extract.values import Value


class Figure(msgspec.Struct, frozen=True, gc=False):
    """A value in paragraph ``paragraph``; ``cell`` is the column it stands in, or -1 outside tables.

    ``bare`` tells of a cell that is nothing but the number, ``project`` of a row of a project list.
    """

    paragraph: int
    value: Value
    cell: int = -1
    bare: bool = False
    project: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """What section titles say of the figures below them."""

    year: int | None
    achieved: bool | None


def figures(
    outline: Outline, *, title: str = "", horizon: tuple[int, int] | None = None, base_year: int | None = None
) -> tuple[Figure, ...]:
    """All figures of a document in reading order, each once a paragraph. See :func:`lianpu.extract.values.find`.

    A table that repeats what the text or another table said adds nothing, but for lists of projects. ``title`` is the document's:
    a report of one year (“2026年…政府工作报告”) dates what nothing else dates.
    """
    base = base_year if base_year is not None else horizon[0] if horizon else None
    report = _REPORT.match(title)
    opened: dict[int, int] = {0: int(report[1])} if report else {}
    out: list[Figure] = []
    told = _Told({})
    headings: dict[int, Heading] = {}
    for index, paragraph in enumerate(outline.paragraphs):
        if paragraph.kind == "heading":
            continue
        above = headings.get(paragraph.section)
        if above is None:
            above = headings[paragraph.section] = heading(outline, paragraph.section, base)
        if paragraph.kind == "row":
            found = [f for f in _row(outline, index, above, base) if f.project or not told.elsewhere(f.value, paragraph.header)]
        else:
            found = [Figure(index, v) for v in _body(outline, paragraph, above, opened, base)]
            _open(outline, paragraph, opened, base, _pointed(outline.paragraphs, index + 1))
        for figure in dict.fromkeys(found):
            told.add(figure.value, paragraph.header if paragraph.kind == "row" else None)
            out.append(figure)
    return tuple(out)


@dataclass(frozen=True, slots=True)
class _Told:
    """Where (a table's header row, or None for running text) and for which year a figure was said."""

    places: dict[tuple[str, float, str], set[tuple[int | None, int | None]]]

    def add(self, value: Value, table: int | None) -> None:
        """Remember a figure."""
        self.places.setdefault((value.metric, value.value, value.unit), set()).add((table, value.year))

    def elsewhere(self, value: Value, table: int | None) -> bool:
        """Whether the same figure for the same year (or any, when it has none) was said outside this table."""
        places = self.places.get((value.metric, value.value, value.unit), set())
        return any(place != table and value.year in (None, year) for place, year in places)


@cache
def _cue(role: str) -> re.Pattern[str]:
    return re.compile(alternation([row[0] for row in words.rows("metrics_cues") if row[1] == role]))


@cache
def _nouns(role: str) -> frozenset[str]:
    return frozenset(row[0] for row in words.rows("metrics") if row[1] == role)


def heading(outline: Outline, section: int, base: int | None) -> Heading:
    """Year and tense of a section, the innermost title that says one first."""
    year: int | None = None
    achieved: bool | None = None
    firm = False
    for index in reversed(outline.path(section)):
        title = outline.sections[index].title
        if not achieved and not firm and len(title) <= 40:
            firm = _cue("title_aim").search(title) is not None
            if firm or _cue("title_ahead").search(title):
                achieved = False
            elif _cue("title_report").search(title) or achieved is None and _cue("title_back").search(title):
                achieved = True
        named = [y for y in years.find(title, base) if not y.since]
        if year is None and len({y.year for y in named}) == 1:
            year = named[0].year
    return Heading(year, achieved)


def _body(outline: Outline, paragraph: Paragraph, above: Heading, opened: dict[int, int], base: int | None) -> tuple[Value, ...]:
    year = above.year
    if year is None:
        year = next((opened[s] for s in reversed(outline.path(paragraph.section)) if s in opened), None)
        if year is None or not (_goals(outline, paragraph.section) or _LISTED.match(paragraph.text)):
            year = opened.get(0)
    # A heading that looks ahead does not decide: its chapters open with what is there.
    achieved = True if above.achieved else None
    return values.find(paragraph.text, year=year, base_year=base, achieved=achieved)


_OPENING = 16
_REPORT = re.compile(r"(20\d\d)年.*报告")
_LISTED = re.compile(r"——|[（(]?\d{1,2}[.．、）)]|[①-⑳]|[一二三四五六七八九十]+是|[●•·*-]")


def _goals(outline: Outline, section: int) -> bool:
    return any("目标" in outline.sections[s].title for s in outline.path(section))


def _pointed(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether a paragraph is a point under the one before it (“——规模持续壮大。…”)."""
    return index < len(paragraphs) and paragraphs[index].text.startswith("——")


def _open(outline: Outline, paragraph: Paragraph, opened: dict[int, int], base: int | None, pointed: bool) -> None:
    """Remember the term of a paragraph that introduces a list (“到2027年，主要目标如下：”) or opens with it before points."""
    first = next(iter(years.find(paragraph.text[:_OPENING], base)), None)
    leads = pointed and first is not None and first.aim and first.start <= 2
    if paragraph.section in opened or not (paragraph.text.endswith("：") or leads or _goals(outline, paragraph.section)):
        return
    terms = {y.year for y in years.find(paragraph.text, base) if y.aim and not y.brief and (base is None or y.year >= base)}
    if len(terms) == 1:
        opened[paragraph.section] = terms.pop()


_NUMBER = re.compile(r"(?P<number>[约>≥＞≤<＜]?\d[\d,，]*(?:\.\d+)?(?:[-—–~～至]+\d+(?:\.\d+)?)?)(?P<bound>左右|以上|以内|以下)?")
_UNIT = re.compile(r"（(?:单位[：:])?(?P<unit>[^（）]{1,8})）$")


def _row(outline: Outline, index: int, above: Heading, base: int | None) -> Iterator[Figure]:
    """Figures of a table row: numbers under a header that names metric and unit, and sentences inside cells."""
    paragraph = outline.paragraphs[index]
    header = outline.paragraphs[paragraph.header] if paragraph.header is not None else None
    titles = [_header(header, column) for column in range(len(paragraph.cells))]
    projects = any("项目" in title for title in titles) and any("投资" in title for title in titles)
    # What a listed project costs and brings is of no one year, whatever the list is headed with.
    year = None if projects else above.year if above.year is not None else _term(paragraph, titles, base)
    found: list[Figure] = []
    for column, (start, end) in enumerate(paragraph.cells):
        text, title = paragraph.text[start:end], titles[column]
        if _NUMBER.fullmatch(text):
            value = _cell(paragraph, titles, column, year, base, aimed=above.achieved is False)
            if value is not None:
                found.append(Figure(index, value, column, True, projects))
            continue
        if not projects and (whole := _whole_cell(paragraph, titles, column, year, base)) is not None:
            found.append(Figure(index, whole, column, True))
            continue
        achieved = False if projects else True if _reports(title) else above.achieved
        for value in values.find(text, year=year, base_year=base, achieved=achieved):
            if projects and not tense.says_past(text[value.start : value.end]):
                value = replace(value, achieved=False)
            if value.unit.lstrip("万亿") not in _nouns("area") and (not projects or _brings(text, value)):
                found.append(Figure(index, _shifted(value, start), column, False, projects))
    yield from _once(found, {column for column, title in enumerate(titles) if "名称" in title})


def _reports(title: str) -> bool:
    """Whether a title says that what is below is there already."""
    return any(_cue(role).search(title) for role in ("title_back", "title_report"))


def _term(paragraph: Paragraph, titles: list[str], base: int | None) -> int | None:
    """The year of a row's column 完成时限."""
    for title, (start, end) in zip(titles, paragraph.cells, strict=True):
        if _cue("title_term").search(title):
            named = {y.year for y in years.find(paragraph.text[start:end], base)}
            return named.pop() if len(named) == 1 else None
    return None


def _brings(text: str, value: Value) -> bool:
    """Whether a figure of a project is its cost or what it brings (output, taxes, work), not what is built or bought for it."""
    clause = text[max(0, value.start - 30) : value.end + 12]
    if quantities.kinds().get(value.unit.lstrip("万亿")) == "money" or value.metric.endswith("产能"):
        return True
    scaled = value.unit.startswith(("万", "亿")) or _cue("brings").search(clause) is not None
    return scaled and _cue("bought").search(clause) is None


def _header(header: Paragraph | None, column: int) -> str:
    if header is None or column >= len(header.cells):
        return ""
    start, end = header.cells[column]
    return header.text[start:end]


def _shifted(value: Value, by: int) -> Value:
    owner = (value.owner_start + by, value.owner_end + by) if value.owner_start >= 0 else (-1, -1)
    return replace(value, start=value.start + by, end=value.end + by, owner_start=owner[0], owner_end=owner[1])


def _cell(
    paragraph: Paragraph, titles: list[str], column: int, year: int | None, base: int | None, *, aimed: bool
) -> Value | None:
    """A bare number under “总投资（亿元）”, or under “2025年目标” in a table of indicators with a column of units.

    Under a heading of aims (``aimed``) any title with a unit will do.
    """
    title = titles[column]
    named = years.find(title, base)
    if not named and not any(word in title for word in _nouns("column")) and not (aimed and _UNIT.search(title)):
        return None
    match = _UNIT.search(title)
    if match:
        metric, unit = _YEAR.sub("", title[: match.start()]), match["unit"]
    else:
        metric, unit = _indicator(paragraph, titles, title)
    start, end = paragraph.cells[column]
    written = _NUMBER.fullmatch(paragraph.text[start:end])
    amounts = quantities.find(f"{written['number']}{unit}{written['bound'] or ''}") if written else ()
    if unit.lstrip("万亿") not in quantities.kinds() or len(amounts) != 1 or not metric:
        return None
    amount = amounts[0]
    year = named[-1].year if named else year
    done = _reports(title) or year is not None and base is not None and year < base
    return Value(metric, amount.value, amount.unit, amount.op, year, amount.value_max, done, _evidence(paragraph, column), end)


def _whole_cell(paragraph: Paragraph, titles: list[str], column: int, year: int | None, base: int | None) -> Value | None:
    """A number with its unit that is all that a cell holds, under a title that is its metric (“2027年产值目标 | 500亿元”)."""
    title, (start, end) = titles[column], paragraph.cells[column]
    metric = _YEAR.sub("", _UNIT.sub("", title)).removesuffix("目标").removesuffix("目标值")
    amounts = quantities.find(paragraph.text[start:end])
    if len(metric) < 2 or not any(word in title for word in _nouns("column")) or len(amounts) != 1:
        return None
    amount = amounts[0]
    if (amount.start, amount.end) != (0, end - start):
        return None
    named = years.find(title, base)
    year = named[-1].year if named else year
    done = _reports(title) or year is not None and base is not None and year < base
    return Value(metric, amount.value, amount.unit, amount.op, year, amount.value_max, done, _evidence(paragraph, column), end)


_YEAR = re.compile(r"20\d\d(?:[—\-–~～至]+20\d\d)?年?")


def _evidence(paragraph: Paragraph, column: int) -> int:
    """Where the evidence for a bare number starts: in the cells before it, but not far off."""
    end = paragraph.cells[column][1]
    first = paragraph.cells[0][0]
    return max(first, end - _LONGEST)


_LONGEST = 60


def _indicator(paragraph: Paragraph, labels: list[str], metric: str) -> tuple[str, str]:
    """Metric and unit of a row of an indicator table, from its columns 指标 and 单位."""
    unit = ""
    cells = [paragraph.text[a:b] for a, b in paragraph.cells]
    for label, cell in zip(labels, cells, strict=True):
        if label in ("单位", "计量单位") and cell:
            unit = cell
        elif _INDICATOR.search(label) and cell:
            match = _UNIT.search(cell)
            unit = match["unit"] if match else unit
            metric = _UNIT.sub("", cell)
    return metric, unit


_INDICATOR = re.compile(r"指标|目标名称|^名称$")
_MONEY = {"万元": 1.0, "亿元": 10000.0, "万亿元": 1e8}


def _once(found: list[Figure], names: set[int]) -> Iterator[Figure]:
    """Each amount of a row once: not in the project's name and again in its description, nor in a sentence and under 总投资."""
    columns = [f for f in found if f.bare]
    for figure in found:
        value = figure.value
        others = {(f.value.value, f.value.unit) for f in found if f.cell != figure.cell}
        if figure.cell in names and (value.value, value.unit) in others:
            continue
        if figure not in columns and value.metric.endswith("总投资") and any(_same(value, c.value) for c in columns):
            continue
        yield figure


def _same(a: Value, b: Value) -> bool:
    """Whether two sums are one, up to rounding."""
    if a.unit not in _MONEY or b.unit not in _MONEY:
        return False
    x, y = a.value * _MONEY[a.unit], b.value * _MONEY[b.unit]
    return abs(x - y) <= 0.01 * max(x, y)
