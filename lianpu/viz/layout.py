"""Places for nodes: columns from left to right, rows ordered so that few lines cross. The same input gives the same places.

Nothing is simulated: a column's rows are as high as their labels, so labels cannot overlap, and a picture drawn twice is the
same picture.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from lianpu.viz.records import Edge, Node
from lianpu.viz.style import style

COLUMN_GAP = 70
"""Pixels between the labels of neighbouring columns, for the lines."""
LEAST_WIDTH = 96
"""Of a column, so that its heading has room."""
CHARACTER = 14
ROW_HEIGHT = 74
LINE_HEIGHT = 17
"""Pixels of one more line of a label; a Han character is about as wide as a line is high."""
MAX_ROWS = 14
"""A longer column is laid out as several beside each other."""
_SWEEPS = 12


class Place(msgspec.Struct, frozen=True):
    """Centre of a node, in pixels; y grows downward."""

    x: float
    y: float


class Layout(msgspec.Struct, frozen=True):
    """Where every node is, and the x of the middle of every column."""

    places: Mapping[str, Place]
    columns: Mapping[int, float]
    top: float


def wrap(text: str, width: int) -> str:
    """The text in lines of about equal length of at most ``width`` Han characters (two Latin letters count as one).

    >>> wrap("山东金帝精密机械科技有限公司", 8)
    '山东金帝精密机\\n械科技有限公司'
    """
    total = sum(map(_width, text))
    lines = max(1, -(-total // (2 * width)))
    limit = -(-total // lines)
    out, used = [""], 0
    for char in text:
        if used + _width(char) > limit + 1 and out[-1]:
            out.append("")
            used = 0
        out[-1] += char
        used += _width(char)
    return "\n".join(out)


def _width(char: str) -> int:
    return 1 if char.isascii() else 2


def layout(nodes: Sequence[Node], edges: Iterable[Edge]) -> Layout:
    """Places for the nodes, by their columns."""
    columns = _split(_ordered(nodes, edges))
    by_id = {node.id: node for node in nodes}
    height_of = {node.id: _height(node) for node in nodes}
    places: dict[str, Place] = {}
    middles: dict[int, list[float]] = defaultdict(list)
    edge = 0.0
    for column, ids in columns:
        width = max(LEAST_WIDTH, *(_label_width(by_id[i]) for i in ids))
        x = edge + width / 2
        edge += width + COLUMN_GAP
        middles[column].append(x)
        heights = [height_of[i] for i in ids]
        y = -sum(heights) / 2
        for identifier, height in zip(ids, heights, strict=True):
            places[identifier] = Place(x, round(y + height / 2, 1))
            y += height
    top = min((place.y for place in places.values()), default=0.0) - ROW_HEIGHT
    return Layout(places, {column: sum(xs) / len(xs) for column, xs in middles.items()}, top)


def label(node: Node) -> str:
    """What stands in or under a node: its name in lines, and its note."""
    return wrap(node.label, style().of(node.kind, node.state).wrap) + (f"\n{node.note}" if node.note else "")


def _label_width(node: Node) -> float:
    return CHARACTER * max(sum(map(_width, line)) for line in label(node).split("\n")) / 2


def _height(node: Node) -> float:
    lines = label(node).split("\n")
    tall = LINE_HEIGHT * (len(lines) - 1)
    if style().of(node.kind, node.state).round:
        tall = max(tall, LINE_HEIGHT * (max(map(len, lines)) - 2))
    return ROW_HEIGHT + tall


def _ordered(nodes: Sequence[Node], edges: Iterable[Edge]) -> list[tuple[int, list[str]]]:
    """Columns with their nodes in the order that a few barycentre sweeps find; ties keep the order given."""
    columns: dict[int, list[str]] = defaultdict(list)
    for node in nodes:
        columns[node.column].append(node.id)
    near: dict[str, list[str]] = defaultdict(list)
    home = {node.id: node.column for node in nodes}
    for edge in edges:
        if edge.source in home and edge.target in home and home[edge.source] != home[edge.target]:
            near[edge.source].append(edge.target)
            near[edge.target].append(edge.source)
    keys = sorted(columns)
    for sweep in range(_SWEEPS):
        for key in keys if sweep % 2 == 0 else reversed(keys):
            rank = {i: (row + 0.5) / len(ids) for ids in columns.values() for row, i in enumerate(ids)}
            columns[key].sort(key=lambda i: sum(rank[n] for n in near[i]) / len(near[i]) if near[i] else rank[i])
    return [(key, columns[key]) for key in keys]


def _split(columns: Iterable[tuple[int, list[str]]]) -> list[tuple[int, list[str]]]:
    """Columns longer than :data:`MAX_ROWS` dealt over several, so that neighbours stay on about the same height."""
    out: list[tuple[int, list[str]]] = []
    for key, ids in columns:
        parts = -(-len(ids) // MAX_ROWS)
        out += [(key, ids[part::parts]) for part in range(parts)]
    return out
