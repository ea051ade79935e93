"""Chains in marked sentences: stages with their order, what feeds what, places along the stream; and words that are no chain."""

from __future__ import annotations

from itertools import pairwise

import marked
import pytest

from lianpu.extract import lists


def _section(industry: str) -> str:
    return f"第一节 {industry}"


def _stages(found: marked.Reading) -> dict[str, tuple[str, int | None, str | None]]:
    return {f.s: (f.o, f.order, f.position) for f in found.facts() if f.p == "stageOf"}


SEQUENCES = [
    (
        "打通“<Topic>熔炼</Topic>—<Topic>拉丝</Topic>—<Topic>绞线</Topic>—<Topic>成缆</Topic>”<Industry>线缆产业</Industry>链。",
        "线缆产业",
    ),
    (
        "形成覆盖“<Topic>矿山采选</Topic>-<Topic>湿法精炼</Topic>-<Topic>钴酸锂</Topic>”的完整产业链。<Industry>钴业</Industry>",
        "钴业",
    ),
    (
        "构建“<Topic>电机壳体</Topic>+<Topic>定子总成</Topic>+<Topic>驱动总成</Topic>”的全产业链条，做强<Industry>电机产业</Industry>。",
        "电机产业",
    ),
    (
        "打造从<Topic>石英砂提纯</Topic>到<Topic>光纤拉制</Topic>、<Topic>光缆装配</Topic>的产业链条。<Industry>光通信产业</Industry>",
        "光通信产业",
    ),
    (
        '推进<Industry name="甲醇产业">甲醇</Industry>“<Topic name="制甲醇">制储运加</Topic>”一体化全链条发展。',
        "甲醇产业",
    ),
    (
        "形成<Topic>原镁冶炼</Topic>、<Topic>镁合金铸造</Topic>、<Topic>镁件加工</Topic>等完整的产业链。<Industry>镁业</Industry>",
        "镁业",
    ),
]


@pytest.mark.parametrize(("sentence", "industry"), SEQUENCES)
def test_sequences_have_order_and_feed_on(sentence: str, industry: str) -> None:
    found = marked.read(sentence, section=_section(industry))
    stages = sorted((f for f in found.facts() if f.p == "stageOf"), key=lambda f: f.order or 0)
    assert [f.order for f in stages] == list(range(1, len(stages) + 1))
    assert len(stages) >= 3
    assert {f.o for f in stages} == {industry}
    named = [m.name for m in found.marks if m.type == "Topic"]
    assert [f.s for f in stages][: len(named)] == named
    pairs = {(f.s, f.o) for f in found.facts() if f.p == "feeds"}
    assert pairs == {(a.s, b.s) for a, b in pairwise(stages)}


def test_compact_verbs_take_the_noun_of_the_chain() -> None:
    found = marked.read('推进<Industry>氢能</Industry>“<Topic name="制氢">制储输用</Topic>”全链条发展。')
    assert _stages(found) == {
        "制氢": ("氢能", 1, None),
        "储氢": ("氢能", 2, None),
        "输氢": ("氢能", 3, None),
        "用氢": ("氢能", 4, None),
    }


def test_gathered_stages_have_order_and_take_the_noun_but_feed_nothing() -> None:
    found = marked.read(
        '打造集<Topic name="灵芝种植">种植</Topic>、<Topic name="灵芝加工">加工</Topic>、'
        '<Topic name="灵芝销售">销售</Topic>于一体的<Industry>灵芝</Industry>产业链。'
    )
    assert {s: o[1] for s, o in _stages(found).items()} == {"灵芝种植": 1, "灵芝加工": 2, "灵芝销售": 3}
    assert not found.claims("feeds")


def test_a_quoted_list_is_a_chain_without_order() -> None:
    found = marked.read(
        "构筑“<Topic>衬底</Topic>、<Topic>外延</Topic>、<Topic>器件</Topic>”产业链体系。",
        section=_section("化合物半导体产业"),
    )
    assert _stages(found) == dict.fromkeys(("衬底", "外延", "器件"), ("化合物半导体产业", None, None))
    assert not found.claims("feeds")


def test_parts_before_a_general_noun_stand_side_by_side() -> None:
    found = marked.read(
        "形成<Topic>螺杆</Topic>、<Topic>机筒</Topic>、<Topic>模头</Topic>等关键部件的产业链条。",
        section=_section("塑料机械产业"),
    )
    assert _stages(found) == dict.fromkeys(("螺杆", "机筒", "模头"), ("塑料机械产业", None, None))
    assert not found.claims("feeds")


def test_upstream_feeds_the_industry_and_downstream_is_fed_by_it() -> None:
    found = marked.read(
        "上游引进<Topic>铜杆</Topic>、<Topic>铝杆</Topic>等原料企业，"
        '下游向<Topic name="矿山用缆">矿山</Topic>、<Topic>核电用缆</Topic>等领域延伸。',
        section=_section("线缆产业"),
    )
    stages = _stages(found)
    assert stages["铜杆"] == stages["铝杆"] == ("线缆产业", None, "upstream")
    assert stages["矿山用缆"] == stages["核电用缆"] == ("线缆产业", None, "downstream")
    assert {("铜杆", "feeds", "线缆产业"), ("线缆产业", "feeds", "矿山用缆")} <= found.claims("feeds")
    assert ("线缆产业", "feeds", "铜杆") not in found.claims("feeds")


def test_three_places_of_one_statement() -> None:
    found = marked.read(
        "上游重点发展<Topic>正极材料</Topic>，中游做强<Topic>动力电池</Topic>，下游拓展<Topic>充电设施</Topic>。",
        section=_section("新能源汽车产业"),
    )
    places = {"正极材料": "upstream", "动力电池": "midstream", "充电设施": "downstream"}
    assert _stages(found) == {name: ("新能源汽车产业", None, place) for name, place in places.items()}
    assert found.claims("feeds") == {("正极材料", "feeds", "新能源汽车产业"), ("新能源汽车产业", "feeds", "充电设施")}


def test_two_runs_of_one_list_are_two_chains() -> None:
    found = marked.read(
        "培育<Topic>聚丙烯</Topic>—<Topic>改性塑料</Topic>—<Topic>汽车内饰件</Topic>、"
        "<Topic>聚乙烯</Topic>—<Topic>农用薄膜</Topic>—<Topic>滴灌带</Topic>产业链。",
        section=_section("石化产业"),
    )
    assert found.claims("feeds") == {
        ("聚丙烯", "feeds", "改性塑料"),
        ("改性塑料", "feeds", "汽车内饰件"),
        ("聚乙烯", "feeds", "农用薄膜"),
        ("农用薄膜", "feeds", "滴灌带"),
    }
    assert {o for _, _, o in found.claims("stageOf")} == {"石化产业"}


def test_stages_that_say_where_they_stand_drop_that_word() -> None:
    found = marked.read(
        "构建“上游<Topic>磁性材料</Topic>—中游<Topic>伺服电机</Topic>—下游<Topic>数控机床</Topic>”的完整产业链。",
        section=_section("机床产业"),
    )
    assert _stages(found) == {
        "磁性材料": ("机床产业", 1, None),
        "伺服电机": ("机床产业", 2, None),
        "数控机床": ("机床产业", 3, None),
    }


def test_two_lists_of_one_clause_have_their_own_places() -> None:
    found = marked.read(
        "引进<Topic>玻璃纤维</Topic>、<Topic>树脂</Topic>等上游原料企业和<Topic>风电叶片</Topic>、<Topic>机舱罩</Topic>等下游制品企业。",
        section=_section("复合材料产业"),
    )
    assert {s: place for s, (_, _, place) in _stages(found).items()} == {
        "玻璃纤维": "upstream",
        "树脂": "upstream",
        "风电叶片": "downstream",
        "机舱罩": "downstream",
    }


def test_the_stream_itself_owns_no_stage() -> None:
    found = marked.read(
        "围绕产业链上游，布局<Topic>锂矿开采</Topic>、<Topic>正极材料</Topic>。", section=_section("新能源汽车产业")
    )
    assert _stages(found)["锂矿开采"] == ("新能源汽车产业", None, "upstream")


def test_a_list_before_the_word_and_its_closing_noun_are_stages() -> None:
    found = marked.read(
        "重点发展<Topic>石英坩埚</Topic>、<Topic>金刚线</Topic>等上游辅助材料。",
        section=_section("光伏产业"),
    )
    assert _stages(found)["石英坩埚"] == ("光伏产业", None, "upstream")
    assert ("金刚线", "feeds", "光伏产业") in found.claims()


def test_an_open_market_downstream_is_named_by_the_next_clause() -> None:
    found = marked.read(
        "推动拓展下游消费市场，积极开拓<Topic>童车</Topic>、<Topic>轮椅</Topic>等领域。", section=_section("碳纤维产业")
    )
    assert _stages(found)["童车"] == ("碳纤维产业", None, "downstream")


def test_what_is_made_from_waste_is_fed_by_it() -> None:
    found = marked.read(
        "充分利用<Topic>磷石膏</Topic>、<Topic>钢渣</Topic>等生产路基砖、隔墙板。", section=_section("新型建材产业")
    )
    assert found.claims("feeds") == {("磷石膏", "feeds", "新型建材产业"), ("钢渣", "feeds", "新型建材产业")}


NO_CHAIN = [
    "构建“高校+平台+企业+产业链”协同机制。",
    "强化“链长+链主+链创”协同，提升产业链水平。",
    "推动研发、生产、销售全链条服务提升。",
    "形成“设计—试制—检验—量产”全链条产业化能力。",
    "打造线缆、模具、铸件等千亿级产业链。",
    "带动产业链上下游企业集聚。",
    "提升黄河下游航运能力，建设码头、泊位。",
    "带动上游企业发展。",
    "构建以“优势本体+强势产业链+广泛应用场景”为特色的格局。",
    "加快构建上下游紧密衔接、竞争力强的全链条产业集群。",
    "规划期为2021-2025-2035年，延伸产业链。",
]


@pytest.mark.parametrize("sentence", NO_CHAIN)
def test_what_only_looks_like_a_chain_says_nothing(sentence: str) -> None:
    assert not marked.bare(sentence, section=_section("线缆产业")).claims("stageOf", "feeds")


def test_evidence_of_a_stage_is_its_chain() -> None:
    found = marked.read("打通“<Topic>熔炼</Topic>—拉丝—绞线”线缆产业链，提升效益。", section=_section("线缆产业"))
    fact = next(f for f in found.facts() if f.p == "stageOf" and f.s == "熔炼")
    assert fact.text == "“熔炼—拉丝—绞线”线缆产业链"


@pytest.mark.parametrize(
    ("items", "full"),
    [
        (["粮食种植", "收购", "加工"], ("粮食种植", "粮食收购", "粮食加工")),
        (["矿山", "船舶", "核电用缆"], ("矿山用缆", "船舶用缆", "核电用缆")),
        (["养老", "教育", "文化金融"], ("养老金融", "教育金融", "文化金融")),
        (["铜杆", "铝杆"], ("铜杆", "铝杆")),
        (["核心部件", "集成应用"], ("核心部件", "集成应用")),
        (["单项"], ("单项",)),
    ],
)
def test_shared_nouns_of_a_list(items: list[str], full: tuple[str, ...]) -> None:
    assert lists.shared(items) == full


@pytest.mark.parametrize("broken", ["只有文字。", "<Topic>没有结尾。"])
def test_an_example_whose_marks_say_nothing_fails(broken: str) -> None:
    with pytest.raises((AssertionError, ValueError)):
        marked.read(broken)


@pytest.mark.parametrize(
    "sentence",
    [
        "中游以甲芯科技为链主，重点发展<Topic>隔膜</Topic>、<Topic>铝塑膜</Topic>。",
        "中游<Topic>隔膜</Topic>和<Topic>铝塑膜</Topic>技术储备少。",
        "中游<Topic>隔膜</Topic>、<Topic>铝塑膜</Topic>等配套企业几乎为零。",
    ],
)
def test_what_is_told_of_a_place_along_the_stream_is_no_part_of_the_list(sentence: str) -> None:
    found = marked.read(sentence, section=_section("电池产业链"))
    assert _stages(found) == dict.fromkeys(("隔膜", "铝塑膜"), ("电池产业", None, "midstream"))


def test_a_bracket_lists_what_stands_behind_a_general_word() -> None:
    found = marked.read(
        "产业链分为上游原料（<Topic>硫酸锰</Topic>、<Topic>针状焦</Topic>）、下游<Topic>储能电芯</Topic>两段。",
        section=_section("电池产业链"),
    )
    places = {"硫酸锰": "upstream", "针状焦": "upstream", "储能电芯": "downstream"}
    assert _stages(found) == {name: ("电池产业", None, place) for name, place in places.items()}


def test_goods_right_before_the_word_feed_what_is_made_of_them() -> None:
    found = marked.read("BDO下游<Topic>聚酯</Topic>、<Topic>氨纶</Topic>配套不全。", section=_section("电石化工产业链"))
    assert found.claims("feeds") == {("BDO", "feeds", "聚酯"), ("BDO", "feeds", "氨纶")}
    assert not _stages(found)


@pytest.mark.parametrize("sentence", ["形成“{}”雏形。", "要顺着“{}”往下走。"])
def test_a_section_on_a_chain_need_not_say_the_word(sentence: str) -> None:
    found = marked.read(
        sentence.format("<Topic>石英砂</Topic>—<Topic>浮法原片</Topic>—<Topic>镀膜玻璃</Topic>"), section=_section("玻璃制品链")
    )
    assert found.claims("feeds") == {("石英砂", "feeds", "浮法原片"), ("浮法原片", "feeds", "镀膜玻璃")}


def test_who_has_formed_a_chain_is_no_stage() -> None:
    found = marked.read(
        "其中甲芯新材已形成<Topic>石灰氮</Topic>—<Topic>双氰胺</Topic>—<Topic>硝酸胍</Topic>链条。",
        section=_section("电石化工产业链"),
    )
    assert set(_stages(found)) == {"石灰氮", "双氰胺", "硝酸胍"}


@pytest.mark.parametrize(
    "sentence",
    ["沿“{}”方向布局。", "围绕“{}”提升配套层级。", "形成“{}”闭环。", "初步形成“{}”一体化格局。", "打造形成“{}”的融合发展闭环。"],
)
def test_a_quoted_run_that_goes_on_like_a_chain_is_one(sentence: str) -> None:
    run = "<Topic>工业硅</Topic>—<Topic>多晶硅</Topic>—<Topic>光伏电池</Topic>"
    found = marked.read(sentence.format(run), section=_section("光伏产业"))
    assert found.claims("feeds") == {("工业硅", "feeds", "多晶硅"), ("多晶硅", "feeds", "光伏电池")}


@pytest.mark.parametrize(
    "sentence",
    ["构建“协会引导—企业投入—社会参与”机制。", "打造“硅料+设备+资本”一体化格局。", "形成“采-传-存-用”闭环。"],
)
def test_a_quoted_formula_is_no_chain(sentence: str) -> None:
    found = marked.bare(sentence, section=_section("光伏产业"))
    assert not found.claims("feeds", "stageOf")


def test_goods_that_supply_others_feed_them() -> None:
    found = marked.read(
        "发展<Topic>稀土永磁</Topic>、<Topic>磁钢组件</Topic>，为<Topic>电驱动总成</Topic>配套。", section=_section("磁材产业")
    )
    assert found.claims("feeds") == {("稀土永磁", "feeds", "电驱动总成"), ("磁钢组件", "feeds", "电驱动总成")}


def test_what_is_kept_supplied_upstream_is_a_list() -> None:
    found = marked.read("上游稳定<Topic>特种橡胶</Topic>、<Topic>模具</Topic>供应。", section=_section("橡塑产业"))
    assert _stages(found) == dict.fromkeys(("特种橡胶", "模具"), ("橡塑产业", None, "upstream"))


def test_a_stage_with_the_noun_of_its_chain_is_also_called_as_written() -> None:
    found = marked.bare("构建“苗木繁育—种植—深加工—出口”油茶产业链。", section=_section("油茶产业"))
    named = found.entities()
    assert {"油茶种植", "种植", "油茶深加工", "深加工"} <= set(named)
    assert ("苗木繁育", "feeds", "油茶种植") in found.claims()


@pytest.mark.parametrize(
    ("sentence", "stages"),
    [
        ("硅基材料链：硅石—工业硅—多晶硅—硅片。", ["硅石", "工业硅", "多晶硅", "硅片"]),
        ("硅基材料产业由硅石开采、工业硅、多晶硅等环节构成。", ["硅石开采", "工业硅", "多晶硅"]),
        ("形成从硅石到工业硅再到多晶硅的完整链条。", ["硅石", "工业硅", "多晶硅"]),
        ("硅基材料产业主要包括硅石开采、工业硅、多晶硅等环节。", ["硅石开采", "工业硅", "多晶硅"]),
        ("加快打通硅石→工业硅→多晶硅全产业链。", ["硅石", "工业硅", "多晶硅"]),
        ("培育硅石—工业硅—多晶硅三条产业链。", ["硅石", "工业硅", "多晶硅"]),
        ("沿“硅石—工业硅—多晶硅”延伸链条。", ["硅石", "工业硅", "多晶硅"]),
    ],
)
def test_sequences_in_other_words(sentence: str, stages: list[str]) -> None:
    found = marked.bare(sentence, section=_section("硅基材料产业"))
    assert {s: (o, order) for s, (o, order, _) in _stages(found).items()} == {
        stage: ("硅基材料产业", at) for at, stage in enumerate(stages, 1)
    }


def test_what_is_done_with_all_goods_of_a_stream_is_no_part_of_the_last() -> None:
    found = marked.bare("上游补齐齿轮轴、箱体铸件制造，向下游延伸至风电整机。", section=_section("齿轮箱产业"))
    assert {s: place for s, (_, _, place) in _stages(found).items()} == {
        "齿轮轴": "upstream",
        "箱体铸件": "upstream",
        "风电整机": "downstream",
    }


def test_links_that_any_chain_has_are_no_stages_of_a_sector() -> None:
    found = marked.bare("硅基材料产业包括研发、生产、销售、硅片等环节。", section=_section("硅基材料产业"))
    assert not _stages(found)


def test_several_runs_that_are_chains_together() -> None:
    found = marked.bare("围绕“电石—PVC—管材”“醋酸—醋纤—滤棒”两条产业链布局。", section=_section("氯碱产业"))
    assert {s: order for s, (_, order, _) in _stages(found).items()} == {
        "电石": 1,
        "PVC": 2,
        "管材": 3,
        "醋酸": 1,
        "醋纤": 2,
        "滤棒": 3,
    }
