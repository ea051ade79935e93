"""Goods that a sentence is headed with own what it says, though the text names them nowhere else."""

from __future__ import annotations

import pytest

from tests.marked import bare

PLAN = "襄阳市先进制造业高质量发展规划（2023—2027年）"


def _owners(head: str) -> set[str]:
    text = f"加快智能化改造。{head}重点发展高速主轴、精密刀具。"
    found = bare(text, title=PLAN, section="第一节 装备制造产业").claims("focusesOn")
    return {s for s, _, o in found if o == "高速主轴"}


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("数控机床：", "数控机床"),
        ("（2）先进封装材料：", "先进封装材料"),
        ("“工业母机”：", "工业母机"),
        ("数控机床类：", "数控机床"),
        ("二是数控机床。", "数控机床"),
        ("数控机床（牵头单位：市经信局）：", "数控机床"),
        ("智能装备及零部件：", "智能装备及零部件"),
    ],
)
def test_goods_head_a_sentence(head: str, name: str) -> None:
    assert _owners(head) == {name}


@pytest.mark.parametrize("head", ["发展目标：", "二是强化创新能力。", "推广数控机床。", "工作要求："])
def test_works_and_deeds_head_none(head: str) -> None:
    assert _owners(head) <= {"装备制造产业"}
