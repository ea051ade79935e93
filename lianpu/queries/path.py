"""The shortest way between two entities, with the sentence of every step: 泰山钢铁 → … → 山推股份."""

from __future__ import annotations

import msgspec

from lianpu.errors import UnknownNameError
from lianpu.graph.records import Graph
from lianpu.graph.stores.networkx_store import NetworkxStore
from lianpu.graph.stores.networkx_store import Step as Walked
from lianpu.ontology.regions import regions
from lianpu.queries.entity import find
from lianpu.queries.records import Evidence, Ref
from lianpu.queries.states import reference_to
from lianpu.queries.view import View


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One step from ``source`` to ``target``. ``forward`` if the fact points that way. ``reference`` marks a statement of
    a reference chain: ``origin`` names it, ``place`` is its file and line, and no document says it.
    """

    source: Ref
    predicate: str
    forward: bool
    target: Ref
    status: str
    origin: str
    reference: bool
    place: str = ""
    evidence: tuple[Evidence, ...] = ()


class Path(msgspec.Struct, frozen=True, kw_only=True):
    """A way from ``start`` to ``end``; no steps if there is none."""

    start: Ref
    end: Ref
    steps: tuple[Step, ...] = ()


def path(graph: Graph, source: str, target: str, *, view: View | None = None, store: NetworkxStore | None = None) -> Path:
    """A shortest way between two entities, given by name or id, over facts of documents and statements of reference chains.

    It passes through no region, policy, agency or sector as wide as 制造业 and follows no ``seeks``.

    :param view: an index of the graph, if the caller has one; ``store`` likewise.
    :raises UnknownNameError: an end is not in the graph, or its name means several entities; carries near names or ids.
    """
    index = view or View(graph, regions())
    start, end = _only(graph, source), _only(graph, target)
    walked = (store or NetworkxStore(graph)).path(start, end)
    return Path(
        start=reference_to(index, start),
        end=reference_to(index, end),
        steps=tuple(_step(index, step) for step in walked),
    )


def _only(graph: Graph, name: str) -> str:
    found = find(graph, name)
    if len(found) > 1:
        raise UnknownNameError("several_meant", name=name, count=len(found), near=[entity.id for entity in found])
    return found[0].id


def _step(view: View, step: Walked) -> Step:
    claims = view.said(step.fact)
    return Step(
        source=reference_to(view, step.source),
        predicate=step.fact.p,
        forward=not step.backward,
        target=reference_to(view, step.target),
        status=step.fact.status,
        origin=step.fact.origin,
        reference=step.reference,
        place="；".join(f"{claim.document} {claim.section}" for claim in claims) if step.reference else "",
        evidence=() if step.reference else view.evidence(claims),
    )
