"""Named questions: one ``NAME.rq`` and one ``NAME.cypher`` side by side, with the same header and the same rows.

A header line is ``title:``, ``topic:``, ``param:``, ``columns:`` or ``note:``. Parameters are bound as values, never pasted.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Literal, get_args

import msgspec

from lianpu.errors import QueryError, SchemaError, UnknownNameError
from lianpu.graph.stores.protocol import Entity, Rows, Store, Value, ask_own

Dialect = Literal["sparql", "cypher"]
ParameterType = Literal["entity", "string", "integer"]
Topic = Literal["chain", "gap", "firm", "park", "region", "policy", "target", "duty", "similarity", "evidence"]
"""What questions are about, in the order in which they are listed."""
Given = str | int
"""A value as a caller gives it: text of the command line is turned into what the parameter wants."""

SUFFIXES: Mapping[Dialect, str] = {"sparql": ".rq", "cypher": ".cypher"}
_COMMENTS: Mapping[Dialect, str] = {"sparql": "#", "cypher": "//"}
_ONCE = ("title", "topic", "columns")
_PARAM = re.compile(r"(\w+) (\w+) (\S+) (\S.*)")


class Parameter(msgspec.Struct, frozen=True, kw_only=True):
    """A parameter: an ``entity`` is an id such as ``region/济宁市``."""

    name: str
    type: ParameterType
    default: Given
    label: str


class NamedQuery(msgspec.Struct, frozen=True, kw_only=True):
    """A question in both languages; ``texts`` are the files as they are."""

    name: str
    title: str
    title_en: str
    topic: Topic
    note: str
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    texts: Mapping[Dialect, str]


@cache
def catalogue() -> tuple[NamedQuery, ...]:
    """All named questions, by name.

    :raises SchemaError: a file has a bad header or lacks its twin; the message names the file.
    """
    folder = files("lianpu.queries") / "named"
    names = sorted({path.name.partition(".")[0] for path in folder.iterdir() if path.name.endswith(tuple(SUFFIXES.values()))})
    return tuple(_read(folder, name) for name in names)


def load(name: str) -> NamedQuery:
    """The question of this name.

    :raises UnknownNameError: there is none; carries near names.
    """
    known = {query.name: query for query in catalogue()}
    if name not in known:
        raise UnknownNameError("no_query", name=name, near=difflib.get_close_matches(name, known, n=5, cutoff=0.4))
    return known[name]


def run(store: Store, name: str, params: Mapping[str, Given] | None = None, dialect: Dialect = "sparql") -> Rows:
    """Ask a named question of a store that speaks the dialect. Rows are sorted, so that every store gives the same.

    :raises UnknownNameError: no question has this name.
    :raises QueryError: an unknown parameter, a value of the wrong type, or the engine refuses.
    """
    query = load(name)
    defaults = {parameter.name: parameter.default for parameter in query.parameters}
    answer = ask_own(store, query.texts[dialect], bound(query, {**defaults, **(params or {})}))
    if answer.columns != query.columns:
        raise QueryError("columns_differ", expected=query.columns, found=answer.columns, place=name + SUFFIXES[dialect])
    return Rows(columns=answer.columns, rows=tuple(sorted(set(answer.rows), key=_sort_key)))


def run_text(store: Store, text: str, params: Mapping[str, Value] | None = None, limit: int | None = None) -> Rows:
    """Ask a question of one's own, rows in the order that the engine gives.

    :param limit: rows after which the engine is left.
    :raises QueryError: the engine refuses it; with line and column where the engine tells.
    """
    return ask_own(store, text, dict(params or {}), limit)


def _sort_key(row: tuple[object, ...]) -> tuple[tuple[bool, str | float], ...]:
    """No value sorts first, numbers by size, the rest by code point."""
    return tuple(
        (value is not None, float(value) if isinstance(value, int | float) else str(value) if value is not None else "")
        for value in row
    )


def bound(query: NamedQuery, given: Mapping[str, Given]) -> dict[str, Value]:
    """The values of parameters as a store takes them.

    :raises QueryError: an unknown parameter, or a value of the wrong type.
    """
    known = {parameter.name: parameter for parameter in query.parameters}
    unknown = sorted(given.keys() - known.keys())
    if unknown:
        raise QueryError("no_parameter", query=query.name, names=unknown, known=sorted(known))
    return {name: _value(query, known[name], value) for name, value in given.items()}


def _value(query: NamedQuery, parameter: Parameter, value: Given) -> Value:
    if parameter.type == "integer":
        try:
            return int(value)
        except ValueError as error:
            raise QueryError("parameter_no_number", query=query.name, parameter=parameter.name, value=value) from error
    if parameter.type == "entity":
        if "/" not in str(value):
            raise QueryError(
                "parameter_no_id", query=query.name, parameter=parameter.name, example=parameter.default, value=value
            )
        return Entity(str(value))
    return str(value)


# -- reading the files --------------------------------------------------------------------------------------------


def _read(folder: Traversable, name: str) -> NamedQuery:
    texts: dict[Dialect, str] = {}
    headers: dict[Dialect, tuple[str, ...]] = {}
    for dialect in get_args(Dialect):
        path = folder / (name + SUFFIXES[dialect])
        if not path.is_file():
            raise SchemaError("no_file", place=path.name)
        texts[dialect] = path.read_text(encoding="utf-8")
        headers[dialect] = _header(texts[dialect], _COMMENTS[dialect])
    if headers["sparql"] != headers["cypher"]:
        raise SchemaError("headers_differ", place=name + SUFFIXES["sparql"])
    return _query(name, headers["sparql"], texts)


def _header(text: str, mark: str) -> tuple[str, ...]:
    lines = []
    for line in text.splitlines():
        if not line.startswith(mark):
            break
        lines.append(line.removeprefix(mark).strip())
    return tuple(lines)


def _query(name: str, header: tuple[str, ...], texts: Mapping[Dialect, str]) -> NamedQuery:
    fields: dict[str, list[str]] = {"title": [], "topic": [], "param": [], "columns": [], "note": []}
    for number, line in enumerate(header, 1):
        key, _, value = line.partition(":")
        if key not in fields:
            raise SchemaError("header_key", key=key, place=f"{name}.rq:{number}")
        fields[key].append(value.strip())
    if any(len(fields[key]) != 1 for key in _ONCE):
        raise SchemaError("header_wrong", keys=_ONCE, place=f"{name}.rq:1")
    columns = tuple(column.strip() for column in fields["columns"][0].split(","))
    parameters = tuple(_parameter(name, text) for text in fields["param"])
    if shared := sorted({p.name for p in parameters} & set(columns)):
        # $x and ?x are one variable in SPARQL: such a column would only ever show the parameter.
        raise SchemaError("column_is_parameter", names=shared, place=f"{name}.rq:1")
    title, _, title_en = fields["title"][0].partition(" | ")
    return NamedQuery(
        name=name,
        title=title,
        title_en=title_en,
        topic=_topic(name, fields["topic"][0]),
        note=" ".join(fields["note"]),
        parameters=parameters,
        columns=columns,
        texts=texts,
    )


def _topic(name: str, text: str) -> Topic:
    for topic in get_args(Topic):
        if topic == text:
            return topic  # type: ignore[no-any-return]
    raise SchemaError("header_topic", topic=text, place=f"{name}.rq")


def _parameter(name: str, text: str) -> Parameter:
    found = _PARAM.fullmatch(text)
    if found is None or found[2] not in get_args(ParameterType):
        raise SchemaError("parameter_wrong", text=text, place=f"{name}.rq")
    default: Given = int(found[3]) if found[2] == "integer" else found[3]
    return Parameter(name=found[1], type=found[2], default=default, label=found[4])  # type: ignore[arg-type]
