"""What firms make by the project that is called after them, and by what is told behind their registered names."""

from __future__ import annotations

import pytest

from tests.marked import bare

CITY = "襄阳市特色农业发展规划（2023—2027年）"


@pytest.mark.parametrize(
    ("sentence", "firm", "goods"),
    [
        ("总投资2亿元的湖北裕康食品有限公司香菇深加工项目即将投产。", "湖北裕康食品有限公司", "香菇深加工"),
        ("湖北裕康食品有限公司年产3万吨柑橘浓缩汁生产线建成。", "湖北裕康食品有限公司", "柑橘浓缩汁"),
        ("拥有湖北裕康食品有限公司，年加工20万吨柑橘，年可生产浓缩橙汁1.5万吨。", "湖北裕康食品有限公司", "浓缩橙汁"),
    ],
)
def test_goods_of_a_registered_firm(sentence: str, firm: str, goods: str) -> None:
    assert (firm, "produces", goods) in bare(sentence, title=CITY).claims("produces")


@pytest.mark.parametrize(
    "sentence",
    ["湖北裕康食品有限公司厂房搬迁项目开工。", "湖北裕康食品有限公司总部项目落地，香菇产业稳步发展。"],
)
def test_works_that_make_nothing(sentence: str) -> None:
    assert not bare(sentence, title=CITY).claims("produces")


def test_a_town_in_front_of_several_goods() -> None:
    found = {(s, o) for s, _, o in bare("加快推动石花镇白酒、红茶和香菇等特色产业的提质增效。", title=CITY).claims("focusesOn")}
    assert found == {("石花镇", good) for good in ("白酒", "红茶", "香菇")}
