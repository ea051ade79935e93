"""Which files are documents, and what each is called in a graph."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

import msgspec

from lianpu.errors import GraphError, InputError
from lianpu.ids import digest

SUFFIXES = frozenset({".txt", ".pdf", ".doc", ".docx", ".html", ".htm", ".ofd"})
"""Files of a folder that are taken for documents; those that cannot be read are named. A file given itself is always tried."""


class Found(msgspec.Struct, frozen=True):
    """A document's file. ``key`` tells it apart in a graph: its path below the folder that was named."""

    path: Path
    key: str


def find(paths: Iterable[Path]) -> tuple[Found, ...]:
    """The documents under the paths, sorted by key; each file once.

    :raises InputError: a path does not exist, or there is no document at all.
    """
    named = list(paths)
    found: dict[Path, str] = {}
    for path in named:
        if path.is_dir():
            for file in _inside(path):
                found.setdefault(file.resolve(), file.relative_to(path).as_posix())
        elif path.exists():
            found.setdefault(path.resolve(), path.name)
        else:
            raise InputError("no_path", place=str(path))
    if not found:
        raise InputError("no_readable", suffixes=sorted(SUFFIXES), place="、".join(map(str, named)) or "PATHS")
    return tuple(sorted(_distinct(found), key=lambda one: one.key))


def _inside(folder: Path) -> Iterator[Path]:
    """Documents in a folder, not those of graph directories or hidden folders."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith(".") and not (Path(place, f) / "manifest.json").exists())
        yield from (Path(place, n) for n in sorted(names) if not n.startswith(".") and Path(n).suffix.lower() in SUFFIXES)


def _distinct(found: dict[Path, str]) -> Iterator[Found]:
    """Files with keys; where two would have the same, the folder goes in front."""
    keys = list(found.values())
    for path, key in found.items():
        yield Found(path, key if keys.count(key) == 1 else f"{path.parents[key.count('/')].name}/{key}")


def document_ids(keys: Iterable[str], known: dict[str, str]) -> dict[str, str]:
    """Ids by key: the one known, else the file's name without suffix, told apart by a digest where another has it.

    >>> document_ids(["a/plan.txt", "b/plan.txt"], {"b/plan.txt": "plan"})["b/plan.txt"]
    'plan'
    """
    ids = dict(known)
    taken = set(known.values())
    for key in keys:
        if key not in ids:
            stem = PurePosixPath(key).stem
            ids[key] = stem if stem not in taken else f"{stem}-{digest(key)[:8]}"
            taken.add(ids[key])
    return ids


def write_file(path: Path, data: bytes) -> None:
    """Write a whole file or nothing.

    :raises GraphError: the place cannot be written to; the message names it.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except OSError as error:
        raise GraphError("cannot_write", place=str(path), reason=error.strerror) from error
