"""An open graph directory: each question is one call of the part that answers it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from lianpu.errors import QueryError, UnknownNameError
from lianpu.graph import directory
from lianpu.graph.records import Graph
from lianpu.graph.stores.protocol import Rows, Store, Value
from lianpu.ontology import regions
from lianpu.ontology.chains import chains
from lianpu.pictures import Picture, chain_picture, entity_picture, region_picture
from lianpu.pipeline.questions import Dialect, Question
from lianpu.queries import entity, gaps, named
from lianpu.queries.entity import EntityView
from lianpu.queries.records import GapReport
from lianpu.queries.view import View

if TYPE_CHECKING:
    from networkx import MultiDiGraph

    from lianpu.graph.check import Check
    from lianpu.graph.stores.neo4j import Loaded
    from lianpu.queries.path import Path as Way

PASSWORD = "LIANPU_NEO4J_PASSWORD"
"""Environment variable that holds the password of a server."""


def open(path: Path | str) -> KnowledgeGraph:
    """Open a graph directory.

    :raises GraphError: there is none, or it is broken.
    """
    graph = KnowledgeGraph(Path(path))
    directory.check(graph.path)
    return graph


class KnowledgeGraph:
    """A graph directory. Files and stores are read when a question first needs them."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @cached_property
    def records(self) -> Graph:
        """Documents, entities, facts, targets and claims."""
        return directory.load(self.path)

    @cached_property
    def view(self) -> View:
        """The records, indexed."""
        return View(self.records, regions())

    def gaps(self, region: str, chain: str | None = None) -> GapReport:
        """The missing links of a region's chains.

        :raises UnknownNameError: the region or the chain is not known; carries near names.
        """
        return gaps.gaps(self.records, region, chain)

    def entity(self, name: str) -> tuple[EntityView, ...]:
        """Everything that is said of the entities of a name.

        :raises UnknownNameError: there is none; carries near names.
        """
        return entity.show(self.records, name)

    def sparql(self, text: str, params: Mapping[str, Value] | None = None) -> Rows:
        """Ask in SPARQL.

        :raises QueryError: the engine refuses it.
        """
        return named.run_text(self.store("sparql"), text, params)

    def cypher(self, text: str, params: Mapping[str, Value] | None = None) -> Rows:
        """Ask in Cypher.

        :raises QueryError: the engine refuses it.
        """
        return named.run_text(self.store("cypher"), text, params)

    def ask(self, question: Question, params: Mapping[str, str] | None = None) -> Rows:
        """Ask a named question, where an entity may be given by its name, or a text of one's own.

        :raises QueryError: an unknown parameter, or the engine refuses.
        """
        if question.name is None:
            return named.run_text(self.store(question.dialect), question.text or "", params)
        kinds = {parameter.name: parameter.type for parameter in named.load(question.name).parameters}
        values = {name: self._only(value) if kinds.get(name) == "entity" else value for name, value in (params or {}).items()}
        return named.run(self.store(question.dialect), question.name, values, question.dialect)
