"""regulates from points that say where a technique is taken up."""

from __future__ import annotations

import pytest

from tests.marked import TITLE, bare


@pytest.mark.parametrize(
    ("sentence", "sectors"),
    [
        ("人工智能+农业：建设数字牧场。", {"农业"}),
        ("一是“AI+制造”。推广机器质检。", {"制造业"}),
        ("（3）人工智能+养老和文旅：建设智慧场馆。", {"养老", "文旅"}),
        ("人工智能+城市治理：建设指挥中心。", set()),
        ("推动人工智能+农业试点，建设数字牧场。", set()),
    ],
)
def test_the_fields_of_such_points_are_planned_for(sentence: str, sectors: set[str]) -> None:
    found = {o for s, _, o in bare(sentence).claims("regulates") if s == TITLE}
    assert found - {"东昌府区"} == sectors
