"""Short names that a document declares for its own use: “甲高新技术产业开发区（以下简称“高新区”）”, and short forms of zones."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from functools import lru_cache

from lianpu.extract import words

_DECLARED = re.compile(r"（(?:以下|下)?(?:简称|统称)(?:为)?[：:]?“?(?P<short>[^“”（）]{2,12})”?）")
_EDGE = re.compile(r"[、，。；：！？“”《》（）\s]|和(?=[\u4e00-\u9fff]{4,}$)")


@lru_cache(maxsize=32)
def declared(text: str) -> Mapping[str, str]:
    """Short name to the full one in front of its declaration; a short name declared twice for two names is left out."""
    out: dict[str, str] = {}
    twice: set[str] = set()
    for match in _DECLARED.finditer(text):
        head = text[max(0, match.start() - 40) : match.start()]
        cut = max((m.end() for m in _EDGE.finditer(head)), default=0)
        full, short = head[cut:], match.group("short")
        if len(full) <= len(short) or not set(short) & set(full):
            continue
        if out.setdefault(short, full) != full:
            twice.add(short)
    return {short: full for short, full in out.items() if short not in twice}


def without(name: str) -> str:
    """A name without the declaration behind it.

    >>> without("甲城高新技术产业开发区（以下简称“高新区”）")
    '甲城高新技术产业开发区'
    """
    return _DECLARED.sub("", name) if "称" in name else name


def applied(name: str) -> tuple[str, ...]:
    """How a text may call a sector that takes up a technique: “人工智能+制造” of 制造业.

    >>> applied("制造业")
    ('人工智能+制造', 'AI+制造')
    """
    bare = next((short for short, full in words.rows("field_names") if full == name), name)
    return tuple(f"{technique}+{bare}" for technique in ("人工智能", "AI"))


def full_zone(said: Container[str], name: str) -> str:
    """The full form of a zone's short name (甲城经开区) where the text has it, else the name itself."""
    for short, *longs in words.rows("zones"):
        if name.endswith(short):
            stem = name[: -len(short)]
            return next((stem + long for long in longs if stem and stem + long in said), name)
    return name
