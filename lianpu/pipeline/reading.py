"""From files to lines: changed documents are read, by several processes if wanted; unchanged ones are taken as they were."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from multiprocessing.context import ForkServerContext
from pathlib import Path

import msgspec

from lianpu.errors import LianpuError, TooLargeError
from lianpu.graph.directory import SourceLike
from lianpu.graph.fingerprint import fingerprint
from lianpu.messages import Message, message
from lianpu.model import Line, decode_lines, encode_lines
from lianpu.pipeline.files import Found

Progress = Callable[[int, int, Message], None]
"""Told how many are done, of how many, and what is being done."""


class Document(msgspec.Struct, frozen=True):
    """A document as a graph keeps it: lines, and the decoded text that their offsets count in."""

    id: str
    key: str
    sha256: str
    reader: str
    text: str
    lines: tuple[Line, ...]


class _Outcome(msgspec.Struct, frozen=True):
    """A document on its way from a worker, lines encoded there: a number that was pickled is no longer the default that the
    encoder leaves out, so that files would depend on the number of processes.
    """

    id: str
    key: str
    sha256: str
    text: str
    data: bytes

    def document(self) -> Document:
        return Document(self.id, self.key, self.sha256, reader(), self.text, decode_lines(self.data))


def reader() -> str:
    """What reads documents here: code, word lists and model. Another reader may find other lines, so it reads them again."""
    return fingerprint("lianpu.extract", "lianpu.ontology")


class Failure(msgspec.Struct, frozen=True):
    """A document that could not be read, and why."""

    key: str
    reason: Message


class Reading(msgspec.Struct, frozen=True):
    """What came of the files."""

    read: tuple[Document, ...]
    unchanged: tuple[str, ...]
    failed: tuple[Failure, ...]


class _Job(msgspec.Struct, frozen=True):
    path: Path
    key: str
    id: str
    max_size: int


def read(
    found: Sequence[Found],
    ids: dict[str, str],
    known: Mapping[str, SourceLike],
    *,
    jobs: int,
    max_size: int,
    progress: Progress | None,
) -> Reading:
    """Read what has changed.

    :param ids: document ids by key.
    :param known: the documents that the graph has, by key.
    """
    changed, unchanged, failed = [], [], []
    for one in found:
        reason = _too_large(one.path, max_size)
        if reason is not None:
            failed.append(Failure(one.key, reason))
        elif one.key in known and (known[one.key].reader, known[one.key].sha256) == (reader(), _digest(one.path)):
            unchanged.append(one.key)
        else:
            changed.append(_Job(one.path, one.key, ids[one.key], max_size))
    documents = []
    for done, outcome in enumerate(_outcomes(changed, jobs), 1):
        if isinstance(outcome, Failure):
            failed.append(outcome)
        else:
            documents.append(outcome.document())
        if progress is not None:
            progress(done + len(unchanged), len(found), message("reading_files"))
    return Reading(tuple(documents), tuple(unchanged), tuple(failed))


def _outcomes(work: Sequence[_Job], jobs: int) -> Iterator[_Outcome | Failure]:
    if jobs == 1 or len(work) < 2:
        yield from map(_read_one, work)
        return
    with ProcessPoolExecutor(min(jobs, len(work)), mp_context=_context()) as pool:
        yield from pool.map(_read_one, work)


def _context() -> ForkServerContext:
    """Processes forked from one that has loaded the reader, not from this one, whose progress bar and engines hold threads."""
    context = get_context("forkserver")
    context.set_forkserver_preload(["lianpu.extract"])
    return context


def _read_one(job: _Job) -> _Outcome | Failure:
    """Runs in a worker; loads the reader there."""
    from lianpu.extract import extract_source
    from lianpu.extract.read import read as read_source

    try:
        source = replace(read_source(job.path, max_size=job.max_size), id=job.id, file=job.key)
        return _Outcome(job.id, job.key, source.sha256, source.text, encode_lines(extract_source(source)))
    except LianpuError as error:
        return Failure(job.key, error.whole)


def _too_large(path: Path, max_size: int) -> Message | None:
    """Known before the file is opened, so that a huge file costs nothing."""
    size = path.stat().st_size
    return TooLargeError("too_large", place=str(path), size=size, limit=max_size).whole if size > max_size else None


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
