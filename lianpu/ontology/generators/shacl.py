"""What a graph must and should hold, as SHACL shapes with a name each and messages in Chinese and English.

All are property shapes with targets of their own: pyshacl then checks all nodes of a shape at once, some ten times as fast as
node by node.

Violations: a required property is missing, a fact links wrong classes, partOf has a cycle. Warnings: a park without a place,
a target without unit or year.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lianpu.ontology.generators.turtle import block, both, collection, header
from lianpu.ontology.schema import ENTITY, AttributeDef, PredicateDef, Schema, Text

_PREFIXES = ("lp", "lps", "org", "owl", "prov", "rdf", "rdfs", "schema", "sh", "skos", "xsd")
_DATATYPES = {"string": "xsd:string", "integer": "xsd:integer", "double": "xsd:double"}

_ENTITY = Text("实体", "entity")
_CYCLE = Text("partOf 成环：某部分又包含它自己的整体", "partOf runs in a cycle: what it is part of is a part of it")
_NO_PLACE = Text("园区没有所在地", "the park has no place")
_WANTED = {
    "unit": Text("目标没有单位", "the target has no unit"),
    "year": Text("目标没有年份", "the target has no year"),
}


def render(schema: Schema) -> str:
    """``shapes.ttl``."""
    return header(_PREFIXES) + "".join(
        [
            *(_required(schema, attribute) for attribute in schema.attributes.values() if attribute.required),
            *(shape for predicate in schema.predicates.values() for shape in _ends(schema, predicate)),
            *_figures(schema),
            _cycle(),
            _place(),
            *(_wanted(schema.attributes[name], message) for name, message in _WANTED.items()),
        ]
    )


def _required(schema: Schema, attribute: AttributeDef) -> str:
    """A property that every instance of the attribute's classes must have, well formed."""
    owners = [_ENTITY if name == ENTITY else schema.classes[name].label for name in attribute.domain]
    message = Text(
        f"{'或'.join(o.zh for o in owners)}须有合格的{attribute.label.zh}（{_term(attribute)}）",
        f"{' or '.join(o.en for o in owners)} without a well-formed {attribute.label.en} ({_term(attribute)})",
    )
    return block(
        f"lps:{attribute.domain[0].capitalize()}-{attribute.name}",
        [
            ("a", "sh:PropertyShape"),
            ("sh:targetClass", ", ".join(f"lp:{name}" for name in schema.expand(attribute.domain))),
            ("sh:path", _term(attribute)),
            ("sh:minCount", "1"),
            ("sh:nodeKind", "" if attribute.datatype else "sh:IRI"),
            ("sh:datatype", _DATATYPES[attribute.datatype] if attribute.datatype else ""),
            ("sh:minLength", "1" if attribute.datatype == "string" else ""),
            ("sh:lessThanOrEquals", "lp:end" if attribute.name == "start" else ""),
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
        yield _classes(schema, f"lps:{predicate.name}-{side}", target, f"lp:{predicate.name}", classes, message)


def _figures(schema: Schema) -> Iterator[str]:
    """What a target or indicator is of."""
    message = Text("of（对象）应是实体", "what a figure is of must be an entity")
    yield _classes(
        schema, "lps:of-object", "sh:targetObjectsOf", "lp:of", schema.expand(schema.attributes["of"].range or ()), message
    )


def _classes(schema: Schema, shape: str, target: str, predicate: str, names: Iterable[str], message: Text) -> str:
    """Every type of the node is one of these classes or more general; lists of ``sh:class`` alternatives are slower."""
    classes = [schema.classes[name] for name in names]
    general = sorted({term for kind in classes for term in kind.sub_of})
    allowed = [*(f"lp:{kind.name}" for kind in classes), "lp:Entity", *general, "owl:NamedIndividual", "owl:Thing"]
    return block(
        shape,
        [
            ("a", "sh:PropertyShape"),
            (target, predicate),
            ("sh:path", "rdf:type"),
            ("sh:minCount", "1"),
            ("sh:in", collection(allowed)),
            ("sh:message", both(message)),
        ],
    )


def _cycle() -> str:
    """x is in a cycle when something that x is part of lies in x; said in SHACL Core, as one SPARQL query a node is slow."""
    inside = "[ sh:zeroOrMorePath [ sh:inversePath lp:partOf ] ]"
    return block(
        "lps:partOf-cycle",
        [
            ("a", "sh:PropertyShape"),
            ("sh:targetSubjectsOf", "lp:partOf"),
            ("sh:path", inside),
            ("sh:disjoint", "lp:partOf"),
            ("sh:message", both(_CYCLE)),
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
