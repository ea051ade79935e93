"""The states of ``lianpu gaps``, each with its proof, on small graphs."""

from __future__ import annotations

import msgspec
import pytest
from gap_graphs import Plan, graph

from lianpu.errors import UnknownNameError
from lianpu.ontology.chains import chains
from lianpu.queries.gaps import gaps
from lianpu.queries.records import COLUMNS, ChainReport, GapReport, GapRow

JINING = Plan(
    "济宁市",
    """
    甲厂 anchors 工程机械
    乙厂 anchors 工程机械
    高端产业集群 focusesOn 工程机械 planned
    工程机械 subIndustryOf 高端产业集群
    工程机械 seeks 发动机 recruit
    工程机械 seeks 桥箱 supplement
    工程机械 seeks 智能控制算法 breakthrough
    工程机械 seeks 农业服务 extend
    高端产业集群 seeks 铸造件 recruit
    工程机械 focusesOn 挖掘机 planned
    工程机械 focusesOn 高性能多路阀 planned
    任城园 locatedIn 任城区
    任城园 focusesOn 工程机械
    济宁市 focusesOn 驾驶室 planned
    产品设计 stageOf 工程机械 1
    整机装配 stageOf 工程机械 2
    涂装材料 stageOf 工程机械 upstream
    矿山 stageOf 工程机械 downstream
    农机装备 seeks 轴承 recruit
    丙厂 anchors 农机装备
    甲意见 regulates 工程机械
    甲实验室 supports 工程机械
    """,
    targets=(("工程机械", "营业收入", 500, "亿元"),),
)
EAST = Plan(
    "东昌府区",
    """
    金厂 anchors 轴承产业
    轴承产业 focusesOn 高端轴承保持器 planned
    轴承产业 seeks 钢板 recruit
    轴承产业 seeks 钢带 recruit
    钢板 stageOf 轴承产业 upstream
    百货厂 anchors 现代商贸
    现代商贸 focusesOn 轴承 planned
    """,
)
LAIWU = Plan(
    "莱芜区",
    """
    泰厂 anchors 不锈钢产业
    炼钢 stageOf 不锈钢产业 1
    深加工 stageOf 不锈钢产业 2
    不锈钢产业 seeks 不锈钢制品 extend
    航空 stageOf 不锈钢产业 downstream
    不锈钢产业 focusesOn 航空 planned
    """,
)
ALL = graph(JINING, EAST, LAIWU)


def chain(region: str, name: str, records: object = ALL) -> ChainReport:
    (report,) = gaps(records, region, name).chains  # type: ignore[arg-type]
    return report


def row(report: ChainReport, name: str) -> GapRow:
    (found,) = (r for r in report.links if r.name == name)
    return found


def names(rows: tuple[GapRow, ...]) -> set[str]:
    return {r.name for r in rows}


# -- declared -----------------------------------------------------------------------------------------------------


def test_what_is_sought_is_declared_in_its_table() -> None:
    report = chain("济宁市", "工程机械")
    assert names(report.table("recruit")) == {"发动机", "桥箱", "铸造件"}
    assert names(report.table("breakthrough")) == {"智能控制算法"}
    assert names(report.table("extend")) == {"农业服务"}


def test_every_declared_row_has_its_sentence_and_document() -> None:
    for report in (chain("济宁市", "工程机械"), chain("东昌府区", "轴承"), chain("莱芜区", "不锈钢")):
        for declared in report.in_state("declared"):
            assert declared.declared
            for statement in declared.declared:
                assert all(e.text and e.title and e.section and e.predicate == "seeks" for e in statement.evidence)


def test_a_cluster_declares_for_its_chain_what_the_chain_has_as_a_link() -> None:
    casting = row(chain("济宁市", "工程机械"), "铸造件")
    assert casting.link == "铸件"
    assert casting.declared[0].owner.name == "高端产业集群"


def test_what_only_another_chain_seeks_is_mentioned_but_not_declared() -> None:
    bearing = row(chain("济宁市", "工程机械"), "轴承")
    assert bearing.states == ("unstated",)
    assert [s.owner.name for s in bearing.sought_elsewhere] == ["农机装备"]
    assert "丙厂" in {b.firm.name for b in bearing.buyers}


def test_only_the_first_table_has_a_priority_and_its_terms_add_up() -> None:
    report = chain("济宁市", "工程机械")
    for declared in report.in_state("declared"):
        assert (declared.priority is not None) == ("recruit" in declared.tables)
    engine = row(report, "发动机").priority
    assert engine is not None
    assert engine.points == sum(term.points for term in engine.terms)
    counts = {t.key: t.count for t in engine.terms}
    assert (counts["recruit"], counts["supplement"], counts["buyers"], counts["targets"]) == (1, 0, 2, 1)


def test_directions_and_techniques_have_no_candidates() -> None:
    maker = Plan("淄博市", "远厂 produces 农业服务\n远厂 produces 智能控制算法\n远厂 produces 发动机")
    report = chain("济宁市", "工程机械", graph(JINING, maker))
    assert [c.firm.name for c in row(report, "发动机").candidates] == ["远厂"]
    assert row(report, "农业服务").candidates == ()
    assert row(report, "智能控制算法").candidates == ()
    assert [s.entity.name for s in row(report, "智能控制算法").supporters] == ["甲实验室"]


# -- covered and planned ------------------------------------------------------------------------------------------


def test_leaders_carry_what_their_industry_focuses_on_and_its_own_stages() -> None:
    report = chain("济宁市", "工程机械")
    machines = row(report, "工程机械整机")
    assert machines.states == ("covered",)
    assert {(c.firm.name, c.basis, c.match.mention) for c in machines.covers} == {
        ("甲厂", "focus", "挖掘机"),
        ("乙厂", "focus", "挖掘机"),
    }
    assert {c.basis for c in row(report, "整机装配").covers} == {"stage"}
    assert row(chain("莱芜区", "不锈钢"), "不锈钢坯").states == ("covered",)


def test_a_market_has_a_row_only_where_a_document_names_it_and_in_its_words() -> None:
    steel = chain("莱芜区", "不锈钢")
    found = row(steel, "航空")
    assert (found.link, found.generic, found.counted) == ("航空航天装备", True, False)
    markets = {link.name for link in chains()["不锈钢"].links if link.market}
    assert len(markets) > 3 and markets.isdisjoint(one.name for one in steel.links)


def test_to_extend_to_a_market_is_no_link_of_the_coverage_figure() -> None:
    plan = "甲厂 anchors 不锈钢产业\n不锈钢产业 seeks 航空航天 extend\n不锈钢产业 seeks 镍铁 extend"
    report = gaps(graph(Plan("莱芜区", plan)), "莱芜区", "不锈钢").chains[0]  # type: ignore[arg-type]
    assert [one.name for one in report.table("extend") if not one.counted] == ["航空航天"]


def test_upstream_and_downstream_stages_are_not_carried() -> None:
    assert row(chain("济宁市", "工程机械"), "涂装材料").states == ("unstated",)
    assert row(chain("莱芜区", "不锈钢"), "航空").states == ("planned",)


def test_an_upstream_stage_that_the_industry_develops_is_carried() -> None:
    plan = Plan("济宁市", "甲厂 anchors 工程机械\n钢坯 stageOf 工程机械 upstream\n工程机械 focusesOn 钢坯 planned")
    assert row(chain("济宁市", "工程机械", graph(plan)), "钢坯").states == ("covered",)


def test_a_downstream_market_is_no_gap() -> None:
    assert "矿山" not in names(chain("济宁市", "工程机械").links)


def test_what_an_industry_seeks_is_not_carried_by_its_own_leaders() -> None:
    both = Plan("济宁市", "甲厂 anchors 工程机械\n工程机械 focusesOn 发动机 planned\n工程机械 seeks 发动机 recruit")
    assert row(chain("济宁市", "工程机械", graph(both)), "发动机").states == ("declared", "planned")


def test_a_local_maker_covers_beside_the_declaration() -> None:
    maker = Plan("济宁市", "丁厂 produces 柴油机")
    engine = row(chain("济宁市", "工程机械", graph(JINING, maker)), "发动机")
    assert engine.states == ("declared", "covered")
    assert engine.covers[0].basis == "produces"
    assert engine.covers[0].match.reason == "kind"
    assert "丁厂" not in {c.firm.name for c in engine.candidates}


def test_without_a_firm_a_focus_is_planned() -> None:
    cab = row(chain("济宁市", "工程机械"), "驾驶室")
    assert cab.states == ("planned",)
    assert [s.owner.name for s in cab.planned] == ["济宁市"]


def test_a_place_taken_from_the_document_says_so() -> None:
    stated = Plan("济宁市", "丁厂 produces 柴油机\n丁厂 locatedIn 任城区")
    covers = row(chain("济宁市", "工程机械", graph(JINING, stated)), "发动机").covers
    assert [(c.firm.place, c.firm.placed_by) for c in covers] == [("济宁市任城区", "")]
    leader = row(chain("济宁市", "工程机械"), "工程机械整机").covers[0].firm
    assert (leader.place, leader.placed_by) == ("济宁市", "济宁市规划0")


def test_trade_in_a_good_covers_nothing() -> None:
    firms = {c.firm.name for r in chain("东昌府区", "轴承").links for c in r.covers}
    assert firms == {"金厂"}


# -- unstated and unknown -----------------------------------------------------------------------------------------


def test_generic_stages_are_never_unstated() -> None:
    report = chain("济宁市", "工程机械")
    assert not any(r.generic for r in report.in_state("unstated"))
    assert {"产品营销", "服务支持"}.isdisjoint(names(report.links))


def test_unstated_rows_say_which_documents_were_searched() -> None:
    report = chain("济宁市", "工程机械")
    assert report.searched == ("济宁市规划0",)
    flat = next(r for r in gaps(ALL, "济宁市", "工程机械").rows() if r["state"] == "unstated")
    assert flat["documents"] == "济宁市规划0"


def test_a_chain_that_no_document_covers_is_unknown_and_has_no_rows() -> None:
    report = gaps(ALL, "淄博市", "轴承")
    assert [(c.known, c.links) for c in report.chains] == [(False, ())]
    assert [r["state"] for r in report.rows()] == ["unknown"]
    assert chain("东昌府区", "工程机械").known is False


def test_a_downstream_market_of_another_chain_covers_nothing() -> None:
    paint = Plan("东昌府区", "工程机械 stageOf 涂料产业 downstream")
    assert chain("东昌府区", "工程机械", graph(JINING, EAST, paint)).known is False


def test_statements_of_an_industry_count_only_in_the_region_of_their_document() -> None:
    other = Plan("淄博市", "工程机械 seeks 锻件 recruit\n戊厂 anchors 工程机械")
    report = chain("济宁市", "工程机械", graph(JINING, other))
    assert row(report, "锻件").states == ("unstated",)
    assert names(chain("淄博市", "工程机械", graph(JINING, other)).table("recruit")) == {"锻件"}


def test_foreign_text_neither_covers_a_chain_nor_gives_candidates() -> None:
    foreign = Plan("济宁市", "己厂 anchors 轴承产业\n轴承产业 seeks 钢球 recruit", foreign=True)
    records = graph(JINING, EAST, foreign)
    assert chain("济宁市", "轴承", records).known is False
    assert "己厂" not in {c.firm.name for r in chain("东昌府区", "轴承", records).links for c in r.candidates}


# -- candidates ---------------------------------------------------------------------------------------------------


def test_a_leader_of_an_industry_whose_chain_supplies_it_is_tier_b() -> None:
    plate = row(chain("东昌府区", "轴承"), "钢板")
    assert plate.states == ("declared",)
    (candidate,) = plate.candidates
    assert (candidate.tier, candidate.firm.name, candidate.firm.place) == ("B", "泰厂", "济南市莱芜区")
    assert (candidate.basis, candidate.chain, candidate.link) == ("reference", "不锈钢", "不锈钢板")
    assert candidate.verify
    assert candidate.distance == "province"
    assert "泰厂" in candidate.evidence[0].text


def test_steel_bearings_and_machines_are_tied_in_one_report() -> None:
    report = chain("济宁市", "工程机械")
    for link, firm in (("轴承", "金厂"), ("钢板", "泰厂")):
        found = row(report, link)
        assert found.states == ("unstated",)
        assert [(c.tier, c.firm.name) for c in found.candidates] == [("B", firm)]


def test_makers_come_before_leaders_and_leaders_before_tables() -> None:
    maker = Plan("淄博市", "远厂 produces 冷轧钢板")
    table = Plan("淄博市", "表厂 produces 钢板\n表厂 locatedIn 淄博市", origin="table/firms")
    tiers = [(c.tier, c.firm.name) for c in row(chain("东昌府区", "轴承", graph(EAST, LAIWU, maker, table)), "钢板").candidates]
    assert tiers == [("A", "远厂"), ("B", "泰厂"), ("C", "表厂")]


def test_a_chain_does_not_supply_what_it_buys() -> None:
    steel = row(chain("莱芜区", "不锈钢"), "废钢")
    assert steel.candidates == ()
    other = Plan("淄博市", "辛厂 anchors 轴承产业")
    assert "辛厂" not in {c.firm.name for c in row(chain("东昌府区", "轴承", graph(EAST, LAIWU, other)), "钢板").candidates}


# -- the report ---------------------------------------------------------------------------------------------------


def test_without_a_chain_all_covered_chains_are_reported() -> None:
    assert [c.chain for c in gaps(ALL, "济宁市").chains] == ["农机装备", "工程机械", "高端产业集群"]
    nothing = gaps(ALL, "淄博市")
    assert nothing.chains == ()
    assert [r["state"] for r in nothing.rows()] == ["unknown"]


def test_coverage_counts_links_and_leaves_out_generic_stages_and_directions() -> None:
    report = chain("莱芜区", "不锈钢")
    counted = [r for r in report.links if r.counted]
    assert report.total == len(counted)
    assert report.covered == sum("covered" in r.states for r in counted)
    assert 0 < report.covered < report.total


@pytest.mark.parametrize("name", ["工程机戒", "轴成"])
def test_an_unknown_chain_suggests_near_ones(name: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        gaps(ALL, "济宁市", name)
    assert caught.value.near


def test_an_unknown_region_is_an_error() -> None:
    with pytest.raises(UnknownNameError):
        gaps(ALL, "不存在市", "轴承")


def test_the_report_is_json_and_back_and_a_table_with_fixed_columns() -> None:
    report = gaps(ALL, "济宁市", "工程机械")
    data = msgspec.json.encode(report)
    assert msgspec.json.decode(data, type=GapReport) == report
    assert data == msgspec.json.encode(gaps(ALL, "济宁市", "工程机械"))
    assert all(tuple(flat) == COLUMNS for flat in report.rows())


# -- what never happens -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("product", ["发动机", "挖掘机", "轴承", "钢板", "多路阀", "桥箱"])
def test_adding_a_firm_never_uncovers_a_link(product: str) -> None:
    before = {r.name: r for r in chain("济宁市", "工程机械").links}
    more = graph(JINING, EAST, LAIWU, Plan("济宁市", f"新厂 produces {product}\n新厂 anchors 工程机械"))
    after = {r.name: r for r in chain("济宁市", "工程机械", more).links}
    assert all("covered" in after[name].states for name, r in before.items() if "covered" in r.states)


def test_adding_a_document_never_makes_a_declared_link_unstated() -> None:
    before = names(chain("东昌府区", "轴承").in_state("declared"))
    more = graph(JINING, EAST, LAIWU, Plan("东昌府区", "轴承产业 focusesOn 套圈\n庚厂 anchors 轴承产业"))
    assert before <= names(chain("东昌府区", "轴承", more).in_state("declared"))
