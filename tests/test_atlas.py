"""What the explorer is told: payloads that name nothing they do not carry, sentences in their paragraphs, no foreign text."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qsl, unquote

import msgspec
import pytest

from lianpu.atlas import Atlas
from lianpu.atlas.make import fits, initials, ranked, sentence
from lianpu.atlas.records import Bundle, Item
from lianpu.atlas.stock import RecordStock
from lianpu.errors import UnknownNameError
from lianpu.graph.records import Graph
from lianpu.model import Claim
from lianpu.ontology import regions
from lianpu.ontology.chains import chains
from lianpu.pipeline import KnowledgeGraph
from lianpu.queries.view import View
from lianpu.viz.address import address


@pytest.fixture(scope="module")
def graph(demo_kg: str) -> KnowledgeGraph:
    return KnowledgeGraph(demo_kg)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def bundle(graph: KnowledgeGraph) -> Bundle:
    return graph.atlas.bundle()


def test_initials_are_of_pinyin_with_letters_and_digits_kept() -> None:
    assert initials(["重庆重工", "5G 模组", "、"]) == ("cqzg", "5gmz")


def test_a_search_finds_name_alias_and_initials_best_first() -> None:
    def one(identifier: str, name: str, aliases: tuple[str, ...] = (), degree: int = 0) -> Item:
        return Item(id=identifier, type="Product", name=name, aliases=aliases, initials=initials([name, *aliases]), degree=degree)

    items = [
        one("1", "轴承钢"),
        one("2", "轴承"),
        one("3", "滚针轴承", degree=3),
        one("4", "轴箱"),
        one("5", "轮毂单元", ("轴承",)),
    ]
    assert [i.id for i in ranked(items, "轴承")] == ["2", "5", "1", "3"]
    assert [i.id for i in ranked(items, "ZC")] == ["2", "5", "1"]
    assert [i.id for i in ranked(items, "")] == ["3", "1", "2", "4", "5"]
    assert list(ranked(items, "电机")) == []


def test_each_filter_keeps_what_has_it() -> None:
    item = Item(id="1", type="Park", name="甲园", codes=("370000",), chains=("轴承",), statuses=("planned",), documents=("d",))
    assert fits(item)
    assert fits(item, types=["Park"], statuses=["planned"], region="370000", chain="轴承", documents=["d", "e"])
    assert not fits(item, types=["Region"])
    assert not fits(item, statuses=["existing"])
    assert not fits(item, region="320000")
    assert not fits(item, chain="光伏")
    assert not fits(item, documents=["e"])


def test_a_sentence_stands_in_its_paragraph() -> None:
    source = "第一段说完。\n乙县有轴承厂，\n它生产保持器，销往各地。\n第三段。"
    start = source.index("它生产")
    claim = Claim(id="c", s="a", p="produces", document="d", start=start, end=start + 6, quote=source[start : start + 6])
    found = sentence(claim, source, title="某规划", subject="厂")
    assert (found.before, found.quote, found.after) == ("乙县有轴承厂，\n", "它生产保持器", "，销往各地。")


def test_a_sentence_that_ends_its_paragraph_has_nothing_after_it() -> None:
    source = "甲市发展轴承。\n\n乙县发展光伏。"
    claim = Claim(id="c", s="a", p="focusesOn", document="d", start=0, end=7, quote=source[:7])
    found = sentence(claim, source, title="某规划", subject="甲市")
    assert (found.before, found.after) == ("", "")


def test_every_paragraph_is_a_slice_of_the_source(graph: KnowledgeGraph, bundle: Bundle) -> None:
    from lianpu.graph import directory

    documents = {document.id for document in graph.records.documents}
    placed = [one for one in bundle.sentences if one.document in documents]
    assert len(placed) > 100
    for one in placed:
        source = directory.text(graph.folder, one.document)
        start = one.start - len(one.before)
        assert source[start : one.end + len(one.after)] == one.before + one.quote + one.after


def test_a_bundle_names_only_what_it_carries(bundle: Bundle) -> None:
    items = {item.id for item in bundle.items}
    claims = {one.claim for one in bundle.sentences}
    assert {end for link in bundle.links for end in (link.s, link.o)} <= items
    assert {c for link in bundle.links if link.kind != "reference" for c in link.claims} <= claims
    for view in (*bundle.chains, *bundle.regions):
        assert view.items and {item.id for item in view.items} <= items
    for chain in bundle.chains:
        named = {item.id for item in chain.items}
        for row in chain.rows:
            assert {o.owner for o in (*row.declared, *row.planned, *row.elsewhere, *row.buyers, *row.parks)} <= named
            assert {one.firm for one in (*row.firms, *row.candidates)} <= named
            assert {c for one in (*row.declared, *row.firms, *row.candidates) for c in one.claims} <= claims


def test_a_chain_view_says_what_the_report_says(graph: KnowledgeGraph) -> None:
    report = graph.gaps("济宁市", "工程机械")
    view = graph.atlas.chain(report.code, "工程机械")
    assert [(row.name, row.states) for row in view.rows] == [(row.name, row.states) for row in report.chains[0].links]
    stages = [(stage.position, stage.order) for stage in view.stages]
    assert len(set(stages)) == len(stages) and {(row.position, row.order) for row in view.rows} == set(stages)
    gap = next(row for row in view.rows if row.name == "液压件")
    assert gap.states[0] == "declared" and gap.declared[0].claims and gap.candidates[0].tier == "C"
    keys = {row.key for row in view.rows}
    assert view.feeds and all(feed.source in keys and feed.target in keys for feed in view.feeds)


def test_the_page_opens_on_the_reference_chain_with_most_gaps(bundle: Bundle) -> None:
    first = next(
        one for one in bundle.meta.chains if (one.region, one.chain) == tuple(msgspec.structs.astuple(bundle.meta.first))
    )
    assert first.kind == "reference" and first.declared == max(
        one.declared for one in bundle.meta.chains if one.kind == "reference"
    )


def test_a_region_has_its_parks_in_boxes_after_their_parents(graph: KnowledgeGraph) -> None:
    for region in graph.atlas.regions:
        seen: set[str] = set()
        boxes = graph.atlas.region(region.id).boxes
        for box in boxes:
            assert box.parent in seen or box.id == region.id
            seen.add(box.id)
    east = graph.atlas.region("region/东昌府区")
    town = next(box for box in east.boxes if box.id == "park/郑家镇工业集聚区")
    assert [graph.atlas.item(tie.other).name for tie in town.focuses] == ["轴承保持器"]


def test_neighbours_are_cut_and_counted(graph: KnowledgeGraph) -> None:
    whole = graph.atlas.neighbours("region/济宁市", limit=1000)
    some = graph.atlas.neighbours("region/济宁市", limit=2)
    assert len(some.nodes) == 3 and some.nodes[0].id == "region/济宁市" and some.left == len(whole.nodes) - 3 > 0
    assert {end for link in some.edges for end in (link.s, link.o)} == {item.id for item in some.nodes}


def test_a_path_is_that_of_the_path_question(graph: KnowledgeGraph) -> None:
    asked = graph.path("泰山钢铁", "山推股份")
    found = graph.atlas.path(asked.start.id, asked.end.id)
    assert [node.id for node in found.nodes] == [asked.start.id, *(step.target.id for step in asked.steps)]
    assert [edge.kind == "reference" for edge in found.edges] == [step.reference for step in asked.steps]
    assert any(edge.place for edge in found.edges) and not any(edge.place for edge in found.edges if edge.kind != "reference")


def test_a_report_links_each_row_of_its_chain_into_an_explorer(graph: KnowledgeGraph) -> None:
    report = graph.report("济宁市", "工程机械", atlas="图谱/a b.html").data("html").decode()
    addresses = re.findall(r'<a class="box [a-z]+" href="([^"]+)"', report)
    told = {tuple(parse_qsl(unescape(one).partition("#")[2])) for one in addresses}
    rows = graph.atlas.chain("370800", "工程机械").rows
    assert told == {(("region", "370800"), ("chain", "工程机械"), ("select", f"row {row.key}")) for row in rows}
    assert all(unquote(one.partition("#")[0]) == "图谱/a b.html" for one in addresses)
    assert "<a class" not in graph.report("济宁市", "工程机械").data("html").decode()


def test_an_address_is_no_script() -> None:
    assert address("javascript:alert(1)", region="1") == "javascript%3Aalert%281%29#region=1"


def test_what_is_not_there_is_an_error(graph: KnowledgeGraph) -> None:
    for ask in (graph.atlas.card, graph.atlas.neighbours, graph.atlas.region, lambda one: graph.atlas.path(one, "region/济宁市")):
        with pytest.raises(UnknownNameError):
            ask("product/无此物")
    assert graph.atlas.evidence(["无此断言"]).sentences == ()


def test_foreign_text_is_nowhere(graph: KnowledgeGraph) -> None:
    records = graph.records
    fact = next(f for f in records.facts if f.p == "focusesOn" and f.origin == "documents")
    replace = msgspec.structs.replace
    foreign = replace(
        records,
        entities=tuple(replace(e, origin="foreign") if e.id == fact.o else e for e in records.entities),
        facts=tuple(replace(f, origin="foreign") if fact.o in (f.s, f.o) else f for f in records.facts),
        claims=tuple(replace(c, origin="foreign") if fact.o in (c.s, c.o) else c for c in records.claims),
    )
    told = msgspec.json.encode(_atlas(foreign, graph).bundle()).decode()
    assert f'"{fact.o}"' in msgspec.json.encode(graph.atlas.bundle()).decode()
    assert f'"{fact.o}"' not in told and '"foreign"' not in told


def _atlas(records: Graph, graph: KnowledgeGraph) -> Atlas:
    return Atlas(RecordStock(View(records, regions())), graph.atlas.text, chains())
