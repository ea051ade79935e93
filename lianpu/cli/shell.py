"""How every command ends, and the options that many share."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click

from lianpu import pipeline
from lianpu.cli.help import Group, option
from lianpu.cli.language import LANGUAGES, OPTION, VARIABLE, asked_for, language_of, speak, tell_click, words_of_click
from lianpu.errors import LianpuError
from lianpu.messages import Language
from lianpu.papers.words import words

Command = TypeVar("Command", bound=Callable[..., Any])

INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells have it."""


class Shell(Group):
    """A group whose errors are one line on stderr, ``lianpu: message``, and an exit code; never a traceback."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run a command and exit; a number that it returns is the exit code."""
        with words_of_click():
            if not standalone_mode:
                return super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
            return self._main(args, prog_name, complete_var, **extra)

    def _main(self, args: Sequence[str] | None, prog_name: str | None, complete_var: str | None, **extra: Any) -> NoReturn:
        try:
            result = super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.format_message(), err=True)
            sys.exit(error.exit_code)
        except click.ClickException as error:
            # A line that stands alone needs no full stop.
            fail(error.format_message().removesuffix(".").removesuffix("。"), error.exit_code)
        except click.Abort:
            # Before the command line was read, so that nobody has said in which language.
            fail(words()("interrupted"), INTERRUPTED)
        sys.exit(result if isinstance(result, int) else 0)

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Read the command line; help and what is wrong with it come in the language that it asks for."""
        language: Language = extra.setdefault("obj", asked_for(args))
        tell_click(language)
        return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; what goes wrong is worded here, where the language is known."""
        try:
            return super().invoke(ctx)
        except LianpuError as error:
            raise click.ClickException(error.text(language_of())) from error
        except OSError as error:
            raise click.ClickException(f"{error.filename}: {error.strerror}" if error.filename else str(error)) from error
        except (click.Abort, KeyboardInterrupt) as error:
            raise _InterruptedError(say("interrupted")) from error


class _InterruptedError(click.ClickException):
    """Somebody has ended the command."""

    exit_code = INTERRUPTED


def fail(message: str, code: int = 1) -> NoReturn:
    """Say why on stderr, in one line, and exit."""
    click.echo(f"lianpu: {' '.join(message.split())}", err=True)
    sys.exit(code)


def kg_option(command: Command) -> Command:
    """``--kg``: the graph that a command reads."""
    return option(
        "--kg",
        type=click.Path(path_type=Path),
        default=Path("kg"),
        show_default=True,
        metavar="DIR",
        help="kg",
    )(command)


def format_option(choices: Sequence[str] = ("table", "csv", "json")) -> Callable[[Command], Command]:
    """``-f``: how a listing is printed."""
    kind = click.Choice(choices)
    return option("-f", "--format", "form", type=kind, default=choices[0], show_default=True, help="format")


def file_option(command: Command) -> Command:
    """``-o``: a file instead of standard output."""
    return option(
        "-o",
        "--out",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="file",
    )(command)


def form_option(choices: Sequence[str]) -> Callable[[Command], Command]:
    """``-f`` of a command that also writes files; see :func:`form_of`."""
    return option("-f", "--format", "form", type=click.Choice(choices), help="form", fields={"first": choices[0]})


def lang_option(command: Command) -> Command:
    """``--lang`` of a report; left out, the language of the whole command line."""
    # Eager: what is wrong with the other options is said in this language, too.
    return option(OPTION, type=click.Choice(LANGUAGES), help="report_language", is_eager=True, callback=_spoken)(command)


def shell_language_option(command: Command) -> Command:
    """``--lang`` of the whole command line."""
    return option(
        OPTION,
        type=click.Choice(LANGUAGES),
        envvar=VARIABLE,
        show_envvar=True,
        expose_value=False,
        callback=_spoken,
        help="lang",
    )(command)


def _spoken(context: click.Context, _: click.Parameter, lang: Language | None) -> Language | None:
    """The language of everything that is said from here on."""
    if lang is not None:
        speak(context, lang)
    return lang


def say(key: str, **values: object) -> str:
    """A text of the catalogue in the language of the command line."""
    return words(language_of())(key, **values)


def heads(*keys: str) -> tuple[str, ...]:
    """Headings of columns in the language of the command line."""
    return tuple(say(f"column_{key}") for key in keys)


def form_of(form: str | None, out: Path | None, choices: Sequence[str], binary: Collection[str] = ()) -> str:
    """The form that is meant: as asked, as the file's suffix says, or the first.

    :raises UsageError: the suffix says nothing, or the form is for files only and there is none.
    """
    chosen = form or (choices[0] if out is None else _SUFFIXES.get(out.suffix.lower(), ""))
    if chosen not in choices:
        raise click.UsageError(say("suffix_says_nothing", file=out, forms=", ".join(choices)))
    if chosen in binary and out is None:
        raise click.UsageError(say("form_needs_file", form=chosen))
    return chosen


_SUFFIXES = {".txt": "table", ".csv": "csv", ".json": "json", ".md": "md", ".html": "html", ".docx": "docx", ".xlsx": "xlsx"}


@contextmanager
def output(out: Path | None) -> Iterator[None]:
    """What is printed goes to the file, whole or not at all; to standard output if there is none.

    :raises GraphError: the file cannot be written.
    """
    if out is None:
        yield
        return
    buffer = io.StringIO()
    with redirect_stdout(buffer):
        yield
    write(out, buffer.getvalue().encode())


def write(out: Path | None, data: bytes) -> None:
    """Write a file and name it, or print to standard output.

    :raises GraphError: the file cannot be written.
    """
    if out is None:
        click.echo(data, nl=False)
    else:
        pipeline.write_file(out, data)
        click.echo(str(out))


def size_option(command: Command) -> Command:
    """``--max-size``, in megabytes."""
    return option(
        "--max-size",
        type=click.FloatRange(min=0, min_open=True),
        default=20,
        show_default=True,
        metavar="MB",
        help="max_size",
    )(command)


def bytes_of(megabytes: float) -> int:
    """Megabytes as bytes."""
    return int(megabytes * 1_000_000)


def pairs(values: Iterable[str]) -> dict[str, str]:
    """``name=value`` arguments as a mapping."""
    found: dict[str, str] = {}
    for value in values:
        name, sign, rest = value.partition("=")
        if not sign or not name:
            raise click.BadParameter(say("name_value", value=value), param_hint="-p")
        found[name] = rest
    return found
