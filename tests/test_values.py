"""Targets in a sentence: metric, number, unit, bound, year, tense. Sentences are made up in the manner of plans."""

from __future__ import annotations

from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianpu.extract import agencies, levels, quantities, values, years
from lianpu.extract.values import Value


def brief(found: tuple[Value, ...]) -> list[tuple[str, str, float, str, int | None]]:
    return [(v.metric, v.op, v.value, v.unit, v.year) for v in found]


@pytest.mark.parametrize(
    ("text", "value", "upper", "unit", "op"),
    [
        ("产值达到1，250亿元", 1250, None, "亿元", "="),
        ("产值达到1250.5亿元以上", 1250.5, None, "亿元", ">="),
        ("建成厂房一百二十座", 120, None, "座", "="),
        ("带动就业6.5万人左右", 6.5, None, "万人", "~"),
        ("形成3-5个品牌", 3, 5, "个", "="),
        ("用工1.5万–2万人", 1.5, 2, "万人", "="),
        ("占比超六成", 60, None, "%", ">"),
        ("企业超千家", 1000, None, "家", ">"),
        ("产量突破百万台", 100, None, "万台", ">"),
        ("总量突破万亿元", 1, None, "万亿元", ">"),
        ("能耗控制在12%以内", 12, None, "%", "<="),
        ("误差不超过3%", 3, None, "%", "<="),
        ("面积不低于40万亩", 40, None, "万亩", ">="),
        ("新设“30+”示范车间", 30, None, "个", ">="),
        ("集聚企业300余家", 300, None, "家", ">"),
        ("专项资金翻一番", 1, None, "番", "="),
        ("占比达百分之四十", 40, None, "%", "="),
        ("利用系数保持在0.65以上", 0.65, None, "", ">="),
        ("年产高效电机60万台套", 60, None, "万台套", "="),
    ],
)
def test_number_forms(text: str, value: float, upper: float | None, unit: str, op: str) -> None:
    (found,) = quantities.find(text)
    assert (found.value, found.value_max, found.unit, found.op) == (value, upper, unit, op)
    assert text[found.start : found.end].strip()


@pytest.mark.parametrize(
    "text",
    [
        "鲁政发〔2022〕16号",
        "2023年6月18日印发",
        "进入世界500强",
        "普及5G应用",
        "“一带一路”沿线",
        "三次产业融合",
        "发展二元酸",
        "居全省第3位",
        "连续两位数增长",
        "“231”产业集群",
        "培育一批龙头企业",
        "孵化数十家企业",
        "“3+2”布局",
        "打通“最后一公里”",
        "汽车零部件",
        "分2方面推进",
    ],
)
def test_no_numbers(text: str) -> None:
    assert quantities.find(text) == ()


def test_open_units_take_the_unit_of_the_list() -> None:
    assert [(q.value, q.unit) for q in quantities.find("分别达1.2万亿、9000亿和700亿元")] == [
        (1.2, "万亿元"),
        (9000, "亿元"),
        (700, "亿元"),
    ]


@given(st.integers(1, 9999))
def test_chinese_numerals_are_read_back(number: int) -> None:
    assert quantities.numeral(_chinese(number)) == number


def _chinese(number: int) -> str:
    digits, out, gap = "零一二三四五六七八九", "", False
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            out += ("零" if gap and out else "") + digits[digit] + name
        gap = not digit
    return out


@pytest.mark.parametrize(
    ("text", "year", "aim"),
    [
        ("到2027年", 2027, True),
        ("2027年底前", 2027, True),
        ("2027年产值", 2027, False),
        ("到二〇三五年", 2035, True),
        ("“十四五”末", 2025, True),
        ("“十五五”时期", 2030, True),
        ("三年内", 2025, True),
        ("用五年时间", 2027, True),
        ("今年", 2022, True),
        ("从2021年起", 2021, False),
    ],
)
def test_years(text: str, year: int, aim: bool) -> None:
    (found,) = years.find(text, 2022)
    assert (found.year, found.aim) == (year, aim)


def test_years_of_titles_are_not_terms() -> None:
    assert years.find("《机器人产业行动方案（2024-2027年）》", 2024) == ()
    assert years.find("三年内") == ()


def test_metric_before_and_behind_the_number() -> None:
    text = "到2027年，轴承产业产值达到90亿元，培育单项冠军企业4家，打造12个数字化车间。"
    assert brief(values.find(text, base_year=2024)) == [
        ("产值", "=", 90, "亿元", 2027),
        ("单项冠军企业", "=", 4, "家", 2027),
        ("数字化车间", "=", 12, "个", 2027),
    ]


def test_owner_before_the_metric_carries_over_the_statement() -> None:
    text = "到2027年，轴承产业产值达到90亿元，占全市工业的比重提高到15%以上；全市发明专利达到800件。"
    first, second, third = values.find(text, base_year=2024)
    assert text[first.owner_start : first.owner_end] == first.subject == second.subject == "轴承产业"
    assert (second.metric, second.op) == ("产值占全市工业的比重", ">=")
    assert text[third.owner_start : third.owner_end] == third.subject == "全市"


def test_each_year_of_a_sentence_has_its_numbers() -> None:
    text = "到2025年，骨干企业达到60家，营业收入达到220亿元；到2028年，骨干企业达到85家，营业收入达到360亿元。新建检测中心3个。"
    assert [(v.year, v.value) for v in values.find(text)] == [(2025, 60), (2025, 220), (2028, 85), (2028, 360), (2028, 3)]


def test_a_span_of_years_holds_only_for_its_statement() -> None:
    text = "3年内建成冷库5座。新建农贸市场8处。"
    assert [(v.year, v.value) for v in values.find(text, base_year=2024)] == [(2027, 5), (None, 8)]


def test_heading_year_holds_until_the_text_names_another() -> None:
    found = values.find("产值达到50亿元。到2030年，产值达到80亿元。", year=2026, base_year=2025)
    assert [v.year for v in found] == [2026, 2030]


def test_words_of_aim_hold_to_the_next_year() -> None:
    text = "力争到2026年，产值达到40亿元，企业突破30家，利税增长9%以上，2030年产值达到70亿元。"
    assert [v.op for v in values.find(text, base_year=2024)] == ["~", ">", ">=", "="]


def test_from_to_gives_what_is_to_be_reached() -> None:
    (found,) = values.find("到2026年，研发投入强度由2.1%提高到3%。", base_year=2023)
    assert (found.value, found.unit) == (3, "%")


def test_shared_metrics() -> None:
    apart = values.find("到2026年，锂电、光伏产业产值分别达到60亿元和45亿元。", base_year=2024)
    assert [(v.subject, v.metric, v.value) for v in apart] == [("锂电产业", "产值", 60), ("光伏产业", "产值", 45)]
    both = values.find("到2026年，工业投资、技改投资均增长8%。", base_year=2024)
    assert [(v.metric, v.value) for v in both] == [("工业投资增长", 8), ("技改投资增长", 8)]
    each = values.find("争创省级实训基地、省级重点专业各1个。")
    assert [(v.metric, v.value, v.op) for v in each] == [("省级实训基地", 1, "~"), ("省级重点专业", 1, "~")]


def test_lists_of_counts() -> None:
    text = "到2026年，新增国家级绿色工厂6家、省级绿色工厂20家以上，建设5个智慧园区和40个应用场景。"
    assert [(v.metric, v.op, v.value) for v in values.find(text, base_year=2024)] == [
        ("新增国家级绿色工厂", "=", 6),
        ("新增省级绿色工厂", ">=", 20),
        ("智慧园区", "=", 5),
        ("应用场景", "=", 40),
    ]


def test_a_qualifier_belongs_to_the_metric() -> None:
    (behind,) = values.find("每年引进3个投资20亿元以上的装备项目。")
    assert (behind.metric, behind.value, behind.unit, behind.year) == ("投资20亿元以上的装备项目", 3, "个", None)
    (before,) = values.find("实施投资5000万元以上的技改项目70个。")
    assert (before.value, before.unit) == (70, "个")


def test_yearly_output_of_a_project() -> None:
    text = "项目总投资8亿元，形成年产300台压裂装备的生产能力，预计年产值12亿元。"
    assert [(v.metric, v.value, v.unit) for v in values.find(text, achieved=False)] == [
        ("总投资", 8, "亿元"),
        ("压裂装备年产能", 300, "台"),
        ("年产值", 12, "亿元"),
    ]


@pytest.mark.parametrize(
    ("text", "achieved"),
    [
        ("目前拥有规上企业120家。", True),
        ("2021年全县粮食产量达到30万吨。", True),
        ("“十三五”期间新建泊位6个。", True),
        ("2023年底前新建泊位6个。", False),
        ("新建泊位6个。", False),
        ("力争拥有规上企业120家。", False),
    ],
)
def test_tense(text: str, achieved: bool) -> None:
    (found,) = values.find(text, base_year=2022)
    assert found.achieved is achieved


def test_a_report_looks_back_as_a_whole() -> None:
    text = "工业增加值增长7.3%，居全省第二；新增高企1347家，出口额482.6亿元、增长11.7%，支持项目2100余个。"
    assert {v.achieved for v in values.find(text, year=2026, base_year=2026)} == {True}
    assert {v.year for v in values.find(text, year=2026, base_year=2026)} == {None}
    assert {v.achieved for v in values.find(text, achieved=False)} >= {False}


@pytest.mark.parametrize(
    "text",
    ["对新认定的企业给予最高50万元奖励。", "围绕三个方面发力。", "出台12条政策。", "以3家化工园区为载体。", "实行24小时服务。"],
)
def test_what_is_no_target(text: str) -> None:
    assert values.find(text) == ()


def test_size_classes() -> None:
    counted = "到2027年，打造百亿级产业集群2个（纺织、厨电），50亿级3个（制冷、铜业、轴瓦）。"
    named = [(s.value, s.unit, counted[s.start : s.end]) for s in levels.find(counted)]
    assert named == [
        (100, "亿元", "纺织"),
        (100, "亿元", "厨电"),
        (50, "亿元", "制冷"),
        (50, "亿元", "铜业"),
        (50, "亿元", "轴瓦"),
    ]
    found = values.find(counted, base_year=2024)
    assert [(v.metric, v.value, v.unit) for v in found[:2]] == [("百亿级产业集群", 2, "个"), ("50亿级产业集群", 3, "个")]
    assert {(v.metric, v.op, v.year) for v in found[2:]} == {("产业规模", ">=", 2027)}
    listed = "形成绿色食品、现代纺织与服装等两个千亿级产业集群，做强百亿级阀门产业。"
    assert [listed[s.start : s.end] for s in levels.find(listed)] == ["绿色食品", "现代纺织与服装", "阀门产业"]
    assert levels.find("打造一批千亿级产业集群。") == ()
    assert levels.find("力争打造1个千亿级集群。") == ()


_PIECES = st.sampled_from(
    [
        "到2027年",
        "，",
        "。",
        "；",
        "力争",
        "产值",
        "达到",
        "30亿元",
        "3-5个",
        "轴承产业",
        "培育",
        "企业",
        "以上",
        "（",
        "）",
        "、",
        "分别",
        "2025年",
        "和",
        "百亿级",
    ]
)


@given(st.lists(_PIECES, max_size=30).map("".join))
def test_every_value_has_its_evidence(text: str) -> None:
    for value in values.find(text, base_year=2024):
        assert 0 <= value.start < value.end <= len(text)
        assert any(c.isdigit() or c in "百千" for c in text[value.start : value.end])
        if value.owner_start >= 0:
            assert text[value.owner_start : value.owner_end] == value.subject
    spans = [(q.start, q.end) for q in quantities.find(text)]
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_parts_in_brackets_are_owners() -> None:
    found = values.find("建成标准厂房9座（东城区、西湖镇各4座以上）。")
    assert [(v.subject, v.metric, v.value) for v in found] == [
        ("", "标准厂房", 9),
        ("东城区", "标准厂房", 4),
        ("西湖镇", "标准厂房", 4),
    ]


@pytest.mark.parametrize(
    "piece", ["达到", "发展壮大", "（", "、", "增加到", "千亿级战略性新兴", "由3%提高到", "2025年", "分别", "12", "市"]
)
def test_long_repeats_stay_linear(piece: str) -> None:
    text = f"{piece * (4000 // len(piece))}30家企业，{piece * (4000 // len(piece))}。"
    started = perf_counter()
    assert all(text[v.start : v.end] for v in values.find(text, base_year=2024))
    assert all(text[c.start : c.end] for c in agencies.find(f"责任单位：{text}（{text}负责{text}"))
    assert perf_counter() - started < 5


def test_yearly_output_of_a_list() -> None:
    text = "形成年产300台压裂装备、500台固井装备和80台钻机的生产能力。"
    assert [v.metric for v in values.find(text)] == ["压裂装备年产能", "固井装备年产能", "钻机年产能"]


def test_yearly_output_in_brackets() -> None:
    text = "形成年产900台智能农机（其中：500台播种机、400台收割机）的生产能力。"
    assert [v.metric for v in values.find(text)] == ["智能农机年产能", "播种机年产能", "收割机年产能"]


def test_parts_in_brackets_with_a_label_or_after_other_parts() -> None:
    text = "建成标准厂房9座、冷库6座（标准厂房：东城区、西湖镇各4座以上；冷库：东城区、西湖镇各2座，南山区、北塔镇各1座）。"
    found = [(v.subject, v.metric, v.value) for v in values.find(text)][2:]
    assert found == [
        ("东城区", "标准厂房", 4),
        ("西湖镇", "标准厂房", 4),
        ("东城区", "冷库", 2),
        ("西湖镇", "冷库", 2),
        ("南山区", "冷库", 1),
        ("北塔镇", "冷库", 1),
    ]


def test_an_open_number_may_have_a_bound() -> None:
    assert [(q.value, q.unit) for q in quantities.find("注册用户达460万以上、活跃用户120万人以上")] == [
        (460, "万人"),
        (120, "万人"),
    ]


def test_a_verb_before_the_list_is_no_part_of_a_size_class() -> None:
    text = "集中各方力量培育现代农机、低空装备等3个千亿级产业集群。"
    assert [text[level.start : level.end] for level in levels.find(text)] == ["现代农机", "低空装备"]


def test_one_industry_behind_its_class_sums_up_nothing() -> None:
    text = "力争培育1个百亿级水果产业集群。"
    assert [text[level.start : level.end] for level in levels.find(text)] == ["水果产业集群"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("打造特种水产、冷链物流、竹木家居“3个百亿元级产业”。", ["特种水产", "冷链物流", "竹木家居"]),
        ("重点发展特种水产、冷链物流和竹木家居3个百亿元产值产业。", ["特种水产", "冷链物流", "竹木家居"]),
    ],
)
def test_classes_in_quotes_or_of_output(text: str, names: list[str]) -> None:
    assert [text[level.start : level.end] for level in levels.find(text)] == names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("到2027年，水产产业达到百亿级规模。", [("产业规模", 100, "亿元")]),
        ("力争到2027年达到百亿级规模。", [("产业规模", 100, "亿元")]),
        ("到2027年，建成三大产业基地、五个特色园区、十家研发中心。", [("特色园区", 5, "个"), ("研发中心", 10, "家")]),
        ("加快推进信息服务、冷链物流等六个现代服务业发展。", []),
        ("聚焦特种水产、冷链物流等4个重点领域。", []),
        ("实施强链、补链等8个专项工程。", []),
        ("提升发展4类先进基础材料。", []),
        ("建设甲园、乙园等5个特色园区。", [("特色园区", 5, "个")]),
    ],
)
def test_counts_that_only_sum_up_a_list_are_none(text: str, found: list[tuple[str, float, str]]) -> None:
    assert [(v.metric, v.value, v.unit) for v in values.find(text, base_year=2024)] == found


def test_words_that_only_look_like_years_or_units() -> None:
    assert years.find("新上年产50万套的生产线", 2026) == ()
    assert [q.unit for q in quantities.find("由9所在外高校牵头")] == []


def test_parts_of_names_and_levers_are_no_figures() -> None:
    assert values.find("推进北塔百万吨乙烯、东城60万吨芳烃等项目。") == ()
    assert values.find("发挥8亿元产业基金撬动作用。") == ()
    assert [v.value for v in values.find("实施“强链”行动和12个稳增长方案，新建冷库7座。")] == [7]


def test_a_verb_that_counts_stays_with_what_it_counts() -> None:
    assert [v.metric for v in values.find("新建东城至西湖等5条快速路。")] == ["新建快速路"]


def test_a_list_of_fields_is_no_part_of_a_metric() -> None:
    assert [v.metric for v in values.find("引育语料库、算法、软件等领域专业服务商63家。")] == ["专业服务商"]


def test_shared_bounds_and_certainty() -> None:
    assert [v.op for v in values.find("粮食、油料产量分别稳定在310万吨和75万吨左右。")] == ["~", "~"]
    assert [v.op for v in values.find("争取纳规风电基地3个，确保新增装机70万千瓦。")] == ["~", "="]


def test_sectors_share_what_follows_the_last_of_them() -> None:
    found = values.find("电子信息、农机制造业产业规模分别达到820亿元、410亿元。")
    assert [(v.subject, v.metric) for v in found] == [("电子信息", "产业规模"), ("农机制造业", "产业规模")]
    assert [(v.subject, v.metric) for v in values.find("工业中特色产业占比达到31%。")] == [("", "工业中特色产业占比")]


def test_a_size_of_what_is_served_is_no_figure() -> None:
    assert values.find("实现5亿元以上企业服务全覆盖。") == ()
    assert [v.value for v in values.find("在4个5A级景区试点部署导览服务，建设冷库7座。")] == [7]
    assert [v.metric for v in values.find("提升基层机构设备覆盖率至51%以上。")] == ["基层机构设备覆盖率"]


def test_grades_share_the_noun_of_the_last() -> None:
    found = values.find("力争建成3个世界级、5个国家级、8个区域级产业集群。")
    assert [v.metric for v in found] == ["世界级产业集群", "国家级产业集群", "区域级产业集群"]


def test_a_sum_before_a_count_tells_what_is_counted() -> None:
    found = values.find("引进亿元以上项目30个，其中10亿元以上5个。")
    assert [(v.value, v.unit) for v in found] == [(30, "个"), (5, "个")]


def test_units_of_a_rate_and_of_power() -> None:
    found = values.find("机器人密度达到480台/万人，亩均税收达到33万元/亩，储能规模达到2.4吉瓦时。")
    assert [(v.metric, v.value, v.unit) for v in found] == [
        ("机器人密度", 480, "台/万人"),
        ("亩均税收", 33, "万元/亩"),
        ("储能规模", 2.4, "吉瓦时"),
    ]


def test_verbs_are_cut_and_words_that_begin_like_them_are_not() -> None:
    found = values.find("建成起降点90个，安排不少于7000万元专项资金。")
    assert [v.metric for v in found] == ["起降点", "专项资金"]


@pytest.mark.parametrize(
    "text",
    [
        "到2027年、2030年，机床产量分别突破700台、9000台。",
        "到2027年和2030年机床产量分别突破700台和9000台。",
        "到2027年，机床产量突破700台；到2030年，突破9000台。",
    ],
)
def test_years_that_share_a_metric(text: str) -> None:
    assert brief(values.find(text, base_year=2025)) == [("机床产量", ">", 700, "台", 2027), ("机床产量", ">", 9000, "台", 2030)]


def test_a_bare_scale_is_a_unit_of_its_own() -> None:
    text = "社区开发者达350万以上、上架模型18万个以上，年销售收入突破20亿，第30万个用户"
    assert [(q.value, q.unit) for q in quantities.find(text)] == [(350, "万"), (18, "万个"), (20, "亿")]


def test_the_end_of_the_year_of_writing() -> None:
    found = values.find("到年底建成驿站16座，每年底更新清单17份。", base_year=2026)
    assert [(v.metric, v.value, v.year) for v in found if v.value == 16] == [("驿站", 16, 2026)]


def test_a_number_in_the_name_of_a_road_counts_nothing() -> None:
    assert quantities.find("实施经十路东延工程。") == ()


def test_the_verb_of_a_list_of_counts_is_that_of_all_unless_one_has_its_own() -> None:
    text = "新培育省级智能工厂20个、数字化车间80个、改造老旧车间30个，技术合同成交额增长8%。"
    assert [v.metric for v in values.find(text)][:3] == ["新培育省级智能工厂", "新培育数字化车间", "改造老旧车间"]
