"""Everything about one entity, and the words of the reports."""

from __future__ import annotations

from typing import get_args

import pytest
from gap_graphs import Plan, graph

from lianpu.errors import UnknownNameError
from lianpu.model import Position, Status
from lianpu.ontology.chains import Reach
from lianpu.queries import records
from lianpu.queries.entity import find, show
from lianpu.queries.gaps import gaps
from lianpu.queries.labels import labels, translated
from lianpu.queries.matching import Reason
from lianpu.queries.priority import weights

RECORDS = graph(
    Plan(
        "济宁市",
        "甲厂 anchors 工程机械\n工程机械 seeks 发动机 recruit\n工程机械 focusesOn 挖掘机 planned",
        targets=(("工程机械", "产值", 9, "亿元"),),
    ),
    Plan("东昌府区", "工程机械 seeks 轴承 recruit", foreign=True),
)


def test_an_entity_is_shown_with_both_ends_of_its_facts_and_sentences() -> None:
    (seen,) = show(RECORDS, "工程机械")
    ends = {(r.forward, r.predicate, r.other.name) for r in seen.relations}
    assert {(False, "anchors", "甲厂"), (True, "seeks", "发动机"), (True, "focusesOn", "挖掘机")} <= ends
    assert all(r.evidence for r in seen.relations)
    assert [t.metric for t in seen.targets] == ["产值"]
    assert seen.indicators == ()


def test_foreign_statements_are_shown_as_such() -> None:
    (seen,) = show(RECORDS, "工程机械")
    assert [r.origin for r in seen.relations if r.other.name == "轴承"] == ["foreign"]


def test_a_firm_is_shown_with_where_it_works() -> None:
    (seen,) = show(RECORDS, "甲厂")
    assert seen.place == "济宁市"
    assert [r.rule for r in seen.relations if r.predicate == "locatedIn"] == ["region-of-document"]


@pytest.mark.parametrize("name", ["工程机械", "industry/工程机械", "工程机械产业链"])
def test_an_entity_is_found_by_name_id_or_name_without_ending(name: str) -> None:
    assert [e.id for e in find(RECORDS, name)] == ["industry/工程机械"]


def test_an_unknown_name_suggests_near_ones() -> None:
    with pytest.raises(UnknownNameError) as caught:
        find(RECORDS, "工程机戒")
    assert "工程机械" in caught.value.near


def test_every_word_of_the_records_has_a_label_in_both_languages() -> None:
    words = {
        "state": (*get_args(records.State), "unknown"),
        "tier": get_args(records.Tier),
        "distance": get_args(records.Distance),
        "basis": get_args(records.Basis),
        "status": get_args(Status),
        "position": get_args(Position),
        "reach": get_args(Reach),
        "reason": get_args(Reason),
        "column": records.COLUMNS,
        "priority": tuple(weights()),
    }
    for language in ("zh", "en"):
        for group, keys in words.items():
            assert set(labels(language)[group]) == set(keys), group
        assert set(get_args(records.Table)) <= set(labels(language)["heading"])


def test_a_table_row_is_chinese_by_default() -> None:
    row = next(r for r in gaps(RECORDS, "济宁市", "工程机械").rows() if r["link"] == "发动机")
    shown = translated(row)
    assert shown["状态"] == "缺口（文件写明）"
    assert shown["分表"] == "招引与补链"
    assert translated(row, "en")["state"] == "declared gap"
