"""Whom platforms and institutes serve: the section's sector, the subject of their names, none for universities from elsewhere."""

from __future__ import annotations

import marked
import pytest

from lianpu.model import EntityLine

SECTION = "第一节 线缆产业"


def test_a_built_platform_serves_the_sector_of_its_section() -> None:
    found = marked.bare("建设线缆检测中心。", section=SECTION)
    assert found.claims("supports") == {("线缆检测中心", "supports", "线缆产业")}


@pytest.mark.parametrize("who", ["与湖南大学", "支持瑞丰电缆与湖南大学", "推动郑家镇与湖南大学、天津大学"])
def test_what_is_built_together_with_a_partner_serves_the_sector_too(who: str) -> None:
    found = marked.bare(f"{who}共建线缆联合实验室，培养人才。", section=SECTION)
    assert found.claims("supports") == {("线缆联合实验室", "supports", "线缆产业")}
    assert "湖南大学" in {o for _, _, o in found.claims("worksWith")}


def test_a_name_with_another_sector_of_the_text_as_its_subject_serves_that_one() -> None:
    found = marked.bare("建设轴承产业检测中心。", section=SECTION, before=["全区形成轮胎产业、轴承产业两大支柱，轴承产业较强。"])
    assert {o for _, _, o in found.claims("supports")} == {"轴承产业"}


def test_universities_from_elsewhere_are_relied_on_and_serve_none() -> None:
    found = marked.bare("依托湖南大学、天津大学等科研单位改进工艺。", section=SECTION)
    assert found.claims("supports") == set()
    assert {o for _, _, o in found.claims("worksWith")} == {"湖南大学", "天津大学"}


def test_a_verb_in_front_is_no_part_of_a_bodys_name() -> None:
    found = marked.bare("推动校地合作共建线缆联合实验室。", section=SECTION)
    assert "线缆联合实验室" in found.entities()


def test_hospitals_and_platforms_that_are_goods_serve_none() -> None:
    found = marked.bare("建设甲河康复医院，开发线缆云协同平台。", section=SECTION)
    assert found.claims("supports") == set()


def test_sectors_before_a_kind_of_platform_that_they_share_have_one_each() -> None:
    found = marked.bare("建成袜业行业、织袜机、家具业等产业大脑3个。", section="一、郑家镇", before=["全区有织袜机产业。"])
    served = {(s, o) for s, _, o in found.claims("supports")}
    assert {("袜业产业大脑", "袜业"), ("家具业产业大脑", "家具业"), ("织袜机产业大脑", "织袜机产业")} <= served


def test_bodies_that_are_to_do_something_in_a_sectors_section_serve_it() -> None:
    found = marked.bare("支持甲河研究院、东昌府区电工检测中心开展公共服务。", section=SECTION)
    assert {s for s, _, _ in found.claims("supports")} == {"甲河研究院", "东昌府区电工检测中心"}


def test_a_subject_may_be_set_apart_by_a_verb() -> None:
    found = marked.bare("建设轮胎检测中心。", section="一、郑家镇", before=["壮大轮胎产业规模。"])
    assert found.claims("supports") == {("轮胎检测中心", "supports", "轮胎产业")}


def test_a_kind_behind_bodies_is_no_part_of_their_names() -> None:
    found = marked.bare("依托东昌府区线缆技术联盟、东昌府区线缆研究院两大平台开展服务。", section=SECTION)
    assert not [name for name in found.entities() if name.endswith("平台")]


@pytest.mark.parametrize(
    "sentence",
    [
        "累计建成50个左右专业类省级概念验证中心。",
        "优化运行省级产业投资平台。",
        "推动企业到轴承交易中心挂牌。",
        "甲园区为轴承产业培育提供了公共服务平台。",
    ],
)
def test_what_begins_in_the_middle_of_a_clause_is_no_body(sentence: str) -> None:
    bodies = {name for name, kind in marked.bare(sentence).entities().items() if kind == "Platform"}
    assert not {body for body in bodies if body.startswith(("左右", "运行", "企业到")) or "为" in body}


def test_the_sector_that_a_name_calls_one_is_served_rather_than_the_sections_kind_of_it() -> None:
    before = ["全区壮大机器人产业。"]
    found = marked.bare("建设区机器人产业知识产权运营中心。", section="一、焊接机器人产业", before=before)
    assert {(s, o) for s, _, o in found.claims("supports")} >= {("区机器人产业知识产权运营中心", "机器人产业")}


def test_a_sector_with_the_same_characters_in_another_order_is_not_the_one_of_a_name() -> None:
    found = marked.bare(
        "组建缆线电力联盟。", section="一、郑家镇", before=["壮大缆线电力产业。", "（一）电力线缆产业", "发展电缆。"]
    )
    assert ("缆线电力联盟", "supports", "电力线缆产业") not in found.claims("supports")


@pytest.mark.parametrize(
    ("sentence", "bodies"),
    [
        ("布局线缆中试平台、训练场和概念验证中心。", {"线缆中试平台", "线缆训练场", "线缆概念验证中心"}),
        ("建设区线缆产业知识产权运营中心和质检中心。", {"区线缆产业知识产权运营中心", "区线缆产业质检中心"}),
    ],
)
def test_a_bare_kind_behind_a_body_of_a_subject_is_of_that_subject(sentence: str, bodies: set[str]) -> None:
    found = marked.bare(sentence, section=SECTION)
    assert {(s, o) for s, _, o in found.claims("supports")} == {(body, "线缆产业") for body in bodies}


def test_a_rank_said_once_goes_with_each_body_of_a_list() -> None:
    found = marked.bare("打造省苗木、藜麦、马铃薯技术创新中心。", section="一、郑家镇").entities()
    assert {"省苗木技术创新中心", "省藜麦技术创新中心", "省马铃薯技术创新中心"} <= set(found)


def test_kinds_of_platforms_alone_name_none() -> None:
    found = marked.bare("支持企业技术中心、工业设计中心、重点实验室建设。", section="一、郑家镇").entities()
    assert not [name for name in found if "重点实验室" in name or name.startswith("企业")]


@pytest.mark.parametrize(("verb", "status"), [("完善", "existing"), ("建设", "planned")])
def test_what_is_improved_is_there(verb: str, status: str) -> None:
    facts = marked.bare(f"{verb}线缆检测中心。", section=SECTION).facts()
    assert {f.status for f in facts if f.p == "supports"} == {status}


def test_a_rank_in_front_of_a_bodys_name_is_in_another_form_of_it() -> None:
    found = marked.bare("建设国家级线缆检测实验室。", section=SECTION)
    aliases = {line.name: line.aliases for line in found.lines if isinstance(line, EntityLine)}
    assert "国家级线缆检测实验室" in {*aliases["线缆检测实验室"]}


@pytest.mark.parametrize(("place", "served"), [("", {"线缆产业"}), ("郑家镇", set())])
def test_what_a_place_relies_on_does_not_serve_all_that_the_plan_is_about(place: str, served: set[str]) -> None:
    found = marked.bare(f"{place}依托甲河铜材实验室，布局漆包线、铜杆。", title="东昌府区线缆产业发展规划")
    assert {o for _, _, o in found.claims("supports")} == served


@pytest.mark.parametrize("head", ["基于线缆孪生底座", "线缆检验大模型"])
def test_what_is_made_or_begun_with_is_no_sector_that_a_platform_serves(head: str) -> None:
    found = marked.bare(f"{head}，建设甲河训练场。", section=SECTION)
    assert head not in {o for _, _, o in found.claims("supports")}


def test_as_many_subjects_as_are_counted_are_one_laboratory_each() -> None:
    title = "绍兴市人工智能产业行动方案（2026—2028年）"
    found = marked.bare("拥有纺机仿真与数字孪生、柔性抓手、触觉传感器制造技术等3家全省重点实验室。", title=title)
    names = {f"{core}全省重点实验室" for core in ("纺机仿真与数字孪生", "柔性抓手", "触觉传感器制造技术")}
    assert {(name, "locatedIn", "绍兴市") for name in names} <= found.claims("locatedIn")
    fewer = marked.bare("拥有纺机仿真、柔性抓手等5家全省重点实验室。", title=title)
    assert "柔性抓手全省重点实验室" not in fewer.entities()


def test_partners_of_a_backed_work_are_not_said_to_serve_the_sector() -> None:
    found = marked.bare("支持甲河研究院与乙江研究院、丙湖研究院共建厂房。", section=SECTION)
    assert found.claims("supports") == set()


def test_a_firm_that_applies_for_a_platform_is_no_part_of_its_name() -> None:
    found = marked.bare("建设甲河线缆申报省级线缆检测中心。", section=SECTION)
    assert not [name for name in found.entities() if "申报" in name]


@pytest.mark.parametrize("name", ["县线缆产品质量检验站", "省线缆检测中心", "县线缆技术创新中心"])
def test_bodies_of_a_level_are_named_by_it(name: str) -> None:
    found = marked.bare(f"{name}获批扩项。", section=SECTION)
    assert found.entities().get(name) == "Platform"
    assert (name, "supports", "线缆产业") in found.claims()


@pytest.mark.parametrize("sentence", ["市场监测中心负责发布信息。", "县域物流检测中心较少。", "区内检测中心较少。"])
def test_what_only_begins_like_a_level_is_no_name(sentence: str) -> None:
    assert "Platform" not in marked.bare(sentence, section=SECTION).entities().values()


@pytest.mark.parametrize("name", ["线缆中试车间", "线缆适配中心", "线缆试验室", "线缆种质资源圃"])
def test_kinds_of_platforms_that_serve_a_sector(name: str) -> None:
    found = marked.bare(f"建设{name}。", section=SECTION)
    assert (name, "supports", "线缆产业") in found.claims()


@pytest.mark.parametrize(
    "sentence",
    [
        "支持郑家镇线缆研究所、东昌府区电工检测中心为全区线缆企业提供标准服务。",
        "东昌府区电工检测中心建成投用，郑家镇线缆研究所落户，服务线缆产业发展。",
    ],
)
def test_whom_bodies_are_said_to_serve(sentence: str) -> None:
    found = marked.bare(sentence, section="一、平台建设", before=["壮大线缆产业规模。"])
    served = {(s, o) for s, _, o in found.claims("supports")}
    assert served >= {("郑家镇线缆研究所", "线缆产业"), ("东昌府区电工检测中心", "线缆产业")}


def test_a_body_that_does_something_serves_the_sector_of_its_section() -> None:
    found = marked.bare("甲河电工研究院牵头制定标准，湖南大学牵头编写教材。", section=SECTION)
    assert found.claims("supports") == {("甲河电工研究院", "supports", "线缆产业")}


def test_the_industry_of_the_document_is_a_subject_of_names() -> None:
    found = marked.bare("甲河铁皮石斛研究院获批省级平台。", section="一、平台建设", title="文山州铁皮石斛产业发展规划")
    assert ("甲河铁皮石斛研究院", "supports", "铁皮石斛产业") in found.claims()


def test_bodies_that_are_listed_in_front_of_whom_they_serve() -> None:
    found = marked.bare(
        "铁皮石斛研究院、石斛种苗繁育中心为铁皮石斛产业发展提供支撑。",
        section="一、平台建设",
        title="文山州铁皮石斛产业发展规划",
    )
    assert {s for s, _, _ in found.claims("supports")} == {"铁皮石斛研究院", "石斛种苗繁育中心"}


def test_a_sector_of_a_list_of_industries_is_a_subject_of_names() -> None:
    found = marked.bare("建设精密铸造检测中心。", section="一、科技创新", before=["大力发展精密铸造、智能终端等新兴产业。"])
    assert {(s, o) for s, _, o in found.claims("supports")} == {("精密铸造检测中心", "精密铸造")}
