"""What a number of a statement measures: “营业收入达到｜1500亿元”, “新增｜5家｜企业”, “年产｜500架｜无人机”."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lianpu.extract import metric, metric_cues, words
from lianpu.extract.layout import Statement, is_noun
from lianpu.extract.quantities import Quantity
from lianpu.extract.value import Value


@dataclass(frozen=True, slots=True)
class Name:
    """What a number measures; ``end`` is where the name ends when it stands behind the number, else -1.

    ``whole`` tells that no owner hides in it.
    """

    text: str
    end: int = -1
    whole: bool = False


LIST_MARK = re.compile(r"、|以及|和|与|及")
_GRADED = re.compile(r"(?:[、和及][^，。；、和及]{2,12}级)*?[、和及]\d*[^，。；、和及]{0,10}级(?P<noun>[^，。；、级（]{2,10})")
_SIZED = re.compile(r"(?:[、和及]?\d[\d—\-–~～至]*[个家户][^，。；、和及]{0,8}元(?:以上)?)+(?P<noun>的[^，。；、]{2,24})")
"""What sizes of a list share (“2个营业收入超100亿元｜、5个超50亿元的骨干企业”)."""
_OF_WHAT = re.compile(r"元(?:以上)?.*[\u4e00-\u9fff]{2,}|^(?!.*元)")
_GREAT = re.compile(r"[0-9一二两三四五六七八九十百]+大[^，。；、和及]{2,14}[、和及]$")
"""What the list of a count counts by 大 before (建成|三大基地、|五个园区)."""
_SUMS = re.compile(
    r"(?<!级)(?:产业|行业|制造业|服务业|领域|方向|赛道|材料|装备|工程|行动|任务)(?:$|向|发展|转型|升级|提质|提档)(?<!级产业)"
)
"""Nouns that sum up the list in front of a count (甲、乙等｜五个｜优势产业), of which nothing is to be reached."""
_SIZE = "产业规模"
"""What a class says of a sector (力争达到|百亿级规模)."""
_SCALE = ("规模", "总规模", "首期规模")
_FUND = re.compile(r"的(?P<name>[^，。；、（）]{2,20}?基金)")
"""The fund whose size stands in front of it (“总规模20亿元｜的甲基金”)."""


@dataclass(frozen=True, slots=True)
class Counted(Statement):
    """A statement whose numbers have names."""

    def name_of(self, i: int, before: str, after: str, previous: Value | None) -> Name | None:
        """What amount ``i`` measures; None when it counts nothing worth naming."""
        amount = self.amounts[i]
        before = _GREAT.sub("", before)
        plain, _ = metric.strip(before)
        if amount.kind == "time" and not metric_cues.is_time(plain):
            return None
        capacity = metric.capacity(plain) or metric.inherited(previous.metric if previous else "", before)
        if not before and previous is not None and self.text.endswith(("（", "（其中", "（其中："), 0, amount.start):
            capacity = metric.inherited(previous.metric, "、")
        if plain in _SCALE and (fund := _FUND.match(self.text, amount.end, self.end)) is not None:
            return Name(fund["name"] + plain, fund.end(), whole=True)
        building = metric_cues.ends_in_verb(before) or metric_cues.opens_count(before) or bool(capacity)
        short = amount.kind == "count" and (len(plain) <= 2 or "、" in plain and not after.startswith("的"))
        if is_noun(after) and (building or short or not plain):
            return self._behind(i, before, plain if len(plain) <= 2 and short and not building else "", capacity)
        if amount.chinese and is_noun(after):
            return None
        name = plain
        continued = previous is not None and metric.continues(name, before)
        if previous is not None and continued:
            name = metric.completed(previous.metric, name)
        elif previous is not None and name in words.words("work_phases") and before.startswith(("、", "和", "及")):
            name += previous.metric.removeprefix(metric_cues.kept_verb(previous.metric))
        elif not name.startswith(kept := metric_cues.kept_verb(before) or self._shared_verb(amount, before, previous)):
            name = kept + name
        name = name or (_SIZE if amount.kind == "money" and "级" in self.text[amount.number : amount.tail] else "")
        name = name or ("财政资金" if "财政" in before and amount.kind == "money" else "")
        if len(name) < 2 or metric_cues.is_part(name, amount.chinese):
            return None
        return Name(metric.output(name, previous.metric if previous else "", before), whole=continued)

    @staticmethod
    def _shared_verb(amount: Quantity, before: str, previous: Value | None) -> str:
        """The verb of the figure before where the next of the same list has none (“新增A 5家、B 8家”), or ""."""
        listed = amount.kind == "count" and before.startswith(("、", "和", "及")) and not metric_cues.ends_in_verb(before)
        return metric_cues.kept_verb(previous.metric) if previous is not None and listed else ""

    def _behind(self, i: int, before: str, verb: str, capacity: str) -> Name | None:
        """The counted noun behind amount ``i``, through a qualifier (“2家投资30亿元以上的项目”)."""
        amount = self.amounts[i]
        building = metric_cues.ends_in_verb(before) or metric_cues.opens_count(before) or metric_cues.kept_verb(before)
        if amount.chinese and not building and not self.terms:
            return None
        end = self.right(i)
        if i + 1 < len(self.amounts) and end == self.amounts[i + 1].start:
            if self.qualifier(i + 1):
                end = self.right(i + 1)
            else:
                marks = list(LIST_MARK.finditer(self.text, amount.end, end))
                end = marks[-1].start() if marks else end
        noun = metric.noun(self.text[amount.end : end])
        noun = noun if "“" in noun else noun.rstrip("”")
        if sized := _SIZED.match(self.text, end) if end < self.end and not _OF_WHAT.search(noun) else None:
            noun += sized["noun"]
        if noun.endswith("级"):
            shared = _GRADED.match(self.text, end)
            noun += shared["noun"] if shared else ""
        if _SUMS.search(noun) is not None and (before.endswith("等") or amount.unit == "类" or "、" in before and amount.chinese):
            return None
        kept = metric_cues.kept_verb(before) if building else verb
        name = f"{metric.product(noun)}{capacity}" if capacity else kept + noun
        if len(name) < 2 or metric_cues.is_part(noun, amount.chinese):
            return None
        return Name(name, end)
