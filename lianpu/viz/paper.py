"""A paper before it is set: headings, paragraphs, tables, a drawn chain and numbered sources, the same for every format."""

from __future__ import annotations

from typing import Literal

import msgspec

State = Literal["covered", "planned", "declared", "unstated", "none"]
"""Gap state of a box; ``none`` for a link of which nothing is to be said."""


class Line(msgspec.Struct, frozen=True):
    """A text and the numbers of the sources that say so."""

    text: str
    sources: tuple[int, ...] = ()


Cell = tuple[Line, ...]


class Heading(msgspec.Struct, frozen=True):
    """A heading of level 1 to 3, with its number. ``anchor`` is unique in the paper; ``address`` leads into an explorer."""

    level: int
    text: str
    anchor: str
    address: str = ""


class Paragraph(msgspec.Struct, frozen=True):
    """Lines that run on, after a lead-in."""

    lines: tuple[Line, ...]
    lead: str = ""


class Items(msgspec.Struct, frozen=True):
    """Short points, one below the other."""

    lines: tuple[Line, ...]


class Table(msgspec.Struct, frozen=True):
    """A table with its numbered caption. ``widths`` are shares of the line; a column may be narrow only if its cells are."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]


class Box(msgspec.Struct, frozen=True):
    """One link of a drawn chain, with what stands behind its state. ``address`` leads to it in an explorer."""

    label: str
    state: State
    note: str = ""
    sources: tuple[int, ...] = ()
    address: str = ""


class Stage(msgspec.Struct, frozen=True):
    """One stage of a drawn chain and its links, under its position (上游, …)."""

    position: str
    name: str
    boxes: tuple[Box, ...]


class Flow(msgspec.Struct, frozen=True):
    """A chain drawn stage by stage. ``states`` names the states, in the order of the legend and of a table's columns."""

    caption: str
    heading: str
    stages: tuple[Stage, ...]
    states: tuple[tuple[State, str], ...]


class Source(msgspec.Struct, frozen=True):
    """A sentence with the document and section that it stands in."""

    number: int
    document: str
    section: str
    text: str


class Sources(msgspec.Struct, frozen=True):
    """The list of sources, which :class:`Line` refers to by number."""

    items: tuple[Source, ...]


Block = Heading | Paragraph | Items | Table | Flow | Sources


class Paper(msgspec.Struct, frozen=True, kw_only=True):
    """A whole paper. ``title_lines`` is the title, cut where it is best broken if it does not fit on one line; ``quotes`` is
    what unfolds sentences in a page that can be clicked, ``atlas`` what leads from a heading into an explorer.
    """

    title_lines: tuple[str, ...]
    subtitle: str = ""
    language: Literal["zh", "en"] = "zh"
    quotes: str = ""
    atlas: str = ""
    summary: tuple[Line, ...] = ()
    blocks: tuple[Block, ...] = ()

    @property
    def title(self) -> str:
        """The title on one line."""
        return "".join(self.title_lines)

    @property
    def sources(self) -> dict[int, Source]:
        """The sources by number."""
        return {source.number: source for block in self.blocks if isinstance(block, Sources) for source in block.items}


def as_table(flow: Flow, language: Literal["zh", "en"]) -> Table:
    """A drawn chain as a table, for formats that do not draw: a row a stage, a column a state."""
    shown = [(state, name) for state, name in flow.states if any(b.state == state for s in flow.stages for b in s.boxes)]
    comma = "、" if language == "zh" else ", "
    rows = tuple(
        ((Line(_stage_name(stage)),), *(_boxes(stage, state, comma) for state, _ in shown))
        for stage in flow.stages
        if stage.boxes
    )
    widths = (1.1, *(2.0 for _ in shown))
    return Table(flow.caption, (flow.heading, *(name for _, name in shown)), rows, widths)


def _stage_name(stage: Stage) -> str:
    return f"{stage.position} · {stage.name}" if stage.name and stage.position else stage.name or stage.position


def _boxes(stage: Stage, state: State, comma: str) -> Cell:
    return (Line(comma.join(box.label for box in stage.boxes if box.state == state) or "—"),)


def cited(source: Source, language: Literal["zh", "en"]) -> str:
    """A source as it stands in a list: document, section, sentence."""
    stop, colon = ("，", "：") if language == "zh" else (", ", ": ")
    where = f"{stop}{source.section}" if source.section else ""
    return f"{source.document}{where}{colon}“{source.text}”"
