"""What every store can: answer a question with parameters bound as values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol, runtime_checkable

import msgspec

from lianpu.frames import Table

Cell = str | int | float | bool | None | tuple["Cell", ...]
"""A value in a row: entities as their ids, lists as tuples."""


class Entity(str):
    """A parameter that is an entity id (``region/济宁市``): SPARQL stores bind its IRI, Cypher stores the id itself."""

    __slots__ = ()


Value = str | int | float | bool | Entity
"""A parameter."""


Progress = Callable[[int, int, str], None]
"""Called by what takes long with what is done, of how much, and what is being done."""


class Rows(Table, msgspec.Struct, frozen=True):
    """An answer. Rows are in the order that the engine gives."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def cells(self) -> tuple[Sequence[str], Iterable[Sequence[object]]]:
        """Columns and rows, as they are."""
        return self.columns, self.rows


class Store(Protocol):
    """A store that answers questions in its language."""

    def query(self, text: str, params: Mapping[str, Value] | None = None, *, limit: int | None = None) -> Rows:
        """Ask; parameters are bound, never pasted.

        :param limit: rows after which the engine is left; a CONSTRUCT, whose triples are sorted, is read to its end.
        :raises QueryError: the text is malformed, a parameter is missing, or the engine refuses.
        """
        ...


@runtime_checkable
class Shared(Protocol):
    """A store that may hold other graphs beside the one that is asked."""

    def query_own(self, text: str, params: Mapping[str, Value] | None = None, *, limit: int | None = None) -> Rows:
        """Ask this graph alone.

        :raises QueryError: as :meth:`Store.query`.
        """
        ...


def ask_own(store: Store, text: str, params: Mapping[str, Value], limit: int | None = None) -> Rows:
    """Ask the graph that the store stands for, whatever else it holds.

    :raises QueryError: as :meth:`Store.query`.
    """
    ask = store.query_own if isinstance(store, Shared) else store.query
    return ask(text, params, limit=limit)
