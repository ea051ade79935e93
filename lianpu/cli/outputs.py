"""Commands that write or verify: viz, explore, export, ontology, check."""

from __future__ import annotations

from pathlib import Path

import click

from lianpu import pipeline
from lianpu.cli import printing
from lianpu.cli.help import command, option
from lianpu.cli.language import language_of
from lianpu.cli.shell import format_option, heads, kg_option, say

FILE = click.Path(path_type=Path)


@command()
@kg_option
@option("--region", help="viz_region")
@option("--chain", help="viz_chain")
@option("--entity", help="viz_entity")
@option("-o", "--out", type=FILE, default=Path("graph.html"), show_default=True, metavar="FILE", help="page")
def viz(kg: Path, region: str | None, chain: str | None, entity: str | None, out: Path) -> None:
    """Draw a part of the graph.

    lianpu viz --region 济宁市 --chain 工程机械 -o graph.html
    lianpu viz --entity 泰山钢铁
    """
    if (region is None) == (entity is None) or (chain is not None and region is None):
        raise click.UsageError(say("give_region"))
    picture = pipeline.open(kg).picture(region=region, chain=chain, entity=entity, language=language_of())
    pipeline.write_file(out, picture.html().encode())
    click.echo(say("picture_counts", out=out, nodes=len(picture.nodes), edges=len(picture.edges)))


@command()
@kg_option
@option("-o", "--out", type=FILE, default=Path("atlas.html"), show_default=True, metavar="FILE", help="page")
def explore(kg: Path, out: Path) -> None:
    """Write the explorer of the graph.

    lianpu explore -o atlas.html
    """
    graph = pipeline.open(kg)
    data = graph.explorer(language_of()).encode()
    pipeline.write_file(out, data)
    click.echo(say("atlas_size", out=out, size=f"{len(data) / 1e6:.1f}", count=graph.atlas.meta.counts["entities"]))


@command()
@kg_option
@option("-o", "--out", type=FILE, required=True, metavar="FILE", help="export_out")
@option("-f", "--format", "form", type=click.Choice(pipeline.FORMS), help="export_format")
def export(kg: Path, out: Path, form: str | None) -> None:
    """Write the graph for other tools.

    lianpu export -o graph.nq
    lianpu export -o graph.gexf
    lianpu export -f neo4j -o neo4j-import
    """
    pipeline.open(kg).export(out, form)
    click.echo(str(out))


@command()
@option("-o", "--out", type=FILE, required=True, metavar="FILE", help="ontology_out")
def ontology(out: Path) -> None:
    """Write the vocabulary.

    lianpu ontology -o ontology.html
    """
    pipeline.write_ontology(out)
    click.echo(str(out))


@command()
@kg_option
@format_option()
def check(kg: Path, form: str) -> int:
    """Check against the shapes.

    lianpu check --kg kg
    """
    result = pipeline.open(kg).check(language_of())
    rows = [(finding.severity, finding.focus, finding.message) for finding in result.findings]
    if rows or form != "table":
        printing.listing(form, ("severity", "focus", "message"), rows, heads("severity", "node", "message"))
    click.echo(say("check_counts", violations=result.violations, warnings=result.warnings), err=form != "table")
    return 1 if result.violations else 0


COMMANDS = (viz, explore, export, ontology, check)
