"""Metadata of a document from its first and last lines: title, number, issuers, date, region, years, cited policies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lianpu.extract import words
from lianpu.extract.document import Outline, Paragraph
from lianpu.extract.marks import chinese_number, mark
from lianpu.model import DocumentLine
from lianpu.ontology.regions import Region, RegionTable, regions

_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,10}[〔\[（【﹝]\s*(?:20|19)\d{2}\s*[〕\]）】﹞]\s*(?:第)?\d{1,4}号")
_ABOUT = re.compile(r"(?:印发|转发|发布|公布|下发)(?:关于)?《(?P<title>.+?)》(?:的?通知|的?公告|$)")
_SENT = re.compile(r"^.*?(?:关于)?(?:印发|转发|发布|公布|下发)(?!《)(?P<title>.{6,}?)的?通知$")
_DIGIT_DATE = re.compile(r"(?P<y>(?:20|19)\d{2})[年.\-/](?P<m>\d{1,2})(?:[月.\-/](?:(?P<d>\d{1,2})日?)?)?")
_CN_DATE = re.compile(
    r"(?P<y>[二一][〇○零OＯ0九][〇○零OＯ0一二三四五六七八九]{2})年"
    r"(?P<m>[一二三四五六七八九十]{1,2})月(?:(?P<d>[一二三四五六七八九十]{1,3})日)?"
)
_SESSION = re.compile(
    r"[（(—\-]*(?P<date>(?:20\d\d|[二一][〇○零OＯ0九][〇○零OＯ0一二三四五六七八九]{2})年[^年月]{1,3}月[^年月日]{1,3}日)在(?=.{4,40}会议?上[）)]?$)"
)
"""The line below the title of a report that says on which day it was given, and to whom."""
_VERSION = re.compile(r"[（(](?P<m>\d{1,2})月(?P<d>\d{1,2})日.{0,4}(?:稿|修改|版)[）)]")
_DRAFT = re.compile(r"[（(][^（）()]*(?:修改|初稿|待完善|讨论稿|节选)[^（）()]*[）)]$")
_SPAN = re.compile(r"(?P<a>20\d{2})年?\s*[-—–~～至]+\s*(?P<b>20\d{2})")
_FIVE_YEARS = re.compile(r"第(?P<n>十[一二三四五六七八九]?)个五年规划|“(?P<q>十[一二三四五六七八九]?)五”")
_CITED = re.compile(r"《(?P<title>[^《》]*(?:〈[^〈〉]*〉[^《》]*)*)》")
_NO_TITLE = re.compile(r"(?:附件|附)\d*：?$|.{2,20}文件$|现将|为")
_DIGITS = "〇一二三四五六七八九"
_PERIOD = re.compile(r"(?:时限|期限|规划期)[^。]{0,8}?(20\d\d)[-—至](20\d\d)")
_PAST = re.compile(r"(?:^|[。；）])(?:截至|截止)?(20[0-4]\d)年(?:底|末|，?全[省市区县])")
_HEAD = 40
_LINE = 80


def document(outline: Outline, table: RegionTable | None = None) -> DocumentLine:
    """The document line: what is not stated stays empty; ``title`` falls back to the first line, then to the file name."""
    table = table or regions()
    top = _top(outline.paragraphs)
    title = _title(top) or (top[0].rstrip("。：") if top and len(top[0]) <= _LINE else outline.source.id)
    text = [paragraph.text for paragraph in outline.paragraphs]
    region = _region(title, text, table)
    issuer = _issuers(top, text, title, region)
    numbers = (_NUMBER.search(line) for line in top if len(line) <= _LINE and "《" not in line)
    number = next((match.group() for match in numbers if match), None)
    return DocumentLine(
        title=title,
        number=_bare(number) if number else None,
        issuer=issuer,
        date=_date(outline, top, text),
        region=region.name if region else _area(title),
        horizon=_horizon(outline, title, text),
        cites=_cites(outline, text, title),
        id=outline.source.id,
        file=outline.source.file,
        sha256=outline.source.sha256,
        length=len(outline.source.text),
        region_code=region.code if region else None,
    )


def _bare(number: str) -> str:
    return re.sub(r"^(?:发文字号|文号|字号)", "", number)


def _top(paragraphs: Sequence[Paragraph]) -> list[str]:
    """Lines of the title page and covering letter."""
    out = []
    for paragraph in paragraphs[:_HEAD]:
        found = mark(paragraph.text)
        if paragraph.kind == "row" or (found and found.style not in ("annex", "dash")):
            break
        out.append(paragraph.text)
    return out


# -- title --------------------------------------------------------------------------------------------------------------


def _title(top: Sequence[str]) -> str | None:
    """The title: of a covering letter, the title of what it sends; else the first title-like lines, joined."""
    joined = "".join(line for line in top if len(line) <= _LINE)
    about = _ABOUT.search(joined)
    if about:
        return about.group("title")
    kinds = words.longest_first("document_kinds")
    for start, line in enumerate(top):
        for count in (1, 2, 3, 4):
            lines = top[start : start + count]
            if len(lines) < count or any(len(one) > _LINE or re.search(r"[。：]$|^(?:为|现将).*，", one) for one in lines):
                break
            candidate = "".join(lines)
            if _NUMBER.search(candidate) or any(_dated(one) for one in lines) or _NO_TITLE.match(line):
                break
            sent = _SENT.match(candidate)
            if sent is not None and _core(sent["title"]).endswith(kinds):
                return sent["title"]
            if _core(candidate).endswith(kinds) and len(candidate) >= 6:
                return _with_issuer(top, start, _with_draft(candidate, top[start + count : start + count + 2]))
    return None


def _dated(line: str) -> bool:
    bare = line.strip("（）")
    return (_DIGIT_DATE.fullmatch(bare) or _CN_DATE.fullmatch(bare)) is not None


def _core(title: str) -> str:
    return re.sub(r"[（(][^（）()]*[）)]", "", title)


def _with_draft(title: str, below: Sequence[str]) -> str:
    """Years and （征求意见稿） on lines of their own belong to the title; working marks do not."""
    for line in below:
        if re.fullmatch(r"[（(](?:20\d\d.*年|.*征求意见稿|.*送审稿|试行)[）)]", line):
            title += line
    return title if title.endswith("政府工作报告（节选）") else _DRAFT.sub("", title)


def _with_issuer(top: Sequence[str], start: int, title: str) -> str:
    """关于… on the line below its issuer: the title is both."""
    above = top[start - 1] if start and title.startswith("关于") else ""
    return above + title if len(above) <= 40 and above.endswith(words.longest_first("issuer_ends")) else title


# -- issuer, date -------------------------------------------------------------------------------------------------------


def _issuers(top: Sequence[str], text: Sequence[str], title: str, region: Region | None) -> tuple[str, ...]:
    if "政府工作报告" in title and region is not None:
        return (region.name + "人民政府",)
    signed = _signed(top) or _signed(text[-8:])
    if signed:
        return tuple(signed)
    heading = re.match(r"(?P<who>.+?)关于", title)
    if heading:
        return tuple(_split(heading.group("who")))
    alone = [line for line in top if len(line) <= 40 and line.endswith(words.longest_first("issuer_ends")) and "关于" not in line]
    return tuple(name for line in alone[:1] for name in _split(line))


def _signed(lines: Sequence[str]) -> list[str]:
    """Names above a date that stands alone."""
    ends = words.longest_first("issuer_ends")
    for index, line in enumerate(lines):
        if len(line) > 14 or not (_DIGIT_DATE.fullmatch(line) or _CN_DATE.fullmatch(line)):
            continue
        block: list[str] = []
        for above in reversed(lines[max(0, index - 5) : index]):
            if len(above) > 60 or re.search(r"[。；：，《]|\d|稿）$", above) or mark(above):
                break
            block.insert(0, above)
            if sum(map(len, block)) and not above.endswith(ends) and len(block) > 1 and not _open_name(above):
                block.pop(0)
                break
        names = _split("".join(block)) if block and re.sub(r"（代章）$", "", block[-1]).endswith(ends) else []
        if names:
            return names
    return []


def _open_name(line: str) -> bool:
    """A line that is the first half of a name, as （…领导小组） is."""
    return line.endswith(("）", "领导小组"))


def _split(names: str) -> list[str]:
    """Several issuers written one after the other: each begins again with the name of the place."""
    names = re.sub(r"[（(]代章[）)]|文件$", "", names)
    party = re.fullmatch(r"(中共.{2,12}?委员会|中共.{2,8}?委)(.+)", names)
    if party:
        return [party.group(1), *_split(party.group(2))]
    ends = "|".join(map(re.escape, words.longest_first("issuer_ends")))
    place = re.match(r".{2,5}?[省市区县]", names)
    if place is None:
        return [names] if names else []
    parts = re.split(rf"(?<=[厅局委会府室])(?={re.escape(place.group())})", names)
    return [part for part in parts if re.search(rf"(?:{ends})$", part)]


def _date(outline: Outline, top: Sequence[str], text: Sequence[str]) -> str | None:
    """The date of issue: alone on a line at the beginning, else at the end, else the version that a draft is marked with."""
    for line in (*top, *text[-8:]):
        session = _SESSION.match(line)
        bare = session["date"] if session else line.strip("（）() ")
        for regex in (_DIGIT_DATE, _CN_DATE):
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


# -- region -------------------------------------------------------------------------------------------------------------


def _region(title: str, text: Sequence[str], table: RegionTable) -> Region | None:
    """The smallest division that the title names first; else the one that the issuer lines name."""
    bare = re.sub(r"^(?:中共|20\d\d年)", "", title)
    lines = (bare, *(_SESSION.sub("", line) for line in text[:8] if len(line) <= _LINE))
    return next((found for line in lines if (found := _named(line, table))), None)


def _area(title: str) -> str | None:
    """The named area across divisions that a title begins with (甲乙一体化发展示范区产业规划)."""
    ends = "|".join(words.longest_first("area_ends"))
    match = re.match(rf"[\u4e00-\u9fff]{{2,10}}?(?:{ends})(?=[\u4e00-\u9fff]{{2}})", title)
    return match.group() if match else None


def _named(text: str, table: RegionTable) -> Region | None:
    """Divisions at the head of a text, from the outermost inward: 济南市莱芜区… is 莱芜区."""
    found: Region | None = None
    rest = text
    while rest:
        step = _longest(rest, table, found.code if found else None)
        if step is None:
            break
        found, size = step
        rest = rest[size:]
    return found


def _longest(text: str, table: RegionTable, within: str | None) -> tuple[Region, int] | None:
    for size in range(min(len(text), 12), 1, -1):
        hits = [r for r in table.find(text[:size], within) if r.level != "town" or r.name == text[:size]]
        if hits and (len(hits) == 1 or hits[0].level != hits[1].level):
            return hits[0], size
    return None


# -- years, citations ---------------------------------------------------------------------------------------------------


def _horizon(outline: Outline, title: str, text: Sequence[str]) -> tuple[int, int] | None:
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
    lines = (_SESSION.match(line) or line for line in text[:6] if len(line) <= _LINE)
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


def _cites(outline: Outline, text: Sequence[str], title: str) -> tuple[str, ...]:
    """Titles in 《》 that end as plans, laws and opinions do, without the document's own, in order of first mention."""
    kinds = words.longest_first("document_kinds")
    own = _plain(title)
    cited = [match.group("title").strip() for line in text for match in _CITED.finditer(line)]
    cited += _basis(outline)
    return tuple(
        dict.fromkeys(
            name for name in cited if _core(name).endswith(kinds) and _plain(name) not in own and own not in _plain(name)
        )
    )


def _basis(outline: Outline) -> Iterator[str]:
    """Items under a heading like 规划依据, where titles stand without 《》."""
    for paragraph in outline.paragraphs:
        found = mark(paragraph.text)
        if found and "其他" not in paragraph.text and outline.sections[_above(outline, paragraph.section)].title.endswith("依据"):
            yield paragraph.text[found.end :].rstrip("；。 ")


def _above(outline: Outline, section: int) -> int:
    """The section itself if its title says that it lists a basis, else the one around it."""
    own = outline.sections[section]
    return section if own.title.endswith("依据") else own.parent


def _plain(title: str) -> str:
    return re.sub(r"[^\u4e00-\u9fff]|的", "", _core(title))
