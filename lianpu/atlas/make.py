"""Records of the graph turned into small payloads, one function each; the file and a server use the same."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from lianpu.atlas.records import Figure, Item, Link, LinkKind, Sentence
from lianpu.graph.stores.networkx_store import is_wide
from lianpu.model import Claim, Entity, Fact, Target
from lianpu.ontology.regions import RegionTable
from lianpu.queries.initials import initials as spelt

_FAR = 400
"""Characters of a paragraph that are shown on either side of a quote, at most."""
_BREAK = re.compile(r"(?<=[。！？；：!?;])[ \t\u3000]*\n|\n[ \t\u3000]*\n")
"""Where a paragraph of a source text ends: a line that ends a sentence, or an empty line."""


def initials(names: Iterable[str]) -> tuple[str, ...]:
    """First letters of the pinyin of names, lower case, other letters and digits as they are: 金帝 → jd.

    >>> initials(["金帝", "山推股份", "5G模组"])
    ('jd', 'stgf', '5gmz')
    """
    return tuple(dict.fromkeys(letters for letters in spelt(names) if letters))


def item(
    entity: Entity,
    *,
    initials: tuple[str, ...] = (),
    place: str = "",
    codes: Iterable[str] = (),
    chains: Iterable[str] = (),
    statuses: Iterable[str] = (),
    degree: int = 0,
) -> Item:
    """An entity in short.

    :param codes: regions that it is in, and those around them.
    :param degree: how many facts touch it.
    """
    return Item(
        id=entity.id,
        type=entity.type,
        name=entity.name,
        aliases=entity.aliases,
        initials=initials,
        place=place,
        codes=tuple(codes),
        documents=entity.documents,
        chains=tuple(chains),
        statuses=tuple(statuses),
        origin=entity.origin,
        degree=degree,
        wide=is_wide(entity),
    )


def codes_around(regions: RegionTable, codes: Iterable[str]) -> tuple[str, ...]:
    """Region codes with those of the regions around them, sorted."""
    found = set(codes)
    found |= {region.code for code in tuple(found) for region in regions.parents(code)}
    return tuple(sorted(found))


def kind_of(fact: Fact) -> LinkKind:
    """What a fact is drawn as."""
    if fact.origin == "regions":
        return "regions"
    if fact.origin.startswith("chain/"):
        return "reference"
    if fact.origin.startswith("table/"):
        return "table"
    return "seeks" if fact.p == "seeks" else "derived" if fact.rule else "fact"


def link(fact: Fact, place: str = "") -> Link:
    """A fact; ``place`` is given for statements of reference chains."""
    return Link(
        s=fact.s,
        p=fact.p,
        o=fact.o,
        status=fact.status,
        statuses=fact.statuses,
        kind=kind_of(fact),
        origin=fact.origin,
        rule=fact.rule,
        place=place,
        documents=fact.documents,
        claims=fact.claims,
        confidence=fact.confidence,
    )


def figure(target: Target) -> Figure:
    """A target or indicator."""
    return Figure(
        metric=target.metric,
        op=target.op,
        value=target.value,
        value_max=target.value_max,
        unit=target.unit,
        year=target.year,
        achieved=target.achieved,
        claims=target.claims,
    )


def sentence(claim: Claim, source: str, *, title: str, subject: str, object: str = "") -> Sentence:
    """A claim in its paragraph.

    :param source: the source text of its document; empty for rows of tables and lines of chain files.
    """
    placed = bool(source) and 0 <= claim.start < claim.end <= len(source)
    before, after = _around(source, claim.start, claim.end) if placed else ("", "")
    return Sentence(
        claim=claim.id,
        s=claim.s,
        p=claim.p,
        o=claim.o,
        subject=subject,
        object=object,
        status=claim.status,
        rule=claim.rule,
        confidence=claim.confidence,
        document=claim.document,
        title=title,
        section=claim.section,
        start=claim.start,
        end=claim.end,
        quote=claim.quote,
        text=claim.text if claim.text != claim.quote else "",
        before=before,
        after=after,
        origin=claim.origin,
    )


def _around(source: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after a place in its paragraph."""
    left = source[max(0, start - _FAR) : start]
    breaks = [found.end() for found in _BREAK.finditer(left)]
    right = source[end : end + _FAR]
    # A quote may end with the mark that ends its paragraph's last line.
    closing = _BREAK.search(source[max(0, end - 1) : end + _FAR])
    stop = max(0, closing.start() - min(1, end)) if closing else len(right)
    return left[breaks[-1] if breaks else 0 :].lstrip(), right[:stop].rstrip()


def statuses_of(facts: Iterable[Fact]) -> tuple[str, ...]:
    """The statuses of facts, each once, sorted."""
    return tuple(sorted({status for fact in facts for status in (fact.statuses or (fact.status,))}))


def ranked(items: Iterable[Item], words: str) -> Iterator[Item]:
    """Of items those that a search means, best first: the name or an alias, its initials, its beginning, a part of it, the
    beginning of the initials; among equals the one with more facts, then by id. Every item for an empty search.
    """
    wanted = words.strip().casefold()
    found = [(rank, -one.degree, one.id, one) for one in items if (rank := _rank(one, wanted)) is not None]
    return (one for *_, one in sorted(found, key=lambda key: key[:3]))


def _rank(one: Item, wanted: str) -> int | None:
    names = [name.casefold() for name in (one.name, *one.aliases)]
    if wanted in names:
        return 0
    if wanted in one.initials:
        return 1
    if any(name.startswith(wanted) for name in names):
        return 2
    if any(wanted in name for name in names):
        return 3
    return 4 if any(letters.startswith(wanted) for letters in one.initials) else None


def fits(
    one: Item,
    *,
    types: Collection[str] = (),
    statuses: Collection[str] = (),
    region: str = "",
    chain: str = "",
    documents: Collection[str] = (),
) -> bool:
    """Whether an item passes filters; an empty one lets all pass. ``region`` is a code."""
    return (
        (not types or one.type in types)
        and (not statuses or not set(statuses).isdisjoint(one.statuses))
        and (not region or region in one.codes)
        and (not chain or chain in one.chains)
        and (not documents or not set(documents).isdisjoint(one.documents))
    )
