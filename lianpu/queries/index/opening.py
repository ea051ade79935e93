"""An index that is there and fits is opened; any other is made anew: in its place or, where nothing may be written, for now."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

import msgspec

from lianpu.graph import directory
from lianpu.graph.directory import INDEX
from lianpu.queries.index.folder import MARK, Made
from lianpu.queries.index.index import Index
from lianpu.queries.index.written import now, sizes, write


def opened(kg: Path) -> Index:
    """The index of a graph directory.

    :raises GraphError: there is no graph, or a file of it is missing or broken.
    """
    directory.check(kg)
    if not fits(kg):
        return _made(kg)
    return Index(kg, kg / INDEX)


def fits(kg: Path) -> bool:
    """Whether a graph directory has an index of this version and of its files."""
    try:
        made = msgspec.json.decode((kg / INDEX / MARK).read_bytes(), type=Made)
        return made.fingerprint == now() and made.sizes == sizes(kg)
    except (OSError, msgspec.DecodeError):
        return False


def _made(kg: Path) -> Index:
    graph = directory.load(kg)
    if os.access(kg, os.W_OK):
        with suppress(OSError), tempfile.TemporaryDirectory(dir=kg, prefix=f".{INDEX}.") as work:
            write(graph, kg, Path(work, INDEX))
            shutil.rmtree(kg / INDEX, ignore_errors=True)
            # Another server may have been quicker: then this one is not needed.
            with suppress(OSError):
                Path(work, INDEX).rename(kg / INDEX)
            return Index(kg, kg / INDEX)
    with tempfile.TemporaryDirectory() as work:
        write(graph, kg, Path(work, INDEX))
        # What is mapped stays, though it has no name any more.
        return Index(kg, Path(work, INDEX))
