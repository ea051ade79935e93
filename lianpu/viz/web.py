"""A paper as one HTML file that needs nothing else and runs no script: quotes unfold, the chain is drawn stage by stage."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from lianpu.viz.paper import Heading, Paper, cited


def html(paper: Paper) -> str:
    """The page of a paper."""
    return (
        _environment()
        .get_template("paper.html")
        .render(
            paper=paper,
            sources=paper.sources,
            contents=[block for block in paper.blocks if isinstance(block, Heading) and block.level == 1],
            # The style sheet is ours, not the reader's: the only text of the page that is not escaped.
            css=Markup(files("lianpu.viz").joinpath("static/paper.css").read_text("utf-8")),
        )
    )


@cache
def _environment() -> Environment:
    loader = PackageLoader("lianpu.viz")
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.tests["of"] = lambda block, name: type(block).__name__ == name
    environment.filters["cited"] = cited
    environment.filters["by_position"] = lambda stages: [
        (position, list(found)) for position, found in groupby(stages, key=lambda stage: stage.position)
    ]
    return environment
