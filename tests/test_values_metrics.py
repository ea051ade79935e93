"""What a figure measures: metrics said once for several figures, sizes of sectors, classes, figures of every year."""

from __future__ import annotations

import pytest

from lianpu.extract import levels, values


def said(text: str, year: int | None = None) -> list[tuple[str, str, float, str]]:
    """Subject, metric, value and unit of each figure."""
    return [(v.subject, v.metric, v.value, v.unit) for v in values.find(text, year=year)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "完成技改投资5亿元、工业投资12亿元，分别增长6%和7%。",
            [
                ("", "技改投资", 5, "亿元"),
                ("", "工业投资", 12, "亿元"),
                ("", "技改投资增长", 6, "%"),
                ("", "工业投资增长", 7, "%"),
            ],
        ),
        ("农机产业力争突破300亿元，", [("农机产业", "产业规模", 300, "亿元")]),
        ("国有企业布局新兴产业300亿元，", [("", "国有企业布局新兴产业", 300, "亿元")]),
        ("建设甲镇临空物流、乙镇低空旅游2个示范区，", [("", "示范区", 2, "个")]),
        ("形成年产叉车、铲车等矿山机械500台的产能，", [("", "叉车、铲车等矿山机械年产能", 500, "台")]),
        ("小麦播种面积稳定在40万亩、产量20万吨，", [("", "小麦播种面积", 40, "万亩"), ("", "小麦产量", 20, "万吨")]),
        ("新增上市企业3家、总数达到21家，", [("", "新增上市企业", 3, "家"), ("", "上市企业总数", 21, "家")]),
        ("出口投资增长4%、占投资比重达到31%，", [("", "出口投资增长", 4, "%"), ("", "出口投资占投资比重", 31, "%")]),
        ("轻工纺织产业规模达到千亿级，", [("轻工纺织", "产业规模", 1000, "亿元")]),
        ("累计孵化面积超30万平方米，", [("", "孵化面积", 30, "万平方米")]),
        ("农机产业实现营业收入40亿元，", [("农机产业", "营业收入", 40, "亿元")]),
        (
            "投入强度达到3%，高于全省平均水平1个百分点，",
            [("", "投入强度", 3, "%"), ("", "投入强度高于全省平均水平", 1, "个百分点")],
        ),
        ("单位能耗较2024年下降13%，", [("", "单位能耗下降", 13, "%")]),
        ("产业规模突破千亿元大关，", [("", "产业规模", 1000, "亿元")]),
        (
            "城镇、农村居民人均可支配收入分别增长5%、6%，",
            [("", "城镇居民人均可支配收入增长", 5, "%"), ("", "农村居民人均可支配收入增长", 6, "%")],
        ),
        ("打造和美乡村示范村10个，", [("", "和美乡村示范村", 10, "个")]),
        ("收入20万元以上的村占比达到80%，", [("", "收入20万元以上的村占比", 80, "%")]),
        ("基地规模原则上不得低于9万千瓦，", [("", "基地规模", 9, "万千瓦")]),
        ("形成15个千亿元产业集群。", [("", "千亿元产业集群", 15, "个")]),
        ("建设百亿元产业园2个，", [("", "百亿元产业园", 2, "个")]),
        ("铁路网密度达到507公里/万平方公里，", [("", "铁路网密度", 507, "公里/万平方公里")]),
        ("平均浓度控制在35微克/立方米以内，", [("", "平均浓度", 35, "微克/立方米")]),
        ("新选育企业10家，三年累计培育30家，", [("", "新选育企业", 10, "家"), ("", "新选育企业", 30, "家")]),
    ],
)
def test_what_a_figure_measures(text: str, found: list[tuple[str, str, float, str]]) -> None:
    assert said(text) == found


def test_figures_of_every_year_have_none_down_to_the_end_of_their_list() -> None:
    found = values.find("每年培育衍生模型10个、智能体20个、典型应用30个，新建驿站40座。", year=2027)
    assert [(v.value, v.year) for v in found] == [(10, None), (20, None), (30, None), (40, 2027)]


def test_the_next_class_of_a_list_names_no_industry() -> None:
    assert levels.find("打造2个五千亿级产业链和5个千亿级产业链。") == ()


def test_a_scope_right_before_the_number_is_no_subject() -> None:
    assert said("覆盖全市500个点位。") == [("", "点位", 500, "个")]
    assert said("全市新建驿站16座。") == [("全市", "驿站", 16, "座")]


def test_a_year_to_compare_with_dates_nothing() -> None:
    found = values.find("到2030年，单位能耗较2024年下降13%，产量达到20万吨。", base_year=2026)
    assert [(v.value, v.year, v.achieved) for v in found] == [(13, 2030, False), (20, 2030, False)]


def test_a_count_right_before_a_class_sums_up_its_industries() -> None:
    text = "形成甲材、乙械、丙药3个千亿级产业集群，"
    assert [text[level.start : level.end] for level in levels.find(text)] == ["甲材", "乙械", "丙药"]
    assert [v.metric for v in values.find("形成甲材、乙械、丙药4个千亿级产业集群，")][:1] == ["千亿级产业集群"]
    assert "甲材" not in {v.subject for v in values.find("形成甲材、乙械、丙药4个千亿级产业集群，")}


def test_three_years_to_double() -> None:
    found = values.find("产业规模3年翻一番。", base_year=2026)
    assert [(v.metric, v.value, v.unit, v.year) for v in found] == [("产业规模", 1, "番", 2029)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "培育1—2个营业收入超90亿元、3—5个超40亿元、20个超10亿元的骨干企业；",
            [("营业收入超90亿元的骨干企业", 1), ("超40亿元的骨干企业", 3), ("超10亿元的骨干企业", 20)],
        ),
        ("培育一批以食品为主导、营业收入超90亿元的产区，", []),
        ("培育12个以上年营业收入超过90亿元的产区，", [("年营业收入超过90亿元的产区", 12)]),
        ("产业规模以上企业实现营业收入90亿元，", [("产业规模以上企业实现营业收入", 90)]),
        ("新获批自主创新1类新药15个，", [("新获批自主创新1类新药", 15)]),
        ("至少新增项目5个，", [("新增项目", 5)]),
    ],
)
def test_sizes_of_what_is_counted_are_no_figures(text: str, found: list[tuple[str, float]]) -> None:
    assert [(v.metric, v.value) for v in values.find(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("培育智能农机千亿产业集群。", ["智能农机"]),
        ("加快打造新型织造百亿级产业集群，", ["新型织造"]),
        ("打造一批千亿级产业集群。", []),
        ("打造世界级千亿产业集群。", []),
        ("形成新型织造和智能农机两大千亿级产业集群，", ["新型织造", "智能农机"]),
    ],
)
def test_the_industry_right_before_its_class(text: str, found: list[str]) -> None:
    assert [text[level.start : level.end] for level in levels.find(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "规上企业由2025年的152家增加到2028年的205家。",
        "到2028年，规上企业从2025年的152家增加到205家。",
        "到2028年，规上企业由152家增加到205家。",
    ],
)
def test_what_a_figure_rises_from_dates_and_counts_nothing(text: str) -> None:
    found = values.find(text, base_year=2026)
    assert [(v.metric, v.value, v.year, v.achieved) for v in found] == [("规上企业", 205, 2028, False)]


def test_the_first_year_of_a_plan_is_still_to_come() -> None:
    text = "2026年，产值达到8亿元。"
    assert [v.achieved for v in values.find(text, base_year=2026, horizon=(2026, 2028))] == [False]
    assert [v.achieved for v in values.find("2026年已建成驿站8座。", base_year=2026, horizon=(2026, 2028))] == [True]
    assert [v.achieved for v in values.find(text, base_year=2026)] == [True]


def test_every_year_and_sums_over_years_are_aims() -> None:
    found = values.find("每年新增项目101个，三年累计完成投资303亿元，销售收入120亿元、利税15亿元。", year=2028, base_year=2026)
    assert [(v.metric, v.achieved) for v in found] == [
        ("每年新增项目", False),
        ("投资", False),
        ("销售收入", False),
        ("利税", False),
    ]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("工业机器人密度达到每万人320台以上。", [("工业机器人密度", ">=", 320, "台/万人")]),
        ("黄酒产能提高到9万千升。", [("黄酒产能", "=", 9, "万千升")]),
        ("参加展会25场（次）以上。", [("参加展会", ">=", 25, "场（次）")]),
        ("加工产值与农业产值之比提高到2.6∶1。", [("加工产值与农业产值之比", "=", 2.6, "")]),
        ("培育过30亿元企业3户、过亿元企业70户。", [("过30亿元企业", "=", 3, "户"), ("过亿元企业", "=", 70, "户")]),
        ("盘活闲置厂房35万平方米用于轻资产项目。", [("盘活闲置厂房", "=", 35, "万平方米")]),
        ("设立总规模15亿元的茶产业发展基金。", [("茶产业发展基金总规模", "=", 15, "亿元")]),
        ("开工率、资金到位率分别达到85%和60%。", [("开工率", "=", 85, "%"), ("资金到位率", "=", 60, "%")]),
        ("形成年产风机200台套、塔筒3万吨的生产能力。", [("风机年产能", "=", 200, "台套"), ("塔筒年产能", "=", 3, "万吨")]),
        ("州级财政每年安排茶产业资金2亿元。", [("茶产业资金", "=", 2, "亿元")]),
        ("高端铝材产值占比达到45%。", [("高端铝材产值占比", "=", 45, "%")]),
        ("锑、铟深加工率分别提高到60%和45%。", [("锑深加工率", "=", 60, "%"), ("铟深加工率", "=", 45, "%")]),
        ("新开工项目300个、竣工180个。", [("新开工项目", "=", 300, "个"), ("竣工项目", "=", 180, "个")]),
        ("立足4家骨干企业。", []),
        ("实行“1名领导、1个专班、1家企业、1套方案”。", []),
        ("建设1：1的实训场景。", []),
    ],
)
def test_shapes_of_metrics_and_units(text: str, figures: list[tuple[str, str, float, str]]) -> None:
    assert [(v.metric, v.op, v.value, v.unit) for v in values.find(text, base_year=2026)] == figures


def test_what_is_ahead_is_a_statement_of_its_own() -> None:
    found = values.find("现有包装线6条，今后重点建设灌装线4条。", base_year=2026)
    assert [(v.value, v.achieved) for v in found] == [(6, True), (4, False)]
