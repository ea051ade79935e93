"""GraphML: typed attributes, opened by Gephi, Cytoscape, yEd and networkx."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lianpu.graph.export.drawn import Attribute, Drawn, picture, xml
from lianpu.graph.records import Graph

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'


def graphml(graph: Graph) -> bytes:
    """The graph as it is drawn: entities and figures, with ``label``, ``class`` and the columns of the stores."""
    return ("\n".join(_lines(graph)) + "\n").encode()


def _lines(graph: Graph) -> Iterator[str]:
    found = picture(graph)
    yield _HEAD
    yield from _keys("node", found.node_attributes)
    yield from _keys("edge", found.edge_attributes)
    yield '<graph id="lianpu" edgedefault="directed">'
    for node in found.nodes:
        yield f'<node id="{xml(node.ends[0])}">{_data("node", node)}</node>'
    for number, edge in enumerate(found.edges):
        source, target = map(xml, edge.ends)
        yield f'<edge id="e{number}" source="{source}" target="{target}">{_data("edge", edge)}</edge>'
    yield "</graph>\n</graphml>"


def _keys(what: str, attributes: Iterable[Attribute]) -> Iterator[str]:
    yield f'<key id="{what}-label" for="{what}" attr.name="label" attr.type="string"/>'
    for number, one in enumerate(attributes):
        yield f'<key id="{what}-{number}" for="{what}" attr.name="{one.name}" attr.type="{one.kind}"/>'


def _data(what: str, drawn: Drawn) -> str:
    rest = "".join(f'<data key="{what}-{number}">{xml(text)}</data>' for number, text in drawn.values)
    return f'<data key="{what}-label">{xml(drawn.label)}</data>{rest}'
