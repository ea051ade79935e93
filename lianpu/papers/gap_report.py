"""The missing-link report as a paper: what an officer needs first, then the tables, then sources and how to read them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lianpu.model import DocumentLine
from lianpu.ontology.chains import Chain
from lianpu.papers import summary
from lianpu.papers.chain_sections import ChainSections
from lianpu.papers.draft import Draft
from lianpu.papers.gap_sheets import gap_sheets
from lianpu.papers.phrases import Phrases
from lianpu.papers.printed import Printed
from lianpu.papers.words import words
from lianpu.queries.labels import Language
from lianpu.queries.records import ChainReport, GapReport
from lianpu.viz.paper import Line, Paper


def gap_report(
    report: GapReport, documents: Iterable[DocumentLine], reference: Mapping[str, Chain], language: Language = "zh"
) -> Printed:
    """A report to be printed: its paper in full if it has one chain, else every chain in brief; its sheets with everything.

    :param documents: those that the report searched, for their issuers and dates.
    :param reference: reference chains by name, for stages and English names.
    """
    searched = tuple(documents)
    paper = _GapPaper(report, searched, reference, language).paper()
    return Printed(paper, lambda: gap_sheets(report, searched, language))


class _GapPaper:
    def __init__(
        self, report: GapReport, documents: tuple[DocumentLine, ...], reference: Mapping[str, Chain], language: Language
    ) -> None:
        self.report = report
        self.documents = documents
        self.words = words(language)
        self.draft = Draft(self.words)
        self.say = Phrases(self.draft, reference)

    def paper(self) -> Paper:
        known = [chain for chain in self.report.chains if chain.known]
        if len(self.report.chains) == 1:
            title = self.words("title", region=self.report.full_name, chain=self.say.chain(self.report.chains[0].chain))
        else:
            title = self.words("title_region", region=self.report.full_name)
        if not known:
            return self.draft.paper(title, "", self._unknown())
        if len(known) == 1:
            lines = summary.of_chain(self.say, self.report.full_name, known[0])
            self._one(known[0])
        else:
            lines = summary.of_region(self.say, self.report)
            self._every(known)
        self._documents()
        self.draft.sources()
        self._reading(known)
        return self.draft.paper(title, subtitle(self.draft, self.documents), lines)

    def _unknown(self) -> tuple[Line, ...]:
        heading = self.words.labels["heading"]["unknown"]
        text = heading + self.words("stop").strip() if self.report.chains else self.words("no_chain")
        searched = self.report.searched
        listed = self.words("searched", titles=self.words.titles(searched)) if searched else ""
        return Line(text), Line(listed)

    def _one(self, chain: ChainReport) -> None:
        sections = ChainSections(self.draft, self.say, chain)
        if chain.links:
            self.draft.heading(1, self.words("heading_chain"))
            sections.flow()
        sections.all()

    def _every(self, chains: list[ChainReport]) -> None:
        self.draft.heading(1, self.words("heading_overview"))
        columns = {
            self.words("column_chain"): 2.0,
            self.words("column_coverage"): 1.0,
            **{self.words.labels["heading"][table]: 1.0 for table in ("recruit", "breakthrough", "extend", "unstated")},
        }
        self.draft.table(self.words("caption_overview"), columns, [self._counts(chain) for chain in chains])
        for chain in chains:
            if chain.in_state("declared"):
                self.draft.heading(1, self.say.chain(chain.chain))
                ChainSections(self.draft, self.say, chain).brief()

    def _counts(self, chain: ChainReport) -> list[str]:
        tables = (chain.table("recruit"), chain.table("breakthrough"), chain.table("extend"), chain.in_state("unstated"))
        return [self.say.chain(chain.chain), f"{chain.covered}/{chain.total}", *(str(len(rows) or "") for rows in tables)]

    def _documents(self) -> None:
        documents_table(self.draft, self.documents)

    def _reading(self, chains: list[ChainReport]) -> None:
        rows = [row for chain in chains for row in chain.links]
        candidates = [one for row in rows for one in row.candidates]
        placed = any(one.firm.placed_by for one in candidates)
        shown = {
            "reading_declared": any(row.declared for row in rows),
            "reading_unstated": any("unstated" in row.states for row in rows),
            "reading_reference": any(chain.kind == "reference" for chain in chains),
            "reading_tiers": bool(candidates),
            "reading_derived": placed,
            "reading_coverage": True,
            "reading_priority": any(row.priority for row in rows),
            "reading_unknown": True,
        }
        self.draft.heading(1, self.words("heading_reading"))
        self.draft.items(self.words(key) for key, wanted in shown.items() if wanted)


def subtitle(draft: Draft, documents: tuple[DocumentLine, ...]) -> str:
    """How many documents a paper rests on, and the date of the latest."""
    dates = sorted(document.date for document in documents if document.date)
    if not documents:
        return ""
    if not dates:
        return draft.words("subtitle_undated", count=len(documents))
    key = "subtitle_one" if len(documents) == 1 else "subtitle"
    return draft.words(key, count=len(documents), date=draft.words.date(dates[-1]))


def documents_table(draft: Draft, documents: tuple[DocumentLine, ...]) -> None:
    """The documents with issuer, number and date."""
    words = draft.words
    if documents:
        draft.heading(1, words("heading_documents"))
    columns = {
        words("column_title"): 3.2,
        words("column_doc_number"): 1.4,
        words("column_issuer"): 1.8,
        words("column_date"): 1.3,
    }
    rows = [(words.titles([d.title]), d.number or "", words.names(d.issuer), words.date(d.date)) for d in documents]
    draft.table(words("caption_documents"), columns, rows)
