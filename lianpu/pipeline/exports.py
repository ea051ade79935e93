"""A graph written for other tools, and an RDF file made a graph directory again."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

import msgspec

from lianpu.errors import GraphError, InputError
from lianpu.graph import directory
from lianpu.graph.records import Graph
from lianpu.ids import BASE
from lianpu.pipeline.files import write_file

SUFFIXES: Mapping[str, str] = MappingProxyType(
    {
        ".ttl": "turtle",
        ".trig": "trig",
        ".nq": "nquads",
        ".rdf": "rdfxml",
        ".jsonld": "jsonld",
        ".graphml": "graphml",
        ".gexf": "gexf",
        ".cypher": "cypher",
        ".zip": "csv",
    }
)
"""Forms by suffix."""
FORMS = (*SUFFIXES.values(), "neo4j")
"""``csv`` and ``neo4j`` are several files: a folder, or a ``.zip`` of them."""


def export(graph: Graph, path: Path, form: str | None = None, base: str = BASE) -> None:
    """Write a graph in a form, or in the one that the suffix says; equal graphs give equal bytes.

    :raises InputError: the suffix says nothing, or there is no such form.
    :raises GraphError: the place cannot be written, or the folder has files already.
    """
    wanted = form or SUFFIXES.get(path.suffix.lower(), "")
    if wanted not in FORMS:
        raise InputError("format_unknown", place=str(path), suffixes=tuple(SUFFIXES))
    made = _made(graph, wanted, base)
    if isinstance(made, bytes):
        write_file(path, made)
    elif path.suffix.lower() == ".zip":
        write_file(path, _zipped(made))
    else:
        _write_folder(path, made)


def _made(graph: Graph, form: str, base: str) -> bytes | dict[str, bytes]:
    # Imported here: each form needs others, and most commands none.
    from lianpu.graph import export as forms
    from lianpu.viz.style import style

    writers: Mapping[str, Callable[[], bytes | dict[str, bytes]]] = {
        "turtle": lambda: forms.turtle(graph, base),
        "trig": lambda: forms.trig(graph, base),
        "nquads": lambda: forms.nquads(graph, base),
        "rdfxml": lambda: forms.rdfxml(graph, base),
        "jsonld": lambda: forms.jsonld(graph, base),
        "graphml": lambda: forms.graphml(graph),
        "gexf": lambda: forms.gexf(graph, {kind: look.fill for kind, look in style().kinds.items()}),
        "cypher": lambda: forms.cypher(graph),
        "csv": lambda: forms.csv_files(graph),
        "neo4j": lambda: forms.neo4j_files(graph),
    }
    return writers[form]()


def _zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip without a clock in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _write_folder(path: Path, files: Mapping[str, bytes]) -> None:
    if path.exists() and not (path.is_dir() and not any(path.iterdir())):
        raise GraphError("file_there", place=str(path))
    for name, data in files.items():
        write_file(path / name, data)


class ImportReport(msgspec.Struct, frozen=True, kw_only=True):
    """What was read; ``skipped`` counts the statements that are none of the vocabulary's."""

    documents: int
    entities: int
    facts: int
    claims: int
    targets: int
    skipped: int


def import_rdf(path: Path | str, out: Path | str, *, base: str = BASE) -> ImportReport:
    """Make a graph directory of a file that :func:`export` wrote as Turtle, TriG, N-Quads, RDF/XML or JSON-LD.

    The directory answers every question, with sentences. It has no source texts: documents cannot be added to it.

    :param base: beginning of the IRIs of entities and records.
    :raises InputError: the file cannot be read, or is no graph of lianpu's.
    :raises GraphError: there is a graph already, or the place cannot be written.
    """
    from lianpu.graph.export import read

    out = Path(out)
    if (out / "manifest.json").exists():
        raise GraphError("graph_there", place=str(out))
    found = read(Path(path), base)
    graph = found.graph
    # Imported here: an export has no index.
    from lianpu.queries import index

    directory.write(graph, (), out, base=base, index=index.write)
    return ImportReport(
        documents=len(graph.documents),
        entities=len(graph.entities),
        facts=len(graph.facts),
        claims=len(graph.claims),
        targets=len(graph.targets),
        skipped=found.skipped,
    )


def write_ontology(path: Path | str) -> None:
    """Write the vocabulary: ``.html`` to read, ``.ttl`` (OWL), ``.shacl.ttl`` (shapes) or ``.jsonld`` (context).

    :raises InputError: the suffix says nothing.
    :raises GraphError: the file cannot be written.
    """
    from lianpu.ontology import schema
    from lianpu.ontology.generators import html, jsonld, owl, shacl

    writers = {".html": html.render, ".shacl.ttl": shacl.render, ".ttl": owl.render, ".jsonld": jsonld.render}
    render = next((made for suffix, made in writers.items() if str(path).endswith(suffix)), None)
    if render is None:
        raise InputError("suffixes", place=str(path), suffixes=tuple(writers))
    write_file(Path(path), render(schema()).encode())
