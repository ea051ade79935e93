"""The chain that the last clause of a statement makes owns what the clauses before it develop or seek."""

from __future__ import annotations

import pytest
from marked import read

SECTION = "第二节 新材料产业"


@pytest.mark.parametrize(
    ("sentence", "predicate", "chain"),
    [
        ("引进<Topic>导电浆料</Topic>、<Topic>超级电容器</Topic>等项目，延伸石墨烯产业链。", "seeks", "石墨烯产业"),
        ("加快<Topic>长链尼龙</Topic>、<Topic>聚酰胺</Topic>等项目建设，构建生物基材料产业链。", "focusesOn", "生物基材料产业"),
        ("重点发展<Topic>磷酸铁锂</Topic>、<Topic>电解液</Topic>，打造电池材料产业集群。", "focusesOn", "电池材料产业"),
    ],
)
def test_a_chain_at_the_end_has_what_is_done_for_it(sentence: str, predicate: str, chain: str) -> None:
    found = read(sentence, section=SECTION)
    goods = {mark.name for mark in found.marks}
    owners = {s for s, _, o in found.claims(predicate) if o in goods}
    assert len(owners) == 1
    assert owners.pop().startswith(chain)


@pytest.mark.parametrize(
    "sentence",
    [
        "重点发展<Topic>磷酸铁锂</Topic>、<Topic>电解液</Topic>，完善新材料产业链。",
        "重点发展<Topic>磷酸铁锂</Topic>、<Topic>电解液</Topic>，打造优势产业集群。",
    ],
)
def test_the_own_sector_and_kinds_of_sectors_change_nothing(sentence: str) -> None:
    found = read(sentence, section=SECTION)
    goods = {mark.name for mark in found.marks}
    assert {s for s, _, o in found.claims("focusesOn") if o in goods} <= {"新材料产业"}
