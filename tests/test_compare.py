"""Two regions side by side: the same links, and what one has for the other."""

from __future__ import annotations

import csv
import io

import msgspec
import pytest
from click.testing import CliRunner
from gap_graphs import Plan, Records, graph

from lianpu.cli import main
from lianpu.errors import UnknownNameError
from lianpu.ontology import regions
from lianpu.ontology.chains import chains
from lianpu.papers.compare_report import compare_report
from lianpu.queries.compare import COLUMNS, Comparison, Shared, compare
from lianpu.queries.view import View

JINING = Plan(
    "济宁市",
    """
    甲厂 anchors 工程机械
    工程机械 focusesOn 挖掘机 planned
    工程机械 seeks 轴承 recruit
    工程机械 seeks 智能控制算法 breakthrough
    产品营销 stageOf 工程机械 3
    """,
)
EAST = Plan(
    "东昌府区",
    """
    金厂 anchors 轴承产业
    轴承产业 focusesOn 高端轴承 planned
    轴承产业 seeks 挖掘机 extend
    工程机械 focusesOn 工程机械整机 planned
    产品营销 stageOf 工程机械 3
    金厂 produces 智能控制算法
    """,
)


def compared(records: Records, left: str = "济宁市", right: str = "东昌府区", chain: str | None = None) -> Comparison:
    return compare(View(records, regions()), left, right, chains(), chain)


def short(found: tuple[Shared, ...]) -> list[tuple[str, str, str, str]]:
    return [(one.left.chain, one.left.link, one.right.chain, one.right.link) for one in found]


def test_links_of_a_chain_that_both_build_are_the_same_and_what_any_chain_has_is_left_out() -> None:
    found = compared(graph(JINING, EAST))
    assert short(found.both) == [("工程机械", "工程机械整机", "工程机械", "工程机械整机")]
    (both,) = found.both
    assert (both.left.states, both.left.firms, both.right.states, both.right.firms) == (("covered",), ("甲厂",), ("planned",), ())
    assert both.left.evidence and both.right.evidence


def test_what_firms_of_one_make_and_the_other_wants_to_recruit_meets_across_chains() -> None:
    found = compared(graph(JINING, EAST))
    assert found.left_has == ()
    assert short(found.right_has) == [("工程机械", "轴承", "轴承", "轴承")]
    (has,) = found.right_has
    assert (has.left.states, has.right.states, has.right.firms) == (("declared",), ("covered",), ("金厂",))
    assert has.match is not None and has.match.strength >= 0.5
    turned = compared(graph(JINING, EAST), "东昌府区", "济宁市")
    assert short(turned.left_has) == [("轴承", "轴承", "工程机械", "轴承")]
    assert turned.right_has == ()


def test_one_chain_can_be_asked_for_and_names_must_be_known() -> None:
    assert short(compared(graph(JINING, EAST), chain="工程机械").right_has) == [("工程机械", "轴承", "工程机械", "轴承")]
    for wrong in ({"right": "无此市"}, {"chain": "无此链"}):
        with pytest.raises(UnknownNameError):
            compared(graph(JINING, EAST), **wrong)


def test_a_region_without_documents_is_unknown_and_nothing_is_missing_there() -> None:
    found = compared(graph(JINING), "济宁市", "淄博市")
    assert (found.right_searched, found.rows()) == ((), ())
    paper = compare_report(found).data("md").decode()
    assert "山东省淄博市：图谱中没有该地区" in paper and "不能视为缺失" in paper


def test_a_comparison_is_json_and_back_and_rows_with_fixed_columns() -> None:
    found = compared(graph(JINING, EAST))
    assert msgspec.json.decode(msgspec.json.encode(found), type=Comparison) == found
    assert all(tuple(row) == COLUMNS for row in found.rows())


@pytest.mark.parametrize("form", ["md", "html", "docx", "xlsx"])
def test_every_form_can_be_written(form: str) -> None:
    found = compared(graph(JINING, EAST))
    assert compare_report(found).data(form) == compare_report(found).data(form)
    assert "金厂" in compare_report(found).data("md").decode()
    assert "industrial chains" in compare_report(found, "en").data("md").decode().lower()


def test_the_command_prints_tables_csv_and_json(demo_kg: object) -> None:
    def run(*more: str) -> str:
        result = CliRunner().invoke(main, ["compare", "济宁市", "东昌府区", "--kg", str(demo_kg), *more])
        assert result.exit_code == 0, result.output
        return result.output

    assert "没有可对照的环节" in run()
    assert tuple(next(csv.reader(io.StringIO(run("-f", "csv"))))) == COLUMNS
    assert msgspec.json.decode(run("-f", "json"), type=Comparison).rows() == ()
