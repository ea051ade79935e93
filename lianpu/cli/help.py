"""Commands and options whose help is in the catalogue (``messages/cli.yaml``), in the language of the command line.

A command's docstring says what it is in one line; the lines below are its examples, which need no translation.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Sequence
from gettext import gettext
from typing import Any, TypeVar

import click
from rich.cells import cell_len

from lianpu.cli.language import language_of
from lianpu.cli.wrapping import Formatter
from lianpu.messages import catalogue

Decorated = TypeVar("Decorated", bound=Callable[..., Any])
_ASIDE = re.compile("[：（，]")
"""A Chinese sentence has said its main thing before it."""


def help_text(key: str, **fields: object) -> str:
    """A text of the catalogue in the language of the command line."""
    return catalogue("cli", language_of())[key].format(**fields).rstrip("\n")


class Context(click.Context):
    """A context that formats help with respect to wide characters."""

    formatter_class = Formatter


class Option(click.Option):
    """An option whose ``help`` is a key of the catalogue; ``fields`` fill the text in."""

    def __init__(self, *args: Any, fields: dict[str, object] | None = None, **attributes: Any) -> None:
        super().__init__(*args, **attributes)
        self.key = self.help
        self.fields = fields or {}

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option and its help in the language of the command line."""
        if self.key is not None:
            self.help = help_text(self.key, **self.fields)
        return super().get_help_record(ctx)

    def make_metavar(self, ctx: click.Context) -> str:
        """What stands for the value."""
        return gettext(super().make_metavar(ctx))

    def get_error_hint(self, ctx: click.Context | None) -> str:
        """What an error calls it; click words the variable in English only."""
        return super().get_error_hint(ctx).replace("env var: ", gettext("env var: {var}").format(var=""))


class _Helped(click.Command):
    """What commands and groups have in common. ``key`` is that of their help, their name if left out."""

    context_class = Context

    def __init__(self, name: str | None, *args: Any, key: str = "", **attributes: Any) -> None:
        super().__init__(name, *args, **attributes)
        self.key = key or (name or "").replace("-", "_")

    @property
    def examples(self) -> Sequence[str]:
        """Command lines to try, out of the docstring."""
        return inspect.cleandoc(self.help or "").partition("\n\n")[2].splitlines()

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What the command does, and its examples."""
        text = help_text(self.key)
        if self.examples:
            label = help_text("example")
            starts = [label] + [" " * cell_len(label)] * (len(self.examples) - 1)
            lines = (start + example for start, example in zip(starts, self.examples, strict=True))
            text = "\n".join((f"{text}\n\n\b", *lines))
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(text)

    def get_short_help_str(self, limit: int = 45) -> str:
        """The first sentence; if it is too long, its beginning."""
        text = help_text(self.key)
        if language_of() == "en":
            return click.Command(None, help=text).get_short_help_str(limit)
        sentence = text.partition("。")[0]
        return sentence if cell_len(sentence) <= limit else _ASIDE.split(sentence)[0]

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The usage line; what stands for options and commands in the language of the command line."""
        return [gettext(piece) for piece in super().collect_usage_pieces(ctx)]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """``--help``, which click makes once for all languages."""
        found = super().get_help_option(ctx)
        if found is not None:
            found.help = gettext("Show this message and exit.")
        return found


class Command(_Helped, click.Command):
    """A command."""


class Group(_Helped, click.Group):
    """A group, whose commands are of the same kind."""

    command_class = Command


def command(name: str | None = None, **attributes: Any) -> Callable[[Callable[..., Any]], Command]:
    """Make a command of a function; see :class:`Command`."""
    return click.command(name, cls=Command, **attributes)


def group(name: str | None = None, **attributes: Any) -> Callable[[Callable[..., Any]], Group]:
    """Make a group of a function; see :class:`Group`."""
    return click.group(name, cls=Group, **attributes)


def option(*declarations: str, **attributes: Any) -> Callable[[Decorated], Decorated]:
    """Give a command an option; see :class:`Option`."""
    return click.option(*declarations, cls=Option, **attributes)
