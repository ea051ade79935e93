"""The vocabulary as a JSON-LD context: a short key for every property, with the kind of its values."""

from __future__ import annotations

from typing import Any

import msgspec

from lianpu.ids import BASE, ONTOLOGY
from lianpu.ontology.generators.turtle import PREFIXES
from lianpu.ontology.schema import Schema

_USED = ("dcterms", "rdf", "rdfs", "skos", "xsd")


def render(schema: Schema) -> str:
    """``context.jsonld``."""
    return msgspec.json.format(msgspec.json.encode({"@context": context(schema)}), indent=1).decode() + "\n"


def context(schema: Schema) -> dict[str, Any]:
    """The context: prefixes, then one entry for each property. Prefix ``id`` is that of entities and records."""
    found: dict[str, Any] = {"@version": 1.1, "id": {"@id": BASE, "@prefix": True}, "lp": {"@id": ONTOLOGY, "@prefix": True}}
    found |= {prefix: {"@id": PREFIXES[prefix], "@prefix": True} for prefix in _USED}
    kinds: dict[str, str | None] = {"string": None, "integer": "xsd:integer", "double": "xsd:double", "json": "@json"}
    for predicate in schema.predicates:
        found[predicate] = {"@id": f"lp:{predicate}", "@type": "@id"}
    for name, attribute in schema.attributes.items():
        kind = kinds[attribute.datatype] if attribute.datatype else "@id"
        iri = attribute.term or f"lp:{name}"
        found[name] = {"@id": iri} if kind is None else {"@id": iri, "@type": kind}
    return found


def terms(schema: Schema) -> dict[str, str]:
    """The IRI of every key."""
    found = {predicate: ONTOLOGY + predicate for predicate in schema.predicates}
    for name, attribute in schema.attributes.items():
        prefix, _, local = (attribute.term or f"lp:{name}").partition(":")
        found[name] = PREFIXES[prefix] + local
    return found
