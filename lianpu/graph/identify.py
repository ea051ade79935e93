"""Ids that stay: a thing keeps the id that it was first given; what is merged leaves a redirect."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

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
    owner = {member: record.id for record in records.values() for member in record.members}
    chosen = _inherit(clusters, owner, records)
    today = first_ids(clusters, places)
    taken = {identifier for identifier in chosen if identifier is not None}
    ids = []
    for cluster, old, new in zip(clusters, chosen, today, strict=True):
        ids.append(old or _free(cluster, new, taken, records))
        taken.add(ids[-1])
    return ids, _kept(clusters, ids, records, owner, places)


def _inherit(
    clusters: Sequence[Cluster], owner: Mapping[tuple[str, str], str], records: Mapping[str, IdRecord]
) -> list[str | None]:
    """For each cluster the former id most of whose members it has; an id goes to one cluster only."""
    claims: list[tuple[int, str, int]] = []
    for index, cluster in enumerate(clusters):
        shares = Counter(owner[node.member] for node in cluster.nodes if node.member in owner)
        claims += [(-count, identifier, index) for identifier, count in shares.items()]
    chosen: list[str | None] = [None] * len(clusters)
    given: set[str] = set()
    for _, identifier, index in sorted(claims):
        if chosen[index] is None and identifier not in given and records[identifier].type == clusters[index].type:
            chosen[index] = identifier
            given.add(identifier)
    return chosen


def _free(cluster: Cluster, wanted: str, taken: set[str], records: Mapping[str, IdRecord]) -> str:
    """The id of today, unless something else had it or has it; a record without members or redirect comes back to life."""

    def usable(identifier: str) -> bool:
        record = records.get(identifier)
        return identifier not in taken and (record is None or not record.redirect)

    if usable(wanted):
        return wanted
    base = "/".join(wanted.split("/")[:2])
    first = min(cluster.nodes, key=lambda node: node.member)
    for extra in (first.scope, first.region, first.document):
        if extra and usable(f"{base}/{extra}"):
            return f"{base}/{extra}"
    return next(f"{wanted}/{n}" for n in range(2, len(taken) + len(records) + 3) if usable(f"{wanted}/{n}"))


def _kept(
    clusters: Sequence[Cluster],
    ids: Sequence[str],
    records: Mapping[str, IdRecord],
    owner: Mapping[tuple[str, str], str],
    places: Places,
) -> tuple[IdRecord, ...]:
    kept: dict[str, IdRecord] = {}
    heirs: dict[str, Counter[str]] = defaultdict(Counter)
    for cluster, identifier in zip(clusters, ids, strict=True):
        members = tuple(sorted({node.member for node in cluster.nodes}))
        old = records.get(identifier)
        kept[identifier] = IdRecord(
            id=identifier, type=cluster.type, name=old.name if old else names(cluster, places)[0], members=members
        )
        for member in members:
            if member in owner and owner[member] != identifier:
                heirs[owner[member]][identifier] += 1
    for identifier, record in records.items():
        if identifier in kept:
            continue
        heir = min(heirs[identifier], key=lambda i: (-heirs[identifier][i], i)) if heirs[identifier] else record.redirect
        kept[identifier] = IdRecord(id=identifier, type=record.type, name=record.name, redirect=heir)
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
