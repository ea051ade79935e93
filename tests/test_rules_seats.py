"""focusesOn of places that a sector is laid out in, that are something to it, or that are listed each with its own."""

from __future__ import annotations

import pytest

from tests.marked import bare

CITY = "襄阳市先进制造业高质量发展规划（2023—2027年）"


def _said(sentence: str) -> set[tuple[str, str]]:
    found = {(s, o.removesuffix("产业")) for s, _, o in bare(sentence, title=CITY).claims("focusesOn")}
    return {(s, o) for s, o in found if s != "襄阳市"}


@pytest.mark.parametrize(
    ("sentence", "places", "sector"),
    [
        ("再生铝产业主要布局在谷城县、老河口市。", "谷城县 老河口市", "再生铝"),
        ("低空经济产业重点分布在樊城区、襄州区。", "樊城区 襄州区", "低空经济"),
        ("推动锂电材料产业向宜城市集聚。", "宜城市", "锂电材料"),
        ("打造以谷城、枣阳为核心的汽车零部件产业。", "谷城县 枣阳市", "汽车零部件"),
        ("构建以襄州区为中心，谷城县、枣阳市为支点的新能源汽车产业格局。", "襄州区 谷城县 枣阳市", "新能源汽车"),
        ("支持宜城市创建国家锂电材料产业基地。", "宜城市", "锂电材料"),
        ("襄州汽车零部件产业集群入选省级试点。", "襄州区", "汽车零部件"),
        ("谷城县是全国最大的再生铅生产基地。", "谷城县", "再生铅"),
        ("推进襄州区与樊城区共建航空航天装备产业园。", "襄州区 樊城区", "航空航天装备"),
        ("以谷城县、枣阳市为重点，培育低空物流。", "谷城县 枣阳市", "低空物流"),
        ("入选名单分别是：樊城区玻璃纤维产业集群、谷城县再生铝产业集群。", "谷城县", "再生铝"),
        ("优化提升谷城、枣阳、宜城等高端纺织产业。", "谷城县 枣阳市 宜城市", "高端纺织"),
        ("优化产业布局，乳制品依托谷城县、枣阳市发展婴幼儿配方奶粉。", "谷城县 枣阳市", "乳制品"),
    ],
)
def test_places_that_have_one_sector(sentence: str, places: str, sector: str) -> None:
    assert _said(sentence) >= {(place, sector) for place in places.split()}


@pytest.mark.parametrize(
    ("sentence", "pairs"),
    [
        ("形成谷城再生铝、枣阳食品加工、宜城锂电材料等特色产业集群。", "谷城县 再生铝 枣阳市 食品加工 宜城市 锂电材料"),
        ("培育谷城县再生铝产业链、枣阳市食品加工产业链、宜城市锂电材料产业链。", "谷城县 再生铝 枣阳市 食品加工 宜城市 锂电材料"),
        ("支持枣阳、宜城分别发展食品加工、锂电材料产业。", "枣阳市 食品加工 宜城市 锂电材料"),
    ],
)
def test_places_each_with_its_own_sector(sentence: str, pairs: str) -> None:
    names = pairs.split()
    assert _said(sentence) == set(zip(names[::2], names[1::2], strict=True))


@pytest.mark.parametrize(
    "sentence",
    [
        "推动谷城、枣阳、宜城建设副中心。",
        "将谷城县打造成为绿色转型高地。",
        "谷城汉江铝业、枣阳三杰麦面等企业加快发展。",
        "电解铝产能向云南省转移。",
        "西部山区以保康县、南漳县为重点。",
    ],
)
def test_no_sector_of_a_place(sentence: str) -> None:
    assert _said(sentence) == set()


def test_chains_of_places_behind_a_sector_are_parts_of_it() -> None:
    found = bare("金属加工产业培育谷城县再生铝产业链、枣阳市紧固件加工产业链。", title=CITY)
    assert found.claims("subIndustryOf") == {(part, "subIndustryOf", "金属加工产业") for part in ("再生铝", "紧固件加工")}


def test_a_list_of_sectors_keeps_the_names_that_the_text_has() -> None:
    said = _said("樊城区重点发展绿色建材、农机装备。")
    assert ("樊城区", "农机装备") in said and not any(name == "绿色建材装备" for _, name in said)


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        ("加快凤凰产业园线缆产业集群建设，引进铜杆、漆包线等企业。", {("凤凰产业园", "线缆产业")}),
        (
            "引导甲河镇、乙溪乡大力发展花卉、茶叶产业。",
            {("甲河镇", "花卉"), ("乙溪乡", "花卉"), ("甲河镇", "茶叶产业"), ("乙溪乡", "茶叶产业")},
        ),
    ],
)
def test_a_park_in_front_of_its_sector_and_towns_that_no_table_has_own_it(sentence: str, facts: set[tuple[str, str]]) -> None:
    found = bare(sentence)
    keys = {(s, o.removesuffix("产业")) for s, _, o in found.claims("focusesOn")}
    assert keys >= {(s, o.removesuffix("产业")) for s, o in facts}
    assert not {s for s, _, _ in found.claims("focusesOn", "seeks")} & {"东昌府区"}


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        ("谷城县获评全国再生铝产业示范基地。", {("谷城县", "再生铝")}),
        ("枣阳市入选国家肉牛优势特色产业集群。", {("枣阳市", "肉牛")}),
        ("宜城市被认定为省级钒钛新材料产业基地。", {("宜城市", "钒钛新材料")}),
        ("襄阳高新区获批建设国家级数据产业集聚区。", {("襄阳高新区", "数据产业")}),
        ("枣阳市入选国家创新型产业集群。", set()),
        ("谷城县成为全国文明城市。", set()),
        ("宜城市获批国家新型工业化产业示范基地。", set()),
    ],
)
def test_sectors_in_titles_that_places_have_won(sentence: str, facts: set[tuple[str, str]]) -> None:
    assert {(s, o) for s, _, o in bare(sentence, title=CITY).claims("focusesOn")} == facts


@pytest.mark.parametrize(
    ("sentence", "places", "goods"),
    [
        ("谷城县是全国最大的白莲主产区之一。", "谷城县", "白莲"),
        ("谷城县、枣阳市为瓷泥主产地。", "谷城县 枣阳市", "瓷泥"),
        ("宜城市集聚变压器企业86家，产值增长一成。", "宜城市", "变压器"),
        ("教具、校服等用品在谷城县、枣阳市实现批量生产。", "谷城县 枣阳市", "教具 校服"),
    ],
)
def test_places_that_grow_or_make_goods(sentence: str, places: str, goods: str) -> None:
    assert _said(sentence) == {(place, name) for place in places.split() for name in goods.split()}


def test_a_park_that_is_named_after_an_economy_owns_what_is_laid_out_in_it() -> None:
    assert _said("推动白马循环经济产业园扩区提质，重点布局环保装备、智能机床。") >= {
        ("白马循环经济产业园", "环保装备"),
        ("白马循环经济产业园", "智能机床"),
    }


def test_a_province_in_a_title_is_no_part_of_its_sector_and_firms_that_are_there_are() -> None:
    assert _said("谷城县入选湖北省现代家具产业集群。") == {("谷城县", "现代家具")}
    found = bare("谷城县集聚变压器企业86家，产值增长一成。", title=CITY).facts()
    assert {(f.s, f.status) for f in found if f.p == "focusesOn"} == {("谷城县", "existing")}


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("谷城县是全国最大的再生铅生产基地。", "existing"),
        ("谷城县是全省重要的再生铅产业集聚区之一。", "existing"),
        ("谷城县作为全国重要的再生铅生产基地，配套能力较强。", "existing"),
        ("支持谷城县创建国家再生铅产业基地。", "planned"),
    ],
)
def test_what_a_place_is_said_to_be_it_is(sentence: str, status: str) -> None:
    said = {(f.s, f.status) for f in bare(sentence, title=CITY).facts() if f.p == "focusesOn" and f.rule == "seat"}
    assert said == {("谷城县", status)}
