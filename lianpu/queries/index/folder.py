"""The folder of an index: arrays, texts and lines of records, each a file that is mapped into memory."""

from __future__ import annotations

import mmap
import os
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec
import numpy as np
from numpy.typing import NDArray

from lianpu.graph.swap import put

MARK = "made.json"
"""Written last: an index that has it is whole."""

Array = NDArray[Any]
Line = TypeVar("Line")


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """What an index was made with and of, and the words that its arrays have numbers for, in the order of the numbers."""

    fingerprint: str
    sizes: dict[str, int]
    """Bytes of the files that it is about."""
    predicates: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


class Writer:
    """Puts the files of an index into a new folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()

    def array(self, name: str, values: Array) -> None:
        """An array."""
        with (self.folder / f"{name}.npy").open("wb") as file:
            np.save(file, np.ascontiguousarray(values), allow_pickle=False)
            file.flush()
            os.fsync(file.fileno())

    def text(self, name: str, text: str) -> None:
        """A text."""
        put(self.folder / f"{name}.txt", text.encode("utf-8", "surrogatepass"))

    def lines(self, name: str, rows: Sequence[object]) -> None:
        """Values as JSON Lines, with their places."""
        data = msgspec.json.Encoder().encode_lines(rows)
        put(self.folder / f"{name}.jsonl", data)
        self.array(f"{name}.at", starts(data))

    def mark(self, made: Made) -> None:
        """Say that everything is there."""
        put(self.folder / MARK, msgspec.json.encode(made))


class Reader:
    """Reads the files of an index."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def array(self, name: str) -> Array:
        """An array, mapped: only what is looked at is read."""
        found: Array = np.load(self.folder / f"{name}.npy", mmap_mode="r", allow_pickle=False).view(np.ndarray)
        return found

    def items(self, name: str) -> memoryview:
        """The same to be looked at one by one, or searched by :mod:`bisect`, which is quicker than in an array."""
        return self.array(name).data

    def text(self, name: str) -> str:
        """A text."""
        return (self.folder / f"{name}.txt").read_bytes().decode("utf-8", "surrogatepass")

    def lines(self, name: str, kind: type[Line], kept: int) -> Lines[Line]:
        """Values of JSON Lines by number."""
        return Lines(self.folder / f"{name}.jsonl", self.array(f"{name}.at"), kind, kept)


def starts(data: bytes) -> Array:
    """Where each line of JSON Lines starts, and where the last one ends."""
    return np.concatenate(([0], np.flatnonzero(np.frombuffer(data, np.uint8) == ord("\n")) + 1)).astype(np.uint64)


class Lines(Sequence[Line], Generic[Line]):
    """Values of a file of JSON Lines by number; those asked for last are kept.

    :param at: see :func:`starts`.
    :param kept: how many are kept; 0 for none.
    """

    def __init__(self, path: Path, at: Array, kind: type[Line], kept: int) -> None:
        with path.open("rb") as file:
            # What is empty cannot be mapped.
            self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if path.stat().st_size else b""
        self._at: Callable[[int], int] = at.item
        self._count = len(at) - 1
        self._decoder = msgspec.json.Decoder(kind)
        self.of: Callable[[int], Line] = lru_cache(kept)(self._read) if kept else self._read
        """The value of a number; ``[…]`` without the checks."""

    def _read(self, number: int) -> Line:
        return self._decoder.decode(self._data[self._at(number) : self._at(number + 1)])

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, number: Any) -> Any:
        if not 0 <= number < self._count:
            raise IndexError(number)
        return self.of(number)

    def __iter__(self) -> Iterator[Line]:
        return map(self._read, range(self._count))
