"""Labels in other dress (“【重点企业】甲、乙”, “（1）主攻方向：丙”, “——牵头单位。丁局”), read as “重点企业：甲、乙”."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from functools import cache

from msgspec.structs import replace

from lianpu.extract import agencies, clauses, words
from lianpu.extract.document import Paragraph
from lianpu.extract.marks import mark

_BRACKET = re.compile(r"[【〔［](?P<label>[^【】〔〕［］]{2,12})[】〕］]：?")
_NAMED = re.compile(
    r"[【〔［](?P<label>[^【】〔〕［］，。；：]{2,16})[】〕］]：?|(?P<dashed>[^，。；：、—（）“”\s]{2,12})——(?=[^，。；—]{4})(?![^，。；—]{4,24}——)"
)
"""A paragraph that opens with whom or what it is about, in brackets or before a dash (“【甲市】…”, “甲市——重点发展…”)."""
_LABEL = re.compile(r"(?P<label>[\u4e00-\u9fff（）]{2,12}?)(?P<end>[：。])(?=.)")
_MARKS = frozenset({"dash", "num", "pnum", "pcn", "circle"})
"""Styles of marks that a label may have in front of it."""
_BULLET = re.compile(r"(?:[●■◆▲★•·◇○➢√§▪]\s*|[*-]\s*)(?=[\u4e00-\u9fff“].{4,}[。；]|[\u4e00-\u9fff]{2,16}：\S)")
"""A bullet in front of what says something (●甲产业：重点发展乙); those of bare titles stay."""
_STAGE = re.compile(r"(?:产业链)?[上中下]游(?:环节|产业|领域|材料|应用|产品|端)?")
"""Where along a chain the things of a list stand."""
_LISTED = 60
"""Longest list behind a label that only a full stop ends, characters."""


def plain(paragraph: Paragraph) -> Paragraph:
    """The paragraph with its labels before a colon and without what stands in front of them; itself where it has none.

    >>> text = "（1）重点企业。甲、乙。"
    >>> plain(Paragraph(text, array("i", range(len(text))))).text
    '重点企业：甲、乙。'
    """
    bullet = _BULLET.match(paragraph.text)
    if bullet is not None:
        paragraph = replace(paragraph, text=paragraph.text[bullet.end() :], offsets=paragraph.offsets[bullet.end() :])
    text = paragraph.text
    if _NAMED.match(text) is None and not any(c in text for c in "】〕］") and _LABEL.search(text, 0, 24) is None:
        return paragraph
    kept = list(_kept(text))
    if kept == [(0, len(text), "")]:
        return paragraph
    offsets: array[int] = array("i")
    for start, end, _ in kept:
        offsets.extend(paragraph.offsets[start:end])
    return replace(paragraph, text="".join(colon or text[start:end] for start, end, colon in kept), offsets=offsets)


def _kept(text: str) -> Iterator[tuple[int, int, str]]:
    """What is kept of a text: ``(start, end, other)``, ``other`` a colon for a mark that becomes one."""
    found = mark(text)
    begin = found.end if found is not None and found.style in _MARKS else 0
    first = _LABEL.match(text, begin)
    at = 0
    listed = first is not None and (begin > 0 if first["end"] == "：" else _list(text, first.end()))
    if first is not None and listed and known(first["label"]):
        yield begin, first.end() - 1, ""
        yield first.end() - 1, first.end(), "：" if first["end"] == "。" else ""
        at = first.end()
    named = _NAMED.match(text) if at == 0 and "。" in text else None
    if named is not None:
        group = "label" if named["label"] else "dashed"
        yield *named.span(group), ""
        yield named.end(group), named.end(group) + 1, "："
        at = named.end()
    for match in _BRACKET.finditer(text, at):
        if known(match["label"]) and match.end() < len(text):
            yield from ((at, match.start(), ""),) if match.start() > at else ()
            yield match.start("label"), match.end("label"), ""
            yield match.end("label"), match.end("label") + 1, "："
            at = match.end()
    if at < len(text):
        yield at, len(text), ""


def _list(text: str, start: int) -> bool:
    """Whether nothing but a list stands behind a label that a full stop ends."""
    stop = text.find("。", start)
    stop = len(text) if stop < 0 else stop
    bare = stop - start <= _LISTED and stop >= len(text) - 1 and "，" not in text[start:stop]
    return bare and not clauses.tokens(text, clauses.Span(start, stop))


def known(label: str) -> bool:
    """Whether a word says what is listed behind it: goods, stages, firms, places, what is sought, or who is responsible."""
    return (
        label in _listed()
        or _STAGE.fullmatch(label) is not None
        or agencies.column(label) is not None
        or label.endswith(_firms())
    )


@cache
def _listed() -> frozenset[str]:
    roles = ("firms", "park", "carrier", "recruit", "supplement", "extend", "breakthrough", "focus", "products", "place")
    columns = {word.lstrip("=") for word, held in words.rows("columns") if held in roles}
    return frozenset(words.mapping("label_acts")) | words.words("core_area_heads") | columns


@cache
def _firms() -> tuple[str, ...]:
    return tuple(f"{role}企业" for role in words.words("firm_roles") | words.words("firm_labels"))
