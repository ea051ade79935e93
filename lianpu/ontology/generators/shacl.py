"""What a graph must and should hold, as SHACL shapes with a name each and messages in Chinese and English.

Violations: a required property is missing, a fact links wrong classes, partOf has a cycle. Warnings: a park without a place,
a target without unit or year.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lianpu.ids import ONTOLOGY
from lianpu.ontology.generators.turtle import block, both, collection, header
from lianpu.ontology.schema import AttributeDef, PredicateDef, Schema, Text

_PREFIXES = ("dcterms", "lp", "lps", "rdf", "rdfs", "sh", "skos", "xsd")
_DATATYPES = {"string": "xsd:string", "integer": "xsd:integer", "double": "xsd:double"}

_CYCLE = Text("partOf 成环：{?this} 属于它自己", "partOf runs in a cycle: {?this} is part of itself")
_NO_PLACE = Text("园区没有所在地", "the park has no place")
_ENDS = Text("原文的止点在起点之前", "the quote ends before it begins")
_WANTED = {
    "unit": Text("目标没有单位", "the target has no unit"),
    "year": Text("目标没有年份", "the target has no year"),
}


def render(schema: Schema) -> str:
    """``shapes.ttl``."""
    return header(_PREFIXES) + "".join(
        [
            *(_required(schema, name) for name in schema.classes if _needed(schema, name)),
            *(shape for predicate in schema.predicates.values() for shape in _ends(schema, predicate)),
            *_figures(schema),
            _order_of_offsets(),
            _cycle(),
            _place(),
            *(_wanted(schema.attributes[name], message) for name, message in _WANTED.items()),
        ]
    )


def _needed(schema: Schema, kind: str) -> list[AttributeDef]:
    return [a for a in schema.attributes.values() if a.required and kind in schema.expand(a.domain)]


def _required(schema: Schema, kind: str) -> str:
    """A shape for the class with a named property shape for each required property."""
    needed = _needed(schema, kind)
    shape = block(
        f"lps:{kind}",
        [
            ("a", "sh:NodeShape"),
            ("sh:targetClass", f"lp:{kind}"),
            ("sh:property", ", ".join(f"lps:{kind}-{attribute.name}" for attribute in needed)),
        ],
    )
    return shape + "".join(_property(schema, kind, attribute) for attribute in needed)


def _property(schema: Schema, kind: str, attribute: AttributeDef) -> str:
    label = schema.classes[kind].label
    message = Text(
        f"{label.zh}应有{attribute.label.zh}（{attribute.name}）",
        f"{label.en} must have a {attribute.label.en} ({attribute.name})",
    )
    return block(
        f"lps:{kind}-{attribute.name}",
        [
            ("a", "sh:PropertyShape"),
            ("sh:path", _term(attribute)),
            ("sh:minCount", "1"),
            ("sh:nodeKind", "" if attribute.datatype else "sh:IRI"),
            ("sh:datatype", _DATATYPES[attribute.datatype] if attribute.datatype else ""),
            ("sh:minLength", "1" if attribute.datatype == "string" else ""),
            ("sh:message", both(message)),
        ],
    )


def _ends(schema: Schema, predicate: PredicateDef) -> Iterator[str]:
    """The classes of subject and object of a predicate."""
    for side, target, classes, zh, en in (
        ("subject", "sh:targetSubjectsOf", predicate.domain, "主语", "subject"),
        ("object", "sh:targetObjectsOf", predicate.range, "宾语", "object"),
    ):
        names = [schema.classes[name].label for name in classes]
        message = Text(
            f"{predicate.name}（{predicate.label.zh}）的{zh}应是{'或'.join(n.zh for n in names)}",
            f"the {en} of {predicate.name} must be a {' or '.join(n.en for n in names)}",
        )
        yield _classes(f"lps:{predicate.name}-{side}", target, f"lp:{predicate.name}", classes, message)


def _figures(schema: Schema) -> Iterator[str]:
    """What a target or indicator is of."""
    message = Text("of（对象）应是实体", "what a figure is of must be an entity")
    yield _classes("lps:of-object", "sh:targetObjectsOf", "lp:of", schema.expand(schema.attributes["of"].range or ()), message)


def _classes(shape: str, target: str, predicate: str, classes: Iterable[str], message: Text) -> str:
    allowed = [f"[ sh:class lp:{name} ]" for name in classes]
    return block(
        shape,
        [("a", "sh:NodeShape"), (target, predicate), ("sh:or", collection(allowed)), ("sh:message", both(message))],
    )


def _order_of_offsets() -> str:
    return block(
        "lps:Claim-offsets",
        [
            ("a", "sh:NodeShape"),
            ("sh:targetClass", "lp:Claim"),
            ("sh:property", f"[ sh:path lp:start ; sh:lessThanOrEquals lp:end ; sh:message {both(_ENDS)} ]"),
        ],
    )


def _cycle() -> str:
    query = f"SELECT $this WHERE {{ $this <{ONTOLOGY}partOf>+ $this }}"
    return block(
        "lps:partOf-cycle",
        [
            ("a", "sh:NodeShape"),
            ("sh:targetSubjectsOf", "lp:partOf"),
            ("sh:sparql", f'[ a sh:SPARQLConstraint ; sh:select "{query}" ; sh:message {both(_CYCLE)} ]'),
        ],
    )


def _place() -> str:
    """A park that is part of a region or park has its place through that."""
    return block(
        "lps:Park-place",
        [
            ("a", "sh:PropertyShape"),
            ("sh:targetClass", "lp:Park"),
            ("sh:path", "[ sh:alternativePath ( lp:locatedIn lp:partOf ) ]"),
            ("sh:minCount", "1"),
            ("sh:severity", "sh:Warning"),
            ("sh:message", both(_NO_PLACE)),
        ],
    )


def _wanted(attribute: AttributeDef, message: Text) -> str:
    return block(
        f"lps:Target-{attribute.name}",
        [
            ("a", "sh:PropertyShape"),
            ("sh:targetClass", "lp:Target"),
            ("sh:path", _term(attribute)),
            ("sh:minCount", "1"),
            ("sh:minLength", "1"),
            ("sh:severity", "sh:Warning"),
            ("sh:message", both(message)),
        ],
    )


def _term(attribute: AttributeDef) -> str:
    return attribute.term or f"lp:{attribute.name}"
