"""Tracks (“方向/赛道一：甲”, “特色赛道2：AI+乙”): which headings open one, and the sector that its title names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lianpu.extract import clauses, names, phrases, words
from lianpu.extract.document import Outline
from lianpu.extract.owner import Owner

if TYPE_CHECKING:
    from lianpu.extract.context import Context

_KINDS = "|".join(map(re.escape, words.longest_first("track_kinds")))
_WORDS = "|".join(map(re.escape, words.longest_first("track_words")))
_SECTORS = "|".join(map(re.escape, words.longest_first("sector_heads")))
_NUMBER = re.compile(rf"(?:^|[、.．）)—\-\s])(?:{_KINDS})*(?:{_WORDS}|(?:{_SECTORS})(?=[之（(一二三四五六七八九十0-9]))")
_CHAPTER = re.compile(rf"[^，。；：]{{0,4}}?(?:{_KINDS})*(?:产业)?赛道(?:布局|建设|培育|发展|行动|打造|任务)*")
_NONE = re.compile(rf"(?:{_KINDS})*(?:产业)?(?:{_WORDS})?")
_IN_BRACKETS = re.compile(rf"(?:{_KINDS})?(?:{_WORDS}|行业|产业)（([^（）]{{2,16}})）")

PLUS = re.compile(r"^[“‘]?(?:AI|人工智能)[”’]?\s*\+\s*[”’]?")
"""What is put in front of a sector that takes up a technique."""
_PUT_TO = re.compile(r"(?:AI|人工智能)[”’]?\s*\+")
_TAKES_UP = re.compile(
    r"^“?(?:AI|人工智能)”?(?:赋能|驱动|助力|引领|支撑|融合)(?:的)?|^“(?:AI|人工智能)\+(?P<inner>[^“”]{2,16})”(?:\S{2,12})?$"
)
"""A sector behind what a technique does for it (AI赋能甲), or with it in quotes and more behind them (“AI+甲”焕新)."""
_END = re.compile(rf"(?:产业|创新|发展)?(?:(?:{_WORDS})|高地|标杆|集群|链群|示范区|先行区)$")
_MADE = re.compile(
    r"(?:高质量|创新|集群|集聚|融合|加快|协同|健康)?(?:发展|提升|升级|建设|培育|攻坚|突破|壮大|做大|做强|做优|做大做强|做强做优|提质增效|提质扩量"
    r"|研发|应用|创新应用|示范应用)$"
)
_ECOLOGY = re.compile(r"[\u4e00-\u9fffA-Za-z]{2,6}生态")
"""A track that is no more than what it is to grow into (甲乙生态)."""


def numbered(number: str) -> bool:
    """Whether a heading's number says that a sector follows (“方向/赛道一：”, “（一）特色赛道1：”)."""
    return _NUMBER.search(number) is not None


def chapter(title: str) -> bool:
    """Whether a title heads nothing but tracks (“特色赛道”, “布局重点赛道”), so that each heading right below it opens one."""
    return _CHAPTER.fullmatch(title.strip("—-。：: ")) is not None


def bracketed(title: str) -> str:
    """What a title gives in the bracket behind the word for a track (“特色赛道（甲）”), or “”."""
    match = _IN_BRACKETS.fullmatch(title)
    return match.group(1) if match is not None else ""


def opens(outline: Outline, section: int) -> bool:
    """Whether a section is one track of a plan, by its own number or as a numbered part of a chapter of tracks."""
    found = outline.sections[section]
    return numbered(found.number) or bool(found.number) and chapter(outline.sections[found.parent].title)


def beneath(ctx: Context, title: str) -> Owner | None:
    """The sector of a heading right below a chapter of tracks whose own number does not say that it is one."""
    body = _END.sub("", phrases.VERBS.sub("", title))
    work = phrases.about_work(body) or _ECOLOGY.fullmatch(body) or clauses.tokens(body, clauses.Span(0, len(body)))
    return None if work else sector(ctx, title)


def sector(ctx: Context, title: str) -> Owner | None:
    """The sector of a track: its title without what the track adds to it (“AI+”, brackets, what is to become of it)."""
    title = title.split("，")[0]
    body = phrases.VERBS.sub("", title[1:-1] if re.fullmatch(r"（[^（）]+）", title) else re.sub(r"（[^（）]*）$", "", title))
    applied = _TAKES_UP.match(body) or PLUS.match(body)
    if applied is not None:
        body = applied.groupdict().get("inner") or body[applied.end() :]
    body = _MADE.sub("", _END.sub("", body.strip("“”")))
    body = re.sub(r"(?<=产业)(?:链|集群)?[及与和].*$", "", body)
    found = names.topic(body)
    whole = found is not None and found[0] == body or _ECOLOGY.fullmatch(body) is not None
    if not whole or _NONE.fullmatch(body) or names.adjectival(body) or re.search(r"[、；：“+]", body):
        return None
    if (applied is not None or _PUT_TO.search(title)) and words.ending(body, "no_fields", leave=0):
        return None
    if body in words.mapping("field_names"):
        return Owner("Industry", words.mapping("field_names")[body][0])
    called = not body.endswith("产业") and ctx.says(body + "产业")
    return Owner("Industry", body + "产业" if called else body)
