"""How papers put records into words: who says what, which firm on what grounds, which figure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from lianpu.ontology.chains import Chain
from lianpu.papers.draft import Draft
from lianpu.papers.words import Words
from lianpu.queries.records import Candidate, ChainReport, Cover, Evidence, GapRow, Statement, TargetRef
from lianpu.viz.paper import Cell, Line

_ENDINGS = (("产业链", "chain_itself"), ("产业", "chain_industry"), ("集群", "chain_itself"), ("", "chain_of"))
FIRMS_SHORT = 3
"""Firms that a cell or a sentence names."""
NAMES_SHOWN = 6
_CITED = 2
"""Sources of one text; the sentences of others say the same."""


class Phrases:
    """Texts of one paper; what they say is cited in its draft.

    :param address: gives the address of a chain, or of a row of it, in an explorer; empty if there is none.
    """

    def __init__(
        self, draft: Draft, reference: Mapping[str, Chain], address: Callable[[str, str], str] = lambda chain, row: ""
    ) -> None:
        self.address = address
        self.draft = draft
        self.words: Words = draft.words
        self.reference = reference

    def chain(self, name: str) -> str:
        """A chain as running text calls it: 工程机械产业链, 轴承产业链."""
        key = next(key for ending, key in _ENDINGS if name.endswith(ending))
        text = self.words(key, chain=name)
        known = self.reference.get(name)
        return self.words("both", name=text, en=known.en) if known else text

    def link(self, row: GapRow, chain: str) -> str:
        """A link by its name; in English with what a reference chain calls it."""
        known = self.reference[chain].by_name.get(row.link) if chain in self.reference else None
        return self.words("both", name=row.name, en=known.en) if known and row.name == row.link else row.name

    def short_firm(self, candidate: Candidate) -> str:
        """A candidate in running text: name, place, tier."""
        verify = [self.words("to_verify")] if candidate.verify else []
        parts = (candidate.firm.place or self.words.labels["distance"]["unknown"], self.words.tier(candidate.tier), *verify)
        return candidate.firm.name + self.words("bracket", text=self.words("comma").join(parts))

    def grounds(self, candidate: Candidate) -> Line:
        """Why a firm is a candidate, with its sentences."""
        match = candidate.match
        text = self.words(
            f"grounds_{candidate.basis}",
            mention=match.mention,
            through=candidate.through.name if candidate.through else "",
            chain=candidate.chain,
            link=candidate.link,
        )
        if match.reason != "exact":
            text += self.words("bracket", text=self.words.labels["reason"][match.reason])
        if candidate.tier == "C":
            text += self.words("semicolon") + self._share(candidate.share)
        return Line(text, self.draft.cite(candidate.evidence, _CITED))

    def _share(self, share: float | None) -> str:
        """The part of a firm's business that a table states; shares of annual reports may overlap."""
        text = self.words.labels["text"]
        return text["share"].format(share=f"{share:.1%}") if share is not None else text["no_share"]

    def covers(self, row: GapRow) -> Cell:
        """Local firms that make it, then those that carry it because they lead its industry."""
        makers = [cover for cover in row.covers if cover.through is None]
        leaders = [cover for cover in row.covers if cover.through is not None]
        lines = [self._some(makers)] if makers else []
        if leaders:
            some = self._some(leaders)
            carried = self.words.labels["text"]["carried"]
            lines.append(Line(f"{carried}{self.words('colon')}{some.text}", some.sources))
        return tuple(lines)

    def _some(self, covers: Sequence[Cover]) -> Line:
        names = self.words.names((cover.firm.name for cover in covers), NAMES_SHOWN, "firms")
        return Line(names, self.draft.cite((e for cover in covers[:1] for e in cover.evidence), 2))

    def owners(self, row: GapRow) -> Cell:
        """Who seeks it, and how."""
        return tuple(
            Line(f"{name}{self.words('bracket', text=self.words.labels['status'][status])}")
            for name, status in dict.fromkeys((one.owner.name, one.status) for one in row.declared)
        )

    def statement(self, one: Statement) -> Line:
        """What somebody says, in the words of the document."""
        first = one.evidence[0]
        status = self.words.labels["status"][one.status]
        text = self.words("says", owner=one.owner.name, status=status, text=first.text)
        return Line(text, self.draft.cite(one.evidence, _CITED))

    def quoted(self, evidence: Iterable[Evidence], most: int = 1) -> Cell:
        """The first sentences as they stand, each with its source."""
        first = {one.text: one for one in reversed(tuple(evidence))}
        chosen = list(reversed(first.values()))[:most]
        return tuple(Line(self.words("quoted", text=one.text), self.draft.cite([one])) for one in chosen)

    def elsewhere(self, row: GapRow) -> Cell:
        """Which other chains of the region seek it."""
        said: dict[tuple[str, str], list[Evidence]] = {}
        for one in row.sought_elsewhere:
            said.setdefault((one.owner.name, one.match.mention), []).extend(one.evidence)
        return tuple(
            Line(self.words.elsewhere(owner, name), self.draft.cite(evidence, _CITED)) for (owner, name), evidence in said.items()
        )

    def target(self, one: TargetRef) -> Line:
        """A target as one reads it: 工程机械2025年产业规模≥1000亿元."""
        year = self.words("target_year", year=one.year) if one.year else ""
        text = self.words("target", of=one.of.name, year=year, metric=one.metric, amount=self.amount(one))
        return Line(text, self.draft.cite(one.evidence, 1))

    def amount(self, one: TargetRef) -> str:
        """The figure of a target: ≥1000亿元."""
        upper = f"–{plain(one.value_max)}" if one.value_max is not None else ""
        bound = self.words("about") if one.op == "~" else _BOUNDS[one.op]
        return f"{bound}{plain(one.value)}{upper}{one.unit}"


_BOUNDS = {"=": "", ">=": "≥", "<=": "≤", ">": "＞"}


def plain(value: float) -> str:
    """A number without an exponent and without needless digits."""
    return f"{value:.0f}" if value == int(value) else f"{value:g}"


def all_declared(chain: ChainReport) -> tuple[Evidence, ...]:
    """The sentences by which links of a chain are declared."""
    return tuple(e for row in chain.in_state("declared") for one in row.declared for e in one.evidence)
