"""The missing-link report as a paper: what an officer needs first, then the tables, then sources and how to read them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lianpu.messages import Language
from lianpu.model import DocumentLine
from lianpu.ontology.chains import Chain
from lianpu.papers import frame, summary
from lianpu.papers.chain_sections import ChainSections
from lianpu.papers.draft import Draft
from lianpu.papers.gap_sheets import gap_sheets
from lianpu.papers.phrases import Phrases
from lianpu.papers.printed import Printed
from lianpu.papers.words import words
from lianpu.queries.records import ChainReport, GapReport
from lianpu.viz.address import address
from lianpu.viz.paper import Paper


def gap_report(
    report: GapReport,
    documents: Iterable[DocumentLine],
    reference: Mapping[str, Chain],
    language: Language = "zh",
    *,
    atlas: str = "",
) -> Printed:
    """A report to be printed: its paper in full if it has one chain, else every chain in brief; its sheets with everything.

    :param documents: those that the report searched, for their issuers and dates.
    :param reference: reference chains by name, for stages and English names.
    :param atlas: address of an explorer of the graph, as seen from the report; its links then lead into it.
    """
    searched = tuple(documents)
    paper = _GapPaper(report, searched, reference, language, atlas).paper()
    return Printed(paper, lambda: gap_sheets(report, searched, language))


class _GapPaper:
    def __init__(
        self,
        report: GapReport,
        documents: tuple[DocumentLine, ...],
        reference: Mapping[str, Chain],
        language: Language,
        atlas: str,
    ) -> None:
        self.report = report
        self.atlas = atlas
        self.documents = documents
        self.words = words(language)
        self.draft = Draft(self.words)
        self.say = Phrases(self.draft, reference, self._address)

    def paper(self) -> Paper:
        known = [chain for chain in self.report.chains if chain.known]
        if len(self.report.chains) == 1:
            title = self.words.title("title", region=self.report.full_name, chain=self.say.chain(self.report.chains[0].chain))
        else:
            title = self.words.title("title_region", region=self.report.full_name)
        if not known:
            return self.draft.paper(title, "", frame.unknown(self.draft, self.report))
        if len(known) == 1:
            lines = summary.of_chain(self.say, self.report.full_name, known[0])
            self._one(known[0])
        else:
            lines = summary.of_region(self.say, self.report)
            self._every(known)
        frame.documents(self.draft, self.documents)
        self.draft.sources()
        frame.reading(self.draft, known)
        return self.draft.paper(title, frame.subtitle(self.draft, self.documents), lines)

    def _address(self, chain: str, row: str) -> str:
        select = f"row {row}" if row else ""
        return address(self.atlas, region=self.report.code, chain=chain, select=select) if self.atlas else ""

    def _one(self, chain: ChainReport) -> None:
        sections = ChainSections(self.draft, self.say, chain)
        if chain.links:
            self.draft.heading(1, self.words("heading_chain"), self.say.address(chain.chain, ""))
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
                self.draft.heading(1, self.say.chain(chain.chain), self.say.address(chain.chain, ""))
                ChainSections(self.draft, self.say, chain).brief()

    def _counts(self, chain: ChainReport) -> list[str]:
        tables = (chain.table("recruit"), chain.table("breakthrough"), chain.table("extend"), chain.in_state("unstated"))
        return [self.say.chain(chain.chain), f"{chain.covered}/{chain.total}", *(str(len(rows) or "") for rows in tables)]
