"""Rows of tables: projects, parks and firms by the words of the header."""

from __future__ import annotations

import marked
import pytest

from lianpu.model import EntityLine

TITLE = "绍兴市人工智能产业行动方案（2026—2028年）"


def _table(*rows: str) -> marked.Reading:
    return marked.bare("\n".join(rows), title=TITLE)


def test_a_project_stands_where_its_row_says_and_its_firm_where_its_name_says() -> None:
    found = _table(
        "序号 | 项目名称 | 项目主体 | 建设地点 | 建设内容",
        "1 | 年产8000台套仿生抓手生产线项目 | 青藤机器人（绍兴）有限公司 | 柯桥区 | "
        "新建厂房2万平方米，形成年产8000台套仿生抓手的生产能力。",
        "2 | 赤霞光学传感器制造项目 | 上海赤霞仪表有限公司 | 诸暨市 | 位于牌头镇，购置设备40台。",
    )
    assert found.claims("locatedIn") >= {
        ("年产8000台套仿生抓手生产线项目", "locatedIn", "柯桥区"),
        ("青藤机器人（绍兴）有限公司", "locatedIn", "绍兴市"),
        ("赤霞光学传感器制造项目", "locatedIn", "诸暨市"),
        ("赤霞光学传感器制造项目", "locatedIn", "牌头镇"),
    }
    assert not any(s == "上海赤霞仪表有限公司" for s, p, _ in found.claims("locatedIn"))
    assert found.claims("produces") == {
        ("青藤机器人（绍兴）有限公司", "produces", "仿生抓手"),
        ("上海赤霞仪表有限公司", "produces", "光学传感器"),
    }


def test_amounts_name_what_is_made() -> None:
    found = _table(
        "序号 | 项目名称 | 企业名称 | 区县市 | 建设内容",
        "1 | 智能穿戴扩产项目 | 绍兴白鹭电子有限公司 | 越城区 | "
        "达产后生产手势指环30万套、骨传导耳机5万只，占地40亩，新增面积3000平方米。",
    )
    assert found.claims("produces") == {
        ("绍兴白鹭电子有限公司", "produces", "手势指环"),
        ("绍兴白鹭电子有限公司", "produces", "骨传导耳机"),
    }


def test_cells_of_project_and_firm_changed_round() -> None:
    found = _table(
        "序号 | 项目名称 | 项目主体 | 建设地点",
        "1 | 绍兴银杏智能科技有限公司 | 银杏养老陪护机器人基地项目 | 滨海新区",
    )
    assert found.entities()["银杏养老陪护机器人基地项目"] == "Project"
    assert found.entities()["绍兴银杏智能科技有限公司"] == "Enterprise"


def test_the_place_before_a_registered_name_is_no_part_of_it() -> None:
    found = _table(
        "序号 | 项目名称 | 项目主体 | 建设地点",
        "1 | 嵊州市浙江枫林玩具有限公司积木机器人项目 | 浙江枫林玩具有限公司 | 嵊州市",
    )
    assert ("浙江枫林玩具有限公司", "locatedIn", "嵊州市") in found.claims("locatedIn")
    project = next(e for e in found.lines if isinstance(e, EntityLine) and e.type == "Project")
    assert "积木机器人项目" in project.aliases


def test_parks_and_platforms_of_a_table() -> None:
    found = _table("序号 | 园区名称 | 地点", "1 | 镜岭算力科创园二期 | 新昌县", "2 | 若耶具身智能创新中心 | 越城区")
    assert found.entities()["镜岭算力科创园二期"] == "Park"
    assert found.entities()["若耶具身智能创新中心"] == "Platform"
    assert found.claims("locatedIn") == {
        ("镜岭算力科创园二期", "locatedIn", "新昌县"),
        ("若耶具身智能创新中心", "locatedIn", "越城区"),
    }


def test_a_platform_serves_the_field_of_its_row_from_when_it_is_there() -> None:
    found = _table(
        "平台名称 | 依托单位 | 所在地 | 服务领域 | 状态",
        "蓝印检测中心 | 甲公司 | 柯桥区 | 织袜机 | 已建",
        "浣江中试基地 | 乙学院 | 诸暨市 | 轴承 | 拟建",
    )
    said = {(f.s, f.p, f.status) for f in found.facts() if f.p in ("locatedIn", "supports")}
    assert said == {
        ("蓝印检测中心", "locatedIn", "existing"),
        ("蓝印检测中心", "supports", "existing"),
        ("浣江中试基地", "locatedIn", "planned"),
        ("浣江中试基地", "supports", "planned"),
    }


def test_firms_beside_one_sector_carry_it() -> None:
    found = _table(
        "序号 | 地市 | 主攻赛道（5个以内） | 代表性企业",
        "1 | 绍兴市 | 智慧纺织 | 1. 浙江云锦纺机股份有限公司2. 绍兴雁翎软件有限公司",
    )
    assert found.claims("anchors") == {
        ("浙江云锦纺机股份有限公司", "anchors", "智慧纺织"),
        ("绍兴雁翎软件有限公司", "anchors", "智慧纺织"),
    }


def test_institutes_among_firms_are_no_firms_and_stand_where_their_branch_does() -> None:
    found = _table(
        "序号 | 地市 | 主攻赛道（5个以内） | 代表性企业",
        "1 | 绍兴市 | 海洋传感 | 1.南京海洋大学绍兴研究院2.浙江云锦纺机股份有限公司",
    )
    assert found.entities()["南京海洋大学绍兴研究院"] == "Institution"
    assert ("南京海洋大学绍兴研究院", "locatedIn", "绍兴市") in found.claims("locatedIn")
    assert {s for s, _, _ in found.claims("anchors")} == {"浙江云锦纺机股份有限公司"}


def test_firms_of_several_sectors_in_one_cell_carry_none() -> None:
    found = _table(
        "序号 | 地市 | 主攻赛道（5个以内） | 代表性企业",
        "1 | 绍兴市 | 智慧纺织智慧港航 | 1. 浙江云锦纺机股份有限公司1. 绍兴雁翎软件有限公司",
    )
    assert found.entities()["绍兴雁翎软件有限公司"] == "Enterprise"
    assert found.claims("anchors") == set()


def test_a_row_without_known_columns_states_nothing() -> None:
    found = _table("序号 | 内容 | 备注", "1 | 青藤机器人（绍兴）有限公司 | 无")
    assert found.claims("locatedIn", "produces", "anchors") == set()


def test_what_a_park_is_described_with_is_about_the_park() -> None:
    found = _table(
        "序号 | 园区名称 | 地点 | 主要建设内容",
        "1 | 镜岭算力产业园 | 新昌县 | 园区占地90亩，重点发展仿生抓手、光学传感器等产业。",
    )
    assert {s for s, p, o in found.claims("focusesOn") if o in ("仿生抓手", "光学传感器")} == {"镜岭算力产业园"}


def test_a_place_has_the_sectors_of_its_row() -> None:
    found = _table("序号 | 地市 | 主导产业 | 备注", "1 | 柯桥区 | 智慧纺织、光学仪器 | 无")
    assert found.claims("focusesOn") == {("柯桥区", "focusesOn", "智慧纺织"), ("柯桥区", "focusesOn", "光学仪器")}
    assert {f.status for f in found.facts() if f.p == "focusesOn"} == {"existing"}


def test_a_row_of_a_sector_has_the_agencies_for_that_sector() -> None:
    found = _table(
        "序号 | 特色赛道 | 工作举措 | 责任单位",
        "1 | 智慧纺织 | 支持申报重点场景 | 市经信局",
        "2 |  | 支持建设中试平台 | 市科技局",
    )
    assert found.claims("responsibleAgency") == {
        ("智慧纺织", "responsibleAgency", "市经信局"),
        ("智慧纺织", "responsibleAgency", "市科技局"),
    }


def test_a_firm_makes_the_goods_of_its_row() -> None:
    found = _table("序号 | 企业名称 | 主要产品 | 所在县区", "1 | 绍兴白鹭电子有限公司 | 手势指环、骨传导耳机 | 越城区")
    assert found.claims("produces", "locatedIn") == {
        ("绍兴白鹭电子有限公司", "produces", "手势指环"),
        ("绍兴白鹭电子有限公司", "produces", "骨传导耳机"),
        ("绍兴白鹭电子有限公司", "locatedIn", "越城区"),
        ("绍兴白鹭电子有限公司", "locatedIn", "绍兴市"),
    }


def test_a_firm_stands_where_its_row_says_in_divisions_and_zones_alike() -> None:
    found = _table(
        "序号 | 企业名称 | 属地 | 主要产品",
        "1 | 白鹭精密科技有限公司 | 柯桥区 | 谐波减速器",
        "2 | 山雀微电子股份有限公司 | 滨海新区 | 功率芯片",
        "3 | 苍耳传感器有限公司 | 待定 | 力矩传感器",
    )
    assert found.claims("locatedIn") == {
        ("白鹭精密科技有限公司", "locatedIn", "柯桥区"),
        ("山雀微电子股份有限公司", "locatedIn", "滨海新区"),
    }


def test_columns_of_what_a_sector_aims_at_and_looks_for() -> None:
    found = _table("序号 | 细分领域 | 发展重点 | 招引方向 | 攻关方向", "1 | 智慧纺织 | 智能织机 | 染色助剂 | 高速电子提花技术")
    assert ("智慧纺织", "focusesOn", "智能织机") in found.claims("focusesOn")
    assert {(f.s, f.o, f.status) for f in found.facts() if f.p == "seeks"} == {
        ("智慧纺织", "染色助剂", "recruit"),
        ("智慧纺织", "高速电子提花技术", "breakthrough"),
    }


def test_columns_without_a_header_are_told_by_what_they_hold() -> None:
    found = _table(
        "青藤仿生抓手生产项目 | 绍兴青藤机器人有限公司 | 柯桥区",
        "赤霞光学传感器制造项目 | 绍兴赤霞仪表有限公司 | 诸暨市",
        "白鹭手势指环扩建项目 | 绍兴白鹭电子有限公司 | 越城区",
    )
    assert ("赤霞光学传感器制造项目", "locatedIn", "诸暨市") in found.claims("locatedIn")
    assert found.entities()["绍兴白鹭电子有限公司"] == "Enterprise"


def test_who_answers_for_a_project_may_be_its_firm() -> None:
    found = _table(
        "序号 | 项目名称 | 建设地点 | 责任单位", "1 | 年产8000台套仿生抓手生产线项目 | 柯桥区 | 绍兴青藤机器人有限公司"
    )
    assert found.claims("produces") == {("绍兴青藤机器人有限公司", "produces", "仿生抓手")}


def test_sectors_that_a_reader_put_together_are_two() -> None:
    found = _table(
        "序号 | 地市 | 主攻赛道 | 代表性企业",
        "1 | 绍兴市 | 智慧纺织 | 绍兴青藤机器人有限公司",
        "2 | 绍兴市 | 光学仪器 | 绍兴赤霞仪表有限公司",
        "3 | 绍兴市 | 智慧纺织光学仪器 | 绍兴白鹭电子有限公司",
    )
    assert not any(s == "绍兴白鹭电子有限公司" for s, _, _ in found.claims("anchors"))
    assert {o for _, _, o in found.claims("focusesOn")} == {"智慧纺织", "光学仪器"}


def test_of_a_county_and_its_town_the_town_is_where_a_park_stands() -> None:
    found = _table("序号 | 园区名称 | 地点 | 建设内容", "1 | 镜岭算力产业园 | 越城区 | 位于越城区皋埠街道，占地90亩。")
    assert ("镜岭算力产业园", "locatedIn", "皋埠街道") in found.claims("locatedIn")


def test_names_of_parks_and_firms_make_no_header() -> None:
    found = _table("序号 | 园区名称 | 主导产业", "1 | 镜岭特色产业园 | 光学仪器产业", "2 | 若耶产业园区 | 智慧纺织产业")
    assert ("镜岭特色产业园", "focusesOn", "光学仪器产业") in found.claims("focusesOn")
    assert ("若耶产业园区", "focusesOn", "智慧纺织产业") in found.claims("focusesOn")


def _made(content: str, project: str = "青藤能级提升项目") -> set[str]:
    found = _table(
        "序号 | 项目名称 | 企业名称 | 区县市 | 建设内容",
        f"1 | {project} | 绍兴白鹭电子有限公司 | 越城区 | {content}",
    )
    assert {s for s, _, _ in found.claims("produces")} <= {"绍兴白鹭电子有限公司"}
    return {o for _, _, o in found.claims("produces")}


def test_amounts_in_brackets_and_in_the_clauses_that_follow() -> None:
    assert _made("达产后形成年产900套健康监测仪（300套睡眠监测仪、600套步态监测仪）的生产能力。") == {
        "健康监测仪",
        "睡眠监测仪",
        "步态监测仪",
    }
    assert _made("改造厂房后生产各类园艺工具20万个以上、电动剪刀40万套，割草机器人10万套，预计年产值9亿元。") == {
        "园艺工具",
        "电动剪刀",
        "割草机器人",
    }


@pytest.mark.parametrize(
    ("project", "made"),
    [
        ("绍兴白鹭电子有限公司月产3000片8英寸传感器芯片制造项目", {"8英寸传感器芯片"}),
        ("越政工出【2024】7号年产20万套伺服电机及高精密丝杠产业化项目", {"伺服电机", "高精密丝杠"}),
        ("越政工出[2023]12号地块白鹭无人叉车产业基地项目", {"无人叉车"}),
        ("绍兴焊接设备产业化及研发项目", {"焊接设备"}),
        ("工业机器人改扩建项目（二期）", {"工业机器人"}),
        ("白鹭年产6万套家用物联设备生产基地项目（一期）", {"家用物联设备"}),
        ("越政工出【2024】9号地块项目", set()),
    ],
)
def test_a_project_is_called_after_its_product(project: str, made: set[str]) -> None:
    assert _made("", project) == made


def test_the_column_of_sectors_does_not_say_what_a_firm_makes() -> None:
    header = "序号 | 项目名称 | 企业名称 | 区县市 | 行业"
    found = _table(header, "1 | 白鹭二号地块项目 | 绍兴白鹭电子有限公司 | 越城区 | 集成电路制造")
    assert found.claims("produces") == set()


def test_a_list_before_one_amount_is_made_with_the_kind_that_closes_it() -> None:
    assert _made("形成年产手势指环、骨传导耳机等智能穿戴设备30万台的产能。") == {"手势指环", "骨传导耳机", "智能穿戴设备"}


def test_lines_and_factories_say_what_they_make() -> None:
    assert _made("建设仿生抓手装配测试工厂，拟新建光学传感器测试验证生产线。") == {"仿生抓手", "光学传感器"}


def test_what_a_project_works_out_is_made_and_what_it_buys_is_not() -> None:
    assert _made("重点攻关触觉传感器、柔性关节模组等核心部件，购置生产及检测设备40台。") >= {"触觉传感器", "柔性关节模组"}
    assert not any("设备" in o for o in _made("购置生产及检测设备40台。"))


def test_a_project_called_after_its_firm_and_its_goods() -> None:
    assert _made("占地40亩。", "白鹭骨传导耳机项目") == {"骨传导耳机"}
    assert _made("占地40亩。", "白鹭总部大楼项目") == set()
    assert _made("占地40亩。", "白鹭越城电子信息基地项目") == set()


def test_a_task_that_grows_goods_is_about_them() -> None:
    found = _table(
        "序号 | 重点任务 | 具体工作 | 责任单位",
        "1 | 做强仿生机器人“绍兴智造” | 攻关触觉传感器等核心部件，推动仿生机器人走向市场。 | 市经信局",
    )
    assert ("仿生机器人", "responsibleAgency", "市经信局") in found.claims("responsibleAgency")
    assert ("仿生机器人", "seeks", "触觉传感器") in found.claims("seeks")


def test_whom_a_project_relies_on_works_with_its_firm() -> None:
    found = _table(
        "序号 | 项目名称 | 企业名称 | 区县市 | 建设内容",
        "1 | 青藤智能装备项目 | 绍兴白鹭电子有限公司 | 越城区 | 与之江大学合作共建联合实验室，占地40亩。",
    )
    assert ("绍兴白鹭电子有限公司", "worksWith", "之江大学") in found.claims("worksWith")


def test_a_registered_name_behind_the_firm_leaves_the_goods() -> None:
    assert _made("占地40亩。", "绍兴白鹭电子有限公司2025年骨传导耳机项目") == {"骨传导耳机"}


def test_a_sector_with_a_section_is_one_in_a_table_whatever_its_name_ends_in() -> None:
    found = marked.bare(
        "第一节 装备制造\n发展控制柜。\n第二节 招商\n产业 | 缺失环节 | 落地园区\n装备制造 | 力矩电机 | 柯桥经济技术开发区",
        title=TITLE,
    )
    assert found.claims("seeks") == {("装备制造", "seeks", "力矩电机")}


def test_a_short_name_under_a_title_for_firms_is_a_firm_and_a_town_is_a_place() -> None:
    found = _table(
        "项目名称	业主	所在镇街	投资额（亿元）	内容",
        "仿生抓手智造基地	宇瀚机电	牌头镇	7.2	年产仿生抓手3000台、传动模组800套",
        "智能抓手试验场	待引进	牌头镇	1.2	年产智能抓手500台",
    )
    assert found.claims("locatedIn") == {
        ("仿生抓手智造基地", "locatedIn", "牌头镇"),
        ("智能抓手试验场", "locatedIn", "牌头镇"),
    }
    assert {(s, o) for s, _, o in found.claims("produces")} >= {("宇瀚机电", "仿生抓手"), ("宇瀚机电", "传动模组")}
    assert "待引进" not in found.entities()


def test_what_carries_a_district_stands_in_it_and_the_district_has_the_aims_of_its_row() -> None:
    found = _table(
        "县市区 | 主攻方向 | 主要载体",
        "柯桥区 | 仿生抓手、传动模组 | 蓝印智造园",
        "诸暨市 | 智能视觉 | 袜艺小镇（牌头镇）",
    )
    assert found.claims("locatedIn") == {
        ("蓝印智造园", "locatedIn", "柯桥区"),
        ("袜艺小镇", "locatedIn", "诸暨市"),
        ("袜艺小镇", "locatedIn", "牌头镇"),
    }
    assert {(s, o) for s, _, o in found.claims("focusesOn")} >= {("柯桥区", "仿生抓手"), ("柯桥区", "传动模组")}
    assert not any(s == "蓝印智造园" for s, _, _ in found.claims("focusesOn"))


def test_what_carries_a_chain_aims_at_it() -> None:
    found = _table("产业链 | 主要载体 | 牵头单位", "智能视觉产业链 | 蓝印智造园 | 市经信局", "轴承产业链 | 袜艺小镇 | 市经信局")
    assert ("蓝印智造园", "focusesOn") in {(s, p) for s, p, _ in found.claims("focusesOn")}


CHAIN = "1 | 铝加工 | 甲铝高新区、乙铝产业园 | 氧化铝、预焙阳极 | 铸轧卷 | 轮毂、电池托盘"


def test_what_a_chain_lacks_at_a_place_along_it() -> None:
    found = _table("序号 | 产业链 | 承载园区 | 上游缺失 | 中游缺失 | 下游缺失", CHAIN)
    places = {f.s: f.position for f in found.facts() if f.p == "stageOf"}
    assert places == {
        "氧化铝": "upstream",
        "预焙阳极": "upstream",
        "铸轧卷": "midstream",
        "轮毂": "downstream",
        "电池托盘": "downstream",
    }
    assert {(f.o, f.status) for f in found.facts() if f.p == "seeks"} == dict.fromkeys(
        (name, "supplement") for name in places
    ).keys()
    assert found.claims("focusesOn") == {(park, "focusesOn", "铝加工") for park in ("甲铝高新区", "乙铝产业园")}


def test_what_only_stands_along_a_chain_is_not_sought() -> None:
    found = _table("序号 | 产业链 | 承载园区 | 上游 | 中游 | 下游", CHAIN)
    assert not found.claims("seeks")
    assert {(s, o) for s, _, o in found.claims("feeds")} == {
        ("氧化铝", "铝加工"),
        ("预焙阳极", "铝加工"),
        ("铝加工", "轮毂"),
        ("铝加工", "电池托盘"),
    }


def test_a_project_without_a_column_of_firms_begins_with_its_firms_name() -> None:
    found = _table(
        "序号 | 项目名称 | 建设地点 | 建设内容 | 总投资（亿元）",
        "1 | 宇瀚航空仿生结构件扩产项目 | 柯桥区 | 新建厂房2万平方米，年产仿生结构件1.8万件 | 6.5",
        "2 | 重力式网箱制造项目 | 诸暨市 | 拟选址袜艺小镇，年产网箱600套 | 4.5",
    )
    assert found.claims("produces") == {("宇瀚航空", "produces", "仿生结构件")}
    assert ("重力式网箱制造项目", "locatedIn", "袜艺小镇") in found.claims("locatedIn")


def test_goods_of_a_project_in_a_column_of_their_own() -> None:
    found = _table(
        "项目名称 | 建设单位 | 建设地点 | 主要产品",
        "真空件项目 | 绍兴白鹭电子有限公司 | 越城区 | 真空绝热板、仿生封条",
        "封装测试项目 | 绍兴青藤电子有限公司 | 越城区 | 无线耳机",
    )
    assert {(s, o) for s, _, o in found.claims("produces")} >= {
        ("绍兴白鹭电子有限公司", "真空绝热板"),
        ("绍兴白鹭电子有限公司", "仿生封条"),
        ("绍兴青藤电子有限公司", "无线耳机"),
    }


def test_what_a_firm_makes_and_what_it_aims_at() -> None:
    found = _table(
        "环节 | 企业 | 所在区块 | 现有产品 | 主攻方向",
        "储运 | 绍兴白鹭阀业有限公司 | 柯桥区 | 瓶口阀、减压阀 | 液氢阀门",
        "燃料电池 | 绍兴青藤动力有限公司 | 越城区 | 空压机 | 大功率电堆",
    )
    made = {(f.s, f.o): f.status for f in found.facts() if f.p == "produces"}
    assert made[("绍兴白鹭阀业有限公司", "瓶口阀")] == made[("绍兴青藤动力有限公司", "空压机")] == "existing"
    assert made[("绍兴白鹭阀业有限公司", "液氢阀门")] == made[("绍兴青藤动力有限公司", "大功率电堆")] == "planned"


def test_a_project_stands_in_the_park_that_its_description_names_in_front_of_house_or_plot() -> None:
    found = _table(
        "序号 | 项目名称 | 所在地区 | 主要建设内容",
        "1 | 仿生抓手训练场项目 | 诸暨市 | 该项目位于诸暨未来产业园一期8号楼7层，建设训练场。",
        "2 | 触觉传感器产线项目 | 柯桥区 | 项目拟选址于镜岭电子产业园南区ZH08-04地块，总建筑面积9万平方米。",
        "3 | 具身智能创新中心项目 | 诸暨市 | 依托诸暨青年创新园，建设数据采集场。",
    )
    assert found.claims("locatedIn") >= {
        ("仿生抓手训练场项目", "locatedIn", "诸暨未来产业园"),
        ("触觉传感器产线项目", "locatedIn", "镜岭电子产业园南区"),
        ("具身智能创新中心项目", "locatedIn", "诸暨青年创新园"),
        ("诸暨青年创新园", "locatedIn", "诸暨市"),
    }


def test_the_park_that_a_project_is_named_after_stands_where_the_row_says() -> None:
    found = _table(
        "序号 | 项目名称 | 所在地区 | 主要建设内容",
        "1 | 仿生抓手产业园（二期）建设项目 | 诸暨市 | 建设厂房。",
        "2 | 镜岭数智科创基地及配套设施项目 | 柯桥区 | 建设厂房。",
    )
    assert found.claims("locatedIn") >= {
        ("仿生抓手产业园", "locatedIn", "诸暨市"),
        ("镜岭数智科创基地", "locatedIn", "柯桥区"),
    }


def test_a_bracket_behind_a_sector_of_a_cell_names_no_other() -> None:
    found = _table(
        "序号 | 地市 | 主攻赛道 | 代表性企业",
        "1 | 绍兴市 | 时空测绘（城市仿真） | 1.青藤机器人（绍兴）有限公司2.赤霞仪表有限公司",
        "2 | 绍兴市 | 城市仿真 | 1.镜岭软件有限公司",
    )
    assert ("赤霞仪表有限公司", "anchors", "时空测绘") in found.claims("anchors")
    assert ("赤霞仪表有限公司", "anchors", "城市仿真") not in found.claims("anchors")


def test_a_cell_that_is_a_park_behind_its_town_is_the_park() -> None:
    found = _table(
        "序号 | 项目名称 | 项目主体 | 建设地点",
        "1 | 年产8000台套仿生抓手生产线项目 | 青藤机器人（绍兴）有限公司 | 牌头镇机器人产业园",
        "2 | 光学传感器制造项目 | 赤霞仪表有限公司 | 诸暨市",
        "3 | 仿生关节制造项目 | 银杏仪表有限公司 | 牌头镇",
    )
    assert ("年产8000台套仿生抓手生产线项目", "locatedIn", "牌头镇机器人产业园") in found.claims("locatedIn")
    assert ("仿生关节制造项目", "locatedIn", "牌头镇") in found.claims("locatedIn")


def test_what_is_made_is_told_by_the_word_of_making_behind_it() -> None:
    found = _table(
        "序号 | 项目名称 | 建设单位 | 建设地点",
        "1 | 仿生绒智能工厂项目 | 青藤机器人（绍兴）有限公司 | 柯桥区",
        "2 | 高端轴承智能化改造项目 | 银杏轴承有限公司 | 诸暨市",
        "3 | 杨梅酒加工一体化项目 | 赤霞食品有限公司 | 诸暨市",
        "4 | 杨梅精深加工项目 | 紫藤食品有限公司 | 诸暨市",
        "5 | 标准厂房建设项目 | 白鹭建设有限公司 | 诸暨市",
    )
    assert found.claims("produces") == {
        ("青藤机器人（绍兴）有限公司", "produces", "仿生绒"),
        ("银杏轴承有限公司", "produces", "高端轴承"),
        ("赤霞食品有限公司", "produces", "杨梅酒"),
    }


@pytest.mark.parametrize(
    ("project", "firm", "content", "made"),
    [
        ("新能源汽车电机壳体项目", "浙江铸岭科技有限公司", "新建厂房2万平方米", {"新能源汽车电机壳体"}),
        ("年产5GWh储能电芯项目", "绍兴锂岭能源有限公司", "", {"储能电芯"}),
        ("轴承精密制造项目", "绍轴精工有限公司", "", {"轴承"}),
        ("智能家电配件项目", "绍兴恒岭电器有限公司", "产品包括压缩机支架、注塑面板", {"智能家电配件", "压缩机支架", "注塑面板"}),
        ("生物有机肥生产项目", "诸暨市沃岭生物有限公司", "", {"生物有机肥"}),
        ("电子级氢氟酸项目", "绍兴氟岭新材料有限公司", "一期年产2万吨，二期年产3万吨", {"电子级氢氟酸"}),
        ("刺梨饮料项目", "绍兴果岭食品有限公司", "年处理鲜果5万吨", {"刺梨饮料"}),
        ("智能化改造项目", "绍兴锻岭机械有限公司", "对锻造车间实施智能化改造", set()),
        ("汽车零部件产业园", "诸暨市城市建设投资有限公司", "建设厂房10万平方米", set()),
        ("冷链物流园项目", "绍兴鲜岭物流有限公司", "建设冷库6万立方米", set()),
    ],
)
def test_what_a_firm_is_to_make_by_its_project(project: str, firm: str, content: str, made: set[str]) -> None:
    found = _table("序号 | 项目名称 | 建设单位 | 建设地点 | 建设内容", f"1 | {project} | {firm} | 柯桥区 | {content}")
    assert {o for s, p, o in found.claims("produces") if s == firm} == made


def test_a_platform_stands_beside_the_body_that_it_relies_on() -> None:
    found = _table(
        "平台名称 | 依托单位 | 建设地点 | 研究领域 | 级别",
        "织机控制重点实验室 | 绍兴云锦纺机有限公司 | 柯桥区 | 纺织机械 | 省级",
        "功率器件中试基地 | 越南岭学院 | 越城区 | 功率器件 | 市级",
    )
    assert {
        ("织机控制重点实验室", "supports", "纺织机械"),
        ("功率器件中试基地", "supports", "功率器件"),
        ("绍兴云锦纺机有限公司", "locatedIn", "绍兴市"),
    } <= found.claims()
    assert found.entities()["越南岭学院"] == "Institution"
