"""The documents say what is: commands that exist, links that lead somewhere, the same in both languages."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from lianpu.cli import main
from lianpu.cli.reference import FILES, reference

READMES = ("README.md", "README.zh-CN.md")
DOCUMENTS = [*sorted(p.name for p in Path(__file__).parent.parent.glob("*.md")), "docs/architecture.md"]


def blocks(text: str) -> list[list[str]]:
    """Shell lines of the fenced blocks that name no language."""
    return [block.strip().splitlines() for block in re.findall(r"^```\n(.*?)^```", text, re.DOTALL | re.MULTILINE)]


def commands(text: str) -> list[list[str]]:
    lines = [line for block in blocks(text) for line in block]
    found = [re.sub(r"^.*?\blianpu ", "", line) for line in lines if re.match(r"(\.venv/bin/)?lianpu ", line)]
    return [shlex.split(line, comments=True) for line in found]


def test_the_command_reference_is_up_to_date() -> None:
    assert {language: file.read_text("utf-8") for language, file in FILES.items()} == {
        language: reference(main, language) for language in FILES
    }


@pytest.mark.parametrize("name", READMES)
def test_every_command_of_the_readme_parses(name: str, root: Path) -> None:
    found = commands((root / name).read_text("utf-8"))
    assert len(found) >= 8
    for arguments in found:
        command = main.commands[arguments[0]]
        command.make_context(arguments[0], arguments[1:], parent=click.Context(main))


@pytest.mark.parametrize("name", READMES)
def test_the_make_targets_of_the_readme_exist(name: str, root: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (root / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = set(re.findall(r"^make (\w+)", (root / name).read_text("utf-8"), re.MULTILINE))
    assert named == {"demo", "test"}
    assert named <= targets


def test_both_readmes_show_the_same_commands_and_the_same_python(root: Path) -> None:
    english, chinese = ((root / name).read_text("utf-8") for name in READMES)
    assert commands(english) == commands(chinese)
    assert re.findall(r"```python\n.*?```", english, re.DOTALL) == re.findall(r"```python\n.*?```", chinese, re.DOTALL)
    assert english.count("\n## ") == chinese.count("\n## ")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_to_files(name: str, root: Path) -> None:
    document = root / name
    for target in re.findall(r"\]\(([^)#]+)\)", document.read_text("utf-8")):
        if not target.startswith("https://"):
            assert (document.parent / target).exists(), target


def test_every_command_has_help_with_an_example() -> None:
    for name, command in main.commands.items():
        for one in command.commands.values() if isinstance(command, click.Group) else [command]:
            assert f"lianpu {name}" in (one.help or ""), name


def test_decisions_have_their_five_headings(root: Path) -> None:
    decisions = sorted((root / "docs" / "decisions").glob("0001*.md"))
    assert decisions
    for file in decisions:
        headings = re.findall(r"^## (.+)$", file.read_text("utf-8"), re.MULTILINE)
        assert headings == ["Why", "Today", "Design", "Settled", "Out of scope"]
