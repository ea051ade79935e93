"""When a document was issued and which years it covers: by dates that stand alone, its title, its aims, what it looks back on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lianpu.extract.document import Outline
from lianpu.extract.marks import chinese_number

DIGIT_DATE = re.compile(r"(?P<y>(?:20|19)\d{2})[年.\-/](?P<m>\d{1,2})(?:[月.\-/](?:(?P<d>\d{1,2})日?)?)?")
CN_DATE = re.compile(
    r"(?P<y>[二一][〇○零OＯ0九][〇○零OＯ0一二三四五六七八九]{2})年"
    r"(?P<m>[一二三四五六七八九十]{1,2})月(?:(?P<d>[一二三四五六七八九十]{1,3})日)?"
)
SESSION = re.compile(
    r"[（(—\-]*(?P<date>(?:20\d\d|[二一][〇○零OＯ0九][〇○零OＯ0一二三四五六七八九]{2})年[^年月]{1,3}月[^年月日]{1,3}日)在(?=.{4,40}会议?上[）)]?$)"
)
"""The line below the title of a report that says on which day it was given, and to whom."""
_VERSION = re.compile(r"[（(](?P<m>\d{1,2})月(?P<d>\d{1,2})日.{0,4}(?:稿|修改|版)[）)]")
_SPAN = re.compile(r"(?P<a>20\d{2})年?\s*[-—–~～至]+\s*(?P<b>20\d{2})")
_FIVE_YEARS = re.compile(r"第(?P<n>十[一二三四五六七八九]?)个五年规划|“(?P<q>十[一二三四五六七八九]?)五”")
_DIGITS = "〇一二三四五六七八九"
_PERIOD = re.compile(r"(?:时限|期限|规划期)[^。]{0,8}?(20\d\d)[-—至](20\d\d)")
_PAST = re.compile(r"(?:^|[。；）])(?:截至|截止)?(20[0-4]\d)年(?:底|末|，?全[省市区县])")
LINE = 80
"""The longest line of a title page, characters."""


def dated(line: str) -> bool:
    """Whether a line is nothing but a date."""
    bare = line.strip("（）")
    return (DIGIT_DATE.fullmatch(bare) or CN_DATE.fullmatch(bare)) is not None


def issued(outline: Outline, top: Sequence[str], text: Sequence[str]) -> str | None:
    """The date of issue: alone on a line at the beginning, else at the end, else the version that a draft is marked with."""
    for line in (*top, *text[-8:]):
        session = SESSION.match(line)
        bare = session["date"] if session else line.strip("（）() ")
        for regex in (DIGIT_DATE, CN_DATE):
            match = regex.fullmatch(bare)
            if match:
                return _iso(match)
    version = next((match for line in top if (match := _VERSION.search(line))), None)
    year = _draft_year(outline, text) if version else None
    return f"{year}-{int(version.group('m')):02}-{int(version.group('d')):02}" if version and year else None


def _draft_year(outline: Outline, text: Sequence[str]) -> int | None:
    """The year of a draft: the one that it looks back on in the middle, else the one after the last that it looks back on."""
    whole = "".join(text)
    aims = [int(year) for year in re.findall(r"到(20[0-4]\d)年", whole)]
    back = re.findall(r"截至(?P<y>20[0-4]\d)年(?:(?P<m>\d{1,2})月)?|(?P<n>20[0-4]\d)年，全市", whole)
    written = [int(y or n) + (not m or int(m) == 12) for y, m, n in back]
    past = [year for year in written if year <= min(aims, default=year)]
    return max(past) if past else _written(outline, text)


def _iso(match: re.Match[str]) -> str:
    year = "".join(str(_DIGITS.index(c)) if c in _DIGITS else c if c.isdigit() else "0" for c in match.group("y"))
    parts = [year, *(f"{chinese_number(part):02}" for part in (match.group("m"), match.group("d")) if part)]
    return "-".join(parts)


# -- years, citations ---------------------------------------------------------------------------------------------------


def horizon(outline: Outline, title: str, text: Sequence[str]) -> tuple[int, int] | None:
    """The years that the title gives; of a report, its year; else up to the furthest year of a target."""
    span = _SPAN.search(title)
    if span:
        return int(span.group("a")), int(span.group("b"))
    five = _five_years(title)
    if five:
        return five
    report = re.search(r"(20\d\d)年.*政府工作报告", title) or "政府工作报告" in title and _reported(text)
    goals = [int(year) for line in text for year in re.findall(r"到(20[0-4]\d)年", line)]
    if report:
        start = int(report.group(1))
        return start, max([start, *(year for year in goals if start < year <= start + 4)])
    stated = next((match for line in text if (match := _PERIOD.search(line))), None)
    if stated:
        return int(stated.group(1)), int(stated.group(2))
    written = _written(outline, text)
    near = [year for year in goals if written is None or written <= year <= written + 10]
    if near and written is None and "三年" in title:
        return max(near) - 2, max(near)
    return (written or min(near), max(near)) if near else None


def _reported(text: Sequence[str]) -> re.Match[str] | None:
    """The year in which a report was given, where its title does not say it: that of a date by itself or of the session."""
    lines = (SESSION.match(line) or line for line in text[:6] if len(line) <= LINE)
    dates = (line if isinstance(line, str) else line["date"] for line in lines)
    return next((match for date in dates if (match := re.match(r"[（(]?(20\d\d)年[^年]{2,8}日[）)]?$", date))), None)


def _five_years(title: str) -> tuple[int, int] | None:
    """Years of 第十四个五年规划 or “十五五”."""
    plan = _FIVE_YEARS.search(title)
    n = chinese_number(plan.group("n") or plan.group("q")) if plan else None
    return (1951 + 5 * n, 1955 + 5 * n) if n else None


def _written(outline: Outline, text: Sequence[str]) -> int | None:
    """The year of a document: that of its date or number, else the one after the last year that it gives figures for."""
    for line in (*text[:12], *text[-8:]):
        match = re.match(r"[（(]?(20\d\d)年\d{1,2}月", line) if len(line) <= 30 else None
        match = match or (re.search(r"[〔\[](20\d\d)[〕\]]\d+号$", line) if len(line) <= 30 else None)
        if match:
            return int(match.group(1))
    reached = [int(year) for line in text for year in _PAST.findall(line)]
    return max(reached) + 1 if reached else _after_review(outline)


def _after_review(outline: Outline) -> int | None:
    """The year after the last one that the opening part on the present state gives figures for."""
    parts = {
        i for i, section in enumerate(outline.sections) if section.level == 1 and re.search(r"现状|基础|背景|回顾", section.title)
    }
    lines = [p.text for p in outline.paragraphs if parts & set(outline.path(p.section)[:1])]
    past = [int(year) for line in lines for year in re.findall(r"(?<![到至])(20[0-4]\d)年", line)]
    return max(past) + 1 if past else None
