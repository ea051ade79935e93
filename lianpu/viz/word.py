"""A paper as a Word file in the layout of Chinese official documents; how it is set is in ``word.yaml``."""

from __future__ import annotations

import io
from collections.abc import Iterable

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.shared import Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph as Words

from lianpu.viz import word_xml
from lianpu.viz.paper import Block, Cell, Flow, Heading, Items, Line, Paper, Paragraph, Sources, Table, as_table, cited
from lianpu.viz.still import still
from lianpu.viz.text import printable
from lianpu.viz.word_layout import empty, setting

_WHOLE_UP_TO = 400
"""Characters of a row that is kept on one page; a longer one may run over."""


def word(paper: Paper) -> bytes:
    """The Word file of a paper."""
    return _Word(paper).data()


class _Word:
    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.out = empty(printable(paper.title))

    def data(self) -> bytes:
        self.out.add_paragraph(printable(self._title()), "Title")
        if self.paper.subtitle:
            self.out.add_paragraph(printable(self.paper.subtitle), "Subtitle")
        for line in self.paper.summary:
            self._lines(self.out.add_paragraph(), (line,))
        for block in self.paper.blocks:
            self._block(block)
        raw = io.BytesIO()
        self.out.save(raw)
        return still(raw.getvalue())

    def _title(self) -> str:
        """The title, on several lines if one is too short for it."""
        wide = sum(1 if char.isascii() else 2 for char in self.paper.title) * Pt(setting().styles["Title"].size).mm / 2
        return self.paper.title if wide <= setting().line_width else "\n".join(self.paper.title_lines)

    def _block(self, block: Block) -> None:
        match block:
            case Heading(level=level, text=text):
                self.out.add_paragraph(printable(text), f"Heading {level}")
            case Paragraph(lines=lines, lead=lead):
                words = self.out.add_paragraph()
                if lead:
                    words.add_run(printable(lead)).bold = True
                self._lines(words, lines)
            case Items(lines=lines):
                for line in lines:
                    self._lines(self.out.add_paragraph(), (line,))
            case Table():
                self._table(block)
            case Flow():
                self._table(as_table(block, self.paper.language))
            case Sources(items=items):
                for one in items:
                    words = self.out.add_paragraph(printable(f"[{one.number}] {cited(one, self.paper.language)}"), "Paper Source")
                    word_xml.bookmark(words, _place(one.number), one.number)

    def _lines(self, words: Words, lines: Iterable[Line]) -> None:
        for line in lines:
            words.add_run(printable(line.text))
            for number in line.sources:
                word_xml.reference(words, f"[{number}]", _place(number))

    def _table(self, table: Table) -> None:
        self.out.add_paragraph(printable(table.caption), "Paper Caption")
        grid = self.out.add_table(rows=1, cols=len(table.columns), style="Table Grid")
        grid.alignment, grid.autofit = WD_TABLE_ALIGNMENT.CENTER, False
        widths = [Mm(setting().line_width * width / sum(table.widths)) for width in table.widths]
        for column, width in zip(grid.columns, widths, strict=True):
            column.width = width
        for cell, name, width in zip(grid.rows[0].cells, table.columns, widths, strict=True):
            cell.width, cell.paragraphs[0].text = width, printable(name)
            word_xml.styled(cell.paragraphs[0], "PaperHead")
            word_xml.shade(cell, setting().head_shade)
        word_xml.repeat(grid.rows[0])
        word_xml.whole(grid.rows[0])
        for row in table.rows:
            made = grid.add_row()
            if sum(len(line.text) for cell in row for line in cell) <= _WHOLE_UP_TO:
                word_xml.whole(made)
            for place, content, width in zip(made.cells, row, widths, strict=True):
                place.width = width
                self._cell(place, content)

    def _cell(self, place: _Cell, content: Cell) -> None:
        for index, line in enumerate(content):
            words = place.paragraphs[0] if index == 0 else place.add_paragraph()
            word_xml.styled(words, "PaperCell")
            self._lines(words, (line,))


def _place(number: int) -> str:
    return f"source{number}"
