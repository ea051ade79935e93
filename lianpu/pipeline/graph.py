"""An open graph directory: each question is one call of the part that answers it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from lianpu.errors import QueryError
from lianpu.graph import directory
from lianpu.graph.records import Graph
from lianpu.graph.stores.protocol import Entity, Rows, Store, Value
from lianpu.messages import Language
from lianpu.ontology import regions
from lianpu.ontology.chains import chains
from lianpu.pipeline import exports
from lianpu.pipeline.questions import Dialect, Question, answer, parameters
from lianpu.pipeline.served import NEO4J_PASSWORD, SPARQL_PASSWORD
from lianpu.queries import entity, gaps, named
from lianpu.queries.entity import EntityView
from lianpu.queries.records import GapReport
from lianpu.queries.view import View

if TYPE_CHECKING:
    from networkx import MultiDiGraph

    from lianpu.atlas import Atlas
    from lianpu.atlas.stock import Stock
    from lianpu.graph.check import Check
    from lianpu.graph.stores.graph_store import LoadedGraphs
    from lianpu.graph.stores.neo4j_load import Loaded
    from lianpu.graph.stores.protocol import Progress
    from lianpu.model import DocumentLine
    from lianpu.papers.printed import Printed
    from lianpu.pictures import Picture
    from lianpu.queries.audit import Audit
    from lianpu.queries.compare import Comparison
    from lianpu.queries.dossier import Dossier
    from lianpu.queries.index import IndexedView
    from lianpu.queries.ledger import Ledger
    from lianpu.queries.path import Path as Way


def open(path: Path | str) -> KnowledgeGraph:
    """Open a graph directory.

    :raises GraphError: there is none, or it is broken.
    """
    graph = KnowledgeGraph(Path(path))
    directory.manifest(graph.folder)
    return graph


class KnowledgeGraph:
    """A graph directory. Files and stores are read when a question first needs them."""

    def __init__(self, path: Path) -> None:
        self.folder = path

    @cached_property
    def records(self) -> Graph:
        """Documents, entities, facts, targets and claims."""
        return directory.load(self.folder)

    @cached_property
    def view(self) -> View:
        """The records, indexed."""
        return View(self.records, regions())

    @cached_property
    def indexed(self) -> IndexedView:
        """The same over the graph's index, for questions about a part of it: nothing is read but what they need."""
        # Imported here: it brings numpy.
        from lianpu.queries.index import IndexedView, opened

        return IndexedView(opened(self.folder), regions())

    def gaps(self, region: str, chain: str | None = None) -> GapReport:
        """The missing links of a region's chains, each with sentences and candidates; see docs/gaps.md.

        :param region: by short or full name.
        :param chain: one chain; all that documents of the region cover, if left out.
        :raises UnknownNameError: the region or the chain is not known; carries near names.
        """
        return gaps.gaps(self.indexed, region, chain, chain_folder=self._chain_folder)

    def report(self, region: str, chain: str | None = None, *, language: Language = "zh", atlas: str = "") -> Printed:
        """The missing links of a region's chains as a paper and a workbook: ``report(…).data("docx")``.

        :param atlas: address of an explorer of the graph, as seen from the report: the links of the page lead into it.
        :raises UnknownNameError: the region or the chain is not known; carries near names.
        """
        # Imported here: only this needs what sets pages.
        from lianpu.papers.gap_report import gap_report

        found = self.gaps(region, chain)
        return gap_report(found, self._documents(found.code), chains(self._chain_folder), language, atlas=atlas)

    def _documents(self, region: str) -> tuple[DocumentLine, ...]:
        view = self.indexed
        searched = view.documents_of(region)
        return tuple(document for document in view.graph.documents if document.id in searched)

    def dossier(self, region: str, chain: str) -> Dossier:
        """Everything about one chain in one region, with the questions that documents leave open.

        :raises UnknownNameError: the region or the chain is not known; carries near names.
        """
        from lianpu.queries.dossier import dossier

        return dossier(self.view, region, chain, reference=chains(self._chain_folder))

    def print_dossier(self, found: Dossier, *, language: Language = "zh") -> Printed:
        """A dossier of this graph as a paper: ``print_dossier(…).data("docx")``."""
        from lianpu.papers.dossier_report import dossier_report

        return dossier_report(found, self._documents(found.report.code), chains(self._chain_folder), language)

    def compare(self, left: str, right: str, chain: str | None = None) -> Comparison:
        """What two regions both build, and what one has and the other seeks, over all chains or in one.

        :raises UnknownNameError: a region or the chain is not known; carries near names.
        """
        from lianpu.queries.compare import compare

        return compare(self.view, left, right, chains(self._chain_folder), chain)

    def ledger(self, name: str, *, region: str | None = None, industry: str | None = None, year: int | None = None) -> Ledger:
        """One of the ledgers ``targets``, ``duties``, ``projects``, ``recruits``, ``parks`` and ``anchors``; ``.polars()`` and
        ``.pandas()`` make it a data frame.

        :param region: by short or full name; with its parts.
        :param industry: with what documents put below it.
        :param year: for which a target is set; for the others that of the document.

        :raises QueryError: there is no such ledger.
        :raises UnknownNameError: the region or the industry is not known; carries near names.
        """
        from lianpu.queries.ledger import ledger

        reference = chains(self._chain_folder)
        return ledger(self.view, name, reference=reference, region=region, industry=industry, year=year)

    def entity(self, name: str) -> tuple[EntityView, ...]:
        """Everything that is said of the entities of a name, with sentences; several where firms or places share it.

        :param name: a name, an alias, or an id such as ``enterprise/泰山钢铁``.

        :raises UnknownNameError: there is none; carries near names.
        """
        return entity.show(self.records, name)

    def sparql(self, text: str, params: Mapping[str, Value] | None = None) -> Rows:
        """Ask in SPARQL 1.1: SELECT, ASK or CONSTRUCT. Ids come without the base, numbers as numbers.

        :param params: values of ``$name`` in the text; a string is compared as text, a
            :class:`~lianpu.graph.stores.protocol.Entity` is the IRI of an id.
        :raises QueryError: the engine refuses it.
        """
        return named.run_text(self.store("sparql"), text, params)

    def cypher(self, text: str, params: Mapping[str, Value] | None = None) -> Rows:
        """Ask in Cypher, of ladybug's dialect; name every column with ``AS``. Nodes come as their ids.

        :param params: values of ``$name`` in the text.
        :raises QueryError: the engine refuses it.
        """
        return named.run_text(self.store("cypher"), text, params)

    def ask(self, question: Question, params: Mapping[str, named.Given] | None = None, *, limit: int | None = None) -> Rows:
        """Ask a named question, where an entity may be given by its name, or a text of one's own.

        :param limit: rows of a text of one's own after which the engine is left; a named question, whose rows are sorted, is
            answered whole.
        :raises QueryError: an unknown parameter, or the engine refuses.
        """
        return answer(self.store(question.dialect), question, params or {}, self.thing, limit)

    def parameters(self, question: Question, params: Mapping[str, str] | None = None) -> dict[str, named.Given]:
        """All parameters with which a named question gives rows: those given, its defaults, or what the graph has in their
        place. Those given, if it is a text of one's own.

        :raises QueryError: an unknown parameter.
        """
        return parameters(self.store("sparql"), "sparql", question, params or {}, self.thing)

    def thing(self, name: str) -> Entity:
        """The id of the one document or entity of a name or id."""
        documents = {key: one.id for one in self.records.documents for key in (f"document/{one.id}", one.title)}
        return Entity(f"document/{documents[name]}" if name in documents else self._only(name))

    def path(self, source: str, target: str) -> Way:
        """The shortest way between two entities, given by name or id, with the sentences of every step.

        :raises UnknownNameError: an end is not known, or its name means several; carries near names or ids.
        """
        from lianpu.queries.path import path

        return path(self.records, source, target, view=self.view)

    def networkx(self) -> MultiDiGraph[str]:
        """Entities and facts of every origin as a networkx graph, for analysis. Nodes have ``type``, ``name``, ``aliases``,
        ``code``, ``origin``; edges ``predicate``, ``status``, ``confidence`` (0 to 1), ``documents``, ``rule``, ``origin``.
        """
        from lianpu.graph.stores.networkx_store import multigraph

        return multigraph(self.records)

    def check(self, language: Language = "zh") -> Check:
        """What the vocabulary's shapes find amiss."""
        from lianpu.graph.check import check

        return check(self.records, language=language)

    def audit(self) -> Audit:
        """What is amiss, with proofs: pages of other jurisdictions, shared passages, targets that contradict each other, firms
        and parks without a place, names of two things, ids that lead nowhere.

        :raises GraphError: a file of the graph is missing or broken.
        """
        from lianpu.queries.audit import audit

        return audit(self.view, directory.texts(self.folder), self.records.ids)

    def export(self, path: Path | str, form: str | None = None) -> None:
        """Write the graph for other tools; see docs/exports.md.

        :param form: one of :data:`lianpu.pipeline.exports.FORMS`; left out, the suffix says which.
        :raises InputError: the suffix says nothing, or there is no such form.
        :raises GraphError: the place cannot be written, or is a folder with files in it.
        """
        exports.export(self.records, Path(path), form, directory.manifest(self.folder).base)

    def load_neo4j(
        self,
        uri: str,
        *,
        user: str = "neo4j",
        password: str | None = None,
        database: str = "neo4j",
        name: str = "lianpu",
        progress: Progress | None = None,
    ) -> Loaded:
        """Make a Neo4j server hold this graph under a name; loading again brings it up to date.

        :param password: from the environment variable :data:`NEO4J_PASSWORD` if left out.
        :raises ServerError: the server cannot be reached, refuses the password, or fails.
        """
        from lianpu.graph.stores.neo4j import Neo4jStore

        secret = os.environ.get(NEO4J_PASSWORD, "") if password is None else password
        with Neo4jStore(uri, user=user, password=secret, database=database, name=name) as server:
            return server.load(self.records, progress=progress)

    def load_sparql(
        self,
        url: str,
        query_url: str | None = None,
        *,
        user: str = "",
        password: str | None = None,
        replace: bool = False,
        progress: Progress | None = None,
    ) -> LoadedGraphs:
        """Make a SPARQL server hold this graph by the Graph Store Protocol; loading again brings it up to date.

        :param url: the Graph Store address.
        :param query_url: the query address; ``query`` beside the other if left out.
        :param password: from the environment variable :data:`SPARQL_PASSWORD` if left out.
        :param replace: replace a default graph that has statements of others.
        :raises ServerError: the server cannot be reached, refuses, or its default graph is not ours.
        """
        from lianpu.graph.stores.graph_store import GraphStore
        from lianpu.graph.stores.http import Login

        secret = os.environ.get(SPARQL_PASSWORD, "") if password is None else password
        with GraphStore(url, query_url, login=Login(user, secret)) as server:
            base = directory.manifest(self.folder).base
            return server.load(self.records, base=base, replace=replace, progress=progress)

    def store(self, dialect: Dialect) -> Store:
        """The embedded store that speaks the dialect."""
        return self._sparql if dialect == "sparql" else self._cypher

    @cached_property
    def _sparql(self) -> Store:
        return directory.sparql_store(self.folder)

    @cached_property
    def _cypher(self) -> Store:
        return directory.cypher_store(self.folder)

    def picture(
        self,
        *,
        region: str | None = None,
        chain: str | None = None,
        entity: str | None = None,
        language: Language = "zh",
    ) -> Picture:
        """A chain in a region, a region, or an entity, ready to be drawn.

        :raises UnknownNameError: a name is not known; carries near names.
        """
        # Imported here: only this needs templates.
        from lianpu.pictures import chain_picture, entity_picture, region_picture

        if entity is not None:
            return entity_picture(self.view, self._only(entity), language)
        if region is None:
            raise QueryError("region_or_entity")
        if chain is None:
            return region_picture(self.view, regions().resolve(region).code, language)
        report = self.gaps(region, chain)
        return chain_picture(report, report.chains[0], chains(self._chain_folder), language)

    @cached_property
    def atlas(self) -> Atlas:
        """What the explorer asks: search, neighbourhoods, chains, regions, paths, evidence. Answered from the records."""
        # Imported here: only the explorer needs it.
        from lianpu.atlas.stock import RecordStock

        return self._atlas(RecordStock(self.view))

    @cached_property
    def stored_atlas(self) -> Atlas:
        """The same, answered from the disk: it opens at once and holds no records. An index that is missing is made.

        :raises GraphError: a file of the graph is missing or broken.
        """
        from lianpu.atlas.indexed import IndexStock

        return self._atlas(IndexStock(self.indexed))

    def _atlas(self, stock: Stock) -> Atlas:
        from lianpu.atlas import Atlas
        from lianpu.atlas.large import LargeAtlas, is_large

        counts = directory.manifest(self.folder).counts
        kind = LargeAtlas if is_large(counts.get("entities", 0), counts.get("documents", 0)) else Atlas
        return kind(stock, self._text, chains(self._chain_folder))

    def _text(self, document: str) -> str:
        return directory.text(self.folder, document)

    def explorer(self, language: Language = "zh") -> str:
        """The explorer of this graph as one HTML file that needs nothing else; it opens in the language."""
        from lianpu.atlas.file import explorer

        return explorer(self.atlas.bundle(), language=language)

    @property
    def _chain_folder(self) -> Path | None:
        folder = self.folder / "chains"
        return folder if folder.is_dir() else None

    def _only(self, name: str) -> str:
        """The id of the one entity of a name; a region also by its short or full name."""
        return entity.only(self.records.entities, name).id
