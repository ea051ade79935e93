"""The graph directory: written whole or not at all, the same bytes for the same lines, checked when it is read."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol, TypeVar

import msgspec

from lianpu.errors import GraphError
from lianpu.graph.records import Graph, IdRecord, Judgement, ReviewItem
from lianpu.graph.stores import ladybug, oxigraph
from lianpu.ids import BASE, digest, entity_id
from lianpu.model import Claim, DocumentLine, Entity, Fact, Line, Target, decode_lines, encode_lines

FORMAT = 1
OXIGRAPH = "store.oxigraph"
LADYBUG = "store.ladybug"

_FILES: Mapping[str, tuple[str, type[msgspec.Struct]]] = {
    "documents": ("documents.jsonl", DocumentLine),
    "entities": ("entities.jsonl", Entity),
    "facts": ("facts.jsonl", Fact),
    "targets": ("targets.jsonl", Target),
    "claims": ("resolved.jsonl", Claim),
    "review": ("review.jsonl", ReviewItem),
    "ids": ("ids.jsonl", IdRecord),
}
"""Files of the tuples of :class:`Graph`, with the record of their lines."""

_Record = TypeVar("_Record", bound=msgspec.Struct)


class SourceLike(Protocol):
    """A document as it was read: what :func:`write` keeps of it. ``key`` is the path by which the user knows it."""

    @property
    def id(self) -> str:
        """Id in the graph."""
        ...

    @property
    def key(self) -> str:
        """Path below the folder that was named."""
        ...

    @property
    def sha256(self) -> str:
        """Digest of the file."""
        ...

    @property
    def text(self) -> str:
        """Decoded source text."""
        ...

    @property
    def lines(self) -> tuple[Line, ...]:
        """Lines as extracted."""
        ...


class Stored(msgspec.Struct, frozen=True):
    """A document as a graph directory keeps it."""

    id: str
    key: str
    sha256: str
    text: str
    lines: tuple[Line, ...]


class StoredSource(msgspec.Struct, frozen=True):
    """A document in the manifest."""

    id: str
    key: str
    sha256: str


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a graph directory holds. No clock and no path outside it, so that equal graphs have equal manifests."""

    format: int = FORMAT
    base: str = BASE
    documents: tuple[StoredSource, ...] = ()
    extras: tuple[str, ...] = ()
    counts: dict[str, int] = {}


# -- writing ------------------------------------------------------------------------------------------------------


def write(
    graph: Graph,
    sources: Sequence[SourceLike],
    out: Path,
    previous: Path | None = None,
    *,
    extras: Mapping[str, bytes] | None = None,
    base: str = BASE,
) -> Manifest:
    """Write a graph directory and put it in the place of the one before; a failure leaves that one as it was.

    :param sources: the documents of the graph, with texts and lines.
    :param previous: the graph that this one follows, if not ``out``: its ``judgements.jsonl`` is carried over.
    :param extras: more files to keep, by relative path (tables, mappings); :func:`extra` reads them.
    :raises GraphError: the place cannot be written, or holds something that is no graph.
    """
    out = out.resolve()
    if out.exists() and not _is_graph(out) and not (out.is_dir() and not any(out.iterdir())):
        raise GraphError("这里已有别的文件，不是图谱目录", place=str(out))
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with locked(out):
            return _write_and_swap(graph, sources, out, previous or out, dict(extras or {}), base)
    except OSError as error:
        raise GraphError(f"不能写入：{error.strerror or error}", place=str(error.filename or out)) from error


def _write_and_swap(
    graph: Graph, sources: Sequence[SourceLike], out: Path, previous: Path, extras: dict[str, bytes], base: str
) -> Manifest:
    recover(out)
    work = Path(tempfile.mkdtemp(dir=out.parent, prefix=f".{out.name}.", suffix=".part"))
    try:
        work.chmod(0o755)
        carried = previous / "judgements.jsonl"
        if carried.is_file():
            extras.setdefault("judgements.jsonl", carried.read_bytes())
        manifest = _fill(work, graph, sources, extras, base)
        _swap(work, out)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return manifest


def _fill(work: Path, graph: Graph, sources: Sequence[SourceLike], extras: Mapping[str, bytes], base: str) -> Manifest:
    kept = sorted(sources, key=lambda source: source.id)
    for source in kept:
        name = file_name(source.id)
        _put(work / "text" / f"{name}.txt", source.text.encode("utf-8", "surrogatepass"))
        _put(work / "claims" / f"{name}.jsonl", encode_lines(source.lines))
    for attribute, (name, _) in _FILES.items():
        _put(work / name, encode_lines(getattr(graph, attribute)))
    for name, data in sorted(extras.items()):
        _put(work / name, data)
    manifest = Manifest(
        base=base,
        documents=tuple(StoredSource(source.id, source.key, source.sha256) for source in kept),
        extras=tuple(sorted(extras)),
        counts={attribute: len(getattr(graph, attribute)) for attribute in sorted(_FILES)},
    )
    oxigraph.write(graph, work / OXIGRAPH, base)
    ladybug.write(graph, work / LADYBUG)
    # Last: a directory with a manifest is whole.
    _put(work / "manifest.json", msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n")
    _sync(work)
    return manifest


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _swap(work: Path, out: Path) -> None:
    """Put ``work`` in the place of ``out``. A directory with content cannot be replaced by one rename: two are needed,
    and :func:`recover` undoes the first if the process dies between them.
    """
    old = _old(out)
    if out.exists():
        out.rename(old)
    try:
        work.rename(out)
    except OSError:
        if old.exists():
            old.rename(out)
        raise
    _sync(out.parent)
    shutil.rmtree(old, ignore_errors=True)


def _old(out: Path) -> Path:
    return out.with_name(f".{out.name}.old")


def recover(out: Path) -> None:
    """Clear what an interrupted build has left; a graph that it had moved aside comes back. Call it under the lock."""
    if not out.exists() and _is_graph(_old(out)):
        _old(out).rename(out)
    shutil.rmtree(_old(out), ignore_errors=True)
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
        except BlockingIOError as error:
            raise GraphError("另一个 build 正在写这个图谱", place=str(out)) from error
        yield
        path.unlink(missing_ok=True)


# -- reading ------------------------------------------------------------------------------------------------------


def load(kg: Path) -> Graph:
    """The graph of a directory.

    :raises GraphError: there is none, it is of another format, or a file of it is missing or broken (named with its line).
    """
    manifest(kg)
    found: dict[str, Any] = {attribute: _records(kg / name, record) for attribute, (name, record) in _FILES.items()}
    return Graph(**found)


def manifest(kg: Path) -> Manifest:
    """What a graph directory holds.

    :raises GraphError: see :func:`load`.
    """
    path = kg / "manifest.json"
    if not path.is_file() and _is_graph(_old(kg.resolve())):
        # A build was killed between its two renames.
        with locked(kg.resolve()):
            recover(kg.resolve())
    if not path.is_file():
        raise GraphError("没有图谱；先用 lianpu build 建一个", place=str(kg))
    try:
        found = msgspec.json.decode(path.read_bytes(), type=Manifest)
    except (msgspec.DecodeError, OSError) as error:
        raise GraphError(f"不能读取：{error}", place=str(path)) from error
    if found.format != FORMAT:
        raise GraphError(f"格式 {found.format} 与本版的 {FORMAT} 不同；请重新 build", place=str(path))
    return found


def sources(kg: Path) -> tuple[Stored, ...]:
    """The documents of a graph directory with their texts and lines, by id.

    :raises GraphError: see :func:`load`.
    """
    return tuple(_stored(kg, one) for one in manifest(kg).documents)


def _stored(kg: Path, one: StoredSource) -> Stored:
    name = file_name(one.id)
    text, lines = kg / "text" / f"{name}.txt", kg / "claims" / f"{name}.jsonl"
    try:
        return Stored(
            one.id, one.key, one.sha256, text.read_bytes().decode("utf-8", "surrogatepass"), decode_lines(lines.read_bytes())
        )
    except msgspec.DecodeError as error:
        raise GraphError(f"不能读取：{error}", place=str(lines)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise GraphError(f"不能读取：{error}", place=str(kg)) from error


def ids(kg: Path) -> tuple[IdRecord, ...]:
    """The id records of a graph directory; none where there is no graph yet."""
    return _records(kg / "ids.jsonl", IdRecord) if _is_graph(kg) else ()


def judgements(kg: Path) -> tuple[Judgement, ...]:
    """What readers settled about pairs of the review list; none if there is no ``judgements.jsonl``."""
    path = kg / "judgements.jsonl"
    return _records(path, Judgement) if path.is_file() else ()


def extra(kg: Path, name: str) -> bytes:
    """A file that :func:`write` was given to keep.

    :raises GraphError: there is none of this name.
    """
    if name not in manifest(kg).extras:
        raise GraphError("图谱里没有这个文件", place=str(kg / name))
    return (kg / name).read_bytes()


def _records(path: Path, record: type[_Record]) -> tuple[_Record, ...]:
    try:
        rows = path.read_bytes().splitlines()
    except OSError as error:
        raise GraphError(f"不能读取：{error.strerror}", place=str(path)) from error
    decoder = msgspec.json.Decoder(record)
    found = []
    for number, row in enumerate(rows, 1):
        try:
            found.append(decoder.decode(row))
        except msgspec.DecodeError as error:
            raise GraphError(str(error), place=f"{path}:{number}") from error
    return tuple(found)


def _is_graph(path: Path) -> bool:
    return (path / "manifest.json").is_file()


def file_name(identifier: str) -> str:
    """The id as a file name: nothing that leads out of its directory, nothing longer than a file name may be."""
    name = entity_id("Policy", identifier).partition("/")[2]
    encoded = name.encode()
    return (
        name
        if len(encoded) <= 200 and not name.startswith(".")
        else f"_{encoded[:160].decode('utf-8', 'ignore')}~{digest(identifier)[:12]}"
    )


def check(kg: Path) -> None:
    """Whether a directory is a graph that this version reads.

    :raises GraphError: see :func:`load`.
    """
    manifest(kg)


def sparql_store(kg: Path) -> oxigraph.OxigraphStore:
    """The SPARQL store of a graph directory, opened to read.

    :raises GraphError: see :func:`load`.
    """
    return oxigraph.OxigraphStore(kg / OXIGRAPH, manifest(kg).base)


def cypher_store(kg: Path) -> ladybug.LadybugStore:
    """The Cypher store of a graph directory, opened to read.

    :raises GraphError: see :func:`load`.
    """
    manifest(kg)
    return ladybug.LadybugStore(kg / LADYBUG)
