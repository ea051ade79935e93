"""Sectors by the lists that they stand in: “甲、乙等细分产业”, “以丙、丁为主导产业”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lianpu.extract.owner import sector_key

_LISTED = re.compile(
    r"([^，。；：\n]{4,120})等(?:(?!企业|公司|集团)[^，。；、]){0,6}(?:行业|产业|赛道|产业链)(?!(?:龙头|骨干|头部|领军|链主|知名|重点)+企业)"
)
_MAIN = re.compile(r"(?:主导|首位|支柱|优势|特色|[大个条])产业")
_SUMMED = re.compile(
    r"(?:[^、]{0,8}(?:以|围绕|形成了?|拥有|即))?([^、]{2,10}(?:、[^、]{2,10})+?)(?:(?:为|[0-9一二两三四五六七八九十]+(?:大|个))(?:主导|首位|支柱|优势|特色)产业|[0-9一二两三四五六七八九十]+[大个条](?:重点|先进)?产业(?![园区基])(?:链|集群)?)"
)
_RUN = re.compile(r"[^，。；：\n]{5,}")
_BEHIND = 9
"""Characters that may stand behind a list up to the end of 行业."""


def items(text: str) -> frozenset[str]:
    """Keys of the sectors that a text lists as such (“甲、乙等产业”) or counts up as main ones (“丙、丁两大主导产业”)."""
    out: set[str] = set()
    for match in _listings(text):
        listed = re.split(r"、|和|以及", match.group(1))
        out.update(sector_key(re.sub(r"^.*?(?:发展|聚焦|布局|培育|围绕|打造|壮大|推动|突出)", "", item)) for item in listed)
    for match in _summed(text):
        out.update(sector_key(item) for item in re.split(r"、|和|以及", match.group(1)))
    return frozenset(k for k in out if 2 <= len(k) <= 12)


def _summed(text: str) -> Iterator[re.Match[str]]:
    """Lists of all main sectors of a place (“甲、乙、丙为主导产业”, “甲、乙、丙三大支柱产业”)."""
    for run in _RUN.finditer(text) if _MAIN.search(text) else ():
        body = run.group()
        if "、" in body and (match := _SUMMED.match(body)) is not None:
            yield match


def _listings(text: str) -> Iterator[re.Match[str]]:
    """All that :data:`_LISTED` matches, sought only in runs that have 等."""
    last = 0
    for run in _RUN.finditer(text):
        for match in _LISTED.finditer(text, max(run.start(), last), run.end() + _BEHIND) if "等" in run.group() else ():
            if match.start() < run.end():
                last = match.end()
                yield match
