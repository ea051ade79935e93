"""Documents whose lines somebody else has written: located in their texts by their quotes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec

from lianpu.errors import InputError, LianpuError
from lianpu.extract.document import Source
from lianpu.extract.read import read as read_source
from lianpu.graph.given import locate
from lianpu.messages import Message, message
from lianpu.model import DocumentLine, EntityLine, Line, decode_lines
from lianpu.pipeline.files import Found, document_ids, find
from lianpu.pipeline.reading import Document, Failure, Reading

GIVEN = "given"
"""Stands for the reader of lines that somebody else has written."""


def given(claims: Path, texts: Path, known: dict[str, str], *, max_size: int) -> Reading:
    """Read ``claims/NAME.jsonl`` with the text of ``NAME`` in ``texts``. Lines that are not found there are named and left out.

    :param known: document ids of the graph, by key.
    :raises InputError: a folder is missing or empty.
    """
    files = sorted(claims.glob("*.jsonl"))
    if not files:
        raise InputError("no_jsonl", place=str(claims))
    by_stem = {one.path.stem: one for one in find([texts])}
    named = [by_stem[file.stem].key for file in files if file.stem in by_stem]
    ids = document_ids(named, known)
    documents: list[Document] = []
    failed: list[Failure] = []
    for file in files:
        try:
            document, lost = _document(file, by_stem.get(file.stem), ids, max_size)
        except LianpuError as error:
            failed.append(Failure(file.name, error.whole))
        else:
            documents.append(document)
            failed += lost
    return Reading(tuple(documents), (), tuple(failed))


def _document(file: Path, found: Found | None, ids: dict[str, str], max_size: int) -> tuple[Document, list[Failure]]:
    if found is None:
        raise InputError("no_twin", place=str(file))
    source = replace(read_source(found.path, max_size=max_size), id=ids[found.key], file=found.key)
    lines, lost = locate(_lines(file), source.text)
    quotes = dict.fromkeys(_wanted(line) for line in lost)
    named = [Failure(file.name, _lost(file, quote)) for quote in quotes]
    return Document(source.id, found.key, source.sha256, GIVEN, source.text, _headed(lines, source, file)), named


def _lost(file: Path, quote: str) -> Message:
    return message("located", place=file, message=message("quote_lost", quote=quote))


def _wanted(line: Line) -> str:
    if isinstance(line, DocumentLine):
        return line.title
    return line.quote or (line.name if isinstance(line, EntityLine) else line.s)


def _lines(file: Path) -> tuple[Line, ...]:
    try:
        return decode_lines(file.read_bytes())
    except msgspec.MsgspecError:
        raise InputError(_malformed(file), place=str(file)) from None


def _malformed(file: Path) -> Message:
    """Which line is wrong, and how."""
    for number, row in enumerate(file.read_bytes().splitlines(), 1):
        try:
            decode_lines(row)
        except msgspec.MsgspecError as error:
            return message("bad_line", number=number, reason=error)
    return message("not_json_lines")


def _headed(lines: tuple[Line, ...], source: Source, file: Path) -> tuple[Line, ...]:
    """The document line of the file, made that of this source, first."""
    heads = [line for line in lines if isinstance(line, DocumentLine)]
    if len(heads) != 1:
        raise InputError("heads_given", place=str(file), count=len(heads))
    head = msgspec.structs.replace(heads[0], id=source.id, file=source.file, sha256=source.sha256, length=len(source.text))
    return (head, *(line for line in lines if not isinstance(line, DocumentLine)))
