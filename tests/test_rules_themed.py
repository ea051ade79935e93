"""focusesOn of zones and belts whose theme a statement tells first."""

from __future__ import annotations

import pytest

from tests.marked import bare

COUNTY = "恭城瑶族自治县“十四五”农业农村现代化规划"


def _said(sentence: str) -> set[tuple[str, str]]:
    found = bare(sentence, title=COUNTY, section="二、产业布局").claims("focusesOn")
    return {(s, o) for s, _, o in found}


@pytest.mark.parametrize(
    ("sentence", "zone", "goods"),
    [
        ("以月柿、沙田柚为主导产业的东部水果产业带。", "东部水果产业带", "月柿 沙田柚"),
        ("以温泉疗养、森林康养为主要特色，打造西岭康养旅游圈。", "西岭康养旅游圈", "温泉疗养 森林康养"),
        ("突出月柿采摘、农耕体验，打造嘉会农旅融合圈。", "嘉会农旅融合圈", "月柿采摘 农耕体验"),
        ("以油茶、毛竹为主线，建设西岭林下经济产业园。", "西岭林下经济产业园", "油茶 毛竹"),
    ],
)
def test_the_goods_are_those_of_the_zone(sentence: str, zone: str, goods: str) -> None:
    assert _said(sentence) == {(zone, name) for name in goods.split()}


@pytest.mark.parametrize(
    "sentence",
    [
        "以龙头企业为主体，打造一批现代农业产业园。",
        "突出规划引领，打造产业发展高地。",
        "以项目建设为抓手，打造沿江经济带。",
    ],
)
def test_what_is_no_theme(sentence: str) -> None:
    assert not {s for s, _ in _said(sentence) if s != "恭城瑶族自治县"}
