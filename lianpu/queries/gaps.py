"""The missing-link report: the state of every link of a chain in a region, with proofs, candidates and backing.

States are those of ``docs/gaps.md``. Nothing is called missing that a document does not declare: what only a reference
chain has is *unstated*, and a chain that no document of the region covers is *unknown*.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec.structs import replace

from lianpu.model import SEEKS_ORDER
from lianpu.ontology.chains import Chain, chains
from lianpu.ontology.regions import RegionTable, regions
from lianpu.queries.backing import Surroundings
from lianpu.queries.candidates import Candidates, Offers
from lianpu.queries.concepts import ChainScope, Concept
from lianpu.queries.health import longest_run, single_points
from lianpu.queries.priority import priority
from lianpu.queries.records import ChainReport, Evidence, GapReport, GapRow, State, Statement, Table, Tier
from lianpu.queries.scope import Catalogue, Local, Selected
from lianpu.queries.states import States, reference_to
from lianpu.queries.view import GraphRecords, View

_TABLES: Mapping[str, Table] = {
    "recruit": "recruit",
    "supplement": "recruit",
    "breakthrough": "breakthrough",
    "extend": "extend",
}
_SENTENCES_SHOWN = 3
"""Covering sentences shown per document; one would prove it."""


def gaps(
    graph: GraphRecords | View,
    region: str,
    chain: str | None = None,
    *,
    region_table: RegionTable | None = None,
    reference: Mapping[str, Chain] | None = None,
    chain_folder: Path | None = None,
    most: int | None = None,
) -> GapReport:
    """The links of one chain, or of every chain that documents of the region cover, with their states.

    :param graph: the records of a graph, or a view of them: whoever asks more than once keeps the view.
    :param region: any unique short or full region name, or a code.
    :param chain: a reference chain or an industry of the graph's documents that has stages or seeks something.
    :param chain_folder: chains of one's own, added to those that come with lianpu.
    :param most: candidates written out for a link; the others are only counted. All if left out.
    :raises UnknownNameError: the region or the chain is not known; carries near names.
    """
    view = graph if isinstance(graph, View) else View(graph, region_table or regions())
    table = view.regions
    place = table.get(region) or table.resolve(region)
    known = chains(chain_folder) if reference is None else reference
    catalogue = view.kept("catalogue", known, lambda: Catalogue(view, known))
    local = Local(view, place.code)
    selected = [catalogue.select(chain)] if chain is not None else [s for s in catalogue.all() if local.covering(s)]
    finder = Candidates(view, catalogue, place.code, most)
    reports = tuple(_report(view, local, finder, one) for one in selected)
    searched = _titles(view, local)
    return GapReport(region=place.name, code=place.code, full_name=table.full_name(place.code), searched=searched, chains=reports)


def _titles(view: View, local: Local) -> tuple[str, ...]:
    return tuple(document.title for document in view.graph.documents if document.id in local.documents)


def _report(view: View, local: Local, finder: Candidates, selected: Selected) -> ChainReport:
    searched = _titles(view, local)
    covering = local.covering(selected)
    others = (finder.catalogue.select(name) for name in finder.catalogue.related(selected.name))
    related = tuple(other.name for other in others if local.covering(other))
    if not covering:
        return ChainReport(chain=selected.name, kind=selected.kind, known=False, searched=searched, related=related)
    scope = ChainScope(finder.catalogue, local, selected)
    rows = tuple(sorted(_Rows(scope, finder).all(), key=_order))
    counted = [row for row in rows if row.counted]
    return ChainReport(
        chain=selected.name,
        kind=selected.kind,
        known=True,
        industries=tuple(reference_to(view, i) for i in sorted(scope.direct) if _spoken_of(local, i)),
        searched=searched,
        covering=_some(view.evidence(covering)),
        related=related,
        covered=sum(any(cover.basis != "table" for cover in row.covers) for row in counted),
        total=len(counted),
        longest=longest_run({link.name: link for link in selected.links}, rows),
        single=single_points(rows),
        links=rows,
    )


def _spoken_of(local: Local, industry: str) -> bool:
    return bool(local.documents.intersection(local.view.entities[industry].documents))


def _some(evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """The first sentences of each document, each once."""
    shown: dict[str, dict[str, Evidence]] = {}
    for item in evidence:
        shown.setdefault(item.document, {}).setdefault(item.text, item)
    return tuple(item for by_text in shown.values() for item in list(by_text.values())[:_SENTENCES_SHOWN])


def _order(row: GapRow) -> tuple[object, ...]:
    """Most urgent declared rows first, then the order of the chain."""
    return -(row.priority.points if row.priority else 0), row.order if row.order is not None else 99, row.name


class _Rows:
    """Builds the rows of one chain in one region."""

    def __init__(self, scope: ChainScope, finder: Candidates) -> None:
        self.scope = scope
        self.finder = finder
        self.states = States(scope)
        self.around = Surroundings(scope, self.states)
        self._plain: dict[str, GapRow] = {}

    def all(self) -> Iterator[GapRow]:
        """Rows of the concepts, then of further products; links that nothing but their kinds is said of are left out."""
        concepts = self.states.concepts
        self._plain = {concept.key: self._state_row(concept) for concept in concepts}
        shown = [concept for concept in concepts if self._plain[concept.key].states]
        for concept in shown:
            yield self._backed(concept, self._plain[concept.key])
        used = frozenset(thing for concept in shown for thing in self.states.things(concept))
        for concept in self.states.extras(used):
            row = self._state_row(concept)
            if row.states:
                yield row

    def _state_row(self, concept: Concept) -> GapRow:
        covers = self.states.covers(concept)
        planned = () if covers else self.states.planned(concept)
        own = self.states.declared(concept, tuple(f for f in self.scope.sought if f.o == concept.entity))
        kinds_sought = self.states.declared(concept, self.scope.sought)
        tables = tuple(dict.fromkeys(_TABLES[s] for s in SEEKS_ORDER if any(d.status == s for d in own)))
        states: list[State] = ["declared"] if own else []
        states += ["covered"] if covers else ["planned"] if planned else []
        if not states and not kinds_sought and _may_be_unstated(concept):
            states = ["unstated"]
        return GapRow(
            name=concept.term.name,
            link=concept.link.name if concept.link else "",
            position=concept.position,
            order=concept.order,
            reach=concept.link.reach if concept.link else None,
            generic=concept.generic,
            counted=_counts(concept, tables),
            states=tuple(states),
            tables=tables,
            declared=own,
            covers=covers,
            planned=planned,
            sought_elsewhere=self.states.declared(concept, self.scope.sought_elsewhere),
        )

    def _backed(self, concept: Concept, row: GapRow) -> GapRow:
        """The row with candidates, buyers, parks, policies and targets, as far as its state has them."""
        if row.state not in ("declared", "unstated"):
            return row
        to_fill = row.state == "unstated" or "recruit" in row.tables
        owners = [self._industry(s) for s in row.sought_elsewhere]
        offers = self.finder.of(concept) if to_fill else Offers()
        found = {
            "candidates": offers.candidates,
            "further": offers.further,
            "buyers": self.around.buyers(concept, (o for o in owners if o)) if to_fill else (),
            "supporters": self.around.supporters if "breakthrough" in row.tables else (),
            "parks": self.around.parks(concept),
            "policies": self.around.policies,
            "targets": self.around.targets,
        }
        backed = replace(row, **found)
        if "recruit" not in row.tables:
            return backed
        return replace(backed, priority=priority(self._counts(concept, backed, offers.tiers)))

    @staticmethod
    def _industry(statement: Statement) -> str | None:
        return statement.owner.id if statement.owner.type == "Industry" else None

    def _counts(self, concept: Concept, row: GapRow, tiers: Mapping[Tier, int]) -> dict[str, float]:
        statuses = [statement.status for statement in row.declared]
        feeds = {target[1] for target in concept.link.feeds} if concept.link else set()
        feeding = {link.name for link in self.scope.selected.links if concept.link and concept.link.key in link.feeds}
        return {
            "recruit": statuses.count("recruit"),
            "supplement": statuses.count("supplement"),
            "statements": sum(len(statement.evidence) for statement in row.declared),
            "other_chains": len({statement.owner.id for statement in row.sought_elsewhere}),
            "dependents": self._present(feeds),
            "buyers": len({buyer.firm.id for buyer in row.buyers}),
            "targets": len(row.targets),
            "candidates": sum(tiers.values()) - tiers.get("B", 0) / 2,
            "neighbours": self._present(feeds | feeding),
        }

    def _present(self, links: set[str]) -> int:
        rows = self._plain.values()
        there = {row.link for row in rows if row.link in links and ("covered" in row.states or "planned" in row.states)}
        return len(there)


def _counts(concept: Concept, tables: tuple[Table, ...]) -> bool:
    """Whether a row is one of the chain's links in the coverage figure."""
    if concept.generic:
        return False
    sought_link = concept.kind == "sought" and concept.same_as_link
    if concept.kind == "link" or sought_link and not (concept.link and concept.link.market):
        return True
    if concept.kind == "stage":
        return concept.position != "downstream"
    return "recruit" in tables


def _may_be_unstated(concept: Concept) -> bool:
    """Generic stages are in every chain, and a document's downstream market is a direction for sales."""
    if concept.generic or concept.kind not in ("link", "stage"):
        return False
    return concept.kind == "link" or concept.position != "downstream"
