"""Load time, disk, memory and latency of every store on one large graph, made of a public table and of seeded noise.

    python benchmarks/stores.py CHAINKG [--entities 200000] [--facts 1000000] [--folder DIR] [--write docs/stores.md]

CHAINKG is the folder of the tables (see examples/tables/chainkg.yaml). pyoxigraph, ladybug and a real Neo4j (started here, as for
the tests) hold the whole graph; the same and rdflib and networkx hold a tenth of it in the same run. Every phase runs in a
process of its own, whose peak of memory is told. Latency is the median of several runs of a question after a first one that is
not counted. With --folder stores and figures stay: a run that was cut goes on behind the last phase that was complete.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Any

from stores_graph import SMALLEST, made
from stores_page import page
from stores_phases import LIMIT, NAMED, OWN, ask, load, walk

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
from servers import free_port, neo4j_process

SERVER = ("-XX:+UseParallelGC",)
"""Options of Neo4j's Java machine: on two processors throughput counts more than short pauses."""
LIBRARIES = ("pyoxigraph", "ladybug", "rdflib", "networkx", "neo4j", "neo4j-rust-ext")
PATIENCE = 300.0
"""Seconds for which the server may start: others may use the machine."""


def phase(arguments: argparse.Namespace) -> dict[str, Any]:
    """What ``--phase`` names."""
    what, _, store = arguments.phase.partition(":")
    needed = what in ("load", "walk") or store == "rdflib"
    graph = made(arguments.tables, arguments.entities, arguments.facts) if needed else None
    if what == "ask":
        return ask(store, graph, arguments.place, arguments.uri)
    assert graph is not None
    return walk(graph) if what == "walk" else load(store, graph, arguments.place, arguments.uri, arguments.server)


@contextmanager
def server(home: Path) -> Iterator[tuple[str, int]]:
    """A Neo4j with its address and process id."""
    port = free_port()
    with neo4j_process(port, str(home), auth=False, heap="3g", options=SERVER, seconds=PATIENCE) as process:
        yield f"bolt://127.0.0.1:{port}", process.pid


def size(place: Path) -> int:
    """Megabytes on disk."""
    files = [place] if place.is_file() else [path for path in place.rglob("*") if path.is_file()]
    return sum(path.stat().st_blocks * 512 for path in files) // 1_000_000


def resident(pid: int) -> int:
    """Megabytes that a process has had at most."""
    text = Path(f"/proc/{pid}/status").read_text()
    return int(next(line for line in text.splitlines() if line.startswith("VmHWM")).split()[1]) // 1024


class Run:
    """One size of the graph, on all stores. What is in the folder already is not done again."""

    def __init__(self, tables: Path, entities: int, facts: int, folder: Path) -> None:
        self._command = [sys.executable, __file__, str(tables), "--entities", str(entities), "--facts", str(facts)]
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def all(self, *, small: bool) -> dict[str, Any]:
        """Everything by store."""
        found: dict[str, Any] = {"oxigraph": self._embedded("oxigraph"), "ladybug": self._embedded("ladybug")}
        found["neo4j"] = self._neo4j()
        if small:
            found["rdflib"] = {"ask": self._phase("ask:rdflib")}
            found["networkx"] = {"ask": self._phase("walk")}
        agreed(found)
        return found

    def _embedded(self, store: str) -> dict[str, Any]:
        place = self._folder / store
        if not self._known(f"load:{store}"):
            _clear(place)
        loaded = self._phase(f"load:{store}", place)
        return {"load": loaded, "disk": size(place), "ask": self._phase(f"ask:{store}", place)}

    def _neo4j(self) -> dict[str, Any]:
        home = self._folder / "neo4j"
        found = {name: self._known(f"{name}:neo4j") for name in ("load", "ask")}
        if not found["load"]:
            _clear(home)
        if not all(found.values()):
            with server(home) as (uri, pid):
                found = {name: self._phase(f"{name}:neo4j", home, uri, pid) for name in found}
        return found | {"disk": size(home / "data" / "databases")}

    def _phase(self, name: str, place: Path | None = None, uri: str = "", pid: int | None = None) -> dict[str, Any]:
        """A phase in a process of its own."""
        if (known := self._known(name)) is not None:
            return known
        command = [*self._command, "--phase", name, "--place", str(place or self._folder), "--uri", uri]
        command += [] if pid is None else ["--server", str(pid)]
        found: dict[str, Any] = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
        found |= {"machine": os.getloadavg()[0]} | ({} if pid is None else {"server": resident(pid)})
        print(f"{time.strftime('%H:%M:%S')} {self._folder.name} {name} {found}", file=sys.stderr, flush=True)
        self._file(name).write_text(json.dumps(found, ensure_ascii=False), "utf-8")
        return found

    def _known(self, name: str) -> dict[str, Any] | None:
        file = self._file(name)
        found: dict[str, Any] | None = json.loads(file.read_text("utf-8")) if file.exists() else None
        return found

    def _file(self, name: str) -> Path:
        return self._folder / f"{name.replace(':', '-')}.json"


def _clear(place: Path) -> None:
    """Remove what a phase that was cut has left, with the logs beside it."""
    for left in place.parent.glob(place.name + "*"):
        if left.is_dir():
            shutil.rmtree(left)
        else:
            left.unlink()


def agreed(found: Mapping[str, Any]) -> None:
    """Stop where two stores answer a question differently, or with nothing: their times would say nothing."""
    for question in (*NAMED, *OWN):
        rows = {store: one["ask"]["questions"][question] for store, one in found.items() if store != "networkx"}
        told = {store: (one["rows"], one["digest"]) for store, one in rows.items() if one is not None}
        if len(set(told.values())) > 1 or not all(count for count, _ in told.values()):
            raise SystemExit(f"{question}: {told}")


def figures(arguments: argparse.Namespace, folder: Path) -> dict[str, Any]:
    """The tenth first, then the whole."""
    found: dict[str, Any] = {}
    for name, part in (("tenth", 10), ("whole", 1))[: 1 if arguments.tenth else 2]:
        run = Run(arguments.tables, arguments.entities // part, arguments.facts // part, folder / name)
        found[name] = run.all(small=part > 1)
    return found


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tables", type=Path, metavar="CHAINKG")
    parser.add_argument("--entities", type=int, default=200_000)
    parser.add_argument("--facts", type=int, default=1_000_000)
    parser.add_argument("--tenth", action="store_true", help="Only the tenth.")
    parser.add_argument("--folder", type=Path, metavar="DIR", help="Keep stores and figures here, and go on with what is there.")
    parser.add_argument("--write", type=Path, metavar="FILE", help="The page with the figures.")
    parser.add_argument("--phase", default="", help=argparse.SUPPRESS)
    parser.add_argument("--uri", default="", help=argparse.SUPPRESS)
    parser.add_argument("--server", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--place", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.phase:
        print(json.dumps(phase(arguments)))
        return
    if arguments.entities < 10 * SMALLEST:
        parser.error(f"--entities: {10 * SMALLEST} at least, for the tenth to have some of every class")
    with tempfile.TemporaryDirectory(prefix="lianpu-stores-") as folder:
        found = figures(arguments, arguments.folder or Path(folder))
    text = page(found, {name: version(name) for name in LIBRARIES}, LIMIT)
    if arguments.write:
        arguments.write.write_text(text, "utf-8")
    print(text)


if __name__ == "__main__":
    main()
