"""A dossier of one chain in one region: all that its documents say, and the questions that they leave open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, get_args

import msgspec

from lianpu.ontology.chains import Chain
from lianpu.queries.backing import Surroundings
from lianpu.queries.concepts import ChainScope
from lianpu.queries.gaps import gaps
from lianpu.queries.ledger import duties, projects
from lianpu.queries.records import Backing, ChainReport, Evidence, GapReport, Ref, TargetRef
from lianpu.queries.scope import Catalogue, Local
from lianpu.queries.states import States, reference_to
from lianpu.queries.view import View
from lianpu.queries.wanted import Value, Wanted

Topic = Literal[
    "no_leaders",
    "leaders_without_products",
    "placed_by_document",
    "gaps_without_candidates",
    "candidates_to_verify",
    "unstated",
    "single_firm",
    "no_parks",
    "no_platforms",
    "no_targets",
    "targets_without_year",
    "no_agencies",
    "no_projects",
]
TOPICS: tuple[Topic, ...] = get_args(Topic)
"""Topics in the order in which one would ask."""


class Leader(msgspec.Struct, frozen=True, kw_only=True):
    """A local firm that leads industries of the chain, with the products that documents give it."""

    firm: Ref
    industries: tuple[Ref, ...]
    products: tuple[str, ...]
    evidence: tuple[Evidence, ...]


class OpenQuestion(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Something that the documents do not say, with the names that it is about."""

    topic: Topic
    names: tuple[str, ...] = ()


class Dossier(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A chain in a region. Where no document of the region covers the chain, there is nothing but the report that says so."""

    report: GapReport
    leaders: tuple[Leader, ...] = ()
    parks: tuple[Backing, ...] = ()
    platforms: tuple[Backing, ...] = ()
    policies: tuple[Backing, ...] = ()
    targets: tuple[TargetRef, ...] = ()
    duties: tuple[dict[str, Value], ...] = ()
    projects: tuple[dict[str, Value], ...] = ()
    questions: tuple[OpenQuestion, ...] = ()

    @property
    def chain(self) -> ChainReport:
        """The chain."""
        return self.report.chains[0]


def dossier(view: View, region: str, chain: str, *, reference: Mapping[str, Chain]) -> Dossier:
    """Everything about one chain in one region.

    :raises UnknownNameError: the region or the chain is not known; carries near names.
    """
    report = gaps(view, region, chain, reference=reference)
    if not report.chains[0].known:
        return Dossier(report=report)
    catalogue = Catalogue(view, reference)
    scope = ChainScope(catalogue, Local(view, report.code), catalogue.select(chain))
    around = Surroundings(scope, States(scope))
    wanted = Wanted(view, catalogue, report.code, entities=scope.direct | scope.parents)
    found = Dossier(
        report=report,
        leaders=tuple(_leaders(scope)),
        parks=tuple(_parks(scope)),
        platforms=around.supporters,
        policies=around.policies,
        targets=around.targets,
        duties=tuple(dict(row) for row in duties(wanted)),
        projects=tuple(dict(row) for row in projects(wanted)),
    )
    return msgspec.structs.replace(found, questions=tuple(_questions(found)))


def _leaders(scope: ChainScope) -> Iterator[Leader]:
    view = scope.view
    led: dict[str, list[str]] = {}
    said: dict[str, list[Evidence]] = {}
    for industry in sorted(scope.direct):
        for firm, claims in scope.local.anchors(industry):
            led.setdefault(firm, []).append(industry)
            said.setdefault(firm, []).extend(view.evidence(claims))
    for firm in sorted(led, key=lambda f: (-len(led[f]), view.names(f)[0], f)):
        made = tuple(view.out("produces", firm))
        yield Leader(
            firm=reference_to(view, firm),
            industries=tuple(reference_to(view, industry) for industry in led[firm]),
            products=tuple(dict.fromkeys(view.names(fact.o)[0] for fact in made)),
            evidence=(*said[firm], *(e for fact in made for e in view.evidence(view.said(fact)))),
        )


def _parks(scope: ChainScope) -> Iterator[Backing]:
    """Parks of the region that focus on an industry of the chain."""
    view = scope.view
    for industry in sorted(scope.direct):
        for fact in scope.local.park_focus.get(industry, ()):
            yield Backing(
                entity=reference_to(view, fact.s),
                about=reference_to(view, industry),
                predicate=fact.p,
                evidence=view.evidence(view.said(fact)),
            )


def _questions(found: Dossier) -> Iterator[OpenQuestion]:
    """What the documents do not say."""
    recruit, links = found.chain.table("recruit"), found.chain.links
    firms = [leader.firm for leader in found.leaders]
    named: dict[Topic, Iterable[str]] = {
        "leaders_without_products": (leader.firm.name for leader in found.leaders if not leader.products),
        "placed_by_document": (firm.name for firm in firms if firm.placed_by),
        "gaps_without_candidates": (row.name for row in recruit if not row.candidates),
        "candidates_to_verify": (one.firm.name for row in recruit for one in row.candidates if one.verify),
        "unstated": (row.name for row in found.chain.in_state("unstated")),
        "single_firm": (row.name for row in links if row.counted and len({cover.firm.id for cover in row.covers}) == 1),
        "targets_without_year": (f"{one.of.name}{one.metric}" for one in found.targets if one.year is None),
    }
    missing: dict[Topic, bool] = {
        "no_leaders": not found.leaders,
        "no_parks": not found.parks,
        "no_platforms": not found.platforms,
        "no_targets": not found.targets,
        "no_agencies": not found.duties,
        "no_projects": not found.projects,
    }
    for topic in TOPICS:
        names = tuple(dict.fromkeys(named.get(topic, ())))
        if names or missing.get(topic):
            yield OpenQuestion(topic=topic, names=names)
