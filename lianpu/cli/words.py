"""The texts of ``words.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import msgspec


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Texts of the terminal reports."""

    sentence: str
    aliases: str
    documents: str
    target: str
    indicator: str
    relation: str
    status: str
    other: str
    metric: str
    value: str
    year: str
    no_path: str
    origins: Mapping[str, str]
    steps: tuple[str, ...]


@cache
def words() -> Words:
    """The texts."""
    return msgspec.yaml.decode(files("lianpu.cli").joinpath("words.yaml").read_bytes(), type=Words)
