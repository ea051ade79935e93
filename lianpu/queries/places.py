"""How far a firm is, by administrative region: the officer asks for the same city before the same province."""

from __future__ import annotations

from collections.abc import Iterable

from lianpu.ontology.regions import RegionTable
from lianpu.queries.records import Distance

_CITY, _PROVINCE = 4, 2
"""Digits of a region code that name the prefecture and the province."""
_ORDER: tuple[Distance, ...] = ("local", "city", "province", "other", "unknown")


def distance(regions: RegionTable, region: str, codes: Iterable[str]) -> Distance:
    """The nearest of a firm's regions seen from ``region``; ``unknown`` when no document places the firm."""
    found = {_between(regions, region, code) for code in codes} or {"unknown"}
    return min(found, key=lambda d: _ORDER.index(d))


def _between(regions: RegionTable, region: str, code: str) -> Distance:
    if regions.contains(region, code):
        return "local"
    if _known(code, _CITY) and code[:_CITY] == region[:_CITY]:
        return "city"
    if code[:_PROVINCE] == region[:_PROVINCE]:
        return "province"
    return "other"


def _known(code: str, digits: int) -> bool:
    """Whether a code goes down to the level of these digits (370000 names a province, no city)."""
    return len(code) >= digits and code[_PROVINCE:digits] != "00"
