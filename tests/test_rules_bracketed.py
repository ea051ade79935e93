"""Names with their place in a bracket inside, behind a county and its town, of several that share a count; wished landings."""

from __future__ import annotations

import marked
import pytest

CITY = "株洲市储能产业三年行动方案（2024—2026年）"

LOCATED = [
    ("打造<Park>湘赣（醴陵）电瓷合作园</Park>。", {("湘赣（醴陵）电瓷合作园", "醴陵市")}),
    ("依托<Institution>中德（攸县）储能研究院</Institution>发展隔膜。", {("中德（攸县）储能研究院", "攸县")}),
    ("用地在攸县网岭镇<Park>沙江电池园区</Park>内。", {("沙江电池园区", "网岭镇")}),
    ('<Park name="攸县大型储能集聚区">攸县</Park>等7个大型储能集聚区加快发展。', {("攸县大型储能集聚区", "攸县")}),
    ("力争<Platform>湘东储能实训场</Platform>落地<Region>攸县</Region>。", {("湘东储能实训场", "攸县")}),
    ("<Region>攸县</Region>依托<Institution>中电科八十八所</Institution>发展隔膜。", {("中电科八十八所", "攸县")}),
    ("积极对接<Platform>株洲储能检测中心</Platform>。", {("株洲储能检测中心", "株洲市")}),
]


@pytest.mark.parametrize(("sentence", "expected"), LOCATED)
def test_located(sentence: str, expected: set[tuple[str, str]]) -> None:
    claims = marked.read(sentence, title=CITY).claims("locatedIn")
    assert {(s, o) for s, _, o in claims} == expected


def test_what_is_wished_is_planned() -> None:
    found = marked.bare("力争湘东储能实训场落地攸县。", title=CITY)
    assert [f.status for f in found.facts() if f.p == "locatedIn"] == ["planned"]


@pytest.mark.parametrize(
    "sentence",
    [
        "攸县等地争创国家高新区。",
        "支持株洲联合高校攻关。",
        "新建学校20所。",
        "甲公司（攸县）负责园区建设。",
        "力争储能实训场落地。",
    ],
)
def test_nothing_is_located(sentence: str) -> None:
    assert marked.bare(sentence, title=CITY).claims("locatedIn") == set()
