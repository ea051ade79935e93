"""A paper in the making: numbers headings, tables and sources as they come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from lianpu.papers.words import Words
from lianpu.queries.records import Evidence
from lianpu.viz.paper import Block, Cell, Flow, Heading, Items, Line, Paper, Paragraph, Source, Sources, Table

_DIGITS = "零一二三四五六七八九"


def chinese(number: int) -> str:
    """A number from 1 to 99 in Chinese.

    >>> [chinese(n) for n in (3, 10, 14, 20, 21)]
    ['三', '十', '十四', '二十', '二十一']
    """
    tens, ones = divmod(number, 10)
    front = "" if not tens else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return front + (_DIGITS[ones] if ones or not tens else "")


class Draft:
    """Blocks in order; a source has the number of its first use."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.blocks: list[Block] = []
        self._heads = [0, 0, 0]
        self._tables = 0
        self._sources: dict[tuple[str, str, str], int] = {}

    # -- sources --------------------------------------------------------------------------------------------------

    def cite(self, evidence: Iterable[Evidence], most: int = 0) -> tuple[int, ...]:
        """Numbers of the sentences, each once, of so many at most (0: all)."""
        keys = list(dict.fromkeys((one.title, one.section, one.text) for one in evidence))
        return tuple(self._number(key) for key in (keys[:most] if most else keys))

    def _number(self, key: tuple[str, str, str]) -> int:
        return self._sources.setdefault(key, len(self._sources) + 1)

    # -- blocks ---------------------------------------------------------------------------------------------------

    def heading(self, level: int, text: str, address: str = "") -> None:
        """A heading with its number: 一、 （一） 1. in Chinese, 1. 1.1 1.1.1 in English."""
        self._heads[level - 1] += 1
        self._heads[level:] = [0] * (len(self._heads) - level)
        anchor = "-".join(str(number) for number in self._heads[:level])
        self.blocks.append(Heading(level, self._numbered(level, text), f"h{anchor}", address))

    def _numbered(self, level: int, text: str) -> str:
        number = self._heads[level - 1]
        if self.words.language == "en":
            return f"{'.'.join(str(n) for n in self._heads[:level])}{'.' if level == 1 else ''} {text}"
        return (f"{chinese(number)}、{text}", f"（{chinese(number)}）{text}", f"{number}. {text}")[level - 1]

    def paragraph(self, *lines: Line | str, lead: str = "") -> None:
        """A paragraph; none without text."""
        given = tuple(_line(line) for line in lines)
        if any(line.text for line in given):
            self.blocks.append(Paragraph(given, lead))

    def run_on(self, lines: Iterable[Line]) -> list[Line]:
        """Lines as one sentence, each with its sources before the mark that follows."""
        given = list(lines)
        last = len(given) - 1
        marks = (Line(self.words("stop" if index == last else "semicolon")) for index in range(len(given)))
        return [part for pair in zip(given, marks, strict=True) for part in pair]

    def items(self, lines: Iterable[Line | str]) -> None:
        """Points; none without any."""
        given = tuple(_line(line) for line in lines)
        if given:
            self.blocks.append(Items(given))

    def table(self, caption: str, columns: Mapping[str, float], rows: Iterable[Sequence[Cell | str]]) -> None:
        """A table of columns with their shares of the width; columns without any text are left out, and tables without rows."""
        cells = [[_cell(cell) for cell in row] for row in rows]
        kept = [index for index in range(len(columns)) if any(_filled(row[index]) for row in cells)]
        if kept:
            self.blocks.append(
                Table(
                    self._caption(caption),
                    tuple(name for index, name in enumerate(columns) if index in kept),
                    tuple(tuple(row[i] if _filled(row[i]) else (Line(self.words("empty")),) for i in kept) for row in cells),
                    tuple(width for index, width in enumerate(columns.values()) if index in kept),
                )
            )

    def flow(self, flow: Flow) -> None:
        """A drawn chain, numbered like a table."""
        if flow.stages:
            self.blocks.append(Flow(self._caption(flow.caption), flow.heading, flow.stages, flow.states))

    def _caption(self, caption: str) -> str:
        self._tables += 1
        return self.words("table", number=self._tables, caption=caption)

    # -- the whole ------------------------------------------------------------------------------------------------

    def sources(self) -> None:
        """The list of everything cited so far, under its heading."""
        if self._sources:
            self.heading(1, self.words("heading_sources"))
            found = (
                Source(n, self.words.source(title), self.words.section(section), text)
                for (title, section, text), n in self._sources.items()
            )
            self.blocks.append(Sources(tuple(found)))

    def paper(self, title: Sequence[str], subtitle: str, summary: Iterable[Line]) -> Paper:
        """The finished paper; its title in parts, between which it may be broken."""
        return Paper(
            title_lines=tuple(title),
            subtitle=subtitle,
            language=self.words.language,
            quotes=self.words("quotes"),
            atlas=self.words("atlas"),
            summary=tuple(line for line in summary if line.text),
            blocks=tuple(self.blocks),
        )


def _line(line: Line | str) -> Line:
    return Line(line) if isinstance(line, str) else line


def _cell(cell: Cell | str) -> Cell:
    return (Line(cell),) if isinstance(cell, str) else cell


def _filled(cell: Cell) -> bool:
    return any(line.text for line in cell)
