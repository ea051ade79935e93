"""Parts of a layout that are called by what they are to become, and other places that a statement opens with."""

from __future__ import annotations

import pytest

from tests.marked import bare

PLAN = "襄阳市先进制造业高质量发展规划（2023—2027年）"


def _owners(sentence: str, thing: str) -> set[str]:
    return {s for s, _, o in bare(sentence, title=PLAN).claims("focusesOn") if o == thing}


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("——汉江绿色材料发展带。重点发展铝合金、建筑陶瓷。", "汉江绿色材料发展带"),
        ("——内环创意设计簇群。重点发展服装设计、建筑陶瓷。", "内环创意设计簇群"),
        ("“山地特色经济引领区”包括保康县、南漳县，重点发展茶叶、建筑陶瓷等产业。", "山地特色经济引领区"),
        ("东津临空功能区域，抓住机场建设机遇，重点发展航空物流、建筑陶瓷。", "东津临空功能区域"),
        ("以襄阳高新区及周边地区为主，重点发展建筑陶瓷、轴承。", "襄阳高新区"),
        ("宜城市正加快发展建筑陶瓷、轴承、磷化工等产业。", "宜城市"),
        ("宜城市成功落户一批龙头项目，加快发展建筑陶瓷、轴承、磷化工。", "宜城市"),
    ],
)
def test_the_part_of_a_layout_that_a_statement_opens_with_owns_what_it_develops(sentence: str, owner: str) -> None:
    assert _owners(sentence, "建筑陶瓷") == {owner}


@pytest.mark.parametrize(
    "sentence",
    [
        "打造汉江绿色材料发展带，重点发展铝合金、建筑陶瓷。",
        "全市三大发展带重点发展铝合金、建筑陶瓷。",
        "发展区域经济，重点发展铝合金、建筑陶瓷。",
    ],
)
def test_what_is_to_be_built_or_is_only_a_kind_opens_nothing(sentence: str) -> None:
    assert _owners(sentence, "建筑陶瓷") <= {"襄阳市"}


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("眼镜产业链方面，招引光学镜片、智能眼镜、镜架生产企业。", "眼镜"),
        ("牛羊、生猪（畜禽）产业链方面，招引光学镜片、智能眼镜、皮革制品等项目。", "牛羊、生猪（畜禽）产业链"),
        ("引资方面，招引光学镜片、智能眼镜、镜架生产企业。", "襄阳市"),
    ],
)
def test_the_chain_that_a_sentence_is_said_to_be_about_seeks_what_it_names(sentence: str, owner: str) -> None:
    found = {s for s, _, o in bare(sentence, title=PLAN).claims("seeks") if o == "光学镜片"}
    assert found == {owner}


def test_autonomous_prefectures_go_by_their_everyday_name_and_are_part_of_the_belt_that_has_them() -> None:
    found = bare("“边境特色经济协同区”包括怒江州、迪庆州、丽江市，重点发展茶叶。", title="云南省产业布局规划")
    parts = {(s, o) for s, _, o in found.claims("partOf")}
    assert {("怒江傈僳族自治州", "边境特色经济协同区"), ("丽江市", "边境特色经济协同区")} <= parts
