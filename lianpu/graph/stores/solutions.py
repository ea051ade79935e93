"""Answers of SPARQL as rows: the same values from an embedded store as from what a server sends."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

import pyoxigraph as ox

from lianpu.graph.stores.protocol import Cell, Rows
from lianpu.ids import BASE

_XSD = "http://www.w3.org/2001/XMLSchema#"
_INTEGERS = frozenset(_XSD + name for name in ("integer", "int", "long", "nonNegativeInteger"))
_FLOATS = frozenset(_XSD + name for name in ("double", "float", "decimal"))


def rows(answer: ox.QuerySolutions | ox.QueryBoolean, base: str = BASE, limit: int | None = None) -> Rows:
    """The solutions of SELECT in the order of the engine, the first so many if limited, or one column ``answer`` of ASK."""
    if isinstance(answer, ox.QueryBoolean):
        return Rows(("answer",), ((bool(answer),),))
    columns = tuple(variable.value for variable in answer.variables)
    return Rows(columns, tuple(tuple(cell(solution[name], base) for name in columns) for solution in islice(answer, limit)))


def triples(answer: Iterable[ox.Triple | ox.Quad], base: str = BASE) -> Rows:
    """The triples of CONSTRUCT, sorted, as columns ``s``, ``p``, ``o``."""
    found = {(cell(t.subject, base), cell(t.predicate, base), cell(t.object, base)) for t in answer}
    return Rows(("s", "p", "o"), tuple(sorted(found, key=lambda row: tuple(map(str, row)))))


def cell(term: object, base: str = BASE) -> Cell:
    """A term as a value: an entity as its id, a number as a number."""
    if term is None:
        return None
    if isinstance(term, ox.Literal):
        return _value(term)
    value = term.value if isinstance(term, ox.NamedNode) else str(term)
    return value.removeprefix(base)


def _value(literal: ox.Literal) -> Cell:
    kind = literal.datatype.value
    if kind in _INTEGERS:
        return int(literal.value)
    if kind in _FLOATS:
        return float(literal.value)
    if kind == _XSD + "boolean":
        return literal.value in ("true", "1")
    return literal.value
