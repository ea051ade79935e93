"""Every error lianpu raises on purpose.

    LianpuError
    ├── InputError          a document, table or mapping cannot be used
    │   ├── UnreadableError     the bytes are no text, or no format we read
    │   └── TooLargeError       the file is over --max-size
    ├── SchemaError         a schema, chain or lexicon file is malformed
    ├── GraphError          a graph directory is missing, broken or cannot be written
    ├── QueryError          a query is malformed, unknown or over its limits
    ├── UnknownNameError    a region, chain or entity name is not known; carries near names
    └── ServerError         a graph server refused or vanished

Messages name the file and, where there is one, the line: ``plan.txt:12: …``.
"""

from __future__ import annotations

from collections.abc import Sequence


class LianpuError(Exception):
    """Root of all errors that lianpu raises on purpose."""

    def __init__(self, message: str, *, place: str | None = None) -> None:
        self.message = message
        self.place = place
        super().__init__(f"{place}: {message}" if place else message)


class InputError(LianpuError):
    """A document, table or mapping cannot be used."""


class UnreadableError(InputError):
    """The bytes are no text in a known encoding, or no format that lianpu reads."""


class TooLargeError(InputError):
    """The file is larger than the limit."""


class SchemaError(LianpuError):
    """A schema, chain or lexicon file is malformed."""


class GraphError(LianpuError):
    """A graph directory is missing, broken or cannot be written."""


class QueryError(LianpuError):
    """A query is malformed, unknown or over its limits."""


class UnknownNameError(LianpuError):
    """A name is not known; ``near`` lists names that look like it."""

    def __init__(self, message: str, *, near: Sequence[str] = (), place: str | None = None) -> None:
        self.near = tuple(near)
        hint = f"（相近名称：{'、'.join(self.near)}）" if self.near else ""
        super().__init__(message + hint, place=place)


class ServerError(LianpuError):
    """A graph server refused the connection, the password or the query."""
