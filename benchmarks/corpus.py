"""Annotated documents on disk, as the benchmarks and the trainers take them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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
    """Documents of GOLD:TEXT directories, by name; GOLD:TEXT:TEXT looks for a text in one directory after the other."""
    out: list[Doc] = []
    for pair in pairs:
        gold, *texts = pair.split(":")
        for path in sorted(Path(gold).glob("*.jsonl")):
            places = [Path(text) / f"{path.stem}.txt" for text in texts or (gold,)]
            out.append(Doc(path.stem, path, next((place for place in places if place.is_file()), places[0])))
    return sorted(out, key=lambda d: d.name)


_PLACE = re.compile(r"@(\d+)-(\d+)")
"""A long name by its place in the text without white space."""


def annotation(doc: Doc) -> list[dict[str, Any]]:
    """The lines of an annotation; what it gives by its place in the text (``readings/``) is taken from there."""
    found = [json.loads(row) for row in doc.gold.read_text(encoding="utf-8").splitlines() if row.strip()]
    if not any("at" in line for line in found):
        return found
    text = re.sub(r"\s", "", doc.text.read_text(encoding="utf-8"))
    whole = [{key: _written(value, text) for key, value in line.items()} for line in found]
    return [{**line, "quote": text[slice(*line["at"])]} if "at" in line else line for line in whole]


def _written(value: Any, text: str) -> Any:
    if isinstance(value, list):
        return [_written(one, text) for one in value]
    place = _PLACE.fullmatch(value) if isinstance(value, str) else None
    return text[int(place[1]) : int(place[2])] if place is not None else value


def sealed_names(given: str) -> frozenset[str]:
    """Names listed with commas, or one a line in a file."""
    path = Path(given)
    listed = path.read_text(encoding="utf-8").split() if given and path.is_file() else given.split(",")
    return frozenset(name.strip() for name in listed if name.strip())


def outline_of(doc: Doc) -> Outline:
    """The document's paragraphs in their sections."""
    source = files.read(doc.text, max_size=MAX_SIZE)
    return sections.outline(source, normalise.paragraphs(source))
