"""Numbers that are no aims, and figures whose owner is not that of the one before. Sentences are made up."""

from __future__ import annotations

import pytest

from lianpu.extract import values
from tests.test_bearers import PLAN, owners


def aims(text: str) -> list[tuple[float, str]]:
    return [(v.value, v.unit) for v in values.find(text, base_year=2026) if not v.achieved]


@pytest.mark.parametrize(
    "text",
    [
        "对首次升规入统的企业，一次性给予20万元奖励。",
        "对年营业收入首次突破5亿元、10亿元的企业，分别奖励50万元、100万元。",
        "企业新建研发平台，按研发投入的15%补助，最高300万元。",
        "按设备投资额的10%给予补助，单个企业最高不超过500万元。",
        "重点发展10兆瓦以上海上风机、大容量储能变流器。",
        "开发80支以上精梳棉纱、60支以上紧密纺纱线。",
        "整车资质仅蓼河专汽1家。",
        "规上建材企业仅有23家，年产值超10亿元的只有1家。",
        "企业技改投资超过1000万元的，按实际投资额8%给予事后奖补。",
        "化工园区剩余环境容量不足一成。",
        "两镇集聚砂石加工户130余户。",
    ],
)
def test_no_aims(text: str) -> None:
    assert aims(text) == []


@pytest.mark.parametrize(
    ("text", "aim"),
    [
        ("市财政每年安排不少于8000万元专项资金，对达标企业给予30万元奖励。", (8000, "万元")),
        ("兑现各类奖补资金1.5亿元以上。", (1.5, "亿元")),
        ("资助家庭困难学生1.8万人次。", (1.8, "万人次")),
        ("建设10兆瓦以上分布式光伏电站。", (10, "兆瓦")),
        ("打造应用场景30余个。", (30, "个")),
        ("夏布年产量达到300万匹。", (300, "万匹")),
        ("每千名老年人拥有养老床位48张。", (48, "张")),
        ("建成各类起降场30个。", (30, "个")),
        ("新增供电能力36万千伏安。", (36, "万千伏安")),
        ("棉纺规模达到180万锭。", (180, "万锭")),
    ],
)
def test_aims_that_look_like_them(text: str, aim: tuple[float, str]) -> None:
    assert aim in aims(text)


@pytest.mark.parametrize(
    ("sentence", "value", "owner"),
    [
        ("到2030年，制造业增加值占GDP比重保持在32%左右，高新技术企业达到420家。", 32, "济宁市"),
        ("到2030年，制造业增加值占GDP比重保持在32%左右，高新技术企业达到420家。", 420, "济宁市"),
        ("到2030年，工业产值达到980亿元，其中农机产业420亿元、机器人产业310亿元，新引进亿元以上项目90个。", 310, "机器人产业"),
        ("到2030年，工业产值达到980亿元，其中农机产业420亿元、机器人产业310亿元，新引进亿元以上项目90个。", 90, "济宁市"),
        ("到2030年，农机产业占规上工业比重达到12%，培育领军企业15家。", 15, "济宁市"),
        ("到2030年，农机产业产值达到200亿元，占规上工业比重达到12%，培育领军企业15家。", 15, "农机产业"),
        ("到2030年，制造业投资年均增长9%以上。", 9, "济宁市"),
        ("全市开发区亩均产值达到455万元。", 455, "济宁市"),
        ("万元工业增加值用水量下降11%。", 11, "济宁市"),
        ("食品加工、装备制造两大主导产业产值分别突破300亿元、151亿元。", 151, "装备制造"),
        ("到2030年，战略性新兴产业产值突破800亿元，培育百亿级企业13家。", 13, "济宁市"),
        ("农机产业、机器人产业产值分别达到260亿元、210亿元，合计占规上工业比重71%。", 71, "济宁市"),
        ("到2030年，四条产业链营业收入合计达到985亿元。", 985, "济宁市"),
    ],
)
def test_the_owner_of_the_figure_before_does_not_always_go_on(sentence: str, value: float, owner: str) -> None:
    assert owners(f"{PLAN}{sentence}\n")[value] == owner


def test_a_metric_that_begins_like_an_adverb_is_whole() -> None:
    assert values.find("再生铝产能达到60万吨。")[0].metric == "再生铝产能"


def test_a_plan_says_of_its_aims_that_they_rise_to_a_number() -> None:
    text = "班列年开行量由60列增加到150列。"
    assert not values.find(text, horizon=(2026, 2028))[0].achieved
    assert values.find(text)[0].achieved


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("三年引进亿元以上项目90个。", 2028),
        ("力争三年内突破关键技术15项。", 2028),
        ("近三年引进亿元以上项目90个。", None),
        ("实施三年行动，引进亿元以上项目90个。", None),
        ("五年引进亿元以上项目90个。", None),
        ("2023年引进亿元以上项目90个。", 2023),
    ],
)
def test_three_years_are_all_of_a_plan_of_three_years(text: str, year: int | None) -> None:
    assert [v.year for v in values.find(text, horizon=(2026, 2028), base_year=2026)] == [year]


def test_one_metric_for_each_of_several_years() -> None:
    found = values.find("2026年、2027年、2028年分别完成数字化改造企业150家、200家、260家。", horizon=(2026, 2028), base_year=2025)
    assert [(v.metric, v.year, v.value) for v in found] == [
        ("数字化改造企业", 2026, 150),
        ("数字化改造企业", 2027, 200),
        ("数字化改造企业", 2028, 260),
    ]
