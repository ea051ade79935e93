"""Two regions side by side: what both build (同质化), and what one has and the other seeks (互补)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

import msgspec

from lianpu.ontology.chains import Chain, Link
from lianpu.queries.gaps import gaps
from lianpu.queries.matching import Match, Matcher, Term
from lianpu.queries.records import ChainReport, Evidence, GapReport, GapRow, State
from lianpu.queries.scope import link_term
from lianpu.queries.view import View

Kind = Literal["both", "left_has", "right_has"]
_BUILT: tuple[State, ...] = ("covered", "planned")


class Side(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What one region says of a link: in which chain, in what states, which firms stand behind it, in which sentences."""

    chain: str
    link: str
    states: tuple[State, ...]
    firms: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Shared(msgspec.Struct, frozen=True, kw_only=True):
    """One finding: both build a link, or one has it and the other seeks it (``match`` says how the words meet)."""

    kind: Kind
    left: Side
    right: Side
    match: Match | None = None


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """Two regions; ``both`` are links that both build, the others what one has and the other seeks. A region without
    documents (``…_searched`` empty) is unknown: that nothing is found of it says nothing.
    """

    left: str
    right: str
    left_searched: tuple[str, ...]
    right_searched: tuple[str, ...]
    both: tuple[Shared, ...] = ()
    left_has: tuple[Shared, ...] = ()
    right_has: tuple[Shared, ...] = ()

    def rows(self) -> tuple[dict[str, str | None], ...]:
        """One flat row a finding, with the keys of :data:`COLUMNS`."""
        return tuple(_flat(one) for one in (*self.both, *self.left_has, *self.right_has))


COLUMNS = ("kind", "chain", "link", "left_state", "left_firms", "left_sentence", "right_state", "right_firms", "right_sentence")


def compare(view: View, left: str, right: str, reference: Mapping[str, Chain], chain: str | None = None) -> Comparison:
    """Compare two regions over all chains that documents of theirs cover, or over one.

    :raises UnknownNameError: a region or the chain is not known; carries near names.
    """
    one, other = (gaps(view, region, chain, reference=reference) for region in (left, right))
    return Comparison(
        left=one.full_name,
        right=other.full_name,
        left_searched=one.searched,
        right_searched=other.searched,
        both=tuple(_both(one, other)),
        left_has=tuple(_complements("left_has", one, other, reference)),
        right_has=tuple(_complements("right_has", other, one, reference)),
    )


def _both(one: GapReport, other: GapReport) -> Iterator[Shared]:
    """Links of the same chain that both build or plan; stages that any chain has are left out."""
    there = {(chain.chain, row.name): row for chain, row in _rows(other) if _builds(row)}
    for chain, row in _rows(one):
        match = there.get((chain.chain, row.name)) if _builds(row) else None
        if match is not None:
            yield Shared(kind="both", left=_side(chain, row, _BUILT), right=_side(chain, match, _BUILT))


def _builds(row: GapRow) -> bool:
    return not row.generic and any(state in row.states for state in _BUILT)


def _rows(report: GapReport) -> Iterator[tuple[ChainReport, GapRow]]:
    return ((chain, row) for chain in report.chains for row in chain.links)


def _complements(kind: Kind, has: GapReport, seeks: GapReport, reference: Mapping[str, Chain]) -> Iterator[Shared]:
    """What is sought in one region with what firms of the other make or carry, once for each thing sought."""
    covered = [(chain, row) for chain, row in _rows(has) if "covered" in row.states and not row.generic]
    done: set[str] = set()
    for chain, sought in _rows(seeks):
        if "recruit" not in sought.tables or sought.name in done:
            continue
        found = _best(Matcher([_term(chain, sought, reference)]), covered)
        if found is not None:
            done.add(sought.name)
            match, where, row = found
            sides = _side(where, row, ("covered",)), _side(chain, sought, ("declared",))
            left, right = sides if kind == "left_has" else sides[::-1]
            yield Shared(kind=kind, left=left, right=right, match=match)


def _term(chain: ChainReport, row: GapRow, reference: Mapping[str, Chain]) -> Term:
    """The words of what is sought: those of its link, if it is the link and not a kind of it."""
    link = _link(chain, row, reference)
    if link is not None and row.name in (link.name, *link.synonyms):
        return link_term(link)
    return Term(key=row.name, name=row.name)


def _link(chain: ChainReport, row: GapRow, reference: Mapping[str, Chain]) -> Link | None:
    return reference[chain.chain].by_name.get(row.link) if chain.chain in reference else None


def _best(matcher: Matcher, covered: Iterable[tuple[ChainReport, GapRow]]) -> tuple[Match, ChainReport, GapRow] | None:
    """The closest of the rows, by its own name or by what its firms make of it; of equal ones first what a chain puts out."""
    found: list[tuple[Match, ChainReport, GapRow]] = []
    for chain, row in covered:
        mentions = {row.name, *(cover.match.mention for cover in row.covers)}
        matches = (match for mention in sorted(mentions) for match in matcher.match(mention).values() if not match.possible)
        found += ((match, chain, row) for match in matches)
    return max(found, key=lambda one: (one[0].strength, one[2].position != "upstream")) if found else None


def _side(chain: ChainReport, row: GapRow, states: tuple[State, ...]) -> Side:
    """A row as far as it is about these states."""
    covers = row.covers if "covered" in states else ()
    said = [one.evidence for one in (row.declared if "declared" in states else ())]
    said += [cover.evidence for cover in covers] or ([one.evidence for one in row.planned] if "planned" in states else [])
    return Side(
        chain=chain.chain,
        link=row.name,
        states=tuple(state for state in row.states if state in states),
        firms=tuple(dict.fromkeys(cover.firm.name for cover in covers)),
        evidence=tuple({e.claim: e for evidence in said for e in evidence[:1]}.values()),
    )


def _flat(one: Shared) -> dict[str, str | None]:
    row: dict[str, str | None] = {"kind": one.kind, "chain": _joined(one.left.chain, one.right.chain)}
    row["link"] = _joined(one.left.link, one.right.link)
    for key, side in (("left", one.left), ("right", one.right)):
        row[f"{key}_state"] = ",".join(side.states)
        row[f"{key}_firms"] = "、".join(side.firms) or None
        row[f"{key}_sentence"] = side.evidence[0].text if side.evidence else None
    return row


def _joined(left: str, right: str) -> str:
    return left if left == right else f"{left} / {right}"
