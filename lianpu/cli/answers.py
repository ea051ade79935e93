"""Commands that answer: query, show, path."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lianpu import pipeline
from lianpu.cli import printing
from lianpu.cli.entity_table import entity_report
from lianpu.cli.help import command, option
from lianpu.cli.language import language_of
from lianpu.cli.limits import end_after
from lianpu.cli.loading import secret
from lianpu.cli.path_table import path_report
from lianpu.cli.question_table import question_table
from lianpu.cli.shell import format_option, kg_option, pairs, say

if TYPE_CHECKING:
    from lianpu.graph.stores.protocol import Rows

_Graph = pipeline.KnowledgeGraph | pipeline.ServedGraph


@command()
@kg_option
@click.argument("question", required=False, metavar="[NAME | FILE | -]")
@option("-e", "--text", metavar="TEXT", help="query_text")
@option("--dialect", type=click.Choice(["sparql", "cypher"]), help="query_dialect")
@option("-p", "--param", "params", multiple=True, metavar="NAME=VALUE", help="query_param")
@option("--endpoint", metavar="URL", help="query_endpoint")
@option("--neo4j", "bolt", metavar="URI", help="query_neo4j")
@option("--user", metavar="NAME", help="query_user")
@option("--database", metavar="NAME", help="query_database")
@option("--name", "graph", metavar="GRAPH", help="query_name")
@option("--limit", type=click.IntRange(1), metavar="N", help="query_limit")
@option("--timeout", type=click.FloatRange(0.01), metavar="SECONDS", help="query_timeout")
@option("--list", "listed", is_flag=True, help="query_list")
@format_option(("table", "csv", "json", "md"))
def query(
    kg: Path,
    question: str | None,
    text: str | None,
    dialect: str | None,
    params: tuple[str, ...],
    endpoint: str | None,
    bolt: str | None,
    user: str | None,
    database: str | None,
    graph: str | None,
    limit: int | None,
    timeout: float | None,
    listed: bool,
    form: str,
) -> None:
    """Ask a question.

    lianpu query firms_in_region -p region=济宁市
    lianpu query -e 'MATCH (e:Enterprise) RETURN e.name AS name LIMIT 5' --dialect cypher
    lianpu query question.rq -f csv
    lianpu query firms_in_region --endpoint http://localhost:7878/query
    lianpu query firms_in_region -p region=济宁市 --neo4j bolt://localhost:7687
    """
    if listed:
        question_table(form)
        return
    if (question is None) == (text is None):
        raise click.UsageError(say("give_question"))
    if endpoint is not None and bolt is not None:
        raise click.UsageError(say("one_server"))
    if bolt is None and not (database is None and graph is None):
        raise click.UsageError(say("only_neo4j"))
    spoken: pipeline.Dialect = "sparql" if bolt is None else "cypher"
    asked = pipeline.question(question, text, dialect, sys.stdin if question == "-" else None, spoken)
    if (endpoint or bolt) and asked.dialect != spoken:
        raise click.UsageError(say("endpoint_sparql" if endpoint else "neo4j_cypher"))
    login = _login(bolt, user, database, graph)
    # Behind the password: who types it is not measured.
    if timeout is not None:
        end_after(timeout)
    # One more tells whether there are more.
    enough = None if limit is None else limit + 1
    with _asked_graph(kg, endpoint, bolt, login) as found:
        result = _answer(found, asked, pairs(params), enough)
    printing.listing(form, result.columns, result.rows[:limit])
    if limit is not None and len(result.rows) > limit:
        told = say("more_rows", shown=limit) if asked.name is None else say("first_rows", shown=limit, rows=len(result.rows))
        click.echo(told, err=True)


def _login(bolt: str | None, user: str | None, database: str | None, graph: str | None) -> dict[str, str]:
    """How a server is to be entered, with the password."""
    if bolt is None:
        return {"user": user, "password": secret(pipeline.SPARQL_PASSWORD)} if user else {"password": ""}
    given = {"user": user, "database": database, "name": graph}
    return {key: value for key, value in given.items() if value} | {"password": secret(pipeline.NEO4J_PASSWORD)}


@contextmanager
def _asked_graph(kg: Path, endpoint: str | None, bolt: str | None, login: Mapping[str, str]) -> Iterator[_Graph]:
    """The graph that is asked: of a directory, or on a server."""
    if bolt is not None:
        with pipeline.neo4j(bolt, **login) as served:
            yield served
    elif endpoint is not None:
        with pipeline.endpoint(endpoint, pipeline.open(kg).thing, **login) as served:
            yield served
    else:
        yield pipeline.open(kg)


def _answer(graph: _Graph, asked: pipeline.Question, given: dict[str, str], limit: int | None) -> Rows:
    """The rows; with what a named question was asked where nobody said, is said."""
    values = graph.parameters(asked, given)
    if chosen := {name: value for name, value in values.items() if name not in given}:
        click.echo(say("asked_with", parameters=" ".join(f"{name}={value}" for name, value in chosen.items())), err=True)
    return graph.ask(asked, values, limit=limit)


@command()
@kg_option
@click.argument("name")
@format_option(("table", "json"))
def show(kg: Path, name: str, form: str) -> None:
    """Show one entity.

    lianpu show 泰山钢铁
    """
    shown = pipeline.open(kg).entity(name)
    if form == "json":
        printing.as_json(shown)
    else:
        entity_report(shown, language_of())


@command()
@kg_option
@click.argument("source", metavar="A")
@click.argument("target", metavar="B")
@format_option()
def path(kg: Path, source: str, target: str, form: str) -> None:
    """Find the way between two entities.

    lianpu path 泰山钢铁 金帝
    """
    found = pipeline.open(kg).path(source, target)
    if form == "json":
        printing.as_json(found)
    else:
        path_report(found, form, language_of())


COMMANDS = (query, show, path)
