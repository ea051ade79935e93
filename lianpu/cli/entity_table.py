"""One entity for the terminal: its names, what is said of it, its figures."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console

from lianpu.cli.gap_table import sentences
from lianpu.cli.printing import console, table
from lianpu.cli.words import words
from lianpu.ontology import schema
from lianpu.queries.entity import EntityView, Relation
from lianpu.queries.labels import labels
from lianpu.queries.records import TargetRef


def entity_report(found: Sequence[EntityView]) -> None:
    """Print the entities of a name; several share it when places or firms do."""
    out = console()
    for entity in found:
        _head(out, entity)
        if entity.relations:
            heads = (words().relation, words().other, words().status, words().sentence)
            out.print(table(heads, [_relation(one) for one in entity.relations]))
        _figures(out, words().target, entity.targets)
        _figures(out, words().indicator, entity.indicators)


def _head(out: Console, entity: EntityView) -> None:
    kind = schema().classes[entity.type].label.zh
    out.print(f"{entity.name}（{kind}{'，' if entity.place else ''}{entity.place}）", style="bold", markup=False)
    if entity.aliases:
        out.print(words().aliases.format(names="、".join(entity.aliases)), markup=False)
    if entity.documents:
        out.print(words().documents.format(titles="".join(f"《{title}》" for title in entity.documents)), markup=False)


def _relation(one: Relation) -> tuple[str, str, str, str]:
    predicate = schema().predicates[one.predicate].label.zh
    origin = words().origins.get(one.origin.partition("/")[0], "")
    place = f"（{one.other.place}）" if not one.other.place.endswith(one.other.name) and one.other.place else ""
    status = labels()["status"][one.status] if one.origin != "regions" else ""
    arrow = f"{predicate} →" if one.forward else f"← {predicate}"
    return arrow, one.other.name + place, status, sentences(one.evidence) or origin


def _figures(out: Console, title: str, figures: Sequence[TargetRef]) -> None:
    if figures:
        heads = (words().metric, words().value, words().year, words().sentence)
        rows = [(one.metric, _value(one), str(one.year or ""), sentences(one.evidence)) for one in figures]
        out.print(table(heads, rows, title))


def _value(one: TargetRef) -> str:
    upper = f"–{one.value_max:g}" if one.value_max is not None else ""
    return f"{one.op if one.op != '=' else ''}{one.value:g}{upper}{one.unit}"
