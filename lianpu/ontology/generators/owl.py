"""The vocabulary as an OWL ontology."""

from __future__ import annotations

from collections.abc import Iterator

from lianpu.ontology.generators.turtle import block, both, collection, header
from lianpu.ontology.schema import ENTITY, AttributeDef, ClassDef, Definition, PredicateDef, Schema, Text

_DATATYPES = {"string": "xsd:string", "integer": "xsd:integer", "double": "xsd:double", "json": "rdf:JSON"}
_PREFIXES = ("dcterms", "lp", "oa", "org", "owl", "prov", "rdf", "rdfs", "schema", "skos", "xsd")
_TITLE = Text("链谱：产业规划知识图谱词表", "lianpu: vocabulary of knowledge graphs of industrial plans")
_ENTITY = Text("实体", "entity")
_ENTITY_DEFINITION = Text("文件所说的事物，有名称。", "A thing with a name of which documents speak.")
_INVERSE = Text("反向读法", "reads from its object as")
_INVERSE_DEFINITION = Text("关系从宾语一端怎样读。", "How a relation reads from its object.")
_EXAMPLES = (Text("泰山钢铁", "Taishan Steel"), Text("寻求：求者为", "seeks: is sought by"))


def render(schema: Schema) -> str:
    """``ontology.ttl``: classes, properties with domain and range, labels, definitions and alignments."""
    return header(_PREFIXES) + "".join(_blocks(schema))


def _blocks(schema: Schema) -> Iterator[str]:
    yield block("<https://w3id.org/lianpu/ontology>", [("a", "owl:Ontology"), ("dcterms:title", both(_TITLE))])
    yield _plain("lp:Entity", "owl:Class", _ENTITY, _ENTITY_DEFINITION, _EXAMPLES[0])
    yield _plain("lp:inverseLabel", "owl:AnnotationProperty", _INVERSE, _INVERSE_DEFINITION, _EXAMPLES[1])
    for kind in schema.classes.values():
        yield _class(kind)
    members = collection(f"lp:{name}" for name in schema.entities)
    yield block("[]", [("a", "owl:AllDisjointClasses"), ("owl:members", members)])
    for predicate in schema.predicates.values():
        yield _predicate(predicate)
    for attribute in schema.attributes.values():
        if attribute.term is None:
            yield _attribute(attribute)


def _plain(subject: str, kind: str, label: Text, definition: Text, example: Text) -> str:
    said = [("rdfs:label", both(label)), ("skos:definition", both(definition)), ("skos:example", both(example))]
    return block(subject, [("a", kind), *said])


def _class(kind: ClassDef) -> str:
    above = (("lp:Entity",) if kind.group == ENTITY else ()) + kind.sub_of
    return block(
        f"lp:{kind.name}",
        [
            ("a", "owl:Class"),
            ("rdfs:subClassOf", ", ".join(above)),
            *_said(kind),
            ("skos:scopeNote", both(Text(f"不含：{kind.unless.zh}", f"Not: {kind.unless.en}")) if kind.unless else ""),
        ],
    )


def _predicate(predicate: PredicateDef) -> str:
    return block(
        f"lp:{predicate.name}",
        [
            ("a", "owl:ObjectProperty"),
            ("rdfs:subPropertyOf", ", ".join(predicate.sub_of)),
            *_said(predicate),
            ("lp:inverseLabel", both(predicate.inverse)),
            ("rdfs:domain", _union(predicate.domain)),
            ("rdfs:range", _union(predicate.range)),
        ],
    )


def _attribute(attribute: AttributeDef) -> str:
    literal_range = _DATATYPES[attribute.datatype] if attribute.datatype else ""
    return block(
        f"lp:{attribute.name}",
        [
            ("a", "owl:DatatypeProperty" if attribute.datatype else "owl:ObjectProperty"),
            ("rdfs:subPropertyOf", ", ".join(attribute.sub_of)),
            *_said(attribute),
            ("rdfs:domain", _union(attribute.domain)),
            ("rdfs:range", literal_range or _union(attribute.range or ())),
        ],
    )


def _said(definition: Definition) -> list[tuple[str, str]]:
    return [
        ("rdfs:label", both(definition.label)),
        ("skos:definition", both(definition.definition)),
        ("skos:example", both(definition.example)),
        ("skos:closeMatch", ", ".join(definition.close)),
    ]


def _union(names: tuple[str, ...]) -> str:
    """One class, or the union of several."""
    terms = [f"lp:{'Entity' if name == ENTITY else name}" for name in names]
    if len(terms) < 2:
        return "".join(terms)
    return f"[ a owl:Class ; owl:unionOf {collection(terms)} ]"
