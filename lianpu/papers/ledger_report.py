"""A ledger with its columns and values in words: one sheet, and a paper with one table."""

from __future__ import annotations

from collections.abc import Mapping

from lianpu.messages import Language
from lianpu.ontology import schema
from lianpu.papers.draft import Draft
from lianpu.papers.printed import Printed
from lianpu.papers.words import Words, words
from lianpu.queries.ledger import Ledger
from lianpu.queries.wanted import Value
from lianpu.viz.paper import Line
from lianpu.viz.sheets import Sheet

_BOUNDS = {"=": "op_equal", "~": "op_about", ">=": "op_least", "<=": "op_most", ">": "op_over"}
_WIDE = {"sentence": 3.0, "firm_sentence": 3.0, "section": 1.6, "document": 1.6, "firm_document": 1.6, "year": 0.7, "unit": 0.7}
_NAMED = {("recruits", "owner"): "by", ("recruits", "basis"): "candidate_basis", ("parks", "status"): "state"}
"""Columns that are called otherwise than their key."""
_ONLY_IN_FILES = {
    "recruits": ("region", "reference", "document", "section", "distance", "basis", "firm_document", "firm_sentence"),
}


def ledger_report(ledger: Ledger, language: Language = "zh") -> Printed:
    """A ledger to be printed."""
    sheet = ledger_sheet(ledger, language)
    texts = words(language)
    draft = Draft(texts)
    shares = (_WIDE.get(key, 1.0) for key in ledger.columns)
    rows = [[_cell(value) for value in row] for row in sheet.rows]
    draft.table(sheet.name, dict(zip(sheet.columns, shares, strict=True)), rows)
    chosen = texts("ledger_industry", industry=ledger.industry) if ledger.industry else ""
    chosen += texts("ledger_year", year=ledger.year) if ledger.year else ""
    subtitle = texts("ledger_subtitle", chosen=chosen, count=len(ledger.rows))
    summary = () if ledger.rows else (Line(texts("ledger_none")),)
    return Printed(draft.paper(_title(texts, ledger), subtitle, summary), lambda: (sheet,))


def _title(texts: Words, ledger: Ledger) -> tuple[str, ...]:
    where = texts("ledger_where", place=ledger.region) if ledger.region else ""
    return texts.title("ledger_title", where=where, ledger=texts(f"ledger_{ledger.name}"))


def _cell(value: Value) -> str:
    return "" if value is None else f"{value:g}" if isinstance(value, float) and abs(value) < 1e6 else str(value)


def ledger_sheet(ledger: Ledger, language: Language = "zh", *, narrow: bool = False) -> Sheet:
    """The rows in words.

    :param narrow: without the columns that no terminal has room for.
    """
    texts = words(language)
    kept = [key for key in ledger.columns if not narrow or key not in _ONLY_IN_FILES.get(ledger.name, ())]
    columns = tuple(texts(f"column_{_NAMED.get((ledger.name, key), key)}") for key in kept)
    rows = tuple(tuple(_worded(texts, key, row) for key in kept) for row in ledger.rows)
    return Sheet(texts(f"ledger_{ledger.name}"), columns, rows)


def _worded(texts: Words, key: str, row: Mapping[str, Value]) -> Value:
    value = row[key]
    if not isinstance(value, str):
        return value
    if key == "op":
        return texts(_BOUNDS[value])
    if key == "kind":
        label = schema().classes[value].label
        return label.zh if texts.language == "zh" else label.en
    if key == "tier":
        return texts.tier(value)
    return texts.labels[key][value] if key in ("status", "distance", "basis") else value
