"""What is one thing across documents, what stays apart, and what is derived."""

from __future__ import annotations

from itertools import permutations

import pytest
from graph_lines import plan

from lianpu.errors import GraphError
from lianpu.graph.records import REGION_RULE, Graph, Judgement, TableLines
from lianpu.graph.resolve import resolve
from lianpu.model import EntityLine, Fact, FactLine, TargetLine
from lianpu.ontology.chains import references


def entities(graph: Graph, kind: str) -> list[str]:
    return [e.id for e in graph.entities if e.type == kind and e.origin == "documents"]


def fact(graph: Graph, s: str, p: str, o: str, origin: str = "documents") -> Fact:
    (found,) = [f for f in graph.facts if (f.s, f.p, f.o, f.origin) == (s, p, o, origin)]
    return found


def places(graph: Graph, firm: str) -> list[tuple[str, str]]:
    return [(f.o, f.rule) for f in graph.facts if f.p == "locatedIn" and f.s == firm]


# -- topics -------------------------------------------------------------------------------------------------------


def test_an_industry_and_a_product_of_one_name_are_one_industry() -> None:
    graph = resolve(
        [
            plan("a", "聊城市", "Enterprise 金帝;Industry 轴承产业", "金帝 anchors 轴承产业"),
            plan("b", "济宁市", "Region 济宁市;Product 轴承", "济宁市 seeks 轴承 recruit"),
        ]
    )
    assert entities(graph, "Product") == []
    assert entities(graph, "Industry") == ["industry/轴承产业"]
    assert fact(graph, "region/济宁市", "seeks", "industry/轴承产业").status == "recruit"


def test_what_one_document_tells_apart_stays_apart() -> None:
    graph = resolve([plan("a", "聊城市", "Industry 轴承产业;Product 轴承", "轴承产业 focusesOn 轴承 planned")])
    assert (entities(graph, "Industry"), entities(graph, "Product")) == (["industry/轴承产业"], ["product/轴承"])


# -- firms --------------------------------------------------------------------------------------------------------


def test_firms_of_one_alias_and_city_are_one_with_the_fullest_name() -> None:
    graph = resolve(
        [
            plan(
                "a",
                "东昌府区",
                "Enterprise 山东金帝精密机械科技有限公司=金帝;Industry 轴承产业",
                "山东金帝精密机械科技有限公司 anchors 轴承产业",
            ),
            plan("b", "聊城市", "Enterprise 金帝;Product 保持器", "金帝 produces 保持器"),
        ]
    )
    (firm,) = [e for e in graph.entities if e.type == "Enterprise"]
    assert (firm.name, firm.aliases, firm.documents) == ("山东金帝精密机械科技有限公司", ("金帝",), ("a", "b"))
    assert graph.review == ()


def test_a_brand_in_a_legal_name_needs_a_place_that_agrees() -> None:
    full = "Enterprise 山东金帝精密机械科技有限公司;Industry 轴承产业"
    anchors = "山东金帝精密机械科技有限公司 anchors 轴承产业"
    near = resolve(
        [plan("a", "东昌府区", full, anchors), plan("b", "聊城市", "Enterprise 金帝;Product 保持器", "金帝 produces 保持器")]
    )
    assert len(entities(near, "Enterprise")) == 1
    far = resolve(
        [plan("a", "东昌府区", full, anchors), plan("b", "济宁市", "Enterprise 金帝;Product 保持器", "金帝 produces 保持器")]
    )
    assert len(entities(far, "Enterprise")) == 2
    assert [item.reason for item in far.review] == ["brand-in-legal-name"]


def test_short_names_in_different_cities_go_to_review() -> None:
    documents = [
        plan("a", "济宁市", "Enterprise 华宇;Product 车桥", "华宇 produces 车桥"),
        plan("b", "聊城市", "Enterprise 华宇;Product 轴承", "华宇 produces 轴承"),
    ]
    graph = resolve(documents)
    assert entities(graph, "Enterprise") == ["enterprise/华宇/370800", "enterprise/华宇/371500"]
    (item,) = graph.review
    assert (item.left, item.right, item.reason) == ("enterprise/华宇/370800", "enterprise/华宇/371500", "same-name")
    assert 0 < item.score < 1


@pytest.mark.parametrize(("same", "firms"), [(True, 1), (False, 2)])
def test_a_judgement_settles_a_pair_for_good(same: bool, firms: int) -> None:
    documents = [
        plan("a", "济宁市", "Enterprise 华宇;Product 车桥", "华宇 produces 车桥"),
        plan("b", "聊城市", "Enterprise 华宇;Product 轴承", "华宇 produces 轴承"),
    ]
    before = resolve(documents)
    item = before.review[0]
    judgement = Judgement(left=item.left, right=item.right, same=same)
    graph = resolve(documents, judgements=[judgement], known=before.ids)
    assert len(entities(graph, "Enterprise")) == firms
    assert graph.review == ()
    again = resolve(documents, judgements=[judgement], known=graph.ids)
    assert again == graph


def test_a_registered_name_is_one_firm_wherever_documents_put_it() -> None:
    graph = resolve(
        [
            plan("a", "济宁市", "Enterprise 泰山钢铁集团有限公司;Product 钢板", "泰山钢铁集团有限公司 produces 钢板"),
            plan("b", "莱芜区", "Enterprise 泰山钢铁集团有限公司;Product 钢板", "泰山钢铁集团有限公司 produces 钢板"),
        ]
    )
    assert entities(graph, "Enterprise") == ["enterprise/泰山钢铁集团有限公司"]
    assert fact(graph, "enterprise/泰山钢铁集团有限公司", "produces", "product/钢板").confidence == 0.75


# -- places -------------------------------------------------------------------------------------------------------


def test_agencies_and_bare_parks_belong_to_their_region() -> None:
    lines = "Agency 市工业和信息化局;Park 高新区;Agency 国家能源局;Industry 氢能产业"
    facts = "氢能产业 leadAgency 市工业和信息化局;高新区 focusesOn 氢能产业 planned;氢能产业 responsibleAgency 国家能源局"
    graph = resolve([plan("a", "济宁市", lines, facts), plan("b", "东昌府区", lines, facts)])
    assert entities(graph, "Agency") == ["agency/国家能源局", "agency/市工业和信息化局/370800", "agency/市工业和信息化局/371500"]
    assert entities(graph, "Park") == ["park/高新区/370800", "park/高新区/371502"]


def test_a_county_is_looked_for_around_the_region_of_its_document() -> None:
    graph = resolve([plan("a", "青岛市", "Region 市北区"), plan("b", "济宁市", "Region 兖州区;Region 任城区=任城", "")])
    codes = {e.name: e.code for e in graph.entities if e.type == "Region"}
    assert (codes["市北区"], codes["兖州区"], codes["任城区"]) == ("370203", "370812", "370811")


def test_homonyms_of_the_code_table_always_carry_their_code() -> None:
    alone = resolve([plan("a", "南京市", "Region 鼓楼区")])
    assert "region/鼓楼区/320106" in [e.id for e in alone.entities]


def test_every_region_has_its_parents_from_the_code_table() -> None:
    graph = resolve([plan("a", "东昌府区", "Region 东昌府区")])
    chain = [(f.s, f.o, f.origin) for f in graph.facts if f.p == "partOf"]
    assert chain == [("region/东昌府区", "region/聊城市", "regions"), ("region/聊城市", "region/山东省", "regions")]
    assert {e.id: e.origin for e in graph.entities}["region/山东省"] == "regions"
    assert graph.documents[0].region_code == "371502"


# -- where a firm works -------------------------------------------------------------------------------------------


def test_a_firm_without_a_place_works_in_the_region_of_its_document() -> None:
    graph = resolve(
        [plan("a", "济宁市", "Enterprise 山推股份;Industry 工程机械;Enterprise 中联;Region 济宁市", "山推股份 anchors 工程机械")]
    )
    derived = fact(graph, "enterprise/山推股份", "locatedIn", "region/济宁市")
    assert derived.rule == REGION_RULE
    assert derived.claims == fact(graph, "enterprise/山推股份", "anchors", "industry/工程机械").claims
    assert places(graph, "enterprise/中联") == []


@pytest.mark.parametrize(
    ("entity", "stated", "expected"),
    [
        ("Region 邹城市", "甲厂 locatedIn 邹城市", [("region/邹城市", "")]),
        ("Region 莱芜区", "甲厂 locatedIn 莱芜区", [("region/莱芜区", "")]),
        ("Region 山东省", "甲厂 locatedIn 山东省", [("region/山东省", ""), ("region/济宁市", REGION_RULE)]),
        ("Park 化工园", "甲厂 locatedIn 化工园", [("park/化工园", ""), ("region/济宁市", REGION_RULE)]),
        ("Park 化工园;Region 邹城市", "甲厂 locatedIn 化工园;化工园 locatedIn 邹城市", [("park/化工园", "")]),
    ],
)
def test_a_stated_place_goes_before_the_document(entity: str, stated: str, expected: list[tuple[str, str]]) -> None:
    lines = f"Enterprise 甲厂;Product 阀门;{entity}"
    graph = resolve([plan("a", "济宁市", lines, f"甲厂 produces 阀门;{stated}")])
    assert places(graph, "enterprise/甲厂") == expected


def test_partners_and_foreign_firms_are_given_no_place() -> None:
    lines = "Enterprise 甲厂;Enterprise 乙厂;Product 阀门;Enterprise 丙厂"
    graph = resolve([plan("a", "济宁市", lines, "甲厂 produces 阀门;甲厂 worksWith 乙厂", foreign="丙厂 produces 阀门")])
    assert places(graph, "enterprise/甲厂") == [("region/济宁市", REGION_RULE)]
    assert places(graph, "enterprise/乙厂") == places(graph, "enterprise/丙厂") == []


# -- origins ------------------------------------------------------------------------------------------------------


def test_foreign_text_is_an_origin_of_its_own() -> None:
    lines = "Enterprise 甲厂;Product 阀门;Enterprise 丙厂"
    graph = resolve([plan("a", "济宁市", lines, "甲厂 produces 阀门", foreign="丙厂 produces 阀门;甲厂 produces 阀门")])
    origins = {e.name: e.origin for e in graph.entities}
    assert (origins["甲厂"], origins["阀门"], origins["丙厂"]) == ("documents", "documents", "foreign")
    assert len([f for f in graph.facts if f.s == "enterprise/甲厂" and f.p == "produces"]) == 2


def test_reference_chains_share_the_topics_of_documents() -> None:
    graph = resolve(
        [plan("a", "济宁市", "Industry 工程机械产业;Region 济宁市", "济宁市 focusesOn 工程机械产业")], references=references()
    )
    named = [f for f in graph.facts if f.origin == "chain/工程机械"]
    assert named and all(f.claims for f in named)
    assert "industry/工程机械产业" in {end for f in named for end in (f.s, f.o)}
    assert "industry/工程机械" not in {e.id for e in graph.entities}
    claim = next(c for c in graph.claims if c.origin == "chain/工程机械")
    assert claim.document.endswith(".yaml") and claim.section.startswith("行 ")


def test_tables_are_an_origin_with_rows_as_evidence() -> None:
    rows = (
        EntityLine(type="Enterprise", name="甲厂"),
        EntityLine(type="Product", name="阀门"),
        FactLine(s="甲厂", p="produces", o="阀门", status="existing", quote="甲厂,阀门", section="行 2"),
    )
    table = TableLines(name="供应商", file="suppliers.csv", lines=rows)
    graph = resolve([plan("a", "济宁市", "Product 阀门")], tables=[table])
    row = fact(graph, "enterprise/甲厂", "produces", "product/阀门", "table/供应商")
    (claim,) = [c for c in graph.claims if c.id in row.claims]
    assert (claim.document, claim.section, claim.quote) == ("suppliers.csv", "行 2", "甲厂,阀门")
    assert {e.name: e.origin for e in graph.entities}["甲厂"] == "table/供应商"


# -- facts and targets --------------------------------------------------------------------------------------------


def test_a_fact_holds_all_that_is_said_of_it() -> None:
    lines = "Region 济宁市;Product 阀门"
    graph = resolve(
        [
            plan("a", "济宁市", lines, "济宁市 seeks 阀门 extend;济宁市 seeks 阀门 recruit;济宁市 focusesOn 阀门 planned"),
            plan("b", "济宁市", lines, "济宁市 seeks 阀门 extend;济宁市 focusesOn 阀门 existing"),
        ]
    )
    wanted = fact(graph, "region/济宁市", "seeks", "product/阀门")
    assert (wanted.status, wanted.statuses) == ("recruit", ("recruit", "extend"))
    assert (wanted.documents, len(wanted.claims), wanted.confidence) == (("a", "b"), 3, 0.75)
    assert fact(graph, "region/济宁市", "focusesOn", "product/阀门").status == "existing"


def test_a_target_that_two_sentences_set_is_one() -> None:
    line = TargetLine(s="化工产业", metric="产值", year=2025, value=500, unit="亿元", op=">=", quote="产值五百亿元以上")
    graph = resolve(
        [
            plan("a", "济宁市", "Industry 化工产业", targets=(line, line)),
            plan("b", "济宁市", "Industry 化工产业", targets=(line,)),
        ]
    )
    (target,) = graph.targets
    assert (target.s, target.value, target.documents, len(target.claims)) == ("industry/化工产业", 500, ("a", "b"), 2)


# -- ids and order ------------------------------------------------------------------------------------------------


def test_documents_may_come_in_any_order() -> None:
    documents = [
        plan(
            "a",
            "东昌府区",
            "Enterprise 山东金帝精密机械科技有限公司=金帝;Industry 轴承产业",
            "山东金帝精密机械科技有限公司 anchors 轴承产业",
        ),
        plan("b", "聊城市", "Enterprise 金帝;Product 轴承", "金帝 produces 轴承"),
        plan("c", "济宁市", "Enterprise 金帝;Product 轴承;Park 高新区", "金帝 produces 轴承"),
    ]
    graphs = [resolve(order, references=references()) for order in permutations(documents)]
    assert all(graph == graphs[0] for graph in graphs)


def test_an_id_stays_when_a_fuller_name_comes() -> None:
    first = plan("b", "聊城市", "Enterprise 金帝;Product 保持器", "金帝 produces 保持器")
    before = resolve([first])
    full = "山东金帝精密机械科技有限公司"
    after = resolve(
        [first, plan("a", "东昌府区", f"Enterprise {full}=金帝;Industry 轴承产业", f"{full} anchors 轴承产业")], known=before.ids
    )
    (firm,) = [e for e in after.entities if e.type == "Enterprise"]
    assert (firm.id, firm.name) == ("enterprise/金帝", full)


def test_a_merge_leaves_a_redirect() -> None:
    product = plan("b", "济宁市", "Product 轴承;Region 济宁市", "济宁市 seeks 轴承 recruit")
    before = resolve([product])
    after = resolve([product, plan("a", "聊城市", "Industry 轴承产业")], known=before.ids)
    redirects = {record.id: record.redirect for record in after.ids if record.redirect}
    assert redirects == {"product/轴承": entities(after, "Industry")[0]}


def test_an_id_comes_back_with_its_document() -> None:
    one, two = plan("a", "济宁市", "Enterprise 甲厂"), plan("b", "济宁市", "Enterprise 乙厂")
    full = resolve([one, two])
    pruned = resolve([one], known=full.ids)
    assert "enterprise/乙厂" not in {e.id for e in pruned.entities}
    assert "enterprise/乙厂" in {record.id for record in pruned.ids}
    assert resolve([one, two], known=pruned.ids) == full


def test_bad_lines_are_refused_with_their_document() -> None:
    with pytest.raises(GraphError, match="a: “乙件”没有 entity 行"):
        resolve([plan("a", "济宁市", "Enterprise 甲厂", "甲厂 produces 乙件")])
    with pytest.raises(GraphError, match="id 相同"):
        resolve([plan("a", "济宁市", ""), plan("a", "聊城市", "")])
