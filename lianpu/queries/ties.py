"""Candidates that a reference chain ties together: one could supply what the industry of another buys.

泰山钢铁 (钢板) → 金帝 (轴承) → 山推: three places, no document that names them together. The arrows are general knowledge of
the trade, never a statement of a document; the firms at their ends have sentences.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from lianpu.ontology.chains import Chain, Link, LinkKey
from lianpu.queries.matching import Matcher, Term
from lianpu.queries.records import Candidate, ChainReport, GapRow, Ref

_FIRMS = 3
"""Candidates of a row that are tied to others."""


class Tie(msgspec.Struct, frozen=True, kw_only=True):
    """That ``supplier`` could supply ``input`` to ``maker``, whose chain buys it and puts out ``output``; ``link`` says so."""

    supplier: Candidate
    input: str
    maker: Candidate
    output: str
    chain: str
    link: Link
    buyers: tuple[Ref, ...]


def ties(chain: ChainReport, reference: Mapping[str, Chain]) -> tuple[Tie, ...]:
    """The ties among the candidates of one chain, each pair of firms once for every thing supplied.

    Only through other chains: what feeds what in the chain itself is drawn anyway.
    """
    own = reference.get(chain.chain)
    if own is None:
        return ()
    rows = [(row, own.by_name[row.link].concept) for row in chain.links if row.candidates and row.link in own.by_name]
    found: dict[tuple[str, str, str], Tie] = {}
    for made, concept in rows:
        for maker in _of_documents(made):
            for other in _putting_out(concept, reference):
                if other is not own and _belongs(maker, other):
                    for tie in _into(maker, made, other, rows):
                        found.setdefault((tie.supplier.firm.id, tie.input, maker.firm.id), tie)
    return tuple(found.values())


def _of_documents(row: GapRow) -> list[Candidate]:
    """The first candidates that a document names; what a table lists has no sentence and would tie anything to anything."""
    return [candidate for candidate in row.candidates if candidate.tier != "C"][:_FIRMS]


def _putting_out(concept: LinkKey, reference: Mapping[str, Chain]) -> Iterator[Chain]:
    """Chains of which something is a link that they do not buy."""
    for chain in reference.values():
        if any(link.concept == concept and link.position != "upstream" and not link.generic for link in chain.links):
            yield chain


def _belongs(maker: Candidate, chain: Chain) -> bool:
    """Whether a candidate makes the thing, or leads an industry of this chain."""
    if maker.chain or maker.through is None:
        return maker.chain in ("", chain.name)
    matcher = Matcher([Term(key=chain.name, name=chain.name, synonyms=chain.industries)])
    return any(not match.possible for match in matcher.match(maker.through.name).values())


def _into(maker: Candidate, made: GapRow, chain: Chain, rows: list[tuple[GapRow, LinkKey]]) -> Iterator[Tie]:
    """Ties from the suppliers of what a chain buys to one of its makers."""
    inputs = {link.concept: link for link in chain.links if link.position == "upstream"}
    for row, concept in rows:
        if row is made or concept not in inputs:
            continue
        for supplier in _of_documents(row):
            if supplier.firm.id != maker.firm.id:
                yield Tie(
                    supplier=supplier,
                    input=row.name,
                    maker=maker,
                    output=made.name,
                    chain=chain.name,
                    link=inputs[concept],
                    buyers=tuple(dict.fromkeys(buyer.firm for buyer in made.buyers)),
                )
