"""Every named question gives rows to who asks it without parameters, on any graph that has its kind of fact."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner
from graph_lines import plan
from named_fixture import documents

from lianpu import pipeline
from lianpu.cli import main
from lianpu.errors import QueryError
from lianpu.graph.resolve import resolve
from lianpu.graph.stores import ladybug, oxigraph
from lianpu.graph.stores.protocol import Store
from lianpu.ontology.chains import references
from lianpu.pipeline import KnowledgeGraph
from lianpu.queries import named
from lianpu.queries.defaults import filled
from lianpu.queries.named import catalogue, load, run

NAMES = [query.name for query in catalogue()]


@pytest.fixture(scope="module")
def demo(demo_kg: Path) -> KnowledgeGraph:
    return pipeline.open(demo_kg)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Store]]:
    folder = tmp_path_factory.mktemp("written")
    graph = resolve(documents(), references=references())
    oxigraph.write(graph, folder / "oxigraph")
    ladybug.write(graph, folder / "ladybug")
    cypher = ladybug.LadybugStore(folder / "ladybug")
    yield oxigraph.OxigraphStore(folder / "oxigraph"), cypher
    cypher.close()


@pytest.mark.parametrize("name", NAMES)
def test_every_question_gives_rows_on_the_demonstration_in_both_dialects(demo: KnowledgeGraph, name: str) -> None:
    sparql, cypher = (pipeline.question(name, None, dialect) for dialect in ("sparql", "cypher"))
    values = demo.parameters(sparql)
    assert set(values) == {parameter.name for parameter in load(name).parameters}
    rows = demo.ask(sparql, values)
    assert rows.rows
    assert demo.ask(cypher, demo.parameters(cypher)) == rows


@pytest.mark.parametrize("name", NAMES)
def test_every_question_gives_rows_on_a_graph_of_other_names(written: tuple[Store, Store], name: str) -> None:
    sparql, cypher = written
    # No document here was read by the rules of the reader, so that there is no default to fill in for a rule.
    given = {"rule": "test"} if name == "claims_of_rule" else {}
    values = filled(sparql, name, given)
    rows = run(sparql, name, values)
    assert rows.rows
    assert run(cypher, name, values, "cypher") == rows


@pytest.mark.parametrize(
    "entity", ["region/济宁市", "park/济宁高新区", "product/钢带", "policy/济宁市工程机械产业链提升行动方案（2026—2028年）"]
)
def test_both_dialects_agree_on_things_that_a_question_is_not_about(demo: KnowledgeGraph, entity: str) -> None:
    asked = [(one.name, one.parameters[0].name) for one in catalogue() if [p.type for p in one.parameters] == ["entity"]]
    answers = {
        name: [run(demo.store(dialect), name, {parameter: entity}, dialect) for dialect in ("sparql", "cypher")]
        for name, parameter in asked
    }
    assert {name for name, (sparql, cypher) in answers.items() if sparql != cypher} == set()
    assert {"claims_of_entity", "documents_naming_entity"} <= {name for name, (sparql, _) in answers.items() if sparql.rows}


def test_a_default_that_has_rows_is_taken() -> None:
    class Answering:
        def query(self, text: str, params: object = None, *, limit: int | None = None) -> named.Rows:
            return named.Rows(load("firms_in_region").columns, (("甲厂", "甲市"),))

    assert filled(Answering(), "firms_in_region", {}) == {"region": "region/济宁市"}


def test_values_of_the_kind_of_the_default_come_before_others(tmp_path: Path) -> None:
    facts = "甲产业 focusesOn 乙件;丙园区 focusesOn 乙件"
    graph = resolve([plan("a", "济宁市", "Industry 甲产业;Product 乙件;Park 丙园区", facts)])
    oxigraph.write(graph, tmp_path / "store")
    values = filled(oxigraph.OxigraphStore(tmp_path / "store"), "park_focus", {})
    assert values == {"park": "park/丙园区"}


def test_what_is_given_is_kept_and_the_rest_is_found_for_it(written: tuple[Store, Store]) -> None:
    values = filled(written[0], "evidence_of_fact", {"subject": "enterprise/山推股份", "predicate": "produces"})
    assert values["subject"] == "enterprise/山推股份"
    assert run(written[0], "evidence_of_fact", values).rows


def test_a_graph_that_has_no_answer_leaves_the_defaults(tmp_path: Path) -> None:
    oxigraph.write(resolve([plan("a", "济宁市", "Product 乙件", "")]), tmp_path / "store")
    store = oxigraph.OxigraphStore(tmp_path / "store")
    assert filled(store, "targets_of_year", {}) == {"year": 2025}
    with pytest.raises(QueryError, match="month"):
        filled(store, "targets_of_year", {"month": 5})


def test_the_command_says_what_it_asked_with(demo_kg: Path) -> None:
    ask = ("query", "--kg", str(demo_kg), "leaders_of_industry")
    told = CliRunner().invoke(main, ["--lang", "en", *ask])
    assert told.exit_code == 0
    assert told.stderr == "Parameters not given: industry=industry/不锈钢产业\n"
    assert "泰山钢铁" in told.stdout
    silent = CliRunner().invoke(main, [*ask, "-p", "industry=不锈钢产业"])
    assert (silent.stdout, silent.stderr) == (told.stdout, "")


def test_a_document_is_a_parameter_by_its_id_or_title(demo: KnowledgeGraph) -> None:
    question = pipeline.question("claims_per_predicate", None, None)
    one = demo.records.documents[0]
    by_id = demo.ask(question, {"document": f"document/{one.id}"})
    assert by_id.rows
    assert demo.ask(question, {"document": one.title}) == by_id


# -- the list -----------------------------------------------------------------------------------------------------


def listed(*arguments: str) -> str:
    result = CliRunner().invoke(main, [*arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_questions_are_listed_by_topic_in_the_language_with_their_defaults() -> None:
    rows = json.loads(listed("--lang", "en", "query", "--list", "-f", "json"))
    topics = [row["topic"] for row in rows]
    assert list(dict.fromkeys(topics)) == list(get_args(named.Topic))
    assert topics == sorted(topics, key=get_args(named.Topic).index)
    assert {row["name"]: row["title"] for row in rows} == {query.name: query.title_en for query in catalogue()}
    assert {row["name"]: row["parameters"] for row in rows}["targets_of_year"] == "year=2025"


@pytest.mark.parametrize(("lang", "first", "last"), [("zh", "链条", "依据"), ("en", "Chain", "Evidence")])
def test_a_listed_topic_heads_its_questions_once(lang: str, first: str, last: str) -> None:
    lines = [line.split() for line in listed("--lang", lang, "query", "--list").splitlines()]
    begins = [words[0] for words in lines if len(words) > 2 and words[1] in NAMES]
    assert len(begins) == len(set(begins)) == len(get_args(named.Topic))
    assert (begins[0], begins[-1]) == (first, last)
