"""The sector that a deed is about: “大力发展甲经济”, “推动乙制造提质升级”, “打造全国重要的丙装备基地”."""

from __future__ import annotations

import re
from functools import cache

from lianpu.extract import names, phrases, words
from lianpu.extract.clauses import Span
from lianpu.extract.context import Context, Owner, sector_key

_LONGEST = 22
"""Characters of such a deed, at most."""
_NAME = range(3, 13)
"""Characters of the sector's name."""
_MORE = re.compile(r"[，、；：“”《》（）0-9与和及等]|[型类]$|材料$")
"""What makes more of a deed than one sector, or a kind of it."""


@cache
def _scope() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(words.longest_first('advance_scopes'))})+的?")


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(
        f"(?:{'|'.join(words.longest_first('advance_ways'))})*(?:{'|'.join(words.longest_first('advance_tails'))})$"
    )


def alone(text: str, sentence: Span) -> str:
    """The deed that is all of a short sentence (“做强甲制造。”); "" for a sentence that goes on or does something else."""
    body = text[sentence.start : sentence.end].rstrip("。；")
    return body if len(body) <= _LONGEST and not re.search("[，、：]", body) and phrases.verb_length(body) else ""


def _verb(deed: str) -> int:
    """How much of a deed are the verbs that it opens with."""
    return phrases.verb_length(deed) or len(words.opening(deed, "advance_verbs", leave=3))


def sector(ctx: Context, deed: str, around: Owner) -> Owner | None:
    """The sector that is all that a deed's verb has, without what it is to become.

    None for goods of no sector, for bodies, and for what only writes the sector that the text around it is about otherwise.
    """
    plain = 5 <= len(deed) <= _LONGEST and _MORE.search(deed) is None and not words.inside(deed, "advance_not")
    verb = _verb(deed) if plain else 0
    if not verb:
        return None
    scope = _scope().match(deed, verb)
    name = deed[scope.end() if scope is not None else verb :]
    while (tail := _tail().search(name)) is not None and tail.start() >= _NAME.start:
        name = name[: tail.start()]
    if len(name) not in _NAME or not phrases.plain(name) or not phrases.may_own(name):
        return None
    if around.type == "Industry" and (sector_key(around.name) in name or name in around.name):
        return None
    sectoral = names.form(name)[0] in ("Industry", None) and (
        names.form(name)[0] == "Industry"
        or names.goods(name)
        and around.type != "Industry"
        or ctx.known_sector(name)
        or words.ending(name, "advance_sectors", leave=2)
    )
    return Owner("Industry", name) if sectoral else None
