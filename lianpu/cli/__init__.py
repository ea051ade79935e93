"""The command line: parse, call one library function, print."""

from __future__ import annotations

import click

from lianpu.cli import answers, chains, graphs, loading, outputs, reports, serving
from lianpu.cli.shell import LANGUAGES, Shell

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(cls=Shell, context_settings=CONTEXT)
@click.version_option(package_name="lianpu", message="%(prog)s %(version)s")
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    envvar="LIANPU_LANG",
    show_envvar=True,
    help="Language of what is printed; zh if left out.",
)
@click.pass_context
def main(context: click.Context, lang: str | None) -> None:
    """链谱: industrial plans in, a knowledge graph with evidence out, questions answered from it.

    \b
    lianpu build plans/ -o kg                          read documents into a graph
    lianpu gaps --region 济宁市 --chain 工程机械       which links are declared missing
    lianpu viz --region 济宁市 --chain 工程机械        draw them
    """
    context.obj = lang


COMMANDS = [c for part in (graphs, loading, reports, answers, outputs, serving, chains) for c in part.COMMANDS]
for command in COMMANDS:
    main.add_command(command)
