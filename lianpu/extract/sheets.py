"""Files of tables to rows: CSV, TSV and workbooks, each row with its place in the decoded text."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lianpu.errors import InputError, TooLargeError
from lianpu.extract import read as files
from lianpu.extract.mapping import TableMapping


@dataclass(frozen=True, slots=True)
class Row:
    """A record and where it stands: ``text[start:end]``, first line ``number`` counted from 1."""

    number: int
    start: int
    end: int
    cells: Sequence[str]

    @property
    def section(self) -> str:
        """How the row is called in evidence."""
        return f"行 {self.number}"


def rows(file: Path, mapping: TableMapping, max_size: int) -> tuple[str, Iterator[Row]]:
    """The decoded text of a table and its rows, the header first.

    :raises InputError: it cannot be read as the mapping says; the message names file and line.
    """
    return _workbook(file, mapping, max_size) if file.suffix.lower() == ".xlsx" else _delimited(file, mapping, max_size)


def _delimited(file: Path, mapping: TableMapping, max_size: int) -> tuple[str, Iterator[Row]]:
    if mapping.encoding is None:
        text = files.read(file, max_size=max_size).text
    else:
        text = _decoded(file, mapping.encoding, max_size)
    delimiter = mapping.delimiter or ("," if file.suffix.lower() == ".csv" else "\t")
    return text, (_quoted(text, delimiter, str(file)) if mapping.quoting == "minimal" else _plain(text, delimiter))


def _decoded(file: Path, encoding: str, max_size: int) -> str:
    try:
        if file.stat().st_size > max_size:
            raise TooLargeError("too_large", place=str(file), size=file.stat().st_size, limit=max_size)
        return file.read_text(encoding=encoding)
    except OSError as error:
        raise InputError("unreadable", place=str(file), reason=error.strerror) from error
    except LookupError as error:
        raise InputError("no_encoding", place=str(file), encoding=encoding) from error
    except UnicodeError as error:
        raise InputError("not_in_encoding", place=str(file), encoding=encoding) from error


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each line, without its line break."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield start, end
        start = end + 1


def _plain(text: str, delimiter: str) -> Iterator[Row]:
    for number, (start, end) in enumerate(_spans(text), 1):
        line = text[start:end]
        if line.strip():
            yield Row(number, start, end, [cell.strip() for cell in line.split(delimiter)])


def _quoted(text: str, delimiter: str, place: str) -> Iterator[Row]:
    """Records whose fields may stand in double quotes and then hold delimiters and line breaks."""
    spans = list(_spans(text))
    reader = csv.reader((text[start:end] + "\n" for start, end in spans), delimiter=delimiter, strict=True)
    first = 0
    try:
        for cells in reader:
            start, end = spans[first][0], spans[reader.line_num - 1][1]
            if any(cell.strip() for cell in cells):
                yield Row(first + 1, start, end, [cell.strip() for cell in cells])
            first = reader.line_num
    except csv.Error as error:
        raise InputError("bad_quotes", place=f"{place}:{first + 1}", reason=error) from error


def _workbook(file: Path, mapping: TableMapping, max_size: int) -> tuple[str, Iterator[Row]]:
    from zipfile import BadZipFile

    import openpyxl

    try:
        if file.stat().st_size > max_size:
            raise TooLargeError("too_large", place=str(file), size=file.stat().st_size, limit=max_size)
        book = openpyxl.load_workbook(file, read_only=True, data_only=True)
    except OSError as error:
        raise InputError("unreadable", place=str(file), reason=error.strerror) from error
    except (BadZipFile, KeyError, ValueError) as error:
        raise InputError("not_workbook", place=str(file), reason=error) from error
    if mapping.sheet is not None and mapping.sheet not in book.sheetnames:
        raise InputError("no_sheet", place=str(file), sheet=mapping.sheet, sheets=book.sheetnames)
    sheet = book[mapping.sheet or book.sheetnames[0]]
    lines = ["\t".join(_cell(value) for value in values) for values in sheet.iter_rows(values_only=True)]
    book.close()
    text = "\n".join(lines) + "\n"
    return text, _plain(text, "\t")


def _cell(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split()) if value is not None else ""
