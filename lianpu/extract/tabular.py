"""The figures of a table row: numbers under a header that names metric and unit, and sentences inside cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec.structs import replace

from lianpu.extract import quantities, tense, values, words, years
from lianpu.extract.document import Outline, Paragraph
from lianpu.extract.quantities import alternation
from lianpu.extract.value import Figure, Value


@cache
def cue(role: str) -> re.Pattern[str]:
    """Matches the words of a role of ``metrics_cues.tsv``."""
    return re.compile(alternation(words.of_role("metrics_cues", role)))


@cache
def _nouns(role: str) -> frozenset[str]:
    return frozenset(words.of_role("metrics", role))


_NUMBER = re.compile(
    r"(?:年均|累计|力争|达到?)?[\[〔【]?(?P<number>[约>≥＞≤<＜]?\d[\d,，]*(?:\.\d+)?(?:[-—–~～至]+\d+(?:\.\d+)?)?)[\]〕】]?(?P<bound>左右|以上|以内|以下)?"
)
_UNIT = re.compile(r"（(?:单位[：:])?(?P<unit>(?!20[0-9]{2})[^（）]{1,8})）$")


def row(outline: Outline, index: int, year: int | None, achieved: bool | None, base: int | None) -> Iterator[Figure]:
    """Figures of a table row: numbers under a header that names metric and unit, and sentences inside cells."""
    paragraph = outline.paragraphs[index]
    header = outline.paragraphs[paragraph.header] if paragraph.header is not None else None
    titles = [_header(header, column) for column in range(len(paragraph.cells))]
    projects = any("项目" in title for title in titles) and any("投资" in title for title in titles)
    listing = projects or any(_LISTING.search(title) for title in titles)
    caption = _caption(outline, paragraph.header)
    year = year if year is not None else _captioned(caption, base)
    aimed = achieved is False or achieved is None and cue("title_aim").search(caption) is not None
    # What a listed project costs and brings is of no one year, whatever the list is headed with.
    running, year = year, None if projects else year if year is not None else _term(paragraph, titles, base)
    over = _over(outline, paragraph.header)
    found: list[Figure] = []
    for column, (start, end) in enumerate(paragraph.cells):
        text, title = paragraph.text[start:end], titles[column]
        if _NUMBER.fullmatch(text):
            dated = running if "年度" in title else year
            value = _cell(paragraph, titles, column, dated, base, aimed=aimed, over=over)
            if value is not None:
                found.append(Figure(index, value, column, True, projects))
            continue
        if (whole := _whole_cell(paragraph, titles, column, year, base)) is not None and (
            not projects or "投资" in titles[column]
        ):
            found.append(Figure(index, whole, column, True, projects))
            continue
        done = False if projects else True if _reports(title) else achieved
        for value in values.find(text, year=year, base_year=base, achieved=done):
            if projects and not tense.says_past(text[value.start : value.end]):
                value = replace(value, achieved=False)
            if (not listing or not _sizes(value)) and not (projects and _bought(text, value)):
                found.append(Figure(index, _shifted(value, start), column, False, projects))
    yield from _once(found, {column for column, title in enumerate(titles) if "名称" in title})


_LISTING = re.compile("园区|平台|载体|基地|空间|名称")
"""Columns of a list of projects or parks, which tells their sizes in passing."""


def _caption(outline: Outline, header: int | None) -> str:
    """The short line over a table (“2026年各乡镇任务表”), the unit of its numbers in between left aside."""
    for above in reversed(outline.paragraphs[max(0, header - 2) : header]) if header else ():
        if above.kind == "row" or len(above.text) > _LONGEST_CAPTION:
            return ""
        if not above.text.startswith("单位"):
            return above.text
    return ""


def _over(outline: Outline, header: int | None) -> str:
    """The unit of sums that a line over a table gives (“单位：亿元”); nothing where it gives several."""
    for above in reversed(outline.paragraphs[max(0, header - _ABOVE) : header]) if header else ():
        if above.kind == "row" or len(above.text) > _LONGEST_CAPTION:
            return ""
        if (named := _OVER.search(above.text)) is not None:
            units = [unit for unit in re.split("[、，/]", named["units"]) if unit in _MONEY]
            return units[0] if len(units) == 1 else ""
    return ""


_ABOVE = 3
_OVER = re.compile(r"单位：(?P<units>[^）]+)")
_LONGEST_CAPTION = 40


def _captioned(caption: str, base: int | None) -> int | None:
    """The one year that the line over a table names."""
    named = {y.year for y in years.find(caption, base)}
    return named.pop() if len(named) == 1 else None


def _reports(title: str) -> bool:
    """Whether a title says that what is below is there already."""
    return any(cue(role).search(title) for role in ("title_back", "title_report"))


def _term(paragraph: Paragraph, titles: list[str], base: int | None) -> int | None:
    """The year of a row's column 完成时限."""
    for title, (start, end) in zip(titles, paragraph.cells, strict=True):
        if cue("title_term").search(title):
            named = {y.year for y in years.find(paragraph.text[start:end], base)}
            return named.pop() if len(named) == 1 else None
    return None


def counts(text: str, value: Value) -> bool:
    """Whether a figure of a listed project is told for its own sake."""
    return not _sizes(value) and not _bought(text, value)


def _bought(text: str, value: Value) -> bool:
    """Whether a figure of a listed project is but what it buys or what may be built on its plot (购置设备80台, 容积率2.0)."""
    start = max(text.rfind(mark, 0, value.end) for mark in "，。；") + 1
    return cue("bought").search(text, start, value.end) is not None


def _sizes(value: Value) -> bool:
    """Whether a figure is one of land or floor, not of goods that are measured so (“年产防火板600万平方米”)."""
    return value.unit.lstrip("万亿") in _nouns("area") and not value.metric.endswith("产能")


def _header(header: Paragraph | None, column: int) -> str:
    if header is None or column >= len(header.cells):
        return ""
    start, end = header.cells[column]
    return header.text[start:end]


def _shifted(value: Value, by: int) -> Value:
    owner = (value.owner_start + by, value.owner_end + by) if value.owner_start >= 0 else (-1, -1)
    return replace(value, start=value.start + by, end=value.end + by, owner_start=owner[0], owner_end=owner[1])


def _cell(
    paragraph: Paragraph, titles: list[str], column: int, year: int | None, base: int | None, *, aimed: bool, over: str
) -> Value | None:
    """A bare number under “总投资（亿元）”, or under “2025年目标” in a table of indicators with a column of units.

    Under a heading of aims (``aimed``) any title with a unit will do; ``over`` is the unit of sums that stands over the table.
    """
    title = titles[column]
    named = years.find(title, base)
    if not named and not any(word in title for word in _nouns("column")) and not _counts(title, aimed):
        return None
    match = _UNIT.search(title)
    if match:
        metric, unit = _AIMED.sub("", _YEAR.sub("", title[: match.start()])), match["unit"]
        metric = _indicator(paragraph, titles, "")[0] + metric if metric.startswith(_PACES) else metric
    else:
        metric, unit = _indicator(paragraph, titles, title)
        unit = unit or (over if any(word in title for word in _nouns("money")) else "")
    start, end = paragraph.cells[column]
    written = _NUMBER.fullmatch(paragraph.text[start:end])
    amounts = quantities.find(f"{written['number']}{unit}{written['bound'] or ''}") if written else ()
    if unit.lstrip("万亿") not in quantities.kinds() or len(amounts) != 1 or not metric:
        return None
    amount = amounts[0]
    year = named[-1].year if named else year
    done = _reports(title) or year is not None and base is not None and year < base
    done = done or amount.unit.lstrip("万亿") in _nouns("area") and not _AHEAD.search(title)
    return Value(metric, amount.value, amount.unit, amount.op, year, amount.value_max, done, _evidence(paragraph, column), end)


def _whole_cell(paragraph: Paragraph, titles: list[str], column: int, year: int | None, base: int | None) -> Value | None:
    """A number with its unit that is all that a cell holds, under a title that is its metric (“2027年产值目标 | 500亿元”)."""
    title, (start, end) = titles[column], paragraph.cells[column]
    metric = _AIMED.sub("", _YEAR.sub("", _UNIT.sub("", title)))
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


def _counts(title: str, aimed: bool) -> bool:
    """Whether a title counts something to come: with a unit, under a heading of aims or said to be new (新增就业（人）)."""
    return _UNIT.search(title) is not None and (aimed or re.match(r"新增|新建|计划|年度|拟|到20", title) is not None)


_AHEAD = re.compile("规划|目标|计划|新增|新建|拟")
"""What makes the land of a listed park one that is to be built on."""
_AIMED = re.compile(r"^(?:预期|规划)?目标(?=..)|(?<=..)目标值?$")
"""What makes a title that of an aim and says nothing of what it measures (目标产值, 产值目标)."""
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
        if label in ("单位", "计量单位") and cell.strip("-—－/ "):
            unit = cell
        elif _INDICATOR.search(label) and cell:
            match = _UNIT.search(cell)
            counts = match is not None and match["unit"].lstrip("万亿") in quantities.kinds()
            unit = match["unit"] if match is not None and counts else unit
            metric = _UNIT.sub("", cell) if counts else cell
    return metric, unit


_PACES = ("年均", "增速", "增长", "同比", "累计增")
"""What opens the title of a column that says how fast an indicator grows."""
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
