"""A chain of a missing-link report as the explorer shows it: stages, links in them, firms, gaps, candidates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from lianpu.atlas.records import ChainView, Feed, Firm, Item, Offer, Row, Said, StageItem
from lianpu.atlas.words import texts
from lianpu.ontology.chains import Chain, Link, Name
from lianpu.queries.records import Backing, Buyer, ChainReport, Cover, Evidence, GapReport, GapRow, Statement

_OWN_STAGE = 99
"""Order of what documents place upstream, midstream or downstream beyond the stages of the reference chain."""
CANDIDATES = 12
"""Firms elsewhere that are held for one link; the report has all."""
_POSITIONS = ("upstream", "midstream", "downstream", "other")


def chain_view(
    report: GapReport,
    chain: ChainReport,
    reference: Mapping[str, Chain],
    *,
    item: Callable[[str], Item],
    entity: Callable[[str, str], str],
    searched: Iterable[str],
) -> ChainView:
    """One chain of a report.

    :param item: gives the entity of an id in short.
    :param entity: the id of the industry or product of a name in a chain, empty if there is none.
    :param searched: ids of the region's documents.
    """
    return _Maker(report, chain, reference).view(item, entity, tuple(searched))


class _Maker:
    def __init__(self, report: GapReport, chain: ChainReport, reference: Mapping[str, Chain]) -> None:
        self.report = report
        self.chain = chain
        self.reference = reference.get(chain.chain)
        self.links: Mapping[str, Link] = self.reference.by_name if self.reference else {}
        self.named: dict[str, None] = {}

    def view(self, item: Callable[[str], Item], entity: Callable[[str, str], str], searched: tuple[str, ...]) -> ChainView:
        rows = tuple(self._row(row, entity) for row in self.chain.links)
        for row in rows:
            if row.entity:
                self._id(row.entity)
        return ChainView(
            region=self.report.code,
            full=self.report.full_name,
            chain=self.chain.chain,
            en=self.reference.en if self.reference else "",
            kind=self.chain.kind,
            known=self.chain.known,
            covered=self.chain.covered,
            total=self.chain.total,
            searched=searched,
            related=self.chain.related,
            stages=tuple(self._stages(rows)),
            rows=rows,
            feeds=tuple(self._feeds()),
            items=tuple(item(one) for one in self.named),
        )

    def _row(self, row: GapRow, entity: Callable[[str, str], str]) -> Row:
        link = self.links.get(row.link)
        said: tuple[Statement | Cover, ...] = (*row.declared, *row.planned, *row.covers)
        return Row(
            key=row.key,
            name=row.name,
            en=link.en if link and row.name == link.name else "",
            entity=entity(row.name, self.chain.chain),
            position=link.position if link else row.position or "other",
            order=link.order if link else _OWN_STAGE,
            generic=row.generic,
            counted=row.counted,
            states=row.states,
            tables=row.tables,
            statuses=tuple(dict.fromkeys(one.status for one in said)),
            documents=tuple(dict.fromkeys(e.document for one in said for e in one.evidence)),
            declared=tuple(map(self._said, row.declared)),
            planned=tuple(map(self._said, row.planned)),
            elsewhere=tuple(map(self._said, row.sought_elsewhere)),
            firms=tuple(self._firms(row)),
            candidates=tuple(self._offers(row)),
            further=row.further + max(0, len(row.candidates) - CANDIDATES),
            buyers=tuple(self._buyer(one) for one in row.buyers),
            parks=tuple(self._park(one) for one in row.parks),
            priority=row.priority.points if row.priority else None,
        )

    def _id(self, identifier: str) -> str:
        self.named[identifier] = None
        return identifier

    def _said(self, one: Statement) -> Said:
        return Said(owner=self._id(one.owner.id), status=one.status, claims=_claims(one.evidence))

    def _buyer(self, one: Buyer) -> Said:
        return Said(owner=self._id(one.firm.id), claims=_claims(one.evidence))

    def _park(self, one: Backing) -> Said:
        return Said(owner=self._id(one.entity.id), claims=_claims(one.evidence))

    def _firms(self, row: GapRow) -> Iterator[Firm]:
        for cover in row.covers:
            through = self._id(cover.through.id) if cover.through else ""
            firm = self._id(cover.firm.id)
            yield Firm(firm=firm, basis=cover.basis, status=cover.status, through=through, claims=_claims(cover.evidence))

    def _offers(self, row: GapRow) -> Iterator[Offer]:
        for one in row.candidates[:CANDIDATES]:
            yield Offer(
                firm=self._id(one.firm.id),
                tier=one.tier,
                distance=one.distance,
                basis=one.basis,
                through=self._id(one.through.id) if one.through else "",
                share=one.share,
                claims=_claims(one.evidence),
            )

    def _stages(self, rows: Iterable[Row]) -> Iterator[StageItem]:
        """The stages of the reference chain and those that rows need beyond them, in order."""
        stages = self.reference.stages if self.reference else ()
        known: dict[tuple[str, int], Name] = {(s.position, s.order): s.name for s in stages}
        wanted = {(row.position, row.order) for row in rows}
        for position, order in sorted(wanted, key=lambda key: (_POSITIONS.index(key[0]), key[1])):
            name = known.get((position, order))
            own = "other_stage" if position == "other" else "own_stage"
            zh, en = (name.zh, name.en) if name else (texts(own).zh, texts(own).en)
            yield StageItem(position=position, order=order, zh=zh, en=en)

    def _feeds(self) -> Iterator[Feed]:
        rows = {row.link: row for row in reversed(self.chain.links) if row.link}
        for row in self.chain.links:
            link = self.links.get(row.link)
            if link is None or rows[row.link] is not row:
                continue
            for chain, name in link.feeds:
                if chain == link.chain and name in rows and rows[name] is not row:
                    yield Feed(source=row.key, target=rows[name].key, place=f"{link.file}:{link.line}")


def _claims(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.claim for one in evidence))
