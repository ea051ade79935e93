"""Whose figure it is. Plans of a made-up city, each with one figure."""

from __future__ import annotations

import pytest

from lianpu import extract
from lianpu.model import TargetLine
from tests.reader_fixture import source

REPORT = "济宁市2026年政府工作报告\n二、2026年工作安排\n"
PLAN = "济宁市“十五五”产业发展规划\n第一节 先进制造业\n"
SECTOR = "济宁市机器人产业发展行动方案\n二、总体目标\n"


def owners(text: str) -> dict[float, str]:
    """Value to owner of the targets of a text."""
    return {line.value: line.s for line in extract.extract_source(source(text)) if isinstance(line, TargetLine)}


@pytest.mark.parametrize(
    ("sentence", "value", "owner"),
    [
        ("推动低空经济提质扩量，加快建设起降场，力争飞行架次突破37万架次。", 37, "低空经济"),
        ("实施农机产业倍增行动，完善服务体系，培育领军企业38家。", 38, "农机产业"),
        ("深化生物医药产业“扶优计划”，建成中试平台39个。", 39, "生物医药产业"),
        ("农机产业链上下游企业达到41家以上。", 41, "农机产业"),
        ("到2028年，济宁市的农机产业营业收入预计将突破43亿元。", 43, "农机产业"),
        ("到2028年，济宁市农机产业产值有望达到46亿元。", 46, "农机产业"),
        ("海川农机二期项目建设正酣，该项目总投资47亿元。", 47, "海川农机二期项目"),
        ("北方数据中心项目是全省重点项目，总投资48亿元。", 48, "北方数据中心项目"),
        ("农机产业链上下游企业达到41家以上，培育单项冠军企业51家。", 51, "农机产业"),
        ("到2028年，本地新能源汽车产值占汽车行业比重达到52%。", 52, "新能源汽车"),
        ("大力发展农机产业。统筹推进一批重点事项，培育领军企业42家。", 42, "农机产业"),
        ("规划建设滨湖智造产业园，占地面积3.5平方公里。", 3.5, "滨湖智造产业园"),
        ("培育甲乙、低空经济等3个千亿级新兴产业。", 1000, "低空经济"),
        ("坚持“一企一策”，分类抓好帮扶，培育领军企业43家。", 43, "济宁市"),
        ("建强产业园区，全年新增标准厂房44处。", 44, "济宁市"),
        ("实施城市更新行动，开工改造片区45个。", 45, "济宁市"),
        ("规模工业增加值增长8.5%以上。", 8.5, "济宁市"),
        ("规划建设面积350亩的滨湖智造产业园。", 350, "滨湖智造产业园"),
        ("补上包装短板，全产业链产值达到48亿元。", 48, "济宁市"),
        ("农机产业占规上工业比重超过25%，常住人口城镇化率达到69%。", 69, "济宁市"),
        ("任城区按照“一区多园”推进，年内新建标准厂房52万平方米。", 52, "任城区"),
        ("推进甲硅年产6万吨石英砂项目建设。", 6, "甲硅年产6万吨石英砂项目"),
    ],
)
def test_owner_in_a_report(sentence: str, value: float, owner: str) -> None:
    text = f"{REPORT}（一）抓好重点工作。支持农机产业、低空经济、生物医药产业发展。\n（二）其他。{sentence}\n"
    assert owners(text)[value] == owner


@pytest.mark.parametrize("sentence", ["到2030年，新建绿色工厂46家。", "实施制造业振兴行动，新建绿色工厂46家。"])
def test_the_economy_as_a_whole_owns_nothing(sentence: str) -> None:
    assert owners(f"{PLAN}{sentence}\n")[46] == "济宁市"


@pytest.mark.parametrize(
    "sentence",
    [
        "到2028年，全市机器人核心产业营业收入突破47亿元。",
        "到2028年，我市机器人产业综合实力显著增强，规上企业达到47家。",
        "推动全市机器人产业跨越发展，整机企业达到47家。",
        "到2028年，市机器人核心产业规模达到47亿元。",
        "形成百亿级机器人产业集群，整机企业达到47家。",
    ],
)
def test_the_whole_city_in_a_document_about_one_sector(sentence: str) -> None:
    assert owners(SECTOR + sentence + "\n")[47] == "机器人产业"


def test_a_joint_sector_keeps_its_figures() -> None:
    text = "济宁市“十五五”产业发展规划\n第一节 农机和矿机产业\n推动农机产业提档升级，培育领军企业48家。\n"
    assert owners(text)[48] == "农机和矿机产业"


def test_a_place_is_no_metric() -> None:
    assert owners(SECTOR + "邹城市、曲阜市各3个以上。\n") == {}


@pytest.mark.parametrize(
    ("chapter", "section", "owner"),
    [
        ("加快发展现代农业", "培育壮大新型经营主体", "济宁市"),
        ("加快发展现代农业", "发展目标", "现代农业"),
        ("加快发展现代农业", "提升农机产业", "农机产业"),
        ("现代农业", "培育壮大新型经营主体", "现代农业"),
    ],
)
def test_headings_of_work_in_a_chapter_of_work(chapter: str, section: str, owner: str) -> None:
    plan = "济宁市“十五五”产业发展规划\n第一章 总体要求\n提高质量。\n"
    text = f"{plan}第二章 {chapter}\n第一节 {section}\n到2030年，创建示范社53家。\n"
    assert owners(text)[53] == owner


def test_a_plan_of_work_looks_back_under_the_year_before() -> None:
    text = "济宁市2025年工作总结和2026年工作计划\n一、2025年主要工作\n{0}61个。\n二、2026年工作举措\n{0}62个。\n"
    lines = extract.extract_source(source(text.format("新增规上企业")))
    assert [line.value for line in lines if isinstance(line, TargetLine) and line.rule == "target"] == [62]


def test_what_comes_of_a_work_that_is_paid_for_is_its_own() -> None:
    work = "骆驼新能源产业园项目"
    said = f"投资13亿元的{work}明年投产，全部建成投产后，每年可新增产值20亿元，利税2亿元。"
    assert owners(PLAN + said) == {13: work, 20: work, 2: work}


def test_a_class_of_many_sectors_is_that_of_each() -> None:
    found = [line.s for line in extract.extract_source(source(PLAN + "形成玻纤材料、再生铝、摩擦材料等一批超百亿级产业链。"))
             if isinstance(line, TargetLine)]  # fmt: skip
    assert sorted(name.removesuffix("产业") for name in found) == ["再生铝", "摩擦材料", "玻纤材料"]
