"""JSON Schemas of what the commands print as JSON: ``python -m lianpu.queries.json_schema [--check]``."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import msgspec

from lianpu.queries.audit import Audit
from lianpu.queries.compare import Comparison
from lianpu.queries.dossier import Dossier
from lianpu.queries.records import GapReport

FOLDER = Path(__file__).parents[2] / "docs" / "schema"
"""Schemas are written in a checkout, not in an installed package."""
_RECORDS: Mapping[str, tuple[type[msgspec.Struct], str]] = {
    "gaps": (GapReport, "The missing links of a region, as lianpu gaps -f json prints them"),
    "audit": (Audit, "What is amiss in a graph, as lianpu audit -f json prints it"),
    "compare": (Comparison, "Two regions side by side, as lianpu compare -f json prints them"),
    "dossier": (Dossier, "One chain in one region, as lianpu dossier -f json prints it"),
}


def texts() -> Mapping[str, str]:
    """The schemas by file name."""
    return {f"{name}.schema.json": _text(name, record, title) for name, (record, title) in _RECORDS.items()}


def _text(name: str, record: type[msgspec.Struct], title: str) -> str:
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"https://w3id.org/lianpu/schema/{name}.schema.json",
        "title": title,
    }
    found = msgspec.json.encode({**head, **msgspec.json.schema(record)}, order="sorted")
    return msgspec.json.format(found, indent=2).decode() + "\n"


def main(arguments: list[str], folder: Path = FOLDER) -> int:
    """Write the files, or with ``--check`` say which are out of date."""
    stale = {n: t for n, t in texts().items() if not (folder / n).is_file() or (folder / n).read_text("utf-8") != t}
    for name, text in stale.items():
        if arguments == ["--check"]:
            sys.stderr.write(f"{name} is out of date: run make generated\n")
        else:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, "utf-8")
    return 1 if stale and arguments == ["--check"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
