"""A table that is being read: its mapping, its columns and rows, and what its cells hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lianpu.errors import InputError
from lianpu.extract.cleaning import Cleaner
from lianpu.extract.mapping import TableMapping
from lianpu.extract.sheets import Row
from lianpu.model import EntityLine, EntityType
from lianpu.ontology import schema


@dataclass(frozen=True, slots=True)
class Shared:
    """Names that several things bear, told apart by keys, and the classes of what the columns of ``names`` name."""

    twins: frozenset[str]
    classes: Mapping[str, EntityType]


@dataclass(slots=True)
class Table:
    """A table being read: its mapping, the index of each column in use, its rows, and entity lines by name in order of first
    place. ``shared`` is what names mean in all tables of the mapping.
    """

    mapping: TableMapping
    file: str
    text: str
    columns: Mapping[str, int]
    rows: Sequence[Row]
    shared: Shared
    cleaners: Mapping[str, Cleaner]
    kinds: Mapping[str, EntityType]
    names: dict[str, EntityLine] = field(default_factory=dict)

    def cell(self, row: Row, column: str) -> str:
        """The text of a row in the column of that role."""
        return row.cells[self.columns[column]]

    def values(self, row: Row, column: str) -> Sequence[str]:
        """What a cell names."""
        cell = self.cell(row, column)
        mark = self.mapping.split.get(column)
        parts = [part.strip() for part in (cell.split(mark) if mark else [cell]) if part.strip()]
        cleaner = self.cleaners.get(column)
        if cleaner is not None:
            parts = [name for part in parts for name in cleaner.things(part)]
        return [self.distinct(row, column, part) for part in parts]

    def distinct(self, row: Row, column: str, name: str) -> str:
        """The name, with its key or class where another thing bears it."""
        if column in self.mapping.keys and name in self.shared.twins:
            return f"{name}（{self.key(row, column)}）"
        kind = self.kinds.get(column)
        other = self.shared.classes.get(name, kind)
        return name if kind is None or other == kind else f"{name}（{schema().classes[kind].label.zh}）"

    def key(self, row: Row, column: str) -> str:
        """The digits that tell apart what has the same name."""
        return digits(self.cell(row, self.mapping.keys[column]))

    def place(self, row: Row) -> str:
        """File and line of a row, for errors."""
        return f"{self.file}:{row.number}"

    def shown(self, row: Row, share: float | None) -> str:
        """The row for reports, with the share in words and the date of the data."""
        rule = self.mapping.share
        weight = self.columns["weight"] if rule else -1
        said = " | ".join(cell for index, cell in enumerate(row.cells) if index != weight)
        notes = [self.mapping.date and f"数据截至{self.mapping.date}"]
        if rule is not None:
            said += f" | 占比{share:.1%}" if share is not None else " | 占比未载明"
            notes.insert(0, rule.note if share is not None else "")
        told = "；".join(filter(None, notes))
        return f"{said}（{told}）" if told else said


def digits(cell: str) -> str:
    """The digits of a cell, which tell apart what has the same name."""
    return "".join(filter(str.isdigit, cell))


def columns(mapping: TableMapping, header: Row, place: str) -> Mapping[str, int]:
    """Index of each column in use, by its role and, for columns of aliases, by its title."""
    titles = {title.lstrip("\ufeff"): index for index, title in enumerate(header.cells)}
    wanted = {**mapping.columns, **{title: title for group in mapping.aliases.values() for title in group}}
    missing = [title for title in wanted.values() if title not in titles]
    if missing:
        raise InputError("column_missing", place=f"{place}:{header.number}", column=missing[0], columns=titles)
    return {role: titles[title] for role, title in wanted.items()}
