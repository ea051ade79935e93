"""The sector that the clauses before a figure are about: “推动甲产业提质扩量，产量突破…”, “大力发展乙设备，产量…”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lianpu.extract import metric_cues, names, phrases, words
from lianpu.extract.context import Context, Owner, sector_key
from lianpu.extract.quantities import alternation
from lianpu.extract.values import Value

SECTOR = re.compile(
    r"(?P<name>[\u4e00-\u9fffA-Za-z0-9+]{2,12}?(?:产业链|产业集群|产业|服务业|制造业|加工业|工业|农业|旅游业|物流业|金融业|经济))"
    r"(?![园区基化带圈体互软企投增人政和与及、的])"
)
_CHAIN = re.compile(r"(?P<name>[\u4e00-\u9fffA-Za-z0-9+]{2,10}?产业)链(?![主长])(?=.{2})")
_SENTENCE = re.compile(r"[。！？；]")
POINT = re.compile(r"(?:[一二三四五六七八九十]+(?:是|要)(?:要)?|[①-⑳]|[（(]?[0-9一二三四五六七八九十]+[）)、.．])+")
_SHORT = 20
_CLASS = re.compile(r"^.*[十百千万]亿(?:元)?级")
_JOINED = re.compile(r"[一和与及]")
_LONGEST_NAME = 12


@cache
def roles(role: str) -> frozenset[str]:
    """Words of a role of ``bearers.tsv``."""
    return frozenset(words.of_role("bearers", role))


def chained(ctx: Context, text: str) -> Owner | None:
    """The sector whose chain a metric or clause begins with (“X产业链上下游企业”), where it is named elsewhere, too."""
    match = _CHAIN.match(text)
    if match is None or ctx.count(sector_key(match["name"])) < 2:
        return None
    return sector(ctx, match["name"])


def turned(ctx: Context, before: str) -> Owner | None:
    """The sector that the nearest clause before a figure works on (“推动X产业提质扩量，力争产量突破…”)."""
    for clause in reversed(before.split("，")):
        chain = chained(ctx, clause)
        if chain is not None:
            return chain
        body = lead().sub("", clause)
        if len(body) == len(clause):
            continue
        for name in _openings(ctx, body):
            owner = sector(ctx, name)
            if owner is not None:
                return owner
    return None


_OUTPUT = re.compile(r"(?:产量|产值|产能|销量|销售收入|营业收入|营收)$")


_CHANGED = re.compile(r"(?<=..)(?:向|加快|提质|扩量|转型|升级|改造|延伸|高端化|智能化|绿色化).*$")


def grown(before: str, value: Value) -> Owner | None:
    """The goods that the clause before an output is to grow or change (“大力发展甲设备，产量突破…”, “推动乙金属向…延伸，…”)."""
    clause = before.rstrip("，").rpartition("，")[2]
    name = _CHANGED.sub("", clause[phrases.verb_length(clause) :])
    plain = name != clause and 3 <= len(name) <= 10 and phrases.plain(name) and phrases.may_own(name)
    return Owner("Industry", name) if plain and may_be_goods(name) and _OUTPUT.search(value.metric) else None


def may_be_goods(name: str) -> bool:
    """Whether a name may be one of goods by its end, which firms may share."""
    kind, ending = names.form(name)
    return kind in (None, "Industry", "Product") or kind == "Enterprise" and ending in roles("goods")


def headed(ctx: Context, before: str) -> Owner | None:
    """The sector of the last sentence that is only a verb with its object (“大力发展数字经济。”, “二要做好X文章。”)."""
    for sentence in reversed(_SENTENCE.split(before)):
        point = POINT.match(sentence)
        body = sentence[point.end() :] if point else sentence
        rest = lead().sub("", body)
        if len(sentence) > _SHORT or "，" in body or len(rest) == len(body):
            if point:
                return None
            continue
        return next(filter(None, (sector(ctx, name) for name in _openings(ctx, rest, loose=point is not None))), None)
    return None


@cache
def lead() -> re.Pattern[str]:
    """The verbs of work, adverbs and fillers that a clause opens with, in front of what it works on."""
    turns = alternation([*roles("turn"), *metric_cues.cue("do"), *metric_cues.cue("adverb"), *metric_cues.cue("filler")])
    return re.compile(rf"^(?:{turns})++")


@cache
def _change() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternation(list(roles('change')))})(?![圈带区轴])|$")


def _openings(ctx: Context, body: str, *, loose: bool = False) -> Iterator[str]:
    """Sectors that a clause without its verb may begin with, longest first; ``loose``: whatever comes after."""
    match = SECTOR.match(body)
    if match is not None and _change().match(body, match.end()):
        yield match["name"]
    for size in range(min(_LONGEST_NAME, len(body)), 2 if loose else 1, -1):
        if size < len(body) and (loose or _change().match(body, size)) and ctx.known_sector(body[:size]):
            yield body[:size]


def sector(ctx: Context, name: str) -> Owner | None:
    """A sector by its name, unless that is the economy as a whole or names none."""
    name = re.sub(r"(?:产业集群|产业链)$", "产业", _CLASS.sub("", name))
    if ctx.subject is not None and sector_key(name) == sector_key(ctx.subject.name):
        return ctx.subject
    found = names.topic(name)
    if name in roles("broad") or names.adjectival(name) or found is None or found[0] != name or _JOINED.search(name):
        return None
    return Owner("Industry", name) if ctx.known_sector(name) or ctx.is_sector(name) else None
