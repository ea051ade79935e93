"""Tables to lines: each row is the evidence of what its mapping says that a row states.

Offsets count in the decoded text of the table (of a workbook: its rows, cells joined by tabs). The header is 行 1.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from lianpu.errors import InputError
from lianpu.extract import read as files
from lianpu.extract import registered, table_rows
from lianpu.extract.cleaning import Cleaner
from lianpu.extract.mapping import ClaimRule, TableMapping, load
from lianpu.extract.sheets import Row, rows
from lianpu.extract.table_rows import Shared, Table
from lianpu.model import REGISTERED_NAME, EntityLine, EntityType, FactLine, Line

RULE = "table"


class TableLines(msgspec.Struct, frozen=True, kw_only=True):
    """A table as lines; ``rows`` counts the rows below the header, whether or not they yield a claim.

    ``left_out`` are the lines of rows that were left out because a name stands for two things (``homonyms: skip``).
    """

    name: str
    file: str
    text: str
    lines: tuple[Line, ...]
    rows: int
    left_out: tuple[int, ...] = ()


def read(path: Path, folder: Path | None = None, *, max_size: int = files.MAX_SIZE) -> tuple[TableLines, ...]:
    """The tables that a mapping names, each as entity lines and then fact lines.

    :param path: the mapping, see :mod:`lianpu.extract.mapping`.
    :param folder: where the tables are, if not beside the mapping.
    :param max_size: bytes of a table.
    :raises InputError: mapping or table cannot be used: unreadable, a column missing, a row with too few or too many cells,
        a weight that is no number, a name of two classes; the message names file and line.
    """
    found = [(mapping, *_rows(mapping, (folder or path.parent) / mapping.file, max_size)) for mapping in load(path)]
    shared = _shared(found)
    return tuple(_lines(Table(*one, shared, _cleaners(one[0]), _kinds(one[0]))) for one in found)


def _kinds(mapping: TableMapping) -> Mapping[str, EntityType]:
    return {column: kind for column in mapping.columns if (kind := mapping.type_of(column)) is not None}


def _cleaners(mapping: TableMapping) -> Mapping[str, Cleaner]:
    return {column: Cleaner(cleaning) for column, cleaning in mapping.clean.items()}


_Read = tuple[TableMapping, str, str, Mapping[str, int], Sequence[Row]]
"""Mapping, file, text, columns and rows of a table."""


def _rows(mapping: TableMapping, file: Path, max_size: int) -> tuple[str, str, Mapping[str, int], Sequence[Row]]:
    text, found = rows(file, mapping, max_size)
    header = next(found, None)
    if header is None:
        raise InputError("empty_table", place=str(file))
    columns = table_rows.columns(mapping, header, str(file))
    every = tuple(found)
    for row in every:
        if len(row.cells) != len(header.cells):
            raise InputError("cells_differ", place=f"{file}:{row.number}", expected=len(header.cells), found=len(row.cells))
    return str(file), text, columns, every


def _shared(tables: Sequence[_Read]) -> Shared:
    keys: dict[str, set[str]] = defaultdict(set)
    classes: dict[str, EntityType] = {}
    for mapping, _, _, columns, every in tables:
        for column in mapping.names:
            kind, place = mapping.type_of(column), columns[column]
            classes |= {row.cells[place]: kind for row in every if kind is not None}
        for column, key in mapping.keys.items():
            for row in every:
                keys[row.cells[columns[column]]].add(table_rows.digits(row.cells[columns[key]]))
    return Shared(frozenset(name for name, found in keys.items() if len(found) > 1), classes)


def _lines(table: Table) -> TableLines:
    facts: list[FactLine] = []
    left_out: list[int] = []
    for row in table.rows:
        weight = _weight(table, row)
        said = [] if _light(table, weight) else _said(table, row)
        named = [(column, name) for column in table.mapping.names for name in table.values(row, column)]
        share = _share(table, weight)
        text = table.shown(row, share)
        if _clear(table, row, said, named, text):
            facts.extend(_fact(table, row, *one, share if one[0].p == "produces" else None, text) for one in said)
            facts.extend(_registered(table, row, said, text))
        else:
            left_out.append(row.number)
    return TableLines(
        name=table.mapping.name,
        file=Path(table.file).name,
        text=table.text,
        lines=(*table.names.values(), *facts),
        rows=len(table.rows),
        left_out=tuple(left_out),
    )


def _said(table: Table, row: Row) -> list[tuple[ClaimRule, str, str]]:
    """What a row says, by the claims of the mapping whose columns are filled."""
    return [
        (rule, subject, object_)
        for rule in table.mapping.claims
        if all(table.cell(row, column) == value for column, value in rule.when.items())
        for subject in table.values(row, rule.s)
        for object_ in table.values(row, rule.o)
        if subject != object_
    ]


def _clear(
    table: Table, row: Row, said: Sequence[tuple[ClaimRule, str, str]], named: Sequence[tuple[str, str]], text: str
) -> bool:
    """Whether every name of the row has one class in the whole table so far; if so, the names are kept.

    :raises InputError: it has two, and the mapping does not say that such rows are left out.
    """
    kinds: dict[str, tuple[EntityType, str]] = {}
    for column, name in (*named, *((c, n) for rule, s, o in said for c, n in ((rule.s, s), (rule.o, o)))):
        kind = table.kinds[column]
        known = table.names[name].type if name in table.names else kinds.setdefault(name, (kind, column))[0]
        if known != kind and table.mapping.homonyms == "skip":
            return False
        if known != kind:
            raise InputError("two_kinds", place=table.place(row), name=name, known=known, kind=kind)
        kinds.setdefault(name, (kind, column))
    for name, (kind, column) in kinds.items():
        _name(table, row, name, kind, _aliases(table, row, name, column), text)
    return True


def _aliases(table: Table, row: Row, name: str, column: str) -> tuple[str, ...]:
    cells = [table.cell(row, title) for title in table.mapping.aliases.get(column, ())]
    if column in table.mapping.keys:
        cells.append(table.cell(row, column))
    return tuple(dict.fromkeys(cell for cell in cells if cell and cell != name))


def _name(table: Table, row: Row, name: str, kind: EntityType, aliases: tuple[str, ...], text: str) -> None:
    known = table.names.get(name)
    if known is None:
        table.names[name] = EntityLine(
            type=kind,
            name=name,
            aliases=aliases,
            quote=table.text[row.start : row.end],
            text=text,
            start=row.start,
            end=row.end,
            section=row.section,
            rule=RULE,
        )
    elif not set(aliases) <= set(known.aliases):
        table.names[name] = msgspec.structs.replace(known, aliases=tuple(dict.fromkeys((*known.aliases, *aliases))))


def _fact(
    table: Table,
    row: Row,
    rule: ClaimRule,
    subject: str,
    object_: str,
    share: float | None,
    text: str,
    how: str = RULE,
) -> FactLine:
    return FactLine(
        s=subject,
        p=rule.p,
        o=object_,
        status=rule.status,
        position=rule.position,
        share=share,
        quote=table.text[row.start : row.end],
        text=text,
        start=row.start,
        end=row.end,
        section=row.section,
        rule=how,
        confidence=rule.confidence,
    )


_LOCATED = ClaimRule(s="", p="locatedIn", o="")


def _registered(table: Table, row: Row, said: Sequence[tuple[ClaimRule, str, str]], text: str) -> Iterator[FactLine]:
    """Where the firms of the row are by their registered names, unless the row itself says where they are."""
    for column, full in table.mapping.registered.items():
        if any(rule.s == column and rule.p == "locatedIn" for rule, _, _ in said):
            continue
        region = registered.place(table.cell(row, full))
        for name in table.values(row, column) if region is not None else ():
            assert region is not None
            _name(table, row, region.name, "Region", (), text)
            yield _fact(table, row, _LOCATED, name, region.name, None, text, REGISTERED_NAME)


def _weight(table: Table, row: Row) -> float | None:
    """The weight of a row, None where it has none.

    :raises InputError: the weight is no number.
    """
    cell = table.cell(row, "weight") if "weight" in table.columns else ""
    if not cell:
        return None
    try:
        weight = float(cell.rstrip("%")) / (100 if cell.endswith("%") else 1)
    except ValueError:
        weight = math.nan
    if not math.isfinite(weight):
        raise InputError("not_number", place=table.place(row), cell=cell)
    return weight


def _light(table: Table, weight: float | None) -> bool:
    """Whether a row has less weight than the mapping asks for; a row without one has not."""
    return weight is not None and table.mapping.minimum is not None and weight < table.mapping.minimum


def _share(table: Table, weight: float | None) -> float | None:
    """The share that a weight states, if it states one."""
    rule = table.mapping.share
    return weight if rule is not None and weight is not None and rule.above < weight <= 1 else None
