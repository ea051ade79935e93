"""Plans, opinions and laws that a sentence names without 《》: “出台甲产业实施方案”, “落实乙促进法”, “丙方案获批”."""

from __future__ import annotations

import re
from functools import cache

from lianpu.extract import clauses, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Owner
from lianpu.extract.reading import Reading
from lianpu.extract.things import strip_verbs

_NAME = r"(?:[\u4e00-\u9fffA-Za-z0-9+]|“[^“”]{1,12}”|（[^（）]{1,12}）){2,36}?"
_NO_NAME = re.compile(r"的|各[省市区县地级]|[一两三四五六七八九十0-9]+(?:个|项|部|批)|政策和|配套|专项$")


@cache
def _issued() -> re.Pattern[str]:
    """A verb and the names behind it, one after the other."""
    verbs = "|".join(w for w in _verbs() if words.mapping("policy_verbs")[w][0] != "after")
    after = "|".join(w for w in _verbs() if words.mapping("policy_verbs")[w][0] in ("after", "both"))
    ends = "|".join(words.longest_first("policy_ends"))
    return re.compile(rf"(?P<verb>{verbs}|(?<=[、和及与]))(?P<name>{_NAME}(?P<end>{ends}))(?=$|[，。；：、和及与]|{after})")


@cache
def _after() -> re.Pattern[str]:
    """A name that opens a clause and a verb behind it."""
    after = "|".join(w for w in _verbs() if words.mapping("policy_verbs")[w][0] in ("after", "both"))
    ends = "|".join(words.longest_first("policy_ends"))
    return re.compile(rf"(?P<verb>)(?P<name>{_NAME}(?P<end>{ends}))(?:正式|先后|相继|已)?(?:{after})")


def _verbs() -> tuple[str, ...]:
    return words.longest_first("policy_verbs")


def apply(text: str, span: Span, paragraph: int, out: Reading) -> None:
    """Note every such name of a statement."""
    if not words.inside(text[span.start : span.end], "policy_ends"):
        return
    for clause in clauses.clauses(text, span):
        if not words.inside(text[clause.start : clause.end], "policy_ends"):
            continue
        at, listed = clause.start, False
        opening = _after().match(text, clause.start, clause.end)
        if opening is not None and _named(opening) and strip_verbs(opening.group("name")[:6]) == 0:
            _note(opening, paragraph, out)
        while (match := _issued().search(text, at, clause.end)) is not None:
            follows = listed and not match.group("verb") and match.start() == at + 1
            at = match.end("name")
            listed = (bool(match.group("verb")) or follows) and _named(match)
            if listed:
                _note(match, paragraph, out)


def _note(match: re.Match[str], paragraph: int, out: Reading) -> None:
    out.name(Owner("Policy", match.group("name")), paragraph, *match.span("name"), "issued")


def _named(match: re.Match[str]) -> bool:
    """Whether the words in front of the kind say which plan is meant; a programme is only one where it is issued."""
    core = match.group("name").removesuffix(match.group("end"))
    kind = words.mapping("policy_ends")[match.group("end")][0]
    carried = match.group("verb") and words.mapping("policy_verbs")[match.group("verb")][0] == "plan"
    if _NO_NAME.search(core) or kind == "programme" and carried:
        return False
    return len(core) >= (2 if kind == "law" else 4) and not _generic().fullmatch(core)


@cache
def _generic() -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(words.longest_first("policy_generic")) + "|[和与及、])+")
