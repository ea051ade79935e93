"""Who a statement may be about."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from lianpu.model import EntityType

_QUOTES = re.compile(r"[“”‘’\s]")
_KIND = re.compile(r"(?:产业集群|产业链条|产业链|全产业链|产业|行业|集群|链)$")


class Owner(msgspec.Struct, frozen=True, gc=False):
    """Who a statement is about: a class and a name."""

    type: EntityType
    name: str


@lru_cache(maxsize=1 << 15)
def unquoted(name: str) -> str:
    """A name without quotes and blanks."""
    return _QUOTES.sub("", name)


@lru_cache(maxsize=1 << 15)
def sector_key(name: str) -> str:
    """What two spellings of one sector share: the name without 产业, 产业链, 产业集群, 行业, 业 forms and quotes.

    >>> sector_key("轴承及保持器产业") == sector_key("轴承及保持器")
    True
    """
    name = unquoted(name).replace("高档", "高端")
    return _KIND.sub("", name) or name
