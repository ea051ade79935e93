"""The named questions give the same rows in SPARQL and Cypher on every store."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from graph_lines import plan
from named_fixture import documents
from servers import Server

from lianpu.errors import QueryError, UnknownNameError
from lianpu.graph.resolve import Graph, resolve
from lianpu.graph.stores import ladybug, oxigraph
from lianpu.graph.stores.neo4j import Neo4jStore
from lianpu.graph.stores.protocol import Store
from lianpu.graph.stores.rdflib_store import RdflibStore
from lianpu.graph.stores.within import within
from lianpu.ontology.chains import references
from lianpu.queries.named import Dialect, catalogue, load, run, run_text

# rdflib 7.6 calls its own deprecated property when it evaluates a question on a Dataset.


QUESTIONS: dict[str, tuple[dict[str, str], int]] = {
    "firms_in_region": ({"region": "region/济宁市"}, 2),
    "firms_of_industry": ({"industry": "industry/高端装备产业"}, 2),
    "products_of_firm": ({"firm": "enterprise/山推股份"}, 2),
    "park_focus": ({"park": "park/济宁经开区"}, 1),
    "declared_gaps": ({"region": "region/济宁市"}, 2),
    "targets_of_industry": ({"industry": "industry/高端装备产业"}, 2),
    "responsible_agencies": ({"subject": "industry/高端装备产业"}, 2),
    "firms_of_product": ({"product": "product/轴承钢"}, 2),
    "leaders_of_industry": ({"industry": "industry/轴承产业"}, 1),
    "parts_of_industry": ({"industry": "industry/高端装备产业"}, 1),
    "stages_of_industry": ({"industry": "industry/轴承产业"}, 1),
    "feeds_into": ({"topic": "industry/轴承产业"}, 1),
    "fed_by": ({"topic": "product/轴承钢"}, 1),
    "seekers_of_topic": ({"topic": "product/轴承钢"}, 1),
    "makers_of_what_is_sought": ({"owner": "industry/轴承产业"}, 2),
    "sought_and_made_by_nobody": ({"owner": "industry/轴承产业"}, 1),
    "industries_of_firm": ({"firm": "enterprise/金帝"}, 1),
    "partners_of": ({"entity": "enterprise/金帝"}, 1),
    "firms_with_same_product": ({"firm": "enterprise/金帝"}, 1),
    "parks_in_region": ({"region": "region/济宁市"}, 1),
    "platforms_in_region": ({"region": "region/东昌府区"}, 1),
    "projects_in_region": ({"region": "region/东昌府区"}, 1),
    "platforms_of_industry": ({"industry": "industry/轴承产业"}, 1),
    "parks_of_topic": ({"topic": "industry/工程机械"}, 2),
    "parks_with_same_focus": ({"park": "park/济宁经开区"}, 1),
    "focus_of_region": ({"region": "region/东昌府区"}, 1),
    "regions_of_topic": ({"topic": "industry/轴承产业"}, 2),
    "regions_with_same_focus": ({"region": "region/东昌府区"}, 1),
    "documents_of_region": ({"region": "region/济宁市"}, 1),
    "policies_of_topic": ({"topic": "industry/轴承产业"}, 1),
    "targets_of_year": ({"year": "2025"}, 1),
    "duties_of_agency": ({"agency": "agency/市科技局"}, 1),
    "claims_of_entity": ({"entity": "enterprise/金帝"}, 3),
    "documents_naming_entity": ({"entity": "industry/轴承产业"}, 2),
    "claims_of_rule": ({"rule": "test"}, 29),
    "claims_per_predicate": ({"document": "document/jining"}, 10),
    "evidence_of_fact": ({"subject": "enterprise/山推股份", "predicate": "produces", "object": "product/推土机"}, 2),
}


@pytest.fixture(scope="module")
def graph() -> Graph:
    return resolve(documents(), references=references())


@pytest.fixture(scope="module")
def stores(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, tuple[Store, Dialect]]]:
    folder: Path = tmp_path_factory.mktemp("stores")
    oxigraph.write(graph, folder / "oxigraph")
    ladybug.write(graph, folder / "ladybug")
    cypher = ladybug.LadybugStore(folder / "ladybug")
    yield {
        "oxigraph": (oxigraph.OxigraphStore(folder / "oxigraph"), "sparql"),
        "rdflib": (RdflibStore(graph), "sparql"),
        "ladybug": (cypher, "cypher"),
    }
    cypher.close()


def test_every_named_question_is_asked_here() -> None:
    assert {query.name for query in catalogue()} == set(QUESTIONS)


@pytest.mark.parametrize("name", QUESTIONS)
def test_all_stores_give_the_same_rows(stores: dict[str, tuple[Store, Dialect]], name: str) -> None:
    params, expected = QUESTIONS[name]
    answers = {label: run(store, name, params, dialect) for label, (store, dialect) in stores.items()}
    first = answers["oxigraph"]
    assert len(first.rows) == expected
    assert first.columns == load(name).columns
    assert all(answer == first for answer in answers.values()), answers


@pytest.mark.parametrize(
    "name", [name for name, (params, _) in QUESTIONS.items() if any("/" in value for value in params.values())]
)
def test_an_entity_that_is_not_there_gives_no_rows(stores: dict[str, tuple[Store, Dialect]], name: str) -> None:
    params = {key: "region/无" if "/" in value else value for key, value in QUESTIONS[name][0].items()}
    for store, dialect in stores.values():
        assert run(store, name, params, dialect).rows == ()


def test_there_are_questions_enough_for_an_analyst() -> None:
    assert len(catalogue()) >= 30
    assert all(query.title and query.title_en for query in catalogue())


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_runs_with_its_defaults(stores: dict[str, tuple[Store, Dialect]], name: str) -> None:
    first, *others = (run(store, name, None, dialect) for store, dialect in stores.values())
    assert first.columns == load(name).columns
    assert all(answer == first for answer in others)


@pytest.fixture(scope="module")
def neo4j(graph: Graph, neo4j_server: Server) -> Iterator[Neo4jStore]:
    store = Neo4jStore(neo4j_server.uri, user=neo4j_server.user, password=neo4j_server.password, name="named-questions")
    store.load(graph)
    yield store
    store.close()


def test_a_real_neo4j_gives_the_same_rows(stores: dict[str, tuple[Store, Dialect]], neo4j: Neo4jStore) -> None:
    for name, (params, _) in QUESTIONS.items():
        assert run(neo4j, name, params, "cypher") == run(stores["oxigraph"][0], name, params, "sparql"), name


def test_named_questions_see_one_graph_of_a_database(
    stores: dict[str, tuple[Store, Dialect]], neo4j: Neo4jStore, neo4j_server: Server
) -> None:
    lines = "Enterprise 金帝;Enterprise 别处厂;Industry 轴承产业;Product 轴承钢"
    facts = "金帝 anchors 轴承产业;别处厂 anchors 轴承产业;别处厂 produces 轴承钢"
    other = resolve([plan("jining", "济宁市", lines, facts)])
    options = {"user": neo4j_server.user, "password": neo4j_server.password}
    with Neo4jStore(neo4j_server.uri, name="别的图谱", **options) as second:
        second.load(other)
        for name, (params, _) in QUESTIONS.items():
            assert run(neo4j, name, params, "cypher") == run(stores["oxigraph"][0], name, params), name
        firms = run(second, "leaders_of_industry", {"industry": "industry/轴承产业"}, "cypher")
        assert [row[0] for row in firms.rows] == ["别处厂", "金帝"]
        second.load(Graph())


def test_every_node_that_a_named_question_matches_is_bound_to_its_graph() -> None:
    for query in catalogue():
        text = re.sub(r"//.*", "", query.texts["cypher"])
        matched = re.findall(r"\bMATCH (.*?)(?=\b(?:MATCH|WHERE|RETURN|WITH|UNION)\b|$)", text, re.DOTALL)
        nodes = sum(part.count("(") for part in matched)
        assert nodes > 0 and within(text).count("{graph: $lianpu_graph}") == nodes, query.name


def test_firms_are_found_through_parks_and_parts_of_the_region(stores: dict[str, tuple[Store, Dialect]]) -> None:
    store, dialect = stores["oxigraph"]
    assert run(store, "firms_in_region", {"region": "region/济宁市"}, dialect).rows == (
        ("东华重工", "邹城市"),
        ("山推股份", "济宁经开区"),
    )
    assert run(store, "firms_in_region", {"region": "region/东昌府区"}, dialect).rows == (
        ("水城钢厂", "东昌府区"),
        ("金帝", "东昌府区"),
    )


def test_a_region_that_the_code_table_lacks_has_what_is_in_it(tmp_path: Path) -> None:
    lines = "Region 甲乙新片区;Enterprise 轴承厂;Park 丙园;Platform 丁中心;Project 戊项目"
    facts = ";".join(f"{name} locatedIn 甲乙新片区" for name in ("轴承厂", "丙园", "丁中心", "戊项目"))
    graph = resolve([plan("jia", "聊城市", lines, facts)])
    (region,) = (entity for entity in graph.entities if entity.name == "甲乙新片区")
    assert region.code is None
    oxigraph.write(graph, tmp_path / "oxigraph")
    ladybug.write(graph, tmp_path / "ladybug")
    cypher = ladybug.LadybugStore(tmp_path / "ladybug")
    for name, kind in (("轴承厂", "firms"), ("丙园", "parks"), ("丁中心", "platforms"), ("戊项目", "projects")):
        params = {"region": region.id}
        answers = [
            run(store, f"{kind}_in_region", params)
            for store in (oxigraph.OxigraphStore(tmp_path / "oxigraph"), RdflibStore(graph))
        ]
        answers.append(run(cypher, f"{kind}_in_region", params, "cypher"))
        assert [answer.rows for answer in answers] == [((name, "甲乙新片区"),)] * 3
    cypher.close()


def test_foreign_text_and_reference_chains_answer_no_question(stores: dict[str, tuple[Store, Dialect]]) -> None:
    for store, dialect in stores.values():
        firms = run(store, "firms_of_industry", {"industry": "industry/轴承产业"}, dialect)
        assert [row[0] for row in firms.rows] == ["金帝"]


def test_a_parameter_is_a_value_never_text_of_the_question(stores: dict[str, tuple[Store, Dialect]]) -> None:
    hostile = "seeks' OR '1'='1"
    for store, dialect in stores.values():
        params = {"subject": "industry/工程机械", "predicate": hostile, "object": "product/发动机"}
        assert run(store, "evidence_of_fact", params, dialect).rows == ()


def test_unknown_questions_and_parameters_are_refused(stores: dict[str, tuple[Store, Dialect]]) -> None:
    store, dialect = stores["oxigraph"]
    with pytest.raises(UnknownNameError) as unknown:
        run(store, "firms_in_regoin", {}, dialect)
    assert "firms_in_region" in unknown.value.near
    with pytest.raises(QueryError, match="place"):
        run(store, "firms_in_region", {"place": "region/济宁市"}, dialect)
    with pytest.raises(QueryError, match="实体标识"):
        run(store, "firms_in_region", {"region": "济宁市"}, dialect)


def test_a_malformed_question_says_where(stores: dict[str, tuple[Store, Dialect]]) -> None:
    with pytest.raises(QueryError, match="1"):
        run_text(stores["oxigraph"][0], "SELECT ?x WHER { }")
    with pytest.raises(QueryError, match="line: 1"):
        run_text(stores["ladybug"][0], "MATCH (n) WHRE n.x RETURN n")
