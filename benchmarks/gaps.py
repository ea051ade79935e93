"""How many of the gaps that annotated documents declare are in the reports, in the right one of the three tables.

    python benchmarks/gaps.py GOLD:TEXT [--case REGION/CHAIN]… [--misses] [--write docs/gaps.md]

Counted are objects of seeks whose owner is an industry of the chain, in the documents of the region. Each is looked for twice: in
a graph built from the annotations (``lianpu build --claims GOLD --text TEXT``) and in one read from the documents. Without
--case all chains of all regions count. A thing is found under its name or an alias, once spaces and width are made equal.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import lianpu
from lianpu.errors import UnknownNameError
from lianpu.graph.names import normal
from lianpu.model import DocumentLine, EntityLine, FactLine, Line, decode_lines
from lianpu.ontology import regions
from lianpu.ontology.chains import chains
from lianpu.pipeline import KnowledgeGraph
from lianpu.queries.records import ChainReport
from lianpu.queries.scope import Catalogue

TABLES = {"recruit": "recruit", "supplement": "recruit", "breakthrough": "breakthrough", "extend": "extend"}
MARKS = re.compile(r"(<!-- gaps -->\n).*?(<!-- /gaps -->)", re.DOTALL)


@dataclass(frozen=True)
class Sought:
    """A thing that an annotated document seeks, by its names, and the table that it belongs in."""

    names: frozenset[str]
    table: str
    label: str


@dataclass
class Result:
    """Of one region and chain: what is sought, what of it is found in each graph, and declared rows without a sentence."""

    region: str
    chain: str
    sought: Sequence[Sought]
    found: list[set[Sought]]
    bare: list[int]


def main() -> None:
    """Print the table, or write it into a document."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pair", metavar="GOLD:TEXT")
    parser.add_argument("--case", action="append", default=[], metavar="REGION/CHAIN")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--write", type=Path, metavar="FILE")
    arguments = parser.parse_args()
    gold, text = map(Path, arguments.pair.split(":"))
    with tempfile.TemporaryDirectory() as folder:
        results = list(measure(gold, text, Path(folder), [tuple(case.split("/")) for case in arguments.case]))
    table = "\n".join(rows(results))
    print(table)
    for result in results if arguments.misses else ():
        for which, found in zip(("annotations", "documents"), result.found, strict=True):
            missed = sorted(sought.label for sought in result.sought if sought not in found)
            if missed:
                print(f"{result.region} {result.chain}, from {which}: {'、'.join(missed)}")
    if arguments.write:
        document = arguments.write.read_text("utf-8")
        arguments.write.write_text(MARKS.sub(lambda found: f"{found[1]}{table}\n{found[2]}", document), "utf-8")


def measure(gold: Path, text: Path, folder: Path, cases: Sequence[tuple[str, ...]]) -> Iterator[Result]:
    """Both graphs, then each case in both."""
    names = sorted(file.stem for file in gold.glob("*.jsonl"))
    lianpu.build([], folder / "given", claims=gold, text=text)
    lianpu.build([file for name in names for file in text.glob(f"{name}.*")], folder / "read")
    graphs = [lianpu.open(folder / name) for name in ("given", "read")]
    annotated = [decode_lines((gold / f"{name}.jsonl").read_bytes()) for name in names]
    catalogue = Catalogue(graphs[0].view, chains())
    for region, chain in cases or every(graphs[0]):
        selected = catalogue.select(chain)
        owners = {normal(name) for industry in selected.industries for name in graphs[0].view.names(industry)}
        things = sought(annotated, regions().resolve(region).code, owners)
        if things:
            reports = [report(graph, region, chain) for graph in graphs]
            yield Result(
                region,
                selected.name,
                things,
                [found(graph, one, things) for graph, one in zip(graphs, reports, strict=True)],
                [sum(not row.declared[0].evidence for row in one.in_state("declared")) for one in reports],
            )


def every(graph: KnowledgeGraph) -> list[tuple[str, str]]:
    """Regions of documents with the chains that they cover."""
    places = sorted({document.region for document in graph.records.documents if document.region})
    return [(place, one.chain) for place in places for one in graph.gaps(place).chains]


def sought(annotated: Sequence[tuple[Line, ...]], code: str, owners: set[str]) -> list[Sought]:
    """What these owners seek in documents of the region."""
    things: set[Sought] = set()
    for lines in annotated:
        head = next(line for line in lines if isinstance(line, DocumentLine))
        if head.region is None or regions().resolve(head.region).code != code:
            continue
        entities = {line.name: line for line in lines if isinstance(line, EntityLine)}
        for line in lines:
            if isinstance(line, FactLine) and line.p == "seeks" and normal(line.s) in owners and not line.foreign:
                entity = entities[line.o]
                called = frozenset(map(normal, (entity.name, *entity.aliases)))
                things.add(Sought(called, TABLES[line.status], f"{line.o}（{line.status}）"))
    return sorted(things, key=lambda thing: thing.label)


def report(graph: KnowledgeGraph, region: str, chain: str) -> ChainReport:
    """One chain in one region; a chain that a graph does not know has no rows."""
    try:
        return graph.gaps(region, chain).chains[0]
    except UnknownNameError:
        return ChainReport(chain=chain, kind="documents", known=False)


def found(graph: KnowledgeGraph, one: ChainReport, things: Sequence[Sought]) -> set[Sought]:
    """The things that are in their table."""
    shown: dict[str, set[str]] = {}
    ids = {entity.name: entity.id for entity in graph.records.entities if entity.type in ("Industry", "Product")}
    for row in one.in_state("declared"):
        mentions = {row.name, *(statement.match.mention for statement in row.declared)}
        mentions |= {name for mention in tuple(mentions) if mention in ids for name in graph.view.names(ids[mention])}
        for table in row.tables:
            shown.setdefault(table, set()).update(map(normal, mentions))
    return {thing for thing in things if thing.names & shown.get(thing.table, set())}


def rows(results: Sequence[Result]) -> Iterator[str]:
    """A Markdown table, with a last row for all."""
    yield "| region | chain | declared | from annotations | from documents |"
    yield "| --- | --- | --- | --- | --- |"
    for result in results:
        yield f"| {result.region} | {result.chain} | {len(result.sought)} | {len(result.found[0])} | {len(result.found[1])} |"
    total = sum(len(result.sought) for result in results)
    shares = [sum(len(result.found[which]) for result in results) for which in (0, 1)]
    yield f"| all | | {total} | {shares[0]} ({shares[0] / total:.2f}) | {shares[1]} ({shares[1] / total:.2f}) |"
    bare = [sum(result.bare[which] for result in results) for which in (0, 1)]
    yield f"| declared rows without a sentence | | | {bare[0]} | {bare[1]} |"


if __name__ == "__main__":
    main()
