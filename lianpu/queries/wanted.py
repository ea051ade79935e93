"""What a ledger is about: a region, an industry with what is below it, a year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from lianpu.errors import UnknownNameError
from lianpu.model import Claim
from lianpu.queries.matching import core
from lianpu.queries.records import Evidence
from lianpu.queries.scope import Catalogue
from lianpu.queries.view import View

Value = str | int | float | None


@dataclass
class Wanted:
    """What a ledger is about; what is left out does not choose. ``entities`` are industries that somebody has chosen already."""

    view: View
    catalogue: Catalogue
    region: str | None = None
    industry: str | None = None
    year: int | None = None
    entities: frozenset[str] | None = None

    @cached_property
    def code(self) -> str | None:
        """Code of the region."""
        if self.region is None:
            return None
        table = self.view.regions
        return (table.get(self.region) or table.resolve(self.region)).code

    @cached_property
    def documents(self) -> frozenset[str]:
        """Documents of the region, or all that are of any."""
        return self.view.documents_of(self.code) if self.code else frozenset(self.view.documents)

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The region, or the largest regions that documents are of."""
        if self.code:
            return (self.code,)
        every = {document.region_code for document in self.view.graph.documents if document.region_code}
        contains = self.view.regions.contains
        return tuple(sorted(code for code in every if not any(one != code and contains(one, code) for one in every)))

    @cached_property
    def chain(self) -> str | None:
        """The chain that the industry is, if it is one."""
        if self.industry is None:
            return None
        try:
            return self.catalogue.select(self.industry).name
        except UnknownNameError:
            return None

    @cached_property
    def industries(self) -> frozenset[str] | None:
        """The industries meant, with what documents put below them."""
        if self.industry is None:
            return self.entities
        seen = set(self._called(self.industry))
        todo = sorted(seen)
        while todo:
            below = {fact.s for fact in self.view.into("subIndustryOf", todo.pop())} - seen
            seen |= below
            todo += sorted(below)
        return frozenset(seen)

    def _called(self, name: str) -> frozenset[str]:
        own = {e.id for e in self.view.graph.entities if e.type == "Industry" and core(name) in map(core, (e.name, *e.aliases))}
        try:
            return self.catalogue.select(name).industries | own
        except UnknownNameError:
            if own:
                return frozenset(own)
            raise

    @cached_property
    def words(self) -> frozenset[str]:
        """Names of the industries."""
        return frozenset(core(name) for industry in self.industries or () for name in self.view.names(industry))

    def of_industry(self, entity: str) -> bool:
        """Whether an entity is one of the industries meant."""
        return self.industries is None or entity in self.industries

    def claims(self, claims: Iterable[Claim], *about: str, by_year: bool = True) -> tuple[Claim, ...]:
        """Those of the claims that count: of documents of the region, or about something in it, and of the year."""
        return tuple(
            c for c in claims if c.origin == "documents" and self._here(c, about) and (not by_year or self.dated(c.document))
        )

    def said_in(self, document: str) -> tuple[Claim, ...]:
        """The claims of a document."""
        return self._by_document.get(document, ())

    @cached_property
    def _by_document(self) -> Mapping[str, tuple[Claim, ...]]:
        found: dict[str, list[Claim]] = {}
        for claim in self.view.graph.claims:
            found.setdefault(claim.document, []).append(claim)
        return {document: tuple(claims) for document, claims in found.items()}

    def _here(self, claim: Claim, about: tuple[str, ...]) -> bool:
        """A thing with a place counts where it is; anything else in the region of its document."""
        if self.code is None:
            return True
        placed = [entity for entity in about if self.view.places(entity)]
        if placed:
            return any(self.view.within(entity, self.code) for entity in placed)
        return claim.document in self.documents

    def dated(self, document_id: str) -> bool:
        """Whether a document is of the year."""
        document = self.view.documents.get(document_id)
        return self.year is None or document is not None and (document.date or "").startswith(f"{self.year}")

    def proof(self, claims: tuple[Claim, ...]) -> dict[str, Value]:
        """Document, its region, sections and sentences of claims of one document."""
        return self.shown(self.view.evidence(claims)) | {"region": self.place(claims[0].document)}

    def shown(self, evidence: tuple[Evidence, ...]) -> dict[str, Value]:
        """Documents, sections and sentences, each once."""
        parts = {"document": (e.title for e in evidence), "section": (e.section for e in evidence)}
        found = {key: "；".join(dict.fromkeys(texts)) for key, texts in parts.items()}
        return {**found, "sentence": "\n".join(dict.fromkeys(e.text for e in evidence))}

    def place(self, document: str) -> str:
        """The region of a document."""
        known = self.view.documents.get(document)
        return self.view.place_name(known.region_code) if known and known.region_code else ""
