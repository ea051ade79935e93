"""click's own words in Chinese as gettext reads them, made of ``messages/click.yaml``:
``python -m lianpu.cli.click_words [--check]``.
"""

from __future__ import annotations

import struct
import sys
from collections.abc import Mapping

import click

from lianpu.cli.language import DOMAIN, FOLDER
from lianpu.messages import catalogue

FILE = FOLDER / "zh" / "LC_MESSAGES" / f"{DOMAIN}.mo"
_HEAD = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=1; plural=0;\n"
_MAGIC = 0x950412DE


def words() -> dict[str, str]:
    """Chinese for what click says; the two forms of a plural are parted by a null character, as gettext has them."""
    chinese = catalogue("click", "zh")
    return {text.replace("|", "\0"): chinese[key] for key, text in catalogue("click", "en").items()}


def compiled(texts: Mapping[str, str]) -> bytes:
    """Texts in gettext's binary form: two tables of lengths and places, and the strings behind them."""
    pairs = sorted((english.encode(), chinese.encode()) for english, chinese in {"": _HEAD, **texts}.items())
    columns = [[english for english, _ in pairs], [chinese for _, chinese in pairs]]
    size = 8 * len(pairs)
    head = struct.pack("<7I", _MAGIC, 0, len(pairs), 28, 28 + size, 0, 28 + 2 * size)
    tables, strings = b"", b""
    for column in columns:
        for text in column:
            tables += struct.pack("<2I", len(text), 28 + 2 * size + len(strings))
            strings += text + b"\0"
    return head + tables + strings


def main(arguments: list[str]) -> int:
    """Write the file, or with ``--check`` say whether it is up to date."""
    data = compiled(words())
    if arguments == ["--check"]:
        if FILE.read_bytes() == data:
            return 0
        click.echo(f"{FILE.name} is out of date: run make generated", err=True)
        return 1
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.write_bytes(data)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
