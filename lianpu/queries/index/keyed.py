"""Records by id: sorted digests of the ids, and the number of the record of each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import Generic, Protocol, TypeVar

import numpy as np

from lianpu.queries.index.folder import Lines, Reader, Writer


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


Record = TypeVar("Record", bound=_Identified)


def _key(identifier: str) -> int:
    return int.from_bytes(blake2b(identifier.encode("utf-8", "surrogatepass"), digest_size=8).digest())


def write_keys(writer: Writer, name: str, ids: Sequence[str]) -> None:
    """The numbers of ids, given in the order of the numbers."""
    keys = np.fromiter(map(_key, ids), np.uint64, len(ids))
    order = np.argsort(keys, kind="stable")
    writer.array(f"{name}.key", keys[order])
    writer.array(f"{name}.number", order.astype(np.uint32))


class Keyed(Mapping[str, Record], Generic[Record]):
    """Records by id.

    :param kept: how many that were asked for last are kept.
    """

    def __init__(self, reader: Reader, name: str, records: Lines[Record], kept: int) -> None:
        self._keys = reader.items(f"{name}.key")
        self._number = reader.array(f"{name}.number").item
        self._records = records
        self.found: Callable[[str], tuple[int, Record] | None] = lru_cache(kept)(self._find)
        """Number and record of an id."""

    def _find(self, identifier: str) -> tuple[int, Record] | None:
        key = _key(identifier)
        at = bisect_left(self._keys, key)
        while at < len(self._keys) and self._keys[at] == key:
            number = self._number(at)
            record = self._records.of(number)
            if record.id == identifier:
                return number, record
            at += 1
        return None

    def __getitem__(self, identifier: str) -> Record:
        found = self.found(identifier)
        if found is None:
            raise KeyError(identifier)
        return found[1]

    def __contains__(self, identifier: object) -> bool:
        return isinstance(identifier, str) and self.found(identifier) is not None

    def get(self, identifier: str, default: object = None) -> object:  # type: ignore[override]
        """The record of an id, or something else."""
        found = self.found(identifier)
        return found[1] if found else default

    def __iter__(self) -> Iterator[str]:
        return (record.id for record in self._records)

    def __len__(self) -> int:
        return len(self._keys)
