"""Rows may be limited: then the engine is not asked for more than it must give."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from click.testing import CliRunner

from lianpu.cli import main
from lianpu.graph.stores import ladybug, neo4j, solutions
from lianpu.graph.stores.protocol import Rows

THREE = Rows(("n",), ((0,), (1,), (2,)))


def given(limit: int) -> Iterator[int]:
    """Numbers from nought; whoever takes too many is told."""
    yield from range(limit)
    raise AssertionError("read on behind the limit")


class Solutions:
    """What pyoxigraph gives: solutions that are computed while they are read."""

    def __init__(self, rows: Iterable[Any], variables: list[Any]) -> None:
        self.rows = rows
        self.variables = variables

    def __iter__(self) -> Iterator[Any]:
        return iter(self.rows)


class Fetched:
    """What ladybug gives: rows that are handed over one by one."""

    def __init__(self) -> None:
        self.left = given(3)

    def get_column_names(self) -> list[str]:
        return ["n"]

    def has_next(self) -> bool:
        return True

    def get_next(self) -> list[int]:
        return [next(self.left)]


class Transaction:
    """What Neo4j gives: records that come in a stream until it is consumed."""

    consumed = False

    def run(self, text: str, params: dict[str, Any]) -> Transaction:
        return self

    def keys(self) -> list[str]:
        return ["n"]

    def __iter__(self) -> Iterator[dict[str, int]]:
        return ({"n": number} for number in given(3))

    def consume(self) -> None:
        self.consumed = True


def test_pyoxigraph_is_read_up_to_the_limit() -> None:
    answer = Solutions(({"n": ox.Literal(number)} for number in given(3)), [ox.Variable("n")])
    assert solutions.rows(answer, limit=3) == THREE  # type: ignore[arg-type]


def test_ladybug_hands_over_no_more_than_the_limit() -> None:
    assert ladybug._table(Fetched(), 3) == THREE


def test_neo4j_sends_no_more_than_the_limit() -> None:
    transaction = Transaction()
    assert neo4j._ask(transaction, "RETURN 1 AS n", {}, 3) == THREE  # type: ignore[arg-type]
    assert transaction.consumed


def printed(*arguments: str) -> tuple[Any, str]:
    done = CliRunner().invoke(main, ["query", *arguments, "-f", "json"])
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout), done.stderr


@pytest.mark.parametrize(
    ("dialect", "text"),
    [
        ("sparql", "SELECT ?e { ?e a <https://w3id.org/lianpu/ontology#Enterprise> } ORDER BY ?e"),
        ("cypher", "MATCH (e:Enterprise) WHERE e.origin = 'documents' RETURN e.id AS id ORDER BY id"),
    ],
)
def test_a_question_of_ones_own_says_that_there_is_more(demo_kg: Path, dialect: str, text: str) -> None:
    own = ("--kg", str(demo_kg), "-e", text, "--dialect", dialect)
    everything, said = printed(*own)
    assert len(everything) > 3 and not said
    some, said = printed(*own, "--limit", "3")
    assert some == everything[:3] and "前 3 行，还有更多" in said
    assert printed(*own, "--limit", str(len(everything))) == (everything, "")
