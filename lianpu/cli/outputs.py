"""Commands that write or verify: viz, explore, export, ontology, check."""

from __future__ import annotations

from pathlib import Path

import click

from lianpu import pipeline
from lianpu.cli import printing
from lianpu.cli.shell import format_option, heads, kg_option, language_of, say

FILE = click.Path(path_type=Path)


@click.command()
@kg_option
@click.option("--region", help="A region; with --chain the chain in it.")
@click.option("--chain", help="A chain, in the region.")
@click.option("--entity", help="One entity and what is said of it.")
@click.option("-o", "--out", type=FILE, default=Path("graph.html"), show_default=True, metavar="FILE", help="The page.")
def viz(kg: Path, region: str | None, chain: str | None, entity: str | None, out: Path) -> None:
    """Draw a chain in a region, a region, or an entity as one HTML file that needs nothing else.

    \b
    Example: lianpu viz --region 济宁市 --chain 工程机械 -o graph.html
             lianpu viz --entity 泰山钢铁
    """
    if (region is None) == (entity is None) or (chain is not None and region is None):
        raise click.UsageError(say("give_region"))
    picture = pipeline.open(kg).picture(region=region, chain=chain, entity=entity, language=language_of())
    pipeline.write_file(out, picture.html().encode())
    click.echo(say("picture_counts", out=out, nodes=len(picture.nodes), edges=len(picture.edges)))


@click.command()
@kg_option
@click.option("-o", "--out", type=FILE, default=Path("atlas.html"), show_default=True, metavar="FILE", help="The page.")
def explore(kg: Path, out: Path) -> None:
    """Write the whole graph as one HTML file to explore: chains with their gaps, regions, neighbourhoods, paths, sentences.

    The page asks no other host and opens from the disk.

    \b
    Example: lianpu explore -o atlas.html
    """
    graph = pipeline.open(kg)
    data = graph.explorer(language_of()).encode()
    pipeline.write_file(out, data)
    click.echo(say("atlas_size", out=out, size=f"{len(data) / 1e6:.1f}", count=graph.atlas.meta.counts["entities"]))


@click.command()
@kg_option
@click.option("-o", "--out", type=FILE, required=True, metavar="FILE", help="Where to write; a folder for csv and neo4j.")
@click.option("-f", "--format", "form", type=click.Choice(pipeline.FORMS), help="From the suffix of FILE if left out.")
def export(kg: Path, out: Path, form: str | None) -> None:
    """Write the graph for other tools: RDF (.ttl, .trig, .nq, .rdf, .jsonld), pictures of graphs (.graphml, .gexf),
    tables (.zip, or -f csv into a folder), Neo4j (.cypher, or -f neo4j into a folder for neo4j-admin database import).

    \b
    Example: lianpu export -o graph.nq
             lianpu export -o graph.gexf
             lianpu export -f neo4j -o neo4j-import
    """
    pipeline.open(kg).export(out, form)
    click.echo(str(out))


@click.command()
@click.option("-o", "--out", type=FILE, required=True, metavar="FILE", help=".html, .ttl, .shacl.ttl or .jsonld.")
def ontology(out: Path) -> None:
    """Write the vocabulary: a page to read (.html), OWL (.ttl), SHACL shapes (.shacl.ttl) or a JSON-LD context (.jsonld).

    \b
    Example: lianpu ontology -o ontology.html
    """
    pipeline.write_ontology(out)
    click.echo(str(out))


@click.command()
@kg_option
@format_option()
def check(kg: Path, form: str) -> int:
    """Check the graph against the vocabulary's SHACL shapes. Exit code 1 when there are violations; warnings are no failure.

    \b
    Example: lianpu check --kg kg
    """
    result = pipeline.open(kg).check(language_of())
    rows = [(finding.severity, finding.focus, finding.message) for finding in result.findings]
    if rows or form != "table":
        printing.listing(form, ("severity", "focus", "message"), rows, heads("severity", "node", "message"))
    click.echo(say("check_counts", violations=result.violations, warnings=result.warnings), err=form != "table")
    return 1 if result.violations else 0


COMMANDS = (viz, explore, export, ontology, check)
