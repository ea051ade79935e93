"""What GraphML and GEXF share: entities, figures and what joins them, as flat rows with Chinese labels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal
from xml.sax.saxutils import escape

import msgspec

from lianpu.graph.export.rdf import NOT_IN_XML
from lianpu.graph.records import Graph
from lianpu.graph.stores.property_graph import Property, PropertyGraph, Row, property_graph
from lianpu.ontology.schema import ENTITY, RELATION, Column, schema

Kind = Literal["string", "long", "double"]
_KINDS: Mapping[Column, Kind] = {"string": "string", "strings": "string", "integer": "long", "double": "double"}
_BETWEEN = "；"
"""Between the items of a list: neither form can hold one."""
_FIGURES = ("Target", "Indicator")


class Attribute(msgspec.Struct, frozen=True):
    """A typed attribute of all nodes or all edges."""

    name: str
    kind: Kind


class Drawn(msgspec.Struct, frozen=True):
    """A node or an edge. ``label`` is for people, ``values`` are (attribute number, text) pairs."""

    ends: tuple[str, ...]
    """The id of a node; source and target of an edge."""
    label: str
    kind: str
    """Class of a node, relationship type of an edge."""
    values: tuple[tuple[int, str], ...]


class Picture(msgspec.Struct, frozen=True):
    """A graph ready to be written."""

    node_attributes: tuple[Attribute, ...]
    edge_attributes: tuple[Attribute, ...]
    nodes: tuple[Drawn, ...]
    edges: tuple[Drawn, ...]


def picture(graph: Graph) -> Picture:
    """Entities, targets and indicators with all relations between them, of every origin. Claims and documents are no nodes
    here: their sentences and ids are attributes of the edges.
    """
    data = property_graph(graph)
    columns = schema().columns
    node_columns: dict[str, Column] = {"class": "string", **columns[ENTITY], **columns["Target"]}
    edge_columns: dict[str, Column] = {"relation": "string", **columns[RELATION]}
    return Picture(
        tuple(Attribute(name, _KINDS[kind]) for name, kind in node_columns.items()),
        tuple(Attribute(name, _KINDS[kind]) for name, kind in edge_columns.items()),
        tuple(_nodes(data, list(node_columns))),
        tuple(_edges(data, list(edge_columns))),
    )


def _nodes(data: PropertyGraph, columns: list[str]) -> Iterator[Drawn]:
    for label in (*schema().entities, *_FIGURES):
        for row in data.nodes[label]:
            name = _figure(row) if label in _FIGURES else _text(row["name"])
            yield Drawn((_text(row["id"]),), name, label, _values(row | {"class": label}, columns))


def _figure(row: Row) -> str:
    """``产值>=1500亿元（2025）``."""
    value, upper = row["value"], row["valueMax"]
    number = f"{value:g}" if upper is None else f"{value:g}–{upper:g}"
    year = "" if row["year"] is None else f"（{row['year']}）"
    return f"{row['metric']}{row['op']}{number}{row['unit']}{year}"


def _edges(data: PropertyGraph, columns: list[str]) -> Iterator[Drawn]:
    vocabulary = schema()
    labels = {predicate.relation: predicate.label.zh for predicate in vocabulary.predicates.values()}
    labels |= {one.relation: one.label.zh for one in vocabulary.attributes.values() if one.relation is not None}
    for (kind, _, _), rows in sorted(data.edges.items()):
        for row in rows:
            ends = (_text(row["s"]), _text(row["o"]))
            yield Drawn(ends, labels[kind], kind, _values(row | {"relation": kind}, columns))


def _values(row: Row, columns: list[str]) -> tuple[tuple[int, str], ...]:
    given = ((number, row.get(name)) for number, name in enumerate(columns))
    return tuple((number, _text(value)) for number, value in given if value is not None and value != "" and value != [])


def _text(value: Property) -> str:
    return _BETWEEN.join(value) if isinstance(value, list) else str(value)


def xml(text: str) -> str:
    """Text between tags or in an attribute with double quotes; what XML cannot hold becomes U+FFFD."""
    safe = escape(NOT_IN_XML.sub("\ufffd", text), {'"': "&quot;"})
    return safe.replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;")
