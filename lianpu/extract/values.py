"""Targets and indicators of a paragraph: metric, number, unit, bound, year, and whether already achieved.

A number is read in its clause. What stands before it is its metric (“营业收入达到1500亿元”, “建设智能工厂16个”), or, after
a verb of building, what stands behind it (“打造30个创新创业共同体”). See GUIDE “Targets”; words in ``lexicon/metrics*.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from lianpu.extract import quantities, words, years
from lianpu.extract.quantities import Quantity, alternation
from lianpu.model import Op


@dataclass(frozen=True, slots=True)
class Value:
    """One figure. ``text[start:end]`` is the evidence; ``subject`` the owner the sentence names before the metric, or "".

    ``value`` counts ``unit`` as written; ``value_max`` is the upper end of a range. ``achieved`` tells an indicator from a target.
    """

    metric: str
    value: float
    unit: str
    op: Op
    year: int | None
    value_max: float | None
    achieved: bool
    start: int
    end: int
    owner_start: int = -1
    owner_end: int = -1
    subject: str = ""


@dataclass(frozen=True, slots=True)
class _Frame:
    """What a sentence says of all its numbers up to here."""

    year: int | None
    named: bool
    aim: bool
    achieved: bool


@cache
def _cue(role: str) -> tuple[str, ...]:
    return tuple(row[0] for row in words.rows("metrics_cues") if row[1] == role)


@cache
def _nouns(role: str) -> tuple[str, ...]:
    return tuple(row[0] for row in words.rows("metrics") if row[1] == role)


@cache
def _regex(name: str) -> re.Pattern[str]:
    do, keep, adverb = _cue("do"), _cue("keep"), _cue("adverb")
    link = alternation([*_cue("link")])
    scope = alternation([*_cue("scope")])
    patterns = {
        "lead": rf"[、，和及与）”\s]+|以及|其中[，]?|{alternation([*adverb, *_cue('aim'), *do, '预计', '确保', '将', '全年', '再', '并', '累计', '要', '以'])}",
        "keep": rf"(?:{alternation([*adverb, *do])})*({alternation(list(keep))})",
        "scope": rf"(?:{scope})(?!经济|产业|统一)",
        "tail": rf"(?:{link})+$",
        "verb_end": rf"(?:{alternation([*do, *keep])})(?:了|起)?$",
        "list_end": r"(?:等|的|前|首批|[内里中]|每年|全年|个园区)$",
        "grow": rf"(?:{alternation([*_cue('grow')])})$",
        "past": alternation([*_cue("past")]),
        "future": alternation([*_cue("future")]),
        "hint": alternation([*_cue("future_weak")]),
        "aim": alternation([*_cue("aim")]),
        "subsidy": alternation([*_cue("subsidy")]),
        "part": rf"(?:{alternation([*_cue('part')])})$",
    }
    return re.compile(patterns[name])


_SENTENCE = re.compile(r"[^。！？；]*[。！？；]?")
_STOPS = "，。；：！？|—"
_NO_NOUN = re.compile(r"[，。；：！？、（）|”—和及与或]|$|以及")
_QUALIFIER = re.compile(r"的|级(?!别)")


def find(
    text: str,
    *,
    year: int | None = None,
    horizon: tuple[int, int] | None = None,
    base_year: int | None = None,
    achieved: bool | None = None,
) -> tuple[Value, ...]:
    """Figures of a clean paragraph in order of place.

    ``year`` is what a heading says and holds until the text names another; ``base_year`` the document's year, from which
    “3年内” counts (by default the start of ``horizon``); ``achieved`` what the section is about: True for one that looks back.
    """
    base = base_year if base_year is not None else horizon[0] if horizon else None
    past = _looks_back(text) if achieved is None else achieved
    frame = _Frame(year, False, False, past)
    marks = years.find(text, base)
    amounts = quantities.find(text)
    out: list[Value] = []
    for match in _SENTENCE.finditer(text):
        if match.end() == match.start():
            continue
        inside = [q for q in amounts if match.start() <= q.number < match.end()]
        terms = [y for y in marks if match.start() <= y.start < match.end()]
        sentence = _Sentence(text, match.start(), match.end(), tuple(inside), tuple(terms), base, past)
        frame = replace(frame, aim=False)
        found, frame = sentence.read(frame)
        out.extend(found)
    return tuple(out)


def _looks_back(text: str) -> bool:
    """Whether a paragraph as a whole reports what was done, by its words."""
    back = sum(1 for _ in _regex("past").finditer(text))
    ahead = sum(1 for _ in _regex("future").finditer(text))
    return back > 2 * ahead and back >= 2


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    start: int
    end: int
    amounts: tuple[Quantity, ...]
    terms: tuple[years.Year, ...]
    base: int | None
    past: bool

    def read(self, frame: _Frame) -> tuple[list[Value], _Frame]:
        """Values of the sentence and the frame it leaves behind."""
        out: list[Value] = []
        body = self.text[self.start : self.end]
        back, ahead = bool(_regex("past").search(body)), bool(_regex("future").search(body))
        terms = list(self.terms)
        previous = ""
        for i, amount in enumerate(self.amounts):
            while terms and terms[0].start < amount.start:
                frame = self._dated(frame, terms.pop(0), back, ahead)
            left, right = self._left(i), self._right(i)
            aim = bool(_regex("aim").search(self.text, self._since(amount), amount.number))
            value = self._value(i, left, right, frame, aim, previous)
            if value is None:
                continue
            if not frame.named and back and not ahead:
                value = replace(value, achieved=True)
            previous = value.metric
            out.append(value)
        for term in terms:
            frame = self._dated(frame, term, back, ahead)
        if frame.named and frame.achieved and not self.past:
            frame = replace(frame, year=None, named=False, achieved=False)
        return out, frame

    def _dated(self, frame: _Frame, term: years.Year, back: bool, ahead: bool) -> _Frame:
        if self.base is None or term.year > self.base:
            done = False
        elif term.year < self.base:
            done = True
        else:
            done = not term.aim and not ahead
        return _Frame(term.year, True, False, done)

    def _since(self, amount: Quantity) -> int:
        """Where words of aim start to count for an amount: at the last year, else at the sentence's start."""
        start = self.start
        for term in self.terms:
            if term.start < amount.start:
                start = max(self.start, term.start - 4)
        return start

    def _left(self, i: int) -> int:
        """Start of what may be the metric before amount ``i``."""
        stop = self.amounts[i - 1].end if i else self.start
        depth = 0
        position = self.amounts[i].start
        while position > stop:
            c = self.text[position - 1]
            if c == "）":
                depth += 1
            elif c == "（":
                if not depth:
                    break
                depth -= 1
            elif c in _STOPS and not depth:
                break
            position -= 1
        for term in self.terms:
            if position < term.end <= self.amounts[i].start:
                position = term.end
        return position

    def _right(self, i: int) -> int:
        """End of what may be the counted noun behind amount ``i``."""
        stop = self.amounts[i + 1].start if i + 1 < len(self.amounts) else self.end
        position = self.amounts[i].end
        while position < stop and self.text[position] not in "，。；：！？|（）":
            position += 1
        return position

    def _value(self, i: int, left: int, right: int, frame: _Frame, aim: bool, previous: str) -> Value | None:
        amount = self.amounts[i]
        before, after = self.text[left : amount.start], self.text[amount.end : right]
        if self._from_part(i) or self._qualifier(i, after) or _regex("subsidy").search(before[-12:]):
            return None
        metric = self._metric(amount, before, after, previous)
        if metric is None:
            return None
        op: Op = "~" if aim and amount.op == "=" else amount.op
        end = amount.end if not metric[1] else right
        return Value(metric[0], amount.value, amount.unit, op, frame.year, amount.value_max, frame.achieved, left, end)

    def _from_part(self, i: int) -> bool:
        """Whether the amount is the “由A” of “由A提高到B”."""
        amount = self.amounts[i]
        head = self.text[max(self.start, amount.start - 8) : amount.start]
        if not re.search(r"[从由](?:20\d\d年)?的?$", head):
            return False
        following = self.text[amount.end : amount.end + 14]
        return re.match(r"[^，。；]{0,8}?(?:提高|增加|增长|提升|扩大|上升|下降|降低|增至|降至|到|跃升|发展)", following) is not None

    def _qualifier(self, i: int, after: str) -> bool:
        """Whether the amount only tells which things are counted (“投资30亿元以上的项目”)."""
        amount = self.amounts[i]
        if amount.kind == "count" and amount.unit not in ("个",) or not after or _NO_NOUN.match(after):
            return False
        if amount.kind == "count":
            return False
        neighbour = any(
            a.kind == "count" and not any(c in "，。；" for c in self.text[min(a.end, amount.end) : max(a.start, amount.start)])
            for a in (*self.amounts[max(0, i - 1) : i], *self.amounts[i + 1 : i + 2])
        )
        return neighbour and (amount.bounded or after.startswith("的"))

    def _metric(self, amount: Quantity, before: str, after: str, previous: str) -> tuple[str, bool] | None:
        """The metric and whether it stands behind the number; None when the number counts nothing worth naming."""
        noun = "" if _NO_NOUN.match(after) else after
        verb = _regex("verb_end").search(before)
        plain = _strip(before)
        keep = _regex("keep").search(before)
        if amount.kind == "time" and not plain.endswith(("时间", "寿命", "时长")):
            return None
        if noun and (not plain or verb or _regex("list_end").search(before)):
            name = _noun(noun)
            if len(name) < 2 or _regex("part").search(name):
                return None
            return (keep[1] if keep and verb else "") + name, True
        name = plain
        if not name or name.startswith(("占", "增长", "同比", "年均", "总", "比")) and len(name) < 12:
            name = previous + name if previous and not previous.endswith(name or "\0") else name or previous
        if keep and not name.startswith(keep[1]):
            name = keep[1] + name
        if len(name) < 2 or _regex("part").search(name):
            return None
        return name, False


def _strip(before: str) -> str:
    """The metric in what stands before a number: without conjunctions, verbs, scope words in front and link words behind."""
    changed = True
    while changed and before:
        changed = False
        for name in ("lead", "scope"):
            match = _regex(name).match(before)
            if match and match.end():
                before = before[match.end() :]
                changed = True
    match = _regex("tail").search(before)
    if match:
        before = before[: match.start()]
    return before.strip("的 、”“") if before.count("“") != before.count("”") else before.strip("的 、")


def _noun(after: str) -> str:
    """The counted noun at the start of what follows a number."""
    return after.strip("的 ")


def values(text: str) -> Iterator[Value]:
    """Shorthand for :func:`find` without context."""
    yield from find(text)
