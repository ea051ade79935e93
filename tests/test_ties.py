"""Candidates tied together by a reference chain: in the report and in the picture, and never as a statement of a document."""

from __future__ import annotations

from gap_graphs import Plan, graph
from test_gaps import ALL, EAST, JINING, LAIWU, chain
from test_papers import headings, paper, text

from lianpu.ontology.chains import chains
from lianpu.pictures import chain_picture
from lianpu.queries.gaps import gaps
from lianpu.queries.records import ChainReport
from lianpu.queries.ties import ties


def tied(report: ChainReport) -> set[tuple[str, str, str, str]]:
    return {(t.supplier.firm.name, t.input, t.maker.firm.name, t.output) for t in ties(report, chains())}


def test_a_supplier_of_what_a_makers_chain_buys_is_tied_to_it() -> None:
    assert ("泰厂", "钢板", "金厂", "轴承") in tied(chain("济宁市", "工程机械"))
    (tie,) = ties(chain("济宁市", "工程机械"), chains())
    assert tie.chain == "轴承" and {buyer.name for buyer in tie.buyers} >= {"甲厂", "乙厂"}
    assert (tie.supplier.tier, tie.maker.tier) == ("B", "B")


def test_a_chain_ties_nobody_by_itself_and_without_reference() -> None:
    assert tied(chain("济宁市", "轴承", graph(Plan("济宁市", "济宁市 focusesOn 轴承产业"), EAST, LAIWU))) == set()
    assert ties(chain("济宁市", "工程机械"), {}) == ()


def test_nobody_is_tied_without_a_maker() -> None:
    assert tied(chain("济宁市", "工程机械", graph(JINING, LAIWU))) == set()


def test_firms_of_tables_are_not_tied() -> None:
    table = Plan("淄博市", "表厂 produces 钢板\n壬厂 produces 轴承\n癸厂 produces 轴承", origin="table/firms")
    records = graph(JINING, EAST, LAIWU, table)
    assert tied(chain("济宁市", "工程机械", records)) == tied(chain("济宁市", "工程机械"))
    assert tied(chain("济宁市", "工程机械", graph(JINING, EAST, table))) == set()


def test_the_report_shows_the_whole_way_with_its_sentences() -> None:
    found = paper()
    assert "泰厂（济南市莱芜区、乙类、需核实） → 钢板 → 金厂（聊城市东昌府区、乙类、需核实） → 轴承 → 本地" in text(found)
    assert any("跨地区供应线索" in heading for heading in headings(found))
    assert not any("跨地区供应线索" in heading for heading in headings(paper(records=graph(JINING, LAIWU))))


def test_the_picture_marks_the_tie_as_of_a_reference_chain() -> None:
    report = gaps(ALL, "济宁市", "工程机械")
    picture = chain_picture(report, report.chains[0], chains())
    (edge,) = (e for e in picture.edges if e.source == "enterprise/泰厂" and e.target == "enterprise/金厂")
    assert edge.kind == "reference" and "须核实" in edge.quotes[0].text
