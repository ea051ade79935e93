"""The vocabulary as tables for ``docs/ontology.md``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lianpu.ontology.generators.turtle import NOTE
from lianpu.ontology.schema import AttributeDef, Definition, Schema, Text


def render(schema: Schema) -> str:
    """``docs/ontology.md``."""
    return "\n".join(_lines(schema)) + "\n"


def _lines(schema: Schema) -> Iterator[str]:
    yield from (f"<!-- {NOTE} -->", "# Classes and predicates", "")
    yield "Namespace `lp:` is `https://w3id.org/lianpu/ontology#`. “⊂” means that the term of the other vocabulary is more"
    yield "general, “≈” that it means nearly the same."
    for title, group in (("Entities", "entity"), ("Records", "record"), ("In exported files only", "file")):
        yield from ("", f"## {title}", "")
        yield from _table(
            ("class", "中文", "definition", "example", "not", "elsewhere"),
            (
                (
                    f"`{kind.name}`",
                    kind.label.zh,
                    _text(kind.definition),
                    _text(kind.example),
                    _text(kind.unless),
                    _elsewhere(kind),
                )
                for kind in schema.classes.values()
                if kind.group == group
            ),
        )
    yield from ("", "## Predicates", "")
    yield from _table(
        ("predicate", "中文（反向）", "subject → object", "status", "definition", "example", "Cypher", "elsewhere"),
        (
            (
                f"`{p.name}`",
                f"{p.label.zh}（{p.inverse.zh}）",
                f"{', '.join(p.domain)} → {', '.join(p.range)}",
                ", ".join(p.status),
                _text(p.definition),
                _text(p.example),
                f"`{p.relation}`",
                _elsewhere(p),
            )
            for p in schema.predicates.values()
        ),
    )
    yield from ("", "## Attributes", "")
    yield from _table(
        ("attribute", "中文", "of", "value", "definition", "example", "elsewhere"),
        (
            (
                f"`{a.term or 'lp:' + a.name}`",
                a.label.zh,
                ", ".join(a.domain),
                _value(a),
                _text(a.definition),
                _text(a.example),
                _elsewhere(a),
            )
            for a in schema.attributes.values()
        ),
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield _row(head)
    yield _row(["---"] * len(head))
    for row in rows:
        yield _row(row)


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _text(text: Text | None) -> str:
    """Both languages, once where they are the same; a line break is shown, not made."""
    if text is None:
        return ""
    both = text.zh if text.zh == text.en else f"{text.zh}<br>{text.en}"
    return both.replace("\n", "↵")


def _elsewhere(definition: Definition) -> str:
    return " ".join([*(f"⊂ `{term}`" for term in definition.sub_of), *(f"≈ `{term}`" for term in definition.close)])


def _value(attribute: AttributeDef) -> str:
    value = attribute.datatype or ", ".join(attribute.range or ()) or "any node"
    bounds = " to ".join("" if bound is None else f"{bound:g}" for bound in (attribute.low, attribute.high))
    said = [
        value,
        ", ".join(attribute.values),
        attribute.pattern and f"`{attribute.pattern}`",
        bounds if bounds != " to " else "",
    ]
    return "; ".join(filter(None, [*said, "required" if attribute.required else ""]))
