"""What of a SPARQL question is not read as its words: comments, IRIs and strings, as the grammar has them."""

from __future__ import annotations

UNREAD = r"""\#[^\r\n]*
    |<(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>
    |\"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3}|'{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
    |"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*'"""
"""For patterns with ``re.VERBOSE`` and ``re.DOTALL``."""
