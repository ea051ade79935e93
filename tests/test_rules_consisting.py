"""What a kind of goods or a sector is told to be made up of."""

from __future__ import annotations

import pytest
from marked import bare, read


@pytest.mark.parametrize(
    "sentence",
    [
        "<Industry>医疗器械</Industry>主要包括<Product>采血针</Product>、<Product>引流袋</Product>、<Product>压缩绷带</Product>等。",
        "<Industry>医疗器械</Industry>主要产品有<Product>采血针</Product>、<Product>引流袋</Product>、<Product>压缩绷带</Product>。",
        "门类较全：<Industry>医疗器械</Industry>领域主要涵盖<Product>采血针</Product>、<Product>引流袋</Product>、<Product>压缩绷带</Product>等产品。",
    ],
)
def test_a_kind_has_what_it_is_made_up_of(sentence: str) -> None:
    found = read(sentence)
    goods = {mark.name for mark in found.marks if mark.type == "Product"}
    facts = {f.o: f.status for f in found.facts() if f.p == "focusesOn" and f.s == "医疗器械"}
    assert {name: facts.get(name) for name in goods} == dict.fromkeys(goods, "existing")


@pytest.mark.parametrize(
    "sentence",
    [
        "主要任务包括完善机制、强化保障、加大宣传等。",
        "重点项目主要包括厂房改造、道路硬化、管网铺设等。",
        "主要客户包括海达集团、云海电气、远航重工等。",
        "医疗器械主要包括茌平区、东阿县、高唐县等地。",
    ],
)
def test_work_bodies_and_places_are_no_kinds(sentence: str) -> None:
    assert not [f for f in bare(sentence).facts() if f.rule == "made-up-of"]


def test_each_part_of_a_sector_has_a_role_behind_one_preposition() -> None:
    found = read(
        "以<Topic>化学药品</Topic>为主导、<Topic>现代中药</Topic>为支撑、<Topic>医疗器械</Topic>为特色。",
        section="第二节 生物医药产业",
    )
    assert {mark.name for mark in found.marks} <= {o for _, _, o in found.claims("focusesOn")}
