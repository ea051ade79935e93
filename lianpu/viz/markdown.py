"""A paper as Markdown: tables with pipes, sources as a numbered list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lianpu.viz.paper import Block, Cell, Flow, Heading, Items, Line, Paper, Paragraph, Sources, Table, as_table, cited

_SPECIAL = str.maketrans({char: f"\\{char}" for char in "\\`*_<>|~"})


def markdown(paper: Paper) -> str:
    """The paper as Markdown; texts cannot become markup."""
    parts = [f"# {_safe(paper.title)}"]
    if paper.subtitle:
        parts.append(_safe(paper.subtitle))
    parts += [_line(line) for line in paper.summary]
    for block in paper.blocks:
        parts.append("\n".join(_block(block, paper)))
    return "\n\n".join(parts) + "\n"


def _block(block: Block, paper: Paper) -> Iterator[str]:
    match block:
        case Heading(level=level, text=text):
            yield f"{'#' * (level + 1)} {_safe(text)}"
        case Paragraph(lines=lines, lead=lead):
            yield (f"**{_safe(lead)}** " if lead else "") + "".join(map(_line, lines))
        case Items(lines=lines):
            yield from (f"- {_line(line)}" for line in lines)
        case Table():
            yield from _table(block)
        case Flow():
            yield from _table(as_table(block, paper.language))
        case Sources(items=items):
            yield from (f"{one.number}. {_safe(cited(one, paper.language))}" for one in items)


def _table(table: Table) -> Iterator[str]:
    yield f"**{_safe(table.caption)}**"
    yield ""
    yield _row(map(_safe, table.columns))
    yield _row("---" for _ in table.columns)
    yield from (_row(map(_cell, row)) for row in table.rows)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    return "<br>".join(map(_line, cell))


def _line(line: Line) -> str:
    return _safe(line.text) + "".join(f"[{number}]" for number in line.sources)


def _safe(text: str) -> str:
    return " ".join(text.translate(_SPECIAL).split("\n"))
