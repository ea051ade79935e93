"""How the sectors of a place fare, what firms it counts, and where it is strong."""

from __future__ import annotations

import pytest
from marked import bare, read

PRESENT = "第一节 发展现状"


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("目前，全区<Industry>智能缝制装备产业</Industry>已初具规模，企业抱团发展。", "东昌府区"),
        ("<Region>聊城市</Region>的<Industry>汽车改装产业</Industry>发展迅猛。", "聊城市"),
        ("<Industry>预制菜产业</Industry>、<Industry>冷链装备产业</Industry>蓬勃发展。", "东昌府区"),
        ("在<Product>柔性传感器</Product>、<Product>边缘网关</Product>等领域具有一定优势。", "东昌府区"),
        ("<Topic>预制菜</Topic>、<Topic>冷链装备</Topic>等产业在全国都有较大影响力。", "东昌府区"),
        ("在<Product>低速齿轮</Product>、<Product>导轨</Product>等方面走在全国前列。", "东昌府区"),
        ("<Region>茌平区</Region>已聚集<Topic>铝型材</Topic>及<Topic>密封件</Topic>企业400余家。", "茌平区"),
        ("全区引进了嘉禾重工、远泰精机等12家<Product>数控机床</Product>、<Product>喷涂机器人</Product>企业。", "东昌府区"),
    ],
)
def test_a_place_has_what_thrives_there(sentence: str, place: str) -> None:
    found = read(sentence, section=PRESENT)
    topics = {mark.name for mark in found.marks if mark.type in ("Industry", "Product", "Topic")}
    facts = {f.o: f.status for f in found.facts() if f.p == "focusesOn" and f.s == place}
    assert topics <= facts.keys()
    assert {facts[name] for name in topics} == {"existing"}


@pytest.mark.parametrize(
    "sentence",
    [
        "力争智能缝制装备产业初具规模。",
        "推动智能缝制装备产业蓬勃发展。",
        "已聚集规上企业40家。",
        "引进高新技术企业12家。",
        "经济实力较雄厚、产业基础较好。",
        "在链条各主要环节打下了较好基础。",
        "集聚了嘉禾硅业、远泰精机等企业12家。",
    ],
)
def test_aims_ranks_and_firms_are_none(sentence: str) -> None:
    assert not [f for f in bare(sentence, section=PRESENT).facts() if f.rule == "thriving"]
