"""Firms of any name in lists: which names are firms', where the verb says that they stand, what their kind says of them."""

from __future__ import annotations

import marked
import pytest

from lianpu.extract import brands

SECTION = "第一节 线缆产业"
CITY = "温州市推动线缆产业高质量发展行动计划（2026—2028年）"


@pytest.mark.parametrize("name", ["宇瀚机电", "珂洛", "九鹭科技", "炜宁", "海川集团"])
def test_names_that_are_firms_by_themselves(name: str) -> None:
    assert brands.strength(name) == 2


@pytest.mark.parametrize("name", ["智能机床", "新能源", "工业软件", "钢板", "以链强群", "跨境物流", "一址多照", "算法"])
def test_terms_are_no_firms_by_themselves(name: str) -> None:
    assert brands.strength(name) < 2


def test_the_sentence_in_front_of_a_name_is_no_part_of_it() -> None:
    assert brands.behind("接连迎来了宇瀚机电") == len("接连迎来了")
    assert brands.behind("宇瀚机电") == brands.behind("引进了新材料") == 0


LISTED = [
    # at the start of a clause, without a verb before it
    "<Enterprise>宇瀚机电</Enterprise>、<Enterprise>珂洛</Enterprise>等企业在海缆接头领域填补空白。",
    # under verbs of coming, with counts and ranks of any kind
    "引入<Enterprise>宇瀚机电</Enterprise>、<Enterprise>珂洛</Enterprise>、<Enterprise>炜宁</Enterprise>等一批国内外知名头部企业。",
    "接连抱上<Enterprise>海川集团</Enterprise>、<Enterprise>珂洛</Enterprise>等“金娃娃”。",
    "积极对接<Enterprise>珂洛</Enterprise>、<Enterprise>炜宁</Enterprise>等行业巨头。",
    # two lists of one statement
    "引进了<Enterprise>炜宁</Enterprise>、珂洛等12家整机企业，<Enterprise>宇瀚模具</Enterprise>、瑞沣仪表等30余家配套企业。",
    # said to stand for the others or to lead
    "涌现了一批以<Enterprise>炜宁</Enterprise>、<Enterprise>珂洛</Enterprise>等为代表的单项冠军。",
    # several that are to do something, without a word for firms
    "推动<Enterprise>炜宁智能</Enterprise>、<Enterprise>珂洛智行</Enterprise>等在园区物流等场景开展示范。",
    # behind words that lead to an example
    "其中<Enterprise>海川集团</Enterprise>、<Enterprise>珂洛</Enterprise>等龙头企业增势良好。",
    # counted without 等
    "培育形成<Enterprise>宇瀚客车</Enterprise>、<Enterprise>炜宁</Enterprise>、<Enterprise>珂洛</Enterprise>三大整车企业。",
    # behind the word for what they are
    "重点企业：<Enterprise>炜宁</Enterprise>、<Enterprise>珂洛</Enterprise>、<Enterprise>海川集团</Enterprise>。",
    "中铁塔机、<Enterprise>炜宁智能</Enterprise>、<Enterprise>珂洛</Enterprise>三家骨干企业年加工能力突破90万吨。",
    "围绕链主企业<Enterprise>宇瀚科技</Enterprise>、<Enterprise>珂洛电气</Enterprise>开展配套。",
]


@pytest.mark.parametrize("sentence", LISTED)
def test_listed_firms(sentence: str) -> None:
    marked.read(sentence, section=SECTION)


NO_FIRMS = [
    "引进钢板、铜带等原料企业。",
    "吸引电子信息、新材料等龙头企业。",
    "积极招引车身、底盘等配套企业落地。",
    "推行一址多照、一证通办等企业开办服务。",
    "骨干企业队伍不断壮大，重点企业向新赛道适配。",
    "大力引进产品设计、封装测试等企业20家以上。",
    "瞄准北上广深等地大型商贸龙头企业开展招商。",
]


@pytest.mark.parametrize("sentence", NO_FIRMS)
def test_kinds_of_firms_are_none(sentence: str) -> None:
    assert "Enterprise" not in marked.bare(sentence, section=SECTION, title=CITY).entities().values()


STANDING = [
    ("集聚珂洛、炜宁等线缆企业。", "温州市", "existing"),
    ("近年来成功吸引珂洛、炜宁等头部企业入驻。", "温州市", "existing"),
    ("引入珂洛、炜宁等头部企业。", "温州市", "planned"),
    ("推动珂洛、炜宁等头部企业落户。", "温州市", "planned"),
    ("扶持珂洛、炜宁等本土企业做大。", "温州市", "existing"),
    ("珂洛、炜宁等龙头企业相继入驻。", "温州市", "existing"),
    ("珂洛、炜宁等一批企业落户乐清市。", "乐清市", "planned"),
    ("乐清市集聚珂洛、炜宁等骨干企业。", "乐清市", "existing"),
    ("目前乐清经济开发区入驻珂洛、炜宁等电气企业31户。", "乐清经济开发区", "existing"),
    ("乐清市落地了珂洛、炜宁等电气企业。", "乐清市", "existing"),
    ("新引进珂洛、炜宁等优质企业15家。", "温州市", "existing"),
    ("先后引进了珂洛、炜宁等一批企业。", "温州市", "existing"),
]


@pytest.mark.parametrize(("sentence", "place", "status"), STANDING)
def test_the_verb_around_a_list_says_where_the_firms_stand(sentence: str, place: str, status: str) -> None:
    found = marked.bare(sentence, section=SECTION, title=CITY)
    said = {(f.s, f.o, f.status) for f in found.facts() if f.p == "locatedIn"}
    assert said == {("珂洛", place, status), ("炜宁", place, status)}


def test_firms_of_which_no_verb_says_so_stand_nowhere() -> None:
    assert marked.bare("支持珂洛、炜宁等企业攻关接头工艺。", section=SECTION, title=CITY).claims("locatedIn") == set()


def test_a_park_that_opens_its_own_paragraph_is_where_its_firms_stand() -> None:
    text = "洛川海缆产业园成立于2024年，毗邻港区。园区已成功吸引珂洛、炜宁等链主型企业。"
    found = marked.bare(text, section="一、洛川海缆产业园", title=CITY)
    assert found.claims("locatedIn") == {("珂洛", "locatedIn", "洛川海缆产业园"), ("炜宁", "locatedIn", "洛川海缆产业园")}


MADE = [
    ("集聚珂洛、炜宁等传感器企业。", {("珂洛", "传感器"), ("炜宁", "传感器")}),
    ("包括珂洛（阻燃护套）、炜宁（海缆接头）等优质企业。", {("珂洛", "阻燃护套"), ("炜宁", "海缆接头")}),
    ("集聚珂洛、炜宁等头部企业。", set()),
    ("集聚珂洛、炜宁等数字经济头部企业。", set()),
]


@pytest.mark.parametrize(("sentence", "made"), MADE)
def test_what_the_kind_and_a_bracket_say_that_firms_make(sentence: str, made: set[tuple[str, str]]) -> None:
    found = marked.bare(sentence, section=SECTION, title=CITY)
    assert {(s, o) for s, _, o in found.claims("produces")} == made


def test_makers_of_goods_carry_no_sector_but_leaders_do() -> None:
    plain = marked.bare("培育珂洛、炜宁等传感器企业。", section=SECTION)
    assert plain.claims("anchors") == set()
    led = marked.bare("助推珂洛、炜宁等龙头企业向系统供应商转型。", section=SECTION)
    assert led.claims("anchors") == {("珂洛", "anchors", "线缆产业"), ("炜宁", "anchors", "线缆产业")}


def test_firms_behind_a_leaders_title_carry_the_sector() -> None:
    found = marked.bare("依托骨干企业宇瀚科技带动配套，重点企业：珂洛、炜宁。", section=SECTION)
    assert found.claims("anchors") == {("宇瀚科技", "anchors", "线缆产业")}


def test_partners_of_a_park_do_not_stand_in_it() -> None:
    text = "洛川海缆产业园成立于2024年。洛川海缆产业园与珂洛、炜宁等行业领军企业携手共建。"
    assert marked.bare(text, section="一、洛川海缆产业园", title=CITY).claims("locatedIn") == set()


def test_each_leader_carries_what_it_is_said_to_lead() -> None:
    found = marked.bare("重点培育以炜宁为链主的肉食加工、以珂洛为龙头的特种钢等链条。", section=SECTION)
    assert {("炜宁", "anchors", "肉食加工"), ("珂洛", "anchors", "特种钢")} <= found.claims("anchors")


LAYERS = [
    ("产品层集聚宇瀚机电、珂洛、炜宁智能等终端企业。", "线缆产业"),
    ("应用层培育了宇瀚机电、炜宁智能等电力与通信领域企业。", "线缆产业"),
    ("海缆软件领域拥有宇瀚机电、珂洛、炜宁智能等操作系统与平台企业。", "海缆软件"),
]


@pytest.mark.parametrize(("sentence", "sector"), LAYERS)
def test_firms_of_a_layer_carry_what_it_is_a_layer_of_and_those_of_a_field_the_field(sentence: str, sector: str) -> None:
    text = f"线缆产业已形成涵盖产品层、应用层和海缆软件的产业链。{sentence}"
    found = marked.bare(text, section=SECTION, title=CITY)
    assert {("宇瀚机电", sector), ("炜宁智能", sector)} <= {(s, o) for s, _, o in found.claims("anchors")}
    assert not any(o in ("产品层", "应用层", "终端") for _, _, o in found.claims("anchors", "produces"))


FIELDS = [
    ("在光伏领域，珂洛新材、炜宁硅业等企业加快技改。", "光伏"),
    ("光伏领域，培育珂洛新材、炜宁硅业。", "光伏"),
    ("光伏领域现有珂洛新材、炜宁硅业等规上企业68家。", "光伏"),
    ("培育珂洛新材、炜宁硅业。", "线缆产业"),
]


@pytest.mark.parametrize(("sentence", "sector"), FIELDS)
def test_firms_carry_the_field_that_their_statement_opens_with(sentence: str, sector: str) -> None:
    found = marked.bare(sentence, section=SECTION, title=CITY)
    assert found.claims("anchors") == {("珂洛新材", "anchors", sector), ("炜宁硅业", "anchors", sector)}


def test_a_verb_in_front_of_a_second_firm_is_no_part_of_its_name() -> None:
    found = marked.bare("乐清市依托珂洛新材、瑞安市依托炜宁硅业，分别发展电缆、硅片。", section=SECTION, title=CITY)
    assert not any(name.startswith("依托") for name in found.entities())


def test_what_is_used_in_a_field_is_no_part_of_its_name() -> None:
    found = marked.bare("推动数字技术在电缆领域，珂洛新材、炜宁硅业等龙头企业先行先试。", section=SECTION, title=CITY)
    assert not [o for _, _, o in found.claims("anchors") if "在" in o]


def test_goods_that_are_raised_are_no_firms() -> None:
    found = marked.bare("培育特种电缆、海底电缆。", section=SECTION, title=CITY)
    assert "Enterprise" not in found.entities().values()


NAMED_IN_A_SECTION = [
    "推动宇瀚机电、炜宁智能、珂洛电气扩能上新，提高海缆供应能力。",
    "支持宇瀚机电、炜宁智能在示范园区布局仓储分拨中心。",
    "引导宇瀚机电、炜宁智能等企业参与标准制定。",
]


@pytest.mark.parametrize("sentence", NAMED_IN_A_SECTION)
def test_several_firms_that_are_to_do_something_carry_the_sector_of_their_section(sentence: str) -> None:
    found = marked.bare(sentence, section=SECTION, title=CITY)
    assert {("宇瀚机电", "线缆产业"), ("炜宁智能", "线缆产业")} <= {(s, o) for s, _, o in found.claims("anchors")}


@pytest.mark.parametrize(
    ("sentence", "section"),
    [
        ("支持宇瀚机电、炜宁智能等企业研发海底接头。", SECTION),
        ("支持宇瀚机电、炜宁智能等企业参与标准制定。", "第一节 保障措施"),
        ("推进种养加、产供销全产业链发展。", SECTION),
    ],
)
def test_makers_of_one_product_and_firms_under_no_sector_carry_none(sentence: str, section: str) -> None:
    assert not marked.bare(sentence, section=section, title=CITY).claims("anchors")


def test_what_is_only_looked_at_is_not_made() -> None:
    found = marked.bare("依托宇瀚机电，着眼海缆装备、海缆接头等领域，开展科技攻关。", section=SECTION, title=CITY)
    assert not any(o.startswith("着眼") for _, _, o in found.claims("produces", "focusesOn", "seeks"))


@pytest.mark.parametrize("kind", ["出口", "生产性配套"])
def test_kinds_of_firms_that_say_nothing_of_goods(kind: str) -> None:
    assert marked.bare(f"拥有青石重工、蓝山机械等{kind}企业。").claims("produces") == set()


def test_clusters_that_win_a_title_of_clusters_of_firms_are_no_firms() -> None:
    found = marked.bare("临清轴承、茌平铝材等4个集群入选省级中小企业特色产业集群。", section="第一节 工作回顾")
    assert "Enterprise" not in {found.entities().get(name) for name in ("轴承", "铝材")}
