"""The missing-link report as sheets: one a table, everything in it, a row a statement, a cover or a candidate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lianpu.messages import Language
from lianpu.model import DocumentLine
from lianpu.papers.words import Words, words
from lianpu.queries.records import Candidate, ChainReport, Evidence, GapReport, GapRow
from lianpu.viz.sheets import Sheet, Value

Row = tuple[Value, ...]
_LINK = ("chain", "link", "reference", "position")
_PROOF = ("sentence", "title", "section")
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "recruit": (*_LINK, "by", "status", "priority", "count", "buyers", "parks", "policies", *_PROOF),
    "breakthrough": (*_LINK, "by", "help", *_PROOF),
    "extend": (*_LINK, "by", *_PROOF),
    "unstated": (*_LINK, "reach", "count", "elsewhere", "searched"),
    "planned": (*_LINK, "by", *_PROOF),
    "covered": (*_LINK, "firm", "place", "grounds", "through", *_PROOF),
    "candidates": (
        *("chain", "link", "state", "tier", "firm", "place", "placed_by", "distance"),
        *("grounds", "through", "reference_chain", "reference", "share", "match", *_PROOF),
    ),
    "documents": ("title", "doc_number", "issuer", "date"),
}
"""Columns of each sheet: texts of the catalogue, without ``column_`` in front."""


def gap_sheets(report: GapReport, documents: Iterable[DocumentLine], language: Language = "zh") -> tuple[Sheet, ...]:
    """The sheets of a report that have rows, an overview first."""
    return tuple(_Sheets(report, tuple(documents), words(language)).all())


class _Sheets:
    def __init__(self, report: GapReport, documents: tuple[DocumentLine, ...], texts: Words) -> None:
        self.report = report
        self.documents = documents
        self.words = texts
        self.label = texts.labels

    def all(self) -> Iterator[Sheet]:
        yield self._sheet(self.words("heading_overview"), self._overview_columns(), self._overview())
        heading = self.label["heading"]
        sheets: Mapping[str, tuple[str, Iterator[Row]]] = {
            "recruit": (heading["recruit"], self._recruit()),
            "breakthrough": (heading["breakthrough"], self._breakthrough()),
            "extend": (heading["extend"], self._extend()),
            "unstated": (heading["unstated"], self._unstated()),
            "planned": (heading["planned"], self._planned()),
            "covered": (heading["covered"], self._covered()),
            "candidates": (self.words("column_candidates"), self._candidates()),
            "documents": (self.words("heading_documents"), self._sources()),
        }
        for key, (name, rows) in sheets.items():
            if found := tuple(rows):
                yield self._sheet(name, tuple(self.words(f"column_{column}") for column in _COLUMNS[key]), found)

    @staticmethod
    def _sheet(name: str, columns: tuple[str, ...], rows: Iterable[Row]) -> Sheet:
        """A sheet without the columns in which nothing stands."""
        found = tuple(rows)
        kept = [index for index in range(len(columns)) if any(row[index] not in (None, "") for row in found)]
        return Sheet(name, tuple(columns[i] for i in kept), tuple(tuple(row[i] for i in kept) for row in found))

    # -- rows -----------------------------------------------------------------------------------------------------

    def _overview_columns(self) -> tuple[str, ...]:
        heading = self.label["heading"]
        named = ("column_region", "column_chain", "column_covered", "column_total")
        return (
            *map(self.words, named),
            *(heading[key] for key in ("recruit", "breakthrough", "extend", "unstated")),
            self.words("column_note"),
        )

    def _overview(self) -> Iterator[Row]:
        unknown = self.label["heading"]["unknown"]
        if not self.report.chains:
            yield self.report.full_name, None, None, None, None, None, None, None, unknown
        for chain in self.report.chains:
            if not chain.known:
                yield self.report.full_name, chain.chain, None, None, None, None, None, None, unknown
                continue
            tables = [len(chain.table("recruit")), len(chain.table("breakthrough")), len(chain.table("extend"))]
            yield self.report.full_name, chain.chain, chain.covered, chain.total, *tables, len(chain.in_state("unstated")), None

    def _recruit(self) -> Iterator[Row]:
        for chain, row in self._in("recruit"):
            behind = (
                self.words.names(one.firm.name for one in row.buyers),
                self.words.names(one.entity.name for one in row.parks),
                self.words.names(one.entity.name for one in row.policies),
            )
            points = row.priority.points if row.priority else None
            for one in row.declared:
                status = self.label["status"][one.status]
                yield (
                    *self._link(chain, row),
                    one.owner.name,
                    status,
                    points,
                    len(row.candidates) + row.further,
                    *behind,
                    *self._proof(one.evidence),
                )

    def _breakthrough(self) -> Iterator[Row]:
        for chain, row in self._in("breakthrough"):
            helpers = self.words.names(one.entity.name for one in row.supporters)
            for one in row.declared:
                yield *self._link(chain, row), one.owner.name, helpers, *self._proof(one.evidence)

    def _extend(self) -> Iterator[Row]:
        for chain, row in self._in("extend"):
            for one in row.declared:
                yield *self._link(chain, row), one.owner.name, *self._proof(one.evidence)

    def _unstated(self) -> Iterator[Row]:
        for chain in self.report.chains:
            for row in chain.in_state("unstated"):
                elsewhere = self.words("semicolon").join(
                    dict.fromkeys(self.words.elsewhere(one.owner.name, one.match.mention) for one in row.sought_elsewhere)
                )
                reach = self.label["reach"][row.reach] if row.reach else None
                yield (
                    *self._link(chain, row),
                    reach,
                    len(row.candidates) + row.further,
                    elsewhere or None,
                    self.words.titles(chain.searched),
                )

    def _planned(self) -> Iterator[Row]:
        for chain in self.report.chains:
            for row in chain.in_state("planned"):
                for one in row.planned:
                    yield *self._link(chain, row), one.owner.name, *self._proof(one.evidence)

    def _covered(self) -> Iterator[Row]:
        for chain in self.report.chains:
            for row in chain.in_state("covered"):
                for one in row.covers:
                    through = one.through.name if one.through else None
                    basis = self.label["basis"][one.basis]
                    yield *self._link(chain, row), one.firm.name, one.firm.place, basis, through, *self._proof(one.evidence)

    def _candidates(self) -> Iterator[Row]:
        for chain in self.report.chains:
            for row in chain.links:
                for one in row.candidates:
                    yield chain.chain, row.name, self.label["state"][row.state], *self._candidate(one)

    def _candidate(self, one: Candidate) -> Iterator[Value]:
        yield self.words.tier(one.tier)
        yield one.firm.name
        yield one.firm.place or self.label["distance"]["unknown"]
        yield self.words.derived(one.firm) or None
        yield self.label["distance"][one.distance]
        yield self.label["basis"][one.basis]
        yield one.through.name if one.through else None
        yield one.chain or None
        yield one.link or None
        yield round(one.share, 3) if one.share is not None else None
        yield one.match.mention + self.words("bracket", text=self.label["reason"][one.match.reason])
        yield from self._proof(one.evidence)

    def _sources(self) -> Iterator[Row]:
        for one in self.documents:
            yield one.title, one.number, self.words.names(one.issuer) or None, self.words.date(one.date) or None

    # -- what rows share ------------------------------------------------------------------------------------------

    def _in(self, table: str) -> Iterator[tuple[ChainReport, GapRow]]:
        for chain in self.report.chains:
            for row in chain.table(table):  # type: ignore[arg-type]
                yield chain, row

    def _link(self, chain: ChainReport, row: GapRow) -> Row:
        position = self.label["position"][row.position] if row.position else None
        return chain.chain, row.name, row.link or None, position

    def _proof(self, evidence: tuple[Evidence, ...]) -> Row:
        """Sentences, documents and sections, each once, a line each."""
        parts = ((e.text for e in evidence), (e.title for e in evidence), (self.words.section(e.section) for e in evidence))
        return tuple("\n".join(dict.fromkeys(texts)) for texts in parts)
