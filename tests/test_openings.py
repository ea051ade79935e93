"""Figures of works, towns and parks that their sentence opens with, and those of parts of a sum. All names are made up."""

from __future__ import annotations

import pytest

from tests.test_bearers import PLAN, owners


@pytest.mark.parametrize(
    ("sentence", "value", "owner"),
    [
        ("1.瀚川动力电池托盘项目，位于滨湖开发区，总投资16亿元，2027年建成。", 16, "瀚川动力电池托盘项目"),
        ("重点项目：瀚川动力电池托盘项目，总投资16亿元。", 16, "瀚川动力电池托盘项目"),
        ("加快建设恒泽年产8万吨再生聚酯项目（总投资9.5亿元，占地210亩）。", 9.5, "恒泽年产8万吨再生聚酯项目"),
        ("加快建设恒泽年产8万吨再生聚酯项目（总投资9.5亿元，占地210亩）。", 210, "恒泽年产8万吨再生聚酯项目"),
        ("推进恒泽年产8万吨再生聚酯项目。", 8, "恒泽年产8万吨再生聚酯项目"),
        ("推进总投资31亿元的禾沃智能农机产业园项目开工建设。", 31, "禾沃智能农机产业园项目"),
        ("3.1棠溪抽水蓄能电站项目。装机容量120万千瓦，总投资78亿元。", 78, "棠溪抽水蓄能电站项目"),
        ("3.重点园区与项目。全年完成投资460亿元。", 460, "济宁市"),
        ("推进总投资31亿元的35个亿元以上项目开工建设。", 31, "济宁市"),
        ("实施工业设备更新提质工程，新建绿色工厂46家。", 46, "济宁市"),
        ("重大项目，全年完成投资460亿元。", 460, "济宁市"),
        ("棠棣镇盘活闲置厂房12万平方米，用于承接五金企业。", 12, "棠棣镇"),
        ("临港工业园向东扩区800亩，新建标准厂房15万平方米。", 15, "临港工业园"),
        ("滨湖高新区西区完成征地2010亩。", 2010, "滨湖高新区西区"),
        ("金秋产业园以食品加工为主攻方向，到2029年入园企业达到40户。", 40, "金秋产业园"),
        ("重点镇盘活闲置厂房13万平方米。", 13, "济宁市"),
        ("产业园区新增入驻企业44家。", 44, "济宁市"),
    ],
)
def test_who_opens_the_sentence(sentence: str, value: float, owner: str) -> None:
    assert owners(f"{PLAN}{sentence}\n")[value] == owner


def test_parts_of_a_sum_by_sector() -> None:
    found = owners(f"{PLAN}到2030年，规上工业总产值达到1500亿元。分产业看，汽车零部件600亿元、生物医药500亿元。\n")
    assert found == {1500: "济宁市", 600: "汽车零部件", 500: "生物医药"}
    found = owners(f"{PLAN}到2030年，汽车零部件、生物医药产值分别达到600亿元和500亿元。\n")
    assert found == {600: "汽车零部件", 500: "生物医药"}


def test_size_classes_with_their_counts() -> None:
    found = owners(f"{PLAN}到2030年，形成装备制造1个千亿级产业集群和食品、建材2个三百亿级产业集群。\n")
    assert found == {1000: "装备制造", 300: "建材", 1: "济宁市", 2: "济宁市"}


def test_a_sector_of_the_whole_region() -> None:
    found = owners("济宁市产业发展规划（2026—2030年）\n一、茶产业\n全市茶园面积稳定在25万亩，新建示范基地21个。\n")
    assert found == {25: "茶产业", 21: "茶产业"}
