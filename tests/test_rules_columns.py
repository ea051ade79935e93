"""Tables of chains, districts, platforms and firms to come, in the orders and words that plans have them. Names are made up."""

from __future__ import annotations

import marked
import pytest

from lianpu.extract.rules import headless

TITLE = "绍兴市先进制造业行动计划（2026—2028年）"


def _table(*rows: str, section: str = "附件1") -> marked.Reading:
    return marked.bare("\n".join(rows), title=TITLE, section=section)


def _aims(found: marked.Reading) -> set[tuple[str, str, float, int | None]]:
    return {(t.s, t.metric, t.value, t.year) for t in marked.targets(found)}


def test_a_row_is_about_the_chain_that_it_begins_with() -> None:
    found = _table(
        "产业链 | 链主企业 | 承载园区 | 主攻方向 | 缺失环节 | 2028年目标产值（亿元）",
        "智能农机 | 禾沃机械 | 临港工业园 | 大马力拖拉机、采棉机 | 液压件 | 180",
        "新型电池 | 锂沃新能源 | 临港工业园 | 钠离子电池 | 隔膜、电解液 | 260",
    )
    assert {
        ("智能农机", "focusesOn", "大马力拖拉机"),
        ("智能农机", "focusesOn", "采棉机"),
        ("智能农机", "seeks", "液压件"),
    } <= found.claims()
    assert ("临港工业园", "focusesOn", "新型电池") in found.claims()
    assert _aims(found) == {("智能农机", "产值", 180, 2028), ("新型电池", "产值", 260, 2028)}


def test_a_row_is_about_the_place_that_aims_before_its_park() -> None:
    found = _table(
        "2027年各镇任务表",
        "乡镇 | 重点方向 | 承载园区 | 产值目标（亿元） | 新增就业（人）",
        "牌头镇 | 针织内衣、校服 | 牌头工业园 | 18 | 1400",
        "拜什艾里镇 | 手套 | 北部工业园 | 9 | 600",
    )
    assert {("牌头镇", "focusesOn", "校服"), ("拜什艾里镇", "focusesOn", "手套")} <= found.claims("focusesOn")
    assert not any(s.endswith("工业园") for s, _, _ in found.claims("focusesOn"))
    assert ("牌头镇", "产值", 18, 2027) in _aims(found)
    assert ("拜什艾里镇", "新增就业", 600, 2027) in _aims(found)


def test_firms_to_come_are_where_the_next_column_says() -> None:
    found = _table(
        "缺失环节 | 拟对接企业 | 所在地 | 包联单位",
        "驱动板 | 弦澈微电子、苏州拓川科技 | 无锡、苏州 | 市商务局",
        "组合料 | 万麟化学 | 烟台 | 市发展和改革委员会",
    )
    assert found.claims("locatedIn") >= {
        ("弦澈微电子", "locatedIn", "无锡市"),
        ("苏州拓川科技", "locatedIn", "苏州市"),
        ("万麟化学", "locatedIn", "烟台市"),
    }
    assert ("绍兴市", "worksWith", "万麟化学") in found.claims()
    wished = _table("产业 | 目标企业 | 目标区域", "新型电池 | 诺星铜箔 | 长三角")
    assert wished.entities()["诺星铜箔"] == "Enterprise"
    assert not wished.claims("worksWith", "locatedIn")


def test_projects_take_no_agency_and_stand_in_county_and_town() -> None:
    found = _table(
        "2026年重点项目计划表",
        "项目名称 | 建设地点 | 总投资（亿元） | 年度投资（亿元） | 责任单位",
        "采棉机割台制造项目 | 新昌县儒岙镇 | 3.6 | 1.2 | 市经济和信息化局",
    )
    assert not found.claims("leadAgency", "responsibleAgency")
    assert found.claims("locatedIn") >= {
        ("采棉机割台制造项目", "locatedIn", "儒岙镇"),
        ("采棉机割台制造项目", "locatedIn", "新昌县"),
    }
    assert _aims(found) == {("采棉机割台制造项目", "总投资", 3.6, None), ("采棉机割台制造项目", "年度投资", 1.2, 2026)}


def test_what_a_column_of_platforms_names() -> None:
    found = _table("平台名称 | 依托单位 | 服务领域 | 所在地", "冰雪器材测试中心 | 黑龙冰雪装备公司 | 冰雪装备 | 柯桥区")
    assert found.entities()["冰雪器材测试中心"] == "Platform"
    assert ("冰雪器材测试中心", "supports", "冰雪装备") in found.claims()


def test_numbers_with_words_around_them() -> None:
    found = _table(
        "指标名称 | 单位 | 2025年基期值 | 2028年目标值",
        "规上工业增加值增速 | % | 7.8 | 年均8以上",
        "研发投入强度（%） | — | 1.9 | 2.6",
    )
    assert _aims(found) == {("绍兴市", "规上工业增加值增速", 8, 2028), ("绍兴市", "研发投入强度", 2.6, 2028)}


def test_who_runs_a_park_or_platform_makes_nothing() -> None:
    found = _table(
        "园区名称 | 所在乡镇 | 主导产业 | 运营单位", "牌头装备产业园 | 牌头镇 | 农机配件、五金工具 | 牌头镇经济开发区管委会"
    )
    assert {("牌头装备产业园", "focusesOn", "农机配件"), ("牌头装备产业园", "focusesOn", "五金工具")} <= found.claims()
    found = _table(
        "载体名称 | 建设单位 | 建设地点 | 服务产业 | 建设状态",
        "膜材料检验检测中心 | 浙江瑞膜光电有限公司 | 牌头镇 | 膜材料 | 拟建",
    )
    assert ("膜材料检验检测中心", "supports", "膜材料") in found.claims()
    assert ("浙江瑞膜光电有限公司", "locatedIn", "牌头镇") not in found.claims()


def test_lacks_and_present_goods_of_a_sector() -> None:
    found = _table("产业链名称 | 代表产品 | 断链缺环", "智能传感 | 压力传感器、流量计 | MEMS晶圆、信号调理芯片")
    assert ("智能传感", "seeks", "信号调理芯片") in found.claims()
    assert {f.o: f.status for f in found.facts() if f.p == "focusesOn"}["流量计"] == "existing"


def test_duties_of_a_task_that_names_its_chain_and_figures_of_a_cell() -> None:
    found = marked.bare(
        "重点发展智能传感产业。\n类别 | 工作内容 | 牵头部门 | 完成时限\n"
        "强链 | 围绕智能传感产业链，引进封测企业10家以上 | 市商务局 | 2027年6月\n"
        "园区建设 | 牌头工业园新建标准厂房15万平方米 | 诸暨市政府 | 2026年底",
        title=TITLE,
    )
    assert ("智能传感产业", "leadAgency", "市商务局") in found.claims()
    assert {(t.s, t.value, t.year) for t in marked.targets(found)} >= {("牌头工业园", 15, 2026)}


def test_titles_with_brackets_inside_and_firms_to_come() -> None:
    found = _table(
        "产业链 | 链主（龙头）企业 | 缺失（薄弱）环节 | 拟招引企业",
        "智能农机 | 禾岭机械 | 液压件 | 诺岭铜箔",
    )
    assert ("禾岭机械", "anchors", "智能农机") in found.claims()
    assert ("智能农机", "seeks", "液压件") in found.claims()
    assert found.entities()["诺岭铜箔"] == "Enterprise"
    assert not any(o == "诺岭铜箔" for _, p, o in found.claims("seeks"))


def test_two_columns_of_sectors_or_firms_are_read_alike() -> None:
    found = _table(
        "县（市、区） | 首位产业 | 培育产业 | 主要载体",
        "诸暨市 | 织袜机、珍珠首饰 | 航空紧固件 | 牌头工业园",
    )
    assert found.claims("focusesOn") == {
        ("诸暨市", "focusesOn", "织袜机"),
        ("诸暨市", "focusesOn", "珍珠首饰"),
        ("诸暨市", "focusesOn", "航空紧固件"),
    }
    chains = _table("产业链 | 链主企业 | 成员企业", "橡胶轮胎 | 鲁岭轮胎 | 恒岭橡胶")
    assert {("鲁岭轮胎", "anchors", "橡胶轮胎"), ("恒岭橡胶", "anchors", "橡胶轮胎")} <= chains.claims()


def test_numbered_items_of_a_cell() -> None:
    found = _table(
        "产业链条 | 重点产品 | 代表企业",
        "风电装备链 | 1.叶片2.塔筒 | ①岭风叶片有限公司②岭塔重工有限公司",
        "氢能装备链 | （1）碱性电解槽（2）绿氨合成塔 | （1）岭氢科技有限公司",
    )
    assert {
        ("风电装备链", "focusesOn", "叶片"),
        ("风电装备链", "focusesOn", "塔筒"),
        ("氢能装备链", "focusesOn", "绿氨合成塔"),
        ("岭塔重工有限公司", "anchors", "风电装备链"),
        ("岭氢科技有限公司", "anchors", "氢能装备链"),
    } <= found.claims()


def test_a_task_that_is_a_sector_owns_its_row() -> None:
    found = _table(
        "序号 | 重点任务 | 工作内容 | 牵头单位",
        "1 | 做强刺梨加工业 | 开发刺梨原汁、刺梨果脯，产值突破10亿元 | 市农业农村局",
        "2 | 优化营商环境 | 梳理惠企政策清单 | 市商务局",
    )
    assert {
        ("刺梨加工业", "focusesOn", "刺梨原汁"),
        ("刺梨加工业", "leadAgency", "市农业农村局"),
    } <= found.claims()
    assert {s for s, *_ in _aims(found)} == {"刺梨加工业"}
    assert not any(s.startswith("优化") for s, _, _ in found.claims())


def test_who_is_to_break_through_beside_the_field() -> None:
    found = _table("领域 | 攻关方向 | 牵头企业", "智能机床 | 高精度主轴、数控系统 | 秦岭机床集团")
    assert {
        ("智能机床", "seeks", "高精度主轴"),
        ("秦岭机床集团", "produces", "高精度主轴"),
        ("秦岭机床集团", "anchors", "智能机床"),
    } <= found.claims()


def test_where_firms_are_to_come_to_is_not_where_they_are() -> None:
    found = _table("产业环节 | 招商方向 | 目标企业 | 落户园区", "火箭链 | 液体发动机 | 星岭动力 | 牌头工业园")
    assert {("火箭链", "seeks", "液体发动机"), ("牌头工业园", "focusesOn", "火箭链")} <= found.claims()
    assert not any(s == "星岭动力" for s, _, _ in found.claims("locatedIn"))


def test_a_table_without_a_header_tells_what_its_works_are() -> None:
    found = _table(
        "1 | 靶材项目 | 绍兴钽岭有限公司 | 柯桥区 | 年产靶材300吨",
        "2 | 碳化硅微粉项目 | 诸暨硅岭有限公司 | 诸暨市 | 年产碳化硅微粉2万吨",
        "3 | 硝酸胍项目 | 绍兴胍岭有限公司 | 上虞区 | 年产双氰胺1万吨",
    )
    assert {
        ("绍兴钽岭有限公司", "produces", "靶材"),
        ("绍兴胍岭有限公司", "produces", "双氰胺"),
        ("硝酸胍项目", "locatedIn", "上虞区"),
    } <= found.claims()


def test_a_table_without_a_header_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    roles = headless._roles
    monkeypatch.setattr(headless, "_roles", lambda ctx, rows: seen.append(len(rows)) or roles(ctx, rows))
    rows = [f"{i} | 靶材{i}号项目 | 绍兴钽岭有限公司 | 柯桥区 | 年产靶材{i}00吨" for i in range(1, 30)]
    assert len({s for s, p, _ in _table(*rows).claims("locatedIn") if s.endswith("项目")}) == len(rows)
    assert sum(seen) == len(rows)


def test_numbers_of_places_under_titles_with_their_units() -> None:
    found = _table(
        "2026年各县（市、区）目标任务分解",
        "地区 | 珍珠产量（吨） | 工业增加值增速（%） | 固定资产投资（亿元）",
        "诸暨市 | 620 | 7.5 | 160",
        "新昌县 | 20 | 9 | 75",
    )
    assert _aims(found) == {
        ("诸暨市", "珍珠产量", 620, 2026),
        ("诸暨市", "工业增加值增速", 7.5, 2026),
        ("诸暨市", "固定资产投资", 160, 2026),
        ("新昌县", "珍珠产量", 20, 2026),
        ("新昌县", "工业增加值增速", 9, 2026),
        ("新昌县", "固定资产投资", 75, 2026),
    }


@pytest.mark.parametrize(
    ("task", "sector"),
    [
        ("培育百亿级智能农机产业集群", "智能农机产业"),
        ("珍珠产业“领跑”行动", "珍珠产业"),
        ("做强珍珠首位产业", "珍珠产业"),
        ("高端轴承产业强链", "高端轴承产业"),
        ("智能模具产业基地", "智能模具产业"),
        ("提升传统产业", None),
        ("特色产业集群", None),
        ("建设产业园区", None),
        ("强化要素保障", None),
    ],
)
def test_the_sector_that_a_task_is_all_about(task: str, sector: str | None) -> None:
    found = _table("序号 | 重点任务 | 工作内容 | 牵头单位", f"1 | {task} | 制定年度计划 | 市商务局")
    led = {s for s, _, _ in found.claims("leadAgency")}
    assert led == {sector or TITLE}
