"""focusesOn of several places, each with goods of its own."""

from __future__ import annotations

import marked
import pytest


def _goods(sentence: str) -> set[tuple[str, str, str]]:
    return {(f.s, f.o, f.status) for f in marked.bare(sentence).facts() if f.rule == "own-goods"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("郑家镇山药、梁水镇金刺梨种植形成规模。", "郑家镇:山药 梁水镇:金刺梨"),
        ("郑家镇、侯营镇山药，梁水镇金刺梨实现订单收购。", "郑家镇:山药 侯营镇:山药 梁水镇:金刺梨"),
        ("郑家镇山药12万亩，梁水镇肉牛存栏3.5万头。", "郑家镇:山药 梁水镇:肉牛"),
        (
            "临清市覆铜板、铜箔，茌平区轴承、铝材，高唐县纸浆产能持续释放。",
            "临清市:覆铜板 临清市:铜箔 茌平区:轴承 茌平区:铝材 高唐县:纸浆",
        ),
        ("临清市和高唐县轴承、茌平区煤化工等特色产业各具优势。", "临清市:轴承 高唐县:轴承 茌平区:煤化工"),
        ("临清市轴承、茌平区铝材等基地初具规模。", "临清市:轴承 茌平区:铝材"),
        ("郑家镇的山药、梁水镇的金刺梨也小有名气。", "郑家镇:山药 梁水镇:金刺梨"),
        ("临清市轴承、茌平区铝材入选省级中小企业特色产业集群。", "临清市:轴承 茌平区:铝材"),
    ],
)
def test_several_places_each_with_its_own_goods(sentence: str, expected: str) -> None:
    assert _goods(sentence) == {(s, o, "existing") for s, o in (pair.split(":") for pair in expected.split())}


@pytest.mark.parametrize(
    "sentence",
    [
        "郑家镇轴承、梁水镇蔬菜等项目形成规模。",
        "郑家镇卫生院、梁水镇敬老院实现提质。",
        "临清市、茌平区、高唐县财政收入实现两位数增长。",
        "临清公安局、茌平人民医院获评先进。",
        "临清至高唐高铁、茌平水库加快建设。",
    ],
)
def test_other_things_of_several_places_are_no_goods(sentence: str) -> None:
    assert _goods(sentence) == set()


def test_goods_of_several_places_are_said_of_nobody_else() -> None:
    found = marked.bare("支持郑家镇山药、梁水镇金刺梨等资源全链条开发。")
    assert {(s, o) for s, _, o in found.claims("focusesOn")} == {("郑家镇", "山药"), ("梁水镇", "金刺梨")}


def test_what_ends_an_item_in_the_middle_of_the_list_tells_nothing() -> None:
    assert _goods("郑家镇肉羊养殖、梁水镇马铃薯种薯初具规模。") == {
        ("郑家镇", "肉羊", "existing"),
        ("梁水镇", "马铃薯种薯", "existing"),
    }
