"""An audit for the terminal: one table for each kind of finding."""

from __future__ import annotations

from lianpu.cli.printing import console, table
from lianpu.messages import Language
from lianpu.papers.audit_report import audit_notes, audit_sheets
from lianpu.papers.words import words
from lianpu.queries.audit import Audit


def audit_table(found: Audit, language: Language = "zh") -> None:
    """Print an audit, counts first."""
    out, texts = console(), words(language)
    for note in audit_notes(found, language):
        out.print(note, markup=False)
    for sheet in audit_sheets(found, language, brief=True):
        out.print(table(sheet.columns, sheet.rows, texts("table_count", heading=sheet.name, count=len(sheet.rows))))
    if found.unplaced:
        out.print(texts("audit_unplaced", count=found.unplaced), markup=False)
