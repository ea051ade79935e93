"""Rows as data frames of polars and pandas, where those are installed (``pip install 'lianpu[frames]'``)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from lianpu.errors import LianpuError

if TYPE_CHECKING:
    import pandas
    import polars


class Table:
    """What has columns and rows, and becomes a data frame."""

    __slots__ = ()

    def cells(self) -> tuple[Sequence[str], Iterable[Sequence[object]]]:
        """Names of the columns, and rows with a cell for each."""
        raise NotImplementedError

    def polars(self) -> polars.DataFrame:
        """As a polars data frame: an empty cell is null, a list a list; a column of several kinds becomes text.

        :raises LianpuError: polars is not installed.
        """
        names, columns = self._columns()
        frame: polars.DataFrame = _library("polars").DataFrame(columns, schema=list(names), strict=False)
        return frame

    def pandas(self) -> pandas.DataFrame:
        """As a pandas data frame: an empty cell is ``None`` or, among numbers, NaN; a list is a list.

        :raises LianpuError: pandas is not installed.
        """
        names, columns = self._columns()
        return _library("pandas").DataFrame(columns, columns=list(names))

    def _columns(self) -> tuple[Sequence[str], dict[str, list[object]]]:
        names, rows = self.cells()
        listed = [[_cell(value) for value in row] for row in rows]
        return names, {name: [row[place] for row in listed] for place, name in enumerate(names)}


def _cell(value: object) -> object:
    return [_cell(item) for item in value] if isinstance(value, tuple) else value


def _library(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise LianpuError("not_installed", name=name) from error
