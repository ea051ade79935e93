"""What places are positioned as, the core areas of a sector, and the owner that a figure of the layout stands for."""

from __future__ import annotations

import marked
import pytest

CITY = "绍兴市人工智能产业行动方案（2026—2028年）"

POSITIONS = [
    (
        "其中，<Region>堂邑镇</Region>定位是<Industry>低空经济</Industry>强核、<Industry>绿色智造</Industry>基地、创新强镇。",
        {("堂邑镇", "低空经济"), ("堂邑镇", "绿色智造")},
    ),
    (
        "<Park>聊城光电产业园</Park>功能定位为<Industry>国际商贸</Industry>平台、生态湖区。",
        {("聊城光电产业园", "国际商贸")},
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), POSITIONS)
def test_places_focus_on_the_sectors_that_they_are_positioned_as(sentence: str, expected: set[tuple[str, str]]) -> None:
    found = marked.read(sentence)
    assert {(s, o) for s, _, o in found.claims("focusesOn")} == expected
    assert {f.status for f in found.facts() if f.p == "focusesOn"} == {"planned"}


def test_a_figure_of_the_layout_stands_for_its_park() -> None:
    found = marked.read("“一核”是<Park>水城光电产业园</Park>，重点发展<Industry>楼宇经济</Industry>。")
    assert ("水城光电产业园", "focusesOn", "楼宇经济") in found.claims("focusesOn")


def test_core_areas_with_what_they_have_in_brackets() -> None:
    found = marked.read(
        "重点区域：<Region>柯桥区</Region>（<Industry>印染产业</Industry>）、<Region>越城区</Region>/<Region>上虞区</Region>（镜湖光学谷）、"
        "<Region>新昌县</Region>（省级试点）、<Region>诸暨市</Region>。",
        title=CITY,
    )
    focus = {(s, o) for s, _, o in found.claims("focusesOn")}
    assert focus == {("柯桥区", "印染产业"), *((p, "人工智能产业") for p in ("越城区", "上虞区", "新昌县", "诸暨市"))}
    assert {(s, o) for s, _, o in found.claims("locatedIn")} == {("镜湖光学谷", "越城区"), ("镜湖光学谷", "上虞区")}
