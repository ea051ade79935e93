"""Numbers in groups: of each group where its numbers start, and the numbers of all groups in one array."""

from __future__ import annotations

import numpy as np

from lianpu.queries.index.folder import Array, Reader, Writer


def write_groups(writer: Writer, name: str, groups: Array, values: Array, many: int) -> None:
    """Values with the group of each; in a group they are sorted.

    :param many: the number of groups.
    """
    order = np.lexsort((values, groups))
    counts = np.bincount(groups.astype(np.int64), minlength=many)
    writer.array(f"{name}.start", np.concatenate(([0], np.cumsum(counts))).astype(np.uint32))
    writer.array(f"{name}.value", values[order].astype(np.uint32))


class Groups:
    """Reads what :func:`write_groups` wrote."""

    def __init__(self, reader: Reader, name: str) -> None:
        self.start = reader.array(f"{name}.start")
        self.value = reader.array(f"{name}.value")
        self._at = self.start.item

    def of(self, group: int) -> Array:
        """The numbers of a group."""
        return self.value[self._at(group) : self._at(group + 1)]

    def of_all(self, groups: Array) -> Array:
        """The numbers of some groups, one after the other."""
        low, high = self.start[groups].astype(np.int64), self.start[groups.astype(np.int64) + 1].astype(np.int64)
        return joined(self.value, low, high)


def joined(values: Array, low: Array, high: Array) -> Array:
    """The parts ``[low, high)`` of an array, one after the other."""
    if len(low) == 1:
        return values[int(low[0]) : int(high[0])]
    counts = high - low
    before = np.cumsum(counts) - counts
    places = np.repeat(low - before, counts) + np.arange(int(counts.sum()))
    return values[places]
