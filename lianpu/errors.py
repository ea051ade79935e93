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

An error carries a message of the catalogue (:mod:`lianpu.messages`), so that it can be worded in either language where it is
shown; ``str(error)`` is Chinese. Messages name the file and, where there is one, the line: ``plan.txt:12: …``.
"""

from __future__ import annotations

from collections.abc import Sequence

from lianpu.messages import Language, Message, message


class LianpuError(Exception):
    """Root of all errors that lianpu raises on purpose."""

    def __init__(self, said: str | Message, *, place: str | None = None, **fields: object) -> None:
        """:param said: key of a message whose fields follow, or the message itself."""
        self.said = message(said, **fields) if isinstance(said, str) else said
        self.place = place
        super().__init__(self.said.key)

    @property
    def message(self) -> str:
        """The message in Chinese, without its place."""
        return self.said.text()

    @property
    def whole(self) -> Message:
        """The message with its place in front."""
        return message("located", place=self.place, message=self.said) if self.place else self.said

    def text(self, language: Language = "zh") -> str:
        """What people are told, with the place."""
        return self.whole.text(language)

    def __str__(self) -> str:
        return self.text()


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

    def __init__(self, said: str | Message, *, near: Sequence[str] = (), place: str | None = None, **fields: object) -> None:
        self.near = tuple(near)
        super().__init__(said, place=place, **fields)
        if self.near:
            self.said = message("near", message=self.said, names=self.near)


class ServerError(LianpuError):
    """A graph server refused the connection, the password or the query."""
