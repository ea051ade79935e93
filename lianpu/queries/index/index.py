"""An open index: records by number and by id, numbers of facts and entities by what is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import overload

import msgspec
import numpy as np

from lianpu.graph import directory
from lianpu.model import Claim, DocumentLine, Entity, Fact, Target
from lianpu.queries.index.facts import FactIndex
from lianpu.queries.index.folder import MARK, Array, Lines, Made, Reader
from lianpu.queries.index.groups import Groups
from lianpu.queries.index.keyed import Keyed
from lianpu.queries.index.ways import Ways
from lianpu.queries.index.written import FILES
from lianpu.queries.matching import Ending
from lianpu.queries.search import Lines as NameLines
from lianpu.queries.search import Names

_ENTITIES, _FACTS, _CLAIMS = 60_000, 10_000, 10_000
"""Records that are kept of those asked for last: some 30, 10 and 15 MB."""


class Index:
    """What an index folder and the files beside it hold. The records of a kind as a whole are read anew each time.

    :param folder: the index.
    """

    def __init__(self, kg: Path, folder: Path) -> None:
        reader = Reader(folder)
        self.made = msgspec.json.decode((folder / MARK).read_bytes(), type=Made)
        self.documents: tuple[DocumentLine, ...] = directory.documents(kg)
        lines = {name: (kg / file, reader.array(f"{name}.at")) for name, file in FILES.items()}
        self.entity_lines = Lines(*lines["entities"], Entity, 0)
        self.fact_lines = Lines(*lines["facts"], Fact, _FACTS)
        self.target_lines = Lines(*lines["targets"], Target, 0)
        claims = Lines(*lines["claims"], Claim, 0)
        self.by_id = Keyed(reader, "entities", self.entity_lines, _ENTITIES)
        self.claims_by_id = Keyed(reader, "claims", claims, _CLAIMS)
        self.claim_lines = claims
        self.facts_by = FactIndex(reader, self.made, len(self.entity_lines), len(self.documents))
        self.ways = Ways(reader)
        self.types = Groups(reader, "type")
        self.places = Groups(reader, "places")
        self.placed = Groups(reader, "placed")
        self.targets_of = Groups(reader, "target")
        self.initials: Callable[[int], tuple[str, ...]] = reader.lines("initials", tuple[str, ...], 0).of
        self.foreign = reader.array("foreign")
        self.kept = reader.array("kept")
        """Of each fact whether neither it nor one of its ends is foreign."""
        self.degree = reader.array("degree")
        self._statuses = reader.array("statuses").item
        self.endings: Sequence[Ending] = reader.lines("endings", Ending, 0)
        self.names = Names(self._named(reader, "names"), self._named(reader, "letters"))

    def _named(self, reader: Reader, part: str) -> NameLines:
        return NameLines(reader.text(part), _Ids(self, reader.array(f"{part}.entity")), reader.items(f"{part}.start"))

    def number(self, identifier: str) -> int | None:
        """The number of an entity; none if there is no such id."""
        found = self.by_id.found(identifier)
        return found[0] if found else None

    def id(self, number: int) -> str:
        """The id of an entity."""
        return self.entity_lines.of(number).id

    def facts_of(self, numbers: Array) -> list[Fact]:
        """Facts by their numbers."""
        return list(map(self.fact_lines.of, numbers.tolist()))

    def statuses(self, number: int) -> tuple[str, ...]:
        """Statuses of the facts that touch an entity, sorted."""
        bits = self._statuses(number)
        return tuple(status for place, status in enumerate(self.made.statuses) if bits >> place & 1)

    def busiest(self, many: int) -> tuple[str, ...]:
        """Entities that most facts touch, foreign ones apart."""
        own = np.flatnonzero(~self.foreign)
        order = np.argsort(-self.degree[own].astype(np.int64), kind="stable")[:many]
        return tuple(map(self.id, own[order].tolist()))

    # -- all records ----------------------------------------------------------------------------------------------

    @property
    def entities(self) -> tuple[Entity, ...]:
        """All entities."""
        return tuple(self.entity_lines)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All facts."""
        return tuple(self.fact_lines)

    @property
    def targets(self) -> tuple[Target, ...]:
        """All targets and indicators."""
        return tuple(self.target_lines)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims."""
        return tuple(self.claim_lines)


class _Ids(Sequence[str]):
    """Ids of entities by number of a line."""

    def __init__(self, index: Index, entities: Array) -> None:
        self._index = index
        self._entities = entities

    def __len__(self) -> int:
        return len(self._entities)

    @overload
    def __getitem__(self, line: int) -> str: ...

    @overload
    def __getitem__(self, line: slice) -> Sequence[str]: ...

    def __getitem__(self, line: int | slice) -> str | Sequence[str]:
        if isinstance(line, slice):
            return [self._index.id(number) for number in self._entities[line].tolist()]
        return self._index.id(self._entities.item(line))
