"""The graph directory: written whole or not at all, the same bytes for the same lines, checked when it is read."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import msgspec

from lianpu.errors import GraphError
from lianpu.graph.fingerprint import fingerprint
from lianpu.graph.records import Graph, IdRecord, Judgement, ReviewItem
from lianpu.graph.swap import MARK, is_whole, locked, moved_aside, put, recover, swap, sync
from lianpu.ids import BASE, digest, entity_id
from lianpu.model import Claim, DocumentLine, Entity, Fact, Line, Target, decode_lines, encode_lines

if TYPE_CHECKING:
    from lianpu.graph.stores.ladybug import LadybugStore
    from lianpu.graph.stores.oxigraph import OxigraphStore

FORMAT = 1
OXIGRAPH = "store.oxigraph"
LADYBUG = "store.ladybug"
INDEX = "store.index"
"""Places of the records in the files, for who asks without reading them; made above this part, again where it is missing."""

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
Index = Callable[[Graph, Path], None]


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
    def reader(self) -> str:
        """What read the file: another reader may find other lines in the same file."""
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
    reader: str
    text: str
    lines: tuple[Line, ...]


class StoredSource(msgspec.Struct, frozen=True):
    """A document in the manifest."""

    id: str
    key: str
    sha256: str
    reader: str = ""


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a graph directory holds. No clock and no path outside it, so that equal graphs have equal manifests."""

    format: int = FORMAT
    base: str = BASE
    documents: tuple[StoredSource, ...] = ()
    extras: tuple[str, ...] = ()
    counts: dict[str, int] = {}
    stores: str = ""
    """What the stores were made with."""


# -- writing ------------------------------------------------------------------------------------------------------


def write(
    graph: Graph,
    sources: Sequence[SourceLike],
    out: Path,
    previous: Path | None = None,
    *,
    extras: Mapping[str, bytes] | None = None,
    base: str = BASE,
    index: Index | None = None,
) -> Manifest:
    """Write a graph directory and put it in the place of the one before; a failure leaves that one as it was.

    :param sources: the documents of the graph, with texts and lines.
    :param previous: the graph that this one follows, if not ``out``: its ``judgements.jsonl`` is carried over.
    :param extras: more files to keep, by relative path (tables, mappings); :func:`extra` reads them.
    :param index: makes :data:`INDEX` in the new directory, once its files are there.
    :raises GraphError: the place cannot be written, or holds something that is no graph.
    """
    out = out.resolve()
    if out.exists() and not is_whole(out) and not (out.is_dir() and not any(out.iterdir())):
        raise GraphError("not_graph", place=str(out))
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with locked(out):
            return _write_and_swap(graph, sources, out, previous or out, dict(extras or {}), base, index)
    except OSError as error:
        raise GraphError("cannot_write", place=str(error.filename or out), reason=error.strerror or error) from error


def _write_and_swap(
    graph: Graph,
    sources: Sequence[SourceLike],
    out: Path,
    previous: Path,
    extras: dict[str, bytes],
    base: str,
    index: Index | None,
) -> Manifest:
    recover(out)
    carried = previous / "judgements.jsonl"
    if carried.is_file():
        extras.setdefault("judgements.jsonl", carried.read_bytes())
    manifest = _manifest(graph, sources, extras, base)
    contents = {**_contents(graph, sources), **extras}
    contents[MARK] = msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n"
    if _holds(out, contents):
        return manifest
    work = Path(tempfile.mkdtemp(dir=out.parent, prefix=f".{out.name}.", suffix=".part"))
    try:
        work.chmod(0o755)
        _fill(work, graph, contents, base, index)
        swap(work, out)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return manifest


def _manifest(graph: Graph, sources: Sequence[SourceLike], extras: Mapping[str, bytes], base: str) -> Manifest:
    documents = [StoredSource(source.id, source.key, source.sha256, source.reader) for source in sources]
    return Manifest(
        base=base,
        documents=tuple(sorted(documents, key=lambda document: document.id)),
        extras=tuple(sorted(extras)),
        counts={attribute: len(getattr(graph, attribute)) for attribute in sorted(_FILES)},
        stores=fingerprint("lianpu.graph.stores", "lianpu.ontology.generated", beside=("ladybug", "pyoxigraph")),
    )


def _contents(graph: Graph, sources: Sequence[SourceLike]) -> dict[str, bytes]:
    """The files of a graph, by relative path: all but the stores and the manifest."""
    out: dict[str, bytes] = {}
    for source in sources:
        name = file_name(source.id)
        out[f"text/{name}.txt"] = source.text.encode("utf-8", "surrogatepass")
        out[f"claims/{name}.jsonl"] = encode_lines(source.lines)
    return out | {name: encode_lines(getattr(graph, attribute)) for attribute, (name, _) in _FILES.items()}


def _holds(out: Path, contents: Mapping[str, bytes]) -> bool:
    """Whether a directory has just these contents, with the stores made of them: then there is nothing to write."""
    if not (is_whole(out) and (out / OXIGRAPH).is_dir() and (out / LADYBUG).is_file()):
        return False
    made = (OXIGRAPH, INDEX)
    there = {p.relative_to(out).as_posix() for p in out.rglob("*") if p.is_file() and p.relative_to(out).parts[0] not in made}
    return there == {*contents, LADYBUG} and all((out / name).read_bytes() == data for name, data in contents.items())


def _fill(work: Path, graph: Graph, contents: Mapping[str, bytes], base: str, index: Index | None) -> None:
    # Imported here: most commands read no store, and these load two engines.
    from lianpu.graph.stores import ladybug, oxigraph

    for name, data in sorted(contents.items()):
        if name != MARK:
            put(work / name, data)
    oxigraph.write(graph, work / OXIGRAPH, base)
    ladybug.write(graph, work / LADYBUG)
    if index is not None:
        index(graph, work)
    put(work / MARK, contents[MARK])
    sync(work)


# -- reading ------------------------------------------------------------------------------------------------------


def load(kg: Path) -> Graph:
    """The graph of a directory.

    :raises GraphError: there is none, it is of another format, or a file of it is missing or broken (named with its line).
    """
    manifest(kg)
    found: dict[str, Any] = {attribute: _records(kg / name, record) for attribute, (name, record) in _FILES.items()}
    return Graph(**found)


def documents(kg: Path) -> tuple[DocumentLine, ...]:
    """The documents of a graph directory, without the rest of it.

    :raises GraphError: the file is missing or broken.
    """
    name, _ = _FILES["documents"]
    return _records(kg / name, DocumentLine)


def manifest(kg: Path) -> Manifest:
    """What a graph directory holds.

    :raises GraphError: see :func:`load`.
    """
    path = kg / MARK
    if not path.is_file() and is_whole(moved_aside(kg.resolve())):
        # A build was killed between its two renames.
        with locked(kg.resolve()):
            recover(kg.resolve())
    if not path.is_file():
        raise GraphError("no_graph", place=str(kg))
    try:
        found = msgspec.json.decode(path.read_bytes(), type=Manifest)
    except (msgspec.DecodeError, OSError) as error:
        raise GraphError("cannot_read", place=str(path), reason=error) from error
    if found.format != FORMAT:
        raise GraphError("other_format", place=str(path), found=found.format, format=FORMAT)
    return found


def sources(kg: Path) -> tuple[Stored, ...]:
    """The documents of a graph directory with their texts and lines, by id.

    :raises GraphError: see :func:`load`.
    """
    return tuple(_stored(kg, one) for one in manifest(kg).documents)


def texts(kg: Path) -> dict[str, str]:
    """Source texts of the documents of a graph directory, by id.

    :raises GraphError: see :func:`load`.
    """
    return {one.id: _text(kg, one) for one in manifest(kg).documents}


def _text(kg: Path, one: StoredSource) -> str:
    try:
        return (kg / "text" / f"{file_name(one.id)}.txt").read_bytes().decode("utf-8", "surrogatepass")
    except (OSError, UnicodeDecodeError) as error:
        raise GraphError("cannot_read", place=str(kg), reason=error) from error


def _stored(kg: Path, one: StoredSource) -> Stored:
    lines = kg / "claims" / f"{file_name(one.id)}.jsonl"
    try:
        return Stored(one.id, one.key, one.sha256, one.reader, _text(kg, one), decode_lines(lines.read_bytes()))
    except msgspec.DecodeError as error:
        raise GraphError("cannot_read", place=str(lines), reason=error) from error
    except OSError as error:
        raise GraphError("cannot_read", place=str(kg), reason=error) from error


def text(kg: Path, document: str) -> str:
    """The source text of a document, by its id.

    :raises GraphError: it cannot be read.
    """
    path = kg / "text" / f"{file_name(document)}.txt"
    try:
        return path.read_bytes().decode("utf-8", "surrogatepass")
    except (OSError, UnicodeDecodeError) as error:
        raise GraphError("cannot_read", place=str(path), reason=error) from error


def ids(kg: Path) -> tuple[IdRecord, ...]:
    """The id records of a graph directory; none where there is no graph yet."""
    return _records(kg / "ids.jsonl", IdRecord) if is_whole(kg) else ()


def judgements(kg: Path) -> tuple[Judgement, ...]:
    """What readers settled about pairs of the review list; none if there is no ``judgements.jsonl``."""
    path = kg / "judgements.jsonl"
    return _records(path, Judgement) if path.is_file() else ()


def extra(kg: Path, name: str) -> bytes:
    """A file that :func:`write` was given to keep.

    :raises GraphError: there is none of this name.
    """
    if name not in manifest(kg).extras:
        raise GraphError("no_document", place=str(kg / name))
    return (kg / name).read_bytes()


def _records(path: Path, record: type[_Record]) -> tuple[_Record, ...]:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise GraphError("cannot_read", place=str(path), reason=error.strerror) from error
    decoder = msgspec.json.Decoder(record)
    try:
        return tuple(decoder.decode_lines(data))
    except msgspec.DecodeError:
        # All lines at once are quicker, but only one by one do they tell which is broken.
        return tuple(_line(decoder, row, f"{path}:{number}") for number, row in enumerate(data.splitlines(), 1))


def _line(decoder: msgspec.json.Decoder[_Record], row: bytes, place: str) -> _Record:
    try:
        return decoder.decode(row)
    except msgspec.DecodeError as error:
        raise GraphError("verbatim", text=error, place=place) from error


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


def sparql_store(kg: Path) -> OxigraphStore:
    """The SPARQL store of a graph directory, opened to read.

    :raises GraphError: see :func:`load`.
    """
    from lianpu.graph.stores.oxigraph import OxigraphStore

    return OxigraphStore(kg / OXIGRAPH, manifest(kg).base)


def cypher_store(kg: Path) -> LadybugStore:
    """The Cypher store of a graph directory, opened to read.

    :raises GraphError: see :func:`load`.
    """
    from lianpu.graph.stores.ladybug import LadybugStore

    manifest(kg)
    return LadybugStore(kg / LADYBUG)
