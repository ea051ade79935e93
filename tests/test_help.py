"""Help and usage errors speak one language throughout: every command, every option, click's own words, too."""

from __future__ import annotations

import ast
import gettext
import os
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from rich.cells import cell_len

from lianpu.cli import click_words, main
from lianpu.cli.help import Command, Group, Option
from lianpu.cli.language import DOMAIN, words_of_click
from lianpu.cli.wrapping import wrap
from lianpu.messages import Language, catalogue

HAN = re.compile(r"[\u4e00-\u9fff]")
SENTENCE = re.compile(r"[A-Za-z]{2,} [a-z]{2,} [a-z]{2,} [a-z]{2,}")
"""Four English words in a row: names of commands and of files are fewer."""


def walk(group: click.Command = main, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    yield path, group
    if isinstance(group, click.Group):
        for name, command in group.commands.items():
            yield from walk(command, (*path, name))


COMMANDS = dict(walk())
PATHS = pytest.mark.parametrize("path", COMMANDS, ids=lambda path: " ".join(path) or "lianpu")


def said(*arguments: str, env: dict[str, str] | None = None) -> str:
    result = CliRunner(env={"LIANPU_LANG": None, **(env or {})}).invoke(main, arguments, prog_name="lianpu")
    assert result.exit_code == 0, result.output
    return result.output


def prose(path: tuple[str, ...], text: str) -> str:
    """Help without examples, which are the same in every language."""
    command = COMMANDS[path]
    assert isinstance(command, Command | Group)
    assert all(example in text for example in command.examples)
    for example in sorted(command.examples, key=len, reverse=True):
        text = text.replace(example, "")
    return text


@PATHS
def test_help_is_in_the_language_that_is_asked_for(path: tuple[str, ...]) -> None:
    english = said("--lang", "en", *path, "--help")
    chinese = said(*path, "--help")
    assert said("--lang=en", *path, "-h") == said(*path, "--help", env={"LIANPU_LANG": "en"}) == english
    assert said("--lang", "zh", *path, "--help", env={"LIANPU_LANG": "en"}) == chinese
    assert not HAN.search(prose(path, english))
    assert english.startswith("Usage: lianpu") and "Options:" in english and "Show this message and exit." in english
    assert chinese.startswith("用法：lianpu") and "选项：" in chinese and "显示这段说明。" in chinese
    assert not SENTENCE.search(prose(path, chinese).replace("\n", " "))
    assert not re.search(r"Usage|Options|Commands|default|required|env var|TEXT|INTEGER|FLOAT|RANGE|ARGS", prose(path, chinese))


@PATHS
def test_every_command_and_option_has_a_text_of_its_own(path: tuple[str, ...]) -> None:
    command = COMMANDS[path]
    assert isinstance(command, Command | Group)
    assert command.key in catalogue("cli", "zh")
    assert path == () or command.key == "_".join(path)
    options = [one for one in command.params if isinstance(one, click.Option)]
    assert [one.name for one in options if not isinstance(one, Option) or one.key not in catalogue("cli", "zh")] == []


def test_every_text_of_the_help_is_used() -> None:
    options = {one.key for command in COMMANDS.values() for one in command.params if isinstance(one, Option)}
    commands = {command.key for command in COMMANDS.values() if isinstance(command, Command | Group)}
    assert set(catalogue("cli", "zh")) == options | commands | {"example", "heading", "reference"}


@PATHS
def test_docstrings_are_a_line_and_examples(path: tuple[str, ...]) -> None:
    command = COMMANDS[path]
    assert isinstance(command, Command | Group)
    assert (command.help or "").count("\n\n") == bool(command.examples)
    assert all(f"lianpu {' '.join(path)}" in example for example in command.examples)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_line_is_wider_than_the_terminal(lang: str) -> None:
    for path in COMMANDS:
        text = CliRunner().invoke(main, ["--lang", lang, *path, "--help"], prog_name="lianpu", terminal_width=80).output
        wide = [line for line in prose(path, text).splitlines() if cell_len(line) > 80]
        assert wide == [], path


def test_the_language_is_found_wherever_it_is_said() -> None:
    assert said("gaps", "--help", "--lang", "en") == said("--lang", "en", "gaps", "--help")
    assert said("gaps", "--lang", "en", "--help") == said("--lang", "en", "gaps", "--help")
    assert said("--help", "--lang", "en").startswith("Usage:")
    assert said("--help", env={"LIANPU_LANG": "en"}).startswith("Usage:")


def test_a_bare_command_line_gives_help() -> None:
    for language, start in (("zh", "用法："), ("en", "Usage:")):
        bare = CliRunner().invoke(main, ["--lang", language, "chains"], prog_name="lianpu")
        assert bare.exit_code == 2 and bare.stderr.startswith(start)


# -- usage errors -------------------------------------------------------------------------------------------------

ERRORS: dict[tuple[str, ...], tuple[str, str]] = {
    ("gasp",): ("没有命令 'gasp' （是不是 'gaps'？）", "No such command 'gasp'. Did you mean 'gaps'?"),
    ("gaps", "--regoin", "x"): (
        "没有选项 '--regoin' （是不是 '--region'？）",
        "No such option '--regoin'. Did you mean '--region'?",
    ),
    ("gaps",): ("缺少选项 '--region'", "Missing option '--region'"),
    ("extract",): ("缺少参数 'DOC'", "Missing argument 'DOC'"),
    ("path", "甲", "乙", "丙"): ("多余的参数（丙）", "Got unexpected extra argument (丙)"),
    ("gaps", "--region"): ("选项 '--region' 需要 1 个值", "Option '--region' requires an argument"),
    ("query", "--list=3"): ("选项 '--list' 不带值", "Option '--list' does not take a value"),
    ("query", "x", "--limit", "0"): (
        "'--limit' 的值不对：0 不在 x>=1 的范围内",
        "Invalid value for '--limit': 0 is not in the range x>=1",
    ),
    ("query", "x", "--timeout", "y"): (
        "'--timeout' 的值不对：'y' 不是所要的数",
        "Invalid value for '--timeout': 'y' is not a valid float range",
    ),
    ("show", "x", "-f", "xml"): (
        "'-f' / '--format' 的值不对：'xml' 不在 'table', 'json' 之中",
        "Invalid value for '-f' / '--format': 'xml' is not one of 'table', 'json'",
    ),
    ("chains", "check", "nowhere"): (
        "'[DIR]' 的值不对：'nowhere' 不存在",
        "Invalid value for '[DIR]': Directory 'nowhere' does not exist",
    ),
    ("query",): (
        "给出 NAME、FILE、- 或 -e TEXT 之一；--list 列出名称",
        "give one of NAME, FILE, - and -e TEXT; --list shows the names",
    ),
}


@pytest.mark.parametrize("arguments", ERRORS, ids=" ".join)
def test_a_wrong_argument_is_told_in_the_language(arguments: tuple[str, ...]) -> None:
    for lang, text in zip(("zh", "en"), ERRORS[arguments], strict=True):
        result = CliRunner().invoke(main, ["--lang", lang, *arguments])
        assert (result.exit_code, result.stderr) == (2, f"lianpu: {text}\n")


def test_a_language_that_is_not_spoken() -> None:
    told = CliRunner(env={"LIANPU_LANG": "fr"}).invoke(main, ["gaps"]).stderr
    assert told == "lianpu: '--lang' (环境变量：'LIANPU_LANG') 的值不对：'fr' 不在 'zh', 'en' 之中\n"


# -- click's own words --------------------------------------------------------------------------------------------

NEVER_SAID = re.compile(
    r"Deprecation|Boolean option|Name '|No options defined|Could not determine|Arguments take exactly|Value must be|"
    r"completion|Editing|Windows|colour|standard stream|UUID|format|Choice\(|Recognized|start character|"
    r"Do you want|Confirm the|Press any key|Repeat|two entered|%\(prog\)s|len_type|Show the version|^d$"
)
"""Of options, types and prompts that no command has, and what only a programmer does wrong."""


def messages() -> Iterator[str]:
    """What click gives gettext to translate; the two forms of a plural are parted by a bar."""
    for file in sorted(Path(click.__file__).parent.glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext"):
                texts = [one.value for one in node.args if isinstance(one, ast.Constant)]
                if texts:
                    yield "|".join(str(text) for text in texts)


def test_everything_that_click_may_say_is_in_the_catalogue() -> None:
    known = set(catalogue("click", "en").values())
    assert {text for text in messages() if not NEVER_SAID.search(text)} - known == set()


def test_what_gettext_reads_is_made_of_the_catalogue(tmp_path: Path) -> None:
    assert click_words.main(["--check"]) == 0
    with click_words.FILE.open("rb") as file:
        read = gettext.GNUTranslations(file)
    english, chinese = catalogue("click", "en"), catalogue("click", "zh")
    for key, text in english.items():
        one, bar, many = text.partition("|")
        assert (read.ngettext(one, many, 2) if bar else read.gettext(one)) == chinese[key]


def test_the_process_is_left_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LANGUAGE", raising=False)
    domain = gettext.textdomain()
    said("--help")
    assert gettext.textdomain() == domain and "LANGUAGE" not in os.environ
    monkeypatch.setenv("LANGUAGE", "de")
    with words_of_click():
        assert gettext.textdomain() == DOMAIN
        os.environ["LANGUAGE"] = "zh"
    assert (gettext.textdomain(), os.environ["LANGUAGE"]) == (domain, "de")


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("甲乙丙丁", 4, ["甲乙", "丙丁"]),
        ("甲乙，丙丁", 4, ["甲", "乙，", "丙丁"]),
        ("甲（乙）丙", 4, ["甲", "（乙）", "丙"]),
        ("a word 甲乙", 8, ["a word", "甲乙"]),
        ("--region 甲", 8, ["--region", "甲"]),
        ("one two\nthree", 7, ["one two", "three"]),
        ("", 7, []),
    ],
)
def test_lines_are_as_wide_as_they_look(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


def test_languages_have_the_same_texts() -> None:
    languages: tuple[Language, ...] = ("zh", "en")
    for name in ("cli", "click"):
        first, second = (set(catalogue(name, language)) for language in languages)
        assert first == second
