"""The index of a graph directory: what it answers is what the records say, and it is made anew when it does not fit."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Sequence
from pathlib import Path

import pytest
from graph_lines import plan
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from whole_graph import whole_graph

from lianpu import pipeline
from lianpu.graph import directory
from lianpu.graph.directory import INDEX, Stored
from lianpu.graph.records import Graph
from lianpu.graph.resolve import resolve
from lianpu.graph.stores.networkx_store import NetworkxStore
from lianpu.graph.swap import put
from lianpu.model import Entity, EntityType, Fact, encode_lines
from lianpu.ontology import regions
from lianpu.queries import index
from lianpu.queries.index import IndexedView, opened
from lianpu.queries.index.folder import MARK, Reader, Writer
from lianpu.queries.index.ways import Ways, write_ways
from lianpu.queries.matching import Term
from lianpu.queries.view import View

ODD = ("名\t字\n件", "\u202e\U0002070e件", "ＡＢ　件", "件" * 3000, "</script>件")


def odd_graph() -> Graph:
    """The whole graph, and products with odd names, one of them named as another."""
    whole = whole_graph()
    odd = [Entity(id=f"product/odd{n}", type="Product", name=name, aliases=("又名",)) for n, name in enumerate(ODD)]
    twin = Entity(id="product/twin", type="Product", name="又名")
    firm = next(one.id for one in whole.entities if one.type == "Enterprise")
    facts = [Fact(s=firm, p="produces", o=one.id, status="planned", documents=("nowhere",)) for one in odd]
    loop = Fact(s=firm, p="worksWith", o=firm, status="existing")
    entities = sorted((*whole.entities, *odd, twin), key=lambda one: one.id)
    return replace(whole, entities=tuple(entities), facts=tuple(sorted((*whole.facts, *facts, loop), key=_ends)))


def _ends(fact: Fact) -> tuple[str, str, str, str]:
    return fact.s, fact.p, fact.o, fact.origin


def files_of(graph: Graph, kg: Path) -> Path:
    """A graph directory without stores."""
    for name, records in (("documents", graph.documents), ("entities", graph.entities), ("facts", graph.facts)):
        put(kg / f"{name}.jsonl", encode_lines(records))
    put(kg / "resolved.jsonl", encode_lines(graph.claims))
    put(kg / "targets.jsonl", encode_lines(graph.targets))
    return kg


@pytest.fixture(scope="module")
def views(tmp_path_factory: pytest.TempPathFactory) -> tuple[View, IndexedView]:
    graph = odd_graph()
    kg = files_of(graph, tmp_path_factory.mktemp("odd") / "kg")
    index.write(graph, kg)
    return View(graph, regions()), IndexedView(index.Index(kg, kg / INDEX), regions())


def test_every_record_is_found_by_its_id(views: tuple[View, IndexedView]) -> None:
    memory, disk = views
    assert {one: disk.entities[one] for one in disk.entities} == dict(memory.entities)
    assert {one: disk.claims.get(one) for one in memory.claims} == dict(memory.claims)
    assert len(disk.entities) == len(memory.entities) and len(disk.claims) == len(memory.claims) > 5
    for unknown in ("", "product/odd", "\ud800", "product/odd0/"):
        assert unknown not in disk.entities and disk.entities.get(unknown) is None
        with pytest.raises(KeyError):
            disk.claims[unknown]


def test_facts_are_found_by_their_ends(views: tuple[View, IndexedView]) -> None:
    memory, disk = views
    predicates = sorted({fact.p for fact in memory.graph.facts} | {"regulates"})
    for one in (*memory.entities, "product/nothing"):
        for ask in ("touching", "in_tables", "located_in_tables", "parts_by_code", "targets", "places"):
            _same(getattr(memory, ask)(one), getattr(disk, ask)(one))
        for predicate in predicates:
            _same(memory.out(predicate, one), disk.out(predicate, one))
            _same(memory.into(predicate, one), disk.into(predicate, one))
    for predicate in predicates:
        _same(memory.facts(predicate), disk.facts(predicate))
        assert memory.subjects(predicate) == disk.subjects(predicate)
        assert memory.objects(predicate) == disk.objects(predicate)
    assert any(memory.in_tables(one) for one in memory.entities) and any(memory.targets(one) for one in memory.entities)


def _same(known: object, found: object) -> None:
    if isinstance(known, frozenset):
        assert known == found
    else:
        assert list(known) == list(found)  # type: ignore[call-overload]


def test_facts_are_found_by_document_and_place(views: tuple[View, IndexedView]) -> None:
    memory, disk = views
    documents = [document.id for document in memory.graph.documents]
    for predicate in ("produces", "locatedIn", "seeks", "regulates"):
        for some in (frozenset(documents[:1]), frozenset(documents), frozenset({"nothing"}), frozenset[str]()):
            _same(memory.stated(predicate, some), disk.stated(predicate, some))
        for code in ("370800", "370883", "320000", "320400", "000000"):
            _same(memory.placed(predicate, code), disk.placed(predicate, code))
            _same(memory.placed_in_tables(predicate, code), disk.placed_in_tables(predicate, code))
    assert list(disk.placed_in_tables("produces", "320000")) and list(disk.stated("seeks", frozenset(documents)))
    told = (["product/推土机"], ("produces", "seeks"), ("feeds",))
    assert memory.spoken(*told) == disk.spoken(*told) != {}


def test_words_and_classes_are_found(views: tuple[View, IndexedView]) -> None:
    memory, disk = views
    for word in ("件", "推土机", "工程机械", "又名", "没有这样的词"):
        term = Term(key="k", name=word, synonyms=("件件",))
        assert memory.topics.match(term) == disk.topics.match(term)
    for kind in ("Product", "Region", "Policy"):
        assert list(memory.of_type(kind)) == list(disk.of_type(kind))
    assert disk.graph.entities == memory.graph.entities and disk.graph.targets == memory.graph.targets != ()


def test_the_same_graph_gives_the_same_index(tmp_path: Path) -> None:
    graph = odd_graph()
    for name in ("one", "two"):
        index.write(graph, files_of(graph, tmp_path / name))
    one, two = ({p.name: p.read_bytes() for p in (tmp_path / name / INDEX).iterdir()} for name in ("one", "two"))
    assert one == two and MARK in one


# -- ways ---------------------------------------------------------------------------------------------------------

_KINDS: Sequence[EntityType] = (*("Enterprise",) * 4, "Product", "Product", "Region", "Park", "Park")
_NODES = [Entity(id=f"{kind.lower()}/{n}", type=kind, name=f"{n}号") for n, kind in enumerate(_KINDS)]


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    entities = sorted(_NODES, key=lambda one: one.id)
    ids = [one.id for one in entities]
    ends = draw(st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(ids)), min_size=4, max_size=22, unique=True))
    facts = {}
    for s, o in ends:
        predicate = draw(st.sampled_from(("produces", "locatedIn", "feeds", "seeks")))
        origin = draw(st.sampled_from(("documents", "documents", "chain/甲", "regions", "foreign")))
        sure = draw(st.sampled_from((1.0, 0.5)))
        facts[s, predicate, o, origin] = Fact(s=s, p=predicate, o=o, status="existing", confidence=sure, origin=origin)
    return Graph(entities=tuple(entities), facts=tuple(facts[key] for key in sorted(facts)))


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("ways")


@given(graph=graphs())
@settings(max_examples=60, deadline=None, derandomize=True, database=None)
def test_a_way_over_arrays_is_that_of_networkx(graph: Graph, folders: Path) -> None:
    folder = folders / str(len(list(folders.iterdir())))
    numbers = {one.id: number for number, one in enumerate(graph.entities)}
    write_ways(Writer(folder), graph, numbers)
    memory, disk = NetworkxStore(graph), Ways(Reader(folder))
    for source in numbers:
        for target in numbers:
            known = [(step.fact, step.target) for step in memory.path(source, target)]
            steps = disk.path(numbers[source], numbers[target])
            assert [(graph.facts[fact], graph.entities[to].id) for fact, to in steps] == known


# -- the folder ---------------------------------------------------------------------------------------------------

PLAN = plan("规划", "济宁市", "Enterprise 甲厂;Product 阀门;Region 济宁市", "甲厂 produces 阀门;济宁市 seeks 阀门 recruit")


@pytest.fixture
def kg(tmp_path: Path) -> Path:
    sources = [Stored("规划", "一.txt", "00", "given", "一份规划", PLAN)]
    directory.write(resolve((PLAN,)), sources, tmp_path / "kg", index=index.write)
    return tmp_path / "kg"


def test_a_build_writes_it(tmp_path: Path) -> None:
    (tmp_path / "规划.txt").write_text("某市重点发展轴承产业，依托甲轴承有限公司。", "utf-8")
    pipeline.build([tmp_path / "规划.txt"], tmp_path / "kg")
    assert index.opened(tmp_path / "kg").made.predicates is not None and (tmp_path / "kg" / INDEX / MARK).is_file()


def test_one_that_fits_is_read_and_no_records_are(kg: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(directory, "load", lambda _: pytest.fail("the index is there"))
    atlas = pipeline.open(kg).stored_atlas
    assert [one.id for one in atlas.search("阀门").items] == ["product/阀门"]
    assert len(atlas.neighbours("enterprise/甲厂").nodes) > 1 and atlas.chain("济宁市", "轴承").known is False


@pytest.mark.parametrize("harm", ["gone", "no mark", "torn", "other version", "other files"])
def test_one_that_does_not_fit_is_made_anew(kg: Path, harm: str) -> None:
    mark = kg / INDEX / MARK
    known = {path.name: path.read_bytes() for path in (kg / INDEX).iterdir()}
    if harm == "gone":
        (kg / INDEX).rename(kg.parent / "elsewhere")
    elif harm == "no mark":
        mark.unlink()
    elif harm == "torn":
        mark.write_bytes(mark.read_bytes()[:20])
    else:
        told = json.loads(mark.read_bytes())
        told["fingerprint" if harm == "other version" else "sizes"] = "0" if harm == "other version" else {"facts.jsonl": 1}
        mark.write_text(json.dumps(told), "utf-8")
    assert opened(kg).entities == directory.load(kg).entities
    assert {path.name: path.read_bytes() for path in (kg / INDEX).iterdir()} == known
    assert not list(kg.glob(f".{INDEX}*"))


def test_where_nothing_may_be_written_it_is_made_for_now(kg: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (kg / INDEX / MARK).unlink()
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert opened(kg).claims == directory.load(kg).claims
    assert not (kg / INDEX / MARK).exists()


def test_a_graph_without_anything_has_one(tmp_path: Path) -> None:
    kg = files_of(Graph(), tmp_path / "kg")
    index.write(Graph(), kg)
    found = index.Index(kg, kg / INDEX)
    assert found.entities == found.facts == found.claims == () and found.busiest(3) == ()
    assert found.number("product/阀门") is None and list(found.names.matches("阀")) == []


def test_a_failed_index_leaves_the_graph_before(kg: Path, tmp_path: Path) -> None:
    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device")

    before = {path: path.read_bytes() for path in kg.rglob("*") if path.is_file() and path.suffix in (".jsonl", ".npy")}
    with pytest.raises(directory.GraphError, match="No space left"):
        directory.write(Graph(), (), kg, index=fails)
    assert {path: path.read_bytes() for path in before} == before


def test_what_is_as_it_was_is_not_written_again(kg: Path) -> None:
    sources = directory.sources(kg)
    directory.write(directory.load(kg), sources, kg, index=lambda *_: pytest.fail("the index is there"))
    assert stat.S_ISDIR((kg / INDEX).stat().st_mode)
