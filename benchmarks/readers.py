"""Whether a document says the same in another file format: its lines against those of its text.

    python benchmarks/readers.py FILE:TEXT… --score SCORE.py [--least 0.9] [--differ N]

FILE is a PDF, Word or HTML file, TEXT the same document as plain text. The lines of the text stand where the gold stands
otherwise, the lines of the file are scored against them. ``--least`` makes the exit code 1 when the facts of a document agree
less; ``--differ`` shows so many facts of either side that the other has not. The scorer is given by its path; ``score`` is
taken from it.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extraction import Lines, Sides, f1, load_scorer, table

from lianpu import extract
from lianpu.extract import read as files
from lianpu.model import encode_lines


@dataclass(frozen=True)
class Pair:
    """The lines of one document from two files, and the text of the first."""

    name: str
    file: Lines
    text: Lines
    source: str


def lines(path: Path) -> tuple[Lines, str]:
    """What a file says, and its decoded text."""
    source = files.read(path, max_size=extract.MAX_SIZE)
    return [json.loads(row) for row in encode_lines(extract.extract_source(source)).splitlines()], source.text


def pair(argument: str) -> Pair:
    """Read FILE:TEXT."""
    file, _, text = argument.partition(":")
    found, source = lines(Path(file))
    return Pair(Path(file).name, found, lines(Path(text))[0], source)


def scored(one: Pair, scorer: Any) -> Mapping[str, Any]:
    """The file's lines against the text's."""
    result: Mapping[str, Any] = scorer.score(one.text, one.file, one.source)
    return result


def row(one: Pair, score: Mapping[str, Any]) -> list[str]:
    """One row of the table."""
    fact = score["fact"]["micro"]
    counts = f"{fact['tp']} / {fact['pred']} / {fact['gold']}"
    return [one.name, f1(score["entity"]["micro"]), f1(fact), counts, f1(score["target"]), f1(score["target_full"])]


def differences(one: Pair, scorer: Any, most: int) -> Iterable[str]:
    """Facts that only one side has, in order of their names."""
    sides = Sides(one.text, one.file, scorer)
    names = [x["name"] for x in one.text if x["kind"] == "entity"]
    for title, only in (("only in the text", sides.gold - sides.read), ("only in the file", sides.read - sides.gold)):
        shown = sorted(" ".join(names[x] if isinstance(x, int) else str(x) for x in fact) for fact in only)
        yield from (f"{one.name}: {title}: {fact}" for fact in shown[:most])


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", nargs="+", metavar="FILE:TEXT")
    parser.add_argument("--score", type=Path, required=True, help="the scorer, a Python file")
    parser.add_argument("--least", type=float, default=0.0, help="F1 of the facts that every document has to reach")
    parser.add_argument("--differ", type=int, default=0, metavar="N", help="show N facts that only one side has")
    options = parser.parse_args()
    scorer, found = load_scorer(options.score), [pair(one) for one in options.pairs]
    scores = [scored(one, scorer) for one in found]
    head = ["file", "entity", "fact", "both / file / text", "target", "in full"]
    print("\n".join(table([head, *(row(one, score) for one, score in zip(found, scores, strict=True))])))
    for one in found:
        print("\n".join(differences(one, scorer, options.differ)), end="\n" if options.differ else "")
    sys.exit(any(score["fact"]["micro"]["f1"] < options.least for score in scores))


if __name__ == "__main__":
    main()
