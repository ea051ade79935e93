"""focusesOn, existing: advantages, shares of output and firsts of their kind."""

from __future__ import annotations

import marked
import pytest

SECTION = "第一节 工作回顾"


def _stands(sentence: str) -> set[str]:
    facts = marked.bare(sentence, section=SECTION).facts()
    return {f.o for f in facts if f.p == "focusesOn" and f.status == "existing" and f.s == "东昌府区"}


@pytest.mark.parametrize(
    ("sentence", "things"),
    [
        ("推动甲线缆、乙轮胎等传统优势企业转型。", {"甲线缆", "乙轮胎"}),
        ("围绕线缆、轮胎制造等主导产业开展对接。", {"轮胎制造"}),
        ("发挥轮胎产业优势，改善服务。", {"轮胎"}),
        ("铜杆、漆包线产量居全国前列。", {"铜杆", "漆包线"}),
        ("全国首台线缆绞合机成功下线。", {"线缆绞合机"}),
    ],
)
def test_what_a_place_has_to_show_is_existing_focus(sentence: str, things: set[str]) -> None:
    assert things <= _stands(sentence)


@pytest.mark.parametrize(
    "sentence", ["力争铜杆、漆包线产量居全国前列。", "铜杆产量稳定在八十万吨。", "发挥（甲）铜杆港产业优势。"]
)
def test_aims_single_yields_and_broken_names_are_none(sentence: str) -> None:
    rules = {f.rule for f in marked.bare(sentence, section=SECTION).facts()}
    assert "standing" not in rules
