"""The phases of benchmarks/stores.py, each to be run in a process of its own: fill a store, ask it, walk in networkx."""

from __future__ import annotations

import os
import resource
import signal
import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from stores_graph import CITY, FIRM, INDUSTRY, PARK

from lianpu.graph.records import Graph
from lianpu.graph.stores import ladybug, oxigraph
from lianpu.graph.stores.neo4j import Neo4jStore
from lianpu.graph.stores.property_graph import property_graph
from lianpu.graph.stores.protocol import Entity, Rows, Store
from lianpu.queries import named

LIMIT = 10.0
"""Seconds of one question, all runs together; rdflib is interrupted when the first run takes longer."""
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


@dataclass(frozen=True)
class Moment:
    """Seconds on the clock, and of processors by this process and a server."""

    clock: float
    processor: float

    @staticmethod
    def now(server: int | None = None) -> Moment:
        """This moment."""
        return Moment(time.perf_counter(), time.process_time() + (0.0 if server is None else _processor(server)))

    def since(self, start: Moment) -> dict[str, float]:
        """What has passed."""
        return {"seconds": self.clock - start.clock, "processor": self.processor - start.processor}


def _processor(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _took(work: Callable[[], object]) -> dict[str, float]:
    start = Moment.now()
    work()
    return Moment.now().since(start)


# -- filling ------------------------------------------------------------------------------------------------------


def load(store: str, graph: Graph, place: Path, uri: str, server: int | None) -> dict[str, Any]:
    """Fill a store: seconds, counts, memory.

    :param server: process id of a server.
    """
    before = _peak()
    if store == "oxigraph":
        found: dict[str, Any] = _took(lambda: oxigraph.write(graph, place))
        found["triples"] = oxigraph.OxigraphStore(place).query(TRIPLES).rows[0][0]
    elif store == "ladybug":
        found = _took(lambda: ladybug.write(graph, place))
    else:
        found = _load_neo4j(graph, uri, server)
    counts = {"entities": len(graph.entities), "facts": len(graph.facts), "claims": len(graph.claims)}
    return found | counts | {"records": before, "peak": _peak()}


def _load_neo4j(graph: Graph, uri: str, server: int | None) -> dict[str, Any]:
    moments: list[tuple[Moment, bool]] = []
    kinds = set(property_graph(Graph()).nodes)
    with Neo4jStore(uri) as store:
        start = Moment.now(server)
        loaded = store.load(graph, progress=lambda _, __, what: moments.append((Moment.now(server), what in kinds)))
        found: dict[str, Any] = Moment.now(server).since(start)
    nodes = [moment for moment, node in moments if node][-1]
    edges = [moment for moment, node in moments if not node][-1]
    return found | {"relationships": edges.since(nodes), "nodes": loaded.nodes, "edges": loaded.edges}


# -- asking -------------------------------------------------------------------------------------------------------


def ask(store: str, graph: Graph | None, place: Path, uri: str) -> dict[str, Any]:
    """Open a store, ask everything."""
    start = Moment.now()
    if store == "oxigraph":
        opened: Any = oxigraph.OxigraphStore(place)
    elif store == "ladybug":
        opened = ladybug.LadybugStore(place)
    elif store == "rdflib":
        # Imported here: the others' memory is told without it.
        from lianpu.graph.stores.rdflib_store import RdflibStore

        assert graph is not None
        opened = RdflibStore(graph)
    else:
        opened = Neo4jStore(uri)
    took = Moment.now().since(start)
    asked = questions(opened, "sparql" if store in ("oxigraph", "rdflib") else "cypher")
    return took | {"questions": asked, "peak": _peak()}


def questions(store: Store, dialect: named.Dialect) -> dict[str, Any]:
    """Median latency in milliseconds, number of rows and what tells them from others, of every question; nothing of one that
    was interrupted.
    """
    found = {}
    for name, params in NAMED.items():
        found[name] = _measured(lambda name=name, params=params: named.run(store, name, params, dialect))
    for name, texts in OWN.items():
        text = PREFIX + texts[0] if dialect == "sparql" else texts[1]
        found[name] = _measured(lambda text=text, name=name: store.query(text, OWN_PARAMETERS[name]))
    return found


def _measured(asked: Callable[[], Rows]) -> dict[str, Any] | None:
    try:
        with _interrupted(LIMIT):
            rows = asked().rows
    except TooLong:
        return None
    told = {"rows": len(rows), "digest": blake2b(repr(sorted(rows, key=repr)).encode(), digest_size=8).hexdigest()}
    return told | {"ms": _median(asked)}


class TooLong(BaseException):
    """Not an Exception: a store would take it for a fault of the question."""


@contextmanager
def _interrupted(seconds: float) -> Iterator[None]:
    """End what is done here after some time, if it is Python: what another language does is waited for."""

    def end(*_: object) -> None:
        raise TooLong

    signal.signal(signal.SIGALRM, end)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _median(work: Callable[[], object]) -> float:
    times: list[float] = []
    while len(times) < RUNS and sum(times) < LIMIT:
        times.append(_took(work)["seconds"])
    return statistics.median(times) * 1000


def walk(graph: Graph) -> dict[str, Any]:
    """networkx: what it is for, the way between two and the neighbourhood of one."""
    from lianpu.graph.stores.networkx_store import NetworkxStore

    start = Moment.now()
    store = NetworkxStore(graph)
    took = Moment.now().since(start)
    steps: dict[str, Callable[[], Any]] = {
        "path": lambda: store.path(FIRM, graph.facts[-1].s),
        "neighbourhood of two hops": lambda: store.neighbourhood(FIRM, 2),
    }
    found = {name: {"ms": _median(step), "rows": len(step())} for name, step in steps.items()}
    return took | {"questions": found, "peak": _peak()}


def _peak() -> int:
    """Megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
