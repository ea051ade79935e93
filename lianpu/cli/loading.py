"""Commands that load the graph into a server."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from lianpu import pipeline
from lianpu.cli.help import group, option
from lianpu.cli.shell import kg_option, say


def bar() -> Progress:
    """A bar with counts on stderr; none where nobody looks."""
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
        disable=not sys.stderr.isatty(),
    )


def secret(variable: str) -> str:
    """A password: from the environment, else asked for where somebody can answer, else none."""
    given = os.environ.get(variable)
    if given is None and sys.stdin.isatty():
        return str(click.prompt(say("password"), default="", hide_input=True, show_default=False, err=True))
    return given or ""


@group()
def load() -> None:
    """Load the graph into a server."""


@load.command(key="load_neo4j")
@kg_option
@option("--uri", default="bolt://localhost:7687", show_default=True, help="neo4j_uri")
@option("--user", default="neo4j", show_default=True, help="neo4j_user")
@option("--database", default="neo4j", show_default=True, help="neo4j_database")
@option("--name", default="lianpu", show_default=True, help="neo4j_name")
def neo4j(kg: Path, uri: str, user: str, database: str, name: str) -> None:
    """Load the graph into Neo4j.

    LIANPU_NEO4J_PASSWORD=… lianpu load neo4j --uri bolt://localhost:7687
    """
    password = secret(pipeline.NEO4J_PASSWORD)
    with bar() as shown:
        task = shown.add_task("neo4j", total=None)
        loaded = pipeline.open(kg).load_neo4j(
            uri,
            user=user,
            password=password,
            database=database,
            name=name,
            progress=lambda done, total, what: shown.update(task, completed=done, total=total, description=what),
        )
    removed = say("loaded_removed", count=loaded.removed) if loaded.removed else ""
    click.echo(say("loaded_nodes", nodes=loaded.nodes, edges=loaded.edges) + removed)


@load.command(key="load_sparql")
@kg_option
@click.argument("url")
@option("--query", "query_url", metavar="URL", help="sparql_query")
@option("--user", default="", metavar="NAME", help="sparql_user")
@option("--replace", is_flag=True, help="sparql_replace")
def sparql(kg: Path, url: str, query_url: str | None, user: str, replace: bool) -> None:
    """Load the graph into a SPARQL server.

    lianpu load sparql http://localhost:7878/store
    lianpu load sparql http://localhost:3030/ds/data --user admin
    """
    password = secret(pipeline.SPARQL_PASSWORD) if user else ""
    with bar() as shown:
        task = shown.add_task("sparql", total=None)
        loaded = pipeline.open(kg).load_sparql(
            url,
            query_url,
            user=user,
            password=password,
            replace=replace,
            progress=lambda done, total, what: shown.update(task, completed=done, total=total, description=what),
        )
    removed = say("loaded_graphs_removed", count=loaded.removed) if loaded.removed else ""
    click.echo(say("loaded_triples", triples=loaded.triples, graphs=loaded.graphs) + removed)


COMMANDS = (load,)
