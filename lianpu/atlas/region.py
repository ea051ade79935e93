"""A region with the regions and parks in it, nested, and what each focuses on, seeks and has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lianpu.atlas.records import Box, Item, RegionView, Tie
from lianpu.model import Fact
from lianpu.queries.view import View

_NESTED = ("Region", "Park")
_UPWARD = ("partOf", "locatedIn")


def region_view(view: View, region: str, *, code: str, full: str, item: Callable[[str], Item]) -> RegionView:
    """What documents say is in a region (an entity id). A box that is in several goes into the first that says so.

    Regions in which documents place nothing and of which they say nothing are left out.
    """
    boxes = tuple(_boxes(view, region))
    named = dict.fromkeys(one for box in boxes for one in (box.id, *(tie.other for tie in _ties(box))))
    return RegionView(id=region, code=code, full=full, boxes=boxes, items=tuple(item(one) for one in named))


def _boxes(view: View, region: str) -> Iterator[Box]:
    order, parent = _tree(view, region)
    boxes = {one: _box(view, one, parent[one]) for one in order}
    kept = {region}
    for one in reversed(order):
        if any(_ties(boxes[one])) or one in kept:
            kept |= {one, parent[one]}
    yield from (boxes[one] for one in order if one in kept)


def _tree(view: View, region: str) -> tuple[list[str], dict[str, str]]:
    """Regions and parks inside a region, depth first, and in which each is."""
    order: list[str] = []
    parent = {region: ""}
    todo = [region]
    while todo:
        current = todo.pop()
        order.append(current)
        inside = [one for one in _inside(view, current) if one not in parent]
        parent.update(dict.fromkeys(inside, current))
        todo += reversed(inside)
    return order, parent


def _inside(view: View, region: str) -> list[str]:
    above = (*(fact for p in _UPWARD for fact in view.into(p, region)), *view.parts_by_code(region))
    found = {fact.s for fact in above if view.entities[fact.s].type in _NESTED}
    return sorted(found, key=lambda one: (_NESTED.index(view.entities[one].type), view.entities[one].code or "~", one))


def _box(view: View, one: str, parent: str) -> Box:
    around = [fact for p in _UPWARD for fact in view.into(p, one) if view.entities[fact.s].type not in _NESTED]
    return Box(
        id=one,
        parent=parent,
        focuses=tuple(_tie(fact, fact.o) for fact in view.out("focusesOn", one)),
        seeks=tuple(_tie(fact, fact.o) for fact in view.out("seeks", one)),
        firms=tuple(_tie(fact, fact.s) for fact in around if view.entities[fact.s].type == "Enterprise"),
        others=tuple(_tie(fact, fact.s) for fact in around if view.entities[fact.s].type != "Enterprise"),
    )


def _tie(fact: Fact, other: str) -> Tie:
    return Tie(other=other, p=fact.p, status=fact.status, documents=fact.documents, claims=fact.claims)


def _ties(box: Box) -> Iterable[Tie]:
    return (*box.focuses, *box.seeks, *box.firms, *box.others)
