"""What a phrase may be: a plain name (“甲材料”), a verb and what it grows (“壮大甲材料”), a work, a sentence."""

from __future__ import annotations

import re
from functools import cache

from lianpu.extract import brands, clauses, names, words

_JUMBLED = re.compile(r"赋能|全链条|^（|千亿|百亿|万亿")
_JOINED = re.compile(r"[和与及](?:产业|经济)$")
_SOFT = frozenset({"产业", "产业集群", "产业链", "经济"})
VERBS = re.compile(rf"^(?:{'|'.join(map(re.escape, words.longest_first('title_verbs')))})+")
_VERB_OPENINGS = frozenset(word[0] for word in words.words("title_verbs"))


def opens_with_verb(name: str) -> bool:
    """Whether a phrase begins with a verb of development (“壮大不锈钢产业”), which no sector's name does."""
    return verb_length(name) > 0


_GROWS = re.compile(r"[做拉延补强建固扩壮拓][大强优精细长宽深厚高实足粗全齐伸展链]")
"""What is done to a chain, in two characters (做长、拉宽、补全)."""


def only_verbs(name: str) -> bool:
    """Whether words say only that something is made to grow, and not what (做长|产业链, 持续壮大|产业).

    >>> only_verbs("做长"), only_verbs("持续壮大"), only_verbs("拉长补齐"), only_verbs("做强轴承")
    (True, True, True, False)
    """
    rest = name
    while rest:
        match = VERBS.match(rest) or _GROWS.match(rest)
        if match is None:
            return False
        rest = rest[match.end() :]
    return bool(name)


def verb_length(text: str) -> int:
    """How much of a phrase are the verbs of development that it opens with."""
    match = VERBS.match(text) if text[:1] in _VERB_OPENINGS else None
    return match.end() if match is not None and len(text) - match.end() >= 2 else 0


def plain(name: str) -> bool:
    """Whether a phrase only names something: no work, no verb, nothing left over."""
    found = names.topic(name)
    return (
        found is not None and found[0] == name and not about_work(name) and not clauses.tokens(name, clauses.Span(0, len(name)))
    )


def means(name: str) -> bool:
    """Whether a name is what a sector grows by rather than one (人才, 平台)."""
    return words.inside(name, "sector_means")


def may_own(name: str) -> bool:
    """Whether a name is one that something can be said of: no general word, no list, no clause."""
    general = name in words.words("no_owners") or name in words.words("title_words")
    if general or names.adjectival(name) or about_work(name) or only_verbs(name):
        return False
    bare = re.sub(r"（[^（）]*）", "", name)
    listed = any(c in bare for c in "，、；：") and not name.endswith("产业")
    return not listed and _JOINED.search(name) is None and name.count("“") == name.count("”") and _JUMBLED.search(name) is None


_TABLE = re.compile(r"(?<![仪电水钟手量气热])表$")
"""A title of rows (“甲市乙经济重点项目表”)."""


def about_work(title: str) -> bool:
    """Whether a title is about work to be done or heads rows, so that it names no sector (“甲市重点项目表”)."""
    return _TABLE.search(title) is not None or any(
        len(word) > 1 and word not in _SOFT for word in words.endings(title, "title_words")
    )


def sectoral(name: str) -> bool:
    """Whether a name that the text calls no sector is one by its ending (农产品深加工, 精细化工), and no firm's.

    >>> sectoral("农产品深加工"), sectoral("精细化工"), sectoral("宇瀚化工"), sectoral("产业发展")
    (True, True, False, False)
    """
    ended = bool(words.ending(name, "advance_sectors", leave=2)) or len(name) > 3 and names.form(name)[0] == "Enterprise"
    return ended and brands.common(name) and may_own(name) and not means(name)


def is_sentence(title: str) -> bool:
    """Whether a title says that something is or becomes so (“产业基础扎实”, “新模式不断涌现”)."""
    return _states().search(title) is not None


@cache
def _states() -> re.Pattern[str]:
    states = "|".join(map(re.escape, words.longest_first("title_states")))
    return re.compile(rf"[\u4e00-\u9fff]{{2,}}(?:{states})$")


def plain_sector(name: str) -> bool:
    """Whether a name with a sector's ending is one sector's: no list, no work, nothing left over."""
    found = names.topic(name)
    return found is not None and found[0] == name and not re.search(r"[，、；：“]|等(?!离子|静压|温)", name) and may_own(name)
