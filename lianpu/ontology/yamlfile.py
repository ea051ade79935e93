"""YAML files read into records, with every complaint at its file and line."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

from lianpu.errors import SchemaError

T = TypeVar("T")

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The C parser where PyYAML was built with it: ten times faster, same nodes and marks."""


def compose(path: Traversable | Path) -> yaml.MappingNode:
    """The top mapping of a file as nodes that know their lines.

    :raises SchemaError: the file is no YAML, no UTF-8, or no mapping.
    """
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=_LOADER)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        raise SchemaError("bad_yaml", reason=error, place=f"{path.name}:{mark.line + 1 if mark else 1}") from error
    if not isinstance(root, yaml.MappingNode):
        raise SchemaError("not_table", place=f"{path.name}:1")
    return root


def items(node: yaml.Node, file: str) -> Iterator[tuple[str, yaml.Node, int]]:
    """Key, value and line of each entry of a mapping.

    :raises SchemaError: the node is no mapping, or a key stands twice.
    """
    if not isinstance(node, yaml.MappingNode):
        raise SchemaError("not_mapping", place=f"{file}:{line(node)}")
    seen: set[str] = set()
    for key, value in node.value:
        name = str(key.value)
        if name in seen:
            raise SchemaError("key_twice", name=name, place=f"{file}:{line(key)}")
        seen.add(name)
        yield name, value, line(key)


def convert(node: yaml.Node, kind: type[T], file: str, **more: object) -> T:
    """The node as a record of ``kind``, with fields that do not stand in the file given as ``more``.

    :raises SchemaError: a field is missing, unknown or of the wrong kind.
    """
    data = _plain(node, file)
    if not isinstance(data, dict):
        raise SchemaError("not_mapping", place=f"{file}:{line(node)}")
    for name in more:
        if name in data:
            raise SchemaError("unknown_key", name=name, place=f"{file}:{line(node)}")
    try:
        return msgspec.convert(data | more, kind)
    except msgspec.ValidationError as error:
        raise SchemaError("verbatim", text=error, place=f"{file}:{_line_of(node, str(error))}") from error


def line(node: yaml.Node) -> int:
    """The line of a node, from 1."""
    return int(node.start_mark.line) + 1


def _plain(node: yaml.Node, file: str) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {key: _plain(value, file) for key, value, _ in items(node, file)}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, file) for item in node.value]
    return yaml.SafeLoader("").construct_object(node)


def _line_of(root: yaml.Node, message: str) -> int:
    """The line that a msgspec message is about: it ends in a path like ``$.domain[0]`` and may name an unknown field."""
    head, _, path = message.rpartition(" - at `$")
    node = root
    for step in path.rstrip("`").replace("[", ".[").split("."):
        node = _child(node, step) or node
    if "unknown field `" in (head or message):
        node = _child(node, (head or message).split("`")[1], key=True) or node
    return line(node)


def _child(node: yaml.Node, step: str, *, key: bool = False) -> yaml.Node | None:
    if isinstance(node, yaml.SequenceNode) and step[1:-1].isdigit():
        return node.value[int(step[1:-1])]  # type: ignore[no-any-return]
    if isinstance(node, yaml.MappingNode):
        return next((name if key else value for name, value in node.value if name.value == step), None)
    return None
