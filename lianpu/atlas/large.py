"""A graph too large to have every chain of every region worked out beforehand: the same answers, each when it is asked for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from itertools import islice

from lianpu.atlas import make
from lianpu.atlas.atlas import SEARCH_LIMIT, Atlas
from lianpu.atlas.chain import CANDIDATES
from lianpu.atlas.records import ChainItem, ChainView, Found, Item
from lianpu.queries.gaps import gaps
from lianpu.queries.scope import COVERING, OWN, Catalogue

LARGE = 20_000
"""Entities from which a graph is large…"""
MANY = 200
"""…and documents: every region has all its chains."""
_LOOKED_AT = 300
"""Entities of a name that a search looks at: more are not told apart by a name."""
_OWN = 20
"""Chains of a region that no reference chain is, in its list; others are found by a search."""
_BUSIEST = 2_000
"""Entities that an empty search chooses from: those of most facts."""


def is_large(entities: int, documents: int) -> bool:
    """Whether a graph with so many entities and documents is better asked by :class:`LargeAtlas`."""
    return entities >= LARGE or documents >= MANY


class LargeAtlas(Atlas):
    """Answers the questions of the explorer. Other than for a small graph, lists of chains have no counts of links, an entity
    is in the chains that its name or a reference chain tells, and a search counts what it looked at.
    """

    def prepare(self) -> None:
        """Make the indexes that questions need, so that the first ones do not wait for them."""
        for one in self._busiest[:1]:
            self.item(one)
        for chain in self.meta.chains[:1]:
            self.chain(chain.region, chain.chain)

    @cached_property
    def _catalogue(self) -> Catalogue:
        return self.view.kept("catalogue", self.reference, lambda: Catalogue(self.view, self.reference))

    def _chain_items(self) -> Iterator[ChainItem]:
        """The chains of each region: of those that are only its documents' own, the :data:`_OWN` most spoken of."""
        known: dict[str, list[ChainItem]] = defaultdict(list)
        own: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for selected in self._catalogue.all():
            for code, times in self._by_region(self.view.spoken(selected.industries, COVERING, OWN)).items():
                if selected.chain:
                    known[code].append(ChainItem(region=code, chain=selected.name, en=selected.chain.en))
                else:
                    _keep(own[code], (-times, selected.name))
        for region in self.regions:
            yield from known.get(region.code, ())
            most = sorted(own.get(region.code, ()))[:_OWN]
            yield from (ChainItem(region=region.code, chain=name, kind="documents") for _, name in most)

    def _by_region(self, documents: Counter[str]) -> Counter[str]:
        """Counts of documents as counts of the regions that they are of."""
        found: Counter[str] = Counter()
        for one, times in documents.items():
            for code in self._codes.get(one, ()):
                found[code] += times
        return found

    @cached_property
    def _codes(self) -> Mapping[str, tuple[str, ...]]:
        """By document its region and those around it."""
        coded = {one.id: one.region_code for one in self.view.graph.documents if one.region_code}
        return {one: make.codes_around(self.view.regions, (code,)) for one, code in coded.items()}

    @cached_property
    def _chains_of(self) -> Mapping[str, list[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for fact in self.stock.chain_facts():
            for end in (fact.s, fact.o):
                found[end].add(fact.origin.removeprefix("chain/"))
        for industry, chains in self._catalogue.chains_of.items():
            if chains:
                found[industry] |= chains
        return {identifier: sorted(names) for identifier, names in found.items()}

    @cached_property
    def _busiest(self) -> tuple[str, ...]:
        return tuple(self.stock.busiest(_BUSIEST))

    def search(
        self,
        words: str,
        *,
        types: Collection[str] = (),
        statuses: Collection[str] = (),
        region: str = "",
        chain: str = "",
        documents: Collection[str] = (),
        limit: int = SEARCH_LIMIT,
    ) -> Found:
        """Entities that words mean, best first, of the first that the index gives."""
        found = self.stock.matches(words) if words.strip() else iter(self._busiest)
        kinds = (one for one in found if not types or self._entity(one).type in types)
        some = islice(kinds, max(limit, _LOOKED_AT))
        if not (statuses or region or chain or documents):
            # Nothing else tells them apart: only those that are shown are made whole.
            briefly = list(make.ranked(map(self._brief, some), words))
            return Found(items=tuple(self.item(one.id) for one in briefly[:limit]), total=len(briefly))
        filters = {"statuses": statuses, "region": region, "chain": chain, "documents": documents}
        ranked = make.ranked(map(self.item, some), words)
        fitting = [one for one in ranked if make.fits(one, **filters)]  # type: ignore[arg-type]
        return Found(items=tuple(fitting[:limit]), total=len(fitting))

    def _brief(self, identifier: str) -> Item:
        """An entity with what a search compares."""
        entity = self._entity(identifier)
        return make.item(entity, initials=self.stock.initials(entity), degree=self.stock.degree(identifier))

    def chain(self, region: str, chain: str) -> ChainView:
        """A chain in a region (a code).

        :raises UnknownNameError: the region or the chain is not known; carries near names.
        """
        report = gaps(self.view, region, chain, reference=self.reference, most=CANDIDATES)
        return self._chain_view(report, report.chains[0])


def _keep(found: list[tuple[int, str]], one: tuple[int, str]) -> None:
    """Add to the first :data:`_OWN` of a list; what cannot be among them any more is dropped now and then."""
    found.append(one)
    if len(found) > 4 * _OWN:
        found.sort()
        del found[_OWN:]
