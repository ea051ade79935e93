"""The numbers of one statement with what they measure, whose they are and when.

What stands before a number is its metric (“营业收入达到1500亿元”), or, after a verb of building, what stands behind it.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from lianpu.extract import aside, levels, metric, metric_cues, tense, words
from lianpu.extract.counted import LIST_MARK, Counted, Name
from lianpu.extract.layout import is_noun
from lianpu.extract.metric import Metric
from lianpu.extract.quantities import Quantity
from lianpu.extract.value import Value
from lianpu.extract.years import Year


@dataclass(frozen=True, slots=True)
class Dated:
    """What holds for the next number: the year, whether the text named it, and whether it is behind us."""

    year: int | None
    named: bool
    achieved: bool


_MEANS, _AS = re.compile(r"以$"), re.compile(r"为[^，]{1,4}$")
_FOR = re.compile(r"(?<!约)为(?:全[市省区县])?$")
_SPREAD = re.compile(
    r"^分别(?=[^，。；、]{0,16}$)|(?:分别|(?<![日月年人户亩平])均|各(?![类种级项个镇县区乡园市地]))(?=[^，。；、]{0,8}$)"
)
_SHARE_OF_ALL = re.compile(r"占.{2,12}(?:比重|比例|份额)$")
_TOGETHER = ("合计", "总计", "共计")
_SUMMED = re.compile(
    r"(?<=..)等?[一二两三四五六七八九十][大个条](?:主导|支柱|特色|优势|重点|新兴|传统|战略性新兴)*(?:产业链|产业集群|产业)"
)
"""What sums up a list in front of the metric that its items share (“甲、乙两大主导产业产值分别…”)."""
_BRACKET = 120
_LABEL = re.compile(r"(?P<name>[^（，；：]{2,14})：$")
_EACH = re.compile(
    r"[、，]?(?:支持|推动)?(?P<who>[^，。；：、和与及]{1,7}[区县市镇乡园旗州盟](?:[、和与及][^，。；：、和与及]{1,7}[区县市镇乡园旗州盟])+)(?:要|力争)?(?:各自?|均)(?P<what>[^，。；各均]{2,24})$"
)
"""Several places each of which is to reach the same (“甲县、乙县各新增｜5家”)."""
_PLACES = re.compile(
    r"(?<![^，。；：])(?:[^，。；：、和与及]{1,7}[区县市镇乡园旗州盟][、和与及])+[^，。；：、和与及]{1,7}[区县市镇乡园旗州盟]$"
)


@dataclass(frozen=True, slots=True)
class Reader(Counted):
    """Reads one statement; ``base`` is the document's year."""

    base: int | None
    opens: int | None = None
    """The first year of the plan: what it says of that year and later is to be done."""
    ruled: int = -1
    """Where it begins to say by what rule money is handed out, if it does."""

    def read(self, frame: Dated, default: Dated, last: Value | None = None) -> tuple[list[Value], Dated]:
        """Values of the statement and the frame it leaves behind; ``last`` is the value before it where a semicolon
        stands between or the whole statement stands in brackets.
        """
        out: list[Value] = []
        body = self.text[self.start : self.end]
        plans = self.opens is not None and not default.achieved
        back = tense.surely_past(body) if plans else tense.says_past(body)
        ahead = tense.says_future(body) or tense.hopes(body) and not default.achieved
        terms = deque(self.terms)
        lasting = frame
        i, floor = 0, self.start
        while i < len(self.amounts):
            while terms and terms[0].start < self.amounts[i].start:
                frame, lasting = self._dated(frame, lasting, terms.popleft(), ahead, back)
            previous = (
                out[-1] if out else last if last is not None and (self.text[self.start] == "（" or self.unnamed(i)) else None
            )
            found, step, floor = self._values(i, floor, frame, previous, out)
            if not frame.named and (ahead or back):
                found = [replace(value, achieved=not ahead) for value in found]
            elif not frame.named and self.taken(self.amounts[i]):
                found = [replace(value, achieved=True) for value in found]
            out.extend(found)
            i += step
        for term in terms:
            frame, lasting = self._dated(frame, lasting, term, ahead, back)
        return out, default if lasting.named and lasting.achieved else lasting

    def sizes(self, found: Sequence[levels.Level], counted: list[Value], frame: Dated) -> list[Value]:
        """Size classes of industries, dated like the figures of the statement."""
        year = counted[0].year if counted else frame.year
        achieved = counted[0].achieved if counted else frame.achieved
        return [
            Value("产业规模", s.value, s.unit, ">=", year, None, achieved, s.clause, s.stop, s.start, s.end, name, True)
            for s in found
            for name in [self.text[s.start : s.end]]
        ]

    def _dated(self, frame: Dated, lasting: Dated, term: Year, ahead: bool, back: bool) -> tuple[Dated, Dated]:
        """The frame under a year, and what of it outlasts the statement."""
        if self.base is None or term.year > self.base:
            done = False
        elif term.year < self.base:
            done = True
        else:
            done = not term.aim and not ahead and (back or self.opens is None or self.opens > term.year)
        now = Dated(term.year, True, done)
        return now, now if term.aim and not term.brief else lasting

    def _values(
        self, i: int, floor: int, frame: Dated, previous: Value | None, told: Sequence[Value]
    ) -> tuple[list[Value], int, int]:
        """Values of amount ``i`` and of those that share its metrics, how many that used up, and where the next may begin."""
        amount = self.amounts[i]
        left, right = self.left(i, floor), self.right(i + self.sized(i))
        before, after = self.text[left : amount.start], self.text[amount.end : right]
        if self.qualifier(i) or 0 <= self.ruled <= amount.start and aside.given(amount):
            return [], 1, floor
        if aside.of_goods(self.text, amount, is_noun(after)) or self.listed_in_quotes(i):
            return [], 1, floor
        if (each := _EACH.match(before)) is not None and (name := self.name_of(i, each["what"], after, None)) is not None:
            end = max(amount.end, name.end)
            one = self._value(name, amount, frame, left, end, each["what"], None, None)
            return [self._held(one, who, left) for who in re.split(LIST_MARK, each["who"]) if who], 1, end
        origin = self.origin(i - 1) if i else -1
        if origin >= 0:
            left = min(left, self.left(i - 1, floor))
            before = self.text[left:origin] if origin >= left else before
        if self.origin(i) >= 0:
            return [], 1, floor
        if (
            aside.given(amount)
            and metric_cues.gives(before)
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
        name = self.name_of(i, before, after, previous)
        if name is None:
            return [], 1, amount.end
        grows = amount.kind == "share" and name.end < 0 and metric_cues.growth(name.text)
        names = metric.spread(name.text, "、") if grows else [name.text]
        end = max(amount.end, name.end)
        parts = [Name(n, whole=name.whole) for n in names]
        carrier = self._carrier(previous, told, left)
        return [self._value(part, amount, frame, left, end, before, previous, carrier) for part in parts], 1, end

    def _listed_before(self, left: int) -> list[str]:
        """The places that stand in front of a year (“甲县、乙县2027年产值分别…”), or none."""
        term = self.last_term(left)
        before = self.text[max(self.start, term.start - _BRACKET) : term.start] if term is not None and term.end == left else ""
        listed = _PLACES.search(before)
        return [who for who in LIST_MARK.split(listed.group()) if who] if listed is not None else []

    def _held(self, value: Value, owner: str, left: int) -> Value:
        """The figure as one of a place named before it."""
        at = self.text.find(owner, left)
        return replace(value, subject=owner, owner_start=at, owner_end=at + len(owner))

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
        frame: Dated,
        previous: Value | None,
        told: Sequence[Value],
    ) -> list[Value]:
        """“A、B分别达到1和2”: one value for each name; 均 and 各 give each name the same one.

        In brackets behind a figure the names are its owners: “建成园区8个（甲县、乙县各4个）”. Growth without a name of its own
        is that of the figures before (“A投资5亿元、B投资3亿元，分别增长6%和7%”).
        """
        body, _ = metric.strip(_SUMMED.sub("", before[: shared.start()]))
        grow = metric_cues.growth(before[shared.end() :])
        who = LIST_MARK.split(body) if shared.group() == "分别" and _PLACES.fullmatch(body) is not None else []
        what = metric_cues.kept_verb(rest := before[shared.end() :]) or ""
        what += metric.strip(rest)[0].removeprefix(what)
        if len(who) == len(amounts) and len(what) >= len("产值"):
            named = [self._value(Name(what), a, frame, left, a.end, rest, None, None) for a in amounts]
            return [self._held(value, place, left) for value, place in zip(named, who, strict=True)]
        if not body and shared.group() == "分别":
            body, _ = metric.strip(before[shared.end() :].removesuffix(grow))
        alone = metric.spread(body, "、")
        items = [item + grow for item in (alone if len(alone) == len(amounts) > 1 else metric.spread(body))]
        if grow and not body and shared.group() == "分别" and len(told) >= len(amounts) > 1:
            items = [value.metric + grow for value in told[-len(amounts) :]]
        if shared.group() != "分别":
            pairs = [(item, amounts[0]) for item in items]
        else:
            op = amounts[0].op if amounts[0].op != "=" else amounts[-1].op
            names = items if len(items) == len(amounts) else [body + grow] * len(amounts)
            pairs = [(name, replace(a, op=op) if a.op == "=" else a) for name, a in zip(names, amounts, strict=True)]
        found = [self._value(Name(n), a, frame, left, a.end, before, None, None) for n, a in pairs if len(n) >= 2]
        terms = self.terms_together(amounts[0].start)
        if len(terms) == len(found) > 1 and len(items) == 1:
            found = [replace(value, year=term.year) for value, term in zip(found, terms, strict=True)]
        if shared.group() == "分别" and (who := self._listed_before(left)) and len(who) == len(found):
            return [self._held(value, place, self.start) for value, place in zip(found, who, strict=True)]
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

    def _value(
        self,
        name: Name,
        amount: Quantity,
        frame: Dated,
        left: int,
        end: int,
        before: str,
        previous: Value | None,
        carrier: Value | None,
    ) -> Value:
        split = (
            Metric(name.text) if name.whole else metric.sized(name.text) if amount.kind == "money" else metric.owned(name.text)
        )
        carried = None if metric_cues.macro(split.name) else carrier
        subject, owner_start, owner_end = self._owner(split.owner, left, before, carried)
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

    def _carrier(self, previous: Value | None, told: Sequence[Value], left: int) -> Value | None:
        """The figure before whose owner goes on: not a mere part (其中) or a share of all, where another clause begins."""
        if previous is None or self.text[left - 1 : left] not in ("，", "；"):
            return previous
        if previous.subject in words.of_role("bearers", "broad") or self.text.startswith(_TOGETHER, left):
            return None
        part = self.text.rfind("其中", self.start, left)
        if 0 <= part < previous.end:
            return next((value for value in reversed(told) if value.end <= part), None)
        first = told[-2] if len(told) > 1 else None
        alone = first is None or first.subject != previous.subject
        return first if alone and _SHARE_OF_ALL.search(previous.metric) else previous

    def _yearly(self, before: str, previous: Value | None) -> bool:
        """Whether a figure is one of every year: it says so, or the one before it in the same list does."""
        listed = previous is not None and previous.year is None and before.startswith(("、", "和", "及"))
        return metric_cues.yearly(before) or listed

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
