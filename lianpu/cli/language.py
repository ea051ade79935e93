"""Which language the command line speaks, and click with it.

click asks gettext for its own words, and gettext asks the environment for the language: so it is told there.
"""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import cast, get_args

import click

import lianpu.messages
from lianpu.messages import Language

LANGUAGES: tuple[Language, ...] = get_args(Language)
"""The first one is spoken where nobody chooses."""
OPTION = "--lang"
VARIABLE = "LIANPU_LANG"
DOMAIN = "click"
FOLDER = Path(lianpu.messages.__file__).parent / "locale"
"""Where gettext finds click's words; written by :mod:`lianpu.cli.click_words`."""
_TOLD = "LANGUAGE"
"""The variable that gettext asks first."""


def language_of(lang: str | None = None) -> Language:
    """The language that a command was given, else that of ``lianpu --lang``, else Chinese."""
    context = click.get_current_context(silent=True)
    return cast("Language", lang or (context.find_root().obj if context else None) or LANGUAGES[0])


def speak(context: click.Context, language: Language) -> None:
    """From here on everything is said in this language."""
    context.find_root().obj = language
    tell_click(language)


def tell_click(language: Language) -> None:
    """click's own words come in this language."""
    os.environ[_TOLD] = language


def asked_for(arguments: Sequence[str]) -> Language:
    """The language of what is said before the options are read: help, and what is wrong with them."""
    values = [value for flag, value in pairwise(arguments) if flag == OPTION]
    values += [one.removeprefix(f"{OPTION}=") for one in arguments if one.startswith(f"{OPTION}=")]
    known = [value for value in (os.environ.get(VARIABLE), *values) if value in LANGUAGES]
    return known[-1] if known else LANGUAGES[0]


@contextmanager
def words_of_click() -> Iterator[None]:
    """Meanwhile click finds its words in the catalogue."""
    domain, told = gettext.textdomain(), os.environ.get(_TOLD)
    gettext.bindtextdomain(DOMAIN, str(FOLDER))
    gettext.textdomain(DOMAIN)
    try:
        yield
    finally:
        gettext.textdomain(domain)
        if told is None:
            os.environ.pop(_TOLD, None)
        else:
            os.environ[_TOLD] = told
