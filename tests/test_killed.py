"""kill -9 at random moments: the graph of before opens and is whole, the next run completes."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from graph_lines import plan
from neo4j import GraphDatabase
from servers import Server, SparqlServer

import lianpu
from lianpu.graph import directory
from lianpu.graph.resolve import resolve
from lianpu.graph.stores.endpoint import EndpointStore
from lianpu.graph.stores.property_graph import property_graph
from lianpu.graph.stores.rdf import quads

TIMES = 10
TEXT = "甲市轴承产业发展规划\n一、总体要求\n依托甲厂、乙厂等龙头企业，重点发展{}产业，培育龙头企业。\n"
Killing = Callable[..., tuple[float, str]]


@pytest.fixture(scope="module")
def killing() -> Iterator[Killing]:
    """Runs a work for some seconds, or to its end; tells how long it ran, and how it ended."""
    script = Path(__file__).parent / "killable.py"
    with subprocess.Popen([sys.executable, str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None and process.stdout is not None

        def run(seconds: float | None, work: str, *arguments: Any) -> tuple[float, str]:
            assert process.stdin is not None and process.stdout is not None
            process.stdin.write(json.dumps([seconds, work, arguments]) + "\n")
            process.stdin.flush()
            took, ended = json.loads(process.stdout.readline())
            return float(took), str(ended)

        yield run
        process.stdin.close()


def killed(attempt: Callable[[float], str], full: float) -> int:
    """Attempts that were killed at a random moment below ``full`` seconds; some end before their moment."""
    dice = random.Random(9)
    ends: list[str] = []
    while ends.count("killed") < TIMES and len(ends) < 4 * TIMES:
        ends.append(attempt(dice.uniform(0, full)))
    assert "failed" not in ends
    return ends.count("killed")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of some hundred nodes, loaded in many small batches."""
    kg: Path = tmp_path_factory.mktemp("small") / "kg"
    firms = [f"厂{number}" for number in range(40)]
    entities = ";".join(["Product 钢球", *(f"Enterprise {firm}" for firm in firms)])
    graph = resolve([plan("甲", "聊城市", entities, ";".join(f"{firm} produces 钢球" for firm in firms))])
    directory.write(graph, (), kg)
    return kg


def files(kg: Path) -> dict[str, bytes]:
    """All files of a graph but what engines write for themselves."""
    return {
        path.relative_to(kg).as_posix(): path.read_bytes()
        for path in kg.rglob("*")
        if path.is_file() and not path.relative_to(kg).parts[0].startswith("store.")
    }


def whole(kg: Path) -> None:
    """Files read, both stores open and hold what the files hold."""
    graph = lianpu.open(kg)
    entities = len(graph.records.entities)
    assert entities == directory.manifest(kg).counts["entities"] > 0
    named = "SELECT (COUNT(DISTINCT ?e) AS ?n) { { ?e rdfs:label ?l } UNION { GRAPH ?g { ?e rdfs:label ?l } } }"
    prefix = "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
    assert graph.sparql(prefix + named).rows == ((entities,),)
    assert graph.cypher("MATCH (n) WHERE n.name IS NOT NULL RETURN count(n) AS n").rows == ((entities,),)


def test_a_build_that_is_killed_leaves_the_graph_as_it_was(tmp_path: Path, killing: Killing) -> None:
    documents, kg = tmp_path / "plans", tmp_path / "kg"
    documents.mkdir()
    plan = documents / "甲市规划.txt"
    plan.write_text(TEXT.format("轴承"), "utf-8")
    full, ended = killing(None, "build", str(documents), str(kg))
    assert ended == "done"

    def attempt(seconds: float) -> str:
        before = files(kg)
        text = TEXT.format("钢球" if "轴承产业，" in plan.read_text("utf-8") else "轴承")
        plan.write_text(text, "utf-8")
        _, ended = killing(seconds, "build", str(documents), str(kg))
        directory.manifest(kg)  # brings back what was moved aside
        # Killed after the swap, while the old graph was being deleted, the new one is there.
        assert directory.sources(kg)[0].text == text or (ended == "killed" and files(kg) == before)
        whole(kg)
        return ended

    assert killed(attempt, full) == TIMES
    assert killing(None, "build", str(documents), str(kg))[1] == "done"
    assert directory.sources(kg)[0].text == plan.read_text("utf-8")
    whole(kg)
    assert lianpu.open(kg).check().violations == 0
    # Nothing is left of the builds that died.
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kg", "plans"]


def test_a_load_into_neo4j_that_is_killed_is_completed_by_the_next(small: Path, neo4j_server: Server, killing: Killing) -> None:
    work = ("neo4j", str(small), neo4j_server.uri, neo4j_server.user, neo4j_server.password)
    before = files(small)
    full, ended = killing(None, *work, "whole")
    assert ended == "done"
    assert killed(lambda seconds: killing(seconds, *work, "killed")[1], full / 2) == TIMES
    assert killing(None, *work, "killed")[1] == "done"
    data = property_graph(directory.load(small))
    with GraphDatabase.driver(neo4j_server.uri, auth=(neo4j_server.user, neo4j_server.password)) as driver:

        def held(name: str) -> list[list[Any]]:
            nodes = "MATCH (n {graph: $name}) RETURN n.id AS id, n {.*, graph: ''} AS all ORDER BY id, labels(n)"
            edges = """MATCH ({graph: $name})-[r]->({graph: $name}) RETURN type(r) AS type, startNode(r).id AS s,
                endNode(r).id AS o, properties(r) AS all ORDER BY type, s, o, r.origin"""
            return [[record.data() for record in driver.execute_query(text, name=name).records] for text in (nodes, edges)]

        found = held("killed")
        assert found == held("whole")
        assert list(map(len, found)) == [sum(map(len, rows.values())) for rows in (data.nodes, data.edges)]
        assert not driver.execute_query("MATCH (m:LianpuLoad) RETURN m").records
    assert files(small) == before


def test_a_load_into_a_sparql_server_that_is_killed_is_completed_by_the_next(
    small: Path, oxigraph_server: SparqlServer, killing: Killing
) -> None:
    work = ("sparql", str(small), oxigraph_server.store)
    oxigraph_server.run("DROP ALL")
    full, ended = killing(None, *work)
    assert ended == "done"
    oxigraph_server.run("DROP ALL")
    assert killed(lambda seconds: killing(seconds, *work)[1], full) == TIMES
    assert killing(None, *work)[1] == "done"
    everything = "SELECT (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } FILTER(!STRENDS(STR(?g), '/loaded')) } }"
    with EndpointStore(oxigraph_server.query) as store:
        assert store.query(everything).rows == ((len(set(quads(directory.load(small)))),),)
