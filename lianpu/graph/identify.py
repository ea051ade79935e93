"""Ids that stay: a thing keeps the id that it was first given; what is merged leaves a redirect."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, count

import msgspec

from lianpu.graph.clusters import TOPICS, Cluster
from lianpu.graph.names import is_relative
from lianpu.graph.places import Places
from lianpu.graph.records import IdRecord
from lianpu.ids import entity_id
from lianpu.model import Entity


def names(cluster: Cluster, places: Places) -> tuple[str, tuple[str, ...]]:
    """The name to show and the other names. Divisions are called as the code table does."""
    counts = Counter(node.line.name for node in cluster.nodes if node.line.type == cluster.type)
    code = cluster.nodes[0].code
    region = places.table.get(code) if code is not None else None
    if region is not None:
        name = region.name
    elif cluster.type in TOPICS:
        name = min(counts, key=lambda n: (-counts[n], -len(n), n))
    else:
        name = min(counts, key=lambda n: (-len(n), n))
    every = {n for node in cluster.nodes for n in (node.line.name, *node.line.aliases)}
    return name, tuple(sorted(n for n in every if n != name and not is_relative(cluster.type, n)))


def first_ids(clusters: Sequence[Cluster], places: Places) -> list[str]:
    """The id that each cluster would be given today; homonyms are told apart by a code, or else by a document."""
    plain = [_plain_id(cluster, places) for cluster in clusters]
    twice = {identifier for identifier, n in Counter(plain).items() if n > 1}
    coded = [_with_area(c, places) if i in twice else i for c, i in zip(clusters, plain, strict=True)]
    still = {identifier for identifier, n in Counter(coded).items() if n > 1}
    return [
        entity_id(c.type, names(c, places)[0], min(node.document for node in c.nodes)) if i in still else i
        for c, i in zip(clusters, coded, strict=True)
    ]


def _plain_id(cluster: Cluster, places: Places) -> str:
    code = cluster.nodes[0].code
    name = names(cluster, places)[0]
    return region_id(code, places) if code is not None else entity_id(cluster.type, name)


def region_id(code: str, places: Places) -> str:
    """Id of a division: with its code where another of the table bears the same name, wherever that may be.

    So an id does not depend on which other places the graph happens to hold.
    """
    region = places.table.get(code)
    name = region.name if region is not None else code
    alike = [other for other in places.table.find(name) if other.name == name]
    return entity_id("Region", name, code if len(alike) != 1 else None)


def _with_area(cluster: Cluster, places: Places) -> str:
    areas = cluster.cities or {area for node in cluster.nodes if (area := node.scope or node.region)}
    return entity_id(cluster.type, names(cluster, places)[0], min(areas) if areas else None)


def identify(clusters: Sequence[Cluster], places: Places, known: Iterable[IdRecord]) -> tuple[list[str], tuple[IdRecord, ...]]:
    """Ids of the clusters, and the records to keep for the next build."""
    records = {record.id: record for record in known}
    chosen = _inherit(clusters, records)
    today = first_ids(clusters, places)
    taken = {identifier for identifier in chosen if identifier is not None}
    ids = []
    for cluster, old, new in zip(clusters, chosen, today, strict=True):
        ids.append(old or _free(cluster, new, taken, records))
        taken.add(ids[-1])
    return ids, _kept(clusters, ids, records, places)


def owners(records: Iterable[IdRecord]) -> dict[tuple[str, str], list[str]]:
    """The ids that each line's entity was ever known by."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for record in records:
        for member in record.members:
            found[member].append(record.id)
    return found


def _inherit(clusters: Sequence[Cluster], records: Mapping[str, IdRecord]) -> list[str | None]:
    """For each cluster the former id most of whose members it has, one that was merged away only when a split leaves no
    other; an id goes to one cluster.
    """
    owner = owners(records.values())
    claims: list[tuple[bool, int, str, int]] = []
    for index, cluster in enumerate(clusters):
        shares = Counter(identifier for node in cluster.nodes for identifier in owner.get(node.member, ()))
        claims += [(bool(records[identifier].redirect), -count, identifier, index) for identifier, count in shares.items()]
    chosen: list[str | None] = [None] * len(clusters)
    given: set[str] = set()
    for _, _, identifier, index in sorted(claims):
        if chosen[index] is None and identifier not in given and records[identifier].type == clusters[index].type:
            chosen[index] = identifier
            given.add(identifier)
    return chosen


def _free(cluster: Cluster, wanted: str, taken: set[str], records: Mapping[str, IdRecord]) -> str:
    """The id of today, unless something else has it or it is a redirect; an id that nothing has any more comes back."""

    def usable(identifier: str) -> bool:
        record = records.get(identifier)
        return identifier not in taken and (record is None or not record.redirect)

    base = "/".join(wanted.split("/")[:2])
    first = min(cluster.nodes, key=lambda node: node.member)
    areas = [f"{base}/{area}" for area in (first.scope, first.region, first.document) if area]
    numbered = (f"{wanted}/{n}" for n in count(2))
    return next(identifier for identifier in chain([wanted], areas, numbered) if usable(identifier))


def _kept(
    clusters: Sequence[Cluster], ids: Sequence[str], records: Mapping[str, IdRecord], places: Places
) -> tuple[IdRecord, ...]:
    """Records of all ids, those of today and those before. What was merged keeps its members, so that judgements about it
    still find them.
    """
    kept: dict[str, IdRecord] = {}
    now: dict[tuple[str, str], str] = {}
    for cluster, identifier in zip(clusters, ids, strict=True):
        members = tuple(sorted({node.member for node in cluster.nodes}))
        old = records.get(identifier)
        name = old.name if old else names(cluster, places)[0]
        kept[identifier] = IdRecord(id=identifier, type=cluster.type, name=name, members=members)
        now |= dict.fromkeys(members, identifier)
    for identifier, record in records.items():
        if identifier not in kept:
            heirs = Counter(now[member] for member in record.members if member in now)
            heir = min(heirs, key=lambda i: (-heirs[i], i)) if heirs else record.redirect
            kept[identifier] = msgspec.structs.replace(record, redirect=heir)
    return tuple(kept[identifier] for identifier in sorted(kept))


def entity(cluster: Cluster, identifier: str, places: Places, mentions: Iterable[str], origin: str) -> Entity:
    """The record of a cluster."""
    name, aliases = names(cluster, places)
    return Entity(
        id=identifier,
        type=cluster.type,
        name=name,
        aliases=aliases,
        code=cluster.nodes[0].code,
        documents=tuple(sorted(cluster.documents)),
        mentions=tuple(sorted(mentions)),
        origin=origin,
    )
