"""Texts as files may hold them."""

from __future__ import annotations

import re

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """The text without characters that XML refuses."""
    return _ILLEGAL.sub("", text)
