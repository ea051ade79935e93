"""List items as things: places in front, registered names, kinds that name nothing, declared short names."""

from __future__ import annotations

from functools import cache

import pytest
from reader_fixture import read

from lianpu.extract import aliases, metadata, names, things, whereabouts
from lianpu.extract.context import Context, Owner
from lianpu.ontology.regions import regions

TEXT = """绍兴市新材料产业发展规划（2026—2030年）

绍兴高新技术产业开发区（以下简称“高新区”）、诸暨、嵊州市、上海、杭州、金华、延长、新昌县澄潭街道、柯桥区、越城、绍兴、浙江。
新昌县山蓝轴承、嵊州高端电气、绍兴经济技术开发区、绍兴经开区。
"""


@cache
def context() -> Context:
    outline = read(TEXT)
    return Context(outline, metadata.document(outline), regions())


PREFIXES = [
    ("诸暨青石重工", Owner("Region", "诸暨市"), "诸暨"),
    ("嵊州市青石重工", Owner("Region", "嵊州市"), "嵊州市"),
    ("新昌县澄潭街道试验田", Owner("Region", "澄潭街道"), "新昌县澄潭街道"),
    ("绍兴高新区青石重工", Owner("Park", "绍兴高新技术产业开发区"), "绍兴高新区"),
    ("绍兴经开区青石重工", Owner("Park", "绍兴经济技术开发区"), "绍兴经开区"),
]


@pytest.mark.parametrize(("text", "owner", "prefix"), PREFIXES)
def test_place_in_front(text: str, owner: Owner, prefix: str) -> None:
    assert whereabouts.place_prefix(context(), text) == (owner, len(prefix))


@pytest.mark.parametrize("text", ["青石重工", "金华湾大桥", "延长产业链条", "延长石油"])
def test_no_place_in_front(text: str) -> None:
    assert whereabouts.place_prefix(context(), text) is None


FIRMS = [
    ("诸暨青石重工等龙头企业", "青石重工", "诸暨市"),
    ("绍兴青石重工有限公司", "绍兴青石重工有限公司", "绍兴市"),
    ("青石重工（诸暨）有限公司", "青石重工（诸暨）有限公司", "诸暨市"),
    ("诸暨市浙江青石重工有限公司", "浙江青石重工有限公司", "诸暨市"),
    ("上海青石重工有限公司", "上海青石重工有限公司", None),
    ("浙江青石重工有限公司", "浙江青石重工有限公司", None),
]


@pytest.mark.parametrize(("text", "name", "place"), FIRMS)
def test_firms(text: str, name: str, place: str | None) -> None:
    found = things.firm(context(), text, 10)
    assert found is not None
    assert found.what == Owner("Enterprise", name)
    assert (found.place.name if found.place else None) == place
    assert (found.start, found.end) == (10 + text.index(name), 10 + text.index(name) + len(name))


@pytest.mark.parametrize("text", ["骨干企业", "行业龙头企业", "科技园区", "优势", "产业集群"])
def test_no_firms(text: str) -> None:
    assert things.firm(context(), text, 0) is None


KINDS = [
    ("协同创新平台", None),
    ("省级以上企业技术中心", None),
    ("一站式公共服务平台", None),
    ("粉体涂层检测中心", "Platform"),
    ("诸暨协同创新平台", "Platform"),
    ("“织里通”平台", "Platform"),
    ("物流产业园", "Park"),
    ("石墨烯产业园", "Park"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kinds_without_a_subject_name_nothing(text: str, kind: str | None) -> None:
    found = things.classify(context(), text, 0)
    assert (found.what.type if found and found.what.type in ("Park", "Platform") else None) == kind


BRANCHES = [
    ("深圳涂层研究院绍兴分院", "Institution", "绍兴市"),
    ("国家涂层质检中心（诸暨）", "Platform", "诸暨市"),
    ("上海化学工业区", "Park", "上海市"),
    ("绍兴文理学院", "Institution", None),
    ("浙江省涂层实验室", "Platform", None),
    ("杭州至绍兴城际铁路", "Project", None),
]


@pytest.mark.parametrize(("name", "kind", "place"), BRANCHES)
def test_where_a_name_says_that_it_stands(name: str, kind: str, place: str | None) -> None:
    found = whereabouts.standing(context(), name, kind)  # type: ignore[arg-type]
    assert (found.name if found else None) == place


def test_a_firm_behind_a_place_needs_a_name_of_its_own() -> None:
    named = things.classify(context(), "新昌县山蓝轴承", 0)
    assert named is not None and named.what == Owner("Enterprise", "山蓝轴承")
    kind = things.classify(context(), "嵊州高端电气", 0)
    assert kind is None or kind.what.type != "Enterprise"


def test_declared_short_names() -> None:
    assert aliases.declared(TEXT) == {"高新区": "绍兴高新技术产业开发区"}
    found = things.classify(context(), "高新区", 0)
    assert found is not None
    assert found.what == Owner("Park", "绍兴高新技术产业开发区")
    assert "高新区" in found.aliases


def test_a_short_name_declared_twice_means_neither() -> None:
    text = "甲城开发区（以下简称“开发区”）与乙城开发区（以下简称“开发区”）"
    assert aliases.declared(text) == {}


@pytest.mark.parametrize(
    ("text", "rest"), [("加快建设绍兴大桥", "绍兴大桥"), ("绍兴大桥", "绍兴大桥"), ("大力支持青石重工", "青石重工")]
)
def test_verbs_in_front_of_a_name(text: str, rest: str) -> None:
    assert text[things.strip_verbs(text) :] == rest


@pytest.mark.parametrize(
    ("text", "verbs"),
    [("推进甲园、乙园", "推进"), ("重点建设甲园和乙园", "重点建设"), ("加快布局甲园", "加快布局"), ("甲园、乙园建设", "")],
)
def test_where_a_list_begins(text: str, verbs: str) -> None:
    assert things.list_start(text, 0, len(text)) == len(verbs)
    assert things.list_start("，" + text, 1, len(text) + 1) == len(verbs) + 1


@pytest.mark.parametrize("word", ["上游", "中游", "下游", "上下游"])
def test_a_place_along_the_stream_alone_is_no_thing(word: str) -> None:
    assert not names.nameable(word)
    assert names.nameable(f"{word}应用软件")


@pytest.mark.parametrize("name", ["新增长点", "新赛道", "细分产业", "重点细分产业", "周边产业", "宜居宜业"])
def test_general_words_of_growth_name_nothing(name: str) -> None:
    assert names.topic(name) is None


@pytest.mark.parametrize("name", ["精制山泉水", "云岭黑木耳", "苎麻", "电子级氟", "金属门窗", "聚酰胺弹性体", "真丝毯"])
def test_ends_of_goods(name: str) -> None:
    assert names.goods(name)


@pytest.mark.parametrize("name", ["黄酒酿造", "产业要素", "乡村旅游", "检验检测", "主体"])
def test_ends_of_no_goods(name: str) -> None:
    assert not names.goods(name)


@pytest.mark.parametrize("name", ["优势部件", "配套设备", "成熟技术", "解决方案提供商", "标志性产品", "旅游业态", "标准厂房"])
def test_what_names_nothing(name: str) -> None:
    assert names.topic(name) is None


@pytest.mark.parametrize("name", ["高端装备", "智能终端", "专用车", "系统软件"])
def test_what_still_names_something(name: str) -> None:
    assert names.topic(name) == (name, 0, len(name))


@pytest.mark.parametrize(
    ("text", "name"), [("橡胶密封件分别", "橡胶密封件"), ("算力调度软件仍需", "算力调度软件"), ("青梅果脯已", "青梅果脯")]
)
def test_adverbs_behind_a_name(text: str, name: str) -> None:
    assert names.topic(text) == (name, 0, len(name))
