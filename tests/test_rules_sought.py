"""What is sought, and lists that only a label governs."""

from __future__ import annotations

import pytest

from tests.marked import bare

SECTOR = "电子信息产业"


def _said(sentence: str) -> set[tuple[str, str]]:
    found = bare(sentence, section=f"第一节 {SECTOR}").claims("focusesOn", "seeks")
    return {(p, o) for s, p, o in found if s == SECTOR}


@pytest.mark.parametrize(
    ("sentence", "predicate", "things"),
    [
        ("主攻方向：光学镜头、柔性线路板、工业传感器。", "focusesOn", "光学镜头 柔性线路板 工业传感器"),
        ("产业链重点环节：光学镜头、柔性线路板、工业传感器。", "focusesOn", "光学镜头 柔性线路板 工业传感器"),
        ("招商重点：冷链物流、智能制药装备、光学镜头。", "seeks", "冷链物流 智能制药装备 光学镜头"),
        ("招引镜头模组、触控面板企业落户本地。", "seeks", "镜头模组 触控面板"),
        ("招引机器视觉、边缘控制器、数字孪生服务商。", "seeks", "机器视觉 边缘控制器 数字孪生"),
        ("突破线控制动系统、燃料电池双极板关键技术。", "seeks", "线控制动系统 燃料电池双极板"),
    ],
)
def test_things_of_a_list_are_named_alike(sentence: str, predicate: str, things: str) -> None:
    assert _said(sentence) == {(predicate, thing) for thing in things.split()}


@pytest.mark.parametrize(
    "sentence", ["主攻方向：坚持链条思维，久久为功。", "薄弱环节：附加值低，占比不高。", "招商重点：（见附件）。"]
)
def test_a_label_without_a_list_says_nothing(sentence: str) -> None:
    assert _said(sentence) == set()
