"""The named questions, topic by topic."""

from __future__ import annotations

from itertools import accumulate, groupby

from lianpu import pipeline
from lianpu.cli import printing
from lianpu.cli.language import language_of
from lianpu.cli.shell import heads, say

_HEADS = ("topic", "name", "question", "parameters", "columns")


def question_table(form: str) -> None:
    """Print them; in a table each topic has a part of its own, CSV and JSON keep the English words of the files."""
    columns, rows = pipeline.questions(language_of())
    if form in ("csv", "json"):
        printing.listing(form, columns, rows)
    elif form == "md":
        printing.listing(form, columns, [(say(f"topic_{topic}"), *rest) for topic, *rest in rows], heads(*_HEADS))
    else:
        parts = [[*part] for _, part in groupby(rows, key=lambda row: row[0])]
        shown = [(say(f"topic_{row[0]}") if row is part[0] else "", *row[1:]) for part in parts for row in part]
        ends = {last - 1 for last in accumulate(len(part) for part in parts)}
        printing.console().print(printing.table(heads(*_HEADS), shown, ends=ends))
