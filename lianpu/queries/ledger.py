"""Ledgers (台账) that an office keeps: targets, duties, projects, what is to be recruited, parks and their focus, leaders.

A row is what one document says, with its sentence. Foreign text, tables and reference chains are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal, get_args

import msgspec

from lianpu.errors import QueryError
from lianpu.frames import Table
from lianpu.model import Claim, Entity, Fact, Target
from lianpu.ontology.chains import Chain
from lianpu.queries.gaps import gaps
from lianpu.queries.records import Candidate, GapRow, Statement
from lianpu.queries.scope import Catalogue
from lianpu.queries.states import reference_to
from lianpu.queries.view import View
from lianpu.queries.wanted import Value, Wanted

LedgerName = Literal["targets", "duties", "projects", "recruits", "parks", "anchors"]
LEDGERS: tuple[LedgerName, ...] = get_args(LedgerName)
Row = Mapping[str, Value]

_PROOF = ("document", "section", "sentence")
COLUMNS: Mapping[LedgerName, tuple[str, ...]] = {
    "targets": ("region", "subject", "metric", "op", "value", "value_max", "unit", "year", *_PROOF),
    "duties": ("region", "subject", "kind", "lead", "responsible", *_PROOF),
    "projects": ("region", "project", "place", "figures", "lead", "responsible", *_PROOF),
    "recruits": (
        *("region", "chain", "link", "reference", "status", "owner", "priority", *_PROOF),
        *("tier", "firm", "place", "distance", "basis", "firm_document", "firm_sentence"),
    ),
    "parks": ("region", "park", "place", "focus", "kind", "status", *_PROOF),
    "anchors": ("region", "firm", "place", "industry", "products", *_PROOF),
}
"""Columns of each ledger, in order. ``region`` is that of the document."""


class Ledger(Table, msgspec.Struct, frozen=True, kw_only=True):
    """The rows of one ledger, with the names of what they were chosen by."""

    name: LedgerName
    region: str = ""
    industry: str = ""
    year: int | None = None
    rows: tuple[dict[str, Value], ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """Keys of the rows, in order."""
        return COLUMNS[self.name]

    def cells(self) -> tuple[Sequence[str], Iterable[Sequence[object]]]:
        """Columns and rows, each with a cell for every column."""
        return self.columns, ([row[column] for column in self.columns] for row in self.rows)


def ledger(
    view: View,
    name: str,
    *,
    reference: Mapping[str, Chain],
    region: str | None = None,
    industry: str | None = None,
    year: int | None = None,
) -> Ledger:
    """One ledger, of all documents or of a region, an industry with its sub-industries, a year.

    :param year: the year for which a target is set; for all other ledgers the year of the document.
    :raises QueryError: there is no such ledger.
    :raises UnknownNameError: the region or the industry is not known; carries near names.
    """
    if name not in LEDGERS:
        raise QueryError("no_ledger", name=name, names=LEDGERS)
    wanted = Wanted(view, Catalogue(view, reference), region, industry, year)
    rows = tuple({key: row.get(key) for key in COLUMNS[name]} for row in _ROWS[name](wanted))
    full = view.regions.full_name(wanted.code) if wanted.code else ""
    return Ledger(name=name, region=full, industry=industry or "", year=year, rows=rows)


def _by_document(claims: Iterable[Claim]) -> Mapping[str, tuple[Claim, ...]]:
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.document, []).append(claim)
    return {document: tuple(said) for document, said in found.items()}


# -- the ledgers ------------------------------------------------------------------------------------------------------


def _targets(wanted: Wanted) -> Iterator[Row]:
    view = wanted.view
    for target in sorted(view.graph.targets, key=lambda t: (view.names(t.s)[0], t.metric, t.year or 0, t.id)):
        if target.achieved or target.origin != "documents" or not wanted.of_industry(target.s):
            continue
        if wanted.year is not None and target.year != wanted.year:
            continue
        said = wanted.claims((view.claims[c] for c in target.claims if c in view.claims), target.s, by_year=False)
        if said:
            yield {
                "subject": view.names(target.s)[0],
                "metric": target.metric,
                "op": target.op,
                "value": target.value,
                "value_max": target.value_max,
                "unit": target.unit,
                "year": target.year,
                **wanted.proof(said),
            }


_AGENCIES = (("lead", "leadAgency"), ("responsible", "responsibleAgency"))


def _duty_claims(wanted: Wanted, subject: str) -> tuple[tuple[str, str, Claim], ...]:
    """Who answers for something: role, agency and claim of each statement that counts."""
    view = wanted.view
    return tuple(
        (role, view.names(fact.o)[0], claim)
        for role, predicate in _AGENCIES
        for fact in view.out(predicate, subject)
        for claim in wanted.claims(view.said(fact), subject)
    )


def _roles(said: Iterable[tuple[str, str, Claim]]) -> dict[str, Value]:
    names: dict[str, dict[str, None]] = {role: {} for role, _ in _AGENCIES}
    for role, agency, _ in said:
        names[role][agency] = None
    return {role: "、".join(found) or None for role, found in names.items()}


def duties(wanted: Wanted) -> Iterator[Row]:
    """A row a section: there the task stands that the agencies answer for."""
    view = wanted.view
    subjects = {fact.s for _, predicate in _AGENCIES for fact in view.facts(predicate)}
    for subject in sorted(subjects, key=lambda s: (view.names(s)[0], s)):
        if not wanted.of_industry(subject):
            continue
        every = sorted(_duty_claims(wanted, subject), key=lambda one: (one[2].document, one[2].start, one[0], one[1]))
        for place in dict.fromkeys((claim.document, claim.section) for _, _, claim in every):
            said = [one for one in every if (one[2].document, one[2].section) == place]
            entity = view.entities[subject]
            proof = wanted.proof(tuple(claim for _, _, claim in said))
            yield {"subject": entity.name, "kind": entity.type, **_roles(said), **proof}


def projects(wanted: Wanted) -> Iterator[Row]:
    """Projects by name, a row a document."""
    view = wanted.view
    for project in sorted((e for e in view.graph.entities if e.type == "Project"), key=lambda e: (e.name, e.id)):
        mentions = wanted.claims((view.claims[m] for m in project.mentions if m in view.claims), project.id)
        for document, said in _by_document(c for c in mentions if _speaks_of(wanted, c)).items():
            yield {
                "project": project.name,
                "place": reference_to(view, project.id).place,
                "figures": _figures(wanted, project) or None,
                **_roles(one for one in _duty_claims(wanted, project.id) if one[2].document == document),
                **wanted.proof(tuple(_sentence(wanted, claim) for claim in said)),
            }


def _sentence(wanted: Wanted, mention: Claim) -> Claim:
    """The shortest statement around a mention, which is only the name; the mention if nothing is said around it."""
    around = (c for c in wanted.said_in(mention.document) if c.start <= mention.start and mention.end <= c.end)
    return min((c for c in around if c.p != "mention"), key=lambda c: (c.end - c.start, c.id), default=mention)


def _speaks_of(wanted: Wanted, claim: Claim) -> bool:
    """Whether an industry's name stands in the sentence or above it: no predicate ties a project to an industry."""
    text = f"{claim.section}{_sentence(wanted, claim).text or claim.quote}"
    return wanted.industries is None or any(word in text for word in wanted.words)


def _figures(wanted: Wanted, project: Entity) -> str:
    figures = (t for t in wanted.view.graph.targets if t.s == project.id and t.origin == "documents")
    return "；".join(_figure(target) for target in sorted(figures, key=lambda t: (t.metric, t.year or 0, t.id)))


def _figure(target: Target) -> str:
    return f"{target.metric}{target.value:g}{target.unit}"


def _parks(wanted: Wanted) -> Iterator[Row]:
    view = wanted.view
    for fact in _sorted(view, "focusesOn"):
        park, thing = view.entities[fact.s], view.entities[fact.o]
        if park.type != "Park" or not wanted.of_industry(fact.o):
            continue
        for said in _by_document(wanted.claims(view.said(fact), fact.s)).values():
            place = reference_to(view, park.id).place
            row = {"park": park.name, "place": place, "focus": thing.name, "kind": thing.type, "status": fact.status}
            yield row | wanted.proof(said)


def _anchors(wanted: Wanted) -> Iterator[Row]:
    view = wanted.view
    for fact in _sorted(view, "anchors"):
        if not wanted.of_industry(fact.o):
            continue
        for said in _by_document(wanted.claims(view.said(fact), fact.s)).values():
            products = "、".join(view.names(made.o)[0] for made in view.out("produces", fact.s))
            row = {"firm": view.names(fact.s)[0], "place": reference_to(view, fact.s).place, "products": products or None}
            yield row | {"industry": view.names(fact.o)[0]} | wanted.proof(said)


def _sorted(view: View, predicate: str) -> list[Fact]:
    return sorted(view.facts(predicate), key=lambda f: (view.names(f.s)[0], view.names(f.o)[0], f.s, f.o))


# -- what is to be recruited ------------------------------------------------------------------------------------------


def _recruits(wanted: Wanted) -> Iterator[Row]:
    """Every statement of what is to be recruited or supplemented, with every firm that could fill it."""
    for code in wanted.codes:
        for chain in gaps(wanted.view, code, wanted.chain, reference=wanted.catalogue.reference).chains:
            for row in chain.table("recruit"):
                for said in row.declared:
                    if said.status in _TO_RECRUIT and (wanted.chain or wanted.of_industry(said.owner.id)):
                        yield from _filled(wanted, chain.chain, row, said)


_TO_RECRUIT = ("recruit", "supplement")


def _filled(wanted: Wanted, chain: str, row: GapRow, said: Statement) -> Iterator[Row]:
    """A row a candidate; one row without, if there is none."""
    evidence = tuple(one for one in said.evidence if wanted.dated(one.document))
    if not evidence:
        return
    known = {
        "region": wanted.place(evidence[0].document),
        "chain": chain,
        "link": row.name,
        "reference": row.link or None,
        "status": said.status,
        "owner": said.owner.name,
        "priority": row.priority.points if row.priority else None,
        **wanted.shown(evidence),
    }
    yield from ({**known, **_candidate(wanted, one)} for one in row.candidates)
    if not row.candidates:
        yield known


def _candidate(wanted: Wanted, candidate: Candidate) -> Row:
    shown = wanted.shown(candidate.evidence)
    return {
        "tier": candidate.tier,
        "firm": candidate.firm.name,
        "place": candidate.firm.place or None,
        "distance": candidate.distance,
        "basis": candidate.basis,
        "firm_document": shown["document"],
        "firm_sentence": shown["sentence"],
    }


_ROWS: Mapping[LedgerName, Callable[[Wanted], Iterator[Row]]] = {
    "targets": _targets,
    "duties": duties,
    "projects": projects,
    "recruits": _recruits,
    "parks": _parks,
    "anchors": _anchors,
}
