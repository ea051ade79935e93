"""Words of the reports in Chinese and English; records and JSON keep the English keys."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import msgspec
import yaml

from lianpu.messages import Language


@cache
def labels(language: Language = "zh") -> Mapping[str, Mapping[str, str]]:
    """Labels by group (``state``, ``heading``, ``tier``, …) and key."""
    text = (files("lianpu.queries") / "labels.yaml").read_text(encoding="utf-8")
    groups = msgspec.convert(yaml.safe_load(text), dict[str, dict[str, dict[Language, str]]])
    chosen = {group: MappingProxyType({key: words[language] for key, words in keys.items()}) for group, keys in groups.items()}
    return MappingProxyType(chosen)


def translated(row: Mapping[str, str | int | float | None], language: Language = "zh") -> dict[str, str | int | float | None]:
    """A flat row of :meth:`GapReport.rows` with column names and state, table and position words in the language."""
    words = labels(language)
    out: dict[str, str | int | float | None] = {}
    for key, value in row.items():
        group = _GROUPS.get(key)
        text = value
        if isinstance(value, str):
            if group is not None:
                text = "、".join(words[group][v] for v in value.split(",") if v)
            elif key == "candidates":
                text = "；".join(_tiered(one, words["tier"]) for one in value.split("；"))
        out[words["column"][key]] = text
    return out


def _tiered(candidate: str, tiers: Mapping[str, str]) -> str:
    """A candidate of a flat row (``B 某企业（某地）``) with what its tier is called in front (乙类 某企业（某地）)."""
    tier, _, firm = candidate.partition(" ")
    return f"{re.split('[：:]', tiers[tier])[0]} {firm}" if tier in tiers else candidate


_GROUPS = {"state": "state", "also": "state", "table": "heading", "position": "position"}
"""Columns whose values are words of a group."""
