"""Cooperation in marked sentences: with whom, and who is said to; words that name no partner say nothing."""

from __future__ import annotations

import marked
import pytest

REGION = "东昌府区"
SECTION = "第一节 线缆产业"

NAMED = [
    (
        "推动<Enterprise>瑞丰电缆集团</Enterprise>与<Enterprise>海川医药</Enterprise>签订战略合作协议。",
        "瑞丰电缆集团",
        {"海川医药"},
    ),
    ("联合<Institution>湖南大学</Institution>成立线缆创新中心。", "线缆产业", {"湖南大学"}),
    ("引进<Institution>湖南大学</Institution>共建线缆研究院。", "线缆产业", {"湖南大学"}),
    ("<Enterprise>海川科技</Enterprise>牵手<Institution>湖南大学</Institution>，改进绝缘层。", "海川科技", {"湖南大学"}),
    ("<Park>冠县经开区</Park>已与<Institution>湖南大学</Institution>签约共建中试基地。", "冠县经开区", {"湖南大学"}),
    ("<Park>冠县经开区</Park>同<Park>临清经开区</Park>开展园区结对合作。", "冠县经开区", {"临清经开区"}),
    ("引进<Institution>湖南大学</Institution>在开发区共建线缆研究院。", "线缆产业", {"湖南大学"}),
    ("新签约<Enterprise>蓝鲸时代</Enterprise>、<Enterprise>海川集团</Enterprise>等企业。", "东昌府区", {"蓝鲸时代", "海川集团"}),
    (
        "加强与<Institution>湖南大学</Institution>、<Institution>洛阳耐火材料研究院</Institution>等科研院所合作，改进绝缘层。",
        "线缆产业",
        {"湖南大学", "洛阳耐火材料研究院"},
    ),
    (
        "依托<Enterprise>瑞丰电缆</Enterprise>等龙头企业，加强与<Institution>中国科学院宁波材料所</Institution>合作。",
        "瑞丰电缆",
        {"中国科学院宁波材料所"},
    ),
    (
        "推动<Enterprise>瑞丰电缆</Enterprise>等企业与<Enterprise>海川科技</Enterprise>合作。",
        "瑞丰电缆",
        {"海川科技"},
    ),
    (
        "深化与<Institution>东大</Institution>、<Institution>哈工大</Institution>等高校及科研院所合作。",
        "线缆产业",
        {"东大", "哈工大"},
    ),
    (
        "以<Institution>山东线缆研究院</Institution>为主体，联合<Institution>湖南大学</Institution>、<Institution>天津大学</Institution>开展攻关。",
        "山东线缆研究院",
        {"湖南大学", "天津大学"},
    ),
    (
        "支持<Institution>湖南大学冠县校区</Institution>与<Institution>天津大学</Institution>共建实验室。",
        "湖南大学冠县校区",
        {"天津大学"},
    ),
    (
        "与<Institution>天津电线电缆同业公会</Institution>建立常态化联络。",
        "线缆产业",
        {"天津电线电缆同业公会"},
    ),
    ("支持<Enterprise>蓝鲸时代</Enterprise>与<Enterprise>海川集团</Enterprise>共建电池工厂。", "蓝鲸时代", {"海川集团"}),
    ("加强与<Enterprise>飞鱼</Enterprise>、<Enterprise>云帆</Enterprise>等企业合作。", "东昌府区", {"飞鱼", "云帆"}),
    (
        "对接<Institution>湖南大学</Institution>、<Institution>天津大学</Institution>等高校院所，引育人才。",
        "线缆产业",
        {"湖南大学", "天津大学"},
    ),
    (
        "引入<Institution>天津美术学院</Institution>、<Institution>湖南大学</Institution>等院校，提升设计。",
        "线缆产业",
        {"天津美术学院", "湖南大学"},
    ),
    (
        "依托<Institution>湖南大学</Institution>、<Institution>天津大学</Institution>等科研单位，改进工艺。",
        "线缆产业",
        {"湖南大学", "天津大学"},
    ),
]


def _works(found: marked.Reading) -> set[tuple[str, str]]:
    return {(s, o) for s, _, o in found.claims("worksWith")}


@pytest.mark.parametrize(("sentence", "who", "partners"), NAMED)
def test_named_partners(sentence: str, who: str, partners: set[str]) -> None:
    found = marked.read(sentence, section=SECTION)
    assert _works(found) == {(who, partner) for partner in partners}


PLACES = [
    ('加强与<Region name="杭州市">杭</Region><Region name="宁波市">甬</Region>等城市合作。', REGION, {"杭州市", "宁波市"}),
    ("深度对接<Region>京津冀</Region>，承接产业转移。", REGION, {"京津冀"}),
    (
        "加强与<Region>长三角</Region>、<Region>粤港澳大湾区</Region>在商贸、会展等领域对接合作。",
        REGION,
        {"长三角", "粤港澳大湾区"},
    ),
    ('推动<Region name="冠县">冠县</Region>与<Region name="临清市">临清</Region>协同发展。', "冠县", {"临清市"}),
]


@pytest.mark.parametrize(("sentence", "who", "partners"), PLACES)
def test_places_work_with_places_even_in_the_section_on_an_industry(sentence: str, who: str, partners: set[str]) -> None:
    found = marked.read(sentence, section=SECTION)
    assert _works(found) == {(who, partner) for partner in partners}


def test_two_places_side_by_side() -> None:
    found = marked.read(
        '推动<Region name="济宁市">济宁</Region>、<Region name="菏泽市">菏泽</Region>协同建设物流通道。',
        title="山东省“十四五”发展规划",
    )
    assert _works(found) == {("济宁市", "菏泽市")}


def test_places_that_do_something_jointly() -> None:
    found = marked.read("<Region>冠县</Region>、聊城<Region>临清市</Region>、<Region>茌平区</Region>联合打造香菇产业带。")
    assert _works(found) == {("冠县", "临清市"), ("冠县", "茌平区")}


def test_a_field_may_stand_before_the_word_for_cooperation() -> None:
    found = marked.read(
        '深化与<Region name="济宁市">济宁</Region>的航运协作，推动与<Region name="菏泽市">菏泽</Region>对口合作。'
    )
    assert _works(found) == {("东昌府区", "济宁市"), ("东昌府区", "菏泽市")}


def test_pairs_of_letters_are_the_region_and_its_partner() -> None:
    found = marked.read(
        '提升<Region name="山东省">鲁</Region><Region name="河南省">豫</Region>毗邻地区合作水平。', title="山东省“十四五”发展规划"
    )
    assert _works(found) == {("山东省", "河南省")}


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("<Enterprise>海川科技</Enterprise>与<Institution>湖南大学</Institution>合作取得成效。", "existing"),
        ("支持<Enterprise>海川科技</Enterprise>与<Institution>湖南大学</Institution>合作。", "planned"),
    ],
)
def test_what_was_done_is_existing(sentence: str, status: str) -> None:
    found = marked.read(sentence, section=SECTION)
    facts = [f for f in found.facts() if f.p == "worksWith"]
    assert [(f.s, f.o, f.status) for f in facts] == [("海川科技", "湖南大学", status)]


NOBODY = [
    "加强对接洽谈，改进服务。",
    "引导企业与国内外知名高校、科研院所开展技术协同攻关。",
    "加强与高校、科研机构合作。",
    "支持整机企业与纺织、家电、机械加工等领域企业协同发展。",
    "与世界500强跨国公司、行业领军企业开展对接。",
    "积极对接海内外经销商、各大电商平台。",
    "支持养老机构与社区卫生服务中心、乡镇卫生院、诊所深化合作。",
    "积极与北京、上海等高端医疗资源对接。",
    "重点发展联合收割机械、复式播种机械。",
    "推动创新链与产业链协同。",
    "对接国家战略，融入全国统一大市场。",
    "参与制定标准，共同打造品牌。",
]


@pytest.mark.parametrize("sentence", NOBODY)
def test_words_that_name_nobody_say_nothing(sentence: str) -> None:
    assert not marked.bare(sentence, section=SECTION).claims("worksWith")


def test_what_stands_at_home_is_no_partner_when_relied_on() -> None:
    found = marked.bare("依托聊城大学、聊城高级技术学院等院校，培养技工。", section=SECTION)
    assert not found.claims("worksWith")


def test_evidence_of_a_partner_is_its_clause() -> None:
    found = marked.read("改进工艺，加强与<Institution>湖南大学</Institution>合作，提升质量。", section=SECTION)
    fact = next(f for f in found.facts() if f.p == "worksWith")
    assert fact.text == "加强与湖南大学合作"


@pytest.mark.parametrize(
    ("sentence", "partners"),
    [("深化舟甬、舟沪科创合作。", {"宁波市", "上海市"}), ("深化鲁豫科技创新合作。", set()), ("加强舟山合作社建设。", set())],
)
def test_a_citys_own_letter_stands_for_it(sentence: str, partners: set[str]) -> None:
    found = marked.bare(sentence, title="舟山市产业发展规划（2021—2025年）")
    assert {o for s, _, o in found.claims("worksWith") if s == "舟山市"} == partners


def test_what_its_own_institute_does_in_a_park_is_no_cooperation() -> None:
    assert not marked.bare("支持甲河研究院在开发区建设线缆基地。", section=SECTION).claims("worksWith")


@pytest.mark.parametrize(
    ("section", "status"), [("一、2020年工作回顾", "existing"), ("一、夯实创新基础", "planned"), ("一、重点任务", "planned")]
)
def test_what_a_part_on_the_present_tells_is_existing(section: str, status: str) -> None:
    facts = marked.bare("与湖南大学签订合作协议。", section=section).facts()
    assert {f.status for f in facts if f.p == "worksWith"} == {status}


def test_a_list_of_partners_ends_in_front_of_what_is_done_with_them() -> None:
    found = marked.bare("支持宇瀚机电联合山东大学、聊城大学攻克海缆接头密封技术。")
    assert {(s, o) for s, _, o in found.claims("worksWith")} == {("宇瀚机电", "山东大学"), ("宇瀚机电", "聊城大学")}


ALLIED = [
    ("推动宇瀚机电和珂洛新材联合研制海缆接头。", "planned"),
    ("宇瀚机电、珂洛新材两家企业合作建成了中试线。", "existing"),
    ("由宇瀚机电牵头，联合珂洛新材组建创新联合体。", "planned"),
]


@pytest.mark.parametrize(("sentence", "status"), ALLIED)
def test_firms_that_do_something_together_work_with_each_other(sentence: str, status: str) -> None:
    found = marked.bare(sentence)
    said = {(f.s, f.o, f.status) for f in found.facts() if f.p == "worksWith"}
    assert ("宇瀚机电", "珂洛新材", status) in said


def test_firms_that_a_place_wants_to_do_something_are_no_partners() -> None:
    assert not marked.bare("鼓励宇瀚机电、珂洛新材等企业在合作示范园设立联合研发中心。").claims("worksWith")


@pytest.mark.parametrize("sentence", ["加快聊城—德州一体化步伐。", "推动聊城、德州一体化发展。"])
def test_places_that_become_one_work_together(sentence: str) -> None:
    found = marked.bare(sentence, title="2024年山东省政府工作报告", section="二、重点任务")
    assert ("聊城市", "worksWith", "德州市") in found.claims("worksWith")
