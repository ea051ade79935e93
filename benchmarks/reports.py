"""How long a report takes over the documents and an imported table, and how much memory.

    python benchmarks/reports.py DOCUMENTS TABLES [--region NAME] [--chain NAME] [--runs N] [--write docs/gaps.md]

DOCUMENTS is a folder of plans, TABLES the folder of `examples/tables/chainkg.yaml`. Every figure is the median of several runs
(least and most in brackets) of a process of its own: the whole report as the command a user types, opening included; and one
chain of one region asked first of a graph that is open, then once more. CPU seconds tell more
than those of the clock where a machine is busy.
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

MAPPING = Path(__file__).resolve().parents[1] / "examples" / "tables" / "chainkg.yaml"
MARKS = re.compile(r"(<!-- reports -->\n).*?(<!-- /reports -->)", re.DOTALL)
ASK = """
import sys, time, lianpu
start = time.perf_counter()
graph = lianpu.open(sys.argv[1])
graph.indexed
print(time.perf_counter() - start)
for chain in (sys.argv[3], sys.argv[3], sys.argv[4]):
    start = time.perf_counter()
    graph.gaps(sys.argv[2], chain)
    print(time.perf_counter() - start)
"""
FORMS = ("table", "html", "docx", "json")


def main() -> None:
    """Print the table, or write it into a document."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", type=Path)
    parser.add_argument("tables", type=Path)
    parser.add_argument("--region", default="济宁市")
    parser.add_argument("--chain", default="工程机械")
    parser.add_argument("--other", default="农机装备")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--write", type=Path, metavar="FILE")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        table = "\n".join(measure(arguments, Path(folder)))
    print(table)
    if arguments.write:
        document = arguments.write.read_text("utf-8")
        arguments.write.write_text(MARKS.sub(lambda found: f"{found[1]}{table}\n{found[2]}", document), "utf-8")


def measure(arguments: argparse.Namespace, folder: Path) -> list[str]:
    """Rows of the table; the graph is built once."""
    graph, region = folder / "kg", arguments.region
    texts = map(str, sorted(arguments.documents.glob("*.txt")))
    build = ["build", *texts, "-o", str(graph), "--tables", str(MAPPING), "--tables-dir", str(arguments.tables)]
    rows = ["| report | seconds | CPU seconds | MB at most |", "| --- | --- | --- | --- |"]
    rows.append(f"| the graph built, with the table | {' | '.join(figures([run(build)]))} |")
    for form in FORMS:
        out = ["-o", str(folder / f"out.{form}")] if form != "table" else []
        command = ["gaps", "--kg", str(graph), "--region", region, "-f", form, *out]
        runs = [run(command) for _ in range(arguments.runs)]
        rows.append(f"| all chains of {region}, `-f {form}`, the whole process | {' | '.join(figures(runs))} |")
    asked = [ask(graph, region, arguments.chain, arguments.other) for _ in range(arguments.runs)]
    one = f"{region} × {arguments.chain}"
    for number, what in enumerate(("the graph opened", f"{one}, first question", "the same again", f"{arguments.other} next")):
        rows.append(f"| {what} | {seconds([times[number] for times in asked])} | | |")
    return rows


class Run(NamedTuple):
    """Seconds of the clock, CPU seconds, and peak resident megabytes of a process."""

    wall: float
    cpu: float
    memory: float


def run(arguments: Sequence[str]) -> Run:
    """A command of lianpu, in a process of its own.

    :raises SystemExit: it failed.
    """
    start = time.perf_counter()
    with subprocess.Popen([sys.executable, "-m", "lianpu.cli", *arguments], stdout=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"failed: lianpu {' '.join(arguments)}")
    return Run(time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def ask(graph: Path, region: str, chain: str, other: str) -> list[float]:
    """Seconds of opening a graph and of three questions to it, in a process of its own."""
    command = [sys.executable, "-c", ASK, str(graph), region, chain, other]
    return [float(line) for line in subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()]


def figures(runs: Sequence[Run]) -> tuple[str, str, str]:
    """Seconds and CPU seconds with their spread, and the most memory."""
    return seconds([one.wall for one in runs]), seconds([one.cpu for one in runs]), f"{max(one.memory for one in runs):.0f}"


def seconds(values: Sequence[float]) -> str:
    """Median with least and most."""
    middle = f"{statistics.median(values):.2f}"
    return middle if len(values) == 1 else f"{middle} ({min(values):.2f} to {max(values):.2f})"


if __name__ == "__main__":
    main()
