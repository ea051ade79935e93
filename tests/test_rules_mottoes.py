"""focusesOn of what a motto lists and of what a park joins; places in front of what they will do; brands with their place."""

from __future__ import annotations

import pytest

from tests.marked import bare

COUNTY = "恭城瑶族自治县“十四五”农业农村现代化规划"


def _said(sentence: str) -> set[tuple[str, str]]:
    return {(s, o) for s, _, o in bare(sentence, title=COUNTY, section="二、产业布局").claims("focusesOn")}


def test_each_deed_of_a_motto_grows_something() -> None:
    found = _said("按照“稳定生猪、做强肉羊、做优肉牛、发展家禽”的思路调整结构。")
    assert {o for _, o in found} == {"生猪", "肉羊", "肉牛", "家禽"}


def test_a_park_has_what_it_joins() -> None:
    found = _said("瑶都农产品物流城集仓储配送、冷链物流、电子商务等功能于一体。")
    assert found == {("瑶都农产品物流城", name) for name in ("仓储配送", "冷链物流", "电子商务")}


def test_what_a_place_will_do_is_its_own() -> None:
    found = _said("嘉会镇将打造月柿产业强镇，西岭镇将做大做强油茶产业。")
    assert {(s, o.removesuffix("产业")) for s, o in found} >= {("嘉会镇", "月柿"), ("西岭镇", "油茶")}


def test_a_brand_keeps_its_place() -> None:
    found = _said("做优做强恭城月柿、恭城油茶、荔浦芋头等区域公用品牌。")
    assert {o for _, o in found} >= {"恭城月柿", "恭城油茶", "荔浦芋头"}


@pytest.mark.parametrize(
    "sentence",
    [
        "坚持“统一规划、分步实施、稳步推进”的原则。",
        "推进产学研用融为一体。",
        "集中力量办好一体化改革。",
        "按照“政府引导、市场主导”的思路推进。",
    ],
)
def test_mottoes_of_work_and_joints_of_nothing(sentence: str) -> None:
    assert not _said(sentence)
