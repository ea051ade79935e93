"""What is asked: a named question, or a text with its language."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, TextIO, cast, get_args

import msgspec

from lianpu.errors import QueryError
from lianpu.messages import Language
from lianpu.queries import named

Dialect = Literal["sparql", "cypher"]
_DIALECTS: dict[str, Dialect] = {".rq": "sparql", ".sparql": "sparql", ".cypher": "cypher", ".cql": "cypher"}


class Question(msgspec.Struct, frozen=True):
    """A question: the name of a named one, or a text of its own."""

    name: str | None
    text: str | None
    dialect: Dialect
    place: str | None = None
    """The file that the text is from."""


def question(asked: str | None, text: str | None, dialect: str | None, stream: TextIO | None = None) -> Question:
    """What the arguments of ``lianpu query`` mean: a name, a file, ``-`` with a stream, or a text.

    :raises QueryError: a file cannot be read.
    :raises UnknownNameError: neither a file nor a named question; carries near names.
    """
    language = cast("Dialect", dialect or "sparql")
    if stream is not None:
        return Question(None, stream.read(), language)
    if text is not None:
        return Question(None, text, language)
    path = Path(asked or "")
    if path.suffix in _DIALECTS or "/" in str(path):
        spoken = cast("Dialect", dialect) if dialect else _DIALECTS.get(path.suffix, "sparql")
        return Question(None, _read(path), spoken, str(path))
    return Question(named.load(str(path)).name, None, language)


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except OSError as error:
        raise QueryError("cannot_read", place=str(path), reason=error.strerror) from error
    except UnicodeDecodeError as error:
        raise QueryError("not_utf8", place=str(path)) from error


def questions(language: Language = "zh") -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The named questions as columns and rows, topic by topic."""
    topics = get_args(named.Topic)
    rows: list[tuple[str, ...]] = [
        (
            query.topic,
            query.name,
            query.title if language == "zh" else query.title_en,
            " ".join(f"{p.name}={p.default}" for p in query.parameters),
            ", ".join(query.columns),
        )
        for query in sorted(named.catalogue(), key=lambda query: topics.index(query.topic))
    ]
    return ("topic", "name", "title", "parameters", "columns"), rows
