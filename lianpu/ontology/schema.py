"""The vocabulary: classes, predicates, attributes and store columns, as the files of ``schema/`` say.

Those files are the only place where a class or predicate is defined; OWL, SHACL, the store schemas and the table in
``docs/ontology.md`` are generated from them (:mod:`lianpu.ontology.generate`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import Literal, get_args

import msgspec
import yaml

from lianpu.errors import SchemaError
from lianpu.model import EntityType, Status
from lianpu.ontology import yamlfile

Datatype = Literal["string", "integer", "double", "json"]
Column = Literal["string", "strings", "integer", "double"]

ENTITY = "entity"
"""Stands for each of the ten classes of entities in domains, ranges and columns."""
RELATION = "relation"
"""Stands for every relationship type in columns."""

VOCABULARIES: Mapping[str, str] = MappingProxyType(
    {
        "dcterms": "http://purl.org/dc/terms/",
        "oa": "http://www.w3.org/ns/oa#",
        "org": "http://www.w3.org/ns/org#",
        "prov": "http://www.w3.org/ns/prov#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "schema": "https://schema.org/",
        "skos": "http://www.w3.org/2004/02/skos/core#",
    }
)
"""Prefixes that the files may use for terms of other vocabularies."""


class Text(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The same in Chinese and English."""

    zh: str
    en: str


class Definition(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every definition says. ``sub_of`` are more general terms of other vocabularies, ``close`` mean nearly the same."""

    name: str
    label: Text
    definition: Text
    example: Text
    sub_of: tuple[str, ...] = ()
    close: tuple[str, ...] = ()


class ClassDef(Definition, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A class. ``unless`` says what looks like an instance and is none. The group ``file`` is for nodes that exported
    files have and no store.
    """

    group: Literal["entity", "record", "file"] = "entity"
    unless: Text | None = None


class PredicateDef(Definition, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A relation between entities. ``relation`` is its relationship type in Cypher."""

    inverse: Text
    domain: tuple[EntityType, ...]
    range: tuple[EntityType, ...]
    status: tuple[Status, ...]
    relation: str


class AttributeDef(Definition, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A property of entities or records: a literal of ``datatype``, or a node of one of the classes in ``range``.

    An empty ``range`` takes any node. ``term`` is the property of another vocabulary that is used for it: then ours means
    just what that means. A literal is one of ``values``, is as ``pattern`` says, or lies between ``low`` and ``high``, where
    there are such; ``severity`` says what it is if it does not. Of a ``single`` property a thing has no more than one.
    """

    domain: tuple[str, ...]
    range: tuple[str, ...] | None = None
    datatype: Datatype | None = None
    required: bool = False
    single: bool = False
    values: tuple[str, ...] = ()
    pattern: str = ""
    low: float | None = None
    high: float | None = None
    severity: Literal["violation", "warning"] = "violation"
    term: str | None = None
    relation: str | None = None


class Schema(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that may exist, each by name in the order of the files.

    ``columns`` are those of the property-graph stores, by class, :data:`ENTITY` or :data:`RELATION`.
    """

    classes: Mapping[str, ClassDef]
    predicates: Mapping[str, PredicateDef]
    attributes: Mapping[str, AttributeDef]
    columns: Mapping[str, Mapping[str, Column]]

    @property
    def entities(self) -> tuple[str, ...]:
        """Names of the classes of entities."""
        return tuple(name for name, kind in self.classes.items() if kind.group == "entity")

    @property
    def stored(self) -> tuple[str, ...]:
        """Names of the classes whose instances stores hold as nodes."""
        return tuple(name for name, kind in self.classes.items() if kind.group != "file")

    def allows(self, subject: str, predicate: str, object_: str) -> bool:
        """Whether a fact may link entities of these classes."""
        rule = self.predicates.get(predicate)
        return rule is not None and subject in rule.domain and object_ in rule.range

    def expand(self, names: Iterable[str]) -> tuple[str, ...]:
        """Class names with :data:`ENTITY` replaced by the ten classes."""
        return tuple(name for given in names for name in (self.entities if given == ENTITY else (given,)))


@cache
def schema() -> Schema:
    """The vocabulary that comes with lianpu, read once.

    :raises SchemaError: see :func:`load`.
    """
    return load(files("lianpu.ontology") / "schema")


def load(folder: Traversable | Path) -> Schema:
    """Read and check all ``*.yaml`` of a folder, in the order of their names.

    :raises SchemaError: a key is unknown or twice there, a label is missing, a class or vocabulary is not known, a name is
        used twice, a class of entities does not match the model; the message starts with ``file:line``.
    """
    reader = _Reader()
    for path in sorted((p for p in folder.iterdir() if p.name.endswith(".yaml")), key=lambda p: p.name):
        for section, node, line in yamlfile.items(yamlfile.compose(path), path.name):
            reader.read(section, node, path.name, line)
    reader.check()
    return Schema(
        classes=MappingProxyType(reader.classes),
        predicates=MappingProxyType(reader.predicates),
        attributes=MappingProxyType(reader.attributes),
        columns=MappingProxyType(reader.columns),
    )


class _Reader:
    """Collects definitions with the place of each."""

    def __init__(self) -> None:
        self.classes: dict[str, ClassDef] = {}
        self.predicates: dict[str, PredicateDef] = {}
        self.attributes: dict[str, AttributeDef] = {}
        self.columns: dict[str, Mapping[str, Column]] = {}
        self.places: dict[str, str] = {}
        self.relations: dict[str, str] = {}

    def read(self, section: str, node: yaml.Node, file: str, line: int) -> None:
        """Take in one section of a file."""
        if section not in ("classes", "predicates", "attributes", "columns"):
            raise SchemaError("unknown_key", name=section, place=f"{file}:{line}")
        for name, value, at in yamlfile.items(node, file):
            place = f"{file}:{at}"
            key = f"columns {name}" if section == "columns" else name
            if key in self.places:
                raise SchemaError("defined", name=name, where=self.places[key], place=place)
            self.places[key] = place
            if section == "classes":
                self.classes[name] = yamlfile.convert(value, ClassDef, file, name=name)
            elif section == "predicates":
                self.predicates[name] = yamlfile.convert(value, PredicateDef, file, name=name)
                self._relation(self.predicates[name].relation, place)
            elif section == "attributes":
                self.attributes[name] = yamlfile.convert(value, AttributeDef, file, name=name)
                self._relation(self.attributes[name].relation, place)
            else:
                self.columns[name] = MappingProxyType(yamlfile.convert(value, dict[str, Column], file))

    def _relation(self, relation: str | None, place: str) -> None:
        if relation is None:
            return
        if relation in self.relations:
            raise SchemaError("relation_used", name=relation, where=self.relations[relation], place=place)
        self.relations[relation] = place

    def check(self) -> None:
        """What only shows when all files are read."""
        known = {*self.classes, ENTITY}
        for attribute in self.attributes.values():
            place = self.places[attribute.name]
            if (attribute.range is None) == (attribute.datatype is None):
                raise SchemaError("range_or_datatype", name=attribute.name, place=place)
            self._known((*attribute.domain, *(attribute.range or ())), known, place)
            self._terms((attribute.term,) if attribute.term else (), place)
        for predicate in self.predicates.values():
            self._known((*predicate.domain, *predicate.range), set(self.classes), self.places[predicate.name])
        definitions: tuple[Definition, ...] = (*self.classes.values(), *self.predicates.values(), *self.attributes.values())
        for definition in definitions:
            self._terms((*definition.sub_of, *definition.close), self.places[definition.name])
        for name in self.columns:
            self._known((name,), {*known, RELATION}, self.places[f"columns {name}"])
        entities = {name for name, kind in self.classes.items() if kind.group == "entity"}
        model = set(get_args(EntityType))
        for name in sorted(entities - model):
            raise SchemaError("no_model_class", name=name, place=self.places[name])
        for name in sorted(model - entities):
            raise SchemaError("model_class_undefined", name=name, place="schema")
        for name in (ENTITY, RELATION, *(name for name, kind in self.classes.items() if kind.group == "record")):
            if name not in self.columns:
                raise SchemaError("no_columns", name=name, place=self.places.get(name, "schema"))

    @staticmethod
    def _known(names: Iterable[str], known: set[str], place: str) -> None:
        for name in names:
            if name not in known:
                raise SchemaError("unknown_class", name=name, place=place)

    @staticmethod
    def _terms(terms: Iterable[str], place: str) -> None:
        for term in terms:
            prefix, colon, local = term.partition(":")
            if prefix not in VOCABULARIES or not (colon and local):
                raise SchemaError("unknown_term", name=term, place=place)
