"""Help set in lines as wide as a terminal shows them: a Chinese character takes two columns, and lines may break beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from gettext import gettext

import click
from rich.cells import cell_len

from lianpu.cli.language import language_of
from lianpu.messages import catalogue

_COLUMN = 30
"""Widest first column of a list."""
_SPACE = 2
_PIECE = re.compile(
    r"""\s+
    |[（《“]*(?:[^\s\u2e80-\u9fff\uff00-\uffef“”（《]+|[\u2e80-\u9fff\uff00-\uffef])[，。；：、！？）》”]*
    |\S""",
    re.VERBOSE,
)
"""What stays on one line: a word or a character, with the marks that open in front of it and close behind it."""


class Formatter(click.HelpFormatter):
    """click's, with headings in the language of the command line."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The usage line, without a space behind a wide colon."""
        usage = gettext("Usage:")
        super().write_usage(prog, args, prefix or (usage if cell_len(usage) > len(usage) else f"{usage} "))

    def write_heading(self, heading: str) -> None:
        """A heading with the language's colon."""
        text = catalogue("cli", language_of())["heading"].format(name=heading)
        self.write(f"{'':>{self.current_indent}}{text}\n")

    def write_text(self, text: str) -> None:
        """Paragraphs; one that begins with a line of ``\\b`` stays as it is."""
        indent = " " * self.current_indent
        paragraphs = []
        for paragraph in text.strip("\n").split("\n\n"):
            head, _, rest = paragraph.partition("\n")
            lines = rest.splitlines() if head == "\b" else wrap(paragraph, self.width - self.current_indent)
            paragraphs.append("".join(f"{indent}{line}\n" for line in lines))
        self.write("\n".join(paragraphs))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = _COLUMN, col_spacing: int = _SPACE) -> None:
        """Terms and what they mean, in two columns."""
        pairs = list(rows)
        first = min(max(cell_len(term) for term, _ in pairs), col_max) + col_spacing
        margin = " " * (self.current_indent + first)
        for term, meaning in pairs:
            lines = wrap(meaning, max(self.width - first - 2, 10))
            beside = cell_len(term) <= first - col_spacing
            start = f"{'':>{self.current_indent}}{term}"
            if lines and beside:
                start += " " * (first - cell_len(term)) + lines.pop(0)
            self.write("\n".join([start, *(margin + line for line in lines)]) + "\n")


def wrap(text: str, width: int) -> list[str]:
    """A paragraph in lines of so many columns.

    >>> wrap("读入文件（或目录），建成 graph。", 12)
    ['读入文件', '（或目录），', '建成 graph。']
    """
    lines = [""]
    for piece in _pieces(text):
        if lines[-1] and cell_len(lines[-1] + piece.rstrip()) > width:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        if lines[-1] or not piece.isspace():
            lines[-1] += piece
    return [line for line in (line.rstrip() for line in lines) if line]


def _pieces(text: str) -> Iterator[str]:
    for found in _PIECE.finditer(" ".join(line.strip() for line in text.splitlines())):
        yield found[0]
