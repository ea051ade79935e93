"""One entity for the terminal: its names, what is said of it, its figures."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console

from lianpu.cli.gap_table import sentences
from lianpu.cli.printing import console, table
from lianpu.messages import Language
from lianpu.ontology import schema
from lianpu.papers.words import Words, words
from lianpu.queries.entity import EntityView, Relation
from lianpu.queries.records import TargetRef


def entity_report(found: Sequence[EntityView], language: Language = "zh") -> None:
    """Print the entities of a name; several share it when places or firms do."""
    out, texts = console(), words(language)
    for entity in found:
        _head(out, texts, entity)
        if entity.relations:
            heads = (*(texts(f"column_{key}") for key in ("relation", "other", "way")), texts("table_sentence"))
            out.print(table(heads, [_relation(texts, one) for one in entity.relations]))
        _figures(out, texts, "show_target", entity.targets)
        _figures(out, texts, "show_indicator", entity.indicators)


def _head(out: Console, texts: Words, entity: EntityView) -> None:
    label = schema().classes[entity.type].label
    kind = label.zh if texts.language == "zh" else label.en
    about = texts("build_comma").join(part for part in (kind, entity.place) if part)
    out.print(texts("show_head", name=entity.name, about=about), style="bold", markup=False)
    if entity.aliases:
        out.print(texts("show_aliases", names=texts.names(entity.aliases)), markup=False)
    if entity.documents:
        out.print(texts("show_documents", titles=texts.titles(entity.documents)), markup=False)


def _relation(texts: Words, one: Relation) -> tuple[str, str, str, str]:
    origin = texts(f"origin_{one.origin.partition('/')[0]}")
    place = texts("bracket", text=one.other.place) if not one.other.place.endswith(one.other.name) and one.other.place else ""
    status = texts.labels["status"][one.status] if one.origin != "regions" else ""
    said = sentences(one.evidence, texts.language) or origin
    return arrow(one.predicate, one.forward, texts.language), one.other.name + place, status, said


def arrow(predicate: str, forward: bool, language: Language) -> str:
    """A relation with its direction: 位于 →, ← 引领."""
    label = schema().predicates[predicate].label
    text = label.zh if language == "zh" else label.en
    return f"{text} →" if forward else f"← {text}"


def _figures(out: Console, texts: Words, title: str, figures: Sequence[TargetRef]) -> None:
    if figures:
        heads = (*(texts(f"column_{key}") for key in ("metric", "value", "year")), texts("table_sentence"))
        rows = [(one.metric, _value(one), str(one.year or ""), sentences(one.evidence, texts.language)) for one in figures]
        out.print(table(heads, rows, texts(title)))


def _value(one: TargetRef) -> str:
    upper = f"–{one.value_max:g}" if one.value_max is not None else ""
    return f"{one.op if one.op != '=' else ''}{one.value:g}{upper}{one.unit}"
