"""The command reference, made from the commands themselves: ``python -m lianpu.cli.reference [--check]``."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from lianpu.cli.help import Group
from lianpu.cli.language import words_of_click
from lianpu.messages import Language, catalogue

_DOCS = Path(__file__).parent.parent.parent / "docs"
FILES: Mapping[Language, Path] = {"en": _DOCS / "cli.md", "zh": _DOCS / "cli.zh-CN.md"}


def reference(group: Group, language: Language) -> str:
    """The help of every command in a language, as Markdown."""
    with words_of_click():
        root = group.make_context("lianpu", [], resilient_parsing=True, terminal_width=100, obj=language)
        sections = [f"\n## {name}\n\n```\n{text}\n```\n" for name, text in _helps(group, "lianpu", root)]
    return catalogue("cli", language)["reference"] + "".join(sections)


def _helps(command: click.Command, name: str, context: click.Context) -> Iterator[tuple[str, str]]:
    with context.scope(cleanup=False):
        yield name, command.get_help(context)
    if isinstance(command, click.Group):
        for key in command.list_commands(context):
            child = command.get_command(context, key)
            if child is not None:
                inner = child.make_context(key, [], context, resilient_parsing=True)
                yield from _helps(child, f"{name} {key}", inner)


def main(arguments: list[str]) -> int:
    """Write the files, or with ``--check`` say whether they are up to date."""
    from lianpu.cli import main as group

    texts = {file: reference(group, language) for language, file in FILES.items()}
    if arguments == ["--check"]:
        stale = [file.name for file, text in texts.items() if not file.exists() or file.read_text("utf-8") != text]
        for name in stale:
            click.echo(f"{name} is out of date: run make generated", err=True)
        return 1 if stale else 0
    for file, text in texts.items():
        file.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
