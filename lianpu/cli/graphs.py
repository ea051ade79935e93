"""Commands that make graphs: build, extract, import."""

from __future__ import annotations

import os
from pathlib import Path

import click

from lianpu import pipeline
from lianpu.cli.help import command, option
from lianpu.cli.language import language_of
from lianpu.cli.loading import bar
from lianpu.cli.shell import bytes_of, say, size_option
from lianpu.messages import message

FILE = click.Path(path_type=Path)
out_option = option("-o", "--out", type=FILE, default=Path("kg"), show_default=True, metavar="DIR", help="graph_directory")


@command()
@click.argument("paths", nargs=-1, type=FILE)
@out_option
@option("-j", "--jobs", type=click.IntRange(1), help="build_jobs")
@option("--prune", is_flag=True, help="build_prune")
@size_option
@option("--tables", multiple=True, type=FILE, metavar="MAPPING.yaml", help="build_tables")
@option("--tables-dir", type=FILE, metavar="DIR", help="build_tables_dir")
@option("--chains", type=FILE, metavar="DIR", help="build_chains")
@option("--claims", type=FILE, metavar="DIR", help="build_claims")
@option("--text", type=FILE, metavar="DIR", help="build_text")
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
    """Read documents into a graph.

    lianpu build plans/ -o kg
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


@command()
@click.argument("document", type=FILE, metavar="DOC")
@option("-o", "--out", type=FILE, metavar="OUT.jsonl", help="extract_out")
@size_option
def extract(document: Path, out: Path | None, max_size: float) -> None:
    """Write the lines of one document.

    lianpu extract plan.pdf -o plan.jsonl
    """
    data = pipeline.extract_lines(document, max_size=bytes_of(max_size))
    if out is None:
        click.echo(data, nl=False)
    else:
        pipeline.write_file(out, data)


@command("import")
@click.argument("file", type=FILE)
@out_option
def import_(file: Path, out: Path) -> None:
    """Make a graph of an RDF file.

    lianpu import graph.nq -o kg2
    """
    report = pipeline.import_rdf(file, out)
    counts = {key: getattr(report, key) for key in ("documents", "entities", "facts", "claims", "targets")}
    skipped = say("import_skipped", count=report.skipped) if report.skipped else ""
    click.echo(say("build_out", out=out) + say("import_total", **counts) + skipped)


COMMANDS = (build, extract, import_)
