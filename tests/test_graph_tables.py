"""Imported tables beside documents: what is tied to the documents' own firms and things, and that documents stay as they are."""

from __future__ import annotations

import pytest
from graph_lines import plan

from lianpu.graph.records import Graph, Judgement, TableLines
from lianpu.graph.resolve import resolve
from lianpu.ids import entity_id
from lianpu.model import REGISTERED_NAME, EntityLine, FactLine, Line

PLAN = plan(
    "a",
    "济宁市",
    "Region 济宁市;Industry 工程机械;Enterprise 山推股份;Enterprise 甲信集团;Product 推土机",
    "山推股份 anchors 工程机械;甲信集团 anchors 工程机械",
)


def table(name: str, full: str, product: str = "推土机", place: str = "") -> TableLines:
    lines: list[Line] = [EntityLine(type="Enterprise", name=name, aliases=(full,)), EntityLine(type="Product", name=product)]
    row = f"{name}\t{full}\t{product}"
    lines.append(FactLine(s=name, p="produces", o=product, status="existing", quote=row, section="行 2", share=0.4))
    if place:
        lines.append(EntityLine(type="Region", name=place))
        where = FactLine(s=name, p="locatedIn", o=place, status="existing", quote=row, section="行 2", rule=REGISTERED_NAME)
        lines.append(where)
    return TableLines(name="上市公司", file="firms.tsv", lines=tuple(lines))


def makers(graph: Graph) -> list[tuple[str, str]]:
    return [(f.s, f.o) for f in graph.facts if f.origin == "table/上市公司" and f.p == "produces"]


def test_a_firm_of_the_table_is_the_documents_own() -> None:
    graph = resolve([PLAN], tables=[table("山推股份", "山推工程机械股份有限公司")])
    assert makers(graph) == [("enterprise/山推股份", "product/推土机")]
    entity = next(e for e in graph.entities if e.id == "enterprise/山推股份")
    assert (entity.origin, entity.documents) == ("documents", ("a",))
    (claim,) = [c for c in graph.claims if c.origin == "table/上市公司"]
    assert (claim.document, claim.section, claim.share) == ("firms.tsv", "行 2", 0.4)


@pytest.mark.parametrize(
    ("name", "full", "place", "linked"),
    [
        ("山推", "山推机械股份有限公司", "山东省", True),
        ("山推", "山推机械股份有限公司", "", False),
        ("山推股份", "广东山推股份有限公司", "广东省", False),
        ("丁厂", "山推股份", "山东省", True),
        ("推土", "推土机械股份有限公司", "山东省", False),
    ],
)
def test_a_name_in_use_needs_that_no_place_speaks_against_it_and_a_brand_a_place_for_it(
    name: str, full: str, place: str, linked: bool
) -> None:
    graph = resolve([PLAN], tables=[table(name, full, place=place)])
    assert (makers(graph)[0][0] == "enterprise/山推股份") == linked


def test_the_same_name_elsewhere_goes_to_review_until_it_is_settled() -> None:
    other = table("山推股份", "广东山推股份有限公司", place="广东省")
    graph = resolve([PLAN], tables=[other])
    ((firm, _),) = makers(graph)
    assert firm == "enterprise/山推股份/table%2F上市公司"
    assert [(item.left, item.reason) for item in graph.review] == [("enterprise/山推股份", "same-name")]
    same = Judgement(left="enterprise/甲信集团", right="enterprise/甲信科技", same=True)
    settled = resolve([PLAN], tables=[table("甲信科技", "广东甲信科技股份有限公司", place="广东省")], judgements=[same])
    assert makers(settled) == [("enterprise/甲信集团", "product/推土机")]


def test_a_brand_without_a_place_is_no_doubt_and_one_settled_apart_stays_apart() -> None:
    brand = table("山推", "山推机械股份有限公司", place="山东省")
    apart = Judgement(left="enterprise/山推股份", right="enterprise/山推", same=False)
    graph = resolve([PLAN], tables=[brand], judgements=[apart])
    assert makers(graph) == [("enterprise/山推", "product/推土机")]
    assert graph.review == ()


def test_tables_change_nothing_of_the_documents() -> None:
    alone = resolve([PLAN])
    both = resolve([PLAN], tables=[table("山推股份", "山推工程机械股份有限公司", "推土机总成", "山东省")])
    own = [e for e in both.entities if not e.origin.startswith("table/")]
    assert [e for e in own if e.origin == "documents"] == [e for e in alone.entities if e.origin == "documents"]
    assert [f for f in both.facts if f.origin == "documents"] == [f for f in alone.facts if f.origin == "documents"]
    assert both.ids == alone.ids


def test_several_files_of_a_table_share_their_firms() -> None:
    firms = TableLines(
        name="上市公司", file="names.tsv", lines=(EntityLine(type="Enterprise", name="甲液", aliases=("甲液液压厂",)),)
    )
    graph = resolve([PLAN], tables=[table("甲液", "甲液机械股份有限公司"), firms])
    (firm,) = [e for e in graph.entities if e.name == "甲液"]
    assert (firm.id, firm.aliases, firm.origin) == ("enterprise/甲液", ("甲液机械股份有限公司", "甲液液压厂"), "table/上市公司")


def test_a_sign_for_a_lost_character_is_written_out_in_an_id() -> None:
    assert entity_id("Product", "甲\ufffd阀") == "product/甲%EF%BF%BD阀"
