"""Annotated documents on disk, as the benchmarks and the trainers take them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from lianpu.extract import MAX_SIZE, normalise, sections
from lianpu.extract import read as files
from lianpu.extract.document import Outline


@dataclass(frozen=True)
class Doc:
    """An annotated document."""

    name: str
    gold: Path
    text: Path


def corpus(pairs: Iterable[str]) -> list[Doc]:
    """Documents of GOLD:TEXT directories, by name."""
    out: list[Doc] = []
    for pair in pairs:
        gold, _, text = pair.partition(":")
        out += [Doc(p.stem, p, Path(text or gold) / f"{p.stem}.txt") for p in sorted(Path(gold).glob("*.jsonl"))]
    return sorted(out, key=lambda d: d.name)


def sealed_names(given: str) -> frozenset[str]:
    """Names listed with commas, or one a line in a file."""
    path = Path(given)
    listed = path.read_text(encoding="utf-8").split() if given and path.is_file() else given.split(",")
    return frozenset(name.strip() for name in listed if name.strip())


def outline_of(doc: Doc) -> Outline:
    """The document's paragraphs in their sections."""
    source = files.read(doc.text, max_size=MAX_SIZE)
    return sections.outline(source, normalise.paragraphs(source))
