"""A large graph is asked through indexes: what it answers is what a small one does."""

from __future__ import annotations

from pathlib import Path

import pytest
from gap_graphs import Plan, graph
from msgspec.structs import replace

import lianpu
from lianpu.atlas import Atlas
from lianpu.atlas.large import LargeAtlas
from lianpu.errors import UnknownNameError
from lianpu.graph.records import Graph
from lianpu.ontology import regions
from lianpu.ontology.chains import chains
from lianpu.queries.view import View

FIRM, REGION = "enterprise/山推股份", "region/济宁市"


@pytest.fixture(scope="module")
def small(demo_kg: Path) -> Atlas:
    return lianpu.open(demo_kg).atlas


@pytest.fixture(scope="module")
def large(demo_kg: Path) -> LargeAtlas:
    graph = lianpu.open(demo_kg)
    atlas = LargeAtlas(
        graph.records, graph.view, lambda document: (demo_kg / "text" / f"{document}.txt").read_text("utf-8"), chains()
    )
    atlas.prepare()
    return atlas


def test_neighbours_ways_regions_and_sentences_are_the_same(small: Atlas, large: LargeAtlas) -> None:
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
    listed = LargeAtlas(known, View(known, regions()), str, chains()).meta.chains
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
    assert not isinstance(lianpu.open(demo_kg).atlas, LargeAtlas)
    for limit in ("LARGE", "MANY"):
        with monkeypatch.context() as patched:
            patched.setattr(f"lianpu.atlas.large.{limit}", 2)
            assert isinstance(lianpu.open(demo_kg).atlas, LargeAtlas)
