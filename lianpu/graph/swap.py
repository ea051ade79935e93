"""A directory put in the place of another, whole: under a lock, and undone if the process dies in between."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lianpu.errors import GraphError

MARK = "manifest.json"
"""Written last: a directory that has it is whole."""


def is_whole(path: Path) -> bool:
    """Whether this is a directory of ours with everything in it."""
    return (path / MARK).is_file()


def put(path: Path, data: bytes) -> None:
    """Write a file down to the disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def sync(folder: Path) -> None:
    """Bring the names in a folder down to the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def swap(work: Path, out: Path) -> None:
    """Put ``work`` in the place of ``out``. A directory with content cannot be replaced by one rename: two are needed,
    and :func:`recover` undoes the first if the process dies between them.
    """
    old = moved_aside(out)
    if out.exists():
        out.rename(old)
    try:
        work.rename(out)
    except OSError:
        if old.exists():
            old.rename(out)
        raise
    sync(out.parent)
    shutil.rmtree(old, ignore_errors=True)


def moved_aside(out: Path) -> Path:
    """Where :func:`swap` puts what was there before."""
    return out.with_name(f".{out.name}.old")


def recover(out: Path) -> None:
    """Clear what an interrupted build has left; a graph that it had moved aside comes back. Call it under the lock."""
    if not out.exists() and is_whole(moved_aside(out)):
        moved_aside(out).rename(out)
    shutil.rmtree(moved_aside(out), ignore_errors=True)
    for left in out.parent.glob(f".{out.name}.*.part"):
        shutil.rmtree(left, ignore_errors=True)


@contextmanager
def locked(out: Path) -> Iterator[None]:
    """Keep other builds out: two at a time would swap each other's work away. The lock goes with the process.

    :raises GraphError: another build has it.
    """
    path = out.with_name(f".{out.name}.lock")
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # Its former holder may have deleted the file between our opening and our locking it: then nobody else sees our lock.
            alone = os.path.samestat(os.fstat(file.fileno()), path.stat())
        except (BlockingIOError, FileNotFoundError):
            alone = False
        if not alone:
            raise GraphError("under_way", place=str(out))
        try:
            yield
        finally:
            path.unlink(missing_ok=True)
