"""Whose a statement is where its paragraph, its place or its chain says so, and words that look like an owner and are none."""

from __future__ import annotations

import pytest

from tests.marked import bare

CITY = "襄阳市先进制造业高质量发展规划（2023—2027年）"


@pytest.mark.parametrize(
    ("sentence", "owner", "goods"),
    [
        ("轻工行业要加快转型。重点发展智能马桶、电动牙刷。", "轻工行业", "智能马桶 电动牙刷"),
        ("2024年纺织产业应提高档次。重点发展医用纱布、滤布。", "纺织产业", "医用纱布 滤布"),
        ("1.电线电缆制造。做宽产业链，重点发展船用电缆、矿用电缆。", "电线电缆制造", "船用电缆 矿用电缆"),
        ("1.泵阀产业。拉长补齐产业链，重点发展化工泵、隔膜阀。", "泵阀产业", "化工泵 隔膜阀"),
        ("依托三环锻造现有产业基础，谷城县重点发展注塑机、压铸机。", "谷城县", "注塑机 压铸机"),
    ],
)
def test_who_is_bidden_owns_what_follows(sentence: str, owner: str, goods: str) -> None:
    found = bare(sentence, title=CITY).claims("focusesOn", "produces")
    assert {(s, p) for s, p, o in found if o in goods.split()} == {(owner, "focusesOn")}


@pytest.mark.parametrize("sentence", ["传统产业要重组。重点发展滤布。", "全市工业要提速。重点发展滤布。"])
def test_kinds_of_industry_own_nothing(sentence: str) -> None:
    assert {s for s, _, _ in bare(sentence, title=CITY).claims("focusesOn")} <= {"襄阳市"}


@pytest.mark.parametrize(
    ("title", "region"),
    [("加快湖北省战略性新兴产业集群发展行动方案", "湖北省"), ("襄阳市持续壮大产业集群工作方案", "襄阳市")],
)
def test_titles_that_name_no_industry(title: str, region: str) -> None:
    found = bare("加快海工装备、工业软件等一批产业集群建设。", title=title).claims("focusesOn", "regulates")
    assert {s for s, p, _ in found if p == "focusesOn"} == {region}
    assert {o for _, p, o in found if p == "regulates"} == {region}


def test_a_chain_of_no_industry_still_tells_what_feeds_what() -> None:
    found = bare("围绕萤石—氢氟酸—制冷剂—含氟聚合物产业链条进行打造。", title=CITY).claims("stageOf", "feeds")
    assert found == {("萤石", "feeds", "氢氟酸"), ("氢氟酸", "feeds", "制冷剂"), ("制冷剂", "feeds", "含氟聚合物")}


def test_steps_of_a_chain_lose_what_ties_them() -> None:
    sentence = "电连接器产业已形成从熔炼、锻造、轧制、精加工完整的产业链条。"
    found = bare(sentence, title=CITY).claims("feeds")
    assert {("熔炼", "feeds", "锻造"), ("锻造", "feeds", "轧制")} <= found


def test_the_documents_own_place_is_no_part_of_the_sector_that_heads_a_statement() -> None:
    found = bare("襄阳市电连接器产业，历经多年发展。重点发展端子、接插件。", title=CITY).claims("focusesOn")
    assert {s for s, _, _ in found} <= {"电连接器产业"}


def test_who_heads_a_sector_that_is_named_behind_carries_that_one() -> None:
    sentence = "汽车产业。形成以三环锻造、正大机械为龙头的整车生产，以骆驼股份、金美鸿为骨干的专用车生产。"
    found = bare(sentence, title=CITY).claims("anchors")
    assert {(s, o) for s, _, o in found} == {
        ("三环锻造", "整车"),
        ("正大机械", "整车"),
        ("骆驼股份", "专用车"),
        ("金美鸿", "专用车"),
    }
