"""A deed's sector owns what the text says after it: in the same sentence, or up to the next deed of the paragraph."""

from __future__ import annotations

import pytest

from tests.marked import bare

PLAN = "襄阳市2026年政府工作报告"


def _owners(text: str, thing: str) -> set[str]:
    found = bare(text, title=PLAN, section="三、加快建设现代化产业体系").claims("focusesOn")
    return {s for s, _, o in found if o == thing}


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("做强做大文化产业。重点发展数字文创、网络视听、影视制作。", "文化产业"),
        ("大力发展数字经济。新增企业20家。重点发展云计算、网络视听、区块链。", "数字经济"),
        ("推动新能源装备制造提质升级。重点发展风机叶片、网络视听、光伏逆变器。", "新能源装备制造"),
        ("提升现代物流发展能级，重点发展供应链管理、网络视听、仓配一体。", "现代物流"),
        ("加快冷链物流建设，重点发展低温仓储、网络视听、中央厨房。", "冷链物流"),
    ],
)
def test_what_follows_a_deed_is_of_its_sector(text: str, sector: str) -> None:
    assert _owners(text, "网络视听") == {sector}


@pytest.mark.parametrize(
    "text",
    [
        "推进乡村振兴。做强做大文化产业。推进新型城镇化。重点发展数字文创、网络视听、影视制作。",
        "推动创意设计与先进制造融合发展，重点发展数字文创、网络视听、影视制作。",
        "加快发展新兴业态，重点发展数字文创、网络视听、影视制作。",
        "突破关键基础材料，重点发展数字文创、网络视听、影视制作。",
    ],
)
def test_a_deed_of_no_sector_owns_nothing_and_ends_the_one_before(text: str) -> None:
    assert _owners(text, "网络视听") == {"襄阳市"}


@pytest.mark.parametrize("verb", ["力推", "紧盯", "突出", "培优", "主推", "大抓", "振兴", "做靓", "升级", "唱响"])
def test_any_verb_of_growth_is_no_part_of_the_sector_that_it_heads(verb: str) -> None:
    found = bare(f"{verb}特色文旅产业。新增规上企业5家。", title=PLAN, section="三、加快建设现代化产业体系")
    assert not any("产业" in s for s, _, _ in found.claims("focusesOn"))
    assert "特色文旅产业" in found.entities() or not found.claims("focusesOn")
    assert f"{verb}特色文旅产业" not in found.entities()


@pytest.mark.parametrize("way", ["做精做细", "做大做强", "做优做强做大", "扩量提质", "上规模"])
def test_how_a_sector_is_to_grow_is_no_part_of_its_name(way: str) -> None:
    found = bare(f"聚焦绿色建材{way}。", title=PLAN, section="三、加快建设现代化产业体系")
    assert {o for _, _, o in found.claims("focusesOn")} == {"绿色建材"}


HEADS = [
    "以更大力度做强{}。",
    "——以更实的举措发展{}。",
    "着力在做强{}上求突破。",
    "在{}上聚焦发力。",
    "激活{}“新动能”。",
    "走好{}之路。",
    "（1）{}提质升级。",
]


@pytest.mark.parametrize("head", HEADS)
def test_how_a_deed_is_done_is_no_part_of_its_sector(head: str) -> None:
    text = f"{head.format('特色农业')}重点发展茶叶、网络视听、食用菌。"
    assert _owners(text, "网络视听") == {"特色农业"}


@pytest.mark.parametrize("title", ["做强特色农业，夯实发展根基", "聚焦提质增效，做强特色农业", "以更大力度做强特色农业"])
def test_one_clause_of_a_heading_names_its_sector(title: str) -> None:
    found = bare("重点发展茶叶、油茶、食用菌。", title=PLAN, section=f"（一）{title}").claims("focusesOn")
    assert {s for s, _, o in found if o == "茶叶"} == {"特色农业"}


@pytest.mark.parametrize(
    "title",
    [
        "做强特色农业，做优文旅产业",
        "实施大提质工程，加快构建高质量经济体系",
        "以更大力度推进改革开放",
        "聚焦提质增效，夯实发展根基",
    ],
)
def test_a_heading_of_several_sectors_or_of_none_names_none(title: str) -> None:
    found = bare("重点发展茶叶、油茶、食用菌。", title=PLAN, section=f"（一）{title}").claims("focusesOn")
    assert {s for s, _, o in found if o == "茶叶"} == {"襄阳市"}
