"""The command that serves a graph."""

from __future__ import annotations

from pathlib import Path

import click

from lianpu import pipeline
from lianpu.cli.help import command, option
from lianpu.cli.language import language_of
from lianpu.cli.shell import bytes_of, kg_option, say


@command()
@kg_option
@option("--host", default="127.0.0.1", show_default=True, help="serve_host")
@option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="serve_port")
@option("--allow-host", multiple=True, metavar="NAME", help="serve_allow_host")
@option("--cors", multiple=True, metavar="ORIGIN", help="serve_cors")
@option(
    "--seconds",
    type=click.FloatRange(min=0.1, max=3600),
    default=10,
    show_default=True,
    help="serve_seconds",
)
@option(
    "--memory",
    type=click.FloatRange(min=200),
    default=1000,
    show_default=True,
    metavar="MB",
    help="serve_memory",
)
@option(
    "--max-answer",
    type=click.FloatRange(min=0, min_open=True),
    default=20,
    show_default=True,
    metavar="MB",
    help="serve_max_answer",
)
@option("--workers", type=click.IntRange(1, 64), default=2, show_default=True, help="serve_workers")
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
    """Serve the graph to a browser.

    lianpu serve --kg kg
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
