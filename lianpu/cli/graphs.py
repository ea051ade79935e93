"""Commands that make graphs: build, extract, import."""

from __future__ import annotations

import os
from pathlib import Path

import click

from lianpu import pipeline
from lianpu.cli.loading import bar
from lianpu.cli.shell import bytes_of, language_of, say, size_option
from lianpu.messages import message

FILE = click.Path(path_type=Path)
out_option = click.option("-o", "--out", type=FILE, default=Path("kg"), show_default=True, metavar="DIR", help="Graph directory.")


@click.command()
@click.argument("paths", nargs=-1, type=FILE)
@out_option
@click.option(
    "-j", "--jobs", type=click.IntRange(1), help="Documents read at a time; as many as there are processors, if left out."
)
@click.option("--prune", is_flag=True, help="Remove documents that are no longer under PATHS.")
@size_option
@click.option("--tables", multiple=True, type=FILE, metavar="MAPPING.yaml", help="Import the tables it names.")
@click.option("--tables-dir", type=FILE, metavar="DIR", help="Where the tables are, if not beside MAPPING.yaml.")
@click.option("--chains", type=FILE, metavar="DIR", help="Reference chains of your own.")
@click.option("--claims", type=FILE, metavar="DIR", help="Build from JSON Lines, not documents.")
@click.option("--text", type=FILE, metavar="DIR", help="The documents' texts, for --claims.")
def build(
    paths: tuple[Path, ...],
    out: Path,
    jobs: int | None,
    prune: bool,
    max_size: float,
    tables: tuple[Path, ...],
    tables_dir: Path | None,
    chains: Path | None,
    claims: Path | None,
    text: Path | None,
) -> int:
    """Read documents (files or folders) into a graph, or add them to it.

    Documents that have not changed are not read again. A document that cannot be read is named with the reason, its former
    claims stay, and the exit code is 1. A build that fails or is interrupted leaves the graph as it was.

    \b
    Example: lianpu build plans/ -o kg
             lianpu build --claims gold/ --text corpus/ -o kg
    """
    language = language_of()
    with bar() as shown:
        task = shown.add_task(message("reading_files").text(language), total=None)
        report = pipeline.build(
            paths,
            out,
            jobs=jobs or os.cpu_count() or 1,
            prune=prune,
            max_size=bytes_of(max_size),
            tables=tables,
            tables_dir=tables_dir,
            chains=chains,
            claims=claims,
            text=text,
            progress=lambda done, total, what: shown.update(task, completed=done, total=total, description=what.text(language)),
        )
    for failure in report.failed:
        click.echo(f"lianpu: {failure.text(language)}", err=True)
    click.echo(_summary(report, out))
    return 1 if report.failed else 0


def _summary(report: pipeline.BuildReport, out: Path) -> str:
    """What a build did, in one line."""
    done = {"read": report.read, "unchanged": report.unchanged, "removed": report.removed, "failed": report.failed}
    shown = (say(f"build_{key}", count=len(names)) for key, names in done.items() if names or key in ("read", "unchanged"))
    counts = {key: getattr(report, key) for key in ("documents", "entities", "facts", "targets")}
    return say("build_out", out=out) + say("build_comma").join(shown) + say("build_total", **counts)


@click.command()
@click.argument("document", type=FILE, metavar="DOC")
@click.option("-o", "--out", type=FILE, metavar="OUT.jsonl", help="Where to write; standard output if left out.")
@size_option
def extract(document: Path, out: Path | None, max_size: float) -> None:
    """Write what one document says as JSON Lines: the document, then entities, facts, targets and indicators.

    \b
    Example: lianpu extract plan.pdf -o plan.jsonl
    """
    data = pipeline.extract_lines(document, max_size=bytes_of(max_size))
    if out is None:
        click.echo(data, nl=False)
    else:
        pipeline.write_file(out, data)


@click.command("import")
@click.argument("file", type=FILE)
@out_option
def import_(file: Path, out: Path) -> None:
    """Make a graph of an RDF file that lianpu export wrote (.nq or .trig: everything; .ttl, .rdf: the documents' own).

    It has no source texts, so that lianpu build cannot add documents to it.

    \b
    Example: lianpu import graph.nq -o kg2
    """
    report = pipeline.import_rdf(file, out)
    counts = {key: getattr(report, key) for key in ("documents", "entities", "facts", "claims", "targets")}
    skipped = say("import_skipped", count=report.skipped) if report.skipped else ""
    click.echo(say("build_out", out=out) + say("import_total", **counts) + skipped)


COMMANDS = (build, extract, import_)
