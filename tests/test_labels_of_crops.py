"""Lists of goods behind labels of one or two words, behind places, and in lists that call their items by a kind."""

from __future__ import annotations

import pytest

from tests.marked import bare, targets

COUNTY = "恭城瑶族自治县“十四五”农业农村现代化规划"


def _said(text: str, section: str) -> set[tuple[str, str]]:
    found = bare(text, title=COUNTY, section=section).claims("focusesOn")
    return {(s, o) for s, _, o in found if s != "恭城瑶族自治县"}


@pytest.mark.parametrize("label", ["发展重点", "培育重点", "主攻方向"])
def test_a_label_of_the_sector_lists_its_goods(label: str) -> None:
    assert _said(f"{label}：月柿、沙田柚。", "（一）水果产业") == {("水果产业", "月柿"), ("水果产业", "沙田柚")}


def test_a_place_before_a_colon_has_the_goods_behind_it() -> None:
    assert _said("嘉会镇：月柿、沙田柚。", "二、产业布局") == {("嘉会镇", "月柿"), ("嘉会镇", "沙田柚")}


@pytest.mark.parametrize(
    "text", ["嘉会镇：道路硬化、河道整治。", "牵头单位：嘉会镇、西岭镇。", "嘉会镇：2025年完成、2026年验收。"]
)
def test_what_is_listed_behind_a_place_and_is_no_goods(text: str) -> None:
    assert not _said(text, "二、产业布局")


def test_a_list_that_calls_its_items_a_kind_names_them_all() -> None:
    found = bare("做强月柿、沙田柚、油茶、生猪4个十亿级产业链。", title=COUNTY, section="三、产业链").claims("focusesOn")
    assert {o for s, _, o in found if s == "恭城瑶族自治县"} >= {"月柿", "沙田柚", "油茶", "生猪"}


@pytest.mark.parametrize(
    ("title", "sector"),
    [
        ("恭城瑶族自治县健康食品产业发展情况报告", "健康食品产业"),
        ("恭城瑶族自治县“十三五”时期柿饼加工业发展报告", "柿饼加工业"),
        ("恭城瑶族自治县打造百亿月柿产业集群行动方案", "月柿产业"),
    ],
)
def test_titles_with_other_words_of_documents_name_their_sector(title: str, sector: str) -> None:
    found = bare("坚持统筹推进。", title=title).claims("regulates")
    assert sector in {o for _, _, o in found}


def test_a_work_has_the_figures_of_the_ground_that_it_takes() -> None:
    found = targets(bare("其中，瑶都农产品物流城占地120亩、总投资3亿元。", title=COUNTY, section="四、流通"))
    assert {(x.s, x.value) for x in found} == {("瑶都农产品物流城", 120.0), ("瑶都农产品物流城", 3.0)}
