"""Load time, disk, memory and latency of every store on one large graph, made of a public table and of seeded noise.

    python benchmarks/stores.py CHAINKG [--entities 200000] [--facts 1000000] [--write docs/stores.md]

CHAINKG is the folder of the tables (see examples/tables/chainkg.yaml). pyoxigraph, ladybug and a real Neo4j (started here, as for
the tests) hold the whole graph; the same and rdflib and networkx hold a tenth of it in the same run. Every phase runs in a
process of its own, whose peak of memory is told. Latency is the median of several runs of a question after a first one that is
not counted.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Any

from stores_graph import CITY, FIRM, INDUSTRY, PARK, made

from lianpu.graph.records import Graph
from lianpu.graph.stores import ladybug, oxigraph
from lianpu.graph.stores.neo4j import Neo4jStore
from lianpu.graph.stores.property_graph import property_graph
from lianpu.graph.stores.protocol import Entity, Store
from lianpu.queries import named

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
from servers import free_port, neo4j_process

LIMIT = 60.0
"""Seconds of one question, all runs together."""
RUNS = 7
TRIPLES = "SELECT (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"
PREFIX = "PREFIX lp: <https://w3id.org/lianpu/ontology#> PREFIX lpg: <https://w3id.org/lianpu/graph/> "
NAMED: Mapping[str, Mapping[str, str]] = {
    "firms_in_region": {"region": CITY},
    "firms_of_industry": {"industry": INDUSTRY},
    "products_of_firm": {"firm": FIRM},
    "park_focus": {"park": PARK},
    "declared_gaps": {"region": CITY},
    "targets_of_industry": {"industry": INDUSTRY},
    "responsible_agencies": {"subject": INDUSTRY},
    "evidence_of_fact": {"subject": FIRM, "predicate": "anchors", "object": INDUSTRY},
}
OWN: Mapping[str, tuple[str, str]] = {
    "join: firms that make what a firm makes, by place": (
        """SELECT ?place (COUNT(DISTINCT ?other) AS ?n) { $firm lp:produces ?o . ?other lp:produces ?o ; lp:locatedIn ?place }
        GROUP BY ?place""",
        """MATCH (f:Enterprise)-[:PRODUCES]->(o:Product) WHERE f.id = $firm
        MATCH (other:Enterprise)-[:PRODUCES]->(o) MATCH (other)-[:LOCATED_IN]->(place:Region)
        RETURN place.id AS place, count(DISTINCT other) AS n""",
    ),
    "gap: sought in a city, made by no firm there": (
        """SELECT DISTINCT ?o { GRAPH lpg:regions { ?r lp:partOf $city } ?r lp:seeks ?o
        MINUS { ?firm lp:produces ?o ; lp:locatedIn ?in . GRAPH lpg:regions { ?in lp:partOf $city } } }""",
        """MATCH (c:Region)<-[:PART_OF]-(r:Region)-[:SEEKS]->(o:Product) WHERE c.id = $city AND NOT EXISTS {
        MATCH (o)<-[:PRODUCES]-(f:Enterprise)-[:LOCATED_IN]->(i:Region)-[:PART_OF]->(d:Region) WHERE d.id = $city }
        RETURN DISTINCT o.id AS o""",
    ),
}
OWN_PARAMETERS: Mapping[str, Mapping[str, Entity]] = {
    name: {"firm": Entity(FIRM)} if name.startswith("join") else {"city": Entity(CITY)} for name in OWN
}


# -- phases, each in a process of its own ---------------------------------------------------------------------------


def seconds(work: Callable[[], object]) -> float:
    """Wall time."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def questions(store: Store, dialect: named.Dialect) -> dict[str, Any]:
    """Median latency in milliseconds and number of rows of every question."""
    found = {}
    for name, params in NAMED.items():
        found[name] = _measured(lambda name=name, params=params: named.run(store, name, params, dialect))
    for name, texts in OWN.items():
        text = PREFIX + texts[0] if dialect == "sparql" else texts[1]
        found[name] = _measured(lambda text=text, name=name: store.query(text, OWN_PARAMETERS[name]))
    return found


def _measured(ask: Callable[[], Any]) -> dict[str, float]:
    rows, times, start = len(ask().rows), [], time.perf_counter()
    while len(times) < RUNS and (not times or time.perf_counter() - start < LIMIT):
        times.append(seconds(ask) * 1000)
    return {"ms": statistics.median(times), "rows": rows}


def load(store: str, graph: Graph, place: Path, uri: str) -> dict[str, Any]:
    """Fill a store; seconds, and relationships a second where they come last."""
    before = _peak()
    if store == "oxigraph":
        found: dict[str, Any] = {"seconds": seconds(lambda: oxigraph.write(graph, place))}
        found["triples"] = oxigraph.OxigraphStore(place).query(TRIPLES).rows[0][0]
    elif store == "ladybug":
        found = {"seconds": seconds(lambda: ladybug.write(graph, place))}
    else:
        found = _load_neo4j(graph, uri)
    counts = {"entities": len(graph.entities), "facts": len(graph.facts), "claims": len(graph.claims)}
    return found | counts | {"records": before, "peak": _peak()}


def _load_neo4j(graph: Graph, uri: str) -> dict[str, Any]:
    moments: list[tuple[float, bool]] = []
    kinds = set(property_graph(Graph()).nodes)
    with Neo4jStore(uri) as store:
        start = time.perf_counter()
        loaded = store.load(graph, progress=lambda _, __, what: moments.append((time.perf_counter(), what in kinds)))
        took = time.perf_counter() - start
    nodes = max(moment for moment, node in moments if node)
    edges = max(moment for moment, node in moments if not node)
    return {"seconds": took, "edge_seconds": edges - nodes, "nodes": loaded.nodes, "edges": loaded.edges}


def ask(store: str, graph: Graph | None, place: Path, uri: str) -> dict[str, Any]:
    """Open a store, ask everything."""
    start = time.perf_counter()
    if store == "oxigraph":
        opened: Any = oxigraph.OxigraphStore(place)
    elif store == "ladybug":
        opened = ladybug.LadybugStore(place)
    elif store == "rdflib":
        from lianpu.graph.stores.rdflib_store import RdflibStore

        assert graph is not None
        opened = RdflibStore(graph)
    else:
        opened = Neo4jStore(uri)
    took = time.perf_counter() - start
    return {
        "seconds": took,
        "questions": questions(opened, "sparql" if store in ("oxigraph", "rdflib") else "cypher"),
        "peak": _peak(),
    }


def walk(graph: Graph) -> dict[str, Any]:
    """networkx: what it is for, the way between two and the neighbourhood of one."""
    from lianpu.graph.stores.networkx_store import NetworkxStore

    start = time.perf_counter()
    store = NetworkxStore(graph)
    took = time.perf_counter() - start
    steps = {
        "path": lambda: store.path(FIRM, graph.facts[-1].s),
        "neighbourhood of two hops": lambda: store.neighbourhood(FIRM, 2),
    }
    found = {}
    for name, step in steps.items():
        rows = len(step())
        found[name] = {"ms": statistics.median(seconds(step) * 1000 for _ in range(RUNS)), "rows": rows}
    return {"seconds": took, "questions": found, "peak": _peak()}


def _peak() -> int:
    """Megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def phase(arguments: argparse.Namespace) -> dict[str, Any]:
    """What ``--phase`` names."""
    what, _, store = arguments.phase.partition(":")
    needed = what in ("load", "walk") or store == "rdflib"
    graph = made(arguments.tables, arguments.entities, arguments.facts) if needed else None
    if what == "ask":
        return ask(store, graph, arguments.place, arguments.uri)
    assert graph is not None
    return walk(graph) if what == "walk" else load(store, graph, arguments.place, arguments.uri)


# -- the run ------------------------------------------------------------------------------------------------------


@contextmanager
def server(home: Path) -> Iterator[tuple[str, int]]:
    """A Neo4j with its address and process id."""
    port = free_port()
    with neo4j_process(port, str(home), auth=False, heap="3g") as process:
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
    """One size of the graph, on all stores."""

    def __init__(self, tables: Path, entities: int, facts: int, folder: Path) -> None:
        self._command = [sys.executable, __file__, str(tables), "--entities", str(entities), "--facts", str(facts)]
        self._folder = folder

    def phase(self, name: str, place: Path | None = None, uri: str = "") -> dict[str, Any]:
        """A phase in a process of its own."""
        command = [*self._command, "--phase", name, "--place", str(place or self._folder), "--uri", uri]
        done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
        found: dict[str, Any] = json.loads(done.stdout)
        print(f"{time.strftime('%H:%M:%S')} load {os.getloadavg()[0]:.1f} {name} {found}", file=sys.stderr, flush=True)
        return found

    def all(self, *, small: bool) -> dict[str, Any]:
        """Everything by store."""
        machine = {"processors": os.cpu_count(), "before": os.getloadavg()[0]}
        found: dict[str, Any] = {}
        for store in ("oxigraph", "ladybug"):
            place = self._folder / store
            found[store] = {"load": self.phase(f"load:{store}", place), "disk": size(place)}
            found[store]["ask"] = self.phase(f"ask:{store}", place)
        home = self._folder / "neo4j"
        with server(home) as (uri, pid):
            found["neo4j"] = {"load": self.phase("load:neo4j", None, uri)}
            found["neo4j"]["ask"] = self.phase("ask:neo4j", None, uri)
            found["neo4j"]["server"] = resident(pid)
        found["neo4j"]["disk"] = size(home / "data" / "databases")
        if small:
            found["rdflib"] = {"ask": self.phase("ask:rdflib")}
            found["networkx"] = {"ask": self.phase("walk")}
        agreed(found)
        return found | {"machine": machine | {"after": os.getloadavg()[0]}}


def agreed(found: Mapping[str, Any]) -> None:
    """Stop where two stores answer a question with different numbers of rows: their times would say nothing."""
    for question in (*NAMED, *OWN):
        rows = {store: one["ask"]["questions"][question]["rows"] for store, one in found.items() if store != "networkx"}
        if len(set(rows.values())) > 1 or not max(rows.values()):
            raise SystemExit(f"{question}: {rows}")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tables", type=Path, metavar="CHAINKG")
    parser.add_argument("--entities", type=int, default=200_000)
    parser.add_argument("--facts", type=int, default=1_000_000)
    parser.add_argument("--tenth", action="store_true", help="Only the tenth.")
    parser.add_argument("--write", type=Path, metavar="FILE", help="The page with the figures.")
    parser.add_argument("--figures", type=Path, metavar="FILE", help="The figures as JSON.")
    for hidden in ("--phase", "--uri"):
        parser.add_argument(hidden, default="", help=argparse.SUPPRESS)
    parser.add_argument("--place", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.phase:
        print(json.dumps(phase(arguments)))
        return
    found = {}
    for name, part in (("tenth", 10), ("whole", 1))[: 1 if arguments.tenth else 2]:
        with tempfile.TemporaryDirectory(prefix="lianpu-stores-") as folder:
            run = Run(arguments.tables, arguments.entities // part, arguments.facts // part, Path(folder))
            found[name] = run.all(small=part > 1)
            if arguments.figures:
                arguments.figures.write_text(json.dumps(found, ensure_ascii=False, indent=1), "utf-8")
    # Imported here: what lays the figures out needs no store.
    from stores_page import page

    text = page(found, {name: version(name) for name in ("pyoxigraph", "ladybug", "rdflib", "networkx", "neo4j")})
    if arguments.write:
        arguments.write.write_text(text, "utf-8")
    print(text)


if __name__ == "__main__":
    main()
