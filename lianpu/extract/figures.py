"""The figures of a whole document.

Headings say the year and whether a section looks back, lead-ins date the list below them, table headers name metric and unit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lianpu.extract import tabular, values, years
from lianpu.extract.document import Outline, Paragraph
from lianpu.extract.tabular import cue
from lianpu.extract.value import Figure as Figure
from lianpu.extract.value import Value


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
    a report or a plan of one year (“2026年…政府工作报告”) dates what nothing else dates.
    """
    base = base_year if base_year is not None else horizon[0] if horizon else None
    report = _REPORT.match(title)
    given = int(report[1]) if report else horizon[0] if horizon and title.endswith("工作报告") else None
    opened: dict[int, int] = {0: given} if given else {}
    out: list[Figure] = []
    told = _Told({})
    headings: dict[int, Heading] = {}
    for index, paragraph in enumerate(outline.paragraphs):
        if paragraph.kind == "heading" and ("投资" not in paragraph.text or _COSTED.search(paragraph.text) is None):
            continue
        above = headings.get(paragraph.section)
        if above is None:
            above = headings[paragraph.section] = heading(outline, paragraph.section, base, opened.get(0))
        if paragraph.kind == "row":
            found = [
                f
                for f in tabular.row(outline, index, above.year, above.achieved, base)
                if f.project or not told.elsewhere(f.value, paragraph.header)
            ]
        else:
            found = [Figure(index, v) for v in _body(outline, paragraph, above, opened, base, horizon)]
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
        if value.metric in ("目标", "目标值"):
            alike = (said for key, said in self.places.items() if key[1:] == (value.value, value.unit))
            return any(place != table for said in alike for place, _ in said)
        places = self.places.get((value.metric, value.value, value.unit), set())
        return any(place != table and value.year in (None, year) for place, year in places)


def heading(outline: Outline, section: int, base: int | None, report: int | None = None) -> Heading:
    """Year and tense of a section, the innermost title that says one first; years before that of a ``report`` are past."""
    year: int | None = None
    achieved: bool | None = None
    firm = False
    for index in reversed(outline.path(section)):
        title = outline.sections[index].title
        if not achieved and not firm and len(title) <= 40:
            firm = cue("title_aim").search(title) is not None
            if firm or cue("title_ahead").search(title):
                achieved = False
            elif cue("title_report").search(title) or achieved is None and cue("title_back").search(title):
                achieved = True
        named = [y for y in years.find(title, base) if not y.since]
        if year is None and len({y.year for y in named}) == 1:
            year = named[0].year
            if report is not None and year < report and not any(y.aim for y in named) and index:
                achieved = True
    return Heading(year, achieved)


def _body(
    outline: Outline,
    paragraph: Paragraph,
    above: Heading,
    opened: dict[int, int],
    base: int | None,
    horizon: tuple[int, int] | None,
) -> tuple[Value, ...]:
    year = above.year
    if year is None:
        year = next((opened[s] for s in reversed(outline.path(paragraph.section)) if s in opened), None)
        if year is None or not (_goals(outline, paragraph.section) or _LISTED.match(paragraph.text)):
            year = opened.get(0)
    # A heading that looks ahead does not decide: its chapters open with what is there.
    achieved = True if above.achieved else None
    planned = not achieved and _planned(outline, paragraph.section, opened.get(0))
    return values.find(paragraph.text, year=year, horizon=horizon, base_year=base, achieved=achieved, planned=planned)


def _planned(outline: Outline, section: int, report: int | None) -> bool:
    """Whether a section of a report is headed with the year that the report plans for (“2026年重点工作”)."""
    titles = [outline.sections[index].title for index in outline.path(section)] if report is not None else []
    return any(f"{report}年" in title or _AHEAD.search(title) for title in titles if not _REPORT.match(title))


_AHEAD = re.compile(r"今年|今后|未来")


_COSTED = re.compile(r"（[^（）]*投资[^（）]*[0-9][^（）]*元）$")
"""The cost of a project that a short line names."""
_OPENING = 16
_REPORT = re.compile(r".*(?<![—~～至到-])(20\d\d)年.*(?:报告|(?:工作|招商)(?:计划|要点|安排|方案)|(?:行动|实施)方案)")
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
