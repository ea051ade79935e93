"""From files to a graph directory. The whole order is :func:`build`; what stands between two steps is kept in the directory."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from lianpu.errors import InputError
from lianpu.graph import directory
from lianpu.graph.resolve import resolve
from lianpu.model import encode_lines
from lianpu.ontology.chains import references
from lianpu.pipeline.files import document_ids, find
from lianpu.pipeline.given import given
from lianpu.pipeline.reading import Document, Failure, Progress, Reading, read

MAX_SIZE = 20_000_000
"""Bytes of the largest file that is read unless asked otherwise."""


class BuildReport(msgspec.Struct, frozen=True, kw_only=True):
    """What a build did, by document; ``failed`` says of each document that could not be read why."""

    read: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()
    documents: int = 0
    entities: int = 0
    facts: int = 0
    targets: int = 0

    def summary(self, out: Path) -> str:
        """One line for people."""
        parts = [f"读取 {len(self.read)} 份文件", f"未变 {len(self.unchanged)} 份"]
        parts += [f"移除 {len(self.removed)} 份"] if self.removed else []
        parts += [f"失败 {len(self.failed)} 份"] if self.failed else []
        return f"{out}：{'，'.join(parts)}；共 {self.documents} 份文件、{self.entities} 个实体、{self.facts} 条事实、{self.targets} 项目标"


def build(
    paths: Iterable[Path | str],
    out: Path | str,
    *,
    jobs: int = 1,
    prune: bool = False,
    max_size: int = MAX_SIZE,
    tables: Iterable[Path | str] = (),
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
    :param chains: a folder of reference chains of one's own.
    :param claims: a folder of JSON Lines as ``extract`` writes them, with ``text``, the folder of the documents.
    :raises InputError: nothing could be read, or a table cannot be used; the graph stays as it was.
    :raises GraphError: the directory cannot be read or written; it stays as it was.
    """
    out = Path(out)
