"""Ways from one entity to another, and what stands around one."""

from __future__ import annotations

import pytest
from graph_lines import plan

from lianpu.errors import UnknownNameError
from lianpu.graph.resolve import resolve
from lianpu.graph.stores.networkx_store import NetworkxStore, multigraph
from lianpu.ontology.chains import Reference, ReferenceEntity, ReferenceFact

CHAIN = Reference(
    origin="chain/轴承",
    entities=(ReferenceEntity(type="Product", name="钢带"), ReferenceEntity(type="Industry", name="轴承产业")),
    facts=(ReferenceFact(s="钢带", p="feeds", o="轴承产业", file="bearings.yaml", line=3),),
)
GRAPH = resolve(
    [
        plan(
            "a",
            "聊城市",
            "Enterprise 金帝;Industry 轴承产业;Product 滚子;Region 聊城市;Enterprise 丙厂",
            "金帝 anchors 轴承产业;聊城市 seeks 滚子 recruit;丙厂 locatedIn 聊城市",
        ),
        plan(
            "b",
            "莱芜区",
            "Enterprise 泰山钢铁;Product 钢带;Region 莱芜区",
            "泰山钢铁 produces 钢带",
            foreign="泰山钢铁 produces 钢带",
        ),
    ],
    references=[CHAIN],
)


def way(source: str, target: str) -> list[tuple[str, str, bool, bool]]:
    return [(s.fact.p, s.target, s.backward, s.reference) for s in NetworkxStore(GRAPH).path(source, target)]


def test_a_way_runs_over_facts_and_marked_statements_of_chains() -> None:
    assert way("enterprise/泰山钢铁", "enterprise/金帝") == [
        ("produces", "product/钢带", False, False),
        ("feeds", "industry/轴承产业", False, True),
        ("anchors", "enterprise/金帝", True, False),
    ]


def test_no_way_runs_through_a_region_or_over_what_is_sought() -> None:
    assert way("enterprise/金帝", "enterprise/丙厂") == []
    assert way("region/聊城市", "product/滚子") == []
    assert way("enterprise/丙厂", "region/聊城市") == [("locatedIn", "region/聊城市", False, False)]


def test_a_fact_of_a_document_goes_before_a_statement_of_a_chain() -> None:
    graph = resolve([plan("a", "聊城市", "Product 钢带;Industry 轴承产业", "钢带 feeds 轴承产业")], references=[CHAIN])
    (step,) = NetworkxStore(graph).path("product/钢带", "industry/轴承产业")
    assert (step.reference, step.fact.origin) == (False, "documents")


def test_unknown_ids_are_refused() -> None:
    with pytest.raises(UnknownNameError, match="无此"):
        way("enterprise/无此", "enterprise/金帝")


def test_the_neighbourhood_grows_by_steps() -> None:
    store = NetworkxStore(GRAPH)
    near = {(f.s, f.p) for f in store.neighbourhood("industry/轴承产业")}
    assert near == {("enterprise/金帝", "anchors"), ("product/钢带", "feeds")}
    assert ("enterprise/泰山钢铁", "produces") in {(f.s, f.p) for f in store.neighbourhood("industry/轴承产业", hops=2)}
    assert store.neighbourhood("product/滚子") == ()


def test_the_multigraph_holds_every_entity_and_fact() -> None:
    graph = multigraph(GRAPH)
    assert graph.number_of_nodes() == len(GRAPH.entities)
    assert graph.number_of_edges() == len(GRAPH.facts)


def test_no_way_runs_through_a_sector_as_wide_as_the_economy() -> None:
    lines = "Enterprise 甲厂;Enterprise 乙厂;Industry 现代物流业;Industry 轴承产业"
    wide = plan("a", "聊城市", lines, "甲厂 anchors 现代物流业;乙厂 anchors 现代物流业")
    assert NetworkxStore(resolve([wide])).path("enterprise/甲厂", "enterprise/乙厂") == ()
    narrow = plan("a", "聊城市", lines, "甲厂 anchors 轴承产业;乙厂 anchors 轴承产业")
    assert len(NetworkxStore(resolve([narrow])).path("enterprise/甲厂", "enterprise/乙厂")) == 2


def test_trade_goes_before_a_place_in_common() -> None:
    lines = "Enterprise 甲厂;Enterprise 乙厂;Park 南园;Product 轴;Product 轴承"
    facts = "甲厂 locatedIn 南园;乙厂 locatedIn 南园;甲厂 produces 轴;轴 feeds 轴承;乙厂 produces 轴承"
    steps = NetworkxStore(resolve([plan("a", "聊城市", lines, facts)])).path("enterprise/甲厂", "enterprise/乙厂")
    assert [s.fact.p for s in steps] == ["produces", "feeds", "produces"]
