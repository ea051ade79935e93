"""Candidates out of tables and documents: whose row counts, in what order, how many, and what a wider chain does not give."""

from __future__ import annotations

from gap_graphs import Plan, Records, graph, identify
from msgspec.structs import replace

from lianpu.model import REGISTERED_NAME
from lianpu.ontology.chains import chains
from lianpu.papers.gap_report import gap_report
from lianpu.queries.candidates import FROM_TABLES
from lianpu.queries.gaps import gaps
from lianpu.queries.grouped import Grouped
from lianpu.queries.records import ChainReport, GapRow

JINING = Plan(
    "济宁市", "甲厂 anchors 工程机械\n工程机械 seeks 液压件 recruit\n工程机械 seeks 发动机 recruit\n工程机械 seeks 桥箱 recruit"
)


def listed(*rows: tuple[str, str, float | None], plan: Plan = JINING, places: dict[str, str] | None = None) -> Records:
    """A plan and a table of firms, products and shares, with the places of some firms by their registered names."""
    where = places or {}
    said = [f"{firm} produces {product}" for firm, product, _ in rows] + [f"{f} locatedIn {place}" for f, place in where.items()]
    records = graph(plan, Plan("淄博市", "\n".join(said), origin="table/firms"))
    shares = {(identify(firm), identify(product)): share for firm, product, share in rows}
    claims = tuple(
        replace(c, share=shares.get((c.s, c.o)), rule=REGISTERED_NAME if c.p == "locatedIn" else "table")
        if c.origin == "table/firms"
        else c
        for c in records.claims
    )
    return Records(records.documents, records.entities, records.facts, records.targets, claims)


def row(records: Records, name: str, chain: str = "工程机械") -> GapRow:
    (found,) = (link for link in report(records, chain).links if link.name == name)
    return found


def report(records: Records, chain: str, region: str = "济宁市") -> ChainReport:
    (found,) = gaps(records, region, chain).chains
    return found


def test_several_rows_of_a_firm_are_one_candidate_by_the_row_that_says_most() -> None:
    found = row(listed(("丙厂", "液压系统", 0.02), ("丙厂", "液压油缸", 0.57), ("丙厂", "液压泵", None)), "液压件").candidates
    ((candidate,),) = (found,)
    assert (candidate.tier, candidate.match.mention, candidate.match.reason, candidate.share) == ("C", "液压油缸", "kind", 0.57)
    assert [e.object for e in candidate.evidence] == ["液压油缸", "液压系统", "液压泵"]


def test_within_the_tier_match_comes_before_share_and_share_before_distance() -> None:
    rows = [
        ("丙厂", "液压油缸", 0.9),
        ("丁厂", "液压件", 0.2),
        ("戊厂", "液压件", 0.8),
        ("己厂", "液压件", None),
        ("庚厂", "液压件", None),
    ]
    places = {"丁厂": "淄博市", "庚厂": "淄博市"}
    found = row(listed(*rows, places=places), "液压件").candidates
    assert [c.firm.name for c in found] == ["戊厂", "丁厂", "庚厂", "己厂", "丙厂"]
    assert [(c.firm.place, c.firm.registered, c.distance) for c in found][:2] == [
        ("", False, "unknown"),
        ("淄博市", True, "province"),
    ]


def test_there_are_no_more_candidates_of_a_table_than_anybody_reads_and_the_rest_is_counted() -> None:
    rows = [(f"{n}号厂", "液压件", n / 100) for n in range(1, FROM_TABLES + 4)]
    found = row(listed(*rows), "液压件")
    assert (len(found.candidates), found.further) == (FROM_TABLES, 3)
    assert found.candidates[0].firm.name == f"{FROM_TABLES + 3}号厂"


def test_a_firm_of_the_table_that_works_here_covers_the_link_but_not_as_documents_say() -> None:
    here = listed(("丙厂", "液压件", 0.5), places={"丙厂": "济宁市"})
    found = row(here, "液压件")
    assert found.states == ("declared", "covered")
    assert (found.candidates, [(c.firm.name, c.basis) for c in found.covers]) == ((), [("丙厂", "table")])
    assert report(here, "工程机械").covered == report(graph(JINING), "工程机械").covered


BUSES = Plan(
    "东昌府区", "辛厂 anchors 新能源汽车产业\n新能源汽车产业 focusesOn 电动客车\n壬厂 anchors 汽车产业\n癸厂 anchors 氢能产业"
)


def test_an_industry_that_names_a_chain_is_that_chain_alone() -> None:
    records = graph(JINING, BUSES)
    firms = {c.firm.name for c in row(records, "发动机").candidates}
    assert "辛厂" not in firms and "癸厂" not in firms
    assert "辛厂" not in {c.firm.name for c in row(records, "桥箱").candidates}
    cars = report(records, "汽车及零部件", "东昌府区")
    assert (cars.known, cars.related) == (True, ("新能源汽车",))
    assert report(records, "新能源汽车", "东昌府区").related == ("汽车及零部件",)


def test_a_wider_chain_that_no_document_covers_names_the_one_that_is_covered() -> None:
    only = Plan("东昌府区", "辛厂 anchors 新能源汽车产业")
    cars = report(graph(only), "汽车及零部件", "东昌府区")
    assert (cars.known, cars.related) == (False, ("新能源汽车",))


def test_the_longest_run_and_the_links_of_one_firm_are_named() -> None:
    more = Plan(
        "济宁市",
        """丙厂 produces 液压泵
    丁厂 produces 铸钢件
    戊厂 produces 铸铁件
    甲厂 produces 挖掘机
    己厂 produces 齿轮""",
    )
    health = report(graph(JINING, more), "工程机械")
    assert health.longest == ("铸件", "液压件", "工程机械整机")
    assert set(health.single) == {"液压件", "工程机械整机", "齿轮"}
    tables = listed(("丙厂", "液压件", 0.5), places={"丙厂": "济宁市"})
    assert report(tables, "工程机械").longest == report(tables, "工程机械").single == ()


def test_the_report_gives_the_share_of_each_firm_of_a_table_and_how_its_place_is_known() -> None:
    records = listed(("丙厂", "液压油缸", 0.572), ("丁厂", "液压件", None), places={"丙厂": "淄博市"})
    paper = gap_report(gaps(records, "济宁市", "工程机械"), records.documents, chains()).data("md").decode()
    assert "表格载明生产液压油缸（所列品种）；占比57.2%（年报口径，可能重叠）" in paper
    assert "占比未载明" in paper and "注册名推定" in paper
    assert "按注册名所含地名推定" in paper and "不是市场占有率" in paper
    plain = gap_report(gaps(graph(JINING), "济宁市", "工程机械"), records.documents, chains()).data("md").decode()
    assert "按注册名所含地名推定" not in plain and "不是市场占有率" not in plain


SERVED = Plan("东昌府区", "壬厂 anchors 轴承产业\n轴承产业 focusesOn 保持器\n数字产业 focusesOn 轴承产业\n丙厂 anchors 数字产业")


def test_leaders_of_an_industry_that_serves_another_sector_do_not_make_its_goods() -> None:
    records = graph(JINING, SERVED)
    assert [c.firm.name for c in row(records, "轴承").candidates] == ["壬厂"]
    (bearings,) = gaps(records, "东昌府区", "轴承").chains
    assert {cover.firm.name for link in bearings.links for cover in link.covers} == {"壬厂"}


def test_what_every_chain_has_is_carried_by_the_leaders_of_this_one() -> None:
    stages = "整机装配 stageOf 工程机械 midstream\n丙厂 anchors 农机装备\n整机装配 stageOf 农机装备 midstream"
    records = graph(JINING, Plan("济宁市", stages))
    assert {cover.firm.name for cover in row(records, "整机装配").covers} == {"甲厂"}


def test_leaders_of_a_cluster_still_make_what_the_sectors_below_it_do() -> None:
    cluster = Plan("东昌府区", "精密产业 focusesOn 轴承产业\n轴承产业 subIndustryOf 精密产业\n丙厂 anchors 精密产业")
    assert [c.firm.name for c in row(graph(JINING, cluster), "轴承").candidates] == ["丙厂"]


def test_of_leaders_alike_the_one_with_most_sentences_comes_first() -> None:
    more = Plan("东昌府区", "丁厂 anchors 轴承产业\n丙厂 anchors 轴承产业\n丙厂 anchors 轴承产业 existing")
    assert [c.firm.name for c in row(graph(JINING, more), "轴承").candidates] == ["丙厂", "丁厂"]


def test_firms_that_no_file_has_are_not_said_to_be_in_one() -> None:
    records = listed(*((f"{n}号厂", "液压件", n / 100) for n in range(1, FROM_TABLES + 4)))
    printed = gap_report(gaps(records, "济宁市", "工程机械"), records.documents, chains())
    paper = printed.data("md").decode()
    assert f"另有{FROM_TABLES - 5}家，按同样次序列在" in paper and "另载3家，未列" in paper
    recruit = next(sheet for sheet in printed.sheets() if sheet.name == "招引与补链")
    assert FROM_TABLES + 3 in (row[recruit.columns.index("候选企业数")] for row in recruit.rows)


def test_a_firm_that_only_plans_to_make_it_is_no_maker() -> None:
    plans = Plan("淄博市", "丙厂 produces 发动机 planned\n丁厂 produces 发动机")
    assert [c.firm.name for c in row(graph(JINING, plans), "发动机").candidates] == ["丁厂"]


def together(*parts: Records) -> Records:
    """Several graphs as one; what is in more than one of them is there once."""
    names = ("documents", "entities", "facts", "targets", "claims")
    return Records(*(tuple(dict.fromkeys(one for part in parts for one in getattr(part, name))) for name in names))


def test_fewer_candidates_written_out_change_nothing_else() -> None:
    rows = [(f"{n}号厂", "液压件", n / 100) for n in range(1, FROM_TABLES + 4)]
    told = graph(JINING, Plan("淄博市", "丁厂 produces 液压件\n戊厂 anchors 液压产业\n液压产业 focusesOn 液压件"))
    everything = together(told, listed(*rows))
    whole = gaps(everything, "济宁市", "工程机械")
    cut = gaps(everything, "济宁市", "工程机械", most=2)
    for full, short in zip(whole.chains[0].links, cut.chains[0].links, strict=True):
        assert short.candidates == full.candidates[:2]
        assert len(short.candidates) + short.further == len(full.candidates) + full.further
        assert replace(short, candidates=(), further=0) == replace(full, candidates=(), further=0)
    (link,) = (one for one in whole.chains[0].links if one.name == "液压件")
    assert {one.tier for one in link.candidates} == {"A", "B", "C"} and link.priority


def test_facts_of_some_keys_come_in_their_order_and_once() -> None:
    facts = graph(JINING).facts
    grouped = Grouped(facts, lambda fact: (fact.s, fact.o))
    assert grouped.of([facts[2].o, facts[1].s, "nothing"]) == [f for f in facts if facts[1].s in (f.s, f.o) or f.o == facts[2].o]
    assert grouped.of([]) == []
