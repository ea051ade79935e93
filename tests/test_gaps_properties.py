"""What no graph whatsoever may show: a firm that uncovers a link, a document that takes a declaration back, a gap in the dark."""

from __future__ import annotations

from gap_graphs import Plan, Records, graph
from hypothesis import given, settings
from hypothesis import strategies as st

from lianpu.queries.gaps import gaps
from lianpu.queries.records import ChainReport, GapReport

REGIONS = ("济宁市", "任城区", "东昌府区", "淄博市")
INDUSTRIES = ("工程机械", "农机装备", "轴承产业", "不锈钢产业", "新能源汽车产业", "高端产业集群")
PARTS = ("发动机", "柴油机", "多路阀", "液压件", "轴承", "钢板", "桥箱", "驱动桥", "铸造件", "套圈")
GOODS = (*PARTS, "整机装配", "智能控制算法", "挖掘机")
FIRMS = ("甲厂", "乙厂", "丙厂", "丁集团")
PARKS = ("甲园", "乙园")

_owners = st.sampled_from((*INDUSTRIES, *PARKS, *REGIONS))
_statements = st.one_of(
    st.builds("{} anchors {}".format, st.sampled_from(FIRMS), st.sampled_from(INDUSTRIES)),
    st.builds("{} produces {}".format, st.sampled_from(FIRMS), st.sampled_from(GOODS)),
    st.builds("{} locatedIn {}".format, st.sampled_from((*FIRMS, *PARKS)), st.sampled_from(REGIONS)),
    st.builds("{} focusesOn {} planned".format, _owners, st.sampled_from((*GOODS, *INDUSTRIES))),
    st.builds(
        "{} seeks {} {}".format,
        _owners,
        st.sampled_from(GOODS),
        st.sampled_from(("recruit", "supplement", "breakthrough", "extend")),
    ),
    st.builds(
        "{} stageOf {} {}".format,
        st.sampled_from(GOODS),
        st.sampled_from(INDUSTRIES),
        st.sampled_from(("1", "2", "upstream", "midstream", "downstream")),
    ),
    st.builds("{} subIndustryOf {}".format, st.sampled_from(INDUSTRIES[:-1]), st.just(INDUSTRIES[-1])),
)


def _sensible(statement: str) -> bool:
    subject, _, object_ = statement.split()[:3]
    return subject != object_


_texts = st.lists(_statements.filter(_sensible), min_size=1, max_size=12, unique=True).map("\n".join)
_plans = st.builds(Plan, st.sampled_from(REGIONS), _texts)
_firms = st.lists(
    st.one_of(
        st.builds("新厂 produces {}".format, st.sampled_from(GOODS)),
        st.builds("新厂 anchors {}".format, st.sampled_from(INDUSTRIES)),
        st.builds("新厂 locatedIn {}".format, st.sampled_from(REGIONS)),
    ),
    min_size=1,
    max_size=4,
    unique=True,
).map("\n".join)


def reports(records: Records, region: str) -> dict[str, ChainReport]:
    return {report.chain: report for report in gaps(records, region).chains}


def again(plans: list[Plan]) -> list[Plan]:
    return [Plan(plan.region, plan.statements, origin=plan.origin) for plan in plans]


@settings(max_examples=150, deadline=None)
@given(st.lists(_plans, min_size=1, max_size=3), _firms, st.sampled_from(("documents", "table/firms")))
def test_adding_a_firm_never_turns_a_covered_link_into_another_state(plans: list[Plan], firm: str, origin: str) -> None:
    region = plans[0].region
    before = reports(graph(*plans), region)
    after = reports(graph(*again(plans), Plan(region, firm, origin=origin)), region)
    for chain, report in before.items():
        shown = {row.name: row for row in after[chain].links}
        for row in report.in_state("covered"):
            assert "covered" in shown[row.name].states if row.name in shown else not row.counted


@settings(max_examples=150, deadline=None)
@given(st.lists(_plans, min_size=1, max_size=3), _plans)
def test_adding_a_document_never_turns_declared_into_unstated(plans: list[Plan], more: Plan) -> None:
    region = plans[0].region
    before = reports(graph(*plans), region)
    after = reports(graph(*again(plans), more), region)
    for chain, report in before.items():
        shown = {row.name: row for row in after[chain].links}
        for row in report.in_state("declared"):
            assert "declared" in shown[row.name].states
            assert set(row.tables) <= set(shown[row.name].tables)


def states(report: GapReport) -> set[object]:
    return {row["state"] for row in report.rows()}


@settings(max_examples=100, deadline=None)
@given(st.lists(st.builds(Plan, st.sampled_from(REGIONS[:3]), _texts), min_size=1, max_size=3))
def test_a_region_without_documents_is_unknown_and_nothing_is_missing_there(plans: list[Plan]) -> None:
    records = graph(*plans)
    assert states(gaps(records, "淄博市")) == {"unknown"}
    assert states(gaps(records, "淄博市", "工程机械")) == {"unknown"}
    for chain in gaps(records, "济宁市", "轴承").chains:
        assert chain.known == bool(chain.covering)
        assert chain.known or chain.links == ()
