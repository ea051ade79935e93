"""What a place's sectors turned over, the tiers of its economy, and firms' goods whose output is told."""

from __future__ import annotations

import pytest
from marked import bare, read

PRESENT = "第一节 发展现状"


@pytest.mark.parametrize(
    "sentence",
    [
        "<Topic>绿色建材产业</Topic>、<Topic>缝制装备产业</Topic>产值分别增长12.3%、8.1%。",
        "<Topic>缝制装备产业</Topic>产值突破9亿元、<Topic>柳编产业</Topic>产值达到6亿元。",
        "<Topic>农产品深加工</Topic>规上产值增长7%。",
        "<Topic>柳编产业</Topic>、<Topic>缝制装备产业</Topic>等产业有力支撑农民增收。",
        "<Topic>柳编产业</Topic>提质增效，<Topic>精细化工</Topic>集群成势，<Topic>缝制装备产业</Topic>实现零的突破。",
        "形成以<Topic>缝制装备产业</Topic>为主导、<Topic>精细化工</Topic>为支撑、<Topic>柳编产业</Topic>为补充的产业格局。",
    ],
)
def test_a_place_has_the_sectors_of_which_something_is_told(sentence: str) -> None:
    found = read(sentence, section=PRESENT)
    facts = {f.o: f.status for f in found.facts() if f.p == "focusesOn" and f.s == "东昌府区"}
    assert {mark.name for mark in found.marks} <= facts.keys()
    assert set(facts.values()) == {"existing"}


def test_each_tier_is_of_its_own_sector() -> None:
    found = bare("农业以葡萄、葫芦为主导，工业以管材、柳编为支撑。", section=PRESENT).claims("focusesOn")
    assert found == {(s, "focusesOn", o) for s, o in (("农业", "葡萄"), ("农业", "葫芦"), ("工业", "管材"), ("工业", "柳编"))}


def test_tiers_told_of_the_one_sector_of_a_plan_are_its_own() -> None:
    found = bare("形成以柳条包为主导、柳条筐为支撑、草帽为补充的产品格局。", section=PRESENT, title="滑县柳编产业发展规划")
    assert {s for s, _, _ in found.claims("focusesOn")} == {"柳编产业"}


@pytest.mark.parametrize(
    "sentence",
    [
        "工业增加值增长8%，服务业增加值增长6%。",
        "高新技术产业增加值占比达40%。",
        "园区产值突破100亿元。",
        "远泰化工产值突破10亿元。",
        "力争缝制装备产业产值增长10%。",
        "招商引资实现新突破，城乡居民收入稳步增长。",
        "集体经济发展壮大。",
        "构建以企业为主体、市场为导向、人才为支撑的创新体系。",
        "坚持以项目为主导、以园区为支撑。",
        "以珂洛重工为主导，宇瀚机电、远泰精机为支撑。",
        "全年完成工业增加值9亿元，规模工业产值突破90亿元。",
    ],
)
def test_totals_firms_and_aims_are_none(sentence: str) -> None:
    assert not bare(sentence, section=PRESENT).claims("focusesOn")


def test_a_figure_in_a_plan_is_none() -> None:
    assert not bare("缝制装备产业产值增长10%。").claims("focusesOn")


def test_a_firm_makes_goods_of_which_an_output_is_told() -> None:
    found = read("<Enterprise>珂洛科技</Enterprise><Product>铜箔</Product>产量突破2万吨。", section=PRESENT)
    assert found.claims("produces") == {("珂洛科技", "produces", "铜箔")}
    assert not bare("力争珂洛科技铜箔产量突破2万吨。").claims("produces")
    assert not bare("新能源汽车产量增长20%。", section=PRESENT).claims("produces")


@pytest.mark.parametrize("title", ["（一）经济运行稳中有进", "（一）工业经济质效提升", "（一）现代农业提质扩面"])
def test_a_heading_that_is_a_sentence_is_no_sector(title: str) -> None:
    found = bare("缝制装备、柳编等5条产业链产值增长。", section=title)
    assert title[3:] not in found.entities()


def test_each_sector_is_of_the_place_that_it_opens_with() -> None:
    found = bare("迁安汽车零部件、滦州石英坩埚等产业加快壮大。", section=PRESENT, title="2025年河北省政府工作报告")
    assert found.claims("focusesOn") == {("迁安市", "focusesOn", "汽车零部件"), ("滦州市", "focusesOn", "石英坩埚")}


def test_an_amount_is_no_thing_that_is_sought() -> None:
    assert not bare("班列运量突破4万标箱、产值突破430亿元。").claims("seeks")


def test_what_firms_of_a_kind_are_is_not_what_they_make() -> None:
    assert not bare("推动珂洛重工、宇瀚机电等支柱型企业扩产增效。").claims("produces")


def test_the_name_of_a_platform_ends_where_it_brings_something_on() -> None:
    found = bare("以东昌府算力中心带动莲湖片区建设。").entities()
    assert not any("带动" in name for name in found)
