"""Texts as files may hold them."""

from __future__ import annotations

import json
import re

import msgspec

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """The text without characters that XML refuses."""
    return _ILLEGAL.sub("", text)


def script_safe(value: object) -> str:
    """JSON that cannot end a script element or start a comment, whatever its strings hold."""
    text = json.dumps(msgspec.to_builtins(value), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text
