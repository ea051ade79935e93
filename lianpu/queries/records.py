"""What a missing-link report is made of: frozen records with English state words, ready for JSON and tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from lianpu.model import Op, Position, Status
from lianpu.ontology.chains import Reach
from lianpu.queries.matching import Match

State = Literal["covered", "planned", "declared", "unstated"]
Table = Literal["recruit", "breakthrough", "extend"]
"""The three tables of declared rows: recruit with supplement, breakthrough, extend."""
Tier = Literal["A", "B", "C"]
Distance = Literal["local", "city", "province", "other", "unknown"]
Basis = Literal["produces", "focus", "stage", "industry", "reference", "table"]


class Evidence(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A sentence and where it stands. ``start`` and ``end`` count code points of the decoded source text."""

    document: str
    title: str
    section: str = ""
    text: str
    quote: str = ""
    start: int = -1
    end: int = -1
    claim: str
    subject: str
    predicate: str
    object: str
    status: str


class Ref(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An entity with the region that it is in (empty when no document says it). ``placed_by`` is the title of the document
    whose region it is taken to be in, when no sentence places it: 据《…》推定. ``registered`` is true when only the registered
    name tells the place: 注册名推定.
    """

    id: str
    type: str
    name: str
    place: str = ""
    placed_by: str = ""
    registered: bool = False


class Statement(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Something that someone says of a link: who, in what status, in which sentences."""

    owner: Ref
    status: Status
    match: Match
    evidence: tuple[Evidence, ...]


class Cover(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A local firm behind a covered link: it makes it, or leads an industry (``through``) that does."""

    firm: Ref
    basis: Basis
    status: Status
    match: Match
    through: Ref | None = None
    evidence: tuple[Evidence, ...]


class Candidate(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A firm elsewhere. Tier A makes it, B leads an industry whose chain supplies it (to be verified), C is from a table;
    ``share`` is then the part of its business (0 to 1) that the table states for what matches.
    """

    tier: Tier
    firm: Ref
    distance: Distance
    basis: Basis
    match: Match
    through: Ref | None = None
    chain: str = ""
    link: str = ""
    share: float | None = None
    evidence: tuple[Evidence, ...]

    @property
    def verify(self) -> bool:
        """No document says that the firm makes it."""
        return self.tier == "B"


class Buyer(msgspec.Struct, frozen=True, kw_only=True):
    """A local firm that would buy the link, because it leads ``industry``."""

    firm: Ref
    industry: Ref
    evidence: tuple[Evidence, ...]


class Backing(msgspec.Struct, frozen=True, kw_only=True):
    """A park, policy, platform or institute behind a link, with what is said of it."""

    entity: Ref
    about: Ref
    predicate: str
    evidence: tuple[Evidence, ...]


class TargetRef(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A target that a document sets, as written: ``value`` counts ``unit``."""

    of: Ref
    metric: str
    op: Op
    value: float
    value_max: float | None = None
    unit: str
    year: int | None
    evidence: tuple[Evidence, ...]


class PriorityTerm(msgspec.Struct, frozen=True, kw_only=True):
    """One term of a priority: ``points = weight * min(count, cap)``."""

    key: str
    count: float
    weight: float
    points: float


class Priority(msgspec.Struct, frozen=True, kw_only=True):
    """The sum of its terms."""

    points: float
    terms: tuple[PriorityTerm, ...]


class GapRow(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One link of a chain in a region. ``states`` has the gap state first; ``link`` is its reference link, if any.

    ``further`` counts firms (of tables, unless fewer were asked for) beyond the candidates given. ``counted`` links make up the
    coverage figure: reference links, stages of the documents' own chain and what is to be recruited; not generic stages,
    techniques to be mastered, directions, and further products.
    """

    name: str
    link: str = ""
    position: Position | None = None
    order: int | None = None
    reach: Reach | None = None
    generic: bool = False
    counted: bool = False
    states: tuple[State, ...]
    tables: tuple[Table, ...] = ()
    declared: tuple[Statement, ...] = ()
    covers: tuple[Cover, ...] = ()
    planned: tuple[Statement, ...] = ()
    sought_elsewhere: tuple[Statement, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    further: int = 0
    buyers: tuple[Buyer, ...] = ()
    supporters: tuple[Backing, ...] = ()
    parks: tuple[Backing, ...] = ()
    policies: tuple[Backing, ...] = ()
    targets: tuple[TargetRef, ...] = ()
    priority: Priority | None = None

    @property
    def key(self) -> str:
        """What names the row in its chain."""
        return f"{self.link}/{self.name}"

    @property
    def state(self) -> State:
        """The state that counts for a gap: declared before all others."""
        return self.states[0]


class ChainReport(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One chain in one region. ``known`` is false when no document of the region covers the chain: never call that missing.

    ``searched`` are the titles of the region's documents; ``covering`` shows why the chain counts as covered by them;
    ``related`` are wider and narrower chains that they cover. ``longest`` is the longest run of covered links of which each feeds
    the next, ``single`` are links behind which documents name one firm only.
    """

    chain: str
    kind: Literal["reference", "documents"]
    known: bool
    industries: tuple[Ref, ...] = ()
    searched: tuple[str, ...] = ()
    covering: tuple[Evidence, ...] = ()
    related: tuple[str, ...] = ()
    covered: int = 0
    total: int = 0
    longest: tuple[str, ...] = ()
    single: tuple[str, ...] = ()
    links: tuple[GapRow, ...] = ()

    def table(self, name: Table) -> tuple[GapRow, ...]:
        """Declared rows of one of the three tables, most urgent first."""
        return tuple(row for row in self.links if name in row.tables)

    def in_state(self, state: State) -> tuple[GapRow, ...]:
        """Rows that have the state, in the order of the chain."""
        return tuple(row for row in self.links if state in row.states)


class GapReport(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The missing links of a region, chain by chain; no chains if no document of the region (``searched``) covers any."""

    region: str
    code: str
    full_name: str
    searched: tuple[str, ...] = ()
    chains: tuple[ChainReport, ...] = ()

    def rows(self) -> tuple[dict[str, str | int | float | None], ...]:
        """One flat row per link, with the same keys always. What is unknown, a chain or the whole region, is one row."""
        if not self.chains:
            return (_unknown(self, None, self.searched),)
        return tuple(row for chain in self.chains for row in _flat(self, chain))


def _unknown(report: GapReport, chain: str | None, searched: tuple[str, ...]) -> dict[str, str | int | float | None]:
    known = {"region": report.full_name, "chain": chain, "state": "unknown", "documents": "；".join(searched)}
    return {key: known.get(key) for key in COLUMNS}


def _flat(report: GapReport, chain: ChainReport) -> Iterator[dict[str, str | int | float | None]]:
    head: dict[str, str | int | float | None] = {"region": report.full_name, "chain": chain.chain}
    if not chain.known:
        yield _unknown(report, chain.chain, chain.searched)
    for row in chain.links:
        proof = _proof(row)
        yield head | {
            "link": row.name,
            "reference": row.link,
            "position": row.position,
            "state": row.state,
            "also": ",".join(row.states[1:]),
            "table": ",".join(row.tables),
            "owner": "、".join(dict.fromkeys(s.owner.name for s in row.declared)),
            "firms": "、".join(dict.fromkeys(c.firm.name for c in row.covers)),
            "sentence": proof[0].text if proof else None,
            "documents": "；".join(dict.fromkeys(e.title for e in proof) if proof else chain.searched),
            "candidates": "；".join(f"{c.tier} {c.firm.name}（{c.firm.place}）" for c in row.candidates),
            "buyers": "、".join(dict.fromkeys(b.firm.name for b in row.buyers)),
            "parks": "、".join(dict.fromkeys(b.entity.name for b in row.parks)),
            "priority": row.priority.points if row.priority else None,
        }


def _proof(row: GapRow) -> tuple[Evidence, ...]:
    said = row.declared or row.planned if not row.covers or row.declared else row.covers
    return tuple(evidence for statement in said for evidence in statement.evidence)


COLUMNS = (
    "region",
    "chain",
    "link",
    "reference",
    "position",
    "state",
    "also",
    "table",
    "owner",
    "firms",
    "sentence",
    "documents",
    "candidates",
    "buyers",
    "parks",
    "priority",
)
"""Keys of :meth:`GapReport.rows`, in order."""
