"""From files to a graph directory. The whole order is :func:`build`; what stands between two steps is kept in the directory."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from lianpu.errors import GraphError, InputError
from lianpu.graph import directory
from lianpu.graph.directory import SourceLike
from lianpu.graph.resolve import resolve
from lianpu.messages import Message, enumerated, message
from lianpu.model import encode_lines
from lianpu.ontology.chains import references
from lianpu.pipeline.extras import Extras
from lianpu.pipeline.files import document_ids, find
from lianpu.pipeline.reading import Progress, Reading, read

MAX_SIZE = 20_000_000
"""Bytes of the largest file that is read unless asked otherwise."""


class BuildReport(msgspec.Struct, frozen=True, kw_only=True):
    """What a build did, by document; ``failed`` says of each document that could not be read why."""

    read: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    failed: tuple[Message, ...] = ()
    documents: int = 0
    entities: int = 0
    facts: int = 0
    targets: int = 0


def build(
    paths: Iterable[Path | str],
    out: Path | str,
    *,
    jobs: int = 1,
    prune: bool = False,
    max_size: int = MAX_SIZE,
    tables: Iterable[Path | str] = (),
    tables_dir: Path | None = None,
    chains: Path | None = None,
    claims: Path | None = None,
    text: Path | None = None,
    progress: Progress | None = None,
) -> BuildReport:
    """Read documents into a graph directory, or add them to the one that is there.

    :param paths: files and folders of documents.
    :param jobs: documents read at a time, each in a process of its own.
    :param prune: remove documents of the graph that are not under the paths.
    :param max_size: bytes; larger files are not read.
    :param tables: YAML mappings of tables to import.
    :param tables_dir: the folder of the tables, if they are not beside their mappings.
    :param chains: a folder of reference chains of one's own.
    :param claims: a folder of JSON Lines as ``extract`` writes them, with ``text``, the folder of the documents.
    :raises InputError: nothing could be read, or a table cannot be used; the graph stays as it was.
    :raises GraphError: the directory cannot be read or written; it stays as it was.
    """
    out = Path(out)
    before = _before(out)
    reading = _read([Path(path) for path in paths], before, jobs, max_size, claims, text, progress)
    documents, removed = _together(before, reading, prune)
    extras = Extras.of(out).with_tables(tables, tables_dir).with_chains(chains)
    if progress is not None:
        progress(len(documents), len(documents), message("merging"))
    with extras.chain_folder() as folder:
        graph = resolve(
            [document.lines for document in documents],
            tables=extras.tables,
            judgements=directory.judgements(out),
            references=references(folder),
            known=directory.ids(out),
        )
    # Imported here: only what writes needs it, and it loads the tables of pinyin.
    from lianpu.queries import index

    directory.write(graph, documents, out, extras=extras.files(), index=index.write)
    return BuildReport(
        read=tuple(document.key for document in reading.read),
        unchanged=reading.unchanged,
        removed=removed,
        failed=tuple(failure.reason for failure in reading.failed),
        documents=len(graph.documents),
        entities=len(graph.entities),
        facts=len(graph.facts),
        targets=len(graph.targets),
    )


def _before(out: Path) -> tuple[SourceLike, ...]:
    """The documents of the graph that is there."""
    if not (out / "manifest.json").exists():
        return ()
    found = directory.manifest(out)
    if not found.documents and found.counts.get("documents"):
        raise GraphError("imported", place=str(out))
    return directory.sources(out)


def _read(
    paths: Sequence[Path],
    before: Sequence[SourceLike],
    jobs: int,
    max_size: int,
    claims: Path | None,
    text: Path | None,
    progress: Progress | None,
) -> Reading:
    """What has changed since ``before``; an error if nothing at all can be read."""
    if (claims is None) != (text is None) or (claims is not None) == bool(paths):
        raise InputError("nothing_to_build", place="build")
    known = {document.key: document for document in before}
    if claims is not None and text is not None:
        # Imported here: it loads the reader, which most commands and the parent of several processes do without.
        from lianpu.pipeline.given import given

        reading = given(claims, text, {document.key: document.id for document in before}, max_size=max_size)
    else:
        found = find(paths)
        ids = document_ids([one.key for one in found], {document.key: document.id for document in before})
        reading = read(found, ids, known, jobs=jobs, max_size=max_size, progress=progress)
    if not reading.read and not reading.unchanged:
        raise InputError(enumerated([failure.reason for failure in reading.failed]))
    return reading


def _together(before: Sequence[SourceLike], reading: Reading, prune: bool) -> tuple[list[SourceLike], tuple[str, ...]]:
    """All documents of the new graph, and the keys of those that are removed. What could not be read stays as it was."""
    changed = {document.key: document for document in reading.read}
    seen = {*changed, *reading.unchanged, *(failure.key for failure in reading.failed)}
    kept = [document for document in before if document.key not in changed and (not prune or document.key in seen)]
    removed = tuple(document.key for document in before if prune and document.key not in seen)
    return [*kept, *changed.values()], removed


def extract_lines(path: Path, *, max_size: int = MAX_SIZE) -> bytes:
    """What one document says, as JSON Lines.

    :raises InputError: it cannot be read.
    """
    # Imported here: only this and reading need the reader and its dictionaries.
    from lianpu.extract import extract

    return encode_lines(extract(path, max_size=max_size))
