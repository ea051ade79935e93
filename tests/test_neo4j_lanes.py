"""How batches go to a Neo4j server: in lanes, nodes before relationships; what was written is told. No server is asked here."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from graph_lines import plan

from lianpu.errors import ServerError
from lianpu.graph.resolve import resolve
from lianpu.graph.stores import neo4j_write as write
from lianpu.graph.stores.neo4j_load import Loading
from lianpu.graph.stores.neo4j_write import Batch, Mark
from lianpu.graph.stores.property_graph import property_graph

DATA = property_graph(
    resolve([plan("甲", "聊城市", "Enterprise 轴承厂;Product 轴承;Product 滚子", "轴承厂 produces 轴承;轴承厂 produces 滚子")])
)
NODES, EDGES = (sum(map(len, rows.values())) for rows in (DATA.nodes, DATA.edges))
_Step = Callable[[Mark, Batch], None]


class Session:
    """Answers for a server: what is done with a batch is the test's."""

    def __init__(self, step: _Step) -> None:
        self.step = step

    def execute_write(self, work: Callable[..., Any], *arguments: Any) -> Any:
        if work is write.begin:
            name, digest, lanes = arguments
            return tuple(Mark(name, lane, digest, 0, True) for lane in range(lanes))
        if work is write.step:
            self.step(*arguments)
        return None

    def execute_read(self, work: Callable[..., Any], name: str) -> Any:
        assert work is write.counts
        return write.Counter({label: len(rows) for label, rows in DATA.nodes.items()}) + write.Counter(
            kind for (kind, _, _), rows in DATA.edges.items() for _ in rows
        )

    def run(self, text: str) -> Session:
        assert "awaitIndexes" in text
        return self

    def consume(self) -> None:
        """Nothing is left to read."""


def loading(step: _Step) -> Loading:
    return Loading([Session(step), Session(step)], DATA, "试", None, 2)  # type: ignore[list-item]


def test_two_batches_are_written_at_once_and_nodes_before_relationships() -> None:
    both = threading.Barrier(2, timeout=10)
    lock, order = threading.Lock(), []

    def step(mark: Mark, batch: Batch) -> None:
        with lock:
            first = not any(lane == mark.lane for lane, _ in order)
            order.append((mark.lane, batch))
        if first:
            both.wait()

    found = loading(step)
    loaded = found.run()
    assert (loaded.nodes, loaded.edges) == (found.nodes, found.edges) == (NODES, EDGES)
    assert {lane for lane, _ in order} == {0, 1}
    are_nodes = [batch.ends is None for _, batch in order]
    assert are_nodes == sorted(are_nodes, reverse=True) and not all(are_nodes)
    assert sum(len(batch.rows) for _, batch in order) == NODES + EDGES


def test_what_the_other_lane_writes_while_one_fails_is_counted() -> None:
    failed = threading.Event()
    written: list[Batch] = []

    def step(mark: Mark, batch: Batch) -> None:
        if mark.lane == 0:
            failed.set()
            raise ServerError("load_under_way")
        assert failed.wait(10)
        written.append(batch)

    found = loading(step)
    with pytest.raises(ServerError, match="另一个 lianpu load"):
        found.run()
    assert len(written) == 1 and found.nodes == len(written[0].rows) and found.edges == 0
