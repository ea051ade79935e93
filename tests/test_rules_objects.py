"""What an act has as its objects: lists of fields, counted lists."""

from __future__ import annotations

import marked
import pytest

from lianpu.extract import lists


def _focus(sentence: str) -> set[str]:
    return {o for _, _, o in marked.bare(sentence, section="一、做强数据产业").claims("focusesOn")}


@pytest.mark.parametrize("sentence", ["建设印染、轴承等领域高质量数据集。", "建设印染、轴承等重点行业高质量数据集。"])
def test_goods_for_fields_are_goods_of_each_field(sentence: str) -> None:
    found = _focus(sentence)
    assert {"印染高质量数据集", "轴承高质量数据集"} <= found
    assert not {"印染", "轴承"} & found


def test_fields_without_goods_stay_what_they_are() -> None:
    assert {"印染", "轴承"} <= _focus("重点发展印染、轴承等领域。")


@pytest.mark.parametrize(
    ("text", "items", "tail"),
    [
        ("轴承产业和智能终端两大产业", ["轴承产业", "智能终端"], "产业"),
        ("轴承、钢管、智能终端三大领域", ["轴承", "钢管", "智能终端"], "领域"),
        ("建设两大产业", ["建设两大产业"], None),
    ],
)
def test_a_counted_noun_closes_a_list(text: str, items: list[str], tail: str | None) -> None:
    listing = lists.parse(text, 0, len(text))
    assert [item.text for item in listing.items] == items
    assert (listing.tail.text if listing.tail else None) == tail
