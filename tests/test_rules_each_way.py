"""Several sectors behind one verb, each with its own way to grow."""

from __future__ import annotations

import pytest
from marked import bare, read


@pytest.mark.parametrize(
    "sentence",
    [
        "推动<Topic>缝制装备产业</Topic>上规模、<Topic>柳编产业</Topic>上档次、<Topic>精细化工</Topic>上台阶。",
        "加快<Topic>缝制装备产业</Topic>集聚、<Topic>农产品深加工</Topic>升级、<Topic>柳编产业</Topic>突围。",
        "促进<Topic>缝制装备产业</Topic>向高端化、<Topic>柳编产业</Topic>向品牌化迈进。",
    ],
)
def test_each_is_focused_on(sentence: str) -> None:
    found = read(sentence)
    facts = {f.o: f.status for f in found.facts() if f.p == "focusesOn" and f.s == "东昌府区"}
    assert {mark.name for mark in found.marks} == facts.keys()
    assert set(facts.values()) == {"planned"}


@pytest.mark.parametrize(
    "sentence",
    [
        "推动企业上规模、品牌上档次、质量上台阶。",
        "加快人才集聚、平台升级、改革突破。",
        "推动城市提质、乡村振兴。",
        "推动珂洛重工做强、宇瀚机电做大。",
    ],
)
def test_what_is_no_sector_is_none(sentence: str) -> None:
    assert not [f for f in bare(sentence).facts() if f.rule == "each-way"]
