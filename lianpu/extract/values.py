"""Targets and indicators of a paragraph: metric, number, unit, bound, year, and whether already achieved.

A number is read in its clause. What stands before it is its metric (“营业收入达到1500亿元”, “建设智能工厂16个”), or, after
a verb of building, what stands behind it (“打造30个创新创业共同体”). See GUIDE “Targets”; words in ``lexicon/metrics*.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lianpu.extract import levels, metric, quantities, tense, years
from lianpu.extract.metric import Metric
from lianpu.extract.quantities import Quantity
from lianpu.extract.years import Year
from lianpu.model import Op


@dataclass(frozen=True, slots=True)
class Value:
    """One figure. ``text[start:end]`` is the evidence; ``subject`` the owner the sentence names before the metric, or "".

    ``value`` counts ``unit`` as written; ``value_max`` is the upper end of a range. ``achieved`` tells an indicator from a target.
    ``owner_start`` and ``owner_end`` span the subject, or are -1.
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
    """What holds for the next number: the year, whether the text named it, and whether it is behind us."""

    year: int | None
    named: bool
    achieved: bool


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
    marks, amounts = years.find(text, base), quantities.find(text)
    past = tense.looks_back(text, amounts, marks, base) if achieved is None else achieved
    if past:
        marks = tuple(mark for mark in marks if not mark.current)
    default = _Frame(year, False, past)
    frame = default
    out: list[Value] = []
    sizes = levels.find(text)
    for start, end in _statements(text):
        statement = _Statement(
            text,
            start,
            end,
            tuple(q for q in amounts if start <= q.number < end),
            tuple(y for y in marks if start <= y.start < end),
            base,
        )
        found, frame = statement.read(frame, default)
        out.extend(found)
        out.extend(statement.sizes([s for s in sizes if start <= s.start < end], found, frame))
    return tuple(_undated(v, year, base) for v in out)


def _undated(value: Value, year: int | None, base: int | None) -> Value:
    """A figure already reached does not take the year to come of a heading."""
    ahead = value.achieved and value.year is not None and value.year == year and base is not None and year >= base
    return replace(value, year=None) if ahead else value


_STATEMENT = re.compile(r"[^。！？；]*[。！？；]?")


def _statements(text: str) -> Iterator[tuple[int, int]]:
    for match in _STATEMENT.finditer(text):
        if match.end() > match.start():
            yield match.span()


_STOPS = "，。；：！？|—（"
_NO_NOUN = re.compile(r"[，。；：！？、（）|”—和及与或]|$|以及|以上|左右")
_FROM = re.compile(r"[从由](?:20\d\d年)?的?$")
_RISE = re.compile(r"[^，。；]{0,8}?(?:提高|增加|增长|提升|扩大|上升|下降|降低|增至|降至|到|跃升|发展)")
_MEANS, _AS = re.compile(r"以$"), re.compile(r"为[^，]{1,4}$")
_SHARE_OPENING = re.compile(r"占|(?:同比|年均|累计|较|比)?(?:增长|增加|下降|提高)|总量|总规模|(?:均)?占")
_SPREAD = re.compile(r"(?:分别|均|各)(?=[^，。；、]{0,8}$)")
_BETWEEN = re.compile(r"[、和与及，]|以及")


@dataclass(frozen=True, slots=True)
class _Statement:
    """A sentence or a part of it up to a semicolon, with its numbers and years."""

    text: str
    start: int
    end: int
    amounts: tuple[Quantity, ...]
    terms: tuple[Year, ...]
    base: int | None

    def read(self, frame: _Frame, default: _Frame) -> tuple[list[Value], _Frame]:
        """Values of the statement and the frame it leaves behind."""
        out: list[Value] = []
        body = self.text[self.start : self.end]
        back = tense.says_past(body)
        ahead = tense.says_future(body) or tense.hopes(body) and not default.achieved
        terms = list(self.terms)
        lasting = frame
        i = 0
        while i < len(self.amounts):
            while terms and terms[0].start < self.amounts[i].start:
                frame, lasting = self._dated(frame, lasting, terms.pop(0), ahead)
            found, step = self._values(i, frame, out[-1] if out else None)
            if not frame.named and (ahead or back):
                found = [replace(value, achieved=not ahead) for value in found]
            out.extend(found)
            i += step
        for term in terms:
            frame, lasting = self._dated(frame, lasting, term, ahead)
        return out, default if lasting.named and lasting.achieved else lasting

    def sizes(self, found: list[levels.Level], counted: list[Value], frame: _Frame) -> list[Value]:
        """Size classes of industries, dated like the figures of the statement."""
        year = counted[0].year if counted else frame.year
        achieved = counted[0].achieved if counted else frame.achieved
        return [
            Value("产业规模", s.value, s.unit, ">=", year, None, achieved, *s.evidence, s.start, s.end, self.text[s.start : s.end])
            for s in found
        ]

    def _dated(self, frame: _Frame, lasting: _Frame, term: Year, ahead: bool) -> tuple[_Frame, _Frame]:
        """The frame under a year, and what of it outlasts the statement."""
        if self.base is None or term.year > self.base:
            done = False
        elif term.year < self.base:
            done = True
        else:
            done = not term.aim and not ahead
        now = _Frame(term.year, True, done)
        return now, now if term.aim and not term.brief else lasting

    def _values(self, i: int, frame: _Frame, previous: Value | None) -> tuple[list[Value], int]:
        """The values of amount ``i`` and of those that share its metrics, and how many amounts that used up."""
        left, right = self._left(i), self._right(i)
        amount = self.amounts[i]
        before, after = self.text[left : amount.start], self.text[amount.end : right]
        if self._from_part(i) or self._qualifier(i, before, after) or metric.gives(before) or _MEANS.search(before) and _AS.search(after):
            return [], 1
        if not self._noun(after) and not metric.strip(before)[0]:
            before = self._around_year(i, left) + before
        shared = _SPREAD.search(before)
        if shared and not self._noun(after):
            return self._spread(i, left, before[: shared.start()], before[shared.end() :], shared.group(), frame)
        named = self._metric(amount, before, after, previous)
        if named is None:
            return [], 1
        name, behind = named
        names = metric.spread(name, "、") if amount.kind == "share" and name.endswith("增长") and not behind else [name]
        end = right if behind else amount.end
        return [self._value(n, amount, frame, left, end, before, previous) for n in names], 1

    def _spread(
        self, i: int, left: int, names: str, link: str, word: str, frame: _Frame
    ) -> tuple[list[Value], int]:
        """“A、B分别达到1和2”: one value for each name; 均 and 各 give each name the same one."""
        run = 1
        if word == "分别":
            while i + run < len(self.amounts) and _BETWEEN.fullmatch(
                self.text, self.amounts[i + run - 1].end, self.amounts[i + run].start
            ):
                run += 1
        body, _ = metric.strip(names)
        grow = metric.growth(link)
        items = [item + grow for item in metric.spread(body)]
        amounts = self.amounts[i : i + run]
        pairs: list[tuple[str, Quantity]]
        if word != "分别":
            pairs = [(item, amounts[0]) for item in items]
        elif len(items) == len(amounts):
            pairs = list(zip(items, amounts, strict=True))
        else:
            pairs = [(body + grow, amount) for amount in amounts]
        out = [self._value(n, a, frame, left, a.end, names, None) for n, a in pairs if len(n) >= 2]
        return out, run

    def _value(
        self, name: str, amount: Quantity, frame: _Frame, left: int, end: int, before: str, previous: Value | None
    ) -> Value:
        op: Op = "~" if amount.op == "=" and self._aims(amount) else amount.op
        split = metric.owned(name)
        subject, owner_start, owner_end = self._owner(split, left, before, previous)
        start = self._evidence(left)
        return Value(
            split.name,
            amount.value,
            amount.unit,
            op,
            None if metric.yearly(before) else frame.year,
            amount.value_max,
            frame.achieved,
            start,
            end,
            owner_start,
            owner_end,
            subject,
        )

    def _owner(self, split: Metric, left: int, before: str, previous: Value | None) -> tuple[str, int, int]:
        """The owner before the metric, else the scope word, else the owner of the figure before in the same statement."""
        if split.owner:
            at = self.text.find(split.owner, left)
            return (split.owner, at, at + len(split.owner)) if at >= 0 else (split.owner, -1, -1)
        scope = metric.strip(before)[1]
        if scope:
            at = self.text.find(scope, left)
            return scope, at, at + len(scope)
        if previous is not None and previous.owner_start >= 0:
            return previous.subject, previous.owner_start, previous.owner_end
        return "", -1, -1

    def _evidence(self, left: int) -> int:
        """Where the evidence starts: at the year that governs the clause if it is near, else at the clause."""
        near = [t.start for t in self.terms if t.start < left and left - t.start <= 60]
        return near[-1] if near else left

    def _aims(self, amount: Quantity) -> bool:
        """Whether 力争 or the like stands between the last year (or the start) and the amount."""
        start = self.start
        for term in self.terms:
            if term.start < amount.start:
                start = max(self.start, term.start - 3)
        return metric.aims(self.text, start, amount.number)

    def _left(self, i: int) -> int:
        """Start of what may be the metric before amount ``i``: after a mark outside brackets, a number, or a year."""
        stop = self.amounts[i - 1].end if i else self.start
        depth = 0
        position = self.amounts[i].start
        while position > stop:
            c = self.text[position - 1]
            if c == "）":
                depth += 1
            elif c == "（" and depth:
                depth -= 1
            elif c in _STOPS and not depth:
                break
            position -= 1
        return max([position, *(t.end for t in self.terms if position < t.end <= self.amounts[i].start)])

    def _around_year(self, i: int, left: int) -> str:
        """What stands before a year that parts a metric from its number (“投资｜全年不低于5亿元”)."""
        term = next((t for t in self.terms if t.end == left), None)
        if term is None:
            return ""
        start = max([self.start, *(a.end for a in self.amounts[:i])], default=self.start)
        piece = self.text[start : term.start]
        return re.split(r"[，。；：！？|—（）]", piece)[-1]

    def _right(self, i: int) -> int:
        """End of what may be the counted noun behind amount ``i``."""
        stop = self.amounts[i + 1].start if i + 1 < len(self.amounts) else self.end
        position = self.amounts[i].end
        while position < stop and self.text[position] not in "，。；：！？|（）":
            position += 1
        return position

    def _from_part(self, i: int) -> bool:
        """Whether the amount is the “由A” of “由A提高到B”."""
        amount = self.amounts[i]
        head = self.text[max(self.start, amount.start - 8) : amount.start]
        return _FROM.search(head) is not None and _RISE.match(self.text, amount.end, self.end) is not None

    def _qualifier(self, i: int, before: str, after: str) -> bool:
        """Whether the amount only tells which things are counted (“投资30亿元以上的项目”)."""
        amount = self.amounts[i]
        if amount.kind == "count":
            return False
        if i and self.amounts[i - 1].end == amount.start - len(before) and metric.is_head(before) and amount.op == ">=":
            return True
        if not self._noun(after):
            return False
        neighbours = (*self.amounts[max(0, i - 1) : i], *self.amounts[i + 1 : i + 2])
        counted = any(
            a.kind == "count" and not _clause_between(self.text, min(a.end, amount.end), max(a.start, amount.start))
            for a in neighbours
        )
        if not counted:
            return False
        return amount.op in (">=", ">", "<=") or after.startswith("的") and not metric.ends_in_head(before)

    @staticmethod
    def _noun(after: str) -> bool:
        return _NO_NOUN.match(after) is None

    def _metric(self, amount: Quantity, before: str, after: str, previous: Value | None) -> tuple[str, bool] | None:
        """The metric and whether it stands behind the number; None when the number counts nothing worth naming."""
        plain, _ = metric.strip(before)
        if amount.kind == "time" and not plain.endswith(("时间", "寿命", "时长")):
            return None
        keep = metric.kept_verb(before)
        verb = metric.ends_in_verb(before)
        listed = metric.opens_count(before)
        if self._noun(after) and (not plain or verb or listed):
            if amount.chinese and not (verb or listed or keep):
                return None
            name = metric.noun(after)
            if len(name) < 2 or metric.is_part(name, amount.chinese):
                return None
            return (keep if verb else "") + name, True
        name = plain
        if previous is not None and (not name or len(name) < 12 and _SHARE_OPENING.match(name)):
            name = previous.metric if not name else metric.prefixed(previous.metric, name)
        elif keep:
            name = keep + name
        if len(name) < 2 or metric.is_part(name, amount.chinese) or amount.chinese and self._noun(after):
            return None
        return name, False


def _clause_between(text: str, start: int, end: int) -> bool:
    return any(c in "，。；" for c in text[start:end])
