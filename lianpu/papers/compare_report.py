"""A comparison of two regions as sheets and as a paper: a table of what both build, tables of what each has for the other."""

from __future__ import annotations

from collections.abc import Iterator

from lianpu.messages import Language
from lianpu.papers.draft import Draft
from lianpu.papers.printed import Printed
from lianpu.papers.words import Words, words
from lianpu.queries.compare import Comparison, Shared, Side
from lianpu.viz.paper import Line
from lianpu.viz.sheets import Sheet

_FIRMS = 4


def compare_report(found: Comparison, language: Language = "zh") -> Printed:
    """A comparison to be printed."""
    texts = words(language)
    draft = Draft(texts)
    sheets = compare_sheets(found, language)
    for sheet in sheets:
        draft.table(sheet.name, dict.fromkeys(sheet.columns, 1.0), [[str(value or "") for value in row] for row in sheet.rows])
    subtitle = texts("compare_subtitle", count=len(found.rows()))
    notes = tuple(map(Line, compare_notes(found, language)))
    return Printed(draft.paper(texts.title("compare_title", **_names(found)), subtitle, notes), lambda: sheets)


def _names(found: Comparison) -> dict[str, str]:
    return {"left": found.left, "right": found.right}


def compare_notes(found: Comparison, language: Language = "zh") -> tuple[str, ...]:
    """Which region is unknown, and what the words mean."""
    texts = words(language)
    sides = ((found.left, found.left_searched), (found.right, found.right_searched))
    unknown = [texts("compare_unknown", place=place) for place, searched in sides if not searched]
    nothing = [] if found.rows() or unknown else [texts("compare_none")]
    return (*unknown, *nothing, texts("compare_reading"))


def compare_sheets(found: Comparison, language: Language = "zh") -> tuple[Sheet, ...]:
    """One sheet for each kind of finding that there is."""
    texts = words(language)
    kinds = {"both": found.both, "left_has": found.left_has, "right_has": found.right_has}
    headed = {kind: texts(f"compare_{kind}", **_names(found)) for kind in kinds}
    columns = tuple(texts(f"column_{key}") for key in ("chain", "link")) + tuple(
        texts("compare_column", place=place, what=texts(f"column_{key}"))
        for place in (found.left, found.right)
        for key in ("state", "firm", "sentence")
    )
    return tuple(
        Sheet(headed[k], columns, tuple(tuple(_row(texts, one)) for one in every)) for k, every in kinds.items() if every
    )


def _row(texts: Words, one: Shared) -> Iterator[str | None]:
    yield " / ".join(dict.fromkeys((one.left.chain, one.right.chain)))
    yield " / ".join(dict.fromkeys((one.left.link, one.right.link)))
    for side in (one.left, one.right):
        yield from _side(texts, side)


def _side(texts: Words, side: Side) -> Iterator[str | None]:
    yield "、".join(texts.labels["state"][state] for state in side.states)
    yield texts.names(side.firms, _FIRMS, "firms") or None
    yield texts.sentence(side.evidence[0]) if side.evidence else None
