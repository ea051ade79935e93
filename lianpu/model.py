"""The records that pass between the parts: frozen, hashable, the same on disk and in memory.

Lines are what is read from one document (the JSON Lines of ``lianpu extract`` and of ``claims/DOC.jsonl``).
Entity, Fact and Target are what the lines agree on after resolution (``entities.jsonl``, ``facts.jsonl``, ``targets.jsonl``).
Records of a graph are not tracked by the garbage collector: they hold nothing that leads back to them, and there are many.
Offsets count code points of the decoded source text; ``source_text[start:end] == quote`` always holds.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

EntityType = Literal[
    "Region",
    "Park",
    "Enterprise",
    "Institution",
    "Platform",
    "Agency",
    "Industry",
    "Product",
    "Project",
    "Policy",
]
Status = Literal["existing", "planned", "recruit", "supplement", "extend", "breakthrough"]
Position = Literal["upstream", "midstream", "downstream"]
Op = Literal["=", ">=", ">", "~", "<="]

REGISTERED_NAME = "registered-name"
"""Rule of a place that only a firm's registered name in a table tells."""
SEEKS_ORDER: tuple[Status, ...] = ("recruit", "supplement", "breakthrough", "extend")
"""Statuses of ``seeks``, the one that a fact shows first when its claims differ."""


class DocumentLine(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="document"):
    """Metadata of one document. ``id`` is the file name without suffix, made unique in a graph."""

    title: str
    number: str | None = None
    issuer: tuple[str, ...] = ()
    date: str | None = None
    region: str | None = None
    horizon: tuple[int, int] | None = None
    cites: tuple[str, ...] = ()
    id: str = ""
    file: str = ""
    sha256: str = ""
    length: int = 0
    region_code: str | None = None


class EntityLine(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="entity", omit_defaults=True):
    """One entity of one document with the place of its first mention. Names are unique within a document."""

    type: EntityType
    name: str
    aliases: tuple[str, ...] = ()
    quote: str = ""
    text: str = ""
    start: int = -1
    end: int = -1
    section: str = ""
    rule: str = ""
    confidence: float = 1.0
    foreign: bool = False


class FactLine(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="fact", omit_defaults=True):
    """One claim: a statement read from one place. ``s`` and ``o`` are names of entity lines of the same document."""

    s: str
    p: str
    o: str
    status: Status
    order: int | None = None
    position: Position | None = None
    share: float | None = None
    """Of a table: the part of the firm's business, from 0 to 1."""
    quote: str
    text: str = ""
    start: int = -1
    end: int = -1
    section: str = ""
    rule: str = ""
    confidence: float = 1.0
    foreign: bool = False


class TargetLine(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="target", omit_defaults=True):
    """A figure to be reached, as written: ``value`` counts ``unit``."""

    s: str
    metric: str
    year: int | None = None
    value: float
    value_max: float | None = None
    unit: str = ""
    op: Op
    quote: str
    text: str = ""
    start: int = -1
    end: int = -1
    section: str = ""
    rule: str = ""
    confidence: float = 1.0
    foreign: bool = False


class IndicatorLine(TargetLine, frozen=True, kw_only=True, tag_field="kind", tag="indicator", omit_defaults=True):
    """A figure already reached; the same shape as a target."""


Line = DocumentLine | EntityLine | FactLine | TargetLine | IndicatorLine


class Entity(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """A node. ``id`` is the readable tail of its IRI (``enterprise/泰山钢铁``); see :mod:`lianpu.ids`.

    ``origin`` names what the node comes from: ``documents``, ``foreign`` (seen only in foreign text), ``regions``
    (code table), ``chain/NAME`` or ``table/NAME``. ``mentions`` are claim ids of entity lines.
    """

    id: str
    type: EntityType
    name: str
    aliases: tuple[str, ...] = ()
    code: str | None = None
    documents: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    origin: str = "documents"


class Fact(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """What claims agree on: one (s, p, o) in one origin, ``s`` and ``o`` entity ids, ``claims`` the ids behind it.

    ``status`` is ``existing`` if any claim says so (for ``seeks`` the first of :data:`SEEKS_ORDER`), ``statuses`` all
    that are said. ``rule`` is set only for facts derived in ``graph/`` (``region-of-document``).
    """

    s: str
    p: str
    o: str
    status: Status
    statuses: tuple[Status, ...] = ()
    order: int | None = None
    position: Position | None = None
    confidence: float = 1.0
    documents: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    rule: str = ""
    origin: str = "documents"


class Target(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A target (``achieved`` false) or indicator (``achieved`` true) of entity ``s`` after resolution."""

    id: str
    s: str
    metric: str
    value: float
    unit: str = ""
    op: Op = "="
    year: int | None = None
    value_max: float | None = None
    achieved: bool = False
    documents: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    origin: str = "documents"


class Claim(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """A line with its id, its document and resolved entity ids: the node that stands beside a fact in every store.

    For entity lines ``p`` is ``mention`` and ``o`` empty; for targets ``p`` is ``target`` and ``o`` the target's id.
    ``document`` is the document id, or for rows of tables the file name, ``section`` then ``行 N``.
    """

    id: str
    s: str
    p: str
    o: str = ""
    status: str = ""
    order: int | None = None
    position: Position | None = None
    share: float | None = None
    document: str
    section: str = ""
    start: int = -1
    end: int = -1
    quote: str = ""
    text: str = ""
    rule: str = ""
    confidence: float = 1.0
    origin: str = "documents"


_encoder = msgspec.json.Encoder()
_line_decoder = msgspec.json.Decoder(Line)


def encode_lines(records: Iterable[msgspec.Struct]) -> bytes:
    """JSON Lines, UTF-8, one record a line, in the order given."""
    return b"".join(_encoder.encode(record) + b"\n" for record in records)


def decode_lines(data: bytes) -> tuple[Line, ...]:
    """The lines of an ``extract`` file; unknown fields are ignored.

    :raises msgspec.ValidationError: a line is malformed; callers add file and line number.
    """
    return tuple(_line_decoder.decode(row) for row in data.splitlines() if row.strip())
