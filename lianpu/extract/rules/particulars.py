"""Projects whose particulars stand behind labels instead of in columns: “甲项目。建设单位：乙公司。建设地点：丙区。”"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lianpu.extract import clauses, words
from lianpu.extract.context import Context
from lianpu.extract.reading import Reading
from lianpu.extract.rules import grid, rows
from lianpu.extract.rules.grid import Cell

_WORK = re.compile(
    r"(?:[（(]?[0-9一二三四五六七八九十]{1,3}[)）、.．]|[●◆■★—]+)?\s*(?P<name>[^。；：，]{4,60}?(?:项目|工程|基地|中心|产业园))[。：，；]"
)
"""A project that a paragraph opens with, in front of its labels."""
_ROLES = frozenset({"project", "firm", "place", "content", "products"})
_LEAST = 3
"""Characters of a label, at least."""


def apply(ctx: Context, out: Reading) -> None:
    """Read the projects of the whole document that are written so, in one paragraph or one particular to a paragraph."""
    for cells in _entries(ctx):
        if {"firm", "place"} & cells.keys():
            rows.particulars(ctx, cells, out)


@cache
def _labels() -> re.Pattern[str]:
    """A label of a project, up to the next one or to the end of its sentence."""
    known = [word for word in words.longest_first("columns") if len(word) >= _LEAST and grid.role(word) in _ROLES]
    label = "|".join(map(re.escape, known))
    return re.compile(rf"(?P<label>{label})(?:（[^（）：]{{1,6}}）)?：(?P<value>[^。；]*?)(?=[。；]|(?:{label})：|$)")


def _entries(ctx: Context) -> Iterator[dict[str, Cell]]:
    """The particulars of each project, from its name to the next or to a paragraph without any."""
    running: dict[str, Cell] = {}
    for index, paragraph in enumerate(ctx.outline.paragraphs):
        found = list(_cells(paragraph.text, index)) if paragraph.kind == "body" and "：" in paragraph.text else []
        if not found and running:
            yield running
            running = {}
        for role, cell in found:
            if role == "project":
                if running:
                    yield running
                running = {role: cell}
            elif running:
                running.setdefault(role, cell)
    if running:
        yield running


def _cells(text: str, index: int) -> Iterator[tuple[str, Cell]]:
    """What a paragraph has behind its labels, each with its role, and first the project that it opens with."""
    found = list(_labels().finditer(text))
    opening = _WORK.match(text) if found else None
    name = opening.span("name") if opening is not None and opening.end() <= found[0].start() else None
    if name is not None and not clauses.tokens(text, clauses.Span(*name)):
        yield "project", Cell(text[slice(*name)], *name, index)
    for match in found:
        role, value = grid.role(match["label"]), match["value"].strip(" 　，、")
        if role is not None and len(value) > 1:
            start = match.start("value") + match["value"].index(value)
            yield role, Cell(value, start, start + len(value), index)
