"""A way between two entities for the terminal."""

from __future__ import annotations


def path_report(found: object, form: str) -> None:
    """Print the steps."""
