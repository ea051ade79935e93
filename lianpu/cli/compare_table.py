"""Two regions side by side for the terminal: one table for each kind of finding."""

from __future__ import annotations

from lianpu.cli.printing import console, table
from lianpu.messages import Language
from lianpu.papers.compare_report import compare_notes, compare_sheets
from lianpu.papers.words import words
from lianpu.queries.compare import Comparison


def comparison_table(found: Comparison, language: Language = "zh") -> None:
    """Print a comparison, what is unknown first."""
    out = console()
    for note in compare_notes(found, language):
        out.print(note, markup=False)
    for sheet in compare_sheets(found, language):
        title = words(language)("table_count", heading=sheet.name, count=len(sheet.rows))
        out.print(table(sheet.columns, sheet.rows, title))
