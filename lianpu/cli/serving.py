"""The command that serves a graph."""

from __future__ import annotations

from pathlib import Path

import click

from lianpu import pipeline
from lianpu.cli.shell import bytes_of, kg_option, language_of, say


@click.command()
@kg_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at; others than this machine's warn.")
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="Port; 0 takes any that is free.")
@click.option("--allow-host", multiple=True, metavar="NAME", help="A name by which the server may be called, beside localhost.")
@click.option("--cors", multiple=True, metavar="ORIGIN", help="An origin whose pages may read the answers; none if left out.")
@click.option(
    "--seconds",
    type=click.FloatRange(min=0.1, max=3600),
    default=10,
    show_default=True,
    help="A SPARQL question that takes longer is ended.",
)
@click.option(
    "--memory",
    type=click.FloatRange(min=200),
    default=1000,
    show_default=True,
    metavar="MB",
    help="A SPARQL question that takes more memory is ended.",
)
@click.option(
    "--max-answer",
    type=click.FloatRange(min=0, min_open=True),
    default=20,
    show_default=True,
    metavar="MB",
    help="A SPARQL answer that is larger is refused.",
)
@click.option("--workers", type=click.IntRange(1, 64), default=2, show_default=True, help="SPARQL questions answered at a time.")
def serve(
    kg: Path,
    host: str,
    port: int,
    allow_host: tuple[str, ...],
    cors: tuple[str, ...],
    seconds: float,
    memory: float,
    max_answer: float,
    workers: int,
) -> None:
    """Serve a graph to a browser: the explorer at /, a JSON API (/openapi.json), SPARQL at /sparql with an editor at /editor.

    It only reads, and listens to this machine alone unless told otherwise. Ctrl-C ends it.

    \b
    Example: lianpu serve --kg kg
             lianpu serve --kg kg --port 0
    """
    # Imported here: no other command needs a server.
    from lianpu.serve import Address, Limits, application, is_loopback
    from lianpu.serve import serve as listen

    graph = pipeline.open(kg)
    language = language_of()
    limits = Limits(seconds=seconds, memory=bytes_of(memory), answer=bytes_of(max_answer), workers=workers)
    if not is_loopback(host):
        click.echo(say("served_openly", host=host), err=True)
    listen(
        lambda _: application(graph, limits, hosts=(*allow_host, host), origins=cors, language=language),
        Address(host, port),
        lambda bound: click.echo(bound.url),
    )


COMMANDS = (serve,)
