"""The command line: parse, call one library function, print."""

from __future__ import annotations

import click

from lianpu.cli import answers, chains, graphs, loading, outputs, reports, serving
from lianpu.cli.help import Option
from lianpu.cli.shell import Shell, shell_language_option

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(cls=Shell, key="lianpu", context_settings=CONTEXT)
@click.version_option(package_name="lianpu", message="%(prog)s %(version)s", cls=Option, help="version")
@shell_language_option
def main() -> None:
    """Documents in, a graph with evidence out, questions answered from it.

    lianpu build plans/ -o kg
    lianpu gaps --region 济宁市 --chain 工程机械
    lianpu viz --region 济宁市 --chain 工程机械
    """


COMMANDS = [c for part in (graphs, loading, reports, answers, outputs, serving, chains) for c in part.COMMANDS]
for command in COMMANDS:
    main.add_command(command)
