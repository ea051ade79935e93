"""regulates: the document, its region and the sectors of its headings; other forms of its title."""

from __future__ import annotations

import pytest

from lianpu.extract import extract_source
from lianpu.extract.document import Source
from lianpu.extract.rules.document import titles
from lianpu.model import EntityLine, FactLine

TITLE = "聊城市东昌府区产业发展规划（2021—2025年）（征求意见稿）"
LINES = [
    TITLE,
    "第一章 发展基础",
    "本规划期限五年。东昌府区工业门类齐全。",
    "第二章 重点产业",
    "第一节 壮大轴承产业",
    "重点发展深沟球轴承。",
    "第二节 竹木家居链",
    "重点发展集成材。",
    "第三节 保障措施",
    "严禁新增钢铁产业产能。",
]


def _regulated() -> set[str]:
    lines = extract_source(Source("t", "t.txt", "\n".join(LINES) + "\n", "", "utf-8"))
    facts = [line for line in lines if isinstance(line, FactLine) and line.p == "regulates"]
    policy = next(line for line in lines if isinstance(line, EntityLine) and line.type == "Policy")
    assert {f.s for f in facts} == {policy.name}
    assert {"聊城市东昌府区产业发展规划（2021—2025年）", "聊城市东昌府区产业发展规划", "本规划"} <= {policy.name, *policy.aliases}
    return {f.o for f in facts}


def test_region_and_headings_are_regulated_and_restricted_sectors_are_not() -> None:
    assert _regulated() == {"东昌府区", "轴承产业", "竹木家居链"}


def test_titles_lose_draft_marks_and_years_and_gain_this_plan_only_where_it_is_written() -> None:
    assert titles("甲省工作报告（节选）", "报告如下。") == ("甲省工作报告",)
    assert titles("甲区产业规划", "本规划期限五年。") == ("本规划",)
    assert titles("甲区产业（试点）方案", "") == ()


def _parts(title: str) -> set[tuple[str, str]]:
    """Which headed sector is a part of which, in a plan of this title with three headings."""
    body = "重点发展甲材、乙材。"
    heads = ("（一）做强永磁材料", "（二）壮大储氢材料", "（三）发展磁性器件")
    text = "\n".join(
        [title, "为发展稀土新材料产业和人工智能产业，制定本方案。", "一、重点任务", *(f"{h}。{body}" for h in heads)]
    )
    lines = extract_source(Source("t", "t.txt", text + "\n", "", "utf-8"))
    return {(line.s, line.o) for line in lines if isinstance(line, FactLine) and line.p == "subIndustryOf"}


def test_headings_of_a_plan_on_one_industry_are_kinds_of_it_but_not_the_fields_that_take_it_up() -> None:
    found = _parts("赣州市稀土新材料产业行动方案（2025—2027年）")
    assert found == {(kind, "稀土新材料产业") for kind in ("永磁材料", "储氢材料", "磁性器件")}
    assert not _parts("赣州市人工智能产业行动方案（2025—2027年）")


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        ("许昌市发饰产业布局优化方案", "发饰产业"),
        ("文山州天麻产业精品化三年倍增计划", "天麻产业"),
        ("池州市非金属矿产业“一号工程”实施意见", "非金属矿产业"),
        ("新余市云母产业打造千亿级集群工作方案", "云母产业"),
        ("攀枝花市芒果产业条例实施细则", "芒果产业"),
        ("漳平市茶产业发展规划", "茶产业"),
        ("关于推动鹤壁市镁产业高质量发展的意见", "镁产业"),
        ("丽江市产业结构调整方案", None),
        ("鹤壁市关于深化改革创新促进镁产业高质量发展的若干措施", "镁产业"),
        ("池州市关于金融支持非金属矿产业发展的若干措施", "非金属矿产业"),
        ("许昌市关于强化科技支撑助力发饰产业发展的措施", "发饰产业"),
        ("许昌市支持发饰产业创新发展若干举措", "发饰产业"),
        ("新余市落实云母产业高质量发展重点任务分工方案", "云母产业"),
        ("新余市贯彻落实国家云母产业规划实施方案", "云母产业"),
        ("新余市云母产业优势再造换道领跑行动计划", "云母产业"),
        ("新余市云母产业“百千万”培育工程实施方案", "云母产业"),
        ("文山州建设全国一流天麻产业基地的实施意见", "天麻产业"),
        ("文山州关于优化营商环境支持民营经济发展的措施", None),
        ("文山州打造国家生态文明建设高地行动计划", None),
        ("文山州国民经济和社会发展第十五个五年规划纲要", None),
        ("池州市石墨烯产业2024年度工作安排", "石墨烯产业"),
        ("池州市推进石墨烯产业发展工作情况", "石墨烯产业"),
        ("池州市石墨烯产业“链长制”工作方案", "石墨烯产业"),
        ("池州市石墨烯产业发展中长期规划", "石墨烯产业"),
        ("池州高新区大力发展石墨烯产业行动方案", "石墨烯产业"),
        ("贵池区城西工业园延伸石墨烯产业链工作方案", "石墨烯产业"),
        ("池州市软件和信息技术服务业行动计划", "软件和信息技术服务业"),
        ("池州市人工智能赋能新型工业化行动计划", "人工智能"),
        ("2024年数字池州建设工作要点", None),
        ("池州市“人工智能+”行动方案", "人工智能"),
        ("萍乡市2024年度烟花产业发展工作安排", "烟花产业"),
        ("漯河市打造千亿火腿产业集群行动方案", "火腿产业"),
        ("大力发展泰和县乌鸡产业工作推进情况", "乌鸡产业"),
        ("周口市延长皮革产业链工作方案", "皮革产业"),
        ("阳江市重点产业链（刀剪产业）实施方案", "刀剪产业"),
        ("抢占玉林市香料产业发展制高点的思路与对策", "香料产业"),
        ("奖补临沧市坚果产业实施细则", "坚果产业"),
        ("晋江市鞋服产业发展白皮书", "鞋服产业"),
        ("豫东肉牛产业集群建设实施方案", "肉牛产业"),
        ("涟水县城南工业园培育食品产业工作方案", "食品产业"),
        ("鄂尔多斯市煤化工产业发展总体规划", "煤化工产业"),
    ],
)
def test_what_is_to_be_done_is_no_part_of_the_industry_of_a_title(title: str, subject: str | None) -> None:
    body = f"一、总体要求\n推动{subject}高质量发展，{subject}加快升级。\n"
    lines = extract_source(Source("t", "t.txt", f"{title}\n{body}", "", "utf-8"))
    found = [line.o for line in lines if isinstance(line, FactLine) and line.rule == "regulates-subject"]
    assert found == ([subject] if subject else [])


def _sectors(title: str) -> set[str]:
    """The sectors that a document of this title regulates, whatever its text says."""
    text = f"{title}\n第一章 总体情况\n我市发展装备制造产业、纺织、旅游业。\n"
    lines = extract_source(Source("t", "t.txt", text, "", "utf-8"))
    subjects = [line for line in lines if isinstance(line, FactLine) and line.rule == "regulates-subject"]
    return {line.o for line in subjects}


@pytest.mark.parametrize(
    ("title", "sectors"),
    [
        ("商丘市装备制造产业发展规划", {"装备制造产业"}),
        ("宜宾市旅游业发展规划", {"旅游业"}),
        ("湖北省推进要素市场化配置改革促进产业转型升级规划", set()),
        ("黄石市开工竣工签约项目", set()),
        ("嘉定区功能与产业布局", set()),
        ("许昌经开区产业集群地标", set()),
        ("湖南桃江县特色经济蒸蒸日上", set()),
        ("随州市重点项目名单", set()),
        ("武汉市推动纺织等产业发展", set()),
        ("荆州市一产业一方案工作安排", set()),
        ("钦州市就业创业工作总结和明年工作打算", set()),
        ("铜陵市扩大内需实施方案", set()),
    ],
)
def test_a_title_about_works_lists_or_several_sectors_names_no_subject(title: str, sectors: set[str]) -> None:
    assert _sectors(title) == sectors


@pytest.mark.parametrize(
    ("title", "zone"),
    [
        ("赣州经济技术开发区产业发展规划", True),
        ("桃江县工业园区产业布局规划", True),
        ("湖南桃江经济开发区简介", True),
        ("湖北省工业园区产业布局规划", False),
        ("黔东南州工业园区产业布局规划", False),
    ],
)
def test_the_zones_of_a_whole_province_or_prefecture_are_no_zone(title: str, zone: bool) -> None:
    text = f"{title}\n第一章 重点任务\n重点发展装备制造产业。\n"
    lines = extract_source(Source("t", "t.txt", text, "", "utf-8"))
    assert any(line.type == "Park" for line in lines if isinstance(line, EntityLine)) == zone
