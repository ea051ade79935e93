"""From the lines of all documents to one graph: :func:`resolve`. The whole order is that function."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from lianpu.errors import GraphError
from lianpu.graph import references as chains
from lianpu.graph.clusters import Cluster, Clustering, Doubt
from lianpu.graph.identify import entity, identify, owners, region_id
from lianpu.graph.located import hierarchy, working_places
from lianpu.graph.nodes import Node, nodes, texts
from lianpu.graph.places import Places
from lianpu.graph.records import Graph, IdRecord, Judgement, ReviewItem, TableLines
from lianpu.graph.statements import claims, facts, targets
from lianpu.graph.tables import Imported, Linker, imported
from lianpu.model import Claim, DocumentLine, Entity, EntityLine, FactLine, Line, TargetLine
from lianpu.ontology.chains import Reference
from lianpu.ontology.regions import regions

ReferenceFacts = Reference
"""A reference chain as entities and facts of the origin ``chain/NAME``."""

__all__ = ["Graph", "IdRecord", "Judgement", "ReferenceFacts", "ReviewItem", "TableLines", "resolve"]


def resolve(
    documents: Sequence[tuple[Line, ...]],
    *,
    tables: Sequence[TableLines] = (),
    judgements: Sequence[Judgement] = (),
    references: Sequence[ReferenceFacts] = (),
    known: Sequence[IdRecord] = (),
) -> Graph:
    """What all lines agree on. The same lines give the same graph, in whatever order documents come.

    :param known: id records of the former graph, so that ids stay.
    :raises GraphError: two documents share an id, a document has no document line, or a line names what has no entity line.
    """
    places = Places(regions())
    _check(documents)
    sources = texts(documents, places)
    clusters, doubts = _cluster([node for text in sources for node in nodes(text, places)], places, judgements, known)
    identifiers, records = identify(clusters, places, known)
    ids = {node.member: identifier for cluster, identifier in zip(clusters, identifiers, strict=True) for node in cluster.nodes}
    pairs = [pair for text in sources for pair in claims(text, ids)]
    said = {claim.id: claim for claim, _ in pairs}
    entities = _entities(clusters, identifiers, said.values(), places)
    imported = _imported(tables, clusters, [entities[i] for i in identifiers], records, judgements, places)
    entities |= imported.entities
    said |= imported.claims
    heads = _documents(documents, places)
    codes = {e.code for e in entities.values() if e.code is not None} | {h.region_code for h in heads if h.region_code}
    by_code = {e.code: e.id for e in entities.values() if e.code is not None}
    divisions, partings = hierarchy(codes, places, lambda code: by_code.get(code) or region_id(code, places))
    entities |= {division.id: division for division in divisions.values() if division.id not in entities}
    extra, reference_claims = chains.add(references, entities)
    entities |= {item.id: item for item in extra}
    said |= {claim.id: claim for claim in reference_claims}
    stated = facts(said.values())
    document_regions = {head.id: head.region_code for head in heads if head.region_code is not None}
    derived = working_places(list(stated.values()), said.values(), entities, document_regions, places)
    every = {(f.s, f.p, f.o, f.origin): f for f in (*derived, *partings, *stated.values())}
    names = dict(zip(map(id, clusters), identifiers, strict=True))
    review = [ReviewItem(left=names[id(d.left)], right=names[id(d.right)], reason=d.reason, score=d.score) for d in doubts]
    return Graph(
        documents=heads,
        entities=tuple(entities[identifier] for identifier in sorted(entities)),
        facts=tuple(every[key] for key in sorted(every)),
        targets=targets(pairs),
        claims=tuple(sorted(said.values(), key=lambda c: (c.document, c.start, c.id))),
        review=_review([*review, *imported.review]),
        ids=records,
    )


def _check(documents: Sequence[tuple[Line, ...]]) -> None:
    seen: set[str] = set()
    for lines in documents:
        heads = [line for line in lines if isinstance(line, DocumentLine)]
        if len(heads) != 1 or not heads[0].id:
            title = heads[0].title if heads else "?"
            raise GraphError("heads", place=title, count=len(heads))
        if heads[0].id in seen:
            raise GraphError("same_id", place=heads[0].id)
        seen.add(heads[0].id)
        _check_names(heads[0].id, lines)


def _check_names(document: str, lines: Iterable[Line]) -> None:
    known = {line.name for line in lines if isinstance(line, EntityLine)}
    for line in lines:
        ends = (line.s, line.o) if isinstance(line, FactLine) else (line.s,) if isinstance(line, TargetLine) else ()
        missing = [name for name in ends if name not in known]
        if missing:
            raise GraphError("no_entity_line", place=document, name=missing[0])


def _imported(
    tables: Iterable[TableLines],
    clusters: Sequence[Cluster],
    entities: Sequence[Entity],
    records: Iterable[IdRecord],
    judgements: Sequence[Judgement],
    places: Places,
) -> Imported:
    """What the tables say, tied to the entities of the documents (in the order of their clusters)."""
    ordered = sorted(tables, key=lambda t: (t.name, t.file))
    for table in ordered:
        _check_names(table.file, table.lines)
    merged = frozenset(record.id for record in records if record.redirect)
    known = zip(entities, (cluster.cities for cluster in clusters), strict=True)
    return imported(ordered, Linker(known, places, judgements, merged), places)


def _cluster(
    found: Sequence[Node], places: Places, judgements: Sequence[Judgement], known: Sequence[IdRecord]
) -> tuple[list[Cluster], list[Doubt]]:
    apart = {frozenset((j.left, j.right)) for j in judgements if not j.same}
    clustering = Clustering(found, places, owners(known), apart)
    clusters = clustering.run([(j.left, j.right) for j in judgements if j.same])
    return clusters, clustering.doubts


def _entities(
    clusters: Sequence[Cluster], identifiers: Sequence[str], said: Iterable[Claim], places: Places
) -> dict[str, Entity]:
    mentions: dict[str, list[str]] = defaultdict(list)
    origins: dict[str, set[str]] = defaultdict(set)
    for claim in said:
        origins[claim.s].add(claim.origin)
        if claim.p == "mention":
            mentions[claim.s].append(claim.id)
        elif claim.p != "target":
            origins[claim.o].add(claim.origin)
    out: dict[str, Entity] = {}
    for cluster, identifier in zip(clusters, identifiers, strict=True):
        named = origins[identifier] | {node.origin for node in cluster.nodes}
        # What the documents of a place say goes before what stands in other people's pages and in tables.
        origin = "documents" if "documents" in named else min(named)
        out[identifier] = entity(cluster, identifier, places, mentions[identifier], origin)
    return out


def _documents(documents: Iterable[tuple[Line, ...]], places: Places) -> tuple[DocumentLine, ...]:
    heads = [line for lines in documents for line in lines if isinstance(line, DocumentLine)]
    coded = [msgspec.structs.replace(head, region_code=places.of_document(head)) for head in heads]
    return tuple(sorted(coded, key=lambda head: head.id))


def _review(items: Iterable[ReviewItem]) -> tuple[ReviewItem, ...]:
    """Each pair once, with its best score and the smaller id on the left."""
    best: dict[tuple[str, str], ReviewItem] = {}
    for item in items:
        left, right = sorted((item.left, item.right))
        if (left, right) not in best or item.score > best[left, right].score:
            best[left, right] = ReviewItem(left=left, right=right, reason=item.reason, score=item.score)
    return tuple(best[pair] for pair in sorted(best))
