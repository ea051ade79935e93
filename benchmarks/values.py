"""How well targets and agencies are read, without their owners, and how fast.

    python benchmarks/values.py GOLD TEXT [--only NAME]…

GOLD holds NAME.jsonl in the form of ``lianpu extract``, TEXT the documents NAME.txt. A target is found when year, value and
unit agree; it is right in full when the metric is alike by half or more and the bound agrees, too. Title, date and horizon
come from the gold's document line, so that only this part is measured. Agencies count once a document as (role, body).
"""

from __future__ import annotations

import argparse
import json
import re
import time
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from lianpu import extract
from lianpu.extract import agencies, agency_names, figures
from lianpu.extract.document import Outline
from lianpu.extract.normalise import paragraphs
from lianpu.extract.read import read
from lianpu.extract.sections import outline as outline_of
from lianpu.extract.values import Value


@dataclass(frozen=True)
class Score:
    """Counts of one document."""

    hits: int = 0
    full: int = 0
    found: int = 0
    gold: int = 0
    agency_hits: int = 0
    agencies_found: int = 0
    agencies_gold: int = 0
    characters: int = 0
    seconds: float = 0.0

    def __add__(self, other: Score) -> Score:
        return Score(*(getattr(self, f) + getattr(other, f) for f in self.__dataclass_fields__))


def plain(text: str) -> str:
    """A name or unit without width, space, quotes and marks, as the scorer compares them."""
    text = unicodedata.normalize("NFKC", text)
    return re.sub(r"[\s“”\"'‘’《》()\[\]【】·•,，、;；:：。*_-]+", "", text).lower()


Key = tuple[int | None, float, str]


def targets(found: Iterable[Value], gold: Sequence[dict[str, Any]]) -> tuple[int, int, int]:
    """Hits, full hits and how many were found."""
    pool: dict[Key, list[dict[str, Any]]] = {}
    for line in gold:
        pool.setdefault((line.get("year"), round(float(line["value"]), 4), plain(line.get("unit", ""))), []).append(line)
    hits = full = count = 0
    for value in found:
        count += 1
        rest = pool.get((value.year, round(value.value, 4), plain(value.unit)))
        if not rest:
            continue
        best = max(rest, key=lambda line: alike(line["metric"], value.metric))
        rest.remove(best)
        hits += 1
        full += alike(best["metric"], value.metric) >= 0.5 and best.get("op") == value.op
    return hits, full, count


def alike(a: str, b: str) -> float:
    """How alike two metrics are, 0 to 1."""
    return SequenceMatcher(None, plain(a), plain(b), autojunk=False).ratio()


def bodies(outline: Outline) -> set[tuple[str, str]]:
    """(role, body) of sentences and table columns."""
    out: set[tuple[str, str]] = set()
    for paragraph in outline.paragraphs:
        if paragraph.kind == "row" and paragraph.header is not None:
            header = outline.paragraphs[paragraph.header]
            for (a, b), (start, end) in zip(header.cells, paragraph.cells, strict=False):
                role = agencies.column(header.text[a:b])
                if role and paragraph is not header:
                    out |= {
                        (agency.role, agency_names.key(agency.name))
                        for agency in agency_names.listed(paragraph.text, role, start, end)
                    }
        elif paragraph.kind == "body":
            out |= {(x.role, agency_names.key(x.name)) for clause in agencies.find(paragraph.text) for x in clause.agencies}
    return out


def measure(gold_path: Path, text_path: Path) -> Score:
    """One document."""
    lines = [json.loads(row) for row in gold_path.read_text(encoding="utf-8").splitlines() if row.strip()]
    document = next(line for line in lines if line["kind"] == "document")
    source = read(text_path, max_size=extract.MAX_SIZE)
    outline = outline_of(source, paragraphs(source))
    horizon = tuple(document["horizon"]) if document.get("horizon") else None
    base = int(document["date"][:4]) if document.get("date") else None
    started = time.perf_counter()
    found = figures.figures(outline, title=document["title"], horizon=horizon, base_year=base)
    seconds = time.perf_counter() - started
    gold = [line for line in lines if line["kind"] == "target"]
    hits, full, count = targets((f.value for f in found if not f.value.achieved), gold)
    roles = {"leadAgency": "lead", "responsibleAgency": "responsible"}
    wanted = {(roles[line["p"]], agency_names.key(line["o"])) for line in lines if line["kind"] == "fact" and line["p"] in roles}
    named = bodies(outline)
    characters = sum(len(p.text) for p in outline.paragraphs)
    return Score(hits, full, count, len(gold), len(named & wanted), len(named), len(wanted), characters, seconds)


def rates(hits: int, found: int, gold: int) -> str:
    """Precision, recall and F1, or nothing where there is nothing to find and nothing found."""
    if not found and not gold:
        return "–"
    p, r = hits / found if found else 0.0, hits / gold if gold else 0.0
    return f"{p:.2f} {r:.2f} {2 * p * r / (p + r) if p + r else 0:.3f}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("text", type=Path)
    parser.add_argument("--only", action="append", default=[], help="name of a document; may be given several times")
    options = parser.parse_args()
    table = Table("document", "targets", "found/gold", "P R F1", "in full F1", "agencies P R F1", "characters/s")
    total = Score()
    documents = 0
    for path in sorted(options.gold.glob("*.jsonl")):
        if options.only and path.stem not in options.only:
            continue
        score = measure(path, options.text / f"{path.stem}.txt")
        total += score
        documents += 1
        row(table, path.stem, score)
    row(table, f"{documents} documents", total)
    Console(width=140).print(table)


def row(table: Table, name: str, score: Score) -> None:
    """One line of the table."""
    table.add_row(
        name,
        str(score.hits),
        f"{score.found}/{score.gold}",
        rates(score.hits, score.found, score.gold),
        rates(score.full, score.found, score.gold).split()[-1],
        rates(score.agency_hits, score.agencies_found, score.agencies_gold),
        f"{score.characters / score.seconds:,.0f}" if score.seconds else "",
    )


if __name__ == "__main__":
    main()
