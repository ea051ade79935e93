"""Goods right behind a firm's name, in prose and works: who makes them."""

from __future__ import annotations

import marked
import pytest

SECTION = "第一节 总体布局"


def _made(sentence: str) -> set[tuple[str, str, str]]:
    found = marked.bare(sentence, section=SECTION)
    return {(f.s, f.o, f.status) for f in found.facts() if f.p == "produces"}


MADE = [
    ("比亚迪商用底盘打破国外垄断。", {("比亚迪", "商用底盘", "existing")}),
    ("宇瀚科技除冰与巡检机器人入选目录。", {("宇瀚科技", "除冰机器人", "existing"), ("宇瀚科技", "巡检机器人", "existing")}),
    ("珂洛智能“巡塔犬”亮相展会。", {("珂洛智能", "巡塔犬", "existing")}),
    (
        "珂洛科技的“知缆”和炜宁的“问电”先后备案。",
        {("珂洛科技", "知缆", "existing"), ("炜宁", "问电", "existing")},
    ),
    ("宇瀚科技率先推出线控底盘、域控制器。", {("宇瀚科技", "线控底盘", "existing"), ("宇瀚科技", "域控制器", "existing")}),
    ("宇瀚科技发布全国首款质检模型“慧缆一号”。", {("宇瀚科技", "慧缆一号", "existing")}),
    ("宇瀚科技研发的绝缘材料通过认证。", {("宇瀚科技", "绝缘材料", "existing")}),
    # behind 的, and told by words for what a firm makes, is or has
    ("珂洛电气的海缆接头产销量居全国前列。", {("珂洛电气", "海缆接头", "existing")}),
    ("宇瀚机电主营绝缘子和避雷器。", {("宇瀚机电", "绝缘子", "existing"), ("宇瀚机电", "避雷器", "existing")}),
    ("宇瀚机电是国内主要的复合绝缘子供应商之一。", {("宇瀚机电", "复合绝缘子", "existing")}),
    ("宇瀚瓷业建成全国规模最大的瓷绝缘子生产基地。", {("宇瀚瓷业", "瓷绝缘子", "existing")}),
    ("宇瀚机电全年交付海缆接头3000台。", {("宇瀚机电", "海缆接头", "existing")}),
    ("宇瀚机电年产60万套海缆接头。", {("宇瀚机电", "海缆接头", "existing")}),
    ("宇瀚机电具备30万套海缆接头生产能力。", {("宇瀚机电", "海缆接头", "existing")}),
    ("宇瀚机电现有海缆接头、绝缘子两大系列。", {("宇瀚机电", "海缆接头", "existing"), ("宇瀚机电", "绝缘子", "existing")}),
    # several with their trades in a list, a registered name with the short one behind it
    (
        "宇瀚航空复材舱门、珂洛精铸涡轮叶片进入批产序列。",
        {("宇瀚航空", "复材舱门", "existing"), ("珂洛精铸", "涡轮叶片", "existing")},
    ),
    ("宇瀚科技有限公司（简称宇瀚）的测温光纤获奖。", {("宇瀚科技有限公司", "测温光纤", "existing")}),
    # told once, with a success or works behind the goods, the paragraph's firm
    ("珂洛铝业高压开关二期建成投产。", {("珂洛铝业", "高压开关", "existing")}),
    ("宇瀚机电的海缆接头成功下线。", {("宇瀚机电", "海缆接头", "existing")}),
    ("宇瀚机电非接触面屏远销海外。", {("宇瀚机电", "非接触面屏", "existing")}),
    ("宇瀚机电主要产品有绝缘子、避雷器。", {("宇瀚机电", "绝缘子", "existing"), ("宇瀚机电", "避雷器", "existing")}),
    (
        "1.宇瀚机电有限公司。主要从事绝缘子、避雷器生产。",
        {("宇瀚机电有限公司", "绝缘子", "existing"), ("宇瀚机电有限公司", "避雷器", "existing")},
    ),
    ("位于堂邑镇的宇瀚机电主要生产绝缘子、避雷器。", {("宇瀚机电", "绝缘子", "existing"), ("宇瀚机电", "避雷器", "existing")}),
    ("宇瀚智控专注于绝缘子、避雷器研发制造。", {("宇瀚智控", "绝缘子", "existing"), ("宇瀚智控", "避雷器", "existing")}),
    ("宇瀚储能一期达产，形成年产5GWh储能电芯能力。", {("宇瀚储能", "储能电芯", "existing")}),
    # a bracket behind the name
    ("宇瀚机电（海缆接头、避雷器）获评冠军。", {("宇瀚机电", "海缆接头", "existing"), ("宇瀚机电", "避雷器", "existing")}),
    ("宇瀚机电年产3000台海缆接头项目竣工。", {("宇瀚机电", "海缆接头", "existing")}),
    ("推广宇瀚科技测温光纤等产品。", {("宇瀚科技", "测温光纤", "planned")}),
]


@pytest.mark.parametrize(("sentence", "made"), MADE)
def test_goods_behind_a_firm(sentence: str, made: set[tuple[str, str, str]]) -> None:
    assert made <= _made(sentence)


@pytest.mark.parametrize(
    "sentence", ["宇瀚机电（简称宇瀚）获评冠军。", "宇瀚机电（国家级）获评冠军。", "政策工具（海缆接头）不断丰富。"]
)
def test_brackets_that_say_something_else_tell_no_goods(sentence: str) -> None:
    assert not _made(sentence)


def test_a_name_told_once_with_nothing_told_of_the_goods_is_no_firms() -> None:
    assert not _made("稀贵金属提取技术。")


INVESTED = [
    ("推进宇瀚机电年产500万只海缆接头项目建设。", {("宇瀚机电", "海缆接头", "planned")}),
    ("支持宇瀚机电建设年产2万套海缆接头生产线。", {("宇瀚机电", "海缆接头", "planned")}),
    ("支持珂洛瓷业实施年产3000吨瓷绝缘子技改项目。", {("珂洛瓷业", "瓷绝缘子", "planned")}),
    (
        "宇瀚机电扩建高压绝缘子车间，炜宁特缆新上阻燃电缆生产线。",
        {("宇瀚机电", "高压绝缘子", "planned"), ("炜宁特缆", "阻燃电缆", "planned")},
    ),
    ("宇瀚储能稳步增长。加快宇瀚储能钠离子电池项目建设，确保投产。", {("宇瀚储能", "钠离子电池", "planned")}),
]


@pytest.mark.parametrize(("sentence", "made"), INVESTED)
def test_what_a_firm_invests_in(sentence: str, made: set[tuple[str, str, str]]) -> None:
    assert made <= _made(sentence)


@pytest.mark.parametrize("sentence", ["加快宇瀚机电二期项目建设。", "支持企业实施技改项目。", "推进一批生产线建设。"])
def test_phases_and_unnamed_firms_make_nothing(sentence: str) -> None:
    assert _made(sentence) == set()


def test_where_firms_are_to_build() -> None:
    found = marked.bare("推动宇瀚重工在郑家镇建设分拨中心。", section=SECTION)
    said = {(f.s, f.o, f.status) for f in found.facts() if f.p == "locatedIn" and f.o == "郑家镇"}
    assert said == {("宇瀚重工", "郑家镇", "planned")}


NOTHING = [
    "紧扣“两重”要求，迭代升级“缆小星”。",
    "唱响“好品水城”，叫响“投资水城”。",
    "宇瀚科技“登高”计划启动，获评“链主”企业。",
    "脑电“采集仪”、绿电制氢装备加快推广。",
    "杭产机器人走俏市场。",
    "适配工业场景的巡检机器人走俏市场。",
    "沿海经济带最大的海缆接头基地。",
    "九成以上为海缆接头。",
]


@pytest.mark.parametrize("sentence", NOTHING)
def test_quotes_and_new_words_without_a_firm(sentence: str) -> None:
    assert _made(sentence) == set()


@pytest.mark.parametrize(
    ("sentence", "made"),
    [
        (
            "宇瀚新材年产6万吨电池箔、珂洛铝业再生铝扩能等11个项目投产。",
            {("宇瀚新材", "电池箔", "existing"), ("珂洛铝业", "再生铝", "existing")},
        ),
        (
            "宇瀚炼化二期百万吨乙烯、珂洛特钢冷轧薄板等项目开工。",
            {("宇瀚炼化", "乙烯", "planned"), ("珂洛特钢", "冷轧薄板", "planned")},
        ),
        ("总投资32亿元的宇瀚储能钠离子电池项目落户朝阳市。", {("宇瀚储能", "钠离子电池", "planned")}),
        ("推进珂坊里辣椒制品等项目建设。珂坊里获奖。珂坊里扩产。", {("珂坊里", "辣椒制品", "planned")}),
    ],
)
def test_a_trade_or_another_mention_tells_where_a_firms_name_ends(sentence: str, made: set[tuple[str, str, str]]) -> None:
    assert made <= _made(sentence)


def test_the_goods_of_a_coined_firm_in_works() -> None:
    found = marked.bare("推进珂洛高空作业机、榕茂百万吨芳烃等项目建设。", section=SECTION)
    assert {(s, o) for s, _, o in found.claims("produces")} == {("珂洛", "高空作业机"), ("榕茂", "芳烃")}
    assert "Enterprise" not in marked.bare("推进绿电制氢装备、东山机场二跑道等项目建设。", section=SECTION).entities().values()
