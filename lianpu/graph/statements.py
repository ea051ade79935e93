"""Claims, and the facts and targets that they agree on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from math import prod
from typing import get_args

from lianpu.graph.nodes import Text
from lianpu.ids import digest
from lianpu.model import SEEKS_ORDER, Claim, EntityLine, Fact, FactLine, IndicatorLine, Line, Status, Target, TargetLine

_STATUSES: tuple[Status, ...] = get_args(Status)


def claims(text: Text, ids: Mapping[tuple[str, str], str], file: str = "") -> Iterator[tuple[Claim, Line]]:
    """The claims of one document with their lines.

    :raises KeyError: a line names something that has no entity line; see :func:`check`.
    """
    for line in text.lines:
        origin = "foreign" if getattr(line, "foreign", False) else text.origin
        if isinstance(line, EntityLine):
            if text.origin == "documents":
                yield _claim(text, line, origin, ids[text.id, line.name], "mention", ""), line
        elif isinstance(line, FactLine):
            yield _claim(text, line, origin, ids[text.id, line.s], line.p, ids[text.id, line.o], line.status), line
        elif isinstance(line, TargetLine):
            subject = ids[text.id, line.s]
            yield _claim(text, line, origin, subject, "target", target_id(line, subject, origin)), line


def _claim(text: Text, line: EntityLine | FactLine | TargetLine, origin: str, s: str, p: str, o: str, status: str = "") -> Claim:
    order = line.order if isinstance(line, FactLine) else None
    position = line.position if isinstance(line, FactLine) else None
    place = (line.start, line.end, line.section, line.quote)
    return Claim(
        id=digest(text.id, s, p, o, status, order, position, *place, line.text, line.rule, line.confidence, origin),
        s=s,
        p=p,
        o=o,
        status=status,
        order=order,
        position=position,
        share=line.share if isinstance(line, FactLine) else None,
        document=text.id,
        section=line.section,
        start=line.start,
        end=line.end,
        quote=line.quote,
        text=line.text or line.quote,
        rule=line.rule,
        confidence=line.confidence,
        origin=origin,
    )


def target_id(line: TargetLine, subject: str, origin: str) -> str:
    """Id of a figure: equal for all sentences that say the same."""
    achieved = isinstance(line, IndicatorLine)
    return digest(subject, line.metric, line.value, line.value_max, line.unit, line.op, line.year, achieved, origin)


def facts(claims: Iterable[Claim]) -> dict[tuple[str, str, str, str], Fact]:
    """One fact per subject, predicate, object and origin."""
    groups: dict[tuple[str, str, str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.p not in ("mention", "target"):
            groups[claim.s, claim.p, claim.o, claim.origin].append(claim)
    return {key: _fact(key, sorted(group, key=lambda c: (c.document, c.start, c.id))) for key, group in groups.items()}


def _fact(key: tuple[str, str, str, str], group: list[Claim]) -> Fact:
    said = {claim.status for claim in group}
    preference = SEEKS_ORDER if key[1] == "seeks" else _STATUSES
    statuses = tuple(status for status in _STATUSES if status in said)
    return Fact(
        s=key[0],
        p=key[1],
        o=key[2],
        status=next((status for status in preference if status in said), statuses[0]),
        statuses=statuses,
        order=min((claim.order for claim in group if claim.order is not None), default=None),
        position=next((claim.position for claim in group if claim.position is not None), None),
        confidence=agreement(group),
        documents=tuple(sorted({claim.document for claim in group})),
        claims=tuple(claim.id for claim in group),
        origin=key[3],
    )


def agreement(group: Iterable[Claim]) -> float:
    """Noisy-or over documents, each with its best claim: several documents make a fact surer, repeating it does not."""
    best: dict[str, float] = defaultdict(float)
    for claim in group:
        best[claim.document] = max(best[claim.document], claim.confidence)
    return round(1.0 - prod(1.0 - best[document] for document in sorted(best)), 6)


def targets(pairs: Iterable[tuple[Claim, Line]]) -> tuple[Target, ...]:
    """Figures, each once, by id."""
    groups: dict[str, list[tuple[Claim, TargetLine]]] = defaultdict(list)
    for claim, line in pairs:
        if isinstance(line, TargetLine):
            groups[claim.o].append((claim, line))
    return tuple(_target(identifier, groups[identifier]) for identifier in sorted(groups))


def _target(identifier: str, group: list[tuple[Claim, TargetLine]]) -> Target:
    claim, line = group[0]
    return Target(
        id=identifier,
        s=claim.s,
        metric=line.metric,
        value=line.value,
        unit=line.unit,
        op=line.op,
        year=line.year,
        value_max=line.value_max,
        achieved=isinstance(line, IndicatorLine),
        documents=tuple(sorted({c.document for c, _ in group})),
        claims=tuple(sorted({c.id for c, _ in group})),
        origin=claim.origin,
    )
