"""Where things stand in a statement: what may name the metric before a number, what may be counted behind it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from lianpu.extract import metric, metric_cues
from lianpu.extract.quantities import Quantity
from lianpu.extract.years import Year

_STOPS = "，。；：！？|—（"
_NOUN_STOPS = "，。；：！？|（）"
_NO_NOUN = re.compile(
    r"[，。；：！？、（）|”—和及与或]|$|以及|以上|左右|大关|台阶|门槛|关口|用于|用来|用以|供|的(?:生产|加工|处理)?(?:能力|产能)"
)
_FROM = re.compile(r"[从由](?:20\d\d年)?的?$")
_RISE = re.compile(r"[^，。；]{0,8}?(?:提高|增加|增长|提升|扩大|上升|下降|降低|增至|降至|到|跃升|发展)")
_BETWEEN = re.compile(r"[、和与及，]|以及")
_AT = ("在", "对", "从", "于")
_LEANS = ("发挥", "立足", "依托", "围绕", "聚焦", "瞄准", "紧盯")
"""What makes things counted what a statement leans on or turns to (“立足3家骨干企业”)."""
_OF_SIZE = re.compile(r"[的级]?.{0,6}?(?:企业|项目)")
_OF = re.compile(r"的(?!目标|水平|规模)[^，。；]{2,}")
"""What a sum with a bound qualifies (“营业收入超100亿元｜的骨干企业”)."""
_PORTION = tuple(f"{share}{link}" for share in ("占比", "比例", "比重") for link in ("", "达", "达到", "提高到", "提升至", "为"))
"""What a share of things of some size ends in (“收入20万元以上的村占比｜达到80%”)."""
_LITTLE = re.compile(r"(?:仅|只有|尚不足)[^，。；、0-9]{0,8}$|(?:只|不足|不到)$")
"""Words before an amount that say that it is little."""
_WORK = re.compile(r"(?:^|(?<=[，。；、]))(?:[^，。；、]{0,4})(?:打造|建设|培育|引进|招引|新增|推动|实施|建成|推进|支持)")
_SHORTEST, _NEAR, _SCHEME, _CLOSE = 8, 60, 3, 12
_FAR = 300
"""Characters before a number to look for its metric and its evidence: a text without marks still takes linear time."""


def is_noun(after: str) -> bool:
    """Whether what follows a number begins a noun rather than the next item or nothing."""
    return _NO_NOUN.match(after) is None


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of ``text`` or a part of it up to a semicolon, with its numbers, its years and the places of words of aim."""

    text: str
    start: int
    end: int
    amounts: tuple[Quantity, ...]
    terms: tuple[Year, ...]
    aims: tuple[int, ...]

    def adjacent(self, i: int) -> bool:
        """Whether only a list mark stands between amounts ``i`` and ``i + 1``."""
        return _BETWEEN.fullmatch(self.text, self.amounts[i].end, self.amounts[i + 1].start) is not None

    def evidence(self, left: int, end: int) -> int:
        """Where the evidence starts: at the year that governs the clause if it is near, else at the clause; not too short."""
        term = self.last_term(left)
        start = term.start if term is not None and left - term.start <= _NEAR else left
        while start < end and self.text[start] in "、，和及与）”（":
            start += 1
        lowest = max(self.start, end - _FAR)
        while start > lowest and end - start < _SHORTEST:
            start -= 1
            while start > lowest and self.text[start - 1] not in _STOPS:
                start -= 1
        return start

    def aimed(self, amount: Quantity) -> bool:
        """Whether 力争 or the like stands between the last year (or the start) and the amount."""
        term = self.last_term(amount.start)
        start = self.start if term is None else max(self.start, term.start - 3)
        first, last = bisect_left(self.aims, start), bisect_left(self.aims, amount.number)
        return first < last and not metric_cues.sure(self.text, self.aims[last - 1], amount.number)

    def last_term(self, position: int) -> Year | None:
        """The last year that starts before a position."""
        i = bisect_left(self.terms, position, key=lambda term: term.start)
        return self.terms[i - 1] if i else None

    def terms_together(self, position: int) -> tuple[Year, ...]:
        """The last years before a position that stand together (“2027年、2030年分别达到…”)."""
        stop = bisect_left(self.terms, position, key=lambda term: term.start)
        first = stop - 1
        while first > 0 and _BETWEEN.fullmatch(self.text, self.terms[first - 1].end, self.terms[first].start):
            first -= 1
        return self.terms[max(0, first) : stop]

    def unnamed(self, i: int) -> bool:
        """Whether nothing in its clause says what amount ``i`` measures (“；到2030年，达到9000台”)."""
        amount = self.amounts[i]
        named = metric.strip(self.text[self.left(i, self.start) : amount.start])[0]
        return not named and not is_noun(self.text[amount.end : self.right(i)])

    def taken(self, amount: Quantity) -> bool:
        """Whether an amount is one that was counted, not set: it is exact but for 余, or said to be little (仅8家, 不足三成)."""
        before = self.text[max(self.start, amount.start - _CLOSE) : amount.start]
        return _LITTLE.search(before) is not None or amount.more and _WORK.search(self.text, self.start, amount.start) is None

    def dated_between(self, start: int, end: int) -> bool:
        """Whether a year stands between two places."""
        term = self.last_term(end)
        return term is not None and term.start >= start

    def left(self, i: int, floor: int) -> int:
        """Start of what may be the metric before amount ``i``: after a mark outside brackets, a number, or a year."""
        depth = 0
        position = self.amounts[i].start
        floor = max(floor, position - _FAR)
        while position > floor:
            c = self.text[position - 1]
            if c == "）":
                depth += 1
            elif c == "（" and depth:
                depth -= 1
            elif c in _STOPS and not depth and not (c == "：" and self._label(position, i)):
                break
            position -= 1
        term = self.last_term(self.amounts[i].start)
        return term.end if term is not None and position < term.end <= self.amounts[i].start else position

    def _label(self, position: int, i: int) -> bool:
        """Whether a colon parts amount ``i`` from the label that says what it is (“总投资：18亿元”)."""
        return position == self.amounts[i].start and metric.ends_in_head(self.text[max(self.start, position - 8) : position - 1])

    def around_year(self, i: int, left: int) -> str:
        """What stands before a year that parts a metric from its number (“投资｜全年不低于5亿元”)."""
        term = self.last_term(left)
        if term is None or term.end != left:
            return ""
        start = self.amounts[i - 1].end if i else self.start
        return re.split(rf"[{_STOPS}]", self.text[start : term.start])[-1]

    def right(self, i: int) -> int:
        """End of what may be the counted noun behind amount ``i``."""
        stop = self.amounts[i + 1].start if i + 1 < len(self.amounts) else self.end
        after = bisect_left(self.terms, self.amounts[i].end, key=lambda term: term.start)
        stop = min(stop, self.terms[after].start) if after < len(self.terms) else stop
        position = self.amounts[i].end
        while position < stop and self.text[position] not in _NOUN_STOPS:
            position += 1
        return position

    def origin(self, i: int) -> int:
        """Where “由A” of “由A提高到B” begins when amount ``i`` is A, else -1."""
        amount = self.amounts[i]
        match = _FROM.search(self.text, max(self.start, amount.start - 8), amount.start)
        rises = match is not None and _RISE.match(self.text, amount.end, self.end) is not None
        return match.start() if match is not None and rises else -1

    def qualifier(self, i: int) -> bool:
        """Whether the amount only tells which things are counted (“投资30亿元以上的项目”)."""
        amount = self.amounts[i]
        if amount.kind not in ("money", "share", "measure"):
            return False
        if i + 1 < len(self.amounts) and self.adjacent(i) and self.qualifier(i + 1):
            return True
        firm = amount.op in (">=", ">", "<=")
        following = self.amounts[i + 1] if i + 1 < len(self.amounts) else None
        if firm and amount.kind == "money" and following and following.kind == "count" and following.start == amount.end:
            return True
        between = self.text[self.amounts[i - 1].end : amount.start] if i and self.amounts[i - 1].kind == "count" else None
        if between is not None and (not between or metric.is_head(between)):
            return firm or not between and is_noun(self.text[amount.end : self.right(i)])
        after = self.text[amount.end : self.right(i)]
        if firm and following and after.startswith("的") and following.kind == "share" and after.endswith(_PORTION):
            return True
        if firm and amount.kind == "money" and _OF.match(after):
            return True
        if not is_noun(after) or not self.counted_nearby(i):
            return False
        return firm or after.startswith("的") and not metric.ends_in_head(self.text[self.left(i, self.start) : amount.start])

    def listed_in_quotes(self, i: int) -> bool:
        """Whether the amount is one of several in quotes, which spell out a scheme (“1名领导、1个专班、1家企业”)."""
        amount = self.amounts[i]
        opening = self.text.rfind("“", max(self.start, amount.start - _NEAR), amount.start)
        closing = self.text.find("”", opening, self.end) if opening >= 0 else -1
        return closing > amount.end and sum(opening < a.start < closing for a in self.amounts) >= _SCHEME

    def sized(self, i: int) -> bool:
        """Whether the amount right behind a count only tells how big the things counted are (“20个｜超10亿元的企业”)."""
        adjacent = i + 1 < len(self.amounts) and self.amounts[i + 1].start == self.amounts[i].end
        return adjacent and self.amounts[i].kind == "count" and self.qualifier(i + 1)

    def counted_nearby(self, i: int) -> bool:
        """Whether a count stands next to amount ``i`` in the same clause."""
        amount = self.amounts[i]
        return any(
            a.kind == "count" and not re.search(r"[，。；]", self.text[min(a.end, amount.end) : max(a.start, amount.start)])
            for a in (*self.amounts[max(0, i - 1) : i], *self.amounts[i + 1 : i + 2])
        )

    def named_by(self, i: int, before: str, after: str) -> bool:
        """Whether an amount is but part of a name (“甲地百万吨乙烯项目”) or tells how big a lever is (“发挥5亿元基金作用”)."""
        if not is_noun(after):
            return False
        amount = self.amounts[i]
        plain, _ = metric.strip(before)
        if before.startswith(_LEANS) or plain in _AT or amount.kind == "money" and amount.op != "=" and _OF_SIZE.match(after):
            return True
        whole = amount.kind in ("money", "measure") or amount.unit.endswith("卡")
        bare = before.endswith(plain) and not metric_cues.ends_in_verb(before) and not metric_cues.opens_count(before)
        bare = bare and not metric.capacity(plain)
        return whole and amount.op == "=" and len(plain) >= 2 and bare and not metric.ends_in_head(before)
