"""An open graph directory: what can be asked of it, each question one call of the part that answers it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from lianpu.errors import InputError, QueryError, UnknownNameError
from lianpu.graph import directory
from lianpu.graph.resolve import Graph
from lianpu.graph.stores.protocol import Rows, Store
from lianpu.ontology.chains import chains
from lianpu.ontology.regions import regions
from lianpu.pictures import Picture, chain_picture, entity_picture, region_picture
from lianpu.pipeline.questions import Dialect, Question
from lianpu.queries import entity, gaps, named
from lianpu.queries.entity import EntityView
from lianpu.queries.records import GapReport
from lianpu.queries.view import View

if TYPE_CHECKING:
    from networkx import MultiDiGraph


class KnowledgeGraph:
    """A graph directory, opened. Files and stores are read when a question first needs them."""

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
