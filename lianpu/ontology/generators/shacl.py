"""What a graph must and should hold, as SHACL shapes with a name each and messages in Chinese and English.

All are property shapes with targets of their own: pyshacl then checks all nodes of a shape at once, some ten times as fast as
node by node.

Violations: a required property is missing or there twice, a value is none of those that may be, a fact links wrong classes,
partOf has a cycle, a claim has a predicate that the vocabulary does not know. Warnings: a park without a place, a target without
unit or year, a range that ends before it begins, a date or year that cannot be, a fact about a thing and itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lianpu.ontology.generators.turtle import block, both, collection, header, quoted
from lianpu.ontology.schema import ENTITY, AttributeDef, PredicateDef, Schema, Text

_PREFIXES = ("dcterms", "lp", "lps", "org", "owl", "prov", "rdf", "rdfs", "schema", "sh", "skos", "xsd")
_DATATYPES = {"string": "xsd:string", "integer": "xsd:integer", "double": "xsd:double", "json": "rdf:JSON"}

_ENTITY = Text("实体", "entity")
_CYCLE = Text("partOf 成环：某部分又包含它自己的整体", "partOf runs in a cycle: what it is part of is a part of it")
_UNKNOWN = Text("断言的谓词不在词表内", "the predicate of the claim is not in the vocabulary")
_ENDS_EARLY = Text("数值的上限小于下限", "the range ends before it begins")
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
            *(shape for attribute in schema.attributes.values() for shape in _bounds(schema, attribute)),
            _known(schema),
            *(shape for predicate in schema.predicates.values() for shape in _ends(schema, predicate)),
            *(_itself(predicate) for predicate in schema.predicates.values()),
            *_figures(schema),
            _cycle(),
            _place(),
            _range(),
            *(_wanted(schema.attributes[name], message) for name, message in _WANTED.items()),
        ]
    )


def _owners(schema: Schema, attribute: AttributeDef) -> Text:
    found = [_ENTITY if name == ENTITY else schema.classes[name].label for name in attribute.domain]
    return Text("或".join(one.zh for one in found), " or ".join(one.en for one in found))


def _required(schema: Schema, attribute: AttributeDef) -> str:
    """A property that every instance of the attribute's classes must have, well formed."""
    owners = _owners(schema, attribute)
    message = Text(
        f"{owners.zh}须有合格的{attribute.label.zh}（{_term(attribute)}）",
        f"{owners.en} without a well-formed {attribute.label.en} ({_term(attribute)})",
    )
    return block(
        f"lps:{attribute.domain[0].capitalize()}-{attribute.name}",
        [
            ("a", "sh:PropertyShape"),
            ("sh:targetClass", ", ".join(f"lp:{name}" for name in schema.expand(attribute.domain))),
            ("sh:path", _term(attribute)),
            ("sh:minCount", "1"),
            ("sh:maxCount", "1" if attribute.single else ""),
            ("sh:nodeKind", "" if attribute.datatype else "sh:IRI"),
            ("sh:datatype", _DATATYPES[attribute.datatype] if attribute.datatype else ""),
            ("sh:minLength", "1" if attribute.datatype == "string" else ""),
            ("sh:lessThanOrEquals", "lp:end" if attribute.name == "start" else ""),
            ("sh:message", both(message)),
        ],
    )


def _bounds(schema: Schema, attribute: AttributeDef) -> Iterator[str]:
    """What a value may be, each bound as a shape of its own."""
    owners = _owners(schema, attribute)
    number: Callable[[float], str] = str if attribute.datatype == "double" else lambda bound: str(int(bound))
    bounds = [("sh:in", collection(map(quoted, attribute.values)) if attribute.values else "")]
    bounds += [("sh:pattern", quoted(attribute.pattern) if attribute.pattern else "")]
    bounds += [("sh:minInclusive", "" if attribute.low is None else number(attribute.low))]
    bounds += [("sh:maxInclusive", "" if attribute.high is None else number(attribute.high))]
    if not any(value for _, value in bounds):
        return
    message = Text(
        f"{owners.zh}的{attribute.label.zh}（{_term(attribute)}）不在允许的范围内",
        f"the {attribute.label.en} ({_term(attribute)}) of a {owners.en} is not one that may be",
    )
    yield block(
        f"lps:{attribute.domain[0].capitalize()}-{attribute.name}-value",
        [
            ("a", "sh:PropertyShape"),
            ("sh:targetClass", ", ".join(f"lp:{name}" for name in schema.expand(attribute.domain))),
            ("sh:path", _term(attribute)),
            *bounds,
            ("sh:severity", "sh:Warning" if attribute.severity == "warning" else ""),
            ("sh:message", both(message)),
        ],
    )


def _known(schema: Schema) -> str:
    """A claim says what the vocabulary can say."""
    names = collection(f"lp:{name}" for name in (*schema.predicates, "mention", "target"))
    return block(
        "lps:Claim-predicate-value",
        [
            ("a", "sh:PropertyShape"),
            ("sh:targetClass", "lp:Claim"),
            ("sh:path", "rdf:predicate"),
            ("sh:in", names),
            ("sh:message", both(_UNKNOWN)),
        ],
    )


def _itself(predicate: PredicateDef) -> str:
    """The path leads nowhere but to the node itself: no graph has ``lps:nothing``."""
    message = Text(f"{predicate.name}（{predicate.label.zh}）的主语和宾语是同一个", f"{predicate.name} links a thing with itself")
    return block(
        f"lps:{predicate.name}-itself",
        [
            ("a", "sh:PropertyShape"),
            ("sh:targetSubjectsOf", f"lp:{predicate.name}"),
            ("sh:path", "[ sh:zeroOrOnePath lps:nothing ]"),
            ("sh:disjoint", f"lp:{predicate.name}"),
            ("sh:severity", "sh:Warning"),
            ("sh:message", both(message)),
        ],
    )


def _range() -> str:
    return block(
        "lps:Target-range",
        [
            ("a", "sh:PropertyShape"),
            ("sh:targetClass", "lp:Target, lp:Indicator"),
            ("sh:path", "lp:value"),
            ("sh:lessThanOrEquals", "lp:valueMax"),
            ("sh:severity", "sh:Warning"),
            ("sh:message", both(_ENDS_EARLY)),
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
