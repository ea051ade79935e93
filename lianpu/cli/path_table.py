"""A way between two entities for the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from lianpu.cli import printing
from lianpu.cli.entity_table import arrow
from lianpu.cli.gap_table import sentences
from lianpu.messages import Language
from lianpu.papers.words import words

if TYPE_CHECKING:
    from lianpu.queries.path import Path, Step

COLUMNS = ("from", "relation", "to", "source", "sentence")


def path_report(found: Path, form: str, language: Language = "zh") -> None:
    """Print the steps, as a table or as CSV."""
    texts = words(language)
    rows = [_row(step, language) for step in found.steps]
    if rows or form == "csv":
        heads = (*(texts(f"column_{key}") for key in COLUMNS[:-1]), texts("table_sentence"))
        printing.listing(form, COLUMNS, rows, heads)
    else:
        click.echo(texts("path_none", source=found.start.name, target=found.end.name))


def _row(step: Step, language: Language) -> tuple[str, ...]:
    texts = words(language)
    source = texts("origin_chain" if step.reference else "origin_documents")
    said = texts.section(step.place) if step.reference else sentences(step.evidence, language)
    return step.source.name, arrow(step.predicate, step.forward, language), step.target.name, source, said
