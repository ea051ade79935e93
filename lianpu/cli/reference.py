"""The command reference, made from the commands themselves: ``python -m lianpu.cli.reference [--check]``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

FILE = Path(__file__).parent.parent.parent / "docs" / "cli.md"
_HEAD = """# Command reference

<!-- Written by `python -m lianpu.cli.reference`; change the commands, not this file. -->

Every command ends with exit code 0, or says why not in one line on standard error: `lianpu: …` (1 for an error, 2 for a wrong
argument). Listings take `-f table|csv|json`.
"""


def reference(group: click.Group) -> str:
    """The help of every command, as Markdown."""
    return _HEAD + "".join(f"\n## {name}\n\n```\n{text}\n```\n" for name, text in _helps(group, "lianpu", None))


def _helps(command: click.Command, name: str, parent: click.Context | None) -> Iterator[tuple[str, str]]:
    context = command.make_context(name.rpartition(" ")[2], [], parent, resilient_parsing=True, terminal_width=100)
    yield name, command.get_help(context)
    if isinstance(command, click.Group):
        for key in command.list_commands(context):
            child = command.get_command(context, key)
            if child is not None:
                yield from _helps(child, f"{name} {key}", context)


def main(arguments: list[str]) -> int:
    """Write the file, or with ``--check`` say whether it is up to date."""
    from lianpu.cli import main as group

    text = reference(group)
    if arguments == ["--check"]:
        if FILE.read_text("utf-8") == text:
            return 0
        click.echo(f"{FILE.name} is out of date: run make generated", err=True)
        return 1
    FILE.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
