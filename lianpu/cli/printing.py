"""Rows as a table, CSV or JSON."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Collection, Iterable, Mapping, Sequence

import click
import msgspec
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from lianpu.cli.shell import say

WIDE = 160
"""Columns of a table that is not printed to a terminal."""


def console() -> Console:
    """Where tables go: as wide as the terminal, and wide enough for sentences where there is none."""
    return Console(file=sys.stdout, width=None if sys.stdout.isatty() else WIDE, highlight=False, emoji=False)


def table(columns: Sequence[str], rows: Iterable[Sequence[object]], title: str = "", ends: Collection[int] = ()) -> Table:
    """A table whose cells are folded, never cut.

    :param ends: numbers of rows that end a part of the table.
    """
    grid = Table(title=title or None, title_justify="left", title_style="bold", box=SIMPLE_HEAD, padding=(0, 1, 0, 0))
    cells = [[text(value, say("comma")) for value in row] for row in rows]
    for index, column in enumerate(columns):
        longest = max((len(row[index]) for row in cells), default=0)
        # A long cell may be folded anywhere, a short one must not be: Chinese has no spaces to fold at.
        grid.add_column(column, overflow="fold", no_wrap=longest <= 8, ratio=None)
    for number, row in enumerate(cells):
        grid.add_row(*(escape(value) for value in row), end_section=number in ends)
    return grid


def escape(value: str) -> str:
    """Text that rich takes literally."""
    from rich.markup import escape as literally

    return literally(value)


def text(value: object, comma: str = "、") -> str:
    """A cell; lists with the comma between their parts."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:g}" if abs(value) < 1e6 else f"{value:.0f}"
    if isinstance(value, list | tuple):
        return comma.join(text(one, comma) for one in value)
    return str(value)


def listing(form: str, columns: Sequence[str], rows: Sequence[Sequence[object]], titles: Sequence[str] = ()) -> None:
    """Print rows in the form asked for. ``titles`` head the columns of a table, ``columns`` those of CSV and JSON."""
    if form == "json":
        as_json([dict(zip(columns, row, strict=True)) for row in rows])
    elif form == "csv":
        as_csv(columns, rows)
    elif form == "md":
        as_markdown(titles or columns, rows)
    elif rows:
        console().print(table(titles or columns, rows))
    else:
        click.echo(say("nothing"))


def as_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Rows as CSV with a header line."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([text(value) for value in row] for row in rows)
    click.echo(out.getvalue(), nl=False)


def as_markdown(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Rows as a table of Markdown; bars and line breaks of a cell are written so that the cell stays one."""
    for row in (columns, ["---"] * len(columns), *rows):
        cells = (text(value, say("comma")).replace("\\", "\\\\").replace("|", "\\|").replace("\n", "<br>") for value in row)
        click.echo("| " + " | ".join(cells) + " |")


def as_json(value: object) -> None:
    """Any record as indented JSON."""
    click.echo(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())


def flat(rows: Iterable[Mapping[str, object]], columns: Sequence[str]) -> list[list[object]]:
    """Rows of mappings in the order of the columns."""
    return [[row[column] for column in columns] for row in rows]
