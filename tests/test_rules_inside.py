"""locatedIn of works that a place itself builds or does something in."""

from __future__ import annotations

import pytest

from tests.marked import bare

COUNTY = "恭城瑶族自治县“十四五”农业农村现代化规划"


def _said(sentence: str) -> set[tuple[str, str]]:
    return {(s, o) for s, _, o in bare(sentence, title=COUNTY, section="四、流通").claims("locatedIn")}


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        (
            "嘉会镇重点改造提升瑶乡水果批发市场，建成果蔬冷链物流园。",
            {("瑶乡水果批发市场", "嘉会镇"), ("果蔬冷链物流园", "嘉会镇")},
        ),
        ("西岭镇重点建设瑶都农产品物流城。", {("瑶都农产品物流城", "西岭镇")}),
        ("西岭镇在瑶源水果批发市场设立低温专区。", {("瑶源水果批发市场", "西岭镇")}),
    ],
)
def test_works_of_the_place_that_builds_them(sentence: str, claims: set[tuple[str, str]]) -> None:
    assert _said(sentence) >= claims


@pytest.mark.parametrize(
    "sentence",
    [
        "恭城县打造全国知名的月柿产业园。",
        "嘉会镇、西岭镇、栗木镇协同建设瑶乡水果批发市场。",
    ],
)
def test_what_names_no_work_of_one_place(sentence: str) -> None:
    assert not {o for _, o in _said(sentence)} & {"嘉会镇", "恭城瑶族自治县"}
