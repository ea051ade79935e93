"""Targets and indicators of a paragraph: metric, number, unit, bound, year, and whether already achieved.

A number is read in its clause. What stands before it is its metric (“营业收入达到1500亿元”, “建设智能工厂16个”), or, after
a verb of building, what stands behind it (“打造30个创新创业共同体”). See GUIDE “Targets”; words in ``lexicon/metrics*.tsv``.
Numbers are read in :mod:`.quantities`, years in :mod:`.years`, names in :mod:`.metric`, size classes in :mod:`.levels`;
:mod:`.layout` says where in a clause to look, :mod:`.tense` what is done and what is planned.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from lianpu.extract import levels, metric, quantities, tense, years
from lianpu.extract.layout import Statement, is_noun
from lianpu.extract.metric import Metric
from lianpu.extract.quantities import Quantity
from lianpu.extract.years import Year
from lianpu.model import Op


class Value(msgspec.Struct, frozen=True, gc=False):
    """One figure with ``text[start:end]`` as evidence and the owner that the sentence names before the metric, or "".

    ``value`` counts ``unit`` as written; ``value_max`` is the upper end of a range; ``achieved`` tells an indicator.
    ``owner_start`` and ``owner_end`` span the subject, or are -1; ``classed`` tells that it is a sector of a size class.
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
    classed: bool = False


@dataclass(frozen=True, slots=True)
class _Frame:
    """What holds for the next number: the year, whether the text named it, and whether it is behind us."""

    year: int | None
    named: bool
    achieved: bool


@dataclass(frozen=True, slots=True)
class _Name:
    """What a number measures; ``end`` is where the name ends when it stands behind the number, else -1.

    ``whole`` tells that no owner hides in it.
    """

    text: str
    end: int = -1
    whole: bool = False


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
    amounts, sizes = quantities.find(text), levels.find(text)
    if not amounts and not sizes:
        return ()
    marks = years.find(text, base)
    past = tense.looks_back(text, amounts, marks, base) if achieved is None else achieved
    if past:
        marks = tuple(mark for mark in marks if not mark.current)
    default = frame = _Frame(year, False, past)
    numbers, dates, named = [q.number for q in amounts], [y.start for y in marks], [s.start for s in sizes]
    out: list[Value] = []
    for start, end in _statements(text):
        inside, terms = _slice(amounts, numbers, start, end), _slice(marks, dates, start, end)
        classes = _slice(sizes, named, start, end)
        if not (inside or terms or classes):
            continue
        statement = _Reader(text, start, end, inside, terms, metric.aims(text, start, end), base)
        found, frame = statement.read(
            frame, default, out[-1] if out and (text[start - 1] == "；" or text[start] == "（") else None
        )
        out.extend(found)
        out.extend(statement.sizes(classes, found, frame))
    return tuple(_undated(v, year, base) for v in out)


def _undated(value: Value, year: int | None, base: int | None) -> Value:
    """A figure already reached does not take the year to come of a heading."""
    ahead = value.achieved and value.year is not None and value.year == year and base is not None and year >= base
    return replace(value, year=None) if ahead else value


_T = TypeVar("_T")


def _slice(items: Sequence[_T], places: list[int], start: int, end: int) -> tuple[_T, ...]:
    """The items that stand in ``[start, end)``; ``places`` are where they stand, in order."""
    return tuple(items[bisect_left(places, start) : bisect_left(places, end)])


_STATEMENT = re.compile(r"[^。！？；]*[。！？；]?")


def _statements(text: str) -> Iterator[tuple[int, int]]:
    for match in _STATEMENT.finditer(text):
        if match.end() > match.start():
            yield match.span()


_MEANS, _AS = re.compile(r"以$"), re.compile(r"为[^，]{1,4}$")
_FOR = re.compile(r"(?<!约)为(?:全[市省区县])?$")
_SPREAD = re.compile(r"(?:分别|(?<![日月年人户亩平])均|各)(?=[^，。；、]{0,8}$)")
_BRACKET = 120
_GRADED = re.compile(r"(?:[、和及][^，。；、和及]{2,12}级)*?[、和及]\d*[^，。；、和及]{0,10}级(?P<noun>[^，。；、级（]{2,10})")
_LABEL = re.compile(r"(?P<name>[^（，；：]{2,14})：$")
_LIST_MARK = re.compile(r"、|以及|和|与|及")


@dataclass(frozen=True, slots=True)
class _Reader(Statement):
    """Reads one statement; ``base`` is the document's year."""

    base: int | None

    def read(self, frame: _Frame, default: _Frame, last: Value | None = None) -> tuple[list[Value], _Frame]:
        """Values of the statement and the frame it leaves behind; ``last`` is the value before it where a semicolon
        stands between or the whole statement stands in brackets.
        """
        out: list[Value] = []
        body = self.text[self.start : self.end]
        back = tense.says_past(body)
        ahead = tense.says_future(body) or tense.hopes(body) and not default.achieved
        terms = deque(self.terms)
        lasting = frame
        i, floor = 0, self.start
        while i < len(self.amounts):
            while terms and terms[0].start < self.amounts[i].start:
                frame, lasting = self._dated(frame, lasting, terms.popleft(), ahead)
            previous = (
                out[-1] if out else last if last is not None and (self.text[self.start] == "（" or self.unnamed(i)) else None
            )
            found, step, floor = self._values(i, floor, frame, previous, out)
            if not frame.named and (ahead or back):
                found = [replace(value, achieved=not ahead) for value in found]
            out.extend(found)
            i += step
        for term in terms:
            frame, lasting = self._dated(frame, lasting, term, ahead)
        return out, default if lasting.named and lasting.achieved else lasting

    def sizes(self, found: Sequence[levels.Level], counted: list[Value], frame: _Frame) -> list[Value]:
        """Size classes of industries, dated like the figures of the statement."""
        year = counted[0].year if counted else frame.year
        achieved = counted[0].achieved if counted else frame.achieved
        return [
            Value("产业规模", s.value, s.unit, ">=", year, None, achieved, s.clause, s.stop, s.start, s.end, name, True)
            for s in found
            for name in [self.text[s.start : s.end]]
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

    def _values(
        self, i: int, floor: int, frame: _Frame, previous: Value | None, told: Sequence[Value]
    ) -> tuple[list[Value], int, int]:
        """Values of amount ``i`` and of those that share its metrics, how many that used up, and where the next may begin."""
        amount = self.amounts[i]
        left, right = self.left(i, floor), self.right(i)
        before, after = self.text[left : amount.start], self.text[amount.end : right]
        if self.qualifier(i):
            return [], 1, floor
        origin = self.origin(i - 1) if i else -1
        if origin >= left:
            before = self.text[left:origin]
        if self.origin(i) >= 0:
            return [], 1, floor
        if (
            metric.gives(before)
            or self.named_by(i, before, after)
            or _MEANS.search(before)
            and _AS.search(after)
            or _FOR.search(before)
            and is_noun(after)
        ):
            return [], 1, amount.end
        if not is_noun(after) and (not metric.strip(before)[0] or before.startswith(("对", "向"))):
            before = self.around_year(i, left) + before
        shared = _SPREAD.search(before)
        if shared and not is_noun(after):
            run = self._run(i) if shared.group() == "分别" else 1
            found = self._spread(self.amounts[i : i + run], left, before, shared, frame, previous, told)
            return found, run, self.amounts[i + run - 1].end
        name = self._name(i, before, after, previous)
        if name is None:
            return [], 1, amount.end
        grows = amount.kind == "share" and name.end < 0 and metric.growth(name.text)
        names = metric.spread(name.text, "、") if grows else [name.text]
        end = max(amount.end, name.end)
        parts = [_Name(n, whole=name.whole) for n in names]
        return [self._value(part, amount, frame, left, end, before, previous) for part in parts], 1, end

    def _run(self, i: int) -> int:
        """How many amounts from ``i`` on have only list marks between them."""
        run = 1
        while i + run < len(self.amounts) and self.adjacent(i + run - 1):
            run += 1
        return run

    def _spread(
        self,
        amounts: Sequence[Quantity],
        left: int,
        before: str,
        shared: re.Match[str],
        frame: _Frame,
        previous: Value | None,
        told: Sequence[Value],
    ) -> list[Value]:
        """“A、B分别达到1和2”: one value for each name; 均 and 各 give each name the same one.

        In brackets behind a figure the names are its owners: “建成园区8个（甲县、乙县各4个）”. Growth without a name of its own
        is that of the figures before (“A投资5亿元、B投资3亿元，分别增长6%和7%”).
        """
        body, _ = metric.strip(before[: shared.start()])
        grow = metric.growth(before[shared.end() :])
        items = [item + grow for item in metric.spread(body)]
        if grow and not body and shared.group() == "分别" and len(told) >= len(amounts) > 1:
            items = [value.metric + grow for value in told[-len(amounts) :]]
        if shared.group() != "分别":
            pairs = [(item, amounts[0]) for item in items]
        else:
            op = amounts[0].op if amounts[0].op != "=" else amounts[-1].op
            names = items if len(items) == len(amounts) else [body + grow] * len(amounts)
            pairs = [(name, replace(a, op=op) if a.op == "=" else a) for name, a in zip(names, amounts, strict=True)]
        found = [self._value(_Name(n), a, frame, left, a.end, before, None) for n, a in pairs if len(n) >= 2]
        terms = self.terms_together(amounts[0].start)
        if len(terms) == len(found) > 1 and len(items) == 1:
            found = [replace(value, year=term.year) for value, term in zip(found, terms, strict=True)]
        whole = "" if grow else self._counted(left, previous)
        return [self._parted(value, whole, left) for value in found] if whole else found

    def _counted(self, left: int, previous: Value | None) -> str:
        """What names in brackets share (“（甲县、乙县各4个，丙县2个）”, “（平台：甲县、乙县各1个）”), or "" outside."""
        opening = self.text.rfind("（", max(0, left - _BRACKET), left)
        if opening < 0 or "）" in self.text[opening:left]:
            return ""
        label = _LABEL.search(self.text, opening, left)
        return label["name"] if label else previous.metric if previous is not None else ""

    def _parted(self, value: Value, name: str, left: int) -> Value:
        """A figure of a part of what the figure ``name`` before counts: what looked like its metric is its owner."""
        owner = f"{value.subject}{value.metric}"
        at = self.text.find(owner, left)
        spans = (at, at + len(owner)) if at >= 0 else (-1, -1)
        return replace(value, metric=name, subject=owner, owner_start=spans[0], owner_end=spans[1])

    def _name(self, i: int, before: str, after: str, previous: Value | None) -> _Name | None:
        """What amount ``i`` measures; None when it counts nothing worth naming."""
        amount = self.amounts[i]
        plain, _ = metric.strip(before)
        if amount.kind == "time" and not metric.is_time(plain):
            return None
        capacity = metric.capacity(plain) or metric.inherited(previous.metric if previous else "", before)
        if not before and previous is not None and self.text.endswith(("（", "（其中", "（其中："), 0, amount.start):
            capacity = metric.inherited(previous.metric, "、")
        building = metric.ends_in_verb(before) or metric.opens_count(before) or bool(capacity)
        short = amount.kind == "count" and (len(plain) <= 2 or "、" in plain)
        if is_noun(after) and (building or short or not plain):
            return self._behind(i, before, plain if len(plain) <= 2 and short and not building else "", capacity)
        if amount.chinese and is_noun(after):
            return None
        name = plain
        continued = previous is not None and metric.continues(name, before)
        if previous is not None and continued:
            name = metric.completed(previous.metric, name)
        elif not name.startswith(metric.kept_verb(before)):
            name = metric.kept_verb(before) + name
        if len(name) < 2 or metric.is_part(name, amount.chinese):
            return None
        return _Name(metric.output(name, previous.metric if previous else "", before), whole=continued)

    def _behind(self, i: int, before: str, verb: str, capacity: str) -> _Name | None:
        """The counted noun behind amount ``i``, through a qualifier (“2家投资30亿元以上的项目”)."""
        amount = self.amounts[i]
        building = metric.ends_in_verb(before) or metric.opens_count(before) or metric.kept_verb(before)
        if amount.chinese and not building:
            return None
        end = self.right(i)
        if i + 1 < len(self.amounts) and end == self.amounts[i + 1].start:
            if self.qualifier(i + 1):
                end = self.right(i + 1)
            else:
                marks = list(_LIST_MARK.finditer(self.text, amount.end, end))
                end = marks[-1].start() if marks else end
        noun = metric.noun(self.text[amount.end : end])
        if noun.endswith("级"):
            shared = _GRADED.match(self.text, end)
            noun += shared["noun"] if shared else ""
        kept = metric.kept_verb(before) if building else verb
        name = f"{metric.product(noun)}{capacity}" if capacity else kept + noun
        if len(name) < 2 or metric.is_part(noun, amount.chinese):
            return None
        return _Name(name, end)

    def _value(
        self, name: _Name, amount: Quantity, frame: _Frame, left: int, end: int, before: str, previous: Value | None
    ) -> Value:
        split = (
            Metric(name.text) if name.whole else metric.sized(name.text) if amount.kind == "money" else metric.owned(name.text)
        )
        subject, owner_start, owner_end = self._owner(split.owner, left, before, previous)
        return Value(
            split.name,
            amount.value,
            amount.unit,
            "~" if amount.op == "=" and self.aimed(amount) else amount.op,
            None if self._yearly(before, previous) else frame.year,
            amount.value_max,
            frame.achieved,
            self.evidence(left, end),
            end,
            owner_start,
            owner_end,
            subject,
        )

    def _yearly(self, before: str, previous: Value | None) -> bool:
        """Whether a figure is one of every year: it says so, or the one before it in the same list does."""
        listed = previous is not None and previous.year is None and before.startswith(("、", "和", "及"))
        return metric.yearly(before) or listed

    def _owner(self, owner: str, left: int, before: str, previous: Value | None) -> tuple[str, int, int]:
        """The owner before the metric, else the scope word, else the owner of the figure before in the same statement."""
        scope = metric.strip(before)[1]
        # Right before the number the whole region only says where the things counted are (“覆盖全市500个点位”).
        name = owner or ("" if scope and before.endswith(scope) else scope)
        if name:
            at = self.text.find(name, left)
            return (name, at, at + len(name)) if at >= 0 else (name, -1, -1)
        if previous is not None and previous.owner_start >= 0 and not self.dated_between(previous.end, left):
            return previous.subject, previous.owner_start, previous.owner_end
        return "", -1, -1
