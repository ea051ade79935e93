"""A dossier as a paper of a few pages: who leads, what is there and what is lacking, who helps, and what is left to ask."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from lianpu.messages import Language
from lianpu.model import DocumentLine
from lianpu.ontology import schema
from lianpu.ontology.chains import Chain
from lianpu.papers import frame, summary
from lianpu.papers.chain_sections import ChainSections
from lianpu.papers.draft import Draft
from lianpu.papers.gap_sheets import gap_sheets
from lianpu.papers.phrases import Phrases
from lianpu.papers.printed import Printed
from lianpu.papers.words import words
from lianpu.queries.dossier import Dossier, Leader
from lianpu.queries.records import Backing
from lianpu.viz.paper import Cell, Line, Paper

_PRODUCTS_SHOWN = 8
_ASKED = 20
"""Names in one question; the report has all."""


def dossier_report(
    found: Dossier, documents: Iterable[DocumentLine], reference: Mapping[str, Chain], language: Language = "zh"
) -> Printed:
    """A dossier to be printed; its sheets are those of the missing-link report.

    :param documents: those that it rests on, for their issuers and dates.
    :param reference: reference chains by name, for stages and English names.
    """
    searched = tuple(documents)
    paper = _DossierPaper(found, searched, reference, language).paper()
    return Printed(paper, lambda: gap_sheets(found.report, searched, language))


class _DossierPaper:
    def __init__(
        self, found: Dossier, documents: tuple[DocumentLine, ...], reference: Mapping[str, Chain], language: Language
    ) -> None:
        self.found = found
        self.documents = documents
        self.words = words(language)
        self.draft = Draft(self.words)
        self.say = Phrases(self.draft, reference)

    def paper(self) -> Paper:
        report, chain = self.found.report, self.found.chain
        title = self.words.title("dossier_title", region=report.full_name, chain=self.say.chain(chain.chain))
        if not chain.known:
            return self.draft.paper(title, "", frame.unknown(self.draft, report))
        lines = summary.of_chain(self.say, report.full_name, chain)
        self._leaders()
        sections = ChainSections(self.draft, self.say, chain)
        if chain.links:
            self.draft.heading(1, self.words("heading_chain"))
            sections.flow()
        if chain.in_state("declared"):
            self.draft.heading(1, self.words("heading_gaps"))
            sections.declared()
        self._backings("parks", self.found.parks)
        self._backings("platforms", self.found.platforms)
        self._policies()
        self._ledgers()
        self._questions()
        frame.documents(self.draft, self.documents)
        self.draft.sources()
        frame.reading(self.draft, [chain])
        return self.draft.paper(title, frame.subtitle(self.draft, self.documents), lines)

    def _leaders(self) -> None:
        words = self.words
        columns = {
            words("column_firm"): 1.4,
            words("column_place"): 1.5,
            words("column_industry"): 1.6,
            words("column_products"): 2.6,
        }
        rows = [
            (
                leader.firm.name,
                tuple(Line(text) for text in (leader.firm.place, words.derived(leader.firm)) if text),
                (self._cited(leader, "anchors", words.names(industry.name for industry in leader.industries)),),
                (self._cited(leader, "produces", words.names(leader.products, _PRODUCTS_SHOWN)),),
            )
            for leader in self.found.leaders
        ]
        self._section("leaders", columns, rows)

    def _cited(self, leader: Leader, predicate: str, text: str) -> Line:
        """A text with the sentences that say so of a leader."""
        return Line(text, self.draft.cite((e for e in leader.evidence if e.predicate == predicate), 2))

    def _backings(self, key: str, backings: Iterable[Backing]) -> None:
        """Parks or platforms, each with the industries that it is for."""
        words = self.words
        about: dict[str, list[Backing]] = {}
        for one in backings:
            about.setdefault(one.entity.id, []).append(one)
        columns = {
            words("column_name"): 2.0,
            words("column_place"): 1.3,
            words("column_relation"): 0.9,
            words("column_about"): 1.8,
        }
        rows = [
            (
                found[0].entity.name,
                found[0].entity.place,
                words.names(self._predicate(one.predicate) for one in found),
                (Line(words.names(o.about.name for o in found), self.draft.cite((e for o in found for e in o.evidence), 2)),),
            )
            for found in about.values()
        ]
        self._section(key, columns, rows)

    def _predicate(self, name: str) -> str:
        label = schema().predicates[name].label
        return label.zh if self.words.language == "zh" else label.en

    def _policies(self) -> None:
        """Policies in a sentence, targets in a table."""
        words = self.words
        policies = {one.entity.name: one for one in self.found.policies}
        if not policies and not self.found.targets:
            return
        self.draft.heading(1, words("heading_policies"))
        lines = (Line(words.titles([name]), self.draft.cite(one.evidence, 1)) for name, one in policies.items())
        self.draft.paragraph(*self.draft.run_on(lines), lead=words("lead_policies"))
        columns = {
            words("column_subject"): 2.0,
            words("column_metric"): 2.0,
            words("column_year"): 0.8,
            words("column_amount"): 1.5,
        }
        rows = [
            (
                one.of.name,
                one.metric,
                str(one.year or ""),
                (Line(self.say.amount(one), self.draft.cite(one.evidence, 1)),),
            )
            for one in self.found.targets
        ]
        self.draft.table(words("caption_targets"), columns, rows)

    def _ledgers(self) -> None:
        """Agencies and projects, as their ledgers have them."""
        words = self.words
        duties = {"subject": 1.4, "lead": 1.8, "responsible": 2.8}
        projects = {"project": 1.6, "place": 1.0, "figures": 1.0, "sentence": 2.6}
        for key, shares, rows in (("duties", duties, self.found.duties), ("projects", projects, self.found.projects)):
            columns = {words(f"column_{column}"): share for column, share in shares.items()}
            self._section(key, columns, [tuple(str(row.get(column) or "") for column in shares) for row in rows])

    def _section(self, key: str, columns: dict[str, float], rows: Sequence[Sequence[Cell | str]]) -> None:
        if rows:
            self.draft.heading(1, self.words(f"heading_{key}"))
            self.draft.table(self.words(f"caption_{key}"), columns, rows)

    def _questions(self) -> None:
        words = self.words
        if self.found.questions:
            self.draft.heading(1, words("heading_questions"))
            self.draft.paragraph(words("intro_questions"))
        self.draft.items(words(f"question_{one.topic}", names=words.names(one.names, _ASKED)) for one in self.found.questions)
