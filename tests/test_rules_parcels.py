"""Goods that a statement shares out among several sectors."""

from __future__ import annotations

import pytest

from tests.marked import bare

PLAN = "襄阳市先进制造业高质量发展规划（2023—2027年）"
TWO = {("新材料", "稀土永磁"), ("新材料", "高温合金"), ("新能源", "风机叶片"), ("新能源", "储能电池")}


def _said(sentence: str) -> set[tuple[str, str]]:
    found = bare(sentence, title=PLAN).claims("focusesOn")
    goods = {thing for _, thing in TWO}
    return {(s.removesuffix("产业"), o) for s, _, o in found if o in goods}


@pytest.mark.parametrize(
    "sentence",
    [
        "重点发展稀土永磁、高温合金等新材料产业，风机叶片、储能电池等新能源产业。",
        "重点发展以稀土永磁、高温合金为主的新材料产业，以风机叶片、储能电池为主的新能源产业。",
        "新材料产业：稀土永磁、高温合金；新能源产业：风机叶片、储能电池。",
        "新材料产业——稀土永磁、高温合金；新能源产业——风机叶片、储能电池。",
        "聚焦新材料（稀土永磁、高温合金）、新能源（风机叶片、储能电池）两大产业。",
        "新材料产业重点发展稀土永磁、高温合金，新能源产业重点发展风机叶片、储能电池。",
    ],
)
def test_each_sector_has_its_own_goods(sentence: str) -> None:
    assert _said(sentence) == TWO


@pytest.mark.parametrize(
    "sentence",
    [
        "认真落实《关于支持新材料的意见》（襄政发〔2023〕1号）和《关于风机叶片的通知》（襄政发〔2023〕2号）。",
        "市发展改革委（稀土永磁）、市经信局（储能电池）负责落实。",
    ],
)
def test_brackets_of_other_names_share_nothing_out(sentence: str) -> None:
    assert _said(sentence) == set()


def _claims(sentence: str) -> set[tuple[str, str, str]]:
    return bare(sentence, title=PLAN).claims("focusesOn", "subIndustryOf")


def test_sectors_with_brackets_are_developed_and_what_the_brackets_hold_are_parts_of_them() -> None:
    found = _claims("枣阳市，重点发展现代物流（商贸物流、冷链物流）、文化旅游（乡村旅游）、食品加工等产业。")
    assert {("枣阳市", "focusesOn", sector) for sector in ("现代物流", "文化旅游", "食品加工")} <= found
    assert {("商贸物流", "subIndustryOf", "现代物流"), ("乡村旅游", "subIndustryOf", "文化旅游")} <= found
    assert not any(o == "商贸物流" for _, p, o in found if p == "focusesOn")


@pytest.mark.parametrize("rank", ["国家级", "市级"])
def test_a_rank_in_a_bracket_is_no_part_of_a_name(rank: str) -> None:
    found = _claims(f"枣阳市重点发展光电子产业（{rank}）、轴承产业。")
    assert ("枣阳市", "focusesOn", "光电子产业") in found and not any(rank in o for _, _, o in found)
