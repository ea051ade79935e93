"""Write what is generated from the vocabulary: ``python -m lianpu.ontology.generate [--check]``.

``--check`` writes nothing and exits with 1, naming the files that regenerating would change.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from lianpu.ontology.generators import cypher, html, jsonld, markdown, owl, shacl
from lianpu.ontology.schema import Schema, schema

ROOT = Path(__file__).parents[2]
"""The repository; generating is done in a checkout, not in an installed package."""


def texts(vocabulary: Schema) -> Mapping[str, str]:
    """The generated files, by their path in the repository."""
    return {
        "lianpu/ontology/generated/ontology.ttl": owl.render(vocabulary),
        "lianpu/ontology/generated/shapes.ttl": shacl.render(vocabulary),
        "lianpu/ontology/generated/ladybug.cypher": cypher.ladybug(vocabulary),
        "lianpu/ontology/generated/neo4j.cypher": cypher.neo4j(vocabulary),
        "lianpu/ontology/generated/context.jsonld": jsonld.render(vocabulary),
        "docs/ontology.html": html.render(vocabulary),
        "docs/ontology.md": markdown.render(vocabulary),
    }


def changed(files: Mapping[str, str], root: Path) -> tuple[str, ...]:
    """Paths whose file is missing or has another text."""
    return tuple(
        name for name, text in files.items() if not (root / name).is_file() or (root / name).read_bytes() != text.encode()
    )


def main(arguments: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Write the files that differ, or with ``--check`` name them; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m lianpu.ontology.generate", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 if a file would change")
    check = parser.parse_args(arguments).check
    files = texts(schema())
    stale = changed(files, root)
    for name in stale:
        if check:
            sys.stderr.write(f"{name}: not what schema/*.yaml gives; run python -m lianpu.ontology.generate\n")
        else:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(files[name].encode())
            sys.stdout.write(f"{name}\n")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
