"""The payloads of the explorer: what its file holds and what a server answers, in one shape.

Ids are those of the records (``enterprise/泰山钢铁``), claims are named by claim id. Every payload carries the
:class:`Item` of each entity that it names. Text of another jurisdiction (origin ``foreign``) is never in any.
"""

from __future__ import annotations

from typing import Literal

import msgspec

LinkKind = Literal["fact", "seeks", "derived", "reference", "table", "regions"]
"""What a line in a picture is: said by documents, sought, derived, of a reference chain, of a table, of the code table."""


class Payload(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What all payloads share: a key that is absent has its default."""


class Item(Payload, frozen=True, kw_only=True, omit_defaults=True):
    """An entity in short. ``initials`` are pinyin initials of name and aliases; ``codes`` the regions that it is in, with those
    around them; ``statuses`` those of facts that touch it; through a ``wide`` one no path passes.
    """

    id: str
    type: str
    name: str
    aliases: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()
    place: str = ""
    codes: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    chains: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    origin: str = "documents"
    degree: int = 0
    wide: bool = False


class Link(Payload, frozen=True, kw_only=True, omit_defaults=True):
    """A fact. ``place`` is file and line of a statement of a reference chain, which no document says."""

    s: str
    p: str
    o: str
    status: str
    statuses: tuple[str, ...] = ()
    kind: LinkKind = "fact"
    origin: str = "documents"
    rule: str = ""
    place: str = ""
    documents: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    confidence: float = 1.0


class Found(Payload, frozen=True, kw_only=True, omit_defaults=True):
    """Results of a search, best first; ``total`` counts those beyond the limit, too."""

    items: tuple[Item, ...] = ()
    total: int = 0


class Figure(Payload, frozen=True, kw_only=True, omit_defaults=True):
    """A target, or a figure already reached (``achieved``): ``value`` counts ``unit``."""

    metric: str
    op: str
    value: float
    value_max: float | None = None
    unit: str = ""
    year: int | None = None
    achieved: bool = False
    claims: tuple[str, ...] = ()


class Card(Payload, frozen=True, kw_only=True, omit_defaults=True):
    """One entity: where it is mentioned, and its figures."""

    item: Item
    mentions: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()


class Piece(Payload, frozen=True, kw_only=True, omit_defaults=True):
    """A piece of the graph; of a path nodes and edges in its order. ``left`` counts neighbours that were left out."""

    nodes: tuple[Item, ...] = ()
    edges: tuple[Link, ...] = ()
    left: int = 0


class Said(Payload, frozen=True, kw_only=True, omit_defaults=True):
    """Who says something of a link, in what status, in which claims."""

    owner: str
    status: str = ""
    claims: tuple[str, ...] = ()


class Firm(Payload, frozen=True, kw_only=True, omit_defaults=True):
    """A local firm behind a link: it makes it, or leads the industry ``through`` that does."""

    firm: str
    basis: str
    status: str
    through: str = ""
    claims: tuple[str, ...] = ()


class Offer(Payload, frozen=True, kw_only=True, omit_defaults=True):
    """A firm elsewhere that could fill a link. ``share`` (0 to 1) is of its business, from a table."""

    firm: str
    tier: str
    distance: str
    basis: str
    through: str = ""
    share: float | None = None
    claims: tuple[str, ...] = ()


class StageItem(Payload, frozen=True, kw_only=True, omit_defaults=True):
    """A column of the chain view. ``position`` is upstream, midstream, downstream or other; in each ``order`` counts."""

    position: str
    order: int
    zh: str
    en: str


class Row(Payload, frozen=True, kw_only=True, omit_defaults=True):
    """One link of a chain in a region with its states, that which counts first; see :class:`lianpu.queries.records.GapRow`.

    ``statuses`` and ``documents`` are those of all that is said of it in the region.
    """

    key: str
    name: str
    en: str = ""
    entity: str = ""
    position: str
    order: int
    generic: bool = False
    counted: bool = False
    states: tuple[str, ...]
    tables: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    declared: tuple[Said, ...] = ()
    planned: tuple[Said, ...] = ()
    elsewhere: tuple[Said, ...] = ()
    firms: tuple[Firm, ...] = ()
    candidates: tuple[Offer, ...] = ()
    further: int = 0
    buyers: tuple[Said, ...] = ()
    parks: tuple[Said, ...] = ()
    priority: float | None = None


class Feed(Payload, frozen=True, kw_only=True, omit_defaults=True):
    """Row ``source`` feeds row ``target``, as a reference chain has it in ``place`` (file and line)."""

    source: str
    target: str
    place: str


class ChainView(Payload, frozen=True, kw_only=True, omit_defaults=True):
    """A chain in a region, stage by stage. ``known`` is false when no document of the region covers it: that is not missing."""

    region: str
    full: str
    chain: str
    en: str = ""
    kind: str
    known: bool
    covered: int = 0
    total: int = 0
    searched: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    stages: tuple[StageItem, ...] = ()
    rows: tuple[Row, ...] = ()
    feeds: tuple[Feed, ...] = ()
    items: tuple[Item, ...] = ()


class Tie(Payload, frozen=True, kw_only=True, omit_defaults=True):
    """What a region or park has to do with another entity."""

    other: str
    p: str
    status: str
    documents: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()


class Box(Payload, frozen=True, kw_only=True, omit_defaults=True):
    """A region or park in the box ``parent`` (empty: the outermost): its focus, what it seeks, the firms there, what else is."""

    id: str
    parent: str = ""
    focuses: tuple[Tie, ...] = ()
    seeks: tuple[Tie, ...] = ()
    firms: tuple[Tie, ...] = ()
    others: tuple[Tie, ...] = ()


class RegionView(Payload, frozen=True, kw_only=True, omit_defaults=True):
    """A region with all that is in it; boxes in order, those around others first."""

    id: str
    code: str = ""
    full: str
    boxes: tuple[Box, ...] = ()
    items: tuple[Item, ...] = ()


class Sentence(Payload, frozen=True, kw_only=True, omit_defaults=True):
    """A claim with its place. ``before + quote + after`` is its paragraph in the source text; rows of tables have none."""

    claim: str
    s: str
    p: str
    o: str = ""
    subject: str
    object: str = ""
    status: str = ""
    rule: str = ""
    confidence: float = 1.0
    document: str
    title: str
    section: str = ""
    start: int = -1
    end: int = -1
    quote: str = ""
    text: str = ""
    before: str = ""
    after: str = ""
    origin: str = "documents"


class Evidence(Payload, frozen=True, kw_only=True, omit_defaults=True):
    """Claims as asked for; those that are not known are left out."""

    sentences: tuple[Sentence, ...] = ()


class DocumentItem(Payload, frozen=True, kw_only=True, omit_defaults=True):
    """A document that can be filtered by."""

    id: str
    title: str
    date: str = ""
    number: str = ""
    region: str = ""
    code: str = ""


class RegionItem(Payload, frozen=True, kw_only=True, omit_defaults=True):
    """A region that documents are of: what chain view and region view offer."""

    id: str
    code: str = ""
    name: str
    full: str
    documents: tuple[str, ...] = ()


class ChainItem(Payload, frozen=True, kw_only=True, omit_defaults=True):
    """A chain that documents of the region ``region`` (a code) cover, with how many links are in which state."""

    region: str
    chain: str
    en: str = ""
    kind: str = "reference"
    covered: int = 0
    total: int = 0
    declared: int = 0
    unstated: int = 0


class First(Payload, frozen=True, kw_only=True, omit_defaults=True):
    """What the page opens on: the chain with the most declared links."""

    region: str = ""
    chain: str = ""


class Meta(Payload, frozen=True, kw_only=True, omit_defaults=True):
    """What there is: documents, regions, chains, counts of entities, facts and claims."""

    documents: tuple[DocumentItem, ...] = ()
    regions: tuple[RegionItem, ...] = ()
    chains: tuple[ChainItem, ...] = ()
    counts: dict[str, int] = {}
    first: First = First()


class Bundle(Payload, frozen=True, kw_only=True, omit_defaults=True):
    """Everything that a file holds. Items of chains and regions are left out of their views: they are in ``items``."""

    meta: Meta
    items: tuple[Item, ...] = ()
    links: tuple[Link, ...] = ()
    cards: tuple[Card, ...] = ()
    chains: tuple[ChainView, ...] = ()
    regions: tuple[RegionView, ...] = ()
    sentences: tuple[Sentence, ...] = ()
