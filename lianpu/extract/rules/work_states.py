"""What is said of listed works, behind their names or in front of them, and where each has its own state."""

from __future__ import annotations

import re
from functools import cache

from lianpu.extract import words
from lianpu.extract.clauses import Span
from lianpu.extract.lists import Item
from lianpu.model import Status


@cache
def states() -> re.Pattern[str]:
    """What may be said of works (开工, 投产)."""
    return re.compile("|".join(map(re.escape, words.longest_first("work_states"))))


def told_apart(text: str, clause: Span) -> list[Span]:
    """The parts of a clause that says something else of each of its works (确保甲一期投产、乙二期开工)."""
    cuts = [clause.start]
    if text.find("、", clause.start, clause.end) < 0:
        return [clause]
    for state in states().finditer(text, clause.start + 2, clause.end - 4):
        if text.startswith("、", state.end()):
            cuts.append(state.end() + 1)
    last = text[cuts[-1] : clause.end]
    if len(cuts) == 1 or states().search(last, 2) is None:
        return [clause]
    return [Span(a, b) for a, b in zip(cuts, [*(cut - 1 for cut in cuts[1:]), clause.end], strict=True)]


WHEN = re.compile(
    r"(?:20[0-9]{2}年(?:底前?|内)?|今年|明年|年内|年底前?|上半年|下半年|[一二三四]季度|[0-9]{1,2}月(?:底前?)?|尽快|尽早|早日|如期|按期|力争|争取|全部|全面|全线|陆续|先后|相继|正式|顺利|成功|提前|建设|即将|同步)+$"
)
"""When or how fully something is said of a work, in front of what is said."""


def ended(items: tuple[Item, ...]) -> tuple[tuple[Item, ...], re.Match[str] | None]:
    """Items up to the first of which something is said, that one without it."""
    for at, item in enumerate(items):
        state = states().search(item.text, 2)
        if state is not None:
            body = WHEN.sub("", item.text[: state.start()]).rstrip("的等")
            return (*items[:at], Item(body, item.start, item.start + len(body))), state
    return items, None


def status(text: str, start: int, begin: int, state: re.Match[str] | None) -> Status:
    """What a clause says of its works: by what follows them unless a verb of intent opens the clause."""
    if begin > start:
        return "existing" if _DONE.match(text, start) else "planned"
    done = state is not None and words.mapping("work_states")[state.group()][0] == "existing"
    return "existing" if done else "planned"


_DONE = re.compile(r"建成|投用|投运|投产|开通|完成")
