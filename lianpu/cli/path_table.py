"""A way between two entities for the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from lianpu.cli import printing
from lianpu.cli.gap_table import sentences
from lianpu.cli.words import words
from lianpu.ontology import schema

if TYPE_CHECKING:
    from lianpu.queries.path import Path, Step

COLUMNS = ("from", "relation", "to", "source", "sentence")


def path_report(found: Path, form: str) -> None:
    """Print the steps, as a table or as CSV."""
    rows = [_row(step) for step in found.steps]
    if rows or form == "csv":
        printing.listing(form, COLUMNS, rows, words().steps)
    else:
        click.echo(words().no_path.format(source=found.start.name, target=found.end.name))


def _row(step: Step) -> tuple[str, ...]:
    label = schema().predicates[step.predicate].label.zh
    arrow = f"{label} →" if step.forward else f"← {label}"
    source = words().origins["chain"] if step.reference else words().origins["documents"]
    return step.source.name, arrow, step.target.name, source, step.place if step.reference else sentences(step.evidence)
