"""A chain in a region, drawn from its gap report: links from upstream to downstream, who makes them, who lacks them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from lianpu.messages import Language
from lianpu.model import EntityType
from lianpu.ontology.chains import Chain, Link
from lianpu.pictures.picture import Picture, Words, quotes, words
from lianpu.queries.records import ChainReport, Evidence, GapReport, GapRow, Ref
from lianpu.queries.ties import Tie, ties
from lianpu.viz import Edge, EdgeKind, Node, Quote

_CANDIDATES, _OWNERS, _FIRMS = 0, 1000, 2000
_POSITIONS = ("upstream", "midstream", "downstream", "other")
"""Column ``100 * position + order`` is a stage of the reference chain, ``… + _OWN_STAGE`` what only documents place there."""
_OWN_STAGE = 99
CANDIDATES_A_LINK = 3
"""Firms elsewhere that are drawn for one link; the report has all."""


def chain_picture(
    report: GapReport, chain: ChainReport, reference: Mapping[str, Chain] | None = None, language: Language = "zh"
) -> Picture:
    """Draw one chain of a gap report.

    :param reference: reference chains by name: that of the chain for its stages and for what feeds what, others for what
        ties candidates together.
    """
    return _Drawing(report, chain, reference or {}, words(language)).picture()


class _Drawing:
    def __init__(self, report: GapReport, chain: ChainReport, every: Mapping[str, Chain], words: Words) -> None:
        self.words = words
        self.report = report
        self.chain = chain
        self.every = every
        reference = every.get(chain.chain)
        self.links: Mapping[str, Link] = reference.by_name if reference else {}
        self.stages = {_stage(s.position, s.order): words.of(s.name) for s in reference.stages} if reference else {}
        self.nodes: dict[str, Node] = {}
        self.edges: dict[tuple[str, str, str], Edge] = {}

    def picture(self) -> Picture:
        for row in self.chain.links:
            self._row(row)
        for source, target, link in self._feeds():
            text = self.words("reference_text", source=source.name, target=target.name)
            self._edge(_id(source), _id(target), self.words.predicate("feeds"), "reference", (self._place(text, link),))
        for tie in ties(self.chain, self.every):
            self._tie(tie)
        return Picture(
            title=f"{self.report.full_name} · {self.chain.chain}",
            subtitle=self._subtitle(),
            nodes=tuple(self.nodes.values()),
            edges=tuple(self.edges.values()),
            columns={column: self._heading(column) for column in sorted({node.column for node in self.nodes.values()})},
            summary=tuple(self._summary()),
            language=self.words.language,
        )

    def _row(self, row: GapRow) -> None:
        said: tuple[Evidence, ...] = tuple(
            e for part in (row.declared, row.covers, row.planned) for one in part for e in one.evidence
        )
        statuses = dict.fromkeys(self.words.status(one.status) for one in row.declared)
        self.nodes[_id(row)] = Node(
            id=_id(row),
            label=row.name,
            kind="Product",
            column=self._column(row),
            state=row.state,
            note=self.words.names(statuses),
            quotes=quotes(said),
        )
        for one in row.declared:
            self._ref(one.owner, _OWNERS)
            self._edge(one.owner.id, _id(row), self.words.status(one.status), "seeks", quotes(one.evidence))
        for one in row.planned:
            self._ref(one.owner, _OWNERS)
            self._edge(one.owner.id, _id(row), self.words.predicate("focusesOn"), "fact", quotes(one.evidence))
        self._covers(row)
        self._candidates(row)

    def _column(self, row: GapRow) -> int:
        link = self.links.get(row.link)
        return _stage(link.position, link.order) if link else _stage(row.position or "other", _OWN_STAGE)

    def _heading(self, column: int) -> str:
        """The column's name: position and stage, what the documents add to a position, or what is no link."""
        fixed = {_CANDIDATES: "candidates", _OWNERS: "owners", _FIRMS: "firms"}
        if column in fixed:
            return self.words(f"column_{fixed[column]}")
        position = _POSITIONS[column // 100 - 1]
        if position == "other":
            return self.words(f"column_{position}")
        return f"{self.words(f'column_{position}')}\n{self.stages.get(column, self.words('column_own_stage'))}"

    def _covers(self, row: GapRow) -> None:
        for cover in row.covers:
            self._ref(cover.firm, _FIRMS)
            if cover.through is None:
                self._edge(cover.firm.id, _id(row), self.words.predicate("produces"), "fact", quotes(cover.evidence))
                continue
            self._ref(cover.through, _OWNERS)
            anchored = tuple(e for e in cover.evidence if e.predicate == "anchors")
            carried = tuple(e for e in cover.evidence if e.predicate != "anchors")
            carries = "stageOf" if cover.basis == "stage" else "focusesOn"
            self._edge(cover.firm.id, cover.through.id, self.words.predicate("anchors"), "fact", quotes(anchored))
            self._edge(cover.through.id, _id(row), self.words.predicate(carries), "fact", quotes(carried))

    def _candidates(self, row: GapRow) -> None:
        for candidate in row.candidates[:CANDIDATES_A_LINK]:
            place, which = candidate.firm.place, self.words.tier(candidate.tier)
            note = self.words("candidate_note", tier=which, place=place) if place else which
            self._ref(candidate.firm, _CANDIDATES, note)
            label = self.words("candidate", tier=which)
            self._edge(candidate.firm.id, _id(row), label, "candidate", quotes(candidate.evidence))

    def _tie(self, tie: Tie) -> None:
        """An arrow between two candidates, by a reference chain; only between those that are drawn."""
        supplier, maker = tie.supplier.firm, tie.maker.firm
        if supplier.id in self.nodes and maker.id in self.nodes:
            text = self.words("tie_text", chain=tie.chain, input=tie.input, supplier=supplier.name, maker=maker.name)
            label = self.words("tie", input=tie.input)
            self._edge(supplier.id, maker.id, label, "reference", (self._place(text, tie.link),))

    def _ref(self, ref: Ref, column: int, note: str = "") -> None:
        if ref.id not in self.nodes:
            kind = msgspec.convert(ref.type, EntityType)
            self.nodes[ref.id] = Node(id=ref.id, label=ref.name, kind=kind, column=column, note=note)

    def _edge(self, source: str, target: str, label: str, kind: EdgeKind, said: tuple[Quote, ...]) -> None:
        key = source, target, label
        known = self.edges[key].quotes if key in self.edges else ()
        together = tuple(dict.fromkeys((*known, *said)))
        self.edges[key] = Edge(source=source, target=target, label=label, kind=kind, quotes=together)

    def _feeds(self) -> Iterator[tuple[GapRow, GapRow, Link]]:
        """Rows of reference links of which one feeds the other."""
        rows = {row.link: row for row in reversed(self.chain.links) if row.link}
        for row in self.chain.links:
            link = self.links.get(row.link)
            if link is None or rows[row.link] is not row:
                continue
            for chain, name in link.feeds:
                if chain == link.chain and name in rows and rows[name] is not row:
                    yield row, rows[name], link

    def _place(self, text: str, link: Link) -> Quote:
        return Quote(text, link.file, self.words("reference_line", line=link.line))

    def _subtitle(self) -> str:
        if not self.chain.known:
            return self.words("unknown")
        return self.words("coverage", covered=self.chain.covered, total=self.chain.total)

    def _summary(self) -> Iterator[str]:
        declared = self.chain.in_state("declared")
        if declared:
            yield self.words("declared", count=len(declared), names=self.words.names(row.name for row in declared))
        if unstated := self.chain.in_state("unstated"):
            yield self.words("unstated", count=len(unstated))
        if any(len(row.candidates) > CANDIDATES_A_LINK for row in self.chain.links):
            yield self.words("candidates_trimmed", limit=CANDIDATES_A_LINK)
        if self.chain.searched:
            yield self.words("documents", count=len(self.chain.searched), titles=self.words.titles(self.chain.searched))


def _stage(position: str, order: int) -> int:
    return 100 * (_POSITIONS.index(position) + 1) + order


def _id(row: GapRow) -> str:
    return f"link:{row.link}:{row.name}"
