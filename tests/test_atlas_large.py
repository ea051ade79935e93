"""What the explorer asks is answered alike from records in memory and from the disk, for small graphs and for large ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from gap_graphs import Plan, graph
from msgspec.structs import replace

import lianpu
from lianpu.atlas import Atlas
from lianpu.atlas.indexed import IndexStock
from lianpu.atlas.large import LargeAtlas
from lianpu.atlas.stock import RecordStock
from lianpu.errors import UnknownNameError
from lianpu.graph.records import Graph
from lianpu.ontology import regions
from lianpu.ontology.chains import chains
from lianpu.queries.index import IndexedView, opened
from lianpu.queries.view import View

FIRM, REGION = "enterprise/山推股份", "region/济宁市"
WORDS = ["山推", "stgf", "STGF", "机", "工程机械产业", "有限", "j", "", "没有这样的名字"]


@pytest.fixture(scope="module")
def small(demo_kg: Path) -> Atlas:
    return lianpu.open(demo_kg).atlas


@pytest.fixture(scope="module")
def stored(demo_kg: Path) -> Atlas:
    return lianpu.open(demo_kg).stored_atlas


@pytest.fixture(scope="module")
def large(small: Atlas) -> LargeAtlas:
    atlas = LargeAtlas(small.stock, small.text, chains())
    atlas.prepare()
    return atlas


@pytest.fixture(scope="module")
def large_stored(demo_kg: Path, small: Atlas) -> LargeAtlas:
    atlas = LargeAtlas(IndexStock(IndexedView(opened(demo_kg), regions())), small.text, chains())
    atlas.prepare()
    return atlas


# -- from the disk ------------------------------------------------------------------------------------------------


def test_everything_is_the_same_from_the_disk(small: Atlas, stored: Atlas) -> None:
    assert isinstance(stored.stock, IndexStock) and isinstance(small.stock, RecordStock)
    known, found = small.bundle(), stored.bundle()
    for part in known.__struct_fields__:
        assert getattr(known, part) == getattr(found, part), part
    assert len(known.items) > 100 and known.links and known.chains and known.sentences


def test_neighbours_are_the_same_from_the_disk(small: Atlas, stored: Atlas) -> None:
    for item in small.bundle().items[::7]:
        assert small.neighbours(item.id, 3) == stored.neighbours(item.id, 3)
    assert small.neighbours(REGION) == stored.neighbours(REGION) and small.neighbours(REGION, 3).left > 0


def test_ways_are_the_same_from_the_disk(small: Atlas, stored: Atlas) -> None:
    ids = [item.id for item in small.bundle().items]
    found = 0
    for source, target in zip(ids[::11], ids[::-17], strict=False):
        known = small.path(source, target)
        assert known == stored.path(source, target)
        found += bool(known.edges)
    assert found > 10 and small.path(FIRM, FIRM) == stored.path(FIRM, FIRM)


@pytest.mark.parametrize("words", WORDS)
def test_searches_are_the_same_from_the_disk(
    small: Atlas, stored: Atlas, large: LargeAtlas, large_stored: LargeAtlas, words: str
) -> None:
    for filters in ({}, {"types": ["Enterprise"]}, {"region": "370800", "statuses": ["existing"]}, {"chain": "工程机械"}):
        assert small.search(words, **filters) == stored.search(words, **filters)  # type: ignore[arg-type]
        assert large.search(words, **filters) == large_stored.search(words, **filters)  # type: ignore[arg-type]


def test_a_large_graph_is_the_same_from_the_disk(large: LargeAtlas, large_stored: LargeAtlas) -> None:
    assert large.meta == large_stored.meta and large.meta.chains
    for one in large.meta.chains:
        assert large.chain(one.region, one.chain) == large_stored.chain(one.region, one.chain)
    for region in large.regions:
        assert large.region(region.id) == large_stored.region(region.id)


@pytest.mark.parametrize("identifier", ["enterprise/无此厂", "", "region/济宁市/", "\ud800"])
def test_what_is_not_there_is_not_found_on_the_disk(stored: Atlas, identifier: str) -> None:
    for ask in (stored.card, stored.neighbours, stored.region, lambda one: stored.path(FIRM, one)):
        with pytest.raises(UnknownNameError):
            ask(identifier)
    assert stored.evidence([identifier]).sentences == ()


# -- large graphs -------------------------------------------------------------------------------------------------


def test_neighbours_ways_regions_and_sentences_are_those_of_a_small_graph(small: Atlas, large: LargeAtlas) -> None:
    for limit in (3, 500):
        few, same = small.neighbours(REGION, limit), large.neighbours(REGION, limit)
        assert [node.id for node in few.nodes] == [node.id for node in same.nodes] and few.nodes[0].id == REGION
        assert (few.edges, few.left) == (same.edges, same.left)
    assert small.path(FIRM, "industry/工程机械产业").edges == large.path(FIRM, "industry/工程机械产业").edges != ()
    assert small.region(REGION).boxes == large.region(REGION).boxes
    claims = small.neighbours(FIRM).edges[0].claims
    assert small.evidence(claims) == large.evidence(claims)


def test_a_chain_is_the_same_but_for_what_entities_are_said_to_be_in(small: Atlas, large: LargeAtlas) -> None:
    known, found = small.chain("370800", "工程机械"), large.chain("370800", "工程机械")
    assert replace(known, items=()) == replace(found, items=())
    assert [one.id for one in known.items] == [one.id for one in found.items]
    with pytest.raises(UnknownNameError):
        large.chain("370800", "没有的链")


def test_the_chains_of_each_region_are_listed(small: Atlas, large: LargeAtlas) -> None:
    assert {(one.region, one.chain) for one in large.meta.chains} == {(one.region, one.chain) for one in small.meta.chains}
    assert replace(large.meta, chains=(), first=small.meta.first) == replace(small.meta, chains=())


def test_of_the_documents_own_chains_those_most_spoken_of_are_listed() -> None:
    said = "\n".join(f"{n}号厂 anchors 第{n}产业\n第{n}产业 seeks 第{n}件 recruit" for n in range(30))
    records = graph(
        Plan(
            "济宁市", f"{said}\n甲厂 anchors 第7产业\n乙厂 anchors 第7产业\n丙厂 anchors 工程机械\n工程机械 seeks 液压件 recruit"
        )
    )
    known = Graph(**{name: getattr(records, name) for name in ("documents", "entities", "facts", "targets", "claims")})
    listed = LargeAtlas(RecordStock(View(known, regions())), str, chains()).meta.chains
    assert {one.region for one in listed} == {"370800"}
    own = [one.chain for one in listed if one.kind == "documents"]
    assert len(own) == 20 and own[0] == "第7产业"
    assert [one.chain for one in listed if one.kind == "reference"] == ["工程机械"]


@pytest.mark.parametrize("words", ["山推", "stgf", "机", "工程机械产业", "", "没有这样的名字"])
def test_the_same_is_found(small: Atlas, large: LargeAtlas, words: str) -> None:
    known = [one.id for one in small.search(words, limit=5).items]
    assert [one.id for one in large.search(words, limit=5).items] == known


def test_filters_hold(large: LargeAtlas) -> None:
    found = large.search("山", types=["Enterprise"], region="370800")
    assert found.items and all(one.type == "Enterprise" and "370800" in one.codes for one in found.items)
    assert not large.search("机", types=["Region"], documents=["nothing"]).items
    only = large.search("", chain="工程机械", limit=500).items
    assert only and all("工程机械" in one.chains for one in only)


def test_a_graph_of_many_entities_or_documents_is_asked_this_way(demo_kg: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in ("atlas", "stored_atlas"):
        assert not isinstance(getattr(lianpu.open(demo_kg), kind), LargeAtlas)
        for limit in ("LARGE", "MANY"):
            with monkeypatch.context() as patched:
                patched.setattr(f"lianpu.atlas.large.{limit}", 2)
                assert isinstance(getattr(lianpu.open(demo_kg), kind), LargeAtlas)
