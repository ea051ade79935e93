"""A sheet of plain values, before it is an Excel file or anything else."""

from __future__ import annotations

import msgspec

Value = str | int | float | None


class Sheet(msgspec.Struct, frozen=True):
    """A table with the name of its tab."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
