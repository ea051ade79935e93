"""Plain values to pages: knows no store and no document, draws what it is given."""

from lianpu.viz.page import page
from lianpu.viz.records import Edge, EdgeKind, Node, NodeState, Quote

__all__ = ["page", "Node", "Edge", "Quote", "EdgeKind", "NodeState"]
