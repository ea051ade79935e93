"""Tables to lines: each row is the evidence of what its mapping says that a row states.

Offsets count in the decoded text of the table (of a workbook: its rows, cells joined by tabs). The header is 行 1.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from lianpu.errors import InputError, TooLargeError
from lianpu.extract import read as files
from lianpu.extract.mapping import ClaimRule, TableMapping, load
from lianpu.model import EntityLine, EntityType, FactLine, Line

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


@dataclass(frozen=True, slots=True)
class _Row:
    """A record and where it stands: ``text[start:end]``, first line ``number`` counted from 1."""

    number: int
    start: int
    end: int
    cells: Sequence[str]

    @property
    def section(self) -> str:
        """How the row is called in evidence."""
        return f"行 {self.number}"


@dataclass(slots=True)
class _Table:
    """A table being read: its mapping, the index of each column in use, and entity lines by name in order of first place."""

    mapping: TableMapping
    file: str
    text: str
    columns: Mapping[str, int]
    names: dict[str, EntityLine] = field(default_factory=dict)

    def cell(self, row: _Row, column: str) -> str:
        return row.cells[self.columns[column]]

    def values(self, row: _Row, column: str) -> list[str]:
        """What a cell lists."""
        mark = self.mapping.split.get(column)
        cell = self.cell(row, column)
        return [part.strip() for part in (cell.split(mark) if mark else [cell]) if part.strip()]

    def place(self, row: _Row) -> str:
        return f"{self.file}:{row.number}"

    def shown(self, row: _Row) -> str:
        """The row for reports, with the date of the data."""
        return " | ".join(row.cells) + (f"（数据：{self.mapping.date}）" if self.mapping.date else "")


def read(path: Path, *, max_size: int = files.MAX_SIZE) -> TableLines:
    """The table that a mapping names, as entity lines and then fact lines.

    :param path: the mapping, see :mod:`lianpu.extract.mapping`.
    :param max_size: bytes of the table.
    :raises InputError: mapping or table cannot be used: unreadable, a column missing, a row with too few or too many cells,
        a weight that is no number, a name of two classes; the message names file and line.
    """
    mapping = load(path)
    file = path.parent / mapping.file
    text, rows = _workbook(file, mapping, max_size) if file.suffix.lower() == ".xlsx" else _delimited(file, mapping, max_size)
    header = next(rows, None)
    if header is None:
        raise InputError("表是空的", place=str(file))
    table = _Table(mapping, str(file), text, _columns(mapping, header, str(file)))
    facts: list[FactLine] = []
    left_out: list[int] = []
    count = 0
    for row in rows:
        if len(row.cells) != len(header.cells):
            raise InputError(f"应有 {len(header.cells)} 列，实有 {len(row.cells)} 列", place=table.place(row))
        count += 1
        said = _said(table, row) if _heavy(table, row) else []
        if _clear(table, row, said):
            facts.extend(_fact(table, row, *one) for one in said)
        else:
            left_out.append(row.number)
    lines: tuple[Line, ...] = (*table.names.values(), *facts)
    return TableLines(name=mapping.name, file=file.name, text=text, lines=lines, rows=count, left_out=tuple(left_out))


# -- rows ---------------------------------------------------------------------------------------------------------------


def _delimited(file: Path, mapping: TableMapping, max_size: int) -> tuple[str, Iterator[_Row]]:
    if mapping.encoding is None:
        text = files.read(file, max_size=max_size).text
    else:
        text = _decoded(file, mapping.encoding, max_size)
    delimiter = mapping.delimiter or ("," if file.suffix.lower() == ".csv" else "\t")
    return text, (_quoted(text, delimiter, str(file)) if mapping.quoting == "minimal" else _plain(text, delimiter))


def _decoded(file: Path, encoding: str, max_size: int) -> str:
    try:
        if file.stat().st_size > max_size:
            raise TooLargeError(f"{file.stat().st_size:,} 字节，超过上限 {max_size:,}", place=str(file))
        return file.read_text(encoding=encoding)
    except OSError as error:
        raise InputError(f"无法读取：{error.strerror}", place=str(file)) from error
    except LookupError as error:
        raise InputError(f"没有编码“{encoding}”", place=str(file)) from error
    except UnicodeError as error:
        raise InputError(f"内容不是 {encoding}", place=str(file)) from error


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each line, without its line break."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield start, end
        start = end + 1


def _plain(text: str, delimiter: str) -> Iterator[_Row]:
    for number, (start, end) in enumerate(_spans(text), 1):
        line = text[start:end]
        if line.strip():
            yield _Row(number, start, end, [cell.strip() for cell in line.split(delimiter)])


def _quoted(text: str, delimiter: str, place: str) -> Iterator[_Row]:
    """Records whose fields may stand in double quotes and then hold delimiters and line breaks."""
    spans = list(_spans(text))
    reader = csv.reader((text[start:end] + "\n" for start, end in spans), delimiter=delimiter, strict=True)
    first = 0
    try:
        for cells in reader:
            start, end = spans[first][0], spans[reader.line_num - 1][1]
            if any(cell.strip() for cell in cells):
                yield _Row(first + 1, start, end, [cell.strip() for cell in cells])
            first = reader.line_num
    except csv.Error as error:
        raise InputError(f"引号不成对或格式有误：{error}", place=f"{place}:{first + 1}") from error


def _workbook(file: Path, mapping: TableMapping, max_size: int) -> tuple[str, Iterator[_Row]]:
    from zipfile import BadZipFile

    import openpyxl

    try:
        if file.stat().st_size > max_size:
            raise TooLargeError(f"{file.stat().st_size:,} 字节，超过上限 {max_size:,}", place=str(file))
        book = openpyxl.load_workbook(file, read_only=True, data_only=True)
    except OSError as error:
        raise InputError(f"无法读取：{error.strerror}", place=str(file)) from error
    except (BadZipFile, KeyError, ValueError) as error:
        raise InputError(f"不是有效的工作簿：{error}", place=str(file)) from error
    if mapping.sheet is not None and mapping.sheet not in book.sheetnames:
        raise InputError(f"没有工作表“{mapping.sheet}”，有 {'、'.join(book.sheetnames)}", place=str(file))
    sheet = book[mapping.sheet or book.sheetnames[0]]
    lines = ["\t".join(_cell(value) for value in values) for values in sheet.iter_rows(values_only=True)]
    book.close()
    text = "\n".join(lines) + "\n"
    return text, _plain(text, "\t")


def _cell(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split()) if value is not None else ""


# -- claims -------------------------------------------------------------------------------------------------------------


def _columns(mapping: TableMapping, header: _Row, place: str) -> Mapping[str, int]:
    """Index of each column in use, by its role and, for columns of aliases, by its title."""
    titles = {title.lstrip("\ufeff"): index for index, title in enumerate(header.cells)}
    wanted = {**mapping.columns, **{title: title for group in mapping.aliases.values() for title in group}}
    missing = [title for title in wanted.values() if title not in titles]
    if missing:
        raise InputError(f"没有列“{missing[0]}”，有 {'、'.join(titles)}", place=f"{place}:{header.number}")
    return {role: titles[title] for role, title in wanted.items()}


def _said(table: _Table, row: _Row) -> list[tuple[ClaimRule, str, str]]:
    """What a row says, by the claims of the mapping whose columns are filled."""
    return [
        (rule, subject, object_)
        for rule in table.mapping.claims
        if all(table.cell(row, column) == value for column, value in rule.when.items())
        for subject in table.values(row, rule.s)
        for object_ in table.values(row, rule.o)
        if subject != object_
    ]


def _clear(table: _Table, row: _Row, said: Sequence[tuple[ClaimRule, str, str]]) -> bool:
    """Whether every name of the row has one class in the whole table so far; if so, the names are kept.

    :raises InputError: it has two, and the mapping does not say that such rows are left out.
    """
    kinds: dict[str, tuple[EntityType, str]] = {}
    for rule, *ends in said:
        for column, name in zip((rule.s, rule.o), ends, strict=True):
            kind = table.mapping.type_of(column)
            assert kind is not None, "checked when the mapping was loaded"
            known = table.names[name].type if name in table.names else kinds.setdefault(name, (kind, column))[0]
            if known != kind and table.mapping.homonyms == "skip":
                return False
            if known != kind:
                raise InputError(f"“{name}”既是 {known} 又是 {kind}（homonyms: skip 略去这样的行）", place=table.place(row))
            kinds.setdefault(name, (kind, column))
    for name, (kind, column) in kinds.items():
        _name(table, row, name, kind, column)
    return True


def _name(table: _Table, row: _Row, name: str, kind: EntityType, column: str) -> None:
    cells = (table.cell(row, title) for title in table.mapping.aliases.get(column, ()))
    aliases = tuple(dict.fromkeys(cell for cell in cells if cell and cell != name))
    known = table.names.get(name)
    if known is None:
        table.names[name] = EntityLine(
            type=kind,
            name=name,
            aliases=aliases,
            quote=table.text[row.start : row.end],
            text=table.shown(row),
            start=row.start,
            end=row.end,
            section=row.section,
            rule=RULE,
        )
    elif not set(aliases) <= set(known.aliases):
        table.names[name] = msgspec.structs.replace(known, aliases=tuple(dict.fromkeys((*known.aliases, *aliases))))


def _fact(table: _Table, row: _Row, rule: ClaimRule, subject: str, object_: str) -> FactLine:
    return FactLine(
        s=subject,
        p=rule.p,
        o=object_,
        status=rule.status,
        position=rule.position,
        quote=table.text[row.start : row.end],
        text=table.shown(row),
        start=row.start,
        end=row.end,
        section=row.section,
        rule=RULE,
    )


def _heavy(table: _Table, row: _Row) -> bool:
    """Whether the row has the weight that the mapping asks for; a row without one has.

    :raises InputError: the weight is no number.
    """
    cell = table.cell(row, "weight") if "weight" in table.columns else ""
    if not cell:
        return True
    try:
        weight = float(cell.rstrip("%")) / (100 if cell.endswith("%") else 1)
    except ValueError:
        weight = math.nan
    if not math.isfinite(weight):
        raise InputError(f"“{cell}”不是数", place=table.place(row))
    return table.mapping.minimum is None or weight >= table.mapping.minimum
