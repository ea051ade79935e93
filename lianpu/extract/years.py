"""Years that a sentence names: “到2025年”, “2030年底前”, “3年内”, “‘十四五’末”, “今年”."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PLAN_END = {"十二五": 2015, "十三五": 2020, "十四五": 2025, "十五五": 2030, "十六五": 2035}
_CN = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_DIGITS = "〇一二三四五六七八九"

_SMALL = r"\d{1,2}|[一二两三四五六七八九十]"
_PATTERN = re.compile(
    rf"""(?=[《（力到至截在从自规近远中期末二0-9一两三四五六七八九十利用经“今本年全去上过这])(?:
      《[^《》]*》 | （[^（）]{{0,6}}20\d\d[—\-–~～至]+20\d\d年?）
    | (?P<to>力?争?(?:到|至|截至|截止|在))? (?P<from>从|自)? (?:规划)?(?:近期|远期|中期|期末|末期)?
      (?:(?P<first>20\d\d)年?[—\-–~～至]+)? (?P<year>20[1-9]\d)年
      (?P<by>底前|底|末|前|以前|之前|上半年|年底)? (?P<since>起|开始|以来)? (?:(?:第[一二三四]季度|\d{{1,2}}月)(?:底|末)?前?)?
    | 到?(?P<cn>二[〇零][{_DIGITS}][{_DIGITS}])年
    | (?P<within>(?P<n>{_SMALL})年(?:的时间|时间)?(?:内|之内|左右的?时间)
      | (?P<q>{_SMALL})年(?=翻[一两二]?番)
      | (?:利用|用|力争用|经过)(?P<m>{_SMALL})年(?:的)?(?:左右的?)?时间)
    | “?(?P<plan>十[二三四五六]五)”?(?P<when>时期|期间|末|期末|以来|规划期)
    | (?P<this>今年|本年度|年内|全年(?!龄)|(?<![每各近去上\d])年底前?)
    | (?P<last>去年|上年(?!度同期|产)|(?:过去|这)的?五年(?:来)?|五年来)
    )""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Year:
    """A year in its place. ``aim`` tells that it is named as a term (“到…年”), ``since`` as a beginning
    (“从…年起”), ``brief`` that it is a span (“3年内”), which holds only for its own
    statement, ``current`` that it is the year of writing (今年), which in a report is the year behind.
    """

    start: int
    end: int
    year: int
    aim: bool
    since: bool
    brief: bool = False
    current: bool = False


def _small(text: str) -> int:
    return int(text) if text.isdigit() else _CN[text]


def _read(match: re.Match[str], base_year: int | None) -> tuple[int, bool] | None:
    """Year and whether it is a term."""
    if match["year"]:
        return int(match["year"]), bool(
            (match["to"] or match["by"] or match["first"]) and not (match["to"] or "").startswith("截")
        )
    if match["cn"]:
        return int("".join(str("〇一二三四五六七八九".index(c.replace("零", "〇"))) for c in match["cn"])), True
    if match["plan"]:
        return _PLAN_END[match["plan"]], match["when"] != "以来"
    if base_year is None:
        return None
    if match["within"]:
        return base_year + _small(match["n"] or match["q"] or match["m"]), True
    if match["this"]:
        return base_year, True
    if match["last"]:
        return base_year - 1, False
    return None


_THAN = re.compile(r"[较比同与]$")
"""What makes a year the measure of another (“较2024年下降”)."""


_RISEN = re.compile(r"的?[0-9]")


def _compared(text: str, match: re.Match[str]) -> bool:
    """Whether a year only measures another (“较2024年下降”, “由2025年的152家增加到…”)."""
    risen = (match["from"] or text.endswith(("由", "从"), 0, match.start())) and not match["since"]
    return bool(_THAN.search(text, max(0, match.start() - 3), match.start()) or risen and _RISEN.match(text, match.end()))


def find(text: str, base_year: int | None = None) -> tuple[Year, ...]:
    """Years in order; those of titles in 《》 are left out. “3年内” and “今年” need ``base_year``, the document's year."""
    out: list[Year] = []
    for match in _PATTERN.finditer(text):
        found = _read(match, base_year) if not _compared(text, match) else None
        if found is not None:
            since, brief = bool(match["from"] and match["since"]), bool(match["within"])
            out.append(Year(match.start(), match.end(), found[0], found[1], since, brief, bool(match["this"])))
    return tuple(out)


_SPAN = re.compile(
    r"(?<![近每第过前满十续这0-9])(?P<n>[三3])年(?:时间)?(?:之?内|(?:共|累计|力争)?(?=新增|引进|引育|招引|培育|培养|培训|建设|建成|新建|实施"
    r"|改造|完成|投放|集聚|盘活|输送|打造|推广|落户|争取|再|技改|投资|净增|至少|突破|攻克|攻关|创建|形成|实现|发展|组建))"
)


def of_plan(text: str, found: tuple[Year, ...], horizon: tuple[int, int]) -> tuple[Year, ...]:
    """The years of a text, with the spans that are all of a plan (“三年引进项目90个” in a plan of three years): its last."""
    spans = [
        Year(m.start(), m.end(), horizon[1], True, False, True)
        for m in _SPAN.finditer(text)
        if _small(m["n"]) == horizon[1] - horizon[0] + 1
    ]
    if not spans:
        return found
    apart = [year for year in found if not any(s.start < year.end and year.start < s.end for s in spans)]
    return tuple(sorted([*apart, *spans], key=lambda year: year.start))
