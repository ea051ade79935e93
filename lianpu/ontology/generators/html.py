"""The vocabulary as one page that needs nothing else: every class and property with an anchor of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

import jinja2
import msgspec

from lianpu.ids import ONTOLOGY
from lianpu.ontology.generators.turtle import PREFIXES
from lianpu.ontology.schema import ENTITY, AttributeDef, ClassDef, Definition, PredicateDef, Schema, Text


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """A link to a term: of this page, or of another vocabulary."""

    name: str
    url: str


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """What the page says of a class or property. ``facts`` are rows of a heading and terms or words."""

    anchor: str
    name: str
    iri: str
    said: Definition
    unless: Text | None = None
    facts: tuple[tuple[Text, tuple[Term | str, ...]], ...] = ()


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """Entries under a heading."""

    anchor: str
    title: Text
    entries: tuple[Entry, ...]


_GROUPS: Mapping[str, Text] = {
    "entity": Text("实体类", "Classes of entities"),
    "record": Text("记录类", "Classes of records"),
    "file": Text("只在导出文件中的类", "Classes in exported files only"),
}
_PREDICATES = Text("关系", "Relations")
_ATTRIBUTES = Text("属性", "Attributes")
_WORDS = {
    "sub_of": Text("归于", "kind of"),
    "close": Text("近于", "close to"),
    "domain": Text("主语", "subject"),
    "range": Text("宾语", "object"),
    "status": Text("状态", "status"),
    "inverse": Text("反向", "inverse"),
    "relation": Text("Cypher 关系", "Cypher"),
    "value": Text("取值", "value"),
    "subject_of": Text("可作主语", "subject of"),
    "object_of": Text("可作宾语", "object of"),
}


def render(schema: Schema) -> str:
    """``docs/ontology.html``."""
    sections = [
        Section(anchor=group, title=title, entries=tuple(_class(schema, k) for k in schema.classes.values() if k.group == group))
        for group, title in _GROUPS.items()
    ]
    relations = tuple(_predicate(predicate) for predicate in schema.predicates.values())
    sections.append(Section(anchor="predicates", title=_PREDICATES, entries=relations))
    attributes = tuple(_attribute(attribute) for attribute in schema.attributes.values())
    sections.append(Section(anchor="attributes", title=_ATTRIBUTES, entries=attributes))
    return _template().render(sections=sections, ontology=ONTOLOGY)


@cache
def _template() -> jinja2.Template:
    text = files("lianpu.ontology.generators").joinpath("ontology.html.j2").read_text("utf-8")
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(text)


def _class(schema: Schema, kind: ClassDef) -> Entry:
    subject = [_here(p.name) for p in schema.predicates.values() if kind.name in p.domain]
    object_ = [_here(p.name) for p in schema.predicates.values() if kind.name in p.range]
    facts = _facts(("subject_of", subject), ("object_of", object_), *_elsewhere(kind))
    return Entry(anchor=kind.name, name=f"lp:{kind.name}", iri=ONTOLOGY + kind.name, said=kind, unless=kind.unless, facts=facts)


def _predicate(predicate: PredicateDef) -> Entry:
    facts = _facts(
        ("domain", map(_here, predicate.domain)),
        ("range", map(_here, predicate.range)),
        ("status", predicate.status),
        ("inverse", (f"{predicate.inverse.zh} {predicate.inverse.en}",)),
        ("relation", (predicate.relation,)),
        *_elsewhere(predicate),
    )
    return Entry(anchor=predicate.name, name=f"lp:{predicate.name}", iri=ONTOLOGY + predicate.name, said=predicate, facts=facts)


def _attribute(attribute: AttributeDef) -> Entry:
    term = _term(attribute.term) if attribute.term else Term(name=f"lp:{attribute.name}", url=ONTOLOGY + attribute.name)
    facts = _facts(
        ("domain", map(_here, attribute.domain)),
        ("range", map(_here, attribute.range or ())),
        ("value", filter(None, (attribute.datatype, *attribute.values, attribute.pattern))),
        *_elsewhere(attribute),
    )
    return Entry(anchor=attribute.name, name=term.name, iri=term.url, said=attribute, facts=facts)


def _elsewhere(definition: Definition) -> tuple[tuple[str, Iterable[Term | str]], ...]:
    return ("sub_of", map(_term, definition.sub_of)), ("close", map(_term, definition.close))


def _facts(*rows: tuple[str, Iterable[Term | str]]) -> tuple[tuple[Text, tuple[Term | str, ...]], ...]:
    return tuple((_WORDS[name], found) for name, values in rows if (found := tuple(values)))


def _here(name: str) -> Term:
    return Term(name=name, url="#section-entity" if name == ENTITY else f"#{name}")


def _term(term: str) -> Term:
    prefix, _, local = term.partition(":")
    return Term(name=term, url=PREFIXES[prefix] + local)
