"""The missing-link report for the terminal: three tables of gaps, then what is to be verified, planned and there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from rich.console import Console

from lianpu.cli.printing import console, table
from lianpu.messages import Language
from lianpu.papers.words import words
from lianpu.queries.records import Candidate, ChainReport, Cover, Evidence, GapReport, GapRow, Statement

CANDIDATES_SHOWN = 4
"""Candidates printed for a link; CSV and JSON have more."""
SENTENCES_SHOWN = 2

Column = Callable[[GapRow], str]


def gap_report(report: GapReport, language: Language = "zh") -> None:
    """Print the missing links of a region: one chain in full, or each of several in brief, as in the papers."""
    _GapTable(console(), language).report(report)


class _GapTable:
    def __init__(self, out: Console, language: Language) -> None:
        self.out = out
        self.words = words(language)
        self.label = self.words.labels

    def report(self, report: GapReport) -> None:
        if not report.chains:
            self._print(f"{report.full_name}{self.words('colon')}{self.words('no_chain')}")
        links = self._links if len(report.chains) == 1 else self._brief
        for chain in report.chains:
            self._chain(report.full_name, chain, links)

    def _print(self, text: str, style: str = "") -> None:
        self.out.print(text, style=style or None, markup=False)

    def _chain(self, region: str, chain: ChainReport, links: Callable[[ChainReport], None]) -> None:
        self._print(f"{region} · {chain.chain}", "bold")
        if chain.known:
            named = self.label["text"]["coverage"]
            self._print(self.words("table_coverage", name=named, covered=chain.covered, total=chain.total))
            if len(chain.longest) > 1:
                self._print(self.label["text"]["longest"] + self.words("colon") + " → ".join(chain.longest))
            if chain.single:
                self._print(self.label["text"]["single"] + self.words("colon") + self.words.names(chain.single))
            self._print("")
            links(chain)
        else:
            self._print(self.label["heading"]["unknown"])
        if chain.related:
            self._print(self.label["text"]["related"] + self.words("colon") + self.words.names(chain.related))
        if chain.searched:
            self._print(self.words("table_searched", titles=self.words.titles(chain.searched)))

    def _links(self, chain: ChainReport) -> None:
        """Every link, in tables by what is said of it."""
        self._declared_tables(chain)
        link, sentence = {self.label["column"]["link"]: _name}, self.words("table_sentence")
        self._table("unstated", chain.in_state("unstated"), {**link, self.words("column_candidates"): self._candidates})
        planned = {**link, self.label["column"]["owner"]: self._planners, sentence: self._planned}
        self._table("planned", chain.in_state("planned"), planned)
        covered = {**link, self.label["column"]["firms"]: self._firms, sentence: self._covered}
        self._table("covered", chain.in_state("covered"), covered)

    def _brief(self, chain: ChainReport) -> None:
        """What is declared in tables, and the names of everything else."""
        self._declared_tables(chain)
        for state in ("unstated", "planned", "covered"):
            if names := [row.name for row in chain.links if row.state == state]:
                self._print(self.words(f"names_{state}", count=len(names)) + self.words.names(names))
        self._print("")

    def _declared_tables(self, chain: ChainReport) -> None:
        head: Mapping[str, Column] = {
            self.label["column"]["link"]: _name,
            self.words("column_owner"): self._owners,
            self.words("table_sentence"): self._declared,
        }
        self._table("recruit", chain.table("recruit"), {**head, self.words("column_candidates"): self._candidates})
        self._table("breakthrough", chain.table("breakthrough"), {**head, self.words("column_help"): self._help})
        self._table("extend", chain.table("extend"), head)

    def _table(self, heading: str, rows: Sequence[GapRow], columns: Mapping[str, Column]) -> None:
        if rows:
            title = self.words("table_count", heading=self.label["heading"][heading], count=len(rows))
            self.out.print(table(list(columns), [[cell(row) for cell in columns.values()] for row in rows], title))

    def _owners(self, row: GapRow) -> str:
        said = dict.fromkeys((one.owner.name, one.status) for one in row.declared)
        lines = [name + self.words("bracket", text=self.label["status"][status]) for name, status in said]
        if row.covers:
            lines.append(self.words("table_also", firms=self.words.names(cover.firm.name for cover in row.covers)))
        return "\n".join(lines)

    def _planners(self, row: GapRow) -> str:
        return self.words.names(one.owner.name for one in row.planned)

    def _firms(self, row: GapRow) -> str:
        """Firms that make it, then those that carry it because they lead its industry."""
        makers = self.words.names(cover.firm.name for cover in row.covers if cover.through is None)
        leaders = self.words.names(cover.firm.name for cover in row.covers if cover.through is not None)
        carried = f"{self.label['text']['carried']}{self.words('colon')}{leaders}" if leaders else ""
        return "\n".join(part for part in (makers, carried) if part)

    def _help(self, row: GapRow) -> str:
        return self.words.names(backing.entity.name for backing in row.supporters) or self.words("none")

    def _candidates(self, row: GapRow) -> str:
        """The first candidates, those with the same grounds on one line, and who else here seeks it."""
        together: dict[str, list[str]] = {}
        for one in row.candidates[:CANDIDATES_SHOWN]:
            together.setdefault(self._grounds(one), []).append(self.words.firm(one.firm))
        lines = [self.words("table_grounds", firms=self.words.names(firms), grounds=why) for why, firms in together.items()]
        more = max(0, len(row.candidates) - CANDIDATES_SHOWN) + row.further
        if more:
            lines.append(self.words("more_short", count=more))
        lines += dict.fromkeys(self.words.elsewhere(one.owner.name, one.match.mention) for one in row.sought_elsewhere)
        return "\n".join(lines) or self.words("none")

    def _grounds(self, candidate: Candidate) -> str:
        """The tier in words, the industry that ties the firm to the link, and the sentence behind it."""
        text = self.label["tier"][candidate.tier]
        if candidate.through:
            text += self.words("table_through", industry=candidate.through.name)
        if candidate.chain:
            text += self.words("table_supplies", chain=candidate.chain, link=candidate.link)
        quote = "".join(map(self.words.sentence, candidate.evidence[:1]))
        return f"{text}{self.words('stop')}{quote}"

    def _declared(self, row: GapRow) -> str:
        return self._sentences(row.declared)

    def _planned(self, row: GapRow) -> str:
        return self._sentences(row.planned)

    def _covered(self, row: GapRow) -> str:
        return self._sentences(row.covers)

    def _sentences(self, said: Iterable[Statement | Cover]) -> str:
        return sentences((e for one in said for e in one.evidence), self.words.language)


def _name(row: GapRow) -> str:
    return row.name


def sentences(evidence: Iterable[Evidence], language: Language = "zh") -> str:
    """The first sentences, each with its document and section."""
    unique = dict.fromkeys(words(language).sentence(one, section=True) for one in evidence)
    return "\n".join(list(unique)[:SENTENCES_SHOWN])
