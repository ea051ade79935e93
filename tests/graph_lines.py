"""Small documents as lines, for the tests of the graph: statements as ``subject predicate object [status]``."""

from __future__ import annotations

from typing import cast

from lianpu.model import DocumentLine, EntityLine, EntityType, FactLine, Line, Status, TargetLine

SEEKS = ("recruit", "supplement", "extend", "breakthrough")


def plan(
    identifier: str,
    region: str | None,
    entities: str,
    facts: str = "",
    *,
    foreign: str = "",
    targets: tuple[TargetLine, ...] = (),
) -> tuple[Line, ...]:
    """A document. ``entities``: ``Type name=alias=alias`` separated by ``;``. ``foreign``: facts of other people's pages,
    whose subjects are foreign too when no fact of the document's own names them.
    """
    own = [_fact(text, False) for text in _parts(facts)]
    others = [_fact(text, True) for text in _parts(foreign)]
    named = {name for fact in own for name in (fact.s, fact.o)}
    strange = {name for fact in others for name in (fact.s, fact.o)} - named
    lines = [_entity(text, strange) for text in _parts(entities)]
    head = DocumentLine(id=identifier, title=f"{region or ''}产业规划", region=region, file=f"{identifier}.txt")
    return (head, *lines, *own, *others, *targets)


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def _entity(text: str, strange: set[str]) -> EntityLine:
    kind, _, names = text.partition(" ")
    name, *aliases = names.split("=")
    quote = f"文中的{name}"
    return EntityLine(
        type=cast(EntityType, kind),
        name=name,
        aliases=tuple(aliases),
        quote=quote,
        start=0,
        end=len(quote),
        foreign=name in strange,
    )


def _fact(text: str, foreign: bool) -> FactLine:
    s, p, o, *rest = text.split()
    status = cast(Status, rest[0] if rest else "existing")
    quote = f"文中写明{s}与{o}"
    return FactLine(
        s=s, p=p, o=o, status=status, quote=quote, start=10, end=10 + len(quote), rule="test", confidence=0.5, foreign=foreign
    )
