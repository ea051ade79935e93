"""GEXF 1.2 for Gephi: typed attributes, Chinese labels, a colour for each class."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lianpu.graph.export.drawn import Attribute, Drawn, picture, xml
from lianpu.graph.records import Graph

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2">
<graph defaultedgetype="directed" mode="static">"""


def gexf(graph: Graph, colours: Mapping[str, str] | None = None) -> bytes:
    """The graph as it is drawn.

    :param colours: ``#rrggbb`` by class; nodes of other classes have none.
    """
    return ("\n".join(_lines(graph, colours or {})) + "\n").encode()


def _lines(graph: Graph, colours: Mapping[str, str]) -> Iterator[str]:
    found = picture(graph)
    tags = {kind: _colour(colour) for kind, colour in colours.items()}
    yield _HEAD
    yield from _attributes("node", found.node_attributes)
    yield from _attributes("edge", found.edge_attributes)
    yield "<nodes>"
    for node in found.nodes:
        colour = tags.get(node.kind, "")
        yield f'<node id="{xml(node.ends[0])}" label="{xml(node.label)}">{_values(node)}{colour}</node>'
    yield "</nodes>\n<edges>"
    for number, edge in enumerate(found.edges):
        source, target = map(xml, edge.ends)
        yield f'<edge id="{number}" source="{source}" target="{target}" label="{xml(edge.label)}">{_values(edge)}</edge>'
    yield "</edges>\n</graph>\n</gexf>"


def _attributes(what: str, attributes: Iterable[Attribute]) -> Iterator[str]:
    yield f'<attributes class="{what}" mode="static">'
    for number, one in enumerate(attributes):
        yield f'<attribute id="{number}" title="{one.name}" type="{one.kind}"/>'
    yield "</attributes>"


def _values(drawn: Drawn) -> str:
    inside = "".join(f'<attvalue for="{number}" value="{xml(text)}"/>' for number, text in drawn.values)
    return f"<attvalues>{inside}</attvalues>"


def _colour(colour: str) -> str:
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return f'<viz:color r="{red}" g="{green}" b="{blue}"/>'
