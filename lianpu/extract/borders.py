"""Where the name of a park, platform, institute or work begins, and what the bracket behind it says."""

from __future__ import annotations

import re

from lianpu.extract import names, words
from lianpu.extract.context import Context, Owner
from lianpu.model import EntityType

_BRACKET = re.compile(r"（([^（）]{2,8})）")
_QUOTED = re.compile(r"^“[^“”]{2,24}”[^，。；“”]{0,6}的(?=[\u4e00-\u9fff]{4,})")
"""What a zone is to be, in quotes in front of its name (“世界一流”的甲科学城)."""
_FIGURE = re.compile(r"^“[^“”]{1,8}”(?:[是即为指]|包括)(?=[\u4e00-\u9fff]{4,})")
"""The figure of a layout in front of what it stands for (“一港”即甲数智港)."""


_DIVISION = re.compile(r"(?:区|县|市|镇|乡|街道)$")


def chain(ctx: Context, text: str, suffix: int) -> tuple[Owner, int] | None:
    """The inner of two places in front of a name (甲市乙区|丙中心), and their length: they only say where it is."""
    outer = ctx.place_pattern.match(text)
    inner = ctx.place_pattern.match(text, outer.end()) if outer is not None else None
    if inner is None or _DIVISION.search(inner.group()) is None or len(text) - suffix - inner.end() < 2:
        return None
    return Owner("Region", ctx.places[inner.group()]), inner.end()


def seat(ctx: Context, text: str) -> Owner | None:
    """The place in the bracket behind a park's name (甲示范区（乙镇））."""
    bracket = _BRACKET.search(text, len(text) - 10) if text.endswith("）") else None
    named = bracket is not None and bracket.start() >= 4 and names.form(text[: bracket.start()])[0] == "Park"
    place = ctx.places.get(bracket.group(1)) if bracket is not None and named else None
    return Owner("Region", place) if place is not None else None


def second_name(text: str) -> str:
    """The park in the bracket behind a park's name (甲智能谷（乙小镇）): another name of the same one, unless a former one."""
    bracket = _BRACKET.search(text, len(text) - 10) if text.endswith("）") else None
    if bracket is None or bracket.start() < 4 or bracket.group(1).startswith("原"):
        return ""
    both = names.form(text[: bracket.start()])[0] == names.form(bracket.group(1))[0] == "Park"
    return bracket.group(1) if both else ""


def before_name(text: str, kind: EntityType) -> int:
    """Length of particles, general words, counts and modifiers in front of a name."""
    shift = 0
    moved = True
    while moved:
        moved = False
        if text[:1] in "了的" and len(text) > 4:
            text, shift, moved = text[1:], shift + 1, True
        for head in words.openings(text, "trim_head"):
            named = head == "中国" or kind in ("Institution", "Platform") and head in words.words("name_heads")
            if len(head) > 1 and len(text) - len(head) >= 4 and not named:
                text, shift, moved = text[len(head) :], shift + len(head), True
                break
        count = names.COUNT.match(text)
        if count and len(text) - count.end() >= 4:
            text, shift, moved = text[count.end() :], shift + count.end(), True
        match = names.MODIFIER.match(text) or _QUOTED.match(text) or _FIGURE.match(text)
        if match:
            text, shift, moved = text[match.end() :], shift + match.end(), True
    return shift


def work_verbs(text: str) -> int:
    """Length of the verbs of building in front of a work's name."""
    shift = 0
    for verb in words.longest_first("work_verbs"):
        if text.startswith(verb, shift) and len(text) - shift - len(verb) >= 4:
            shift += len(verb)
    return shift


def body_verbs(text: str) -> int:
    """Length of a clause up to the verb whose object is a body (甲公司共建|乙实验室)."""
    shift = 0
    for verb in words.longest_first("body_verbs"):
        cut = text.find(verb, shift) + len(verb)
        if cut - len(verb) >= shift + 2 and len(text) - cut >= 4:
            shift = cut
    return shift


def partner(ctx: Context, text: str) -> int:
    """Length of the place in front of a body with which it does something (甲镇与|乙大学)."""
    place = ctx.place_pattern.match(text)
    joint = place.end() if place is not None else 0
    return joint + 1 if joint and text[joint : joint + 1] in ("与", "和", "同") else 0
