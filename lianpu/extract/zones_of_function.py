"""Parts of a region by what they are for, which no table knows (甲生态涵养发展区), and the paragraphs that are about one."""

from __future__ import annotations

import re

from lianpu.extract import clauses
from lianpu.extract.clauses import Span
from lianpu.extract.owner import Owner
from lianpu.extract.things import verbal

_NAME = re.compile(
    r"(?![各该本此全等其])[\u4e00-\u9fff]{2,14}"
    r"(?:发展|拓展|涵养|保护|功能|生态|农业|产业|经济|旅游|种植|养殖|加工|休闲|观光|创新|引领|提升|优化|辐射|协同|联动|融合)新?区"
)
_KIND = re.compile(
    r"(?:重点|优先|限制|禁止|现代|特色|高效|绿色|城市|国家级?|省级|自然|主体|经济|高新)*(?:技术|产业)*"
    r"(?:发展|保护|功能|开发|农业|产业|经济|旅游)区"
)
"""A kind of such zones."""
_OPENS = re.compile(
    r"(?:《[^《》]{2,24}》(?:明确|指出|提出|要求)(?:要)?[，：]?)?"
    r"(?P<name>[\u4e00-\u9fff]{4,18}?区)(?=地处|位于|是|则?要|应|须|作为|，?包括|，?涵盖|：)"
)


def named(name: str) -> Owner | None:
    """The zone that words are by their ending."""
    whole = _NAME.fullmatch(name) is not None and _KIND.fullmatch(name) is None
    return Owner("Region", name) if whole and not clauses.tokens(name, Span(0, len(name))) and not verbal(name) else None


def opening(text: str, sentence: Span) -> Owner | None:
    """The zone that the first sentence of a paragraph says something of: the paragraph is about it."""
    first = sentence.start <= clauses.unlabelled(text)
    match = _OPENS.match(text, sentence.start, sentence.end) if first else None
    return named(match["name"]) if match is not None else None
