"""How a chain stands in a region beyond how many links it has: its longest unbroken part, and links that hang on one firm."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from lianpu.ontology.chains import Link
from lianpu.queries.records import GapRow


def single_points(rows: Iterable[GapRow]) -> tuple[str, ...]:
    """Covered links of the coverage figure behind which documents name one firm only."""
    return tuple(row.name for row in rows if row.counted and len(_firms(row)) == 1)


def longest_run(links: Mapping[str, Link], rows: Sequence[GapRow]) -> tuple[str, ...]:
    """The longest way through covered links of which each feeds the next, as the reference chain has it."""
    there = {row.link for row in rows if row.link and _firms(row) and not row.generic}
    runs: dict[str, tuple[str, ...]] = {}

    def run(name: str) -> tuple[str, ...]:
        if name not in runs:
            onward = [run(target) for chain, target in links[name].feeds if chain == links[name].chain and target in there]
            runs[name] = (name, *max(onward, key=lambda way: (len(way), way), default=()))
        return runs[name]

    return max((run(name) for name in sorted(there & links.keys())), key=lambda way: (len(way), way), default=())


def _firms(row: GapRow) -> frozenset[str]:
    """Firms that documents name for a link."""
    return frozenset(cover.firm.id for cover in row.covers if cover.basis != "table")
