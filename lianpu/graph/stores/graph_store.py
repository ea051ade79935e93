"""A graph on a SPARQL server, loaded by the Graph Store Protocol: each graph is put whole in the place of the one before.

What documents say goes into the server's default graph, everything else into graphs under ``https://w3id.org/lianpu/graph/``.
The graph :data:`RECORD` keeps which graphs a load has put there and how many statements the default graph had then. By it the
next load knows what to remove, and whether the default graph is its own to replace.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from contextlib import ExitStack
from http import HTTPStatus
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO
from urllib.parse import quote

import msgspec
import pyoxigraph as ox

from lianpu.errors import ServerError
from lianpu.graph.records import Graph
from lianpu.graph.stores.endpoint import EndpointStore
from lianpu.graph.stores.http import Client, Login, Reply, Unreachable, address
from lianpu.graph.stores.protocol import Progress
from lianpu.graph.stores.rdf import TYPE, quads
from lianpu.ids import BASE, GRAPHS

RECORD = GRAPHS + "loaded"
"""The graph that says what was loaded."""
SECONDS = 600.0
"""A graph that is not taken in this time is given up."""
WAITS = (0.5, 1.0, 2.0, 4.0)
"""Seconds before a request is tried again after the connection was lost."""
_VOID = "http://rdfs.org/ns/void#"
_PARTS = "http://purl.org/dc/terms/hasPart"
_TRIPLES = _VOID + "triples"
_N_TRIPLES = "application/n-triples"


class LoadedGraphs(msgspec.Struct, frozen=True):
    """What a server holds after loading: statements of the default graph, named graphs beside it, graphs removed."""

    triples: int
    graphs: int
    removed: int


class _Record(msgspec.Struct, frozen=True):
    """What the last load left. ``triples`` is None while a load is under way."""

    graphs: frozenset[str]
    triples: int | None


class GraphStore:
    """A server's Graph Store address (``http://host:7878/store``, ``http://host:3030/ds/data``) with its query address."""

    def __init__(
        self,
        url: str,
        query_url: str | None = None,
        *,
        login: Login | None = None,
        seconds: float = SECONDS,
        waits: Iterable[float] = WAITS,
    ) -> None:
        """Nothing is sent yet.

        :param query_url: where the server is asked; ``query`` beside the other address if left out.
        :param waits: seconds before each new try when the connection is lost.
        :raises ServerError: an address cannot be used.
        """
        self.url = address(url)
        self._waits = tuple(waits)
        self._client = Client(login or Login(), seconds)
        self._endpoint = EndpointStore(query_url or url.rpartition("/")[0] + "/query", login=login, base="", seconds=seconds)

    def __enter__(self) -> GraphStore:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()
        self._endpoint.close()

    def load(self, graph: Graph, *, base: str = BASE, replace: bool = False, progress: Progress | None = None) -> LoadedGraphs:
        """Make the server hold this graph. Loading twice changes nothing; graphs that it no longer has are removed.

        :param replace: replace a default graph that has statements of others.
        :raises ServerError: the server refuses or vanishes (what was written is said), or its default graph is not ours.
        """
        before = self._before(replace)
        with TemporaryDirectory() as folder:
            files = _files(graph, base, Path(folder))
            named = frozenset(name for name in files if name)
            self._put_record(_Record(before.graphs | named, None))
            for done, (name, file) in enumerate(files.items()):
                if progress is not None:
                    progress(done, len(files), name.removeprefix(GRAPHS) or "documents")
                try:
                    self._sent("PUT", name, file)
                except ServerError as error:
                    raise ServerError(
                        "graphs_written", place=error.place, reason=error.said, done=done, total=len(files)
                    ) from error
        gone = sorted(before.graphs - named)
        for name in gone:
            self._sent("DELETE", name)
        triples = self._triples()
        self._put_record(_Record(named, triples))
        if progress is not None:
            progress(len(files), len(files), "")
        return LoadedGraphs(triples, len(named), len(gone))

    def _before(self, replace: bool) -> _Record:
        there, record = self._triples(), self._record()
        if there and not replace:
            if record is None:
                raise ServerError("others_data", place=self.url)
            if record.triples not in (None, there):
                raise ServerError("others_changes", place=self.url)
        return record or _Record(frozenset(), None)

    def _triples(self) -> int:
        (count,) = self._endpoint.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows[0]
        return int(str(count))

    def _record(self) -> _Record | None:
        rows = self._endpoint.query(f"SELECT ?p ?o {{ GRAPH <{RECORD}> {{ <{RECORD}> ?p ?o }} }}").rows
        if not rows:
            return None
        counts = [int(str(value)) for key, value in rows if key == _TRIPLES]
        return _Record(frozenset(str(value) for key, value in rows if key == _PARTS), counts[0] if counts else None)

    def _put_record(self, record: _Record) -> None:
        about = ox.NamedNode(RECORD)
        parts = [ox.Triple(about, TYPE, ox.NamedNode(_VOID + "Dataset"))]
        parts += [ox.Triple(about, ox.NamedNode(_PARTS), ox.NamedNode(name)) for name in sorted(record.graphs)]
        if record.triples is not None:
            parts.append(ox.Triple(about, ox.NamedNode(_TRIPLES), ox.Literal(record.triples)))
        self._sent("PUT", RECORD, b"".join(_line(part) for part in parts))

    def _sent(self, method: str, name: str, body: bytes | Path | None = None) -> None:
        reply = self._tried(method, f"{self.url}?graph={quote(name, safe='')}" if name else f"{self.url}?default", body)
        if reply.status >= 300 and not (method == "DELETE" and reply.status == HTTPStatus.NOT_FOUND):
            raise ServerError("server_says", place=self.url, status=reply.status, reason=reply.said)

    def _tried(self, method: str, url: str, body: bytes | Path | None) -> Reply:
        for wait in self._waits:
            try:
                return self._once(method, url, body)
            except Unreachable:
                time.sleep(wait)
        return self._once(method, url, body)

    def _once(self, method: str, url: str, body: bytes | Path | None) -> Reply:
        if not isinstance(body, Path):
            return self._client.ask(method, url, body, {} if body is None else {"Content-Type": _N_TRIPLES})
        headers = {"Content-Type": _N_TRIPLES, "Content-Length": str(body.stat().st_size)}
        with body.open("rb") as stream:
            return self._client.ask(method, url, stream, headers)


def _files(graph: Graph, base: str, folder: Path) -> dict[str, Path]:
    """The statements of every graph as a file, in one pass; the default graph is named "" and comes first."""
    found: dict[str, Path] = {"": folder / "0.nt"}
    with ExitStack() as stack:
        streams: dict[str, IO[bytes]] = {"": stack.enter_context(found[""].open("wb"))}
        for quad in quads(graph, base):
            name = quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else ""
            if name not in streams:
                found[name] = folder / f"{len(found)}.nt"
                streams[name] = stack.enter_context(found[name].open("wb"))
            streams[name].write(_line(quad.triple))
    return found


def _line(triple: ox.Triple) -> bytes:
    """A triple as a line of N-Triples; the library escapes what may not stand there."""
    return f"{triple} .\n".encode()
