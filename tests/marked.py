"""Example sentences with their names marked, read by the real reader.

``read("依托<Enterprise>甲厂</Enterprise>发展<Product>乙件</Product>")`` gives the bare sentence, what is marked in it, and the
lines that the reader writes for it inside a minimal document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lianpu.extract import extract_source
from lianpu.extract.document import Source
from lianpu.model import EntityLine, FactLine, IndicatorLine, Line, TargetLine

_MARK = re.compile(r"<(?P<type>[A-Z][a-z]+)(?: name=\"(?P<name>[^\"]+)\")?>(?P<text>[^<>]+)</(?P=type)>")

TITLE = "聊城市东昌府区工业发展规划（2021—2025年）"
"""The document of the examples: a plan of a district."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked name: its class, its name (as written, unless ``name="…"`` gives the full one) and its place in the sentence.

    ``Topic`` stands for Product or Industry, where the words leave that open.
    """

    type: str
    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence without marks, its marks and all lines of the document around it."""

    sentence: str
    marks: tuple[Mark, ...]
    text: str
    lines: tuple[Line, ...]

    def claims(self, *predicates: str) -> set[tuple[str, str, str]]:
        """(s, p, o) of the facts with these predicates, or of all."""
        return {(f.s, f.p, f.o) for f in self.facts() if not predicates or f.p in predicates}

    def facts(self) -> list[FactLine]:
        """The facts."""
        return [line for line in self.lines if isinstance(line, FactLine)]

    def entities(self) -> dict[str, str]:
        """Name and alias to class."""
        return {name: e.type for e in self.lines if isinstance(e, EntityLine) for name in (e.name, *e.aliases)}


def unmark(marked: str) -> tuple[str, tuple[Mark, ...]]:
    """The bare sentence and its marks; text that looks like a mark but is none is an error of the test."""
    out: list[str] = []
    marks: list[Mark] = []
    at = length = 0
    for match in _MARK.finditer(marked):
        out.append(marked[at : match.start()])
        length += match.start() - at
        text = match.group("text")
        marks.append(Mark(match.group("type"), match.group("name") or text, length, length + len(text)))
        out.append(text)
        length += len(text)
        at = match.end()
    out.append(marked[at:])
    sentence = "".join(out)
    if re.search(r"[<>]", sentence):
        raise ValueError(f"a mark that cannot be read: {sentence}")
    return sentence, tuple(marks)


def read(marked: str, *, section: str = "第一节 总体布局", title: str = TITLE, before: Iterable[str] = ()) -> Reading:
    """Read a marked sentence as the only paragraph of a section; ``before`` are paragraphs of an earlier section.

    :raises AssertionError: nothing is marked, a marked name is not read with its class, or a quote is not its source slice.
    """
    sentence, marks = unmark(marked)
    assert marks, f"nothing is marked: {marked}"
    found = bare(sentence, section=section, title=title, before=before)
    classes = found.entities()
    for mark in marks:
        allowed = ("Product", "Industry") if mark.type == "Topic" else (mark.type,)
        assert classes.get(mark.name) in allowed, f"{mark.name}: {classes.get(mark.name)}, expected {mark.type}"
    return Reading(sentence, marks, found.text, found.lines)


def bare(sentence: str, *, section: str = "第一节 总体布局", title: str = TITLE, before: Iterable[str] = ()) -> Reading:
    """Read a sentence without marks: for examples that claim nothing."""
    opening = ["第一章 发展基础", *before] if before else []
    text = "\n".join([title, *opening, "第二章 重点任务", section, sentence]) + "\n"
    lines = extract_source(Source("t", "t.txt", text, "", "utf-8"))
    for line in lines:
        if isinstance(line, (EntityLine, FactLine)):
            assert text[line.start : line.end] == line.quote, line
    return Reading(sentence, (), text, lines)


def targets(found: Reading) -> list[TargetLine]:
    """The targets, without what was reached already."""
    return [line for line in found.lines if isinstance(line, TargetLine) and not isinstance(line, IndicatorLine)]
