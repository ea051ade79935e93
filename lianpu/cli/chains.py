"""The command group ``lianpu chains``: the reference chains that come with lianpu, and those of one's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import click

from lianpu.cli import printing
from lianpu.cli.help import group, option
from lianpu.cli.language import language_of
from lianpu.cli.shell import format_option, heads, say
from lianpu.errors import InputError
from lianpu.messages import Language
from lianpu.ontology.chains import Chain, Link, find
from lianpu.ontology.chains import chains as load_chains
from lianpu.pipeline import write_file
from lianpu.queries.labels import labels

PAGE = click.Path(path_type=Path)
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
LIST_COLUMNS = ("name", "en", "stages", "links", "industries", "file")
LIST_HEADS = ("chain", "en", "stages", "links", "industries", "file")
CHECK_COLUMNS = ("chains", "links", "concepts", "feeds")
SHOW_COLUMNS = (
    "order", "position", "stage", "generic", "link", "en", "synonyms", "narrower", "reach", "feeds", "same_as", "file", "line",
)  # fmt: skip
TABLE_COLUMNS = ("position", "stage", "link", "synonyms", "narrower", "reach", "feeds")


def _folder_option(command: Callable[..., None]) -> Callable[..., None]:
    return option("--chains", "folder", type=FOLDER, metavar="DIR", help="own_chains")(command)


@group()
def chains() -> None:
    """Look at reference chains.

    lianpu chains list
    lianpu chains show 印制电路板
    lianpu chains check my-chains/
    """


@chains.command("list", key="chains_list")
@_folder_option
@format_option()
def list_chains(folder: Path | None, form: str) -> None:
    """List the chains.

    lianpu chains list -f csv
    """
    rows = [(c.name, c.en, len(c.stages), len(c.links), c.industries, c.file) for c in load_chains(folder).values()]
    printing.listing(form, LIST_COLUMNS, rows, heads(*LIST_HEADS))


@chains.command(key="chains_show")
@click.argument("name")
@_folder_option
@option("--picture", type=PAGE, metavar="FILE.html", help="chains_picture")
@format_option()
def show(name: str, folder: Path | None, picture: Path | None, form: str) -> None:
    """Show one chain.

    lianpu chains show 轴承
    lianpu chains show PCB -f json
    lianpu chains show 轴承 --picture 轴承.html
    """
    known = load_chains(folder)
    chain = find(name, known)
    if picture is not None:
        # Imported here: only this needs templates.
        from lianpu.pictures import reference_picture

        write_file(picture, reference_picture(chain, known, language_of()).html().encode())
        click.echo(str(picture))
        return
    rows = _links(chain)
    if form == "table":
        rows = _links(chain, language_of())
        wanted = [[_cell(column, row[column]) for column in TABLE_COLUMNS] for row in rows]
        printing.console().print(printing.table(heads(*TABLE_COLUMNS), wanted, chain.name + say("bracket", text=chain.en)))
    else:
        printing.listing(form, SHOW_COLUMNS, printing.flat(rows, SHOW_COLUMNS))


@chains.command(key="chains_check")
@click.argument("directory", type=FOLDER, required=False, metavar="[DIR]")
@format_option()
def check(directory: Path | None, form: str) -> None:
    """Check chain files.

    lianpu chains check my-chains/
    """
    if directory is not None and not any(directory.glob("*.yaml")):
        raise InputError("no_yaml", place=str(directory))
    known = load_chains(directory)
    links = [link for chain in known.values() for link in chain.links]
    counts = (len(known), len(links), len({link.concept for link in links}), sum(len(link.feeds) for link in links))
    if form == "table":
        click.echo(say("chains_good", **dict(zip(CHECK_COLUMNS, counts, strict=True))))
    else:
        printing.listing(form, CHECK_COLUMNS, [counts])


def _links(chain: Chain, language: Language = "zh") -> list[Mapping[str, object]]:
    stages = {stage.order: getattr(stage.name, language) for stage in chain.stages}
    return [_row(link, stages[link.order]) for link in chain.links]


def _row(link: Link, stage: str) -> Mapping[str, object]:
    feeds = [name if owner == link.chain else f"{owner}/{name}" for owner, name in link.feeds]
    return {
        "order": link.order,
        "position": link.position,
        "stage": stage,
        "generic": link.generic,
        "link": link.name,
        "en": link.en,
        "synonyms": (*link.synonyms, *link.exactly),
        "narrower": link.narrower,
        "reach": link.reach,
        "feeds": feeds,
        "same_as": None if link.concept == link.key else "/".join(link.concept),
        "file": link.file,
        "line": link.line,
    }


def _cell(column: str, value: object) -> object:
    return labels(language_of())[column][str(value)] if column in ("position", "reach") else value


COMMANDS = (chains,)
