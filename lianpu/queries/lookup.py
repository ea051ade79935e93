"""What a name means in a store that is asked over the wire, where nobody reads all names first."""

from __future__ import annotations

from lianpu.graph.stores.protocol import Entity, Store, ask_own
from lianpu.model import Entity as Node
from lianpu.queries.entity import only
from lianpu.queries.matching import core

_DOCUMENTS = "MATCH (d:Document) WHERE d.id = $name OR d.title = $name RETURN d.id AS id ORDER BY id LIMIT 1"
_ENTITIES = """MATCH (e) WHERE e.name IS NOT NULL AND (e.id = $name OR any(x IN [e.name] + coalesce(e.aliases, [])
    WHERE toLower(x) CONTAINS $core OR x STARTS WITH $start))
RETURN e.id AS id, labels(e)[0] AS type, e.name AS name, e.aliases AS aliases ORDER BY id"""
_BEGINNING = 2
"""Characters that near names have in common with an unknown one."""


def lookup(store: Store, name: str) -> Entity:
    """The one document or entity of a name or id in a store that speaks Neo4j's Cypher; see :func:`entity.find`.

    :raises UnknownNameError: there is none, or there are several; carries near names or ids.
    """
    documents = ask_own(store, _DOCUMENTS, {"name": name}).rows
    if documents:
        return Entity(str(documents[0][0]))
    params = {"name": name, "core": core(name).lower(), "start": name[:_BEGINNING]}
    found = [
        Node(id=str(id_), type=type_, name=str(label), aliases=aliases or ())  # type: ignore[arg-type]
        for id_, type_, label, aliases in ask_own(store, _ENTITIES, params).rows
    ]
    return Entity(only(found, name).id)
