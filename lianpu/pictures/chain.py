"""A chain in a region, drawn from its gap report: links from upstream to downstream, who makes them, who lacks them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from lianpu.model import EntityType
from lianpu.ontology.chains import Link
from lianpu.pictures.picture import Picture, quotes, words
from lianpu.queries.records import ChainReport, Evidence, GapReport, GapRow, Ref
from lianpu.viz import Edge, EdgeKind, Node, Quote

_CANDIDATES, _OWNERS, _FIRMS = "candidates", "owners", "firms"
_COLUMNS = (_CANDIDATES, "upstream", "midstream", "downstream", "other", _OWNERS, _FIRMS)
CANDIDATES_A_LINK = 3
"""Firms elsewhere that are drawn for one link; the report has all."""


def chain_picture(report: GapReport, chain: ChainReport, links: Sequence[Link] = ()) -> Picture:
    """Draw one chain of a gap report.

    :param links: the links of the reference chain of that name, for what feeds what.
    """
    return _Drawing(report, chain, {link.name: link for link in links}).picture()


class _Drawing:
    def __init__(self, report: GapReport, chain: ChainReport, links: Mapping[str, Link]) -> None:
        self.report = report
        self.chain = chain
        self.links = links
        self.nodes: dict[str, Node] = {}
        self.edges: dict[tuple[str, str, str], Edge] = {}

    def picture(self) -> Picture:
        for row in self.chain.links:
            self._row(row)
        for source, target, link in self._feeds():
            text = words().reference_text.format(source=source.name, target=target.name)
            self._edge(_id(source), _id(target), words().predicates["feeds"], "reference", (self._place(text, link),))
        used = {node.column for node in self.nodes.values()}
        return Picture(
            title=f"{self.report.full_name} · {self.chain.chain}",
            subtitle=self._subtitle(),
            nodes=tuple(self.nodes.values()),
            edges=tuple(self.edges.values()),
            columns={i: words().columns[name] for i, name in enumerate(_COLUMNS) if i in used},
            summary=tuple(self._summary()),
        )

    def _row(self, row: GapRow) -> None:
        said: tuple[Evidence, ...] = tuple(
            e for part in (row.declared, row.covers, row.planned) for one in part for e in one.evidence
        )
        statuses = dict.fromkeys(words().statuses[one.status] for one in row.declared)
        self.nodes[_id(row)] = Node(
            id=_id(row),
            label=row.name,
            kind="Product",
            column=_COLUMNS.index(row.position or "other"),
            state=row.state,
            note="、".join(statuses),
            quotes=quotes(said),
        )
        for one in row.declared:
            self._ref(one.owner, _OWNERS)
            self._edge(one.owner.id, _id(row), words().statuses[one.status], "seeks", quotes(one.evidence))
        for one in row.planned:
            self._ref(one.owner, _OWNERS)
            self._edge(one.owner.id, _id(row), words().predicates["focusesOn"], "fact", quotes(one.evidence))
        self._covers(row)
        self._candidates(row)

    def _covers(self, row: GapRow) -> None:
        for cover in row.covers:
            self._ref(cover.firm, _FIRMS)
            if cover.through is None:
                self._edge(cover.firm.id, _id(row), words().predicates["produces"], "fact", quotes(cover.evidence))
                continue
            self._ref(cover.through, _OWNERS)
            anchored = tuple(e for e in cover.evidence if e.predicate == "anchors")
            carried = tuple(e for e in cover.evidence if e.predicate != "anchors")
            predicate = "stageOf" if cover.basis == "stage" else "focusesOn"
            self._edge(cover.firm.id, cover.through.id, words().predicates["anchors"], "fact", quotes(anchored))
            self._edge(cover.through.id, _id(row), words().predicates[predicate], "fact", quotes(carried))

    def _candidates(self, row: GapRow) -> None:
        for candidate in row.candidates[:CANDIDATES_A_LINK]:
            note = words().candidate_note.format(tier=candidate.tier, place=candidate.firm.place) if candidate.firm.place else ""
            self._ref(candidate.firm, _CANDIDATES, note)
            label = words().candidate.format(tier=candidate.tier)
            self._edge(candidate.firm.id, _id(row), label, "candidate", quotes(candidate.evidence))

    def _ref(self, ref: Ref, column: str, note: str = "") -> None:
        if ref.id not in self.nodes:
            kind = msgspec.convert(ref.type, EntityType)
            self.nodes[ref.id] = Node(id=ref.id, label=ref.name, kind=kind, column=_COLUMNS.index(column), note=note)

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

    @staticmethod
    def _place(text: str, link: Link) -> Quote:
        return Quote(text, link.file, words().reference_line.format(line=link.line))

    def _subtitle(self) -> str:
        if not self.chain.known:
            return words().unknown
        return words().coverage.format(covered=self.chain.covered, total=self.chain.total)

    def _summary(self) -> Iterator[str]:
        declared = self.chain.in_state("declared")
        if declared:
            yield words().declared.format(count=len(declared), names="、".join(row.name for row in declared))
        if unstated := self.chain.in_state("unstated"):
            yield words().unstated.format(count=len(unstated))
        if any(len(row.candidates) > CANDIDATES_A_LINK for row in self.chain.links):
            yield words().candidates_trimmed.format(limit=CANDIDATES_A_LINK)
        if self.chain.searched:
            yield words().documents.format(
                count=len(self.chain.searched), titles="、".join(f"《{t}》" for t in self.chain.searched)
            )


def _id(row: GapRow) -> str:
    return f"link:{row.link}:{row.name}"
