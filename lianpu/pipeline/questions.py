"""What is asked: a named question, or a text with its language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal, TextIO, cast, get_args

import msgspec

from lianpu.errors import QueryError
from lianpu.graph.stores.protocol import Entity, Rows, Store
from lianpu.messages import Language
from lianpu.queries import named
from lianpu.queries.defaults import filled

Dialect = Literal["sparql", "cypher"]
_DIALECTS: dict[str, Dialect] = {".rq": "sparql", ".sparql": "sparql", ".cypher": "cypher", ".cql": "cypher"}


class Question(msgspec.Struct, frozen=True):
    """A question: the name of a named one, or a text of its own."""

    name: str | None
    text: str | None
    dialect: Dialect
    place: str | None = None
    """The file that the text is from."""


def question(
    asked: str | None, text: str | None, dialect: str | None, stream: TextIO | None = None, spoken: Dialect = "sparql"
) -> Question:
    """What the arguments of ``lianpu query`` mean: a name, a file, ``-`` with a stream, or a text.

    :param spoken: the dialect where neither the argument nor a file's suffix says one.
    :raises QueryError: a file cannot be read.
    :raises UnknownNameError: neither a file nor a named question; carries near names.
    """
    language = cast("Dialect", dialect or spoken)
    if stream is not None:
        return Question(None, stream.read(), language)
    if text is not None:
        return Question(None, text, language)
    path = Path(asked or "")
    if path.suffix in _DIALECTS or "/" in str(path):
        language = cast("Dialect", dialect) if dialect else _DIALECTS.get(path.suffix, spoken)
        return Question(None, _read(path), language, str(path))
    return Question(named.load(str(path)).name, None, language)


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except OSError as error:
        raise QueryError("cannot_read", place=str(path), reason=error.strerror) from error
    except UnicodeDecodeError as error:
        raise QueryError("not_utf8", place=str(path)) from error


Find = Callable[[str], Entity]
"""Gives the id of the one thing that a name or id means; an unknown name is an error."""


def answer(store: Store, question: Question, params: Mapping[str, named.Given], find: Find, limit: int | None = None) -> Rows:
    """What a store that speaks the question's dialect says.

    :raises QueryError: an unknown parameter, or the engine refuses.
    """
    if question.name is not None:
        return named.run(store, question.name, _identified(question.name, params, find), question.dialect)
    try:
        return named.run_text(store, question.text or "", params, limit)
    except QueryError as error:
        raise QueryError(error.said, place=question.place or error.place) from error


def parameters(
    store: Store, dialect: Dialect, question: Question, params: Mapping[str, named.Given], find: Find
) -> dict[str, named.Given]:
    """All parameters with which a named question gives rows in a store; those given, if it is a text of one's own.

    :param dialect: that of the store.
    :raises QueryError: an unknown parameter.
    """
    if question.name is None:
        return dict(params)
    return filled(store, question.name, _identified(question.name, params, find), dialect)


def _identified(name: str, params: Mapping[str, named.Given], find: Find) -> dict[str, named.Given]:
    """Parameters with the ids of the entities that they name; those that are ids already stay."""
    kinds = {parameter.name: parameter.type for parameter in named.load(name).parameters}
    named_by_people = {key for key, value in params.items() if kinds.get(key) == "entity" and not isinstance(value, Entity)}
    return {key: find(str(value)) if key in named_by_people else value for key, value in params.items()}


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
