"""Firms right behind their kind: what they make, or the trade that they lead."""

from __future__ import annotations

import pytest

from tests.marked import bare

COUNTY = "恭城瑶族自治县“十四五”农业农村现代化规划"


def _said(sentence: str) -> set[tuple[str, str, str]]:
    found = bare(sentence, title=COUNTY, section="三、农产品加工").claims("produces", "anchors")
    return {(s, p, o.removesuffix("产业")) for s, p, o in found}


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        ("全县有果脯加工企业丰华食品，茶油龙头企业普兰德生物。", "丰华食品 produces 果脯 普兰德生物 anchors 茶油"),
        ("引进休闲食品龙头企业盐津铺子、甘源食品。", "盐津铺子 anchors 休闲食品 甘源食品 anchors 休闲食品"),
        ("如饲料原料企业汇坤配料，食品添加剂企业沛禾股份等。", "汇坤配料 produces 饲料原料 沛禾股份 produces 食品添加剂"),
    ],
)
def test_the_kind_in_front_says_what_a_firm_makes_or_leads(sentence: str, claims: str) -> None:
    words = claims.split()
    assert _said(sentence) >= set(zip(words[::3], words[1::3], words[2::3], strict=True))


@pytest.mark.parametrize(
    "sentence",
    [
        "推动果脯加工企业技术改造。",
        "支持茶油龙头企业做大做强。",
        "饲料企业数量增加，食品企业效益提升。",
        "鼓励果脯加工企业新增生产线、扩建冷库。",
    ],
)
def test_what_stands_behind_firms_and_names_none(sentence: str) -> None:
    assert not _said(sentence)
