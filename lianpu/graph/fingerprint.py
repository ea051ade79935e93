"""What a result was made with: a digest of code and of the data beside it, so that what another version made is made anew."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable


@cache
def fingerprint(*packages: str, beside: tuple[str, ...] = ()) -> str:
    """Version of lianpu, digest of every file of these packages, and versions of the distributions beside them."""
    digest = hashlib.sha256()
    for package in packages:
        for name, file in _files(files(package), package):
            data = file.read_bytes()
            digest.update(f"{name}\n{len(data)}\n".encode())
            digest.update(data)
    return " ".join([version("lianpu"), digest.hexdigest()[:16], *(f"{name}-{version(name)}" for name in beside)])


def _files(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        name = f"{path}/{entry.name}"
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _files(entry, name)
        elif not entry.name.endswith(".pyc"):
            yield name, entry
