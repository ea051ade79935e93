"""Where things are by the code table, and where a firm works when no document says it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from lianpu.graph.places import Places
from lianpu.graph.records import REGION_RULE
from lianpu.graph.statements import agreement
from lianpu.model import Claim, Entity, Fact

DERIVED = 0.8
"""What is left of the confidence of the claims from which a firm's place is derived."""

_WORKS = ("anchors", "produces")
_UPWARD = ("locatedIn", "partOf")


def hierarchy(codes: Iterable[str], places: Places, identify: Callable[[str], str]) -> tuple[dict[str, Entity], list[Fact]]:
    """The divisions of these codes and all around them, with ``partOf`` facts of the code table."""
    around = {code: places.table.parents(code) for code in codes}
    every = {*around, *(region.code for parents in around.values() for region in parents)}
    entities: dict[str, Entity] = {}
    facts = []
    for code in sorted(every):
        region = places.table.get(code)
        if region is None:
            continue
        entities[code] = Entity(id=identify(code), type="Region", name=region.name, code=code, origin="regions")
        if region.parent is not None:
            facts.append(Fact(s=identify(code), p="partOf", o=identify(region.parent), status="existing", origin="regions"))
    return entities, facts


def working_places(
    facts: Sequence[Fact], claims: Iterable[Claim], entities: Mapping[str, Entity], regions: Mapping[str, str], places: Places
) -> Iterator[Fact]:
    """``locatedIn`` facts by the rule ``region-of-document``; see docs/decisions/0012.

    :param regions: code of the region of each document.
    """
    above: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        if fact.p in _UPWARD and fact.origin == "documents":
            above[fact.s].add(fact.o)
    working: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.p in _WORKS and claim.origin == "documents" and claim.document in regions:
            working[claim.s, regions[claim.document]].append(claim)
    by_code = {entity.code: entity.id for entity in entities.values() if entity.code is not None}
    for (firm, code), group in sorted(working.items()):
        stated = _codes(firm, above, entities)
        wider = all(found != code and places.table.contains(found, code) for found in stated)
        if entities[firm].type == "Enterprise" and wider:
            yield _derived(firm, by_code[code], sorted(group, key=lambda c: (c.document, c.start, c.id)))


def _derived(firm: str, region: str, group: Sequence[Claim]) -> Fact:
    return Fact(
        s=firm,
        p="locatedIn",
        o=region,
        status="existing",
        statuses=("existing",),
        confidence=round(DERIVED * agreement(group), 6),
        documents=tuple(sorted({claim.document for claim in group})),
        claims=tuple(claim.id for claim in group),
        rule=REGION_RULE,
    )


def _codes(start: str, above: Mapping[str, Iterable[str]], entities: Mapping[str, Entity]) -> set[str]:
    """Codes of the first divisions that the way up from ``start`` comes to."""
    found, seen, todo = set[str](), {start}, [start]
    while todo:
        current = entities[todo.pop()]
        if current.code is not None:
            found.add(current.code)
            continue
        new = set(above.get(current.id, ())) - seen
        seen |= new
        todo += sorted(new)
    return found
