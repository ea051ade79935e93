"""Schemas of the property-graph stores: tables for ladybug, constraints and indexes for Neo4j."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lianpu.ontology.generators.turtle import NOTE
from lianpu.ontology.schema import ENTITY, RELATION, Column, Schema

_TYPES: Mapping[Column, str] = {"string": "STRING", "strings": "STRING[]", "integer": "INT64", "double": "DOUBLE"}

_INDEXED = ("name", "code", "document", "subject", "object")
"""Columns that questions look up."""


def ladybug(schema: Schema) -> str:
    """``ladybug.cypher``: a node table for each class and a relationship table for each relation with all its pairs."""
    nodes = (_node(name, columns) for name, columns in _tables(schema))
    columns = _columns(schema.columns[RELATION])
    relations = (
        f"CREATE REL TABLE {name}(\n    {_wrapped(f'FROM {s} TO {o}' for s, o in pairs)},\n    {columns}\n);\n"
        for name, pairs in relations_of(schema)
    )
    return f"// {NOTE}\n\n" + "\n".join([*nodes, *relations])


def neo4j(schema: Schema) -> str:
    """``neo4j.cypher``: ids are unique in a class of a graph; ids, names, codes and the ends of claims are indexed. One
    statement a line. Claims are found by what they are about, not by their ids.
    """
    lines = []
    for name, columns in _tables(schema):
        prefix = f"lianpu_{name.lower()}"
        lines.append(f"CREATE CONSTRAINT {prefix} IF NOT EXISTS FOR (n:{name}) REQUIRE (n.graph, n.id) IS UNIQUE;")
        indexed = [column for column in columns if column in _INDEXED and (column != "code" or name == "Region")]
        for column in indexed if name == "Claim" else ["id", *indexed]:
            lines.append(f"CREATE INDEX {prefix}_{column} IF NOT EXISTS FOR (n:{name}) ON (n.{column});")
    return f"// {NOTE}\n\n" + "\n".join(lines) + "\n"


def relations_of(schema: Schema) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """Relationship types with their pairs of classes."""
    for predicate in schema.predicates.values():
        yield predicate.relation, tuple((s, o) for s in predicate.domain for o in predicate.range)
    for attribute in schema.attributes.values():
        # In Cypher a figure hangs on its entity; in RDF it points to it.
        if attribute.relation is not None:
            yield attribute.relation, tuple((s, o) for s in schema.expand(attribute.range or ()) for o in attribute.domain)


def _tables(schema: Schema) -> Iterator[tuple[str, Mapping[str, Column]]]:
    for name in schema.stored:
        yield name, schema.columns[ENTITY if name in schema.entities else name]


def _node(name: str, columns: Mapping[str, Column]) -> str:
    return f"CREATE NODE TABLE {name}(\n    id STRING, {_columns(columns)},\n    PRIMARY KEY (id)\n);\n"


def _columns(columns: Mapping[str, Column]) -> str:
    return ", ".join(f"{name} {_TYPES[kind]}" for name, kind in columns.items())


def _wrapped(pairs: Iterable[str]) -> str:
    return ",\n    ".join(pairs)
