"""subIndustryOf in marked sentences: brackets, “以甲、乙为代表的丙”, sectors that head sentences of a sector's section."""

from __future__ import annotations

import pytest

from tests.marked import bare, read

CLUSTER = "一、高端装备产业"


@pytest.mark.parametrize(
    ("marked", "parts", "whole"),
    [
        (
            "打造“三新”产业集群（<Industry>新材料产业</Industry>、<Industry>新能源产业</Industry>）。",
            {"新材料产业", "新能源产业"},
            "“三新”产业集群",
        ),
        (
            "以<Industry>人工智能产业</Industry>、<Industry>大数据产业</Industry>等为代表的<Industry>数字产业</Industry>发展迅速。",
            {"人工智能产业", "大数据产业"},
            "数字产业",
        ),
    ],
)
def test_what_a_sector_is_made_of(marked: str, parts: set[str], whole: str) -> None:
    assert read(marked).claims("subIndustryOf") == {(part, "subIndustryOf", whole) for part in parts}


@pytest.mark.parametrize(
    "marked",
    [
        "壮大<Industry>农机装备</Industry>产业链，重点发展拖拉机。",
        "<Industry>农机装备</Industry>产业链，重点发展拖拉机。",
        "重点发展<Industry>农机装备</Industry>、矿山装备等产业。农机装备依托金丰机械，重点发展拖拉机。",
    ],
)
def test_a_sector_that_heads_a_sentence_is_a_part_of_the_sections(marked: str) -> None:
    assert ("农机装备", "subIndustryOf", "高端装备产业") in read(marked, section=CLUSTER).claims("subIndustryOf")


@pytest.mark.parametrize(
    "sentence",
    [
        "以重大科技、产业技术创新为代表的创新基础设施加快建设。",
        "以5G、物联网为代表的新一轮变革加速。",
        "打造高水平产业园（占地二百亩、配套完善）。",
    ],
)
def test_what_names_no_sector_has_no_parts(sentence: str) -> None:
    assert bare(sentence).claims("subIndustryOf") == set()


def test_a_sector_is_no_part_of_a_place() -> None:
    assert not bare("农机装备产业链，重点发展拖拉机。", section="一、郑家镇").claims("subIndustryOf")


@pytest.mark.parametrize(
    ("sentence", "section", "parts", "whole"),
    [
        ("全区服务冷链物流、工业设计等生产性服务业发展。", "一、郑家镇", {"冷链物流", "工业设计"}, "生产性服务业"),
        ("企业达到三百家，涵盖农机制造、矿机制造等领域。", CLUSTER, {"农机制造", "矿机制造"}, "高端装备产业"),
        ("聚焦农机制造、矿机制造、港机制造等三大领域。", CLUSTER, {"农机制造", "矿机制造", "港机制造"}, "高端装备产业"),
        ("重点培育农机制造、矿机制造两大板块。", CLUSTER, {"农机制造", "矿机制造"}, "高端装备产业"),
    ],
)
def test_listed_parts_of_a_group_or_of_the_sector_that_the_text_is_about(
    sentence: str, section: str, parts: set[str], whole: str
) -> None:
    found = bare(sentence, section=section).claims("subIndustryOf")
    assert found == {(part, "subIndustryOf", whole) for part in parts}


@pytest.mark.parametrize(
    "sentence",
    [
        "依托甲信、乙云等数字经济头部企业建设平台。",
        "围绕教育、医疗等领域开展应用。",
        "大力发展农机装备、矿山装备等产业。",
    ],
)
def test_firms_fields_of_use_and_plain_lists_are_no_parts(sentence: str) -> None:
    assert bare(sentence, section=CLUSTER).claims("subIndustryOf") == set()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "大力发展仓配一体、冷链运输等现代服务业和智能泵阀、精密模具等先进制造业。",
            {"现代服务业": {"仓配一体", "冷链运输"}, "先进制造业": {"智能泵阀", "精密模具"}},
        ),
        ("推动航运金融、碳汇金融等特色金融发展。", {"特色金融": {"航运金融", "碳汇金融"}}),
        ("布局数字贸易、转口贸易、离岸贸易等新型贸易，完善仓储设施。", {"新型贸易": {"数字贸易", "转口贸易", "离岸贸易"}}),
        ("节能环保、生物医药、电子信息等战略性新兴产业加快成长。", {"战略性新兴产业": {"节能环保", "生物医药", "电子信息"}}),
        (
            "发展仓配一体、冷链运输、碳汇金融三类生产性服务业。",
            {"生产性服务业": {"仓配一体", "冷链运输", "碳汇金融"}},
        ),
        ("谋划脑机接口、量子通信等未来产业。", {}),
        ("支持仓配一体、冷链运输等现代服务业企业做大规模。", {}),
        ("支持甲川机械、乙水重工等龙头企业建设工厂。", {}),
    ],
)
def test_sectors_listed_before_their_kind_are_parts_of_it(sentence: str, expected: dict[str, set[str]]) -> None:
    found = bare(sentence).claims("subIndustryOf")
    assert found == {(part, "subIndustryOf", whole) for whole, parts in expected.items() for part in parts}


@pytest.mark.parametrize(
    "sentence",
    [
        "不锈钢产业涵盖装饰板材、精密带钢、厨具餐具等领域。",
        "已初步形成装饰板材、精密带钢、厨具餐具三大板块。",
        "产业链完整，已形成装饰板材、精密带钢、厨具餐具等多个细分领域。",
    ],
)
def test_fields_that_a_sector_is_made_of_are_its_parts(sentence: str) -> None:
    found = bare(sentence, section="一、不锈钢产业").claims("subIndustryOf")
    assert found == {(part, "subIndustryOf", "不锈钢产业") for part in ("装饰板材", "精密带钢", "厨具餐具")}


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("不锈钢产业主要包括装饰板材、精密带钢、厨具餐具。", {"装饰板材", "精密带钢", "厨具餐具"}),
        ("不锈钢产业由装饰板材、精密带钢、厨具餐具三大板块组成。", {"装饰板材", "精密带钢", "厨具餐具"}),
        ("不锈钢产业分为装饰板材和精密带钢两大类。", {"装饰板材", "精密带钢"}),
        ("装饰板材、精密带钢、厨具餐具三大板块较为齐备。", {"装饰板材", "精密带钢", "厨具餐具"}),
        ("加快发展装饰板材、精密带钢、厨具餐具三个方向。", {"装饰板材", "精密带钢", "厨具餐具"}),
        ("在装饰板材、精密带钢、厨具餐具等细分领域培育冠军企业。", set()),
        ("聚焦装饰板材、精密带钢、厨具餐具等新兴赛道。", {"装饰板材", "精密带钢", "厨具餐具"}),
        ("做强装饰板材、精密带钢、厨具餐具三条产业链。", {"装饰板材", "精密带钢", "厨具餐具"}),
        ("主要集中在装饰板材、精密带钢两个领域。", {"装饰板材", "精密带钢"}),
        ("在装饰板材、精密带钢等赛道培育冠军企业。", set()),
        ("不锈钢产业链包括装饰板材、精密带钢。", set()),
        ("重点发展装饰板材、精密带钢、厨具餐具三大产业。", set()),
    ],
)
def test_what_a_sector_is_said_to_be_made_of(sentence: str, parts: set[str]) -> None:
    found = bare(sentence, section="一、不锈钢产业").claims("subIndustryOf")
    assert found == {(part, "subIndustryOf", "不锈钢产业") for part in parts}


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("围绕电解着色、真空镀膜等金属表面处理领域，提升配套能力。", {"电解着色", "真空镀膜"}),
        ("金属表面处理（包括电解着色、真空镀膜）向高端延伸。", {"电解着色", "真空镀膜"}),
        ("开放电解着色、真空镀膜等金属表面处理领域，提升配套能力。", set()),
    ],
)
def test_fields_around_which_something_is_done_have_their_parts(sentence: str, parts: set[str]) -> None:
    found = bare(sentence, section="一、不锈钢产业").claims("subIndustryOf")
    assert found == {(part, "subIndustryOf", "金属表面处理") for part in parts}


@pytest.mark.parametrize("bracket", ["（含精密带钢、装饰板材）", "（精密带钢、装饰板材）"])
def test_what_a_heading_puts_in_a_bracket_behind_its_sector_is_part_of_it(bracket: str) -> None:
    found = bare("推动产线提质。", section=f"一、做强不锈钢产业{bracket}").claims("subIndustryOf")
    assert found == {(part, "subIndustryOf", "不锈钢产业") for part in ("精密带钢", "装饰板材")}
