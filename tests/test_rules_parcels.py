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
