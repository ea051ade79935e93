"""focusesOn of places that are the grounds of a crop or trade."""

from __future__ import annotations

import pytest

from tests.marked import bare

PROVINCE = "广西壮族自治区特色种养业布局方案"
COUNTY = "恭城瑶族自治县“十四五”农业农村现代化规划"


def _said(sentence: str, title: str, section: str) -> set[tuple[str, str]]:
    found = {(s, o.removesuffix("产业")) for s, _, o in bare(sentence, title=title, section=section).claims("focusesOn")}
    return {(s, o) for s, o in found if s != "恭城瑶族自治县"}


@pytest.mark.parametrize(
    ("sentence", "places", "sector"),
    [
        ("建设荔浦市、永福县等芋头产业重点县6个。", "荔浦市 永福县", "芋头"),
        ("打造兴安县、灌阳县等葡萄大县。", "兴安县 灌阳县", "葡萄"),
        ("桑蚕产业方面，重点发展桂西北、桂中2个优势产业带和河池市、来宾市2大优势产业区。", "桂中 桂西北 河池市 来宾市", "桑蚕"),
        ("桂南、桂西南地区重点发展香蕉。", "桂南 桂西南", "香蕉"),
        ("以兴安县、灌阳县为布局重点县，大力发展葡萄。", "兴安县 灌阳县", "葡萄"),
    ],
)
def test_places_of_a_province(sentence: str, places: str, sector: str) -> None:
    said = _said(sentence, PROVINCE, "二、产业布局")
    assert {s for s, o in said if o == sector} == set(places.split())


@pytest.mark.parametrize(
    ("sentence", "pairs"),
    [
        ("水果（嘉会镇、栗木镇）、油茶（西岭镇）。", "嘉会镇 水果 栗木镇 水果 西岭镇 油茶"),
        ("发展月柿（嘉会镇）、食用菌（观音乡、西岭镇）。", "嘉会镇 月柿 观音乡 食用菌 西岭镇 食用菌"),
    ],
)
def test_places_in_brackets_behind_crops(sentence: str, pairs: str) -> None:
    names = pairs.split()
    assert _said(sentence, COUNTY, "二、产业布局") == set(zip(names[::2], names[1::2], strict=True))


def test_places_in_which_the_sector_of_the_section_is_laid_out() -> None:
    assert _said("主要分布在嘉会镇、西岭镇。", COUNTY, "（一）油茶产业") == {("嘉会镇", "油茶"), ("西岭镇", "油茶")}


@pytest.mark.parametrize(
    "sentence",
    [
        "建设嘉会镇、西岭镇等美丽乡村示范村。",
        "完善油茶（茶油）质量标准。",
        "打造一批产业重点镇。",
        "主要分布在河谷平坝。",
    ],
)
def test_what_names_no_grounds(sentence: str) -> None:
    assert not _said(sentence, COUNTY, "二、产业布局")
