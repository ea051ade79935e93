"""The look of classes, states and edges, read once from ``style.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import msgspec

from lianpu.ontology import schema

_INSIDE = frozenset({"box", "ellipse", "circle", "database"})


class NodeStyle(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a class or a state is drawn."""

    shape: str
    fill: str
    border: str
    font: str
    dashed: bool = False
    bold: bool = False
    wrap: int = 11
    label: str = ""

    @property
    def inside(self) -> bool:
        """Whether the shape carries its label inside and grows with it."""
        return self.shape in _INSIDE

    @property
    def round(self) -> bool:
        """Whether the shape grows in height as it grows in width."""
        return self.shape in {"circle", "database"}


class EdgeStyle(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a kind of edge is drawn. ``dashes`` are lengths of line and space, in pixels; ``named`` edges carry their label."""

    label: str
    colour: str
    width: float
    dashes: tuple[float, ...] = ()
    named: bool = True


class Style(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole style sheet."""

    kinds: Mapping[str, NodeStyle]
    states: Mapping[str, NodeStyle]
    edges: Mapping[str, EdgeStyle]

    def of(self, kind: str, state: str) -> NodeStyle:
        """The style of a node: its state's where it has one, else its class's."""
        return self.states[state] if state else self.kinds[kind]


@cache
def style() -> Style:
    """The style sheet that comes with lianpu; classes are called what the vocabulary calls them."""
    sheet = msgspec.yaml.decode(files("lianpu.viz").joinpath("style.yaml").read_bytes(), type=Style)
    labels = {kind: schema().classes[kind].label.zh for kind in sheet.kinds}
    named = {kind: msgspec.structs.replace(look, label=labels[kind]) for kind, look in sheet.kinds.items()}
    return msgspec.structs.replace(sheet, kinds=named)
