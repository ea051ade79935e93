"""The look of classes, states and edges, read once from ``style.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import msgspec

from lianpu.messages import Language, catalogue
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

    colour: str
    width: float
    dashes: tuple[float, ...] = ()
    named: bool = True
    label: str = ""


class Style(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole style sheet."""

    kinds: Mapping[str, NodeStyle]
    states: Mapping[str, NodeStyle]
    edges: Mapping[str, EdgeStyle]

    def of(self, kind: str, state: str) -> NodeStyle:
        """The style of a node: its state's where it has one, else its class's."""
        return self.states[state] if state else self.kinds[kind]


@cache
def style(language: Language = "zh") -> Style:
    """The style sheet that comes with lianpu; classes are called what the vocabulary calls them."""
    sheet = msgspec.yaml.decode(files("lianpu.viz").joinpath("style.yaml").read_bytes(), type=Style)
    words, replace = catalogue("pictures", language), msgspec.structs.replace
    return Style(
        kinds={kind: replace(look, label=getattr(schema().classes[kind].label, language)) for kind, look in sheet.kinds.items()},
        states={state: replace(look, label=words[f"state_{state}"]) for state, look in sheet.states.items()},
        edges={kind: replace(look, label=words[f"edge_{kind}"]) for kind, look in sheet.edges.items()},
    )
