"""Words of the reports in Chinese and English; records and JSON keep the English keys."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal

import msgspec
import yaml

Language = Literal["zh", "en"]


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
        text = value if group is None or not isinstance(value, str) else "、".join(words[group][v] for v in value.split(",") if v)
        out[words["column"][key]] = text
    return out


_GROUPS = {"state": "state", "also": "state", "table": "heading", "position": "position"}
"""Columns whose values are words of a group."""
