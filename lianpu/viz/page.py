"""One HTML file that needs nothing else: pyvis holds the network, its copy of vis-network draws it, our template frames it.

pyvis' own template is not used: even with ``in_line`` it links to hosts of others, and it does not escape the heading.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files

from lianpu.messages import Language, catalogue
from lianpu.viz.layout import Place, label, layout
from lianpu.viz.records import Edge, Node
from lianpu.viz.style import NodeStyle, Style, style
from lianpu.viz.template import environment
from lianpu.viz.text import script_safe

_LIBRARY = ("lib", "vis-9.1.2", "vis-network.min.js")
_EDGE_LABELS_UP_TO = 24
"""With more edges than this, labels are shown for the selected node only; those of kinds that are not ``named`` always so."""
_BOW = 110
"""Pixels by which an edge inside a column bows out of it, at most."""


def page(
    nodes: Sequence[Node],
    edges: Sequence[Edge],
    title: str,
    *,
    subtitle: str = "",
    columns: Mapping[int, str] | None = None,
    summary: Iterable[str] = (),
    language: Language = "zh",
) -> str:
    """A self-contained page that shows the nodes in their columns, with sentences on click.

    :param columns: headings of columns.
    :param summary: lines shown in the panel before anything is clicked.
    :param language: of the page; labels come as they are.
    """
    words, look = catalogue("pictures", language), style(language)
    ids = {node.id for node in nodes}
    drawn = [edge for edge in edges if edge.source in ids and edge.target in ids]
    network = _network(nodes, drawn, columns or {})
    return (
        environment()
        .get_template("page.html")
        .render(
            title=title,
            subtitle=subtitle,
            summary=tuple(summary),
            words=words,
            lang={"zh": "zh-CN", "en": "en"}[language],
            data=script_safe(
                {**network, **_panel(nodes, drawn, look), "words": {key: words[key] for key in ("comma", "also_called")}}
            ),
            library=_library(),
            script=files("lianpu.viz").joinpath("static/page.js").read_text("utf-8"),
            css=files("lianpu.viz").joinpath("static/page.css").read_text("utf-8"),
            kinds=[look.kinds[kind] for kind in look.kinds if any(n.kind == kind and not n.state for n in nodes)],
            states=[look.states[state] for state in look.states if any(n.state == state for n in nodes)],
            edge_kinds=[look.edges[kind] for kind in look.edges if any(e.kind == kind for e in drawn)],
        )
    )


def _network(nodes: Sequence[Node], edges: Sequence[Edge], columns: Mapping[int, str]) -> dict[str, object]:
    """Nodes and edges as vis-network takes them."""
    # Imported here: pyvis loads IPython, half a second that no other command should pay.
    from pyvis.network import Network

    places = layout(nodes, edges)
    network = Network(directed=True)
    for node in nodes:
        place = places.places[node.id]
        network.add_node(node.id, label=label(node), x=place.x, y=place.y, **_look(node))
    for column, heading in sorted(columns.items()):
        if column in places.columns:
            x, font = places.columns[column], {"size": 16, "color": "#6a7482"}
            network.add_node(f"column:{column}", label=heading, shape="text", x=x, y=places.top, font=font)
    labelled = sum(style().edges[edge.kind].named for edge in edges) <= _EDGE_LABELS_UP_TO
    for index, edge in enumerate(edges):
        look = style().edges[edge.kind]
        network.add_edge(
            edge.source,
            edge.target,
            id=index,
            label=edge.label if labelled and look.named else "",
            color=look.colour,
            width=look.width,
            dashes=list(look.dashes) or False,
            **_bow(places.places[edge.source], places.places[edge.target]),
        )
    return {"nodes": network.nodes, "edges": network.edges}


def _bow(source: Place, target: Place) -> dict[str, object]:
    """How an edge between nodes above each other goes round those between them; others need nothing."""
    distance = abs(source.y - target.y)
    if source.x != target.x or not distance:
        return {}
    return {"smooth": {"enabled": True, "type": "curvedCW", "roundness": round(min(0.5, _BOW / distance), 3)}}


def _look(node: Node) -> dict[str, object]:
    look: NodeStyle = style().of(node.kind, node.state)
    return {
        "shape": look.shape,
        "color": {"background": look.fill, "border": look.border, "highlight": {"background": look.fill, "border": "#111111"}},
        "borderWidth": 2.5 if look.dashed else 1.5,
        "size": 15,
        "font": {
            "color": look.font,
            "size": 15 if look.bold or node.kind == "Industry" else 14,
            "bold": look.bold,
            # A label that stands below its shape lies on the lines.
            **({} if look.inside else {"background": "rgba(255,255,255,0.85)"}),
        },
        "shapeProperties": {"borderDashes": [6, 4] if look.dashed else False, "borderRadius": 8},
        "margin": 8 if look.inside else 0,
    }


def _panel(nodes: Sequence[Node], edges: Sequence[Edge], sheet: Style) -> dict[str, object]:
    """What a click shows, for nodes by id and for edges by index."""
    details = {
        node.id: {
            "name": node.label,
            "kind": sheet.kinds[node.kind].label,
            "state": sheet.states[node.state].label if node.state else "",
            "aliases": node.aliases,
            "quotes": node.quotes,
        }
        for node in nodes
    }
    how = {kind: look.label for kind, look in sheet.edges.items()}
    statements = [{"s": e.source, "o": e.target, "label": e.label, "how": how[e.kind], "quotes": e.quotes} for e in edges]
    return {"details": details, "statements": statements}


@cache
def _library() -> str:
    """vis-network as pyvis ships it."""
    return files("pyvis").joinpath(*_LIBRARY).read_text("utf-8")
