"""Documents to lines."""

from __future__ import annotations

from pathlib import Path

from lianpu.extract import judge, local, metadata, normalise, reader, sections, tagger
from lianpu.extract import read as files
from lianpu.extract.context import Context
from lianpu.extract.document import Source
from lianpu.model import Line
from lianpu.ontology.regions import regions

MAX_SIZE = 20 * 1024 * 1024


def extract(path: str | Path, *, max_size: int = MAX_SIZE) -> tuple[Line, ...]:
    """Everything that one document says: its metadata line, then entities, facts, targets and indicators.

    :raises lianpu.errors.InputError: the file cannot be read; the message names file and reason.
    """
    return extract_source(files.read(Path(path), max_size=max_size))


def extract_source(source: Source) -> tuple[Line, ...]:
    """The lines of a decoded document."""
    return extract_with(source, judge.model(), tagger.packaged())


def extract_with(source: Source, model: judge.Model | None, marker: tagger.Tagger | None = None) -> tuple[Line, ...]:
    """The same under another judge and tagger than the packaged ones, or under none: then the rules' own word stands."""
    outline = sections.outline(source, normalise.paragraphs(source))
    document = metadata.document(outline)
    ctx = Context(outline, document, regions())
    return (document, *local.lines(ctx, reader.read(ctx, model, marker)))
