"""Figures that a text states."""

from __future__ import annotations

import msgspec

from lianpu.model import Op


class Value(msgspec.Struct, frozen=True, gc=False):
    """One figure with ``text[start:end]`` as evidence and the owner that the sentence names before the metric, or "".

    ``value`` counts ``unit`` as written; ``value_max`` is the upper end of a range; ``achieved`` tells an indicator.
    ``owner_start`` and ``owner_end`` span the subject, or are -1; ``classed`` tells that it is a sector of a size class.
    """

    metric: str
    value: float
    unit: str
    op: Op
    year: int | None
    value_max: float | None
    achieved: bool
    start: int
    end: int
    owner_start: int = -1
    owner_end: int = -1
    subject: str = ""
    classed: bool = False


class Figure(msgspec.Struct, frozen=True, gc=False):
    """A value in paragraph ``paragraph``; ``cell`` is the column it stands in, or -1 outside tables.

    ``bare`` tells of a cell that is nothing but the number, ``project`` of a row of a project list.
    """

    paragraph: int
    value: Value
    cell: int = -1
    bare: bool = False
    project: bool = False
